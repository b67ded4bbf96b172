"""Where the window stands: remembered, and always on a screen that is there."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QByteArray, QRect, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

_GEOMETRY: Final = "window/geometry"
_STATE: Final = "window/state"
_FIRST_WIDTH: Final = 1440
_FIRST_HEIGHT: Final = 900
#: A strip of the title bar this long must be where the pointer can take it.
_GRIP: Final = 120


def clamped(window: QRect, screens: Sequence[QRect]) -> QRect:
    """Return `window` moved and shrunk so that it can be seen and moved on some screen.

    Args:
        window: Where the window was.
        screens: The free area of each screen, the main one first.
    """
    if not screens:
        return window
    home = max(screens, key=lambda screen: _area(screen.intersected(window)))
    if _area(home.intersected(window)) == 0:
        home = screens[0]
    width = min(window.width(), home.width())
    height = min(window.height(), home.height())
    seen = home.intersected(window)
    if seen.width() >= _GRIP and home.top() <= window.top() <= home.bottom() - _GRIP:
        left, top = window.left(), window.top()
    else:
        left = min(max(window.left(), home.left()), home.right() - width + 1)
        top = min(max(window.top(), home.top()), home.bottom() - height + 1)
    return QRect(left, top, width, height)


def restore(window: QMainWindow, settings: QSettings) -> None:
    """Put the window where it was, geometry before state, or in the middle of the screen."""
    geometry = settings.value(_GEOMETRY)
    if not (isinstance(geometry, QByteArray) and window.restoreGeometry(geometry)):
        window.setGeometry(_first_place())
    state = settings.value(_STATE)
    if isinstance(state, QByteArray):
        window.restoreState(state)
    keep_on_screen(window)


def remember(window: QMainWindow, settings: QSettings) -> None:
    """Keep where the window stands for the next time."""
    settings.setValue(_GEOMETRY, window.saveGeometry())
    settings.setValue(_STATE, window.saveState())


def keep_on_screen(window: QMainWindow) -> None:
    """Bring the window back when the projector it stood on is unplugged."""
    if window.isMaximized() or window.isFullScreen():
        return
    place = clamped(window.geometry(), _screens())
    if place != window.geometry():
        window.setGeometry(place)


def _first_place() -> QRect:
    screens = _screens()
    if not screens:
        return QRect(0, 0, _FIRST_WIDTH, _FIRST_HEIGHT)
    free = screens[0]
    width = min(_FIRST_WIDTH, round(free.width() * 0.94))
    height = min(_FIRST_HEIGHT, round(free.height() * 0.92))
    place = QRect(0, 0, width, height)
    place.moveCenter(free.center())
    return place


def _screens() -> list[QRect]:
    if not QGuiApplication.screens():
        return []
    main = QGuiApplication.primaryScreen()
    others = [screen for screen in QGuiApplication.screens() if screen is not main]
    return [screen.availableGeometry() for screen in (main, *others)]


def _area(rect: QRect) -> int:
    return 0 if rect.isEmpty() else rect.width() * rect.height()
