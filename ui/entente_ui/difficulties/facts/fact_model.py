"""The timeline as Qt sees it: a column for the days, one for each who tells."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, Qt, Signal
from typing_extensions import override

from entente.domain.note import NOTE
from entente.services.notes import Note
from entente_ui.difficulties.facts.arrange import Column, Row, Timeline
from entente_ui.difficulties.notes.cards import Index
from entente_ui.difficulties.notes.lane_model import LINES, LINES_COVERED
from entente_ui.difficulties.notes.shape import Shape
from entente_ui.difficulties.notes.telling import Telling, covered
from entente_ui.difficulties.notes.veil import Veil
from entente_ui.drag import RECORDS_MIME, pack_records
from entente_ui.formats import full_date, long_date

_ROOT: Final = QModelIndex()
_Role: Final = Qt.ItemDataRole
#: Column of the days.
DAY: Final = 0


class FactModel(QAbstractTableModel):
    """Shows facts by day; what is covered gives its text to nobody.

    Signals:
        edited: Emitted with the key of a fact and its new text.
    """

    edited = Signal(str, str)

    def __init__(self, veil: Veil, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._veil = veil
        self._line = Timeline((), (), ())
        self._places: dict[str, tuple[int, int]] = {}
        self._lines: dict[str, tuple[str, list[str]]] = {}
        self._width = 0
        self.shape = Shape()
        self.telling = Telling({}, {})
        self.wanted: frozenset[str] | None = None
        self.tied: frozenset[str] = frozenset()
        self.is_editable = True

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

    def note_at(self, index: Index) -> Note | None:
        """Return the fact at an index, None where there is none."""
        if not index.isValid() or index.column() == DAY:
            return None
        return self._line.rows[index.row()].cells[index.column() - 1]

    def note(self, index: Index) -> Note:
        """Return the fact behind an index that has one.

        Raises:
            IndexError: If there is none.
        """
        note = self.note_at(index)
        if note is None:
            raise IndexError(index.row(), index.column())
        return note

    def index_of(self, key: str) -> QModelIndex:
        """Return where a fact stands; an invalid index if it is not here."""
        row, column = self._places.get(key, (-1, -1))
        return self.index(row, column) if row >= 0 else QModelIndex()

    def text(self, note: Note) -> str:
        """Return the text of a fact, or what stands for it while it is covered."""
        return covered() if self._veil.hides(note) else note.text

    def is_covered(self, note: Note) -> bool:
        """Return whether the text of a fact is covered."""
        return self._veil.hides(note)

    def set_width(self, width: int) -> bool:
        """Break the texts for columns so wide; say whether that is new."""
        if width == self._width:
            return False
        self._width = width
        self._lines.clear()
        return True

    def remeasure(self) -> None:
        """Measure everything anew: letters have another size."""
        self.shape = Shape()
        self._lines.clear()

    def lines(self, note: Note) -> list[str]:
        """Return the text of a fact as it is painted on its card."""
        if self._veil.hides(note):
            return []
        width = self.shape.text_width(self._width)
        return self.shape.body.shortened(self._broken(note), width, LINES)

    def height(self, row: int) -> int:
        """Return how high a row is: as its highest card."""
        heights = [self._height(note) for note in self._line.rows[row].cells if note is not None]
        return self.shape.gap + max(heights, default=self.shape.head * 2)

    def recover(self) -> None:
        """Show what is covered now."""
        if self.rowCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _height(self, note: Note) -> int:
        hidden = self._veil.hides(note)
        count = LINES_COVERED if hidden else min(len(self._broken(note)), LINES)
        return self.shape.height(count, has_foot=hidden or bool(note.links))

    def _broken(self, note: Note) -> list[str]:
        text, lines = self._lines.get(note.id, ("", None))
        if lines is None or text != note.text:
            lines = self.shape.body.broken(note.text, self.shape.text_width(self._width), LINES)
            self._lines[note.id] = (note.text, lines)
        return lines

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
        if note is None:
            return None
        match role:
            case _Role.DisplayRole | _Role.EditRole:
                return self.text(note)
            case _Role.AccessibleTextRole:
                return f"{full_date(row.day)}. {self.telling.aloud(note, self.text(note))}"
        return None

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        note = self.note_at(index)
        if role != _Role.EditRole or note is None or self.is_covered(note):
            return False
        if str(value) != note.text:
            self.edited.emit(note.id, str(value))
        return True

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        note = self.note_at(index)
        if note is not None and self.is_editable:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
            if not self.is_covered(note):
                flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    @override
    def mimeTypes(self) -> list[str]:
        return [RECORDS_MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        found = (self.note_at(index) for index in indexes)
        return pack_records(NOTE.name, [note.id for note in found if note is not None])


def _told_day(row: Row, role: int) -> str | None:
    if role == _Role.DisplayRole:
        return long_date(row.day) if row.is_first else ""
    return full_date(row.day) if role == _Role.AccessibleTextRole else None
