"""A target: whoever is chosen most stands nearest to its middle (Northway)."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from entente.domain.placement import Box, Point, around
from entente.domain.sociogram import Sociogram, Tie
from entente_ui.actors.frame import Score

#: Radii of the rings as parts of half the sheet, from the inmost.
RINGS: Final = (0.17, 0.42, 0.66, 0.89)
#: How many a ring holds side by side, and how much further in every other stands beyond that.
_FULL: Final = (5, 12, 20, 28)
_INWARDS: Final = 0.11
_ROUNDS: Final = 12
_SLOT: Final = 24.0


@dataclass(frozen=True, slots=True)
class Target:
    """Everybody at a place of their own on one of the rings.

    Attributes:
        width, height: Of the whole.
        parts: The place of each, as parts of half the sheet from its middle.
    """

    width: float
    height: float
    parts: tuple[Point, ...] = ()

    @property
    def is_airy(self) -> bool:
        """Nobody shares a place."""
        return False

    def point(self, up: float, across: float) -> Point:
        """Return where somebody stands, by number."""
        del across
        x, y = self.parts[int(up)] if 0 <= int(up) < len(self.parts) else (0.0, 0.0)
        return self.width / 2 * (1 + x), self.height / 2 * (1 + y)

    def score(self, x: float, y: float) -> Score:
        """Return who stands nearest to a point."""
        return min(
            self.scores(),
            key=lambda each: math.dist(self.point(each.up, each.across), (x, y)),
            default=Score(0.0, 0.0),
        )

    def cell(self, score: Score) -> Box:
        """Return what surrounds somebody."""
        return around(self.point(score.up, score.across), _SLOT)

    def room(self, score: Score) -> Box:
        """Return the whole sheet."""
        del score
        return Box(0, 0, self.width, self.height)

    def names(self, score: Score) -> Box:
        """Return the same."""
        return self.room(score)

    def kept_clear(self) -> tuple[Box, ...]:
        """Return nothing: there are no words on the sheet."""
        return ()

    def scores(self) -> Iterable[Score]:
        """Return everybody."""
        return (Score(float(number), 0.0) for number in range(len(self.parts)))


def place(members: Sequence[str], group: Sociogram, ties: Iterable[Tie]) -> tuple[Point, ...]:
    """Return where on the target each member stands.

    On a ring those are side by side who have to do with the same people, so that few arrows
    cross.

    Args:
        members: Keys, in the order of the places.
        group: What the choices say.
        ties: All that will be drawn.
    """
    near: dict[str, list[str]] = {key: [] for key in members}
    for one, two in ties:
        if one in near and two in near:
            near[one].append(two)
            near[two].append(one)
    rings = _rings(members, group)
    angles = {
        key: math.tau * number / max(len(ring), 1)
        for ring in rings
        for number, key in enumerate(ring)
    }
    for _round in range(_ROUNDS):
        for ring in rings:
            ring.sort(key=lambda key: _pull(key, near[key], angles))
            turn = _mean([angles[key] - math.tau * n / len(ring) for n, key in enumerate(ring)])
            for number, key in enumerate(ring):
                angles[key] = (turn + math.tau * number / len(ring)) % math.tau
    lengths = {
        key: _length(depth, number, len(ring))
        for depth, ring in enumerate(rings)
        for number, key in enumerate(ring)
    }
    return tuple(
        (lengths[key] * math.cos(angles[key]), lengths[key] * math.sin(angles[key]))
        for key in members
    )


def _rings(members: Sequence[str], group: Sociogram) -> list[list[str]]:
    """Return who stands on which ring: nobody's choice outside, the most chosen inside."""
    chosen = {key: group.statuses[key].chosen if key in group.statuses else 0 for key in members}
    most = max(chosen.values(), default=0)
    rings: list[list[str]] = [[] for _ in RINGS]
    for key in members:
        if not chosen[key]:
            rings[-1].append(key)
        else:
            part = chosen[key] / most
            rings[0 if part > 2 / 3 else 1 if part > 1 / 3 else 2].append(key)
    return rings


def _length(depth: int, number: int, count: int) -> float:
    """Return how far from the middle somebody stands; on a full ring every other further in."""
    if depth == 0 and count == 1:
        return 0.0
    return RINGS[depth] - (_INWARDS if count > _FULL[depth] and number % 2 else 0.0)


def _pull(key: str, neighbours: Sequence[str], angles: Mapping[str, float]) -> float:
    """Return the direction in which those lie somebody has to do with."""
    if not neighbours:
        return angles[key]
    return _mean([angles[each] for each in neighbours]) % math.tau


def _mean(angles: Sequence[float]) -> float:
    across = math.fsum(math.cos(angle) for angle in angles)
    down = math.fsum(math.sin(angle) for angle in angles)
    return math.atan2(down, across)
