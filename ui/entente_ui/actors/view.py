"""What the actors pane and each of its views know of each other."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from entente_ui.pane import Context


class ActorsView(QWidget):
    """One way to look at the actors: a register, a lens, the map, an analysis.

    Signals:
        selected: Emitted with a `Selection` or None when the user selects others.
        status_changed: Emitted with a short text for the status bar.
        view_wanted: Emitted with the name of another view to go to, and a key or "".
    """

    selected = Signal(object)
    status_changed = Signal(str)
    view_wanted = Signal(str, str)

    #: Name in settings and in `views.VIEWS`.
    name: ClassVar[str] = ""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context

    @property
    def status(self) -> str:
        """What the status bar says of this view."""
        return ""

    def offered(self) -> Sequence[QAction]:
        """Return the actions the command palette offers while this view is open."""
        return ()

    def add_record(self) -> bool:
        """Begin a new record; say whether this view has a kind of its own."""
        return False

    def reveal(self, record_type: str, key: str) -> bool:
        """Select a record and bring it into view; say whether it is shown here."""
        del record_type, key
        return False

    def focus_filter(self) -> None:
        """Put the cursor into the filter."""

    def print_out(self) -> None:
        """Open the print preview."""

    def zoom(self, steps: int) -> None:
        """Zoom a drawing in or out by steps, or back to fit with 0."""

    def show_as_of(self, day: dt.date | None) -> None:
        """Show the mission as it stood on a day, None for now; the past is not edited."""

    def state(self) -> Mapping[str, Any]:
        """Return what brings this view back; keys and names of choices, no mission text."""
        return {}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Come back to a state that `state` gave."""
