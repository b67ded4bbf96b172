"""A button that is pressed while a command is on."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from entente_ui.kit import IconButton


class SwitchButton(IconButton):
    """Turns a command on and off, and follows it wherever else it is turned."""

    def __init__(self, icon_name: str, action: QAction, parent: QWidget) -> None:
        super().__init__(icon_name, action.text(), None, parent, checkable=True)
        self.setChecked(action.isChecked())
        self.toggled.connect(action.setChecked)
        action.toggled.connect(self.setChecked)
