"""Search through everything the viewer may read: where it stands, and the words around it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QWidget

from entente.domain.catalogue import RECORD_TYPES
from entente.domain.records import Field, FieldKind, RecordType
from entente.domain.text import fold
from entente.i18n import _, ngettext
from entente_ui import formats
from entente_ui.document import Document
from entente_ui.look.icons import IconName
from entente_ui.shell.entries import Entry
from entente_ui.shell.overlay import Overlay

if TYPE_CHECKING:
    from entente.services.records import RecordTable

KIND_ICONS: Final = {
    "mission": IconName.FLAG,
    "actor": IconName.USER,
    "organisation": IconName.BUILDING,
    "relation": IconName.LINK,
    "difficulty": IconName.ALERT_TRIANGLE,
    "party": IconName.USERS,
    "note": IconName.NOTE,
    "option": IconName.BULB,
    "step": IconName.FLAG,
}

_MOST: Final = 100
_AROUND: Final = 60


@dataclass(frozen=True, slots=True)
class Found:
    """One place where the words stand.

    Attributes:
        record_type: Kind of the record.
        key: Its key.
        title: Its name, as the viewer may see it.
        where: The field, in the language in use.
        snippet: The words around, as the viewer may see them.
    """

    record_type: RecordType
    key: str
    title: str
    where: str
    snippet: str


class Search(Overlay):
    """The search page."""

    def __init__(
        self,
        host: QWidget,
        document: Document,
        reveal: Callable[[str, str], None],
        on_found: Callable[[list[Found], int], None],
        words: str = "",
    ) -> None:
        """Make a search.

        Args:
            host: The window it covers.
            document: The open mission.
            reveal: Goes to a record.
            on_found: Told all results and which was chosen, for the next one by key.
            words: What to look for at once.
        """
        super().__init__(host, _("Search everywhere"), _("Search everywhere"), width=760)
        self._document = document
        self._reveal = reveal
        self._on_found = on_found
        self.field.setText(words)

    def look_for(self, words: str) -> None:
        """Show where `words` stand."""
        if not words:
            told = _("Names, notes, statements and facts; accents do not matter.")
            self.show_entries([], told)
            return
        found = find(self._document, words, _MOST)
        entries: list[Entry] = []
        for name, group in groupby(found, lambda one: one.record_type.name):
            entries.append(Entry(_(RECORD_TYPES[name].plural)))
            entries += [self._entry(one, found) for one in group]
        self.show_entries(entries, _count(len(found)))

    def _entry(self, one: Found, found: list[Found]) -> Entry:
        def go() -> None:
            self._on_found(found, found.index(one))
            self._reveal(one.record_type.name, one.key)

        icon = KIND_ICONS.get(one.record_type.name, IconName.FILE)
        return Entry(one.title, go, icon, one.where, one.snippet)


def _count(count: int) -> str:
    if count == 0:
        return _("Nothing found. Part of a word finds more than the whole.")
    if count == _MOST:
        return _("The first {count} results. One more word finds fewer.").format(count=count)
    return ngettext("{count} result", "{count} results", count).format(count=count)


def find(document: Document, words: str, limit: int) -> list[Found]:
    """Return where the words stand, by kind of record in the order of the catalogue."""
    reader = _Reader(document, words)
    found: dict[tuple[str, str], Found] = {}
    for hit in document.find(words, limit):
        one = reader.explain(hit.table, hit.row_id)
        if one is not None:
            found.setdefault((one.record_type.name, one.key), one)
    order = {name: place for place, name in enumerate(RECORD_TYPES)}
    return sorted(found.values(), key=lambda one: order[one.record_type.name])


class _Reader:
    """Reads the records that were found, each kind once, as the viewer may see them."""

    def __init__(self, document: Document, words: str) -> None:
        self._document = document
        self._words = [fold(word) for word in words.split()]
        self._tables: dict[str, Mapping[str, Mapping[str, Any]]] = {}
        self._labels: dict[str, Mapping[str, str]] = {}

    def explain(self, table: str, row_id: str) -> Found | None:
        """Return where in a row the words stand; None if the viewer does not see it."""
        record_type = RECORD_TYPES.get(table)
        if record_type is None:
            return self._explain_rating(table, row_id)
        row = self._rows(record_type).get(row_id)
        if row is None:
            return None
        texts = [field for field in record_type.fields if field.is_text and row[field.name]]
        where = next((f for f in texts if self._stands_in(str(row[f.name]))), None)
        return Found(
            record_type,
            row_id,
            self._title(record_type, row_id, row),
            "" if where is None else _(where.label),
            "" if where is None or where.name == record_type.title else self._snippet(row, where),
        )

    def _explain_rating(self, table: str, row_id: str) -> Found | None:
        from entente.services import records  # noqa: PLC0415  # after the first paint

        record_type = next(k for k in RECORD_TYPES.values() if k.rating_name == table)
        viewer = self._document.viewer
        ratings = self._document.read(lambda s: records.ratings(s, record_type, None, viewer))
        rating = next((one for one in ratings if one.id == row_id), None)
        if rating is None or self._document.is_presenting:
            return None
        row = self._rows(record_type).get(rating.record_id)
        if row is None:
            return None
        title = self._title(record_type, rating.record_id, row)
        where = _("Fact of {date}").format(date=formats.short_date(rating.dated_on))
        return Found(record_type, rating.record_id, title, where, self._around(rating.fact))

    def _rows(self, record_type: RecordType) -> Mapping[str, Mapping[str, Any]]:
        if record_type.name not in self._tables:
            table: RecordTable = self._document.table(record_type)
            self._tables[record_type.name] = {row["id"]: row for row in table.dicts()}
        return self._tables[record_type.name]

    def _title(self, record_type: RecordType, key: str, row: Mapping[str, Any]) -> str:
        label = self._name(record_type, key)
        if record_type.field(record_type.title).kind is FieldKind.CHOICE:
            label = self._ends(record_type, row)
        owner = self._owner(record_type, row)
        ref = str(row.get("ref") or "")
        return " ".join(part for part in (owner, ref, " ".join(label.split())) if part)

    def _ends(self, record_type: RecordType, row: Mapping[str, Any]) -> str:
        """Return the names of what a record without a name of its own connects."""
        targets = [field for field in record_type.stored if field.kind is FieldKind.REFERENCE]
        named = (self._name(RECORD_TYPES[f.target], str(row[f.name])) for f in targets)
        return " → ".join(name for name in named if name)

    def _name(self, record_type: RecordType, key: str) -> str:
        if record_type.name not in self._labels:
            self._labels[record_type.name] = self._document.labels(record_type)
        return self._labels[record_type.name].get(key, "")

    def _owner(self, record_type: RecordType, row: Mapping[str, Any]) -> str:
        """Return the reference of what a record is a part of, as `K1 ·`."""
        for field in record_type.stored:
            if field.kind is FieldKind.REFERENCE and field.owned and not record_type.prefix:
                owner = self._rows(RECORD_TYPES[field.target]).get(str(row[field.name]))
                return f"{owner['ref']} ·" if owner and owner.get("ref") else ""
        return ""

    def _stands_in(self, text: str) -> bool:
        folded = fold(text)
        return any(word in folded for word in self._words)

    def _snippet(self, row: Mapping[str, Any], field: Field) -> str:
        return self._around(str(row[field.name]))

    def _around(self, text: str) -> str:
        """Return the part of a text in which the first word found stands."""
        line = " ".join(text.split())
        folded = fold(line)
        places = [folded.find(word) for word in self._words if word in folded]
        # Folding can lengthen a text by a letter here and there; the part is wide enough.
        start = max(0, min(places) - _AROUND) if places else 0
        if start:
            start = line.find(" ", start) + 1
        part = line[start : start + 4 * _AROUND]
        return ("…" if start else "") + part + ("…" if start + 4 * _AROUND < len(line) else "")
