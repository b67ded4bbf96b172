"""Which single answer decides who weighs more: MACTOR's result put to the test."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from entente.domain.mactor import (
    Answers,
    Row,
    direct_and_indirect,
    forces,
    influence_and_dependence,
    influence_matrix,
    scaled,
)
from entente.domain.objective import STRENGTH_MAX

#: Weights closer than this count as equal.
_EQUAL: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Swing:
    """One answer about influence that decides the order of two actors.

    Attributes:
        source, target: Who weighs on whom, as places in the list of actors.
        before: The answer now, None if there is none.
        after: The answer that would change the order.
        risen, fallen: Who would pass before whom.
    """

    source: int
    target: int
    before: int | None
    after: int
    risen: int
    fallen: int


def sensitivity(influences: Answers) -> tuple[Swing, ...]:
    """Return each answer that would put one actor before another, were it 1 more or less.

    A question not answered yet is tried with every answer, beginning with the lowest. Of
    each question the first answer that changes the order is given, with the highest two
    actors it turns round. Those that touch the highest actors come first.
    """
    mid = [list(row) for row in influence_matrix(influences)]
    bench = _Bench(mid)
    order = bench.weights()
    rank = sorted(range(len(mid)), key=lambda i: (-order[i], i))
    place = {actor: number for number, actor in enumerate(rank)}
    found = []
    for i, row in enumerate(influences):
        for j, before in enumerate(row):
            if i == j:
                continue
            for after in _tried(before):
                turned = _turned(rank, order, bench.weights_with(i, j, after))
                if turned is not None:
                    found.append(Swing(i, j, before, after, *turned))
                    break
    return tuple(sorted(found, key=lambda swing: (place[swing.fallen], place[swing.risen])))


class _Bench:
    """MIDI kept in step with one changed answer at a time: only a row and a column move."""

    def __init__(self, mid: list[list[float]]) -> None:
        self._mid = mid
        midi = direct_and_indirect(tuple(map(tuple, mid)))
        influence, dependence = influence_and_dependence(midi)
        self._influence, self._dependence = list(influence), list(dependence)
        self._back = [row[i] for i, row in enumerate(midi)]

    def weights(self) -> Row:
        """Return rᵢ* as things are."""
        return scaled(forces(self._influence, self._dependence, self._back))

    def weights_with(self, i: int, j: int, value: float) -> Row:
        """Return rᵢ* if `i` weighed on `j` by `value`."""
        influence, dependence = list(self._influence), list(self._dependence)
        back, mid = list(self._back), self._mid
        old = mid[i][j]

        def move(a: int, b: int, by: float) -> None:
            if a == b:
                back[a] += by
            else:
                influence[a] += by
                dependence[b] += by

        move(i, j, value - old)
        for k in range(len(mid)):
            onward, inward = mid[j][k], mid[k][i]
            move(i, k, min(value, onward) - min(old, onward))
            move(k, j, min(inward, value) - min(inward, old))
        return scaled(forces(influence, dependence, back))


def _tried(answer: int | None) -> Sequence[int]:
    if answer is None:
        return range(1, STRENGTH_MAX + 1)
    return [value for value in (answer - 1, answer + 1) if 0 <= value <= STRENGTH_MAX]


def _turned(rank: Sequence[int], before: Row, after: Row) -> tuple[int, int] | None:
    """Return who passes before whom: the highest two, the one that rises first."""
    for number, higher in enumerate(rank):
        for lower in rank[number + 1 :]:
            ahead = before[higher] > before[lower] + _EQUAL
            if ahead and after[lower] > after[higher] + _EQUAL:
                return lower, higher
    return None
