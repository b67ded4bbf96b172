"""The notes of a difficulty: read at once, moved, struck, tied to each other."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from operator import itemgetter
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import or_, select

from entente.domain.actor import ACTOR
from entente.domain.confidentiality import MEDIATOR, Audience, Level
from entente.domain.mediation_session import MEDIATION_SESSION, SessionStatus
from entente.domain.note import NOTE, NOTE_LINK, NoteKind
from entente.domain.note_line import NoteLine
from entente.domain.party import PARTY
from entente.domain.records import LEVEL_FIELD
from entente.domain.text import fold, natural_key
from entente.services import presentation, records
from entente.services.actors import known_people
from entente.services.presentation import rows_where
from entente.store.schema import TABLES
from entente.store.session import Session

_OWNER: Final = "difficulty_id"
_NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})
_COLUMNS: Final = (
    *("id", "text", "kind", "actor_id", LEVEL_FIELD),
    *("noted_on", "happened_on", "session_id", "struck"),
)


@dataclass(frozen=True, slots=True)
class Note:
    """A note as its reader sees it.

    Attributes:
        actor: Key of who said it, or empty.
        level: Who may read it.
        session: Key of the session it was taken in, or empty.
        links: Keys of the notes it is tied to, of those the reader sees.
    """

    id: str
    text: str
    kind: str
    actor: str
    level: str
    noted_on: dt.date | None
    happened_on: dt.date | None
    session: str
    is_struck: bool
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody a note may come from.

    Attributes:
        speaks_for: The group a party stands for, or empty.
        is_party: Whether it is a party of the difficulty, or only said something.
    """

    id: str
    ref: str
    name: str
    speaks_for: str
    is_party: bool


@dataclass(frozen=True, slots=True)
class Meeting:
    """A session notes may be taken in."""

    id: str
    ref: str
    title: str
    held_on: dt.date | None


@dataclass(frozen=True, slots=True)
class Board:
    """Everything noted about a difficulty.

    Attributes:
        notes: The oldest first.
        voices: The parties, then whoever else said something.
        meetings: Sessions of this difficulty, or of none in particular, the latest first.
        today: Key of the session held today, or empty.
        people: What a line may call whom: key by folded reference or name.
        names: Reference and name of everybody who may be named, by key.
    """

    notes: tuple[Note, ...]
    voices: tuple[Voice, ...]
    meetings: tuple[Meeting, ...]
    today: str
    people: Mapping[str, str]
    names: Mapping[str, str]


def board(session: Session, difficulty: str, viewer: Audience = MEDIATOR) -> Board:
    """Return what was noted about a difficulty, as far as `viewer` may read it."""
    notes = _notes(session, difficulty, viewer)
    actors = presentation.table_for(session, ACTOR, viewer).dicts()
    parties = rows_where(session, PARTY, viewer, difficulty_id=difficulty)
    meetings = _meetings(session, difficulty, viewer)
    held = [m for m in meetings if m.held_on == session.today]
    people = known_people(session, viewer, by_first_name=True)
    for party in parties:
        people.setdefault(fold(party["speaks_for"] or ""), party["actor_id"])
    people.pop("", None)
    names = {row["id"]: " ".join(filter(None, (row["ref"], row["name"]))) for row in actors}
    voices = _voices(notes, actors, parties)
    return Board(notes, voices, meetings, held[0].id if held else "", people, names)


def add(session: Session, difficulty: str, line: NoteLine, meeting: str = "") -> str:
    """Note what a line was read as and return its key.

    Raises:
        InvalidValueError: If it holds no text, or is a caucus note of nobody.
    """
    values = {
        _OWNER: difficulty,
        "text": line.text,
        "kind": line.kind.value,
        "actor_id": line.actor or None,
        "noted_on": session.today,
        "happened_on": line.happened_on,
        "session_id": meeting or None,
        LEVEL_FIELD: line.level.value,
    }
    return records.create(session, NOTE, values)


def give_to(
    session: Session, keys: Iterable[str], actor: str, values: Mapping[str, Any] = _NOTHING
) -> int:
    """Let notes come from somebody else, or from nobody with an empty key.

    What one party confided in caucus is never another's to read: such a note is for the
    mediator alone from then on.

    Args:
        session: The open mission.
        keys: Of the notes.
        actor: Key of who said them.
        values: What else becomes of them.

    Returns:
        How many caucus notes became the mediator's.
    """
    withdrawn = 0
    for key in keys:
        note = records.get(session, NOTE, key)
        changed = dict(values)
        if (note["actor_id"] or "") != actor:
            changed["actor_id"] = actor or None
            if note[LEVEL_FIELD] == Level.CAUCUS:
                changed[LEVEL_FIELD] = Level.MEDIATOR.value
                withdrawn += 1
        if changed:
            records.change(session, NOTE, key, changed)
    return withdrawn


