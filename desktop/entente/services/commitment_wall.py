"""The wall of commitments: who promised what before whom, by when, and what became of it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from entente.domain.actor import ACTOR
from entente.domain.card_line import CardLine
from entente.domain.confidentiality import MEDIATOR, Audience, Level
from entente.domain.follow_up import COMMITMENT, CommitmentState
from entente.domain.records import LEVEL_FIELD
from entente.services import follow_up_figures, presentation, records
from entente.services.actors import known_people
from entente.store.session import Session


class Place(StrEnum):
    """Where a commitment hangs: its state, with those whose date was moved apart."""

    OPEN = "open"
    RENEGOTIATED = "renegotiated"
    KEPT = "kept"
    BROKEN = "broken"
    RELEASED = "dropped"


#: What a commitment becomes that is hung there.
STATES: Final[Mapping[str, str]] = {
    Place.OPEN.value: CommitmentState.OPEN.value,
    Place.KEPT.value: CommitmentState.KEPT.value,
    Place.BROKEN.value: CommitmentState.BROKEN.value,
    Place.RELEASED.value: CommitmentState.DROPPED.value,
}


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment as its reader sees it.

    Attributes:
        actor: Key of who made it; empty if that is nobody's business.
        to: Key of whom it is made to; empty for the whole group, or if it is nobody's business.
        first_due: The date first agreed on, where it was moved since.
        level: Who may read it.
    """

    id: str
    ref: str
    statement: str
    place: str
    actor: str = ""
    to: str = ""
    made_on: dt.date | None = None
    due_on: dt.date | None = None
    first_due: dt.date | None = None
    in_public: bool = False
    evidence: str = ""
    level: str = Level.MEDIATOR.value

    @property
    def is_open(self) -> bool:
        """Whether it is still to be kept."""
        return self.place in {Place.OPEN, Place.RENEGOTIATED}


@dataclass(frozen=True, slots=True)
class Wall:
    """Every commitment one may know of.

    Attributes:
        promises: The soonest due first, those without a date last.
        names: What who made them, and whom they are made to, is called, by key.
        people: What a line may call whom: key by folded reference or name.
        today: The day lateness is counted from.
    """

    promises: tuple[Promise, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    today: dt.date = dt.date.min


def wall(session: Session, viewer: Audience = MEDIATOR) -> Wall:
    """Return the commitments `viewer` may read, as they stand today."""
    moved = {
        each.key: each.due_dates[0]
        for each in follow_up_figures.promises(session, session.today, viewer)
        if each.is_renegotiated
    }
    rows = presentation.table_for(session, COMMITMENT, viewer).dicts()
    found = [
        Promise(
            id=row["id"],
            ref=row["ref"],
            statement=row["statement"] or "",
            place=_place(row["state"], is_moved=row["id"] in moved),
            actor=row["actor_id"] or "",
            to=row["to_id"] or "",
            made_on=row["made_on"],
            due_on=row["due_on"],
            first_due=moved.get(row["id"]),
            in_public=bool(row["in_public"]),
            evidence=row["evidence"] or "",
            level=row[LEVEL_FIELD],
        )
        for row in rows
    ]
    found.sort(key=lambda each: (each.due_on is None, each.due_on or dt.date.max))
    people = known_people(session, viewer, by_first_name=True)
    people.pop("", None)
    names = presentation.labels_for(session, ACTOR, viewer)
    return Wall(tuple(found), names, people, session.today)


def _place(state: str | None, *, is_moved: bool) -> str:
    if state in {None, CommitmentState.OPEN.value}:
        return Place.RENEGOTIATED.value if is_moved else Place.OPEN.value
    return next(place for place, known in STATES.items() if known == state)


def add(session: Session, line: CardLine, *, level: str, in_public: bool) -> str:
    """Note what somebody just promised, and return its key.

    Args:
        session: The open mission.
        line: The statement, who said it, to whom and by when.
        level: Who may read it.
        in_public: Whether it was said before the group.

    Raises:
        InvalidValueError: If it says nothing, or too much.
    """
    values = {
        "statement": line.title,
        "actor_id": line.owner or None,
        "to_id": line.other or None,
        "due_on": line.due_on,
        "made_on": session.today,
        "in_public": in_public,
        LEVEL_FIELD: level,
    }
    given = {name: value for name, value in values.items() if value is not None}
    return records.create(session, COMMITMENT, given)


def settle(session: Session, keys: Sequence[str], state: str) -> None:
    """Say today what became of commitments."""
    for key in keys:
        records.change(session, COMMITMENT, key, {"state": state})


def renegotiate(session: Session, keys: Sequence[str], due_on: dt.date) -> None:
    """Agree on another date; the earlier one is kept, and the commitment is open again."""
    for key in keys:
        values = {"due_on": due_on, "state": CommitmentState.OPEN.value}
        records.change(session, COMMITMENT, key, values)


def prove(session: Session, keys: Sequence[str], evidence: str) -> None:
    """Add what shows that commitments were kept, below what is noted already."""
    for key in keys:
        held = records.get(session, COMMITMENT, key)["evidence"]
        both = "\n".join(filter(None, (held, evidence)))
        records.change(session, COMMITMENT, key, {"evidence": both})


def explain(session: Session, keys: Sequence[str], reason: str) -> None:
    """Say of the last thing that became of commitments why it did."""
    for key in keys:
        found = records.ratings(session, COMMITMENT, key)
        if found:
            records.annotate(session, COMMITMENT, found[-1].id, {"fact": reason})
