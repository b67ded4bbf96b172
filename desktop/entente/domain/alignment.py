"""What lines up on the map: guides while something is moved, alignment, equal distances."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from entente.domain.canvas_layout import Spot
from entente.domain.placement import Box


class Side(StrEnum):
    """What is brought into one line."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


@dataclass(frozen=True, slots=True)
class Guide:
    """A line that shows with what something is in line.

    Attributes:
        upright: Whether it runs from top to bottom.
        at: Where it is across its direction.
        start, end: From where to where it runs.
    """

    upright: bool
    at: float
    start: float
    end: float


def aligned(boxes: Mapping[str, Box], side: Side) -> dict[str, Spot]:
    """Return how far each box has to go so that all lie in one line."""
    if not boxes:
        return {}
    stop, gather, upright = _LINES[side]
    at = gather([stop(box) for box in boxes.values()])
    moves = {key: round(at - stop(box)) for key, box in boxes.items()}
    return {key: (by, 0) if upright else (0, by) for key, by in moves.items()}


def distributed(boxes: Mapping[str, Box], *, across: bool) -> dict[str, Spot]:
    """Return how far each box has to go so that all are as far apart; the ends stay."""
    middle = _middle_x if across else _middle_y
    order = sorted(boxes, key=lambda key: (middle(boxes[key]), key))
    if len(order) < 3:
        return {}
    first, last = middle(boxes[order[0]]), middle(boxes[order[-1]])
    pitch = (last - first) / (len(order) - 1)
    moves = {}
    for number, key in enumerate(order):
        by = round(first + number * pitch - middle(boxes[key]))
        moves[key] = (by, 0) if across else (0, by)
    return moves


def guided(moving: Box, others: Sequence[Box], reach: float) -> tuple[Spot, tuple[Guide, ...]]:
    """Return how far to go to be in line with others nearby, and the lines that show it."""
    dx = _nearest(_stops(moving.left, moving.right), others, reach, across=True)
    dy = _nearest(_stops(moving.top, moving.bottom), others, reach, across=False)
    by = (dx or 0, dy or 0)
    moved = shifted(moving, by)
    guides = []
    if dx is not None:
        guides += _lines(moved, others, upright=True)
    if dy is not None:
        guides += _lines(moved, others, upright=False)
    return by, tuple(guides)


def shifted(box: Box, by: Spot) -> Box:
    """Return a box moved."""
    return Box(box.left + by[0], box.top + by[1], box.right + by[0], box.bottom + by[1])


def _stops(start: float, end: float) -> tuple[float, float, float]:
    return start, (start + end) / 2, end


def _nearest(
    stops: Sequence[float], others: Sequence[Box], reach: float, *, across: bool
) -> int | None:
    best: float | None = None
    for other in others:
        theirs = _stops(other.left, other.right) if across else _stops(other.top, other.bottom)
        for mine, their in zip(stops, theirs, strict=True):
            off = their - mine
            if abs(off) <= reach and (best is None or abs(off) < abs(best)):
                best = off
    return None if best is None else round(best)


def _lines(moved: Box, others: Sequence[Box], *, upright: bool) -> list[Guide]:
    """Return a line for each stop of the box that others share."""
    guides = []
    mine = _stops(moved.left, moved.right) if upright else _stops(moved.top, moved.bottom)
    for number, at in enumerate(mine):
        shared = [moved]
        for other in others:
            theirs = _stops(other.left, other.right) if upright else _stops(other.top, other.bottom)
            if abs(theirs[number] - at) < 1:
                shared.append(other)
        if len(shared) > 1:
            ends = [(box.top, box.bottom) if upright else (box.left, box.right) for box in shared]
            start, end = min(e[0] for e in ends), max(e[1] for e in ends)
            guides.append(Guide(upright, at, start, end))
    return guides


def _middle_x(box: Box) -> float:
    return (box.left + box.right) / 2


def _middle_y(box: Box) -> float:
    return (box.top + box.bottom) / 2


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


#: For each side: where it is on a box, where all are to meet, and whether that line is upright.
_LINES: Final[
    Mapping[Side, tuple[Callable[[Box], float], Callable[[Sequence[float]], float], bool]]
] = {
    Side.LEFT: (lambda box: box.left, min, True),
    Side.CENTRE: (_middle_x, _mean, True),
    Side.RIGHT: (lambda box: box.right, max, True),
    Side.TOP: (lambda box: box.top, min, False),
    Side.MIDDLE: (_middle_y, _mean, False),
    Side.BOTTOM: (lambda box: box.bottom, max, False),
}
