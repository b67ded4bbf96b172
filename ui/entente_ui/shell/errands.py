"""Background work whose results find nobody once the mission it was for is closed."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TypeVar

from typing_extensions import override

from entente_ui.background import Background, Job, Report

T = TypeVar("T")


class Errands(Background):
    """Runs the work of panes; what outlives its mission is not delivered any more."""

    _mission = 0
    _workspace = 0

    def forget(self) -> None:
        """Deliver nothing of what was asked for until now: its mission is closed."""
        self._mission += 1
        self._workspace += 1

    def move_on(self) -> None:
        """Expect panes that asked for something to be gone: they were made anew."""
        self._workspace += 1

    @override
    def start(
        self,
        title: str,
        work: Callable[[Report], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> Job[T]:
        asked = (self._mission, self._workspace)
        return super().start(
            title,
            work,
            done=partial(self._deliver_if_wanted, asked, done),
            failed=partial(self._deliver_if_wanted, asked, failed),
        )

    def start_lasting(
        self,
        work: Callable[[Report], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
        title: str = "",
    ) -> Job[T]:
        """Run work of the shell itself, delivered whatever happens to the mission."""
        return super().start(title, work, done=done, failed=failed)

    def _deliver_if_wanted(
        self, asked: tuple[int, int], deliver: Callable[[T], None], result: T
    ) -> None:
        if asked == (self._mission, self._workspace):
            deliver(result)
        elif asked[0] == self._mission:
            # The pane may be gone; what it wanted done to the mission still counts.
            with suppress(RuntimeError):
                deliver(result)
