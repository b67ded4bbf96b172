"""How often an indicator is read, and whether its last reading is too old."""

import datetime as dt
from collections.abc import Mapping
from typing import Final

#: Days between two readings; at the end of a phase means on no day in particular.
DAYS: Final[Mapping[str, int]] = {"weekly": 7, "sprint": 21, "monthly": 31, "quarterly": 92}


def overdue(frequency: str, last: dt.date | None, today: dt.date) -> int:
    """Return for how many days another reading has been due; 0 where none is.

    Args:
        frequency: A key of `FREQUENCY_LABELS`, or empty.
        last: The day of the last reading; None while there was none.
        today: The day it is.
    """
    if last is None or frequency not in DAYS:
        return 0
    return max(0, (today - last).days - DAYS[frequency])
