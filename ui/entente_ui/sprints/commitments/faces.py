"""How commitments are told on their cards, and by which keys they are moved."""

from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.follow_up import COMMITMENT
from entente.i18n import _
from entente.services.commitment_wall import Place, Promise, Wall
from entente_ui.kit import level_word
from entente_ui.kit.cards import CardView, Face, Faces, Mark
from entente_ui.look.theme import theme
from entente_ui.sprints.commitments.words import aloud, due_words, foot_words

_MARKS = {
    Place.KEPT.value: Mark("circle-check", "", "info"),
    Place.BROKEN.value: Mark("circle-x", "", "critical"),
    Place.RENEGOTIATED.value: Mark("refresh", "", "caution"),
}


class PromiseFaces(Faces[Promise]):
    """Tells commitments.

    Attributes:
        wall: The names of who made them, and the day.
    """

    def __init__(self) -> None:
        self.wall = Wall()

    @override
    def text(self, card: Promise) -> str:
        return card.statement

    @override
    def aloud(self, card: Promise) -> str:
        return aloud(self.wall, card)

    @override
    def face(self, card: Promise) -> Face:
        when, role = due_words(card, self.wall.today)
        who, level = self.wall.names.get(card.actor, ""), level_word(card.level)
        found = _MARKS.get(card.place)
        group = (Mark("users", ""),) if card.in_public else ()
        return Face(
            edge=theme().level(card.level),
            kind=who or card.ref,
            heads=(level,),
            aside=when,
            aside_ink=theme().colour(role),
            is_struck=card.place == Place.RELEASED,
            foot=foot_words(self.wall, card),
            marks=(*((found,) if found else ()), *group),
        )

    @override
    def writing(self) -> str:
        return _("Words of the commitment")

    @override
    def has_foot(self, card: Promise) -> bool:
        return True


class PromiseList(CardView[Promise]):
    """Commitments from above, the soonest due first."""

    own_keys = MappingProxyType(
        {
            Qt.Key.Key_Return: "open",
            Qt.Key.Key_Enter: "open",
            Qt.Key.Key_F2: "edit",
            Qt.Key.Key_Delete: "delete",
            Qt.Key.Key_N: "new",
            Qt.Key.Key_K: Place.KEPT.value,
            Qt.Key.Key_B: Place.BROKEN.value,
            Qt.Key.Key_R: Place.RENEGOTIATED.value,
        }
    )
    more_keys = MappingProxyType({Qt.Key.Key_Slash: "filter"})

    def __init__(self, faces: PromiseFaces, parent: QWidget | None = None) -> None:
        super().__init__(COMMITMENT.name, faces, parent)
