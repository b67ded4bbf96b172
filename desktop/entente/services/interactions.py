"""The log of calls, meetings and coffees: what took place, with whom, how long."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from entente.domain.actor import ACTOR
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.difficulty import DIFFICULTY
from entente.domain.interaction import INTERACTION, PRESENCE
from entente.domain.interaction_line import InteractionLine, Known
from entente.domain.text import fold
from entente.i18n import _
from entente.services import presentation, records
from entente.services.actors import known_people
from entente.services.attitudes import time_given
from entente.store.session import Session


@dataclass(frozen=True, slots=True)
class Entry:
    """One interaction as the viewer may know it.

    Attributes:
        people: Names of those who took part and whom the viewer may know.
        actors: Their keys, likewise.
    """

    id: str
    ref: str
    subject: str
    held_on: dt.date
    kind: str
    minutes: int | None
    people: tuple[str, ...]
    actors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Time:
    """The mediator's time for one actor.

    Attributes:
        minutes: Spent in their presence; time with several counts whole for each.
        share: What falls to them when time with several is shared out evenly.
        times: How often.
        last_on: The last time.
    """

    id: str
    ref: str
    name: str
    minutes: int
    share: float
    times: int
    last_on: dt.date | None


def add(session: Session, values: Mapping[str, Any], actors: Iterable[str]) -> str:
    """Note an interaction with those who took part and return its key.

    Raises:
        InvalidValueError: If a value is missing or outside its field's range.
        RecordMissingError: If somebody is not in the mission.
    """
    key = records.create(session, INTERACTION, values)
    _let_take_part(session, key, actors)
    return key


def add_quick(session: Session, quick: InteractionLine) -> str:
    """Note what a line was read as and return its key.

    Raises:
        InvalidValueError: If a value is outside its field's range.
    """
    values = {
        "subject": quick.subject or _usual_subject(quick),
        "held_on": quick.held_on,
        "kind": quick.kind or None,
        "minutes": quick.minutes,
        "difficulty_id": quick.difficulty or None,
    }
    return add(session, values, quick.actors)


def known(session: Session) -> Known:
    """Return who and what a line about an interaction can name."""
    difficulties = {
        fold(row["ref"]): row["id"] for row in records.list_rows(session, DIFFICULTY).dicts()
    }
    return Known(known_people(session), difficulties)


def log(
    session: Session, audience: Audience = MEDIATOR, on: dt.date | None = None
) -> tuple[Entry, ...]:
    """Return the interactions `audience` may know of up to a day, the latest first."""
    names = presentation.labels_for(session, ACTOR, audience)
    present = _present(session)
    found = (
        Entry(
            row["id"],
            row["ref"],
            row["subject"] or "",
            row["held_on"],
            row["kind"] or "",
            row["minutes"],
            tuple(names[actor] for actor in present[row["id"]] if actor in names),
            tuple(actor for actor in present[row["id"]] if actor in names),
        )
        for row in presentation.table_for(session, INTERACTION, audience).dicts()
        if on is None or row["held_on"] <= on
    )
    return tuple(sorted(found, key=lambda entry: (entry.held_on, entry.ref), reverse=True))


def time_by_actor(
    session: Session, audience: Audience = MEDIATOR, on: dt.date | None = None
) -> tuple[Time, ...]:
    """Return the mediator's time for each actor, the longest share first; all are listed."""
    shares = time_given(session, audience, on)
    held: dict[str, list[Entry]] = defaultdict(list)
    for entry in log(session, audience, on):
        for actor in entry.actors:
            held[actor].append(entry)
    found = (
        Time(
            row["id"],
            row["ref"],
            row["name"] or "",
            sum(entry.minutes or 0 for entry in held[row["id"]]),
            shares.get(row["id"], 0.0),
            len(held[row["id"]]),
            max((entry.held_on for entry in held[row["id"]]), default=None),
        )
        for row in presentation.table_for(session, ACTOR, audience).dicts()
    )
    return tuple(sorted(found, key=lambda time: (-time.share, -time.minutes)))


def _let_take_part(session: Session, key: str, actors: Iterable[str]) -> None:
    for actor in dict.fromkeys(actors):
        records.get(session, ACTOR, actor)
        records.create(session, PRESENCE, {"interaction_id": key, "actor_id": actor})


def _present(session: Session) -> Mapping[str, Sequence[str]]:
    present: dict[str, list[str]] = defaultdict(list)
    for row in records.list_rows(session, PRESENCE).dicts():
        present[row["interaction_id"]].append(row["actor_id"])
    return present


def _usual_subject(quick: InteractionLine) -> str:
    """Return a subject where the line gave none: its kind, else the word for what it is."""
    choices = INTERACTION.field("kind").choices or {}
    word = _(choices.get(quick.kind, INTERACTION.label))
    return word[:1].upper() + word[1:]
