"""What keys and menus may do to the board itself."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from entente.domain.catalogue import RECORD_TYPES
from entente.services.board import Board, Card
from entente_ui.pane import Context, paper
from entente_ui.registers.columns import Labels
from entente_ui.registers.inspecting import focus_inspector
from entente_ui.sprints.board.area import CardArea
from entente_ui.sprints.board.moving import Moving


class BoardHands(QObject):
    """Selects, edits, moves and asks for cards.

    Signals:
        written: Emitted when a card is to be written.
        sought: Emitted when one wants to look for something.
    """

    written = Signal()
    sought = Signal()

    def __init__(self, owner: QWidget, context: Context, area: CardArea, moving: Moving) -> None:
        super().__init__(owner)
        self._owner = owner
        self._document = context.document
        self._reveal = context.reveal
        self._area = area
        self._moving = moving

    @property
    def board(self) -> Board:
        """What is shown."""
        return self._moving.board

    @property
    def chosen(self) -> Sequence[Card]:
        """The cards selected, from above."""
        return self._area.selected

    @property
    def is_presenting(self) -> bool:
        """Whether others look at the screen: nothing is changed then."""
        return self._document.is_presenting

    def labels(self, kind: str) -> Labels:
        """Return what the records of a kind are called."""
        return self._document.labels(RECORD_TYPES[kind])

    def rect_of(self, key: str) -> QRect:
        """Return where a card is to be seen, in the coordinates of the owner."""
        rect = self._area.rect_of(key)
        return QRect(self._area.mapTo(self._owner, rect.topLeft()), rect.size())

    def show_cards(self, keys: Sequence[str]) -> None:
        """Select cards and bring them into view."""
        self._area.reveal([key for key in keys if key])

    def set_status(self, some: Sequence[Card], status: str) -> None:
        """Give cards another status."""
        self._moving.set_status(some, status)

    def run(self, name: str) -> None:
        """Do something by its name; while others look at the screen, only what changes nothing."""
        match name:
            case "open":
                focus_inspector(self._owner.window())
            case "filter":
                self.sought.emit()
            case "above" | "below":
                self._area.step(1 if name == "below" else -1)
            case "copy":
                texts = [f"{card.ref}\t{card.title}" for card in self.chosen]
                QGuiApplication.clipboard().setText("\n".join(texts))
            case "sheet" if self.chosen:
                self._reveal(paper("action-sheet"), self.chosen[0].id)
            case _ if not self.is_presenting:
                self._change(name)

    def _change(self, name: str) -> None:
        match name:
            case "new":
                self.written.emit()
            case "edit" if (card := self._area.current) is not None:
                self._area.begin_edit(card.id)
            case "raise" | "lower" | "top" | "bottom":
                self._moving.order(name)
            case "paste":
                self._moving.paste(QGuiApplication.clipboard().text())
