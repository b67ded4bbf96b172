"""The ground of the matrix: cells by level, both axes, the lines of appetite and tolerance."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from entente.domain.placement import Box
from entente.domain.risk_layout import Cell, Grid, borders
from entente.domain.risk_levels import STEPS, Scales
from entente.i18n import _
from entente_ui.formats import number
from entente_ui.look.theme import theme
from entente_ui.risks.words import heat_step, level_name, step_name

#: Px at 100 % around the cells: names of the steps, title of the axes, legend of the lines.
_LEFT: Final = 112
_TOP: Final = 26
_RIGHT: Final = 4
_BOTTOM: Final = 46
_HEAD: Final = 22
_GAP: Final = 2
#: Px at 100 % of the head of a cell that its score and the margins take.
_HEAD_TAKEN: Final = 29
#: Signs of a shortened level, its full stop included.
_SHORT: Final = 5
_ROMAN: Final = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_INK: Final = "#11181C"
_LEGEND: Final = 30
#: The two lines: dashes and width.
_APPETITE: Final = (3.0, 2.0)
_TIP: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


def grid_in(width: float, height: float) -> Grid:
    """Return the cells on a sheet of this size."""
    px = theme().px
    right = max(px(_LEFT) + 5.0, width - px(_RIGHT))
    bottom = max(px(_TOP) + 5.0, height - px(_BOTTOM))
    return Grid(Box(px(_LEFT), px(_TOP), right, bottom), px(_HEAD))


def rect_of(box: Box) -> QRectF:
    """Return a box as Qt draws it."""
    return QRectF(box.left, box.top, box.right - box.left, box.bottom - box.top)


def axis_at(grid: Grid, x: float, y: float) -> tuple[str, int] | None:
    """Return the axis and the step whose name is at a point, None elsewhere."""
    area = grid.area
    if x < area.left and area.top <= y < area.bottom:
        cell = grid.cell_at(area.left + 1, y)
        return ("probability", cell[0]) if cell else None
    if y >= area.bottom and area.left <= x < area.right:
        cell = grid.cell_at(x, area.bottom - 1)
        return ("impact", cell[1]) if cell else None
    return None


def cell_ink(scales: Scales, cell: Cell) -> QColor:
    """Return the colour of words in a cell."""
    place = scales.level(*cell)
    if place is None:
        return theme().colour("muted")
    return theme().heat(heat_step(scales, place)).ink


def paint_ground(painter: QPainter, grid: Grid, scales: Scales) -> None:
    """Draw everything that does not move."""
    names = _level_names(painter, grid, scales)
    for probability in STEPS:
        for impact in STEPS:
            _paint_cell(painter, grid, scales, (probability, impact), names)
    _paint_axes(painter, grid, scales)
    _paint_lines(painter, grid, scales)


def _paint_cell(
    painter: QPainter,
    grid: Grid,
    scales: Scales,
    cell: Cell,
    names: Mapping[int | None, str],
) -> None:
    px = theme().px
    rect = rect_of(grid.box(cell)).adjusted(_GAP / 2, _GAP / 2, -_GAP / 2, -_GAP / 2)
    place = scales.level(*cell)
    painter.setPen(Qt.PenStyle.NoPen)
    if place is None:
        painter.setBrush(theme().colour("surface"))
        painter.drawRoundedRect(rect, px(4), px(4))
        painter.setBrush(Qt.BrushStyle.BDiagPattern)
        painter.setPen(QPen(theme().colour("edge"), 1, Qt.PenStyle.DashLine))
    else:
        painter.setBrush(theme().heat(heat_step(scales, place)).fill)
    painter.drawRoundedRect(rect, px(4), px(4))
    painter.setPen(cell_ink(scales, cell))
    head = QRectF(rect.left() + px(6), rect.top() + 1, rect.width() - px(12), grid.head)
    score = number(cell[0] * cell[1])
    painter.setFont(theme().font("small_strong"))
    painter.drawText(head, _TIP, score)
    painter.setFont(theme().font("small"))
    right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
    painter.drawText(head, right, names[place])


def _level_names(painter: QPainter, grid: Grid, scales: Scales) -> dict[int | None, str]:
    """Return how each level is written in a cell: in full, all shortened, or as numerals.

    Roman ones: Arabic ones stand for scores.
    """
    painter.setFont(theme().font("small"))
    metrics = QFontMetricsF(painter.font())
    room = grid.size[0] - theme().px(_HEAD_TAKEN)
    places = [*range(len(scales.bands)), None]
    full = {place: level_name(scales, place) for place in places}
    short = {place: _shortened(name) for place, name in full.items()}
    for names in (full, short):
        fits = all(metrics.horizontalAdvance(name) <= room for name in names.values())
        if fits and len(set(names.values())) == len(names):
            return names
    return {place: "–" if place is None else _numeral(place + 1) for place in places}


def _numeral(value: int) -> str:
    """Return a number from 1 to 39 in Roman numerals; there are at most 25 levels."""
    text = ""
    for worth, sign in _ROMAN:
        text += sign * (value // worth)
        value %= worth
    return text


def _shortened(name: str) -> str:
    return name if len(name) <= _SHORT else f"{name[: _SHORT - 1]}."


def _paint_axes(painter: QPainter, grid: Grid, scales: Scales) -> None:
    px, area = theme().px, grid.area
    wrapped = int(Qt.TextFlag.TextWordWrap)
    right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight) | wrapped
    centre = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter) | wrapped
    for place, step in enumerate(STEPS):
        row, column = grid.box((step, STEPS[0])), grid.box((STEPS[0], step))
        side = QRectF(0, row.top, area.left - px(8), row.bottom - row.top)
        foot = QRectF(column.left, area.bottom + px(4), column.right - column.left, px(_BOTTOM - 6))
        _paint_step(painter, side, right, step, step_name(scales.probability[place]))
        _paint_step(painter, foot, centre, step, step_name(scales.impact[place]))
    painter.setFont(theme().font("small_strong"))
    painter.setPen(theme().colour("text"))
    top = QRectF(0, 0, area.left - px(8), px(_TOP))
    painter.drawText(top, right & ~wrapped, "↑ " + _("Probability"))
    corner = QRectF(0, area.bottom + px(2), area.left - px(8), px(22))
    painter.drawText(corner, right & ~wrapped, _("Impact") + " →")


def _paint_step(painter: QPainter, box: QRectF, align: int, step: int, name: str) -> None:
    """Write number and name of a step, on as many lines as there is room for."""
    painter.setFont(theme().font("small"))
    painter.setPen(theme().colour("muted"))
    words = f"{number(step)} · {name}"
    if QFontMetricsF(painter.font()).horizontalAdvance(words) > box.width():
        words = f"{number(step)}\n{name}"
    metrics = QFontMetricsF(painter.font())
    needed = metrics.boundingRect(box, align, words)
    widest = max(metrics.horizontalAdvance(word) for word in words.split())
    if needed.height() > box.height() or widest > box.width():
        words = f"{number(step)} · {name}"
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, align, words)


def _paint_lines(painter: QPainter, grid: Grid, scales: Scales) -> None:
    """Draw where treatment begins and where the governing body is told."""
    px = theme().px
    x = grid.area.right
    limits = (
        (scales.tolerance, _("tolerance {score}"), (), 3.0),
        (scales.appetite, _("appetite {score}"), _APPETITE, 2.4),
    )
    painter.setFont(theme().font("small"))
    metrics = QFontMetricsF(painter.font())
    for limit, words, dash, width in limits:
        if limit is None:
            continue
        pen = QPen(QColor(_INK), px(width))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dash:
            pen.setDashPattern(dash)
        # A paler line below keeps it apart from dark cells.
        under = QPen(QColor("#FFFFFF"), px(width) + 2.0)
        for line_pen in (under, pen):
            painter.setPen(line_pen)
            for start, end in borders(grid, partial(_is_beyond, limit)):
                painter.drawLine(QLineF(QPointF(*start), QPointF(*end)))
        said = words.format(score=number(limit))
        x -= metrics.horizontalAdvance(said)
        painter.setPen(theme().colour("muted"))
        painter.drawText(QRectF(x, 0, x, px(_TOP)), _TIP, said)
        pen.setColor(theme().colour("text"))
        painter.setPen(pen)
        y = px(_TOP) / 2
        painter.drawLine(QLineF(x - px(_LEGEND + 6), y, x - px(6), y))
        x -= px(_LEGEND + 22)


def _is_beyond(limit: int, cell: Cell) -> bool:
    return cell[0] * cell[1] > limit
