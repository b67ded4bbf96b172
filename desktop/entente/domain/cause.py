"""Common causes: what people rally around, whatever their side."""

from collections.abc import Mapping
from typing import Final

from entente.domain.fields import actor_field, choice_field, date_field, notes_field
from entente.domain.records import Field, FieldKind, RecordType, Values, level_field, part_of
from entente.i18n import N_

STRENGTH_MAX: Final = 2

#: How far the mediator has come with the person who could carry a cause.
CHAMPION_LABELS: Final[Mapping[str, str]] = {
    "suggested": N_("suggested"),
    "solicited": N_("asked"),
    "accepted": N_("has accepted"),
    "declined": N_("has declined"),
}

COMMON_CAUSE: Final = RecordType(
    "common_cause",
    N_("Common cause"),
    N_("Common causes"),
    (
        Field(
            "statement",
            N_("Statement"),
            required=True,
            headings=("cause", "name", "nom", "énoncé"),
            help=N_("What people want together, in one sentence of theirs."),
        ),
        Field("horizon", N_("Horizon"), help=N_("When it should be felt.")),
        actor_field("champion_id", N_("Champion"), help=N_("Who carries it before the others.")),
        choice_field("champion_state", N_("How far with the champion"), CHAMPION_LABELS),
        date_field("solicited_on", N_("Asked on"), shown=False),
        date_field("answered_on", N_("Answered on"), shown=False),
        notes_field(),
        level_field(),
    ),
    title="statement",
    prefix="C",
)

SUPPORTER: Final = RecordType(
    "supporter",
    N_("Supporter"),
    N_("Supporters"),
    (
        part_of("cause_id", N_("Common cause"), "common_cause"),
        part_of("actor_id", N_("Actor"), "actor"),
        Field(
            "strength",
            N_("Strength"),
            FieldKind.INTEGER,
            minimum=-STRENGTH_MAX,
            maximum=STRENGTH_MAX,
            help=N_("From −2, strongly against, to +2, strongly for."),
        ),
        level_field(),
    ),
    title="actor_id",
)


def is_carried(cause: Values) -> bool:
    """Whether somebody carries a common cause: nobody does who was only thought of, or asked."""
    return bool(cause["champion_id"]) and cause["champion_state"] in {None, "accepted"}
