"""What cards say: answered by who knows what they stand for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from PySide6.QtGui import QColor


class Keyed(Protocol):
    """Something that can stand on a card."""

    @property
    def id(self) -> str:
        """Its key."""


C = TypeVar("C", bound=Keyed)
_C_contra = TypeVar("_C_contra", bound=Keyed, contravariant=True)


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign at the bottom right of a card, and the words beside it."""

    icon: str
    words: str
    role: str = "muted"


@dataclass(frozen=True, slots=True)
class Face:
    """What is painted around the text of a card.

    Attributes:
        edge: Colour of its left edge.
        kind: Strong words its head begins with, and the role of their colour.
        heads: What may follow these, from the longest on: the first that fits is painted.
        aside: Words at the right of its head, in the colour of the edge if there is no other.
        is_struck: Whether its text is struck through.
        foot: Words at the bottom left.
        marks: Signs at the bottom right, from the right.
    """

    edge: QColor
    kind: str = ""
    kind_role: str = "text"
    heads: Sequence[str] = ()
    aside: str = ""
    aside_ink: QColor | None = None
    is_struck: bool = False
    foot: str = ""
    marks: Sequence[Mark] = ()


class Faces(Protocol[_C_contra]):
    """Tells the cards of one kind. Asked while they are painted, so colours are those of now."""

    def text(self, card: _C_contra) -> str:
        """Return the text of a card, or what stands for it while it is covered."""

    def aloud(self, card: _C_contra) -> str:
        """Return everything a card shows, as it is read aloud."""

    def face(self, card: _C_contra) -> Face:
        """Return what is painted around the text of a card."""

    def writing(self) -> str:
        """Return what the text of a card is called while it is written over."""

    def has_foot(self, card: _C_contra) -> bool:  # noqa: ARG002  # others look at the card
        """Return whether there is anything below the text of a card."""
        return False

    def is_covered(self, card: _C_contra) -> bool:  # noqa: ARG002  # likewise
        """Return whether the text of a card is not to be seen."""
        return False
