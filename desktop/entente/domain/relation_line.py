"""How the line of a relation runs: the same on the screen, on paper and in what is sent on.

Thickness and pattern alone tell the qualities apart, so a black-and-white printer keeps them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class RelationLine:
    """How a line runs.

    Attributes:
        width: In points.
        dash: Lengths of stroke and gap in points; empty where the line is solid.
    """

    width: float
    dash: tuple[float, ...] = ()


#: By quality; None where nobody has judged it.
RELATION_LINES: Final[Mapping[int | None, RelationLine]] = MappingProxyType(
    {
        2: RelationLine(2.6),
        1: RelationLine(1.2),
        0: RelationLine(1.2, (1.2, 2.4)),
        -1: RelationLine(1.2, (5.0, 3.0)),
        -2: RelationLine(2.6, (8.0, 3.5)),
        None: RelationLine(0.6),
    }
)
