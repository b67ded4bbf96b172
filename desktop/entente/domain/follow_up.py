"""What was decided and promised, and whether it was done."""

from enum import StrEnum
from typing import Final

from entente.domain.fields import (
    actor_field,
    date_field,
    dated_status_field,
    difficulty_field,
    due_field,
    notes_field,
    reference,
    session_field,
    title_field,
)
from entente.domain.records import Field, FieldKind, RecordType, level_field, part_of
from entente.i18n import N_


class CommitmentState(StrEnum):
    """What has become of a commitment."""

    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"
    DROPPED = "dropped"


STATE_LABELS: Final = {
    CommitmentState.OPEN: N_("under way"),
    CommitmentState.KEPT: N_("kept"),
    CommitmentState.BROKEN: N_("not kept"),
    CommitmentState.DROPPED: N_("released"),
}

DECISION: Final = RecordType(
    "decision",
    N_("Decision"),
    N_("Decisions"),
    (
        title_field(N_("Decision"), headings=("décision", "intitulé", "titre")),
        date_field("decided_on", N_("Decided on"), headings=("date",)),
        actor_field("owner_id", N_("Carried out by"), headings=("responsable", "owner", "porteur")),
        actor_field("co_owner_id", N_("Together with"), shown=False),
        due_field(headings=("échéance", "due date")),
        date_field("executed_on", N_("Carried out on"), headings=("exécutée le",)),
        Field(
            "evidence",
            N_("Evidence"),
            FieldKind.LONG_TEXT,
            headings=("preuve",),
            help=N_("What shows that it was carried out."),
        ),
        difficulty_field(help=N_("The difficulty it came of.")),
        session_field(shown=False),
        notes_field(),
        level_field(),
    ),
    title="title",
    prefix="D",
)

COMMITMENT: Final = RecordType(
    "commitment",
    N_("Commitment"),
    N_("Commitments"),
    (
        Field(
            "statement",
            N_("Commitment"),
            required=True,
            headings=("engagement", "énoncé"),
            help=N_("In the first person, as it was said: “I …”."),
        ),
        actor_field("actor_id", N_("Who"), headings=("qui", "acteur")),
        actor_field(
            "to_id",
            N_("To whom"),
            headings=("à qui", "envers"),
            help=N_("The person it is made to; empty for the whole group."),
        ),
        date_field("made_on", N_("Made on"), headings=("date",)),
        dated_status_field(STATE_LABELS, "state", N_("State")),
        due_field(
            dated=True,
            with_record=True,
            help=N_("A later date means it was renegotiated; the earlier one is kept."),
        ),
        Field("evidence", N_("Evidence"), FieldKind.LONG_TEXT, headings=("preuve",)),
        difficulty_field(),
        reference("agreement_id", N_("Agreement"), "agreement", shown=False),
        reference("cause_id", N_("Common cause"), "common_cause", shown=False),
        reference("interaction_id", N_("Said at"), "interaction", shown=False),
        Field(
            "in_public",
            N_("Said before the group"),
            FieldKind.FLAG,
            shown=False,
            help=N_("A commitment one makes oneself, in public, binds best."),
        ),
        Field("witnesses", N_("Witnesses"), shown=False),
        level_field(),
    ),
    title="statement",
    prefix="E",
    sparse=True,
    since_field="made_on",
    rating_help=N_("What was done, or why was it renegotiated?"),
)

ORIGIN: Final = RecordType(
    "origin",
    N_("What a difficulty was born of"),
    N_("What difficulties were born of"),
    (
        part_of("difficulty_id", N_("Difficulty"), "difficulty"),
        reference("decision_id", N_("Decision"), "decision"),
        reference("commitment_id", N_("Commitment"), "commitment"),
        reference("agreement_id", N_("Agreement"), "agreement"),
    ),
    title="difficulty_id",
    inner=True,
)
