"""The backlog: everything there is to do, whatever it serves."""

from collections.abc import Mapping
from typing import Final

from entente.domain.records import Field, FieldKind, RecordType, level_field
from entente.i18n import N_

#: A piece of work is sized in half-days; more than this is a project of its own.
EFFORT_MAX: Final = 200

STATUS_LABELS: Final[Mapping[str, str]] = {
    "idea": N_("idea"),
    "ready": N_("ready"),
    "doing": N_("in progress"),
    "done": N_("done"),
    "dropped": N_("dropped"),
}
#: What a piece of work does about a risk.
ROLE_LABELS: Final[Mapping[str, str]] = {
    "preventive": N_("preventive"),
    "contingency": N_("contingency"),
}

BACKLOG_ITEM: Final = RecordType(
    "backlog_item",
    N_("Action"),
    N_("Actions"),
    (
        Field(
            "title",
            N_("Action"),
            required=True,
            headings=("titre", "action", "tâche", "name", "task", "card name"),
        ),
        Field("notes", N_("Notes"), FieldKind.LONG_TEXT, shown=False, headings=("description",)),
        Field(
            "status",
            N_("Status"),
            FieldKind.CHOICE,
            choices=STATUS_LABELS,
            default="idea",
            dated=True,
            with_record=True,
            headings=("statut", "état", "list", "liste"),
        ),
        Field(
            "effort",
            N_("Effort (half-days)"),
            FieldKind.NUMBER,
            minimum=0,
            maximum=EFFORT_MAX,
            step=0.5,
            headings=("effort", "charge", "estimate"),
        ),
        Field(
            "owner_id",
            N_("Who"),
            FieldKind.REFERENCE,
            target="actor",
            headings=("qui", "responsable", "assignee"),
        ),
        Field("due_on", N_("Due"), FieldKind.DATE, headings=("échéance", "due date")),
        Field("labels", N_("Labels"), FieldKind.TAGS, headings=("étiquettes", "labels")),
        Field(
            "cause_id",
            N_("Common cause"),
            FieldKind.REFERENCE,
            target="common_cause",
            shown=False,
        ),
        Field("risk_id", N_("Risk"), FieldKind.REFERENCE, target="risk", shown=False),
        Field(
            "role",
            N_("What it does about the risk"),
            FieldKind.CHOICE,
            choices=ROLE_LABELS,
            shown=False,
            help=N_("Preventive: done beforehand. Contingency: ready in case it happens."),
        ),
        Field(
            "difficulty_id",
            N_("Difficulty"),
            FieldKind.REFERENCE,
            target="difficulty",
            shown=False,
        ),
        Field("added_on", N_("Added on"), FieldKind.DATE, shown=False, headings=("date",)),
        level_field(),
    ),
    title="title",
    prefix="B",
    digits=2,
    sparse=True,
    since_field="added_on",
    rating_help=N_("What shows it?"),
)
