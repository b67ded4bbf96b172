"""What sprints come to: effort planned and done, day by day, and how fast work goes.

Effort is in half-days throughout.
"""

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Final

from entente.domain.backlog import ItemStatus
from entente.domain.sprint import Outcome

#: How many of the last sprints say how fast work goes.
VELOCITY_SPRINTS: Final = 3
#: What became of a card that is no longer wanted in its sprint.
OUT: Final = frozenset({Outcome.RETURNED.value, Outcome.DROPPED.value})


@dataclass(frozen=True, slots=True)
class Planned:
    """A card in a sprint.

    Attributes:
        effort: As it was planned.
        taken_on: The day it was taken in; None for the first.
        outcome: What was said of it when the sprint was closed; None while it is not.
        statuses: Every status it was given, with its day, oldest first.
    """

    key: str
    effort: float = 0.0
    taken_on: dt.date | None = None
    outcome: str | None = None
    statuses: tuple[tuple[dt.date, str], ...] = ()

    def done_on(self, last: dt.date) -> dt.date | None:
        """Return since when it was done at the end of the sprint's last day; None if it was not.

        What was said at the close of the sprint counts before what its statuses say.
        """
        if self.outcome not in {None, Outcome.DONE}:
            return None
        since: dt.date | None = None
        for day, status in self.statuses:
            if day > last:
                break
            since = (since or day) if status == ItemStatus.DONE else None
        return last if since is None and self.outcome == Outcome.DONE else since


@dataclass(frozen=True, slots=True)
class Totals:
    """What the cards of a sprint come to.

    Attributes:
        planned: All that was taken into it, whenever.
        done: What was done by its last day.
        carry_over: What was not done and is still wanted: while the sprint runs, what is left.
        removed: What went back to the backlog or was dropped.
        added: What was taken in after the first day.
    """

    planned: float = 0.0
    done: float = 0.0
    carry_over: float = 0.0
    removed: float = 0.0
    added: float = 0.0


@dataclass(frozen=True, slots=True)
class Chart:
    """A sprint day by day: a value before it begins, then one at the end of each working day.

    Attributes:
        days: The working days; every line has one value more.
        ideal: What would remain if the same were done every day.
        remaining: What remains; None on days to come.
        scope: What was taken in; None on days to come.
        done: What was done; None on days to come.
    """

    days: tuple[dt.date, ...]
    ideal: tuple[float, ...]
    remaining: tuple[float | None, ...]
    scope: tuple[float | None, ...]
    done: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Velocity:
    """Effort done in each of the last sprints that were closed.

    Attributes:
        sprints: How many it is drawn from.
    """

    mean: float
    minimum: float
    maximum: float
    sprints: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """How many more sprints an effort takes.

    Attributes:
        fewest: As fast as in the best of the last sprints.
        most: As fast as in the worst; None if nothing was done in that one.
    """

    fewest: int
    most: int | None


def totals(cards: Iterable[Planned], first: dt.date, last: dt.date) -> Totals:
    """Return what the cards of a sprint come to.

    Args:
        cards: Those taken into it.
        first: The day until which taking a card in is planning: its first working day.
        last: Its last day, or the day it is looked at if that is earlier.
    """
    planned = done = removed = added = 0.0
    for card in cards:
        planned += card.effort
        done += card.effort if card.done_on(last) else 0
        removed += card.effort if card.outcome in OUT else 0
        added += card.effort if card.taken_on and card.taken_on > first else 0
    return Totals(planned, done, planned - done - removed, removed, added)


def chart(
    cards: Iterable[Planned], days: Sequence[dt.date], last: dt.date, today: dt.date
) -> Chart:
    """Return burndown and burn-up of a sprint.

    Args:
        cards: Those taken into it.
        days: Its working days.
        last: Its last day: what was done after the last working day counts on that.
        today: The last day whose end is known.
    """
    known = list(cards)
    begins = days[0] if days else last
    scope = _running(((card.taken_on or begins, card.effort) for card in known), days, last)
    # Planning takes place on the first day: what was taken in then was there from the start.
    scope[0] = scope[min(1, len(days))]
    ends = ((card.done_on(last), card.effort) for card in known)
    done = _running(((day, effort) for day, effort in ends if day), days, last)
    whole = scope[0] or scope[-1]
    count = len(days)
    over = sum(day <= today for day in days)
    return Chart(
        days=tuple(days),
        ideal=tuple(whole * (1 - at / count) for at in range(count + 1)) if count else (whole,),
        remaining=_known([all_ - part for all_, part in zip(scope, done, strict=True)], over),
        scope=_known(scope, over),
        done=_known(done, over),
    )


def velocity(done: Sequence[float]) -> Velocity | None:
    """Return how fast work goes; None before a sprint was closed.

    Args:
        done: The effort done in each closed sprint, oldest first; the last three count.
    """
    latest = done[-VELOCITY_SPRINTS:]
    if not latest:
        return None
    return Velocity(fmean(latest), min(latest), max(latest), len(latest))


def forecast(effort: float, speed: Velocity | None) -> Forecast | None:
    """Return how many sprints an effort takes; None while nothing says how fast work goes."""
    if effort <= 0:
        return Forecast(0, 0)
    if speed is None or speed.maximum <= 0:
        return None
    most = math.ceil(effort / speed.minimum) if speed.minimum > 0 else None
    return Forecast(math.ceil(effort / speed.maximum), most)


def _running(
    events: Iterable[tuple[dt.date, float]], days: Sequence[dt.date], last: dt.date
) -> list[float]:
    """Return the sum before the first of `days` and at the end of each.

    What falls after the last working day, on a day of the sprint, counts on that.
    """
    dated = [(day, effort) for day, effort in events if day <= last]
    if not days:
        return [sum(effort for _day, effort in dated)]
    before = sum(effort for day, effort in dated if day < days[0])
    ends = (*days[:-1], last)
    return [before, *(sum(effort for day, effort in dated if day <= end) for end in ends)]


def _known(values: Sequence[float], over: int) -> tuple[float | None, ...]:
    return tuple(value if place <= over else None for place, value in enumerate(values))
