"""Sessions of mediation: who comes, what is on the agenda, how long each has spoken."""

from enum import StrEnum
from typing import Final

from entente.domain.confidentiality import Level
from entente.domain.fields import (
    date_field,
    difficulty_field,
    first_choice_field,
    kind_field,
    notes_field,
    place_field,
    status_field,
    title_field,
)
from entente.domain.interaction import MINUTES_MAX, hat_field
from entente.domain.records import Field, FieldKind, RecordType, level_field, part_of
from entente.i18n import N_

SECONDS_MAX: Final = 86_400


class SessionStatus(StrEnum):
    """Whether a session took place."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


SESSION_LABELS: Final = {
    SessionStatus.PLANNED: N_("planned"),
    SessionStatus.HELD: N_("held"),
    SessionStatus.CANCELLED: N_("cancelled"),
}


class Presence(StrEnum):
    """Whether somebody came."""

    INVITED = "invited"
    PRESENT = "present"
    ABSENT = "absent"
    EXCUSED = "excused"


PRESENCE_LABELS: Final = {
    Presence.INVITED: N_("invited"),
    Presence.PRESENT: N_("present"),
    Presence.ABSENT: N_("absent"),
    Presence.EXCUSED: N_("excused"),
}
#: Somebody with one of these was expected and did not come.
AWAY: Final = frozenset({Presence.ABSENT, Presence.EXCUSED})

MEDIATION_SESSION: Final = RecordType(
    "mediation_session",
    N_("Session"),
    N_("Sessions"),
    (
        title_field(headings=("titre", "objet")),
        difficulty_field(shown=True),
        kind_field(
            {
                "individual": N_("individual"),
                "plenary": N_("plenary"),
                "caucus": N_("caucus"),
            },
            default="plenary",
        ),
        date_field("held_on", N_("Date"), headings=("date", "jour")),
        Field("starts_at", N_("Start time"), headings=("heure",), help=N_("14:00, for example.")),
        Field(
            "minutes",
            N_("Minutes"),
            FieldKind.INTEGER,
            minimum=0,
            maximum=MINUTES_MAX,
            headings=("durée", "duration"),
        ),
        Field("place", N_("Venue"), headings=("lieu", "place")),
        status_field(SESSION_LABELS),
        hat_field(),
        Field(
            "outcome",
            N_("What came out"),
            FieldKind.LONG_TEXT,
            shown=False,
            level_field="outcome_level",
            help=N_("For the minutes: what was agreed and what comes next, no caucus content."),
        ),
        level_field("outcome_level", N_("Who reads what came out")),
        notes_field(fixed_level=Level.MEDIATOR),
        level_field(),
    ),
    title="title",
    prefix="M",
)

AGENDA_ITEM: Final = RecordType(
    "agenda_item",
    N_("Item on the agenda"),
    N_("Agenda"),
    (
        part_of("session_id", N_("Session"), "mediation_session"),
        place_field(required=True),
        Field("text", N_("Item"), required=True),
        Field("minutes", N_("Minutes"), FieldKind.INTEGER, minimum=0, maximum=MINUTES_MAX),
        Field("done", N_("Done"), FieldKind.FLAG, default=False),
        level_field(),
    ),
    title="text",
)

ATTENDANCE: Final = RecordType(
    "attendance",
    N_("Attendance"),
    N_("Attendance"),
    (
        part_of("session_id", N_("Session"), "mediation_session"),
        part_of("actor_id", N_("Actor"), "actor"),
        first_choice_field("presence", N_("Presence"), PRESENCE_LABELS),
        Field(
            "spoken",
            N_("Seconds spoken"),
            FieldKind.INTEGER,
            minimum=0,
            maximum=SECONDS_MAX,
            default=0,
            fixed_level=Level.MEDIATOR,
            help=N_("How long this person has spoken; it leaves no document."),
        ),
        level_field(),
    ),
    title="actor_id",
    unique=("session_id", "actor_id"),
)
