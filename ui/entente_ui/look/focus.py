"""The ring around what has the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

_RING = "ring"


def show_focus_ring(app: QApplication) -> None:
    """Mark the widget that got the focus by key, for the style sheet to draw a ring around.

    A press of the mouse needs no ring: the pointer is already there.
    """
    if not app.property("rings"):
        app.setProperty("rings", True)
        app.focusChanged.connect(_on_focus_changed)


def _on_focus_changed(old: QWidget | None, now: QWidget | None) -> None:
    if old is not None:
        _set_ring(old, shown=False)
    if now is not None and QApplication.mouseButtons() == Qt.MouseButton.NoButton:
        _set_ring(now, shown=True)


def _set_ring(widget: QWidget, *, shown: bool) -> None:
    value = "true" if shown else None
    if widget.property(_RING) == value:
        return
    widget.setProperty(_RING, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
