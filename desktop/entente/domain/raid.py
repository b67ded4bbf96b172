"""What else a register of risks holds: assumptions, issues and dependencies."""

from typing import Final

from entente.domain.fields import (
    actor_field,
    date_field,
    difficulty_field,
    first_choice_field,
    kind_field,
    notes_field,
    risk_field,
)
from entente.domain.records import Field, RecordType, level_field
from entente.i18n import N_

RAID_ITEM: Final = RecordType(
    "raid_item",
    N_("Assumption, issue or dependency"),
    N_("Assumptions, issues and dependencies"),
    (
        Field("text", N_("Wording"), required=True, headings=("libellé", "énoncé", "name")),
        kind_field(
            {
                "assumption": N_("assumption"),
                "issue": N_("issue"),
                "dependency": N_("dependency"),
            },
            headings=("type",),
        ),
        first_choice_field(
            "state",
            N_("State"),
            {
                "open": N_("open"),
                "confirmed": N_("confirmed"),
                "refuted": N_("refuted"),
                "closed": N_("dealt with"),
            },
            headings=("état", "statut"),
        ),
        actor_field("owner_id", N_("Owner")),
        date_field("due_on", N_("To be checked by"), headings=("échéance",)),
        Field(
            "depends_on",
            N_("Depends on"),
            shown=False,
            help=N_("Whom or what it waits for."),
        ),
        risk_field(),
        difficulty_field(),
        notes_field(),
        level_field(),
    ),
    title="text",
    prefix="H",
    digits=2,
)
