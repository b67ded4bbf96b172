"""The wave after the last one: proposed with the same rhythm, people and groups."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any, Final

from sqlalchemy import select

from entente.domain.climate.survey import WAVE, WAVE_GROUP
from entente.domain.confidentiality import Level
from entente.domain.records import LEVEL_FIELD
from entente.services import records, waves
from entente.store.schema import TABLES
from entente.store.session import Session

#: Between two waves, where nothing says more.
_RHYTHM: Final = 14
_NUMBER: Final = re.compile(r"(.*?)(\d+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A wave that could come next.

    Attributes:
        groups: How many people belong to each group, None where it is not known.
    """

    questionnaire_id: str
    name: str
    planned_on: dt.date
    population: int | None
    threshold: int
    attribute: str
    groups: Mapping[str, int | None]
    level: Level


def propose_next(session: Session, wave_id: str) -> Proposal:
    """Return the wave to plan after the newest of the same questionnaire.

    It comes as long after that as waves usually came after each other.
    """
    record = records.get(session, WAVE, wave_id)
    table = TABLES[WAVE.name]
    chosen = select(table).where(table.c.questionnaire_id == record["questionnaire_id"])
    known = sorted(session.rows(chosen), key=lambda row: (_day(row), row.ref))
    last = known[-1]
    days = [_day(row) for row in known if _day(row) != dt.date.min]
    gaps = [(later - earlier).days for earlier, later in pairwise(days) if later > earlier]
    start = max(days[-1], session.today) if days and not gaps else (days or [session.today])[-1]
    day = start + dt.timedelta(days=round(median(gaps)) if gaps else _RHYTHM)
    return Proposal(
        questionnaire_id=record["questionnaire_id"],
        name=_next_name(last.name, {row.name for row in known}),
        planned_on=max(day, session.today),
        population=last.population,
        threshold=last.threshold,
        attribute=last.attribute or "",
        groups=_groups(session, last.id),
        level=Level(getattr(last, LEVEL_FIELD)),
    )


def plan_next(session: Session, wave_id: str) -> str:
    """Plan the wave proposed after the newest of the same questionnaire; return its key."""
    found = propose_next(session, wave_id)
    return waves.plan(
        session,
        found.questionnaire_id,
        found.planned_on,
        name=found.name,
        population=found.population,
        threshold=found.threshold,
        attribute=found.attribute,
        groups=found.groups,
        level=found.level,
    )


def _groups(session: Session, wave_id: str) -> dict[str, int | None]:
    table = TABLES[WAVE_GROUP.name]
    found = select(table.c.name, table.c.population).where(table.c.wave_id == wave_id)
    return {row.name: row.population for row in session.rows(found.order_by(table.c.name))}


def _day(row: Any) -> dt.date:  # noqa: ANN401  # a row of the table
    day: dt.date = row.closed_on or row.opened_on or row.planned_on or dt.date.min
    return day


def _next_name(name: str, taken: set[str]) -> str:
    """Return P9 after P8, and “Summer 2” after “Summer”."""
    match = _NUMBER.fullmatch(name)
    stem, number = (match[1], int(match[2])) if match else (f"{name} ", 1)
    while f"{stem}{number + 1}" in taken:
        number += 1
    return f"{stem}{number + 1}"
