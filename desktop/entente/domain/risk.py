"""Risks: how they are worded, rated, answered, and what the scales of a mission say."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Final

from entente.domain.records import Field, FieldKind, RecordType, level_field, part_of
from entente.domain.ten_causes import CAUSE_LABELS
from entente.i18n import N_

STEP_MIN: Final = 1
STEP_MAX: Final = 5
#: Velocity and manageability go from 1 (low) to 3 (high).
GRADE_MAX: Final = 3
AMOUNT_MAX: Final = 10**12


class RiskKind(StrEnum):
    """Whether one would rather it did not happen, or did."""

    THREAT = "threat"
    OPPORTUNITY = "opportunity"


class RiskStatus(StrEnum):
    """How far the treatment of a risk has come."""

    IDENTIFIED = "identified"
    ASSESSED = "assessed"
    PLANNED = "planned"
    MONITORED = "monitored"
    OCCURRED = "occurred"
    CLOSED = "closed"


STATUS_LABELS: Final[Mapping[str, str]] = {
    RiskStatus.IDENTIFIED.value: N_("identified"),
    RiskStatus.ASSESSED.value: N_("assessed"),
    RiskStatus.PLANNED.value: N_("response planned"),
    RiskStatus.MONITORED.value: N_("monitored"),
    RiskStatus.OCCURRED.value: N_("occurred"),
    RiskStatus.CLOSED.value: N_("retired"),
}
#: Nothing is to be expected any more of a risk with one of these.
PAST: Final = frozenset({RiskStatus.OCCURRED.value, RiskStatus.CLOSED.value})

STRATEGY_LABELS: Final[Mapping[str, str]] = {
    "avoid": N_("avoid"),
    "reduce": N_("reduce"),
    "share": N_("share or transfer"),
    "accept": N_("accept"),
    "escalate": N_("escalate"),
    "exploit": N_("exploit"),
    "enhance": N_("enhance"),
}
#: What fits a threat and what fits an opportunity (ISO 31000, PMBOK, PM²).
STRATEGIES: Final[Mapping[str, tuple[str, ...]]] = {
    RiskKind.THREAT.value: ("avoid", "reduce", "share", "accept", "escalate"),
    RiskKind.OPPORTUNITY.value: ("exploit", "enhance", "share", "accept", "escalate"),
}
CONSEQUENCE_LABELS: Final[Mapping[str, str]] = {
    "delay": N_("delay"),
    "failure": N_("objectives missed"),
    "abandonment": N_("abandonment"),
    "cost": N_("extra cost"),
    "relations": N_("damaged relations"),
}
#: The five factors of a cooperation between organisations, which are risks when weak.
FACTOR_LABELS: Final[Mapping[str, str]] = {
    "sponsorship": N_("strong strategic sponsorship"),
    "perception": N_("positive perception inside"),
    "trigger": N_("common trigger"),
    "competence": N_("equivalent level of competence"),
    "security": N_("commitment made safe"),
}


class Reading(StrEnum):
    """Which of the three ratings of a risk: untreated, as it is, as it should become."""

    INHERENT = "inherent"
    CURRENT = "current"
    TARGET = "target"


READING_LABELS: Final[Mapping[str, str]] = {
    Reading.INHERENT.value: N_("inherent"),
    Reading.CURRENT.value: N_("current"),
    Reading.TARGET.value: N_("target"),
}


def probability_of(reading: str) -> str:
    """Return the name of the field that holds the probability of a reading."""
    return f"{reading}_probability"


def impact_of(reading: str) -> str:
    """Return the name of the field that holds the impact of a reading."""
    return f"{reading}_impact"


def _step(name: str, label: str, help_: str, *headings: str, shown: bool) -> Field:
    return Field(
        name,
        label,
        FieldKind.INTEGER,
        minimum=STEP_MIN,
        maximum=STEP_MAX,
        dated=True,
        with_record=True,
        shown=shown,
        help=help_,
        headings=headings,
    )


def _grade(name: str, label: str, help_: str) -> Field:
    return Field(
        name, label, FieldKind.INTEGER, minimum=1, maximum=GRADE_MAX, shown=False, help=help_
    )


RISK: Final = RecordType(
    "risk",
    N_("Risk"),
    N_("Risks"),
    (
        Field(
            "event",
            N_("Event"),
            required=True,
            headings=(
                *("risque", "événement", "titre", "intitulé", "libellé", "risk", "name"),
                *("risque identifié", "intitulé du risque", "libellé du risque"),
                *("description du risque", "nom du risque", "event", "risk description"),
            ),
            help=N_("What may happen, in a few words."),
        ),
        Field(
            "cause",
            N_("Because"),
            FieldKind.LONG_TEXT,
            headings=("cause", "causes", "origine"),
            help=N_("What is already so, and makes it possible."),
        ),
        Field(
            "effect",
            N_("So that"),
            FieldKind.LONG_TEXT,
            headings=("effet", "effets", "conséquence", "conséquences", "effect", "consequences"),
            help=N_("What the project would lose or gain."),
        ),
        Field(
            "kind",
            N_("Threat or opportunity"),
            FieldKind.CHOICE,
            choices={
                RiskKind.THREAT.value: N_("threat"),
                RiskKind.OPPORTUNITY.value: N_("opportunity"),
            },
            default=RiskKind.THREAT.value,
            required=True,
            shown=False,
            headings=("menace opportunité", "sens", "kind"),
        ),
        Field(
            "status",
            N_("Status"),
            FieldKind.CHOICE,
            choices=STATUS_LABELS,
            default=RiskStatus.IDENTIFIED.value,
            dated=True,
            with_record=True,
            headings=("statut", "état"),
        ),
        _step(
            "inherent_probability",
            N_("Inherent probability"),
            N_("Before any response, from 1 (very unlikely) to 5 (almost certain)."),
            "probabilité",
            "vraisemblance",
            "likelihood",
            shown=True,
        ),
        _step(
            "inherent_impact",
            N_("Inherent impact"),
            N_("Before any response, from 1 (negligible) to 5 (vital)."),
            "impact",
            "gravité",
            shown=True,
        ),
        _step("current_probability", N_("Current probability"), N_("As it is today."), shown=False),
        _step("current_impact", N_("Current impact"), N_("As it is today."), shown=False),
        _step(
            "target_probability",
            N_("Target probability"),
            N_("Once the responses have worked."),
            "probabilité résiduelle",
            shown=True,
        ),
        _step(
            "target_impact",
            N_("Target impact"),
            N_("Once the responses have worked."),
            "impact résiduel",
            shown=True,
        ),
        Field(
            "consequence",
            N_("Consequence"),
            FieldKind.CHOICE,
            choices=CONSEQUENCE_LABELS,
            shown=False,
        ),
        Field(
            "factor",
            N_("Factor of cooperation"),
            FieldKind.CHOICE,
            choices=FACTOR_LABELS,
            shown=False,
            help=N_("The factor whose weakness it comes from, between organisations."),
        ),
        Field(
            "strategy",
            N_("Strategy"),
            FieldKind.CHOICE,
            choices=STRATEGY_LABELS,
            headings=("stratégie", "traitement", "treatment"),
        ),
        Field(
            "response",
            N_("Response"),
            FieldKind.LONG_TEXT,
            shown=False,
            headings=(
                *("réponse", "plan d'action", "plan d'actions", "actions", "mesures"),
                *("mesures de maîtrise", "action plan", "mitigation"),
            ),
        ),
        Field(
            "owner_id",
            N_("Owner"),
            FieldKind.REFERENCE,
            target="actor",
            headings=("responsable", "porteur", "pilote", "propriétaire"),
        ),
        Field(
            "amount",
            N_("Impact in money"),
            FieldKind.NUMBER,
            minimum=0,
            maximum=AMOUNT_MAX,
            headings=(
                *("montant", "coût", "coût estimé", "impact financier", "enjeu financier"),
                *("provision", "cost", "amount", "financial impact"),
            ),
            help=N_("What it would cost, or bring if it is an opportunity."),
        ),
        Field("proximity_on", N_("Expected around"), FieldKind.DATE, shown=False),
        _grade("velocity", N_("Velocity"), N_("How fast its effect is felt, from 1 to 3.")),
        _grade("manageability", N_("Manageability"), N_("How much can be done, from 1 to 3.")),
        Field("opened_on", N_("Identified on"), FieldKind.DATE, shown=False, headings=("date",)),
        Field(
            "review_on",
            N_("Next review"),
            FieldKind.DATE,
            headings=("prochaine revue", "date de revue", "revue"),
        ),
        Field("closed_on", N_("Retired on"), FieldKind.DATE, shown=False),
        Field(
            "difficulty_id",
            N_("Difficulty"),
            FieldKind.REFERENCE,
            target="difficulty",
            shown=False,
            help=N_("The difficulty it came of, or has become."),
        ),
        Field("notes", N_("Notes"), FieldKind.LONG_TEXT, shown=False),
        # In a register of risks, a column headed so is about the risk.
        replace(level_field(), headings=("confidentialité",)),
    ),
    title="event",
    prefix="R",
    digits=2,
    sparse=True,
    since_field="opened_on",
    rating_help=N_("What was seen or decided that changes it?"),
)

RISK_CAUSE: Final = RecordType(
    "risk_cause",
    N_("Cause of a risk"),
    N_("Causes of risks"),
    (
        part_of("risk_id", N_("Risk"), "risk"),
        Field(
            "cause",
            N_("Cause"),
            FieldKind.CHOICE,
            choices={cause.value: label for cause, label in CAUSE_LABELS.items()},
            required=True,
        ),
        level_field(),
    ),
    title="cause",
    unique=("risk_id", "cause"),
)

RISK_LINK: Final = RecordType(
    "risk_link",
    N_("Link of a risk"),
    N_("Links of risks"),
    (
        part_of("risk_id", N_("Risk"), "risk"),
        Field("actor_id", N_("Actor"), FieldKind.REFERENCE, target="actor"),
        Field("difficulty_id", N_("Difficulty"), FieldKind.REFERENCE, target="difficulty"),
        Field("decision_id", N_("Decision"), FieldKind.REFERENCE, target="decision"),
    ),
    title="risk_id",
    unique=("risk_id", "actor_id", "difficulty_id", "decision_id"),
    inner=True,
)

RISK_STEP: Final = RecordType(
    "risk_step",
    N_("Step of a scale"),
    N_("Steps of the scales"),
    (
        Field(
            "axis",
            N_("Scale"),
            FieldKind.CHOICE,
            choices={"probability": N_("probability"), "impact": N_("impact")},
            required=True,
        ),
        Field(
            "step",
            N_("Step"),
            FieldKind.INTEGER,
            minimum=STEP_MIN,
            maximum=STEP_MAX,
            required=True,
        ),
        Field("name", N_("Name"), help=N_("Very unlikely, unlikely…")),
        Field("definition", N_("Definition"), FieldKind.LONG_TEXT),
        Field(
            "share",
            N_("Probability"),
            FieldKind.NUMBER,
            minimum=0,
            maximum=1,
            help=N_("What the step stands for, from 0 to 1, when money is counted."),
        ),
        Field("money", N_("Up to (money)"), FieldKind.NUMBER, minimum=0, maximum=AMOUNT_MAX),
        Field("days", N_("Up to (days)"), FieldKind.NUMBER, minimum=0, maximum=10_000),
    ),
    title="name",
    unique=("axis", "step"),
)

RISK_BAND: Final = RecordType(
    "risk_band",
    N_("Band of levels"),
    N_("Bands of levels"),
    (
        Field("name", N_("Name"), required=True),
        Field(
            "from_score",
            N_("From the score"),
            FieldKind.INTEGER,
            minimum=STEP_MIN,
            maximum=STEP_MAX * STEP_MAX,
            required=True,
        ),
    ),
    title="name",
    unique=("from_score",),
)

RISK_CELL: Final = RecordType(
    "risk_cell",
    N_("Cell of the matrix"),
    N_("Cells of the matrix"),
    (
        Field(
            "probability",
            N_("Probability"),
            FieldKind.INTEGER,
            minimum=STEP_MIN,
            maximum=STEP_MAX,
            required=True,
        ),
        Field(
            "impact",
            N_("Impact"),
            FieldKind.INTEGER,
            minimum=STEP_MIN,
            maximum=STEP_MAX,
            required=True,
        ),
        part_of("band_id", N_("Level"), "risk_band"),
    ),
    title="band_id",
    unique=("probability", "impact"),
    inner=True,
)

RAID_ITEM: Final = RecordType(
    "raid_item",
    N_("Assumption, issue or dependency"),
    N_("Assumptions, issues and dependencies"),
    (
        Field("text", N_("Wording"), required=True, headings=("libellé", "énoncé", "name")),
        Field(
            "kind",
            N_("Kind"),
            FieldKind.CHOICE,
            choices={
                "assumption": N_("assumption"),
                "issue": N_("issue"),
                "dependency": N_("dependency"),
            },
            default="assumption",
            required=True,
            headings=("type",),
        ),
        Field(
            "state",
            N_("State"),
            FieldKind.CHOICE,
            choices={
                "open": N_("open"),
                "confirmed": N_("confirmed"),
                "refuted": N_("refuted"),
                "closed": N_("dealt with"),
            },
            default="open",
            required=True,
            headings=("état", "statut"),
        ),
        Field("owner_id", N_("Owner"), FieldKind.REFERENCE, target="actor"),
        Field("due_on", N_("To be checked by"), FieldKind.DATE, headings=("échéance",)),
        Field(
            "depends_on",
            N_("Depends on"),
            shown=False,
            help=N_("Whom or what it waits for."),
        ),
        Field("risk_id", N_("Risk"), FieldKind.REFERENCE, target="risk", shown=False),
        Field(
            "difficulty_id",
            N_("Difficulty"),
            FieldKind.REFERENCE,
            target="difficulty",
            shown=False,
        ),
        Field("notes", N_("Notes"), FieldKind.LONG_TEXT, shown=False),
        level_field(),
    ),
    title="text",
    prefix="H",
    digits=2,
)
