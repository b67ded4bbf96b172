"""Two sides of a project: how many ties lead across, and how good they are there."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from statistics import fmean
from typing import Final

from entente.domain.actor import Camp
from entente.domain.network import Network, Tie

#: The side of those who build and sell the software; all others face it.
IT_CAMPS: Final = (Camp.DIGITAL, Camp.VENDOR)


@dataclass(frozen=True, slots=True)
class Tally:
    """Ties of one sort.

    Attributes:
        ties: How many.
        good, bad: How many of positive, of negative quality.
        quality: Mean of the known qualities, −2.0 to +2.0; None where none is known.
    """

    ties: int
    good: int
    bad: int
    quality: float | None

    @property
    def others(self) -> int:
        """How many are neutral or have not been judged."""
        return self.ties - self.good - self.bad


@dataclass(frozen=True, slots=True)
class Crossing:
    """Ties across two sides, and inside each of them."""

    across: Tally
    inside: Tally

    @property
    def index(self) -> float | None:
        """E–I index of all ties, −1.0 (closed sides) to +1.0; None without ties."""
        return _index(self.across.ties, self.inside.ties)

    @property
    def positive_index(self) -> float | None:
        """E–I index of the good relations alone; None without any."""
        return _index(self.across.good, self.inside.good)


def crossing(network: Network, side: Collection[str]) -> Crossing:
    """Return the ties between `side` and all others, and those inside either."""
    chosen = frozenset(side)
    leads_across = {tie: (tie.one in chosen) != (tie.other in chosen) for tie in network.ties}
    return Crossing(
        _tally(tie for tie, across in leads_across.items() if across),
        _tally(tie for tie, across in leads_across.items() if not across),
    )


def _tally(ties: Iterable[Tie]) -> Tally:
    counted = tuple(ties)
    qualities = [tie.quality for tie in counted if tie.quality is not None]
    return Tally(
        len(counted),
        sum(tie.sign > 0 for tie in counted),
        sum(tie.sign < 0 for tie in counted),
        fmean(qualities) if qualities else None,
    )


def _index(external: int, internal: int) -> float | None:
    total = external + internal
    return (external - internal) / total if total else None
