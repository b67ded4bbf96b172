"""What a group answered to one item, in figures.

Answers are counts: how many gave each answer, from the lowest of the scale on. Every formula
is that of the textbooks: the consensus r_wg is James, Demaree & Wolf (1984), the interval of a
share is Wilson's (1927).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from operator import mul
from typing import Final

from entente.domain.climate.quantiles import t_quantile

#: An answer on the scale of agreement goes from 1 to this.
SCALE: Final = 5
#: Recommendation goes from 0 to this.
RECOMMENDATION: Final = 10
#: Of those asked whether they would recommend it: these would, and those would not.
PROMOTERS_FROM: Final = 9
DETRACTORS_TO: Final = 6
#: From this consensus on a group is said to agree (conventional).
AGREES_FROM: Final = 0.7
#: Below half of that, people are apart.
_DISAGREES_TO: Final = AGREES_FROM / 2
#: A camp is at least this share of a group.
_CAMP: Final = 0.15
_SIDE: Final = 0.975
_ANSWERS: Final = range(1, RECOMMENDATION + 2)
_SQUARES: Final = tuple(answer * answer for answer in _ANSWERS)
#: Normal quantile of the same side.
_Z: Final = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Interval:
    """Where the true value lies, with 95 % confidence."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Summary:
    """What a group answered to an item with a scale from 1.

    Attributes:
        n: How many answered.
        sd: Standard deviation of the sample; None of a single answer.
        favourable, unfavourable: Shares of the two highest and of the two lowest answers,
            from 0.0 to 1.0.
        consensus: r_wg, below 0 where people disagree more than by chance; None of one answer.
        interval: Of the mean, narrower where nearly everybody was asked; None of one answer.
    """

    n: int
    mean: float
    sd: float | None
    median: float
    favourable: float
    unfavourable: float
    consensus: float | None
    interval: Interval | None

    @property
    def is_split(self) -> bool:
        """Whether there are two camps, which a mean in the middle would hide."""
        if self.consensus is None or self.consensus >= _DISAGREES_TO:
            return False
        return min(self.favourable, self.unfavourable) >= _CAMP


def summarise(counts: Sequence[int], population: int | None = None) -> Summary | None:
    """Return what a group answered to an item; None if nobody did.

    Args:
        counts: How many gave each answer, from 1 on.
        population: How many were asked; narrows the interval where most of them answered.
    """
    n = sum(counts)
    if n == 0:
        return None
    total = sum(map(mul, _ANSWERS, counts))
    mean = total / n
    sd = None
    if n > 1:
        # In whole numbers, so that nothing is lost in taking one large one from another.
        squares = sum(map(mul, _SQUARES, counts))
        sd = math.sqrt((n * squares - total * total) / (n * (n - 1)))
    return Summary(
        n=n,
        mean=mean,
        sd=sd,
        median=_median(counts, n),
        favourable=sum(counts[-2:]) / n,
        unfavourable=sum(counts[:2]) / n,
        consensus=None if sd is None else 1 - sd * sd / _by_chance(len(counts)),
        interval=None if sd is None else _around(mean, sd, n, population),
    )


def among(summary: Summary | None, population: int | None) -> Interval | None:
    """Return the interval of a mean among so many who were asked; None where that is not known.

    The summary is one made without their number.
    """
    if summary is None or summary.interval is None or population is None:
        return None
    if population < summary.n or population < 2:  # more answered than were asked
        return summary.interval
    part = math.sqrt((population - summary.n) / (population - 1))
    reach = (summary.interval.high - summary.mean) * part
    return Interval(summary.mean - reach, summary.mean + reach)


def _by_chance(answers: int) -> float:
    """Return the variance of answers given by chance, each as likely as any other."""
    return (answers**2 - 1) / 12


def _around(mean: float, sd: float, n: int, population: int | None) -> Interval:
    reach = t_quantile(_SIDE, n - 1) * sd / math.sqrt(n)
    if population is not None and population >= n and population > 1:
        reach *= math.sqrt((population - n) / (population - 1))
    return Interval(mean - reach, mean + reach)


def _median(counts: Sequence[int], n: int) -> float:
    """Return the answer in the middle, or half-way between the two in the middle."""
    below, lower = 0, 0
    for answer, count in enumerate(counts, 1):
        below += count
        if not lower and 2 * below >= n:
            lower = answer
        if 2 * below > n:
            return (lower + answer) / 2
    return float(len(counts))


def share_interval(count: int, n: int) -> Interval | None:
    """Return Wilson's interval of a share, from 0.0 to 1.0; None of nobody."""
    if n == 0:
        return None
    share = count / n
    centre = share + _Z**2 / (2 * n)
    reach = _Z * math.sqrt(share * (1 - share) / n + _Z**2 / (4 * n * n))
    whole = 1 + _Z**2 / n
    return Interval((centre - reach) / whole, (centre + reach) / whole)


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Whether people would recommend joining.

    Attributes:
        score: From −100, nobody would, to +100.
        margin: Half the width of its 95 % interval: with few answers it is wide.
    """

    n: int
    promoters: int
    passives: int
    detractors: int
    score: float
    margin: float


def recommend(promoters: int, passives: int, detractors: int) -> Recommendation | None:
    """Return the recommendation score with its margin; None if nobody answered."""
    n = promoters + passives + detractors
    if n == 0:
        return None
    up, down = promoters / n, detractors / n
    error = 100 * math.sqrt((up + down - (up - down) ** 2) / n)
    return Recommendation(n, promoters, passives, detractors, 100 * (up - down), _Z * error)


def recommendation(counts: Sequence[int]) -> Recommendation | None:
    """Return the recommendation score of counts of the answers 0 to 10."""
    return recommend(
        sum(counts[PROMOTERS_FROM:]),
        sum(counts[DETRACTORS_TO + 1 : PROMOTERS_FROM]),
        sum(counts[: DETRACTORS_TO + 1]),
    )


def index(means: Sequence[float | None]) -> float | None:
    """Return the mean of the means of the items that were answered; None without any."""
    known = [mean for mean in means if mean is not None]
    return math.fsum(known) / len(known) if known else None
