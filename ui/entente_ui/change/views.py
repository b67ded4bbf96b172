"""The views of the change pane, in the order of their tabs. A new one is a line here."""

from typing import Final

from entente.i18n import N_
from entente_ui.change.alignment.pages import PAGES as ALIGNMENT_PAGES
from entente_ui.tabbed import ViewEntry

IMPACTS: Final = "impacts"
ALIGNMENT: Final = "alignment"
COOPERATION: Final = "cooperation"
PROGRESS: Final = "progress"
INDICATORS: Final = "indicators"
AMBASSADORS: Final = "ambassadors"
COACHING: Final = "coaching"
LISTS: Final = "lists"

#: The kinds that have a list of their own here.
LISTED: Final = (
    *("functional_group", "impact", "practice_gap", "adkar", "kotter_step"),
    *("change_indicator", "indicator_reading", "usage_check", "adoption"),
    *("ambassador", "sharing", "skill_transfer", "testimony"),
    *("alignment", "work_constraint", "shared_resource", "resource_demand"),
    *("common_trigger", "fear", "cooperation_convention", "convention_clause"),
)

VIEWS: Final = (
    ViewEntry(
        IMPACTS,
        N_("Impacts"),
        "entente_ui.change.impacts.view:ImpactsView",
        ("functional_group", "impact"),
    ),
    ViewEntry(
        ALIGNMENT,
        N_("Alignment"),
        "entente_ui.change.alignment.view:AlignmentView",
        tuple(kind for page in ALIGNMENT_PAGES.values() for kind in page.kinds),
        parts=tuple((name, page.words) for name, page in ALIGNMENT_PAGES.items()),
    ),
    ViewEntry(
        COOPERATION,
        N_("Cooperation"),
        "entente_ui.change.cooperation.view:CooperationView",
        (
            *("fear", "common_trigger", "cooperation_convention"),
            *("convention_clause", "convention_signature"),
        ),
    ),
    ViewEntry(
        PROGRESS,
        N_("Progress"),
        "entente_ui.change.progress.view:ProgressView",
        ("kotter_step", "adkar"),
    ),
    ViewEntry(
        INDICATORS,
        N_("Indicators"),
        "entente_ui.change.indicators.view:IndicatorsView",
        ("change_indicator", "usage_check", "adoption"),
    ),
    ViewEntry(
        AMBASSADORS,
        N_("Ambassadors"),
        "entente_ui.change.spreading.view:SpreadingView",
        ("ambassador", "relay", "sharing", "skill_transfer", "testimony"),
    ),
    ViewEntry(
        COACHING,
        N_("Coaching"),
        "entente_ui.change.coaching.view:CoachingView",
        (
            *("coaching_track", "self_rating", "coaching_goal"),
            *("goal_reading", "coaching_session", "referral"),
        ),
    ),
    ViewEntry(LISTS, N_("Lists"), "entente_ui.change.lists_view:ListsView", LISTED),
)
