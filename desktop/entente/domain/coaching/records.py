"""Support of one person: an agreement of three, goals of the person, choices of the person.

Everything here has one of two levels: the mediator alone, or the mediator and the person. There is
no field for an instruction, and none that describes a character: the person rates themselves, on
five elements of work, and says what they choose.
"""

from collections.abc import Mapping
from typing import Final

from entente.domain.confidentiality import Level
from entente.domain.fields import (
    choice_field,
    date_field,
    due_field,
    first_choice_field,
    notes_field,
    place_field,
    status_field,
)
from entente.domain.guard_rails import DANGER_LABELS
from entente.domain.records import LEVEL_FIELD, Field, FieldKind, RecordType, part_of
from entente.i18n import N_

MARK_MIN: Final = 1
MARK_MAX: Final = 5
#: Goal attainment scaling (Kiresuk and Sherman, 1968): 0 is what was hoped for.
GAS_MAX: Final = 2
SESSIONS_MAX: Final = 99

#: The five elements a person rates: strengths, talents, what to develop, motivation, adapting.
ELEMENT_LABELS: Final[Mapping[str, str]] = {
    "strengths": N_("strengths"),
    "talents": N_("talents"),
    "growth": N_("areas to develop"),
    "motivation": N_("motivation"),
    "adaptability": N_("ease with change"),
}
#: Three scales of progress on the way.
PROGRESS_LABELS: Final[Mapping[str, str]] = {
    "awareness": N_("awareness"),
    "autonomy": N_("autonomy"),
    "focus": N_("focus"),
}


def _private() -> Field:
    """Return the level: the mediator alone until the person is let in, and never anybody else."""
    return Field(
        LEVEL_FIELD,
        N_("Confidentiality"),
        FieldKind.CHOICE,
        help=N_("Nobody but the person supported and you can ever read this."),
        headings=("confidentialité", "niveau"),
        choices={
            Level.MEDIATOR.value: N_("mediator only"),
            Level.CAUCUS.value: N_("the person and you"),
        },
        default=Level.MEDIATOR.value,
        required=True,
    )


def _person() -> Field:
    return part_of("actor_id", N_("Person"), "actor")


def _track() -> Field:
    return part_of("track_id", N_("Support"), "coaching_track")


def _mark(name: str, label: str) -> Field:
    return Field(name, label, FieldKind.INTEGER, minimum=MARK_MIN, maximum=MARK_MAX)


COACHING_TRACK: Final = RecordType(
    "coaching_track",
    N_("Support of a person"),
    N_("Supports of people"),
    (
        _person(),
        Field("purpose", N_("What the support is for"), FieldKind.LONG_TEXT),
        Field("sponsor", N_("Who asks for it"), help=N_("The third who signs the agreement.")),
        Field("expectations", N_("What the third expects"), FieldKind.LONG_TEXT, shown=False),
        Field("terms", N_("Terms agreed by the three"), FieldKind.LONG_TEXT, shown=False),
        Field(
            "sessions_planned",
            N_("Sessions planned"),
            FieldKind.INTEGER,
            minimum=1,
            maximum=SESSIONS_MAX,
        ),
        date_field("starts_on", N_("Start")),
        date_field("ends_on", N_("End")),
        date_field("signed_on", N_("Agreement signed on"), shown=False),
        date_field("consented_on", N_("Consent given on")),
        Field("consent_words", N_("Consent, in which words"), FieldKind.LONG_TEXT, shown=False),
        status_field(
            {
                "prepared": N_("being prepared"),
                "running": N_("under way"),
                "closed": N_("closed"),
            }
        ),
        date_field("closed_on", N_("Closed on"), shown=False),
        Field(
            "closing_person", N_("Closing, in the person's words"), FieldKind.LONG_TEXT, shown=False
        ),
        Field("closing_result", N_("Expected and obtained"), FieldKind.LONG_TEXT, shown=False),
        _private(),
    ),
    title="actor_id",
    prefix="AI",
    caucus_field="actor_id",
)

