"""Places whose distances are those of the steps between people: MDS, then majorisation."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from entente.domain.distances import distances

if TYPE_CHECKING:
    from entente.domain.distances import Floats

#: Places that all others are measured from in the first picture.
PIVOTS: Final = 64
#: Beyond this many people the first picture is the last.
REFINED_MAX: Final = 1_500

_STEPS: Final = 60
#: Steps of the solvers inside a step.
_GRADIENTS: Final = 6
_TURNS: Final = 40
#: A step that makes it better by less than this part is the last.
_ENOUGH: Final = 3e-3
_NEAR: Final = 1e-9


def first_picture(count: int, pairs: Sequence[tuple[int, int]]) -> "Floats":
    """Return places for those of one component by pivot MDS, in steps between neighbours."""
    import numpy as np  # noqa: PLC0415  # when first asked

    if count < 3:
        return np.array([[number - (count - 1) / 2, 0.0] for number in range(count)])
    pivots = np.unique(np.linspace(0, count - 1, min(PIVOTS, count)).astype(int))
    squares = distances(count, pairs, [int(pivot) for pivot in pivots]) ** 2
    level = squares.mean(axis=0) + squares.mean(axis=1)[:, None] - squares.mean()
    centred: Floats = (level - squares) / 2
    places = _times(centred, _directions(_times(centred.T, centred)))
    for axis in range(2):
        # Of the two directions an axis may have, always the same one.
        leader = np.argmax(np.abs(places[:, axis]))
        places[:, axis] *= np.sign(places[leader, axis]) or 1.0
    places += _apart(count) * np.abs(places).max()
    return _in_steps(places, pairs)


def majorised(
    places: "Floats", pairs: Sequence[tuple[int, int]], fixed: Sequence[int]
) -> Iterator["Floats"]:
    """Yield better and better places, those of `fixed` always where they were.

    Each step lowers the stress, the sum of (distance drawn/steps − 1)² over all pairs.
    """
    import numpy as np  # noqa: PLC0415  # when first asked

    count = len(places)
    free = np.setdiff1d(np.arange(count), np.array(fixed, dtype=np.intp))
    if not len(free) or count < 3:
        return
    steps = distances(count, pairs, range(count))
    np.fill_diagonal(steps, 1.0)
    inverse = 1 / steps
    np.fill_diagonal(inverse, 0.0)
    weights = inverse**2
    matrix = np.diag(weights.sum(axis=1)) - weights
    held = np.array(fixed, dtype=np.intp)
    inner, outer = matrix[np.ix_(free, free)], matrix[np.ix_(free, held)]
    before = np.inf
    for _ in range(_STEPS):
        apart = _drawn(places)
        stress = float((weights * (apart - steps) ** 2).sum()) / 2
        if before - stress < _ENOUGH * stress:
            return
        before = stress
        pull = -inverse / np.maximum(apart, _NEAR)
        np.fill_diagonal(pull, -pull.sum(axis=1))
        wanted = _times(pull, places)[free] - _times(outer, places[held])
        places = places.copy()
        places[free] = _nearer(inner, wanted, places[free])
        yield places


def _directions(matrix: "Floats") -> "Floats":
    """Return the two directions in which most of a symmetric matrix lies, by iteration."""
    import numpy as np  # noqa: PLC0415  # when first asked

    found = np.zeros((len(matrix), 2))
    start = np.cos(np.arange(len(matrix)) + 1.0)
    for axis in range(2):
        vector = start[:, None].copy()
        for _ in range(_TURNS):
            vector = _times(matrix, vector)
            # Not back into the direction found first.
            vector -= (found * (found * vector).sum(axis=0)).sum(axis=1, keepdims=True)
            vector /= max(float(np.sqrt((vector**2).sum())), _NEAR)
        found[:, axis] = vector[:, 0]
    return found


def _nearer(matrix: "Floats", wanted: "Floats", places: "Floats") -> "Floats":
    """Return places with `matrix` · places nearer to `wanted`, by conjugate gradients.

    A few steps do: each lowers what majorisation lowers, and the next begins from there.
    """
    import numpy as np  # noqa: PLC0415  # when first asked

    scale = 1 / np.maximum(np.diag(matrix), _NEAR)[:, None]
    rest = wanted - _times(matrix, places)
    way = eased = scale * rest
    size = (rest * eased).sum(axis=0)
    for _ in range(_GRADIENTS):
        ahead = _times(matrix, way)
        reach = size / np.maximum((way * ahead).sum(axis=0), _NEAR)
        places = places + reach * way
        rest = rest - reach * ahead
        eased = scale * rest
        before, size = size, (rest * eased).sum(axis=0)
        way = eased + size / np.maximum(before, _NEAR) * way
    return places


def _drawn(places: "Floats") -> "Floats":
    import numpy as np  # noqa: PLC0415  # when first asked

    across, down = (np.subtract.outer(column, column) for column in places.T)
    drawn: Floats = np.sqrt(across * across + down * down)
    return drawn


def _times(matrix: "Floats", places: "Floats") -> "Floats":
    """Return the product without the threads of BLAS.

    For two columns they gain nothing, and where the computer is busy they wait for each
    other: ten times longer has been seen.
    """
    import numpy as np  # noqa: PLC0415  # when first asked

    # Rows by rows: ten times quicker than rows by columns.
    product: Floats = np.einsum("ij,kj->ik", matrix, np.ascontiguousarray(places.T))
    return product


def _in_steps(places: "Floats", pairs: Sequence[tuple[int, int]]) -> "Floats":
    """Return places scaled so that neighbours are one apart on average."""
    import numpy as np  # noqa: PLC0415  # when first asked

    ends = np.array(pairs)
    usual = np.linalg.norm(places[ends[:, 0]] - places[ends[:, 1]], axis=1).mean()
    scaled: Floats = places / max(usual, _NEAR)
    return scaled


def _apart(count: int) -> "Floats":
    """Return a little spiral: those whom the steps do not tell apart must not coincide."""
    import numpy as np  # noqa: PLC0415  # when first asked

    turn = np.arange(count) * np.pi * (3 - np.sqrt(5))
    reach = 1e-3 * np.sqrt((np.arange(count) + 1) / count)
    return np.column_stack((reach * np.cos(turn), reach * np.sin(turn)))
