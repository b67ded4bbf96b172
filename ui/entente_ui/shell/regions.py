"""Moving the focus from one region of the window to the next with one key."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def move_focus(regions: Sequence[QWidget], step: int) -> None:
    """Give the focus to the next region that can have it.

    Args:
        regions: The regions of the window in reading order.
        step: 1 forwards, −1 backwards.
    """
    shown = [region for region in regions if region.isVisible()]
    if not shown:
        return
    focus = QApplication.focusWidget()
    here = next((i for i, region in enumerate(shown) if _holds(region, focus)), -1)
    start = here if here >= 0 or step > 0 else 0
    for distance in range(1, len(shown) + 1):
        if _enter(shown[(start + step * distance) % len(shown)]):
            return


def _enter(region: QWidget) -> bool:
    """Focus where the region had it last, or its first widget that takes it."""
    last: QWidget | None = region.focusWidget()
    for widget in (last, *region.findChildren(QWidget)):
        if widget is None:
            continue
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and widget.isVisible() and widget.isEnabled() and region.isAncestorOf(widget):
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
    return False


def _holds(region: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (region is widget or region.isAncestorOf(widget))
