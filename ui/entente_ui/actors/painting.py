"""What the drawings of the grid have in common."""

from enum import IntEnum
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from entente_ui.actors.labelled import BADGE_OFF, BADGE_SIZE
from entente_ui.actors.naming import Lines
from entente_ui.kit.badge import paint_camp_badge
from entente_ui.look.theme import theme

#: Opacity of what is not among what was filtered for.
DIMMED: Final = 0.16

_CORNER: Final = 8


class Layer(IntEnum):
    """What lies over what on the grid."""

    TARGET = 1
    TRAIL = 2
    CAPTION = 3
    TOKEN = 10
    PINNED = 30
    PANEL = 40
    IN_PANEL = 45
    CARRIED = 60
    TAG = 80


def paint_sheet(painter: QPainter, width: float, height: float) -> None:
    """Draw an empty sheet."""
    sheet = QRectF(0, 0, width, height).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(theme().colour("border"), 1))
    painter.setBrush(theme().colour("surface"))
    painter.drawRoundedRect(sheet, theme().px(_CORNER), theme().px(_CORNER))


def paint_disc(painter: QPainter, radius: float, ring: QColor, text: str) -> None:
    """Draw a ring around initials or a number, centred on the origin."""
    width = max(2.0, radius * 0.17)
    painter.setPen(QPen(ring, width))
    painter.setBrush(theme().colour("surface"))
    painter.drawEllipse(QPointF(), radius - width / 2, radius - width / 2)
    painter.setFont(_lettering(radius))
    painter.setPen(theme().colour("text"))
    box = QRectF(-radius, -radius, 2 * radius, 2 * radius)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def paint_badge(painter: QPainter, radius: float, camp: str | None) -> None:
    """Draw the letter of a camp on the upper right of a token centred on the origin."""
    size = max(6.5, radius * BADGE_SIZE)
    centre = QPointF(radius * BADGE_OFF, -radius * BADGE_OFF)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour("surface"))
    painter.drawEllipse(centre, size + 1.4, size + 1.4)
    paint_camp_badge(painter, centre, size, camp)


def paint_lines(
    painter: QPainter, box: QRectF, lines: Lines, ground: str, role: str = "text"
) -> None:
    """Write lines one below the other in the middle of a box, clear of what lies behind.

    Args:
        painter: Draws them.
        box: Where.
        lines: The words.
        ground: Role of the colour behind them.
        role: Role of the colour of the words.
    """
    if not lines:
        return
    font = theme().font("small")
    painter.setFont(font)
    height = box.height() / len(lines)
    ascent = painter.fontMetrics().ascent()
    spare = (height - painter.fontMetrics().height()) / 2
    for number, line in enumerate(lines):
        width = painter.fontMetrics().horizontalAdvance(line)
        start = QPointF(box.center().x() - width / 2, box.top() + number * height + spare + ascent)
        path = QPainterPath()
        path.addText(start, font, line)
        painter.strokePath(path, QPen(theme().colour(ground), 3.0))
        painter.setPen(theme().colour(role))
        painter.drawText(start, line)


def _lettering(radius: float) -> QFont:
    font = theme().font("small_strong")
    font.setWeight(QFont.Weight.Bold)
    font.setPixelSize(max(9, round(radius * 0.74)))
    return font


def paint_shadow(painter: QPainter, radius: float) -> None:
    """Draw the shadow of a disc that floats, centred on the origin."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour("shadow", 0.075 if theme().is_dark else 0.03))
    depth = theme().px(11)
    for step in range(depth, 0, -1):
        painter.drawEllipse(QPointF(0, depth * 0.45), radius + step, radius + step)
