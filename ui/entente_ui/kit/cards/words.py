"""Words of cards, ready to be compared with what is looked for."""

from collections.abc import Callable, Sequence
from typing import Final, Generic

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from entente.domain.text import fold
from entente_ui.kit.cards.face import C

#: Cards made ready in one go, and ms between two.
_PREPARED: Final = 400
_PAUSE: Final = 15


class CardWords(Generic[C]):
    """Remembers the words of cards as they are compared.

    Some at a time are made ready while one looks at the page, so that the first search does
    not halt. A card that changed is another object.
    """

    def __init__(self, page: QWidget, told: Callable[[C], str]) -> None:
        """Know no words yet.

        Args:
            page: Where the cards are seen; while it is hidden nothing is made ready.
            told: Tells the words of a card.
        """
        self._page = page
        self._told = told
        self._folded: dict[str, tuple[C, str]] = {}
        self._cards: Sequence[C] = ()
        self._ready = 0
        self._preparing = QTimer(page, interval=_PAUSE)
        self._preparing.timeout.connect(self._prepare)

    def prepare(self, cards: Sequence[C]) -> None:
        """Make the words of these ready, ahead of time."""
        self._cards, self._ready = cards, 0
        self._preparing.start()

    def hold(self, card: C, words: Sequence[str]) -> bool:
        """Return whether a card holds all of these words, which are folded."""
        folded = self._fold(card)
        return all(word in folded for word in words)

    def forget(self) -> None:
        """Forget all words: they are told otherwise now."""
        self._folded.clear()

    def _prepare(self) -> None:
        some = self._cards[self._ready : self._ready + _PREPARED]
        for card in some:
            self._fold(card)
        self._ready += len(some)
        if not some or not self._page.isVisible():
            self._preparing.stop()

    def _fold(self, card: C) -> str:
        known = self._folded.get(card.id)
        if known is not None and known[0] is card:
            return known[1]
        folded = fold(self._told(card))
        self._folded[card.id] = (card, folded)
        return folded
