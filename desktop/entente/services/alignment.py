"""The matrix of alignment: who sees the vision, the objectives and the way as the project does."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from entente.domain.actor import ACTOR
from entente.domain.aim_figures import APART, Pair, Topic, pairs, topics
from entente.domain.aims import ALIGNMENT, TOPIC_LABELS
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.services import presentation, records
from entente.store.session import Session


@dataclass(frozen=True, slots=True)
class Cell:
    """What somebody said on a topic.

    Attributes:
        id: Key of the record.
        score: From 1 to 5.
        dated_on: The day it was said.
        words: Word for word; empty where the reader may not know them.
        before: The score before that one; None if it is the first.
    """

    id: str
    score: int
    dated_on: dt.date
    words: str
    before: int | None


@dataclass(frozen=True, slots=True)
class Person:
    """An actor, and what they said by topic."""

    id: str
    ref: str
    name: str
    camp: str
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who sees what how.

    Attributes:
        people: Every actor, in the order of their references, asked or not.
        topics: Vision, objectives, approach.
        pairs: The furthest apart first, each with a gap of at least `APART`.
    """

    people: tuple[Person, ...]
    topics: tuple[Topic, ...]
    pairs: tuple[Pair, ...]

    @property
    def asked(self) -> tuple[Person, ...]:
        """Those who said something."""
        return tuple(person for person in self.people if person.cells)


def matrix(session: Session, audience: Audience = MEDIATOR, on: dt.date | None = None) -> Matrix:
    """Return the matrix as `audience` may know it.

    Args:
        session: The open mission.
        audience: Who looks; for the public, names are roles.
        on: The day whose scores hold; None for now.
    """
    cells = _cells(session, audience, on)
    people = tuple(
        Person(row["id"], row["ref"], row["name"], row["camp"] or "", cells[row["id"]])
        for row in presentation.table_for(session, ACTOR, audience, on).dicts()
    )
    scores = {
        person.id: {name: cell.score for name, cell in person.cells.items()}
        for person in people
        if person.cells
    }
    far = tuple(pair for pair in pairs(scores) if pair.gap >= APART)
    return Matrix(people, topics(tuple(TOPIC_LABELS), scores), far)


def say(
    session: Session,
    actor: str,
    topic: str,
    score: int,
    *,
    words: str = "",
    on: dt.date | None = None,
) -> str:
    """Note where somebody stands on a topic, and return the key of the record.

    Raises:
        InvalidValueError: If the score is not from 1 to 5, or there is no such topic.
        RecordMissingError: If there is no such actor.
    """
    known = records.list_rows(session, ALIGNMENT, where={"actor_id": actor, "topic": topic})
    if known.rows:
        key = str(known.rows[0][0])
    else:
        records.get(session, ACTOR, actor)
        key = records.create(session, ALIGNMENT, {"actor_id": actor, "topic": topic})
    records.rate(session, ALIGNMENT, key, {"score": score}, fact=words, on=on)
    return key


def _cells(
    session: Session, audience: Audience, on: dt.date | None
) -> Mapping[str, Mapping[str, Cell]]:
    past = defaultdict(list)
    for rating in presentation.ratings_for(session, ALIGNMENT, audience):
        if rating.values["score"] is not None and (on is None or rating.dated_on <= on):
            past[rating.record_id].append(rating)
    found: defaultdict[str, dict[str, Cell]] = defaultdict(dict)
    for row in presentation.table_for(session, ALIGNMENT, audience, on).dicts():
        told = past[row["id"]]
        if row["score"] is not None and told:
            before = told[-2].values["score"] if len(told) > 1 else None
            last = told[-1]
            cell = Cell(row["id"], row["score"], last.dated_on, last.fact, before)
            found[row["actor_id"]][row["topic"]] = cell
    return found
