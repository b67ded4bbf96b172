"""The balance of forces: what was answered, and what is still to be asked."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from entente.domain import mactor
from entente.domain.actor import ACTOR, Camp
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.objective import INFLUENCE, OBJECTIVE, STANCE
from entente.domain.records import RecordType
from entente.services import presentation, records
from entente.services.records import Rating
from entente.store.session import Session

#: By kind: the two things an answer is about, and the value that is given.
PARTS: Final = {
    INFLUENCE.name: ("from_id", "to_id", "strength"),
    STANCE.name: ("actor_id", "objective_id", "weight"),
}


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor whose forces are looked at.

    Attributes:
        name: Of the person, or of the role where a projected screen hides names.
        camp: None where it is not known.
    """

    key: str
    ref: str
    name: str
    camp: Camp | None


@dataclass(frozen=True, slots=True)
class Aim:
    """An objective on which actors take a stance."""

    key: str
    ref: str
    name: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question as it holds on the day looked at.

    Attributes:
        value: 0 to 4 for an influence, −4 to +4 for a stance; None if it was taken back.
    """

    value: int | None
    dated_on: dt.date
    fact: str
    confidence: str


_Answers: TypeAlias = dict[tuple[str, str], Answer]


@dataclass(frozen=True, slots=True)
class Question:
    """Something to ask: of an influence, on whom; of a stance, on which objective.

    Attributes:
        kind: Name of the kind of record that holds the answer.
        first: Key of the actor it is about.
        second: Key of the actor weighed on, or of the objective.
    """

    kind: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How many questions there are, and how many have an answer."""

    answered: int
    total: int

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left to ask."""
        return self.answered == self.total


@dataclass(frozen=True, slots=True)
class Forces:
    """What is known of the balance of forces on a day.

    Attributes:
        participants: Actors that take part, in the order of their references.
        aims: The objectives, likewise.
        influences: Answers by who weighs and on whom.
        stances: Answers by actor and objective.
        withheld: How many answers the audience may not know.
    """

    participants: tuple[Participant, ...] = ()
    aims: tuple[Aim, ...] = ()
    influences: Mapping[tuple[str, str], Answer] = field(default_factory=dict)
    stances: Mapping[tuple[str, str], Answer] = field(default_factory=dict)
    withheld: int = 0

    @property
    def mid(self) -> tuple[tuple[int | None, ...], ...]:
        """Direct influences, a row for who weighs; None for what is not answered."""
        return tuple(
            tuple(
                0 if one.key == other.key else _value(self.influences, one.key, other.key)
                for other in self.participants
            )
            for one in self.participants
        )

    @property
    def mao(self) -> tuple[tuple[int | None, ...], ...]:
        """Stances (2MAO), a row an actor; None for what is not answered."""
        return tuple(
            tuple(_value(self.stances, one.key, aim.key) for aim in self.aims)
            for one in self.participants
        )

    def analyse(self) -> mactor.Analysis:
        """Return what follows from the answers."""
        return mactor.analyse(self.mid, self.mao)

    def answer(self, question: Question) -> Answer | None:
        """Return the answer to a question, None if there is none."""
        answers = self.influences if question.kind == INFLUENCE.name else self.stances
        found = answers.get((question.first, question.second))
        return None if found is None or found.value is None else found

    def questions(self, kind: str) -> tuple[Question, ...]:
        """Return every question of a kind, all that concern an actor one after the other."""
        others: Sequence[Participant | Aim] = (
            self.participants if kind == INFLUENCE.name else self.aims
        )
        return tuple(
            Question(kind, one.key, other.key)
            for one in self.participants
            for other in others
            if one.key != other.key
        )

    def unanswered(self, kind: str) -> tuple[Question, ...]:
        """Return the questions still to be asked, in a good order.

        Those about one actor come together, so that the mind stays with that actor, and
        first those about actors who have been begun.
        """
        left = [each for each in self.questions(kind) if self.answer(each) is None]
        begun = {each.first for each in self.questions(kind) if self.answer(each) is not None}
        return tuple(sorted(left, key=lambda each: each.first not in begun))

    def progress(self, kind: str) -> Progress:
        """Return how far the questions of a kind have been answered."""
        total = len(self.questions(kind))
        return Progress(total - len(self.unanswered(kind)), total)


def read(session: Session, audience: Audience = MEDIATOR, on: dt.date | None = None) -> Forces:
    """Return the balance of forces as `audience` may know it.

    Args:
        session: The open mission.
        audience: Who looks; the public of a presentation sees roles for names.
        on: The day whose answers hold; None for now.
    """
    influences, hidden = _answers(session, INFLUENCE, audience, on)
    stances, more_hidden = _answers(session, STANCE, audience, on)
    taking_part = {key for pair in influences for key in pair} | {one for one, __ in stances}
    people = presentation.table_for(session, ACTOR, audience).dicts()
    aims = presentation.table_for(session, OBJECTIVE, audience).dicts()
    seen = {each["id"] for each in (*people, *aims)}
    return Forces(
        participants=tuple(
            Participant(each["id"], each["ref"], each["name"] or "", _camp(each["camp"]))
            for each in people
            if each["id"] in taking_part
        ),
        aims=tuple(Aim(each["id"], each["ref"], each["name"] or "") for each in aims),
        influences=_about(influences, seen),
        stances=_about(stances, seen),
        withheld=hidden + more_hidden + _unseen(influences, seen) + _unseen(stances, seen),
    )


def _answers(
    session: Session, kind: RecordType, audience: Audience, on: dt.date | None
) -> tuple[_Answers, int]:
    """Return the answers by what they are about, and how many are withheld."""
    first, second, name = PARTS[kind.name]
    table = records.list_rows(session, kind, audience, on)
    latest = {
        rating.record_id: rating
        for rating in presentation.ratings_for(session, kind, audience)
        if on is None or rating.dated_on <= on
    }
    everything = latest
    if audience != MEDIATOR:
        everything = {
            rating.record_id: rating
            for rating in records.ratings(session, kind)
            if on is None or rating.dated_on <= on
        }
    found: _Answers = {}
    for row in table.dicts():
        pair = row[first], row[second]
        if pair[0] == pair[1]:
            continue
        given = _answer(latest.get(row["id"]), name)
        # Of two records on the same question the later answer holds.
        known = found.get(pair)
        if known is None or (given.value is not None and given.dated_on >= known.dated_on):
            found[pair] = given
    shown = {row["id"] for row in table.dicts()} & latest.keys()
    return found, len(everything.keys() - shown)


def _about(answers: _Answers, seen: set[str]) -> _Answers:
    return {pair: given for pair, given in answers.items() if seen.issuperset(pair)}


def _unseen(answers: _Answers, seen: set[str]) -> int:
    """Return how many answers concern somebody or something the audience may not see."""
    return sum(
        given.value is not None and not seen.issuperset(pair) for pair, given in answers.items()
    )


def _answer(rating: Rating | None, name: str) -> Answer:
    if rating is None:
        return Answer(None, dt.date.min, "", "")
    return Answer(rating.values[name], rating.dated_on, rating.fact, rating.confidence)


def _value(answers: Mapping[tuple[str, str], Answer], one: str, other: str) -> int | None:
    found = answers.get((one, other))
    return None if found is None else found.value


def _camp(value: str | None) -> Camp | None:
    return Camp(value) if value else None
