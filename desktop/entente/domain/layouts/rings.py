"""People around a middle: on one circle, or the nearer the more influence they have."""

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Final

from entente.domain.layouts.ground import Ground, Link, Node, Point, settled

#: Points by which the length of a ring is measured.
_FINE: Final = 720
#: Air between neighbours on a ring.
_AIR: Final = 1.06
#: Times that everybody may change places with the next.
_PASSES: Final = 12
_TOUCH: Final = 1e-6
#: From one ring to the next, in heights of a room.
_BETWEEN: Final = 1.75
#: How much wider than high a ring is.
_FLAT: Final = 1.5


def circular(nodes: Sequence[Node], links: Sequence[Link], ground: Ground) -> dict[str, Point]:
    """Return everybody on one ring, in an order in which few ties cross."""
    free = [node.key for node in nodes if node.key not in ground.pinned]
    order = uncrossed(free, neighbours_of(nodes, links))
    wide = math.hypot(*ground.size) / 4
    return settled(dict(zip(order, ring(len(order), wide, ground.room), strict=True)), ground)


def concentric(nodes: Sequence[Node], links: Sequence[Link], ground: Ground) -> dict[str, Point]:
    """Return the most influential in the middle, the others further out by whole steps."""
    neighbours = neighbours_of(nodes, links)
    bands: dict[float, list[str]] = {}
    for node in nodes:
        if node.key not in ground.pinned:
            # Nobody knows how far out the last belong.
            band = math.inf if node.influence is None else -float(math.floor(node.influence))
            bands.setdefault(band, []).append(node.key)
    found: dict[str, Point] = {}
    reach = 0.0
    for band in sorted(bands):
        keys = bands[band]
        if not found and len(keys) == 1:
            found[keys[0]] = (0.0, 0.0)
            reach = 1.0
            continue
        order, start = _facing(keys, neighbours, found)
        spots = ring(len(keys), reach, ground.room, in_rooms=True, start=start)
        found |= dict(zip(order, spots, strict=True))
        reach = max(math.hypot(x / _FLAT, y) for x, y in spots) / ground.room[1] + _BETWEEN
    return settled(found, ground)


def ring(
    count: int, least: float, room: Point, *, in_rooms: bool = False, start: float = 0.0
) -> list[Point]:
    """Return places around the origin, from the top clockwise, none too near to the next.

    Args:
        count: How many.
        least: Half the height of the ring at least: px, or heights of a room.
        room: Width and height that each needs.
        in_rooms: Which of the two `least` is in.
        start: Where the first stands, 0.0 to 1.0 clockwise from the top.
    """
    if count == 1 and not least:
        return [(0.0, 0.0)]
    outline = [
        (_FLAT * math.sin(2 * math.pi * n / _FINE), -math.cos(2 * math.pi * n / _FINE))
        for n in range(_FINE + 1)
    ]
    # In rooms: two are clear of each other once they are one apart either way.
    lengths = [
        max(abs(b[0] - a[0]) / room[0], abs(b[1] - a[1]) / room[1]) for a, b in pairwise(outline)
    ]
    so_far = [0.0, *accumulate(lengths)]
    least_px = least * room[1] if in_rooms else least
    radius = max(_AIR * count / so_far[-1], least_px)
    spots = []
    for number in range(count):
        at = bisect_left(so_far, so_far[-1] * ((number / count + start) % 1.0))
        x, y = outline[at]
        spots.append((x * radius, y * radius))
    return spots


def neighbours_of(nodes: Sequence[Node], links: Sequence[Link]) -> dict[str, list[str]]:
    """Return who has a tie with each, once, in the order of the ties."""
    found: dict[str, dict[str, None]] = {node.key: {} for node in nodes}
    for link in links:
        if link.one in found and link.other in found and link.one != link.other:
            found[link.one][link.other] = found[link.other][link.one] = None
    return {key: list(others) for key, others in found.items()}


def uncrossed(keys: Sequence[str], neighbours: Mapping[str, Sequence[str]]) -> list[str]:
    """Return an order around a circle in which few ties cross."""
    order = _walk(keys, neighbours)
    count = len(order)
    position = {key: place for place, key in enumerate(order)}
    for _ in range(_PASSES if count > 3 else 0):
        moved = False
        for place in range(count):
            after = (place + 1) % count
            one, other = order[place], order[after]
            ahead = _ahead(one, other, place, position, neighbours, count)
            behind = _ahead(other, one, place, position, neighbours, count)
            if _crossings(ahead, behind) > _crossings(behind, ahead):
                order[place], order[after] = other, one
                position[one], position[other] = after, place
                moved = True
        if not moved:
            break
    return order


def _walk(keys: Sequence[str], neighbours: Mapping[str, Sequence[str]]) -> list[str]:
    """Return everybody, each next to somebody they have a tie with where that can be."""
    wanted, seen = set(keys), set[str]()
    order: list[str] = []
    for first in keys:
        ahead = [first]
        while ahead:
            key = ahead.pop()
            if key in seen:
                continue
            seen.add(key)
            order.append(key)
            others = [one for one in neighbours[key] if one in wanted and one not in seen]
            ahead += sorted(others, key=lambda one: -len(neighbours[one]))
    return order


def _ahead(
    key: str,
    beside: str,
    place: int,
    position: Mapping[str, int],
    neighbours: Mapping[str, Sequence[str]],
    count: int,
) -> list[int]:
    """Return how far around the circle the neighbours of one are, but for the one beside."""
    return sorted(
        (position[other] - place) % count
        for other in neighbours[key]
        if other != beside and other in position
    )


def _crossings(first: Sequence[int], second: Sequence[int]) -> int:
    """Return how many ties of two who stand side by side cross, the first standing first."""
    return sum(bisect_left(first, far) for far in second)


def _facing(
    keys: Sequence[str], neighbours: Mapping[str, Sequence[str]], placed: Mapping[str, Point]
) -> tuple[list[str], float]:
    """Return those of a ring in the direction of those further in whom they have ties with.

    Returns:
        Their order, and where on the ring the first stands, 0.0 to 1.0 from the top.
    """
    wanted = {key: _direction(key, neighbours, placed) for key in keys}
    order = sorted(keys, key=lambda key: (wanted[key] is None, wanted[key] or 0.0))
    # How far the ring has to turn for most of them to stand where they want to.
    turns = [
        complex(math.cos(angle), math.sin(angle))
        for number, key in enumerate(order)
        if (share := wanted[key]) is not None
        for angle in [2 * math.pi * (share - number / len(order))]
    ]
    total = sum(turns)
    if abs(total) < _TOUCH:
        return order, 0.5 / len(order)
    return order, (math.atan2(total.imag, total.real) / (2 * math.pi)) % 1.0


def _direction(
    key: str, neighbours: Mapping[str, Sequence[str]], placed: Mapping[str, Point]
) -> float | None:
    """Return where somebody's ties lead to, 0.0 to 1.0 clockwise from the top."""
    met = [placed[other] for other in neighbours[key] if other in placed]
    x, y = sum(point[0] for point in met), sum(point[1] for point in met)
    if math.hypot(x, y) < _TOUCH:
        return None
    return (math.atan2(x / _FLAT, -y) / (2 * math.pi)) % 1.0
