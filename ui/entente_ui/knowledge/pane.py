"""The knowledge pane: the cross glossary, the decisions, the lessons."""

from PySide6.QtWidgets import QWidget

from entente.i18n import N_
from entente_ui.knowledge.views import VIEWS
from entente_ui.pane import Context
from entente_ui.tabbed import TabbedPane


class KnowledgePane(TabbedPane):
    """Words, decisions and lessons of the mission."""

    place = "knowledge"
    entries = VIEWS
    title = N_("Knowledge")

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.begin()
