"""The way through one difficulty: its wheel, its stages, its causes, its parties."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Select, func, select

from entente.domain.actor import ACTOR
from entente.domain.agreement import AGREEMENT, SETTLEMENT, SIGNED
from entente.domain.confidentiality import MEDIATOR, Audience, may_read
from entente.domain.family import CONFLICT_FAMILY
from entente.domain.follow_up import CommitmentState
from entente.domain.note import FACTS, NOTE, NoteKind
from entente.domain.option import INTEREST, OPTION, OptionStatus
from entente.domain.party import PARTY, STATEMENTS
from entente.domain.records import RecordType
from entente.domain.ten_causes import DIFFICULTY_CAUSE
from entente.domain.text import fold
from entente.domain.wheel import Treatment, Voice, Wheel, wheel
from entente.errors import InvalidValueError
from entente.i18n import _
from entente.services import caucus, outcomes, presentation, records
from entente.services.records import Rating
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
_REF: Final = re.compile(rf"{ACTOR.prefix}\d+", re.IGNORECASE)


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


def ratings_of(
    session: Session, kind: RecordType, key: str, name: str, audience: Audience = MEDIATOR
) -> list[Rating]:
    """Return the ratings of one dated field that `audience` may see, by rising date.

    Each holds that field alone, whatever else was rated with it.
    """
    return [
        Rating(
            rating.id,
            rating.record_id,
            rating.dated_on,
            {name: rating.values[name]},
            rating.fact,
            rating.confidence,
            rating.author,
            rating.confidentiality,
        )
        for rating in presentation.ratings_for(session, kind, audience, key)
        if rating.values[name] is not None
    ]


def date_rating(
    session: Session, kind: RecordType, rating_id: str, day: dt.date | None, fact: str = ""
) -> None:
    """Say of which day a rating is, and the fact behind it.

    Raises:
        InvalidValueError: If the day is still to come: nothing was observed then.
    """
    given: dict[str, Any] = {} if day is None else {"dated_on": day}
    if day is not None and day > session.today:
        raise InvalidValueError("Date", day.isoformat(), _("a day up to today"))
    if fact.strip():
        given["fact"] = fact.strip()
    if given:
        records.annotate(session, kind, rating_id, given)


def drop_rating_of(session: Session, kind: RecordType, rating_id: str, name: str) -> None:
    """Take back what a rating says of one field; the rest of it stays."""
    image = session.image(TABLES[kind.rating_name], rating_id)
    if image is None:
        return
    others = [f.name for f in kind.dated if f.name != name and image[f.name] is not None]
    if kind.sparse and others:
        session.update_rating(kind, rating_id, {name: None})
    else:
        session.delete_rating(kind, rating_id)


def weigh_cause(session: Session, difficulty_id: str, cause: str, weight: int | None) -> None:
    """Say how much one of the ten causes counts in a difficulty; None takes it away."""
    _set_one(session, DIFFICULTY_CAUSE, {_OWNER: difficulty_id, "cause": cause}, "weight", weight)


def set_family(session: Session, difficulty_id: str, family: str, ground: str | None) -> None:
    """Count a difficulty to a family of conflict, with what shows it; None takes it away."""
    _set_one(session, CONFLICT_FAMILY, {_OWNER: difficulty_id, "family": family}, "ground", ground)


def _set_one(
    session: Session, kind: RecordType, same: Mapping[str, str], name: str, value: object
) -> None:
    """Keep at most one record that is `same`, and its field `name` at a value."""
    table = TABLES[kind.name]
    found = session.rows(select(table.c.id).where(*(table.c[k] == v for k, v in same.items())))
    if value is None:
        for row in found:
            records.remove(session, kind, row.id)
    elif found:
        records.change(session, kind, found[0].id, {name: value})
    else:
        records.create(session, kind, {**same, name: value})


def add_party(session: Session, difficulty_id: str, actor_id: str) -> str:
    """Make an actor a party and return the key of the party.

    Raises:
        AlreadyThereError: If it is one already.
    """
    return records.create(session, PARTY, {_OWNER: difficulty_id, "actor_id": actor_id})


def add_named_party(session: Session, difficulty_id: str, text: str) -> bool:
    """Make the actor of a name or reference a party; say whether the actor had to be noted too.

    Raises:
        RecordMissingError: If the text is a reference nobody has, or a name several bear.
        AlreadyThereError: If the actor is a party already.
    """
    text = text.strip()
    wanted = fold(text)
    is_known = any(fold(name) == wanted for name in records.titles(session, ACTOR).values())
    is_new = not is_known and _REF.fullmatch(text) is None
    if is_new:
        actor = records.create(session, ACTOR, {"name": text})
    else:
        actor = records.find(session, ACTOR, text)
    add_party(session, difficulty_id, actor)
    return is_new


def remove_party(session: Session, party_id: str) -> int:
    """Remove a party; return how many caucus texts the mediator alone may read from now on."""
    closed = sum(1 for _each in caucus.of_party(session, party_id))
    records.remove(session, PARTY, party_id)
    return closed


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
