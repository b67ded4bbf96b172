"""What difficulties have taught, as rules another mission can take along."""

from dataclasses import dataclass
from typing import Any, Final

from entente.domain.change.spreading import LESSON
from entente.domain.confidentiality import Level
from entente.domain.difficulty import DIFFICULTY
from entente.domain.records import LEVEL_FIELD
from entente.domain.ten_causes import DIFFICULTY_CAUSE
from entente.domain.text import natural_key, shorten
from entente.services import records
from entente.store.session import Session

#: Where a difficulty says what it taught; these go as far as `lesson_level`.
_TAUGHT: Final = ("revealed", "solution")
_RULE_MAX: Final = 160


@dataclass(frozen=True, slots=True)
class Taught:
    """A difficulty that has taught something no lesson says yet."""

    id: str
    ref: str
    title: str


def untold(session: Session) -> tuple[Taught, ...]:
    """Return, for the mediator, the difficulties that taught something no lesson is made of."""
    told = {row["difficulty_id"] for row in records.list_rows(session, LESSON).dicts()}
    return tuple(
        Taught(row["id"], row["ref"], row["title"])
        for row in sorted(
            records.list_rows(session, DIFFICULTY).dicts(), key=lambda r: natural_key(r["ref"])
        )
        if row["id"] not in told and any(row[name] for name in _TAUGHT)
    )


def learn(session: Session, difficulty: str) -> str:
    """Write the lesson of a difficulty, to be reworded, and return its key.

    It says what those fields said that tell what the difficulty taught, and goes no further
    than they did.
    """
    row = records.get(session, DIFFICULTY, difficulty)
    told = [row[name] for name in _TAUGHT if row[name]]
    level = row["lesson_level"] if told else Level.MEDIATOR.value
    values: dict[str, Any] = {
        "title": shorten(told[-1] if told else row["title"], _RULE_MAX),
        "happened": "\n".join(told) or None,
        "cause": _main_cause(session, difficulty, level),
        "difficulty_id": difficulty,
        "learned_on": session.today,
        LEVEL_FIELD: level,
    }
    return records.create(session, LESSON, values)


def _main_cause(session: Session, difficulty: str, level: str) -> str | None:
    """Return the weightiest cause whoever reads the lesson may know; None where two weigh alike."""
    causes = [
        (row["weight"] or 0, row["cause"])
        for row in records.list_rows(
            session, DIFFICULTY_CAUSE, where={"difficulty_id": difficulty}
        ).dicts()
        if row[LEVEL_FIELD] in {level, Level.PUBLIC.value}
    ]
    heaviest = max((weight for weight, _cause in causes), default=0)
    found = [cause for weight, cause in causes if weight == heaviest]
    return found[0] if len(found) == 1 else None
