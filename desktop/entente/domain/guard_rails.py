"""What keeps a mediation within its bounds: safety, ties declared, papers told apart.

Papers are told apart as article 1528-3 of the French code of civil procedure does: what was made
in the mediation is confidential, what was brought to it is not.
"""

from enum import StrEnum
from typing import Final

from entente.domain.confidentiality import Level
from entente.domain.fields import (
    actor_field,
    choice_field,
    date_field,
    difficulty_field,
    first_choice_field,
    notes_field,
    title_field,
)
from entente.domain.records import Field, FieldKind, RecordType, level_field, part_of
from entente.i18n import N_

DANGER_LABELS: Final = {
    "harassment": N_("harassment"),
    "danger": N_("danger to somebody"),
    "health": N_("health"),
    "discrimination": N_("discrimination"),
    "offence": N_("possible offence"),
    "imbalance": N_("a party that cannot speak freely"),
    "mandate": N_("beyond the mandate"),
}


class Finding(StrEnum):
    """What a safety check found; one `STOP` is enough to stop the mediation."""

    NONE = "none"
    WATCH = "watch"
    STOP = "stop"


FINDING_LABELS: Final = {
    Finding.NONE: N_("nothing seen"),
    Finding.WATCH: N_("to be watched"),
    Finding.STOP: N_("stop and refer"),
}
SAFETY_CHECK: Final = RecordType(
    "safety_check",
    N_("Safety check"),
    N_("Safety checks"),
    (
        part_of("difficulty_id", N_("Difficulty"), "difficulty"),
        choice_field("danger", N_("About"), DANGER_LABELS, required=True),
        first_choice_field("finding", N_("Finding"), FINDING_LABELS),
        date_field("checked_on", N_("Checked on")),
        Field("fact", N_("Observed fact"), FieldKind.LONG_TEXT, fixed_level=Level.MEDIATOR),
        Field(
            "referred_to",
            N_("Referred to"),
            help=N_("Occupational physician, works council, management, authority…"),
            fixed_level=Level.MEDIATOR,
        ),
        level_field(),
    ),
    title="danger",
    unique=("difficulty_id", "danger"),
)

DECLARATION: Final = RecordType(
    "declaration",
    N_("Declaration of ties"),
    N_("Declarations of ties"),
    (
        date_field("declared_on", N_("Date"), required=True),
        first_choice_field(
            "tie",
            N_("Tie"),
            {
                "none": N_("none"),
                "private": N_("private"),
                "professional": N_("professional"),
                "economic": N_("economic"),
            },
        ),
        actor_field("actor_id", N_("With")),
        difficulty_field(shown=True),
        Field("text", N_("What it consists of"), FieldKind.LONG_TEXT),
        Field(
            "measure",
            N_("What was done about it"),
            FieldKind.LONG_TEXT,
            help=N_("Told to the parties, accepted by them, handed over…"),
        ),
        level_field(),
    ),
    title="tie",
)

EXHIBIT: Final = RecordType(
    "exhibit",
    N_("Paper"),
    N_("Papers"),
    (
        title_field(),
        first_choice_field(
            "origin",
            N_("Made or brought in"),
            {
                "made": N_("made in the process (confidential)"),
                "brought": N_("brought in (not confidential)"),
            },
            help=N_("The law protects what was made in the mediation, not what was brought to it."),
        ),
        difficulty_field(shown=True),
        actor_field("actor_id", N_("Brought by")),
        date_field("received_on", N_("Date")),
        Field("kept_at", N_("Where it is kept"), fixed_level=Level.MEDIATOR),
        notes_field(),
        level_field(caucus=True),
    ),
    title="title",
    prefix="P",
    digits=2,
    caucus_field="actor_id",
)
