"""The first chart of a session, and moving along a line of a million points.

`python -m tests.bench.bench_climate_chart`. Goals: the first chart within 120 ms once pyqtgraph
is there, and every step of moving and zooming within one frame of 60 a second. The limit is in ms
of a processor, as others may be busy on this machine.
"""

import os
import sys
import time
from collections.abc import Callable
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtWidgets import QApplication

from entente_ui.charts.graph import Graph, pen
from entente_ui.climate.charts.series_chart import SeriesChart
from entente_ui.look.theme import Mode, apply
from tests.bench.ratio import Ratio, table
from tests.ui.climate.series import many

POINTS, SHOWN, STEPS = 1_000_000, 20_000, 60
FIRST, FRAME = 120.0, 1000 / 60


def taken(act: Callable[[], object]) -> float:
    """Return how many ms of a processor something takes."""
    begun = time.process_time()
    act()
    return 1000 * (time.process_time() - begun)


def first_chart() -> SeriesChart:
    """Show the chart of eight waves and paint it."""
    chart = SeriesChart("First")
    chart.resize(1200, 320)
    chart.show_series(many(8, frozenset({3})), ())
    chart.show()
    chart.graph.show()
    chart.grab()
    return chart


def frames(app: QApplication) -> tuple[list[float], list[float]]:
    """Return how long steps along a million points take, and steps closer and back."""
    graph = Graph()
    graph.resize(1200, 320)
    x = np.arange(POINTS, dtype=float)
    y = np.random.default_rng(1).normal(3, 0.4, POINTS).cumsum() / 1000
    graph.show_whole(0, POINTS, (float(y.min()), float(y.max())))
    graph.line(x, y, pen("accent", 2))
    graph.show()
    app.processEvents()

    def step(low: float, wide: float) -> None:
        graph.box.setXRange(low, low + wide, padding=0)
        graph.viewport().repaint()
        app.processEvents()

    moving = [taken(lambda at=n: step(at * SHOWN / 4, SHOWN)) for n in range(STEPS)]  # type: ignore[misc]  # bound now
    closer = [taken(lambda at=n: step(0, POINTS * 0.9**at)) for n in range(STEPS)]  # type: ignore[misc]  # bound now
    return moving, closer


def main() -> int:
    """Print what was measured; 0 if it keeps to its goals."""
    app = QApplication([])
    apply(app, Mode.LIGHT, 100, reduced_motion=True)
    first = taken(first_chart)
    moving, closer = frames(app)
    rows = [
        ("first chart of a session", first, FIRST),
        ("moving along 1,000,000 points", median(moving), FRAME),
        ("the same, one step in twenty", sorted(moving)[-3], FRAME),
        ("zooming over 1,000,000 points", median(closer), FRAME),
        ("the same, one step in twenty", sorted(closer)[-3], FRAME),
    ]
    ratios = [Ratio(name, ours, limit, ours / limit, 1.0) for name, ours, limit in rows]
    sys.stdout.write(f"{table(ratios)}\n")
    return int(any(each.ratio > each.goal for each in ratios))


if __name__ == "__main__":
    sys.exit(main())
