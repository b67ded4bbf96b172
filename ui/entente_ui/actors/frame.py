"""Where a score stands on the drawn grid, and which score a point of it means."""

from dataclasses import dataclass
from typing import Final

from entente.domain.actor import HIGH, SCALE_MAX, SCALE_MIN, SCALE_STEP, Quadrant
from entente.domain.placement import Box, Point

#: Half points below the line between low and high, and from it on.
_LOW: Final = round((HIGH - SCALE_MIN) / SCALE_STEP)
_HIGH: Final = round((SCALE_MAX - HIGH) / SCALE_STEP) + 1
_STEPS: Final = _LOW + _HIGH

#: Every half point of the scale, upwards.
SCORES: Final = tuple(SCALE_MIN + SCALE_STEP * step for step in range(_STEPS))


@dataclass(frozen=True, slots=True, order=True)
class Score:
    """A position on the grid, each from 1 to 5 in half points."""

    power: float
    interest: float

    def moved(self, power: float, interest: float) -> "Score":
        """Return the position some points further, held inside the scale."""
        return Score(_held(self.power + power), _held(self.interest + interest))


@dataclass(frozen=True, slots=True)
class Frame:
    """The grid at one size: four panels of half points, each under a strip for its caption.

    No score lies on a strip or in a gap, so that no token ever covers a caption.

    Attributes:
        width, height: Of the whole.
        strip: Height of a caption.
        gap: Between the panels.
        pad: Between the edge of a panel and its outermost cells.
    """

    width: float
    height: float
    strip: float = 0.0
    gap: float = 0.0
    pad: float = 0.0

    @property
    def column(self) -> float:
        """Width of half a point of interest."""
        return max(1.0, (self.width - self.gap - 4 * self.pad) / _STEPS)

    @property
    def row(self) -> float:
        """Height of half a point of power."""
        return max(1.0, (self.height - self.gap - 2 * self.strip - 4 * self.pad) / _STEPS)

    def point(self, power: float, interest: float) -> Point:
        """Return where the middle of a position is; scores between two steps lie between."""
        return self.x(interest), self.y(power)

    def x(self, interest: float) -> float:
        """Return how far right a score of interest is."""
        steps = _steps(interest)
        return self.pad + self.column * (steps + 0.5) + self._across * _passed(steps)

    def y(self, power: float) -> float:
        """Return how far down a score of power is."""
        steps = _steps(power)
        return self.height - self.pad - self.row * (steps + 0.5) - self._down * _passed(steps)

    def score(self, x: float, y: float) -> Score:
        """Return the half points nearest to a point, also to one outside."""
        up = self.height - y
        return Score(
            _nearest(up - self.pad, self.row, self._down, self.pad + self.strip + self.gap / 2),
            _nearest(x - self.pad, self.column, self._across, self.pad + self.gap / 2),
        )

    def cell(self, score: Score) -> Box:
        """Return what belongs to a position."""
        x, y = self.point(score.power, score.interest)
        return Box(x - self.column / 2, y - self.row / 2, x + self.column / 2, y + self.row / 2)

    def panel(self, quadrant: Quadrant) -> Box:
        """Return what belongs to a quadrant, with the strip of its caption."""
        right = quadrant in {Quadrant.COLLABORATE, Quadrant.INFORM}
        low = quadrant in {Quadrant.INFORM, Quadrant.MONITOR}
        edge = _LOW * self.column + 2 * self.pad
        floor = self.height - _LOW * self.row - self.strip - 2 * self.pad
        return Box(
            edge + self.gap if right else 0.0,
            floor if low else 0.0,
            self.width if right else edge,
            self.height if low else floor - self.gap,
        )

    def caption(self, quadrant: Quadrant) -> Box:
        """Return the strip at the head of a quadrant."""
        panel = self.panel(quadrant)
        return Box(panel.left, panel.top, panel.right, panel.top + self.strip)

    def gaps(self) -> tuple[Box, Box]:
        """Return what lies between the panels: upright, and across."""
        left, above = self.panel(Quadrant.MONITOR), self.panel(Quadrant.SATISFY)
        return (
            Box(left.right, 0.0, left.right + self.gap, self.height),
            Box(0.0, above.bottom, self.width, above.bottom + self.gap),
        )

    @property
    def _across(self) -> float:
        """Length between low and high interest."""
        return self.gap + 2 * self.pad

    @property
    def _down(self) -> float:
        """Length between high and low power."""
        return self.gap + 2 * self.pad + self.strip


def _held(score: float) -> float:
    return min(max(score, SCALE_MIN), SCALE_MAX)


def _steps(score: float) -> float:
    return (score - SCALE_MIN) / SCALE_STEP


def _passed(steps: float) -> float:
    """Return how much of the line between low and high lies below, from 0.0 to 1.0."""
    return min(max(steps - (_LOW - 1), 0.0), 1.0)


def _nearest(length: float, pitch: float, between: float, turn: float) -> float:
    """Return the score at a length along an axis.

    Args:
        length: From the lowest end.
        pitch: Length of a half point.
        between: Length of what separates low from high.
        turn: How much of that still counts as low.
    """
    low = _LOW * pitch
    if length <= low + turn:
        step = min(int(max(length, 0.0) // pitch), _LOW - 1)
    else:
        step = _LOW + int(max(length - low - between, 0.0) // pitch)
    return SCORES[min(step, _STEPS - 1)]
