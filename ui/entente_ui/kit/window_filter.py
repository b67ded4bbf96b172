"""Seeing what comes into the windows of the program before it goes to a widget."""

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QWidget


class WindowFilter(QObject):
    """A filter on each window that was ever at work, and not on their widgets.

    What is done by hand comes in there. One on the application would be asked of each event of
    each widget, layouts and pictures too: that took a sixth of the time to open a view.
    """

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        for window in app.topLevelWindows():
            window.installEventFilter(self)
        app.focusWindowChanged.connect(self._listen)

    @Slot("QWindow*")
    def _listen(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)


def widget_at(window: QObject, point: QPoint) -> QWidget | None:
    """Return the innermost widget at a point of a window, None if it is not one of widgets."""
    for top in QApplication.topLevelWidgets():
        if top.windowHandle() is window:
            return top.childAt(point) or top
    return None
