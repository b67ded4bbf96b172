"""When something that comes round again is due."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

#: Days laid into a calendar at the most, and how far ahead where no end was set.
ROUNDS_MAX: Final = 60
HORIZON: Final = dt.timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Due:
    """What comes next.

    Attributes:
        on: The day.
        is_late: Whether that day has passed.
    """

    on: dt.date
    is_late: bool


def rounds(
    first: dt.date,
    every: int | None,
    last: dt.date | None,
    is_working: Callable[[dt.date], bool] = lambda _day: True,
) -> tuple[dt.date, ...]:
    """Return the days on which something takes place, the first one included.

    A day nobody works gives way to the next one somebody does; the rhythm stays that of the
    days as they were meant.

    Args:
        first: When it begins.
        every: Days between two of them; none at all if None.
        last: No day after this one; a year ahead if None.
        is_working: Whether the group works on a day.
    """
    if not every:
        return ()
    end = first + HORIZON if last is None else last
    found: dict[dt.date, None] = {}
    for number in range(ROUNDS_MAX):
        day = first + dt.timedelta(days=number * every)
        while day <= end and not is_working(day):
            day += dt.timedelta(days=1)
        if day > end:
            break
        found[day] = None
    return tuple(found)


def next_due(
    starts_on: dt.date, every: int | None, done_on: dt.date | None, today: dt.date
) -> Due | None:
    """Return when something is due again; None where no rhythm was set.

    Args:
        starts_on: The first time, if it was never done since.
        every: Days from one to the next.
        done_on: The last time it was done.
        today: The day it is asked.
    """
    if not every:
        return None
    since = done_on is not None and done_on >= starts_on
    day = done_on + dt.timedelta(days=every) if done_on is not None and since else starts_on
    return Due(day, day < today)
