"""What the scores of organisations that cooperate come to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

#: At most this, a factor is a risk of the cooperation.
WEAK_MAX: Final = 1
#: From this gap on, organisations do not move at the same speed.
GAP_ALERT: Final = 2


@dataclass(frozen=True, slots=True)
class Gap:
    """How far organisations are apart on one scale.

    Attributes:
        name: Which scale.
        lowest, highest: The scores at both ends.
        at_lowest, at_highest: Keys of the organisations there.
    """

    name: str
    lowest: float
    highest: float
    at_lowest: tuple[str, ...]
    at_highest: tuple[str, ...]

    @property
    def size(self) -> float:
        """The highest less the lowest."""
        return self.highest - self.lowest

    @property
    def is_wide(self) -> bool:
        """Whether the organisations will not move at the same speed."""
        return self.size >= GAP_ALERT


def gap(name: str, scores: Mapping[str, float | None]) -> Gap | None:
    """Return how far organisations are apart; None where fewer than two have a score.

    Args:
        name: Which scale.
        scores: By key of the organisation; those without one do not count.
    """
    known = {key: score for key, score in scores.items() if score is not None}
    if len(known) < 2:
        return None
    lowest, highest = min(known.values()), max(known.values())
    return Gap(name, lowest, highest, _at(known, lowest), _at(known, highest))


def _at(scores: Mapping[str, float], score: float) -> tuple[str, ...]:
    return tuple(key for key, value in scores.items() if value == score)


def mean(scores: Iterable[float | None]) -> float | None:
    """Return the mean of the scores there are; None where there are none."""
    known = [score for score in scores if score is not None]
    return sum(known) / len(known) if known else None


def weak(scores: Mapping[str, float | None]) -> Sequence[str]:
    """Return the names of the factors so weak that the cooperation is at risk."""
    return tuple(name for name, score in scores.items() if score is not None and score <= WEAK_MAX)
