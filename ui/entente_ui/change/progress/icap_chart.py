"""The rates of the ICAP barometer, axis by axis in the order expected, a line for each wave."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.change.icap import AXES
from entente.domain.climate.survey import AXIS_LABELS
from entente.i18n import _
from entente.services.icap import IcapWave
from entente.services.progress_words import share
from entente_ui.charts.plot import Plot, paint_foot, widest
from entente_ui.look.theme import theme

_HEIGHT: Final = 240
_TOP: Final = 16
_FOOT: Final = 30
_LEVELS: Final = (0.0, 0.25, 0.5, 0.75, 1.0)
#: So many waves are drawn, the last ones; the table has all.
_SHOWN: Final = 3
#: From the last wave back.
_ROLES: Final = ("accent", "muted", "faint")
_STROKES: Final = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine)


class IcapChart(Plot):
    """A line that rises is an inversion: it is drawn in the colour of what is critical."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Rates of the ICAP barometer"), _HEIGHT, parent)
        self.waves: Sequence[IcapWave] = ()

    def show_waves(self, waves: Sequence[IcapWave], sentence: str) -> None:
        """Show other waves; the sentence is read aloud."""
        self.waves = waves[-_SHOWN:]
        self.setAccessibleDescription(sentence)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = theme().px
        left = widest([share(level) for level in _LEVELS]) + px(14)
        right = widest([wave.name for wave in self.waves]) + px(40)
        plot = self.room(left, px(_TOP), right, px(_FOOT))
        for level in _LEVELS:
            self.paint_level(painter, plot, _y(plot, level), share(level))
        for place, label in enumerate(AXIS_LABELS.values()):
            paint_foot(painter, self.width(), plot, _x(plot, place), _(label))
        for back, wave in reversed(list(enumerate(reversed(self.waves)))):
            self._paint_wave(painter, plot, wave, back)

    def _paint_wave(self, painter: QPainter, plot: QRectF, wave: IcapWave, back: int) -> None:
        """Draw a wave, so many waves back from the last."""
        px, role = theme().px, _ROLES[back]
        spots = {
            name: QPointF(_x(plot, place), _y(plot, rate))
            for place, name in enumerate(AXES)
            if (rate := wave.rates[name]) is not None
        }
        known = list(spots)
        for before, after in pairwise(known):
            drawn = "critical" if (before, after) in wave.inversions else role
            painter.setPen(QPen(theme().colour(drawn), px(2.5 if not back else 2), _STROKES[back]))
            painter.drawLine(QLineF(spots[before], spots[after]))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour(role))
        for spot in spots.values():
            painter.drawEllipse(spot, px(4), px(4))
        if not spots:
            return
        if not back:
            for name, spot in spots.items():
                above = spot + QPointF(-px(14), -px(13))
                self.paint_words(painter, above, share(wave.rates[name]), "text")
        end = spots[known[-1]] + QPointF(px(30 if not back else 10), 0)
        self.paint_words(painter, end, wave.name, role if role != "faint" else "muted")


def _x(plot: QRectF, place: int) -> float:
    # Words below the first and the last need room at their sides.
    inset = plot.width() * 0.08
    return plot.left() + inset + (plot.width() - 2 * inset) * place / (len(AXES) - 1)


def _y(plot: QRectF, rate: float) -> float:
    return plot.bottom() - plot.height() * rate
