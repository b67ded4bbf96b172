"""Working the figures out beside the window, and keeping them until a relation changes."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject

from entente.domain.figures import Figures, figures
from entente.domain.network import Network
from entente.i18n import _
from entente_ui.background import Job, was_cancelled
from entente_ui.pane import Context

#: Networks kept: of the days that are looked at, with and without what is projected.
_KEPT: Final = 32


class FiguresWork(QObject):
    """Hands out figures: at once where they are known, else when they are ready."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._known: dict[Network, Figures] = {}
        self._wanted: Network | None = None
        self._job: Job[Figures] | None = None
        self._is_gone = False
        parent.destroyed.connect(self._leave)

    def ask(self, network: Network, ready: Callable[[Figures], object]) -> None:
        """Call `ready` with the figures of a network; of two asked for, the later counts."""
        self._wanted = network
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if network in self._known:
            ready(self._known[network])
            return

        def done(found: Figures) -> None:
            self._keep(network, found)
            if self._wanted is network and not self._is_gone:
                ready(found)

        def work(report: Callable[[int], None]) -> Figures:
            report(0)
            return figures(network)

        title = _("Reading the network…")
        self._job = self._context.background.start(title, work, done=done, failed=self._failed)

    def _keep(self, network: Network, found: Figures) -> None:
        while len(self._known) >= _KEPT:
            del self._known[next(iter(self._known))]
        self._known[network] = found

    def _failed(self, error: BaseException) -> None:
        if not was_cancelled(error) and not self._is_gone:
            self._context.tell(error)

    def _leave(self) -> None:
        self._is_gone = True
