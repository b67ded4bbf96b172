"""Which risks a review goes through, and where it is. No Qt."""

from collections.abc import Sequence

from entente.services.risk_edits import due_first
from entente.services.risks import RiskView


class Queue:
    """The order is that of the beginning: an answer moves nothing under the eyes of a room.

    Attributes:
        keys: The risks, in order.
        place: Where the review is.
    """

    def __init__(self) -> None:
        self.keys: list[str] = []
        self.place = 0

    @property
    def current(self) -> str:
        """Key of the risk that is looked at, empty where there is none."""
        return self.keys[self.place] if self.keys else ""

    @property
    def is_first(self) -> bool:
        """Whether none comes before."""
        return self.place == 0

    @property
    def is_last(self) -> bool:
        """Whether none comes after."""
        return self.place >= len(self.keys) - 1

    def begin(self, views: Sequence[RiskView], first: str = "") -> None:
        """Begin with these: overdue ones first.

        Args:
            views: The risks the viewer may see.
            first: Key of the one to begin with, wherever it stands.
        """
        self.keys = [view.id for view in due_first(views)]
        self.place = 0
        if first:
            self.go(first)

    def keep(self, views: Sequence[RiskView]) -> None:
        """Leave out what the viewer sees no longer; add what is new at the end.

        What has occurred or been closed meanwhile stays: it was answered in this review.
        """
        seen = {view.id for view in views}
        before, gone = self.current, set(self.keys) - seen
        kept = [key for key in self.keys if key not in gone]
        known = set(kept)
        new = [view.id for view in due_first(views) if view.id not in known]
        lost = sum(key in gone for key in self.keys[: self.place])
        self.keys = [*kept, *new]
        self.place = min(max(0, self.place - lost), max(0, len(self.keys) - 1))
        if before in self.keys:
            self.place = self.keys.index(before)

    def go(self, key: str) -> None:
        """Go to a risk; one that is not among them is put here."""
        if key not in self.keys:
            self.keys.insert(self.place, key)
        self.place = self.keys.index(key)

    def step(self, by: int) -> bool:
        """Go on or back; say whether there was somewhere to go."""
        place = min(max(0, self.place + by), max(0, len(self.keys) - 1))
        moved, self.place = place != self.place, place
        return moved
