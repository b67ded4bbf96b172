"""Who stands where on a drawn sheet: tokens apart, crowds gathered, names clear of it all."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from entente_ui.actors.attempt import PITCH, Attempt
from entente_ui.actors.blocks import blocks
from entente_ui.actors.frame import Layout, Score
from entente_ui.actors.labelled import labelled
from entente_ui.actors.stands import Arrangement, Crowd, Stand

if TYPE_CHECKING:
    from entente.domain.placement import Point


def arrange(
    stands: Sequence[Stand], frame: Layout, radii: Sequence[float], halo: float = 0.0
) -> Arrangement:
    """Return where to put tokens and names.

    Args:
        stands: Those to be placed.
        frame: The sheet.
        radii: Sizes a token may have, the best first; the smallest is for crowds.
        halo: Width of what is drawn around a token and no name may touch.
    """
    cells: dict[Score, list[Stand]] = defaultdict(list)
    for stand in stands:
        cells[stand.score].append(stand)
    places = _best_places(frame, radii, halo, cells)
    if places.is_legible():
        return places.arrangement()
    return _in_blocks(stands, frame, radii[-1], halo)


def _best_places(
    frame: Layout, radii: Sequence[float], halo: float, cells: Mapping[Score, Sequence[Stand]]
) -> Attempt:
    """Return the places with the largest tokens that need not be gathered.

    Where names stand side by side, smaller tokens are better if more people have theirs then.
    """
    best: Attempt | None = None
    for radius in radii:
        places = Attempt(frame, radius, halo, cells)
        if best is None or (places.named, -len(places.gathered)) > (
            best.named,
            -len(best.gathered),
        ):
            best = places
        if not places.gathered and (not frame.is_airy or places.named == places.count):
            return places
    if best is None:
        raise ValueError("a token needs a size")
    return best if frame.is_airy else places


def _in_blocks(stands: Sequence[Stand], frame: Layout, radius: float, halo: float) -> Arrangement:
    """Arrange by blocks of positions: nothing covers anything, however small the grid."""
    lone: list[tuple[Stand, Point]] = []
    crowds: list[Crowd] = []
    for block in blocks(frame, PITCH * radius):
        members = [stand for stand in stands if stand.score in block.scores]
        if len(members) == 1:
            own = frame.point(members[0].score.up, members[0].score.across)
            lone.append((members[0], block.nearest(own, radius)))
        elif members:
            ((score, _count),) = Counter(stand.score for stand in members).most_common(1)
            crowds.append(Crowd(score, tuple(stand.key for stand in members), block.middle))
    return labelled(frame, radius, halo, lone, tuple(crowds))
