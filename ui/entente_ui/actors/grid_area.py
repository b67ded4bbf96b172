"""The grid between its two scales."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from entente_ui.actors.grid_view import GridView
from entente_ui.actors.ruler import Ruler
from entente_ui.actors.whole_button import WholeButton
from entente_ui.kit import spaced


class GridArea(QWidget):
    """The drawing with its scales, and the way back when one has zoomed in.

    Attributes:
        view: The drawing.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = GridView(self)
        rows = spaced(QGridLayout(self), 0, 0)
        self._upright = Ruler(self.view, Qt.Orientation.Vertical, self)
        self._lying = Ruler(self.view, Qt.Orientation.Horizontal, self)
        rows.addWidget(self._upright, 0, 0)
        rows.addWidget(self.view, 0, 1)
        rows.addWidget(self._lying, 1, 1)
        corner = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        rows.addWidget(WholeButton(self.view, self), 0, 1, corner)

    def follow_lens(self) -> None:
        """Show the scales of the lens in use."""
        self._upright.follow()
        self._lying.follow()
