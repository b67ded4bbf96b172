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
#: A step that makes it better by less than this part is the last.
_ENOUGH: Final = 1e-3
_NEAR: Final = 1e-9


def first_picture(count: int, pairs: Sequence[tuple[int, int]]) -> "Floats":
    """Return places for those of one component by pivot MDS, in steps between neighbours."""
    import numpy as np  # noqa: PLC0415  # when first asked

    if count < 3:
        return np.array([[number - (count - 1) / 2, 0.0] for number in range(count)])
    pivots = np.unique(np.linspace(0, count - 1, min(PIVOTS, count)).astype(int))
    squares = distances(count, pairs, [int(pivot) for pivot in pivots]) ** 2
    level = squares.mean(axis=0) + squares.mean(axis=1)[:, None] - squares.mean()
    centred = (level - squares) / 2
    _values, vectors = np.linalg.eigh(centred.T @ centred)
    places = centred @ vectors[:, [-1, -2]]
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
    held = places[fixed] if len(fixed) else None
    solver = np.linalg.inv(matrix[np.ix_(free, free)] if len(fixed) else matrix + 1 / count)
    before = np.inf
    for _ in range(_STEPS):
        apart = _drawn(places)
        stress = float((weights * (apart - steps) ** 2).sum()) / 2
        if before - stress < _ENOUGH * stress:
            return
        before = stress
        pull = -inverse / np.maximum(apart, _NEAR)
        np.fill_diagonal(pull, -pull.sum(axis=1))
        wanted = (pull @ places)[free]
        if held is not None:
            wanted -= matrix[np.ix_(free, np.array(fixed))] @ held
        places = places.copy()
        places[free] = solver @ wanted
        yield places


def _drawn(places: "Floats") -> "Floats":
    import numpy as np  # noqa: PLC0415  # when first asked

    squares = (places**2).sum(axis=1)
    apart: Floats = squares[:, None] + squares - 2 * (places @ places.T)
    np.fill_diagonal(apart, 0.0)
    return np.sqrt(np.maximum(apart, 0.0))


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
