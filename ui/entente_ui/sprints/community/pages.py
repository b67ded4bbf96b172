"""The pages of the community, in the order of their switch."""

from collections.abc import Mapping
from typing import Final

from entente.domain.cause import COMMON_CAUSE
from entente.domain.engagement import CHECK_ITEM
from entente.domain.review import APPRAISAL, OBSERVATION, SANDBOX
from entente.domain.working_group import GROUP_MEMBER, INTERVIEW_GUIDE, QUOTE, WORKING_GROUP
from entente.i18n import N_
from entente_ui.paged_view import Page

_HERE: Final = "entente_ui.sprints.community"
CAUSES: Final = "causes"
GROUP: Final = "group"
HEARD: Final = "heard"
STAGES: Final = "stages"
SANDBOX_PAGE: Final = "sandbox"
DURABILITY: Final = "durability"
#: In the order of the switch.
PAGES: Final[Mapping[str, Page]] = {
    CAUSES: Page(
        COMMON_CAUSE.plural,
        "entente_ui.common_causes.page:CausesPage",
        (COMMON_CAUSE.name,),
    ),
    GROUP: Page(
        WORKING_GROUP.label,
        f"{_HERE}.group_page:GroupPage",
        (WORKING_GROUP.name, GROUP_MEMBER.name),
    ),
    HEARD: Page(
        N_("Interviews and quotes"),
        f"{_HERE}.heard_page:HeardPage",
        (QUOTE.name, INTERVIEW_GUIDE.name),
    ),
    STAGES: Page(N_("Stages"), f"{_HERE}.stages_page:StagesPage", (CHECK_ITEM.name,)),
    SANDBOX_PAGE: Page(
        N_("Sandbox"),
        f"{_HERE}.sandbox_page:SandboxPage",
        (SANDBOX.name, OBSERVATION.name, APPRAISAL.name),
    ),
    DURABILITY: Page(N_("What will last"), f"{_HERE}.durability_page:DurabilityPage"),
}
