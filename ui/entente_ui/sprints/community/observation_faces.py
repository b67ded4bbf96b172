"""How observations are told on their cards, and by which keys they are moved."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.backlog import ItemStatus
from entente.domain.review import OBSERVATION
from entente.i18n import _
from entente.services.sandboxes import Observation
from entente_ui.kit import level_word
from entente_ui.kit.cards import CardView, Face, Faces, Mark
from entente_ui.look.theme import theme

#: What each lane is called, in English.
KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {str(value): words for value, words in (OBSERVATION.field("kind").choices or {}).items()}
)


class ObservationFaces(Faces[Observation]):
    """Tells observations."""

    @override
    def text(self, card: Observation) -> str:
        return card.text

    @override
    def aloud(self, card: Observation) -> str:
        parts = (_(KINDS[card.kind]), _card_words(card), level_word(card.level))
        return f"{', '.join(filter(None, parts))}. {card.text}"

    @override
    def face(self, card: Observation) -> Face:
        marks = (Mark("layout-kanban", _card_words(card), "info"),) if card.item else ()
        return Face(
            edge=theme().level(card.level),
            kind=level_word(card.level),
            kind_role="muted",
            marks=marks,
        )

    @override
    def writing(self) -> str:
        return _("Words of the observation")

    @override
    def has_foot(self, card: Observation) -> bool:
        return bool(card.item)


class ObservationList(CardView[Observation]):
    """Observations from above, in the order in which they were noted."""

    own_keys = MappingProxyType(
        {
            Qt.Key.Key_Return: "open",
            Qt.Key.Key_Enter: "open",
            Qt.Key.Key_F2: "edit",
            Qt.Key.Key_Delete: "delete",
            Qt.Key.Key_N: "new",
            Qt.Key.Key_B: "card",
        }
    )

    def __init__(self, faces: ObservationFaces, parent: QWidget | None = None) -> None:
        super().__init__(OBSERVATION.name, faces, parent)


def _card_words(card: Observation) -> str:
    """Return the card made of it, with a mark once it is done."""
    if not card.item:
        return ""
    return f"{card.item_ref} ✓" if card.item_status == ItemStatus.DONE else card.item_ref
