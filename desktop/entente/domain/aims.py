"""What people line up on, or do not: the vision, the objectives, the way to get there."""

from collections.abc import Mapping
from typing import Final

from entente.domain.fields import choice_field
from entente.domain.records import Field, FieldKind, RecordType, level_field, part_of
from entente.i18n import N_

ALIGNMENT_MIN: Final = 1
ALIGNMENT_MAX: Final = 5

TOPIC_LABELS: Final[Mapping[str, str]] = {
    "vision": N_("vision"),
    "objectives": N_("objectives"),
    "approach": N_("approach"),
}

#: The same within a sentence.
TOPIC_PHRASES: Final[Mapping[str, str]] = {
    "vision": N_("the vision"),
    "objectives": N_("the objectives"),
    "approach": N_("the way to get there"),
}

ALIGNMENT: Final = RecordType(
    "alignment",
    N_("Alignment"),
    N_("Alignments"),
    (
        part_of("actor_id", N_("Actor"), "actor"),
        choice_field("topic", N_("On what"), TOPIC_LABELS, required=True),
        Field(
            "score",
            N_("Alignment"),
            FieldKind.INTEGER,
            minimum=ALIGNMENT_MIN,
            maximum=ALIGNMENT_MAX,
            dated=True,
            help=N_("From 1, sees something else, to 5, says the same as the project."),
        ),
        level_field(),
    ),
    title="actor_id",
    rating_help=N_("What this person said, word for word."),
    unique=("actor_id", "topic"),
)
