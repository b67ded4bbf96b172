"""What Moreno's test asks: with whom, on which question, and with whom rather not."""

from enum import StrEnum
from typing import Final

from entente.domain.records import Field, FieldKind, RecordType, level_field, part_of
from entente.i18n import N_


class ChoiceKind(StrEnum):
    """Whether somebody is chosen or set aside."""

    CHOICE = "choice"
    REJECTION = "rejection"


CRITERION: Final = RecordType(
    "criterion",
    N_("Question"),
    N_("Questions"),
    (
        Field(
            "question",
            N_("Question"),
            required=True,
            headings=("critère", "criterion"),
            help=N_("With whom would you prepare the workshop?"),
        ),
        Field("asked_on", N_("Asked on"), FieldKind.DATE, headings=("date",)),
        level_field(),
    ),
    title="question",
)

CHOICE: Final = RecordType(
    "choice",
    N_("Choice"),
    N_("Choices"),
    (
        part_of("criterion_id", N_("Question"), "criterion"),
        part_of("from_id", N_("From"), "actor"),
        part_of("to_id", N_("To"), "actor"),
        Field(
            "kind",
            N_("Kind"),
            FieldKind.CHOICE,
            choices={
                ChoiceKind.CHOICE.value: N_("chosen"),
                ChoiceKind.REJECTION.value: N_("set aside"),
            },
            default=ChoiceKind.CHOICE.value,
            required=True,
        ),
        level_field(),
    ),
    title="from_id",
)
