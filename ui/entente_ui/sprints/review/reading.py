"""What a review is read from; cards keep their place and stay the same objects."""

from collections.abc import Sequence
from typing import Final

from entente.domain.review import REVIEW_NOTE, TENSION
from entente.domain.sprint import SPRINT
from entente.services import reviews
from entente.services.reviews import Review, Said, What
from entente_ui.document import Document
from entente_ui.sprints.review.words import entry_words

_OWN: Final = {REVIEW_NOTE.name: REVIEW_NOTE, TENSION.name: TENSION}
#: What changes while people speak and vote.
_HEARD: Final = frozenset(_OWN)


class Reader:
    """Reads the mission.

    Attributes:
        wanted: Key of the sprint to look back on; the one whose review is due if empty.
        found: What was read.
        said: Its cards, in the order they stand in.
        sprints: Key and name of every sprint, the latest first.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self.wanted = ""
        self.found = Review()
        self.said: Sequence[Said] = ()
        self.sprints: Sequence[tuple[str, str]] = ()
        self._viewer = document.viewer
        self._is_whole = True
        #: Where each card stood when one came: votes given meanwhile do not move it.
        self._order: dict[tuple[str, str], int] = {}

    def take_note(self, tables: frozenset[str]) -> None:
        """Take note that something changed, given the names of its tables."""
        self._is_whole = self._is_whole or not tables <= _HEARD

    def read(self) -> None:
        """Read what no longer holds: after a vote the words and tensions alone."""
        viewer, wanted, found = self._document.viewer, self.wanted, self.found
        is_whole = self._is_whole or viewer != self._viewer
        self._is_whole, self._viewer = False, viewer
        if not is_whole:
            self.found = self._document.read(lambda s: reviews.heard_again(s, found, viewer))
            self.said = self._ordered(self.found.said)
            return
        self.found = self._document.read(lambda s: reviews.review(s, wanted, viewer))
        self.said = self._ordered(self.found.said)
        rows = self._document.table(SPRINT).dicts()
        rows.sort(key=lambda row: row["starts_on"], reverse=True)
        self.sprints = [(row["id"], entry_words(row)) for row in rows]

    def turn_to(self, key: str) -> None:
        """Look back on another sprint from the next reading on."""
        self.wanted, self._is_whole = key, True
        self.forget_order()

    def forget_order(self) -> None:
        """Let the most wanted stand above again."""
        self._order.clear()

    def of(self, keys: Sequence[str]) -> list[Said]:
        """Return cards by what they are known by."""
        wanted = set(keys)
        return [each for each in self.said if each.id in wanted]

    def sprint_of(self, record_type: str, key: str) -> str | None:
        """Return the sprint a note or a tension was raised at, None if there is no such."""
        kind = _OWN.get(record_type)
        rows = self._document.table(kind).dicts() if kind is not None else []
        return next((row["sprint_id"] or "" for row in rows if row["id"] == key), None)

    def _ordered(self, said: Sequence[Said]) -> Sequence[Said]:
        """Return cards where they stood, new ones at the end; unchanged ones as they were."""
        before = {each.id: each for each in self.said}
        order, last = self._order, len(self._order)
        kept = [before[each.id] if before.get(each.id) == each else each for each in said]
        # Advice stays below what was decided.
        kept.sort(key=lambda each: (each.what is What.ADVICE, order.get(_place(each), last)))
        for each in kept:
            order.setdefault(_place(each), len(order))
        return kept


def _place(said: Said) -> tuple[str, str]:
    """Return what a card is known by in its column: in another one it stands last."""
    return said.column, said.id
