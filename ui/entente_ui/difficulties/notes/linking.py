"""Tying a note to another by choosing both."""

from collections.abc import Callable

from entente.services.notes import Note
from entente_ui.difficulties.notes.deeds import Deeds


class Linking:
    """Remembers which note is being tied until the other is chosen.

    Attributes:
        key: Of the note that is being tied, or empty.
    """

    def __init__(
        self, current: Callable[[], Note | None], deeds: Deeds, changed: Callable[[], object]
    ) -> None:
        """Make it.

        Args:
            current: The note the cursor is on.
            deeds: What writes the tie.
            changed: Called when a note begins or ceases to be tied.
        """
        self.key = ""
        self._current = current
        self._deeds = deeds
        self._changed = changed

    def begin(self) -> None:
        """Begin with the note the cursor is on."""
        note = self._current()
        if note is not None:
            self.key = note.id
            self._changed()

    def finish(self) -> None:
        """Tie it to the note the cursor is on now."""
        note, key = self._current(), self.key
        self.leave()
        if note is not None and key:
            self._deeds.tie(key, [note.id])

    def leave(self) -> None:
        """Tie nothing after all."""
        if self.key:
            self.key = ""
            self._changed()

    def click(self, key: str) -> None:
        """Take a click on a card for the answer, if one is waited for."""
        if self.key and key != self.key:
            self.finish()
