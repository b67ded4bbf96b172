"""MACTOR: who can weigh on whom, where each stands, and what follows from the two.

The method is Bourse and Godet's (Matrice des Alliances et Conflits, Tactiques, Objectifs
et Recommandations). A question nobody has answered counts as 0 until it is answered.
Matrices are tuples of rows; actors and objectives keep the order they are given in.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

Row: TypeAlias = tuple[float, ...]
Matrix: TypeAlias = tuple[Row, ...]
#: Answers as they were given, None for a question not answered yet.
Answers: TypeAlias = Sequence[Sequence[int | None]]

#: Orders of convergence and divergence: by sign, by stance, by stance and weight.
ORDERS: Final = (1, 2, 3)


class Place(StrEnum):
    """Where an actor lies on the plane of influence and dependence."""

    DOMINANT = "dominant"
    RELAY = "relay"
    DOMINATED = "dominated"
    AUTONOMOUS = "autonomous"


@dataclass(frozen=True, slots=True)
class Mobilisation:
    """How much is at stake on one objective, each stance counted with its actor's weight."""

    pros: float
    cons: float

    @property
    def total(self) -> float:
        """What the objective mobilises, for and against together."""
        return self.pros + self.cons


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything MACTOR works out.

    Attributes:
        midi: Direct and indirect influences (`direct_and_indirect`).
        strongest: Strongest way of one actor to another (MMIDI).
        net: What each weighs on each more than the reverse (NS).
        influence, dependence: Iᵢ and Dᵢ of each actor.
        raw: rᵢ, before it is scaled.
        weights: rᵢ*, 1 on average.
        places: Where each actor lies on the plane.
        positions: 1MAO, 2MAO and 3MAO by their order, a row an actor.
        mobilisation: Of each objective, from 3MAO.
        convergence, divergence: nCAA and nDAA by their order.
        ambivalence: EQᵢ of each actor by order, from 0 to 1.
    """

    midi: Matrix
    strongest: Matrix
    net: Matrix
    influence: Row
    dependence: Row
    raw: Row
    weights: Row
    places: tuple[Place, ...]
    positions: dict[int, Matrix]
    mobilisation: tuple[Mobilisation, ...]
    convergence: dict[int, Matrix]
    divergence: dict[int, Matrix]
    ambivalence: dict[int, Row]


def analyse(influences: Answers, stances: Answers) -> Analysis:
    """Return all that follows from the answers.

    Args:
        influences: MID, a row for who weighs and a column for on whom; 0 to 4.
        stances: 2MAO, a row for each actor and a column for each objective; −4 to +4.
    """
    mid = influence_matrix(influences)
    midi = direct_and_indirect(mid)
    influence, dependence = influence_and_dependence(midi)
    raw = relative_force(midi)
    weights = scaled(raw)
    second = tuple(tuple(answer or 0 for answer in row) for row in stances)
    positions = {1: signs(second), 2: second, 3: weighted(second, weights)}
    agreed = {order: convergence(positions[order]) for order in ORDERS}
    opposed = {order: divergence(positions[order]) for order in ORDERS}
    return Analysis(
        midi=midi,
        strongest=strongest_ways(mid),
        net=net_scale(midi),
        influence=influence,
        dependence=dependence,
        raw=raw,
        weights=weights,
        places=places(influence, dependence),
        positions=positions,
        mobilisation=mobilisation(positions[3]),
        convergence=agreed,
        divergence=opposed,
        ambivalence={order: ambivalence(agreed[order], opposed[order]) for order in ORDERS},
    )


def influence_matrix(influences: Answers) -> Matrix:
    """Return MID with 0 for what is unanswered, and on the diagonal.

    0 nothing, 1 daily workings, 2 projects, 3 missions, 4 existence (Godet, outputs of the
    Mactor software).
    """
    return tuple(
        tuple(0 if i == j else answer or 0 for j, answer in enumerate(row))
        for i, row in enumerate(influences)
    )


def direct_and_indirect(mid: Matrix) -> Matrix:
    """Return MIDI: MIDᵢⱼ + Σₖ min(MIDᵢₖ, MIDₖⱼ).

    An indirect influence is as strong as the weaker of its two steps (as implemented in
    the open-source `mactor.rb` of llosimura/tio).
    """
    columns = tuple(zip(*mid, strict=True))
    return tuple(
        tuple(
            direct + sum(map(min, row, column)) for direct, column in zip(row, columns, strict=True)
        )
        for row in mid
    )


def strongest_ways(mid: Matrix) -> Matrix:
    """Return MMIDI: max(MIDᵢⱼ, maxₖ min(MIDᵢₖ, MIDₖⱼ)), with 0 on the diagonal (same source)."""
    columns = tuple(zip(*mid, strict=True))
    return tuple(
        tuple(
            0 if i == j else max(row[j], max(map(min, row, columns[j]), default=0))
            for j in range(len(row))
        )
        for i, row in enumerate(mid)
    )


def net_scale(midi: Matrix) -> Matrix:
    """Return NS: MIDIᵢⱼ − MIDIⱼᵢ."""
    columns = tuple(zip(*midi, strict=True))
    return tuple(
        tuple(mine - theirs for mine, theirs in zip(row, column, strict=True))
        for row, column in zip(midi, columns, strict=True)
    )


def influence_and_dependence(midi: Matrix) -> tuple[Row, Row]:
    """Return Iᵢ = Σⱼ≠ᵢ MIDIᵢⱼ and Dᵢ = Σⱼ≠ᵢ MIDIⱼᵢ."""
    diagonal = [row[i] for i, row in enumerate(midi)]
    influence = tuple(sum(row) - own for row, own in zip(midi, diagonal, strict=True))
    columns = zip(*midi, strict=True)
    dependence = tuple(sum(column) - own for column, own in zip(columns, diagonal, strict=True))
    return influence, dependence


def relative_force(midi: Matrix) -> Row:
    """Return rᵢ = ((Iᵢ − MIDIᵢᵢ) / ΣI) · (Iᵢ / (Iᵢ + Dᵢ)).

    What an actor weighs without what comes back to it, reduced by how much it depends
    (same source). Where nobody weighs on anybody it is 0.
    """
    influence, dependence = influence_and_dependence(midi)
    back = [row[i] for i, row in enumerate(midi)]
    return forces(influence, dependence, back)


def scaled(raw: Row) -> Row:
    """Return rᵢ* = n·rᵢ / Σr, which is 1 on average; 1 for all where there is no difference."""
    whole = sum(raw)
    if whole <= 0:
        return tuple(1.0 for _each in raw)
    return tuple(len(raw) * each / whole for each in raw)


def places(influence: Row, dependence: Row) -> tuple[Place, ...]:
    """Return where actors lie on the plane, cut at the means.

    More influence than the mean and not more dependence is dominant, more of both a relay,
    more dependence alone dominated, neither autonomous.
    """
    count, whole, whole_dependence = len(influence), sum(influence), sum(dependence)
    found = {
        (True, False): Place.DOMINANT,
        (True, True): Place.RELAY,
        (False, True): Place.DOMINATED,
        (False, False): Place.AUTONOMOUS,
    }
    return tuple(
        # Whole numbers times the count: the mean itself may not be a whole number.
        found[mine * count > whole, depends * count > whole_dependence]
        for mine, depends in zip(influence, dependence, strict=True)
    )


def signs(stances: Matrix) -> Matrix:
    """Return 1MAO: −1 against, 0 indifferent, 1 for."""
    return tuple(tuple((x > 0) - (x < 0) for x in row) for row in stances)


def weighted(stances: Matrix, weights: Row) -> Matrix:
    """Return 3MAO: 2MAO times rᵢ* of the actor."""
    return tuple(
        tuple(x * weight for x in row) for row, weight in zip(stances, weights, strict=True)
    )


def mobilisation(positions: Matrix) -> tuple[Mobilisation, ...]:
    """Return for each objective the sums for and against it."""
    return tuple(
        Mobilisation(sum(x for x in column if x > 0), -sum(x for x in column if x < 0))
        for column in zip(*positions, strict=True)
    )


def convergence(positions: Matrix) -> Matrix:
    """Return nCAA: Σₖ ½(|xᵢₖ| + |xⱼₖ|) over the objectives two actors see alike."""
    return _shared(positions, lambda product: product > 0)


def divergence(positions: Matrix) -> Matrix:
    """Return nDAA: Σₖ ½(|xᵢₖ| + |xⱼₖ|) over the objectives two actors are opposed on."""
    return _shared(positions, lambda product: product < 0)


def ambivalence(agreed: Matrix, opposed: Matrix) -> Row:
    """Return EQᵢ = 1 − Σₖ|CAAᵢₖ − DAAᵢₖ| / Σₖ(CAAᵢₖ + DAAᵢₖ).

    1 is somebody who agrees and disagrees with everybody alike; 0 has only allies or only
    opponents in each of the others, or no common ground with anybody at all.
    """
    found = []
    for for_, against in zip(agreed, opposed, strict=True):
        whole = sum(for_) + sum(against)
        apart = sum(abs(c - d) for c, d in zip(for_, against, strict=True))
        # Sums taken in another order may differ in the last digit.
        found.append(max(0.0, 1 - apart / whole) if whole else 0.0)
    return tuple(found)


def forces(influence: Sequence[float], dependence: Sequence[float], back: Sequence[float]) -> Row:
    """Return rᵢ from Iᵢ, Dᵢ and MIDIᵢᵢ, as `relative_force` has it."""
    whole = sum(influence)
    if not whole:
        return tuple(0.0 for _each in influence)
    return tuple(
        (mine - own) / whole * (mine / (mine + depends)) if mine else 0.0
        for mine, depends, own in zip(influence, dependence, back, strict=True)
    )


def _shared(positions: Matrix, counts: Callable[[float], bool]) -> Matrix:
    # The sign is what decides: the product of two small numbers may vanish.
    direction = signs(positions)
    return tuple(
        tuple(
            0.0
            if i == j
            else sum(
                (abs(x) + abs(y)) / 2
                for x, y, s, t in zip(mine, theirs, direction[i], direction[j], strict=True)
                if counts(s * t)
            )
            for j, theirs in enumerate(positions)
        )
        for i, mine in enumerate(positions)
    )
