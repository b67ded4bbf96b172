"""Questionnaires, the waves in which they are answered, and what is kept of the answers.

Nobody's answers are kept. While a wave is open, ballots lie in an urn outside the history of the
file, without time or order (`entente.store.urn`). When it closes they become counts: of all, and
of those groups that may be shown at the threshold of the wave; the urn is emptied. So the file
holds nothing that may not be shown.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from entente.domain.climate.answers import RECOMMENDATION
from entente.domain.climate.suppression import THRESHOLD, THRESHOLD_MIN
from entente.domain.cooperation.factors import FACTOR_LABELS
from entente.domain.fields import (
    choice_field,
    date_field,
    difficulty_field,
    first_choice_field,
    notes_field,
    place_field,
    reference,
    status_field,
)
from entente.domain.records import Field, FieldKind, RecordType, level_field, part_of
from entente.domain.ten_causes import CAUSE_LABELS
from entente.i18n import N_

PEOPLE_MAX: Final = 1_000_000
THRESHOLD_MAX: Final = 100


class Scale(StrEnum):
    """What a question can be answered with."""

    AGREEMENT = "agreement"  # 1 to 5
    RECOMMENDATION = "recommendation"  # 0 to 10
    WEATHER = "weather"  # 1 to 5, as a picture
    WORDS = "words"  # in one's own


SCALE_LABELS: Final[Mapping[str, str]] = {
    Scale.AGREEMENT.value: N_("agreement, from 1 to 5"),
    Scale.RECOMMENDATION.value: N_("recommendation, from 0 to 10"),
    Scale.WEATHER.value: N_("weather, from 1 to 5"),
    Scale.WORDS.value: N_("in one's own words"),
}
#: The four axes of the barometer of change, in the order they are expected to follow.
AXIS_LABELS: Final[Mapping[str, str]] = {
    "information": N_("being informed"),
    "understanding": N_("understanding"),
    "adhesion": N_("adhesion"),
    "participation": N_("participation"),
}

QUESTIONNAIRE: Final = RecordType(
    "questionnaire",
    N_("Questionnaire"),
    N_("Questionnaires"),
    (
        Field("name", N_("Name"), required=True, headings=("nom",)),
        Field(
            "introduction",
            N_("What respondents are told"),
            FieldKind.LONG_TEXT,
            help=N_("What it is for, who sees what, and from how many answers on."),
        ),
        Field("rhythm", N_("Rhythm"), help=N_("How often it is asked.")),
        Field("set_aside", N_("Set aside"), FieldKind.FLAG, default=False, shown=False),
        level_field(),
    ),
    title="name",
    prefix="QN",
)

QUESTION: Final = RecordType(
    "question",
    N_("Question"),
    N_("Questions"),
    (
        part_of("questionnaire_id", N_("Questionnaire"), "questionnaire"),
        Field("code", N_("Code"), required=True, headings=("code",)),
        Field("text", N_("Question"), required=True, headings=("question", "item")),
        first_choice_field("scale", N_("Scale"), SCALE_LABELS),
        choice_field("cause", N_("Cause of difficulty"), CAUSE_LABELS),
        choice_field("axis", N_("Axis of change"), AXIS_LABELS, shown=False),
        choice_field("factor", N_("Factor of cooperation"), FACTOR_LABELS, shown=False),
        place_field(default=0),
        reference(
            "follows_id",
            N_("In place of"),
            "question",
            shown=False,
            help=N_("A question that is worded anew is a new one; this is the one before it."),
        ),
        date_field("retired_on", N_("No longer asked since"), shown=False),
        level_field(),
    ),
    title="text",
    unique=("questionnaire_id", "code"),
)

WAVE: Final = RecordType(
    "wave",
    N_("Wave"),
    N_("Waves"),
    (
        part_of("questionnaire_id", N_("Questionnaire"), "questionnaire"),
        Field("name", N_("Name"), required=True, headings=("nom", "vague")),
        date_field("planned_on", N_("Planned for")),
        date_field("opened_on", N_("Opened on")),
        date_field("closed_on", N_("Closed on")),
        Field(
            "population",
            N_("People asked"),
            FieldKind.INTEGER,
            minimum=0,
            maximum=PEOPLE_MAX,
        ),
        Field(
            "threshold",
            N_("Fewest answers shown"),
            FieldKind.INTEGER,
            minimum=THRESHOLD_MIN,
            maximum=THRESHOLD_MAX,
            default=THRESHOLD,
            required=True,
            help=N_("Of fewer than these nothing is ever shown; it cannot be lowered."),
        ),
        Field(
            "attribute",
            N_("What parts the groups"),
            help=N_("One thing alone: service, trade or site."),
        ),
        Field(
            "ballots",
            N_("Ballots"),
            FieldKind.INTEGER,
            minimum=0,
            maximum=PEOPLE_MAX,
            help=N_("How many answered; known once the wave is closed."),
        ),
        notes_field(),
        level_field(),
    ),
    title="name",
    prefix="VG",
)

WAVE_GROUP: Final = RecordType(
    "wave_group",
    N_("Group of respondents"),
    N_("Groups of respondents"),
    (
        part_of("wave_id", N_("Wave"), "wave"),
        Field("name", N_("Name"), required=True),
        Field(
            "population",
            N_("People asked"),
            FieldKind.INTEGER,
            minimum=0,
            maximum=PEOPLE_MAX,
        ),
        level_field(),
    ),
    title="name",
    unique=("wave_id", "name"),
)

ANSWER_COUNT: Final = RecordType(
    "answer_count",
    N_("Count of answers"),
    N_("Counts of answers"),
    (
        part_of("wave_id", N_("Wave"), "wave"),
        part_of("question_id", N_("Question"), "question"),
        reference("group_id", N_("Group of respondents"), "wave_group"),
        Field(
            "answer",
            N_("Answer"),
            FieldKind.INTEGER,
            minimum=0,
            maximum=RECOMMENDATION,
            required=True,
        ),
        Field(
            "count",
            N_("Count"),
            FieldKind.INTEGER,
            minimum=0,
            maximum=PEOPLE_MAX,
            required=True,
        ),
    ),
    title="answer",
    unique=("wave_id", "question_id", "group_id", "answer"),
    inner=True,
)

#: The state of a comment that may be told word for word.
QUOTED: Final = "quoted"

VERBATIM: Final = RecordType(
    "verbatim",
    N_("Comment of a wave"),
    N_("Comments of waves"),
    (
        part_of("wave_id", N_("Wave"), "wave"),
        reference("question_id", N_("Question"), "question", shown=False),
        Field("text", N_("As it was written"), FieldKind.LONG_TEXT, required=True),
        Field(
            "paraphrase",
            N_("In other words"),
            FieldKind.LONG_TEXT,
            help=N_("What may be told of it without anybody being recognised."),
        ),
        choice_field("cause", N_("Cause of difficulty"), CAUSE_LABELS),
        status_field(
            {
                "unread": N_("to be read"),
                QUOTED: N_("may be quoted"),
                "reworded": N_("in other words only"),
                "withheld": N_("withheld"),
            }
        ),
        level_field(),
    ),
    title="text",
)

ANSWERED: Final = RecordType(
    "answered",
    N_("You said, we did"),
    N_("You said, we did"),
    (
        Field("said", N_("You said"), required=True, headings=("dit",)),
        Field("done", N_("We did"), FieldKind.LONG_TEXT, headings=("fait",)),
        date_field("done_on", N_("Done on")),
        reference("wave_id", N_("Wave"), "wave"),
        reference("question_id", N_("Question"), "question", shown=False),
        reference("item_id", N_("Action"), "backlog_item", shown=False),
        reference("decision_id", N_("Decision"), "decision", shown=False),
        difficulty_field(),
        level_field(),
    ),
    title="said",
    prefix="VD",
)
