"""The matrix of alignment: who sees the vision, the objectives and the way as the project does."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from entente.domain.actor import ACTOR
from entente.domain.aim_figures import APART, Pair, Topic, pairs, topics
from entente.domain.aims import ALIGNMENT, TOPIC_LABELS, TOPIC_PHRASES
from entente.domain.backlog import BACKLOG_ITEM, ItemStatus
from entente.domain.card_line import CardLine
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.text import fold
from entente.i18n import _
from entente.services import board_edits, presentation, records
from entente.store.session import Session

_OVER: Final = frozenset({ItemStatus.DONE.value, ItemStatus.DROPPED.value})


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said on a day.

    Attributes:
        score: From 1 to 5.
        words: Word for word; empty where the reader may not know them.
    """

    dated_on: dt.date
    score: int
    words: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What somebody said on a topic.

    Attributes:
        id: Key of the record.
        score: From 1 to 5.
        dated_on: The day it was said.
        words: Word for word; empty where the reader may not know them.
        before: The score before that one; None if it is the first.
        past: All they said on it, oldest first.
    """

    id: str
    score: int
    dated_on: dt.date
    words: str
    before: int | None
    past: tuple[Said, ...]


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
        person.id: {name: person.cells[name].score for name in TOPIC_LABELS if name in person.cells}
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


def quote(session: Session, key: str, words: str) -> None:
    """Note word for word what somebody said when they were last asked.

    Raises:
        InvalidValueError: If the words are too long.
    """
    last = records.ratings(session, ALIGNMENT, key)[-1]
    records.annotate(session, ALIGNMENT, last.id, {"fact": words})


def proposed(session: Session, pairs_: Sequence[Pair]) -> Mapping[tuple[str, str], str]:
    """Return the card of the backlog that proposes a meeting, by those of some pairs that have one.

    Whatever it is called now, it names both; one that is done or dropped does not count.
    """
    titles = [
        (row["id"], fold(row["title"]))
        for row in records.list_rows(session, BACKLOG_ITEM).dicts()
        if row["status"] not in _OVER and row["archived_on"] is None
    ]
    names = {key: fold(name) for key, name in records.titles(session, ACTOR).items()}
    found = {}
    for pair in pairs_:
        both = (names[pair.one], names[pair.other])
        for key, title in titles:
            if all(name and name in title for name in both):
                found[pair.one, pair.other] = key
                break
    return found


def propose(session: Session, pair: Pair) -> str:
    """Make an idea of the backlog: that two meet; return its key, of the one there is if any."""
    known = proposed(session, (pair,))
    if known:
        return next(iter(known.values()))
    names = records.titles(session, ACTOR)
    title = _("Meeting of {one} and {other}: {topic}").format(
        one=names[pair.one], other=names[pair.other], topic=_(TOPIC_PHRASES[pair.widest])
    )
    values = {"status": ItemStatus.IDEA.value, "phase": "connect"}
    return board_edits.add(session, CardLine(title), values)


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
            past_of = tuple(Said(each.dated_on, each.values["score"], each.fact) for each in told)
            before = past_of[-2].score if len(past_of) > 1 else None
            last = past_of[-1]
            cell = Cell(row["id"], row["score"], last.dated_on, last.words, before, past_of)
            found[row["actor_id"]][row["topic"]] = cell
    return found
