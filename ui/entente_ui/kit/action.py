"""Commands of a view, for its menus, its keys and the palette."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from entente_ui.look.icons import icon


def make_action(
    owner: QObject,
    text: str,
    on_trigger: Callable[[], object],
    icon_name: str = "",
    keys: str = "",
) -> QAction:
    """Return a command; its keys count only while the widget it is added to has the focus."""
    action = QAction(text.replace("&", "&&"), owner)
    if icon_name:
        action.setIcon(icon(icon_name))
    if keys:
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(lambda _on=False: on_trigger())
    return action


def make_switch(
    owner: QObject, text: str, on_toggle: Callable[[bool], object], icon_name: str
) -> QAction:
    """Return a command that is on or off."""
    action = QAction(text, owner)
    action.setIcon(icon(icon_name))
    action.setCheckable(True)
    action.toggled.connect(on_toggle)
    return action
