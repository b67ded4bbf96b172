"""Menus with round corners."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from entente_ui.kit.label import without_mnemonic


class Menu(QMenu):
    """A menu; its title may hold anything a person wrote."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(without_mnemonic(title), parent)
        self.setProperty("rounded", "true")
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setToolTipsVisible(True)
