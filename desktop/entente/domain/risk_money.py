"""What risks are worth in money: expected values, and what to put aside for them."""

from collections.abc import Iterable
from dataclasses import dataclass

from entente.domain.risk import RiskKind


@dataclass(frozen=True, slots=True)
class Stake:
    """What one risk may cost or bring.

    Attributes:
        share: How likely it is, from 0 to 1.
        amount: What it would cost, or bring if it is an opportunity; never below 0.
    """

    key: str
    kind: str
    share: float
    amount: float

    @property
    def expected(self) -> float:
        """Expected value: above 0 a cost, below 0 a gain."""
        value = self.share * self.amount
        return -value if self.kind == RiskKind.OPPORTUNITY else value


@dataclass(frozen=True, slots=True)
class Expected:
    """Expected values of all risks together.

    Attributes:
        threats: What threats cost on average.
        opportunities: What opportunities bring on average, below or equal to 0.
        net: Their sum: what to put aside, if it is above 0.
    """

    threats: float
    opportunities: float

    @property
    def net(self) -> float:
        """Threats less opportunities: the contingency to put aside where above 0."""
        return self.threats + self.opportunities


def expected(stakes: Iterable[Stake]) -> Expected:
    """Return the expected value of risks: probability times amount, summed (EMV)."""
    threats = opportunities = 0.0
    for stake in stakes:
        if stake.kind == RiskKind.OPPORTUNITY:
            opportunities += stake.expected
        else:
            threats += stake.expected
    return Expected(threats, opportunities)
