"""The ladder of connection: how many pairs have come how far, and how many more than before."""

from dataclasses import dataclass

from entente.domain.network import Network, Pair
from entente.domain.relation import CONNECTION_LABELS


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the ladder.

    Attributes:
        step: From 0 to 6.
        pairs: Who stands on it.
        reached: How many pairs stand on it or higher.
        before: How many did on the day compared with; None without one.
    """

    step: int
    pairs: tuple[Pair, ...]
    reached: int
    before: int | None = None

    @property
    def growth(self) -> int | None:
        """How many more have come as far since; None without a day compared with."""
        return None if self.before is None else self.reached - self.before


def ladder(network: Network, before: Network | None = None) -> tuple[Rung, ...]:
    """Return the steps from the lowest; pairs whose step is not known are on none.

    Args:
        network: As it is.
        before: As it was on an earlier day.
    """
    rungs = []
    for step in range(len(CONNECTION_LABELS)):
        on_it = tuple(tie.pair for tie in network.ties if tie.connection == step)
        earlier = None if before is None else _reached(before, step)
        rungs.append(Rung(step, on_it, _reached(network, step), earlier))
    return tuple(rungs)


def _reached(network: Network, step: int) -> int:
    return sum(tie.connection is not None and tie.connection >= step for tie in network.ties)
