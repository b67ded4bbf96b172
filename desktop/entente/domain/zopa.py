"""The zone of possible agreement between those who pay and those who receive.

After principled negotiation (Fisher and Ury, Getting to Yes): behind the limit of each stands
the best it can do without agreement. There is a zone where the payer's limit is not below the
receiver's, and it is as wide as the difference. Amounts are in the money of the mission.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """On which side of an amount a party stands."""

    PAYS = "pays"
    RECEIVES = "receives"


@dataclass(frozen=True, slots=True)
class Limit:
    """The amount a party will not go beyond.

    Attributes:
        party: Key of the party.
        amount: The most it pays, or the least it accepts.
    """

    party: str
    side: Side
    amount: float


@dataclass(frozen=True, slots=True)
class Zone:
    """What lies between the limits of one who pays and one who receives.

    Attributes:
        payer, receiver: Keys of the two parties.
        least: The least the receiver accepts.
        most: The most the payer gives.
    """

    payer: str
    receiver: str
    least: float
    most: float

    @property
    def exists(self) -> bool:
        """Whether there is an amount both could accept."""
        return self.most >= self.least

    @property
    def width(self) -> float:
        """How much room there is; below zero, how far apart the two are."""
        return self.most - self.least

    def holds(self, amount: float) -> bool:
        """Return whether both could accept an amount."""
        return self.least <= amount <= self.most


def zones(limits: Iterable[Limit]) -> tuple[Zone, ...]:
    """Return the zone of each pair of a payer and a receiver, in the order given.

    With several parties on a side, each pair has a zone of its own: who pays how much of a
    total is for the parties to say, not for a sum of their limits.
    """
    known = tuple(limits)
    return tuple(
        Zone(payer.party, receiver.party, receiver.amount, payer.amount)
        for payer in known
        if payer.side is Side.PAYS
        for receiver in known
        if receiver.side is Side.RECEIVES
    )
