"""Moreno's sociometry: what choices say of a group, and of the place of each in it.

These figures are for the mediator alone. Nobody's rejections are ever printed.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from statistics import fmean, pstdev
from types import MappingProxyType
from typing import Final, TypeAlias

from entente.i18n import N_

#: From one member to another.
Tie: TypeAlias = tuple[str, str]


class Standing(StrEnum):
    """The classes of Coie, Dodge and Coppotelli."""

    POPULAR = "popular"
    REJECTED = "rejected"
    NEGLECTED = "neglected"
    CONTROVERSIAL = "controversial"
    AVERAGE = "average"


STANDING_LABELS: Final = MappingProxyType(
    {
        Standing.POPULAR: N_("often chosen"),
        Standing.REJECTED: N_("often set aside"),
        Standing.NEGLECTED: N_("seldom named"),
        Standing.CONTROVERSIAL: N_("chosen and set aside"),
        Standing.AVERAGE: N_("in the middle"),
    }
)


@dataclass(frozen=True, slots=True)
class Status:
    """The place of one member.

    Attributes:
        chosen, set_aside: By how many.
        gives, refuses: How many this member chooses, and sets aside.
        choice_status, rejection_status: The first two as a share of all others.
        expansiveness: Choices given as a share of all others.
        preference: How much more chosen than set aside, in standard deviations.
        impact: How much named at all, likewise.
        standing: The class these make.
    """

    chosen: int
    set_aside: int
    gives: int
    refuses: int
    choice_status: float
    rejection_status: float
    expansiveness: float
    preference: float
    impact: float
    standing: Standing


@dataclass(frozen=True, slots=True)
class Sociogram:
    """A group seen through one question.

    Attributes:
        statuses: The place of each member.
        pairs: Who choose each other.
        tensions: Who set each other aside.
        cliques: Three and more who all choose each other, the largest first.
        stars: Who is chosen far more than usual, by more than a standard deviation.
        isolates: Who neither chooses nor is chosen.
        forgotten: Who chooses, but is chosen by nobody.
        cohesion: Pairs as a share of all that could be.
        mutuality: The share of choices that are returned; None without choices.
    """

    statuses: Mapping[str, Status]
    pairs: tuple[Tie, ...] = ()
    tensions: tuple[Tie, ...] = ()
    cliques: tuple[tuple[str, ...], ...] = ()
    stars: tuple[str, ...] = ()
    isolates: tuple[str, ...] = ()
    forgotten: tuple[str, ...] = ()
    cohesion: float = 0.0
    mutuality: float | None = None


def sociogram(
    members: Sequence[str], choices: Iterable[Tie], rejections: Iterable[Tie] = ()
) -> Sociogram:
    """Return what choices say of a group.

    Args:
        members: Keys of everybody who was asked or could be named.
        choices: Who chose whom; what leads out of the group or back to oneself is left out.
        rejections: Who set whom aside.
    """
    liked, disliked = _known(members, choices), _known(members, rejections)
    pairs = _mutual(members, liked)
    statuses = _statuses(members, liked, disliked)
    possible = len(members) * (len(members) - 1) / 2
    spread = _scores([float(each.chosen) for each in statuses.values()])
    return Sociogram(
        statuses,
        pairs,
        _mutual(members, disliked),
        _cliques(members, pairs),
        tuple(key for key, score in zip(statuses, spread, strict=True) if score > 1),
        tuple(key for key, each in statuses.items() if not each.chosen and not each.gives),
        tuple(key for key, each in statuses.items() if not each.chosen and each.gives),
        len(pairs) / possible if possible else 0.0,
        2 * len(pairs) / len(liked) if liked else None,
    )


def _known(members: Sequence[str], ties: Iterable[Tie]) -> frozenset[Tie]:
    inside = frozenset(members)
    return frozenset(
        (giver, taker) for giver, taker in ties if giver != taker and {giver, taker} <= inside
    )


def _mutual(members: Sequence[str], ties: frozenset[Tie]) -> tuple[Tie, ...]:
    return tuple(
        (one, two)
        for one, two in combinations(members, 2)
        if (one, two) in ties and (two, one) in ties
    )


def _statuses(
    members: Sequence[str], liked: frozenset[Tie], disliked: frozenset[Tie]
) -> Mapping[str, Status]:
    chosen, set_aside = (Counter(taker for _, taker in ties) for ties in (liked, disliked))
    gives, refuses = (Counter(giver for giver, _ in ties) for ties in (liked, disliked))
    likes = _scores([float(chosen[key]) for key in members])
    dislikes = _scores([float(set_aside[key]) for key in members])
    others = max(len(members) - 1, 1)
    return {
        key: Status(
            chosen[key],
            set_aside[key],
            gives[key],
            refuses[key],
            chosen[key] / others,
            set_aside[key] / others,
            gives[key] / others,
            like - dislike,
            like + dislike,
            _standing(like, dislike),
        )
        for key, like, dislike in zip(members, likes, dislikes, strict=True)
    }


def _scores(values: Sequence[float]) -> list[float]:
    """Return values in standard deviations from their mean; all 0 where they are equal."""
    spread = pstdev(values) if values else 0.0
    if not spread:
        return [0.0] * len(values)
    middle = fmean(values)
    return [(value - middle) / spread for value in values]


def _standing(like: float, dislike: float) -> Standing:
    preference, impact = like - dislike, like + dislike
    if preference > 1 and like > 0 > dislike:
        return Standing.POPULAR
    if preference < -1 and dislike > 0 > like:
        return Standing.REJECTED
    if impact < -1 and like < 0 and dislike < 0:
        return Standing.NEGLECTED
    if impact > 1 and like > 0 and dislike > 0:
        return Standing.CONTROVERSIAL
    return Standing.AVERAGE


def _cliques(members: Sequence[str], pairs: Sequence[Tie]) -> tuple[tuple[str, ...], ...]:
    """Return the largest groups of three and more in which everybody chooses everybody."""
    friends: dict[str, set[str]] = {key: set() for key in members}
    for one, two in pairs:
        friends[one].add(two)
        friends[two].add(one)
    found: list[frozenset[str]] = []
    _grow(frozenset(), set(members), set(), friends, found)
    order = {key: place for place, key in enumerate(members)}
    large = [tuple(sorted(each, key=order.__getitem__)) for each in found if len(each) > 2]
    return tuple(sorted(large, key=lambda each: (-len(each), [order[key] for key in each])))


def _grow(
    clique: frozenset[str],
    candidates: set[str],
    seen: set[str],
    friends: Mapping[str, set[str]],
    found: list[frozenset[str]],
) -> None:
    """Find all cliques after Bron and Kerbosch, with a pivot."""
    if not candidates and not seen:
        found.append(clique)
        return
    pivot = max(candidates | seen, key=lambda key: len(friends[key] & candidates))
    for key in sorted(candidates - friends[pivot]):
        _grow(clique | {key}, candidates & friends[key], seen & friends[key], friends, found)
        candidates.discard(key)
        seen.add(key)
