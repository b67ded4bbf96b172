"""What the view and each of its parts know of each other."""

import datetime as dt
from typing import ClassVar

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.store.journal import ChangeSet
from entente_ui.actors.view import ActorsView
from entente_ui.pane import Context


class Part(ActorsView):
    """One of the lists of things to do. It reads the mission anew when it is looked at.

    Signals:
        part_wanted: Emitted with the name of another part to go to, and a line to begin with.
    """

    part_wanted = Signal(str, str)

    #: Names of the tables it shows something of; a step that touches none changes nothing.
    tables: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.on: dt.date | None = None
        self._is_stale = True
        self._reading = QTimer(self, singleShot=True, interval=0)
        self._reading.timeout.connect(self._read_if_seen)
        context.document.changed.connect(self._on_changed)
        context.document.viewer_changed.connect(self._on_viewer)

    def refresh(self) -> None:
        """Read the mission and show it."""
        raise NotImplementedError

    @override
    def show_as_of(self, day: dt.date | None) -> None:
        if day != self.on:
            self.on = day
            self._expire()

    @property
    def is_past(self) -> bool:
        """Whether a day gone by is shown, which nobody edits."""
        return self.on is not None

    @Slot(object)
    def _on_changed(self, change_set: ChangeSet) -> None:
        if self.tables & change_set.tables:
            self._expire()

    @Slot()
    def _on_viewer(self) -> None:
        """Show at once what others may see: they must not catch a glimpse of the rest."""
        self._is_stale = True
        self._read_if_seen()

    @Slot()
    def _expire(self) -> None:
        self._is_stale = True
        self._reading.start()

    def read_now(self) -> None:
        """Read the mission if something changed, though nobody looks yet."""
        if self._is_stale:
            self._is_stale = False
            self.refresh()
            self.status_changed.emit(self.status)

    @Slot()
    def _read_if_seen(self) -> None:
        if self.isVisible():
            self.read_now()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read_if_seen()
