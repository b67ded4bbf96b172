"""The exposure over time: a line of steps, the levels it lies between, what happened."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.i18n import _
from entente.services.risk_curve import Curve
from entente_ui.charts.axis import month_starts, ticks
from entente_ui.charts.plot import Plot, paint_foot, widest
from entente_ui.formats import long_date, number
from entente_ui.kit.announce import announce
from entente_ui.look.theme import theme
from entente_ui.risks.exposure.words import at, curve_sentence, happened, point_words, stops

if TYPE_CHECKING:
    from entente.domain.risk_exposure import Exposure

_HEIGHT: Final = 320
_TOP: Final = 34
_FOOT: Final = 30
_LEVELS: Final = 5
_HEADROOM: Final = 1.1
#: Px at 100 % of width that a month's name takes.
_MONTH: Final = 76
_NOTHING: Final = Curve((), 0, 0, (), ())


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where days and scores stand.

    Attributes:
        days: From the first to the last.
    """

    plot: QRectF
    first: dt.date
    days: int
    levels: tuple[float, ...]

    def x(self, day: dt.date) -> float:
        return self.plot.left() + self.plot.width() * (day - self.first).days / self.days

    def y(self, score: float) -> float:
        return self.plot.bottom() - self.plot.height() * score / self.levels[-1]


