"""Letting chance play beside the window, and stopping it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from entente.domain.risk_money import Stake
from entente.domain.simulation import Simulation, simulate
from entente.i18n import _
from entente_ui.background import Job, Report, was_cancelled
from entente_ui.pane import Context


class Trials(QObject):
    """One run at a time; a new one ends the one before.

    Signals:
        running: Emitted with whether a run is under way.
        progressed: Emitted with the percentage done of it.
    """

    running = Signal(bool)
    progressed = Signal(int)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._job: Job[Simulation] | None = None
        context.background.progressed.connect(self._on_progress)
        parent.destroyed.connect(self._forget)

    @property
    def is_running(self) -> bool:
        """Whether a run is under way."""
        return self._job is not None

    def run(
        self,
        stakes: Sequence[Stake],
        count: int,
        seed: int,
        spread: float,
        ready: Callable[[Simulation], object],
    ) -> None:
        """Play so many trials and hand out what they gave.

        Args:
            stakes: What each risk may cost or bring.
            count: How many trials.
            seed: The same seed gives the same trials.
            spread: By how much an amount may be off, as a share of it.
            ready: Called on the GUI thread, unless the run was stopped.
        """
        self._forget()
        given = tuple(stakes)

        def work(report: Report) -> Simulation:
            report(0)
            return simulate(given, count, seed, spread=spread, report=report)

        def done(found: Simulation) -> None:
            if job[0] is self._job:
                self._end()
                ready(found)

        def failed(error: BaseException) -> None:
            if job[0] is self._job:
                self._end()
                if not was_cancelled(error):
                    self._context.tell(error)

        job: list[Job[Simulation]] = []
        title = _("Playing the trials…")
        job.append(self._context.background.start(title, work, done=done, failed=failed))
        self._job = job[0]
        self.running.emit(True)

    def stop(self) -> None:
        """End the run; nobody hears of it."""
        if self._job is not None:
            self._forget()
            self.running.emit(False)

    def _forget(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _end(self) -> None:
        self._job = None
        self.running.emit(False)

    def _on_progress(self, percent: int) -> None:
        under_way = self._context.background.under_way
        if self._job is not None and under_way and under_way[0][1] is self._job:
            self.progressed.emit(percent)
