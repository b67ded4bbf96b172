"""The log as a table: when, what, with whom, how long."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from entente.domain.interaction import INTERACTION
from entente.domain.text import fold
from entente.i18n import N_, _
from entente.services.interactions import Entry
from entente_ui.formats import long_date, number
from entente_ui.kit import tooltip_html

Index: TypeAlias = QModelIndex | QPersistentModelIndex

_ROOT: Final = QModelIndex()
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class LogColumn(IntEnum):
    """Columns from left to right."""

    DATE = 0
    KIND = 1
    SUBJECT = 2
    PEOPLE = 3
    MINUTES = 4


_HEADERS: Final = {
    LogColumn.DATE: N_("Date"),
    LogColumn.KIND: N_("Kind"),
    LogColumn.SUBJECT: N_("Subject"),
    LogColumn.PEOPLE: N_("With"),
    LogColumn.MINUTES: N_("Minutes"),
}
#: Px at 100 %; the subject takes the rest.
WIDTHS: Final = {
    LogColumn.DATE: 120,
    LogColumn.KIND: 90,
    LogColumn.PEOPLE: 300,
    LogColumn.MINUTES: 80,
}


class LogModel(QAbstractTableModel):
    """Shows interactions, the latest first, and of them those that hold all words asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[Entry] = ()
        self._shown: list[Entry] = []
        self._words: list[str] = []

    @property
    def total(self) -> int:
        """How many there are, shown or not."""
        return len(self._entries)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these."""
        self._entries = entries
        self._arrange()

    def show_words(self, words: str) -> None:
        """Show those alone that hold every word."""
        self._words = fold(words).split()
        self._arrange()

    def entry(self, row: int) -> Entry:
        """Return the interaction in a row."""
        return self._shown[row]

    def row_of(self, key: str) -> int:
        """Return the row of an interaction, −1 if it is not shown."""
        return next((row for row, entry in enumerate(self._shown) if entry.id == key), -1)

    def _arrange(self) -> None:
        self.beginResetModel()
        self._shown = [entry for entry in self._entries if self._holds(entry)]
        self.endResetModel()

    def _holds(self, entry: Entry) -> bool:
        if not self._words:
            return True
        told = fold(" ".join(_text(entry, column) for column in LogColumn))
        return all(word in told for word in self._words)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(LogColumn)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(_HEADERS[LogColumn(section)])
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry, column = self._shown[index.row()], LogColumn(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _text(entry, column)
            case Qt.ItemDataRole.ToolTipRole if column in {LogColumn.SUBJECT, LogColumn.PEOPLE}:
                return tooltip_html(_text(entry, column))
            case Qt.ItemDataRole.TextAlignmentRole if column is LogColumn.MINUTES:
                return _RIGHT
        return None


def _text(entry: Entry, column: LogColumn) -> str:
    match column:
        case LogColumn.DATE:
            return long_date(entry.held_on)
        case LogColumn.KIND:
            choices = INTERACTION.field("kind").choices or {}
            return _(choices[entry.kind]) if entry.kind in choices else ""
        case LogColumn.SUBJECT:
            return entry.subject
        case LogColumn.PEOPLE:
            return ", ".join(entry.people)
        case LogColumn.MINUTES:
            return "" if entry.minutes is None else number(entry.minutes)
