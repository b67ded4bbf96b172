"""Which risks move the total most: a bar for each, the longest on top."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.simulation import Contribution, Simulation
from entente.i18n import _
from entente_ui.charts.axis import ticks
from entente_ui.charts.bars import BarChart
from entente_ui.charts.plot import paint_foot
from entente_ui.formats import money
from entente_ui.kit import NOWHERE
from entente_ui.look.theme import theme
from entente_ui.risks.exposure.words import bar_words, by_swing, ends, tornado_sentence

#: Bars drawn; the table has them all.
MOST: Final = 15
_AMOUNT: Final = 96


class TornadoChart(BarChart):
    """From the mean total without a risk to the mean total when it occurs.

    Attributes:
        bars: The risks drawn, the longest bar first.

    Signals:
        picked: Emitted with the key of a risk that was clicked or chosen by key.
    """

    picked = Signal(str)

    head = 8
    foot = 30
    side = 16

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("What each risk adds"), parent)
        self._found: Simulation | None = None
        self._names: Mapping[str, str] = {}
        self.bars: Sequence[Contribution] = ()

    def show_found(self, found: Simulation | None, names: Mapping[str, str]) -> None:
        """Show what other trials gave; names of the risks by key."""
        self._found, self._names, self.aimed_part = found, names, NOWHERE
        self.bars = by_swing(found)[:MOST] if found else ()
        self.setAccessibleDescription(tornado_sentence(found) if found else "")
        self.updateGeometry()
        self.update()

    @property
    @override
    def count(self) -> int:
        return len(self.bars)

    @override
    def name_of(self, place: int) -> str:
        return self._names.get(self.bars[place].key, "")

    @override
    def spoken(self, place: int) -> str:
        return bar_words(self.bars[place], self.name_of(place))

    @override
    def choose(self, part: int) -> None:
        self.aim(part)
        self.picked.emit(self.bars[part].key)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.bars or self._found is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, plot = theme().px, self.plot()
        values = [end for each in self.bars for end in ends(each, self._found.mean)]
        steps = ticks(min(values), max(values), int(plot.width() // px(_AMOUNT)))
        low, span = steps[0], steps[-1] - steps[0]

        def across(total: float) -> float:
            return plot.left() + plot.width() * (total - low) / span

        for step in steps:
            painter.setPen(QPen(theme().colour("border"), 1))
            painter.drawLine(
                QPointF(across(step), plot.top()), QPointF(across(step), plot.bottom())
            )
            paint_foot(painter, self.width(), plot, across(step), money(step))
        for place, each in enumerate(self.bars):
            start, end = sorted(map(across, ends(each, self._found.mean)))
            self.paint_name(painter, place)
            self.paint_bar(painter, place, (start, end), hatched=each.mean < 0)
        x = across(self._found.mean)
        painter.setPen(QPen(theme().colour("text"), px(1.5), Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
