"""How fast a tool is taken up: shares by day, when half use it, and the curve through them."""

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean

HALF: float = 0.5


@dataclass(frozen=True, slots=True)
class Count:
    """How many of how many used a tool on a day.

    Attributes:
        users: At least 0.
        population: At least 1.
    """

    day: dt.date
    users: int
    population: int

    @property
    def share(self) -> float:
        """From 0.0 on; above 1.0 where more used it than were expected to."""
        return self.users / self.population


@dataclass(frozen=True, slots=True)
class Curve:
    """The logistic curve through counts: share = 1 / (1 + exp(−rate · (day − middle))).

    Attributes:
        rate: By day; what is taken up grows where it is above 0.
        middle: The day on which half use it.
    """

    rate: float
    middle: dt.date

    def at(self, day: dt.date) -> float:
        """Return the share on a day, 0.0 to 1.0."""
        return 1 / (1 + math.exp(-self.rate * (day - self.middle).days))


def half_day(counts: Sequence[Count]) -> dt.date | None:
    """Return the first day on which half used it, on a straight line between two counts.

    Args:
        counts: In the order of their days.

    Returns:
        None while fewer use it. The day of the first count where half did already.
    """
    if not counts:
        return None
    if counts[0].share >= HALF:
        return counts[0].day
    for before, after in pairwise(counts):
        if after.share >= HALF:
            part = (HALF - before.share) / (after.share - before.share)
            days = (after.day - before.day).days
            return before.day + dt.timedelta(days=math.ceil(days * part))
    return None


def fit(counts: Sequence[Count]) -> Curve | None:
    """Return the curve through counts, by least squares on the logits.

    Counts of nobody or of everybody have no logit and are left out; fewer than three others, all
    on one day, or as many on every day tell no curve. Nor does one that falls.
    """
    told = [each for each in counts if 0 < each.share < 1]
    if len(told) < 3:
        return None
    first = told[0].day
    days = [float((each.day - first).days) for each in told]
    logits = [math.log(each.share / (1 - each.share)) for each in told]
    middle_day, middle_logit = fmean(days), fmean(logits)
    spread = sum((day - middle_day) ** 2 for day in days)
    if not spread:
        return None
    both = zip(days, logits, strict=True)
    rate = sum((day - middle_day) * (logit - middle_logit) for day, logit in both) / spread
    if rate <= 0:
        return None
    at = middle_day - middle_logit / rate
    return Curve(rate, first + dt.timedelta(days=round(at))) if abs(at) < _CENTURY else None


#: Further off, in days, a middle is nothing to be told.
_CENTURY = 36_500
