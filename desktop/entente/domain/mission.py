"""The mission: what a file is about."""

from collections.abc import Mapping
from typing import Final

from entente.domain.confidentiality import Level
from entente.domain.fields import choice_field, date_field, notes_field
from entente.domain.records import Field, FieldKind, RecordType
from entente.i18n import N_

#: What kind of mission a mediator is called for.
MISSION_LABELS: Final[Mapping[str, str]] = {
    "prevention": N_("prevention, from the start of a project"),
    "recovery": N_("project in difficulty"),
    "cooperation": N_("cooperation between organisations"),
    "change": N_("support of a change"),
    "team": N_("building a team"),
    "community": N_("rallying a community"),
}
#: Where the project stands.
PHASE_LABELS: Final[Mapping[str, str]] = {
    "upstream": N_("upstream"),
    "delivery": N_("delivery"),
    "downstream": N_("downstream"),
}
#: The part a mediator plays: seen by all, because impartiality rests on it.
HAT_LABELS: Final[Mapping[str, str]] = {
    "mediation": N_("mediation"),
    "adviser": N_("project owner's advice"),
    "facilitation": N_("facilitation"),
}

MISSION: Final = RecordType(
    "mission",
    N_("Mission"),
    N_("Missions"),
    (
        Field("name", N_("Name"), required=True),
        Field(
            "organisation",
            N_("Client organisation"),
            help=N_("The organisation in which the project runs."),
        ),
        Field(
            "project",
            N_("Project"),
            FieldKind.LONG_TEXT,
            help=N_("What the project is to deliver, in a sentence."),
        ),
        Field("mediator", N_("Mediator"), help=N_("Your name, as documents show it.")),
        Field("practice", N_("Practice"), help=N_("Name of your practice, for the documents.")),
        Field(
            "mediator_title",
            N_("Title of the mediator"),
            help=N_("Your function or training, as documents show it."),
        ),
        Field("contact", N_("Contact"), help=N_("Telephone or address, for the documents.")),
        Field(
            "charter",
            N_("Code of conduct"),
            help=N_("The code you have signed up to, named in the agreement to mediate."),
        ),
        Field("sponsor", N_("Sponsor"), help=N_("Who gives you the mission and signs with you.")),
        choice_field("kind", N_("Kind of mission"), MISSION_LABELS),
        Field("technical", N_("Technical project"), FieldKind.FLAG),
        Field("operational", N_("Operational project"), FieldKind.FLAG),
        Field("normative", N_("Project imposed by a rule"), FieldKind.FLAG),
        choice_field("phase", N_("Phase"), PHASE_LABELS),
        choice_field(
            "hat",
            N_("Working as"),
            HAT_LABELS,
            help=N_("The part you play today: people need to know it."),
        ),
        date_field("starts_on", N_("Start")),
        date_field("ends_on", N_("End")),
        Field("currency", N_("Currency"), help=N_("As it is written after an amount: €.")),
        Field(
            "risk_appetite",
            N_("Risk appetite"),
            FieldKind.INTEGER,
            minimum=1,
            maximum=25,
            help=N_("Above this score a risk has to be treated."),
        ),
        Field(
            "risk_tolerance",
            N_("Risk tolerance"),
            FieldKind.INTEGER,
            minimum=1,
            maximum=25,
            help=N_("Above this score a risk is told to the governing body."),
        ),
        Field(
            "sprint_days",
            N_("Working days in a sprint"),
            FieldKind.INTEGER,
            minimum=1,
            maximum=60,
            help=N_("Fifteen, three weeks, until told otherwise."),
        ),
        Field(
            "wip_limit",
            N_("Cards in progress at once"),
            FieldKind.INTEGER,
            minimum=1,
            maximum=99,
            help=N_("Beyond it the board says that too much is begun."),
        ),
        Field(
            "day_rate",
            N_("Daily rate"),
            FieldKind.NUMBER,
            minimum=0,
            maximum=100_000,
            fixed_level=Level.SPONSOR,
            help=N_("For the estimate; only the sponsor reads it."),
        ),
        Field(
            "alsace_moselle",
            N_("Holidays of Alsace-Moselle"),
            FieldKind.FLAG,
            help=N_("Good Friday and 26 December are off as well."),
        ),
        Field(
            "retention_months",
            N_("Months before erasing"),
            FieldKind.INTEGER,
            minimum=0,
            maximum=120,
            help=N_("How long after the end the file may be kept; the parties are told."),
        ),
        notes_field(fixed_level=Level.MEDIATOR, shown=True),
    ),
    title="name",
)
