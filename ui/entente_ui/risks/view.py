"""What the risks pane and each of its views know of each other."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.store.journal import ChangeSet
from entente_ui.pane import Context


class RisksView(QWidget):
    """One way to look at the risks. It reads the mission anew when it is looked at.

    Signals:
        selected: Emitted with a `Selection` or None when the user selects others.
        status_changed: Emitted with a short text for the status bar.
        view_wanted: Emitted with the name of another view to go to and what it is to show,
            as its `show_wanted` understands it.
        sets_wanted: Emitted when risks of a starter set are to be added.
    """

    selected = Signal(object)
    status_changed = Signal(str)
    view_wanted = Signal(str, object)
    sets_wanted = Signal()

    #: Name in settings and in `views.VIEWS`.
    name: ClassVar[str] = ""
    #: Names of the tables it shows something of.
    tables: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._is_stale = True
        context.document.changed.connect(self._on_changed)
        context.document.viewer_changed.connect(self.expire)

    @property
    def status(self) -> str:
        """What the status bar says of this view."""
        return ""

    def refresh(self) -> None:
        """Read the mission and show it."""

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

    def state(self) -> Mapping[str, Any]:
        """Return what brings this view back; keys and names of choices, no mission text."""
        return {}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Come back to a state that `state` gave."""

    def read_now(self) -> None:
        """Read the mission if something changed since."""
        if self._is_stale:
            self._is_stale = False
            self.refresh()
            self.status_changed.emit(self.status)

    @Slot()
    def expire(self) -> None:
        """Take note that what is shown no longer holds."""
        self._is_stale = True
        if self.isVisible():
            self.read_now()

    @Slot(object)
    def _on_changed(self, change_set: ChangeSet) -> None:
        if self.tables & change_set.tables:
            self.expire()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.read_now()
