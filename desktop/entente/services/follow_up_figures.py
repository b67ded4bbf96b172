"""The figures of decisions and commitments, read from a mission as of a day."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.follow_up import COMMITMENT, DECISION
from entente.domain.follow_up_figures import (
    CommitmentFigures,
    Decided,
    DecisionFigures,
    Promised,
    commitment_figures,
    decision_figures,
)
from entente.services import presentation
from entente.services.calendar import day_of
from entente.store.session import Session


@dataclass(frozen=True, slots=True)
class Late:
    """A decision not carried out, or a commitment still open, whose day has passed.

    Attributes:
        kind: Name of the kind of record.
        days: How long ago that was.
    """

    kind: str
    key: str
    ref: str
    title: str
    days: int


def of_decisions(
    session: Session, on: dt.date | None = None, audience: Audience = MEDIATOR
) -> DecisionFigures:
    """Return how the decisions `audience` may see are carried out, as of a day or today."""
    rows = presentation.table_for(session, DECISION, audience).dicts()
    found = [
        Decided(row["id"], row["decided_on"], row["due_on"], row["executed_on"]) for row in rows
    ]
    return decision_figures(found, on or day_of(session))


def of_commitments(
    session: Session, on: dt.date | None = None, audience: Audience = MEDIATOR
) -> CommitmentFigures:
    """Return how the commitments `audience` may see are kept, as of a day or today."""
    day = on or day_of(session)
    return commitment_figures(promises(session, day, audience), day)


def late(session: Session, audience: Audience = MEDIATOR) -> tuple[Late, ...]:
    """Return what is overdue today, as far as `audience` may know, the longest first."""
    found: list[Late] = []
    overdue = (
        (DECISION, of_decisions(session, audience=audience).overdue),
        (COMMITMENT, of_commitments(session, audience=audience).overdue),
    )
    for kind, each in overdue:
        rows = {row["id"]: row for row in presentation.table_for(session, kind, audience).dicts()}
        found += [
            Late(kind.name, one.key, rows[one.key]["ref"], rows[one.key][kind.title], one.days)
            for one in each
        ]
    return tuple(sorted(found, key=lambda one: -one.days))


def promises(session: Session, on: dt.date, audience: Audience = MEDIATOR) -> tuple[Promised, ...]:
    """Return the commitments `audience` may see as they stood at the end of a day."""
    dates: dict[str, list[dt.date]] = defaultdict(list)
    # Whoever reads a commitment reads its dates; only the reason behind one is private.
    for rating in presentation.ratings_for(session, COMMITMENT, MEDIATOR):
        due_on = rating.values["due_on"]
        if due_on is not None and rating.dated_on <= on:
            dates[rating.record_id].append(due_on)
    return tuple(
        Promised(row["id"], row["made_on"], row["state"], row["due_on"], tuple(dates[row["id"]]))
        for row in presentation.table_for(session, COMMITMENT, audience, on).dicts()
    )
