"""Which of the ten causes weigh most, where, and since when."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from entente.domain.difficulty import Scope
from entente.domain.ten_causes import TenCause


@dataclass(frozen=True, slots=True)
class Caused:
    """One cause of one difficulty.

    Attributes:
        difficulty: Key of the difficulty.
        weight: From 1 to 3.
        scope: Of the difficulty; None where it is not known.
        noticed_on: The day the difficulty was noticed; None where nobody wrote it down.
    """

    difficulty: str
    cause: TenCause
    weight: int
    scope: Scope | None = None
    noticed_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """How much one cause weighs.

    Attributes:
        share: Its part of the weight of all causes, from 0.0 to 1.0.
        cumulative: The part of those up to it, the heaviest first.
        difficulties: Keys of those it was named for.
    """

    cause: TenCause
    weight: int
    share: float
    cumulative: float
    difficulties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """How much one cause weighs in one scope, and in which difficulties."""

    weight: int
    difficulties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """What the difficulties noticed in one month weigh, cause by cause.

    Attributes:
        first_day: Of the month.
    """

    first_day: dt.date
    weights: Mapping[TenCause, int]

    @property
    def total(self) -> int:
        """What they weigh together."""
        return sum(self.weights.values())


def weights(causes: Iterable[Caused]) -> dict[TenCause, int]:
    """Return the weight of each of the ten, 0 for one nobody named."""
    found = dict.fromkeys(TenCause, 0)
    for each in causes:
        found[each.cause] += each.weight
    return found


def pareto(causes: Sequence[Caused]) -> tuple[Bar, ...]:
    """Return the causes that were named, the heaviest first, of equals in their order."""
    whole = sum(each.weight for each in causes)
    heavy = sorted(weights(causes).items(), key=lambda item: -item[1])
    bars: list[Bar] = []
    so_far = 0
    for cause, weight in heavy:
        if weight:
            so_far += weight
            keys = _difficulties(each for each in causes if each.cause is cause)
            bars.append(Bar(cause, weight, weight / whole, so_far / whole, keys))
    return tuple(bars)


def by_scope(causes: Iterable[Caused]) -> Mapping[tuple[TenCause, Scope | None], Cell]:
    """Return how much each cause weighs in each scope; a pair nobody named is left out."""
    found: dict[tuple[TenCause, Scope | None], list[Caused]] = defaultdict(list)
    for each in causes:
        found[each.cause, each.scope].append(each)
    return {
        place: Cell(sum(each.weight for each in there), _difficulties(there))
        for place, there in found.items()
    }


def by_month(causes: Iterable[Caused]) -> tuple[Month, ...]:
    """Return the months from the first to the last in which a difficulty was noticed."""
    found: dict[dt.date, dict[TenCause, int]] = {}
    for each in causes:
        if each.noticed_on is not None:
            of_month = found.setdefault(each.noticed_on.replace(day=1), {})
            of_month[each.cause] = of_month.get(each.cause, 0) + each.weight
    if not found:
        return ()
    months = []
    day, last = min(found), max(found)
    while day <= last:
        months.append(Month(day, found.get(day, {})))
        if day == last:  # there is no month after December 9999
            break
        day = (day + dt.timedelta(days=31)).replace(day=1)
    return tuple(months)


def _difficulties(causes: Iterable[Caused]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.difficulty for each in causes))
