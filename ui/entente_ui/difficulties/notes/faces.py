"""How notes are told on their cards."""

from typing import Final

from typing_extensions import override

from entente.i18n import _
from entente.services.notes import Note
from entente_ui.difficulties.notes.telling import Telling, covered, kind_word
from entente_ui.difficulties.notes.veil import Veil
from entente_ui.formats import number
from entente_ui.kit.cards import Face, Faces, Mark
from entente_ui.look.theme import theme

_KIND_ROLES: Final = {"agreed": "good", "disputed": "caution"}


class NoteFaces(Faces[Note]):
    """Tells notes; what is covered gives its text to nobody.

    Attributes:
        telling: Names for what notes hold as keys.
    """

    def __init__(self, veil: Veil) -> None:
        self._veil = veil
        self.telling = Telling({}, {})

    @override
    def text(self, card: Note) -> str:
        return covered() if self._veil.hides(card) else card.text

    @override
    def aloud(self, card: Note) -> str:
        return self.telling.aloud(card, self.text(card))

    @override
    def face(self, card: Note) -> Face:
        count = len(card.links)
        role = _KIND_ROLES.get(card.kind, "text")
        return Face(
            edge=theme().level(card.level),
            kind=kind_word(card.kind),
            kind_role="muted" if card.is_struck else role,
            heads=self.telling.heads(card),
            aside=self.telling.level(card),
            is_struck=card.is_struck,
            foot=_("hold Space to read") if self._veil.hides(card) else "",
            marks=[Mark("link", number(count), "info")] if count else (),
        )

    @override
    def writing(self) -> str:
        return _("Text of the note")

    @override
    def has_foot(self, card: Note) -> bool:
        return self._veil.hides(card) or bool(card.links)

    @override
    def is_covered(self, card: Note) -> bool:
        return self._veil.hides(card)
