"""Where people stand in a change, element by element: marks, what was seen, who can be added."""

import datetime as dt
from dataclasses import dataclass

from entente.domain.actor import ACTOR
from entente.domain.change.impact import FUNCTIONAL_GROUP
from entente.domain.change.progress import ADKAR
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.record_values import checked
from entente.domain.records import LEVEL_FIELD, Values
from entente.services import presentation, records
from entente.store.session import Session


@dataclass(frozen=True, slots=True)
class Marked:
    """What was noted of one element on a day.

    Attributes:
        mark: From 1 to 5; None where it was taken back.
        fact: What was seen or heard; empty where the reader may not know.
    """

    id: str
    dated_on: dt.date
    mark: int | None
    fact: str


def history(
    session: Session, key: str, element: str, audience: Audience = MEDIATOR
) -> tuple[Marked, ...]:
    """Return how an element came to its mark, oldest first; what stayed the same is told once."""
    found: list[Marked] = []
    for rating in presentation.ratings_for(session, ADKAR, audience, key):
        mark = rating.values[element]
        if (found[-1].mark if found else None) != mark:
            found.append(Marked(rating.id, rating.dated_on, mark, rating.fact))
    return tuple(found)


def mark(session: Session, key: str, element: str, value: int | None, fact: str = "") -> str:
    """Mark one element, the others as they are; return the key of the rating.

    A mark is for those who may read the record.

    Raises:
        InvalidValueError: If there is no such mark.
        RecordMissingError: If there is no such record.
    """
    level = records.get(session, ADKAR, key)[LEVEL_FIELD]
    values = checked(ADKAR, {element: value})
    return session.rate(ADKAR, key, values, fact=fact, confidentiality=level)


def add(session: Session, subject: str) -> str:
    """Take in a person or a functional group by key, as private as it is, and return the key.

    A person is the mediator's alone, whatever their record says: what holds somebody back is
    not to be read by everybody who may read their name.

    Raises:
        AlreadyThereError: If they are there already.
    """
    groups = records.list_rows(session, FUNCTIONAL_GROUP, where={"id": subject}).dicts()
    values: Values = {"actor_id": subject}
    if groups:
        values = {"group_id": subject, LEVEL_FIELD: groups[0][LEVEL_FIELD]}
    return records.create(session, ADKAR, values)


def not_yet(session: Session) -> tuple[tuple[str, str], ...]:
    """Return key and name of whoever can be added, groups after people."""
    rows = records.list_rows(session, ADKAR).dicts()
    there = {row["actor_id"] or row["group_id"] for row in rows}
    return tuple(
        (row["id"], f"{row['ref']} {row['name']}")
        for kind in (ACTOR, FUNCTIONAL_GROUP)
        for row in records.list_rows(session, kind).dicts()
        if row["id"] not in there
    )
