"""How far people have come in a change: what holds each of them back, and Kotter's steps."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from entente.domain.actor import ACTOR
from entente.domain.change.impact import FUNCTIONAL_GROUP
from entente.domain.change.progress import ADKAR, ADKAR_LABELS, KOTTER_STEP
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.kotter import KOTTER_LABELS
from entente.services import presentation
from entente.store.session import Session

#: An element of at most this mark holds back all that come after it.
HELD: Final = 3


@dataclass(frozen=True, slots=True)
class Change:
    """Where one person, or one group, stands.

    Attributes:
        subject: Key of the actor or the functional group.
        ref: Its reference.
        name: As the reader may know it.
        marks: By element, in their order; None where nobody said.
        barrier: The first element of at most `HELD`; None without one.
    """

    id: str
    subject: str
    ref: str
    name: str
    is_group: bool
    marks: Mapping[str, int | None]
    barrier: str | None


def barrier(marks: Mapping[str, int | None]) -> str | None:
    """Return the first element that holds a person back; what nobody marked is passed over."""
    for name in ADKAR_LABELS:
        mark = marks.get(name)
        if mark is not None and mark <= HELD:
            return name
    return None


def changes(
    session: Session, audience: Audience = MEDIATOR, on: dt.date | None = None
) -> tuple[Change, ...]:
    """Return where people and groups stand, people first, in the order of their references.

    Args:
        session: The open mission.
        audience: Who looks; whoever they may not know is left out.
        on: The day whose marks hold; None for now.
    """
    known = {
        row["id"]: (row["ref"], row["name"])
        for kind in (ACTOR, FUNCTIONAL_GROUP)
        for row in presentation.table_for(session, kind, audience).dicts()
    }
    found = {}
    for row in presentation.table_for(session, ADKAR, audience, on).dicts():
        subject = row["actor_id"] or row["group_id"]
        if subject in known:
            marks = {name: row[name] for name in ADKAR_LABELS}
            is_group = not row["actor_id"]
            found[subject] = Change(
                row["id"], subject, *known[subject], is_group, marks, barrier(marks)
            )
    return tuple(found[key] for key in known if key in found)


def kotter(
    session: Session, audience: Audience = MEDIATOR, on: dt.date | None = None
) -> dict[str, int | None]:
    """Return the score of each of Kotter's steps, in their order; None where nobody said."""
    rows = presentation.table_for(session, KOTTER_STEP, audience, on).dicts()
    scores = {row["step"]: row["score"] for row in rows}
    return {name: scores.get(name) for name in KOTTER_LABELS}
