"""Working days: Monday to Friday, less French public holidays and the days a group is off.

The holidays are those of the law as it stands, reckoned for any year without a network.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Final

from dateutil.easter import easter

from entente.i18n import N_

_SATURDAY: Final = 5
_FIXED: Final = (
    (1, 1, N_("New Year’s Day")),
    (5, 1, N_("Labour Day")),
    (5, 8, N_("Victory in Europe Day")),
    (7, 14, N_("Bastille Day")),
    (8, 15, N_("Assumption Day")),
    (11, 1, N_("All Saints’ Day")),
    (11, 11, N_("Armistice Day")),
    (12, 25, N_("Christmas Day")),
)
#: Days after Easter Sunday.
_MOVABLE: Final = (
    (1, N_("Easter Monday")),
    (39, N_("Ascension Day")),
    (50, N_("Whit Monday")),
)
_SAINT_STEPHEN: Final = (12, 26, N_("Saint Stephen’s Day"))
_GOOD_FRIDAY: Final = (-2, N_("Good Friday"))


@cache
def public_holidays(year: int, *, alsace_moselle: bool = False) -> Mapping[dt.date, str]:
    """Return the public holidays of a year by their day, named in English.

    Args:
        year: Any year of the Gregorian calendar, from 1583 on.
        alsace_moselle: Whether Good Friday and 26 December are holidays as well.
    """
    fixed = (*_FIXED, _SAINT_STEPHEN) if alsace_moselle else _FIXED
    movable = (*_MOVABLE, _GOOD_FRIDAY) if alsace_moselle else _MOVABLE
    sunday = easter(year)
    days = {sunday + dt.timedelta(days=after): name for after, name in movable}
    # Ascension may fall on 1 or 8 May, which stays the one day it is.
    days |= {dt.date(year, month, day): name for month, day, name in fixed}
    return MappingProxyType(dict(sorted(days.items())))


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Which days a group works.

    Attributes:
        alsace_moselle: Whether it works where Good Friday and 26 December are holidays.
        days_off: Further days on which nobody works, and what each is called.
    """

    alsace_moselle: bool = False
    days_off: Mapping[dt.date, str] = field(default_factory=dict)

    def holiday(self, day: dt.date) -> str | None:
        """Return what a day off is called, in English where it is public; None otherwise.

        A day off of the group's own may have no name. Weekends are no holidays.
        """
        public = public_holidays(day.year, alsace_moselle=self.alsace_moselle)
        return public.get(day, self.days_off.get(day))

    def is_working(self, day: dt.date) -> bool:
        """Whether people work on a day."""
        return day.weekday() < _SATURDAY and self.holiday(day) is None

    def working_days(self, first: dt.date, last: dt.date) -> tuple[dt.date, ...]:
        """Return the working days from `first` to `last`, both included."""
        days = range(first.toordinal(), last.toordinal() + 1)
        return tuple(day for day in map(dt.date.fromordinal, days) if self.is_working(day))

    def holidays(self, first: dt.date, last: dt.date) -> Mapping[dt.date, str]:
        """Return the days from `first` to `last` that would be worked, but are off."""
        days = map(dt.date.fromordinal, range(first.toordinal(), last.toordinal() + 1))
        named = ((day, self.holiday(day)) for day in days if day.weekday() < _SATURDAY)
        return {day: name for day, name in named if name is not None}

    def nth_working_day(self, first: dt.date, number: int) -> dt.date:
        """Return the working day that is the `number`th from `first`, which counts if it is one.

        A stretch of so many working days that begins on `first` ends on that day.

        Raises:
            OverflowError: If no calendar goes that far.
        """
        days = (day for day in self._from(first) if self.is_working(day))
        for counted, day in enumerate(days, 1):
            if counted >= number:
                return day
        raise OverflowError

    def next_working_day(self, after: dt.date) -> dt.date:
        """Return the first working day after a day."""
        return self.nth_working_day(after + dt.timedelta(days=1), 1)

    @staticmethod
    def _from(first: dt.date) -> Iterator[dt.date]:
        return map(dt.date.fromordinal, range(first.toordinal(), dt.date.max.toordinal() + 1))
