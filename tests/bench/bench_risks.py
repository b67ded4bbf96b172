"""A thousand risks: dragging one over the matrix, opening the register; chance at play.

`python -m tests.bench.bench_risks`. A frame is one movement of the pointer and everything
painted because of it, in a window of 1,500 × 900 px.

* What 95 of 100 frames keep to, against the 16 ms that a screen gives.
* Rating one by key, with all that follows on the screen, against opening the matrix anew.
* 100,000 trials over 100 risks, with the share of each in the total, against numpy alone for
  the same draw and three percentiles; and with amounts that are off, for information.
"""

import math
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from entente.domain.risk import RISK
from entente.domain.risk_layout import Mark
from entente.domain.risk_money import Stake
from entente.domain.simulation import TRIALS, simulate
from entente.services import records
from entente.store import schema
from entente.store.gate import Gate
from entente.store.session import Session
from entente_ui.background import Background
from entente_ui.document import Document
from entente_ui.look.theme import Mode, apply
from entente_ui.pane import Context
from entente_ui.risks.matrix.view import MatrixView
from entente_ui.risks.pane import RisksPane
from tests.bench.ratio import Ratio, compare, table
from tests.conftest import memory_engine

RISKS = 1000
STAKES = 100
SIZE = (1500, 900)
FRAMES = 120
DRAGS = 5
ROUNDS = 7
#: What a screen of 60 Hz gives.
SCREEN = 16.0
#: Half a second is what people take for at once, when they have just let go of a key.
AT_ONCE = 500.0


def fill(session: Session) -> None:
    """Note the risks, all over the matrix."""
    draw = random.Random(5)  # noqa: S311  # a repeatable register, not a secret
    for number in range(RISKS):
        values = {
            "event": f"Risque {number:03} de Rive",
            "cause": "Une cause qui tient en une ligne.",
            "kind": "opportunity" if number % 7 == 0 else "threat",
            "amount": float(draw.randrange(1000, 90_000)),
        }
        for reading in ("inherent", "current", "target"):
            values[f"{reading}_probability"] = draw.randint(1, 5)
            values[f"{reading}_impact"] = draw.randint(1, 5)
        records.create(session, RISK, values)


@contextmanager
def our_pane(folder: Path) -> Iterator[RisksPane]:
    """Open the pane of the risks at its matrix."""
    engine = memory_engine()
    with engine.begin() as connection:
        schema.create(connection)
    gate = Gate(engine)
    gate.run("Fill", fill)
    background = Background()
    context = Context(
        document=Document(gate),
        background=background,
        settings=QSettings(str(folder / "bench.ini"), QSettings.Format.IniFormat),
        toast=lambda _text, _undoable: None,
        reveal=lambda _kind, _key: None,
        tell=lambda error: sys.exit(str(error)),
    )
    pane = RisksPane(context)
    pane.resize(*SIZE)
    pane.show()
    QTest.qWait(500)
    yield pane
    pane.close()
    background.close()


def drag(view: MatrixView) -> list[float]:
    """Carry a mark of an open heap over the matrix and put it back; return ms of each frame."""
    chart = view.chart
    chart.open_cell((3, 3))
    if chart.plan.sheet is None:
        sys.exit("no heap is open")
    x, y = chart.plan.sheet.spots[0].point
    start = QPoint(round(x), round(y))
    QTest.mousePress(chart, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.qWait(50)
    frames = []
    for step in range(FRAMES):
        part = step / FRAMES
        at = QPoint(
            round(chart.width() * (0.2 + 0.7 * abs((3 * part) % 2 - 1))),
            round(chart.height() * (0.15 + 0.7 * part)),
        )
        begin = time.perf_counter()
        _move(chart, at)
        QApplication.processEvents()
        frames.append(1000 * (time.perf_counter() - begin))
    if not chart.hand.is_carrying:
        sys.exit("nothing was carried")
    chart.hand.cancel()
    chart.open_cell(None)
    return frames


def _move(chart: object, at: QPoint) -> None:
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(at),
        QPointF(at),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(chart, event)  # type: ignore[arg-type]  # a widget


def rate(view: MatrixView, number: int) -> float:
    """Rate a risk and wait until it is shown; return the ms."""
    risk = view.seen.views[number]
    here = risk.readings["current"]
    cell = ((here.probability or 1) % 5 + 1, here.impact or 1)
    begin = time.perf_counter()
    view.chart.rated.emit(Mark(risk.id, "current"), cell, False)
    view.chart.repaint()
    return 1000 * (time.perf_counter() - begin)


def read(view: MatrixView) -> float:
    """Read the mission and show it anew; return the ms."""
    begin = time.perf_counter()
    view.refresh()
    view.chart.repaint()
    return 1000 * (time.perf_counter() - begin)


def chance() -> list[Ratio]:
    """Compare our trials with the same draw by numpy alone."""
    draw = random.Random(3)  # noqa: S311  # a repeatable register, not a secret
    shares = [0.1, 0.3, 0.5, 0.7, 0.9]
    stakes = [
        Stake(str(n), "opportunity" if n % 7 == 0 else "threat", draw.choice(shares), 1000.0 * n)
        for n in range(1, STAKES + 1)
    ]

    def limit() -> None:
        share = np.array([each.share for each in stakes])
        amount = np.array([-e.amount if e.kind == "opportunity" else e.amount for e in stakes])
        hits = np.random.default_rng(1).random((TRIALS, STAKES)) < share
        np.percentile(hits @ amount, [10, 50, 90])

    return [
        compare("100,000 trials over 100 risks", partial(simulate, stakes), limit, goal=2.0),
        compare(
            "the same with amounts 30 % off",
            partial(simulate, stakes, spread=0.3),
            limit,
            goal=math.inf,
        ),
    ]


def main() -> None:
    """Print the table."""
    app = QApplication([])
    apply(app, Mode.LIGHT, 100, reduced_motion=True)
    with tempfile.TemporaryDirectory() as name, our_pane(Path(name)) as pane:
        view = pane.go("matrix")
        if not isinstance(view, MatrixView):
            sys.exit("no matrix")
        drag(view)
        frames = [frame for _ in range(DRAGS) for frame in drag(view)]
        pairs = [(rate(view, 10 * n), read(view)) for n in range(ROUNDS)]
        begin = time.perf_counter()
        pane.go("register")
        QApplication.processEvents()
        register = 1000 * (time.perf_counter() - begin)
    slow = statistics.quantiles(frames, n=20)[-1]
    rated = statistics.median(pair[0] for pair in pairs)
    anew = statistics.median(pair[1] for pair in pairs)
    figures = [
        Ratio("drag among 1,000 risks, 95 of 100 frames", slow, SCREEN, slow / SCREEN, 1.0),
        Ratio("rate 1 of 1,000 risks, shown", rated, anew, rated / anew, 4.0),
        Ratio("register of 1,000 risks, opened", register, AT_ONCE, register / AT_ONCE, 1.0),
    ]
    figures += chance()
    sys.stdout.write(table(figures) + "\n")


if __name__ == "__main__":
    main()
