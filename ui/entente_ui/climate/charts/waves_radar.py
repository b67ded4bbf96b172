"""The items of two waves laid over each other."""

from typing import Final

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.radar import Spoke
from entente.i18n import _
from entente_ui.charts.overlay import OverlayRadar
from entente_ui.formats import decimal

_HEIGHT: Final = 430
#: From 1 to 5.
_RINGS: Final = 4


class WavesRadar(OverlayRadar):
    """The wave looked at, filled, over another one; below each name what it was and is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Two waves"), parent, height=_HEIGHT, rings=_RINGS)

    @override
    def figure(self, spoke: Spoke) -> str:
        place = self.spokes.index(spoke)
        values = [shape.values[place] for shape in reversed(self.shapes)]
        return " → ".join("–" if value is None else decimal(value) for value in values)
