"""The backlog: everything there is to do, whatever it serves."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from entente.domain.fields import (
    actor_field,
    choice_field,
    date_field,
    dated_status_field,
    difficulty_field,
    due_field,
    effort_field,
    notes_field,
    reference,
    risk_field,
    title_field,
)
from entente.domain.kotter import KOTTER_LABELS
from entente.domain.records import Field, FieldKind, RecordType, level_field
from entente.i18n import N_

#: A piece of work is sized in half-days; more than this is a project of its own.
EFFORT_MAX: Final = 200
QUANTITY_MAX: Final = 999


class ItemStatus(StrEnum):
    """How far a piece of work has come."""

    IDEA = "idea"
    READY = "ready"
    DOING = "doing"
    DONE = "done"
    DROPPED = "dropped"


STATUS_LABELS: Final[Mapping[str, str]] = {
    ItemStatus.IDEA.value: N_("idea"),
    ItemStatus.READY.value: N_("ready"),
    ItemStatus.DOING.value: N_("in progress"),
    ItemStatus.DONE.value: N_("done"),
    ItemStatus.DROPPED.value: N_("dropped"),
}
#: What a piece of work does about a risk.
ROLE_LABELS: Final[Mapping[str, str]] = {
    "preventive": N_("preventive"),
    "contingency": N_("contingency"),
}

#: To connect, to commit, to act: what a piece of work, or a whole sprint, is for.
PHASE_LABELS: Final[Mapping[str, str]] = {
    "connect": N_("connect"),
    "engage": N_("commit"),
    "act": N_("act"),
}
#: Where a piece of work stands on the roadmap, which gives no dates.
HORIZON_LABELS: Final[Mapping[str, str]] = {
    "now": N_("now"),
    "next": N_("next"),
    "later": N_("later"),
}

BACKLOG_ITEM: Final = RecordType(
    "backlog_item",
    N_("Action"),
    N_("Actions"),
    (
        title_field(
            N_("Action"), headings=("titre", "action", "tâche", "name", "task", "card name")
        ),
        notes_field(headings=("description", "card description")),
        dated_status_field(
            STATUS_LABELS,
            headings=(*("statut", "état", "avancement"), *("list", "list name", "liste")),
        ),
        effort_field(
            "effort",
            N_("Effort (half-days)"),
            EFFORT_MAX,
            headings=("effort", "charge", "estimate"),
            help=N_("In half-days of four hours; 1/2 d and 2 h are understood as well."),
        ),
        actor_field("owner_id", N_("Who"), headings=("qui", "responsable", "assignee")),
        due_field(headings=("échéance", "due date")),
        Field("labels", N_("Labels"), FieldKind.TAGS, headings=("étiquettes", "labels")),
        reference("cause_id", N_("Common cause"), "common_cause", shown=False),
        risk_field(),
        choice_field(
            "role",
            N_("What it does about the risk"),
            ROLE_LABELS,
            shown=False,
            help=N_("Preventive: done beforehand. Contingency: ready in case it happens."),
        ),
        difficulty_field(),
        choice_field("phase", N_("Phase"), PHASE_LABELS, shown=False, headings=("phase",)),
        choice_field("kotter", N_("Step of change"), KOTTER_LABELS, shown=False),
        reference("activity_id", N_("Kind of activity"), "activity_type", shown=False),
        Field(
            "quantity",
            N_("Quantity"),
            FieldKind.INTEGER,
            minimum=0,
            maximum=QUANTITY_MAX,
            shown=False,
            headings=("quantité",),
            help=N_("How many of that activity it counts for: six interviews, three posts…"),
        ),
        choice_field("horizon", N_("Horizon"), HORIZON_LABELS, shown=False),
        Field("deliverable", N_("What comes of it"), shown=False, headings=("livrable",)),
        Field(
            "without_mediator",
            N_("Run without the mediator"),
            FieldKind.FLAG,
            shown=False,
        ),
        Field("rank", N_("Order"), FieldKind.NUMBER, shown=False, arranged=True),
        date_field("archived_on", N_("Archived on"), shown=False),
        date_field("added_on", N_("Added on"), shown=False, headings=("date",)),
        level_field(),
    ),
    title="title",
    prefix="B",
    digits=2,
    sparse=True,
    since_field="added_on",
    rating_help=N_("What shows it?"),
)
