"""Where cards go on a sheet: as in the view, brought to its size, none on another."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from entente.domain.canvas_layout import (
    BOX_HEAD,
    BOX_MARGIN,
    CARD_HEIGHT,
    CARD_WIDTH,
    around_all,
    grouped,
)
from entente.domain.placement import Box, Point
from entente.services.relation_map import RelationMap

#: On a screen a card is as large as people like it; paper is read from nearer.
_LARGEST: Final = 0.7
#: How much more one side of a sheet may be used than the other.
_STRETCH: Final = 1.8
_ROUNDS: Final = 400
_GAP: Final = 3.0
#: A card shows at least a badge and a reference.
LEAST: Final = (36.0, 13.0)
_WIDEST: Final = (150.0, 34.0)
TWO_LINES: Final = 23.5
_BELOW: Final = 96.0
#: Turning by this angle each time, no two seeds of a sunflower come to lie in one line.
_GOLDEN: Final = math.pi * (3 - math.sqrt(5))


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Everything in points of the sheet.

    Attributes:
        cards: The card of each actor, by key.
        scale: Points to the px of the view.
        shift: Where the middle of the view comes to lie.
    """

    cards: dict[str, Box]
    scale: float
    shift: Point

    def point(self, x: float, y: float) -> Point:
        """Return where a point of the view comes to lie."""
        return self.shift[0] + x * self.scale, self.shift[1] + y * self.scale


def arrange(shown: RelationMap, area: Box) -> Arrangement:
    """Return where everything goes inside an area of the sheet."""
    spots = _spots(shown)
    reach = _reach(shown, spots)
    fits = _fits(reach, (area.right - area.left, area.bottom - area.top))
    scale = min(*fits, _LARGEST)
    # A view keeps its shape; what nobody placed may use up the sheet.
    most = scale if shown.places else scale * _STRETCH
    across, down = (min(fit, most, _LARGEST) for fit in fits)
    shift = (
        (area.left + area.right) / 2 - across * (reach.left + reach.right) / 2,
        (area.top + area.bottom) / 2 - down * (reach.top + reach.bottom) / 2,
    )
    width = min(max(CARD_WIDTH * scale, LEAST[0]), _WIDEST[0])
    height = min(max(CARD_HEIGHT * scale, LEAST[1]), _WIDEST[1])
    middles = [(shift[0] + x * across, shift[1] + y * down) for x, y in spots.values()]
    placed = apart(middles, (width, height), area)
    width, height = _roomiest(placed, (width, height), area)
    cards = {
        key: Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
        for key, (x, y) in zip(spots, placed, strict=True)
    }
    return Arrangement(cards, scale, shift)


def _roomiest(points: Sequence[Point], size: tuple[float, float], area: Box) -> tuple[float, float]:
    """Return how large cards can be where they stand, so that they hold two lines of a name."""
    width, height = size
    if height >= TWO_LINES:
        return size
    for wider in (1.2, 1.1, 1.0):
        for high in (TWO_LINES, height):
            wished = (width * wider, high)
            inside = all(_inside(point, wished, area) == point for point in points)
            moved = list(points)
            if inside and not _push(moved, wished[0] + _GAP, wished[1] + _GAP):
                return wished
    return size


def reach_of(shown: RelationMap) -> Box:
    """Return what a map fills in px."""
    return _reach(shown, _spots(shown))


def is_roomy(reach: Box, room: tuple[float, float]) -> bool:
    """Return whether a map finds room for cards as large as people like them."""
    return min(_fits(reach, room)) >= _LARGEST


def _fits(reach: Box, room: tuple[float, float]) -> tuple[float, float]:
    wide, high = max(reach.right - reach.left, 1.0), max(reach.bottom - reach.top, 1.0)
    return room[0] / wide, room[1] / high


def apart(middles: Sequence[Point], size: tuple[float, float], bounds: Box) -> list[Point]:
    """Return places for boxes of one size, as near to their wishes as none covers another.

    Where there is no room for all of them some still do.
    """
    width, height = size[0] + _GAP, size[1] + _GAP
    points = [_inside(point, size, bounds) for point in _unstacked(middles, width, height)]
    for _round in range(_ROUNDS):
        moved = _push(points, width, height)
        points = [_inside(point, size, bounds) for point in points]
        if not moved:
            break
    return points


