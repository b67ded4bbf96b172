"""The exposure over time, with what happened meanwhile."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.follow_up import DECISION
from entente.domain.risk import RISK, Reading, RiskKind, impact_of, probability_of
from entente.domain.risk_exposure import (
    Burn,
    Exposure,
    History,
    Rated,
    burn_down,
    exposure,
    turning_points,
)
from entente.services import presentation, records, risk_figures
from entente.services.calendar import day_of
from entente.services.records import Rating
from entente.services.risk_figures import RiskFigures
from entente.store.schema import TABLES
from entente.store.session import Session


@dataclass(frozen=True, slots=True)
class Review:
    """A day on which risks were rated anew, and how many."""

    on: dt.date
    count: int


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision, on the day it was taken."""

    on: dt.date
    key: str
    ref: str
    title: str


@dataclass(frozen=True, slots=True)
class Curve:
    """The exposure over time as the reader may know it.

    Attributes:
        points: On each day it changes, and today.
        inherent: What the open threats would weigh today without any response.
        target: What they will weigh once the responses have worked.
        reviews, decisions: What happened between the first point and the last.
    """

    points: tuple[Exposure, ...]
    inherent: int
    target: int
    reviews: tuple[Review, ...]
    decisions: tuple[Decided, ...]


def curve(
    session: Session, audience: Audience = MEDIATOR, totals: RiskFigures | None = None
) -> Curve:
    """Return the exposure over time, as far as `audience` may know it.

    Args:
        session: The open mission.
        audience: Who reads.
        totals: What the risks come to now, where that is known already.
    """
    points = turning_points(histories(session, audience), day_of(session))
    totals = totals or risk_figures.figures(session, audience=audience)
    if not points:
        return Curve((), totals.inherent_total, totals.residual_total, (), ())
    first, last = points[0].on, points[-1].on
    return Curve(
        points,
        totals.inherent_total,
        totals.residual_total,
        tuple(each for each in _reviews(session, audience) if first <= each.on <= last),
        tuple(each for each in _decisions(session, audience) if first <= each.on <= last),
    )


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


def _reviews(session: Session, audience: Audience) -> list[Review]:
    seen = {row["id"] for row in presentation.table_for(session, RISK, audience).dicts()}
    table = TABLES[RISK.rating_name]
    rows = session.rows(select(table.c.dated_on, table.c.risk_id).distinct())
    looked_at = [(day, key) for day, key in rows if key in seen]
    counts = Counter(day for day, _key in looked_at)
    return [Review(day, counts[day]) for day in sorted(counts)]


def _decisions(session: Session, audience: Audience) -> list[Decided]:
    rows = presentation.table_for(session, DECISION, audience).dicts()
    found = [
        Decided(row["decided_on"], row["id"], row["ref"], row["title"] or "")
        for row in rows
        if row["decided_on"]
    ]
    return sorted(found, key=lambda one: (one.on, one.ref))


def _rated(rating: Rating) -> Rated:
    values = rating.values
    current, inherent = (
        (values.get(probability_of(reading)), values.get(impact_of(reading)))
        for reading in (Reading.CURRENT, Reading.INHERENT)
    )
    return Rated(rating.dated_on, values.get("status"), current, inherent)
