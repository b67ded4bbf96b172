"""How quotes are told on their cards, and by which keys they are moved."""

from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.ten_causes import CAUSE_LABELS, TenCause
from entente.domain.working_group import QUOTE
from entente.i18n import _
from entente.services.quotes import Heard, Quote
from entente_ui.formats import long_date, near_date
from entente_ui.kit import level_word
from entente_ui.kit.cards import CardView, Face, Faces, Mark
from entente_ui.kit.cards.marks import MarkClicks
from entente_ui.look.icons import IconName
from entente_ui.look.theme import theme


class QuoteFaces(Faces[Quote]):
    """Tells quotes.

    Attributes:
        heard: What else was heard.
    """

    def __init__(self) -> None:
        self.heard = Heard()

    @override
    def text(self, card: Quote) -> str:
        return card.text

    @override
    def aloud(self, card: Quote) -> str:
        parts = (
            card.ref,
            card.who,
            long_date(card.said_on) if card.said_on else "",
            *(f"#{tag}" for tag in card.tags),
            cause_words(card),
            _("made a signal: {ref}").format(ref=card.difficulty_ref) if card.difficulty else "",
            self.heard.causes.get(card.common_cause, ""),
            level_word(card.level),
        )
        return f"{', '.join(filter(None, parts))}. {card.text}"

    @override
    def face(self, card: Quote) -> Face:
        marks = [f"#{tag}" for tag in card.tags]
        return Face(
            edge=theme().level(card.level),
            kind=card.who or card.ref,
            heads=(level_word(card.level),),
            aside=near_date(card.said_on, self.heard.today),
            aside_ink=theme().colour("muted"),
            foot=" · ".join(filter(None, (" ".join(marks), cause_words(card)))),
            marks=(Mark(IconName.ALERT_TRIANGLE, card.difficulty_ref, "info"),)
            if card.difficulty
            else (),
        )

    @override
    def writing(self) -> str:
        return _("Words of the quote")

    @override
    def has_foot(self, card: Quote) -> bool:
        return bool(card.tags or card.cause or card.difficulty)


class QuoteList(MarkClicks[Quote], CardView[Quote]):
    """Quotes from above, the latest first; a click on the mark leads to what was made of one."""

    own_keys = MappingProxyType(
        {
            Qt.Key.Key_Return: "open",
            Qt.Key.Key_Enter: "open",
            Qt.Key.Key_F2: "edit",
            Qt.Key.Key_Delete: "delete",
            Qt.Key.Key_N: "new",
            Qt.Key.Key_S: "signal",
            Qt.Key.Key_B: "idea",
            Qt.Key.Key_D: "difficulty",
        }
    )
    more_keys = MappingProxyType({Qt.Key.Key_Slash: "filter"})

    def __init__(self, faces: QuoteFaces, parent: QWidget | None = None) -> None:
        super().__init__(QUOTE.name, faces, parent)

    @override
    def takes_click(self, card: Quote, place: int) -> bool:
        return bool(card.difficulty)


def cause_words(card: Quote) -> str:
    """Return which cause of difficulty a quote points to."""
    return _(CAUSE_LABELS[TenCause(card.cause)]) if card.cause else ""
