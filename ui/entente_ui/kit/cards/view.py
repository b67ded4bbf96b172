"""One lane of cards: by mouse, by key, by dragging."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget
from typing_extensions import override

from entente_ui.kit.cards.delegate import CardDelegate
from entente_ui.kit.cards.face import C, Faces
from entente_ui.kit.cards.handling import Handling
from entente_ui.kit.cards.model import CardModel
from entente_ui.kit.table import dress_list
from entente_ui.look.theme import theme

#: Cards placed at a time, more than are seen: twenty lanes at once are laid out together.
_BATCH: Final = 48


class CardView(Handling[C], QListView):
    """Cards from above.

    Signals:
        left: Emitted with −1 or 1 when an arrow leads to the lane beside.
        carried: Emitted likewise when Alt takes the cards along.
        dropped: Emitted with the keys of cards, and the key of the card they were dropped
            on, or nothing for the lane itself.
        aimed: Emitted with whether something is about to be dropped.
    """

    left = Signal(int)
    carried = Signal(int)
    dropped = Signal(list, str)
    aimed = Signal(bool)

    #: Where one had scrolled to, until the cards are placed anew. Qt asks before the
    #: constructor below is through.
    _place: int | None = None

    def __init__(self, kind: str, faces: Faces[C], parent: QWidget | None = None) -> None:
        """Show cards.

        Args:
            kind: Name of the kind of record they stand for, as it is dragged.
            faces: Tells them.
            parent: Its widget.
        """
        super().__init__(parent)
        self._is_told = False
        self.cards = CardModel(kind, faces, self)
        self.delegate = CardDelegate(self.cards, self)
        self.hold(self.cards, self.delegate)
        dress_list(self)
        # Thousands of cards are placed some at a time, so that nothing halts meanwhile.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._lay_out)
        self.selectionModel().selectionChanged.connect(self._on_selected)
        self.doubleClicked.connect(lambda _index: self.ask("edit"))
        theme().changed.connect(self._remeasure)

    @property
    def keys(self) -> list[str]:
        """Keys of the cards selected, from above."""
        return [card.id for card in self.selected]

    def show_cards(self, cards: Sequence[C]) -> None:
        """Show these; what is selected and where one has scrolled to stay."""
        keys, current = self.keys, self.current
        place = self.verticalScrollBar().value()
        if self.cards.show_cards(cards):
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
        """Select those of these cards that are here, without telling anybody."""
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
        """Select one card, bring it into view and put the cursor there."""
        row = self.cards.row_of(key)
        if row < 0:
            return
        self.select([key], key)
        if takes_focus:
            self.setFocus()
        self.chosen.emit()
        self._place = None
        self._place_all()
        self._later.stop()  # it shows more of itself already
        self.scrollTo(self.cards.index(row))

    def enter_at(self, height: int) -> None:
        """Take the cursor from the lane beside, at about the same height."""
        if not self.cards.shown:
            return
        index = self.indexAt(QPoint(self.viewport().width() // 2, height))
        row = index.row() if index.isValid() else self.cards.rowCount() - 1
        self.setFocus()
        self.setCurrentIndex(self.cards.index(row))

    def begin_edit(self, key: str) -> None:
        """Let the text of a card be written over where it stands."""
        row = self.cards.row_of(key)
        if row >= 0:
            self.scrollTo(self.cards.index(row))
            self.edit(self.cards.index(row))

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
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # Keys are for the lane that has the focus, not for where cards were selected before.
        self.chosen.emit()

    @override
    def go_aside(self, by: int, *, is_carrying: bool) -> bool:
        (self.carried if is_carrying else self.left).emit(by)
        return True

    @override
    def aim(self, at: QPoint | None, keys: Sequence[str] = ()) -> None:
        self.delegate.aimed = self._target(at, keys) if at is not None else ""
        self.aimed.emit(at is not None and not self.delegate.aimed)
        self.viewport().update()

    @override
    def drop(self, keys: Sequence[str], at: QPoint) -> None:
        self.dropped.emit(list(keys), self._target(at, keys))

    def _target(self, at: QPoint, keys: Sequence[str]) -> str:
        """Return the key of the card at a point, nothing if it is one of those dragged."""
        card = self.cards.card_at(self.indexAt(at))
        return "" if card is None or card.id in keys else card.id
