"""A measure over the waves: what chance alone stays within, what is a signal, what happened."""

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.i18n import _
from entente_ui.charts.axis import ticks
from entente_ui.charts.plot import Plot, paint_foot, widest
from entente_ui.climate.charts.told import Happening, Point, Series
from entente_ui.formats import labelled, long_date
from entente_ui.kit.announce import announce
from entente_ui.look.theme import theme

_HEIGHT: Final = 300
_TOP: Final = 30
_FOOT: Final = 30
_LEVELS: Final = 5
#: Px at 100 % from the first and the last wave to the edges of the plot.
_INSET: Final = 18
#: Px at 100 %: size of the marks, and how near a click must be.
_DOT: Final = 4.0
_MARK: Final = 6.0
_NEAR: Final = 9
_APART: Final = 14
#: From so many waves on there is no room for the spread of each.
_CROWDED: Final = 60


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where days and values stand."""

    plot: QRectF
    inset: float
    first: dt.date
    days: int
    levels: tuple[float, ...]

    def x(self, day: dt.date) -> float:
        room = self.plot.width() - 2 * self.inset
        return self.plot.left() + self.inset + room * (day - self.first).days / self.days

    def y(self, value: float) -> float:
        low, high = self.levels[0], self.levels[-1]
        return self.plot.bottom() - self.plot.height() * (value - low) / (high - low)


class SeriesChart(Plot):
    """Shows a `Series`; arrows and the pointer go from one wave or event to the next.

    Signals:
        opened: Emitted with the kind and the key of an event that was chosen.
    """

    opened = Signal(str, str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, _HEIGHT, parent)
        self.series: Series | None = None
        self.events: Sequence[Happening] = ()
        self._stops: list[Point | Happening] = []
        self._levels: tuple[float, ...] = (0.0, 1.0)
        self._place = -1
        self._ground: QPixmap | None = None
        theme().changed.connect(self._forget_ground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    @property
    def stop(self) -> Point | Happening | None:
        """The wave or the event that is looked at."""
        return self._stops[self._place] if 0 <= self._place < len(self._stops) else None

    def show_series(self, series: Series | None, events: Sequence[Happening]) -> None:
        """Show another measure, and what happened meanwhile."""
        self.series = series if series and series.points else None
        self.events = events if self.series else ()
        points = self.series.points if self.series else ()
        self._stops = sorted([*points, *self.events], key=lambda stop: stop.on)
        self._levels = self._reach()
        self._place = -1
        self.setAccessibleDescription(series.sentence if series else "")
        self._forget_ground()

    def spoken(self, stop: Point | Happening) -> str:
        """Return what is said of a wave or an event."""
        if isinstance(stop, Happening):
            return labelled(long_date(stop.on), stop.words)
        said = _("not shown") if stop.value is None or self.series is None else ""
        if not said and self.series is not None and stop.value is not None:
            said = self.series.say(stop.value)
            if stop.interval is not None:
                said = _("{value} (from {low} to {high})").format(
                    value=said,
                    low=self.series.say(stop.interval.low),
                    high=self.series.say(stop.interval.high),
                )
            if self.series.points.index(stop) in self.series.signals.places:
                said = _("{value}, a signal").format(value=said)
        return labelled(f"{stop.wave} ({long_date(stop.on)})", said)

    def lines(self) -> list[list[QPointF]]:
        """Return the corners of the line; it is broken where a wave is missing."""
        if self.series is None:
            return []
        frame = self._frame(self.series)
        runs = groupby(self.series.points, key=lambda point: point.value is None)
        return [
            [QPointF(frame.x(p.on), frame.y(p.value)) for p in run if p.value is not None]
            for is_gap, run in runs
            if not is_gap
        ]

    def marks(self) -> list[tuple[Happening, QPointF]]:
        """Return where each event is drawn; those of about a day stand above each other."""
        if self.series is None:
            return []
        frame, apart = self._frame(self.series), theme().px(_APART)
        found: list[tuple[Happening, QPointF]] = []
        column, height = -math.inf, 0
        for event in sorted(self.events, key=lambda each: each.on):
            x = frame.x(event.on)
            height = height + 1 if x - column < apart else 0
            column = x if height == 0 else column
            y = max(frame.plot.top(), frame.plot.bottom() - height * apart)
            found.append((event, QPointF(x, y)))
        return found

    def _reach(self) -> tuple[float, ...]:
        if self.series is None:
            return (0.0, 1.0)
        found = [point.value for point in self.series.points if point.value is not None]
        for point in self._spreads():
            if point.interval is not None:
                found += [point.interval.low, point.interval.high]
        if self.series.limits is not None:
            found += [self.series.limits.lower, self.series.limits.upper]
        return ticks(min(found), max(found), _LEVELS) if found else (0.0, 1.0)

    def _spreads(self) -> Sequence[Point]:
        points = self.series.points if self.series else ()
        return points if len(points) < _CROWDED else ()

    def _frame(self, series: Series) -> _Frame:
        px, days = theme().px, [stop.on for stop in self._stops]
        left = widest([series.say(level) for level in self._levels]) + px(14)
        plot = self.room(left, px(_TOP), self._side(series), px(_FOOT))
        first = min(days)
        return _Frame(plot, px(_INSET), first, max(1, (max(days) - first).days), self._levels)

    def _side(self, series: Series) -> float:
        """Return how much room the limits need for their numbers, at the right."""
        px, limits = theme().px, series.limits
        if limits is None:
            return px(12)
        return widest([series.say(each) for each in (limits.lower, limits.upper)]) + px(14)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.series is None:
            return
        frame = self._frame(self.series)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._ground_of(frame, self.series))
        self._paint_stop(painter, frame, self.series)

    def _ground_of(self, frame: _Frame, series: Series) -> QPixmap:
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
            self.paint_level(painter, frame.plot, frame.y(level), series.say(level))
        self._paint_limits(painter, frame, series)
        self._paint_waves(painter, frame, series)
        self._paint_values(painter, frame, series)
        for _event, spot in self.marks():
            _diamond(painter, spot)
        self._paint_legend(painter, frame, series)
        painter.end()
        self._ground = ground
        return ground

    def _forget_ground(self) -> None:
        self._ground = None
        self.update()

    def _paint_limits(self, painter: QPainter, frame: _Frame, series: Series) -> None:
        limits, plot, px = series.limits, frame.plot, theme().px
        if limits is None:
            return
        top, bottom = frame.y(limits.upper), frame.y(limits.lower)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("accent_soft", 0.45))
        painter.drawRect(QRectF(plot.left(), top, plot.width(), bottom - top))
        lines = (
            (limits.upper, Qt.PenStyle.DashLine),
            (limits.centre, Qt.PenStyle.SolidLine),
            (limits.lower, Qt.PenStyle.DashLine),
        )
        for value, style in lines:
            painter.setPen(QPen(theme().colour("muted"), px(1), style))
            y = frame.y(value)
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            self.paint_words(painter, QPointF(plot.right(), y), series.say(value), "muted")

    def _paint_waves(self, painter: QPainter, frame: _Frame, series: Series) -> None:
        """Write the names of as many waves as there is room for."""
        taken = -1.0
        for point in series.points:
            half, x = widest([point.wave]) / 2, frame.x(point.on)
            if x - half < taken:
                continue
            taken = x + half + theme().px(10)
            bottom = frame.plot.bottom()
            painter.setPen(QPen(theme().colour("border"), 1))
            painter.drawLine(QPointF(x, bottom), QPointF(x, bottom + theme().px(5)))
            paint_foot(painter, self.width(), frame.plot, x, point.wave)

    def _paint_values(self, painter: QPainter, frame: _Frame, series: Series) -> None:
        px = theme().px
        painter.setPen(QPen(theme().colour("accent", 0.55), px(1)))
        for point in self._spreads():
            if point.interval is not None:
                x = frame.x(point.on)
                top, bottom = frame.y(point.interval.high), frame.y(point.interval.low)
                painter.drawLine(QPointF(x, top), QPointF(x, bottom))
                for y in (top, bottom):
                    painter.drawLine(QPointF(x - px(4), y), QPointF(x + px(4), y))
        painter.setPen(QPen(theme().colour("accent"), px(2)))
        for line in self.lines():
            painter.drawPolyline(QPolygonF(line))
        signals = set(series.signals.places)
        for place, point in enumerate(series.points):
            if point.value is None:
                continue
            spot = QPointF(frame.x(point.on), frame.y(point.value))
            if place in signals:
                _square(painter, spot)
            elif len(series.points) < _CROWDED:
                _dot(painter, spot)

    def _paint_legend(self, painter: QPainter, frame: _Frame, series: Series) -> None:
        px, shown = theme().px, [(_dot, _("wave"))]
        if series.signals.places:
            shown.append((_square, _("signal")))
        if self.events:
            shown.append((_diamond, _("event")))
        spot = QPointF(frame.plot.left() + px(6), px(11))
        for draw, words in shown:
            draw(painter, spot)
            painter.setFont(theme().font("small"))
            painter.setPen(theme().colour("muted"))
            width = painter.fontMetrics().horizontalAdvance(words)
            box = QRectF(spot.x() + px(10), 0, width + px(4), px(22))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), words)
            spot = QPointF(box.right() + px(20), spot.y())
        if series.limits is not None and series.limits.is_provisional:
            right = QPointF(frame.plot.right(), px(11))
            self.paint_words(painter, right, _("provisional limits"), "muted", before=True)

    def _paint_stop(self, painter: QPainter, frame: _Frame, series: Series) -> None:
        stop = self.stop
        if stop is None:
            return
        px, x = theme().px, frame.x(stop.on)
        painter.setPen(QPen(theme().colour("text"), px(1), Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, frame.plot.top()), QPointF(x, frame.plot.bottom()))
        is_late = x > frame.plot.center().x()
        painter.setFont(theme().font("small_strong"))
        room = (x if is_late else self.width() - x) - px(24)
        words = painter.fontMetrics().elidedText(
            self.spoken(stop), Qt.TextElideMode.ElideRight, int(room)
        )
        value = stop.value if isinstance(stop, Point) else None
        y = frame.plot.top() + px(12) if value is None else frame.y(value) - px(16)
        spot = QPointF(x + px(-8 if is_late else 8), y)
        self.paint_words(painter, spot, words, "text", before=is_late)
        del series

    def _go(self, place: int, *, aloud: bool = False) -> None:
        if not self._stops or place == self._place:
            return
        self._place = min(max(place, 0), len(self._stops) - 1)
        self.update()
        if aloud and self.stop is not None:
            announce(self, self.spoken(self.stop))

    def _event_at(self, point: QPointF) -> Happening | None:
        near = theme().px(_NEAR)
        for event, spot in self.marks():
            if abs(spot.x() - point.x()) <= near and abs(spot.y() - point.y()) <= near:
                return event
        return None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        last, stop = len(self._stops) - 1, self.stop
        match event.key():
            case Qt.Key.Key_Right:
                self._go(self._place + 1, aloud=True)
            case Qt.Key.Key_Left:
                self._go(last if self._place < 0 else self._place - 1, aloud=True)
            case Qt.Key.Key_Home:
                self._go(0, aloud=True)
            case Qt.Key.Key_End:
                self._go(last, aloud=True)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if isinstance(stop, Happening):
                self.opened.emit(stop.kind, stop.key)
            case _:
                super().keyPressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.series is None:
            return
        found, frame = self._event_at(event.position()), self._frame(self.series)
        if found is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self._go(self._stops.index(found))
            return
        self.unsetCursor()
        x = event.position().x()
        waves = [place for place, stop in enumerate(self._stops) if isinstance(stop, Point)]
        self._go(min(waves, key=lambda place: abs(frame.x(self._stops[place].on) - x)))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = self._event_at(event.position())
        if found is not None and event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit(found.kind, found.key)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._place = -1
        self.update()
        super().leaveEvent(event)


def _dot(painter: QPainter, spot: QPointF) -> None:
    painter.setPen(QPen(theme().colour("accent"), theme().px(1.5)))
    painter.setBrush(theme().colour("surface"))
    painter.drawEllipse(spot, theme().px(_DOT), theme().px(_DOT))


def _square(painter: QPainter, spot: QPointF) -> None:
    half = theme().px(_DOT + 1)
    painter.setPen(QPen(theme().colour("surface"), 1))
    painter.setBrush(theme().colour("caution"))
    painter.drawRect(QRectF(spot.x() - half, spot.y() - half, 2 * half, 2 * half))


def _diamond(painter: QPainter, spot: QPointF) -> None:
    half = theme().px(_MARK)
    painter.setPen(QPen(theme().colour("surface"), 1))
    painter.setBrush(theme().colour("info"))
    around = ((0, -1), (1, 0), (0, 1), (-1, 0))
    corners = [QPointF(spot.x() + across * half, spot.y() + down * half) for across, down in around]
    painter.drawPolygon(QPolygonF(corners))
