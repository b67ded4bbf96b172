"""The five factors of a cooperation that holds.

Source: the ANAP's experience reports on cooperation between health and care bodies around shared
information systems: strategic backing, how people within see it, a common trigger, competences of
the same order, securing oneself (risk plan and convention).
"""

from collections.abc import Mapping
from typing import Final

from entente.domain.records import Field, FieldKind
from entente.i18n import N_

FACTOR_MAX: Final = 4
MATURITY_MIN: Final = 1
MATURITY_MAX: Final = 5

#: Name of the field of an organisation to label: risks when weak, and questions of a survey.
FACTOR_LABELS: Final[Mapping[str, str]] = {
    "sponsorship": N_("strong strategic sponsorship"),
    "perception": N_("positive perception inside"),
    "trigger": N_("common trigger"),
    "competence": N_("equivalent level of competence"),
    "security": N_("commitment made safe"),
}
_HELP: Final[Mapping[str, str]] = {
    "sponsorship": N_("From 0 to 4: sponsor named, means, time, a schedule that fits."),
    "perception": N_("From 0 to 4: the need is seen, professionals take part, fears are answered."),
    "trigger": N_("From 0 to 4: an event all accept as the reason to act together."),
    "competence": N_("From 0 to 4: IT and project experience of the same order as the others'."),
    "security": N_("From 0 to 4: risks managed together, a convention that says who does what."),
}
MATURITY_LABELS: Final[Mapping[str, str]] = {
    "maturity": N_("IT maturity"),
    "project_maturity": N_("Project maturity"),
    "change_maturity": N_("Change maturity"),
}


def factor_fields() -> tuple[Field, ...]:
    """Return the five factors, each a dated score from 0 to 4 with its evidence."""
    return tuple(
        Field(
            name,
            label,
            FieldKind.INTEGER,
            minimum=0,
            maximum=FACTOR_MAX,
            dated=True,
            shown=False,
            help=_HELP[name],
        )
        for name, label in FACTOR_LABELS.items()
    )


def maturity_fields() -> tuple[Field, ...]:
    """Return the three maturities, from 1 (beginning) to 5 (mastered)."""
    return tuple(
        Field(
            name,
            label,
            FieldKind.INTEGER,
            minimum=MATURITY_MIN,
            maximum=MATURITY_MAX,
            shown=name == "maturity",
            help=N_("From 1 (beginning) to 5 (mastered)."),
        )
        for name, label in MATURITY_LABELS.items()
    )
