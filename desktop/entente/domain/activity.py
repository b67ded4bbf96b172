"""Activities: what a group can do together, and what each is good for."""

from collections.abc import Mapping
from typing import Final

from entente.domain.backlog import EFFORT_MAX, QUANTITY_MAX
from entente.domain.fields import effort_field
from entente.domain.records import Field, FieldKind, RecordType, level_field
from entente.i18n import N_

DIVERGENCE_MAX: Final = 2
GRADE_MAX: Final = 3

#: The dimensions along which activities are chosen, as heads of columns: the first is signed,
#: the others are grades from 0 to `GRADE_MAX`.
DIMENSION_LABELS: Final[Mapping[str, str]] = {
    "divergence": N_("Opens (±)"),
    "measures": N_("Measures"),
    "empowers": N_("Engages"),
    "connects_number": N_("Connects many"),
    "connects_quality": N_("Connects well"),
}


def _grade(name: str, help_: str) -> Field:
    return Field(
        name,
        DIMENSION_LABELS[name],
        FieldKind.INTEGER,
        minimum=0,
        maximum=GRADE_MAX,
        help=help_,
    )


def _quantity(name: str, label: str) -> Field:
    return Field(name, label, FieldKind.INTEGER, minimum=0, maximum=QUANTITY_MAX)


ACTIVITY_TYPE: Final = RecordType(
    "activity_type",
    N_("Kind of activity"),
    N_("Kinds of activities"),
    (
        Field("name", N_("Name"), required=True, headings=("activité", "activity", "nom")),
        Field("purpose", N_("What it is for"), FieldKind.LONG_TEXT, headings=("description",)),
        Field(
            "divergence",
            DIMENSION_LABELS["divergence"],
            FieldKind.INTEGER,
            minimum=-DIVERGENCE_MAX,
            maximum=DIVERGENCE_MAX,
            help=N_("From −2, it makes people converge, to +2, it brings out ideas."),
        ),
        _grade("measures", N_("From 0 to 3: what it teaches about maturity and alignment.")),
        _grade("empowers", N_("From 0 to 3: how far it makes people act by themselves.")),
        _grade("connects_number", N_("From 0 to 3: how many people it brings together.")),
        _grade("connects_quality", N_("From 0 to 3: how well those who meet come to know.")),
        _quantity("quantity_min", N_("At least")),
        _quantity("quantity_max", N_("At most")),
        effort_field("unit_effort", N_("Effort each (half-days)"), EFFORT_MAX),
        Field(
            "uncounted",
            N_("Outside quantities"),
            FieldKind.FLAG,
            default=False,
            help=N_("Work that goes with the rest: its effort is estimated as a whole."),
        ),
        Field("people", N_("How many people"), shown=False),
        Field("time", N_("How long"), shown=False),
        Field("steps", N_("How to run it"), FieldKind.LONG_TEXT, shown=False),
        Field("materials", N_("What to bring"), FieldKind.LONG_TEXT, shown=False),
        Field("set_aside", N_("Set aside"), FieldKind.FLAG, default=False, shown=False),
        level_field(),
    ),
    title="name",
)
