"""The sprints pane: the backlog and the cycles it is worked off in, behind tabs."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.sprint import SPRINT
from entente.i18n import N_
from entente_ui.pane import Context
from entente_ui.sprints.summary import summary
from entente_ui.sprints.views import BOARD, VIEWS
from entente_ui.tabbed import TabbedPane


class SprintsPane(TabbedPane):
    """What there is to do, what was taken on, and what came of it."""

    place = "sprints"
    entries = VIEWS
    title = N_("Sprints")
    tabs_name = N_("Views of the sprints")
    tab_setting = "sprints/tab"
    counted = frozenset({BACKLOG_ITEM.name, BACKLOG_ITEM.rating_name, SPRINT.name})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.begin()

    @override
    def figures(self) -> str:
        return summary(self.context.document)

    @override
    def add_record(self) -> None:
        if not self.current.add_record():
            self.go(BOARD).add_record()
