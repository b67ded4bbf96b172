"""Sprints: cycles of about three weeks, what was taken into them and what came of it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from entente.domain.backlog import EFFORT_MAX, PHASE_LABELS
from entente.domain.confidentiality import Level
from entente.domain.dates import date_text
from entente.domain.fields import choice_field, date_field, effort_field
from entente.domain.records import Field, FieldKind, RecordType, Values, level_field, part_of
from entente.errors import InvalidValueError
from entente.i18n import N_, _, language

#: Working days in a sprint until told otherwise: three weeks.
DEFAULT_DAYS: Final = 15
#: Calendar days beyond which it is no sprint, but a mistyped year.
LONGEST: Final = 366
CAPACITY_MAX: Final = 1000
DOTS_MAX: Final = 999


class Outcome(StrEnum):
    """What became of a card by the end of a sprint it was in."""

    DONE = "done"
    CARRIED = "carried"
    RETURNED = "returned"
    DROPPED = "dropped"


OUTCOME_LABELS: Final[Mapping[str, str]] = {
    Outcome.DONE.value: N_("done"),
    Outcome.CARRIED.value: N_("carried over"),
    Outcome.RETURNED.value: N_("back to the backlog"),
    Outcome.DROPPED.value: N_("dropped"),
}

_ENDS: Final = N_("End")


def check_dates(values: Values) -> None:
    """Refuse a sprint that ends before it starts, or more than a year later.

    Raises:
        InvalidValueError: If it does.
    """
    first, last = values["starts_on"], values["ends_on"]
    if 0 <= (last - first).days < LONGEST:
        return
    allowed = _("a day from the start, {start}, to a year later")
    start = date_text(first, language())
    raise InvalidValueError(_ENDS, date_text(last, language()), allowed.format(start=start))


SPRINT: Final = RecordType(
    "sprint",
    N_("Sprint"),
    N_("Sprints"),
    (
        Field("name", N_("Name"), required=True, headings=("nom", "sprint")),
        Field("goal", N_("Goal"), FieldKind.LONG_TEXT, headings=("objectif", "but")),
        date_field("starts_on", N_("Start"), required=True, headings=("début",)),
        date_field("ends_on", _ENDS, required=True, headings=("fin",)),
        effort_field(
            "capacity",
            N_("Capacity (half-days)"),
            CAPACITY_MAX,
            headings=("capacité",),
            help=N_("How much work fits in, meetings and travel taken off."),
        ),
        choice_field("phase", N_("Phase"), PHASE_LABELS),
        Field("deliverable", N_("Deliverable"), shown=False, headings=("livrable",)),
        Field("accepted", N_("Deliverable accepted"), FieldKind.FLAG, shown=False),
        Field(
            "celebration",
            N_("What is celebrated"),
            FieldKind.LONG_TEXT,
            shown=False,
            help=N_("A success of the group, told at the review."),
        ),
        date_field("closed_on", N_("Closed on"), shown=False),
        level_field(),
    ),
    title="name",
    prefix="S",
    check=check_dates,
)

SPRINT_ITEM: Final = RecordType(
    "sprint_item",
    N_("Card of a sprint"),
    N_("Cards of sprints"),
    (
        part_of("sprint_id", N_("Sprint"), "sprint"),
        part_of("item_id", N_("Action"), "backlog_item"),
        effort_field(
            "effort",
            N_("Effort (half-days)"),
            EFFORT_MAX,
            help=N_("As it was planned; that of the card where it is empty."),
        ),
        date_field("added_on", N_("Taken in on")),
        choice_field("outcome", N_("Outcome"), OUTCOME_LABELS),
    ),
    title="item_id",
    unique=("sprint_id", "item_id"),
    inner=True,
)

DOT_VOTE: Final = RecordType(
    "dot_vote",
    N_("Dots given to a card"),
    N_("Dots given to cards"),
    (
        part_of("sprint_id", N_("Sprint"), "sprint"),
        part_of("item_id", N_("Action"), "backlog_item"),
        Field(
            "dots",
            N_("Dots"),
            FieldKind.INTEGER,
            minimum=0,
            maximum=DOTS_MAX,
            default=0,
            required=True,
        ),
    ),
    title="item_id",
    unique=("sprint_id", "item_id"),
    inner=True,
)

DAY_OFF: Final = RecordType(
    "day_off",
    N_("Day off"),
    N_("Days off"),
    (
        date_field("day", N_("Day"), required=True),
        Field(
            "name",
            N_("Name"),
            help=N_("Bridge day, closure of the site…"),
            fixed_level=Level.MEDIATOR,
        ),
    ),
    title="day",
    unique=("day",),
)
