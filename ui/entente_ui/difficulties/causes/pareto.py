"""The causes from the heaviest down, with the line of what they come to together."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.cause_figures import Bar
from entente.i18n import _
from entente_ui.cause_words import cause_words
from entente_ui.charts.bars import BarChart
from entente_ui.formats import number, percent
from entente_ui.kit import NOWHERE
from entente_ui.look.theme import theme

_SHARES: Final = 58
_TICKS: Final = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
#: The few causes up to here are worth most of the trouble.
_VITAL: Final = 0.8


class ParetoChart(BarChart):
    """One bar a cause on the scale of all of them; the line adds them up.

    Signals:
        picked: Emitted with the bar that was clicked or chosen by key.
        current_changed: Emitted with the bar one has come to by pointer or arrows.
    """

    picked = Signal(object)
    current_changed = Signal(object)

    head = 26
    side = _SHARES

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Causes by weight"), parent)
        self._bars: Sequence[Bar] = ()

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show other causes; the one looked at stays, if it is still there."""
        before = self.current
        self._bars = bars
        kept = (n for n, bar in enumerate(bars) if before and bar.cause is before.cause)
        self.aimed_part = next(kept, 0 if bars else NOWHERE)
        self.setAccessibleDescription("; ".join(map(self.spoken, range(len(bars)))))
        self.updateGeometry()
        self.update()

    @property
    def current(self) -> Bar | None:
        """The cause looked at."""
        return None if self.aimed_part == NOWHERE else self._bars[self.aimed_part]

    @property
    @override
    def count(self) -> int:
        return len(self._bars)

    @override
    def name_of(self, place: int) -> str:
        return cause_words(self._bars[place].cause)

    @override
    def spoken(self, place: int) -> str:
        bar = self._bars[place]
        return _("{cause}: weight {weight}, {share} of all, {cumulative} together").format(
            cause=cause_words(bar.cause),
            weight=bar.weight,
            share=percent(bar.share),
            cumulative=percent(bar.cumulative),
        )

    @override
    def is_marked(self, place: int) -> bool:
        return place == self.aimed_part

    @override
    def look_at(self, place: int) -> None:
        if place != self.aimed_part:
            super().look_at(place)
            self.current_changed.emit(self.current)

    @override
    def point_to(self, part: int) -> None:
        super().point_to(part)
        if part != NOWHERE:
            self.look_at(part)

    @override
    def choose(self, part: int) -> None:
        self.look_at(part)
        self.picked.emit(self._bars[part])

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = self.plot()
        self._paint_axis(painter, plot)
        for place, bar in enumerate(self._bars):
            self._paint_row(painter, place, plot, bar)
        self._paint_line(painter, plot)

    def _paint_axis(self, painter: QPainter, plot: QRectF) -> None:
        painter.setFont(theme().font("small"))
        for tick in _TICKS:
            x = plot.left() + tick * plot.width()
            is_vital = tick == _VITAL
            style = Qt.PenStyle.DashLine if is_vital else Qt.PenStyle.SolidLine
            painter.setPen(QPen(theme().colour("muted" if is_vital else "border"), 1, style))
            painter.drawLine(QPointF(x, plot.top() - theme().px(4)), QPointF(x, plot.bottom()))
            painter.setPen(theme().colour("muted"))
            box = QRectF(x - theme().px(30), 0, theme().px(60), plot.top() - theme().px(5))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), percent(tick))

    def _paint_row(self, painter: QPainter, place: int, plot: QRectF, bar: Bar) -> None:
        px, row = theme().px, self.row_rect(place)
        self.paint_name(painter, place)
        ends = plot.left(), plot.left() + bar.share * plot.width()
        box = self.paint_bar(painter, place, ends)
        painter.setFont(theme().font("small_strong"))
        painter.setPen(theme().colour("text"))
        weight = QRectF(box.right() + px(10), row.top(), px(40), row.height())
        painter.drawText(weight, int(Qt.AlignmentFlag.AlignVCenter), number(bar.weight))
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("muted"))
        share = QRectF(plot.right(), row.top(), px(_SHARES) - px(8), row.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(share, int(flags), percent(bar.cumulative))

    def _paint_line(self, painter: QPainter, plot: QRectF) -> None:
        """Draw what the causes come to together, with a dot at the height of each."""
        points = [
            QPointF(plot.left() + bar.cumulative * plot.width(), self.row_rect(place).center().y())
            for place, bar in enumerate(self._bars)
        ]
        painter.setPen(QPen(theme().colour("caution"), 1.5))
        painter.drawPolyline(points)
        painter.setBrush(theme().colour("surface"))
        radius = theme().px(4)
        for point in points:
            painter.drawEllipse(point, radius, radius)
