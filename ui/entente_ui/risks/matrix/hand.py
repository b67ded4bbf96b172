"""The matrix under the pointer: a press begins a drag of a mark, or chooses a cell."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from entente.domain.risk_layout import Cell, Mark
from entente_ui.risks.matrix.plan import Stop, holds

if TYPE_CHECKING:
    from entente.domain.placement import Point
    from entente_ui.risks.matrix.chart import MatrixChart

_LEFT: Final = Qt.MouseButton.LeftButton


class Hand:
    """Understands the pointer on behalf of a matrix.

    Attributes:
        mark: What is carried, or None.
        point: Where the pointer is while something is carried or dragged over.
        target: The cell it would land in.
        words: What else letting go would mean.
    """

    def __init__(self, chart: "MatrixChart") -> None:
        self._chart = chart
        self._pressed: Stop | None = None
        self._from = QPointF()
        self._is_down = False
        self.mark: Mark | None = None
        self.point: Point | None = None
        self.target: Cell | None = None
        self.words = ""

    @property
    def is_carrying(self) -> bool:
        """Whether something is carried or dragged over the matrix."""
        return self.point is not None

    def cancel(self) -> bool:
        """Put back what is carried; say whether anything was."""
        busy = self.point is not None
        had_mark, self.mark = self.mark is not None, None
        self._pressed, self.point, self.target, self.words = None, None, None, ""
        self._is_down = False
        if busy:
            self._chart.unsetCursor()
            if had_mark:
                self._chart.repaint_still()
            self._chart.update()
        return busy

    def press(self, event: QMouseEvent) -> None:
        """Begin something."""
        if event.button() is not _LEFT:
            return
        chart, at = self._chart, event.position()
        self._pressed = chart.plan.stop_at(at.x(), at.y())
        self._from, self._is_down = at, True
        if isinstance(self._pressed, Mark):
            # Nobody is told before it is let go: the inspector that opens would move the
            # matrix from under the pointer.
            chart.pick(self._pressed.risk)
            chart.go(self._pressed)

    def move(self, event: QMouseEvent) -> None:
        """Go on with it."""
        at = event.position()
        if self.mark is not None:
            self._carry_to(at)
        elif isinstance(self._pressed, Mark) and event.buttons() & _LEFT:
            self._begin(self._pressed, at)
        elif not event.buttons():
            self._hover(at)

    def release(self, event: QMouseEvent) -> None:
        """End it."""
        if event.button() is not _LEFT or not self._is_down:
            return
        chart, mark, target, pressed = self._chart, self.mark, self.target, self._pressed
        self.cancel()
        self._is_down = False
        if mark is not None:
            if target is not None and target != chart.plan.cells.get(mark):
                chart.rated.emit(mark, target, True)
            else:
                chart.risk_picked.emit(mark.risk)
        elif isinstance(pressed, Mark):
            chart.risk_picked.emit(pressed.risk)
        elif pressed is not None:
            chart.open_cell(pressed)
            self._choose(pressed)
        else:
            self._click_ground(event.position())

    def _begin(self, mark: Mark, at: QPointF) -> None:
        if (at - self._from).manhattanLength() < QApplication.startDragDistance():
            return
        chart = self._chart
        if chart.is_locked:
            self._pressed = None
            chart.refused.emit()
            return
        self.mark = mark
        chart.setCursor(Qt.CursorShape.ClosedHandCursor)
        chart.repaint_still()
        self._carry_to(at)

    def _carry_to(self, at: QPointF) -> None:
        chart = self._chart
        before = chart.hand_reach()
        self.point = (at.x(), at.y())
        self.target = chart.plan.grid.cell_at(at.x(), at.y())
        chart.follow_hand(before)

    def _click_ground(self, at: QPointF) -> None:
        chart = self._chart
        sheet = chart.plan.sheet
        if sheet and holds(sheet.box, at.x(), at.y()):
            return
        if sheet:
            chart.open_cell(None)
            return
        cell = chart.plan.grid.cell_at(at.x(), at.y())
        self._choose(cell if cell != chart.chosen else None)

    def _choose(self, cell: Cell | None) -> None:
        self._chart.choose(cell)
        self._chart.cell_chosen.emit(cell)

    def _hover(self, at: QPointF) -> None:
        stop = self._chart.plan.stop_at(at.x(), at.y())
        if isinstance(stop, Mark):
            self._chart.setCursor(Qt.CursorShape.OpenHandCursor)
        elif stop is not None:
            self._chart.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self._chart.unsetCursor()
