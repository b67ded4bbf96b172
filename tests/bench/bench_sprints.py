"""The sprints in the window of the program, 2,000 cards: `python -m tests.bench sprints`.

The longest turn of the event loop, in the time of the processor, with all that listens to a
change: the inspector, the history, the figures of the pane. Going there for the first time and
again, and from a step on a card until everything stands in its place.
"""

import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from entente.store.mission_file import MissionFile
from entente_ui.look.theme import apply
from entente_ui.settings import Preferences
from entente_ui.shell.shell import Shell
from entente_ui.shell.window import MainWindow
from entente_ui.sprints.pane import SprintsPane
from entente_ui.sprints.views import BOARD
from entente_ui.start import furnish
from tests.bench.backlog import fill
from tests.bench.ratio import Ratio, table

HALT: Final = 100.0
ROUNDS: Final = 7
#: The last of what is imported ahead of time.
LAST: Final = "entente_ui.knowledge.decisions_tab"
#: Seconds between two looks at what there is to do.
PAUSE: Final = 0.001
#: Ms a step is watched.
WATCHED: Final = 1_000


class Stage:
    """The program, in front of the stop-watch."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self._app = app
        preferences = Preferences(QSettings(str(folder / "e.ini"), QSettings.Format.IniFormat))
        preferences.keeps_recent = False
        self._file = MissionFile.create(folder / "bench.entente", None)
        self._file.gate.found("Fill", fill)
        apply(app, "light", reduced_motion=True)
        window = MainWindow()
        self._shell, opener = furnish(app, window, preferences)
        window.resize(1440, 900)
        window.show()
        self._shell.show_mission(self._file)
        opener.become_ready()
        # Not qWait: it would keep the interpreter from what imports them in the background.
        while LAST not in sys.modules:
            self._app.processEvents()
            time.sleep(PAUSE)
        self.halt(lambda: None)

    @property
    def shell(self) -> Shell:
        """The shell of the program."""
        return self._shell

    def go(self, place: str) -> None:
        """Go to a place."""
        if self._shell.workspace is not None:
            self._shell.workspace.go(place)

    @property
    def pane(self) -> SprintsPane:
        """The pane of the sprints, where one is."""
        pane = None if self._shell.workspace is None else self._shell.workspace.pane
        if not isinstance(pane, SprintsPane):
            raise TypeError(pane)
        return pane

    def halt(self, step: Callable[[], object]) -> float:
        """Return the longest ms in which nothing else could happen, from a step on."""
        gc.collect()
        start, began = time.thread_time(), time.monotonic()
        step()
        now = time.thread_time()
        longest, start = now - start, now
        while time.monotonic() - began < WATCHED / 1000:
            self._app.processEvents()
            now = time.thread_time()
            longest, start = max(longest, now - start), now
            time.sleep(PAUSE)
        return 1000 * longest

    def drop(self) -> None:
        """Put the first card of one column before the fifth of the next."""
        area = self.pane.view(BOARD).area  # type: ignore[attr-defined]  # that of the board
        first, other = area.all[0].lanes[:2]
        card, before = first.view.cards.shown[0].id, other.view.cards.shown[5].id
        other.dropped.emit([card], before)

    def close(self) -> None:
        """Leave nothing behind."""
        self._shell.forget_mission()
        self._shell.background.close()
        self._file.close()


def measured(stage: Stage) -> list[Ratio]:
    """Return what was measured."""
    document = stage.shell.document
    if document is None:
        raise RuntimeError
    figures = [("go to the sprints, the first time", stage.halt(lambda: stage.go("sprints")))]
    steps = (
        ("drop a card", stage.drop),
        ("take it back", document.undo),
        ("make it again", document.redo),
    )
    for name, step in steps:
        figures.append((name, statistics.median(stage.halt(step) for _ in range(ROUNDS))))
    stage.go("home")
    figures.append(("come back", stage.halt(lambda: stage.go("sprints"))))
    return [Ratio(name, ms, HALT, ms / HALT, 1.0) for name, ms in figures]


def main() -> int:
    """Print the figures; tell whether one is over."""
    app = QApplication.instance() or QApplication([])
    if not isinstance(app, QApplication):
        return 1
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = folder
        stage = Stage(app, Path(folder))
        ratios = measured(stage)
        stage.close()
    sys.stdout.write(table(ratios) + "\n")
    return int(any(ratio.ratio > ratio.goal for ratio in ratios))


if __name__ == "__main__":
    sys.exit(main())
