"""What was said in caucus stays covered until it is asked for."""

from PySide6.QtCore import QObject, Signal

from entente.domain.confidentiality import Level
from entente.services.notes import Note


class Veil(QObject):
    """Covers caucus notes: all of them, or all but the one that is looked at.

    Attributes:
        pointed: Key of the note the pointer is on, or empty.

    Signals:
        changed: Emitted when other notes are covered than before.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_lifted = False
        self._peeked = ""
        self.pointed = ""

    @property
    def is_lifted(self) -> bool:
        """Whether nothing is covered."""
        return self._is_lifted

    @property
    def peeked(self) -> str:
        """Key of the one note that is looked at, or empty."""
        return self._peeked

    def hides(self, note: Note) -> bool:
        """Return whether the text of a note is not to be seen, heard or copied."""
        return note.level == Level.CAUCUS and not self._is_lifted and note.id != self._peeked

    def lift(self, on: bool) -> None:
        """Uncover everything, or cover it again."""
        if on != self._is_lifted:
            self._is_lifted = on
            self.changed.emit()

    def peek(self, key: str) -> None:
        """Uncover one note for as long as somebody asks, none with an empty key."""
        if key != self._peeked:
            self._peeked = key
            self.changed.emit()

    def drop(self) -> None:
        """Cover everything."""
        if self._is_lifted or self._peeked:
            self._is_lifted, self._peeked = False, ""
            self.changed.emit()
