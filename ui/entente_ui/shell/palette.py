"""The command palette: every command, place, tab and record, found by a few letters."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Final

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from entente.domain.catalogue import RECORD_TYPES
from entente.domain.records import FieldKind, RecordType
from entente.domain.text import fold
from entente.i18n import _
from entente_ui.actions import words_of as action_words
from entente_ui.document import Document
from entente_ui.look.icons import IconName
from entente_ui.shell import fuzzy
from entente_ui.shell.entries import Entry
from entente_ui.shell.overlay import Overlay
from entente_ui.shell.search import KIND_ICONS

#: Above this many records of a kind only the search index is asked, not every name.
_LABELS_MAX: Final = 5_000
_SHOWN: Final = 9
_RECENT: Final = 6
#: The names of entries that lead to a tab begin so.
TAB: Final = "tab:"


class Palette(Overlay):
    """Finds by what is typed, best first; what was chosen lately while nothing is."""

    def __init__(
        self,
        host: QWidget,
        actions: Callable[[], Iterable[tuple[str, QAction]]],
        document: Document | None,
        reveal: Callable[[str, str], None],
        recent: list[str],
        tabs: Callable[[], Iterable[Entry]] = tuple,
    ) -> None:
        """Make a palette.

        Args:
            host: The window it covers.
            actions: Returns each command that can be chosen with its name.
            document: The open mission, None without one.
            reveal: Goes to a record.
            recent: Names of what was chosen lately, newest first; it is kept up to date.
            tabs: Returns what leads to the tabs of the panes; asked once something is typed.
        """
        placeholder = _("Look for an actor, a difficulty, a command…")
        super().__init__(host, placeholder, _("Command palette"), width=620)
        self._recent = recent
        self._document = document
        self._reveal = reveal
        self._commands = [(fold(e.title), e) for e in map(_command, actions())]
        self._records: list[tuple[str, Entry]] | None = None
        self._list_tabs = tabs
        self._tabs: list[tuple[str, Entry]] | None = None

    def look_for(self, words: str) -> None:
        """Show what fits `words`."""
        if not words:
            self.show_entries(self._at_rest())
            return
        typed = fuzzy.words_of(words)
        groups = [
            (*_best(typed, self._known_records(words)), _("In the mission")),
            (*_best(typed, self._commands), _("Commands")),
            (*_best(typed, self._known_tabs()), _("Pages")),
        ]
        # Whichever holds the best fit comes first; the mission where both do.
        groups.sort(key=lambda group: -group[0])
        entries = [entry for __, best, title in groups if best for entry in (Entry(title), *best)]
        if not entries:
            self.show_entries([], _("Nothing fits. Fewer letters find more."))
            return
        self.show_entries(entries)

    def chosen(self, entry: Entry) -> None:
        """Remember what was chosen, in memory only."""
        if entry.name in self._recent:
            self._recent.remove(entry.name)
        self._recent.insert(0, entry.name)
        del self._recent[_RECENT:]

    def _at_rest(self) -> list[Entry]:
        by_name = {entry.name: entry for _folded, entry in self._commands}
        if any(name.startswith("record:") for name in self._recent):
            by_name |= {entry.name: entry for _folded, entry in self._known_records("")}
        if any(name.startswith(TAB) for name in self._recent):
            by_name |= {entry.name: entry for _folded, entry in self._known_tabs()}
        recent = [by_name[name] for name in self._recent if name in by_name]
        others = [entry for _folded, entry in self._commands if entry not in recent]
        head = [Entry(_("Recent")), *recent] if recent else []
        return [*head, Entry(_("Commands")), *others]

    def _known_tabs(self) -> list[tuple[str, Entry]]:
        if self._tabs is None:
            self._tabs = [(fold(entry.title), entry) for entry in self._list_tabs()]
        return self._tabs

    def _known_records(self, words: str) -> list[tuple[str, Entry]]:
        if self._document is None:
            return []
        if self._records is None:
            self._records = [
                (fold(entry.title), entry)
                for record_type in named_kinds()
                for entry in _records(self._document, record_type, self._reveal)
            ]
        if len(self._records) <= _LABELS_MAX or not words:
            return self._records
        hits = {f"record:{hit.table}:{hit.row_id}" for hit in self._document.find(words)}
        return [known for known in self._records if known[1].name in hits]


def named_kinds() -> tuple[RecordType, ...]:
    """Return the kinds of record that have a name of their own and a reference."""
    return tuple(
        kind
        for kind in RECORD_TYPES.values()
        if kind.prefix and kind.field(kind.title).kind is FieldKind.TEXT
    )


def _records(
    document: Document, record_type: RecordType, reveal: Callable[[str, str], None]
) -> Iterable[Entry]:
    table = document.table(record_type)
    key, ref, title = (table.column(name) for name in ("id", "ref", record_type.title))
    for row in table.rows:
        yield Entry(
            f"{row[ref]} {row[title] or ''}",
            partial(reveal, record_type.name, str(row[key])),
            KIND_ICONS.get(record_type.name, IconName.FILE),
            _(record_type.label),
            name=f"record:{record_type.name}:{row[key]}",
        )


def _command(named: tuple[str, QAction]) -> Entry:
    name, action = named
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return Entry(
        action_words(action), action.trigger, _icon_of(action), keys, name=f"command:{name}"
    )


def _icon_of(action: QAction) -> str:
    icon = action.property("icon_name")
    return str(icon) if icon else IconName.COMMAND


def _best(
    words: tuple[str, ...], known: Sequence[tuple[str, Entry]]
) -> tuple[int, Sequence[Entry]]:
    """Return the score of the best fit, and the best fits."""
    scored = [(fuzzy.score(words, folded), place) for place, (folded, _e) in enumerate(known)]
    found = sorted((-points, place) for points, place in scored if points)
    return (-found[0][0] if found else 0), [known[place][1] for _points, place in found[:_SHOWN]]
