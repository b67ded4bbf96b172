"""A board exported from Trello as JSON: its cards become the list of a backlog.

The shape of the file is described in Atlassian's reference of the board, card, list, checklist
and action objects. Of the history only what people wrote is taken: comments.
"""

import datetime as dt
import json
import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from entente.domain.backlog import BACKLOG_ITEM, STATUS_LABELS, ItemStatus
from entente.domain.records import RecordType
from entente.errors import ImportRefusedError
from entente.exchange.encoding import decode
from entente.exchange.mapping import headings
from entente.exchange.status_words import status_of_list
from entente.exchange.table import ROWS_MAX, Cell, Row, Table, too_many_rows
from entente.i18n import _, language

TRELLO_SUFFIX: Final = ".json"
#: A key of Trello's; another program's says nothing of when a card was made.
_KEY: Final = re.compile("[0-9a-f]{24}")

_Object: TypeAlias = Mapping[str, Any]

_COLUMNS: Final = (
    *("title", "status", "notes", "owner_id", "due_on", "labels", "added_on", "archived_on"),
    "rank",
)
_TICKED: Final = "☑"
_OPEN: Final = "☐"


def read_trello(data: bytes, source: str, record_type: RecordType | None = None) -> Table:
    """Return the cards of a board, list by list, in the order they lie in.

    A list whose name says no status leaves its name as a label; a card that was archived, or
    lies in a list that was, comes archived.

    Args:
        data: The file.
        source: Its name.
        record_type: What it is read for.

    Raises:
        ImportRefusedError: If it is no board, or is read for anything but actions.
    """
    if record_type is not None and record_type is not BACKLOG_ITEM:
        raise ImportRefusedError(source, _("A board from Trello can only become actions."))
    board = _Board(_load(data, source))
    rows = [board.row(place, card) for place, card in enumerate(board.cards(), 1)]
    if len(rows) > ROWS_MAX:
        raise too_many_rows(source)
    if not rows:
        raise ImportRefusedError(source, _("There is no card on this board."))
    labels = headings(BACKLOG_ITEM, language())
    return Table(source, "", tuple(labels[name] for name in _COLUMNS), rows, first_row=1)


def _load(data: bytes, source: str) -> _Object:
    try:
        found = json.loads(decode(data, source))
    except (ValueError, RecursionError) as error:
        raise ImportRefusedError(source, _("It is damaged, or no JSON at all.")) from error
    if not isinstance(found, dict) or not all(_is_list(found.get(k)) for k in ("cards", "lists")):
        raise ImportRefusedError(source, _("It is JSON, but no board exported from Trello."))
    return found


def _is_list(value: object) -> bool:
    return isinstance(value, list)


