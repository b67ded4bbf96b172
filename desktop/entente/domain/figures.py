"""All that is worked out of a network, in one value: whoever shows it works out nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from statistics import fmean
from typing import Final, TypeAlias

from entente.domain.communities import communities, modularity
from entente.domain.dependence import Dependence, dependence
from entente.domain.network import (
    Centrality,
    Network,
    Triads,
    WeakPoints,
    centralities,
    cut_off,
    density,
    triads,
    weak_points,
)

#: Groups who could not reach the others, by the actor whom they would need for it.
CutOff: TypeAlias = Mapping[str, tuple[tuple[str, ...], ...]]

#: Whoever lies on this many times more ways than people do on average is a relay.
RELAY: Final = 1.5


@dataclass(frozen=True, slots=True)
class Figures:
    """What is worked out of a network.

    Attributes:
        density: Which part of the ties there could be there is, 0.0 to 1.0.
        actors: How each person stands.
        relays: Those through whom much more passes than through others.
        isolated: Those with no tie at all.
        hanging: Those with one tie alone.
        without_good: Those with ties, all of them judged and none good.
        weak_points, positive_weak_points: Where the network would come apart, and the
            network of good relations alone.
        cut_off, positive_cut_off: Who would be cut off, by each of these people.
        groups: Of two people or more, by the relations that are not bad; largest first.
        modularity: How far these groups keep to themselves, below 1.0.
        triads: Closed triads by their balance.
        dependence: Who depends on whom.
    """

    density: float
    actors: Mapping[str, Centrality]
    relays: tuple[str, ...]
    isolated: tuple[str, ...]
    hanging: tuple[str, ...]
    without_good: tuple[str, ...]
    weak_points: WeakPoints
    positive_weak_points: WeakPoints
    cut_off: CutOff
    positive_cut_off: CutOff
    groups: tuple[tuple[str, ...], ...]
    modularity: float
    triads: Triads
    dependence: Dependence


def figures(network: Network) -> Figures:
    """Return all that is worked out of a network; takes its time where it is large."""
    positive = network.positive
    standing = centralities(network)
    weak, positive_weak = weak_points(network), weak_points(positive)
    friendly = replace(network, ties=tuple(tie for tie in network.ties if tie.sign >= 0))
    groups = communities(friendly)
    hopeful = {a for tie in network.ties if tie.quality is None or tie.sign > 0 for a in tie.pair}
    return Figures(
        density=density(network),
        actors=standing,
        relays=_relays(standing),
        isolated=_with_ties(standing, 0),
        hanging=_with_ties(standing, 1),
        without_good=tuple(a for a, one in standing.items() if one.ties and a not in hopeful),
        weak_points=weak,
        positive_weak_points=positive_weak,
        cut_off={actor: cut_off(network, actor) for actor in weak.actors},
        positive_cut_off={actor: cut_off(positive, actor) for actor in positive_weak.actors},
        groups=tuple(group for group in groups if len(group) > 1),
        modularity=modularity(friendly, groups),
        triads=triads(network),
        dependence=dependence(network),
    )


def _with_ties(standing: Mapping[str, Centrality], count: int) -> tuple[str, ...]:
    return tuple(actor for actor, one in standing.items() if one.ties == count)


def _relays(standing: Mapping[str, Centrality]) -> tuple[str, ...]:
    if not standing:
        return ()
    usual = fmean(one.betweenness for one in standing.values())
    return tuple(a for a, one in standing.items() if one.betweenness >= RELAY * usual > 0)
