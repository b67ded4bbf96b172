"""Where tokens go on a crowded grid, so that none covers another.

Pure geometry: the same input gives the same places, on paper and on the screen. Units are
the caller's; y may grow in either direction.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

Point: TypeAlias = tuple[float, float]
Size: TypeAlias = tuple[float, float]

#: Tokens keep this part of their radius free between them.
_BREATH: Final = 0.12
_RINGS: Final = 120
#: What is nearer than this touches.
TOUCH: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with its sides along the axes; `left` ≤ `right`, `top` ≤ `bottom`."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        """Return whether the two share more than an edge."""
        return (
            self.left < other.right - TOUCH
            and other.left < self.right - TOUCH
            and self.top < other.bottom - TOUCH
            and other.top < self.bottom - TOUCH
        )

    def holds(self, other: "Box") -> bool:
        """Return whether `other` lies inside."""
        return (
            self.left <= other.left + TOUCH
            and other.right <= self.right + TOUCH
            and self.top <= other.top + TOUCH
            and other.bottom <= self.bottom + TOUCH
        )


def around(center: Point, radius: float) -> Box:
    """Return the square a token fills."""
    x, y = center
    return Box(x - radius, y - radius, x + radius, y + radius)


def spread(
    points: Sequence[Point],
    radius: float,
    bounds: Box | None = None,
    obstacles: Sequence[Box] = (),
) -> tuple[Point, ...]:
    """Return places for round tokens so that none covers another.

    Tokens that share a point are arranged around it, the lone ones keep theirs. Where there
    is no room left at all, tokens stay where they wish to be.

    Args:
        points: Where each token belongs.
        radius: Of a token.
        bounds: What the tokens must not leave.
        obstacles: What they must not cover.
    """
    placed: dict[int, Point] = {}
    taken = _Tokens(radius, bounds, obstacles)
    groups: dict[Point, list[int]] = defaultdict(list)
    for index, (x, y) in enumerate(points):
        groups[round(x, 6), round(y, 6)].append(index)
    for center, members in sorted(groups.items(), key=lambda group: (len(group[1]), group[0])):
        pattern = _cluster(len(members), taken.pitch)
        for index, (dx, dy) in zip(members, pattern, strict=True):
            wished = _inside((center[0] + dx, center[1] + dy), radius, bounds)
            placed[index] = taken.nearest_free(wished)
            taken.add(placed[index])
    return tuple(placed[index] for index in range(len(points)))


def are_apart(points: Sequence[Point], radius: float) -> bool:
    """Return whether no two round tokens cover one another."""
    return all(
        math.dist(one, other) >= 2 * radius - TOUCH
        for index, one in enumerate(points)
        for other in points[:index]
    )


class _Tokens:
    """Tokens placed so far, found by the square of the plane they lie in."""

    def __init__(self, radius: float, bounds: Box | None, obstacles: Sequence[Box]) -> None:
        self.pitch = radius * (2 + _BREATH)
        self._radius = radius
        self._bounds = bounds
        self._obstacles = obstacles
        # Beyond this every place lies outside anyway.
        self._farthest = math.inf
        if bounds is not None:
            self._farthest = math.dist((bounds.left, bounds.top), (bounds.right, bounds.bottom))
        self._squares: dict[tuple[int, int], list[Point]] = defaultdict(list)
        self._is_full = False

    def add(self, center: Point) -> None:
        self._squares[self._square(center)].append(center)

    def nearest_free(self, wished: Point) -> Point:
        # Tokens never leave: where one found no room, none will, and looking takes long.
        if self._is_full:
            return wished
        for place in _spiral(wished, self._radius / 2, self._farthest):
            inside = _inside(place, self._radius, self._bounds)
            if inside == place and self._is_free(place):
                return place
        self._is_full = True
        return wished

    def _is_free(self, place: Point) -> bool:
        column, row = self._square(place)
        near = (
            other
            for i in (column - 1, column, column + 1)
            for j in (row - 1, row, row + 1)
            for other in self._squares.get((i, j), ())
        )
        if any(math.dist(place, other) < self.pitch - TOUCH for other in near):
            return False
        own = around(place, self._radius)
        return not any(own.overlaps(obstacle) for obstacle in self._obstacles)

    def _square(self, place: Point) -> tuple[int, int]:
        return math.floor(place[0] / self.pitch), math.floor(place[1] / self.pitch)


def _cluster(count: int, pitch: float) -> list[Point]:
    """Return offsets of `count` tokens packed like honeycomb around the origin."""
    reach = math.ceil(math.sqrt(count)) + 1
    lattice = [
        (pitch * (column + row / 2), pitch * row * math.sqrt(3) / 2)
        for row in range(-reach, reach + 1)
        for column in range(-2 * reach, 2 * reach + 1)
    ]
    # Side by side first: names are wider than high.
    lattice.sort(key=lambda p: (round(math.hypot(*p), 6), round(abs(p[1]), 6), p))
    chosen = lattice[:count]
    middle_x = math.fsum(x for x, _ in chosen) / count
    middle_y = math.fsum(y for _, y in chosen) / count
    return [(x - middle_x, y - middle_y) for x, y in sorted(chosen, key=lambda p: (p[1], p[0]))]


def _spiral(center: Point, step: float, farthest: float) -> Iterator[Point]:
    yield center
    for ring in range(1, _RINGS):
        if ring * step > farthest:
            return
        count = 6 * ring
        for index in range(count):
            angle = math.tau * index / count
            x = center[0] + math.cos(angle) * ring * step
            yield x, center[1] + math.sin(angle) * ring * step


def _inside(place: Point, radius: float, bounds: Box | None) -> Point:
    if bounds is None:
        return place
    x = min(max(place[0], bounds.left + radius), bounds.right - radius)
    y = min(max(place[1], bounds.top + radius), bounds.bottom - radius)
    return x, y
