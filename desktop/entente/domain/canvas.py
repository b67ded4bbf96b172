"""Named views of the map: who is seen, where they were placed, what was written beside."""

from enum import StrEnum
from typing import Final

from entente.domain.fields import actor_field, first_choice_field
from entente.domain.records import Field, FieldKind, RecordType, level_field, part_of
from entente.i18n import N_

#: Steps from the actor in focus beyond which nobody asks.
STEPS_MAX: Final = 6


#: Px at 100 % from the middle of a view within which everything stands.
REACH: Final = 100_000


def _box() -> tuple[Field, ...]:
    """Return where something stands, by its middle, and how large it is."""
    return (
        _length("x", N_("Across"), -REACH),
        _length("y", N_("Down"), -REACH),
        _length("width", N_("Width"), 0),
        _length("height", N_("Height"), 0),
    )


def _length(name: str, label: str, minimum: int) -> Field:
    return Field(name, label, FieldKind.INTEGER, minimum=minimum, maximum=REACH)


class NoteShape(StrEnum):
    """How a text stands on the map."""

    NOTE = "note"
    FRAME = "frame"


MAP_VIEW: Final = RecordType(
    "map_view",
    N_("View of the map"),
    N_("Views of the map"),
    (
        Field("name", N_("Name"), required=True, headings=("nom", "vue")),
        Field(
            "filters",
            N_("Filters"),
            FieldKind.TAGS,
            shown=False,
            help=N_("What is shown, as word:value pairs."),
        ),
        actor_field("focus_id", N_("In focus")),
        Field(
            "steps",
            N_("Steps from the focus"),
            FieldKind.INTEGER,
            minimum=0,
            maximum=STEPS_MAX,
        ),
        level_field(),
    ),
    title="name",
)

#: Where an actor or an organisation stands in a view, in px at 100 % from the view's middle.
MAP_PLACE: Final = RecordType(
    "map_place",
    N_("Place on the map"),
    N_("Places on the map"),
    (
        part_of("view_id", N_("View of the map"), "map_view"),
        Field("actor_id", N_("Actor"), FieldKind.REFERENCE, target="actor", owned=True),
        Field(
            "organisation_id",
            N_("Organisation"),
            FieldKind.REFERENCE,
            target="organisation",
            owned=True,
        ),
        *_box(),
        Field("pinned", N_("Pinned"), FieldKind.FLAG),
        Field("hidden", N_("Hidden"), FieldKind.FLAG),
    ),
    title="actor_id",
    inner=True,
)

MAP_NOTE: Final = RecordType(
    "map_note",
    N_("Note on the map"),
    N_("Notes on the map"),
    (
        part_of("view_id", N_("View of the map"), "map_view"),
        Field("text", N_("Text"), FieldKind.LONG_TEXT),
        first_choice_field(
            "shape", N_("Shape"), {NoteShape.NOTE: N_("note"), NoteShape.FRAME: N_("frame")}
        ),
        *_box(),
        level_field(),
    ),
    title="text",
    inner=True,
)
