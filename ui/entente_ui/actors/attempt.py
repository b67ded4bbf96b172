"""An attempt to place tokens of one size: apart, near where they belong, their names below."""

import math
from collections.abc import Mapping, Sequence
from typing import Final

from entente.domain.placement import Box, Point, Size, are_apart, around, spread
from entente_ui.actors.frame import Layout, Score
from entente_ui.actors.labelled import SILENT, labelled
from entente_ui.actors.stands import Arrangement, Crowd, Stand

#: Distance of two tokens side by side, in radii.
PITCH: Final = 2.14
#: Part of a cell by which a token may leave it and still be read as standing there.
_SLACK: Final = 0.08
#: The same, where it is one of two and its neighbours are in the way.
_FAR: Final = 0.6
#: A cell with this many is left to spread over its neighbours rather than gathered.
_PAIR: Final = 2
#: Cells in use from which on tokens have no room beyond their own.
_SPARSE: Final = 50
#: How far below a token its name stands at the least, in radii with the mark around it.
_BELOW: Final = 1.1
#: Px that names side by side keep apart.
_NAME_GAP: Final = 4


class Attempt:
    """Where tokens of one size would stand."""

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
        return labelled(self._frame, self._radius, self._halo, lone, self._crowds())

    def is_legible(self) -> bool:
        """Whether nothing covers anything, and everybody is near the position they have."""
        points = [*self._points, *(crowd.point for crowd in self._crowds())]
        if len(points) > SILENT or not are_apart(points, self._radius):
            return len(points) > SILENT
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
        pitch = PITCH * self._radius
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
        tight = PITCH * self._radius
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
