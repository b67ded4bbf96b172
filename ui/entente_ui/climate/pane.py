"""The climate pane: waves in which people answer, and what their answers say."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.i18n import N_
from entente_ui.climate.views import VIEWS, WAVES
from entente_ui.pane import Context
from entente_ui.tabbed import TabbedPane


class ClimatePane(TabbedPane):
    """How people are on the project, as they say themselves."""

    place = "climate"
    entries = VIEWS
    title = N_("Climate")
    tabs_name = N_("Views of the climate")
    tab_setting = "climate/tab"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.begin()

    @override
    def add_record(self) -> None:
        if not self.current.add_record():
            self.go(WAVES).add_record()
