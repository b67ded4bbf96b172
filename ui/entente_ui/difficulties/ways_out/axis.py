"""An axis of amounts with a few round figures on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10
from typing import Final

_TICKS: Final = 5


@dataclass(frozen=True, slots=True)
class Axis:
    """Amounts from left to right.

    Attributes:
        ticks: Round amounts, the first and the last at the ends.
    """

    ticks: tuple[float, ...]

    def share(self, amount: float) -> float:
        """Return where an amount lies, from 0.0 at the left end to 1.0 at the right."""
        low, high = self.ticks[0], self.ticks[-1]
        return (amount - low) / (high - low) if high > low else 0.5


def axis_of(amounts: Sequence[float]) -> Axis:
    """Return an axis that holds some amounts, with a few round ticks."""
    low, high = min(amounts), max(amounts)
    low = 0.0 if low < (high - low) else low
    step = _round_step(max(high - low, abs(high) / 10, 1.0) / _TICKS)
    first = floor(low / step)
    count = 1
    while (first + count) * step < high:
        count += 1
    return Axis(tuple((first + number) * step for number in range(count + 1)))


def _round_step(least: float) -> float:
    size = 10.0 ** floor(log10(least))
    return float(next(size * factor for factor in (1, 2, 5, 10) if size * factor >= least))
