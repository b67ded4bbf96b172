"""Where things go on the map: the first arrangement and free spots.

Pure geometry in px at 100 %; the same input gives the same places.
"""

import math
from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from entente.domain.placement import Box

Spot: TypeAlias = tuple[int, int]

#: Everything stands on a grid of this pitch unless it is moved finer.
GRID: Final = 8
#: Size of the card of an actor; both halves lie on the grid.
CARD_WIDTH: Final = 192
CARD_HEIGHT: Final = 48
#: Around the people of an organisation, and for its name above them.
BOX_MARGIN: Final = 16
BOX_HEAD: Final = 32
#: Size of the box of an organisation nobody of which is shown.
EMPTY_WIDTH: Final = 192
EMPTY_HEIGHT: Final = 64

_GAP_X: Final = 48
_GAP_Y: Final = 24
_BETWEEN: Final = 48
_SET_OFF: Final = 48
#: Width of a block of new cards for its height.
_BLOCK_SHAPE: Final = 1.6
_PITCH: Final = (CARD_WIDTH + _GAP_X, CARD_HEIGHT + _GAP_Y)
#: A screen is about this much wider than high.
_ASPECT: Final = 1.9


def snapped(value: float) -> int:
    """Return the nearest point of the grid."""
    return math.floor(value / GRID + 0.5) * GRID


def grouped(members: Sequence[tuple[str, str]]) -> dict[str, Spot]:
    """Return a place for the middle of each card, those of a group side by side.

    Args:
        members: Key and group of each, in the order they are to be read.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for key, group in members:
        groups[group].append(key)
    blocks = [_block(keys) for group, keys in groups.items() if group]
    # Who belongs nowhere comes last, each for itself.
    blocks += [_block(groups[""])] if groups.get("") else []
    places: dict[str, Spot] = {}
    for (left, top), block in zip(_shelves(blocks), blocks, strict=True):
        for key, (x, y) in block.spots.items():
            places[key] = (left + x, top + y)
    return _centred(places)


def free_spot(wished: Spot, taken: Iterable[Spot]) -> Spot:
    """Return the place nearest to a wish where a card covers no other."""
    others = [
        (x, y)
        for x, y in taken
        if abs(x - wished[0]) < 40 * _PITCH[0] and abs(y - wished[1]) < 40 * _PITCH[1]
    ]
    x, y = snapped(wished[0]), snapped(wished[1])
    rings = range(math.isqrt(len(others)) + 2)
    steps = [(dx, dy) for ring in rings for dx, dy in _ring(ring)]
    for dx, dy in sorted(steps, key=lambda s: (abs(s[0]) + 2 * abs(s[1]), s[1] < 0, s[0] < 0)):
        spot = (x + dx * _PITCH[0], y + dy * (_PITCH[1] - GRID))
        if not any(covers(spot, other) for other in others):
            return spot
    return x, y


def free_block(wished: Spot, count: int, taken: Collection[Spot]) -> list[Spot]:
    """Return places for so many new cards, in rows that are read like a page.

    The block stands around the wish, or below everybody where somebody is in its way.
    """
    across, down = _PITCH[0], _PITCH[1] - GRID
    columns = max(1, round(math.sqrt(count * _BLOCK_SHAPE * down / across)))
    rows = math.ceil(count / columns)
    left = snapped(wished[0] - (min(count, columns) - 1) * across / 2)
    top = snapped(wished[1] - (rows - 1) * down / 2)
    block = [(left + n % columns * across, top + n // columns * down) for n in range(count)]
    if not any(covers(spot, other) for spot in block for other in taken):
        return block
    lower = max(y for _, y in taken) + 2 * down - top
    return [(x, y + snapped(lower)) for x, y in block]


def covers(one: Spot, other: Spot) -> bool:
    """Return whether two cards lie on one another."""
    return abs(one[0] - other[0]) < CARD_WIDTH and abs(one[1] - other[1]) < CARD_HEIGHT


def around_all(boxes: Iterable[Box]) -> Box | None:
    """Return the smallest box that holds all; None for none."""
    found = list(boxes)
    if not found:
        return None
    return Box(
        min(box.left for box in found),
        min(box.top for box in found),
        max(box.right for box in found),
        max(box.bottom for box in found),
    )


def within_steps(start: str, ties: Iterable[tuple[str, str]], steps: int) -> dict[str, int]:
    """Return who can be reached over so many ties, and over how many at least."""
    neighbours: dict[str, list[str]] = defaultdict(list)
    for one, other in ties:
        neighbours[one].append(other)
        neighbours[other].append(one)
    found = {start: 0}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        if found[here] == steps:
            continue
        for other in neighbours[here]:
            if other not in found:
                found[other] = found[here] + 1
                waiting.append(other)
    return found


@dataclass(frozen=True, slots=True)
class _Block:
    """The people of one organisation around one another, from the left top of their box."""

    spots: Mapping[str, Spot]
    width: int
    height: int


def _block(keys: Sequence[str]) -> _Block:
    wanted = math.sqrt(len(keys) * _ASPECT * _PITCH[1] / _PITCH[0])
    columns = min(len(keys), max(1, math.ceil(wanted - 1e-9)))
    rows = math.ceil(len(keys) / columns)
    left = BOX_MARGIN + CARD_WIDTH // 2
    top = BOX_HEAD + CARD_HEIGHT // 2
    # Every other row is set off: lines between rows do not run along one another.
    spots = {
        key: (
            left + number % columns * _PITCH[0] + number // columns % 2 * _SET_OFF,
            top + number // columns * _PITCH[1],
        )
        for number, key in enumerate(keys)
    }
    width = columns * _PITCH[0] - _GAP_X + 2 * BOX_MARGIN + (_SET_OFF if rows > 1 else 0)
    return _Block(spots, width, rows * _PITCH[1] - _GAP_Y + BOX_HEAD + BOX_MARGIN)


def _shelves(blocks: Sequence[_Block]) -> list[Spot]:
    """Return the left top of each block, in rows that fill a screen as well as can be."""
    if not blocks:
        return []
    area = sum((block.width + _BETWEEN) * (block.height + _BETWEEN) for block in blocks)
    least = max(block.width for block in blocks)
    wished = [round(math.sqrt(area * _ASPECT) * part / 10) for part in range(8, 17)]
    ways = [_rows(blocks, max(least, width)) for width in wished]
    return min(ways, key=lambda way: max(way[1][0] / _ASPECT, way[1][1]))[0]


def _rows(blocks: Sequence[_Block], widest: int) -> tuple[list[Spot], Spot]:
    """Return the left top of each block in rows no wider than that, and the size of all."""
    corners: list[Spot] = []
    x = y = row = shelf = right = 0
    for block in blocks:
        if corners and x + block.width > widest:
            shelf += 1
            x, y, row = shelf % 2 * _SET_OFF, y + row + _BETWEEN, 0
        corners.append((x, y))
        x += block.width + _BETWEEN
        right = max(right, x - _BETWEEN)
        row = max(row, block.height)
    return corners, (right, y + row)


def _centred(places: Mapping[str, Spot]) -> dict[str, Spot]:
    if not places:
        return {}
    xs, ys = zip(*places.values(), strict=True)
    off = (snapped((min(xs) + max(xs)) / 2), snapped((min(ys) + max(ys)) / 2))
    return {key: (snapped(x - off[0]), snapped(y - off[1])) for key, (x, y) in places.items()}


def _ring(radius: int) -> list[Spot]:
    if radius == 0:
        return [(0, 0)]
    span = range(-radius, radius + 1)
    return [(dx, dy) for dx in span for dy in span if max(abs(dx), abs(dy)) == radius]
