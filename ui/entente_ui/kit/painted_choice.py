"""A drawing whose parts are chosen by the mouse, or by keys one after the other."""

from collections.abc import Mapping
from typing import ClassVar, Final

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

#: Where nothing can be chosen.
NOWHERE: Final = -1
_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class PaintedChoice(QWidget):
    """Follows pointer and keyboard over the parts of a drawing; whoever draws it says which.

    Attributes:
        hovered: The part under the pointer, or `NOWHERE`.
    """

    #: How many parts further a key leads.
    steps: ClassVar[Mapping[Qt.Key, int]] = {}

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hovered = NOWHERE
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def aimed(self) -> int:
        """The part the keyboard is on."""
        raise NotImplementedError

    def part_at(self, point: QPointF) -> int:
        """Return the part at a point, or `NOWHERE`."""
        raise NotImplementedError

    def aim(self, part: int) -> None:
        """Put the keyboard on a part that a key leads to; it may not exist."""
        raise NotImplementedError

    def choose(self, part: int) -> None:
        """Choose a part."""
        raise NotImplementedError

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hovered = self.part_at(event.position())
        if self.hovered == NOWHERE:
            self.unsetCursor()
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.hovered = NOWHERE
        self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        part = self.part_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and part != NOWHERE:
            self.choose(part)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in self.steps:
            self.aim(self.aimed + self.steps[key])
        elif key in _ENTER:
            self.choose(self.aimed)
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
