"""Groups of people who have more ties among themselves than with the others (Louvain)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from entente.domain.network import Network

#: Weight of the ties of each place, by neighbour; a tie to itself is within.
_Ties: TypeAlias = Sequence[Mapping[int, float]]

#: A gain below this is an accident of rounding.
_NOTHING: Final = 1e-12


def communities(network: Network) -> tuple[tuple[str, ...], ...]:
    """Return the groups, largest first; who has no tie is a group of their own.

    The same network always gives the same groups: people are asked in its order, and of two
    groups that are as good the one met first is taken.
    """
    members: list[list[int]] = [[place] for place in range(len(network.actors))]
    ties: list[dict[int, float]] = [{} for _ in members]
    for one, other in network.pairs:
        ties[one][other] = ties[other][one] = 1.0
    while True:
        group_of = _moved(ties)
        if len(set(group_of)) == len(members):
            break
        members, ties = _merged(members, ties, group_of)
    groups = [tuple(network.actors[place] for place in sorted(group)) for group in members]
    place = {actor: number for number, actor in enumerate(network.actors)}
    return tuple(sorted(groups, key=lambda group: (-len(group), place[group[0]])))


def modularity(network: Network, groups: Iterable[Collection[str]]) -> float:
    """Return how far groups keep their ties to themselves, below 1.0; 0.0 is chance."""
    total = len(network.ties)
    if not total:
        return 0.0
    group_of = {actor: number for number, group in enumerate(groups) for actor in group}
    within: dict[int, int] = defaultdict(int)
    degree: dict[int, int] = defaultdict(int)
    for tie in network.ties:
        one, other = group_of[tie.one], group_of[tie.other]
        within[one] += one == other
        degree[one] += 1
        degree[other] += 1
    return sum(within[one] / total - (degree[one] / (2 * total)) ** 2 for one in degree)


def _moved(ties: _Ties) -> list[int]:
    """Return the group of each place once nobody gains by moving to a neighbour's."""
    strength = [sum(one.values()) + one.get(place, 0.0) for place, one in enumerate(ties)]
    double = sum(strength)
    group_of = list(range(len(ties)))
    weight = list(strength)
    is_moving = double > 0
    while is_moving:
        is_moving = False
        for place, mine in enumerate(ties):
            home, own = group_of[place], strength[place]
            weight[home] -= own
            towards: dict[int, float] = {home: 0.0}
            for neighbour, tie in mine.items():
                if neighbour != place:
                    group = group_of[neighbour]
                    towards[group] = towards.get(group, 0.0) + tie
            best, most = home, towards[home] - weight[home] * own / double
            for group, tie in towards.items():
                gain = tie - weight[group] * own / double
                if gain > most + _NOTHING:
                    best, most = group, gain
            weight[best] += own
            group_of[place] = best
            is_moving |= best != home
    return group_of


def _merged(
    members: Sequence[Sequence[int]], ties: _Ties, group_of: Sequence[int]
) -> tuple[list[list[int]], list[dict[int, float]]]:
    """Return each group as one place, with the ties of its members."""
    number = {group: place for place, group in enumerate(dict.fromkeys(group_of))}
    merged: list[list[int]] = [[] for _ in number]
    together: list[dict[int, float]] = [defaultdict(float) for _ in number]
    for place, group in enumerate(group_of):
        here = number[group]
        merged[here].extend(members[place])
        for neighbour, tie in ties[place].items():
            there = number[group_of[neighbour]]
            # A tie inside is met from both of its ends, one of a place with itself once.
            is_half = here == there and neighbour != place
            together[here][there] += tie / 2 if is_half else tie
    return merged, together
