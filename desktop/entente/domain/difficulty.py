"""Difficulties and conflicts: what they are, how far they have gone, where they come from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from entente.domain.confidentiality import Level
from entente.domain.fields import (
    choice_field,
    date_field,
    dated_status_field,
    notes_field,
    title_field,
)
from entente.domain.records import Field, FieldKind, RecordType, level_field
from entente.i18n import N_

STAGE_MIN: Final = 1
STAGE_MAX: Final = 9
#: A project mediator's mandate ends when this stage is crossed (Glasl, level III).
MANDATE_LIMIT: Final = 6


@dataclass(frozen=True, slots=True)
class Stage:
    """One of Glasl's nine stages of escalation.

    Attributes:
        name: Its name, in English; translated when shown.
        signal: What can be observed at this stage.
        level: 1 win-win, 2 win-lose, 3 lose-lose.
    """

    name: str
    signal: str
    level: int


#: After F. Glasl, Konfliktmanagement; wording of the signals is ours.
STAGES: Final = (
    Stage(N_("Hardening"), N_("positions set, friction returns"), 1),
    Stage(N_("Debate"), N_("black-and-white arguments, verbal tactics"), 1),
    Stage(N_("Actions, not words"), N_("accomplished facts, information held back"), 1),
    Stage(N_("Images and coalitions"), N_("camps, caricature, allies recruited"), 2),
    Stage(N_("Loss of face"), N_("public discredit, trust gone"), 2),
    Stage(N_("Threat strategies"), N_("ultimatums, formal notices"), 2),
    Stage(N_("Limited destructive blows"), N_("harm accepted to harm the other"), 3),
    Stage(N_("Fragmentation"), N_("vital functions attacked"), 3),
    Stage(N_("Together into the abyss"), N_("own ruin accepted"), 3),
)


class Nature(StrEnum):
    """What a difficulty is, from the first sign to the courts."""

    SIGNAL = "signal"
    CONTROVERSY = "controversy"
    TENSION = "tension"
    CONFLICT = "conflict"
    DISPUTE = "dispute"


NATURE_LABELS: Final[Mapping[str, str]] = {
    Nature.SIGNAL.value: N_("weak signal"),
    Nature.CONTROVERSY.value: N_("controversy"),
    Nature.TENSION.value: N_("tension"),
    Nature.CONFLICT.value: N_("conflict"),
    Nature.DISPUTE.value: N_("legal dispute"),
}


class Status(StrEnum):
    """Where its treatment stands."""

    OPEN = "open"
    MEDIATION = "mediation"
    SUSPENDED = "suspended"
    SETTLED = "settled"
    INTERRUPTED = "interrupted"
    CLOSED = "closed"


STATUS_LABELS: Final[Mapping[str, str]] = {
    Status.OPEN.value: N_("open"),
    Status.MEDIATION.value: N_("in mediation"),
    Status.SUSPENDED.value: N_("suspended"),
    Status.SETTLED.value: N_("settled"),
    Status.INTERRUPTED.value: N_("interrupted"),
    Status.CLOSED.value: N_("closed"),
}
#: Nothing more is done about a difficulty with one of these.
ENDED: Final = frozenset({Status.CLOSED, Status.INTERRUPTED})

STAKE_MIN: Final = 1
STAKE_MAX: Final = 5


class Response(StrEnum):
    """What is done about a difficulty, from the lightest answer to the heaviest."""

    WATCH = "watch"
    REFRAME = "reframe"
    MEETING = "meeting"
    MEDIATION = "mediation"
    AUTHORITY = "authority"


RESPONSE_LABELS: Final[Mapping[str, str]] = {
    Response.WATCH.value: N_("watch"),
    Response.REFRAME.value: N_("reframe"),
    Response.MEETING.value: N_("dedicated meeting"),
    Response.MEDIATION.value: N_("mediation"),
    Response.AUTHORITY.value: N_("governing body"),
}

REVEALED_LABELS: Final = {
    "functional": N_("functional"),
    "technical": N_("technical"),
    "relational": N_("relational"),
    "organisational": N_("organisational"),
    "contractual": N_("contractual"),
    "other": N_("other"),
}


class Scope(StrEnum):
    """Between whom a difficulty lies."""

    INTERPERSONAL = "interpersonal"
    INTER_ORGANISATION = "inter"
    INTRA_ORGANISATION = "intra"


SCOPE_LABELS: Final = {
    Scope.INTERPERSONAL: N_("between persons"),
    Scope.INTER_ORGANISATION: N_("between organisations"),
    Scope.INTRA_ORGANISATION: N_("within an organisation"),
}


def _gap(name: str, label: str, help_: str) -> Field:
    return Field(name, label, FieldKind.LONG_TEXT, shown=False, level_field="gap_level", help=help_)


def _lesson(name: str, label: str, help_: str) -> Field:
    return Field(
        name, label, FieldKind.LONG_TEXT, shown=False, level_field="lesson_level", help=help_
    )


DIFFICULTY: Final = RecordType(
    "difficulty",
    N_("Difficulty"),
    N_("Difficulties"),
    (
        title_field(headings=("titre", "intitulé", "name", "nom")),
        choice_field(
            "nature",
            N_("Nature"),
            NATURE_LABELS,
            default=Nature.SIGNAL.value,
            dated=True,
            with_record=True,
            help=N_("A controversy is about substance; a conflict is between people."),
        ),
        dated_status_field(STATUS_LABELS),
        Field(
            "stage",
            N_("Stage (Glasl)"),
            FieldKind.INTEGER,
            minimum=STAGE_MIN,
            maximum=STAGE_MAX,
            dated=True,
            headings=("glasl", "degré"),
            help=N_("Degree of escalation, from 1 (hardening) to 9 (into the abyss)."),
        ),
        Field(
            "stake",
            N_("Stake"),
            FieldKind.INTEGER,
            minimum=STAKE_MIN,
            maximum=STAKE_MAX,
            dated=True,
            fixed_level=Level.MEDIATOR,
            shown=False,
            headings=("enjeu",),
            help=N_("What the project may lose, from 1 (a nuisance) to 5 (its very purpose)."),
        ),
        choice_field(
            "response",
            N_("Response engaged"),
            RESPONSE_LABELS,
            shown=False,
            headings=("réponse",),
            help=N_("What is being done about it, from watching to the governing body."),
        ),
        choice_field(
            "scope",
            N_("Scope"),
            SCOPE_LABELS,
            shown=False,
            headings=("portée",),
            help=N_("Leave empty to let it follow from the parties."),
        ),
        date_field("opened_on", N_("Noticed on"), headings=("date",)),
        date_field("closed_on", N_("Closed on"), shown=False),
        Field(
            "summary",
            N_("Where we stand"),
            FieldKind.LONG_TEXT,
            shown=False,
            level_field="summary_level",
            help=N_("Two neutral sentences that open the printed brief."),
        ),
        level_field("summary_level", N_("Who reads where we stand")),
        _gap("desired", N_("Desired state"), N_("How it should be, in one sentence.")),
        _gap("actual", N_("Actual state"), N_("How it is today, in one sentence.")),
        level_field("gap_level", N_("Who reads the gap")),
        choice_field(
            "revealed_kind",
            N_("Kind of problem revealed"),
            REVEALED_LABELS,
            shown=False,
            level_field="lesson_level",
        ),
        _lesson(
            "revealed",
            N_("What it revealed"),
            N_("The problem that would have come to light sooner or later."),
        ),
        _lesson(
            "solution",
            N_("Solution born of it"),
            N_("What exists now that nobody had thought of before."),
        ),
        level_field("lesson_level", N_("Who reads what it taught")),
        notes_field(headings=("description",)),
        level_field(),
    ),
    title="title",
    prefix="K",
    sparse=True,
    since_field="opened_on",
    rating_help=N_("What was seen or heard that shows it?"),
)


@dataclass(frozen=True, slots=True)
class Standing:
    """From where a party speaks.

    Attributes:
        organisation: Key of the organisation; empty where it is unknown.
        speaks_for: The group it stands for; empty for a person who speaks for nobody else.
    """

    organisation: str = ""
    speaks_for: str = ""


def suggested_scope(parties: Sequence[Standing]) -> Scope | None:
    """Return the scope that follows from the parties.

    As soon as one of them stands for a group, what counts is how many organisations there
    are; while everybody speaks for themselves alone, it lies between persons.

    Returns:
        None with fewer than two parties.
    """
    if len(parties) < 2:
        return None
    known = {party.organisation for party in parties if party.organisation}
    if not known or not any(party.speaks_for.strip() for party in parties):
        return Scope.INTERPERSONAL
    return Scope.INTER_ORGANISATION if len(known) > 1 else Scope.INTRA_ORGANISATION
