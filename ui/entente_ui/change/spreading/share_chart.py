"""Bars with words behind them; one that is too long is in the colour of what is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente_ui.charts.bars import BarChart
from entente_ui.formats import labelled
from entente_ui.kit import NOWHERE
from entente_ui.look.theme import theme

_SIDE: Final = 190
_GAP: Final = 10


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar.

    Attributes:
        length: On the scale of the chart; None where it is not known.
        words: Written behind it.
    """

    name: str
    length: float | None
    words: str
    is_too_much: bool = False


class ShareChart(BarChart):
    """Bars on one scale, with a line where they should end, if there is such a place."""

    side = _SIDE

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._bars: Sequence[Bar] = ()
        self._limit: float | None = None

    def show_bars(self, bars: Sequence[Bar], limit: float | None = None) -> None:
        """Show other bars.

        Args:
            bars: From top to bottom.
            limit: Where they should end; None for nowhere.
        """
        self._bars, self._limit = bars, limit
        if self.aimed_part >= len(bars):
            self.aimed_part = len(bars) - 1 if bars else NOWHERE
        self.setAccessibleDescription("; ".join(map(self.spoken, range(len(bars)))))
        self.updateGeometry()
        self.update()

    @property
    @override
    def count(self) -> int:
        return len(self._bars)

    @override
    def name_of(self, place: int) -> str:
        return self._bars[place].name

    @override
    def spoken(self, place: int) -> str:
        return labelled(self._bars[place].name, self._bars[place].words)

    @override
    def tip(self, part: int) -> str:
        return self.spoken(part)

    @override
    def choose(self, part: int) -> None:
        self.look_at(part)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = self.plot()
        most = max((each.length or 0 for each in self._bars), default=0)
        most = max(most, self._limit or 0) or 1
        if self._limit is not None:
            x = plot.left() + plot.width() * self._limit / most
            painter.setPen(QPen(theme().colour("muted"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        for place, each in enumerate(self._bars):
            self._paint_row(painter, place, each, plot.left() + plot.width() / most, plot)

    def _paint_row(
        self, painter: QPainter, place: int, each: Bar, unit: float, plot: QRectF
    ) -> None:
        px, row = theme().px, self.row_rect(place)
        self.paint_name(painter, place)
        end = plot.left() + (each.length or 0) * (unit - plot.left())
        if each.length:
            bar = self.paint_bar(painter, place, (plot.left(), end))
            if each.is_too_much:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme().colour("critical"))
                painter.drawRoundedRect(bar, px(3), px(3))
        font = theme().font("small_strong" if each.is_too_much else "small")
        painter.setFont(font)
        painter.setPen(theme().colour("critical" if each.is_too_much else "text"))
        box = QRectF(end + px(_GAP), row.top(), self.width() - end - px(_GAP), row.height())
        words = QFontMetricsF(font).elidedText(each.words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), words)
