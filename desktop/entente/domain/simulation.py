"""What risks may cost together, found by letting chance play many times.

In each trial every risk occurs or does not, on its own, with the probability of its step, and
weighs its amount if it does: threats cost, opportunities bring. The same seed gives the same
trials.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from entente.domain.risk import RiskKind
from entente.domain.risk_money import Stake
from entente.domain.values import number_text
from entente.i18n import _, language, ngettext

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    _Numbers: TypeAlias = NDArray[np.float64]

TRIALS: Final = 100_000
TRIALS_MAX: Final = 1_000_000
SEED: Final = 1
#: The curve has a point for each hundredth of the trials.
_HUNDREDTHS: Final = 100
_NOISE: Final = 1e-12
#: Numbers drawn at a time: few enough to stay in the cache of a processor.
_AT_ONCE: Final = 1 << 17


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one risk adds to the total.

    Attributes:
        mean: Mean of the total with it less the mean without it.
        without: Mean of the total over the trials in which it did not occur; None if it
            always did.
        occurring: Mean of the total over those in which it did; None if it never did.
        correlation: Of what it costs with the total, from −1 to 1; 0 where one of both never
            changes.
    """

    key: str
    mean: float
    without: float | None
    occurring: float | None
    correlation: float


@dataclass(frozen=True, slots=True)
class Simulation:
    """What the trials gave: costs above 0, gains below.

    Attributes:
        spread: By how much an amount may lie above or below the one named, as a share of it.
        deviation: Standard deviation of the total.
        curve: Totals that 0, 1, 2 … 100 % of the trials do not exceed.
        contributions: Of each risk, the weightiest first, for a tornado.
    """

    trials: int
    seed: int
    spread: float
    mean: float
    deviation: float
    curve: tuple[float, ...]
    contributions: tuple[Contribution, ...]

    @property
    def p10(self) -> float:
        """One trial in ten does not exceed it."""
        return self.curve[10]

    @property
    def p50(self) -> float:
        """One trial in two does not exceed it."""
        return self.curve[50]

    @property
    def p90(self) -> float:
        """Nine trials in ten do not exceed it."""
        return self.curve[90]

    @property
    def method(self) -> str:
        """How it was found, in one or two sentences, in the language in use."""
        said = ngettext(
            "In one trial (seed {seed}), each risk occurs or not, independently of the others, "
            "with the probability of its step, and then costs its amount, or brings it if it "
            "is an opportunity.",
            "In each of {count} trials (seed {seed}), each risk occurs or not, independently of "
            "the others, with the probability of its step, and then costs its amount, or brings "
            "it if it is an opportunity.",
            self.trials,
        ).format(count=number_text(self.trials, language()), seed=self.seed)
        if not self.spread:
            return said
        more = _(
            "The amount is drawn each time between {percent} % less and {percent} % more, "
            "most often close to the one named."
        )
        percent = number_text(round(100 * self.spread, 1), language())
        return f"{said} {more.format(percent=percent)}"


