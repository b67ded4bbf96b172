"""What the pages of MACTOR show, and what a page is."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from entente.domain.mactor import Analysis
from entente.domain.sensitivity import Swing
from entente.services.mactor import Forces
from entente_ui.pane import Context


@dataclass(frozen=True)
class Known:
    """The balance of forces on a day, and what follows from it.

    Attributes:
        forces: The answers.
        can_edit: Whether they may be changed: not while others look, nor in the past.
    """

    forces: Forces
    can_edit: bool

    @cached_property
    def analysis(self) -> Analysis:
        """What follows from the answers."""
        return self.forces.analyse()

    @cached_property
    def names(self) -> dict[str, str]:
        """Names of actors and objectives by key."""
        people = {each.key: each.name for each in self.forces.participants}
        return people | {each.key: each.name for each in self.forces.aims}

    @property
    def count(self) -> int:
        """How many actors take part."""
        return len(self.forces.participants)


class Page(QWidget):
    """One page of MACTOR.

    Signals:
        picked: Emitted with the key of an actor the user selected.
        page_wanted: Emitted with the name of another page to go to.
        participants_wanted: Emitted when the user wants to choose who takes part.
    """

    picked = Signal(str)
    page_wanted = Signal(str)
    participants_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context

    def show_known(self, known: Known) -> None:
        """Show what is known."""
        raise NotImplementedError

    def show_swings(self, swings: Sequence[Swing]) -> None:
        """Show which single answers decide an order, once that has been worked out."""