class _Board:
    """What a card is told from: the lists, people, checklists and comments around it."""

    def __init__(self, board: _Object) -> None:
        self._cards = _objects(board, "cards")
        self._lists = {str(each.get("id")): each for each in _objects(board, "lists")}
        self._people = {
            str(each.get("id")): _text(each, "fullName") or _text(each, "username")
            for each in _objects(board, "members")
        }
        self._checklists = _by_card(_objects(board, "checklists"), lambda each: each.get("idCard"))
        self._comments = _by_card(_objects(board, "actions"), _commented)

    def cards(self) -> list[_Object]:
        """Return the cards in the order of the lists, and within each as they lie."""
        return sorted(self._cards, key=lambda card: (self._place(card), _number(card, "pos")))

    def row(self, place: int, card: _Object) -> Row:
        """Return the cells of a card."""
        status, label = self._status(card)
        people = [self._people.get(str(key), "") for key in _items(card, "idMembers")]
        people = [name for name in people if name]
        labels = [_text(each, "name") or _text(each, "color") for each in _objects(card, "labels")]
        added = _made_on(card)
        is_closed = bool(card.get("closed")) or bool(self._list(card).get("closed"))
        touched = _day(card.get("dateLastActivity")) or added
        cells: dict[str, Cell] = {
            "title": _text(card, "name") or _("Card without a name"),
            "status": _(STATUS_LABELS[status]),
            "notes": "\n".join(self._notes(card, people)) or None,
            "owner_id": people[0] if people else None,
            "due_on": _day(card.get("due")),
            "labels": ", ".join(_tag(text) for text in (*labels, label) if text) or None,
            "added_on": added,
            "archived_on": touched if is_closed else None,
            "rank": float(place),
        }
        return tuple(cells[name] for name in _COLUMNS)

    def _list(self, card: _Object) -> _Object:
        return self._lists.get(str(card.get("idList")), {})

    def _place(self, card: _Object) -> float:
        return _number(self._list(card), "pos")

    def _status(self, card: _Object) -> tuple[ItemStatus, str]:
        """Return the status a card has, and the name of its list where that says none."""
        name = _text(self._list(card), "name")
        found = status_of_list(name)
        if card.get("dueComplete") and found is not ItemStatus.DROPPED:
            return ItemStatus.DONE, "" if found else name
        return found or ItemStatus.IDEA, "" if found else name

    def _notes(self, card: _Object, people: list[str]) -> Iterator[str]:
        if text := _text(card, "desc"):
            yield text
        # Everybody, so that leaving out the column of unknown people loses nobody.
        if people:
            yield _("With {names}").format(names=", ".join(people))
        key = str(card.get("id"))
        for checklist in self._checklists.get(key, ()):
            yield _text(checklist, "name")
            for item in sorted(_objects(checklist, "checkItems"), key=lambda i: _number(i, "pos")):
                mark = _TICKED if item.get("state") == "complete" else _OPEN
                yield f"{mark} {_text(item, 'name')}"
        for each in _objects(card, "attachments"):
            yield " ".join(dict.fromkeys(filter(None, (_text(each, "name"), _text(each, "url")))))
        # Trello gives the newest first; people read from the oldest.
        for comment in reversed(self._comments.get(key, [])):
            yield _comment(comment)


def _comment(action: _Object) -> str:
    author = _text(_object(action, "memberCreator"), "fullName")
    day = _day(action.get("date"))
    head = ", ".join(filter(None, (author, day if isinstance(day, str) else _iso(day))))
    return f"{head} – {_text(_object(action, 'data'), 'text')}" if head else ""


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _commented(action: _Object) -> object:
    if action.get("type") != "commentCard":
        return None
    return _object(_object(action, "data"), "card").get("id")


def _by_card(
    objects: Iterable[_Object], key_of: Callable[[_Object], object]
) -> dict[str, list[_Object]]:
    found: dict[str, list[_Object]] = {}
    for each in objects:
        if key := key_of(each):
            found.setdefault(str(key), []).append(each)
    return found


def _object(parent: _Object, name: str) -> _Object:
    value = parent.get(name)
    return value if isinstance(value, dict) else {}


def _items(parent: _Object, name: str) -> list[Any]:
    value = parent.get(name)
    return value if isinstance(value, list) else []


def _objects(parent: _Object, name: str) -> list[_Object]:
    return [each for each in _items(parent, name) if isinstance(each, dict)]


def _text(parent: _Object, name: str) -> str:
    value = parent.get(name)
    return value.strip() if isinstance(value, str) else ""


def _number(parent: _Object, name: str) -> float:
    value = parent.get(name)
    try:
        # Whatever is not a number would make any order of the cards possible.
        return float(value) if isinstance(value, int | float) and math.isfinite(value) else 0.0
    except OverflowError:
        return 0.0


def _tag(text: str) -> str:
    """Return a label in one piece: a comma would part it."""
    return " ".join(text.replace(",", " ").split())


def _day(value: object) -> dt.date | str | None:
    """Return the day of an instant where the reader is; as it was written if it is none."""
    if not isinstance(value, str) or not value.strip():
        return None
    try:
        return dt.datetime.fromisoformat(value).astimezone().date()
    except (ValueError, OverflowError):
        return value


def _made_on(card: _Object) -> dt.date | None:
    """Return the day a card was made: its key begins with the second, in hexadecimal."""
    key = _text(card, "id")
    if not _KEY.fullmatch(key):
        return None
    try:
        return dt.datetime.fromtimestamp(int(key[:8], 16), dt.UTC).astimezone().date()
    except (ValueError, OverflowError, OSError):
        return None