class ExposureChart(Plot):
    """Shows a `Curve`; arrows and the pointer go from one day to the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Exposure over time"), _HEIGHT, parent)
        self._curve = _NOTHING
        self._stops: list[dt.date] = []
        self._told: dict[dt.date, str] = {}
        self._scores: dict[dt.date, Exposure] = {}
        self._levels: tuple[float, ...] = (0.0, 1.0)
        self._place = -1
        self._ground: QPixmap | None = None
        theme().changed.connect(self._forget_ground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    @property
    def day(self) -> dt.date | None:
        """The day looked at."""
        return self._stops[self._place] if 0 <= self._place < len(self._stops) else None

    def show_curve(self, curve: Curve) -> None:
        """Show another curve."""
        self._curve, self._stops, self._told = curve, stops(curve), dict(happened(curve))
        self._scores = {day: at(curve, day) for day in self._stops}
        most = max([curve.inherent, curve.target, *(point.score for point in curve.points)])
        # Some room above the highest line, for its words.
        self._levels = ticks(0, most * _HEADROOM, _LEVELS, whole=True)
        self._place = -1
        self.setAccessibleDescription(curve_sentence(curve))
        self._forget_ground()

    def spoken(self, day: dt.date) -> str:
        """Return what is said of a day."""
        words = point_words(self._scores[day])
        return " · ".join(filter(None, (words, self._told.get(day, ""))))

    def line(self) -> list[QPointF]:
        """Return the corners of the line, in the coordinates of the drawing."""
        frame = self._frame()
        corners: list[QPointF] = []
        for point in self._curve.points:
            spot = QPointF(frame.x(point.on), frame.y(point.score))
            if corners:
                corners.append(QPointF(spot.x(), corners[-1].y()))
            corners.append(spot)
        return corners

    def _frame(self) -> _Frame:
        """Return where days and scores stand at the size there is now."""
        px, points = theme().px, self._curve.points
        left = widest([number(level) for level in self._levels]) + px(14)
        plot = self.room(left, px(_TOP), px(12), px(_FOOT))
        return _Frame(plot, points[0].on, max(1, (points[-1].on - points[0].on).days), self._levels)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._curve.points:
            return
        frame = self._frame()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._ground_of(frame))
        self._paint_day(painter, frame)

    def _ground_of(self, frame: _Frame) -> QPixmap:
        """Return everything that stays as it is while the pointer moves over it."""
        ratio = self.devicePixelRatioF()
        if self._ground is not None and self._ground.size() == self.size() * ratio:
            return self._ground
        ground = QPixmap(self.size() * ratio)
        ground.setDevicePixelRatio(ratio)
        ground.fill(Qt.GlobalColor.transparent)
        painter = QPainter(ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for level in self._levels:
            self.paint_level(painter, frame.plot, frame.y(level), number(level))
        self._paint_months(painter, frame)
        self._paint_line(painter, frame)
        self._paint_limits(painter, frame)
        self._paint_events(painter, frame)
        self._paint_legend(painter, frame)
        painter.end()
        self._ground = ground
        return ground

    def _forget_ground(self) -> None:
        self._ground = None
        self.update()

    def _paint_months(self, painter: QPainter, frame: _Frame) -> None:
        points = self._curve.points
        count = int(frame.plot.width() // theme().px(_MONTH))
        for day in month_starts(points[0].on, points[-1].on, count):
            x = frame.x(day)
            painter.setPen(QPen(theme().colour("border"), 1))
            painter.drawLine(
                QPointF(x, frame.plot.bottom()), QPointF(x, frame.plot.bottom() + theme().px(5))
            )
            paint_foot(painter, self.width(), frame.plot, x, f"{day.month:02}/{day.year % 100:02}")

    def _paint_line(self, painter: QPainter, frame: _Frame) -> None:
        corners = self.line()
        ends = (
            QPointF(corners[-1].x(), frame.plot.bottom()),
            QPointF(corners[0].x(), frame.plot.bottom()),
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("accent_soft"))
        painter.drawPolygon(QPolygonF([*corners, *ends]))
        painter.setPen(QPen(theme().colour("accent"), theme().px(2)))
        painter.drawPolyline(QPolygonF(corners))

    def _paint_limits(self, painter: QPainter, frame: _Frame) -> None:
        limits = (
            (self._curve.inherent, _("untreated: {score}"), Qt.PenStyle.DashLine),
            (self._curve.target, _("target: {score}"), Qt.PenStyle.DotLine),
        )
        for score, words, style in limits:
            y = frame.y(score)
            painter.setPen(QPen(theme().colour("text"), theme().px(1.5), style))
            painter.drawLine(QPointF(frame.plot.left(), y), QPointF(frame.plot.right(), y))
            spot = QPointF(frame.plot.right(), y - theme().px(11))
            self.paint_words(painter, spot, words.format(score=number(score)), "text", before=True)

    def _paint_events(self, painter: QPainter, frame: _Frame) -> None:
        for review in self._curve.reviews:
            _ring(painter, QPointF(frame.x(review.on), frame.y(self._scores[review.on].score)))
        for decision in self._curve.decisions:
            _diamond(painter, QPointF(frame.x(decision.on), frame.plot.bottom()))

    def _paint_legend(self, painter: QPainter, frame: _Frame) -> None:
        px = theme().px
        spot = QPointF(frame.plot.left() + px(6), px(11))
        for draw, words in ((_ring, _("risks rated")), (_diamond, _("decision"))):
            draw(painter, spot)
            painter.setFont(theme().font("small"))
            painter.setPen(theme().colour("muted"))
            width = painter.fontMetrics().horizontalAdvance(words)
            box = QRectF(spot.x() + px(10), 0, width + px(4), px(22))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), words)
            spot = QPointF(box.right() + px(20), spot.y())

    def _paint_day(self, painter: QPainter, frame: _Frame) -> None:
        day = self.day
        if day is None:
            return
        px, x = theme().px, frame.x(day)
        painter.setPen(QPen(theme().colour("caution"), px(1.5)))
        painter.drawLine(QPointF(x, frame.plot.top()), QPointF(x, frame.plot.bottom()))
        point = self._scores[day]
        before = x > frame.plot.center().x()
        spot = QPointF(x + px(-8 if before else 8), frame.y(point.score) - px(16))
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
            x, frame = event.position().x(), self._frame()
            places = range(len(self._stops))
            self._go(min(places, key=lambda place: abs(frame.x(self._stops[place]) - x)))

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
