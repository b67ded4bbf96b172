"""The lines between actors: colour, pattern and thickness say how they get on."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from math import hypot
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from entente.domain.canvas_layout import CARD_HEIGHT, CARD_WIDTH
from entente.services.maps import MapRelation
from entente_ui.actors.map.camera import Camera, Level
from entente_ui.actors.map.chart import Chart
from entente_ui.look.theme import theme

_TICKS: Final = {"daily": 3, "weekly": 2, "monthly": 1}
#: Px of the map: only longer lines are cut to what can be seen, and so far around it.
_LONG: Final = 1_500
_MARGIN: Final = 24
#: More lines than this are drawn one px thin when all are in view.
_MANY: Final = 1_500


def pen_of(quality: int | None, relative: float) -> QPen:
    """Return the pen of a relation seen at a size relative to 1:1."""
    stroke = theme().relation(quality)
    pen = stroke.pen(max(1.0, stroke.width * max(0.6, min(relative, 1.3))))
    pen.setCosmetic(True)
    return pen


def paint_overview(painter: QPainter, chart: Chart, skipped: Collection[int]) -> None:
    """Draw all lines thin, in one pass; the painter is in px of the map."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    for quality, lines in _by_quality(chart, skipped).items():
        colour = QColor(theme().relation(quality).colour)
        colour.setAlphaF(0.75 if len(chart.lines) < _MANY else 0.5)
        thick = quality in {-2, 2} and len(chart.lines) < _MANY
        pen = QPen(colour, 2 if thick else 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawLines(lines)


def paint_lines(
    painter: QPainter,
    chart: Chart,
    places: Sequence[int],
    camera: Camera,
    area: QRectF | None = None,
) -> None:
    """Draw lines with what is told on them; the painter is in px of the map.

    Args:
        painter: Draws them.
        chart: What is where.
        places: Which lines.
        camera: How large they are seen.
        area: What can be seen of them; None for all.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    relations, lines = chart.relations, chart.lines
    if camera.level is Level.FULL:
        unsure = [lines[place] for place in places if relations[place].confidence == "low"]
        _paint_doubts(painter, unsure, camera)
    groups: dict[int | None, list[QLineF]] = defaultdict(list)
    for place in places:
        groups[relations[place].quality].append(lines[place])
    for quality, group in groups.items():
        pen = pen_of(quality, camera.relative)
        painter.setPen(pen)
        if area is not None:
            # After so much a pattern begins anew.
            period = pen.widthF() * (sum(pen.dashPattern()) or 1) / camera.scale
            seen = area.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
            painter.drawLines(_cut(group, seen, period))
        else:
            painter.drawLines(group)
    if camera.level >= Level.SHORT:
        unit = theme().size / 100 / camera.scale * max(0.7, min(camera.relative, 1.2))
        for place in places:
            relation = relations[place]
            if (
                relation.one_way
                or relation.dependence
                or relation.dependence_back
                or relation.frequency
            ):
                _paint_marks(painter, relation, lines[place], unit, camera.level)


def _cut(lines: Sequence[QLineF], area: QRectF, period: float) -> list[QLineF]:
    """Return what can be seen of long lines, begun where their pattern begins anew."""
    left, right = area.left(), area.right()
    top, bottom = area.top(), area.bottom()
    parts = []
    for line in lines:
        dx, dy = line.dx(), line.dy()
        if abs(dx) + abs(dy) < _LONG:
            parts.append(line)
            continue
        x, y = line.x1(), line.y1()
        start, end = 0.0, 1.0
        if dx:
            one, other = (left - x) / dx, (right - x) / dx
            start, end = max(start, min(one, other)), min(end, max(one, other))
        if dy:
            one, other = (top - y) / dy, (bottom - y) / dy
            start, end = max(start, min(one, other)), min(end, max(one, other))
        if start < end:
            unit = period / hypot(dx, dy)
            start = int(start / unit) * unit
            parts.append(QLineF(x + start * dx, y + start * dy, x + end * dx, y + end * dy))
    return parts


def _by_quality(chart: Chart, skipped: Collection[int]) -> dict[int | None, list[QLineF]]:
    if not skipped:
        return chart.by_quality()
    groups: dict[int | None, list[QLineF]] = defaultdict(list)
    for place, relation in enumerate(chart.relations):
        if place not in skipped:
            groups[relation.quality].append(chart.lines[place])
    return groups


def _paint_doubts(painter: QPainter, lines: Sequence[QLineF], camera: Camera) -> None:
    """Draw a pale band behind the lines of which little is sure."""
    if not lines:
        return
    pen = QPen(theme().colour("caution", 0.22), theme().px(9) * max(0.5, min(camera.relative, 1)))
    pen.setCosmetic(True)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLines(list(lines))


def _paint_marks(
    painter: QPainter, relation: MapRelation, line: QLineF, unit: float, level: Level
) -> None:
    """Draw arrow, dots and ticks."""
    marked = relation.one_way or relation.dependence or relation.dependence_back
    ticks = _TICKS.get(relation.frequency, 0) if level is Level.FULL else 0
    if not (marked or ticks) or line.length() < 1:
        return
    stroke = theme().relation(relation.quality)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(stroke.colour)
    start, end = at_border(line), at_border(QLineF(line.p2(), line.p1()))
    along = line.unitVector()
    step = QPointF(along.dx(), along.dy())
    reach = QLineF(start, end)
    if reach.dx() * step.x() + reach.dy() * step.y() <= 24 * unit:
        return  # the cards nearly touch: nothing would be told apart
    if relation.one_way:
        _paint_arrow(painter, end, step, 9 * unit)
        end -= step * 10 * unit
    _paint_dots(painter, start, step, relation.dependence, unit)
    _paint_dots(painter, end, -step, relation.dependence_back, unit)
    if ticks and reach.length() > 84 * unit:
        _paint_ticks(painter, (start + end) / 2, step, ticks, unit, stroke.colour)


def at_border(line: QLineF) -> QPointF:
    """Return where a line leaves the card it starts from."""
    dx, dy = abs(line.dx()), abs(line.dy())
    part = min(CARD_WIDTH / 2 / dx if dx else 1e9, CARD_HEIGHT / 2 / dy if dy else 1e9)
    return line.pointAt(min(part, 0.5))


def _paint_arrow(painter: QPainter, tip: QPointF, step: QPointF, size: float) -> None:
    across = QPointF(-step.y(), step.x()) * size * 0.48
    base = tip - step * size
    painter.drawPolygon(QPolygonF([tip, base + across, base - across]))


def _paint_dots(painter: QPainter, at: QPointF, step: QPointF, count: int, unit: float) -> None:
    for number in range(count):
        painter.drawEllipse(at + step * (6 + 8 * number) * unit, 2.9 * unit, 2.9 * unit)


def _paint_ticks(  # where, which way, how many, how large and in which colour
    painter: QPainter, at: QPointF, step: QPointF, count: int, unit: float, colour: QColor
) -> None:
    pen = QPen(colour, theme().size / 100 * 1.4)
    pen.setCosmetic(True)
    painter.setPen(pen)
    across = QPointF(-step.y(), step.x()) * 5 * unit
    for number in range(count):
        middle = at + step * (number - (count - 1) / 2) * 4.5 * unit
        painter.drawLine(QLineF(middle - across, middle + across))


def distance(line: QLineF, point: QPointF) -> float:
    """Return how far a point is from a line."""
    dx, dy = line.dx(), line.dy()
    square = dx * dx + dy * dy
    if square == 0:
        return QLineF(line.p1(), point).length()
    part = ((point.x() - line.x1()) * dx + (point.y() - line.y1()) * dy) / square
    return QLineF(line.pointAt(max(0.0, min(part, 1.0))), point).length()


def nearest(chart: Chart, places: Iterable[int], point: QPointF, reach: float) -> int | None:
    """Return the line nearest to a point within reach."""
    best: tuple[float, int] | None = None
    for place in places:
        off = distance(chart.lines[place], point)
        if off <= reach and (best is None or off < best[0]):
            best = (off, place)
    return None if best is None else best[1]
