"""Where tokens and their labels go on a crowded grid, so that each stays readable.

Pure geometry: the same input gives the same places, on paper and on the screen. Units are
the caller's; y may grow in either direction.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

Point: TypeAlias = tuple[float, float]
Size: TypeAlias = tuple[float, float]

#: Tokens keep this part of their radius free between them.
_BREATH: Final = 0.12
_RINGS: Final = 120
_LEADER_RINGS: Final = (1.6, 2.8, 4.2, 6.0)
_LEADER_ANGLES: Final = 16
_TOUCH: Final = 1e-6


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
            self.left < other.right - _TOUCH
            and other.left < self.right - _TOUCH
            and self.top < other.bottom - _TOUCH
            and other.top < self.bottom - _TOUCH
        )

    def holds(self, other: "Box") -> bool:
        """Return whether `other` lies inside."""
        return (
            self.left <= other.left + _TOUCH
            and other.right <= self.right + _TOUCH
            and self.top <= other.top + _TOUCH
            and other.bottom <= self.bottom + _TOUCH
        )


@dataclass(frozen=True, slots=True)
class Label:
    """Where a label goes.

    Attributes:
        box: The place.
        choice: Which of the sizes offered was taken.
        leader: From the token to the label when it could not stand beside it, else empty.
    """

    box: Box
    choice: int
    leader: tuple[Point, ...] = ()


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
        math.dist(one, other) >= 2 * radius - _TOUCH
        for index, one in enumerate(points)
        for other in points[:index]
    )


def place_labels(
    tokens: Sequence[Point],
    radius: float,
    sizes: Sequence[Sequence[Size]],
    bounds: Box,
    obstacles: Iterable[Box] = (),
) -> tuple[Label | None, ...]:
    """Return a place for the label of each token, clear of tokens, labels and obstacles.

    A label stands beside its token, else further off with a leader; where nothing is free
    its next size is tried, and None says that there is no place for it.

    Args:
        tokens: Their centres.
        radius: Of a token.
        sizes: For each label its sizes, the full text first and shorter ones after.
        bounds: What labels must not leave.
        obstacles: What else they must not cover.
    """
    crowd = _Crowd(bounds, [around(token, radius) for token in tokens], obstacles)
    labels: dict[int, Label] = {}
    free = [
        sum(crowd.is_free(box, around(token, radius)) for box in _beside(token, radius, size[0]))
        for token, size in zip(tokens, sizes, strict=True)
    ]
    # Whoever has the fewest places chooses first.
    for index in sorted(range(len(tokens)), key=lambda i: (free[i], tokens[i], i)):
        label = _choose(tokens[index], radius, sizes[index], crowd)
        if label:
            crowd.add(label)
            labels[index] = label
    return tuple(labels.get(index) for index in range(len(tokens)))


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
        if any(math.dist(place, other) < self.pitch - _TOUCH for other in near):
            return False
        own = around(place, self._radius)
        return not any(own.overlaps(obstacle) for obstacle in self._obstacles)

    def _square(self, place: Point) -> tuple[int, int]:
        return math.floor(place[0] / self.pitch), math.floor(place[1] / self.pitch)


class _Crowd:
    """Everything labels must keep clear of, found by the squares of the plane it touches."""

    def __init__(self, bounds: Box, tokens: Sequence[Box], obstacles: Iterable[Box]) -> None:
        self._bounds = bounds
        self._step = max((token.right - token.left for token in tokens), default=1.0) or 1.0
        self._squares: dict[tuple[int, int], list[Box]] = defaultdict(list)
        for box in (*tokens, *obstacles):
            self._add(box)

    def is_free(self, box: Box, but: Box | None = None) -> bool:
        """Return whether nothing lies in `box`, `but` itself not counted."""
        if not self._bounds.holds(box):
            return False
        return not any(
            other.overlaps(box)
            for square in self._touched(box)
            for other in self._squares.get(square, ())
            if other != but
        )

    def add(self, label: Label) -> None:
        self._add(label.box)
        for box in _along(label.leader, self._step / 4):
            self._add(box)

    def _add(self, box: Box) -> None:
        for square in self._touched(box):
            self._squares[square].append(box)

    def _touched(self, box: Box) -> Iterator[tuple[int, int]]:
        columns = range(math.floor(box.left / self._step), math.floor(box.right / self._step) + 1)
        rows = range(math.floor(box.top / self._step), math.floor(box.bottom / self._step) + 1)
        return ((column, row) for column in columns for row in rows)


def _choose(token: Point, radius: float, sizes: Sequence[Size], crowd: _Crowd) -> Label | None:
    own = around(token, radius)
    for choice, size in enumerate(sizes):
        for box in _beside(token, radius, size):
            if crowd.is_free(box, own):
                return Label(box, choice)
    for choice, size in enumerate(sizes):
        for box in _further_off(token, radius, size):
            leader = _leader(token, radius, box)
            way = _along(leader, radius / 2)
            if crowd.is_free(box) and all(crowd.is_free(part, own) for part in way):
                return Label(box, choice, leader)
    return None


def _beside(token: Point, radius: float, size: Size) -> Iterator[Box]:
    """Yield the places next to a token, the best first: below, above, at the sides.

    Those at the corners lie in the token's square, but outside its circle.
    """
    x, y = token
    width, height = size
    off = radius * 1.1
    slant = radius * 0.75
    for dx, dy in (
        (-width / 2, off),
        (-width / 2, -off - height),
        (off, -height / 2),
        (-off - width, -height / 2),
        (slant, slant),
        (-slant - width, slant),
        (slant, -slant - height),
        (-slant - width, -slant - height),
    ):
        yield Box(x + dx, y + dy, x + dx + width, y + dy + height)


def _further_off(token: Point, radius: float, size: Size) -> Iterator[Box]:
    x, y = token
    width, height = size
    for ring in _LEADER_RINGS:
        for step in range(_LEADER_ANGLES):
            angle = math.tau * (step + 0.5) / _LEADER_ANGLES
            left = x + math.cos(angle) * (ring * radius + radius + width / 2) - width / 2
            top = y + math.sin(angle) * (ring * radius + radius + height / 2) - height / 2
            yield Box(left, top, left + width, top + height)


def _leader(token: Point, radius: float, box: Box) -> tuple[Point, ...]:
    """Return the straight way from the rim of a token to the nearest point of a box."""
    x, y = token
    end = min(max(x, box.left), box.right), min(max(y, box.top), box.bottom)
    length = math.dist(token, end)
    if length <= radius:
        return ()
    part = radius / length
    start = x + (end[0] - x) * part, y + (end[1] - y) * part
    return start, end


def _along(leader: tuple[Point, ...], step: float) -> list[Box]:
    """Return small boxes that cover a leader, without its very ends."""
    return strung(leader[0], leader[1], step) if leader else []


def strung(start: Point, end: Point, step: float) -> list[Box]:
    """Return small boxes along a line, for labels to keep clear of.

    Args:
        start: Of the line.
        end: Of the line.
        step: About from one box to the next; each is half as wide.
    """
    count = max(2, math.ceil(math.dist(start, end) / max(step, _TOUCH)))
    parts = [(index + 0.5) / count for index in range(count)]
    (x, y), (end_x, end_y) = start, end
    return [around((x + (end_x - x) * part, y + (end_y - y) * part), step / 4) for part in parts]


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
