"""Notices that the computer goes to sleep or that its screen is locked."""

import sys
import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractNativeEventFilter

#: Every so many seconds the clock is looked at.
_TICK: Final = 5
#: A tick that came this late was slept through.
_SLEPT: Final = 60.0


class PowerWatch(QObject):
    """Listens to whatever the system offers; where it offers nothing, to the clock.

    Signals:
        leaving: Emitted when nobody looks at the screen from now on, or did for a while.
    """

    leaving = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._last = time.time()
        self._filter: QAbstractNativeEventFilter | None = None
        timer = QTimer(self, interval=1000 * _TICK)
        timer.timeout.connect(self.look_at_clock)
        timer.start()
        if sys.platform == "linux":
            self._listen_to_desktop()
        elif sys.platform == "win32":
            self._listen_to_windows()

    @Slot()
    def look_at_clock(self) -> None:
        """Find out whether time has passed in which the program did not run."""
        now = time.time()
        slept = now - self._last > _TICK + _SLEPT
        self._last = now
        if slept:
            self.leaving.emit()

    @Slot(bool)
    def on_asleep(self, begins: bool) -> None:
        """Hear of sleep, or of the screen saver: beginning or over."""
        if begins:
            self.leaving.emit()

    @Slot()
    def on_locked(self) -> None:
        """Hear that the session was locked."""
        self.leaving.emit()

    def _listen_to_desktop(self) -> None:
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415  # Linux only

        login = "org.freedesktop.login1"
        system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        # The figure marks a slot; the macro that puts it there returns text, not bytes.
        asleep, locked = b"1on_asleep(bool)", b"1on_locked()"
        if system.isConnected():
            system.connect(login, "", f"{login}.Manager", "PrepareForSleep", self, asleep)
            system.connect(login, "", f"{login}.Session", "Lock", self, locked)
        if session.isConnected():
            for saver in ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"):
                session.connect("", "", saver, "ActiveChanged", self, asleep)

    def _listen_to_windows(self) -> None:
        from PySide6.QtCore import QCoreApplication  # noqa: PLC0415  # Windows only

        from entente_ui.shell.power_windows import PowerFilter  # noqa: PLC0415  # Windows only

        self._filter = PowerFilter(self.on_locked)
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self._filter)
