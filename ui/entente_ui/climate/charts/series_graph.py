"""A series over the waves as pyqtgraph draws it: limits, line, spreads, signals."""

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from entente_ui.charts.axis import ticks
from entente_ui.charts.graph import MANY, Graph, pen
from entente_ui.charts.plot import widest
from entente_ui.climate.charts.told import Series
from entente_ui.look.theme import theme

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LEVELS: Final = 5
#: Px at 100 %.
_DOT: Final = 9
_SIGNAL: Final = 10
_BEAM: Final = 8
_NAMES_APART: Final = 12
#: Part of the width that is left empty before the first wave and after the last.
_ASIDE: Final = 0.02
#: From so many waves on there is no room for the spread of each.
CROWDED: Final = 60


class SeriesGraph(Graph):
    """Draws one series; what happened meanwhile is drawn by who shows it.

    Attributes:
        x, y: Days since the first wave, and values; NaN at a gap.
        levels: Where the lines across stand.
        curve: The line through the values; None without any.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.x: NDArray[np.float64] = np.empty(0)
        self.y: NDArray[np.float64] = np.empty(0)
        self.levels: tuple[float, ...] = (0.0, 1.0)
        self.curve: Any = None
        self._series: Series | None = None
        self.plotItem.showAxis("right")
        self.box.sigXRangeChanged.connect(self._name_waves)

    def show_series(self, series: Series, days: tuple[float, float]) -> None:
        """Take another series, to be drawn by `draw`.

        Args:
            series: With at least one wave.
            days: First and last day there is something of, counted from the first wave.
        """
        first = series.points[0].on
        self._series = series
        self.x = np.array([(point.on - first).days for point in series.points], dtype=float)
        values = [np.nan if each is None else each for each in series.values]
        self.y = np.array(values, dtype=float)
        self.levels = _levels(series)
        low, high = min(days[0], 0.0), max(days[1], float(self.x[-1]))
        aside = max(high - low, 1.0) * _ASIDE
        self.show_whole(low - aside, high + aside, self._with_air())

    def draw(self) -> None:
        """Draw everything, in the colours of now."""
        series = self._series
        if series is None:
            return
        self.empty()
        self._draw_levels(series)
        self._draw_limits(series)
        if np.isfinite(self.y).any():
            self._draw_values(series)
        self._name_waves()

    def _with_air(self) -> tuple[float, ...]:
        """Return the levels with some air below and above, so that no mark is cut."""
        air = (self.levels[-1] - self.levels[0]) * 0.05
        return (self.levels[0] - air, *self.levels[1:-1], self.levels[-1] + air)

    def _draw_levels(self, series: Series) -> None:
        for level in self.levels:
            line = pg.InfiniteLine(level, angle=0, pen=pen("border"))
            line.setZValue(-20)
            self.addItem(line)
        axis = self.plotItem.getAxis("left")
        words = [series.say(level) for level in self.levels]
        axis.setTicks([list(zip(self.levels, words, strict=True))])
        axis.setWidth(widest(words) + theme().px(10))

    def _draw_limits(self, series: Series) -> None:
        limits, axis = series.limits, self.plotItem.getAxis("right")
        if limits is None:
            axis.setTicks([[]])
            axis.setWidth(theme().px(10))
            return
        band = pg.LinearRegionItem(
            (limits.lower, limits.upper),
            orientation="horizontal",
            movable=False,
            brush=theme().colour("accent_soft", 0.45),
            pen=pg.mkPen(None),
        )
        band.setZValue(-30)
        self.addItem(band)
        dashed = pen("muted", 1, Qt.PenStyle.DashLine)
        lines = ((limits.upper, dashed), (limits.lower, dashed), (limits.centre, pen("muted")))
        said: list[tuple[float, str]] = []
        apart = QFontMetricsF(theme().font("small")).height() * self._a_px()
        for value, drawn in lines:
            line = pg.InfiniteLine(value, angle=0, pen=drawn)
            line.setZValue(-10)
            self.addItem(line)
            if all(abs(value - other) >= apart for other, _words in said):
                said.append((value, series.say(value)))
        axis.setTicks([said])
        axis.setWidth(widest([words for _value, words in said]) + theme().px(10))

    def _a_px(self) -> float:
        """Return how much of y one px stands for."""
        low, high = self.box.viewRange()[1]
        return float((high - low) / max(1.0, self.box.height()))

    def _draw_values(self, series: Series) -> None:
        is_crowded = len(self.x) >= CROWDED
        if is_crowded:
            self._draw_edges(series)
        else:
            self._draw_spreads(series)
        self.curve = self.line(self.x, self.y, pen("accent", 1 if is_crowded else 2))
        if series.smoothed is not None:
            held = [np.nan if each is None else each for each in series.smoothed.values]
            self.line(self.x, np.array(held), pen("info", 1, Qt.PenStyle.DashLine))
        signals = list(series.signals.places)
        if not is_crowded:
            calm = np.isfinite(self.y)
            calm[signals] = False
            ring, inside = pen("accent", theme().px(1.5)), theme().colour("surface")
            self._draw_marks(calm, "o", _DOT, (ring, inside))
        if signals and len(self.x) < MANY:
            marked = np.zeros(len(self.x), dtype=bool)
            marked[signals] = True
            self._draw_marks(marked, "s", _SIGNAL, (pen("surface"), theme().colour("caution")))

    def _draw_marks(
        self, where: "NDArray[np.bool_]", symbol: str, size: int, look: tuple[Any, Any]
    ) -> None:
        marks = pg.ScatterPlotItem(
            self.x[where],
            self.y[where],
            symbol=symbol,
            size=theme().px(size),
            pen=look[0],
            brush=look[1],
            antialias=True,
        )
        marks.setZValue(10)
        self.addItem(marks)

    def _draw_spreads(self, series: Series) -> None:
        known = [
            (x, point.value, point.interval)
            for x, point in zip(self.x, series.points, strict=True)
            if point.value is not None and point.interval is not None
        ]
        if not known:
            return
        spreads = pg.ErrorBarItem(
            x=np.array([x for x, _value, _interval in known]),
            y=np.array([value for _x, value, _interval in known]),
            top=np.array([interval.high - value for _x, value, interval in known]),
            bottom=np.array([value - interval.low for _x, value, interval in known]),
            beam=self._beam(),
            pen=pen("edge"),
        )
        self.addItem(spreads)

    def _draw_edges(self, series: Series) -> None:
        """Draw where the spreads of many waves end as two lines: no room for one each."""
        intervals = [point.interval for point in series.points]
        if not any(intervals):
            return
        for ends in (
            [np.nan if each is None else each.low for each in intervals],
            [np.nan if each is None else each.high for each in intervals],
        ):
            self.line(self.x, np.array(ends, dtype=float), pen("border")).setZValue(-5)

    def _beam(self) -> float:
        """Return how many days the ends of a spread are wide."""
        low, high = self.box.viewRange()[0]
        return float((high - low) * theme().px(_BEAM) / max(200.0, self.box.width()))

    def _name_waves(self) -> None:
        """Write the names of as many waves as there is room for where one looks."""
        series = self._series
        if series is None or not len(self.x):
            return
        low, high = self.box.viewRange()[0]
        a_px = (high - low) / max(1.0, self.box.width())
        metrics = QFontMetricsF(theme().font("small"))
        place, shown = int(np.searchsorted(self.x, low)), []
        while place < len(self.x) and self.x[place] <= high:
            name = series.points[place].wave
            half = metrics.horizontalAdvance(name) / 2
            shown.append((float(self.x[place]), name))
            free = self.x[place] + (2 * half + theme().px(_NAMES_APART)) * a_px
            place = max(place + 1, int(np.searchsorted(self.x, free)))
        self.plotItem.getAxis("bottom").setTicks([shown])


def _levels(series: Series) -> tuple[float, ...]:
    found = [point.value for point in series.points if point.value is not None]
    for point in series.points:
        if point.interval is not None:
            found += [point.interval.low, point.interval.high]
    if series.limits is not None:
        found += [series.limits.lower, series.limits.upper]
    return ticks(min(found), max(found), _LEVELS) if found else (0.0, 1.0)
