"""The sessions of a difficulty: planning them, who comes, what is dealt with, who spoke."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from entente.domain.actor import ACTOR
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.difficulty import DIFFICULTY
from entente.domain.fields import PLACE_MAX
from entente.domain.mediation_session import (
    AGENDA_ITEM,
    ATTENDANCE,
    AWAY,
    MEDIATION_SESSION,
    SECONDS_MAX,
    Presence,
    SessionStatus,
)
from entente.domain.party import PARTY
from entente.domain.records import LEVEL_FIELD
from entente.domain.sessions_plan import moved, parse_time, read_time
from entente.domain.speaking import Equity, equity
from entente.domain.text import fold, natural_key, sort_key
from entente.i18n import N_, _
from entente.services import presentation, records
from entente.services.agendas import Proposal, proposal
from entente.services.presentation import rows_where
from entente.store.session import Session

_OWNER: Final = "session_id"
#: What a copy of a session does not take over: when it was, and what came of it.
_PAST: Final = frozenset({"held_on", "status", "outcome", "outcome_level", "notes"})
_NO_DATE: Final = dt.date.max


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody expected at a session, as the viewer may know them.

    Attributes:
        id: Key of the record of attendance.
        name: Empty where the viewer may not know it.
        is_party: Whether this is a party of the difficulty.
        speaks_for: The group that party stands for, empty for none.
        spoken: Seconds, as far as they are written; 0 for whom it does not concern.
    """

    id: str
    actor_id: str
    ref: str
    name: str
    presence: str
    is_party: bool
    speaks_for: str
    spoken: int


def of_difficulty(
    session: Session, difficulty: str, audience: Audience = MEDIATOR
) -> list[dict[str, Any]]:
    """Return the sessions of a difficulty that `audience` may see, in the order of their days.

    Those without a day come last.
    """
    mine = rows_where(session, MEDIATION_SESSION, audience, difficulty_id=difficulty)
    return sorted(mine, key=when)


def agenda(session: Session, key: str, audience: Audience = MEDIATOR) -> list[dict[str, Any]]:
    """Return the items of an agenda that `audience` may see, in their order."""
    mine = rows_where(session, AGENDA_ITEM, audience, session_id=key)
    return sorted(mine, key=lambda row: row["position"])


def attendees(session: Session, key: str, audience: Audience = MEDIATOR) -> tuple[Attendee, ...]:
    """Return who is expected at a session and known to `audience`: parties first, by name."""
    held = records.get(session, MEDIATION_SESSION, key)
    names = {row["id"]: row for row in presentation.table_for(session, ACTOR, audience).dicts()}
    parties = {
        row["actor_id"]: row
        for row in rows_where(session, PARTY, audience, difficulty_id=held["difficulty_id"])
    }
    found = [
        Attendee(
            id=row["id"],
            actor_id=row["actor_id"],
            ref=names[row["actor_id"]]["ref"],
            name=names[row["actor_id"]]["name"] or "",
            presence=row["presence"],
            is_party=row["actor_id"] in parties,
            speaks_for=parties.get(row["actor_id"], {}).get("speaks_for") or "",
            spoken=row["spoken"] or 0,
        )
        for row in rows_where(session, ATTENDANCE, audience, session_id=key)
        if row["actor_id"] in names
    ]
    return tuple(sorted(found, key=lambda one: (not one.is_party, sort_key(one.name), one.ref)))


def plan(session: Session, difficulty: str, kind: str, title: str = "", proposed: str = "") -> str:
    """Plan a session, invite the parties and return its key.

    Args:
        session: The open mission.
        difficulty: What it is about.
        kind: Individual, plenary or caucus; that of the agenda proposed, if there is one.
        title: What it is called; by default as its agenda, or its kind.
        proposed: Name of the agenda to begin with; empty for none.

    Raises:
        InvalidValueError: If a value is outside its field's range.
        RecordMissingError: If there is no such difficulty.
    """
    records.get(session, DIFFICULTY, difficulty)
    begun = proposal(proposed) if proposed else None
    values = {
        "difficulty_id": difficulty,
        "kind": begun.kind if begun else kind,
        "title": title.strip() or (begun.title if begun else _usual_title(kind)),
        "minutes": begun.minutes if begun else None,
        "hat": "mediation",
    }
    key = records.create(session, MEDIATION_SESSION, values)
    if begun:
        propose(session, key, begun)
    invite(session, key, _parties(session, difficulty))
    return key


def change(session: Session, key: str, values: Mapping[str, Any]) -> None:
    """Change a session; its time is kept as `14:00`, however it was typed.

    Its agenda and its people are told to the same readers as itself, as long as nobody gave
    them readers of their own.

    Raises:
        InvalidValueError: If a value is outside its field's range, or the time none.
        RecordMissingError: If there is no such session.
    """
    if values.get("starts_at"):
        values = {**values, "starts_at": parse_time(str(values["starts_at"]))}
    before = records.get(session, MEDIATION_SESSION, key)[LEVEL_FIELD]
    records.change(session, MEDIATION_SESSION, key, values)
    level = values.get(LEVEL_FIELD, before)
    if level == before:
        return
    for kind, rows in (
        (AGENDA_ITEM, agenda(session, key)),
        (ATTENDANCE, rows_where(session, ATTENDANCE, session_id=key)),
    ):
        for row in rows:
            if row[LEVEL_FIELD] == before:
                session.update(kind, row["id"], {LEVEL_FIELD: level})


