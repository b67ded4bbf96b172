"""The lanes of planning, and those of what came of a sprint."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from entente.domain.sprint import OUTCOME_LABELS
from entente.i18n import _
from entente.services.board import Card
from entente_ui.kit.cards import LaneHead
from entente_ui.sprints.board.words import counted, half_days, sentence
from entente_ui.sprints.cycle.reading import Plan
from entente_ui.sprints.cycle.words import over_words, planned_in

BACKLOG: Final = "backlog"
SPRINT_LANE: Final = "sprint"


def lanes_of(
    plan: Plan, ordered: Callable[[Sequence[Card]], Sequence[Card]]
) -> tuple[Sequence[LaneHead], Mapping[str, Sequence[Card]]]:
    """Return the lanes of a sprint and their cards: once it is closed, by what came of them."""
    if not plan.is_closed:
        cards = {BACKLOG: ordered(plan.backlog), SPRINT_LANE: ordered(plan.held)}
        return (_head(BACKLOG, _("Backlog"), plan.backlog), _sprint_head(plan)), cards
    heads = [
        _head(value, sentence(_(words)), plan.outcomes[value])
        for value, words in OUTCOME_LABELS.items()
        if plan.outcomes[value]
    ]
    return heads, plan.outcomes


def _head(value: str, title: str, cards: Sequence[Card]) -> LaneHead:
    effort = sum(card.effort or 0 for card in cards)
    summary = half_days(effort) if effort else ""
    return LaneHead(value, title, counted=counted(len(cards)), summary=summary)


def _sprint_head(plan: Plan) -> LaneHead:
    planned, capacity = planned_in(plan.view), plan.view.capacity
    over = planned - capacity if capacity is not None else 0
    said = over_words(over, half_days(over)) if over > 0 else ""
    words = half_days(planned) if planned else _("Drag cards here")
    return LaneHead(
        SPRINT_LANE,
        _("In the sprint"),
        counted=counted(len(plan.held)),
        summary=" · ".join(filter(None, (words, said))),
        is_too_much=over > 0,
    )
