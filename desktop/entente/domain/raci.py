"""What is wanting in a RACI matrix."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from entente.domain.responsibility import Duty

#: With more tasks to do than this, somebody is likely to do none well.
MOST_TASKS: Final = 3


class Fault(StrEnum):
    """What can be wanting."""

    NOBODY_ANSWERS = "nobody answers"
    SEVERAL_ANSWER = "several answer"
    NOBODY_DOES = "nobody does"
    TOO_MANY_TASKS = "too many tasks"
    EMPTY_ROW = "empty row"
    EMPTY_COLUMN = "empty column"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at in a matrix.

    Attributes:
        deliverable: Key of the row, or empty where it is about an actor.
        actor: Key of the column, or empty where it is about a deliverable.
        count: How many, where it is about a number.
    """

    fault: Fault
    deliverable: str = ""
    actor: str = ""
    count: int = 0


def findings(
    deliverables: Iterable[str],
    actors: Iterable[str],
    duties: Mapping[tuple[str, str], Iterable[Duty]],
    most: int = MOST_TASKS,
) -> list[Finding]:
    """Return what is wanting, row by row and then column by column.

    An empty row is said once, not as nobody answering and nobody doing.

    Args:
        deliverables: Keys of the rows.
        actors: Keys of the columns.
        duties: What an actor has to do with a deliverable, by deliverable and actor.
        most: With more tasks to do than this, an actor is pointed out.
    """
    by_row: dict[str, Counter[Duty]] = defaultdict(Counter)
    by_column: dict[str, Counter[Duty]] = defaultdict(Counter)
    for (deliverable, actor), given in duties.items():
        by_row[deliverable].update(given)
        by_column[actor].update(given)
    found = [each for key in deliverables for each in _of_row(key, by_row[key])]
    return found + [each for key in actors for each in _of_column(key, by_column[key], most)]


def _of_row(key: str, counts: Counter[Duty]) -> list[Finding]:
    if not counts.total():
        return [Finding(Fault.EMPTY_ROW, key)]
    found = []
    answering = counts[Duty.ACCOUNTABLE]
    if not answering:
        found.append(Finding(Fault.NOBODY_ANSWERS, key))
    elif answering > 1:
        found.append(Finding(Fault.SEVERAL_ANSWER, key, count=answering))
    if not counts[Duty.RESPONSIBLE]:
        found.append(Finding(Fault.NOBODY_DOES, key))
    return found


def _of_column(key: str, counts: Counter[Duty], most: int) -> list[Finding]:
    if not counts.total():
        return [Finding(Fault.EMPTY_COLUMN, actor=key)]
    tasks = counts[Duty.RESPONSIBLE]
    return [Finding(Fault.TOO_MANY_TASKS, actor=key, count=tasks)] if tasks > most else []


def read_duties(text: str) -> tuple[Duty, ...] | None:
    """Return the duties a cell says, in the order R A C I; None if it says anything else.

    « RA », « r/a » and « R, A » are the same; an empty cell says none.
    """
    letters = [letter for letter in text.upper() if letter not in " ,;/+.-\u00a0"]
    if not set(letters) <= {duty.value for duty in Duty}:
        return None
    return tuple(duty for duty in Duty if duty.value in letters)


def duties_text(duties: Iterable[Duty]) -> str:
    """Return duties as a cell shows them: `R`, `RA`."""
    given = set(duties)
    return "".join(duty.value for duty in Duty if duty in given)
