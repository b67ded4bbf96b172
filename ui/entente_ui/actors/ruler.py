"""The scales at the edges of a sheet; they stay in view however far one has zoomed in."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.i18n import _
from entente_ui import formats
from entente_ui.actors.frame import Axis, Score
from entente_ui.actors.grid_view import GridView
from entente_ui.look.theme import theme

_TICK: Final = 4
#: Px at 100 % that two numbers side by side keep apart.
_APART: Final = 18


class Ruler(QWidget):
    """One scale, upright or lying."""

    def __init__(self, view: GridView, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self._upright = orientation is Qt.Orientation.Vertical
        self._aimed: Score | None = None
        fixed, free = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(*((fixed, free) if self._upright else (free, fixed)))
        view.zooming.changed.connect(self.update)
        view.aimed.connect(self._on_aimed)
        theme().changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        line = QFontMetrics(theme().font("small")).height()
        if self._upright:
            return QSize(2 * line + theme().px(10), 0)
        return QSize(0, 2 * line + theme().px(9))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        axis = self._axis
        if axis is None:
            return
        painter = QPainter(self)
        painter.setFont(theme().font("small"))
        needed = painter.fontMetrics().height() if self._upright else theme().px(_APART)
        last = -2.0 * needed
        # From the far end inwards: where there is no room for all, 5 and 1 matter most.
        first, *others = axis.scores
        for score in (first, *reversed(others)):
            at = self._place(score)
            named = score.is_integer() and (score == first or abs(at - last) >= needed)
            named = named and (score == first or abs(at - self._place(first)) >= needed)
            self._paint_tick(painter, score, at, named=named)
            last = at if named and score != first else last
        self._paint_title(painter, axis)

    @property
    def _axis(self) -> Axis | None:
        axes = self._view.board.lens.axes
        return None if axes is None else axes[0 if self._upright else 1]

    def follow(self) -> None:
        """Show the scale of the lens in use, or go where it has none."""
        self.setVisible(self._axis is not None)
        self.update()

    def _on_aimed(self, score: Score | None) -> None:
        if score != self._aimed:
            self._aimed = score
            self.update()

    def _paint_tick(self, painter: QPainter, score: float, at: float, *, named: bool) -> None:
        aimed = self._aimed is not None and score == (
            self._aimed.up if self._upright else self._aimed.across
        )
        tick = theme().px(_TICK)
        whole = score.is_integer()
        painter.setPen(QPen(theme().colour("accent" if aimed else "edge"), 2 if aimed else 1))
        length = tick if whole or aimed else tick / 2
        if self._upright:
            edge = float(self.width())
            painter.drawLine(QPointF(edge - length - 2, at), QPointF(edge - 2, at))
        else:
            painter.drawLine(QPointF(at, 2), QPointF(at, 2 + length))
        if not named and not aimed:
            return
        painter.setFont(theme().font("small_strong" if aimed else "small"))
        painter.setPen(theme().colour("accent" if aimed else "muted"))
        metrics = painter.fontMetrics()
        text = formats.number(score)
        width, height = metrics.horizontalAdvance(text), metrics.height()
        if self._upright:
            box = QRectF(self.width() - tick - 6 - width, at - height / 2, width + 2, height)
        else:
            box = QRectF(at - width / 2 - 1, tick + 3, width + 2, height)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_title(self, painter: QPainter, axis: Axis) -> None:
        painter.setFont(theme().font("small_strong"))
        painter.setPen(theme().colour("muted"))
        title = f"{_(ACTOR.field(axis.field).label)} →"
        height = painter.fontMetrics().height()
        middle = Qt.AlignmentFlag.AlignCenter
        if not self._upright:
            box = QRectF(0, self.height() - height - 1, self.width(), height)
            painter.drawText(box, middle, title)
            return
        painter.translate(0, self.height())
        painter.rotate(-90)
        painter.drawText(QRectF(0, 0, self.height(), height), middle, title)

    def _place(self, score: float) -> float:
        """Return where a score is along this scale, in this widget."""
        point = QPointF(*self._view.board.frame.point(score, score))
        seen = self._view.mapFromScene(point)
        corner = self._view.mapTo(self._view.window(), self._view.viewport().pos() + seen)
        mine = self.mapFrom(self.window(), corner)
        return float(mine.y() if self._upright else mine.x())
