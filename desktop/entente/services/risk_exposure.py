"""Exposure over time, from the dated ratings of a mission."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.risk import RISK, Reading, RiskKind, impact_of, probability_of
from entente.domain.risk_exposure import (
    Burn,
    Exposure,
    History,
    Rated,
    burn_down,
    every_day,
    exposure,
    month_ends,
)
from entente.services import presentation, records, risk_figures
from entente.services.calendar import day_of
from entente.services.records import Rating
from entente.store.session import Session


def histories(session: Session, audience: Audience = MEDIATOR) -> tuple[History, ...]:
    """Return what happened to each threat `audience` may see."""
    ratings: dict[str, list[Rated]] = defaultdict(list)
    # Whoever reads a risk reads its values; only the fact behind one is private.
    for rating in records.ratings(session, RISK):
        ratings[rating.record_id].append(_rated(rating))
    return tuple(
        History(row["id"], row["opened_on"], row["closed_on"], tuple(ratings[row["id"]]))
        for row in presentation.table_for(session, RISK, audience).dicts()
        if row["kind"] != RiskKind.OPPORTUNITY
    )


def on_days(
    session: Session, days: Iterable[dt.date], audience: Audience = MEDIATOR
) -> tuple[Exposure, ...]:
    """Return the exposure at the end of each day: of sprints, of months, of anything."""
    return exposure(histories(session, audience), days)


def by_day(session: Session, audience: Audience = MEDIATOR) -> tuple[Exposure, ...]:
    """Return the exposure on each day from the first threat to today."""
    found = histories(session, audience)
    first = _first(found)
    return exposure(found, every_day(first, day_of(session))) if first else ()


def by_month(session: Session, audience: Audience = MEDIATOR) -> tuple[Exposure, ...]:
    """Return the exposure at the end of each month since the first threat, and today."""
    found = histories(session, audience)
    first = _first(found)
    return exposure(found, month_ends(first, day_of(session))) if first else ()


def by_sprint(
    session: Session, ends: Sequence[dt.date], audience: Audience = MEDIATOR
) -> tuple[Burn, ...]:
    """Return the exposure at the end of each sprint beside the line to the targets.

    Sprints that end after today are left out of the points, not of the line.
    """
    found = histories(session, audience)
    goal = risk_figures.figures(session, audience=audience).residual_total
    today = day_of(session)
    line = burn_down(exposure(found, sorted(set(ends))), goal)
    return tuple(each for each in line if each.exposure.on <= today)


def _first(found: Iterable[History]) -> dt.date | None:
    days = [
        opened
        for each in found
        if (opened := each.opened_on or (each.ratings[0].on if each.ratings else None))
    ]
    return min(days, default=None)


def _rated(rating: Rating) -> Rated:
    values = rating.values
    current, inherent = (
        (values.get(probability_of(reading)), values.get(impact_of(reading)))
        for reading in (Reading.CURRENT, Reading.INHERENT)
    )
    return Rated(rating.dated_on, values.get("status"), current, inherent)
