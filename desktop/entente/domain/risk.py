"""Risks: how they are worded, rated, answered, and what the scales of a mission say."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Final

from entente.domain.cooperation.factors import FACTOR_LABELS
from entente.domain.derived import Derived
from entente.domain.fields import (
    actor_field,
    choice_field,
    date_field,
    dated_status_field,
    difficulty_field,
    first_choice_field,
    notes_field,
    reference,
)
from entente.domain.records import Field, FieldKind, RecordType, level_field, part_of
from entente.domain.risk_columns import level_column
from entente.domain.risk_scales import AMOUNT_MAX, STEP_MAX, STEP_MIN
from entente.domain.ten_causes import CAUSE_LABELS
from entente.i18n import N_

#: Velocity and manageability go from 1 (low) to 3 (high).
GRADE_MAX: Final = 3


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


def _level(reading: str, label: str) -> Derived:
    return level_column(
        f"{reading}_level", label, (probability_of(reading), impact_of(reading)), after="event"
    )


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
        first_choice_field(
            "kind",
            N_("Threat or opportunity"),
            {
                RiskKind.THREAT: N_("threat"),
                RiskKind.OPPORTUNITY: N_("opportunity"),
            },
            shown=False,
            headings=("menace opportunité", "sens", "kind"),
        ),
        dated_status_field(STATUS_LABELS),
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
        choice_field("consequence", N_("Consequence"), CONSEQUENCE_LABELS, shown=False),
        choice_field(
            "factor",
            N_("Factor of cooperation"),
            FACTOR_LABELS,
            shown=False,
            help=N_("The factor whose weakness it comes from, between organisations."),
        ),
        choice_field(
            "strategy",
            N_("Strategy"),
            STRATEGY_LABELS,
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
        actor_field(
            "owner_id", N_("Owner"), headings=("responsable", "porteur", "pilote", "propriétaire")
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
        date_field("proximity_on", N_("Expected around"), shown=False),
        _grade("velocity", N_("Velocity"), N_("How fast its effect is felt, from 1 to 3.")),
        _grade("manageability", N_("Manageability"), N_("How much can be done, from 1 to 3.")),
        date_field("opened_on", N_("Identified on"), shown=False, headings=("date",)),
        date_field(
            "review_on", N_("Next review"), headings=("prochaine revue", "date de revue", "revue")
        ),
        date_field("closed_on", N_("Retired on"), shown=False),
        difficulty_field(help=N_("The difficulty it came of, or has become.")),
        notes_field(),
        # In a register of risks, a column headed so is about the risk.
        replace(level_field(), headings=("confidentialité",)),
    ),
    title="event",
    prefix="R",
    digits=2,
    sparse=True,
    since_field="opened_on",
    derived=(
        _level(Reading.INHERENT, N_("Inherent level")),
        _level(Reading.CURRENT, N_("Current level")),
        _level(Reading.TARGET, N_("Target level")),
    ),
    rating_help=N_("What was seen or decided that changes it?"),
)

RISK_CAUSE: Final = RecordType(
    "risk_cause",
    N_("Cause of a risk"),
    N_("Causes of risks"),
    (
        part_of("risk_id", N_("Risk"), "risk"),
        choice_field("cause", N_("Cause"), CAUSE_LABELS, required=True),
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
        actor_field("actor_id", N_("Actor")),
        difficulty_field(shown=True),
        reference("decision_id", N_("Decision"), "decision"),
    ),
    title="risk_id",
    unique=("risk_id", "actor_id", "difficulty_id", "decision_id"),
    inner=True,
)