def propose(session: Session, key: str, proposed: Proposal) -> None:
    """Add the items of a proposed agenda below those there are."""
    for text, minutes in proposed.items:
        add_item(session, key, text, minutes)


def add_item(session: Session, key: str, text: str, minutes: int | None = None) -> str:
    """Add an item at the end of an agenda and return its key.

    Raises:
        InvalidValueError: If a value is outside its field's range.
    """
    places = [row["position"] for row in agenda(session, key)]
    level = records.get(session, MEDIATION_SESSION, key)[LEVEL_FIELD]
    return records.create(
        session,
        AGENDA_ITEM,
        {
            _OWNER: key,
            "position": min(max(places, default=-1) + 1, PLACE_MAX),
            "text": text,
            "minutes": minutes,
            LEVEL_FIELD: level,
        },
    )


def move_items(session: Session, key: str, items: Sequence[str], place: int) -> None:
    """Put items of an agenda before the one that stands at `place` now."""
    order = moved([row["id"] for row in agenda(session, key)], items, place)
    for position, item in enumerate(order):
        session.update(AGENDA_ITEM, item, {"position": min(position, PLACE_MAX)})


def invite(session: Session, key: str, actors: Iterable[str]) -> None:
    """Expect these actors at a session, beside those who are expected already.

    Raises:
        RecordMissingError: If somebody is not in the mission.
    """
    level = records.get(session, MEDIATION_SESSION, key)[LEVEL_FIELD]
    expected = {row["actor_id"] for row in rows_where(session, ATTENDANCE, session_id=key)}
    for actor in dict.fromkeys(actors):
        records.get(session, ACTOR, actor)
        if actor not in expected:
            records.create(
                session, ATTENDANCE, {_OWNER: key, "actor_id": actor, LEVEL_FIELD: level}
            )


def duplicate(session: Session, key: str) -> str:
    """Plan a session like another, with its agenda and its people, and return its key."""
    model = records.get(session, MEDIATION_SESSION, key)
    kept = {
        field.name: model[field.name]
        for field in MEDIATION_SESSION.stored
        if field.name not in _PAST
    }
    copy = records.create(session, MEDIATION_SESSION, kept)
    for item in agenda(session, key):
        kept = {name: item[name] for name in ("position", "text", "minutes", LEVEL_FIELD)}
        records.create(session, AGENDA_ITEM, {_OWNER: copy, **kept})
    for one in rows_where(session, ATTENDANCE, session_id=key):
        kept = {name: one[name] for name in ("actor_id", LEVEL_FIELD)}
        records.create(session, ATTENDANCE, {_OWNER: copy, **kept})
    return copy


def hold(session: Session, key: str) -> None:
    """Note that a session took place: today, unless it has a day."""
    day = records.get(session, MEDIATION_SESSION, key)["held_on"] or session.today
    records.change(
        session, MEDIATION_SESSION, key, {"status": SessionStatus.HELD.value, "held_on": day}
    )


def add_spoken(session: Session, key: str, seconds: Mapping[str, int]) -> None:
    """Add to how long actors have spoken at a session.

    Who speaks is there: an invited person becomes a present one. Somebody who is expected no
    longer is passed by.
    """
    for row in rows_where(session, ATTENDANCE, session_id=key):
        more = seconds.get(row["actor_id"], 0)
        if more <= 0:
            continue
        values: dict[str, Any] = {"spoken": min((row["spoken"] or 0) + more, SECONDS_MAX)}
        if row["presence"] == Presence.INVITED:
            values["presence"] = Presence.PRESENT.value
        session.update(ATTENDANCE, row["id"], values)


def share_out(people: Iterable[Attendee], unwritten: Mapping[str, int] | None = None) -> Equity:
    """Return how the sides of a difficulty share speaking time.

    Parties who stand for the same group are one side, called by the key of the first of them;
    whoever is no party has no share.

    Args:
        people: Who is expected at the session.
        unwritten: Seconds by key of the actor that are written nowhere yet.
    """
    sides: dict[str, str] = {}
    spoken: dict[str, int] = {}
    for one in people:
        if not one.is_party or one.presence in AWAY:
            continue
        group = fold(one.speaks_for.strip())
        side = sides.setdefault(group or one.actor_id, one.actor_id)
        said = one.spoken + (unwritten or {}).get(one.actor_id, 0)
        spoken[side] = spoken.get(side, 0) + said
    return equity(tuple(spoken.items()))


def _parties(session: Session, difficulty: str) -> list[str]:
    return [row["actor_id"] for row in rows_where(session, PARTY, difficulty_id=difficulty)]


def _usual_title(kind: str) -> str:
    titles = {
        "individual": N_("Individual interview"),
        "plenary": N_("Plenary session"),
        "caucus": N_("Caucus"),
    }
    return _(titles.get(kind, MEDIATION_SESSION.label))


def when(row: Mapping[str, Any]) -> tuple[dt.date, dt.time, tuple[str, int, str]]:
    """Return what sorts sessions by their day and time; those without a day come last."""
    at = read_time(row["starts_at"]) or dt.time.min
    return row["held_on"] or _NO_DATE, at, natural_key(row["ref"])
