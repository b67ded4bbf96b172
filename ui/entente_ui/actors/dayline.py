"""The days of a mission as a line: marks where something was rated, a handle to go to a day."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from entente.i18n import _, ngettext
from entente.services.changes_since import RatedDay
from entente_ui import formats
from entente_ui.kit import tooltip_html
from entente_ui.look.theme import theme

_HEIGHT: Final = 34
_PAD: Final = 14
_HANDLE: Final = 7
#: Px at 100 % within which the pointer means a day on which something was rated.
_NEAR: Final = 6
#: Tallest and lowest mark, in px at 100 %, and the number of ratings from which it is tallest.
_TALL: Final = 13.0
_SMALL: Final = 4.0
_MANY: Final = 6


class DayLine(QWidget):
    """A line from the first rated day to today.

    Signals:
        day_chosen: Emitted with the day the user goes to; None for now, at the right end.
    """

    day_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[RatedDay, ...] = ()
        self._today = dt.date.min
        self._day: dt.date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription(
            _("Left and right go to the day before or after on which something was rated.")
        )
        theme().changed.connect(self.updateGeometry)
        self._name()

    @property
    def day(self) -> dt.date | None:
        """The day that is looked at; None for now."""
        return self._day

    @property
    def stops(self) -> tuple[dt.date | None, ...]:
        """The days one steps through, and now at the end."""
        return (*(each.day for each in self._days if each.day < self._today), None)

    def show_days(self, days: Sequence[RatedDay], today: dt.date) -> None:
        """Show these days.

        Args:
            days: On which something was rated, oldest first.
            today: The right end.
        """
        self._days = tuple(days)
        # What is dated ahead must not fall off the line.
        self._today = max(today, days[-1].day) if days else today
        self._name()
        self.update()

    def show_day(self, day: dt.date | None) -> None:
        """Put the handle on a day without telling anybody."""
        self._day = day
        self._name()
        self.update()

    def step(self, by: int) -> dt.date | None:
        """Return the stop that lies some stops further."""
        stops = self.stops
        if self._day is None:
            place = len(stops) - 1
        elif by > 0:
            place = sum(stop is not None and stop <= self._day for stop in stops) - 1
        else:
            place = sum(stop is not None and stop < self._day for stop in stops)
        return stops[min(max(place + by, 0), len(stops) - 1)]

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(240), theme().px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(100), theme().px(_HEIGHT))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._go(self._day_at(event.position().x()))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(self._day_at(event.position().x()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Down:
                self._go(self.step(-1))
            case Qt.Key.Key_Right | Qt.Key.Key_Up:
                self._go(self.step(1))
            case Qt.Key.Key_Home:
                self._go(self.stops[0])
            case Qt.Key.Key_End | Qt.Key.Key_Escape:
                self._go(None)
            case _:
                super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self._words_at(event.pos().x())
            QToolTip.showText(event.globalPos(), tooltip_html(words), self)
            return True
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        start, end = theme().px(_PAD), self.width() - theme().px(_PAD)
        here = self._x(self._day)
        painter.setPen(QPen(theme().colour("border"), 3, c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(start, middle), QPointF(end, middle))
        painter.setPen(QPen(theme().colour("accent", 0.55), 3, c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(start, middle), QPointF(here, middle))
        for each in self._days:
            x = self._x(each.day)
            share = min(each.count, _MANY) / _MANY
            half = theme().px(10) / 10 * (_SMALL + (_TALL - _SMALL) * share)
            passed = self._day is None or each.day <= self._day
            painter.setPen(QPen(theme().colour("accent" if passed else "edge"), 2))
            painter.drawLine(QPointF(x, middle - half), QPointF(x, middle + half))
        self._paint_handle(painter, QPointF(here, middle))

    def _paint_handle(self, painter: QPainter, at: QPointF) -> None:
        radius = theme().px(_HANDLE)
        painter.setPen(QPen(theme().colour("accent"), 2))
        painter.setBrush(theme().colour("surface" if self._day else "accent"))
        painter.drawEllipse(at, radius, radius)
        if self.hasFocus() and self.property("ring"):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, radius + 4, radius + 4)

    def _go(self, day: dt.date | None) -> None:
        if day != self._day:
            self.show_day(day)
            self.day_chosen.emit(day)

    def _x(self, day: dt.date | None) -> float:
        start, end = theme().px(_PAD), self.width() - theme().px(_PAD)
        if day is None or not self._days:
            return float(end)
        first = self._days[0].day
        span = max((self._today - first).days, 1)
        return start + (end - start) * min(max((day - first).days / span, 0.0), 1.0)

    def _day_at(self, x: float) -> dt.date | None:
        """Return the day a place of the line means, a rated one if it is near."""
        if not self._days or x >= self._x(None) - theme().px(_NEAR):
            return None
        nearest = min(self._days, key=lambda each: abs(self._x(each.day) - x))
        if abs(self._x(nearest.day) - x) <= theme().px(_NEAR):
            return nearest.day
        start, end = theme().px(_PAD), self.width() - theme().px(_PAD)
        first = self._days[0].day
        part = min(max((x - start) / max(end - start, 1), 0.0), 1.0)
        return first + dt.timedelta(days=round(part * (self._today - first).days))

    def _words_at(self, x: float) -> str:
        day = self._day_at(x)
        if day is None:
            return _("Today")
        count = sum(each.count for each in self._days if each.day == day)
        if not count:
            return formats.long_date(day)
        text = ngettext("{count} assessment", "{count} assessments", count)
        return f"{formats.long_date(day)}\n{text.format(count=formats.number(count))}"

    def _name(self) -> None:
        day = _("today") if self._day is None else formats.long_date(self._day)
        self.setAccessibleName(_("Day that is shown: {day}").format(day=day))
