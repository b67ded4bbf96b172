"""How a tool is taken up: counts as points, the curve through them, the line of half."""

import datetime as dt
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.change.adoption import HALF
from entente.i18n import _
from entente.services.indicators import Adoption
from entente.services.progress_words import share
from entente_ui.charts.axis import month_starts
from entente_ui.charts.plot import Plot, paint_foot, widest
from entente_ui.formats import day_month
from entente_ui.look.theme import theme

_HEIGHT: Final = 240
_TOP: Final = 14
_FOOT: Final = 28
_LEVELS: Final = (0.0, 0.25, 0.5, 0.75, 1.0)
#: The curve is drawn so many days further than the last count, or to where it comes to half.
_FURTHER: Final = 21
_FURTHEST: Final = 120
_STEPS: Final = 60
_MONTHS: Final = 6


class AdoptionChart(Plot):
    """Shows one tool in one group."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("How a tool is taken up"), _HEIGHT, parent)
        self.found: Adoption | None = None

    def show_adoption(self, found: Adoption | None, sentence: str) -> None:
        """Show another; the sentence is read aloud."""
        self.found = found
        self.setAccessibleDescription(sentence)
        self.update()

    @property
    def days(self) -> tuple[dt.date, dt.date] | None:
        """The first and the last day that is drawn."""
        if self.found is None or not self.found.counts:
            return None
        first, last = self.found.counts[0].day, self.found.counts[-1].day
        if self.found.curve is None:
            return first, max(last, first + dt.timedelta(days=1))
        ahead = max((self.found.curve.middle - last).days + 7, _FURTHER)
        return first, last + dt.timedelta(days=min(ahead, _FURTHEST))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        days = self.days
        if days is None or self.found is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = theme().px
        left = widest([share(level) for level in _LEVELS]) + px(14)
        plot = self.room(left, px(_TOP), px(28), px(_FOOT))
        for level in _LEVELS:
            self.paint_level(painter, plot, _y(plot, level), share(level))
        painter.setPen(QPen(theme().colour("muted"), px(1.5), Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(plot.left(), _y(plot, HALF), plot.right(), _y(plot, HALF)))
        self._paint_days(painter, plot, days)
        self._paint_curve(painter, plot, days)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("accent"))
        for count in self.found.counts:
            spot = QPointF(_x(plot, days, count.day), _y(plot, min(count.share, 1.0)))
            painter.drawEllipse(spot, px(4.5), px(4.5))
        half = self.found.half_on
        if half is not None:
            spot = QPointF(_x(plot, days, half) + px(8), _y(plot, HALF) + px(12))
            self.paint_words(
                painter, spot, _("half on {date}").format(date=day_month(half)), "text"
            )

    def _paint_days(self, painter: QPainter, plot: QRectF, days: tuple[dt.date, dt.date]) -> None:
        first, last = days
        months = [day for day in month_starts(first, last, _MONTHS) if first < day < last]
        near = plot.width() / 8
        shown = [first, last]
        shown += [
            day
            for day in months
            if all(abs(_x(plot, days, day) - _x(plot, days, end)) > near for end in days)
        ]
        for day in shown:
            paint_foot(painter, self.width(), plot, _x(plot, days, day), day_month(day))

    def _paint_curve(self, painter: QPainter, plot: QRectF, days: tuple[dt.date, dt.date]) -> None:
        curve = self.found.curve if self.found else None
        if curve is None:
            return
        first, last = days
        path = QPainterPath()
        for step in range(_STEPS + 1):
            day = first + (last - first) * step / _STEPS
            spot = QPointF(_x(plot, days, day), _y(plot, curve.at(day)))
            if step:
                path.lineTo(spot)
            else:
                path.moveTo(spot)
        painter.setPen(QPen(theme().colour("accent"), theme().px(2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)


def _x(plot: QRectF, days: tuple[dt.date, dt.date], day: dt.date) -> float:
    first, last = days
    return plot.left() + plot.width() * (day - first).days / max(1, (last - first).days)


def _y(plot: QRectF, level: float) -> float:
    return plot.bottom() - plot.height() * level
