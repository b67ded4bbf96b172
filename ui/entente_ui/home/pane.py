"""The home pane: what wants attention today, and what the mission is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.i18n import N_
from entente_ui.home.leading import LeadingView
from entente_ui.home.views import VIEWS
from entente_ui.pane import Context
from entente_ui.pane_view import PaneView
from entente_ui.tabbed import TabbedPane, ViewEntry


class HomePane(TabbedPane):
    """The place one starts from.

    Signals:
        wanted: Emitted with the name of a place or command one wants to go to.
    """

    wanted = Signal(str)

    place = "home"
    entries = VIEWS
    tabs_name = N_("Today and the mission")

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.begin()

    @override
    def prepare(self, entry: ViewEntry, view: PaneView) -> None:
        if isinstance(view, LeadingView):
            view.wanted.connect(self.wanted)
