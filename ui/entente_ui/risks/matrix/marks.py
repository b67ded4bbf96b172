"""The marks on the matrix: threats round, opportunities diamonds, heaps with their number."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from entente.domain.placement import Point
from entente.domain.risk_layout import Grid, Heap
from entente.services.risk_edits import Passed
from entente_ui.formats import number, short_date
from entente_ui.kit.floating import SHADOW, paint_shadow
from entente_ui.look.theme import theme

_INK: Final = "#11181C"
#: A diamond reaches further than a circle of the same weight.
_POINTED: Final = 1.16
_HEAD: Final = 9.0
_DOT: Final = 4.0


@dataclass(frozen=True, slots=True)
class Face:
    """How one mark looks.

    Attributes:
        ref: What is written on it.
        is_threat: Round; an opportunity is a diamond.
        is_ghost: One of the readings beside that of today: an outline.
        is_overdue: Its review is past: it has a small mark at its edge.
    """

    ref: str
    is_threat: bool
    is_ghost: bool = False
    is_overdue: bool = False
    is_selected: bool = False


def shape(point: Point, radius: float, *, is_threat: bool) -> QPainterPath:
    """Return the outline of a mark."""
    x, y = point
    path = QPainterPath()
    if is_threat:
        path.addEllipse(QPointF(x, y), radius, radius)
        return path
    far = radius * _POINTED
    ends = ((0.0, -far), (far, 0.0), (0.0, far), (-far, 0.0))
    path.addPolygon(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in ends]))
    path.closeSubpath()
    return path


def paint_mark(painter: QPainter, point: Point, radius: float, face: Face) -> None:
    """Draw one mark."""
    outline = shape(point, radius, is_threat=face.is_threat)
    pen = QPen(theme().colour("text"), theme().px(1.5))
    if face.is_ghost:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(theme().colour("surface", 0.75 if face.is_ghost else 1.0))
    if face.is_selected:
        painter.setPen(QPen(theme().colour("on_accent"), theme().px(2)))
        painter.setBrush(theme().colour("accent"))
    painter.drawPath(outline)
    ink = theme().colour("on_accent" if face.is_selected else "text")
    _write(painter, point, radius, face.ref, ink)
    if face.is_overdue:
        _paint_overdue(painter, point, radius)


def paint_heap(painter: QPainter, heap: Heap, radius: float, *, is_selected: bool) -> None:
    """Draw a heap: more circles behind, how many there are in front."""
    x, y = heap.point
    painter.setPen(QPen(theme().colour("text"), theme().px(1.5)))
    for off in (6.0, 3.0, 0.0):
        front = off == 0
        painter.setBrush(theme().colour("accent" if is_selected and front else "surface"))
        centre = QPointF(x + theme().px(off) - 1, y - theme().px(off) + 1)
        painter.drawEllipse(centre, radius, radius)
    ink = theme().colour("on_accent" if is_selected else "text")
    _write(painter, (x - 1, y + 1), radius, number(len(heap.marks)), ink)


def paint_focus(painter: QPainter, point: Point, radius: float, *, is_threat: bool) -> None:
    """Draw where the keyboard is, to be seen on any colour."""
    ring = shape(point, radius + theme().px(4), is_threat=is_threat)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme().colour("surface"), theme().px(5)))
    painter.drawPath(ring)
    painter.setPen(QPen(theme().colour("accent"), theme().px(2.5)))
    painter.drawPath(ring)


def paint_arrow(
    painter: QPainter, start: Point, end: Point, radius: float, *, is_planned: bool
) -> None:
    """Draw the way from one mark to another; a planned one is dashed."""
    length = math.dist(start, end)
    if length <= 2.2 * radius:
        return
    dx, dy = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    begin = QPointF(start[0] + dx * radius * 1.1, start[1] + dy * radius * 1.1)
    tip = QPointF(end[0] - dx * radius * 1.25, end[1] - dy * radius * 1.25)
    head = theme().px(_HEAD)
    back = QPointF(tip.x() - dx * head, tip.y() - dy * head)
    side = QPointF(-dy * head * 0.5, dx * head * 0.5)
    style = Qt.PenStyle.DashLine if is_planned else Qt.PenStyle.SolidLine
    for colour, width in (("#FFFFFF", 4.0), (_INK, 2.0)):
        pen = QPen(QColor(colour), theme().px(width), style)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(begin, back)
    painter.setPen(QPen(QColor("#FFFFFF"), 1))
    painter.setBrush(QColor(_INK))
    painter.drawPolygon(QPolygonF([tip, back + side, back - side]))


def paint_trail(
    painter: QPainter,
    grid: Grid,
    passed: Sequence[Passed],
    now: Point,
    taken: Sequence[QRectF],
) -> None:
    """Draw where a risk stood before, each place with its day, and the way to where it is.

    Args:
        painter: Where to.
        grid: The cells.
        passed: The places, oldest first.
        now: Where it is.
        taken: What words must keep clear of; a day without room is left out.
    """
    if not passed:
        return
    points = [_foot(grid, each) for each in passed]
    painter.setPen(QPen(QColor(_INK), theme().px(1.6), Qt.PenStyle.DotLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([*points, QPointF(*now)]))
    painter.setFont(theme().font("small"))
    metrics = QFontMetricsF(painter.font())
    dot = theme().px(_DOT)
    for point, each in zip(points, passed, strict=True):
        words = short_date(each.dated_on)
        size = QSizeF(metrics.horizontalAdvance(words) + theme().px(8), metrics.height())
        boxes = _beside(point, size, dot)
        label = next((box for box in boxes if not any(box.intersects(one) for one in taken)), None)
        if label is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("surface", 0.85))
            painter.drawRoundedRect(label, 3, 3)
            painter.setPen(theme().colour("text"))
            painter.drawText(label, int(Qt.AlignmentFlag.AlignCenter), words)
        painter.setPen(QPen(theme().colour("surface"), 1))
        painter.setBrush(QColor(_INK))
        painter.drawEllipse(point, dot, dot)


def _beside(point: QPointF, size: QSizeF, dot: float) -> tuple[QRectF, ...]:
    """Return where the day of a place may stand: to its right, above, to its left."""
    width, height = size.width(), size.height()
    return (
        QRectF(point.x() + dot, point.y() - height / 2, width, height),
        QRectF(point.x() - dot, point.y() - height - dot, width, height),
        QRectF(point.x() - dot - width, point.y() - height / 2, width, height),
    )


def chip_rect(at: Point, words: str, inside: QRectF) -> QRectF:
    """Return what words beside the pointer cover, their shadow included."""
    edge = theme().px(SHADOW)
    return _chip_box(at, words, inside).adjusted(-edge, -edge, edge, edge)


def paint_chip(painter: QPainter, at: Point, words: str, inside: QRectF) -> None:
    """Write what letting go would mean beside the pointer."""
    box = _chip_box(at, words, inside)
    painter.setFont(theme().font("small_strong"))
    paint_shadow(painter, box, theme().px(6))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour("toast"))
    painter.drawRoundedRect(box, theme().px(6), theme().px(6))
    painter.setPen(theme().colour("on_toast"))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)


def _chip_box(at: Point, words: str, inside: QRectF) -> QRectF:
    metrics, pad = QFontMetricsF(theme().font("small_strong")), theme().px(8)
    size = metrics.boundingRect(words).size()
    box = QRectF(at[0] + theme().px(18), at[1] + theme().px(14), size.width() + 2 * pad, 0)
    box.setHeight(size.height() + pad)
    if box.right() > inside.right():
        box.moveRight(at[0] - theme().px(14))
    if box.bottom() > inside.bottom():
        box.moveBottom(at[1] - theme().px(14))
    return box


def _foot(grid: Grid, each: Passed) -> QPointF:
    box = grid.box(each.cell)
    return QPointF(box.left + theme().px(11), box.bottom - theme().px(11))


def _write(painter: QPainter, point: Point, radius: float, words: str, ink: QColor) -> None:
    """Write a reference in a mark, smaller where it is long."""
    font = theme().font("small_strong")
    painter.setPen(ink)
    width = QFontMetricsF(font).horizontalAdvance(words)
    room = radius * 1.72
    if width > room:
        font.setPointSizeF(font.pointSizeF() * room / width)
    painter.setFont(font)
    box = QRectF(point[0] - radius, point[1] - radius, 2 * radius, 2 * radius)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)


def _paint_overdue(painter: QPainter, point: Point, radius: float) -> None:
    centre = QPointF(point[0] + radius * 0.78, point[1] - radius * 0.78)
    side = theme().px(6.5)
    painter.setPen(QPen(theme().colour("surface"), 1))
    painter.setBrush(theme().colour("caution"))
    painter.drawEllipse(centre, side, side)
    font = theme().font("small_strong")
    font.setPointSizeF(font.pointSizeF() * 0.85)
    painter.setFont(font)
    painter.setPen(theme().colour("surface"))
    box = QRectF(centre.x() - side, centre.y() - side, 2 * side, 2 * side)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), "!")
