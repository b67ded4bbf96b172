"""Three circles that overlap in seven regions, at any size."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from entente.domain.placement import Box, Point
from entente.domain.salience import Attributes
from entente_ui.actors.frame import Score

#: Middle and half axes of the circles of power, legitimacy and urgency, as parts of the sheet;
#: chosen so that the smallest of the regions is as large as it can be, with room on the left
#: for those outside.
POWER_CIRCLE: Final = (0.418, 0.401, 0.279, 0.381)
LEGITIMACY_CIRCLE: Final = (0.702, 0.401, 0.279, 0.381)
URGENCY_CIRCLE: Final = (0.560, 0.683, 0.425, 0.297)
CIRCLES: Final = (POWER_CIRCLE, LEGITIMACY_CIRCLE, URGENCY_CIRCLE)

#: Squares along a side when looking for the largest box in a region.
_FINE: Final = 72
_MARGIN: Final = 4.0
#: How far names may leave the box of a region: a part of its width, and px.
_BEYOND: Final = 0.3
_BELOW: Final = 14.0


def score_of(attributes: Attributes) -> Score:
    """Return the number of a region as a place."""
    number = attributes.power + 2 * attributes.legitimacy + 4 * attributes.urgency
    return Score(float(number), 0.0)


def attributes_of(score: Score) -> Attributes:
    """Return what those in a region have."""
    number = int(score.up)
    return Attributes(bool(number & 1), bool(number & 2), bool(number & 4))


SCORES: Final = tuple(Score(float(number), 0.0) for number in range(8))


@dataclass(frozen=True, slots=True)
class Circles:
    """The circles on a sheet.

    Attributes:
        width, height: Of the whole.
        strip: Height of the name of a region.
    """

    width: float
    height: float
    strip: float = 0.0

    @property
    def is_airy(self) -> bool:
        """Several stand in a region, with their names."""
        return True

    def point(self, up: float, across: float) -> Point:
        """Return the middle of the largest box in a region, below its name."""
        box = self.cell(Score(up, across))
        return (box.left + box.right) / 2, (box.top + box.bottom) / 2

    def score(self, x: float, y: float) -> Score:
        """Return the region a point lies in."""
        inside = _inside(x / max(self.width, 1.0), y / max(self.height, 1.0))
        return score_of(inside)

    def cell(self, score: Score) -> Box:
        """Return the largest box in a region, below its name."""
        box = self.region(score)
        return Box(box.left, box.top + self.strip, box.right, box.bottom)

    def room(self, score: Score) -> Box:
        """Return the same."""
        return self.cell(score)

    def names(self, score: Score) -> Box:
        """Return where names of those in a region may stand: also a little beyond its box."""
        box = self.cell(score)
        beyond = (box.right - box.left) * _BEYOND
        low, high = max(0.0, box.left - beyond), min(self.width, box.right + beyond)
        return Box(low, box.top, high, min(self.height, box.bottom + _BELOW))

    def region(self, score: Score) -> Box:
        """Return the largest box in a region."""
        left, top, right, bottom = _boxes()[int(score.up)]
        return Box(
            left * self.width + _MARGIN,
            top * self.height + _MARGIN,
            right * self.width - _MARGIN,
            bottom * self.height - _MARGIN,
        )

    def caption(self, score: Score) -> Box:
        """Return where the name of a region stands."""
        box, wide = self.region(score), self.names(score)
        # Both sides alike: the name stands in the middle of its region.
        beyond = min(box.left - wide.left, wide.right - box.right)
        return Box(box.left - beyond, box.top, box.right + beyond, box.top + self.strip)

    def titles(self) -> tuple[Box, Box, Box]:
        """Return where the names of the three circles stand, in the corners beside them."""
        wide, high = self.width * 0.16, self.strip
        return (
            Box(self.width * 0.145, 0.0, self.width * 0.145 + wide, high),
            Box(self.width - wide, 0.0, self.width, high),
            Box(self.width - wide, self.height - high, self.width, self.height),
        )

    def kept_clear(self) -> tuple[Box, ...]:
        """Return all those names."""
        return (*(self.caption(score) for score in SCORES), *self.titles())

    def scores(self) -> Iterable[Score]:
        """Return every region."""
        return SCORES


def _inside(x: float, y: float) -> Attributes:
    """Return which circles a point lies in, as parts of the sheet."""
    held = [((x - mx) / rx) ** 2 + ((y - my) / ry) ** 2 <= 1 for mx, my, rx, ry in CIRCLES]
    return Attributes(*held)


@cache
def _boxes() -> tuple[tuple[float, float, float, float], ...]:
    """Return the largest box in each region, as parts of the sheet."""
    step = 1 / _FINE
    corners = [[_inside(x * step, y * step) for x in range(_FINE + 1)] for y in range(_FINE + 1)]
    found = []
    for score in SCORES:
        wanted = attributes_of(score)
        # A square belongs to a region if all its corners do.
        squares = [
            [
                all(corners[y + down][x + right] == wanted for down in (0, 1) for right in (0, 1))
                for x in range(_FINE)
            ]
            for y in range(_FINE)
        ]
        left, top, right, bottom = max(_rectangles(squares), key=_size)
        found.append((left * step, top * step, right * step, bottom * step))
    return tuple(found)


def _size(box: tuple[int, int, int, int]) -> float:
    left, top, right, bottom = box
    return (right - left) * (bottom - top)


def _rectangles(squares: list[list[bool]]) -> Iterator[tuple[int, int, int, int]]:
    """Yield boxes of squares that all belong, the largest among them."""
    heights = [0] * _FINE
    for row, line in enumerate(squares):
        heights = [high + 1 if held else 0 for high, held in zip(heights, line, strict=True)]
        open_at: list[tuple[int, int]] = []
        for column, high in enumerate([*heights, 0]):
            start = column
            while open_at and open_at[-1][1] >= high:
                start, tall = open_at.pop()
                if tall:
                    yield start, row + 1 - tall, column, row + 1
            open_at.append((start, high))
