"""What is still to be done: how many sprints it takes, and what has waited through some."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from entente.domain.backlog import BACKLOG_ITEM, ItemStatus
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.sprint_figures import Forecast, forecast
from entente.services import presentation
from entente.services.calendar import day_of
from entente.services.sprints import SprintState, SprintView, overview, speed
from entente.store.session import Session

_ENDED: Final = frozenset({ItemStatus.DONE.value, ItemStatus.DROPPED.value})


@dataclass(frozen=True, slots=True)
class Aged:
    """A card still to be done that was in a sprint, and how long it has waited.

    Attributes:
        sprints: How many sprints it was in.
        days: Since it was added to the backlog; None if that is not known.
    """

    item_id: str
    ref: str
    title: str
    sprints: int
    days: int | None


@dataclass(frozen=True, slots=True)
class Ahead:
    """What is still to be done.

    Attributes:
        effort: Of the cards that have one, in half-days.
        unsized: How many have none.
        forecast: How many sprints it takes; None while nothing says how fast work goes.
    """

    effort: float
    unsized: int
    forecast: Forecast | None


def ahead(
    session: Session,
    audience: Audience = MEDIATOR,
    on: dt.date | None = None,
    known: tuple[SprintView, ...] | None = None,
) -> Ahead:
    """Return what is still to be done and how many sprints it takes, as of a day or now.

    What only answers a risk does not count until it was taken into a sprint.

    Args:
        session: The open mission.
        audience: Who reads.
        on: The day whose state is told, None for now.
        known: The sprints as `overview` has just given them to the same reader, if it has.
    """
    views = overview(session, audience, on) if known is None else known
    taken = {card.item_id for view in views for card in view.cards}
    efforts = [
        row["effort"]
        for row in presentation.table_for(session, BACKLOG_ITEM, audience, on).dicts()
        if _is_open(row, on) and (row["risk_id"] is None or row["id"] in taken)
    ]
    effort = sum(each for each in efforts if each)
    return Ahead(effort, sum(not each for each in efforts), forecast(effort, speed(views)))


def ageing(
    session: Session,
    audience: Audience = MEDIATOR,
    known: tuple[SprintView, ...] | None = None,
) -> tuple[Aged, ...]:
    """Return the cards taken into sprints that are still to be done, the most carried first.

    `known` are the sprints as `overview` has just given them to the same reader, if it has.
    """
    day = day_of(session)
    counts: dict[str, int] = defaultdict(int)
    for view in overview(session, audience) if known is None else known:
        for card in view.cards:
            counts[card.item_id] += view.state is not SprintState.AHEAD
    found = [
        Aged(
            row["id"],
            row["ref"],
            row["title"] or "",
            counts[row["id"]],
            None if row["added_on"] is None else max(0, (day - row["added_on"]).days),
        )
        for row in presentation.table_for(session, BACKLOG_ITEM, audience).dicts()
        if counts.get(row["id"]) and _is_open(row)
    ]
    return tuple(sorted(found, key=lambda aged: (-aged.sprints, -(aged.days or 0))))


def _is_open(row: Mapping[str, Any], on: dt.date | None = None) -> bool:
    is_there = on is None or row["added_on"] is None or row["added_on"] <= on
    return is_there and row["status"] not in _ENDED and row["archived_on"] is None
