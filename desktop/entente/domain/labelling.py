"""Where the labels of tokens go, so that each stays readable.

As `placement` is, pure geometry in the units of the caller.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from entente.domain.placement import TOUCH, Box, Point, Size, around

_LEADER_RINGS: Final = (1.6, 2.8, 4.2, 6.0)
_LEADER_ANGLES: Final = 16


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
    count = max(2, math.ceil(math.dist(start, end) / max(step, TOUCH)))
    parts = [(index + 0.5) / count for index in range(count)]
    (x, y), (end_x, end_y) = start, end
    return [around((x + (end_x - x) * part, y + (end_y - y) * part), step / 4) for part in parts]
