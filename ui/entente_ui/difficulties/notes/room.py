"""Pages of which one is seen, in whatever room there is."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from entente_ui.look.theme import theme


class Room(QStackedWidget):
    """Takes the room there is; pages that are not seen ask for none.

    Args:
        height: The least height, in px at 100 %.
    """

    def __init__(self, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = height
        theme().changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), theme().px(self._least))

    @override
    def hasHeightForWidth(self) -> bool:
        return False
