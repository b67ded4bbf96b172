"""The shadow under what floats."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from entente_ui.look.theme import theme

#: Room a floating widget keeps around itself for its shadow, in px at 100 %.
SHADOW: Final = 14


def paint_shadow(painter: QPainter, box: QRectF, radius: float) -> None:
    """Draw a soft shadow around `box`, a little lower than it, as a lamp above would."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    depth = theme().px(SHADOW)
    strength = 0.030 if theme().is_dark else 0.011
    painter.setBrush(theme().colour("shadow", strength))
    for step in range(depth, 0, -1):
        grown = box.adjusted(-step, -step * 0.55, step, step).translated(0, depth * 0.12)
        path = QPainterPath()
        path.addRoundedRect(grown, radius + step, radius + step)
        painter.drawPath(path)
    painter.restore()
