"""Working the figures out beside the window, and keeping them until a relation changes."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject

from entente.domain.figures import Figures, figures
from entente.domain.network import Network
from entente.i18n import _
from entente_ui.actors.latest import Latest
from entente_ui.pane import Context

#: Networks kept: of the days that are looked at, with and without what is projected.
_KEPT: Final = 32


class FiguresWork:
    """Hands out figures: at once where they are known, else when they are ready."""

    def __init__(self, context: Context, parent: QObject) -> None:
        self._known: dict[Network, Figures] = {}
        self._work = Latest(context, parent)

    def ask(self, network: Network, ready: Callable[[Figures], object]) -> None:
        """Call `ready` with the figures of a network; of two asked for, the later counts."""
        if network in self._known:
            self._work.forget()
            ready(self._known[network])
            return

        def done(found: Figures) -> None:
            self._keep(network, found)
            ready(found)

        self._work.ask(_("Reading the network…"), partial(figures, network), done)

    def _keep(self, network: Network, found: Figures) -> None:
        while len(self._known) >= _KEPT:
            del self._known[next(iter(self._known))]
        self._known[network] = found
