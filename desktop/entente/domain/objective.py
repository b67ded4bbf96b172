"""What MACTOR asks: objectives, where each actor stands on them, who can weigh on whom."""

from types import MappingProxyType
from typing import Final

from entente.domain.fields import notes_field
from entente.domain.records import Field, FieldKind, RecordType, level_field, part_of
from entente.i18n import N_

#: What an actor can put at stake for another, from 0 to 4 (Godet's ladder of the MID).
INFLUENCE_LABELS: Final = (
    N_("nothing"),
    N_("daily workings"),
    N_("projects"),
    N_("missions"),
    N_("existence"),
)
STRENGTH_MAX: Final = len(INFLUENCE_LABELS) - 1

OBJECTIVE: Final = RecordType(
    "objective",
    N_("Objective"),
    N_("Objectives"),
    (
        Field(
            "name",
            N_("Objective"),
            required=True,
            headings=("name", "nom", "label", "enjeu", "stake"),
            help=N_("What some want and others may not, said without taking sides."),
        ),
        notes_field(),
        level_field(),
    ),
    title="name",
    prefix="O",
)

INFLUENCE: Final = RecordType(
    "influence",
    N_("Direct influence"),
    N_("Direct influences"),
    (
        part_of("from_id", N_("From"), "actor"),
        part_of("to_id", N_("To"), "actor"),
        Field(
            "strength",
            N_("Influence"),
            FieldKind.INTEGER,
            minimum=0,
            maximum=STRENGTH_MAX,
            dated=True,
            help=N_("What the first could call into question for the second, from 0 to 4."),
        ),
        level_field(),
    ),
    title="from_id",
    rating_help=N_("What was seen or heard that shows this influence?"),
)

STANCE: Final = RecordType(
    "stance",
    N_("Stance"),
    N_("Stances"),
    (
        part_of("actor_id", N_("Actor"), "actor"),
        part_of("objective_id", N_("Objective"), "objective"),
        Field(
            "weight",
            N_("Stance"),
            FieldKind.INTEGER,
            minimum=-STRENGTH_MAX,
            maximum=STRENGTH_MAX,
            dated=True,
            help=N_("From −4 (opposed to the last) to +4 (for it to the last); 0 indifferent."),
        ),
        level_field(),
    ),
    title="actor_id",
    rating_help=N_("What was seen or heard that shows this stance?"),
)

#: Kinds by what they hold, for whoever handles all of MACTOR.
MACTOR: Final = MappingProxyType({kind.name: kind for kind in (OBJECTIVE, INFLUENCE, STANCE)})
