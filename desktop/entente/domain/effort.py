"""What a mission is to come to: quantities of activities, and the effort they take.

Effort is in half-days; two of them make a day.
"""

from dataclasses import dataclass
from typing import Final

HALF_DAYS: Final = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One kind of activity in the table.

    Attributes:
        key: Of its record.
        least, most: How many the mission needs; None for a kind without a band.
        unit: Effort of one; of the whole mission where it is flat. None if not known.
        planned: How many are in the backlog, done or not.
        done: How many of them are done.
        effort: Effort of what was done, as its cards have it.
        is_flat: Whether it goes with the rest, and is estimated as a whole.
    """

    key: str
    name: str
    purpose: str = ""
    least: int | None = None
    most: int | None = None
    unit: float | None = None
    planned: int = 0
    done: int = 0
    effort: float = 0.0
    is_flat: bool = False

    @property
    def is_estimated(self) -> bool:
        """Whether it counts in the estimate: it has a band and an effort, or is flat."""
        return self.unit is not None and (self.is_flat or self.most is not None)

    @property
    def effort_min(self) -> float:
        """The least it will take; 0 where it does not count."""
        return self._times(self.least)

    @property
    def effort_max(self) -> float:
        """The most it will take; 0 where it does not count."""
        return self._times(self.most)

    def _times(self, count: int | None) -> float:
        if not self.is_estimated or self.unit is None:
            return 0.0
        return self.unit if self.is_flat else self.unit * (count or 0)


@dataclass(frozen=True, slots=True)
class EffortTable:
    """Every kind of activity with its quantities, and what they come to.

    Attributes:
        lines: Those that count one by one, then those that are flat.
        day_rate: What a day costs; None where it is not set, or not for this reader.
        currency: As it is written after an amount.
    """

    lines: tuple[Line, ...]
    day_rate: float | None = None
    currency: str = ""

    @property
    def estimated(self) -> tuple[Line, ...]:
        """The lines that count in the estimate."""
        return tuple(line for line in self.lines if line.is_estimated)

    @property
    def effort_min(self) -> float:
        """The least all of it takes, in half-days."""
        return sum(line.effort_min for line in self.lines)

    @property
    def effort_max(self) -> float:
        """The most all of it takes, in half-days."""
        return sum(line.effort_max for line in self.lines)

    @property
    def effort_done(self) -> float:
        """What was done of it, in half-days."""
        return sum(line.effort for line in self.lines)

    def cost(self, half_days: float) -> float | None:
        """Return what an effort costs; None where no rate is known."""
        return None if self.day_rate is None else half_days / HALF_DAYS * self.day_rate


def ordered(least: int | None, most: int | None) -> tuple[int | None, int | None]:
    """Return a band with its smaller number first; one number alone is both."""
    known = [number for number in (least, most) if number is not None]
    return (min(known), max(known)) if known else (None, None)
