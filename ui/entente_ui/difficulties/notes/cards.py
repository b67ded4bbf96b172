"""What a model of cards offers to who paints them."""

from typing import Protocol, TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

from entente.services.notes import Note
from entente_ui.difficulties.notes.shape import Shape
from entente_ui.difficulties.notes.telling import Telling

Index: TypeAlias = QModelIndex | QPersistentModelIndex


class Cards(Protocol):
    """Notes, how they are told and how their texts are broken.

    Attributes:
        shape: Where everything stands on a card.
        telling: Names for what notes hold as keys.
        wanted: Keys of the notes that are looked for; None while nothing is.
        tied: Keys of the notes tied to the one that is chosen.
    """

    shape: Shape
    telling: Telling
    wanted: frozenset[str] | None
    tied: frozenset[str]

    def note(self, index: Index) -> Note:
        """Return the note behind an index that has one."""

    def text(self, note: Note) -> str:
        """Return the text of a note, or what stands for it while it is covered."""

    def is_covered(self, note: Note) -> bool:
        """Return whether the text of a note is covered."""

    def lines(self, note: Note) -> list[str]:
        """Return the text of a note as it is painted on its card."""