def _unstacked(points: Sequence[Point], width: float, height: float) -> Iterator[Point]:
    """Yield points, those on the very same spot strewn about it like seeds of a sunflower."""
    stacked: Counter[Point] = Counter()
    for x, y in points:
        number = stacked[x, y]
        stacked[x, y] += 1
        angle, reach = number * _GOLDEN, math.sqrt(number)
        yield x + math.cos(angle) * reach * width, y + math.sin(angle) * reach * height


def _push(points: list[Point], width: float, height: float) -> bool:
    """Move each two that cover one another half the way apart; say whether any did."""
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for index, (x, y) in enumerate(points):
        cells[math.floor(x / width), math.floor(y / height)].append(index)
    moved = False
    for (column, row), members in sorted(cells.items()):
        near = [
            other
            for i in (column - 1, column, column + 1)
            for j in (row - 1, row, row + 1)
            for other in cells.get((i, j), ())
        ]
        for one in members:
            for other in near:
                if one < other and _part(points, one, other, (width, height)):
                    moved = True
    return moved


def _part(points: list[Point], one: int, other: int, size: tuple[float, float]) -> bool:
    (x, y), (other_x, other_y) = points[one], points[other]
    dx, dy = other_x - x, other_y - y
    over_x, over_y = size[0] - abs(dx), size[1] - abs(dy)
    if over_x <= 0.01 or over_y <= 0.01:
        return False
    # The shorter way out.
    if over_x / size[0] < over_y / size[1]:
        step = math.copysign(over_x / 2 + 0.05, dx)
        points[one], points[other] = (x - step, y), (other_x + step, other_y)
    else:
        step = math.copysign(over_y / 2 + 0.05, dy or 1.0)
        points[one], points[other] = (x, y - step), (other_x, other_y + step)
    return True


def _inside(point: Point, size: tuple[float, float], bounds: Box) -> Point:
    half = size[0] / 2, size[1] / 2
    return (
        min(max(point[0], bounds.left + half[0]), bounds.right - half[0]),
        min(max(point[1], bounds.top + half[1]), bounds.bottom - half[1]),
    )


def _spots(shown: RelationMap) -> dict[str, Point]:
    """Return where each actor stands in px; who has no place in the view stands below it."""
    known = {
        actor.id: (shown.places[actor.id].x, shown.places[actor.id].y)
        for actor in shown.actors
        if actor.id in shown.places
    }
    missing = [(actor.id, actor.organisation_id) for actor in shown.actors if actor.id not in known]
    spots: dict[str, Point] = dict(known)
    if missing:
        others = grouped(missing)
        top = min(y for _x, y in others.values())
        below = max((y for _x, y in known.values()), default=top - _BELOW) + _BELOW
        spots |= {key: (x, y - top + below) for key, (x, y) in others.items()}
    return {actor.id: spots[actor.id] for actor in shown.actors}


def _reach(shown: RelationMap, spots: dict[str, Point]) -> Box:
    """Return what everything fills in px, with the boxes of organisations around it."""
    half = CARD_WIDTH / 2 + BOX_MARGIN, CARD_HEIGHT / 2 + BOX_MARGIN
    boxes = [
        Box(x - half[0], y - half[1] - BOX_HEAD, x + half[0], y + half[1])
        for x, y in spots.values()
    ]
    boxes += [
        Box(
            text.place.x - text.place.width / 2,
            text.place.y - text.place.height / 2,
            text.place.x + text.place.width / 2,
            text.place.y + text.place.height / 2,
        )
        for text in shown.texts
    ]
    return around_all(boxes) or Box(-1, -1, 1, 1)


class Taken:
    """Boxes that are not to be covered, found by the squares of the plane they touch."""

    def __init__(self, boxes: Iterable[Box] = (), step: float = 40.0) -> None:
        self._step = step
        self._squares: dict[tuple[int, int], list[Box]] = defaultdict(list)
        for box in boxes:
            self.add(box)

    def add(self, box: Box) -> None:
        """Take a place."""
        for square in self._touched(box):
            self._squares[square].append(box)

    def is_free(self, box: Box) -> bool:
        """Return whether nothing lies in a box."""
        return not any(
            other.overlaps(box)
            for square in self._touched(box)
            for other in self._squares.get(square, ())
        )

    def _touched(self, box: Box) -> list[tuple[int, int]]:
        columns = range(math.floor(box.left / self._step), math.floor(box.right / self._step) + 1)
        rows = range(math.floor(box.top / self._step), math.floor(box.bottom / self._step) + 1)
        return [(column, row) for column in columns for row in rows]
