"""Who is to stand on a drawn sheet, and where everything goes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from entente.domain.labelling import Label
from entente.domain.placement import Point, Size
from entente_ui.actors.frame import Score


@dataclass(frozen=True, slots=True)
class Stand:
    """Somebody to be placed.

    Attributes:
        key: Key of the actor.
        score: The position.
        sizes: Sizes of the name, in full and shortened; none if it is not shown.
    """

    key: str
    score: Score
    sizes: tuple[Size, ...] = ()


@dataclass(frozen=True, slots=True)
class Crowd:
    """Those who share a position too small for them, or neighbouring ones, shown as one.

    Attributes:
        score: The position most of them have; no two crowds have the same.
    """

    score: Score
    keys: tuple[str, ...]
    point: Point


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Where everything goes.

    Attributes:
        radius: Of a token.
        points: Centre of each token that stands alone, by key of the actor.
        crowds: The others.
        labels: Place of each name that found one, by key of the actor.
    """

    radius: float
    points: Mapping[str, Point] = field(default_factory=dict)
    crowds: tuple[Crowd, ...] = ()
    labels: Mapping[str, Label] = field(default_factory=dict)
