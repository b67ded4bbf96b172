"""The ten causes a difficulty of a digital project may have, and how much each weighs."""

from enum import StrEnum
from typing import Final

from entente.domain.fields import choice_field
from entente.domain.records import Field, FieldKind, RecordType, level_field, part_of
from entente.i18n import N_

WEIGHT_MIN: Final = 1
WEIGHT_MAX: Final = 3


class TenCause(StrEnum):
    """One of the ten, in their usual order."""

    CONSTRAINTS = "constraints"
    TERMS = "terms"
    INTERDEPENDENCE = "interdependence"
    CHANGE = "change"
    EXPERTISE = "expertise"
    DECISIONS = "decisions"
    RESOURCES = "resources"
    HAZARDS = "hazards"
    TIME = "time"
    MONEY = "money"

    @property
    def number(self) -> int:
        """Its place among the ten, from 1."""
        return list(TenCause).index(self) + 1


CAUSE_LABELS: Final = {
    TenCause.CONSTRAINTS: N_("different constraints"),
    TenCause.TERMS: N_("words with several meanings"),
    TenCause.INTERDEPENDENCE: N_("many interdependences"),
    TenCause.CHANGE: N_("worrying changes"),
    TenCause.EXPERTISE: N_("scattered expertise"),
    TenCause.DECISIONS: N_("decisions not carried out"),
    TenCause.RESOURCES: N_("limited shared resources"),
    TenCause.HAZARDS: N_("hazards"),
    TenCause.TIME: N_("time constraints"),
    TenCause.MONEY: N_("financial stakes"),
}

DIFFICULTY_CAUSE: Final = RecordType(
    "difficulty_cause",
    N_("Cause of a difficulty"),
    N_("Causes of difficulties"),
    (
        part_of("difficulty_id", N_("Difficulty"), "difficulty"),
        choice_field("cause", N_("Cause"), CAUSE_LABELS, required=True),
        Field(
            "weight",
            N_("Weight"),
            FieldKind.INTEGER,
            minimum=WEIGHT_MIN,
            maximum=WEIGHT_MAX,
            default=WEIGHT_MIN,
            required=True,
            help=N_("How much it counts here, from 1 (one among others) to 3 (decisive)."),
        ),
        level_field(),
    ),
    title="cause",
    unique=("difficulty_id", "cause"),
)
