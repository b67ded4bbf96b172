"""Where a change stands on Kotter's eight steps: scores, what shows them, cards of each step."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from statistics import fmean

from entente.domain.backlog import BACKLOG_ITEM, ItemStatus
from entente.domain.card_line import CardLine
from entente.domain.change.progress import KOTTER_STEP, STEP_MAX
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.kotter import KOTTER_PHASES
from entente.domain.record_values import checked
from entente.domain.records import LEVEL_FIELD, Values
from entente.services import board_edits, presentation, records
from entente.store.session import Session


@dataclass(frozen=True, slots=True)
class Scored:
    """A step as judged on a day.

    Attributes:
        id: Key of the rating.
        fact: What shows it; empty where the reader may not know.
    """

    id: str
    dated_on: dt.date
    score: int
    fact: str


@dataclass(frozen=True, slots=True)
class StepCard:
    """A card of the backlog that serves a step."""

    id: str
    ref: str
    title: str
    is_done: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One of the eight steps, whether it was judged or not.

    Attributes:
        name: A key of `KOTTER_LABELS`.
        id: Key of its record; empty until it is judged for the first time.
        level: Who may read it; empty until then.
        history: Oldest first.
        cards: Those that were not dropped, in the order of their references.
    """

    name: str
    id: str
    level: str
    history: tuple[Scored, ...]
    cards: tuple[StepCard, ...]

    @property
    def now(self) -> Scored | None:
        """How it was judged last; None where nobody has, never zero."""
        return self.history[-1] if self.history else None

    @property
    def score(self) -> int | None:
        """From 0 to 4."""
        return self.now.score if self.now else None


@dataclass(frozen=True, slots=True)
class Phase:
    """One of the four phases with its steps."""

    name: str
    steps: tuple[Step, ...]

    @property
    def mean(self) -> float | None:
        """Over the steps that were judged; None where none was."""
        known = [step.score for step in self.steps if step.score is not None]
        return fmean(known) if known else None


@dataclass(frozen=True, slots=True)
class Course:
    """The four phases."""

    phases: tuple[Phase, ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        """All eight, in their order."""
        return tuple(step for phase in self.phases for step in phase.steps)

    @property
    def is_begun(self) -> bool:
        """Whether any step was judged."""
        return any(step.history for step in self.steps)

    @property
    def next(self) -> Step | None:
        """The first step that was judged and does not hold by itself yet."""
        return next((s for s in self.steps if s.score is not None and s.score < STEP_MAX), None)

    def step(self, name: str) -> Step:
        """Return a step by its name."""
        return next(step for step in self.steps if step.name == name)


def course(session: Session, audience: Audience = MEDIATOR, on: dt.date | None = None) -> Course:
    """Return where a change stands for one reader.

    Args:
        session: The open mission.
        audience: Who looks.
        on: The last day whose scores count; None for all.
    """
    rows = presentation.table_for(session, KOTTER_STEP, audience).dicts()
    known = {row["step"]: row for row in rows}
    history = _history(session, audience, on)
    cards = _cards(session, audience)

    def step(name: str) -> Step:
        row = known.get(name)
        key = row["id"] if row else ""
        level = row[LEVEL_FIELD] if row else ""
        return Step(name, key, level, tuple(history[key]), tuple(cards[name]))

    return Course(
        tuple(Phase(name, tuple(map(step, steps))) for name, steps in KOTTER_PHASES.items())
    )


def rate(session: Session, name: str, score: int, fact: str = "") -> str:
    """Judge a step, whose record is made the first time; return the key of the rating.

    A score is for those who may read the step.

    Raises:
        InvalidValueError: If there is no such step, or no such score.
    """
    row = _row(session, name)
    if row is None:
        row = records.get(
            session, KOTTER_STEP, records.create(session, KOTTER_STEP, {"step": name})
        )
    values = checked(KOTTER_STEP, {"score": score})
    return session.rate(KOTTER_STEP, row["id"], values, fact=fact, confidentiality=row[LEVEL_FIELD])


def add_card(session: Session, name: str, title: str) -> str:
    """Add a card of the backlog that serves a step, and return its key."""
    row = _row(session, name)
    level = {LEVEL_FIELD: row[LEVEL_FIELD]} if row else {}
    return board_edits.add(session, CardLine(title), {"kotter": name, **level})


def _row(session: Session, name: str) -> Values | None:
    rows = records.list_rows(session, KOTTER_STEP, where={"step": name}).dicts()
    return rows[0] if rows else None


def _history(
    session: Session, audience: Audience, on: dt.date | None
) -> defaultdict[str, list[Scored]]:
    found: defaultdict[str, list[Scored]] = defaultdict(list)
    for rating in presentation.ratings_for(session, KOTTER_STEP, audience):
        score = rating.values["score"]
        if score is not None and (on is None or rating.dated_on <= on):
            found[rating.record_id].append(
                Scored(rating.id, rating.dated_on, int(score), rating.fact)
            )
    return found


def _cards(session: Session, audience: Audience) -> defaultdict[str, list[StepCard]]:
    found: defaultdict[str, list[StepCard]] = defaultdict(list)
    for row in presentation.table_for(session, BACKLOG_ITEM, audience).dicts():
        if row["kotter"] and row["status"] != ItemStatus.DROPPED:
            is_done = row["status"] == ItemStatus.DONE
            found[row["kotter"]].append(StepCard(row["id"], row["ref"], row["title"], is_done))
    return found
