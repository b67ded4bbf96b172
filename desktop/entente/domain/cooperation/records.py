"""What organisations that cooperate have in common: triggers, fears, a convention."""

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
    risk_field,
    status_field,
    title_field,
)
from entente.domain.records import Field, FieldKind, RecordType, level_field, part_of
from entente.i18n import N_

TRIGGER: Final = RecordType(
    "common_trigger",
    N_("Common trigger"),
    N_("Common triggers"),
    (
        title_field(N_("Event"), headings=("déclencheur", "événement")),
        date_field("happens_on", N_("Date")),
        Field(
            "external",
            N_("From outside"),
            FieldKind.FLAG,
            default=True,
            help=N_("A law, a contract, an end of support: nobody's fault here."),
        ),
        notes_field(),
        level_field(),
    ),
    title="title",
    prefix="DC",
)

TRIGGER_ACCEPTANCE: Final = RecordType(
    "trigger_acceptance",
    N_("Who accepts a trigger"),
    N_("Who accepts triggers"),
    (
        part_of("trigger_id", N_("Common trigger"), "common_trigger"),
        part_of("organisation_id", N_("Organisation"), "organisation"),
        choice_field(
            "answer",
            N_("Answer"),
            {"yes": N_("accepts it"), "reserved": N_("with reserve"), "no": N_("does not")},
        ),
        date_field("said_on", N_("Said on")),
        Field("words", N_("In which words"), FieldKind.LONG_TEXT),
        level_field(),
    ),
    title="organisation_id",
    unique=("trigger_id", "organisation_id"),
)

FEAR: Final = RecordType(
    "fear",
    N_("Fear"),
    N_("Fears"),
    (
        Field("text", N_("What is feared"), required=True, headings=("crainte",)),
        reference("organisation_id", N_("Organisation"), "organisation"),
        reference("group_id", N_("Functional group"), "functional_group"),
        date_field("heard_on", N_("Heard on")),
        Field("answer", N_("Answer given"), FieldKind.LONG_TEXT, headings=("réponse",)),
        actor_field("answered_by", N_("Answered by"), shown=False),
        status_field(
            {
                "open": N_("without an answer"),
                "answered": N_("answered"),
                "lifted": N_("lifted"),
                "confirmed": N_("came true"),
            }
        ),
        risk_field(),
        notes_field(),
        level_field(),
    ),
    title="text",
    prefix="CR",
)

CONVENTION_STATUS_LABELS: Final[Mapping[str, str]] = {
    "draft": N_("draft"),
    "signing": N_("being signed"),
    "in_force": N_("in force"),
    "ended": N_("ended"),
}

CONVENTION: Final = RecordType(
    "cooperation_convention",
    N_("Convention of cooperation"),
    N_("Conventions of cooperation"),
    (
        title_field(),
        Field("purpose", N_("Purpose"), FieldKind.LONG_TEXT, shown=False),
        status_field(CONVENTION_STATUS_LABELS),
        date_field("effective_on", N_("Takes effect on")),
        date_field("expires_on", N_("Expires on")),
        date_field("review_on", N_("To be reviewed on"), shown=False),
        notes_field(),
        level_field(),
    ),
    title="title",
    prefix="CV",
)

CONVENTION_CLAUSE: Final = RecordType(
    "convention_clause",
    N_("Clause of a convention"),
    N_("Clauses of conventions"),
    (
        part_of("convention_id", N_("Convention of cooperation"), "cooperation_convention"),
        place_field(default=0),
        Field("heading", N_("Heading"), required=True),
        Field("text", N_("Text"), FieldKind.LONG_TEXT),
        first_choice_field(
            "state",
            N_("State"),
            {"missing": N_("missing"), "drafted": N_("drafted"), "agreed": N_("agreed")},
        ),
        level_field(),
    ),
    title="heading",
)

CONVENTION_SIGNATURE: Final = RecordType(
    "convention_signature",
    N_("Signature of a convention"),
    N_("Signatures of conventions"),
    (
        part_of("convention_id", N_("Convention of cooperation"), "cooperation_convention"),
        part_of("organisation_id", N_("Organisation"), "organisation"),
        actor_field("actor_id", N_("Who signs")),
        date_field("signed_on", N_("Signed on")),
        date_field("withdrawn_on", N_("Withdrawn on"), shown=False),
        level_field(),
    ),
    title="organisation_id",
    unique=("convention_id", "organisation_id"),
)
