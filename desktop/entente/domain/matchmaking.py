"""Who had better meet: two actors, what they have in common, and what lies between them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from heapq import nsmallest
from itertools import combinations
from types import MappingProxyType
from typing import Final

from entente.domain.relation import STRONG


class Gap(StrEnum):
    """What is wanting between two actors."""

    BROKEN = "broken"
    STRAINED = "strained"
    ABSENT = "absent"
    NEUTRAL = "neutral"


#: What each gap counts. A broken relation comes before one that never was: it costs daily.
GAP_POINTS: Final = MappingProxyType(
    {Gap.BROKEN: 4, Gap.STRAINED: 3, Gap.ABSENT: 2, Gap.NEUTRAL: 1}
)
#: More common ground than this adds nothing: one thing wanted together is enough to meet.
GROUND_MAX: Final = 3


class GroundKind(StrEnum):
    """What speaks for two actors to meet: most often what they have in common.

    The last is not: two who see the project too differently had better speak of it.
    """

    CAUSE = "cause"
    FOR = "for"
    AGAINST = "against"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Ground:
    """Something several actors have in common, or have to speak of.

    Attributes:
        key: Key of the common cause or of the objective, or what they are to speak of.
        people: Keys of the actors who carry the cause, stand on the same side, or are far apart.
    """

    kind: GroundKind
    key: str
    people: frozenset[str]


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation, as far as it is known.

    Attributes:
        quality: From −2 to +2.
        connection: From 0 (unknown to each other) to 6.
        dependence: How far the first depends on the second, 0 to 2.
        dependence_back: How far the second depends on the first, 0 to 2.
    """

    first: str
    second: str
    quality: int | None = None
    connection: int | None = None
    dependence: int | None = None
    dependence_back: int | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """Two actors for whom a meeting would help, and why.

    Attributes:
        first, second: Their keys, in the order they were given.
        gap: What is wanting between them; None where they get on.
        grounds: What they have in common, common causes first.
        dependence: How far the first depends on the second, 0 to 2.
        dependence_back: How far the second depends on the first, 0 to 2.
        known: Whether a relation is noted at all.
    """

    first: str
    second: str
    gap: Gap | None
    grounds: tuple[Ground, ...] = field(default=(), repr=False)
    dependence: int = 0
    dependence_back: int = 0
    known: bool = True

    @property
    def gap_points(self) -> int:
        """What the gap counts, 1 to 4; 0 where they get on."""
        return GAP_POINTS[self.gap] if self.gap else 0

    @property
    def ground_points(self) -> int:
        """One, and one more for each reason to meet up to three."""
        return 1 + min(len(self.grounds), GROUND_MAX)

    @property
    def need_points(self) -> int:
        """One, and one more for each degree of dependence either way: 1 to 5."""
        return 1 + self.dependence + self.dependence_back

    @property
    def score(self) -> int:
        """The product of the three: up to 80; 0 where they get on."""
        return self.gap_points * self.ground_points * self.need_points

    @property
    def is_worth_while(self) -> bool:
        """Whether something is wanting and something speaks for meeting."""
        return self.gap is not None and self.ground_points * self.need_points > 1

    @property
    def is_mutual(self) -> bool:
        """Whether each depends on the other."""
        return bool(self.dependence and self.dependence_back)

    @property
    def is_strong(self) -> bool:
        """Whether whoever depends does so strongly."""
        if self.is_mutual:
            return min(self.dependence, self.dependence_back) >= STRONG
        return max(self.dependence, self.dependence_back) >= STRONG


def matches(
    people: Sequence[str],
    ties: Iterable[Tie],
    grounds: Iterable[Ground],
    barred: Collection[frozenset[str]] = frozenset(),
    most: int | None = None,
) -> list[Match]:
    """Return the pairs for whom a meeting would help, the highest score first.

    A pair counts when its relation is broken, strained, neutral or absent, and there is a
    reason to meet: something in common, a topic they see too differently, or one depends on the
    other. Of two relations
    between the same two the worse quality and the stronger dependence hold.

    Args:
        people: Keys of all actors; of two, the one given first comes first.
        ties: Their relations; one with somebody unknown or with oneself is left out.
        grounds: What some have in common.
        barred: Pairs who are not to be brought together now.
        most: How many to return at most; None for all.
    """
    order = {key: place for place, key in enumerate(people)}
    known = _ties_by_pair(ties, order)
    shared = _grounds_by_pair(grounds, order)
    found = (
        _match(pair, known.get(pair), shared.get(pair, ()))
        for pair in known.keys() | shared.keys()
        if not barred or frozenset(pair) not in barred
    )
    worth_while = (match for match in found if match.is_worth_while)
    return nsmallest(
        len(known.keys() | shared.keys()) if most is None else most,
        worth_while,
        key=lambda match: (-match.score, order[match.first], order[match.second]),
    )


def compare(first: str, second: str, ties: Iterable[Tie], grounds: Iterable[Ground]) -> Match:
    """Return what lies between two actors, whether or not they had better meet."""
    order = {first: 0, second: 1}
    pair = (first, second)
    return _match(
        pair, _ties_by_pair(ties, order).get(pair), _grounds_by_pair(grounds, order).get(pair, ())
    )


def gap_of(quality: int | None, connection: int | None = None) -> Gap | None:
    """Return what is wanting in a relation that is noted; None where it is good.

    Who never met have no quality yet, whatever was written.
    """
    if connection == 0:
        return Gap.ABSENT
    if quality is None:
        return Gap.NEUTRAL
    if quality > 0:
        return None
    return (Gap.NEUTRAL, Gap.STRAINED, Gap.BROKEN)[-quality]


def _ties_by_pair(ties: Iterable[Tie], order: Mapping[str, int]) -> dict[tuple[str, str], Tie]:
    found: dict[tuple[str, str], Tie] = {}
    for tie in ties:
        if tie.first == tie.second or not {tie.first, tie.second} <= order.keys():
            continue
        one = tie if order[tie.first] < order[tie.second] else _turned(tie)
        pair = (one.first, one.second)
        found[pair] = _worse(found[pair], one) if pair in found else one
    return found


def _turned(tie: Tie) -> Tie:
    return Tie(
        tie.second,
        tie.first,
        tie.quality,
        tie.connection,
        dependence=tie.dependence_back,
        dependence_back=tie.dependence,
    )


def _worse(one: Tie, other: Tie) -> Tie:
    return Tie(
        one.first,
        one.second,
        min(_given(one.quality, other.quality), default=None),
        max(_given(one.connection, other.connection), default=None),
        max(_given(one.dependence, other.dependence), default=None),
        max(_given(one.dependence_back, other.dependence_back), default=None),
    )


def _given(*values: int | None) -> Iterator[int]:
    return (value for value in values if value is not None)


def _grounds_by_pair(
    grounds: Iterable[Ground], order: Mapping[str, int]
) -> dict[tuple[str, str], tuple[Ground, ...]]:
    kinds = list(GroundKind)
    found: dict[tuple[str, str], tuple[Ground, ...]] = {}
    for ground in sorted(grounds, key=lambda ground: kinds.index(ground.kind)):
        together = sorted(ground.people & order.keys(), key=order.__getitem__)
        for pair in combinations(together, 2):
            found[pair] = (*found.get(pair, ()), ground)
    return found


def _match(pair: tuple[str, str], tie: Tie | None, grounds: tuple[Ground, ...]) -> Match:
    if tie is None:
        return Match(*pair, Gap.ABSENT, grounds, known=False)
    gap = gap_of(tie.quality, tie.connection)
    return Match(*pair, gap, grounds, tie.dependence or 0, tie.dependence_back or 0)
