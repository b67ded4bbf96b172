"""What is dragged over a drawing, passed on to whoever takes it."""

from typing import Protocol

from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent


class Landing(Protocol):
    """Says what may be dropped, shows where it would land, and takes it."""

    def enter(self, event: QDragEnterEvent) -> None:
        """Accept what may be dropped here, ignore the rest."""

    def move(self, event: QDragMoveEvent) -> None:
        """Show where it would land."""

    def leave(self) -> None:
        """Forget what was dragged over."""

    def drop(self, event: QDropEvent) -> None:
        """Take what came down."""


class TakesDrops:
    """Stands before the widget among the bases of a drawing that takes drops.

    Attributes:
        landing: Who takes them.
    """

    landing: Landing

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Ask whether it may be dropped here."""
        self.landing.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Ask to show where it would land."""
        self.landing.move(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Tell that it has gone."""
        del event
        self.landing.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand it over."""
        self.landing.drop(event)
