"""What Moreno's test asks: with whom, on which question, and with whom rather not."""

from enum import StrEnum
from typing import Final

from entente.domain.fields import date_field, kind_field
from entente.domain.records import Field, RecordType, level_field, part_of
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
        date_field("asked_on", N_("Asked on"), headings=("date",)),
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
        kind_field(
            {
                ChoiceKind.CHOICE: N_("chosen"),
                ChoiceKind.REJECTION: N_("set aside"),
            }
        ),
        level_field(),
    ),
    title="from_id",
)
