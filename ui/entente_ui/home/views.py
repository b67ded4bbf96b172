"""The views of the home pane, in the order of their tabs. A new one is a line here."""

from typing import Final

from entente.i18n import N_
from entente_ui.home.pages import PAGES
from entente_ui.tabbed import ViewEntry

TODAY: Final = "today"
MISSION_TAB: Final = "mission"

VIEWS: Final = (
    ViewEntry(TODAY, N_("Today"), "entente_ui.home.today.view:TodayView"),
    ViewEntry(
        MISSION_TAB,
        N_("Mission"),
        "entente_ui.home.mission.view:MissionView",
        tuple(kind for page in PAGES.values() for kind in page.kinds),
        parts=tuple((name, page.words) for name, page in PAGES.items()),
    ),
)
