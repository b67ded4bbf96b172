"""Common causes: what people rally around, whatever their side."""

from typing import Final

from entente.domain.fields import actor_field
from entente.domain.records import Field, RecordType, level_field, part_of
from entente.i18n import N_

COMMON_CAUSE: Final = RecordType(
    "common_cause",
    N_("Common cause"),
    N_("Common causes"),
    (
        Field(
            "statement",
            N_("Statement"),
            required=True,
            headings=("cause", "name", "nom", "énoncé"),
            help=N_("What people want together, in one sentence of theirs."),
        ),
        Field("horizon", N_("Horizon"), help=N_("When it should be felt.")),
        actor_field("champion_id", N_("Champion"), help=N_("Who carries it before the others.")),
        level_field(),
    ),
    title="statement",
    prefix="C",
)

SUPPORTER: Final = RecordType(
    "supporter",
    N_("Supporter"),
    N_("Supporters"),
    (
        part_of("cause_id", N_("Common cause"), "common_cause"),
        part_of("actor_id", N_("Actor"), "actor"),
        level_field(),
    ),
    title="actor_id",
)
