"""The light arrangement around a project.

Who is followed, how often relations and climate are looked at, and who is seized of a difficulty,
at which level, within how many days.
"""

from typing import Final

from entente.domain.difficulty import NATURE_LABELS
from entente.domain.fields import (
    actor_field,
    choice_field,
    date_field,
    notes_field,
    place_field,
    reference,
)
from entente.domain.records import Field, FieldKind, RecordType, level_field, part_of
from entente.i18n import N_

CADENCE_MAX: Final = 365
DELAY_MAX: Final = 180

ARRANGEMENT: Final = RecordType(
    "arrangement",
    N_("Mediation arrangement"),
    N_("Mediation arrangements"),
    (
        date_field("starts_on", N_("Start"), required=True),
        date_field("ends_on", N_("End")),
        Field(
            "relation_days",
            N_("Days between two reviews of relations"),
            FieldKind.INTEGER,
            minimum=1,
            maximum=CADENCE_MAX,
        ),
        Field("relation_grid", N_("What is looked at in a relation"), FieldKind.LONG_TEXT),
        reference("questionnaire_id", N_("Questionnaire"), "questionnaire"),
        Field(
            "survey_days",
            N_("Days between two waves"),
            FieldKind.INTEGER,
            minimum=1,
            maximum=CADENCE_MAX,
        ),
        Field("who_reads", N_("Who reads what"), FieldKind.LONG_TEXT),
        date_field("signed_on", N_("Signed on")),
        notes_field(),
        level_field(),
    ),
    title="starts_on",
)

ARRANGEMENT_ACTOR: Final = RecordType(
    "arrangement_actor",
    N_("Actor of the arrangement"),
    N_("Actors of the arrangement"),
    (
        part_of("arrangement_id", N_("Mediation arrangement"), "arrangement"),
        part_of("actor_id", N_("Actor"), "actor"),
        Field("signs", N_("Signs"), FieldKind.FLAG, default=False),
        level_field(),
    ),
    title="actor_id",
    unique=("arrangement_id", "actor_id"),
)

RESOLUTION_STEP: Final = RecordType(
    "resolution_step",
    N_("Step of the ladder of resolution"),
    N_("Steps of the ladder of resolution"),
    (
        part_of("arrangement_id", N_("Mediation arrangement"), "arrangement"),
        place_field(default=0),
        Field("title", N_("Step"), required=True, help=N_("Between the two, with a third party…")),
        Field("level", N_("Level"), help=N_("Team, project, steering committee, management…")),
        actor_field("actor_id", N_("Who is seized")),
        Field(
            "days",
            N_("Within (days)"),
            FieldKind.INTEGER,
            minimum=0,
            maximum=DELAY_MAX,
        ),
        choice_field("nature", N_("From which nature on"), NATURE_LABELS),
        level_field(),
    ),
    title="title",
)
