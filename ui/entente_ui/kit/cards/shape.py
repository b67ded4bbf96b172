"""Where everything stands on a card."""

from dataclasses import dataclass, field
from typing import Self

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics

from entente_ui.kit.cards.wrap import Wrapper
from entente_ui.look.theme import theme


@dataclass(frozen=True, slots=True)
class Letters:
    """A font and how wide its letters are, asked for once: it is done for every card."""

    font: QFont
    metrics: QFontMetrics

    @classmethod
    def of(cls, style: str) -> Self:
        """Return the letters of a style at the size of the interface."""
        font = theme().font(style)
        return cls(font, QFontMetrics(font))


def _struck() -> QFont:
    font = theme().font("body")
    font.setStrikeOut(True)
    return font


@dataclass(frozen=True, slots=True)
class Shape:
    """Letters and lengths of a card at the size of the interface it was made at."""

    body: Wrapper = field(default_factory=lambda: Wrapper(theme().font("body")))
    struck: QFont = field(default_factory=_struck)
    small: Letters = field(default_factory=lambda: Letters.of("small"))
    strong: Letters = field(default_factory=lambda: Letters.of("small_strong"))
    side: int = field(default_factory=lambda: theme().px(12))
    above: int = field(default_factory=lambda: theme().px(8))
    between: int = field(default_factory=lambda: theme().px(3))
    gap: int = field(default_factory=lambda: theme().px(6))
    edge: int = field(default_factory=lambda: theme().px(3))

    @property
    def head(self) -> int:
        """Px from the top of the head to its bottom."""
        return self.strong.metrics.height()

    def text_width(self, width: int) -> int:
        """Return how wide a text may be on a card with its gap so wide."""
        return max(self.side, width - 2 * self.gap - 2 * self.side)

    def height(self, lines: int, *, has_foot: bool) -> int:
        """Return how high a card with its gap is."""
        foot = self.head + self.between if has_foot else 0
        text = lines * self.body.line_height
        return self.gap + 2 * self.above + self.head + self.between + text + foot

    def card(self, rect: QRect) -> QRect:
        """Return the card in the room of its row: the gap is beside and below."""
        return rect.adjusted(self.gap, 0, -self.gap - 1, -self.gap - 1)

    def inside(self, rect: QRect) -> QRect:
        """Return what is written on, in the room of its row."""
        card = self.card(rect)
        return card.adjusted(self.side, self.above, -self.side, -self.above)

    def text(self, rect: QRect) -> QRect:
        """Return where the text begins, in the room of its row; as far down as the card goes."""
        return self.inside(rect).adjusted(0, self.head + self.between, 0, 0)
