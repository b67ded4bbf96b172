"""Working something out beside the window, where only what was asked last is still wanted."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from entente_ui.background import Job, Report, T, was_cancelled
from entente_ui.pane import Context


class Latest:
    """Hands work to the background; of two asked for, the later alone is answered."""

    def __init__(self, context: Context, parent: QObject) -> None:
        self._context = context
        self._job: Job[Any] | None = None
        self._asked = 0
        parent.destroyed.connect(self.forget)

    def ask(self, title: str, work: Callable[[], T], ready: Callable[[T], object]) -> None:
        """Call `ready` with what `work` returns, unless something else is asked meanwhile.

        Args:
            title: What the progress strip says, in the user's language.
            work: Done on the worker thread; it must not touch widgets.
            ready: Called on the GUI thread.
        """
        self.forget()
        number = self._asked

        def done(found: T) -> None:
            if number == self._asked:
                self._job = None
                ready(found)

        def failed(error: BaseException) -> None:
            if number == self._asked and not was_cancelled(error):
                self._context.tell(error)

        def worked(report: Report) -> T:
            # Where it waited for its turn it may have been forgotten by now.
            report(0)
            return work()

        self._job = self._context.background.start(title, worked, done=done, failed=failed)

    def forget(self) -> None:
        """Let what was asked be answered by nobody."""
        self._asked += 1
        if self._job is not None:
            self._job.cancel()
            self._job = None
