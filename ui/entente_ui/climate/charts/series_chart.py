"""A measure over the waves: what chance alone stays within, what is a signal, what happened."""

import math
from collections.abc import Sequence
from typing import Any, Final

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from entente.i18n import _
from entente_ui.charts.graph import pen
from entente_ui.climate.charts.series_graph import SeriesGraph
from entente_ui.climate.charts.series_legend import SeriesLegend
from entente_ui.climate.charts.told import Happening, Point, Series
from entente_ui.formats import labelled, long_date
from entente_ui.kit import spaced
from entente_ui.kit.announce import announce
from entente_ui.look.theme import theme

#: Px at 100 %.
_HEIGHT: Final = 320
_LEAST: Final = 260
_MARK: Final = 13
_NEAR: Final = 9
_APART: Final = 14


class SeriesChart(QWidget):
    """Shows a `Series`; arrows and the pointer go from one wave or event to the next.

    Signals:
        opened: Emitted with the kind and the key of an event that was chosen.
    """

    opened = Signal(str, str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.series: Series | None = None
        self.events: Sequence[Happening] = ()
        self._stops: list[Point | Happening] = []
        self._place = -1
        self._marks: Any = None
        self._cross: Any = None
        self._said: Any = None
        self._graph: SeriesGraph | None = None
        self.legend = SeriesLegend(self)
        self._column = spaced(QVBoxLayout(self), 0, 0)
        self._column.addWidget(self.legend, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # What is told in px of the graph is laid out once that has its size.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._draw)
        theme().changed.connect(self._draw)

    @property
    def graph(self) -> SeriesGraph:
        """The drawing itself, made when it is first seen: a page has several."""
        if self._graph is None:
            graph = self._graph = SeriesGraph(self)
            graph.setAccessibleName(self.accessibleName())
            self._column.addWidget(graph, 1)
            graph.pointed.connect(self._on_pointed)
            graph.clicked.connect(self._on_clicked)
            graph.left.connect(self._on_left)
            graph.box.sigXRangeChanged.connect(self._on_range)
            graph.box.sigResized.connect(lambda _box: self._later.start())
            self._begin()
        return self._graph

    @property
    def stop(self) -> Point | Happening | None:
        """The wave or the event that is looked at."""
        return self._stops[self._place] if 0 <= self._place < len(self._stops) else None

    def show_series(self, series: Series | None, events: Sequence[Happening]) -> None:
        """Show another measure, and what happened meanwhile."""
        self.series = series if series and series.points else None
        self.events = sorted(events, key=lambda each: each.on) if self.series else ()
        points = self.series.points if self.series else ()
        self._stops = sorted([*points, *self.events], key=lambda stop: stop.on)
        self._place = -1
        self.setAccessibleDescription(series.sentence if series else "")
        if self.series is not None:
            self.legend.show_series(self.series, has_events=bool(self.events))
        self._begin()

    def _begin(self) -> None:
        """Show all of the series, if the graph was made."""
        if self.series is not None and self._graph is not None:
            days = [self._day(stop) for stop in (self._stops[0], self._stops[-1])]
            self._graph.show_series(self.series, (days[0], days[1]))
        self._draw()

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

    def marks(self) -> list[tuple[Happening, QPointF]]:
        """Return where each event is drawn, in px of the graph; those of about a day are piled."""
        if self.series is None:
            return []
        apart = theme().px(_APART)
        bottom = self.graph.spot(0, self.graph.levels[0]).y()
        top = self.graph.spot(0, self.graph.levels[-1]).y()
        found: list[tuple[Happening, QPointF]] = []
        column, height = -math.inf, 0
        for event in self.events:
            x = self.graph.spot(self._day(event), 0).x()
            height = height + 1 if x - column < apart else 0
            column = x if height == 0 else column
            found.append((event, QPointF(x, max(top, bottom - height * apart))))
        return found

    def zoom(self, steps: int) -> None:
        """Look more or less closely; with 0, at everything."""
        self.graph.zoom(steps)

    def _day(self, stop: Point | Happening) -> float:
        """Return how many days after the first wave something was."""
        return float((stop.on - self.series.points[0].on).days) if self.series else 0.0

    @Slot()
    def _draw(self) -> None:
        """Draw everything, in the size and the colours of now."""
        self._marks = self._cross = self._said = None
        if self.series is None or self._graph is None:
            self.update()
            return
        self._graph.draw()
        self._marks = pg.ScatterPlotItem(
            symbol="d", size=theme().px(_MARK), pen=pen("surface"), brush=theme().colour("info")
        )
        self._marks.setZValue(20)
        self._cross = pg.InfiniteLine(0, angle=90, pen=pen("text", 1, Qt.PenStyle.DotLine))
        self._said = pg.TextItem(color=theme().colour("text"), fill=theme().colour("surface", 0.9))
        self._said.setFont(theme().font("small_strong"))
        for item in (self._marks, self._cross, self._said):
            self.graph.addItem(item)
        self._said.setZValue(30)
        self._lay_out_events()
        self._show_stop()

    @Slot()
    def _on_range(self) -> None:
        self._lay_out_events()
        self._show_stop()

    def _lay_out_events(self) -> None:
        """Pile up the events of about a day, for as closely as one looks."""
        if self._marks is None or self.series is None:
            return
        x = [self._day(event) for event in self.events]
        box = self.graph.box
        y = [
            box.mapSceneToView(self.graph.mapToScene(spot.toPoint())).y()
            for _event, spot in self.marks()
        ]
        self._marks.setData(x, y)

    def _show_stop(self) -> None:
        """Draw a line where one looks, and say what is there."""
        stop = self.stop
        if self._cross is None or self.series is None:
            return
        graph, day = self.graph, self._day(stop) if stop else 0.0
        low, high = graph.box.viewRange()[0]
        is_seen = stop is not None and low <= day <= high
        for item in (self._cross, self._said):
            item.setVisible(is_seen)
        if stop is None or not is_seen:
            return
        is_late = day > (low + high) / 2
        at = graph.spot(day, 0).x()
        left, right = graph.spot(low, 0).x(), graph.spot(high, 0).x()
        room = (at - left if is_late else right - at) - theme().px(16)
        metrics = QFontMetricsF(theme().font("small_strong"))
        words = metrics.elidedText(self.spoken(stop), Qt.TextElideMode.ElideRight, room)
        value = stop.value if isinstance(stop, Point) else None
        self._cross.setPos(day)
        self._said.setText(words)
        self._said.setAnchor((1 if is_late else 0, 1 if value is not None else 0))
        self._said.setPos(day, graph.levels[-1] if value is None else value)

    def _go(self, place: int, *, aloud: bool = False) -> None:
        if not self._stops or place == self._place:
            return
        self._place = min(max(place, 0), len(self._stops) - 1)
        self._show_stop()
        if aloud and self.stop is not None:
            self._keep_in_view(self._day(self.stop))
            announce(self, self.spoken(self.stop))

    def _keep_in_view(self, day: float) -> None:
        low, high = self.graph.box.viewRange()[0]
        if not low <= day <= high:
            half = (high - low) / 2
            self.graph.box.setXRange(day - half, day + half, padding=0)

    def _event_at(self, spot: QPointF) -> Happening | None:
        near = theme().px(_NEAR)
        for event, at in self.marks():
            if abs(at.x() - spot.x()) <= near and abs(at.y() - spot.y()) <= near:
                return event
        return None

    @Slot(QPointF)
    def _on_pointed(self, spot: QPointF) -> None:
        if self.series is None:
            return
        found = self._event_at(spot)
        if found is not None:
            self.graph.setCursor(Qt.CursorShape.PointingHandCursor)
            self._go(self._stops.index(found))
            return
        self.graph.unsetCursor()
        near = abs(self.graph.x - self.graph.x_at(spot))
        self._go(self._stops.index(self.series.points[int(near.argmin())]))

    @Slot(QPointF)
    def _on_clicked(self, spot: QPointF) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        found = self._event_at(spot)
        if found is not None:
            self.opened.emit(found.kind, found.key)

    @Slot()
    def _on_left(self) -> None:
        self._place = -1
        self._show_stop()

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
            case Qt.Key.Key_Plus:
                self.zoom(1)
            case Qt.Key.Key_Minus:
                self.zoom(-1)
            case Qt.Key.Key_0:
                self.zoom(0)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if isinstance(stop, Happening):
                self.opened.emit(stop.kind, stop.key)
            case _:
                super().keyPressEvent(event)

    @Slot()
    def _make(self) -> None:
        """Make the graph now that it is seen."""
        self.graph.show()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._graph is None and self.series is not None:
            QTimer.singleShot(0, self, self._make)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_key = event.reason() in {
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        }
        if by_key and self.stop is None:
            self._go(len(self._stops) - 1, aloud=True)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._on_left()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(520), theme().px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(_LEAST), theme().px(_HEIGHT))
