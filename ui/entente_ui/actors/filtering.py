"""Who stands out on the grid: those of some camps whose name or role holds some words."""

from dataclasses import dataclass

from entente.domain.actor import Camp
from entente_ui.actors.data import Person


@dataclass(frozen=True, slots=True)
class GridFilter:
    """What is looked for.

    Attributes:
        words: Folded words that must all occur; none admits everybody.
        camps: Camps that are admitted; none admits all.
    """

    words: tuple[str, ...] = ()
    camps: frozenset[Camp | None] = frozenset()

    def __bool__(self) -> bool:
        """Whether anything is looked for."""
        return bool(self.words or self.camps)

    def admits(self, person: Person) -> bool:
        """Return whether somebody stands out."""
        if self.camps and person.token.camp not in self.camps:
            return False
        return all(word in person.haystack for word in self.words)
