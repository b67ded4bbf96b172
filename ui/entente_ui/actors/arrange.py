"""Who stands where on a drawn sheet: tokens apart, crowds gathered, names clear of it all."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from entente.domain.placement import (
    Box,
    Label,
    Point,
    Size,
    are_apart,
    around,
    place_labels,
    spread,
)
from entente_ui.actors.blocks import blocks
from entente_ui.actors.frame import Layout, Score

#: Distance of two tokens side by side, in radii.
_PITCH: Final = 2.14
#: Part of a cell by which a token may leave it and still be read as standing there.
_SLACK: Final = 0.08
#: The same, where it is one of two and its neighbours are in the way.
_FAR: Final = 0.6
#: A cell with this many is left to spread over its neighbours rather than gathered.
_PAIR: Final = 2
#: Cells in use from which on tokens have no room beyond their own.
_SPARSE: Final = 50
#: Tokens beyond which names are only shortened, and beyond which there are none at all:
#: looking for room where there is none takes long.
_BRIEF: Final = 70
_SILENT: Final = 130
#: How far below a token its name stands at the least, in radii with the mark around it.
_BELOW: Final = 1.1
#: Px that names side by side keep apart.
_NAME_GAP: Final = 4
#: Place and radius of the letter of the camp, in radii of the token.
BADGE_OFF: Final = 0.74
BADGE_SIZE: Final = 0.41


@dataclass(frozen=True, slots=True)
class Stand:
    """Somebody to be placed.

    Attributes:
        key: Key of the actor.
        score: The position.
        sizes: Sizes of the name, in full and shortened; none if it is not shown.
    """

    key: str
    score: Score
    sizes: tuple[Size, ...] = ()


@dataclass(frozen=True, slots=True)
class Crowd:
    """Those who share a position too small for them, or neighbouring ones, shown as one.

    Attributes:
        score: The position most of them have; no two crowds have the same.
    """

    score: Score
    keys: tuple[str, ...]
    point: Point


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Where everything goes.

    Attributes:
        radius: Of a token.
        points: Centre of each token that stands alone, by key of the actor.
        crowds: The others.
        labels: Place of each name that found one, by key of the actor.
    """

    radius: float
    points: Mapping[str, Point] = field(default_factory=dict)
    crowds: tuple[Crowd, ...] = ()
    labels: Mapping[str, Label] = field(default_factory=dict)


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
) -> "_Places":
    """Return the places with the largest tokens that need not be gathered.

    Where names stand side by side, smaller tokens are better if more people have theirs then.
    """
    best: _Places | None = None
    for radius in radii:
        places = _Places(frame, radius, halo, cells)
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
    for block in blocks(frame, _PITCH * radius):
        members = [stand for stand in stands if stand.score in block.scores]
        if len(members) == 1:
            own = frame.point(members[0].score.up, members[0].score.across)
            lone.append((members[0], block.nearest(own, radius)))
        elif members:
            ((score, _count),) = Counter(stand.score for stand in members).most_common(1)
            crowds.append(Crowd(score, tuple(stand.key for stand in members), block.middle))
    return _arrangement(frame, radius, halo, lone, tuple(crowds))


def _arrangement(
    frame: Layout,
    radius: float,
    halo: float,
    lone: Sequence[tuple[Stand, Point]],
    crowds: tuple[Crowd, ...],
) -> Arrangement:
    """Return these places, with a place for each name that finds one."""
    points = {stand.key: point for stand, point in lone}
    first = -1 if len(lone) > _BRIEF else 0
    named = [(stand, point) for stand, point in lone if stand.sizes]
    if not 0 < len(named) <= _SILENT:
        return Arrangement(radius, points, crowds)
    taken = [
        *frame.kept_clear(),
        *(around(each.point, radius) for each in crowds),
        *(badge_box(point, radius) for point in points.values()),
    ]
    labels: dict[str, Label] = {}
    for bounds, group in _by_room(frame, named):
        own = {stand.key for stand, _ in group}
        others = [around(point, radius) for key, point in points.items() if key not in own]
        found = place_labels(
            [point for _, point in group],
            radius + halo,
            [stand.sizes[first:] for stand, _ in group],
            bounds,
            (*taken, *others),
        )
        for (stand, _), label in zip(group, found, strict=True):
            if label is not None:
                choice = range(len(stand.sizes))[first:][label.choice]
                labels[stand.key] = replace(label, choice=choice)
                taken.append(label.box)
    return Arrangement(radius, points, crowds, labels)


