"""How far a change has come: Kotter's steps, ADKAR, indicators, use and adoption."""

from collections.abc import Mapping
from typing import Final

from entente.domain.fields import (
    choice_field,
    date_field,
    notes_field,
    reference,
)
from entente.domain.kotter import KOTTER_LABELS
from entente.domain.records import Field, FieldKind, RecordType, Values, level_field, part_of
from entente.errors import InvalidValueError
from entente.i18n import N_, _

STEP_MAX: Final = 4
MARK_MIN: Final = 1
MARK_MAX: Final = 5
VALUE_MAX: Final = 1_000_000_000
PEOPLE_MAX: Final = 100_000

KOTTER_STEP: Final = RecordType(
    "kotter_step",
    N_("Step of change"),
    N_("Steps of change"),
    (
        choice_field("step", N_("Step"), KOTTER_LABELS, required=True),
        Field(
            "score",
            N_("Score"),
            FieldKind.INTEGER,
            minimum=0,
            maximum=STEP_MAX,
            dated=True,
            help=N_("From 0, not begun, to 4, it holds by itself."),
        ),
        notes_field(),
        level_field(),
    ),
    title="step",
    rating_help=N_("What shows it."),
    unique=("step",),
)

#: The elements of individual change, in the order in which they come (ADKAR, J. Hiatt).
ADKAR_LABELS: Final[Mapping[str, str]] = {
    "awareness": N_("awareness"),
    "desire": N_("desire"),
    "knowledge": N_("knowledge"),
    "ability": N_("ability"),
    "reinforcement": N_("reinforcement"),
}


def _check_subject(values: Values) -> None:
    """Refuse marks of nobody, and of a person and a group at once."""
    if bool(values.get("actor_id")) == bool(values.get("group_id")):
        raise InvalidValueError(N_("Actor"), "", _("either an actor or a functional group"))


ADKAR: Final = RecordType(
    "adkar",
    N_("Steps of a person's change"),
    N_("Steps of people's change"),
    (
        Field("actor_id", N_("Actor"), FieldKind.REFERENCE, target="actor", owned=True),
        Field(
            "group_id",
            N_("Functional group"),
            FieldKind.REFERENCE,
            target="functional_group",
            owned=True,
        ),
        *(
            Field(
                name,
                label,
                FieldKind.INTEGER,
                minimum=MARK_MIN,
                maximum=MARK_MAX,
                dated=True,
                help=N_("From 1 to 5; the first of at most 3 is where help is needed."),
            )
            for name, label in ADKAR_LABELS.items()
        ),
        level_field(),
    ),
    title="actor_id",
    rating_help=N_("What was seen or heard, not what is thought of it."),
    unique=("actor_id", "group_id"),
    check=_check_subject,
)

#: Indicators that are worked out from the other registers; the others are typed.
BUILT_IN_LABELS: Final[Mapping[str, str]] = {
    "decisions_executed": N_("decisions carried out"),
    "commitments_kept": N_("commitments kept"),
    "ambassadors_active": N_("active ambassadors"),
    "groups_covered": N_("groups with an ambassador"),
    "impact_built": N_("impact sheets built together"),
    "skills_acquired": N_("skills handed over"),
    "adoption": N_("adoption"),
    "terms_shared": N_("terms with an agreed meaning"),
    "connections": N_("connections of quality"),
}
FREQUENCY_LABELS: Final[Mapping[str, str]] = {
    "weekly": N_("every week"),
    "sprint": N_("every sprint"),
    "monthly": N_("every month"),
    "quarterly": N_("every quarter"),
    "phase": N_("at the end of a phase"),
}


def _value(name: str, label: str, *, required: bool = False) -> Field:
    return Field(
        name,
        label,
        FieldKind.NUMBER,
        minimum=-VALUE_MAX,
        maximum=VALUE_MAX,
        required=required,
    )


CHANGE_INDICATOR: Final = RecordType(
    "change_indicator",
    N_("Indicator of change"),
    N_("Indicators of change"),
    (
        Field("name", N_("Name"), required=True, headings=("indicateur",)),
        choice_field("built_in", N_("Worked out from"), BUILT_IN_LABELS, shown=False),
        Field("formula", N_("How it is counted"), FieldKind.LONG_TEXT, shown=False),
        Field("unit", N_("Unit"), headings=("unité",)),
        _value("baseline", N_("Baseline")),
        _value("target", N_("Target")),
        date_field("target_on", N_("Target by"), shown=False),
        choice_field("phase", N_("Phase"), KOTTER_LABELS, shown=False),
        choice_field("frequency", N_("Frequency"), FREQUENCY_LABELS),
        notes_field(),
        level_field(),
    ),
    title="name",
    prefix="IC",
)

INDICATOR_READING: Final = RecordType(
    "indicator_reading",
    N_("Reading of an indicator"),
    N_("Readings of indicators"),
    (
        part_of("indicator_id", N_("Indicator of change"), "change_indicator"),
        date_field("read_on", N_("Date"), required=True),
        _value("value", N_("Value"), required=True),
        Field("source", N_("Where it comes from")),
        level_field(),
    ),
    title="read_on",
    unique=("indicator_id", "read_on"),
)


def _mark(name: str, label: str, words: str) -> Field:
    return Field(name, label, FieldKind.INTEGER, minimum=MARK_MIN, maximum=MARK_MAX, help=words)


USAGE_CHECK: Final = RecordType(
    "usage_check",
    N_("Check of use"),
    N_("Checks of use"),
    (
        Field("tool", N_("Tool or service"), required=True, headings=("outil", "service")),
        reference("group_id", N_("Functional group"), "functional_group"),
        date_field("checked_on", N_("Date"), required=True),
        _mark("useful", N_("Useful"), N_("From 1 to 5: it serves the work.")),
        _mark("usable", N_("Usable"), N_("From 1 to 5: one manages with it.")),
        _mark("used", N_("Used"), N_("From 1 to 5: it is part of the day.")),
        Field(
            "measured",
            N_("Measured use (%)"),
            FieldKind.NUMBER,
            minimum=0,
            maximum=100,
        ),
        notes_field(),
        level_field(),
    ),
    title="tool",
)

ADOPTION: Final = RecordType(
    "adoption",
    N_("Count of adoption"),
    N_("Counts of adoption"),
    (
        Field("tool", N_("Tool or service"), required=True, headings=("outil", "service")),
        reference("group_id", N_("Functional group"), "functional_group"),
        date_field("read_on", N_("Date"), required=True),
        Field(
            "users",
            N_("Who use it"),
            FieldKind.INTEGER,
            minimum=0,
            maximum=PEOPLE_MAX,
            required=True,
        ),
        Field(
            "population",
            N_("Out of"),
            FieldKind.INTEGER,
            minimum=1,
            maximum=PEOPLE_MAX,
            required=True,
        ),
        level_field(),
    ),
    title="tool",
)
