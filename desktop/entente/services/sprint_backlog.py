"""What is still to be done: how many sprints it takes, and what has waited through some."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from entente.domain.backlog import BACKLOG_ITEM, ItemStatus
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.records import Values
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
    return _ahead(_open_cards(session, audience, on), views)


def ageing(
    session: Session, audience: Audience = MEDIATOR, known: tuple[SprintView, ...] | None = None
) -> tuple[Aged, ...]:
    """Return the cards taken into sprints that are still to be done, the most carried first.

    `known` are the sprints as `overview` has just given them to the same reader, if it has.
    """
    views = overview(session, audience) if known is None else known
    return _ageing(_open_cards(session, audience), views, day_of(session))


def waiting(
    session: Session, audience: Audience, known: tuple[SprintView, ...]
) -> tuple[Ahead, tuple[Aged, ...]]:
    """Return both, as `ahead` and `ageing` do, from one reading of the backlog."""
    cards = _open_cards(session, audience)
    return _ahead(cards, known), _ageing(cards, known, day_of(session))


def _ahead(cards: Sequence[Values], views: Sequence[SprintView]) -> Ahead:
    taken = {card.item_id for view in views for card in view.cards}
    wanted = (card for card in cards if card["risk_id"] is None or card["id"] in taken)
    efforts = [card["effort"] for card in wanted]
    effort = sum(each for each in efforts if each)
    return Ahead(effort, sum(not each for each in efforts), forecast(effort, speed(views)))


def _ageing(cards: Sequence[Values], views: Sequence[SprintView], day: dt.date) -> tuple[Aged, ...]:
    begun = (view for view in views if view.state is not SprintState.AHEAD)
    counts = Counter(card.item_id for view in begun for card in view.cards)
    found = [
        Aged(
            card["id"],
            card["ref"],
            card["title"] or "",
            counts[card["id"]],
            None if card["added_on"] is None else max(0, (day - card["added_on"]).days),
        )
        for card in cards
        if counts[card["id"]]
    ]
    return tuple(sorted(found, key=lambda aged: (-aged.sprints, -(aged.days or 0))))


def _open_cards(session: Session, audience: Audience, on: dt.date | None = None) -> list[Values]:
    """Return the cards still to be done, of those that were there on a day or are now."""
    table = presentation.table_for(session, BACKLOG_ITEM, audience, on)
    status, archived, added = map(table.column, ("status", "archived_on", "added_on"))
    return [
        dict(zip(table.columns, row, strict=True))
        for row in table.rows
        if row[status] not in _ENDED
        and row[archived] is None
        and (on is None or row[added] is None or row[added] <= on)
    ]
