"""Exposure over time: what open threats weigh together, day by day, and whether it goes down."""

import datetime as dt
from collections import Counter
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


def turning_points(histories: Iterable[History], last: dt.date) -> tuple[Exposure, ...]:
    """Return the exposure at the end of each day on which it changes, and of the last day.

    Between two of them it stays as it is: what is returned says as much as one value a day, and
    costs as much as there are ratings, not as there are days.
    """
    scores: Counter[dt.date] = Counter()
    opened: Counter[dt.date] = Counter()
    unrated: Counter[dt.date] = Counter()
    for history in histories:
        before: int | None = None
        for day in _days_of(history, last):
            now = history.score_on(day)
            scores[day] += (now or 0) - (before or 0)
            opened[day] += (now is not None) - (before is not None)
            unrated[day] += (now == 0) - (before == 0)
            before = now
    # A day on which something is said and nothing changes is no turning point.
    days = {day for each in (scores, opened, unrated) for day, by in each.items() if by}
    found: list[Exposure] = []
    score = count = blank = 0
    for day in sorted(days):
        score, count, blank = score + scores[day], count + opened[day], blank + unrated[day]
        found.append(Exposure(day, score, count, blank))
    if found and found[-1].on < last:
        found.append(Exposure(last, score, count, blank))
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


def _last(values: Sequence[int | None]) -> int | None:
    return next((value for value in reversed(values) if value is not None), None)


def _days_of(history: History, last: dt.date) -> list[dt.date]:
    days = {rated.on for rated in history.ratings}
    days |= {day for day in (history.opened_on, history.closed_on) if day}
    return sorted(day for day in days if day <= last)
