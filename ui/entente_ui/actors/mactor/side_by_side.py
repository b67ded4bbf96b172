"""A page with a drawing and what is said of it: beside it, or below where it is narrow."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QWidget
from typing_extensions import override

from entente_ui.actors.mactor.known import Page
from entente_ui.kit import spaced
from entente_ui.look.theme import theme

_SIDE: Final = 320
#: Px at 100 % of width up to which the one stands below the other.
_NARROW: Final = 600
_LEAST: Final = QSize(280, 260)
_UNLIMITED: Final = 16_777_215


class SideBySide(Page):
    """Puts a drawing and a column of words where there is room for them."""

    _across: QBoxLayout | None = None
    _side: QScrollArea | None = None

    def put(self, drawing: QWidget, side: QScrollArea) -> None:
        """Show these two."""
        self._across = spaced(QBoxLayout(QBoxLayout.Direction.LeftToRight, self), 0, 16)
        self._across.addWidget(drawing, 2)
        self._across.addWidget(side, 1)
        self._side = side
        theme().changed.connect(self._arrange)
        self._arrange()

    @override
    def minimumSizeHint(self) -> QSize:
        # Not that of the two side by side, or it would never become narrow.
        return QSize(theme().px(_LEAST.width()), theme().px(_LEAST.height()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if self._across is None or self._side is None:
            return
        narrow = self.width() < theme().px(_NARROW)
        way = QBoxLayout.Direction
        self._across.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        width = theme().px(_SIDE)
        self._side.setMinimumWidth(0 if narrow else width)
        self._side.setMaximumWidth(_UNLIMITED if narrow else width)
