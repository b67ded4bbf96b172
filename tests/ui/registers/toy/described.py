"""A forty-first kind of record. This page is all that it takes.

Loaded as a plugin before anything of the store, so that the catalogue has it from the start,
as it would had somebody added it there.
"""

from types import MappingProxyType

from entente.domain import catalogue
from entente.domain.records import Field, FieldKind, RecordType, level_field

WORKSHOP = RecordType(
    "workshop",
    "Workshop",
    "Workshops",
    (
        Field("title", "Title", required=True, headings=("intitulé",)),
        Field("held_on", "Held on", FieldKind.DATE),
        Field("format", "Format", FieldKind.CHOICE, choices={"room": "in a room", "call": "call"}),
        Field("seats", "Seats", FieldKind.INTEGER, minimum=1, maximum=200),
        Field("paid", "Paid", FieldKind.FLAG),
        Field("themes", "Themes", FieldKind.TAGS),
        Field("host_id", "Host", FieldKind.REFERENCE, target="actor"),
        Field("difficulty_id", "Difficulty", FieldKind.REFERENCE, target="difficulty", owned=True),
        Field("mood", "Mood", FieldKind.NUMBER, minimum=0, maximum=10, step=0.5, dated=True),
        Field("minutes", "Minutes", FieldKind.LONG_TEXT, level_field="minutes_level"),
        level_field("minutes_level", "Who reads the minutes"),
        level_field(),
    ),
    title="title",
    prefix="W",
    rating_help="What showed this mood?",
)

catalogue.RECORD_TYPES = MappingProxyType(  # type: ignore[misc]  # final for everybody else
    {**catalogue.RECORD_TYPES, WORKSHOP.name: WORKSHOP}
)
