"""Who depends on whom: the matrix, and those without whom several could not go on."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from entente.domain.network import Network, Pair
from entente.domain.relation import STRONG

#: From this many on who depend strongly on one person, that person is a single point of failure.
SEVERAL: Final = 3


@dataclass(frozen=True, slots=True)
class Dependence:
    """Who depends on whom.

    Attributes:
        actors: Those who depend on somebody or on whom somebody depends.
        cells: Who depends on whom, with 1 (weakly) or 2 (strongly).
        single_points: Those on whom several depend strongly.
        strained: Who depends on whom strongly across a bad relation.
    """

    actors: tuple[str, ...]
    cells: Mapping[Pair, int]
    single_points: tuple[str, ...]
    strained: tuple[Pair, ...]


def dependence(network: Network) -> Dependence:
    """Return who depends on whom in a network."""
    cells: dict[Pair, int] = {}
    strained: list[Pair] = []
    for tie in network.ties:
        for pair, strength in ((tie.pair, tie.needs), (tie.pair[::-1], tie.needed)):
            if strength:
                cells[pair[0], pair[1]] = strength
            if strength >= STRONG and tie.sign < 0:
                strained.append((pair[0], pair[1]))
    involved = {actor for pair in cells for actor in pair}
    leaning = Counter(needed for (_, needed), strength in cells.items() if strength >= STRONG)
    return Dependence(
        tuple(actor for actor in network.actors if actor in involved),
        cells,
        tuple(actor for actor in network.actors if leaning[actor] >= SEVERAL),
        tuple(strained),
    )
