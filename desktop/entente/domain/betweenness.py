"""Which part of the shortest ways between two others leads through each person (Brandes).

The ways from many sources are followed at once, on whole arrays: that is as fast as rustworkx,
and unlike it lets the window go on meanwhile, since numpy leaves Python free while it reckons.

Places are ranked by their number of ties. So those who have a third neighbour, say, are the
first of all, and adding up over neighbours is a few additions of long runs of rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

_Floats: TypeAlias = npt.NDArray[np.float64]
_Places: TypeAlias = npt.NDArray[np.intp]

#: Bytes an array may take up: what a processor keeps at hand.
_BLOCK: Final = 512 * 1024
#: How many sources are followed at once, at the least and at the most.
_FEWEST: Final = 16
_MOST: Final = 64
#: Where no more places than this have a further neighbour, each adds up its own.
_FEW: Final = 8


@dataclass(frozen=True, slots=True)
class _Ties:
    """Who is next to whom; places without a tie are left out.

    Attributes:
        places: The place behind each rank, most ties first.
        ends: Both ends of each tie, twice, as ranks: from where and to where.
        columns: The first neighbour of all, the second of those who have two, and so on.
        hubs: The few who have more, each with the other neighbours.
    """

    places: _Places
    ends: tuple[_Places, _Places]
    columns: Sequence[_Places]
    hubs: Sequence[tuple[int, _Places]]


@dataclass(frozen=True, slots=True)
class _Wave:
    """Who is reached in so many steps: a row each, a column a source; later rows are empty.

    Attributes:
        rows: The ranks reached from any source, in order.
        ways: How many shortest ways lead there, 0 from where they are not reached.
        share: 1/ways, and 0 again.
    """

    rows: _Places
    ways: _Floats
    share: _Floats


def betweenness(count: int, pairs: Sequence[tuple[int, int]]) -> list[float]:
    """Return the part of the shortest ways through each of `count` places, 0.0 to 1.0.

    Args:
        count: How many there are.
        pairs: The two ends of each tie; no pair twice, and nobody with themselves.
    """
    if not pairs:
        return [0.0] * count
    ties = _ranked(count, pairs)
    total = np.zeros(count)
    size = len(ties.places)
    width = min(max(_BLOCK // (8 * size), _FEWEST), _MOST)
    block = _Block(ties, width)
    for first in range(0, size, width):
        block.follow(np.arange(first, min(first + width, size)))
    total[ties.places] = block.through / max((count - 1) * (count - 2), 1)
    return [float(part) for part in total]


class _Block:
    """Follows the ways from some sources at a time, with the same arrays each time.

    Attributes:
        through: Of each rank, the ways through it from the sources that have been followed.
    """

    def __init__(self, ties: _Ties, width: int) -> None:
        shape = len(ties.places), width
        self.through = np.zeros(shape[0])
        self._ties = ties
        self._sizes = [len(column) for column in ties.columns[1:]]
        self._ones = np.ones(width)
        # What each rank hands on to its neighbours; all zero between two steps.
        self._given = np.zeros(shape)
        self._unseen = np.empty(shape)
        self._scratch = np.empty(shape)
        self._added = np.empty(shape)
        self._is_reached = np.empty(shape, dtype=np.bool_)
        # New arrays would cost more than what is reckoned in them.
        self._spare: list[_Floats] = []

    def follow(self, sources: _Places) -> None:
        """Add the ways from these sources, as many as there are columns or fewer."""
        waves = self._out(sources)
        if not waves:
            return
        # Back from the farthest: each hands what leads through or ends there to those before,
        # by the share of ways that come from them.
        last = waves.pop()
        rows, given = last.rows, last.share[: len(last.rows)]
        while waves:
            self._given[rows] = given
            self._free(last)
            last = waves.pop()
            leading = self._sums(last.rows, self._scratch)
            self._given[rows] = 0
            leading *= last.ways[: len(last.rows)]
            self.through[last.rows] += leading @ self._ones
            leading += 1
            leading *= last.share[: len(last.rows)]
            rows, given = last.rows, leading
        self._free(last)

    def _out(self, sources: _Places) -> list[_Wave]:
        """Return who is reached in one step, in two, and so on."""
        columns = np.arange(len(sources))
        self._unseen.fill(0)
        self._unseen[:, columns] = 1
        self._unseen[sources, columns] = 0
        left = self._unseen @ self._ones
        self._given[sources, columns] = 1
        rows, waves = sources, list[_Wave]()
        while True:
            near = self._near(rows, left)
            whole = self._taken()
            ways = self._sums(near, whole)
            self._given[rows] = 0
            unseen = self._scratch[: len(near)]
            self._unseen.take(near, axis=0, out=unseen, mode="clip")
            ways *= unseen
            is_reached = np.greater(ways, 0, out=self._is_reached[: len(near)])
            if not is_reached.any():
                self._spare.append(whole)
                return waves
            unseen -= is_reached
            self._unseen[near] = unseen
            left[near] = unseen @ self._ones
            waves.append(_Wave(near, whole, self._taken()))
            share = np.maximum(ways, 1, out=waves[-1].share[: len(near)])
            np.divide(is_reached, share, out=share)
            self._given[near] = ways
            rows = near

    def _near(self, rows: _Places, left: _Floats) -> _Places:
        """Return the neighbours of `rows` that some source has not reached yet."""
        is_here = np.zeros(len(left), dtype=np.bool_)
        is_here[rows] = True
        is_near = np.zeros(len(left), dtype=np.bool_)
        source, target = self._ties.ends
        is_near[target[is_here[source]]] = True
        is_near &= left > 0
        return np.flatnonzero(is_near)

    def _sums(self, rows: _Places, out: _Floats) -> _Floats:
        """Return what is given to each of `rows` by its neighbours, in the first rows of `out`."""
        sums = out[: len(rows)]
        first, *further = self._ties.columns
        self._given.take(first[rows], axis=0, out=sums, mode="clip")
        for column, size in zip(further, rows.searchsorted(self._sizes), strict=True):
            added, sum_ = self._added[:size], sums[:size]
            self._given.take(column[rows[:size]], axis=0, out=added, mode="clip")
            np.add(sum_, added, out=sum_)
        for rank, neighbours in self._ties.hubs:
            # The ranks of the few are the first, so a hub that is there is at its rank or before.
            here = np.flatnonzero(rows[: rank + 1] == rank)
            sums[here] += self._given[neighbours].sum(axis=0)
        return sums

    def _taken(self) -> _Floats:
        return self._spare.pop() if self._spare else np.empty(self._given.shape)

    def _free(self, wave: _Wave) -> None:
        self._spare += [wave.ways, wave.share]


def _ranked(count: int, pairs: Sequence[tuple[int, int]]) -> _Ties:
    """Return who is next to whom."""
    ends = np.array(pairs, dtype=np.intp).reshape(-1, 2)
    degrees = np.bincount(ends.ravel(), minlength=count)
    places = np.argsort(-degrees, kind="stable")
    rank = np.empty(count, dtype=np.intp)
    rank[places] = np.arange(count)
    source = rank[np.concatenate((ends[:, 0], ends[:, 1]))]
    target = rank[np.concatenate((ends[:, 1], ends[:, 0]))]
    order = np.argsort(source, kind="stable")
    source, target = source[order], target[order]
    sizes = degrees[places]
    starts = np.cumsum(sizes) - sizes
    columns = [target[starts[sizes > 0]]]
    while (many := np.count_nonzero(sizes > len(columns))) > _FEW:
        columns.append(target[starts[:many] + len(columns)])
    hubs = [
        (hub, target[starts[hub] + len(columns) : starts[hub] + sizes[hub]]) for hub in range(many)
    ]
    return _Ties(places[sizes > 0], (source, target), columns, hubs)
