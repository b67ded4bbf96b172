"""Reading a network of people: who links whom, and where it would come apart.

Ties count once a pair and both ways, whatever was written down twice or by mistake from
somebody to themselves. The heavy work is rustworkx's and numpy's, imported when first asked.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean
from typing import TYPE_CHECKING, TypeAlias

from entente.domain.distances import harmonic

if TYPE_CHECKING:
    import rustworkx

Pair: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Tie:
    """What lies between two people.

    Attributes:
        one, other: Their keys.
        quality: From −2 (broken) to +2 (trusting); None where nobody has judged it.
        needs, needed: How much the first depends on the second and the reverse, 0 to 2.
        connection: How far they have come, 0 to 6; None where it is not known.
    """

    one: str
    other: str
    quality: float | None = None
    needs: int = 0
    needed: int = 0
    connection: int | None = None

    @property
    def pair(self) -> Pair:
        """The two."""
        return self.one, self.other

    @property
    def sign(self) -> int:
        """1 for a good relation, −1 for a bad one, 0 for neither or not known."""
        if self.quality is None:
            return 0
        return (self.quality > 0) - (self.quality < 0)


@dataclass(frozen=True, slots=True)
class Network:
    """People and, at most once a pair, what lies between them; `unite` makes one.

    Attributes:
        actors: Keys, in the order in which everything is told.
        ties: One a pair, the first of the two first.
    """

    actors: tuple[str, ...]
    ties: tuple[Tie, ...]

    @property
    def positive(self) -> "Network":
        """The same people with their good relations alone."""
        return replace(self, ties=tuple(tie for tie in self.ties if tie.sign > 0))

    @property
    def pairs(self) -> list[tuple[int, int]]:
        """The places in `actors` of the two ends of each tie."""
        place = {actor: number for number, actor in enumerate(self.actors)}
        return [(place[tie.one], place[tie.other]) for tie in self.ties]

    @property
    def neighbours(self) -> dict[str, list[str]]:
        """Who has a tie with each, in the order of the ties."""
        found: dict[str, list[str]] = {actor: [] for actor in self.actors}
        for tie in self.ties:
            found[tie.one].append(tie.other)
            found[tie.other].append(tie.one)
        return found


@dataclass(frozen=True, slots=True)
class Centrality:
    """How one person stands in the network.

    Attributes:
        betweenness: Part of the shortest ways between two others that lead through here,
            0.0 to 1.0 (Brandes).
        degree: Part of the others one has a tie with, 0.0 to 1.0.
        harmonic: Mean of 1/distance to each other person, 0.0 to 1.0.
        ties: With how many one has a tie.
        strength: Sum of the known qualities of these ties.
    """

    betweenness: float
    degree: float
    harmonic: float
    ties: int
    strength: float


@dataclass(frozen=True, slots=True)
class WeakPoints:
    """Where a network would come apart.

    Attributes:
        actors: Those without whom some could no longer reach the others.
        bridges: Ties without which some could no longer reach the others.
    """

    actors: tuple[str, ...]
    bridges: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Triad:
    """Three who all have ties with one another.

    Attributes:
        actors: The three, in the network's order.
        pressed: Who gets on with two who do not get on; empty where it is nobody.
    """

    actors: tuple[str, str, str]
    pressed: str = ""


@dataclass(frozen=True, slots=True)
class Triads:
    """Triads whose three relations are known and not neutral, by the product of their signs."""

    balanced: tuple[Triad, ...]
    unbalanced: tuple[Triad, ...]


def unite(actors: Iterable[str], ties: Iterable[Tie]) -> Network:
    """Return a network from what was written down.

    A tie from somebody to themselves or to somebody who is not there is left out; several
    between two people become one: mean quality, strongest dependence, highest connection.
    """
    order = tuple(dict.fromkeys(actors))
    place = {actor: number for number, actor in enumerate(order)}
    found: dict[Pair, list[Tie]] = defaultdict(list)
    for tie in ties:
        if tie.one == tie.other or tie.one not in place or tie.other not in place:
            continue
        found[_in_order(tie, place).pair].append(_in_order(tie, place))
    return Network(order, tuple(map(_united, found.values())))


def density(network: Network) -> float:
    """Return which part of the ties there could be there is, 0.0 to 1.0."""
    possible = len(network.actors) * (len(network.actors) - 1) / 2
    return len(network.ties) / possible if possible else 0.0


def centralities(network: Network) -> Mapping[str, Centrality]:
    """Return how each person stands in the network; ties are neither weighted nor signed."""
    from entente.domain.betweenness import betweenness  # noqa: PLC0415  # when first asked

    count, pairs = len(network.actors), network.pairs
    between = betweenness(count, pairs)
    near = harmonic(count, pairs)
    ties, strength = [0] * count, [0.0] * count
    for tie, ends in zip(network.ties, pairs, strict=True):
        for end in ends:
            ties[end] += 1
            strength[end] += tie.quality or 0
    others = max(count - 1, 1)
    return {
        actor: Centrality(between[n], ties[n] / others, near[n] / others, ties[n], strength[n])
        for n, actor in enumerate(network.actors)
    }


def weak_points(network: Network) -> WeakPoints:
    """Return the people and the ties that hold parts of the network together alone."""
    import rustworkx as rx  # noqa: PLC0415  # when first asked

    graph = _graph(len(network.actors), network.pairs)
    alone = {frozenset(bridge) for bridge in rx.bridges(graph)}
    return WeakPoints(
        tuple(network.actors[n] for n in sorted(rx.articulation_points(graph))),
        tuple(
            tie.pair
            for tie, ends in zip(network.ties, network.pairs, strict=True)
            if frozenset(ends) in alone
        ),
    )


def cut_off(network: Network, actor: str) -> tuple[tuple[str, ...], ...]:
    """Return the groups that could not reach the largest one without `actor`, smallest first."""
    neighbours = network.neighbours
    seen, groups = {actor}, []
    for first in neighbours[actor]:
        if first not in seen:
            group = _reached(neighbours, first, seen)
            groups.append(tuple(one for one in network.actors if one in group))
    return tuple(sorted(groups, key=len)[:-1])


def triads(network: Network) -> Triads:
    """Return the closed triads whose three ties are signed."""
    place = {actor: number for number, actor in enumerate(network.actors)}
    signs = {frozenset(tie.pair): tie.sign for tie in network.ties if tie.sign}
    later: dict[str, set[str]] = defaultdict(set)
    for tie in network.ties:
        if tie.sign:
            later[tie.one].add(tie.other)
    balanced, unbalanced = [], []
    for one in network.actors:
        for other in sorted(later[one], key=place.__getitem__):
            for third in sorted(later[one] & later[other], key=place.__getitem__):
                three = one, other, third
                # The sign of the tie that faces each of the three.
                facing = [signs[frozenset(three) - {each}] for each in three]
                if facing[0] * facing[1] * facing[2] > 0:
                    balanced.append(Triad(three))
                else:
                    pressed = three[facing.index(-1)] if facing.count(-1) == 1 else ""
                    unbalanced.append(Triad(three, pressed))
    return Triads(tuple(balanced), tuple(unbalanced))


def _in_order(tie: Tie, place: Mapping[str, int]) -> Tie:
    if place[tie.one] < place[tie.other]:
        return tie
    return replace(tie, one=tie.other, other=tie.one, needs=tie.needed, needed=tie.needs)


def _united(ties: Sequence[Tie]) -> Tie:
    if len(ties) == 1:
        return ties[0]
    qualities = [tie.quality for tie in ties if tie.quality is not None]
    return replace(
        ties[0],
        quality=fmean(qualities) if qualities else None,
        needs=max(tie.needs for tie in ties),
        needed=max(tie.needed for tie in ties),
        connection=max(
            (tie.connection for tie in ties if tie.connection is not None), default=None
        ),
    )


def _graph(count: int, pairs: Sequence[tuple[int, int]]) -> "rustworkx.PyGraph":
    import rustworkx as rx  # noqa: PLC0415  # when first asked

    graph = rx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(count))
    graph.add_edges_from_no_data(pairs)
    return graph


def _reached(neighbours: Mapping[str, Sequence[str]], first: str, seen: set[str]) -> set[str]:
    """Return who can be reached from `first` without passing who has been seen."""
    group, ahead = {first}, [first]
    seen.add(first)
    while ahead:
        for neighbour in neighbours[ahead.pop()]:
            if neighbour not in seen:
                seen.add(neighbour)
                group.add(neighbour)
                ahead.append(neighbour)
    return group
