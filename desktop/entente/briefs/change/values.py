"""What the paper on a change holds beside its records: figures, and no words."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from entente.briefs.told import Told
from entente.services.icap import IcapWave


@dataclass(frozen=True, slots=True)
class Figure:
    """What an indicator says.

    Attributes:
        value: What it said last; None while it said nothing.
        day: When.
        progress: How much of the way to its target is gone; None where there is none.
    """

    value: float | None
    day: dt.date | None
    progress: float | None


@dataclass(frozen=True, slots=True)
class Taken:
    """How a tool is taken up, by the key of its last count."""

    half_on: dt.date | None
    middle: dt.date | None


@dataclass(frozen=True, slots=True)
class Change(Told):
    """How far a change has come, for one reader.

    Attributes:
        figures: By the key of the indicator.
        waves: Those that asked about the four axes, without their names.
        taken: By the key of the last count of a tool and group.
    """

    figures: Mapping[str, Figure] = field(default_factory=dict)
    waves: tuple[IcapWave, ...] = ()
    taken: Mapping[str, Taken] = field(default_factory=dict)
