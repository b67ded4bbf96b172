"""Words on a colour of the heat scale, in a table."""

from typing import Final

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable
from typing_extensions import override

from entente.briefs import text
from entente.briefs import type as typeface
from entente.briefs.heat import EDGE, HEAT

_PAD: Final = 4.0
_ABOVE: Final = 0.2
_RADIUS: Final = 2.5


class Chip(Flowable):
    """Words on their colour, on as many lines as they need."""

    def __init__(self, words: str, heat: int) -> None:
        super().__init__()
        self._heat = HEAT[heat]
        self._lines = text.paragraphs(words, typeface.on_heat(self._heat.ink))

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        heights = [line.wrap(aW - 2 * _PAD, aH)[1] for line in self._lines]
        self.width, self.height = aW, sum(heights) + 2 * _ABOVE
        return self.width, self.height

    def draw(self) -> None:
        """Draw the colour and the words on it."""
        self.canv.setFillColor(HexColor(self._heat.fill))
        self.canv.setStrokeColor(HexColor(EDGE))
        self.canv.setLineWidth(0.4)
        self.canv.roundRect(0, 0, self.width, self.height, _RADIUS, stroke=1, fill=1)
        top = self.height - _ABOVE
        for line in self._lines:
            top -= line.height
            line.drawOn(self.canv, _PAD, top)