def simulate(
    stakes: Sequence[Stake],
    trials: int = TRIALS,
    seed: int = SEED,
    *,
    spread: float = 0.0,
    report: Callable[[int], None] | None = None,
) -> Simulation:
    """Return what risks may cost together.

    Args:
        stakes: What each of them may cost or bring.
        trials: How often chance plays, from 1 to `TRIALS_MAX`.
        seed: The same seed gives the same result; not below 0.
        spread: How far an amount may be off, from 0 to 1: it is then drawn from a symmetric
            triangle about the one named.
        report: Called with the percentage done; what it raises ends the work.

    Raises:
        ValueError: If `trials`, `seed` or `spread` is outside its range.
    """
    if not 1 <= trials <= TRIALS_MAX or seed < 0 or not 0 <= spread <= 1:
        raise ValueError((trials, seed, spread))
    work = _Trials(stakes, seed, spread)
    rows = max(1, _AT_ONCE // max(1, len(stakes)))
    for first in range(0, trials, rows):
        if report:
            report(100 * first // trials)
        work.play(min(rows, trials - first))
    return work.result()


class _Trials:
    """Trials under way: sums are kept, single draws are not."""

    def __init__(self, stakes: Sequence[Stake], seed: int, spread: float) -> None:
        import numpy as np  # noqa: PLC0415  # when first asked

        self._np = np
        self._stakes = stakes
        self._seed = seed
        self._spread = spread
        count = len(stakes)
        signs = [-1.0 if each.kind == RiskKind.OPPORTUNITY else 1.0 for each in stakes]
        self._shares: _Numbers = np.array([each.share for each in stakes])
        amounts = [sign * each.amount for sign, each in zip(signs, stakes, strict=True)]
        self._amounts: _Numbers = np.array(amounts)
        self._chance = np.random.default_rng(seed)
        # What is off is drawn on its own, so that with and without it the same risks occur.
        self._aside = np.random.default_rng((seed, 1))
        self._totals: list[_Numbers] = []
        self._hits: _Numbers = np.zeros(count)
        self._costs: _Numbers = np.zeros(count)
        self._squares: _Numbers = np.zeros(count)
        self._with_it: _Numbers = np.zeros(count)
        self._products: _Numbers = np.zeros(count)

    def play(self, rows: int) -> None:
        """Play some trials."""
        shape = rows, len(self._stakes)
        occurs = (self._chance.random(shape) < self._shares).astype(self._np.float64)
        hits = occurs.sum(axis=0)
        self._hits += hits
        if not self._spread:
            totals = occurs @ self._amounts
            with_it = totals @ occurs
            self._costs += hits * self._amounts
            self._squares += hits * self._amounts**2
            self._products += with_it * self._amounts
        else:
            # The sum of two even draws is the triangle.
            off = self._aside.random(shape)
            off += self._aside.random(shape)
            costs = occurs * (1 + self._spread * (off - 1)) * self._amounts
            totals = costs.sum(axis=1)
            with_it = totals @ occurs
            self._costs += costs.sum(axis=0)
            self._squares += (costs**2).sum(axis=0)
            self._products += totals @ costs
        self._with_it += with_it
        self._totals.append(totals)

    def result(self) -> Simulation:
        """Return what the trials gave."""
        np = self._np
        totals = np.concatenate(self._totals)
        totals.sort()
        count = len(totals)
        mean = float(totals.mean())
        deviation = float(totals.std())
        # The smallest total that so many trials do not exceed: one that was really reached.
        places = [
            max(0, math.ceil(count * part / _HUNDREDTHS) - 1) for part in range(_HUNDREDTHS + 1)
        ]
        contributions = [
            self._contribution(place, count, mean, deviation) for place in range(len(self._stakes))
        ]
        contributions.sort(key=lambda each: -abs(each.mean))
        return Simulation(
            trials=count,
            seed=self._seed,
            spread=self._spread,
            mean=mean,
            deviation=deviation,
            curve=tuple(totals[places].tolist()),
            contributions=tuple(contributions),
        )

    def _contribution(self, place: int, count: int, mean: float, deviation: float) -> Contribution:
        hits, with_it = float(self._hits[place]), float(self._with_it[place])
        own = float(self._costs[place]) / count
        square = float(self._squares[place]) / count
        variance = square - own**2
        # What never changes differs from its mean by the last digits alone.
        variance = variance if variance > _NOISE * square else 0.0
        together = float(self._products[place]) / count - own * mean
        spread = math.sqrt(variance) * deviation
        return Contribution(
            key=self._stakes[place].key,
            mean=own,
            without=None if hits == count else (mean * count - with_it) / (count - hits),
            occurring=with_it / hits if hits else None,
            correlation=max(-1.0, min(1.0, together / spread)) if spread > 0 else 0.0,
        )
