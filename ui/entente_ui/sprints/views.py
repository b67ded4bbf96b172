"""The views of the sprints, in the order of their tabs. A new one is a line here."""

from typing import Final

from entente.domain.activity import ACTIVITY_TYPE
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.engagement import CHECK_ITEM, ENGAGEMENT_TOOL
from entente.domain.follow_up import COMMITMENT
from entente.domain.review import APPRAISAL, OBSERVATION, REVIEW_NOTE, SANDBOX, TENSION
from entente.domain.sprint import SPRINT
from entente.domain.working_group import GROUP_MEMBER, INTERVIEW_GUIDE, QUOTE, WORKING_GROUP
from entente.i18n import N_
from entente_ui.tabbed import ViewEntry

BOARD: Final = "board"
CYCLE: Final = "cycle"
REVIEW: Final = "review"
COMMITMENTS: Final = "commitments"
ACTIVITIES: Final = "activities"
COMMUNITY: Final = "community"

VIEWS: Final = (
    ViewEntry(
        BOARD,
        N_("Board"),
        "entente_ui.sprints.board.view:BoardView",
        (BACKLOG_ITEM.name,),
    ),
    ViewEntry(
        CYCLE,
        SPRINT.plural,
        "entente_ui.sprints.cycle.view:CycleView",
        (SPRINT.name,),
    ),
    ViewEntry(
        REVIEW,
        N_("Review"),
        "entente_ui.sprints.review.view:ReviewView",
        (REVIEW_NOTE.name, TENSION.name),
    ),
    ViewEntry(
        COMMITMENTS,
        COMMITMENT.plural,
        "entente_ui.sprints.commitments.view:CommitmentsView",
        (COMMITMENT.name,),
    ),
    ViewEntry(
        ACTIVITIES,
        N_("Activities"),
        "entente_ui.sprints.activities.view:ActivitiesView",
        (ACTIVITY_TYPE.name, ENGAGEMENT_TOOL.name),
    ),
    ViewEntry(
        COMMUNITY,
        N_("Community"),
        "entente_ui.sprints.community.view:CommunityView",
        (
            *(WORKING_GROUP.name, GROUP_MEMBER.name, CHECK_ITEM.name),
            *(QUOTE.name, INTERVIEW_GUIDE.name),
            *(SANDBOX.name, OBSERVATION.name, APPRAISAL.name),
        ),
    ),
)
