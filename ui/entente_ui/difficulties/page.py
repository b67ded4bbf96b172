"""What the workspace of a difficulty and each of its pages know of each other."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from entente.services.difficulties import Overview
from entente_ui.pane import Context


class DifficultyPage(QWidget):
    """One side of one difficulty: an overview, its parties, its notes, its way out.

    A page reads for itself, through `context.document`, when it is told which difficulty to
    show and again when something it shows has changed; never while it is out of sight.

    Signals:
        page_wanted: Emitted with the name of another page to go to, and a key or "".
        status_changed: Emitted with a short text for the status bar.
    """

    page_wanted = Signal(str, str)
    status_changed = Signal(str)

    #: Name in settings and in `pages.PAGES`.
    name: ClassVar[str] = ""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context

    def show_difficulty(self, key: str) -> None:
        """Show a difficulty, or what has changed in it; what is being typed stays."""
        raise NotImplementedError

    def focus_on(self, record_type: str, key: str) -> None:
        """Bring a part of the difficulty into view and put the cursor there."""
        del record_type, key

    def answer(self, question: str) -> None:
        """Put the cursor where a question of Fiutak's wheel is answered, if it is here."""
        del question

    def offered(self) -> Sequence[QAction]:
        """Return the actions the command palette offers while this page is open."""
        return ()

    def print_out(self) -> bool:
        """Open the print preview; say whether this page has something of its own to print."""
        return False

    def take_actors(self, keys: Sequence[str]) -> bool:
        """Take actors that were dropped; say whether this page knows what to do with them."""
        del keys
        return False

    def state(self) -> Mapping[str, Any]:
        """Return what brings this page back; keys and names of choices, no mission text."""
        return {}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Come back to a state that `state` gave."""


class HeadTool(QWidget):
    """Something small beside the title of a difficulty: a menu, a state, a button."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context

    def show_overview(self, overview: Overview) -> None:
        """Show a difficulty, or what changed at its head."""
        raise NotImplementedError

    def offered(self) -> Sequence[QAction]:
        """Return the actions the command palette offers while a difficulty is open."""
        return ()
