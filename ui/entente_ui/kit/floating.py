"""The shadow under what floats."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from entente_ui.look.theme import theme

#: Room a floating widget keeps around itself for its shadow, in px at 100 %.
SHADOW: Final = 18


def paint_shadow(painter: QPainter, box: QRectF, radius: float) -> None:
    """Draw a soft shadow around `box`, a little lower than it, as a lamp above would."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    depth = theme().px(SHADOW)
    strength = 0.075 if theme().is_dark else 0.026
    for step in range(depth, 0, -1):
        # Layers add up: faint ones far out, so that the edge cannot be seen.
        painter.setBrush(theme().colour("shadow", strength * (1 - step / (depth + 1)) ** 2))
        grown = box.adjusted(-step, -step * 0.7, step, step).translated(0, depth * 0.1)
        path = QPainterPath()
        path.addRoundedRect(grown, radius + step, radius + step)
        painter.drawPath(path)
    painter.restore()
