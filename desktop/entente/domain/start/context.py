"""What presses a mission from outside, and the practice analysis that keeps a mediator sound."""

from collections.abc import Mapping
from typing import Final

from entente.domain.confidentiality import Level
from entente.domain.fields import choice_field, date_field, notes_field
from entente.domain.records import Field, FieldKind, RecordType, level_field
from entente.i18n import N_

INTENSITY_MAX: Final = 3

PRESSURE_LABELS: Final[Mapping[str, str]] = {
    "regulatory": N_("regulatory"),
    "economic": N_("economic"),
    "competitive": N_("competitive"),
    "trust": N_("digital trust"),
    "sobriety": N_("digital sobriety"),
    "crisis": N_("health or another crisis"),
}

PRESSURE: Final = RecordType(
    "pressure",
    N_("Pressure"),
    N_("Pressures"),
    (
        choice_field("kind", N_("Pressure"), PRESSURE_LABELS, required=True),
        Field(
            "intensity",
            N_("Intensity"),
            FieldKind.INTEGER,
            minimum=0,
            maximum=INTENSITY_MAX,
            headings=("intensité",),
            help=N_("From 0, not felt, to 3, it decides."),
        ),
        Field("text", N_("What it consists of"), FieldKind.LONG_TEXT),
        level_field(),
    ),
    title="kind",
    unique=("kind",),
)

SUPERVISION: Final = RecordType(
    "supervision",
    N_("Practice analysis"),
    N_("Practice analyses"),
    (
        date_field("held_on", N_("Date"), required=True),
        Field("with_whom", N_("With"), help=N_("Supervisor, group of peers…")),
        Field(
            "question",
            N_("Question brought"),
            FieldKind.LONG_TEXT,
            required=True,
            help=N_("Without a name: what happens to you in this mission, not who they are."),
        ),
        Field("answer", N_("What came out of it"), FieldKind.LONG_TEXT),
        Field("measure", N_("What you do about it"), FieldKind.LONG_TEXT),
        Field("minutes", N_("Minutes"), FieldKind.INTEGER, minimum=0, maximum=24 * 60, shown=False),
        notes_field(fixed_level=Level.MEDIATOR),
        level_field(),
    ),
    title="question",
)
