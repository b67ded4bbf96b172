"""One lane of cards: by mouse, by key, by dragging."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QListView, QWidget
from typing_extensions import override

from entente.services.notes import Note
from entente_ui.difficulties.notes.card_delegate import CardDelegate
from entente_ui.difficulties.notes.cards import Index
from entente_ui.difficulties.notes.carrying import carried_notes, carry, take_up
from entente_ui.difficulties.notes.lane_model import LaneModel
from entente_ui.difficulties.notes.veil import Veil
from entente_ui.kit import dress_list, keep_bar, set_look
from entente_ui.look.theme import theme

_Key: Final = Qt.Key
#: What a key by itself asks for; the names are those of `commands.Commands.run`.
KEYS: Final[Mapping[Qt.Key, str]] = MappingProxyType(
    {
        _Key.Key_M: "level-mediator",
        _Key.Key_A: "level-caucus",
        _Key.Key_P: "level-parties",
        _Key.Key_C: "level-sponsor",
        _Key.Key_U: "level-public",
        _Key.Key_V: "level-next",
        _Key.Key_S: "strike",
        _Key.Key_L: "link",
        _Key.Key_F2: "edit",
        _Key.Key_Return: "edit",
        _Key.Key_Enter: "edit",
        _Key.Key_Delete: "delete",
        _Key.Key_Escape: "escape",
        _Key.Key_N: "new",
    }
)
_SIDES: Final = MappingProxyType({_Key.Key_Left: -1, _Key.Key_Right: 1})
#: Cards placed at a time.
_BATCH: Final = 300
#: Px from the edge where a lane scrolls while something is dragged over it.
_BORDER: Final = 36


class LaneView(QListView):
    """Cards from above.

    Signals:
        chosen: Emitted when other cards are selected.
        asked: Emitted with what a key asks for.
        left: Emitted with −1 or 1 when an arrow leads to the lane beside.
        carried: Emitted likewise when Alt takes the cards along.
        dropped: Emitted with the keys of notes, and the key of the card they were dropped
            on, or nothing for the lane itself.
        aimed: Emitted with whether something is about to be dropped.
        menu_wanted: Emitted with the place for a context menu, on the screen.
        released: Emitted when a card is no longer edited.
    """

    chosen = Signal()
    asked = Signal(str)
    left = Signal(int)
    carried = Signal(int)
    dropped = Signal(list, str)
    aimed = Signal(bool)
    menu_wanted = Signal(QPoint)
    released = Signal()

    #: Where one had scrolled to, until the cards are placed anew. Qt asks before the
    #: constructor below is through.
    _place: int | None = None

    def __init__(self, veil: Veil, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._veil = veil
        self._is_told = False
        #: Keys beside those of every card, likewise.
        self.more_keys: Mapping[Qt.Key, str] = {}
        self.cards = LaneModel(veil, self)
        self.delegate = CardDelegate(self.cards, self)
        self.setModel(self.cards)
        self.setItemDelegate(self.delegate)
        dress_list(self)
        # Thousands of cards are placed some at a time, so that nothing halts meanwhile.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setFrameShape(QListView.Shape.NoFrame)
        set_look(self, "bare", "true")
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        keep_bar(self)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._lay_out)
        self.selectionModel().selectionChanged.connect(self._on_selected)
        self.doubleClicked.connect(lambda _index: self.asked.emit("edit"))
        veil.changed.connect(self.cards.recover)
        theme().changed.connect(self._remeasure)

    @property
    def keys(self) -> list[str]:
        """Keys of the notes selected, from above."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [self.cards.notes[row].id for row in rows]

    @property
    def selected(self) -> list[Note]:
        """The notes selected, from above."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [self.cards.notes[row] for row in rows]

    @property
    def current(self) -> Note | None:
        """The note the cursor is on."""
        index = self.currentIndex()
        return self.cards.note(index) if index.isValid() else None

    @property
    def is_editing(self) -> bool:
        """Whether a text is being written over."""
        return self.state() == QAbstractItemView.State.EditingState

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show these; what is selected and where one has scrolled to stay."""
        keys, current = self.keys, self.current
        place = self.verticalScrollBar().value()
        if self.cards.show_notes(notes):
            self._place = place or None
            self.select(keys, current.id if current else "")

    @override
    def updateGeometries(self) -> None:
        super().updateGeometries()
        bar = self.verticalScrollBar()
        if self._place is not None and bar.maximum() > 0:
            # The last batch is placed: back to where one had scrolled to.
            bar.setValue(min(self._place, bar.maximum()))
            self._place = None

    def _place_all(self) -> None:
        """Place every card now: one of them is to be brought into view."""
        self.setLayoutMode(QListView.LayoutMode.SinglePass)
        self.doItemsLayout()
        self.setLayoutMode(QListView.LayoutMode.Batched)

    def select(self, keys: Sequence[str], current: str = "") -> None:
        """Select those of these notes that are here, without telling anybody."""
        self._is_told = True
        self.clearSelection()
        rows = [row for row in map(self.cards.row_of, keys) if row >= 0]
        flag = QItemSelectionModel.SelectionFlag
        for row in rows:
            self.selectionModel().select(self.cards.index(row), flag.Select)
        at = self.cards.row_of(current) if current else (rows[0] if rows else -1)
        if at >= 0:
            self.selectionModel().setCurrentIndex(self.cards.index(at), flag.NoUpdate)
        self._is_told = False
        self._expand()

    def go_to(self, key: str, *, takes_focus: bool = True) -> None:
        """Select one note, bring it into view and put the cursor there."""
        row = self.cards.row_of(key)
        if row < 0:
            return
        self.select([key], key)
        if takes_focus:
            self.setFocus()
        self.chosen.emit()
        self._place = None
        self._place_all()
        self.scrollTo(self.cards.index(row))

    def enter_at(self, height: int) -> None:
        """Take the cursor from the lane beside, at about the same height."""
        if not self.cards.notes:
            return
        index = self.indexAt(QPoint(self.viewport().width() // 2, height))
        row = index.row() if index.isValid() else self.cards.rowCount() - 1
        self.setFocus()
        self.setCurrentIndex(self.cards.index(row))

    def begin_edit(self, key: str) -> None:
        """Let the text of a note be written over where it stands."""
        row = self.cards.row_of(key)
        if row >= 0:
            self.scrollTo(self.cards.index(row))
            self.edit(self.cards.index(row))

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        QTimer.singleShot(0, self, self.released.emit)

    def _on_selected(self) -> None:
        if not self._is_told:
            self._expand()
            self.chosen.emit()

    def _expand(self) -> None:
        keys = self.keys
        if self.cards.choose(keys[0] if len(keys) == 1 else ""):
            self._later.start()

    def _lay_out(self) -> None:
        if self.hasFocus() and self.currentIndex().isValid():
            self._place_all()
            self.scrollTo(self.currentIndex())
        else:
            self.doItemsLayout()

    def _remeasure(self) -> None:
        self.cards.remeasure()
        self._later.start()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.cards.set_width(self.viewport().width()):
            self._later.start()
        super().resizeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _SIDES and held in {_NO_KEYS, Qt.KeyboardModifier.AltModifier}:
            (self.carried if held else self.left).emit(_SIDES[key])
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.asked.emit("copy")
        elif key == _Key.Key_Space and held == _NO_KEYS:
            if not event.isAutoRepeat():
                self._peek()
        elif key in self.more_keys and held in {_NO_KEYS, Qt.KeyboardModifier.ShiftModifier}:
            self.asked.emit(self.more_keys[key])
        elif key in KEYS and held == _NO_KEYS:
            self.asked.emit(KEYS[key])
        else:
            super().keyPressEvent(event)

    def _peek(self) -> None:
        """Uncover the card that is pointed at, else the one the cursor is on."""
        current = self.current
        self._veil.peek(self._veil.pointed or (current.id if current else ""))

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == _Key.Key_Space and not event.isAutoRepeat():
            self._veil.peek("")
        super().keyReleaseEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # Keys are for the lane that has the focus, not for where cards were selected before.
        self.chosen.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._veil.peek("")
        super().focusOutEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self._veil.pointed = self.cards.note(index).id if index.isValid() else ""
        if self._veil.pointed != self._veil.peeked:
            self._veil.peek("")
        super().mouseMoveEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._veil.pointed = ""
        super().leaveEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            middle = self.visualRect(self.currentIndex()).center()
            self.menu_wanted.emit(self.viewport().mapToGlobal(middle))
        elif self.keys:
            self.menu_wanted.emit(event.globalPos())

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:  # Qt's name
        indexes = [index for index in self.selectedIndexes() if self.cards.is_editable]
        if not indexes:
            return
        carry(self, self.cards.mimeData(indexes))
        self._aim_at(None)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        keys = self._taken(event)
        if not keys:
            event.ignore()
            return
        at = event.position().toPoint()
        self._aim_at(self.indexAt(at), keys)
        self._scroll_near(at.y())
        take_up(event)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._aim_at(None)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        keys = self._taken(event)
        if not keys:
            event.ignore()
            return
        self._aim_at(self.indexAt(event.position().toPoint()), keys)
        target = self.delegate.aimed
        self._aim_at(None)
        take_up(event)
        self.dropped.emit(list(keys), target)

    def _taken(self, event: QDropEvent) -> Sequence[str]:
        """Return the keys of the notes that are dragged, if they may be dropped here."""
        return carried_notes(event) if self.cards.is_editable else ()

    def _aim_at(self, index: Index | None, keys: Sequence[str] = ()) -> None:
        """Show where something would be dropped: a card, the lane, or nowhere for None."""
        card = self.cards.note(index).id if index is not None and index.isValid() else ""
        self.delegate.aimed = "" if card in keys else card
        self.aimed.emit(index is not None and not self.delegate.aimed)
        self.viewport().update()

    def _scroll_near(self, height: int) -> None:
        near, bar = theme().px(_BORDER), self.verticalScrollBar()
        if height < near:
            bar.setValue(bar.value() - near // 2)
        elif height > self.viewport().height() - near:
            bar.setValue(bar.value() + near // 2)


_NO_KEYS: Final = Qt.KeyboardModifier.NoModifier
