"""The pages of the mission, in the order of their switch. A new one is a line here."""

from collections.abc import Mapping
from typing import Final

from entente.domain.mission import MISSION
from entente.domain.start.arrangement import ARRANGEMENT, RESOLUTION_STEP
from entente.domain.start.context import PRESSURE, SUPERVISION
from entente.i18n import N_
from entente_ui.checklists import PHASE_STEP
from entente_ui.paged_view import Page

_HERE: Final = "entente_ui.home.mission"
SHEET: Final = "sheet"
ARRANGEMENT_PAGE: Final = "arrangement"
CHECKLISTS: Final = "checklists"
PRACTICE: Final = "practice"
#: What is asked of the mission to open its assistant.
ASSISTANT: Final = "assistant"

PAGES: Final[Mapping[str, Page]] = {
    SHEET: Page(
        N_("Mission sheet"), f"{_HERE}.sheet_page:SheetPage", (MISSION.name, PRESSURE.name)
    ),
    CHECKLISTS: Page(N_("Checklists"), f"{_HERE}.checklists_page:ChecklistsPage", (PHASE_STEP,)),
    ARRANGEMENT_PAGE: Page(
        ARRANGEMENT.label,
        f"{_HERE}.arrangement_page:ArrangementPage",
        (ARRANGEMENT.name, RESOLUTION_STEP.name),
    ),
    PRACTICE: Page(SUPERVISION.plural, f"{_HERE}.practice_page:PracticePage", (SUPERVISION.name,)),
}
