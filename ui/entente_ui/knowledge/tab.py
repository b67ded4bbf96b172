"""What the pane and each of its tabs know of each other."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.store.journal import ChangeSet
from entente_ui.pane import Context


class KnowledgeTab(QWidget):
    """One of the lists. It reads the mission anew when it is looked at.

    Signals:
        selected: Emitted with a `Selection` or None when the user selects others.
        status_changed: Emitted with a short text for the status bar.
    """

    selected = Signal(object)
    status_changed = Signal(str)

    #: Name in states.
    name: ClassVar[str] = ""
    #: Names of the tables it shows something of.
    tables: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._is_stale = True
        context.document.changed.connect(self._on_changed)
        context.document.viewer_changed.connect(self._expire)

    @property
    def status(self) -> str:
        """What the status bar says."""
        return ""

    def refresh(self) -> None:
        """Read the mission and show it."""
        raise NotImplementedError

    def offered(self) -> Sequence[QAction]:
        """Return the actions the command palette offers here."""
        return ()

    def add_record(self) -> None:
        """Begin a new record."""

    def reveal(self, key: str) -> None:
        """Select a record and bring it into view."""

    def focus_filter(self) -> None:
        """Put the cursor into the filter."""

    def print_out(self) -> None:
        """Go to the document made of this list."""

    def state(self) -> Mapping[str, Any]:
        """Return what brings this tab back; keys alone."""
        return {}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Come back to a state that `state` gave."""

    @Slot(object)
    def _on_changed(self, change_set: ChangeSet) -> None:
        if self.tables & change_set.tables:
            self._expire()

    @Slot()
    def _expire(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self.read_now()

    def read_now(self) -> None:
        """Read the mission if something changed, though nobody looks yet."""
        if self._is_stale:
            self._is_stale = False
            self.refresh()
            self.status_changed.emit(self.status)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.read_now()
