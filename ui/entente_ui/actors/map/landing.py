"""What is dragged onto the map from elsewhere."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from entente_ui.actors.mime import actors_in

if TYPE_CHECKING:
    from entente_ui.actors.map.canvas import Canvas


class Landing:
    """Takes actors that are dropped on the map, and nothing else."""

    def __init__(self, canvas: "Canvas") -> None:
        self._canvas = canvas

    def enter(self, event: QDragEnterEvent) -> None:
        """Take actors, and leave everything else to whoever is behind."""
        self.move(event)

    def move(self, event: QDragMoveEvent) -> None:
        """Say whether what is dragged may be dropped here."""
        if self._canvas.writable and actors_in(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def leave(self) -> None:
        """Forget what was dragged over the map."""
        self._canvas.update()

    def drop(self, event: QDropEvent) -> None:
        """Hand over what came down."""
        keys = actors_in(event.mimeData())
        if not keys or not self._canvas.writable:
            event.ignore()
            return
        event.acceptProposedAction()
        self._canvas.dropped.emit(keys, self._canvas.camera.to_map(event.position()))
