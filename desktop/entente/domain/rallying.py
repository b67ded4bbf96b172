"""How far people converge on a cause, and who among them would carry it by nature."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from entente.domain.cause import STRENGTH_MAX
from entente.domain.network import Pair

#: Observed energy for the project from which somebody pulls others along.
SYNERGY_MIN: Final = 3


@dataclass(frozen=True, slots=True)
class Convergence:
    """How far the supporters of a cause pull the same way.

    Attributes:
        index: Sum of their strengths, those against counted below zero.
        most: What it would be if every one of them were strongly for it.
        favourable, opposed: How many are for it, and against it.
        unsaid: How many nobody has said the strength of; they count for nothing.
    """

    index: int
    most: int
    favourable: int
    opposed: int
    unsaid: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A supporter who might carry a cause.

    Attributes:
        strength: From −2 to +2; None where nobody said it.
        synergy: From 1 to 4; None where it was not judged.
        legitimacy: Whether the others accept that this person has a say; None likewise.
    """

    actor: str
    strength: int | None
    synergy: int | None
    legitimacy: bool | None


@dataclass(frozen=True, slots=True)
class Natural:
    """Somebody who would carry a cause by nature.

    Attributes:
        synergy: From 3 to 4.
        ties: With how many of the other supporters there is a relation.
        others: How many other supporters there are.
    """

    actor: str
    synergy: int
    ties: int
    others: int


def convergence(strengths: Iterable[int | None]) -> Convergence:
    """Return how far supporters converge, given the strength of each."""
    all_of_them = list(strengths)
    said = [strength for strength in all_of_them if strength is not None]
    return Convergence(
        index=sum(said),
        most=STRENGTH_MAX * len(said),
        favourable=sum(strength > 0 for strength in said),
        opposed=sum(strength < 0 for strength in said),
        unsaid=len(all_of_them) - len(said),
    )


def natural_champions(
    supporters: Sequence[Candidate], ties: Collection[Pair]
) -> tuple[Natural, ...]:
    """Return who would carry a cause by nature, the best connected first.

    Whoever is for it, has energy for the project, is accepted by the others, and has at least
    as many relations with other supporters as they have on average, and one at all.

    Args:
        supporters: Those of one cause.
        ties: Pairs of people who have a relation, in either order; of anybody.
    """
    counts = _ties_among([each.actor for each in supporters], ties)
    mean = sum(counts.values()) / len(counts) if counts else 0.0
    found = [
        (each, Natural(each.actor, each.synergy, counts[each.actor], len(counts) - 1))
        for each in supporters
        if each.synergy is not None
        and each.synergy >= SYNERGY_MIN
        and each.legitimacy
        and (each.strength is None or each.strength > 0)
        and counts[each.actor] >= max(mean, 1)
    ]
    found.sort(key=lambda one: (-one[1].ties, -one[1].synergy, -(one[0].strength or 0)))
    return tuple(natural for _candidate, natural in found)


def _ties_among(actors: Iterable[str], ties: Iterable[Pair]) -> Mapping[str, int]:
    """Return with how many of the others each has a tie."""
    known: dict[str, set[str]] = {actor: set() for actor in actors}
    for one, other in ties:
        if one != other and one in known and other in known:
            known[one].add(other)
            known[other].add(one)
    return {actor: len(others) for actor, others in known.items()}
