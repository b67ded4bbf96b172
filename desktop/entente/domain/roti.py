"""What people say their time was worth, from 1, time lost, to 5."""

from dataclasses import dataclass

from entente.domain.review import ROTI_MAX


@dataclass(frozen=True, slots=True)
class Roti:
    """How many people gave each mark.

    Attributes:
        counts: Of the marks from 1 to 5.
    """

    counts: tuple[int, ...] = (0,) * ROTI_MAX

    @property
    def people(self) -> int:
        """How many answered."""
        return sum(self.counts)

    @property
    def mean(self) -> float | None:
        """From 1.0 to 5.0; None while nobody answered."""
        if not self.people:
            return None
        return sum(mark * count for mark, count in enumerate(self.counts, 1)) / self.people

    def changed(self, mark: int, by: int) -> "Roti":
        """Return the same with more of a mark, or fewer; there are never fewer than none."""
        counts = list(self.counts)
        counts[mark - 1] = max(0, counts[mark - 1] + by)
        return Roti(tuple(counts))