def _by_room(
    frame: Layout, named: Sequence[tuple[Stand, Point]]
) -> Iterable[tuple[Box, Sequence[tuple[Stand, Point]]]]:
    """Return those whose names share a room, with that room.

    Where places are large a name belongs inside its own: outside it would tell of another.
    """
    if not frame.is_airy:
        return [(frame.names(named[0][0].score), named)]
    groups: dict[Score, list[tuple[Stand, Point]]] = defaultdict(list)
    for stand, point in named:
        groups[stand.score].append((stand, point))
    return [(frame.names(score), group) for score, group in groups.items()]


def badge_box(token: Point, radius: float) -> Box:
    """Return what the letter of the camp fills, on the upper right of a token."""
    x, y = token
    return around((x + radius * BADGE_OFF, y - radius * BADGE_OFF), radius * BADGE_SIZE)


class _Places:
    """An attempt with tokens of one size."""

    def __init__(
        self,
        frame: Layout,
        radius: float,
        halo: float,
        cells: Mapping[Score, Sequence[Stand]],
    ) -> None:
        self._frame = frame
        self._radius = radius
        self._halo = halo
        self._cells = cells
        self.count = sum(map(len, cells.values()))
        #: How many stand where there is room for their names, side by side.
        self.named = 0
        self._spare = 1 if len(cells) < _SPARSE else 0
        self.gathered: set[Score] = {
            score for score, members in cells.items() if len(members) > self._room(score)
        }
        self._lone: list[Stand] = []
        self._points: tuple[Point, ...] = ()
        self._spread()
        while crowded := self._strayed():
            self.gathered |= crowded
            self._spread()

    def arrangement(self) -> Arrangement:
        """Return the places, names included."""
        lone = list(zip(self._lone, self._points, strict=True))
        return _arrangement(self._frame, self._radius, self._halo, lone, self._crowds())

    def is_legible(self) -> bool:
        """Whether nothing covers anything, and everybody is near the position they have."""
        points = [*self._points, *(crowd.point for crowd in self._crowds())]
        if len(points) > _SILENT or not are_apart(points, self._radius):
            return len(points) > _SILENT
        tokens = [around(point, self._radius) for point in points]
        if any(token.overlaps(box) for token in tokens for box in self._frame.kept_clear()):
            return False
        return all(
            self._is_home(stand.score, point, _FAR)
            for stand, point in zip(self._lone, self._points, strict=True)
        )

    def _crowds(self) -> tuple[Crowd, ...]:
        return tuple(
            Crowd(score, tuple(stand.key for stand in self._cells[score]), self._middle(score))
            for score in sorted(self.gathered)
        )

    def _room(self, score: Score) -> int:
        """Return how many tokens a cell can hold: all of each, or on a sparse grid its centre."""
        pitch = _PITCH * self._radius
        spare = 0 if self._frame.is_airy else self._spare
        width, height = _extent(self._frame.cell(score))
        return max(_PAIR, (int(width // pitch) + spare) * (int(height // pitch) + spare))

    def _spread(self) -> None:
        self._lone = [
            stand
            for score, members in self._cells.items()
            if score not in self.gathered
            for stand in members
        ]
        self.named = 0
        wished = [self._middle(score) for score in self.gathered]
        crowds = len(wished)
        for score, members in self._cells.items():
            if score not in self.gathered:
                wished += self._side_by_side(score, members)
        room = self._bounds(inset=self._halo)
        placed = spread(wished, self._radius, room, self._frame.kept_clear())
        self._points = placed[crowds:]

    def _side_by_side(self, score: Score, members: Sequence[Stand]) -> list[Point]:
        """Return where some tokens wish to be in one cell: in rows that leave it least."""
        count = len(members)
        x, y = self._middle(score)
        extent = _extent(self._frame.cell(score))
        across, down, rows = self._pitches(members, extent)
        if rows > 0:
            self.named += count
            # The row of tokens lies a little higher: their names hang below them.
            y -= (down - self._halo - 2 * self._radius) / 2
        else:
            rows = min(range(1, count + 1), key=lambda rows: _overflow(count, rows, down, extent))
            if self._frame.is_airy:
                # Some names find room below or above, if there is any left.
                across = min(max(across, extent[0] / math.ceil(count / rows)), 1.6 * across)
                y -= self._raised(members, (rows - 1) / 2 * down, extent[1] / 2)
        points: list[Point] = []
        for row in range(rows):
            start, end = count * row // rows, count * (row + 1) // rows
            height = y + down * (row - (rows - 1) / 2)
            offs = (across * (place - (end - start - 1) / 2) for place in range(end - start))
            points += [(x + off, height) for off in offs]
        return self._inside_room(score, points)

    def _pitches(self, members: Sequence[Stand], extent: Size) -> tuple[float, float, int]:
        """Return how far apart tokens are, across and down, and in how many rows.

        With room for their names where there is; then the number of rows is not 0.
        """
        tight = _PITCH * self._radius
        if not self._frame.is_airy or not all(stand.sizes for stand in members):
            return tight, tight, 0
        fullest = max(len(stand.sizes) for stand in members)
        for choice in range(fullest):
            sizes = [stand.sizes[min(choice, len(stand.sizes) - 1)] for stand in members]
            across = max(tight, *(width for width, _ in sizes)) + _NAME_GAP
            # The mark around the token is above it as well; above the first it may be cut.
            edge = self._radius + self._halo
            down = (1 + _BELOW) * edge + max(height for _, height in sizes) + 1
            for rows in range(1, len(members) + 1):
                columns = math.ceil(len(members) / rows)
                if columns * across <= extent[0] and rows * down - self._halo <= extent[1]:
                    return across, down, rows
        return tight, tight, 0

    def _raised(self, members: Sequence[Stand], last: float, half: float) -> float:
        """Return how far to raise tokens so that names fit below the last row, if they can.

        Args:
            members: Who stands there.
            last: How far the last row lies below the middle.
            half: Half the height of the cell.
        """
        height = max((size[1] for stand in members for size in stand.sizes), default=0.0)
        edge = self._radius + self._halo
        needed = last + _BELOW * edge + height + 1 - half
        return max(0.0, needed) if needed <= half - last - edge else 0.0

    def _inside_room(self, score: Score, points: list[Point]) -> list[Point]:
        """Return the same points, moved together so that none leaves its panel."""
        room = self._frame.room(score)
        edge = self._radius + self._halo
        off_x = _shift([x for x, _ in points], room.left + edge, room.right - edge)
        off_y = _shift([y for _, y in points], room.top + self._radius, room.bottom - edge)
        return [(x + off_x, y + off_y) for x, y in points]

    def _strayed(self) -> set[Score]:
        """Return the fullest of the cells that cannot hold their tokens."""
        strayed = {
            stand.score
            for stand, point in zip(self._lone, self._points, strict=True)
            if not self._is_home(stand.score, point) and len(self._cells[stand.score]) > _PAIR
        }
        fullest = max((len(self._cells[score]) for score in strayed), default=0)
        return {score for score in strayed if len(self._cells[score]) > fullest // 2}

    def _is_home(self, score: Score, point: Point, slack: float = _SLACK) -> bool:
        x, y = self._middle(score)
        width, height = _extent(self._frame.cell(score))
        across, down = width * (0.5 + slack), height * (0.5 + slack)
        return abs(point[0] - x) <= across and abs(point[1] - y) <= down

    def _middle(self, score: Score) -> Point:
        return self._frame.point(score.up, score.across)

    def _bounds(self, inset: float = 0.0) -> Box:
        return Box(inset, inset, self._frame.width - inset, self._frame.height - inset)


def _overflow(count: int, rows: int, pitch: float, extent: Size) -> tuple[float, int]:
    """Return by how much so many rows leave a cell, and how many they are."""
    across = math.ceil(count / rows) * pitch - extent[0]
    down = rows * pitch - extent[1]
    return max(across, 0) + max(down, 0), rows


def _extent(box: Box) -> Size:
    return box.right - box.left, box.bottom - box.top


def _shift(values: Sequence[float], low: float, high: float) -> float:
    """Return what to add to all of them so that they lie between two bounds, if they can."""
    if min(values) < low:
        return low - min(values)
    return min(0.0, high - max(values))
