"""The names on the grid, as wide as they are in the size in use."""

from PySide6.QtGui import QFontMetricsF

from entente.domain.placement import Size
from entente_ui.actors.data import Person
from entente_ui.actors.naming import Lines, writings
from entente_ui.look.theme import theme

#: Px at 100 % that no line of a name exceeds.
_WIDEST = 128
_PAD = 4


class Labels:
    """Works out once how each name can be written.

    Attributes:
        shown: Whether names are written at all.
    """

    def __init__(self) -> None:
        self.shown = True
        self._ways: dict[tuple[str, float], tuple[Lines, ...]] = {}

    def forget(self) -> None:
        """Begin anew, for another size of the interface or other names."""
        self._ways = {}

    def ways(self, person: Person, widest: float = 0) -> tuple[Lines, ...]:
        """Return how a name can be written, the fullest way first.

        Args:
            person: Whose name.
            widest: Px no line exceeds; by default what suits the open grid.
        """
        limit = widest or theme().px(_WIDEST)
        if (person.name, limit) not in self._ways:
            measure = QFontMetricsF(theme().font("small")).horizontalAdvance
            self._ways[person.name, limit] = writings(person.name, measure, limit)
        return self._ways[person.name, limit]

    def sizes(self, person: Person) -> tuple[Size, ...]:
        """Return the sizes of those ways; none where names are not shown."""
        return tuple(map(self.size, self.ways(person))) if self.shown else ()

    @staticmethod
    def size(lines: Lines) -> Size:
        """Return what lines fill."""
        metrics = QFontMetricsF(theme().font("small"))
        width = max(metrics.horizontalAdvance(line) for line in lines)
        return width + theme().px(_PAD), metrics.height() * len(lines)
