"""Round numbers along an axis."""

import datetime as dt
import math
from typing import Final

#: Steps people count in, as parts of a power of ten.
_ROUND: Final = (1.0, 2.0, 2.5, 5.0, 10.0)
_MONTHS: Final = (1, 2, 3, 6, 12, 24, 60, 120)
_YEAR: Final = 12


def ticks(low: float, high: float, count: int, *, whole: bool = False) -> tuple[float, ...]:
    """Return round numbers from at or below `low` to at or above `high`.

    Args:
        low: Least value shown.
        high: Greatest value shown.
        count: About how many numbers there is room for.
        whole: Whether only whole numbers mean something.
    """
    span = max(high - low, 1.0 if whole else 1e-9)
    rough = span / max(count, 1)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next((part * power for part in _ROUND if part * power >= rough), 10.0 * power)
    if whole:
        step = max(1.0, math.ceil(step))
    first, last = math.floor(low / step), math.ceil(high / step)
    return tuple(place * step for place in range(first, max(last, first + 1) + 1))


def month_starts(first: dt.date, last: dt.date, count: int) -> tuple[dt.date, ...]:
    """Return the first days of months between two days, at most about so many of them."""
    start, end = _YEAR * first.year + first.month, _YEAR * last.year + last.month - 1
    months = range(start, end + 1)
    every = next((each for each in _MONTHS if len(months) <= each * max(count, 1)), _MONTHS[-1])
    return tuple(dt.date(month // _YEAR, month % _YEAR + 1, 1) for month in months[::every])
