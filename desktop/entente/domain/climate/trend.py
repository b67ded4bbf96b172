"""Does it rise or fall? A test and a slope that ask nothing of the shape of the data.

Mann (1945) and Kendall (1975); the slope is that of Theil (1950) and Sen (1968).
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations
from statistics import median
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np

#: Below this number the null distribution is counted out, above it is nearly normal.
_EXACT_TO: Final = 60
_SIGNIFICANT: Final = 0.05


@dataclass(frozen=True, slots=True)
class Trend:
    """A trend of a series in time.

    Attributes:
        n: How many values there are.
        s: Pairs that rise less pairs that fall.
        p: Probability of an S as far from 0 either way, if there were no trend.
        slope: Per measurement, the median of that of all pairs.
    """

    n: int
    s: int
    p: float
    slope: float

    @property
    def is_significant(self) -> bool:
        """Whether it is more than chance, at 5 %."""
        return self.p <= _SIGNIFICANT


def trend(values: Sequence[float | None]) -> Trend | None:
    """Return the trend of a series; None with fewer than three values.

    A gap counts as time that passed.
    """
    known = [(place, value) for place, value in enumerate(values) if value is not None]
    if len(known) < 3:  # two points always make a line
        return None
    s, slope = (_pairs if len(known) <= _EXACT_TO else _many_pairs)(known)
    return Trend(len(known), s, _probability(s, [value for _, value in known]), slope)


def _pairs(known: Sequence[tuple[int, float]]) -> tuple[int, float]:
    """Return the S of Mann and Kendall and the slope of Theil and Sen."""
    pairs = list(combinations(known, 2))
    s = sum((later > earlier) - (later < earlier) for (_, earlier), (_, later) in pairs)
    return s, median((later - earlier) / (b - a) for (a, earlier), (b, later) in pairs)


def _many_pairs(known: Sequence[tuple[int, float]]) -> tuple[int, float]:
    """Return the same, of so many that one pair after the other would be felt."""
    import numpy as np  # noqa: PLC0415  # heavy, and few series are long

    places, told = zip(*known, strict=True)
    first, later, apart = _every_pair(places)
    values = np.array(told, dtype=float)
    rises = values[later] - values[first]
    return int(np.sign(rises).sum()), float(np.median(rises / apart))


@lru_cache(maxsize=2)
def _every_pair(places: tuple[int, ...]) -> "tuple[np.ndarray, np.ndarray, np.ndarray]":
    """Return every pair, and how far apart it is: the lines of a questionnaire share them."""
    import numpy as np  # noqa: PLC0415  # heavy, and few series are long

    first, later = np.triu_indices(len(places), 1)
    at = np.array(places)
    return first, later, at[later] - at[first]


def _probability(s: int, values: Sequence[float]) -> float:
    n = len(values)
    ties = Counter(values).values()
    if n <= _EXACT_TO and max(ties) == 1:
        return min(1.0, 2 * _at_least(abs(s), n))
    if s == 0:
        return 1.0
    variance = (n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in ties)) / 18
    if variance <= 0:
        return 1.0
    z = (abs(s) - 1) / math.sqrt(variance)
    return math.erfc(z / math.sqrt(2))


def _at_least(s: int, n: int) -> float:
    """Return the probability of at least `s`, above 0 or not, without a trend or ties."""
    counts = _inversions(n)
    whole = math.factorial(n)
    pairs = n * (n - 1) // 2
    # S is the number of pairs less twice the number of those that fall.
    return sum(counts[: (pairs - s) // 2 + 1]) / whole


@cache
def _inversions(n: int) -> tuple[int, ...]:
    """Return of how many orders of `n` values each number of falling pairs is."""
    counts = [1]
    for size in range(2, n + 1):
        wider = [0] * (len(counts) + size - 1)
        for falls, count in enumerate(counts):
            for more in range(size):
                wider[falls + more] += count
        counts = wider
    return tuple(counts)
