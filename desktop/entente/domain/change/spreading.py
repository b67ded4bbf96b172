"""Who spreads a change and what is learned on the way: ambassadors, sharing, skills, lessons."""

from collections.abc import Mapping
from typing import Final

from entente.domain.fields import (
    actor_field,
    choice_field,
    date_field,
    effort_field,
    notes_field,
    reference,
    status_field,
    title_field,
)
from entente.domain.records import Field, FieldKind, RecordType, Values, level_field, part_of
from entente.domain.ten_causes import CAUSE_LABELS
from entente.errors import InvalidValueError
from entente.i18n import N_, _

SKILL_MAX: Final = 4
LOAD_MAX: Final = 60


def _check_ambassador(values: Values) -> None:
    """Refuse an ambassador who is neither an actor nor called anything."""
    if not values.get("actor_id") and not values.get("name"):
        raise InvalidValueError(N_("Actor"), "", _("an actor, or what this person is called"))


AMBASSADOR: Final = RecordType(
    "ambassador",
    N_("Ambassador"),
    N_("Ambassadors"),
    (
        Field("actor_id", N_("Actor"), FieldKind.REFERENCE, target="actor", owned=True),
        Field("name", N_("Called"), help=N_("For somebody who is not among the actors.")),
        reference("group_id", N_("Group covered"), "functional_group"),
        Field("cohort", N_("Cohort"), headings=("promotion",)),
        date_field("trained_on", N_("Trained on")),
        effort_field("available", N_("Available in a sprint"), LOAD_MAX),
        effort_field("asked", N_("Asked of them in a sprint"), LOAD_MAX),
        status_field(
            {
                "asked": N_("asked"),
                "active": N_("active"),
                "resting": N_("resting"),
                "left": N_("has left"),
            },
            default="active",
        ),
        notes_field(),
        level_field(),
    ),
    title="actor_id",
    prefix="AB",
    check=_check_ambassador,
)

RELAY: Final = RecordType(
    "relay",
    N_("Person an ambassador has reached"),
    N_("People ambassadors have reached"),
    (
        part_of("ambassador_id", N_("Ambassador"), "ambassador"),
        part_of("actor_id", N_("Actor"), "actor"),
        date_field("reached_on", N_("Date")),
        level_field(),
    ),
    title="actor_id",
    unique=("ambassador_id", "actor_id"),
)

SHARING: Final = RecordType(
    "sharing",
    N_("Sharing"),
    N_("Sharings"),
    (
        title_field(N_("What was shared"), headings=("partage",)),
        reference("group_id", N_("Community"), "working_group"),
        actor_field("actor_id", N_("By whom")),
        date_field("shared_on", N_("Date")),
        Field("kept_at", N_("Where it is found")),
        notes_field(),
        level_field(),
    ),
    title="title",
)

TRANSFER_LABELS: Final[Mapping[str, str]] = {
    "training": N_("training"),
    "pairing": N_("working in pairs"),
    "documentation": N_("written down"),
    "practice": N_("practice with a check"),
}

SKILL_TRANSFER: Final = RecordType(
    "skill_transfer",
    N_("Skill to hand over"),
    N_("Skills to hand over"),
    (
        Field("skill", N_("Skill"), required=True, headings=("compétence",)),
        actor_field("from_id", N_("From"), headings=("de",)),
        actor_field("to_id", N_("To"), headings=("vers", "à")),
        choice_field("mode", N_("How"), TRANSFER_LABELS),
        date_field("planned_on", N_("Planned for")),
        Field(
            "level",
            N_("Level reached"),
            FieldKind.INTEGER,
            minimum=0,
            maximum=SKILL_MAX,
            dated=True,
            with_record=True,
            help=N_("0 nothing · 1 has seen it · 2 with help · 3 alone · 4 can teach it."),
        ),
        Field("check", N_("How it is checked"), FieldKind.LONG_TEXT, shown=False),
        reference("item_id", N_("Action"), "backlog_item", shown=False),
        notes_field(),
        level_field(),
    ),
    title="skill",
    prefix="TC",
    rating_help=N_("What this person did alone."),
)

LESSON: Final = RecordType(
    "lesson",
    N_("Lesson"),
    N_("Lessons"),
    (
        title_field(N_("Rule to take along"), headings=("enseignement", "règle")),
        Field("context", N_("Context"), FieldKind.LONG_TEXT, headings=("contexte",)),
        Field("happened", N_("What happened"), FieldKind.LONG_TEXT, headings=("faits",)),
        choice_field("cause", N_("Cause of difficulty"), CAUSE_LABELS),
        choice_field(
            "outcome",
            N_("How the project ended"),
            {"completed": N_("completed"), "partial": N_("in part"), "stopped": N_("stopped")},
            shown=False,
        ),
        Field("origin", N_("Mission it comes from"), help=N_("Without a name.")),
        reference("difficulty_id", N_("Difficulty"), "difficulty", shown=False),
        date_field("learned_on", N_("Date")),
        level_field(),
    ),
    title="title",
    prefix="LE",
)

TESTIMONY: Final = RecordType(
    "testimony",
    N_("Testimony"),
    N_("Testimonies"),
    (
        Field(
            "text",
            N_("Words"),
            FieldKind.LONG_TEXT,
            required=True,
            help=N_("What somebody went through and learned, without a name."),
        ),
        reference("group_id", N_("Functional group"), "functional_group"),
        date_field("said_on", N_("Date")),
        Field("consent", N_("May be quoted"), FieldKind.FLAG, default=False),
        level_field(),
    ),
    title="text",
)
