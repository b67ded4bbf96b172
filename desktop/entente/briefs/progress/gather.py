"""Takes from a mission what one reader may know of a sprint and of all that goes with it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from entente.briefs import searched
from entente.briefs.climate_book import latest
from entente.briefs.gathering import Gathering, require
from entente.briefs.leftover import left_out
from entente.briefs.progress.values import Came, Counted, Progress
from entente.briefs.told import Entry
from entente.domain.activity import ACTIVITY_TYPE
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.cause import COMMON_CAUSE
from entente.domain.confidentiality import Audience
from entente.domain.follow_up import COMMITMENT, DECISION, CommitmentState
from entente.domain.review import APPRAISAL, REVIEW_NOTE, TENSION
from entente.domain.sprint import SPRINT, Outcome
from entente.services import quantities, recommender, sprints
from entente.services.disclosure import NO_TEXTS, head_of
from entente.services.sprints import SprintView
from entente.store.session import Session

#: How many activities are proposed for the next cycle.
_ADVISED: Final = 3
_GONE: Final = frozenset({Outcome.DONE.value, Outcome.DROPPED.value})


def gather(session: Session, key: str, audience: Audience, on: dt.date | None = None) -> Progress:
    """Return the progress report of a sprint for one reader.

    Args:
        session: The open mission.
        key: Of the sprint.
        audience: The reader.
        on: The day whose state is shown; what is dated later is left out. Today if None.

    Raises:
        RecordMissingError: If there is no such sprint.
    """
    require(session, SPRINT, key)
    day = on or session.today
    # As of today a sprint to come is told of as well: it is what one plans with.
    views = sprints.overview(session, audience, day if day < session.today else None)
    place = next((place for place, view in enumerate(views) if view.id == key), None)
    gathering = Gathering(session, audience, day)
    gathering.read(SPRINT, "id", [key])
    if place is None:
        return _told(gathering, None, ())
    view = views[place]
    later = _next(sprints.overview(session, audience), view)
    told = _told(gathering, view, tuple(card.item_id for card in later.cards) if later else ())
    counted = {
        each.activity_id: Counted(each.done, each.minimum, each.maximum, each.verdict.value)
        for each in quantities.quantities(session, audience, day)
    }
    advice = recommender.recommend(session, audience, day)
    measured = latest.gathered(session, audience, day)
    return replace(
        told,
        texts=searched.joined(told.texts, measured.texts if measured else NO_TEXTS),
        climate=measured,
        totals=view.totals,
        days=view.days,
        came={
            card.item_id: Came(card.effort, card.outcome or "", card.done_on) for card in view.cards
        },
        chart=sprints.burn(view, day) if view.cards and view.days else None,
        velocity=sprints.speed(views[: place + 1]),
        counted=counted,
        next_cards=_ahead(view, later),
        has_next=later is not None,
        advised=tuple(each.activity_id for each in advice.ranked if each.activity_id)[:_ADVISED],
    )


def _told(gathering: Gathering, view: SprintView | None, later: Sequence[str]) -> Progress:
    session, audience = gathering.session, gathering.audience
    lists: dict[str, tuple[Entry, ...]] = {}
    subject = None
    if view is not None:
        cards = [*(card.item_id for card in view.cards), *later]
        items = gathering.read(BACKLOG_ITEM, "id", cards)
        gathering.read(APPRAISAL, "item_id", [card.item_id for card in view.cards])
        gathering.read(REVIEW_NOTE, "sprint_id", [view.id])
        gathering.read(TENSION, "sprint_id", [view.id])
        gathering.read(COMMON_CAUSE, "id", [row["cause_id"] for row in items if row["cause_id"]])
        for kind in (ACTIVITY_TYPE, DECISION, COMMITMENT):
            gathering.read_all(kind)
        told = (BACKLOG_ITEM, APPRAISAL, REVIEW_NOTE, TENSION, COMMON_CAUSE, ACTIVITY_TYPE)
        lists = {kind.name: gathering.entries(kind) for kind in told}
        lists[DECISION.name] = gathering.entries(DECISION)
        lists[COMMITMENT.name] = gathering.entries(COMMITMENT)
        subject = next(iter(gathering.entries(SPRINT)), None)
    head = head_of(session, audience, gathering.on, gathering.recipient())
    return Progress(
        head=head,
        subject=subject,
        lists=lists,
        withheld=tuple(left_out(gathering)),
        texts=searched.texts_of(gathering, head.texts()),
    )


def _next(views: Sequence[SprintView], view: SprintView) -> SprintView | None:
    """Return the sprint after one, planned or under way, if there is any."""
    return next((each for each in views if each.starts_on > view.ends_on), None)


def _ahead(view: SprintView, later: SprintView | None) -> dict[str, float | None]:
    if later is not None:
        return {card.item_id: card.effort or None for card in later.held}
    return {card.item_id: card.effort or None for card in view.cards if card.outcome not in _GONE}


def is_of_period(commitment: Entry, first: dt.date, last: dt.date) -> bool:
    """Whether a commitment is under way, or something became of it in a period."""
    if commitment.text("state") in {"", CommitmentState.OPEN.value}:
        return True
    made = commitment.day("made_on")
    days = [made] if made else []
    days += [day for rating in commitment.history if (day := rating.day("dated_on"))]
    return any(first <= day <= last for day in days)
