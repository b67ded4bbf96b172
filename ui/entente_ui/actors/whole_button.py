"""The way back from a part of the grid to all of it."""

from PySide6.QtWidgets import QWidget

from entente.i18n import _
from entente_ui import formats
from entente_ui.actors.grid_view import GridView
from entente_ui.kit import SecondaryButton


class WholeButton(SecondaryButton):
    """Says how far one has zoomed in, and leads back; not there while all is in view."""

    def __init__(self, view: GridView, parent: QWidget) -> None:
        super().__init__(
            "",
            view.zooming.reset,
            parent,
            icon_name="arrows-maximize",
            tip=_("Show the whole grid"),
        )
        self._view = view
        view.zooming.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        scale = formats.percent(self._view.zooming.scale)
        self.setText(scale)
        self.setAccessibleName(_("Show the whole grid") + f" ({scale})")
        self.setVisible(self._view.zooming.scale > 1.0)
