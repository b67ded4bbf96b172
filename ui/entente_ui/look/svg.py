"""Our SVG files, painted in a colour."""

import re
from functools import cache
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from entente_resources import resource
from entente_ui.look.tokens import Palette

_ROLE: Final = re.compile(r"@(\w+)")


@cache
def svg_text(name: str) -> str:
    """Return the file of an icon, without its extension given.

    Raises:
        FileNotFoundError: If there is none.
    """
    return resource(f"icons/{name}.svg").read_text(encoding="utf-8")


def coloured(name: str, colour: str) -> bytes:
    """Return the file of an icon with every `currentColor` being `colour`."""
    # QtSvg paints currentColor black unless the root says what it is.
    return svg_text(name).replace("<svg ", f'<svg color="{colour}" ', 1).encode()


def pixmap(name: str, colour: QColor, size: QSize) -> QPixmap:
    """Return an icon painted in `colour`, `size` in device pixels, from the cache if it can.

    In a picture wider than high the icon stands at the left.
    """
    key = f"entente/{name}/{colour.rgba():08x}/{size.width()}x{size.height()}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    if size.isEmpty():
        return found
    drawn = QPixmap(size)
    drawn.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(coloured(name, colour.name())))
    painter = QPainter(drawn)
    side = min(size.width(), size.height())
    box = QRectF(0, (size.height() - side) / 2, side, side)
    renderer.render(painter, box)
    # Afterwards and on the whole: strokes that cross would show where they do.
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.fillRect(drawn.rect(), QColor(0, 0, 0, colour.alpha()))
    painter.end()
    QPixmapCache.insert(key, drawn)
    return drawn


def themed(name: str, palette: Palette) -> bytes:
    """Return a drawing, in whose file `@role` stands for a colour, in those of a theme."""
    return _ROLE.sub(lambda match: str(getattr(palette, match[1])), svg_text(name)).encode()
