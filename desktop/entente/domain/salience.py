"""Salience after Mitchell, Agle and Wood: who must be heard, by three attributes."""

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from entente.domain.actor import HIGH, SCALE_STEP
from entente.i18n import N_

#: What power becomes when somebody is moved out of the circle of power.
BELOW: Final = HIGH - SCALE_STEP


class Salience(StrEnum):
    """The seven classes, the most salient first, and none."""

    DEFINITIVE = "definitive"
    DOMINANT = "dominant"
    DANGEROUS = "dangerous"
    DEPENDENT = "dependent"
    DORMANT = "dormant"
    DISCRETIONARY = "discretionary"
    DEMANDING = "demanding"
    NONE = "none"


#: The words of the method, for the mediator.
LABELS: Final = MappingProxyType(
    {
        Salience.DEFINITIVE: N_("definitive"),
        Salience.DOMINANT: N_("dominant"),
        Salience.DANGEROUS: N_("dangerous"),
        Salience.DEPENDENT: N_("dependent"),
        Salience.DORMANT: N_("dormant"),
        Salience.DISCRETIONARY: N_("discretionary"),
        Salience.DEMANDING: N_("demanding"),
        Salience.NONE: N_("outside"),
    }
)
#: What may be read by those it is about.
NEUTRAL_LABELS: Final = MappingProxyType(
    {
        Salience.DEFINITIVE: N_("has authority"),
        Salience.DOMINANT: N_("weight and say"),
        Salience.DANGEROUS: N_("strong leverage"),
        Salience.DEPENDENT: N_("needs a relay"),
        Salience.DORMANT: N_("could weigh in"),
        Salience.DISCRETIONARY: N_("has a say"),
        Salience.DEMANDING: N_("has an urgent request"),
        Salience.NONE: N_("out of scope"),
    }
)


@dataclass(frozen=True, slots=True, order=True)
class Attributes:
    """What somebody has: weight, an accepted say, a demand that cannot wait."""

    power: bool = False
    legitimacy: bool = False
    urgency: bool = False

    @property
    def salience(self) -> Salience:
        """The class they make."""
        return _CLASSES[self]

    def __len__(self) -> int:
        """How many of the three."""
        return self.power + self.legitimacy + self.urgency


_CLASSES: Final = MappingProxyType(
    {
        Attributes(True, True, True): Salience.DEFINITIVE,
        Attributes(True, True, False): Salience.DOMINANT,
        Attributes(True, False, True): Salience.DANGEROUS,
        Attributes(False, True, True): Salience.DEPENDENT,
        Attributes(True, False, False): Salience.DORMANT,
        Attributes(False, True, False): Salience.DISCRETIONARY,
        Attributes(False, False, True): Salience.DEMANDING,
        Attributes(False, False, False): Salience.NONE,
    }
)
_ATTRIBUTES: Final = MappingProxyType({name: found for found, name in _CLASSES.items()})


def attributes_of(salience: Salience) -> Attributes:
    """Return what makes a class."""
    return _ATTRIBUTES[salience]


def attributes(
    power: float | None, legitimacy: bool | None, urgency: bool | None
) -> Attributes | None:
    """Return the attributes a rating gives; None where say and urgency were never judged.

    Power of `HIGH` and above counts as the attribute.
    """
    if legitimacy is None and urgency is None:
        return None
    return Attributes((power or 0.0) >= HIGH, bool(legitimacy), bool(urgency))


def power_for(wanted: bool, power: float | None) -> float:
    """Return the power that puts somebody inside the circle of power, or outside.

    What is inside already stays as it is; so does what is outside.
    """
    if power is not None and (power >= HIGH) is wanted:
        return power
    return HIGH if wanted else BELOW
