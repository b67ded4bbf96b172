"""What floats over the map: the invitation while it is empty, the whole of it in small."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from entente_ui.actors.map.beside import MiniMap
from entente_ui.look.theme import theme


class Corners(QObject):
    """Keeps what floats in its place."""

    def __init__(
        self,
        canvas: QWidget,
        invitation: QWidget,
        minimap: MiniMap,
        is_wanted: Callable[[], bool],
    ) -> None:
        """Take care of what floats.

        Args:
            canvas: Below it.
            invitation: In the middle.
            minimap: In the lower right corner.
            is_wanted: Whether somebody wants to see the small map.
        """
        super().__init__(canvas)
        self._canvas = canvas
        self._invitation = invitation
        self._minimap = minimap
        self._is_wanted = is_wanted
        theme().changed.connect(self.settle)

    def settle(self) -> None:
        """Put the invitation into the middle and the small map into its corner."""
        size = self._canvas.size()
        self._invitation.resize(self._invitation.sizeHint().boundedTo(size))
        place = self._invitation.rect()
        place.moveCenter(self._canvas.rect().center())
        self._invitation.move(place.topLeft())
        minimap, room = self._minimap, theme().px(10)
        minimap.adjustSize()
        minimap.setVisible(self._is_wanted() and minimap.is_needed)
        minimap.move(size.width() - minimap.width() - room, size.height() - minimap.height() - room)
