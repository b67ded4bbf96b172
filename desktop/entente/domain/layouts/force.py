"""People who are close in the network stand close: shown at once, then refined."""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from entente.domain.layouts.ground import Ground, Link, Node, Point, centred, frame, settled
from entente.domain.layouts.stress import REFINED_MAX, first_picture, majorised

if TYPE_CHECKING:
    from entente.domain.distances import Floats

#: Px of one step, in rooms: sideways a card and a half, downwards two and a half.
_STEP: Final = (1.25, 1.9)
#: Part of the ground that is left free between cards.
_AIR: Final = 2.6
#: After so many steps a picture is shown.
_SHOWN: Final = frozenset({1, 3, 6, 10, 16, 24, 34, 46})


def refine(
    nodes: Sequence[Node], links: Sequence[Link], ground: Ground
) -> Iterator[dict[str, Point]]:
    """Yield whole arrangements, the first at once, each better than the one before.

    Whoever has seen enough stops asking. The same input gives the same pictures.
    """
    parts = _parts(nodes, links, ground)
    yield _drawn_together(parts, ground)
    running = [part for part in parts if part.count <= REFINED_MAX]
    steps = {id(part): part.steps() for part in running}
    number, is_shown = 0, True
    while running := [part for part in running if next(steps[id(part)], False)]:
        number += 1
        is_shown = number in _SHOWN
        if is_shown:
            yield _drawn_together(parts, ground)
    if not is_shown:
        yield _drawn_together(parts, ground)


class _Part:
    """People who can all reach one another, and where they stand, in steps."""

    def __init__(
        self, keys: Sequence[str], pairs: Sequence[tuple[int, int]], ground: Ground
    ) -> None:
        self.keys = keys
        self._pairs = pairs
        self._ground = ground
        self._unit = ground.room[0] * _STEP[0], ground.room[1] * _STEP[1]
        self._pinned = [place for place, key in enumerate(keys) if key in ground.pinned]
        self._places = self._begun()

    @property
    def count(self) -> int:
        """How many they are."""
        return len(self.keys)

    @property
    def is_anchored(self) -> bool:
        """Whether somebody among them is pinned."""
        return bool(self._pinned)

    def steps(self) -> Iterator[bool]:
        """Yield whenever the places have become better."""
        for places in majorised(self._places, self._pairs, self._pinned):
            self._places = places
            yield True

    def drawn(self) -> dict[str, Point]:
        """Return where they stand, in px."""
        across, down = self._unit
        places = self._places if self.is_anchored else _lying(self._places)
        points = [(float(x) * across, float(y) * down) for x, y in places]
        if not self.is_anchored:
            grown = self._growth(points)
            points = [(x * grown, y * grown) for x, y in points]
        return dict(zip(self.keys, points, strict=True))

    def _growth(self, points: Sequence[Point]) -> float:
        """Return how much larger to draw for everybody to have room."""
        left, top, right, bottom = frame(points)
        width, height = self._ground.room
        needed = _AIR * len(points) * width * height
        there = max(right - left, width) * max(bottom - top, height)
        return max(math.sqrt(needed / there), 1.0) if len(points) > 2 else 1.0

    def _begun(self) -> "Floats":
        import numpy as np  # noqa: PLC0415  # when first asked

        places = first_picture(self.count, self._pairs)
        if not self._pinned:
            return places
        # Drawn as large as without pins: those pinned close together take nobody's room.
        across, down = self._unit
        grown = self._growth([(float(x) * across, float(y) * down) for x, y in places])
        self._unit = across * grown, down * grown
        held = np.array([self._ground.pinned[self.keys[n]] for n in self._pinned]) / self._unit
        places = _turned(places, places[self._pinned], held)
        places[self._pinned] = held
        return places


def _parts(nodes: Sequence[Node], links: Sequence[Link], ground: Ground) -> list[_Part]:
    """Return who can reach whom, the largest first."""
    place = {node.key: number for number, node in enumerate(nodes)}
    pairs = {
        (min(place[link.one], place[link.other]), max(place[link.one], place[link.other]))
        for link in links
        if link.one in place and link.other in place and link.one != link.other
    }
    leader = list(range(len(nodes)))

    def lead(number: int) -> int:
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    for one, other in sorted(pairs):
        leader[lead(other)] = lead(one)
    members: dict[int, list[int]] = {}
    for number in range(len(nodes)):
        members.setdefault(lead(number), []).append(number)
    within: dict[int, list[tuple[int, int]]] = {first: [] for first in members}
    for one, other in sorted(pairs):
        within[lead(one)].append((one, other))
    parts = []
    for first, group in members.items():
        inner = {number: position for position, number in enumerate(group)}
        ends = [(inner[one], inner[other]) for one, other in within[first]]
        parts.append(_Part([nodes[number].key for number in group], ends, ground))
    return sorted(parts, key=lambda part: (not part.is_anchored, -part.count))


def _drawn_together(parts: Sequence[_Part], ground: Ground) -> dict[str, Point]:
    """Return all parts in one picture: those with pins where they are, the others beneath."""
    wanted: dict[str, Point] = {}
    for part in parts:
        if part.is_anchored:
            wanted |= part.drawn()
    loose = _packed([part.drawn() for part in parts if not part.is_anchored], ground)
    if wanted and loose:
        left, _, _, bottom = frame(list(wanted.values()))
        x, y, _, _ = frame(list(loose.values()))
        down = bottom + 2 * ground.room[1] - y
        loose = {key: (px - x + left, py + down) for key, (px, py) in loose.items()}
    found = settled(wanted | loose, ground)
    return found if ground.pinned else centred(found)


def _packed(pictures: Sequence[Mapping[str, Point]], ground: Ground) -> dict[str, Point]:
    """Return pictures side by side in rows, the largest first."""
    if not pictures:
        return {}
    boxes = [frame(list(picture.values())) for picture in pictures]
    width, height = ground.room
    sizes = [(right - left, bottom - top) for left, top, right, bottom in boxes]
    area = sum((wide + width) * (high + height) for wide, high in sizes)
    widest = max(*(wide for wide, _ in sizes), math.sqrt(area * ground.aspect) - width)
    found: dict[str, Point] = {}
    x = y = lowest = 0.0
    for picture, (left, top, right, bottom) in zip(pictures, boxes, strict=True):
        if x and x + right - left > widest:
            x, y = 0.0, lowest
        for key, (px, py) in picture.items():
            found[key] = px - left + x, py - top + y
        lowest = max(lowest, y + bottom - top + 1.5 * height)
        x += right - left + 1.25 * width
    return found


def _lying(places: "Floats") -> "Floats":
    """Return places turned so that they lie along the screen."""
    import numpy as np  # noqa: PLC0415  # when first asked

    middle = places - places.mean(axis=0)
    _values, vectors = np.linalg.eigh(middle.T @ middle)
    turned: Floats = middle @ vectors[:, ::-1]
    for axis in range(2):
        leader = np.argmax(np.abs(turned[:, axis]) > np.abs(turned[:, axis]).max() - 1e-6)
        turned[:, axis] *= -np.sign(turned[leader, axis]) or 1.0
    return turned


def _turned(places: "Floats", mine: "Floats", wanted: "Floats") -> "Floats":
    """Return places turned and moved so that some come as near to `wanted` as they can."""
    import numpy as np  # noqa: PLC0415  # when first asked

    shift, goal = mine.mean(axis=0), wanted.mean(axis=0)
    left, _, right = np.linalg.svd((mine - shift).T @ (wanted - goal))
    turned: Floats = (places - shift) @ (left @ right) + goal
    return turned
