"""The timeline as Qt sees it: a column for the days, one for each who tells."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from typing_extensions import override

from entente.domain.note import NOTE
from entente.services.notes import Note
from entente_ui.difficulties.facts.arrange import Column, Row, Timeline
from entente_ui.difficulties.notes.faces import NoteFaces
from entente_ui.formats import full_date, long_date
from entente_ui.kit.cards import CardTexts, Index

_ROOT: Final = QModelIndex()
_Role: Final = Qt.ItemDataRole
#: Column of the days.
DAY: Final = 0


class FactModel(CardTexts[Note], QAbstractTableModel):
    """Shows facts by day."""

    def __init__(self, faces: NoteFaces, parent: QObject | None = None) -> None:
        super().__init__(NOTE.name, faces, parent)
        self._line = Timeline((), (), ())
        self._places: dict[str, tuple[int, int]] = {}

    def show_timeline(self, line: Timeline) -> None:
        """Show other facts, or the same ones changed."""
        self.beginResetModel()
        self._line = line
        self._places = {
            note.id: (place, column)
            for place, row in enumerate(line.rows)
            for column, note in enumerate(row.cells, 1)
            if note is not None
        }
        self.endResetModel()

    @property
    def columns(self) -> Sequence[Column]:
        """Who tells, from left to right, without the days."""
        return self._line.columns

    def column(self, index: Index) -> Column | None:
        """Return who tells what is at an index; None for a day."""
        return self._line.columns[index.column() - 1] if index.column() > DAY else None

    def day(self, index: Index) -> dt.date:
        """Return the day of the row of a valid index."""
        return self._line.rows[index.row()].day

    def begins_day(self, index: Index) -> bool:
        """Return whether the row of a valid index is the first of its day."""
        return self._line.rows[index.row()].is_first

    @override
    def card_at(self, index: Index) -> Note | None:
        if not index.isValid() or index.column() == DAY:
            return None
        return self._line.rows[index.row()].cells[index.column() - 1]

    def index_of(self, key: str) -> QModelIndex:
        """Return where a fact stands; an invalid index if it is not here."""
        row, column = self._places.get(key, (-1, -1))
        return self.index(row, column) if row >= 0 else QModelIndex()

    def row_height(self, row: int) -> int:
        """Return how high a row is: as its highest card."""
        heights = [self.height(note) for note in self._line.rows[row].cells if note is not None]
        return self.shape.gap + max(heights, default=self.shape.head * 2)

    def recover(self) -> None:
        """Show what is covered now."""
        if self.rowCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._line.rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 1 + len(self._line.columns)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        is_name = role == _Role.DisplayRole and orientation is Qt.Orientation.Horizontal
        if is_name and 0 < section <= len(self._line.columns):
            return self._line.columns[section - 1].title
        return "" if is_name else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._line.rows[index.row()]
        if index.column() == DAY:
            return _told_day(row, role)
        note = row.cells[index.column() - 1]
        told = None if note is None else self.told(note, role)
        if told is not None and role == _Role.AccessibleTextRole:
            return f"{full_date(row.day)}. {told}"
        return told


def _told_day(row: Row, role: int) -> str | None:
    if role == _Role.DisplayRole:
        return long_date(row.day) if row.is_first else ""
    return full_date(row.day) if role == _Role.AccessibleTextRole else None
