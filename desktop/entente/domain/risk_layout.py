"""Where the marks of a risk matrix stand, and where its lines run.

Pure geometry, the same on the screen and on paper: x grows to the right, y downwards.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias

from entente.domain.placement import Box, Point
from entente.domain.risk_levels import STEPS

#: Probability and impact.
Cell: TypeAlias = tuple[int, int]
Segment: TypeAlias = tuple[Point, Point]

#: A cell with more marks than this gathers them in one heap, even where there is room.
CROWD: Final = 8
#: Distance of two marks side by side, in radii.
_PITCH: Final = 2.42
#: What is kept free at the edges of a sheet, in radii.
_PAD: Final = 0.8
#: A sheet is this many times wider than high, as far as it can.
_SHAPE: Final = 1.7

#: How far to the side something may lie to be ahead, for each px ahead.
_CONE: Final = 1.5


class Mark(NamedTuple):
    """One reading of one risk."""

    risk: str
    reading: str


@dataclass(frozen=True, slots=True)
class Grid:
    """The twenty-five cells on a sheet.

    Attributes:
        area: What they fill.
        head: Height at the top of each cell that its caption takes.
    """

    area: Box
    head: float = 0.0

    @property
    def size(self) -> Point:
        """Width and height of a cell."""
        count = len(STEPS)
        area = self.area
        return (area.right - area.left) / count, (area.bottom - area.top) / count

    def box(self, cell: Cell) -> Box:
        """Return where a cell is: probability grows upwards, impact to the right."""
        width, height = self.size
        left = self.area.left + (cell[1] - STEPS[0]) * width
        top = self.area.top + (STEPS[-1] - cell[0]) * height
        return Box(left, top, left + width, top + height)

    def middle(self, cell: Cell) -> Point:
        """Return the middle of the part of a cell where marks stand."""
        box = self.box(cell)
        return (box.left + box.right) / 2, (box.top + self.head + box.bottom) / 2

    def cell_at(self, x: float, y: float) -> Cell | None:
        """Return the cell at a point, None outside."""
        area, (width, height) = self.area, self.size
        if not (area.left <= x < area.right and area.top <= y < area.bottom):
            return None
        impact = STEPS[0] + int((x - area.left) // width)
        probability = STEPS[-1] - int((y - area.top) // height)
        return min(max(probability, STEPS[0]), STEPS[-1]), min(max(impact, STEPS[0]), STEPS[-1])


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a mark stands on its own."""

    mark: Mark
    cell: Cell
    point: Point


@dataclass(frozen=True, slots=True)
class Heap:
    """Marks of one cell gathered in one, which shows how many there are."""

    cell: Cell
    marks: tuple[Mark, ...]
    point: Point


