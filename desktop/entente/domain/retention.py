"""How long the file of a mission may be kept, and when that ends.

Personal data are kept no longer than their purpose asks for (GDPR, article 5); how many months
after the end of the mission that is, the agreement to mediate says.
"""

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Final

#: So many days before the file should be gone, one is reminded.
REMINDED_DAYS: Final = 30


@dataclass(frozen=True, slots=True)
class Retention:
    """What is known of the end of a file.

    Attributes:
        ends_on: When the mission ends, None if that is not known.
        months: How long the file may be kept after that, None if nothing was said.
        erase_on: The day by which it should be erased; None while one of both is missing.
        days: Days until then; negative once it is past, None likewise.
    """

    ends_on: dt.date | None
    months: int | None
    erase_on: dt.date | None
    days: int | None

    @property
    def is_due(self) -> bool:
        """Whether the file should be gone by now."""
        return self.days is not None and self.days <= 0

    @property
    def is_near(self) -> bool:
        """Whether one should be reminded."""
        return self.days is not None and self.days <= REMINDED_DAYS


def retention(ends_on: dt.date | None, months: int | None, today: dt.date) -> Retention:
    """Return until when a file may be kept."""
    if ends_on is None or months is None:
        return Retention(ends_on, months, None, None)
    erase_on = months_after(ends_on, months)
    return Retention(ends_on, months, erase_on, (erase_on - today).days)


def months_after(day: dt.date, months: int) -> dt.date:
    """Return the same day so many months later, or the last one of a shorter month."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))
