"""The power/interest grid, and which assessments have grown old."""

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from entente.domain.actor import ACTOR, Camp, Quadrant, initials, quadrant, snap
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.line_words import known_names
from entente.services import presentation, records
from entente.services.calendar import day_of
from entente.services.records import Rating
from entente.store.session import Session

#: From this many days on an assessment is old, where nothing else is asked for.
STALE_DAYS: Final = 30


@dataclass(frozen=True, slots=True)
class Position:
    """Where an actor stood from a day on.

    Attributes:
        power, interest: From 1 to 5.
        fact: What was seen or heard that day.
    """

    dated_on: dt.date
    power: float
    interest: float
    fact: str = ""


@dataclass(frozen=True, slots=True)
class GridToken:
    """An actor on the grid.

    Attributes:
        name, initials: Of the person, or of the role where a projected screen hides names.
        camp: None where it is not known.
        power, interest: From 1 to 5; None for an actor who has not been placed yet.
        dated_on: Day of the assessment that holds now.
        trail: Earlier positions, oldest first; none that repeats the one after it.
        confidentiality: Level of the record.
    """

    id: str
    ref: str
    name: str
    initials: str
    camp: Camp | None
    power: float | None
    interest: float | None
    dated_on: dt.date | None
    trail: tuple[Position, ...]
    confidentiality: str

    @property
    def is_placed(self) -> bool:
        """Whether the actor has both scores."""
        return self.power is not None and self.interest is not None

    @property
    def quadrant(self) -> Quadrant | None:
        """The quadrant the actor is in, None if not placed."""
        if self.power is None or self.interest is None:
            return None
        return quadrant(self.power, self.interest)


@dataclass(frozen=True, slots=True)
class Assessment:
    """When an actor was last assessed.

    Attributes:
        dated_on: None for never.
        days: How long ago; None for never.
    """

    id: str
    ref: str
    name: str
    dated_on: dt.date | None = None
    days: int | None = None


def grid_tokens(
    session: Session, audience: Audience = MEDIATOR, on: dt.date | None = None
) -> tuple[GridToken, ...]:
    """Return the actors `audience` may see, with the positions it may see, by reference.

    Args:
        session: The open mission.
        audience: Who looks.
        on: The day whose ratings hold; None for now.
    """
    table = presentation.table_for(session, ACTOR, audience, on)
    past = _by_actor(
        rating
        for rating in presentation.ratings_for(session, ACTOR, audience)
        if on is None or rating.dated_on <= on
    )
    return tuple(_token(row, past.get(row["id"], ())) for row in table.dicts())


def known_people(
    session: Session, audience: Audience = MEDIATOR, *, by_first_name: bool = False
) -> dict[str, str]:
    """Return whom a line that somebody types can name: key by folded reference or name.

    Args:
        session: The open mission.
        audience: Who types.
        by_first_name: Whether a first name nobody else bears will do.
    """
    rows = presentation.table_for(session, ACTOR, audience).dicts()
    named = [(row["id"], row["ref"], row["name"] or "") for row in rows]
    return dict(known_names(named, by_first_name=by_first_name))


def place(session: Session, actor_id: str, power: float, interest: float) -> str | None:
    """Rate an actor's power and interest as of today and return the key of the rating.

    The position is brought inside the grid and to the nearest half points.

    Returns:
        None if the actor stands there already: nothing was rated.

    Raises:
        InvalidValueError: If a score is not a number.
        RecordMissingError: If there is no such actor.
    """
    scores = {
        name: snap(score) if math.isfinite(score) else score
        for name, score in (("power", power), ("interest", interest))
    }
    now = records.get(session, ACTOR, actor_id)
    if all(now[name] == score for name, score in scores.items()):
        return None
    return records.rate(session, ACTOR, actor_id, scores)


def stale(
    session: Session, days: int = STALE_DAYS, audience: Audience = MEDIATOR
) -> tuple[Assessment, ...]:
    """Return the actors last assessed `days` days ago or longer, oldest first."""
    old = [
        known
        for known in _assessments(session, audience)
        if known.days is not None and known.days >= days
    ]
    return tuple(sorted(old, key=lambda known: -(known.days or 0)))


def never_assessed(session: Session, audience: Audience = MEDIATOR) -> tuple[Assessment, ...]:
    """Return the actors without any assessment, by reference."""
    return tuple(known for known in _assessments(session, audience) if known.dated_on is None)


def _assessments(session: Session, audience: Audience) -> Iterable[Assessment]:
    # Whether a rating is there counts, not whether it may be read: nobody is asked twice.
    latest = {rating.record_id: rating.dated_on for rating in records.ratings(session, ACTOR)}
    today = day_of(session)
    for row in presentation.table_for(session, ACTOR, audience).dicts():
        day = latest.get(row["id"])
        days = None if day is None else (today - day).days
        yield Assessment(row["id"], row["ref"], row["name"], day, days)


def _by_actor(ratings: Iterable[Rating]) -> Mapping[str, Sequence[Rating]]:
    found: dict[str, list[Rating]] = defaultdict(list)
    for rating in ratings:
        found[rating.record_id].append(rating)
    return found


def _token(row: Mapping[str, object], ratings: Sequence[Rating]) -> GridToken:
    power, interest = row["power"], row["interest"]
    path = _path(ratings)
    name = str(row["name"])
    return GridToken(
        id=str(row["id"]),
        ref=str(row["ref"]),
        name=name,
        initials=initials(name),
        camp=Camp(str(row["camp"])) if row["camp"] else None,
        power=power if isinstance(power, float) else None,
        interest=interest if isinstance(interest, float) else None,
        dated_on=ratings[-1].dated_on if ratings else None,
        trail=path[:-1] if path and _is_at(ratings[-1], path[-1]) else path,
        confidentiality=str(row["confidentiality"]),
    )


def _path(ratings: Iterable[Rating]) -> tuple[Position, ...]:
    """Return each position once, with the day it was taken up."""
    path: list[Position] = []
    for rating in ratings:
        power, interest = rating.values["power"], rating.values["interest"]
        if power is None or interest is None or (path and _is_at(rating, path[-1])):
            continue
        path.append(Position(rating.dated_on, power, interest, rating.fact))
    return tuple(path)


def _is_at(rating: Rating, position: Position) -> bool:
    return (rating.values["power"], rating.values["interest"]) == (
        position.power,
        position.interest,
    )
