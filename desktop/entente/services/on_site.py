"""The morning at a client's: what comes next, what wants attention, what is new since last time."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from entente.domain.actor import ACTOR
from entente.domain.climate.survey import WAVE
from entente.domain.coaching.records import COACHING_SESSION
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.cooperation.records import CONVENTION
from entente.domain.difficulty import DIFFICULTY
from entente.domain.follow_up import COMMITMENT, DECISION, CommitmentState
from entente.domain.interaction import INTERACTION
from entente.domain.mediation_session import MEDIATION_SESSION, SessionStatus
from entente.domain.records import RecordType, Values
from entente.domain.risk import PAST, RISK
from entente.domain.sprint import SPRINT
from entente.domain.start.arrangement import ARRANGEMENT
from entente.services import arrangement_standing, changes_since, presentation
from entente.services.calendar import day_of
from entente.services.changes_since import Change
from entente.store.session import Session

#: So many days are looked ahead, and so many for what takes long to put right.
AHEAD_DAYS: Final = 14
LONG_DAYS: Final = 60
#: Interactions for which one goes to see people.
_MEETINGS: Final = frozenset({"meeting", "interview", "workshop", "coffee"})


@dataclass(frozen=True, slots=True)
class Dated:
    """A record and the day it is spoken of for.

    Attributes:
        kind: Name of its kind; `arrangement` for a review of relations.
        at: The time of day as it was written; empty for none.
    """

    kind: str
    key: str
    ref: str
    title: str
    day: dt.date
    at: str = ""


@dataclass(frozen=True, slots=True)
class Since:
    """What is new since one was last there.

    Attributes:
        day: When one last met somebody; None if never.
        scores: Scores that are not what they were at the end of that day, the latest first.
        fresh: Difficulties, risks, decisions, commitments and waves after it, latest first.
    """

    day: dt.date | None
    scores: tuple[Change, ...] = ()
    fresh: tuple[Dated, ...] = ()


#: Kinds that come with a day, how far ahead they are looked for, and which of them count.
_Wanted = Callable[[Values], bool]
_AHEAD: Final[tuple[tuple[RecordType, str, int, _Wanted], ...]] = (
    (MEDIATION_SESSION, "held_on", AHEAD_DAYS, lambda row: row["status"] == SessionStatus.PLANNED),
    (COACHING_SESSION, "held_on", AHEAD_DAYS, lambda row: row["presence"] == "planned"),
    (INTERACTION, "held_on", AHEAD_DAYS, lambda _row: True),
    (COMMITMENT, "due_on", AHEAD_DAYS, lambda row: row["state"] == CommitmentState.OPEN),
    (DECISION, "due_on", AHEAD_DAYS, lambda row: row["executed_on"] is None),
    (SPRINT, "ends_on", AHEAD_DAYS, lambda row: row["closed_on"] is None),
    (WAVE, "planned_on", AHEAD_DAYS, lambda row: not (row["opened_on"] or row["closed_on"])),
    (RISK, "review_on", AHEAD_DAYS, lambda row: row["status"] not in PAST),
    (CONVENTION, "expires_on", LONG_DAYS, lambda row: row["status"] != "ended"),
)
_FRESH: Final[tuple[tuple[RecordType, str], ...]] = (
    (DIFFICULTY, "opened_on"),
    (RISK, "opened_on"),
    (DECISION, "decided_on"),
    (COMMITMENT, "made_on"),
    (WAVE, "closed_on"),
)


def ahead(
    session: Session, audience: Audience = MEDIATOR, on: dt.date | None = None
) -> tuple[Dated, ...]:
    """Return what comes in the days ahead, the nearest first, as `audience` may know it.

    Args:
        session: The open mission.
        audience: Who looks.
        on: The day from which one looks ahead; today if None.
    """
    today = on or day_of(session)
    found = [
        each
        for kind, field, days, counts in _AHEAD
        for each in _dated(session, kind, field, audience, counts)
        if today <= each.day <= today + dt.timedelta(days=days)
    ]
    return tuple(sorted([*found, *_review(session, audience, today)], key=_moment))


def open_waves(session: Session, audience: Audience = MEDIATOR) -> tuple[Dated, ...]:
    """Return the waves that people answer now."""
    waves = _dated(session, WAVE, "opened_on", audience, lambda row: row["closed_on"] is None)
    return tuple(waves)


def since_last_visit(session: Session, audience: Audience = MEDIATOR) -> Since:
    """Return what is new since one last met somebody of the mission, before today."""
    today = day_of(session)
    day = last_visit(session, today, audience)
    if day is None:
        return Since(None)
    fresh = [
        each
        for kind, field in _FRESH
        for each in _dated(session, kind, field, audience, lambda _row: True)
        if day < each.day <= today
    ]
    fresh.sort(key=lambda each: each.day, reverse=True)
    return Since(day, changes_since.changes_since(session, day, today, audience), tuple(fresh))


def last_visit(session: Session, before: dt.date, audience: Audience = MEDIATOR) -> dt.date | None:
    """Return the last day before another on which one met somebody; None if there is none."""
    calls = presentation.table_for(session, INTERACTION, audience).dicts()
    sessions = presentation.table_for(session, MEDIATION_SESSION, audience).dicts()
    met = [row["held_on"] for row in calls if row["kind"] in _MEETINGS]
    met += [row["held_on"] for row in sessions if row["status"] == SessionStatus.HELD]
    return max((day for day in met if day is not None and day < before), default=None)


def _dated(
    session: Session, kind: RecordType, field: str, audience: Audience, counts: _Wanted
) -> Iterator[Dated]:
    names = presentation.labels_for(session, kind, audience)
    # A session of support is called by its day, which is told anyway.
    people = presentation.labels_for(session, ACTOR, audience) if kind is COACHING_SESSION else {}
    for row in presentation.table_for(session, kind, audience).dicts():
        if row[field] is not None and counts(row):
            title = people.get(row["actor_id"], "") if people else names.get(row["id"], "")
            at = str(row.get("starts_at") or "")
            yield Dated(kind.name, row["id"], row.get("ref") or "", title, row[field], at)


def _review(session: Session, audience: Audience, today: dt.date) -> Iterable[Dated]:
    """Return the next review of relations, late or not, as the arrangement says."""
    standing = arrangement_standing.overview(session, audience)
    due = standing.review if standing else None
    if standing is None or due is None or due.on > today + dt.timedelta(days=AHEAD_DAYS):
        return ()
    return (Dated(ARRANGEMENT.name, standing.key, "", "", due.on),)


def _moment(each: Dated) -> tuple[dt.date, str, str]:
    return each.day, each.at, each.kind
