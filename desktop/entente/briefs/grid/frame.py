"""Four panels for the four strategies, each under a strip for its caption."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from entente.briefs.picture import INK, MUTED, Anchor, Area, Mark, Words
from entente.briefs.type import Face, width
from entente.domain.actor import HIGH, SCALE_MAX, SCALE_MIN, SCALE_STEP, STRATEGIES, Quadrant
from entente.domain.placement import Box, Point
from entente.i18n import _

_LOW: Final = round((HIGH - SCALE_MIN) / SCALE_STEP)
_STEPS: Final = _LOW + round((SCALE_MAX - HIGH) / SCALE_STEP) + 1
_STRIP: Final = 22.0
_GAP: Final = 5.0
_NAME_SIZE: Final = 11.0

_FAVOURED: Final = "#E3EFEE"
_GROUND: Final = "#FBFAF7"
_EDGE: Final = "#D8D3C8"


@dataclass(frozen=True, slots=True)
class Frame:
    """The grid drawn in a box: interest to the right, power upwards.

    No score lies on a strip or in a gap, so that no token covers a caption.
    """

    box: Box

    def point(self, power: float, interest: float) -> Point:
        """Return where a position is; scores between two half points lie between."""
        return self._x(_steps(interest)), self._y(_steps(power))

    def panel(self, quadrant: Quadrant) -> Box:
        """Return the panel of a strategy with its strip."""
        keen = quadrant in {Quadrant.COLLABORATE, Quadrant.INFORM}
        powerful = quadrant in {Quadrant.COLLABORATE, Quadrant.SATISFY}
        across = self.box.left + self._column * _LOW
        up = self.box.bottom - self._row * _LOW - _STRIP
        return Box(
            left=across + _GAP if keen else self.box.left,
            top=self.box.top if powerful else up,
            right=self.box.right if keen else across,
            bottom=up - _GAP if powerful else self.box.bottom,
        )

    def ground(self, quadrant: Quadrant) -> Box:
        """Return the panel of a strategy without its strip: where its tokens stand."""
        panel = self.panel(quadrant)
        return Box(panel.left, panel.top + _STRIP, panel.right, panel.bottom)

    def gaps(self) -> tuple[Box, ...]:
        """Return the lines between the panels."""
        low, high = self.panel(Quadrant.MONITOR), self.panel(Quadrant.COLLABORATE)
        return (
            Box(low.right, self.box.top, high.left, self.box.bottom),
            Box(self.box.left, high.bottom, self.box.right, low.top),
        )

    def strips(self) -> tuple[Box, ...]:
        """Return where the captions stand."""
        panels = [self.panel(quadrant) for quadrant in Quadrant]
        return tuple(Box(each.left, each.top, each.right, each.top + _STRIP) for each in panels)

    def marks(self) -> Iterator[Mark]:
        """Yield panels and scales."""
        for quadrant in Quadrant:
            panel = self.panel(quadrant)
            fill = _ground(quadrant)
            width_, height = panel.right - panel.left, panel.bottom - panel.top
            yield Area(panel.left, panel.top, width_, height, fill, _EDGE, radius=4)
        for score in range(int(SCALE_MIN), int(SCALE_MAX) + 1):
            steps = _steps(score)
            bottom, left = self.box.bottom + 13, self.box.left - 7
            yield Words(self._x(steps), bottom, str(score), colour=MUTED, anchor=Anchor.MIDDLE)
            yield Words(left, self._y(steps) + 3, str(score), colour=MUTED, anchor=Anchor.END)
        middle_x = (self.box.left + self.box.right) / 2
        middle_y = (self.box.top + self.box.bottom) / 2
        yield _axis(middle_x, self.box.bottom + 27, _("Interest"))
        yield _axis(self.box.left - 24, middle_y, _("Power"), turned=True)

    def captions(self) -> Iterator[Mark]:
        """Yield the names of the strategies, clear of what passes below them."""
        for quadrant in Quadrant:
            panel, strategy = self.panel(quadrant), STRATEGIES[quadrant]
            baseline = panel.top + 15
            name = _(strategy.name)
            room = width(name, Face.SEMIBOLD, _NAME_SIZE) + 6
            yield Area(panel.left + 5, panel.top + 4, room, _STRIP - 8, _ground(quadrant))
            yield Words(panel.left + 8, baseline, name, _NAME_SIZE, Face.SEMIBOLD, INK)
            advice = _(strategy.advice)
            yield Words(panel.right - 8, baseline, advice, colour=MUTED, anchor=Anchor.END)

    @property
    def _column(self) -> float:
        return (self.box.right - self.box.left - _GAP) / _STEPS

    @property
    def _row(self) -> float:
        return (self.box.bottom - self.box.top - _GAP - 2 * _STRIP) / _STEPS

    def _x(self, steps: float) -> float:
        return self.box.left + self._column * (steps + 0.5) + _GAP * _passed(steps)

    def _y(self, steps: float) -> float:
        raised = (_GAP + _STRIP) * _passed(steps)
        return self.box.bottom - self._row * (steps + 0.5) - raised


def _ground(quadrant: Quadrant) -> str:
    return _FAVOURED if quadrant is Quadrant.COLLABORATE else _GROUND


def _axis(x: float, y: float, name: str, *, turned: bool = False) -> Words:
    label = f"{name} →"
    return Words(x, y, label, 9.5, Face.SEMIBOLD, MUTED, Anchor.MIDDLE, turned)


def _steps(score: float) -> float:
    return (min(max(score, SCALE_MIN), SCALE_MAX) - SCALE_MIN) / SCALE_STEP


def _passed(steps: float) -> float:
    """Return 0 for a low score, 1 for a high one, and what lies between for neither."""
    return min(max(steps - (_LOW - 1), 0.0), 1.0)
