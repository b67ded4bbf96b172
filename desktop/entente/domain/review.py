"""The review of a sprint: what was shipped, what was liked, and where the tensions are."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from entente.domain.backlog import QUANTITY_MAX
from entente.domain.fields import (
    actor_field,
    choice_field,
    date_field,
    difficulty_field,
    kind_field,
    notes_field,
    reference,
    status_field,
)
from entente.domain.records import Field, FieldKind, RecordType, level_field, part_of
from entente.domain.ten_causes import CAUSE_LABELS
from entente.i18n import N_

VOTES_MAX: Final = 999
GAP_MIN: Final = 1
GAP_MAX: Final = 5
#: A return on time invested goes from 1, time lost, to 5.
ROTI_MAX: Final = 5


class NoteKind(StrEnum):
    """In which column of the review something was said."""

    SHIPPED = "shipped"
    LIKE = "like"
    DISLIKE = "dislike"


NOTE_LABELS: Final[Mapping[str, str]] = {
    NoteKind.SHIPPED.value: N_("shipped"),
    NoteKind.LIKE.value: N_("like"),
    NoteKind.DISLIKE.value: N_("dislike"),
}

REVIEW_NOTE: Final = RecordType(
    "review_note",
    N_("Word of a review"),
    N_("Words of reviews"),
    (
        part_of("sprint_id", N_("Sprint"), "sprint"),
        kind_field(NOTE_LABELS),
        Field("text", N_("Wording"), required=True, headings=("texte",)),
        Field(
            "votes",
            N_("Votes"),
            FieldKind.INTEGER,
            minimum=0,
            maximum=VOTES_MAX,
            default=0,
        ),
        Field("theme", N_("Theme"), FieldKind.TAGS, headings=("thème",)),
        actor_field(
            "author_id",
            N_("Said by"),
            shown=False,
            help=N_("Leave it empty when people answer without their names."),
        ),
        reference("item_id", N_("Action"), "backlog_item", shown=False),
        level_field(),
    ),
    title="text",
)

TENSION: Final = RecordType(
    "tension",
    N_("Tension"),
    N_("Tensions"),
    (
        Field("title", N_("Tension"), required=True, headings=("tension", "titre")),
        reference("sprint_id", N_("Raised at the review of"), "sprint"),
        Field("desired", N_("What is wanted"), FieldKind.LONG_TEXT, headings=("souhaité",)),
        Field("actual", N_("What is"), FieldKind.LONG_TEXT, headings=("réel", "constaté")),
        Field(
            "gap",
            N_("Gap"),
            FieldKind.INTEGER,
            minimum=GAP_MIN,
            maximum=GAP_MAX,
            headings=("écart",),
            help=N_("From 1, hardly felt, to 5, the work stands still."),
        ),
        choice_field("cause", N_("Cause"), CAUSE_LABELS),
        Field("proposal", N_("Proposal"), FieldKind.LONG_TEXT, headings=("proposition",)),
        actor_field("owner_id", N_("Who"), headings=("qui", "responsable")),
        status_field(
            {
                "open": N_("open"),
                "acted": N_("made into an action"),
                "promoted": N_("made into a difficulty"),
                "settled": N_("settled"),
            }
        ),
        difficulty_field(),
        reference("item_id", N_("Action"), "backlog_item", shown=False),
        date_field("raised_on", N_("Raised on"), shown=False),
        level_field(),
    ),
    title="title",
    prefix="TN",
)


def _count(mark: int) -> Field:
    return Field(
        f"roti_{mark}",
        str(mark),
        FieldKind.INTEGER,
        minimum=0,
        maximum=QUANTITY_MAX,
        default=0,
    )


APPRAISAL: Final = RecordType(
    "appraisal",
    N_("Return on time invested"),
    N_("Returns on time invested"),
    (
        part_of("item_id", N_("Action"), "backlog_item"),
        date_field("held_on", N_("Date")),
        *(_count(mark) for mark in range(1, ROTI_MAX + 1)),
        notes_field(),
        level_field(),
    ),
    title="item_id",
    unique=("item_id", "held_on"),
)

SANDBOX: Final = RecordType(
    "sandbox",
    N_("Sandbox session"),
    N_("Sandbox sessions"),
    (
        Field("title", N_("Title"), required=True),
        date_field("held_on", N_("Date"), required=True),
        Field("environment", N_("Environment"), help=N_("Version or place it was tried on.")),
        Field(
            "people", N_("People"), FieldKind.INTEGER, minimum=0, maximum=QUANTITY_MAX, default=0
        ),
        reference("item_id", N_("Action"), "backlog_item", shown=False),
        notes_field(),
        level_field(),
    ),
    title="title",
    prefix="BS",
)

OBSERVATION: Final = RecordType(
    "observation",
    N_("Observation"),
    N_("Observations"),
    (
        part_of("sandbox_id", N_("Sandbox session"), "sandbox"),
        Field("text", N_("What was seen"), required=True),
        kind_field(
            {
                "worked": N_("it helps"),
                "hindered": N_("it hinders"),
                "question": N_("question"),
                "idea": N_("idea"),
            }
        ),
        reference("item_id", N_("Action"), "backlog_item", shown=False),
        level_field(),
    ),
    title="text",
)
