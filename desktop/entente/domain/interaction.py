"""What took place between the mediator and the actors: calls, meetings, a coffee."""

from typing import Final

from entente.domain.records import Field, FieldKind, RecordType, level_field, part_of
from entente.i18n import N_

MINUTES_MAX: Final = 1440

#: The part a mediator plays in an act: seen by all, because impartiality rests on it.
HAT_LABELS: Final = {
    "mediation": N_("mediation"),
    "adviser": N_("project owner's advice"),
    "facilitation": N_("facilitation"),
}


def hat_field() -> Field:
    """Return the field that says in which part the mediator acts."""
    return Field(
        "hat",
        N_("Acting as"),
        FieldKind.CHOICE,
        choices=HAT_LABELS,
        shown=False,
        help=N_("The part you play in this act: the parties need to know it."),
    )


INTERACTION: Final = RecordType(
    "interaction",
    N_("Interaction"),
    N_("Interactions"),
    (
        Field("subject", N_("Subject"), required=True, headings=("objet", "sujet", "title")),
        Field("held_on", N_("Date"), FieldKind.DATE, required=True, headings=("date", "jour")),
        Field(
            "kind",
            N_("Kind"),
            FieldKind.CHOICE,
            choices={
                "call": N_("call"),
                "meeting": N_("meeting"),
                "interview": N_("interview"),
                "workshop": N_("workshop"),
                "coffee": N_("coffee"),
                "message": N_("message"),
            },
            headings=("type", "nature"),
        ),
        Field(
            "minutes",
            N_("Minutes"),
            FieldKind.INTEGER,
            minimum=0,
            maximum=MINUTES_MAX,
            headings=("durée", "duration"),
            help=N_("How long it took, for the time given to each."),
        ),
        Field(
            "difficulty_id",
            N_("Difficulty"),
            FieldKind.REFERENCE,
            target="difficulty",
            shown=False,
        ),
        hat_field(),
        Field("notes", N_("Notes"), FieldKind.LONG_TEXT, headings=("compte rendu", "minutes of")),
        level_field(),
    ),
    title="subject",
    prefix="I",
)

PRESENCE: Final = RecordType(
    "presence",
    N_("Presence"),
    N_("Presences"),
    (
        part_of("interaction_id", N_("Interaction"), "interaction"),
        part_of("actor_id", N_("Actor"), "actor"),
    ),
    title="actor_id",
)
