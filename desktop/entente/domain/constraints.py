"""Constraints people bear, often without the others knowing, and resources they share."""

from collections.abc import Mapping
from typing import Final

from entente.domain.fields import (
    actor_field,
    choice_field,
    first_choice_field,
    kind_field,
    notes_field,
    reference,
    title_field,
)
from entente.domain.records import Field, FieldKind, RecordType, level_field, part_of
from entente.i18n import N_

AMOUNT_MAX: Final = 10_000

NATURE_LABELS: Final[Mapping[str, str]] = {
    "legal": N_("legal"),
    "budget": N_("budget"),
    "schedule": N_("schedule"),
    "technical": N_("technical"),
    "human": N_("human"),
    "business": N_("business"),
}

CONSTRAINT: Final = RecordType(
    "work_constraint",
    N_("Constraint"),
    N_("Constraints"),
    (
        title_field(N_("Constraint"), headings=("contrainte",)),
        actor_field("actor_id", N_("Who bears it"), headings=("porteur",)),
        reference("organisation_id", N_("Organisation"), "organisation"),
        choice_field("nature", N_("Nature"), NATURE_LABELS),
        first_choice_field(
            "hardness",
            N_("Can it be moved"),
            {"hard": N_("no"), "soft": N_("to a point")},
        ),
        notes_field(),
        level_field(),
    ),
    title="title",
    prefix="CT",
)

CONSTRAINT_KNOWN: Final = RecordType(
    "constraint_known",
    N_("Who knows of a constraint"),
    N_("Who knows of constraints"),
    (
        part_of("constraint_id", N_("Constraint"), "work_constraint"),
        part_of("actor_id", N_("Actor"), "actor"),
        level_field(),
    ),
    title="actor_id",
    unique=("constraint_id", "actor_id"),
)

CONSTRAINT_CLASH: Final = RecordType(
    "constraint_clash",
    N_("Clash of constraints"),
    N_("Clashes of constraints"),
    (
        part_of("constraint_id", N_("Constraint"), "work_constraint"),
        part_of("other_id", N_("Clashes with"), "work_constraint"),
        Field("text", N_("In what"), FieldKind.LONG_TEXT),
        reference("difficulty_id", N_("Difficulty"), "difficulty", shown=False),
        level_field(),
    ),
    title="constraint_id",
    unique=("constraint_id", "other_id"),
)

SHARED_RESOURCE: Final = RecordType(
    "shared_resource",
    N_("Shared resource"),
    N_("Shared resources"),
    (
        Field("name", N_("Name"), required=True, headings=("ressource", "nom")),
        kind_field(
            {
                "person": N_("person"),
                "room": N_("room"),
                "environment": N_("environment"),
                "budget": N_("budget line"),
            }
        ),
        actor_field("actor_id", N_("Actor")),
        Field("unit", N_("Unit"), help=N_("Half-days, hours, euros…")),
        Field(
            "capacity",
            N_("Available in a sprint"),
            FieldKind.NUMBER,
            minimum=0,
            maximum=AMOUNT_MAX,
        ),
        notes_field(),
        level_field(),
    ),
    title="name",
    prefix="RS",
)

RESOURCE_DEMAND: Final = RecordType(
    "resource_demand",
    N_("Demand on a resource"),
    N_("Demands on resources"),
    (
        part_of("resource_id", N_("Shared resource"), "shared_resource"),
        part_of("sprint_id", N_("Sprint"), "sprint"),
        reference("organisation_id", N_("For whom"), "organisation"),
        reference("item_id", N_("Action"), "backlog_item"),
        Field(
            "amount",
            N_("Amount"),
            FieldKind.NUMBER,
            minimum=0,
            maximum=AMOUNT_MAX,
            required=True,
        ),
        level_field(),
    ),
    title="resource_id",
)
