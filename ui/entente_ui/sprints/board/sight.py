"""What was read of the backlog, and which of its cards are looked for."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from entente.domain.card_line import CardLine, read_card
from entente.services.board import Board, Card
from entente_ui.kit.cards import CardWords
from entente_ui.sprints.board.arrange import Wanted, words_of
from entente_ui.sprints.board.words import read_as


class Sight:
    """The cards as they are now; those that did not change stay the same objects.

    Attributes:
        board: What was read.
        found: Keys of the cards looked for; None while nothing is.
    """

    def __init__(self, page: QWidget) -> None:
        """See nothing yet.

        Args:
            page: Where the cards are seen.
        """
        self.board = Board()
        self.found: frozenset[str] | None = None
        self._by_key: dict[str, Card] = {}
        self._words = CardWords[Card](page, lambda card: words_of(self.board, card))

    def take(self, board: Board) -> Board:
        """See what was read anew, and return it: what did not change is not measured again."""
        if board.names != self.board.names:
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
        return before if before is not None and before == card else card
