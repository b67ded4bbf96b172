"""What happened meanwhile, from the other registers, to stand on the curve of the climate."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.difficulty import DIFFICULTY
from entente.domain.follow_up import DECISION
from entente.domain.mediation_session import MEDIATION_SESSION
from entente.domain.records import RecordType
from entente.domain.review import SANDBOX
from entente.domain.sprint import SPRINT
from entente.services import presentation
from entente.store.session import Session


class Happening(StrEnum):
    """What kind of event."""

    SESSION = "session"
    DECISION = "decision"
    DIFFICULTY = "difficulty"
    SPRINT = "sprint"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a day.

    Attributes:
        label: Reference and name, as `audience` may read them.
        table: Name of the kind of record it is, to go there.
        key: Of the record.
    """

    day: dt.date
    kind: Happening
    label: str
    table: str
    key: str


#: Where events come from, and which date of a record is meant. A risk that occurs becomes a
#: difficulty, and is told as that.
SOURCES: Final[tuple[tuple[Happening, RecordType, str], ...]] = (
    (Happening.SESSION, MEDIATION_SESSION, "held_on"),
    (Happening.SESSION, SANDBOX, "held_on"),
    (Happening.DECISION, DECISION, "decided_on"),
    (Happening.DIFFICULTY, DIFFICULTY, "opened_on"),
    (Happening.SPRINT, SPRINT, "ends_on"),
)


def events(
    session: Session,
    audience: Audience = MEDIATOR,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> tuple[Event, ...]:
    """Return sessions held, decisions, difficulties noticed and ends of sprints, by their days.

    Args:
        session: The open mission.
        audience: Who reads: what they may not see has not happened.
        since: The first day, None for the beginning.
        until: The last day, None for today.
    """
    last = until or session.today
    first = since or dt.date.min
    found = [
        event
        for kind, record_type, name in SOURCES
        for event in _of(session, audience, kind, (record_type, name))
        if first <= event.day <= last
    ]
    return tuple(sorted(found, key=lambda event: (event.day, event.label)))


def _of(
    session: Session, audience: Audience, kind: Happening, source: tuple[RecordType, str]
) -> Iterator[Event]:
    record_type, name = source
    labels = presentation.labels_for(session, record_type, audience)
    for row in presentation.table_for(session, record_type, audience).dicts():
        if row[name] is not None and row["id"] in labels:
            yield Event(row[name], kind, labels[row["id"]], record_type.name, row["id"])
