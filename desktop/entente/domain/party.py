"""The parties of a difficulty: what each tells, wants, fears, and how it behaves.

The statements follow Fiutak's four questions. `mesore` and `watna` are the best and the worst a
party can expect without agreement (Fisher and Ury's BATNA, and its reverse); `mode` is one of the
five ways of dealing with a conflict of Thomas and Kilmann; a message in four steps (`OSBD`) is
Rosenberg's: observation, feeling, need, request.
"""

from typing import Final

from entente.domain.fields import actor_field, choice_field, date_field
from entente.domain.records import Field, FieldKind, RecordType, level_field, part_of
from entente.domain.zopa import Side
from entente.i18n import N_


def _statement(name: str, label: str, help_: str) -> tuple[Field, Field]:
    level_name = f"{name}_level"
    return (
        Field(name, label, FieldKind.LONG_TEXT, help=help_, level_field=level_name),
        level_field(level_name, N_("Confidentiality"), caucus=True),
    )


#: What a party says, in the order people work through it.
STATEMENTS: Final = (
    "account",
    "position",
    "interests",
    "needs",
    "fears",
    "mesore",
    "watna",
    "authority",
    "recognition",
)
#: What answers Fiutak's first question, what happened; and the second, why it matters.
WHAT: Final = ("account", "position")
WHY: Final = ("interests", "needs", "fears")

MODE_LABELS: Final = {
    "competing": N_("competing"),
    "collaborating": N_("collaborating"),
    "compromising": N_("compromising"),
    "avoiding": N_("avoiding"),
    "accommodating": N_("accommodating"),
}
SIDE_LABELS: Final = {Side.PAYS: N_("pays"), Side.RECEIVES: N_("receives")}

PARTY: Final = RecordType(
    "party",
    N_("Party"),
    N_("Parties"),
    (
        part_of("difficulty_id", N_("Difficulty"), "difficulty"),
        part_of("actor_id", N_("Actor"), "actor"),
        Field(
            "speaks_for",
            N_("Speaks for"),
            help=N_("The group or organisation this person stands for here."),
        ),
        *_statement("account", N_("Account"), N_("What happened, as this party tells it.")),
        *_statement("position", N_("Position"), N_("What this party asks for.")),
        *_statement("interests", N_("Interests"), N_("Why it matters to this party.")),
        *_statement("needs", N_("Needs"), N_("What this party cannot do without.")),
        *_statement("fears", N_("Fears"), N_("What this party wants to avoid.")),
        *_statement(
            "mesore",
            N_("Best alternative (BATNA)"),
            N_("What this party will do if there is no agreement."),
        ),
        *_statement(
            "watna",
            N_("Worst case (WATNA)"),
            N_("The worst that may come to this party without an agreement."),
        ),
        *_statement(
            "authority",
            N_("Authority"),
            N_("What this party may decide alone, and whom it must ask."),
        ),
        *_statement(
            "recognition",
            N_("Recognition expressed"),
            N_("What this party has recognised of the other, in its own words."),
        ),
        date_field("recognised_on", N_("Recognised on"), level_field="recognition_level"),
        Field(
            "limit",
            N_("Amount it will not go beyond"),
            FieldKind.NUMBER,
            level_field="limit_level",
            help=N_("Least it accepts, or most it pays; kept from everybody by default."),
        ),
        choice_field("side", N_("Pays or receives"), SIDE_LABELS, level_field="limit_level"),
        level_field("limit_level", N_("Who reads the amount"), caucus=True),
        choice_field(
            "mode",
            N_("Way of dealing with the conflict"),
            MODE_LABELS,
            dated=True,
            help=N_("The behaviour observed (Thomas and Kilmann), never a label for the person."),
        ),
        level_field(),
    ),
    title="actor_id",
    caucus_field="actor_id",
    unique=("difficulty_id", "actor_id"),
    rating_help=N_("What did this party do or say?"),
)

OSBD: Final = RecordType(
    "osbd",
    N_("Message in four steps"),
    N_("Messages in four steps"),
    (
        part_of("difficulty_id", N_("Difficulty"), "difficulty"),
        part_of("actor_id", N_("From"), "actor"),
        actor_field("to_id", N_("To")),
        Field(
            "observation",
            N_("Observation"),
            FieldKind.LONG_TEXT,
            required=True,
            help=N_("What a camera would have recorded, without judging."),
        ),
        Field(
            "feeling",
            N_("Feeling"),
            FieldKind.LONG_TEXT,
            help=N_("What I feel, not what the other did to me."),
        ),
        Field(
            "need",
            N_("Need"),
            FieldKind.LONG_TEXT,
            help=N_("What matters to me, whoever could meet it."),
        ),
        Field(
            "request",
            N_("Request"),
            FieldKind.LONG_TEXT,
            help=N_("Something the other can do, soon, and is free to refuse."),
        ),
        date_field("said_on", N_("Said on")),
        level_field(caucus=True),
    ),
    title="observation",
    caucus_field="actor_id",
)
