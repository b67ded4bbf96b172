"""Is it a signal, or noise? Control charts of a series of few measurements.

Natural process limits of individual values (XmR; Wheeler, *Understanding Variation*, 1993) and
the exponentially weighted moving average (Roberts, 1959). A missing measurement is None: it is
a gap, never filled.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean
from typing import Final

#: 3 / d2 and D4 for ranges of two values.
_REACH: Final = 2.66
_RANGE_REACH: Final = 3.267
_D2: Final = 1.128
#: A range this many times the mean range is left out when the limits are reckoned (Nelson).
_OUTLYING: Final = 3.5
#: So many values on one side of the centre are a signal.
_RUN: Final = 8
#: With fewer values the limits are provisional.
SETTLED_FROM: Final = 12
#: Fewer values give no limits.
LEAST: Final = 4

EWMA_WEIGHT: Final = 0.2
_EWMA_SIGMAS: Final = 3.0


@dataclass(frozen=True, slots=True)
class Limits:
    """The natural limits of a process.

    Attributes:
        mean_range: Of the moving ranges that count.
        range_upper: Above it, two neighbours differ by more than by chance.
        is_provisional: Whether too few values make them more than a first guess.
    """

    centre: float
    lower: float
    upper: float
    mean_range: float
    range_upper: float
    is_provisional: bool


@dataclass(frozen=True, slots=True)
class Signals:
    """What is more than noise, by the places of the values.

    Attributes:
        outside: Beyond a limit.
        runs: The last of eight or more on one side of the centre.
        jumps: The later of two neighbours too far apart.
    """

    outside: tuple[int, ...] = ()
    runs: tuple[int, ...] = ()
    jumps: tuple[int, ...] = ()

    @property
    def places(self) -> tuple[int, ...]:
        """Every place at which there is a signal, in order."""
        return tuple(sorted({*self.outside, *self.runs, *self.jumps}))


def limits(values: Sequence[float | None]) -> Limits | None:
    """Return the natural limits of a series; None where there are too few values.

    Ranges are taken between neighbours alone: a gap lies between two others.
    """
    known = [value for value in values if value is not None]
    ranges = [abs(b - a) for a, b in pairwise(values) if a is not None and b is not None]
    if len(known) < LEAST or not ranges:
        return None
    mean_range = fmean(ranges)
    kept = [each for each in ranges if each <= _OUTLYING * mean_range]
    mean_range = fmean(kept) if kept else mean_range
    centre = fmean(known)
    return Limits(
        centre=centre,
        lower=centre - _REACH * mean_range,
        upper=centre + _REACH * mean_range,
        mean_range=mean_range,
        range_upper=_RANGE_REACH * mean_range,
        is_provisional=len(known) < SETTLED_FROM,
    )


def signals(values: Sequence[float | None], of: Limits) -> Signals:
    """Return which values of a series are more than noise."""
    outside = [
        place
        for place, value in enumerate(values)
        if value is not None and not of.lower <= value <= of.upper
    ]
    jumps = [
        place
        for place, (a, b) in enumerate(pairwise(values), 1)
        if a is not None and b is not None and abs(b - a) > of.range_upper
    ]
    return Signals(tuple(outside), tuple(_runs(values, of.centre)), tuple(jumps))


def _runs(values: Sequence[float | None], centre: float) -> list[int]:
    """Return where there are eight in a row on one side; a gap does not break a row."""
    found, length, side = [], 0, 0
    for place, value in enumerate(values):
        if value is None:
            continue
        here = (value > centre) - (value < centre)
        length = length + 1 if here and here == side else abs(here)
        side = here
        if length >= _RUN:
            found.append(place)
    return found


@dataclass(frozen=True, slots=True)
class Smoothed:
    """The moving average of a series.

    Attributes:
        values: One a measurement; None at a gap.
        lower, upper: Its limits, which widen with time.
        signals: Places at which it has left them.
    """

    values: tuple[float | None, ...]
    lower: tuple[float, ...]
    upper: tuple[float, ...]
    signals: tuple[int, ...]


def smoothed(
    values: Sequence[float | None], target: float, mean_range: float, weight: float = EWMA_WEIGHT
) -> Smoothed:
    """Return the exponentially weighted moving average, which sees slow drifts.

    Args:
        values: The series; a gap leaves the average where it was.
        target: What it is compared with: the mean of the first measurements.
        mean_range: Of the process, as `limits` gives it.
        weight: Of the newest value, above 0 and up to 1.
    """
    # The limits open to this, by less and less each step.
    widest = _EWMA_SIGMAS * mean_range / _D2 * math.sqrt(weight / (2 - weight))
    held, left, reach = target, 1.0, 0.0
    line: list[float | None] = []
    lower, upper, out = [], [], []
    for place, value in enumerate(values):
        if value is None:
            line.append(None)
        else:
            held += weight * (value - held)
            left *= (1 - weight) ** 2
            reach = widest * math.sqrt(1 - left)
            line.append(held)
            if abs(held - target) > reach:
                out.append(place)
        lower.append(target - reach)
        upper.append(target + reach)
    return Smoothed(tuple(line), tuple(lower), tuple(upper), tuple(out))
