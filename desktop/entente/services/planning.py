"""What a sprint is planned with: the mix of its activities, and the dates it would have."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from entente.domain.activity import ACTIVITY_TYPE
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.radar import Spoke, mixed
from entente.domain.sprint import SPRINT
from entente.services import presentation, records
from entente.services.sprint_edits import remarks
from entente.services.sprints import SprintCard, SprintView
from entente.services.working_days import calendar_of
from entente.store.schema import TABLES
from entente.store.session import Session


@dataclass(frozen=True, slots=True)
class Mix:
    """The shape of the activities of some cards, each weighing as much as its effort.

    Attributes:
        spokes: Clockwise from the top.
        told: How many cards are of an activity that has a shape, and weigh something.
        untold: How many are not.
    """

    spokes: tuple[Spoke, ...]
    told: int
    untold: int


@dataclass(frozen=True, slots=True)
class Span:
    """What lies between two days.

    Attributes:
        days: How many working days.
        holidays: Days off that would be working days, and what they are called: in English if
            they are public.
        remarks: What is worth saying of these dates, which are allowed all the same.
    """

    days: int
    holidays: Mapping[dt.date, str]
    remarks: tuple[str, ...]


def mix(session: Session, cards: Iterable[SprintCard], audience: Audience = MEDIATOR) -> Mix:
    """Return the mix of the activities of cards one may read, as far as one may know these."""
    kinds = {
        row["id"]: row
        for row in presentation.table_for(session, ACTIVITY_TYPE, audience).dicts()
        if not row["uncounted"]
    }
    every = list(cards)
    table = TABLES[BACKLOG_ITEM.name]
    chosen = select(table.c.id, table.c.activity_id).where(
        table.c.id.in_([card.item_id for card in every])
    )
    of_card = {row.id: row.activity_id for row in session.rows(chosen) if row.activity_id in kinds}
    told = [card for card in every if card.item_id in of_card and card.effort > 0]
    weighed = [(kinds[of_card[card.item_id]], card.effort) for card in told]
    return Mix(mixed(weighed), len(told), len(every) - len(told))


def span(
    session: Session,
    first: dt.date,
    last: dt.date,
    audience: Audience = MEDIATOR,
    sprint: str = "",
) -> Span:
    """Return what lies between two days, the second not before the first.

    Args:
        session: The open mission.
        first: Of a sprint, the day it starts.
        last: And the day it ends.
        audience: Who reads it; remarks are for the mediator alone.
        sprint: Key of the sprint, if it is there already.
    """
    calendar = calendar_of(session, audience)
    values = {"starts_on": first, "ends_on": last}
    said = remarks(session, values, sprint) if audience == MEDIATOR else ()
    return Span(len(calendar.working_days(first, last)), dict(calendar.holidays(first, last)), said)


def following(session: Session, view: SprintView) -> str:
    """Return the name of the open sprint that would take what is carried over; empty if none."""
    rows = [
        row
        for row in records.list_rows(session, SPRINT).dicts()
        if row["closed_on"] is None and row["starts_on"] > view.starts_on
    ]
    found = min(rows, key=lambda row: row["starts_on"], default=None)
    return found["name"] or found["ref"] if found else ""
