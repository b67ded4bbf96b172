"""Ways out of a difficulty, weighed against what each party needs, and what is offered.

The words are those of principled negotiation (Fisher and Ury, Getting to Yes): interests rather
than positions, options for mutual gain, objective criteria.
"""

from enum import StrEnum
from typing import Final

from entente.domain.fields import actor_field, date_field, reference, status_field
from entente.domain.records import Field, FieldKind, RecordType, level_field, part_of
from entente.i18n import N_

SCORE_MIN: Final = 0
SCORE_MAX: Final = 3
SCORE_LABELS: Final = (N_("not met"), N_("a little"), N_("largely"), N_("fully"))


class OptionStatus(StrEnum):
    """What the parties make of an option."""

    OPEN = "open"
    KEPT = "kept"
    DROPPED = "dropped"


OPTION_LABELS: Final = {
    OptionStatus.OPEN: N_("under discussion"),
    OptionStatus.KEPT: N_("retained"),
    OptionStatus.DROPPED: N_("set aside"),
}
OPTION: Final = RecordType(
    "option",
    N_("Option"),
    N_("Options"),
    (
        part_of("difficulty_id", N_("Difficulty"), "difficulty"),
        Field("text", N_("Option"), FieldKind.LONG_TEXT, required=True),
        status_field(OPTION_LABELS),
        actor_field("actor_id", N_("Proposed by")),
        level_field(caucus=True),
    ),
    title="text",
    caucus_field="actor_id",
)

INTEREST: Final = RecordType(
    "interest",
    N_("Interest"),
    N_("Interests"),
    (
        part_of("difficulty_id", N_("Difficulty"), "difficulty"),
        Field("text", N_("Interest"), FieldKind.LONG_TEXT, required=True),
        actor_field("actor_id", N_("Whose")),
        level_field(caucus=True),
    ),
    title="text",
    caucus_field="actor_id",
)

OPTION_SCORE: Final = RecordType(
    "option_score",
    N_("How an option meets an interest"),
    N_("How options meet interests"),
    (
        part_of("option_id", N_("Option"), "option"),
        part_of("interest_id", N_("Interest"), "interest"),
        Field(
            "score",
            N_("Score"),
            FieldKind.INTEGER,
            minimum=SCORE_MIN,
            maximum=SCORE_MAX,
            required=True,
            help=N_("From 0 (not met) to 3 (fully met)."),
        ),
        level_field(),
    ),
    title="option_id",
    unique=("option_id", "interest_id"),
)

STANDARD: Final = RecordType(
    "standard",
    N_("Objective criterion"),
    N_("Objective criteria"),
    (
        part_of("difficulty_id", N_("Difficulty"), "difficulty"),
        Field(
            "text",
            N_("Criterion"),
            FieldKind.LONG_TEXT,
            required=True,
            help=N_(
                "A yardstick that depends on neither party: a norm, a price list, a precedent."
            ),
        ),
        Field("source", N_("Source"), help=N_("Where anybody can check it.")),
        level_field(),
    ),
    title="text",
)

OFFER: Final = RecordType(
    "offer",
    N_("Offer"),
    N_("Offers"),
    (
        part_of("difficulty_id", N_("Difficulty"), "difficulty"),
        part_of("actor_id", N_("From"), "actor"),
        Field("text", N_("Terms"), FieldKind.LONG_TEXT, required=True),
        Field(
            "amount",
            N_("Amount"),
            FieldKind.NUMBER,
            minimum=0,
            maximum=10**12,
            headings=("montant",),
            help=N_("In figures, without a unit; empty where the offer is not about money."),
        ),
        date_field("made_on", N_("Made on")),
        reference("answers_id", N_("In answer to"), "offer"),
        status_field(
            {
                "open": N_("on the table"),
                "accepted": N_("accepted"),
                "declined": N_("declined"),
                "withdrawn": N_("withdrawn"),
            }
        ),
        level_field(caucus=True),
    ),
    title="text",
    caucus_field="actor_id",
)
