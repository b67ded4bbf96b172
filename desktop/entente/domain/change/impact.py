"""What a change does to functional groups, before it is done to them.

The ten dimensions are those of the impact study of D. Autissier and J.-M. Moutot (*Méthode de
conduite du changement*), each graded from 1, hardly touched, to 4, another job.
"""

from collections.abc import Mapping
from typing import Final

from entente.domain.fields import (
    actor_field,
    choice_field,
    date_field,
    notes_field,
    reference,
)
from entente.domain.records import Field, FieldKind, RecordType, level_field, part_of
from entente.i18n import N_

DEPTH_MIN: Final = 1
DEPTH_MAX: Final = 4
GAP_MAX: Final = 4
HEADCOUNT_MAX: Final = 100_000
SITES_MAX: Final = 999

DIMENSION_LABELS: Final[Mapping[str, str]] = {
    "skills": N_("skills"),
    "procedures": N_("procedures"),
    "jobs": N_("posts and jobs"),
    "structure": N_("structure"),
    "management": N_("way of managing"),
    "indicators": N_("performance indicators"),
    "tools": N_("tools and systems"),
    "culture": N_("culture"),
    "behaviour": N_("behaviour"),
    "power": N_("power"),
}

#: What those who buy a tool leave out: name of the field of a group to the question.
OMITTED_QUESTIONS: Final[Mapping[str, str]] = {
    "operation": N_("How will the service operate?"),
    "organisation": N_("How will the work be organised?"),
    "tasks": N_("What will the tasks of each consist of?"),
}

LEVER_LABELS: Final[Mapping[str, str]] = {"primary": N_("first"), "secondary": N_("second")}


def _question(name: str) -> Field:
    return Field(name, OMITTED_QUESTIONS[name], FieldKind.LONG_TEXT, shown=False)


def _lever(name: str, label: str) -> Field:
    return choice_field(name, label, LEVER_LABELS, shown=False)


FUNCTIONAL_GROUP: Final = RecordType(
    "functional_group",
    N_("Functional group"),
    N_("Functional groups"),
    (
        Field("name", N_("Name"), required=True, headings=("groupe", "nom")),
        reference("organisation_id", N_("Organisation"), "organisation"),
        Field(
            "headcount",
            N_("Headcount"),
            FieldKind.INTEGER,
            minimum=0,
            maximum=HEADCOUNT_MAX,
            headings=("effectif",),
        ),
        Field(
            "sites",
            N_("Sites"),
            FieldKind.INTEGER,
            minimum=0,
            maximum=SITES_MAX,
            headings=("lieux",),
        ),
        _question("operation"),
        _question("organisation"),
        _question("tasks"),
        Field("built_with", N_("Built together with"), shown=False),
        date_field("built_on", N_("Built together on"), shown=False),
        notes_field(),
        level_field(),
    ),
    title="name",
    prefix="GF",
)

IMPACT: Final = RecordType(
    "impact",
    N_("Impact"),
    N_("Impacts"),
    (
        part_of("group_id", N_("Functional group"), "functional_group"),
        choice_field("dimension", N_("Dimension"), DIMENSION_LABELS, required=True),
        Field(
            "depth",
            N_("Depth"),
            FieldKind.INTEGER,
            minimum=DEPTH_MIN,
            maximum=DEPTH_MAX,
            headings=("niveau", "profondeur"),
            help=N_("From 1, hardly touched, to 4, another job; empty where it was not looked at."),
        ),
        Field("before", N_("Before the change"), FieldKind.LONG_TEXT, headings=("avant",)),
        Field("after", N_("After the change"), FieldKind.LONG_TEXT, headings=("après",)),
        _lever("communication", N_("Communication")),
        _lever("training", N_("Training")),
        _lever("procedure", N_("Procedures")),
        reference("item_id", N_("Action"), "backlog_item", shown=False),
        level_field(),
    ),
    title="dimension",
    unique=("group_id", "dimension"),
)

PRACTICE_GAP: Final = RecordType(
    "practice_gap",
    N_("Gap between need and practice"),
    N_("Gaps between needs and practices"),
    (
        Field("need", N_("What users need"), required=True, headings=("besoin",)),
        Field("practice", N_("What is done today"), FieldKind.LONG_TEXT, headings=("pratique",)),
        Field(
            "gap",
            N_("Gap"),
            FieldKind.INTEGER,
            minimum=0,
            maximum=GAP_MAX,
            headings=("écart",),
            help=N_("From 0, none, to 4, the opposite."),
        ),
        reference("group_id", N_("Functional group"), "functional_group"),
        actor_field("owner_id", N_("Who")),
        reference("item_id", N_("Action"), "backlog_item", shown=False),
        notes_field(),
        level_field(),
    ),
    title="need",
    prefix="EC",
)
