"""The places of the navigation rail and the panes that live there."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Final

from entente.i18n import N_
from entente_ui.checklists import PHASE_STEP
from entente_ui.look.icons import IconName
from entente_ui.pane import Context, Pane, Tab, paper


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the rail.

    Attributes:
        name: Name in settings and in what is handed over a lock.
        label: What people see, in English; translated when shown.
        icon: Its icon.
        module, pane: Where the class of its pane is; imported on the first visit.
        kinds: Names of the kinds of record that are shown there.
        key: The digit that leads there with Ctrl, and what stands unshifted on the same
            key of a French keyboard; empty where that means something else.
        keeps_inspector: Whether the inspector stays while nothing is selected there.
        views: The module whose `VIEWS` are the tabs of its pane; empty if it has none.
    """

    name: str
    label: str
    icon: IconName
    module: str
    pane: str
    kinds: tuple[str, ...]
    key: tuple[str, str]
    keeps_inspector: bool = False
    views: str = ""

    def tabs(self) -> Sequence[Tab]:
        """Return the tabs of its pane, which need not have been made for that."""
        tabs: Sequence[Tab] = import_module(self.views).VIEWS if self.views else ()
        return tabs

    def make(self, context: Context) -> Pane:
        """Make its pane."""
        pane: Pane = getattr(import_module(self.module), self.pane)(context)
        return pane


HOME: Final = "home"

PLACES: Final = (
    Place(
        HOME,
        N_("Today"),
        IconName.CALENDAR_EVENT,
        "entente_ui.home.pane",
        "HomePane",
        ("mission", "pressure", "arrangement", "resolution_step", "supervision", PHASE_STEP),
        ("1", "&"),
        views="entente_ui.home.views",
    ),
    Place(
        "actors",
        N_("Actors"),
        IconName.USERS,
        "entente_ui.actors.pane",
        "ActorsPane",
        (
            *("actor", "organisation", "relation", "common_cause", "supporter"),
            *("objective", "influence", "stance", "criterion", "choice"),
            *("interaction", "presence", "deliverable", "responsibility"),
            *("map_view", "map_note"),
        ),
        ("2", "É"),
        keeps_inspector=True,
        views="entente_ui.actors.views",
    ),
    Place(
        "difficulties",
        N_("Difficulties"),
        IconName.ALERT_TRIANGLE,
        "entente_ui.difficulties.pane",
        "DifficultiesPane",
        (
            *("difficulty", "difficulty_cause", "conflict_family", "party", "osbd", "note"),
            *("interest", "option", "option_score", "standard", "offer", "step"),
            *("agreement", "clause"),
            *("mediation_session", "agenda_item", "attendance"),
            *("safety_check", "declaration", "exhibit"),
        ),
        ("3", '"'),
        views="entente_ui.difficulties.tabs",
    ),
    Place(
        "risks",
        N_("Risks"),
        IconName.FLAG,
        "entente_ui.risks.pane",
        "RisksPane",
        ("risk", "raid_item"),
        ("4", "'"),
        views="entente_ui.risks.views",
    ),
    Place(
        "sprints",
        N_("Sprints"),
        IconName.LAYOUT_KANBAN,
        "entente_ui.sprints.pane",
        "SprintsPane",
        (
            *("backlog_item", "sprint", "review_note", "tension"),
            *("activity_type", "engagement_tool", "check_item"),
            *("working_group", "group_member", "sandbox", "observation", "appraisal"),
            *("quote", "interview_guide", "commitment"),
        ),
        ("5", "("),
        keeps_inspector=True,
        views="entente_ui.sprints.views",
    ),
    Place(
        "climate",
        N_("Climate"),
        IconName.ACTIVITY,
        "entente_ui.climate.pane",
        "ClimatePane",
        ("wave", "verbatim", "answered"),
        ("6", ""),  # that key is the minus, which makes everything smaller
        views="entente_ui.climate.views",
    ),
    Place(
        "change",
        N_("Change"),
        IconName.STAIRS,
        "entente_ui.change.pane",
        "ChangePane",
        (
            *("functional_group", "impact", "practice_gap", "kotter_step", "adkar"),
            *("change_indicator", "indicator_reading", "usage_check", "adoption"),
            *("ambassador", "relay", "sharing", "skill_transfer", "testimony"),
            *("alignment", "work_constraint", "constraint_clash", "shared_resource"),
            *("resource_demand", "common_trigger", "trigger_acceptance", "fear"),
            *("cooperation_convention", "convention_clause", "convention_signature"),
            *("coaching_track", "coaching_goal", "coaching_session", "self_rating"),
            *("goal_reading", "referral"),
        ),
        ("7", "È"),
        views="entente_ui.change.views",
    ),
    Place(
        "knowledge",
        N_("Knowledge"),
        IconName.BOOK_2,
        "entente_ui.knowledge.pane",
        "KnowledgePane",
        ("term", "meaning", "decision", "lesson"),
        ("8", "_"),
        views="entente_ui.knowledge.views",
    ),
    Place(
        "documents",
        N_("Documents"),
        IconName.FILE_TEXT,
        "entente_ui.documents.pane",
        "DocumentsPane",
        tuple(
            paper(kind)
            for kind in (
                *("conflict", "convention", "agreement", "finding", "minutes"),
                *("forms", "glossary", "knowledge", "decisions"),
                *("risks", "risk-report", "bowtie"),
                *(
                    "arrangement",
                    "state",
                    "practice",
                    "cooperation",
                    "cooperation-convention",
                    "change",
                    "impact",
                    "alignment",
                    "constraints",
                    "constraint-form",
                    "coaching-agreement",
                    "coaching",
                ),
                *("progress", "post", "board", "roadmap", "cards", "wall"),
                *("activity-cards", "action-sheet", "interview-guide", "estimate"),
                *("wave", "climate", "ballot", "shuffled-ballot", "questionnaire", "notice"),
            )
        ),
        ("9", "Ç"),
    ),
)


def known_places() -> tuple[Place, ...]:
    """Return the places whose panes are part of this program."""
    return tuple(place for place in PLACES if _exists(place.module))


def _exists(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False
