"""The stages of a mission that rallies a community."""

from typing_extensions import override

from entente.domain.engagement import CHECK_ITEM
from entente.i18n import N_
from entente.services.stages import RALLYING
from entente_ui.checklists import PHASE_STEP
from entente_ui.checklists.page import ChecklistPage


class StagesPage(ChecklistPage):
    """Launch, tools of engagement, kick-off, sprints."""

    name = "stages"
    checklist = RALLYING
    invitation = N_("No step of the mission has been noted yet.")
    hint = N_("Launch, tools of engagement, kick-off, sprints: what is usually done, to tick")

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        if super().reveal(record_type, key):
            return True
        # It may be a step of the phases, which stand with the mission.
        if record_type == CHECK_ITEM.name and key:
            self.context.reveal(PHASE_STEP, key)
        return False
