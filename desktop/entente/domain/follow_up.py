"""What was decided and promised, and whether it was done."""

from enum import StrEnum
from typing import Final

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
        Field("title", N_("Decision"), required=True, headings=("décision", "intitulé", "titre")),
        Field("decided_on", N_("Decided on"), FieldKind.DATE, headings=("date",)),
        Field(
            "owner_id",
            N_("Carried out by"),
            FieldKind.REFERENCE,
            target="actor",
            headings=("responsable", "owner", "porteur"),
        ),
        Field(
            "co_owner_id",
            N_("Together with"),
            FieldKind.REFERENCE,
            target="actor",
            shown=False,
        ),
        Field("due_on", N_("Due"), FieldKind.DATE, headings=("échéance", "due date")),
        Field("executed_on", N_("Carried out on"), FieldKind.DATE, headings=("exécutée le",)),
        Field(
            "evidence",
            N_("Evidence"),
            FieldKind.LONG_TEXT,
            headings=("preuve",),
            help=N_("What shows that it was carried out."),
        ),
        Field(
            "difficulty_id",
            N_("Difficulty"),
            FieldKind.REFERENCE,
            target="difficulty",
            shown=False,
            help=N_("The difficulty it came of."),
        ),
        Field(
            "session_id",
            N_("Session"),
            FieldKind.REFERENCE,
            target="mediation_session",
            shown=False,
        ),
        Field("notes", N_("Notes"), FieldKind.LONG_TEXT, shown=False),
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
        Field(
            "actor_id",
            N_("Who"),
            FieldKind.REFERENCE,
            target="actor",
            headings=("qui", "acteur"),
        ),
        Field("made_on", N_("Made on"), FieldKind.DATE, headings=("date",)),
        Field(
            "state",
            N_("State"),
            FieldKind.CHOICE,
            choices={state.value: label for state, label in STATE_LABELS.items()},
            default=CommitmentState.OPEN.value,
            dated=True,
            with_record=True,
            headings=("état", "statut"),
        ),
        Field(
            "due_on",
            N_("Due"),
            FieldKind.DATE,
            dated=True,
            with_record=True,
            headings=("échéance",),
            help=N_("A later date means it was renegotiated; the earlier one is kept."),
        ),
        Field("evidence", N_("Evidence"), FieldKind.LONG_TEXT, headings=("preuve",)),
        Field(
            "difficulty_id",
            N_("Difficulty"),
            FieldKind.REFERENCE,
            target="difficulty",
            shown=False,
        ),
        Field(
            "agreement_id",
            N_("Agreement"),
            FieldKind.REFERENCE,
            target="agreement",
            shown=False,
        ),
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
        Field("decision_id", N_("Decision"), FieldKind.REFERENCE, target="decision"),
        Field("commitment_id", N_("Commitment"), FieldKind.REFERENCE, target="commitment"),
        Field("agreement_id", N_("Agreement"), FieldKind.REFERENCE, target="agreement"),
    ),
    title="difficulty_id",
    inner=True,
)