@dataclass(frozen=True, slots=True)
class Sheet:
    """An opened heap: its marks side by side over the matrix.

    Attributes:
        left_out: How many there are besides, for whom there is no room.
    """

    cell: Cell
    box: Box
    spots: tuple[Spot, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Where everything stands."""

    radius: float
    spots: tuple[Spot, ...]
    heaps: tuple[Heap, ...]


def arrange(
    grid: Grid, cells: Mapping[Cell, Sequence[Mark]], radii: Sequence[float]
) -> Arrangement:
    """Return places for marks so that none covers another or leaves its cell.

    Args:
        grid: The cells.
        cells: The marks of each.
        radii: Sizes of a mark, the best first; the largest for which the fullest cell that
            is no heap has room is taken.
    """
    small = [len(marks) for marks in cells.values() if len(marks) <= CROWD]
    fullest = max(small, default=0)
    radius = next((size for size in radii if _room(grid, size) >= fullest), radii[-1])
    most = min(CROWD, max(1, _room(grid, radius)))
    spots: list[Spot] = []
    heaps: list[Heap] = []
    for cell, marks in sorted(cells.items()):
        if len(marks) > most:
            heaps.append(Heap(cell, tuple(marks), grid.middle(cell)))
        else:
            spots += _side_by_side(grid, cell, marks, radius)
    return Arrangement(radius, tuple(spots), tuple(heaps))


def open_heap(grid: Grid, heap: Heap, radius: float) -> Sheet:
    """Return the sheet on which the marks of a heap lie side by side, inside the matrix."""
    pitch, pad = _PITCH * radius, _PAD * radius
    area = grid.area
    across_room = max(1, int((area.right - area.left - 2 * pad) // pitch))
    down_room = max(1, int((area.bottom - area.top - grid.head - 2 * pad) // pitch))
    count = len(heap.marks)
    columns = min(across_room, max(math.ceil(math.sqrt(count * _SHAPE)), 3))
    columns = min(across_room, max(columns, math.ceil(count / down_room)))
    shown = min(count, columns * down_room)
    rows = math.ceil(shown / columns)
    width, height = columns * pitch + 2 * pad, rows * pitch + 2 * pad + grid.head
    x, y = heap.point
    left = min(max(x - width / 2, area.left), area.right - width)
    top = min(max(y - height / 2, area.top), area.bottom - height)
    spots = tuple(
        Spot(
            mark,
            heap.cell,
            (
                left + pad + (place % columns + 0.5) * pitch,
                top + grid.head + pad + (place // columns + 0.5) * pitch,
            ),
        )
        for place, mark in enumerate(heap.marks[:shown])
    )
    box = Box(left, top, left + width, top + height)
    return Sheet(heap.cell, box, spots, count - shown)


def borders(grid: Grid, beyond: Callable[[Cell], bool]) -> tuple[Segment, ...]:
    """Return the edges between cells that are beyond a limit and those that are not."""
    segments: list[Segment] = []
    for probability in STEPS:
        for impact in STEPS:
            here, box = beyond((probability, impact)), grid.box((probability, impact))
            if impact < STEPS[-1] and beyond((probability, impact + 1)) != here:
                segments.append(((box.right, box.top), (box.right, box.bottom)))
            if probability < STEPS[-1] and beyond((probability + 1, impact)) != here:
                segments.append(((box.left, box.top), (box.right, box.top)))
    return tuple(segments)


def next_point(points: Sequence[Point], start: Point, across: int, down: int) -> int:
    """Return the place among `points` an arrow key leads to: the nearest in its direction.

    Args:
        points: Where there is something.
        start: Where one is.
        across: 1 to the right, −1 to the left, else 0.
        down: 1 downwards, −1 upwards, else 0.

    Returns:
        −1 where nothing lies in that direction.
    """
    best, shortest = -1, (True, math.inf)
    for place, (x, y) in enumerate(points):
        ahead = (x - start[0]) * across + (y - start[1]) * down
        aside = abs(x - start[0]) if down else abs(y - start[1])
        # What lies rather to the side is taken only where there is nothing ahead.
        length = (aside > _CONE * ahead, ahead + 2 * aside)
        if ahead > 1 and length < shortest:
            best, shortest = place, length
    return best


def _fit(grid: Grid, radius: float) -> tuple[int, int]:
    """Return how many marks a cell holds across and down."""
    width, height = grid.size
    pitch = _PITCH * radius
    return int(width // pitch), int((height - grid.head) // pitch)


def _room(grid: Grid, radius: float) -> int:
    across, down = _fit(grid, radius)
    return across * down


def _side_by_side(grid: Grid, cell: Cell, marks: Sequence[Mark], radius: float) -> list[Spot]:
    """Return places in rows as even as they come, about the middle of the cell."""
    across, down = _fit(grid, radius)
    count, pitch = len(marks), _PITCH * radius
    rows = min(max(1, math.ceil(count / max(1, across))), max(1, down))
    x, y = grid.middle(cell)
    spots: list[Spot] = []
    for row in range(rows):
        members = marks[count * row // rows : count * (row + 1) // rows]
        height = y + pitch * (row - (rows - 1) / 2)
        for place, mark in enumerate(members):
            off = pitch * (place - (len(members) - 1) / 2)
            spots.append(Spot(mark, cell, (x + off, height)))
    return spots
