"""What the support of one person comes to: goals attained, sessions kept, first and last shape."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from entente.domain.coaching.records import ELEMENT_LABELS, MARK_MAX, PROGRESS_LABELS
from entente.domain.radar import Spoke

#: The score of somebody whose goals all came out as hoped for.
_HOPED: Final = 50.0
_SPREAD: Final = 10.0
#: How far goals of one person are taken to move together (Kiresuk and Sherman, 1968).
_TOGETHER: Final = 0.3
#: What became of a session that was to take place by now.
HELD: Final = "held"
KEPT_OR_NOT: Final = (HELD, "missed", "moved")


@dataclass(frozen=True, slots=True)
class Adherence:
    """How many of the sessions that were to take place did.

    Attributes:
        held: Those that did.
        due: Those, and the missed and moved ones.
    """

    held: int
    due: int

    @property
    def share(self) -> float | None:
        """From 0 to 1; None while none was due."""
        return self.held / self.due if self.due else None


def t_score(scores: Sequence[int]) -> float | None:
    """Return how far goals of the same weight are attained together; None without any.

    50 is what was hoped for, and ten more or less a spread: T = 50 + 10·Σx / √(n + 0.3·n(n−1)).

    Args:
        scores: Of each goal that was looked at, from −2 to +2.
    """
    count = len(scores)
    if not count:
        return None
    together = math.sqrt(count + _TOGETHER * count * (count - 1))
    return _HOPED + _SPREAD * sum(scores) / together


def adherence(presences: Iterable[str]) -> Adherence:
    """Return how many sessions were held out of those held, missed or moved."""
    due = [each for each in presences if each in KEPT_OR_NOT]
    return Adherence(due.count(HELD), len(due))


def elements(marks: Mapping[str, int | None]) -> tuple[Spoke, ...]:
    """Return the shape of the five elements, clockwise from the top.

    An element without a mark stands in the middle, where no mark can be: marks begin at 1.
    """
    return _shape(ELEMENT_LABELS, marks)


def progress(marks: Mapping[str, int | None]) -> tuple[Spoke, ...]:
    """Return the three scales of progress as spokes, likewise."""
    return _shape(PROGRESS_LABELS, marks)


def _shape(labels: Mapping[str, str], marks: Mapping[str, int | None]) -> tuple[Spoke, ...]:
    return tuple(Spoke(label, marks.get(name) or 0, MARK_MAX) for name, label in labels.items())
