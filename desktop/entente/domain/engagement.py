"""What engages people: the tools they already have, and how far a mission has come."""

from collections.abc import Mapping
from typing import Final

from entente.domain.fields import (
    actor_field,
    choice_field,
    date_field,
    first_choice_field,
    notes_field,
    place_field,
    reference,
)
from entente.domain.mission import PHASE_LABELS
from entente.domain.records import Field, FieldKind, RecordType, level_field
from entente.i18n import N_

#: What to do with a tool for engaging people.
VERDICT_LABELS: Final[Mapping[str, str]] = {
    "reuse": N_("reuse"),
    "adapt": N_("adapt"),
    "create": N_("create"),
    "stop": N_("stop"),
}
#: The steps of a mission that rallies a community.
STAGE_LABELS: Final[Mapping[str, str]] = {
    "launch": N_("A · launch"),
    "tools": N_("B · tools of engagement"),
    "kickoff": N_("C · kick-off"),
    "sprints": N_("D · sprints"),
}
#: Everything a checklist can be about: the steps of rallying, and the phases of a project.
CHECKLIST_LABELS: Final[Mapping[str, str]] = {**STAGE_LABELS, **PHASE_LABELS}

ENGAGEMENT_TOOL: Final = RecordType(
    "engagement_tool",
    N_("Tool of engagement"),
    N_("Tools of engagement"),
    (
        Field("name", N_("Name"), required=True, headings=("outil", "nom")),
        actor_field("owner_id", N_("Who runs it"), headings=("responsable",)),
        Field("audience", N_("Whom it reaches"), headings=("public",)),
        Field("address", N_("Where it is found"), headings=("adresse", "lien", "url")),
        Field("in_place", N_("In place"), FieldKind.FLAG, headings=("existe",)),
        choice_field("verdict", N_("Verdict"), VERDICT_LABELS, headings=("décision",)),
        Field("rhythm", N_("Rhythm"), help=N_("How often something comes out of it.")),
        notes_field(),
        level_field(),
    ),
    title="name",
    prefix="U",
)

CHECK_ITEM: Final = RecordType(
    "check_item",
    N_("Step of the mission"),
    N_("Steps of the mission"),
    (
        first_choice_field("stage", N_("Stage of the mission"), CHECKLIST_LABELS),
        place_field(default=0),
        Field("title", N_("Step"), required=True),
        date_field("done_on", N_("Done on")),
        reference("cause_id", N_("Common cause"), "common_cause", shown=False),
        reference("actor_id", N_("Actor"), "actor", shown=False),
        reference("interaction_id", N_("Interaction"), "interaction", shown=False),
        reference("item_id", N_("Action"), "backlog_item", shown=False),
        reference("sprint_id", N_("Sprint"), "sprint", shown=False),
        reference("tool_id", N_("Tool of engagement"), "engagement_tool", shown=False),
        reference("decision_id", N_("Decision"), "decision", shown=False),
        reference("risk_id", N_("Risk"), "risk", shown=False),
        reference("difficulty_id", N_("Difficulty"), "difficulty", shown=False),
        notes_field(),
        level_field(),
    ),
    title="title",
)
