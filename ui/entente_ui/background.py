"""Long work off the GUI thread: one job at a time, results delivered on it."""

from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from functools import partial
from threading import Event
from typing import Any, Generic, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")
#: Called by the work with the percentage done; raises `CancelledError` once asked to stop.
Report: TypeAlias = Callable[[int], None]


class Job(Generic[T]):
    """A piece of work under way. `cancel` asks it to stop at its next report."""

    def __init__(self, announce: Callable[[int], None]) -> None:
        self._announce = announce
        self._cancelled = Event()

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._cancelled.set()

    def report(self, percent: int) -> None:
        """Announce progress, from 0 to 100.

        Raises:
            CancelledError: If the user has asked to stop.
        """
        if self._cancelled.is_set():
            raise CancelledError
        self._announce(percent)


class Background(QObject):
    """Runs jobs on one worker thread, so that two exports never interleave.

    Signals:
        started: Emitted with the title and the `Job` when work is handed over.
        progressed: Emitted with the percentage done, from 0 to 100.
        finished: Emitted when a job has ended, well or not.
    """

    started = Signal(str, object)
    progressed = Signal(int)
    finished = Signal()
    _delivered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="background")
        self._under_way: list[tuple[str, Job[Any]]] = []
        self._delivered.connect(self._call, Qt.ConnectionType.QueuedConnection)

    @property
    def under_way(self) -> Sequence[tuple[str, Job[Any]]]:
        """Title and job of what has not ended; the first is being done, the others wait."""
        return tuple(self._under_way)

    def start(
        self,
        title: str,
        work: Callable[[Report], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> Job[T]:
        """Run `work` on the worker thread; it must not touch widgets.

        Args:
            title: What the progress strip says, in the user's language.
            work: Given a function to report progress with.
            done: Called on the GUI thread with the result.
            failed: Called on the GUI thread with the error, `CancelledError` if stopped.
        """
        job = Job[T](self.progressed.emit)
        self._under_way.append((title, job))
        self.started.emit(title, job)
        future = self._pool.submit(work, job.report)
        future.add_done_callback(partial(self._deliver, done, failed))
        return job

    def close(self) -> None:
        """Wait for the running job and accept no more."""
        self._pool.shutdown(cancel_futures=True)

    def _deliver(
        self,
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
        future: Future[T],
    ) -> None:
        if future.cancelled():
            return
        error = future.exception()
        result = partial(failed, error) if error else partial(done, future.result())
        self._delivered.emit(result)

    @Slot(object)
    def _call(self, result: Callable[[], None]) -> None:
        # One worker does them in order, and they are delivered in order.
        del self._under_way[:1]
        self.finished.emit()
        result()


def was_cancelled(error: BaseException) -> bool:
    """Return whether a job ended because the user stopped it."""
    return isinstance(error, CancelledError)
