"""What the steps, levels and cells of a mission's risk matrix mean."""

from typing import Final

from entente.domain.fields import choice_field
from entente.domain.records import Field, FieldKind, RecordType, part_of
from entente.i18n import N_

STEP_MIN: Final = 1
STEP_MAX: Final = 5
#: No amount of a mission is larger.
AMOUNT_MAX: Final = 10**12


def _step(name: str, label: str) -> Field:
    return Field(name, label, FieldKind.INTEGER, minimum=STEP_MIN, maximum=STEP_MAX, required=True)


RISK_STEP: Final = RecordType(
    "risk_step",
    N_("Step of a scale"),
    N_("Steps of the scales"),
    (
        choice_field(
            "axis",
            N_("Scale"),
            {"probability": N_("probability"), "impact": N_("impact")},
            required=True,
        ),
        _step("step", N_("Step")),
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
        _step("probability", N_("Probability")),
        _step("impact", N_("Impact")),
        part_of("band_id", N_("Level"), "risk_band"),
    ),
    title="band_id",
    unique=("probability", "impact"),
    inner=True,
)
