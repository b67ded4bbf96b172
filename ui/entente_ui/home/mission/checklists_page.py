"""The phases of the project: what is to be done upstream, in delivery and downstream."""

from typing_extensions import override

from entente.domain.engagement import CHECK_ITEM
from entente.i18n import N_
from entente.services.stages import PHASES
from entente_ui.checklists import PHASE_STEP
from entente_ui.checklists.page import ChecklistPage


class ChecklistsPage(ChecklistPage):
    """Before, while and after the project is carried out."""

    name = "checklists"
    checklist = PHASES
    invitation = N_("Nothing has been noted of the phases yet.")
    hint = N_("Upstream, delivery, downstream: what this kind of mission usually does, to tick")

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        return super().reveal(CHECK_ITEM.name if record_type == PHASE_STEP else record_type, key)
