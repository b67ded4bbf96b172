"""Agreements and their clauses: the one that opens a mediation, the one that ends it.

In French law the *convention d'entrée en médiation* and the *protocole d'accord*, which parties may
have approved by a court (*homologation*).
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from entente.domain.confidentiality import Level
from entente.domain.fields import date_field, kind_field, place_field, status_field, title_field
from entente.domain.records import Field, FieldKind, RecordType, level_field, part_of
from entente.i18n import N_

ENTRY: Final = "entry"
SETTLEMENT: Final = "settlement"
KIND_LABELS: Final = {
    ENTRY: N_("agreement to mediate"),
    SETTLEMENT: N_("settlement agreement"),
}


class AgreementStatus(StrEnum):
    """What has become of an agreement."""

    DRAFT = "draft"
    SIGNED = "signed"
    BREACHED = "breached"
    REOPENED = "reopened"
    ENDED = "ended"


STATUS_LABELS: Final[Mapping[str, str]] = {
    AgreementStatus.DRAFT.value: N_("draft"),
    AgreementStatus.SIGNED.value: N_("signed"),
    AgreementStatus.BREACHED.value: N_("not kept"),
    AgreementStatus.REOPENED.value: N_("reopened"),
    AgreementStatus.ENDED.value: N_("ended"),
}
#: An agreement with one of these was signed, and nobody has taken it back.
SIGNED: Final = frozenset({AgreementStatus.SIGNED, AgreementStatus.BREACHED, AgreementStatus.ENDED})


AGREEMENT: Final = RecordType(
    "agreement",
    N_("Agreement"),
    N_("Agreements"),
    (
        title_field(),
        part_of("difficulty_id", N_("Difficulty"), "difficulty"),
        kind_field(KIND_LABELS, default=SETTLEMENT),
        status_field(STATUS_LABELS),
        Field(
            "statement",
            N_("Neutral statement of the facts"),
            FieldKind.LONG_TEXT,
            shown=False,
            help=N_("What brings the parties together, in words both can sign."),
        ),
        Field("place", N_("Signed at"), shown=False),
        date_field("signed_on", N_("Signed on")),
        date_field("effective_on", N_("Takes effect on"), shown=False),
        date_field("follow_up_on", N_("First follow-up")),
        Field(
            "homologation",
            N_("To be approved by a court"),
            FieldKind.FLAG,
            default=False,
            shown=False,
        ),
        level_field(),
    ),
    title="title",
    prefix="PA",
)

CLAUSE: Final = RecordType(
    "clause",
    N_("Clause"),
    N_("Clauses"),
    (
        part_of("agreement_id", N_("Agreement"), "agreement"),
        place_field(required=True),
        Field("heading", N_("Heading"), required=True),
        Field("text", N_("Text"), FieldKind.LONG_TEXT),
        Field(
            "to_review",
            N_("To be proof-read by counsel"),
            FieldKind.FLAG,
            default=True,
        ),
        level_field(),
    ),
    title="heading",
)

CLAUSE_TEMPLATE: Final = RecordType(
    "clause_template",
    N_("Model clause"),
    N_("Model clauses"),
    (
        kind_field(KIND_LABELS, default=SETTLEMENT),
        place_field(required=True),
        Field("heading", N_("Heading"), required=True, fixed_level=Level.MEDIATOR),
        Field(
            "text",
            N_("Text"),
            FieldKind.LONG_TEXT,
            fixed_level=Level.MEDIATOR,
            help=N_("Words in braces, such as {parties}, are filled in when it is used."),
        ),
        Field("usual", N_("Proposed at once"), FieldKind.FLAG, default=True),
    ),
    title="heading",
)
