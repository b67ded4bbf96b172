"""A plot that can be moved along and looked at closely, drawn by pyqtgraph.

Importing this costs half a second once, so only what shows such a plot does.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from typing_extensions import override

from entente_ui.look.theme import theme

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: From so many points on, lines are one px wide and not smoothed: else moving is no longer fluent.
MANY: Final = 2_000
#: How much closer one step of zooming leads.
_CLOSER: Final = 0.8


def pen(role: str, width: float = 1, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """Return a pen that stays as wide however closely one looks."""
    made = QPen(theme().colour(role), width, style)
    made.setCosmetic(True)
    return made


class Graph(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """Moves and zooms along x alone. The wheel zooms with Ctrl; without, it is for the page.

    Signals:
        pointed: Emitted with the place of the pointer, in px of the viewport.
        clicked: Emitted with the place of a click that moved nothing.
        left: Emitted when the pointer is gone.
    """

    pointed = Signal(QPointF)
    clicked = Signal(QPointF)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plotItem.setMenuEnabled(False)
        self.plotItem.hideButtons()
        self.box = self.plotItem.getViewBox()
        self.box.setMouseEnabled(x=True, y=False)
        self.box.setDefaultPadding(0)
        self.box.disableAutoRange()
        self._pressed_at: QPointF | None = None
        self._whole = (0.0, 1.0)
        self.dress()
        theme().changed.connect(self.dress)

    @Slot()
    def dress(self) -> None:
        """Take on the colours and the type of the theme."""
        self.setBackground(theme().colour("surface"))
        for side in ("left", "right", "bottom"):
            axis = self.plotItem.getAxis(side)
            axis.setPen(pen("border"))
            axis.setTextPen(theme().colour("muted"))
            axis.setTickFont(theme().font("small"))
            axis.setStyle(tickLength=0 if side != "bottom" else int(-theme().px(5)))

    def empty(self) -> None:
        """Take everything away that was drawn."""
        self.plotItem.clear()

    def show_whole(self, low: float, high: float, levels: Sequence[float]) -> None:
        """Settle what there is to be seen, and show all of it.

        Args:
            low: Least x.
            high: Greatest x.
            levels: Values of y, of which the first and the last are the edges.
        """
        self._whole = (low, high)
        self.box.setLimits(xMin=low, xMax=high, minXRange=min(2.0, high - low))
        self.box.setRange(xRange=(low, high), yRange=(levels[0], levels[-1]), padding=0)

    def line(self, x: "NDArray[Any]", y: "NDArray[Any]", drawn: QPen) -> Any:  # noqa: ANN401  # pyqtgraph has no types
        """Draw a line, broken wherever y is not a number, and return it."""
        is_long = len(x) >= MANY
        if is_long:
            drawn.setWidthF(1)
        curve = pg.PlotDataItem(x, y, pen=drawn, connect="finite", antialias=not is_long)
        self.addItem(curve)
        # Given to the constructor they fail: it must be in a view first.
        curve.setClipToView(True)
        curve.setDownsampling(auto=True, method="peak")
        return curve

    def zoom(self, steps: int) -> None:
        """Look more or less closely; with 0, at everything."""
        low, high = self._whole
        if steps:
            (low, high), factor = self.box.viewRange()[0], _CLOSER**steps
            middle, half = (low + high) / 2, (high - low) / 2 * factor
            low, high = middle - half, middle + half
        self.box.setXRange(low, high, padding=0)

    def spot(self, x: float, y: float) -> QPointF:
        """Return where a point is drawn, in px of the viewport."""
        return QPointF(self.mapFromScene(self.box.mapViewToScene(QPointF(x, y))))

    def x_at(self, spot: QPointF) -> float:
        """Return which x is drawn at a place of the viewport."""
        return float(self.box.mapSceneToView(self.mapToScene(spot.toPoint())).x())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        else:
            event.ignore()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position()
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.pointed.emit(event.position())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        start, self._pressed_at = self._pressed_at, None
        if start is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        if (event.position() - start).manhattanLength() < QApplication.startDragDistance():
            self.clicked.emit(event.position())

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self.zoom(0)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit()
