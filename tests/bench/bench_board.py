"""The board with 2,000 cards: `python -m tests.bench board`.

In columns alone and in lanes by phase: the longest time in which nothing else could happen,
from a step until everything is laid out and painted, in the time of the processor. Scrolling
and dragging have one frame; looking for something has the 100 ms that a person feels as a
halt. Of several rounds the worst counts, but for what writes to the mission the median.
"""

import gc
import os
import statistics
import sys
import time
from collections.abc import Callable
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, QSettings, Qt
from PySide6.QtGui import QDragMoveEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from entente.domain.backlog import BACKLOG_ITEM
from entente.store import schema
from entente.store.gate import Gate
from entente_ui.background import Background
from entente_ui.document import Document
from entente_ui.drag import pack_records
from entente_ui.look.theme import apply
from entente_ui.pane import Context
from entente_ui.sprints.board.arrange import Rows
from entente_ui.sprints.board.card_list import CardList
from entente_ui.sprints.board.view import BoardView
from tests.bench.backlog import fill
from tests.bench.ratio import Ratio, table
from tests.conftest import memory_engine

#: One frame of a screen, and what a person feels as a halt, in ms.
FRAME: Final = 16.0
HALT: Final = 100.0
ROUNDS: Final = 9
#: Turns of the event loop after which everything is in place, and ms for what is idle work.
TURNS: Final = 40
PAUSE: Final = 120


class Stage:
    """The board, in front of the stop-watch."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        engine = memory_engine()
        with engine.begin() as connection:
            schema.create(connection)
        gate = Gate(engine)
        gate.run("Fill", fill)
        self._background = Background()
        context = Context(
            Document(gate),
            self._background,
            QSettings(os.devnull, QSettings.Format.IniFormat),
            lambda _text, _undo: None,
            lambda _kind, _key: None,
            lambda error: sys.exit(repr(error)),
        )
        self.view = BoardView(context)
        self.view.resize(1200, 820)

    @property
    def list(self) -> CardList:
        """The column of the most cards."""
        lanes = [lane for columns in self.view.area.all for lane in columns.lanes]
        view = max(lanes, key=lambda lane: len(lane.view.cards.shown)).view
        if not isinstance(view, CardList):
            raise TypeError(view)
        return view

    def halt(self, step: Callable[[], object]) -> float:
        """Return the longest ms in which nothing else could happen, from a step on."""
        gc.collect()
        longest, start = 0.0, time.process_time()
        step()
        for _ in range(TURNS):
            self._app.processEvents()
            now = time.process_time()
            longest, start = max(longest, now - start), now
            time.sleep(0.001)  # what is done in turns waits for the clock
        QTest.qWait(PAUSE)
        return 1000 * longest

    def arrange(self, rows: Rows) -> None:
        """Choose what the lanes across stand for."""
        box = self.view.bar.rows
        box.setCurrentIndex(box.findData(rows.value))
        self.view.bar.arranged.emit()

    def scroll(self, share: float) -> None:
        """Scroll the longest column."""
        bar = self.list.verticalScrollBar()
        bar.setValue(int(bar.maximum() * share))

    def drag(self, share: float) -> None:
        """Hold a card over another place of the longest column."""
        view = self.list
        at = QPointF(60, 40 + (view.viewport().height() - 80) * share)
        data = pack_records(BACKLOG_ITEM.name, ["x"])
        move, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        view.dragMoveEvent(QDragMoveEvent(at.toPoint(), move, data, left, none))

    def look_for(self, words: str) -> None:
        """Look for words, as after a pause in typing."""
        self.view.bar.words.setText(words)
        self.view.bar.changed.emit()

    def drop(self) -> None:
        """Put the first card of the longest column before the fifth of another."""
        first, other = self.view.area.all[0].lanes[:2]
        card, before = first.view.cards.shown[0].id, other.view.cards.shown[5].id
        other.dropped.emit([card], before)

    def close(self) -> None:
        """Leave nothing behind."""
        self.view.close()
        self._background.close()


def measured(stage: Stage, rows: Rows) -> list[Ratio]:
    """Return what steps take while the lanes across stand for something."""
    name = "in columns" if rows is Rows.NONE else f"by {rows}"
    arranging = stage.halt(lambda: stage.arrange(rows))
    scrolling = [stage.halt(lambda n=n: stage.scroll(n / 40)) for n in range(40)]  # type: ignore[misc]  # bound
    dragging = [stage.halt(lambda n=n: stage.drag(n / 20)) for n in range(20)]  # type: ignore[misc]  # bound
    stage.list.aim(None)
    filtering = [
        stage.halt(lambda words=words: stage.look_for(words))  # type: ignore[misc]  # bound
        for words in ("recette", "rec", "", "oeuvre equipe", "zzz", "") * 2
    ]
    dropping = [stage.halt(stage.drop) for _ in range(ROUNDS)]
    figures = (
        ("lay out", arranging, HALT),
        ("scroll", max(scrolling), FRAME),
        ("drag", max(dragging), FRAME),
        ("filter", max(filtering), HALT),
        ("drop a card", statistics.median(dropping), HALT),
    )
    return [Ratio(f"{what}, {name}", ms, limit, ms / limit, 1.0) for what, ms, limit in figures]


def main() -> int:
    """Print the figures; tell whether one is over."""
    app = QApplication.instance() or QApplication([])
    if not isinstance(app, QApplication):
        return 1
    apply(app, "light", reduced_motion=True)
    stage = Stage(app)
    first = stage.halt(stage.view.show)
    ratios = [Ratio("open the board", first, HALT, first / HALT, 1.0)]
    ratios += [*measured(stage, Rows.NONE), *measured(stage, Rows.PHASE)]
    stage.close()
    sys.stdout.write(table(ratios) + "\n")
    return int(any(ratio.ratio > ratio.goal for ratio in ratios))


if __name__ == "__main__":
    sys.exit(main())
