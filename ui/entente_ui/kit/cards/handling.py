"""What views of cards share, however the cards stand: keys, menus, editing, dragging."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Generic

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QWidget
from typing_extensions import override

from entente_ui.kit.cards.carrying import carried, carry, take_up
from entente_ui.kit.cards.delegate import CardDelegate
from entente_ui.kit.cards.face import C
from entente_ui.kit.cards.texts import CardTexts
from entente_ui.kit.label import set_look
from entente_ui.kit.scroll import keep_bar
from entente_ui.look.theme import theme

# Mixed in before a view of Qt: to the type checker it is one already.
if TYPE_CHECKING:
    _View = QAbstractItemView
else:

    class _View:
        pass


_SIDES: Final = MappingProxyType({Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1})
NO_KEYS: Final = Qt.KeyboardModifier.NoModifier
#: Px from the edge where a view scrolls while something is dragged over it.
_BORDER: Final = 36
#: Ms between two steps of that, while the pointer rests there.
_PULSE: Final = 40


class Handling(_View, Generic[C]):
    """Cards by mouse, by key, by dragging; many can be selected.

    Signals:
        chosen: Emitted when other cards are selected.
        asked: Emitted with what a key or a double click asks for.
        menu_wanted: Emitted with the place for a context menu, on the screen.
        released: Emitted when a card is no longer edited.

    Attributes:
        own_keys: What a key by itself asks for; Ctrl+C asks for "copy".
        more_keys: What further keys ask for, by themselves or with Shift.
    """

    chosen = Signal()
    asked = Signal(str)
    menu_wanted = Signal(QPoint)
    released = Signal()

    own_keys: Mapping[Qt.Key, str] = MappingProxyType({})
    more_keys: Mapping[Qt.Key, str] = MappingProxyType({})

    def hold(self, cards: CardTexts[C], delegate: CardDelegate) -> None:
        """Show the cards of a model, painted by a delegate."""
        self._cards = cards
        self.setModel(cards)
        self.setItemDelegate(delegate)
        set_look(self, "bare", "true")
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        keep_bar(self)
        self._pull = 0
        self._pulling = QTimer(self, interval=_PULSE)
        self._pulling.timeout.connect(self._scroll_on)

    @property
    def selected(self) -> list[C]:
        """The cards selected, from above."""
        indexes = sorted(self.selectedIndexes(), key=lambda i: (i.row(), i.column()))
        found = (self._cards.card_at(index) for index in indexes)
        return [card for card in found if card is not None]

    @property
    def current(self) -> C | None:
        """The card the cursor is on."""
        return self._cards.card_at(self.currentIndex())

    @property
    def is_editing(self) -> bool:
        """Whether a text is being written over."""
        return self.state() == QAbstractItemView.State.EditingState

    def ask(self, name: str) -> None:
        """Ask for something by its name."""
        self.asked.emit(name)

    def go_aside(self, by: int, *, is_carrying: bool) -> bool:  # noqa: ARG002  # views of lanes do
        """Go −1 or 1 to the side, with the cards or without; return whether there is a side."""
        return False

    def aim(self, at: QPoint | None, keys: Sequence[str] = ()) -> None:
        """Show where cards would be dropped, nowhere for None."""
        raise NotImplementedError

    def takes(self, at: QPoint) -> bool:  # noqa: ARG002  # others look at the place
        """Return whether cards can be dropped at a point."""
        return True

    def drop(self, keys: Sequence[str], at: QPoint) -> None:
        """Tell that cards were dropped at a point."""
        raise NotImplementedError

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        QTimer.singleShot(0, self, self.released.emit)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        alt, shift = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
        is_side = key in _SIDES and held in {NO_KEYS, alt}
        if is_side and self.go_aside(_SIDES[key], is_carrying=held == alt):
            return
        if event.matches(QKeySequence.StandardKey.Copy):
            self.ask("copy")
        elif key in self.more_keys and held in {NO_KEYS, shift}:
            self.ask(self.more_keys[key])
        elif key in self.own_keys and held == NO_KEYS:
            self.ask(self.own_keys[key])
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.current is not None:
            middle = self.visualRect(self.currentIndex()).center()
            self.menu_wanted.emit(self.viewport().mapToGlobal(middle))
        elif self.selected:
            self.menu_wanted.emit(event.globalPos())

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:  # Qt's name
        if self.selected and self._cards.is_editable:
            carry(self, self._cards.mimeData(self.selectedIndexes()))
            self._leave_off()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        keys, at = self._taken(event), event.position().toPoint()
        if not keys:
            self._leave_off()
            event.ignore()
            return
        self.aim(at, keys)
        self._scroll_near(at.y())
        take_up(event)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._leave_off()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        keys = self._taken(event)
        self._leave_off()
        if not keys:
            event.ignore()
            return
        take_up(event)
        self.drop(keys, event.position().toPoint())

    def _taken(self, event: QDropEvent) -> Sequence[str]:
        """Return the keys of the cards that are dragged, if they may be dropped here."""
        is_open = self._cards.is_editable and self.takes(event.position().toPoint())
        return carried(event, self._cards.kind) if is_open else ()

    def _leave_off(self) -> None:
        self._pulling.stop()
        self.aim(None)

    def _scroll_near(self, height: int) -> None:
        """Scroll while the pointer is near the upper or lower edge, also while it rests there."""
        near = theme().px(_BORDER)
        is_above, is_below = height < near, height > self.viewport().height() - near
        self._pull = (is_below - is_above) * (near // 2)
        if not self._pull:
            self._pulling.stop()
        elif not self._pulling.isActive():
            self._scroll_on()
            self._pulling.start()

    def _scroll_on(self) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self._pull)
