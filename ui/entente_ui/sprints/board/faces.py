"""How pieces of work are told on their cards."""

from typing_extensions import override

from entente.domain.backlog import ItemStatus
from entente.i18n import _
from entente.services.board import Board, Card
from entente_ui.formats import number
from entente_ui.kit import level_word
from entente_ui.kit.cards import Face, Faces, Mark
from entente_ui.look.theme import theme
from entente_ui.sprints.board.words import age, aloud, due, short_age, short_effort


class CardFaces(Faces[Card]):
    """Tells pieces of work.

    Attributes:
        board: The names for what cards hold as keys, and the day.
    """

    def __init__(self) -> None:
        self.board = Board()

    @override
    def text(self, card: Card) -> str:
        return card.title

    @override
    def aloud(self, card: Card) -> str:
        return aloud(self.board, card)

    @override
    def face(self, card: Card) -> Face:
        when, role = due(card, self.board.today)
        days = age(card, self.board.today)
        who, level = self.board.name("owner_id", card.owner), level_word(card.level)
        labels = " ".join(f"#{label}" for label in card.labels)
        aged = short_age(days) if days is not None else ""
        return Face(
            edge=theme().level(card.level),
            kind=card.ref,
            kind_role="muted" if card.status == ItemStatus.DROPPED else "text",
            heads=(" · ".join(filter(None, (who, level))), who, level),
            aside=when,
            aside_ink=theme().colour(role),
            is_struck=card.status == ItemStatus.DROPPED,
            foot=" · ".join(filter(None, (aged, labels))),
            marks=self._marks(card),
        )

    @override
    def writing(self) -> str:
        return _("Title of the card")

    @override
    def has_foot(self, card: Card) -> bool:
        return True

    def _marks(self, card: Card) -> list[Mark]:
        marks = []
        if card.effort is not None:
            marks.append(Mark("clock", short_effort(card.effort)))
        if card.dots:
            marks.append(Mark("star", number(card.dots), "accent"))
        held = [sprint for sprint in self.board.sprints if sprint.id in card.sprints]
        if held:
            marks.append(Mark("refresh", held[-1].ref, "muted" if held[-1].is_closed else "info"))
        links = (("flag", "risk_id", card.risk), ("messages", "difficulty_id", card.difficulty))
        marks += [Mark(icon, "", "info") for icon, f, key in links if self.board.name(f, key)]
        return marks
