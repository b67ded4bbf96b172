"""The families of conflict after Moore, with the language one that practitioners add."""

from enum import StrEnum
from typing import Final

from entente.domain.fields import choice_field
from entente.domain.records import Field, FieldKind, RecordType, level_field, part_of
from entente.i18n import N_


class Family(StrEnum):
    """What a conflict is made of."""

    RELATIONAL = "relational"
    DATA = "data"
    VALUE = "value"
    INTEREST = "interest"
    STRUCTURAL = "structural"
    LANGUAGE = "language"


FAMILY_LABELS: Final = {
    Family.RELATIONAL: N_("relational"),
    Family.DATA: N_("information"),
    Family.VALUE: N_("values"),
    Family.INTEREST: N_("interests"),
    Family.STRUCTURAL: N_("structural"),
    Family.LANGUAGE: N_("language"),
}

CONFLICT_FAMILY: Final = RecordType(
    "conflict_family",
    N_("Family of conflict"),
    N_("Families of conflict"),
    (
        part_of("difficulty_id", N_("Difficulty"), "difficulty"),
        choice_field("family", N_("Family"), FAMILY_LABELS, required=True),
        Field(
            "ground",
            N_("What shows it"),
            FieldKind.LONG_TEXT,
            help=N_("The answer to the question that led here."),
        ),
        level_field(),
    ),
    title="family",
    unique=("difficulty_id", "family"),
)
