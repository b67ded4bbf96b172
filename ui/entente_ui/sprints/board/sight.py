"""What was read of the backlog, and which of its cards are looked for."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from entente.domain.card_line import CardLine, read_card
from entente.domain.confidentiality import MEDIATOR
from entente.services import board_news
from entente.services.board import Board, Card
from entente.store.journal import ChangeSet
from entente_ui.document import Document
from entente_ui.kit.cards import CardWords
from entente_ui.sprints.board.arrange import Wanted, words_of
from entente_ui.sprints.board.words import read_as


class Sight:
    """The cards as they are now; those that did not change stay the same objects.

    Attributes:
        board: What was read.
        found: Keys of the cards looked for; None while nothing is.
        viewer: Who it was read for.
    """

    def __init__(self, page: QWidget) -> None:
        """See nothing yet.

        Args:
            page: Where the cards are seen.
        """
        self.board = Board()
        self.found: frozenset[str] | None = None
        self._by_key: dict[str, Card] = {}
        self.viewer = MEDIATOR
        #: Keys of the cards to be read again; None for the whole board.
        self._touched: frozenset[str] | None = None
        self._words = CardWords[Card](page, lambda card: words_of(self.board, card))

    def take_note(self, change_set: ChangeSet) -> None:
        """Take note of a step: what it touched is to be read again."""
        if self._touched is not None:
            keys = board_news.touched(change_set)
            self._touched = None if keys is None else self._touched | keys

    def read(self, document: Document) -> Board:
        """Read what no longer holds, and return the board: what did not change is measured once."""
        viewer, known = document.viewer, self.board
        keys = self._touched if viewer == self.viewer else None
        board = document.read(lambda s: board_news.read_again(s, known, keys, viewer))
        self.viewer, self._touched = viewer, frozenset()
        if board.names is not known.names and board.names != known.names:
            self._words.forget()
        kept = tuple(self._kept(card) for card in board.cards)
        self.board = replace(board, cards=kept)
        self._by_key = {card.id: card for card in kept}
        self._words.prepare(kept)
        return self.board

    def card(self, key: str) -> Card | None:
        """Return a card, None if it is not there."""
        return self._by_key.get(key)

    @property
    def wanted(self) -> list[str]:
        """Keys of the cards looked for, else of all there are."""
        keys = [card.id for card in self.board.cards]
        return [key for key in keys if self.found is None or key in self.found]

    def read_line(self, line: str) -> CardLine:
        """Read a line as a card of the backlog."""
        board = self.board
        return read_card(line, board.today, board.people, board.sprint_words())

    def tell_line(self, line: CardLine) -> str:
        """Say what a line was read as."""
        return read_as(self.board, line)

    def seek(self, wanted: Wanted) -> frozenset[str] | None:
        """Look for cards; return the keys of those found, None where nothing is looked for."""
        self.found = None
        if wanted != Wanted():
            self.found = frozenset(
                card.id
                for card in self.board.cards
                if wanted.fits(card) and self._words.hold(card, wanted.words)
            )
        return self.found

    def _kept(self, card: Card) -> Card:
        before = self._by_key.get(card.id)
        return before if before is card or before == card else card
