"""The views of the sprints, in the order of their tabs. A new one is a line here."""

from typing import Final

from entente.domain.activity import ACTIVITY_TYPE
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.engagement import ENGAGEMENT_TOOL
from entente.domain.follow_up import COMMITMENT
from entente.domain.review import REVIEW_NOTE, TENSION
from entente.domain.sprint import SPRINT
from entente.i18n import N_
from entente_ui.paged_view import Page
from entente_ui.sprints.community.pages import CAUSES, PAGES
from entente_ui.tabbed import ViewEntry

_ACTS: Final = "entente_ui.sprints.activities"
BOARD: Final = "board"
CYCLE: Final = "cycle"
REVIEW: Final = "review"
COMMITMENTS: Final = "commitments"
ACTIVITIES: Final = "activities"
COMMUNITY: Final = "community"
#: Parts of the sprints and of the commitments.
PLANNING: Final = "planning"
CHARTS: Final = "charts"
WALL: Final = "wall"
LIST: Final = "list"
LIBRARY: Final = "library"
#: The pages of the activities, in the order of their switch.
ACTIVITY_PAGES: Final = {
    LIBRARY: Page(N_("Library"), f"{_ACTS}.library:LibraryPage", (ACTIVITY_TYPE.name,)),
    "recommended": Page(N_("Recommended"), f"{_ACTS}.advice:AdvicePage"),
    "effort": Page(N_("Effort"), f"{_ACTS}.effort:EffortPage"),
    "tools": Page(N_("Tools of engagement"), f"{_ACTS}.tools:ToolsPage", (ENGAGEMENT_TOOL.name,)),
}

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
        parts=((PLANNING, N_("Planning")), (CHARTS, N_("Charts"))),
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
        parts=((WALL, N_("Wall of commitments")), (LIST, N_("List of commitments"))),
    ),
    ViewEntry(
        ACTIVITIES,
        N_("Activities"),
        "entente_ui.sprints.activities.view:ActivitiesView",
        (ACTIVITY_TYPE.name, ENGAGEMENT_TOOL.name),
        parts=tuple((name, page.words) for name, page in ACTIVITY_PAGES.items()),
    ),
    ViewEntry(
        COMMUNITY,
        N_("Community"),
        "entente_ui.sprints.community.view:CommunityView",
        # Common causes are looked for among the actors.
        tuple(kind for name in PAGES if name != CAUSES for kind in PAGES[name].kinds),
        parts=tuple((name, page.words) for name, page in PAGES.items()),
    ),
)
