"""The change pane: impact, alignment, cooperation, progress, ambassadors, support of people."""

from PySide6.QtWidgets import QWidget

from entente.i18n import N_
from entente_ui.change.views import VIEWS
from entente_ui.pane import Context
from entente_ui.tabbed import TabbedPane


class ChangePane(TabbedPane):
    """What changes for whom, how far it has come, and who carries it."""

    place = "change"
    entries = VIEWS
    title = N_("Change")
    tabs_name = N_("Views of the change")
    tab_setting = "change/tab"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.begin()
