"""Notes taken in the room, what ties them to each other, and the steps that follow."""

from enum import StrEnum
from typing import Final

from entente.domain.fields import actor_field, date_field, kind_field, session_field
from entente.domain.records import Field, FieldKind, RecordType, level_field, part_of
from entente.i18n import N_


class NoteKind(StrEnum):
    """What a note holds."""

    NOTE = "note"
    FACT = "fact"
    AGREED = "agreed"
    DISPUTED = "disputed"
    POSITION = "position"
    INTEREST = "interest"
    NEED = "need"
    FEAR = "fear"
    EMOTION = "emotion"
    OPTION = "option"
    QUESTION = "question"


NOTE_LABELS: Final = {
    NoteKind.NOTE: N_("note"),
    NoteKind.FACT: N_("fact"),
    NoteKind.AGREED: N_("agreed"),
    NoteKind.DISPUTED: N_("in dispute"),
    NoteKind.POSITION: N_("position"),
    NoteKind.INTEREST: N_("interest"),
    NoteKind.NEED: N_("need"),
    NoteKind.FEAR: N_("fear"),
    NoteKind.EMOTION: N_("emotion"),
    NoteKind.OPTION: N_("option"),
    NoteKind.QUESTION: N_("question"),
}
#: What the timeline of a difficulty is made of.
FACTS: Final = frozenset({NoteKind.FACT, NoteKind.AGREED, NoteKind.DISPUTED})

NOTE: Final = RecordType(
    "note",
    N_("Note"),
    N_("Notes"),
    (
        part_of("difficulty_id", N_("Difficulty"), "difficulty"),
        Field("text", N_("Text"), FieldKind.LONG_TEXT, required=True),
        kind_field(NOTE_LABELS),
        actor_field(
            "actor_id",
            N_("Said by"),
            help=N_("The party this note comes from; a caucus note needs one."),
        ),
        date_field("noted_on", N_("Date")),
        date_field(
            "happened_on",
            N_("Happened on"),
            help=N_("For a fact: the day it took place, as this party tells it."),
        ),
        session_field(),
        Field(
            "struck",
            N_("Struck"),
            FieldKind.FLAG,
            default=False,
            help=N_("Withdrawn by whoever said it; kept, but no longer holds."),
        ),
        level_field(caucus=True),
    ),
    title="text",
    caucus_field="actor_id",
)

NOTE_LINK: Final = RecordType(
    "note_link",
    N_("Link between notes"),
    N_("Links between notes"),
    (
        part_of("from_id", N_("From"), "note"),
        part_of("to_id", N_("To"), "note"),
    ),
    title="from_id",
    unique=("from_id", "to_id"),
    inner=True,
)

STEP: Final = RecordType(
    "step",
    N_("Next step"),
    N_("Next steps"),
    (
        part_of("difficulty_id", N_("Difficulty"), "difficulty"),
        Field("text", N_("Step"), FieldKind.LONG_TEXT, required=True),
        actor_field("actor_id", N_("Who")),
        date_field("due_on", N_("Due")),
        Field("done", N_("Done"), FieldKind.FLAG, default=False),
        level_field(caucus=True),
    ),
    title="text",
    caucus_field="actor_id",
)
