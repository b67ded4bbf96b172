"""How a difficulty is promoted and demoted, from weak signal to legal dispute."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from entente.domain.difficulty import Nature


@dataclass(frozen=True, slots=True)
class DatedNature:
    """What a difficulty was held to be from a day on, and why."""

    dated_on: dt.date
    nature: Nature
    reason: str = ""


@dataclass(frozen=True, slots=True)
class NatureStep:
    """One change of nature.

    Attributes:
        before: None for the nature it began with.
        after: What it became.
        reason: Why; empty where nobody said or the reader may not know.
    """

    dated_on: dt.date
    before: Nature | None
    after: Nature
    reason: str


def rank(nature: Nature) -> int:
    """Return the place of a nature on the way from weak signal to dispute, from 0."""
    return list(Nature).index(nature)


def promoted(nature: Nature) -> Nature | None:
    """Return the next more serious nature; None at the end."""
    natures = list(Nature)
    place = rank(nature) + 1
    return natures[place] if place < len(natures) else None


def demoted(nature: Nature) -> Nature | None:
    """Return the next less serious nature; None at the beginning."""
    place = rank(nature) - 1
    return list(Nature)[place] if place >= 0 else None


def nature_steps(history: Iterable[DatedNature]) -> tuple[NatureStep, ...]:
    """Return the changes of nature by rising date; what confirms a nature is no change."""
    steps: list[NatureStep] = []
    before: Nature | None = None
    for each in history:
        if each.nature is not before:
            steps.append(NatureStep(each.dated_on, before, each.nature, each.reason))
        before = each.nature
    return tuple(steps)
