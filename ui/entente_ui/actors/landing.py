"""Actors dropped on the grid from a list beside it or from the register."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from entente_ui.actors.mime import actors_in

if TYPE_CHECKING:
    from entente_ui.actors.grid_view import GridView


class Landing:
    """Shows where a drop would land, and takes it."""

    def __init__(self, view: "GridView") -> None:
        self._view = view

    def enter(self, event: QDragEnterEvent) -> None:
        """Take actors, and leave everything else to whoever is behind."""
        takes = not self._view.is_locked and not self._view.board.lens.draws_ties
        if takes and actors_in(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def move(self, event: QDragMoveEvent) -> None:
        """Light the cell under the pointer and say what it means."""
        if not actors_in(event.mimeData()):
            event.ignore()
            return
        view = self._view
        at = event.position().toPoint()
        point = view.mapToScene(at)
        score = view.board.frame.score(point.x(), point.y())
        view.zooming.push(at)
        view.board.hand.aim([score])
        view.board.hand.chip.say(view.told_of(actors_in(event.mimeData()), score))
        view.board.hand.chip.stand_beside(point, view.board.visible)
        view.aimed.emit(score)
        event.acceptProposedAction()

    def leave(self) -> None:
        """Put the light out."""
        view = self._view
        view.zooming.push(None)
        view.board.hand.aim(())
        view.board.hand.chip.say(())
        view.aimed.emit(None)

    def drop(self, event: QDropEvent) -> None:
        """Take what is dropped."""
        self.leave()
        view = self._view
        keys = actors_in(event.mimeData())
        if not keys:
            event.ignore()
            return
        point = view.mapToScene(event.position().toPoint())
        score = view.board.frame.score(point.x(), point.y())
        view.board.expect(keys, point)
        event.acceptProposedAction()
        # Whoever dragged them waits until the drop has been answered.
        QTimer.singleShot(0, view, lambda: view.dropped.emit(keys, score))
