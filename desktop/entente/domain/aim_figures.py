"""How far people see the same thing: what lies between the scores of a matrix of alignment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import fmean
from typing import Final

#: From this spread on, a topic is not shared: three steps of the five lie between two people.
WIDE: Final = 3
#: From this mean gap on, two people had better speak of it.
APART: Final = 2.0


@dataclass(frozen=True, slots=True)
class Topic:
    """How the people who were asked stand on one topic.

    Attributes:
        asked: How many have a score.
        mean: From 1.0 to 5.0; None where nobody was asked.
        spread: The highest less the lowest; None where fewer than two were asked.
    """

    name: str
    asked: int
    mean: float | None
    spread: float | None

    @property
    def is_wide(self) -> bool:
        """Whether it is not shared."""
        return self.spread is not None and self.spread >= WIDE


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people and what lies between them.

    Attributes:
        one, other: Their keys.
        gap: Mean distance over the topics both have a score on, 0.0 to 4.0.
        topics: On how many.
        widest: The topic on which they are furthest apart.
    """

    one: str
    other: str
    gap: float
    topics: int
    widest: str


def topics(names: Sequence[str], scores: Mapping[str, Mapping[str, int]]) -> tuple[Topic, ...]:
    """Return how people stand on each topic.

    Args:
        names: The topics, in their order.
        scores: By key of the person, their score by topic; what was not asked is not there.
    """
    found = []
    for name in names:
        known = [row[name] for row in scores.values() if name in row]
        found.append(
            Topic(
                name,
                len(known),
                fmean(known) if known else None,
                max(known) - min(known) if len(known) > 1 else None,
            )
        )
    return tuple(found)


def pairs(scores: Mapping[str, Mapping[str, int]]) -> tuple[Pair, ...]:
    """Return the pairs that see something else, the furthest apart first.

    Those without a topic in common are left out. Of two pairs as far apart, the one that was
    asked about more comes first, then the order of the people.
    """
    found = []
    for one, other in combinations(scores, 2):
        shared = [name for name in scores[one] if name in scores[other]]
        if shared:
            gaps = {name: abs(scores[one][name] - scores[other][name]) for name in shared}
            widest = max(shared, key=lambda name: gaps[name])
            found.append(Pair(one, other, fmean(gaps.values()), len(shared), widest))
    return tuple(sorted(found, key=lambda pair: (-pair.gap, -pair.topics)))
