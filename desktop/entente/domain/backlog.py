"""The backlog: everything there is to do, whatever it serves."""

from collections.abc import Mapping
from typing import Final

from entente.domain.fields import (
    actor_field,
    choice_field,
    date_field,
    dated_status_field,
    difficulty_field,
    due_field,
    notes_field,
    reference,
    risk_field,
    title_field,
)
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
        title_field(
            N_("Action"), headings=("titre", "action", "tâche", "name", "task", "card name")
        ),
        notes_field(headings=("description",)),
        dated_status_field(STATUS_LABELS, headings=("statut", "état", "list", "liste")),
        Field(
            "effort",
            N_("Effort (half-days)"),
            FieldKind.NUMBER,
            minimum=0,
            maximum=EFFORT_MAX,
            step=0.5,
            headings=("effort", "charge", "estimate"),
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
