"""A list of records of two lines each, one of which is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget
from typing_extensions import override

from entente_ui.kit.label import tooltip_html
from entente_ui.kit.row_list import RowDelegate, RowList, paint_line
from entente_ui.kit.rows import Index, KeyedList
from entente_ui.look.theme import theme

_ROW: Final = 54


@dataclass(frozen=True, slots=True)
class Line:
    """Two lines about a record.

    Attributes:
        key: Of the record.
        is_past: Whether it is of the past, and drawn fainter.
    """

    key: str
    title: str
    told: str
    is_past: bool = False


class Lines(KeyedList[Line]):
    """Lines as they are given."""

    @override
    def key_of(self, row: Line) -> str:
        return row.key

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.row_at(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.title}, {row.told}"
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_html(row.title)
            case Qt.ItemDataRole.UserRole:
                return row
        return None


class LineDelegate(RowDelegate):
    """Paints the two lines."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme().px(200), theme().px(_ROW))

    @override
    def paint_row(self, painter: QPainter, box: QRect, row: Line) -> None:
        px = theme().px
        box = box.adjusted(px(12), px(6), -px(12), -px(4))
        paint_line(painter, box, row.title, "strong", "faint" if row.is_past else "text")
        paint_line(painter, box.adjusted(0, box.height() // 2, 0, 0), row.told, "small", "muted")


class LineList(RowList):
    """Choose a line by mouse or arrows.

    Signals:
        carried: Emitted with −1 or 1 when the line chosen is to go up or down.
    """

    carried = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self.lines = Lines()
        super().__init__(self.lines, LineDelegate(), name, parent)
        self.setUniformItemSizes(True)

    def show_lines(self, lines: Sequence[Line], key: str) -> None:
        """Show other lines and choose one: the first unless that one is there."""
        self._is_filling = True
        self.lines.show_rows(lines)
        known = self.lines.row_of(key) >= 0
        self.choose(key if known or not lines else lines[0].key)
        self._is_filling = False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.carried.emit(step)
        else:
            super().keyPressEvent(event)
