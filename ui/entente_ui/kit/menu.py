"""Menus with round corners, where the desktop can draw them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from entente_ui.kit.label import without_mnemonic


class Menu(QMenu):
    """A menu; its title may hold anything a person wrote."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(without_mnemonic(title), parent)
        if QGuiApplication.platformName() != "xcb":
            # Without a compositor, which only X11 may lack, clear corners would be black.
            self.setProperty("rounded", "true")
            self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
            self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setToolTipsVisible(True)
