"""The mission, page by page."""

from typing_extensions import override

from entente.i18n import N_
from entente_ui.home.mission.sheet_page import SheetPage
from entente_ui.home.pages import PAGES
from entente_ui.paged_view import PagedView


class MissionView(PagedView):
    """What the mission is and how it was set up."""

    name = "mission"
    pages = PAGES
    switch_name = N_("Mission")

    @override
    def show_wanted(self, wanted: object) -> None:
        super().show_wanted(wanted)
        if isinstance(self.current, SheetPage):
            self.current.edit()
