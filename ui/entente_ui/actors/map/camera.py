"""Which part of the map is in view, and how large."""

from enum import IntEnum
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize

from entente_ui.look.theme import theme

SMALLEST: Final = 0.03
LARGEST: Final = 4.0
STEP: Final = 1.25
#: Px at 100 % left free around what is fitted into the view.
_ROOM: Final = 16


class Level(IntEnum):
    """How much of a card can be read."""

    DOT = 0
    TINY = 1
    SHORT = 2
    FULL = 3


#: From these sizes on, relative to 1:1.
_TINY_FROM: Final = 0.16
_SHORT_FROM: Final = 0.33
_FULL_FROM: Final = 0.74


def level_at(relative: float) -> Level:
    """Return how much of a card can be read at a size relative to 1:1."""
    if relative >= _FULL_FROM:
        return Level.FULL
    if relative >= _SHORT_FROM:
        return Level.SHORT
    return Level.TINY if relative >= _TINY_FROM else Level.DOT


class Camera:
    """Turns places on the map into places in the view and back.

    Attributes:
        scale: Px of the view for one px of the map.
        offset: Px of the view between its corner and the middle of the map.
    """

    def __init__(self) -> None:
        self.scale = theme().size / 100
        self.offset = QPoint()

    @property
    def relative(self) -> float:
        """Size relative to 1:1, whatever the size of the interface is."""
        return self.scale * 100 / theme().size

    @property
    def level(self) -> Level:
        """How much can be read."""
        return level_at(self.relative)

    @property
    def state(self) -> tuple[float, int, int]:
        """What brings this part back."""
        return self.scale, self.offset.x(), self.offset.y()

    def to_view(self, point: QPointF) -> QPointF:
        """Return where in the view a point of the map is."""
        return QPointF(
            point.x() * self.scale - self.offset.x(), point.y() * self.scale - self.offset.y()
        )

    def to_map(self, point: QPointF) -> QPointF:
        """Return which point of the map is there in the view."""
        return QPointF(
            (point.x() + self.offset.x()) / self.scale, (point.y() + self.offset.y()) / self.scale
        )

    def rect_to_view(self, rect: QRectF) -> QRectF:
        """Return where in the view a part of the map is."""
        return QRectF(self.to_view(rect.topLeft()), rect.size() * self.scale)

    def rect_to_map(self, rect: QRectF | QRect) -> QRectF:
        """Return which part of the map is there in the view."""
        whole = QRectF(rect)
        return QRectF(self.to_map(whole.topLeft()), whole.size() / self.scale)

    def zoom_to(self, scale: float, about: QPointF) -> bool:
        """Draw larger or smaller around a point of the view; say whether anything changed."""
        unit = theme().size / 100
        wanted = max(SMALLEST * unit, min(scale, LARGEST * unit))
        if abs(wanted - self.scale) < 1e-9:
            return False
        fixed = self.to_map(about)
        self.scale = wanted
        self.offset = (fixed * wanted - about).toPoint()
        return True

    def centre_on(self, point: QPointF, size: QSize) -> None:
        """Bring a point of the map into the middle of the view."""
        middle = QPointF(size.width() / 2, size.height() / 2)
        self.offset = (point * self.scale - middle).toPoint()

    def fit(self, area: QRectF, size: QSize, *, largest: float = 1.0) -> None:
        """Show a part of the map as large as it can be, and at most so much larger than 1:1."""
        room = 2 * theme().px(_ROOM)
        unit = theme().size / 100
        self.scale = unit * largest
        if area.width() > 0 and area.height() > 0:
            across = max(1, size.width() - room) / area.width()
            down = max(1, size.height() - room) / area.height()
            self.scale = max(SMALLEST * unit, min(across, down, unit * largest))
        self.centre_on(area.center(), size)
