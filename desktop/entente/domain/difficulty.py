"""Difficulties and conflicts: their parties, notes, options, steps and stages."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from entente.domain.records import Field, FieldKind, RecordType, level_field, part_of
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

NATURE_LABELS: Final = {
    "signal": N_("weak signal"),
    "controversy": N_("controversy"),
    "tension": N_("tension"),
    "conflict": N_("conflict"),
    "dispute": N_("legal dispute"),
}
STATUS_LABELS: Final = {
    "open": N_("open"),
    "mediation": N_("in mediation"),
    "settled": N_("settled"),
    "closed": N_("closed"),
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

DIFFICULTY: Final = RecordType(
    "difficulty",
    N_("Difficulty"),
    N_("Difficulties"),
    (
        Field("title", N_("Title"), required=True, headings=("titre", "intitulé", "name", "nom")),
        Field(
            "nature",
            N_("Nature"),
            FieldKind.CHOICE,
            choices=NATURE_LABELS,
            default="signal",
            required=True,
            help=N_("A controversy is about substance; a conflict is between people."),
        ),
        Field(
            "status",
            N_("Status"),
            FieldKind.CHOICE,
            choices=STATUS_LABELS,
            default="open",
            required=True,
            headings=("statut", "état"),
        ),
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
            "scope",
            N_("Scope"),
            FieldKind.CHOICE,
            choices={scope.value: label for scope, label in SCOPE_LABELS.items()},
            shown=False,
            headings=("portée",),
            help=N_("Leave empty to let it follow from the parties."),
        ),
        Field("opened_on", N_("Noticed on"), FieldKind.DATE, headings=("date",)),
        Field("closed_on", N_("Closed on"), FieldKind.DATE, shown=False),
        Field(
            "summary",
            N_("Where we stand"),
            FieldKind.LONG_TEXT,
            shown=False,
            level_field="summary_level",
            help=N_("Two neutral sentences that open the printed brief."),
        ),
        level_field("summary_level", N_("Who reads where we stand")),
        Field("notes", N_("Notes"), FieldKind.LONG_TEXT, shown=False, headings=("description",)),
        level_field(),
    ),
    title="title",
    prefix="K",
    rating_help=N_("What was seen or heard that shows this stage?"),
)


def _of_difficulty() -> Field:
    return part_of("difficulty_id", N_("Difficulty"), "difficulty")


def _statement(name: str, label: str, help_: str) -> tuple[Field, Field]:
    level_name = f"{name}_level"
    return (
        Field(name, label, FieldKind.LONG_TEXT, help=help_, level_field=level_name),
        level_field(level_name, N_("Confidentiality"), caucus=True),
    )


#: Names of what a party says, in the order people work through it.
STATEMENTS: Final = ("position", "interests", "needs", "fears", "mesore")

PARTY: Final = RecordType(
    "party",
    N_("Party"),
    N_("Parties"),
    (
        _of_difficulty(),
        part_of("actor_id", N_("Actor"), "actor"),
        Field(
            "speaks_for",
            N_("Speaks for"),
            help=N_("The group or organisation this person stands for here."),
        ),
        *_statement("position", N_("Position"), N_("What this party asks for.")),
        *_statement("interests", N_("Interests"), N_("Why it matters to this party.")),
        *_statement("needs", N_("Needs"), N_("What this party cannot do without.")),
        *_statement("fears", N_("Fears"), N_("What this party wants to avoid.")),
        *_statement(
            "mesore",
            N_("Best alternative (BATNA)"),
            N_("What this party will do if there is no agreement."),
        ),
        level_field(),
    ),
    title="actor_id",
    caucus_field="actor_id",
)


class NoteKind(StrEnum):
    """What a note holds."""

    NOTE = "note"
    FACT = "fact"
    AGREED = "agreed"
    DISPUTED = "disputed"
    EMOTION = "emotion"


NOTE: Final = RecordType(
    "note",
    N_("Note"),
    N_("Notes"),
    (
        _of_difficulty(),
        Field("text", N_("Text"), FieldKind.LONG_TEXT, required=True),
        Field(
            "kind",
            N_("Kind"),
            FieldKind.CHOICE,
            choices={
                NoteKind.NOTE.value: N_("note"),
                NoteKind.FACT.value: N_("fact"),
                NoteKind.AGREED.value: N_("agreed"),
                NoteKind.DISPUTED.value: N_("in dispute"),
                NoteKind.EMOTION.value: N_("emotion"),
            },
            default=NoteKind.NOTE.value,
            required=True,
        ),
        Field(
            "actor_id",
            N_("Said by"),
            FieldKind.REFERENCE,
            target="actor",
            help=N_("The party this note comes from; a caucus note needs one."),
        ),
        Field("noted_on", N_("Date"), FieldKind.DATE),
        level_field(caucus=True),
    ),
    title="text",
    caucus_field="actor_id",
)

OPTION: Final = RecordType(
    "option",
    N_("Option"),
    N_("Options"),
    (
        _of_difficulty(),
        Field("text", N_("Option"), FieldKind.LONG_TEXT, required=True),
        Field(
            "status",
            N_("Status"),
            FieldKind.CHOICE,
            choices={
                "open": N_("under discussion"),
                "kept": N_("retained"),
                "dropped": N_("set aside"),
            },
            default="open",
            required=True,
        ),
        Field(
            "actor_id",
            N_("Proposed by"),
            FieldKind.REFERENCE,
            target="actor",
        ),
        level_field(caucus=True),
    ),
    title="text",
    caucus_field="actor_id",
)

STEP: Final = RecordType(
    "step",
    N_("Next step"),
    N_("Next steps"),
    (
        _of_difficulty(),
        Field("text", N_("Step"), FieldKind.LONG_TEXT, required=True),
        Field("actor_id", N_("Who"), FieldKind.REFERENCE, target="actor"),
        Field("due_on", N_("Due"), FieldKind.DATE),
        Field("done", N_("Done"), FieldKind.FLAG, default=False),
        level_field(caucus=True),
    ),
    title="text",
    caucus_field="actor_id",
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
