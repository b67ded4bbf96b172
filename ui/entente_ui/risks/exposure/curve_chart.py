"""The exposure over time: a line of steps, the levels it lies between, what happened."""

import datetime as dt
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.i18n import _
from entente.services.risk_curve import Curve
from entente_ui.formats import long_date, number
from entente_ui.kit.announce import announce
from entente_ui.look.theme import theme
from entente_ui.risks.charts.axis import month_starts, ticks
from entente_ui.risks.charts.plot import Plot, widest
from entente_ui.risks.exposure.words import at, curve_sentence, happened, point_words, stops

_HEIGHT: Final = 320
_TOP: Final = 34
_FOOT: Final = 30
_LEVELS: Final = 5
_HEADROOM: Final = 1.1
#: Px at 100 % of width that a month's name takes.
_MONTH: Final = 76
_NOTHING: Final = Curve((), 0, 0, (), ())


class ExposureChart(Plot):
    """Shows a `Curve`; arrows and the pointer go from one day to the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Exposure over time"), _HEIGHT, parent)
        self._curve = _NOTHING
        self._stops: list[dt.date] = []
        self._told: dict[dt.date, str] = {}
        self._place = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    @property
    def day(self) -> dt.date | None:
        """The day looked at."""
        return self._stops[self._place] if 0 <= self._place < len(self._stops) else None

    def show_curve(self, curve: Curve) -> None:
        """Show another curve."""
        self._curve, self._stops, self._told = curve, stops(curve), dict(happened(curve))
        self._place = -1
        self.setAccessibleDescription(curve_sentence(curve))
        self.update()

    def spoken(self, day: dt.date) -> str:
        """Return what is said of a day."""
        words = point_words(at(self._curve, day))
        return " · ".join(filter(None, (words, self._told.get(day, ""))))

    def line(self) -> list[QPointF]:
        """Return the corners of the line, in the coordinates of the drawing."""
        corners: list[QPointF] = []
        for point in self._curve.points:
            spot = QPointF(self._x(point.on), self._y(point.score))
            if corners:
                corners.append(QPointF(spot.x(), corners[-1].y()))
            corners.append(spot)
        return corners

    def _levels(self) -> tuple[float, ...]:
        curve = self._curve
        most = max([curve.inherent, curve.target, *(point.score for point in curve.points)])
        # Some room above the highest line, for its words.
        return ticks(0, most * _HEADROOM, _LEVELS, whole=True)

    def _plot(self) -> QRectF:
        px = theme().px
        left = widest([number(level) for level in self._levels()]) + px(14)
        return self.room(left, px(_TOP), px(12), px(_FOOT))

    def _x(self, day: dt.date) -> float:
        plot, points = self._plot(), self._curve.points
        span = max(1, (points[-1].on - points[0].on).days)
        return plot.left() + plot.width() * (day - points[0].on).days / span

    def _y(self, score: float) -> float:
        plot = self._plot()
        return plot.bottom() - plot.height() * score / self._levels()[-1]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._curve.points:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = self._plot()
        for level in self._levels():
            self.paint_level(painter, plot, self._y(level), number(level))
        self._paint_months(painter, plot)
        self._paint_line(painter, plot)
        self._paint_limits(painter, plot)
        self._paint_events(painter, plot)
        self._paint_legend(painter, plot)
        self._paint_day(painter, plot)

    def _paint_months(self, painter: QPainter, plot: QRectF) -> None:
        points = self._curve.points
        count = int(plot.width() // theme().px(_MONTH))
        for day in month_starts(points[0].on, points[-1].on, count):
            x = self._x(day)
            painter.setPen(QPen(theme().colour("border"), 1))
            painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + theme().px(5)))
            self.paint_foot(painter, plot, x, f"{day.month:02}/{day.year % 100:02}")

    def _paint_line(self, painter: QPainter, plot: QRectF) -> None:
        corners = self.line()
        ends = (QPointF(corners[-1].x(), plot.bottom()), QPointF(corners[0].x(), plot.bottom()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("accent_soft"))
        painter.drawPolygon(QPolygonF([*corners, *ends]))
        painter.setPen(QPen(theme().colour("accent"), theme().px(2)))
        painter.drawPolyline(QPolygonF(corners))

    def _paint_limits(self, painter: QPainter, plot: QRectF) -> None:
        limits = (
            (self._curve.inherent, _("untreated: {score}"), Qt.PenStyle.DashLine),
            (self._curve.target, _("target: {score}"), Qt.PenStyle.DotLine),
        )
        for score, words, style in limits:
            y = self._y(score)
            painter.setPen(QPen(theme().colour("text"), theme().px(1.5), style))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            spot = QPointF(plot.right(), y - theme().px(11))
            self.paint_words(painter, spot, words.format(score=number(score)), "text", before=True)

    def _paint_events(self, painter: QPainter, plot: QRectF) -> None:
        for review in self._curve.reviews:
            _ring(painter, QPointF(self._x(review.on), self._y(at(self._curve, review.on).score)))
        for decision in self._curve.decisions:
            _diamond(painter, QPointF(self._x(decision.on), plot.bottom()))

    def _paint_legend(self, painter: QPainter, plot: QRectF) -> None:
        px = theme().px
        spot = QPointF(plot.left() + px(6), px(11))
        for draw, words in ((_ring, _("risks rated")), (_diamond, _("decision"))):
            draw(painter, spot)
            painter.setFont(theme().font("small"))
            painter.setPen(theme().colour("muted"))
            width = painter.fontMetrics().horizontalAdvance(words)
            box = QRectF(spot.x() + px(10), 0, width + px(4), px(22))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), words)
            spot = QPointF(box.right() + px(20), spot.y())

    def _paint_day(self, painter: QPainter, plot: QRectF) -> None:
        day = self.day
        if day is None:
            return
        px, x = theme().px, self._x(day)
        painter.setPen(QPen(theme().colour("caution"), px(1.5)))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        point = at(self._curve, day)
        before = x > plot.center().x()
        spot = QPointF(x + px(-8 if before else 8), self._y(point.score) - px(16))
        words = f"{long_date(day)}: {number(point.score)}"
        box = self.paint_words(painter, spot, words, "caution", before=before)
        if told := self._told.get(day, ""):
            room = self.width() - px(20)
            told = painter.fontMetrics().elidedText(told, Qt.TextElideMode.ElideRight, int(room))
            below = QPointF(spot.x(), box.bottom() + box.height() / 2)
            self.paint_words(painter, below, told, "text", before=before)

    def _go(self, place: int, *, aloud: bool = False) -> None:
        if not self._stops or place == self._place:
            return
        self._place = min(max(place, 0), len(self._stops) - 1)
        self.update()
        if aloud and self.day:
            announce(self, self.spoken(self.day))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._stops) - 1
        match event.key():
            case Qt.Key.Key_Right:
                self._go(self._place + 1, aloud=True)
            case Qt.Key.Key_Left:
                self._go(last if self._place < 0 else self._place - 1, aloud=True)
            case Qt.Key.Key_Home:
                self._go(0, aloud=True)
            case Qt.Key.Key_End:
                self._go(last, aloud=True)
            case _:
                super().keyPressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._stops:
            x = event.position().x()
            places = range(len(self._stops))
            self._go(min(places, key=lambda place: abs(self._x(self._stops[place]) - x)))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._place = -1
        self.update()
        super().leaveEvent(event)


def _ring(painter: QPainter, spot: QPointF) -> None:
    painter.setPen(QPen(theme().colour("accent"), theme().px(1.5)))
    painter.setBrush(theme().colour("surface"))
    painter.drawEllipse(spot, theme().px(4), theme().px(4))


def _diamond(painter: QPainter, spot: QPointF) -> None:
    half = theme().px(5)
    painter.setPen(QPen(theme().colour("surface"), 1))
    painter.setBrush(theme().colour("info"))
    corners = [
        QPointF(spot.x() + across * half, spot.y() + down * half)
        for across, down in ((0, -1), (1, 0), (0, 1), (-1, 0))
    ]
    painter.drawPolygon(QPolygonF(corners))
