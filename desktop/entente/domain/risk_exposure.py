"""Exposure over time: what open threats weigh together, day by day, and whether it goes down."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from entente.domain.risk import PAST


@dataclass(frozen=True, slots=True)
class Rated:
    """What a rating says of a threat; None where it leaves things as they were.

    Attributes:
        current: Probability and impact as it is.
        inherent: The same before any response.
    """

    on: dt.date
    status: str | None = None
    current: tuple[int | None, int | None] = (None, None)
    inherent: tuple[int | None, int | None] = (None, None)


@dataclass(frozen=True, slots=True)
class History:
    """What happened to one threat.

    Attributes:
        opened_on: Day it was identified; None where the first rating tells it.
        closed_on: Day from which nothing more is to be expected of it, where somebody said.
        ratings: The oldest first.
    """

    key: str
    opened_on: dt.date | None
    closed_on: dt.date | None
    ratings: tuple[Rated, ...]

    def score_on(self, day: dt.date) -> int | None:
        """Return its score at the end of a day: current, or inherent while that is unknown.

        Returns:
            None if it was not open then. An open threat nobody has rated weighs 0.
        """
        known = [rated for rated in self.ratings if rated.on <= day]
        opened = self.opened_on or (self.ratings[0].on if self.ratings else None)
        if opened is None or opened > day or (self.closed_on and self.closed_on <= day):
            return None
        status = next((rated.status for rated in reversed(known) if rated.status), None)
        if status in PAST:
            return None
        for reading in ("current", "inherent"):
            probability, impact = (
                _last([getattr(rated, reading)[part] for rated in known]) for part in (0, 1)
            )
            if probability is not None and impact is not None:
                return probability * impact
        return 0


@dataclass(frozen=True, slots=True)
class Exposure:
    """What open threats weigh together at the end of a day.

    Attributes:
        score: Sum of their scores.
        open: How many there are, rated or not.
        unrated: How many of them nobody has rated, which weigh nothing.
    """

    on: dt.date
    score: int
    open: int
    unrated: int


@dataclass(frozen=True, slots=True)
class Burn:
    """One point of a burn-down.

    Attributes:
        ideal: Where the straight line to the goal is that day.
    """

    exposure: Exposure
    ideal: float

    @property
    def gap(self) -> float:
        """How far above the line it is; below 0 where it is better."""
        return self.exposure.score - self.ideal


def exposure(histories: Iterable[History], days: Iterable[dt.date]) -> tuple[Exposure, ...]:
    """Return the exposure at the end of each day asked for, in their order."""
    histories = tuple(histories)
    found = []
    for day in days:
        scores = [score for each in histories if (score := each.score_on(day)) is not None]
        found.append(Exposure(day, sum(scores), len(scores), scores.count(0)))
    return tuple(found)


def burn_down(points: Sequence[Exposure], goal: float) -> tuple[Burn, ...]:
    """Return points with the straight line from the first of them to a goal on the last.

    Args:
        points: The exposure at the end of each sprint, the earliest first.
        goal: What is to be left in the end: the sum of the target scores.

    Raises:
        ValueError: If the days do not rise.
    """
    if any(one.on >= other.on for one, other in pairwise(points)):
        raise ValueError(points)
    if not points:
        return ()
    first, last = points[0], points[-1]
    days = (last.on - first.on).days
    return tuple(
        Burn(
            point,
            first.score + (goal - first.score) * ((point.on - first.on).days / days if days else 0),
        )
        for point in points
    )


def month_ends(first: dt.date, last: dt.date) -> tuple[dt.date, ...]:
    """Return the last day of each month from one day to another, and that other day itself."""
    days = []
    day = first
    while True:
        start_of_next = (day.replace(day=1) + dt.timedelta(days=32)).replace(day=1)
        end = start_of_next - dt.timedelta(days=1)
        if end >= last:
            break
        days.append(end)
        day = start_of_next
    return (*days, last) if first <= last else ()


def every_day(first: dt.date, last: dt.date) -> tuple[dt.date, ...]:
    """Return each day from one to another, both among them."""
    return tuple(first + dt.timedelta(days=each) for each in range((last - first).days + 1))


def _last(values: Sequence[int | None]) -> int | None:
    return next((value for value in reversed(values) if value is not None), None)
