"""The heat scale on paper: lightness only falls, so that a photocopy keeps the levels apart."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class HeatStep:
    """One step of the scale and the colour of what is written on it."""

    fill: str
    ink: str


#: From mild to severe. The fourth is paler than on the screen: once photocopied, dark words on
#: it still stand out.
HEAT: Final = (
    HeatStep("#FFFFD4", "#11181C"),
    HeatStep("#FED98E", "#11181C"),
    HeatStep("#FE9929", "#11181C"),
    HeatStep("#EC7014", "#11181C"),
    HeatStep("#993404", "#FFFFFF"),
)
#: Around the palest, which would be lost on white.
EDGE: Final = "#8A8272"


def step_of(place: int, count: int) -> int:
    """Return the step of a level by its place among so many: the highest is the darkest."""
    return round(place * (len(HEAT) - 1) / (count - 1)) if count > 1 else 0
