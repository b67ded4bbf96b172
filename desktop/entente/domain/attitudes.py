"""Fauvet's map of partners: two energies towards one project, eight attitudes, a strategy each.

Synergy is energy for the project, antagonism energy for another one ("do nothing" is one);
both are judged by what somebody does, not by what they are thought to be.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

from entente.errors import InvalidValueError
from entente.i18n import N_

ENERGY_MIN: Final = 1
ENERGY_MAX: Final = 4
#: From this level on somebody acts; below, they think or say. The line of initiative lies
#: between the two.
INITIATIVE: Final = 3

_LEVELS: Final = tuple(range(ENERGY_MIN, ENERGY_MAX + 1))


class Attitude(StrEnum):
    """The eight attitudes, those that carry a project first."""

    GOLDEN = "golden"
    ENGAGED = "engaged"
    HESITANT = "hesitant"
    PASSIVE = "passive"
    GRUMBLER = "grumbler"
    OPPONENT = "opponent"
    IRRECONCILABLE = "irreconcilable"
    TORN = "torn"


@dataclass(frozen=True, slots=True)
class Advice:
    """What an attitude is called and what to do, in English; translated when shown.

    Attributes:
        name: The word of the method, for the mediator.
        neutral: The same for others to read: what can be observed, labelling nobody.
        strategy: What to do, in one sentence.
    """

    name: str
    neutral: str
    strategy: str


ADVICE: Final = MappingProxyType(
    {
        Attitude.GOLDEN: Advice(
            N_("golden triangle"),
            N_("supports and questions"),
            N_("Give them time and a part of the power: they are who the hesitant believe."),
        ),
        Attitude.ENGAGED: Advice(
            N_("engaged"),
            N_("supports fully"),
            N_("Support them, without putting them alone in front: alone they convince few."),
        ),
        Attitude.HESITANT: Advice(
            N_("hesitant"),
            N_("weighs for and against"),
            N_("Listen, adapt one or two points, and let allies convince them."),
        ),
        Attitude.PASSIVE: Advice(
            N_("passive"),
            N_("waits and sees"),
            N_("Give them a simple action and proof that it works."),
        ),
        Attitude.GRUMBLER: Advice(
            N_("grumbler"),
            N_("criticises aloud"),
            N_("Hear the signal: they say aloud what others think."),
        ),
        Attitude.OPPONENT: Advice(
            N_("opponent"),
            N_("defends another project"),
            N_("Negotiate what can be, and limit the rest."),
        ),
        Attitude.IRRECONCILABLE: Advice(
            N_("irreconcilable"),
            N_("holds to another project"),
            N_("Do not wear yourself out: contain, and keep the door open."),
        ),
        Attitude.TORN: Advice(
            N_("torn"),
            N_("bound on both sides"),
            N_("Ease the conflict of loyalties; talk in private."),
        ),
    }
)

SYNERGY_LEVELS: Final = (
    N_("at best avoids fault"),
    N_("takes part when asked"),
    N_("takes initiatives within the frame"),
    N_("takes initiatives and risks alone"),
)
ANTAGONISM_LEVELS: Final = (
    N_("has no view of their own"),
    N_("criticises, not the foundations"),
    N_("defends another project, still talks"),
    N_("defends another project to the end"),
)


@dataclass(frozen=True, slots=True)
class AttitudeMap:
    """How pairs of energies are read.

    Attributes:
        cells: The attitude of each synergy and antagonism.
        time: What one person of each attitude deserves of the mediator's time, relatively.
        allies, opponents: Who counts on either side.
    """

    cells: Mapping[tuple[int, int], Attitude]
    time: Mapping[Attitude, float]
    allies: frozenset[Attitude]
    opponents: frozenset[Attitude]

    def attitude(self, synergy: int, antagonism: int) -> Attitude:
        """Return how two energies, each from 1 to 4, are read.

        Raises:
            InvalidValueError: If one lies outside 1 to 4.
        """
        found = self.cells.get((synergy, antagonism))
        if found is None:
            raise InvalidValueError("synergy", (synergy, antagonism), "1 to 4")
        return found

    def recommended(self, counts: Mapping[Attitude, int]) -> Mapping[Attitude, float]:
        """Return the share of the mediator's time each attitude deserves, from 0.0 to 1.0.

        Args:
            counts: How many have each attitude; of none of them there is no share.
        """
        weights = {each: self.time[each] * count for each, count in counts.items() if count}
        whole = sum(weights.values())
        return {each: weight / whole for each, weight in weights.items()} if whole else {}


@dataclass(frozen=True, slots=True)
class Balance:
    """Allies against opponents.

    Attributes:
        allies, opponents: How many, or how much power they have.
    """

    allies: float
    opponents: float

    @property
    def ratio(self) -> float | None:
        """Allies for each opponent; None where there is no opponent."""
        return self.allies / self.opponents if self.opponents else None


def parse(document: Mapping[str, Any]) -> AttitudeMap:
    """Return the map a data file describes.

    Args:
        document: Its tables `map`, `time` and `sides`.

    Raises:
        InvalidValueError: If a cell or a weight is missing or not known.
    """
    return AttitudeMap(
        {
            (synergy, antagonism): _attitude(_cell(document["map"], synergy, antagonism))
            for synergy in _LEVELS
            for antagonism in _LEVELS
        },
        {each: _weight(document["time"], each) for each in Attitude},
        frozenset(map(_attitude, document["sides"]["allies"])),
        frozenset(map(_attitude, document["sides"]["opponents"])),
    )


def count(attitudes: Iterable[Attitude]) -> Mapping[Attitude, int]:
    """Return how many have each attitude, all eight of them, in their usual order."""
    found = Counter(attitudes)
    return {each: found[each] for each in Attitude}


def balance(chart: AttitudeMap, weighed: Iterable[tuple[Attitude, float]]) -> Balance:
    """Return how allies and opponents weigh against each other.

    Args:
        chart: Says who is either.
        weighed: The attitude and the weight of each person: 1 for heads, or their power.
    """
    known = list(weighed)
    return Balance(
        sum(weight for attitude, weight in known if attitude in chart.allies),
        sum(weight for attitude, weight in known if attitude in chart.opponents),
    )


def _cell(rows: Mapping[str, Sequence[str]], synergy: int, antagonism: int) -> str:
    row = rows.get(str(synergy), ())
    if len(row) != len(_LEVELS):
        raise InvalidValueError("map", f"{synergy}: {len(row)}", str(len(_LEVELS)))
    return row[antagonism - 1]


def _attitude(name: str) -> Attitude:
    try:
        return Attitude(name)
    except ValueError:
        raise InvalidValueError("attitude", name, ", ".join(Attitude)) from None


def _weight(weights: Mapping[str, float], attitude: Attitude) -> float:
    weight = weights.get(attitude.value, -1.0)
    if weight < 0:
        raise InvalidValueError("time", attitude.value, ">= 0")
    return float(weight)
