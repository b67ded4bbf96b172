"""The way from a drawing or a board into the inspector."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from entente_ui.registers.inspector import Inspector


def focus_inspector(window: QWidget) -> bool:
    """Put the keyboard into the first field of the inspector; say whether there is one."""
    inspector = window.findChild(Inspector)
    if inspector is None or not inspector.isVisible():
        return False
    for widget in inspector.findChildren(QWidget):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and widget.isVisible() and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
    return False
