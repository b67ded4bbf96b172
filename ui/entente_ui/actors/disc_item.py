"""A disc on the sheet: somebody, or several who stand at one place."""

from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QGraphicsObject
from typing_extensions import override

from entente_ui.actors.painting import Layer
from entente_ui.look.theme import theme


class DiscItem(QGraphicsObject):
    """Round, with rings around it where it is selected or the keyboard is on it."""

    #: Room around it for rings, badge and shadow, in px at 100 %.
    room: ClassVar[int] = 18

    def __init__(self, radius: float) -> None:
        super().__init__()
        self._radius = radius
        self._selected = False
        self._current = False
        self.setZValue(Layer.TOKEN)

    @property
    def radius(self) -> float:
        """Half the width of the disc."""
        return self._radius

    def mark(self, *, selected: bool, current: bool) -> None:
        """Show whether it is selected, or some of it are, and whether the keyboard is on it."""
        if (selected, current) != (self._selected, self._current):
            self._selected, self._current = selected, current
            self.update()

    @override
    def boundingRect(self) -> QRectF:
        side = self._radius + theme().px(self.room)
        return QRectF(-side, -side, 2 * side, 2 * side)

    @override
    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addEllipse(QPointF(), self._radius + 2, self._radius + 2)
        return path
