"""What an arrangement is made of, and the room everything keeps to itself."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final, TypeAlias

from entente.domain.canvas_layout import CARD_HEIGHT, CARD_WIDTH

Point: TypeAlias = tuple[float, float]
Places: TypeAlias = Mapping[str, Point]

#: Across and down, from the middle of one card to that of the next: a card and some air.
ROOM: Final = (CARD_WIDTH + 32.0, CARD_HEIGHT + 32.0)
#: A screen is about this much wider than high.
SIZE: Final = (1600.0, 1000.0)

#: How far from a place that is taken another is looked for, in half rooms.
_RINGS: Final = 80
#: How many steps downwards a step sideways is worth.
_SIDEWAYS: Final = 1.6
_TOUCH: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody to be placed.

    Attributes:
        camp, organisation: Where the person belongs, or empty.
        influence: The more, the nearer to the middle; None where it is not known.
    """

    key: str
    camp: str = ""
    organisation: str = ""
    influence: float | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A tie between two; `is_above` says that the first is the superior of the second."""

    one: str
    other: str
    is_above: bool = False


@dataclass(frozen=True, slots=True)
class Ground:
    """Where it all goes, in px from the middle, y growing downwards.

    Attributes:
        size: Width and height to fill; a crowd goes beyond it rather than overlap.
        room: What each keeps free of others: width and height around its middle.
        pinned: Who stays where they are.
    """

    size: Point = SIZE
    room: Point = ROOM
    pinned: Places = field(default_factory=dict)

    @property
    def aspect(self) -> float:
        """How much wider than high."""
        return self.size[0] / self.size[1]


class Occupied:
    """The places taken so far.

    Which points of a lattice of half a room they leave free is known beforehand, so that
    looking for another place costs next to nothing.
    """

    def __init__(self, ground: Ground) -> None:
        self._room = ground.room
        self._pitch = ground.room[0] / 2, ground.room[1] / 2
        self._points: dict[tuple[int, int], list[Point]] = defaultdict(list)
        self._blocked: set[tuple[int, int]] = set()
        for point in ground.pinned.values():
            self.take(point)

    def take(self, point: Point) -> None:
        """Remember a place as taken."""
        column, row = self._cell(point)
        self._points[column, row].append(point)
        # Two points of the lattice either way lie within the room, a third hardly ever.
        self._blocked.update(
            (x, y)
            for x in range(column - 2, column + 4)
            for y in range(row - 2, row + 4)
            if self._overlap((x * self._pitch[0], y * self._pitch[1]), point)
        )

    def nearest(self, wanted: Point) -> Point:
        """Return a free place near the one wanted."""
        if self._is_free(wanted):
            return wanted
        column, row = round(wanted[0] / self._pitch[0]), round(wanted[1] / self._pitch[1])
        for across, down in _spiral():
            if (column + across, row + down) not in self._blocked:
                return (column + across) * self._pitch[0], (row + down) * self._pitch[1]
        # Whoever is in such a throng gets a column of their own.
        lowest = max(y for points in self._points.values() for _, y in points)
        return wanted[0], lowest + self._room[1]

    def _is_free(self, point: Point) -> bool:
        column, row = self._cell(point)
        return not any(
            self._overlap(point, other)
            for x in range(column - 2, column + 3)
            for y in range(row - 2, row + 3)
            for other in self._points.get((x, y), ())
        )

    def _overlap(self, one: Point, other: Point) -> bool:
        return (
            abs(one[0] - other[0]) < self._room[0] - _TOUCH
            and abs(one[1] - other[1]) < self._room[1] - _TOUCH
        )

    def _cell(self, point: Point) -> tuple[int, int]:
        return math.floor(point[0] / self._pitch[0]), math.floor(point[1] / self._pitch[1])


@cache
def _spiral() -> tuple[tuple[int, int], ...]:
    """Return the steps on the lattice from a point, the nearest first."""
    around = range(-_RINGS, _RINGS + 1)
    # A card is wide: sideways is further.
    return tuple(
        sorted(
            ((x, y) for x in around for y in around),
            key=lambda step: (math.hypot(_SIDEWAYS * step[0], step[1]), step),
        )
    )


def settled(wanted: Places, ground: Ground) -> dict[str, Point]:
    """Return the places wanted, moved no further than needed for nobody to overlap."""
    occupied = Occupied(ground)
    middle = centre(wanted.values())
    # From the middle outwards: there is room outside for those who have to give way.
    order = sorted(
        (key for key in wanted if key not in ground.pinned),
        key=lambda key: math.dist(wanted[key], middle),
    )
    found = dict(ground.pinned)
    for key in order:
        found[key] = occupied.nearest(wanted[key])
        occupied.take(found[key])
    return {key: found[key] for key in wanted} | found


def centred(places: Places) -> dict[str, Point]:
    """Return places moved as one so that the middle of their frame is the origin."""
    x, y = centre(places.values())
    return {key: (place[0] - x, place[1] - y) for key, place in places.items()}


def centre(points: Iterable[Point]) -> Point:
    """Return the middle of the frame around points; the origin if there are none."""
    left, top, right, bottom = frame(list(points) or [(0.0, 0.0)])
    return (left + right) / 2, (top + bottom) / 2


def frame(points: Sequence[Point]) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of some points."""
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across), min(down), max(across), max(down)
