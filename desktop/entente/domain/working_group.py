"""The working group: who is in it, what each sees ahead, and what was heard in interviews."""

from typing import Final

from entente.domain.fields import (
    actor_field,
    choice_field,
    date_field,
    difficulty_field,
    kind_field,
    notes_field,
    reference,
)
from entente.domain.records import Field, FieldKind, RecordType, level_field, part_of
from entente.domain.ten_causes import CAUSE_LABELS
from entente.i18n import N_

WORKING_GROUP: Final = RecordType(
    "working_group",
    N_("Working group"),
    N_("Working groups"),
    (
        Field("name", N_("Name"), required=True, headings=("nom", "groupe")),
        kind_field({"working": N_("working group"), "learning": N_("learning community")}),
        Field("purpose", N_("What it is for"), FieldKind.LONG_TEXT),
        date_field("since", N_("Since")),
        Field("rules", N_("Rules of the group"), FieldKind.LONG_TEXT, shown=False),
        notes_field(),
        level_field(),
    ),
    title="name",
    prefix="GT",
)

GROUP_MEMBER: Final = RecordType(
    "group_member",
    N_("Member of the group"),
    N_("Members of the group"),
    (
        part_of("group_id", N_("Working group"), "working_group"),
        part_of("actor_id", N_("Actor"), "actor"),
        Field("role", N_("Part in the group"), headings=("rôle",)),
        date_field("joined_on", N_("Joined on")),
        date_field("left_on", N_("Left on"), shown=False),
        Field(
            "vision",
            N_("Vision"),
            FieldKind.LONG_TEXT,
            help=N_("What this person would like to see, in words of theirs."),
        ),
        Field("keywords", N_("Keywords"), FieldKind.TAGS),
        level_field(),
    ),
    title="actor_id",
    unique=("group_id", "actor_id"),
)

INTERVIEW_GUIDE: Final = RecordType(
    "interview_guide",
    N_("Interview guide"),
    N_("Interview guides"),
    (
        Field("name", N_("Name"), required=True),
        Field(
            "questions",
            N_("Questions"),
            FieldKind.LONG_TEXT,
            help=N_("One open question a line."),
        ),
        level_field(),
    ),
    title="name",
)

QUOTE: Final = RecordType(
    "quote",
    N_("Quote"),
    N_("Quotes"),
    (
        Field("text", N_("Words"), FieldKind.LONG_TEXT, required=True, headings=("verbatim",)),
        actor_field("actor_id", N_("Who"), headings=("qui",)),
        reference("interaction_id", N_("Interaction"), "interaction", shown=False),
        Field("question", N_("Question"), shown=False),
        Field("tags", N_("Tags"), FieldKind.TAGS),
        choice_field("cause", N_("Cause of difficulty"), CAUSE_LABELS),
        reference("common_cause_id", N_("Common cause"), "common_cause", shown=False),
        date_field("said_on", N_("Said on")),
        difficulty_field(),
        level_field(),
    ),
    title="text",
    prefix="V",
)
