"""Every kind of document there is; the window and the command line read the same list."""

from types import MappingProxyType
from typing import Final

from entente.briefs.offered import Group, Offered, Readers
from entente.domain.agreement import AGREEMENT, ENTRY, SETTLEMENT
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.climate.survey import QUESTIONNAIRE, WAVE
from entente.domain.coaching.records import COACHING_TRACK
from entente.domain.cooperation.records import CONVENTION
from entente.domain.difficulty import DIFFICULTY
from entente.domain.mediation_session import MEDIATION_SESSION
from entente.domain.risk import RISK
from entente.domain.sprint import SPRINT
from entente.domain.start.arrangement import ARRANGEMENT
from entente.domain.working_group import INTERVIEW_GUIDE
from entente.i18n import N_

__all__ = ["KINDS", "Group", "Offered", "Readers"]

_HELD: Final = (("kind", frozenset({"individual", "plenary"})),)
_OVER: Final = (("status", frozenset({"settled", "interrupted", "closed"})),)

_ALL: Final = (
    Offered(
        "conflict",
        N_("Conflict-resolution brief"),
        N_("brief"),
        "conflict",
        Group.CONFLICT,
        DIFFICULTY,
        first=Readers.MEDIATOR,
        can_be_short=True,
    ),
    Offered(
        "convention",
        N_("Agreement to mediate"),
        N_("convention"),
        "agreement",
        Group.CONFLICT,
        AGREEMENT,
        (("kind", frozenset({ENTRY})),),
        kind=ENTRY,
    ),
    Offered(
        "agreement",
        N_("Settlement agreement"),
        N_("agreement"),
        "agreement",
        Group.CONFLICT,
        AGREEMENT,
        (("kind", frozenset({SETTLEMENT})),),
        kind=SETTLEMENT,
    ),
    Offered(
        "finding",
        N_("Finding of the end"),
        N_("finding"),
        "finding",
        Group.CONFLICT,
        DIFFICULTY,
        _OVER,
    ),
    Offered(
        "minutes",
        N_("Minutes of a session"),
        N_("minutes"),
        "minutes",
        Group.SESSION,
        MEDIATION_SESSION,
        _HELD,
    ),
    Offered(
        "forms",
        N_("Blank forms for the room"),
        N_("forms"),
        "forms",
        Group.SESSION,
        first=Readers.ROOM,
    ),
    Offered(
        "arrangement",
        N_("Mediation arrangement of the project"),
        N_("arrangement"),
        "arrangement",
        Group.PROJECT,
        ARRANGEMENT,
    ),
    Offered(
        "state",
        N_("State of the mission"),
        N_("state"),
        "state",
        Group.PROJECT,
        first=Readers.SPONSOR,
    ),
    Offered(
        "practice",
        N_("Practice analysis, without names"),
        N_("practice-analysis"),
        "practice",
        Group.PROJECT,
        first=Readers.MEDIATOR,
    ),
    Offered(
        "progress",
        N_("Progress report"),
        N_("progress-report"),
        "progress",
        Group.PROJECT,
        SPRINT,
        first=Readers.MEDIATOR,
    ),
    Offered(
        "post",
        N_("Post of the week"),
        N_("post"),
        "post",
        Group.PROJECT,
        first=Readers.ROOM,
    ),
    Offered("board", N_("Board of the backlog"), N_("board"), "board", Group.PROJECT),
    Offered("roadmap", N_("Roadmap"), N_("roadmap"), "roadmap", Group.PROJECT),
    Offered("cards", N_("Cards to stick"), N_("cards"), "cards", Group.PROJECT),
    Offered("wall", N_("Wall of commitments"), N_("wall"), "wall", Group.PROJECT),
    Offered(
        "activity-cards",
        N_("Cards of activities"),
        N_("activity-cards"),
        "activity_cards",
        Group.PROJECT,
    ),
    Offered(
        "action-sheet",
        N_("Action sheet"),
        N_("action-sheet"),
        "action_sheet",
        Group.PROJECT,
        BACKLOG_ITEM,
    ),
    Offered(
        "interview-guide",
        INTERVIEW_GUIDE.label,
        N_("interview-guide"),
        "interview_guide",
        Group.PROJECT,
        INTERVIEW_GUIDE,
        first=Readers.MEDIATOR,
    ),
    Offered(
        "estimate",
        N_("Estimate"),
        N_("estimate"),
        "estimate",
        Group.PROJECT,
        first=Readers.MEDIATOR,
    ),
    Offered("wave", N_("Report of a wave"), N_("wave"), "wave", Group.PROJECT, WAVE),
    Offered(
        "climate",
        N_("Climate of the project"),
        N_("climate"),
        "climate",
        Group.PROJECT,
        QUESTIONNAIRE,
    ),
    Offered(
        "ballot",
        N_("Paper ballot"),
        N_("ballot"),
        "ballot",
        Group.PROJECT,
        WAVE,
        first=Readers.MEDIATOR,
    ),
    Offered(
        "shuffled-ballot",
        N_("Paper ballot in six orders"),
        N_("ballot-in-six-orders"),
        "ballot",
        Group.PROJECT,
        WAVE,
        first=Readers.MEDIATOR,
        kind="shuffled",
    ),
    Offered(
        "questionnaire",
        N_("Questionnaire on paper"),
        N_("questionnaire"),
        "ballot",
        Group.PROJECT,
        QUESTIONNAIRE,
        first=Readers.MEDIATOR,
        kind="blank",
    ),
    Offered(
        "notice",
        N_("Who sees what, for respondents"),
        N_("who-sees-what"),
        "notice",
        Group.PROJECT,
        WAVE,
        first=Readers.MEDIATOR,
    ),
    Offered(
        "alignment",
        N_("Alignment on the project"),
        N_("alignment"),
        "alignment",
        Group.PROJECT,
        first=Readers.MEDIATOR,
    ),
    Offered(
        "constraints",
        N_("Map of constraints"),
        N_("constraints"),
        "constraint_map",
        Group.PROJECT,
    ),
    Offered(
        "constraint-form",
        N_("Map of constraints, to fill in together"),
        N_("constraint-form"),
        "constraint_form",
        Group.PROJECT,
        first=Readers.ROOM,
    ),
    Offered("impact", N_("Impact study"), N_("impact-study"), "impact", Group.PROJECT),
    Offered(
        "cooperation",
        N_("State of the cooperation"),
        N_("cooperation"),
        "cooperation",
        Group.PROJECT,
    ),
    Offered(
        "cooperation-convention",
        CONVENTION.label,
        N_("cooperation-convention"),
        "cooperation_convention",
        Group.PROJECT,
        CONVENTION,
    ),
    Offered("change", N_("Progress of the change"), N_("change"), "change", Group.PROJECT),
    Offered("glossary", N_("Glossary"), N_("glossary"), "glossary", Group.PROJECT),
    Offered(
        "knowledge",
        N_("Assessment of knowledge"),
        N_("knowledge-assessment"),
        "knowledge",
        Group.PROJECT,
    ),
    Offered("decisions", N_("Log of decisions"), N_("decisions"), "decisions", Group.PROJECT),
    Offered(
        "risks",
        N_("Register of risks"),
        N_("risks"),
        "risks",
        Group.PROJECT,
        first=Readers.MEDIATOR,
    ),
    Offered(
        "risk-report",
        N_("Report on the risks"),
        N_("risk-report"),
        "risks_report",
        Group.PROJECT,
        first=Readers.MEDIATOR,
    ),
    Offered(
        "bowtie",
        N_("Bow-tie of a risk"),
        N_("bow-tie"),
        "risks_bowtie",
        Group.PROJECT,
        RISK,
        first=Readers.MEDIATOR,
    ),
    Offered(
        "coaching-agreement",
        N_("Agreement on the support of a person"),
        N_("support-agreement"),
        "coaching_agreement",
        Group.PERSON,
        COACHING_TRACK,
        first=Readers.PERSON,
    ),
    Offered(
        "coaching",
        N_("Sheet of the person supported"),
        N_("support-sheet"),
        "coaching",
        Group.PERSON,
        COACHING_TRACK,
        first=Readers.PERSON,
    ),
)

#: By the name a kind is asked for.
KINDS: Final = MappingProxyType({each.name: each for each in _ALL})
