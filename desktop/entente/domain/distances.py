"""How many steps lie between people, for all of them at once.

Everybody looks one step further at a time; who has been seen by whom is kept in bits, so that
a step costs a few operations on whole arrays, whatever the number of people.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Bits: TypeAlias = npt.NDArray[np.uint64]
    Floats: TypeAlias = npt.NDArray[np.float64]
    Places: TypeAlias = npt.NDArray[np.intp]

#: Bytes that one step may take up.
_BLOCK: Final = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Ways:
    """Who is next to whom, everybody next to themselves; `ways` makes one.

    Attributes:
        count: How many there are.
        targets: The neighbours of the first, those of the second, and so on.
        starts: Where in `targets` those of each begin.
    """

    count: int
    targets: "Places"
    starts: "Places"

    @property
    def width(self) -> int:
        """How many sources can be followed at a time."""
        return max(_BLOCK // (8 * max(len(self.targets), 1)), 1) * 64


def ways(count: int, pairs: Sequence[tuple[int, int]]) -> Ways:
    """Return who is next to whom among `count` places, both ways."""
    import numpy as np  # noqa: PLC0415  # when first asked

    ends = np.array(pairs, dtype=np.intp).reshape(-1, 2)
    itself = np.arange(count)
    source = np.concatenate((ends[:, 0], ends[:, 1], itself))
    target = np.concatenate((ends[:, 1], ends[:, 0], itself))
    order = np.argsort(source, kind="stable")
    return Ways(count, target[order], np.searchsorted(source[order], itself))


def waves(known: Ways, sources: "Places") -> "Iterator[Bits]":
    """Yield, a step further each time, which of the sources each place can be reached from.

    Bit `n` of a row stands for source `n`. The first wave is before any step; the last is
    followed by none that would be different.
    """
    import numpy as np  # noqa: PLC0415  # when first asked

    seen = np.zeros((known.count, (len(sources) + 63) // 64), dtype=np.uint64)
    bit = np.arange(len(sources))
    seen[sources, bit >> 6] = np.uint64(1) << (bit & 63).astype(np.uint64)
    yield seen
    while True:
        handed = seen.take(known.targets, axis=0, mode="clip")
        further = np.bitwise_or.reduceat(handed, known.starts, axis=0)
        if np.array_equal(further, seen):
            return
        seen = further
        yield seen


def harmonic(count: int, pairs: Sequence[tuple[int, int]]) -> list[float]:
    """Return the sum of 1/distance from each place to all others it can reach."""
    import numpy as np  # noqa: PLC0415  # when first asked

    if not count:
        return []
    known = ways(count, pairs)
    sums = np.zeros(count)
    for first in range(0, count, known.width):
        sources = np.arange(first, min(first + known.width, count))
        before = None
        for distance, seen in enumerate(waves(known, sources)):
            now = np.bitwise_count(seen).sum(axis=1, dtype=np.int64)
            if before is not None:
                sums += (now - before) / distance
            before = now
    return [float(total) for total in sums]


def distances(count: int, pairs: Sequence[tuple[int, int]], sources: Sequence[int]) -> "Floats":
    """Return the steps from each place to each source, infinite where there is no way.

    Returns:
        One row a place, one column a source.
    """
    import numpy as np  # noqa: PLC0415  # when first asked

    known = ways(count, pairs)
    found = np.zeros((count, len(sources)))
    chosen = np.array(sources, dtype=np.intp)
    for first in range(0, len(sources), known.width):
        block = chosen[first : first + known.width]
        steps = found[:, first : first + len(block)]
        missing = np.ones(steps.shape, dtype=np.bool_)
        for seen in waves(known, block):
            octets = seen.astype("<u8", copy=False).view(np.uint8)
            bits = np.unpackbits(octets, axis=1, count=len(block), bitorder="little")
            missing = bits == 0
            # One more for whoever this wave has not reached.
            steps += missing
        steps[missing] = np.inf
    return found
