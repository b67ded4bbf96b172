"""What a window showed before something floated over it."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtGui import QBackingStore, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QWidget

#: Where what a window shows lies in one picture that stays from one time to the next.
_LASTING: Final = frozenset({"offscreen", "xcb", "windows"})


def picture_of(host: QWidget) -> QImage | None:
    """Return what `host` shows on its window, without painting it anew.

    Returns:
        None where the system keeps no such picture, or nothing was shown yet.
    """
    window = host.window()
    store: QBackingStore | None = window.backingStore()  # none before it is first shown
    if store is None or QGuiApplication.platformName() not in _LASTING or not host.isVisible():
        return None
    # What changed since the last frame is painted now, and nothing else.
    QApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))
    shown = store.paintDevice()
    if not isinstance(shown, QImage):
        return None
    ratio = shown.devicePixelRatio()
    corner = host.mapTo(window, QPoint())
    area = QRect(
        round(corner.x() * ratio),
        round(corner.y() * ratio),
        round(host.width() * ratio),
        round(host.height() * ratio),
    )
    return shown.copy(area) if shown.rect().contains(area) else None
