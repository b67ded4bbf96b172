"""One start of the program under observation, for `bench_start`, which runs this.

    python -m tests.bench.probe window           until the window is painted
    python -m tests.bench.probe welcome          until the welcome page is painted
    python -m tests.bench.probe mission FILE     until the first pane of a mission is painted

The program itself knows nothing of this: it is watched from outside, by its signals and by
a timer that should fire every 5 ms. When it fires late, nobody was served meanwhile.
"""

import os
import sys
import time
from typing import NoReturn

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QMainWindow, QWidget
from typing_extensions import override

from entente_ui import app

BEAT_MS = 5
#: So long the loop is watched after the page is there: the rest is still being imported.
AFTER_S = 2.0
#: By then something is wrong.
GIVE_UP_S = 60.0


class Watch(QObject):
    """Counts from the first paint on when a page is there, and how long the loop is away."""

    def __init__(self, window: QMainWindow, name: str) -> None:
        super().__init__(window)
        self._window = window
        self._name = name
        self._page: QWidget | None = None
        self._is_page_painted = False
        self._start = self._last = time.perf_counter()
        self._there = 0.0
        self._stall = self._stall_after = 0.0
        self._timer = QTimer(self, interval=BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        gap, self._last = now - self._last, now
        if self._there:
            self._stall_after = max(gap, self._stall_after)
            if now - self._there > AFTER_S:
                self._say()
            return
        self._stall = max(gap, self._stall)
        if self._is_page_painted:
            self._there = now
        elif now - self._start > GIVE_UP_S:
            sys.exit(f"no {self._name} page")
        elif self._page is None:
            self._look_for_page()

    def _look_for_page(self) -> None:
        page = getattr(self._window, "page", None)
        if self._name == "mission":
            page = getattr(page, "pane", None)
        elif type(page).__name__ != "WelcomePage":
            return
        if isinstance(page, QWidget) and page.isVisible():
            self._page = page
            page.installEventFilter(self)
            page.update()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self._is_page_painted |= event.type() == QEvent.Type.Paint
        return False

    def _say(self) -> NoReturn:
        import json  # noqa: PLC0415  # no part of the start

        told = {
            "there": self._there - self._start,
            "stall": self._stall,
            "stall_after": self._stall_after,
        }
        sys.stdout.write(json.dumps({name: round(1000 * s, 1) for name, s in told.items()}))
        leave()


def leave() -> NoReturn:
    """End at once: what the program does on leaving is no part of the start."""
    sys.stdout.flush()
    os._exit(0)


def show(name: str, arguments: list[str]) -> None:
    """Start the program and watch it until `name` is there."""
    make = app.first_window

    def watched(*given: object) -> QMainWindow:
        window = make(*given)  # type: ignore[arg-type]  # what it was called with
        window.painted.connect(leave if name == "window" else lambda: Watch(window, name))
        return window

    app.first_window = watched  # type: ignore[assignment]  # the same, watched
    app.main(arguments)


if __name__ == "__main__":
    show(sys.argv[1], sys.argv[2:])
