"""A drawing whose parts are chosen by the mouse, or by keys one after the other."""

from collections.abc import Mapping
from typing import ClassVar, Final

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from entente_ui.kit.label import tooltip_html

#: Where nothing can be chosen.
NOWHERE: Final = -1
_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class PaintedChoice(QWidget):
    """Follows pointer and keyboard over the parts of a drawing; whoever draws it says which.

    Attributes:
        hovered: The part under the pointer, or `NOWHERE`.
        aimed_part: The part the keyboard is on, or `NOWHERE`.
    """

    #: How many parts further a key leads.
    steps: ClassVar[Mapping[Qt.Key, int]] = {}

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hovered = NOWHERE
        self.aimed_part = NOWHERE
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def part_at(self, point: QPointF) -> int:
        """Return the part at a point, or `NOWHERE`."""
        raise NotImplementedError

    def aim(self, part: int) -> None:
        """Put the keyboard on a part that a key leads to; it may not exist."""
        raise NotImplementedError

    def choose(self, part: int) -> None:
        """Choose a part."""
        raise NotImplementedError

    def tip(self, part: int) -> str:
        """Return what is said of a part under the pointer; nothing if empty."""
        del part
        return ""

    def point_to(self, part: int) -> None:
        """Take note that the pointer is on another part, or on none any more."""
        self.hovered = part
        if part == NOWHERE:
            self.unsetCursor()
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.update()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            part = self.part_at(QPointF(event.pos()))
            words = "" if part == NOWHERE else self.tip(part)
            if words:
                QToolTip.showText(event.globalPos(), tooltip_html(words), self)
                return True
        return super().event(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        part = self.part_at(event.position())
        if part != self.hovered:
            self.point_to(part)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.point_to(NOWHERE)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        part = self.part_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and part != NOWHERE:
            self.choose(part)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in self.steps:
            self.aim(self.aimed_part + self.steps[key])
        elif key in _ENTER and self.aimed_part != NOWHERE:
            self.choose(self.aimed_part)
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