def retell(session: Session, keys: Iterable[str], actor: str, day: dt.date | None = None) -> int:
    """Let facts be told by somebody alone: what was agreed is so no longer.

    Args:
        session: The open mission.
        keys: Of the facts.
        actor: Key of who tells them, empty for nobody in particular.
        day: When those took place that have no day yet.

    Returns:
        How many caucus notes became the mediator's.
    """
    withdrawn = 0
    for key in keys:
        note = records.get(session, NOTE, key)
        values = _dated(note, day)
        if note["kind"] == NoteKind.AGREED:
            values["kind"] = NoteKind.FACT.value
        withdrawn += give_to(session, [key], actor, values)
    return withdrawn


def settle(session: Session, keys: Iterable[str], kind: str, day: dt.date | None = None) -> None:
    """Let facts be agreed, in dispute, or only told; those without a day take one if given."""
    for key in keys:
        note = records.get(session, NOTE, key)
        records.change(session, NOTE, key, {"kind": kind, **_dated(note, day)})


def _dated(note: Mapping[str, Any], day: dt.date | None) -> dict[str, Any]:
    return {"happened_on": day} if day is not None and note["happened_on"] is None else {}


def change(session: Session, keys: Iterable[str], values: Mapping[str, Any]) -> None:
    """Give the same values to some notes.

    Raises:
        InvalidValueError: If one cannot have them, as a caucus note of nobody.
    """
    for key in keys:
        records.change(session, NOTE, key, values)


def remove(session: Session, keys: Iterable[str]) -> None:
    """Remove notes with what ties them to others."""
    for key in keys:
        records.remove(session, NOTE, key)


def tie(session: Session, key: str, others: Iterable[str]) -> int:
    """Tie a note to others and return how many ties are new."""
    tied = {other for _link, other in _ties_of(session, key)}
    new = [other for other in dict.fromkeys(others) if other != key and other not in tied]
    for other in new:
        records.create(session, NOTE_LINK, {"from_id": key, "to_id": other})
    return len(new)


def untie(session: Session, key: str, other: str) -> None:
    """Take away what ties two notes, if anything does."""
    for link, end in _ties_of(session, key):
        if end == other:
            records.remove(session, NOTE_LINK, link)


def _notes(session: Session, difficulty: str, viewer: Audience) -> tuple[Note, ...]:
    table = presentation.table_for(session, NOTE, viewer, where={_OWNER: difficulty})
    pick = itemgetter(*(table.column(name) for name in _COLUMNS))
    rows = [pick(row) for row in table.rows]
    ties = _ties(session, difficulty, {row[0] for row in rows})
    found = [
        Note(
            key,
            text or "",
            kind,
            actor or "",
            level,
            noted_on,
            happened_on,
            meeting or "",
            bool(struck),
            tuple(ties.get(key, ())),
        )
        for key, text, kind, actor, level, noted_on, happened_on, meeting, struck in rows
    ]
    found.sort(key=lambda note: note.noted_on or dt.date.min)
    return tuple(found)


def _ties(session: Session, difficulty: str, known: AbstractSet[str]) -> Mapping[str, list[str]]:
    """Return the notes each of those known is tied to, of those known."""
    table, note = TABLES[NOTE_LINK.name], TABLES[NOTE.name]
    mine = select(note.c.id).where(note.c[_OWNER] == difficulty)
    ties: dict[str, list[str]] = defaultdict(list)
    for first, second in session.rows(
        select(table.c.from_id, table.c.to_id).where(table.c.from_id.in_(mine))
    ):
        if first in known and second in known and second not in ties[first]:
            ties[first].append(second)
            ties[second].append(first)
    return ties


def _ties_of(session: Session, key: str) -> list[tuple[str, str]]:
    """Return each tie of a note with the key of the note at its other end."""
    table = TABLES[NOTE_LINK.name]
    either = or_(table.c.from_id == key, table.c.to_id == key)
    rows = session.rows(select(table.c.id, table.c.from_id, table.c.to_id).where(either))
    return [(row.id, row.to_id if row.from_id == key else row.from_id) for row in rows]


def _voices(
    notes: Iterable[Note],
    actors: Iterable[Mapping[str, Any]],
    parties: Iterable[Mapping[str, Any]],
) -> tuple[Voice, ...]:
    known = {row["id"]: row for row in actors}
    stand = {row["actor_id"]: row["speaks_for"] or "" for row in parties}
    others = dict.fromkeys(note.actor for note in notes if note.actor and note.actor not in stand)
    seen = [key for key in (*stand, *others) if key in known]
    return tuple(
        Voice(key, known[key]["ref"], known[key]["name"] or "", stand.get(key, ""), key in stand)
        for key in sorted(seen, key=lambda k: (k not in stand, natural_key(known[k]["ref"])))
    )


def _meetings(session: Session, difficulty: str, viewer: Audience) -> tuple[Meeting, ...]:
    found = [
        Meeting(row["id"], row["ref"], row["title"] or "", row["held_on"])
        for row in presentation.table_for(session, MEDIATION_SESSION, viewer).dicts()
        if row[_OWNER] in {difficulty, None} and row["status"] != SessionStatus.CANCELLED
    ]
    found.sort(key=lambda meeting: meeting.held_on or dt.date.max, reverse=True)
    return tuple(found)
