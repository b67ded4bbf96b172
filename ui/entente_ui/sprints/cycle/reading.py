"""What the sprints are read from."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType

from entente.domain.backlog import ItemStatus
from entente.domain.sprint import Outcome
from entente.domain.sprint_figures import Velocity
from entente.services import board as boards
from entente.services import planning, sprint_backlog, sprint_edits, sprints
from entente.services.board import Board, Card
from entente.services.planning import Mix, Span
from entente.services.sprint_backlog import Aged, Ahead
from entente.services.sprints import SprintCard, SprintState, SprintView
from entente_ui.document import Document

#: What may still be taken into a sprint.
_OPEN = frozenset({ItemStatus.IDEA, ItemStatus.READY, ItemStatus.DOING})
_LANES = (Outcome.DONE, Outcome.CARRIED, Outcome.RETURNED, Outcome.DROPPED)


@dataclass(frozen=True, slots=True)
class Plan:
    """One sprint, and what may be taken into it.

    Attributes:
        view: The sprint.
        backlog: Open cards that are not in it, in their order, with the dots of this sprint.
        held: Cards that are in it, with their effort as it was planned.
        outcomes: Once it is closed, its cards by what came of them.
        reasons: Why cards were not done, by their keys.
        dots: How many were given in all, to cards one may see.
    """

    view: SprintView
    backlog: tuple[Card, ...]
    held: tuple[Card, ...]
    outcomes: Mapping[str, Sequence[Card]]
    reasons: Mapping[str, str]
    dots: int

    @property
    def is_closed(self) -> bool:
        """Whether nothing is planned any more."""
        return self.view.state is SprintState.CLOSED


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How fast work goes, and what is still to be done.

    Attributes:
        closed: The sprints that were closed, the earliest first.
        speed: None while there are none.
        aged: Cards that were in sprints and are still to be done.
    """

    closed: tuple[SprintView, ...]
    speed: Velocity | None
    ahead: Ahead
    aged: tuple[Aged, ...]


class Reader:
    """Reads the mission; cards that did not change stay the same objects."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._kept: dict[str, Card] = {}
        self._mix: tuple[SprintView, Mix] | None = None
        self._span: tuple[SprintView, Span] | None = None
        self.board = Board()
        self.views: tuple[SprintView, ...] = ()
        self._holders: dict[str, tuple[str, ...]] = {}

    def read_sprints(self) -> None:
        """Read every sprint."""
        viewer = self._document.viewer
        self.views = self._document.read(lambda s: sprints.overview(s, viewer))
        holders: dict[str, list[str]] = defaultdict(list)
        for view in self.views:
            for card in view.held:
                holders[card.item_id].append(view.id)
        self._holders = {key: tuple(views) for key, views in holders.items()}

    def read_cards(self) -> None:
        """Read the backlog."""
        viewer = self._document.viewer
        self.board = self._document.read(lambda s: boards.board(s, viewer))

    def view(self, key: str) -> SprintView | None:
        """Return a sprint by its key."""
        return next((view for view in self.views if view.id == key), None)

    def plan(self, view: SprintView) -> Plan:
        """Return what a sprint is planned from."""
        votes = self._document.read(lambda s: sprint_edits.votes(s, view.id))
        ties = {card.item_id: card for card in view.cards}
        held = {card.item_id for card in view.held}
        cards = [self._told(card, votes.get(card.id, 0), ties) for card in self.board.cards]
        self._kept = {card.id: card for card in cards}
        lanes: dict[str, list[Card]] = {lane.value: [] for lane in _LANES}
        for card in cards:
            if card.id in ties:
                lanes[ties[card.id].outcome or Outcome.CARRIED.value].append(card)
        return Plan(
            view=view,
            backlog=tuple(card for card in cards if card.id not in held and _is_open(card)),
            held=tuple(card for card in cards if card.id in held),
            outcomes=MappingProxyType(lanes),
            reasons={card.item_id: card.why for card in view.cards if card.why},
            dots=sum(card.dots for card in cards),
        )

    def mix(self, view: SprintView) -> Mix:
        """Return the mix of the activities of a sprint."""
        if self._mix is None or self._mix[0] is not view:
            viewer = self._document.viewer
            self._mix = view, self._document.read(lambda s: planning.mix(s, view.held, viewer))
        return self._mix[1]

    def span(self, view: SprintView) -> Span:
        """Return what lies within a sprint."""
        if self._span is None or self._span[0] is not view:
            viewer = self._document.viewer
            first, last = view.starts_on, view.ends_on
            read = partial(planning.span, first=first, last=last, audience=viewer, sprint=view.id)
            self._span = view, self._document.read(read)
        return self._span[1]

    def rhythm(self) -> Rhythm:
        """Return how fast work goes, and what is still to be done."""
        viewer, views = self._document.viewer, self.views
        ahead, aged = self._document.read(lambda s: sprint_backlog.waiting(s, viewer, views))
        closed = tuple(view for view in views if view.state is SprintState.CLOSED)
        return Rhythm(closed, sprints.speed(views), ahead, aged)

    def _told(self, card: Card, dots: int, ties: Mapping[str, SprintCard]) -> Card:
        """Return a card with the dots of one sprint, and the effort it was planned with."""
        tie = ties.get(card.id)
        is_held = tie is not None and tie.outcome not in {Outcome.RETURNED, Outcome.DROPPED}
        effort = tie.effort or None if tie is not None and is_held else card.effort
        # What holds it is known from the sprints, which are read more often than the backlog.
        held_by = self._holders.get(card.id, ())
        if card.dots != dots or card.effort != effort or card.sprints != held_by:
            card = replace(card, dots=dots, effort=effort, sprints=held_by)
        before = self._kept.get(card.id)
        return before if before is not None and before == card else card


def _is_open(card: Card) -> bool:
    return card.archived_on is None and card.status in _OPEN
