"""How far the mediation of one difficulty has come, and how much was noted on the way."""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Select, func, select

from entente.domain.actor import ACTOR
from entente.domain.agreement import AGREEMENT, SETTLEMENT, SIGNED
from entente.domain.confidentiality import MEDIATOR, Audience, may_read
from entente.domain.follow_up import CommitmentState
from entente.domain.note import FACTS, NOTE, NoteKind
from entente.domain.option import INTEREST, OPTION, OptionStatus
from entente.domain.party import PARTY, STATEMENTS
from entente.domain.records import RecordType
from entente.domain.wheel import Treatment, Voice, Wheel, wheel
from entente.services import outcomes, records
from entente.store.schema import TABLES
from entente.store.session import Session

_OWNER: Final = "difficulty_id"
#: A note of one of these kinds says what the statement of its party would.
_SAID_IN_NOTES: Final = {
    NoteKind.POSITION.value: "position",
    NoteKind.INTEREST.value: "interests",
    NoteKind.NEED.value: "needs",
    NoteKind.FEAR.value: "fears",
}


def wheel_of(session: Session, difficulty_id: str) -> Wheel:
    """Return how far a difficulty has come round Fiutak's wheel."""
    names = records.titles(session, ACTOR)
    told = _told_elsewhere(session, difficulty_id)
    voices = [
        Voice(
            row.id,
            row.speaks_for or names.get(row.actor_id, ""),
            frozenset(name for name in STATEMENTS if (getattr(row, name) or "").strip())
            | told.get(row.actor_id, frozenset()),
        )
        for row in session.rows(_of(PARTY, difficulty_id))
    ]
    return wheel(voices, _treatment(session, difficulty_id))


def _of(kind: RecordType, difficulty_id: str) -> Select[Any]:
    table = TABLES[kind.name]
    return select(table).where(table.c[_OWNER] == difficulty_id)


def _told_elsewhere(session: Session, difficulty_id: str) -> Mapping[str, frozenset[str]]:
    """Return what each actor has said in notes and interests, as names of statements."""
    note, interest = TABLES[NOTE.name], TABLES[INTEREST.name]
    said = select(note.c.actor_id, note.c.kind).where(
        note.c[_OWNER] == difficulty_id,
        note.c.kind.in_(_SAID_IN_NOTES),
        note.c.struck.is_not(True),
    )
    wanted = select(interest.c.actor_id).where(interest.c[_OWNER] == difficulty_id)
    found: dict[str, frozenset[str]] = {}
    for actor, kind in session.rows(said.distinct()):
        found[actor] = found.get(actor, frozenset()) | {_SAID_IN_NOTES[kind]}
    for (actor,) in session.rows(wanted.distinct()):
        found[actor] = found.get(actor, frozenset()) | {"interests"}
    return found


def _treatment(session: Session, difficulty_id: str) -> Treatment:
    note, option = TABLES[NOTE.name], TABLES[OPTION.name]
    facts = select(note.c.id).where(
        note.c[_OWNER] == difficulty_id, note.c.kind.in_(sorted(FACTS)), note.c.struck.is_not(True)
    )
    options = select(option.c.id).where(
        option.c[_OWNER] == difficulty_id, option.c.status != OptionStatus.DROPPED.value
    )
    agreements = [
        row for row in session.rows(_of(AGREEMENT, difficulty_id)) if row.kind == SETTLEMENT
    ]
    promised = [
        row
        for row in outcomes.commitments_of(session, difficulty_id)
        if row["state"] != CommitmentState.DROPPED
    ]
    return Treatment(
        facts=len(session.rows(facts)),
        options=len(session.rows(options)),
        agreements=len(agreements),
        signed=any(row.status in SIGNED or row.signed_on for row in agreements),
        commitments=len(promised),
    )


def counts_of_notes(
    session: Session, difficulty_id: str, audience: Audience = MEDIATOR
) -> Mapping[str, int]:
    """Return how many notes of each kind there are that `audience` may see and still hold."""
    note = TABLES[NOTE.name]
    alike = (note.c.kind, note.c.confidentiality, note.c.actor_id)
    counted = (
        select(*alike, func.count())
        .where(note.c[_OWNER] == difficulty_id, note.c.struck.is_not(True))
        .group_by(*alike)
    )
    counts: dict[str, int] = {}
    for kind, level, actor, count in session.rows(counted):
        if may_read(audience, level, actor or ""):
            counts[kind] = counts.get(kind, 0) + count
    return counts
