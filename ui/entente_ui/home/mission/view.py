"""The mission, page by page."""

from PySide6.QtCore import QTimer
from typing_extensions import override

from entente.i18n import N_
from entente_ui.home.mission.sheet_page import SheetPage
from entente_ui.home.pages import ARRANGEMENT_PAGE, ASSISTANT, PAGES, SHEET
from entente_ui.paged_view import PagedView


class MissionView(PagedView):
    """What the mission is and how it was set up."""

    name = "mission"
    pages = PAGES
    switch_name = N_("Mission")

    @override
    def show_wanted(self, wanted: object) -> None:
        if wanted == ASSISTANT:
            self.open(ARRANGEMENT_PAGE)
            # Once whoever asked is done: the assistant keeps the window to itself.
            QTimer.singleShot(0, self, self._begin)
            return
        super().show_wanted(wanted)
        if wanted == SHEET and isinstance(self.current, SheetPage):
            self.current.edit()

    def _begin(self) -> None:
        self.page(ARRANGEMENT_PAGE).add_record()
