"""What a pane and each of its views know of each other."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QTimer, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.store.journal import ChangeSet
from entente_ui.pane import Context, Selection


class PaneView(QWidget):
    """One way to look at what a pane is about: a register, a drawing, an analysis.

    Signals:
        selected: Emitted with a `Selection` or None when the user selects others.
        status_changed: Emitted with a short text for the status bar.
        view_wanted: Emitted with the name of another view to go to and what it is to show,
            as its `show_wanted` understands it.
    """

    selected = Signal(object)
    status_changed = Signal(str)
    view_wanted = Signal(str, object)

    #: Name in settings and states, and among the views of the pane.
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
        """Begin a new record; say whether this view has a place for one."""
        return False

    def reveal(self, record_type: str, key: str) -> bool:
        """Select a record and bring it into view; say whether it is shown here."""
        del record_type, key
        return False

    def show_wanted(self, wanted: object) -> None:
        """Show what another view asked for with `view_wanted`."""

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


class ReadingView(PaneView):
    """A view that reads the mission anew when it is looked at after something changed."""

    #: Names of the tables it shows something of; a step that touches none changes nothing.
    tables: ClassVar[frozenset[str]] = frozenset()
    #: Ms after a change before it is read, as several often come together; None for at once.
    pause: ClassVar[int | None] = None

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._is_stale = True
        self._reading = QTimer(self, singleShot=True, interval=self.pause or 0)
        self._reading.timeout.connect(self._read_if_seen)
        context.document.changed.connect(self._on_changed)
        context.document.viewer_changed.connect(self._on_viewer)

    def refresh(self) -> None:
        """Read the mission and show it."""
        raise NotImplementedError

    def read_now(self) -> None:
        """Read the mission if something changed since, though nobody looks yet."""
        if self._is_stale:
            self._is_stale = False
            self.refresh()
            self.status_changed.emit(self.status)

    @Slot()
    def expire(self) -> None:
        """Take note that what is shown no longer holds."""
        self._is_stale = True
        if self.pause is None:
            self._read_if_seen()
        else:
            self._reading.start()

    @Slot(object)
    def _on_changed(self, change_set: ChangeSet) -> None:
        if self.tables & change_set.tables:
            self.expire()

    @Slot()
    def _on_viewer(self) -> None:
        """Show at once what others may see: they must not catch a glimpse of the rest."""
        self._is_stale = True
        self._read_if_seen()

    @Slot()
    def _read_if_seen(self) -> None:
        if self.isVisible():
            self.read_now()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read_if_seen()


class Hearing:
    """Passes on what the one of several views says that one is at.

    What is selected in each is remembered for when one comes back to it.
    """

    def __init__(
        self, selected: SignalInstance, status_changed: SignalInstance, current: Callable[[], str]
    ) -> None:
        """Hear nobody yet.

        Args:
            selected: The signal that passes on what is selected.
            status_changed: The signal that passes on words for the status bar.
            current: Tells the name of the view one is at.
        """
        self._selected = selected
        self._status_changed = status_changed
        self._current = current
        self._selections: dict[str, Selection | None] = {}

    def hear(self, name: str, selected: SignalInstance, status_changed: SignalInstance) -> None:
        """Listen to a view from now on, given its name and its signals."""
        selected.connect(lambda chosen: self._on_selected(name, chosen))
        status_changed.connect(lambda text: self._on_status(name, text))

    def turn_to(self, name: str, status: str) -> None:
        """Tell how things stand in a view one has come to."""
        self._on_status(name, status)
        self._selected.emit(self._selections.get(name))

    def selection(self, name: str) -> Selection | None:
        """Return what is selected in a view."""
        return self._selections.get(name)

    def _on_selected(self, name: str, chosen: Selection | None) -> None:
        self._selections[name] = chosen
        if name == self._current():
            self._selected.emit(chosen)

    def _on_status(self, name: str, text: str) -> None:
        if name == self._current():
            self._status_changed.emit(text)
