"""Dragging an actor over the grid with sixty on it: `python -m tests.bench.bench_grid`.

A frame is one movement of the pointer and everything painted because of it, in a window of
1,500 × 900 px. Beside it a bare `QGraphicsScene` with sixty pixmaps, of which one is moved
the same way.

* Median of the frames, against the bare scene.
* What 95 of 100 frames keep to, against the 16 ms that a screen gives.
"""

import itertools
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsScene, QGraphicsView, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR, Camp
from entente.services import records
from entente.store import schema
from entente.store.gate import Gate
from entente.store.session import Session
from entente_ui.actors.pane import ActorsPane
from entente_ui.background import Background
from entente_ui.document import Document
from entente_ui.look.theme import Mode, apply
from entente_ui.pane import Context
from tests.bench.ratio import Ratio, table
from tests.conftest import memory_engine
from tests.ui.actors.conftest import grid_of

ACTORS = 60
SIZE = (1500, 900)
#: Movements of one drag, and drags of each kind in turn.
FRAMES = 120
DRAGS = 5
#: What a screen of 60 Hz gives.
SCREEN = 16.0
#: By then something is wrong.
GIVE_UP_S = 2.0


class Painted(QObject):
    """Knows whether a view was painted since it was last asked."""

    def __init__(self, view: QGraphicsView) -> None:
        super().__init__(view)
        self._was_painted = False
        view.viewport().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self._was_painted |= event.type() == QEvent.Type.Paint
        return False

    def frame(self, move: Callable[[QPoint], None], at: QPoint) -> float:
        """Return the ms from a movement to `at` until it has been painted."""
        self._was_painted = False
        start = time.perf_counter()
        move(at)
        while not self._was_painted and time.perf_counter() - start < GIVE_UP_S:
            QApplication.processEvents()
        if not self._was_painted:
            sys.exit("nothing was painted")
        return 1000 * (time.perf_counter() - start)


@dataclass(frozen=True, slots=True)
class Ours:
    """The pane in a window, with a token to drag."""

    pane: ActorsPane
    painted: Painted

    def drag(self) -> list[float]:
        """Carry one token along the way and put it back; return the ms of each frame."""
        view = grid_of(self.pane).view
        spot = next(each for each in view.board.stops() if isinstance(each, str))
        start = view.mapFromScene(view.board.centre(spot))
        QTest.mousePress(
            view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start
        )
        QTest.qWait(50)
        move = partial(_move, view.viewport())
        frames = [self.painted.frame(move, at) for at in _way(view)]
        if not view.is_busy:
            sys.exit("nothing was carried")
        view.cancel()
        QTest.qWait(300)
        return frames


@dataclass(frozen=True, slots=True)
class Plain:
    """A bare scene in a window."""

    view: QGraphicsView
    painted: Painted

    def drag(self) -> list[float]:
        """Move one pixmap along the way; return the ms of each frame."""
        item = self.view.items()[0]
        QTest.qWait(50)
        return [self.painted.frame(item.setPos, at) for at in _way(self.view)]


def _way(view: QWidget) -> Iterator[QPoint]:
    """Yield where the pointer goes: to and fro over most of the grid."""
    width, height = view.width(), view.height()
    for step in range(FRAMES):
        part = step / FRAMES
        across = 0.15 + 0.7 * abs((3 * part) % 2 - 1)
        yield QPoint(round(width * across), round(height * (0.15 + 0.7 * part)))


def _move(viewport: QWidget, at: QPoint) -> None:
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(at),
        QPointF(viewport.mapToGlobal(at)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(viewport, event)


def fill(session: Session) -> None:
    """Put the actors on the grid, some on one position."""
    draw = random.Random(3)  # noqa: S311  # a repeatable crowd, not a secret
    camps = itertools.cycle(Camp)
    for number in range(ACTORS):
        values = {
            "name": f"Personne {number:02} de Rive",
            "camp": next(camps).value,
            "power": draw.randrange(2, 11) / 2,
            "interest": draw.randrange(2, 11) / 2,
        }
        records.create(session, ACTOR, values)


@contextmanager
def our_window(folder: Path) -> Iterator[Ours]:
    """Open the pane of actors at its grid."""
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
    pane = ActorsPane(context)
    pane.resize(*SIZE)
    pane.show()
    QTest.qWait(500)
    yield Ours(pane, Painted(grid_of(pane).view))
    pane.close()
    background.close()


def plain_window() -> Plain:
    """Open a bare scene with as many pixmaps."""
    draw = random.Random(3)  # noqa: S311  # as above
    view = QGraphicsView()
    scene = QGraphicsScene(0, 0, SIZE[0] - 20, SIZE[1] - 20, view)
    for _ in range(ACTORS):
        pixmap = QPixmap(36, 36)
        pixmap.fill(Qt.GlobalColor.darkCyan)
        item = scene.addPixmap(pixmap)
        item.setPos(draw.randrange(SIZE[0] - 60), draw.randrange(SIZE[1] - 60))
    view.setScene(scene)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setRenderHint(QPainter.RenderHint.Antialiasing)
    view.resize(*SIZE)
    view.show()
    QTest.qWait(300)
    return Plain(view, Painted(view))


def main() -> None:
    """Print the table."""
    app = QApplication([])
    apply(app, Mode.LIGHT, 100, reduced_motion=True)
    with tempfile.TemporaryDirectory() as name, our_window(Path(name)) as ours:
        plain = plain_window()
        ours.drag(), plain.drag()
        pairs = [(ours.drag(), plain.drag()) for _ in range(DRAGS)]
    mine = [frame for frames, _ in pairs for frame in frames]
    bare = [frame for _, frames in pairs for frame in frames]
    slow = statistics.quantiles(mine, n=20)[-1]
    figures = [
        Ratio(
            "drag among 60 actors, median frame",
            statistics.median(mine),
            statistics.median(bare),
            statistics.median(statistics.median(a) / statistics.median(b) for a, b in pairs),
            float("inf"),
        ),
        Ratio("drag among 60 actors, 95 of 100 frames", slow, SCREEN, slow / SCREEN, 1.0),
    ]
    sys.stdout.write(table(figures) + "\n")


if __name__ == "__main__":
    main()
