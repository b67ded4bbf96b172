"""Where a position stands on a drawn sheet, and which position a point of it means."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Protocol

from entente.domain.actor import ACTOR, HIGH, SCALE_MAX, SCALE_MIN, Quadrant
from entente.domain.attitudes import INITIATIVE
from entente.domain.placement import Box, Point

_ENERGIES: Final = frozenset({"synergy", "antagonism"})


@dataclass(frozen=True, slots=True, order=True)
class Score:
    """A position on a sheet: two scores, or the number of a place where scores make none.

    Attributes:
        up: The score that grows upwards, or the number of the place.
        across: The score that grows to the right; 0 where places are numbered.
    """

    up: float
    across: float


@dataclass(frozen=True, slots=True)
class Axis:
    """A score as a scale of the sheet.

    Attributes:
        field: Name of the score.
        lowest, highest, step: Its range.
        high: From here on it counts as high.
    """

    field: str
    lowest: float
    highest: float
    step: float
    high: float

    @property
    def low_steps(self) -> int:
        """How many steps count as low."""
        return round((self.high - self.lowest) / self.step)

    @property
    def high_steps(self) -> int:
        """How many steps count as high."""
        return round((self.highest - self.high) / self.step) + 1

    @property
    def steps(self) -> int:
        """How many steps there are."""
        return self.low_steps + self.high_steps

    @property
    def scores(self) -> tuple[float, ...]:
        """Every step, upwards."""
        return tuple(self.lowest + self.step * step for step in range(self.steps))

    def held(self, score: float) -> float:
        """Return a score brought inside the scale and to the nearest step."""
        inside = min(max(score, self.lowest), self.highest)
        return self.lowest + round((inside - self.lowest) / self.step) * self.step


def axis_of(field: str) -> Axis:
    """Return a score of an actor as a scale."""
    described = ACTOR.field(field)
    high = float(INITIATIVE) if field in _ENERGIES else HIGH
    return Axis(
        field,
        float(described.minimum or SCALE_MIN),
        float(described.maximum or SCALE_MAX),
        float(described.step or 1.0),
        high,
    )


POWER: Final = axis_of("power")
INTEREST: Final = axis_of("interest")
#: Every half point of the scale of power and of interest, upwards.
SCORES: Final = POWER.scores


class Layout(Protocol):
    """A sheet at one size."""

    @property
    def width(self) -> float:
        """Of the whole."""

    @property
    def height(self) -> float:
        """Of the whole."""

    @property
    def is_airy(self) -> bool:
        """Whether places are large enough for names to stand side by side in them."""

    def point(self, up: float, across: float) -> Point:
        """Return where the middle of a position is."""

    def score(self, x: float, y: float) -> Score:
        """Return the position a point means, also one outside."""

    def cell(self, score: Score) -> Box:
        """Return what belongs to a position."""

    def room(self, score: Score) -> Box:
        """Return what tokens of a position must not leave."""

    def names(self, score: Score) -> Box:
        """Return where the names of those at a position may stand."""

    def kept_clear(self) -> tuple[Box, ...]:
        """Return what neither tokens nor names may cover."""

    def scores(self) -> Iterable[Score]:
        """Return every position there is."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Two scales as a sheet: four panels, each under a strip for its caption.

    No score lies on a strip or in a gap, so that no token ever covers a caption.

    Attributes:
        width, height: Of the whole.
        strip: Height of a caption.
        gap: Between the panels.
        pad: Between the edge of a panel and its outermost cells.
        up, across: The scales.
    """

    width: float
    height: float
    strip: float = 0.0
    gap: float = 0.0
    pad: float = 0.0
    up: Axis = POWER
    across: Axis = INTEREST

    @property
    def is_airy(self) -> bool:
        """Half points are too near to one another for that."""
        return False

    @property
    def column(self) -> float:
        """Width of a step across."""
        return max(1.0, (self.width - self.gap - 4 * self.pad) / self.across.steps)

    @property
    def row(self) -> float:
        """Height of a step upwards."""
        free = self.height - self.gap - 2 * self.strip - 4 * self.pad
        return max(1.0, free / self.up.steps)

    def point(self, up: float, across: float) -> Point:
        """Return where the middle of a position is; scores between two steps lie between."""
        return self.x(across), self.y(up)

    def x(self, across: float) -> float:
        """Return how far right a score is."""
        steps = _steps(self.across, across)
        passed = _passed(self.across, steps)
        return self.pad + self.column * (steps + 0.5) + (self.gap + 2 * self.pad) * passed

    def y(self, up: float) -> float:
        """Return how far down a score is."""
        steps = _steps(self.up, up)
        between = self._down * _passed(self.up, steps)
        return self.height - self.pad - self.row * (steps + 0.5) - between

    def score(self, x: float, y: float) -> Score:
        """Return the steps nearest to a point, also to one outside."""
        up = self.height - y
        turn = self.pad + self.gap / 2
        return Score(
            _nearest(self.up, up - self.pad, self.row, self._down, turn + self.strip),
            _nearest(self.across, x - self.pad, self.column, self.gap + 2 * self.pad, turn),
        )

    def cell(self, score: Score) -> Box:
        """Return what belongs to a position."""
        x, y = self.point(score.up, score.across)
        return Box(x - self.column / 2, y - self.row / 2, x + self.column / 2, y + self.row / 2)

    def room(self, score: Score) -> Box:
        """Return the panel of a position below its caption."""
        panel = self.panel(self.quadrant(score))
        return Box(panel.left, panel.top + self.strip, panel.right, panel.bottom)

    def names(self, score: Score) -> Box:
        """Return the whole sheet: a position is a point, and its name may be beside it."""
        del score
        return Box(0, 0, self.width, self.height)

    def kept_clear(self) -> tuple[Box, ...]:
        """Return the captions and the gaps."""
        return (*(self.caption(quadrant) for quadrant in Quadrant), *self.gaps())

    def scores(self) -> Iterable[Score]:
        """Return every position there is."""
        return (Score(up, across) for up in self.up.scores for across in self.across.scores)

    def quadrant(self, score: Score) -> Quadrant:
        """Return which of the four panels a position is in, by its place in Mendelow's grid."""
        if score.up >= self.up.high:
            right = score.across >= self.across.high
            return Quadrant.COLLABORATE if right else Quadrant.SATISFY
        return Quadrant.INFORM if score.across >= self.across.high else Quadrant.MONITOR

    def panel(self, quadrant: Quadrant) -> Box:
        """Return what belongs to a quadrant, with the strip of its caption."""
        right = quadrant in {Quadrant.COLLABORATE, Quadrant.INFORM}
        low = quadrant in {Quadrant.INFORM, Quadrant.MONITOR}
        edge = self.across.low_steps * self.column + 2 * self.pad
        floor = self.height - self.up.low_steps * self.row - self.strip - 2 * self.pad
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
    def _down(self) -> float:
        """Length between high and low."""
        return self.gap + 2 * self.pad + self.strip


def _steps(axis: Axis, score: float) -> float:
    return (score - axis.lowest) / axis.step


def _passed(axis: Axis, steps: float) -> float:
    """Return how much of the line between low and high lies below, from 0.0 to 1.0."""
    return min(max(steps - (axis.low_steps - 1), 0.0), 1.0)


def _nearest(axis: Axis, length: float, pitch: float, between: float, turn: float) -> float:
    """Return the score at a length along an axis.

    Args:
        axis: The scale.
        length: From the lowest end.
        pitch: Length of a step.
        between: Length of what separates low from high.
        turn: How much of that still counts as low.
    """
    low = axis.low_steps * pitch
    if length <= low + turn:
        step = min(int(max(length, 0.0) // pitch), axis.low_steps - 1)
    else:
        step = axis.low_steps + int(max(length - low - between, 0.0) // pitch)
    return axis.scores[min(step, axis.steps - 1)]
