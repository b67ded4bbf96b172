"""Who does what: the RACI matrix."""

from enum import StrEnum
from typing import Final

from entente.domain.fields import choice_field, due_field
from entente.domain.records import Field, RecordType, level_field, part_of
from entente.i18n import N_


class Duty(StrEnum):
    """What an actor has to do with a deliverable."""

    RESPONSIBLE = "R"
    ACCOUNTABLE = "A"
    CONSULTED = "C"
    INFORMED = "I"


DUTY_LABELS: Final = {
    Duty.RESPONSIBLE: N_("responsible: does it"),
    Duty.ACCOUNTABLE: N_("accountable: answers for it"),
    Duty.CONSULTED: N_("consulted before"),
    Duty.INFORMED: N_("informed after"),
}

DELIVERABLE: Final = RecordType(
    "deliverable",
    N_("Deliverable"),
    N_("Deliverables"),
    (
        Field(
            "name",
            N_("Deliverable or task"),
            required=True,
            headings=("name", "nom", "tâche", "livrable", "task"),
        ),
        due_field(),
        level_field(),
    ),
    title="name",
    prefix="T",
)

RESPONSIBILITY: Final = RecordType(
    "responsibility",
    N_("Responsibility"),
    N_("Responsibilities"),
    (
        part_of("deliverable_id", N_("Deliverable"), "deliverable"),
        part_of("actor_id", N_("Actor"), "actor"),
        choice_field("duty", N_("Duty"), DUTY_LABELS, required=True),
        level_field(),
    ),
    title="actor_id",
)
