"""Drawings that are repeated many times a second, drawn once."""

from collections.abc import Callable
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPaintEngine, QPainter, QPixmap, QPixmapCache

from entente.i18n import language
from entente_ui.look.theme import theme

#: KiB that may be kept: the tokens and names of the grid at 200 % on a fine screen.
_ROOM: Final = 65_536
_VECTORS: Final = frozenset({QPaintEngine.Type.Pdf, QPaintEngine.Type.SVG})


def paint_kept(
    painter: QPainter, name: str, box: QRectF, paint: Callable[[QPainter], object]
) -> None:
    """Draw something as `paint` does, from the second time on as a picture.

    Args:
        painter: Of a widget; neither turned nor sheared.
        name: Whatever the drawing depends on but theme, language and scale.
        box: What it fills, in the coordinates of the painter.
        paint: Draws it; it is given a painter with the same coordinates.
    """
    if painter.paintEngine().type() in _VECTORS:
        # On paper and in a drawing lines stay lines.
        painter.save()
        paint(painter)
        painter.restore()
        return
    placed = painter.worldTransform()
    scale = placed.m11()
    ratio = painter.device().devicePixelRatioF()
    look = f"{theme().is_dark:d}/{theme().size}/{language()}/{scale * ratio:.3f}"
    key = f"entente/{look}/{box.width():.1f}x{box.height():.1f}/{name}"
    picture = QPixmap()
    if not QPixmapCache.find(key, picture):
        size = box.size() * scale * ratio
        picture = QPixmap(ceil(size.width()) + 1, ceil(size.height()) + 1)
        picture.fill(Qt.GlobalColor.transparent)
        inside = QPainter(picture)
        inside.setRenderHints(painter.renderHints())
        inside.scale(scale * ratio, scale * ratio)
        inside.translate(-box.topLeft())
        paint(inside)
        inside.end()
        picture.setDevicePixelRatio(ratio)
        QPixmapCache.setCacheLimit(max(_ROOM, QPixmapCache.cacheLimit()))
        QPixmapCache.insert(key, picture)
    painter.save()
    painter.resetTransform()
    painter.drawPixmap(_on_pixels(placed.map(box.topLeft()), ratio), picture)
    painter.restore()


def _on_pixels(point: QPointF, ratio: float) -> QPointF:
    """Return the nearest point from which a picture is drawn without being resampled."""
    return QPointF(round(point.x() * ratio) / ratio, round(point.y() * ratio) / ratio)