COACHING_RATING: Final = RecordType(
    "self_rating",
    N_("Self-rating"),
    N_("Self-ratings"),
    (
        _track(),
        _person(),
        date_field("rated_on", N_("Date"), required=True),
        *(_mark(name, label) for name, label in ELEMENT_LABELS.items()),
        *(_mark(name, label) for name, label in PROGRESS_LABELS.items()),
        Field("words", N_("In the person's words"), FieldKind.LONG_TEXT),
        _private(),
    ),
    title="rated_on",
    caucus_field="actor_id",
    unique=("track_id", "rated_on"),
)

COACHING_GOAL: Final = RecordType(
    "coaching_goal",
    N_("Goal of a person"),
    N_("Goals of people"),
    (
        _track(),
        _person(),
        place_field(default=0),
        Field("statement", N_("Goal"), required=True, help=N_("In the person's words.")),
        first_choice_field(
            "horizon", N_("Horizon"), {"short": N_("short term"), "long": N_("long term")}
        ),
        first_choice_field(
            "side", N_("Kind"), {"professional": N_("professional"), "personal": N_("personal")}
        ),
        choice_field(
            "domain",
            N_("Field of growth"),
            {
                "productive": N_("productive"),
                "economic": N_("economic"),
                "human": N_("human"),
                "professional": N_("professional"),
            },
            shown=False,
        ),
        due_field(),
        Field("much_less", N_("Much less than hoped (−2)"), shown=False),
        Field("less", N_("Less than hoped (−1)"), shown=False),
        Field("hoped", N_("What is hoped for (0)"), shown=False),
        Field("more", N_("More than hoped (+1)"), shown=False),
        Field("much_more", N_("Much more than hoped (+2)"), shown=False),
        _private(),
    ),
    title="statement",
    caucus_field="actor_id",
)

GOAL_READING: Final = RecordType(
    "goal_reading",
    N_("Attainment of a goal"),
    N_("Attainments of goals"),
    (
        part_of("goal_id", N_("Goal of a person"), "coaching_goal"),
        _person(),
        date_field("read_on", N_("Date"), required=True),
        Field(
            "score",
            N_("Attainment"),
            FieldKind.INTEGER,
            minimum=-GAS_MAX,
            maximum=GAS_MAX,
            required=True,
            help=N_("From −2 to +2; 0 is what was hoped for."),
        ),
        Field("fact", N_("Observed fact"), FieldKind.LONG_TEXT),
        _private(),
    ),
    title="read_on",
    caucus_field="actor_id",
    unique=("goal_id", "read_on"),
)

COACHING_SESSION: Final = RecordType(
    "coaching_session",
    N_("Session of support"),
    N_("Sessions of support"),
    (
        _track(),
        _person(),
        date_field("held_on", N_("Date"), required=True),
        Field("minutes", N_("Minutes"), FieldKind.INTEGER, minimum=0, maximum=24 * 60),
        first_choice_field(
            "presence",
            N_("Presence"),
            {
                "planned": N_("planned"),
                "held": N_("held"),
                "moved": N_("moved"),
                "missed": N_("missed"),
            },
        ),
        Field("observation", N_("Observation"), FieldKind.LONG_TEXT),
        Field("question", N_("Question"), FieldKind.LONG_TEXT),
        Field("choice", N_("What the person chooses"), FieldKind.LONG_TEXT),
        Field("feedback", N_("Feedback of the person"), FieldKind.LONG_TEXT, shown=False),
        Field(
            "usefulness",
            N_("How useful it was"),
            FieldKind.INTEGER,
            minimum=MARK_MIN,
            maximum=MARK_MAX,
        ),
        _private(),
    ),
    title="held_on",
    caucus_field="actor_id",
)

REFERRAL: Final = RecordType(
    "referral",
    N_("Referral"),
    N_("Referrals"),
    (
        _person(),
        Field(
            "track_id",
            N_("Support"),
            FieldKind.REFERENCE,
            target="coaching_track",
            owned=True,
            shown=False,
        ),
        choice_field("danger", N_("About"), DANGER_LABELS, required=True),
        Field(
            "referred_to",
            N_("Referred to"),
            required=True,
            help=N_("Occupational physician, human resources, psychologist, lawyer…"),
        ),
        date_field("referred_on", N_("Date"), required=True),
        date_field("answered_on", N_("Answered on"), shown=False),
        notes_field(fixed_level=Level.MEDIATOR),
        _private(),
    ),
    title="danger",
    caucus_field="actor_id",
)
