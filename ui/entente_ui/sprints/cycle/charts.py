"""A sprint day by day: what remains of it, or what is done of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.sprint_figures import Chart
from entente.i18n import _
from entente_ui.charts.axis import ticks
from entente_ui.charts.plot import Plot, paint_foot, widest
from entente_ui.charts.twin import Figures
from entente_ui.formats import labelled, long_date, number, short_date
from entente_ui.kit.announce import announce
from entente_ui.look.theme import theme

_HEIGHT: Final = 250
_TOP: Final = 30
_FOOT: Final = 28
_LEVELS: Final = 5
#: Px at 100 % of width that a day takes below the plot.
_DAY: Final = 52


class Way(Enum):
    """Which way the lines go."""

    DOWN = "down"
    UP = "up"


@dataclass(frozen=True, slots=True)
class _Line:
    """One line: its words, its values, how it is drawn."""

    words: str
    values: Sequence[float | None]
    role: str
    width: float
    style: Qt.PenStyle


class BurnChart(Plot):
    """Shows a `Chart`; arrows and the pointer go from one day to the next."""

    def __init__(self, name: str, way: Way, parent: QWidget | None = None) -> None:
        super().__init__(name, _HEIGHT, parent)
        self._way = way
        self._chart = Chart((), (0.0,), (0.0,), (0.0,), (0.0,))
        self._place = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        theme().changed.connect(self.update)

    @property
    def place(self) -> int:
        """How many days in one looks, 0 for before the first; −1 for nowhere."""
        return self._place

    def show_chart(self, chart: Chart, sentence: str) -> None:
        """Show another sprint, or another day of it."""
        self._chart, self._place = chart, -1
        self.setAccessibleDescription(sentence)
        self.update()

    def lines(self) -> tuple[_Line, ...]:
        """Return the lines, the one that matters last."""
        chart, style = self._chart, Qt.PenStyle
        if self._way is Way.DOWN:
            ideal = _Line(_("even pace"), chart.ideal, "muted", 1.5, style.DashLine)
            return (ideal, _Line(_("remaining"), chart.remaining, "accent", 2.5, style.SolidLine))
        scope = _Line(_("taken in"), chart.scope, "text", 1.5, style.DashLine)
        return (scope, _Line(_("done"), chart.done, "accent", 2.5, style.SolidLine))

    def points(self, values: Sequence[float | None]) -> list[QPointF]:
        """Return where the known values of a line stand."""
        frame = self._frame()
        return [
            self._spot(frame, place, value)
            for place, value in enumerate(values)
            if value is not None
        ]

    def spoken(self, place: int) -> str:
        """Return what is said of a day."""
        values = [
            labelled(line.words, number(round(line.values[place] or 0.0, 1)))
            for line in self.lines()
            if line.values[place] is not None
        ]
        return " · ".join((day_words(self._chart, place, is_long=True), *values))

    def _levels(self) -> tuple[float, ...]:
        every = [value for line in self.lines() for value in line.values if value is not None]
        return ticks(0, max([*every, 1.0]), _LEVELS, whole=True)

    def _frame(self) -> QRectF:
        px = theme().px
        left = widest([number(level) for level in self._levels()]) + px(14)
        return self.room(left, px(_TOP), px(16), px(_FOOT))

    def _spot(self, frame: QRectF, place: int, value: float) -> QPointF:
        days = max(1, len(self._chart.days))
        return QPointF(
            frame.left() + frame.width() * place / days,
            frame.bottom() - frame.height() * value / self._levels()[-1],
        )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self._frame()
        for level in self._levels():
            self.paint_level(painter, frame, self._spot(frame, 0, level).y(), number(level))
        self._paint_days(painter, frame)
        self._paint_legend(painter, frame)
        for line in self.lines():
            painter.setPen(QPen(theme().colour(line.role), theme().px(1) * line.width, line.style))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            points = self.points(line.values)
            painter.drawPolyline(QPolygonF(points))
            if points and line.role == "accent":
                painter.setBrush(theme().colour("accent"))
                painter.drawEllipse(points[-1], theme().px(4), theme().px(4))
        self._paint_aimed(painter, frame)

    def _paint_days(self, painter: QPainter, frame: QRectF) -> None:
        days = self._chart.days
        room = max(1, int(frame.width() // theme().px(_DAY)))
        every = max(1, -(-len(days) // room))
        for place, day in enumerate(days, 1):
            x = self._spot(frame, place, 0).x()
            painter.setPen(QPen(theme().colour("border"), 1))
            painter.drawLine(QPointF(x, frame.bottom()), QPointF(x, frame.bottom() + theme().px(4)))
            if (len(days) - place) % every == 0:
                paint_foot(painter, self.width(), frame, x, short_date(day))

    def _paint_legend(self, painter: QPainter, frame: QRectF) -> None:
        px, x = theme().px, frame.left()
        for line in reversed(self.lines()):
            painter.setPen(QPen(theme().colour(line.role), px(1) * line.width, line.style))
            painter.drawLine(QPointF(x, px(10)), QPointF(x + px(26), px(10)))
            painter.setFont(theme().font("small"))
            painter.setPen(theme().colour("muted"))
            width = QFontMetricsF(painter.font()).horizontalAdvance(line.words) + px(4)
            box = QRectF(x + px(32), 0, width, px(20))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), line.words)
            x = box.right() + px(18)

    def _paint_aimed(self, painter: QPainter, frame: QRectF) -> None:
        if self._place < 0:
            return
        px, x = theme().px, self._spot(frame, self._place, 0).x()
        painter.setPen(QPen(theme().colour("caution"), px(1.5)))
        painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
        main = self.lines()[-1]
        value = main.values[self._place]
        first = day_words(self._chart, self._place)
        words = labelled(first, number(round(value, 1))) if value is not None else first
        before = x > frame.center().x()
        height = self._spot(frame, 0, value or 0.0).y() - px(16)
        spot = QPointF(x + px(-8 if before else 8), height)
        self.paint_words(painter, spot, words, "caution", before=before)

    def _go(self, place: int, *, aloud: bool = False) -> None:
        place = min(max(place, 0), len(self._chart.days))
        if place == self._place:
            return
        self._place = place
        self.update()
        if aloud:
            announce(self, self.spoken(place))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Right:
                self._go(self._place + 1, aloud=True)
            case Qt.Key.Key_Left:
                self._go(self._place - 1, aloud=True)
            case Qt.Key.Key_Home:
                self._go(0, aloud=True)
            case Qt.Key.Key_End:
                self._go(len(self._chart.days), aloud=True)
            case _:
                super().keyPressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        frame, days = self._frame(), max(1, len(self._chart.days))
        self._go(round((event.position().x() - frame.left()) / frame.width() * days))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._place = -1
        self.update()
        super().leaveEvent(event)


def day_words(chart: Chart, place: int, *, is_long: bool = False) -> str:
    """Return what a place of a chart stands for: before the first day, or the end of one."""
    if not place:
        return _("before the first day")
    day = chart.days[place - 1]
    return long_date(day) if is_long else short_date(day)


def burn_figures(chart: Chart) -> Figures:
    """Return the days of a sprint as a table."""
    heads = (_("End of"), _("Even pace"), _("Remaining"), _("Taken in"), _("Done"))
    lines = (chart.ideal, chart.remaining, chart.scope, chart.done)
    rows = [
        (day_words(chart, place, is_long=True), *(_figure(line[place]) for line in lines))
        for place in range(len(chart.ideal))
    ]
    return Figures(heads, rows, frozenset({1, 2, 3, 4}), {0: 170, 1: 96, 2: 96, 3: 96, 4: 96})


def _figure(value: float | None) -> str:
    return "" if value is None else number(round(value, 1))
