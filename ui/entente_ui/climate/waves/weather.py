"""The weather of a minute as pictures: from a storm to the sun, told apart by their shapes."""

import math
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

#: Of a picture 24 wide and 24 high.
_SIDE: Final = 24.0
_RAYS: Final = 8
_STROKE: Final = 1.6
#: Where drops begin, and the corners of a flash.
_DROPS: Final = (8.0, 12.0, 16.0)
_FLASH: Final = ((12.5, 15.0), (9.5, 19.0), (12.0, 19.0), (10.5, 23.0), (15.0, 17.8), (12.4, 17.8))
STORM, RAIN, CLOUDS, BRIGHT, SUN = range(1, 6)


def paint_weather(painter: QPainter, box: QRectF, answer: int, ink: QColor, ground: QColor) -> None:
    """Draw an answer from 1, a storm, to 5, the sun, into the middle of a box on a ground."""
    painter.save()
    scale = min(box.width(), box.height()) / _SIDE
    painter.translate(box.center())
    painter.scale(scale, scale)
    painter.translate(-_SIDE / 2, -_SIDE / 2)
    painter.setPen(QPen(ink, _STROKE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if answer == SUN:
        _sun(painter, QPointF(12, 12), 4.6)
    elif answer == BRIGHT:
        _sun(painter, QPointF(8, 8), 3.4)
    painter.setBrush(ground)  # the cloud hides part of the sun
    if answer != SUN:
        painter.drawPath(_cloud(2.0 if answer == BRIGHT else 0.0 if answer == CLOUDS else -3.0))
    if answer == RAIN:
        for x in _DROPS:
            painter.drawLine(QPointF(x, 18), QPointF(x - 1.5, 22))
    if answer == STORM:
        painter.setBrush(ink)
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in _FLASH]))
    painter.restore()


def _sun(painter: QPainter, centre: QPointF, radius: float) -> None:
    painter.drawEllipse(centre, radius, radius)
    for ray in range(_RAYS):
        angle = math.tau * ray / _RAYS
        way = QPointF(math.cos(angle), math.sin(angle))
        painter.drawLine(centre + way * (radius + 2), centre + way * (radius + 4))


def _cloud(down: float) -> QPainterPath:
    """Return a cloud, so much lower than the middle."""
    path = QPainterPath()
    path.moveTo(7, 18 + down)
    path.arcTo(QRectF(3, 10 + down, 8, 8), 270, -180)
    path.arcTo(QRectF(7, 6.5 + down, 9, 9), 160, -140)
    path.arcTo(QRectF(13, 10 + down, 8, 8), 90, -180)
    path.closeSubpath()
    return path
