"""The way an actor came: earlier positions, dotted, with their dates."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from entente.domain.actor import Camp
from entente_ui.actors.painting import Layer, paint_lines
from entente_ui.look.theme import theme

#: How far a stretch bends away from the straight line, as a part of its length.
_BEND: Final = 0.11
#: Px at 100 %: radius of an earlier position, length of the head of the arrow.
STOP: Final = 4.5
_HEAD: Final = 7.0


@dataclass(frozen=True, slots=True)
class Stop:
    """An earlier position.

    Attributes:
        point: Where it is.
        date: The words of its date.
        box: Where they go; None when there is no room for them.
        ground: Role of the colour behind them.
    """

    point: QPointF
    date: str
    box: QRectF | None = None
    ground: str = "surface"


class TrailItem(QGraphicsItem):
    """The trail of one actor, from the earliest position to the rim of the token."""

    def __init__(self, camp: Camp | None, stops: Sequence[Stop], end: QPointF, rim: float) -> None:
        super().__init__()
        self.stops = tuple(stops)
        self._camp = camp
        self._head = QPolygonF()
        self._path = self._trace(end, rim)
        self.setZValue(Layer.TRAIL)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    @override
    def boundingRect(self) -> QRectF:
        room = theme().px(STOP) + 2
        rect = self._path.boundingRect().adjusted(-room, -room, room, room)
        for stop in self.stops:
            if stop.box is not None:
                rect = rect.united(stop.box.adjusted(-3, -3, 3, 3))
        return rect.united(self._head.boundingRect())

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = theme().camp(self._camp).ring
        pen = QPen(colour, max(1.4, theme().px(14) / 10))
        pen.setDashPattern([0.1, 2.6])
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setWidthF(pen.widthF() * 1.3)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(self._head)
        for stop in self.stops:
            painter.setPen(QPen(colour, 1.4))
            painter.setBrush(theme().colour(stop.ground))
            painter.drawEllipse(stop.point, theme().px(STOP), theme().px(STOP))
            if stop.box is not None:
                paint_lines(painter, stop.box, (stop.date,), stop.ground, "muted")

    def _trace(self, end: QPointF, rim: float) -> QPainterPath:
        path = QPainterPath()
        places = [*(stop.point for stop in self.stops), end]
        if len(places) < 2:
            return path
        path.moveTo(places[0])
        for start, place in itertools.pairwise(places):
            last = place is end
            turn = _bent(start, place)
            target = _short_of(turn, place, rim + theme().px(_HEAD)) if last else place
            path.quadTo(turn, target)
            if last:
                self._head = _arrow(target, place, theme().px(_HEAD))
        return path


def _bent(start: QPointF, end: QPointF) -> QPointF:
    """Return the point that pulls a stretch off the straight line, always to the same side."""
    across = end - start
    return (start + end) / 2 + QPointF(across.y(), -across.x()) * _BEND


def _short_of(start: QPointF, end: QPointF, distance: float) -> QPointF:
    line = QLineF(end, start)
    if line.length() <= distance:
        return start
    line.setLength(distance)
    return line.p2()


def _arrow(base: QPointF, towards: QPointF, length: float) -> QPolygonF:
    line = QLineF(base, towards)
    if line.length() < 1:
        return QPolygonF()
    line.setLength(length)
    normal = line.normalVector()
    normal.setLength(length * 0.45)
    side = normal.p2() - normal.p1()
    return QPolygonF([line.p2(), base + side, base - side])
