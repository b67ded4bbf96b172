"""Marks of cards that can be clicked apart from the card they are on."""

from typing import TYPE_CHECKING, Generic

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from typing_extensions import override

from entente_ui.kit.cards.delegate import mark_boxes
from entente_ui.kit.cards.face import C
from entente_ui.look.theme import theme

# Mixed in before a view of cards: to the type checker it is one already.
if TYPE_CHECKING:
    from entente_ui.kit.cards.view import CardView

    _View = CardView
else:

    class _View:
        def __class_getitem__(cls, _cards: object) -> type:
            return cls


#: Px at 100 % around a mark that are still meant.
_ABOUT = 4


class MarkClicks(_View[C], Generic[C]):
    """A view of cards with marks that do something when they are clicked.

    Signals:
        marked: Emitted with the key of a card, the place of its mark that was clicked, and
            whether Shift was held.
    """

    marked = Signal(str, int, bool)

    _pressed: tuple[str, int] | None = None

    def takes_click(self, card: C, place: int) -> bool:
        """Whether the mark of a card at a place does anything when it is clicked."""
        raise NotImplementedError

    def mark_at(self, point: QPoint) -> tuple[str, int] | None:
        """Return the key of the card whose mark is at a point, and which mark that is."""
        index = self.indexAt(point)
        card = self.cards.card_at(index)
        if card is None:
            return None
        face, shape = self.cards.faces.face(card), self.cards.shape
        inside = shape.inside(self.visualRect(index))
        inside.setTop(inside.bottom() - shape.head + 1)
        room = theme().px(_ABOUT)
        for place, box in enumerate(mark_boxes(inside, face, shape)):
            is_here = box.adjusted(-room, -room, room, room).contains(point)
            if is_here and self.takes_click(card, place):
                return card.id, place
        return None

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self.mark_at(event.position().toPoint())
        if at is None or event.button() is not Qt.MouseButton.LeftButton:
            self._pressed = None
            super().mousePressEvent(event)
            return
        self._pressed = at
        self.setFocus()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # Two in quick succession are two clicks.
        if self.mark_at(event.position().toPoint()) is not None:
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            is_mark = self.mark_at(event.position().toPoint()) is not None
            shape = Qt.CursorShape.PointingHandCursor if is_mark else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            super().mouseMoveEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            super().mouseReleaseEvent(event)
        elif pressed == self.mark_at(event.position().toPoint()):
            is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.marked.emit(*pressed, is_shifted)
