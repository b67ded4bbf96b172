"""What took place between the mediator and the actors: calls, meetings, a coffee."""

from typing import Final

from entente.domain.fields import choice_field, date_field, difficulty_field, notes_field, reference
from entente.domain.mission import HAT_LABELS
from entente.domain.records import Field, FieldKind, RecordType, level_field, part_of
from entente.i18n import N_

MINUTES_MAX: Final = 1440


def hat_field() -> Field:
    """Return the field that says in which part the mediator acts."""
    return choice_field(
        "hat",
        N_("Acting as"),
        HAT_LABELS,
        shown=False,
        help=N_("The part you play in this act: the parties need to know it."),
    )


INTERACTION: Final = RecordType(
    "interaction",
    N_("Interaction"),
    N_("Interactions"),
    (
        Field("subject", N_("Subject"), required=True, headings=("objet", "sujet", "title")),
        date_field("held_on", N_("Date"), required=True, headings=("date", "jour")),
        choice_field(
            "kind",
            N_("Kind"),
            {
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
        difficulty_field(),
        reference("group_id", N_("Working group"), "working_group", shown=False),
        reference("guide_id", N_("Interview guide"), "interview_guide", shown=False),
        reference("item_id", N_("Action"), "backlog_item", shown=False),
        hat_field(),
        notes_field(headings=("compte rendu", "minutes of"), shown=True),
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
