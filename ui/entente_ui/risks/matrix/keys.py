"""The matrix under the keyboard."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from entente.domain.risk_layout import Cell, Mark
from entente.domain.risk_levels import STEPS

if TYPE_CHECKING:
    from entente_ui.risks.matrix.chart import MatrixChart

_Key: Final = Qt.Key
#: Across and down.
_ARROWS: Final = {
    _Key.Key_Left: (-1, 0),
    _Key.Key_Right: (1, 0),
    _Key.Key_Up: (0, -1),
    _Key.Key_Down: (0, 1),
}
_ENTER: Final = frozenset({_Key.Key_Return, _Key.Key_Enter})
#: Held while a mark is moved; letting go of it ends the move.
_HELD: Final = frozenset({_Key.Key_Shift, _Key.Key_Alt})
_MOVING: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier


class Keys:
    """Arrows go from mark to mark; with Shift or Alt they rate by a step."""

    def __init__(self, chart: "MatrixChart") -> None:
        self._chart = chart
        self._has_moved = False

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key says; say whether it says anything here."""
        key, chart = Qt.Key(event.key()), self._chart
        if key in _ARROWS:
            if event.modifiers() & _MOVING:
                self._rate(*_ARROWS[key])
            else:
                self._walk(*_ARROWS[key])
        elif key in _ENTER:
            self._open()
        elif key == _Key.Key_Space:
            self._choose()
        elif key in {_Key.Key_Home, _Key.Key_End}:
            stops = chart.plan.stops()
            if stops:
                self._go(stops[0 if key == _Key.Key_Home else -1])
        elif key == _Key.Key_Escape:
            return self._leave()
        else:
            return False
        return True

    def release(self, event: QKeyEvent) -> None:
        """Let go of a mark that was moved, as the pointer would."""
        if self._has_moved and event.key() in _HELD and not event.isAutoRepeat():
            self._has_moved = False
            self._chart.let_go.emit()

    def _walk(self, across: int, down: int) -> None:
        chart = self._chart
        if chart.stop is None:
            stops = chart.plan.stops()
            if stops:
                self._go(stops[0])
            return
        self._go(chart.plan.beside(chart.stop, across, down))

    def _go(self, stop: Mark | Cell) -> None:
        chart = self._chart
        chart.go(stop)
        if isinstance(stop, Mark) and stop.risk != chart.picked:
            chart.pick(stop.risk)
            chart.go(stop)
            chart.risk_picked.emit(stop.risk)

    def _rate(self, across: int, down: int) -> None:
        chart = self._chart
        mark = chart.stop
        if not isinstance(mark, Mark):
            return
        if chart.is_locked:
            chart.refused.emit()
            return
        probability, impact = chart.plan.cells[mark]
        cell = (_held(probability - down), _held(impact + across))
        if cell != (probability, impact):
            self._has_moved = True
            chart.rated.emit(mark, cell, False)

    def _open(self) -> None:
        stop = self._chart.stop
        if isinstance(stop, Mark):
            self._chart.opened.emit(stop.risk)
        elif stop is not None:
            self._chart.open_cell(stop)

    def _choose(self) -> None:
        chart = self._chart
        stop = chart.stop
        cell = chart.plan.cells.get(stop) if isinstance(stop, Mark) else stop
        cell = cell if cell != chart.chosen else None
        chart.choose(cell)
        chart.cell_chosen.emit(cell)

    def _leave(self) -> bool:
        """Go back a step: put down, close the heap, list no cell."""
        chart = self._chart
        if chart.hand.cancel():
            return True
        if chart.is_open:
            chart.open_cell(chart.opened_cell)
            return True
        if chart.chosen is not None:
            chart.choose(None)
            chart.cell_chosen.emit(None)
            return True
        return False


def _held(step: int) -> int:
    return min(max(step, STEPS[0]), STEPS[-1])
