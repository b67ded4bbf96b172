"""A grid of ratings with one cell of a line outlined: where it is weakest, or held back."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente_ui.charts.rating_frame import Grid
from entente_ui.charts.rating_grid import RatingGrid, Scale
from entente_ui.kit import NOWHERE
from entente_ui.look.theme import theme

_LINE = 3
_FLAG = 9


class OutlinedGrid(RatingGrid):
    """Marks from 1 to 5, darker where lower.

    Attributes:
        outlined: Which column is outlined, by the key of the line.
    """

    def __init__(self, name: str, most: int, parent: QWidget | None = None) -> None:
        super().__init__(name, Scale(1, most, lambda mark: most - mark), parent)
        self._most = most
        self.outlined: Mapping[str, str] = {}

    def show_outlined(
        self, grid: Grid, outlined: Mapping[str, str], sentence: str, *, is_editable: bool
    ) -> None:
        """Show other lines; what is said of an outlined cell says so as well."""
        self.outlined = outlined
        self.show_grid(grid, sentence, is_editable=is_editable)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        px = theme().px
        for line, column in self.outlined.items():
            part = self.part_of(line, column)
            if part == NOWHERE:
                continue
            box = self.box(part).adjusted(3, 3, -3, -3)
            row, place = divmod(part, self.across)
            # What can be read on the cell can be seen on it.
            colour = theme().heat(self._heat(self.lines[row].marks[place - 1].value)).ink
            painter.setPen(QPen(colour, px(_LINE)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)
            # A flag as well: an outline alone is easily taken for where the keyboard is.
            corner, side = box.topRight(), px(_FLAG)
            painter.setBrush(colour)
            painter.drawPolygon(
                QPolygonF([corner, corner - QPointF(side, 0), corner + QPointF(0, side)])
            )

    def _heat(self, mark: int | None) -> int:
        return 0 if mark is None else self._most - mark
