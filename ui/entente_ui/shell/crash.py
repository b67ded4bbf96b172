"""What happens when the program itself is at fault: a report without a word of the mission."""

import os
import platform
import sys
import threading
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtWidgets import QApplication

from entente import __version__
from entente_ui.shell.hardening import is_debugging

#: Frames told of each error; the innermost say the most.
_FRAMES: Final = 25


def report_of(error: BaseException) -> str:
    """Return what can be told of an error to strangers: kinds, places and versions.

    The messages of errors are left out: they quote what was being worked on.
    """
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    versions = f"Entente {__version__}, Python {platform.python_version()}, Qt {qVersion()}"
    return "\n".join((versions, system, "", *_told(error)))


def _told(error: BaseException) -> Iterator[str]:
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield f"{type(current).__module__}.{type(current).__qualname__}"
        for frame in traceback.extract_tb(current.__traceback__)[-_FRAMES:]:
            yield f"  {_short(frame.filename)}:{frame.lineno} {frame.name}"
        current = current.__cause__ or current.__context__


def _short(file: str) -> str:
    """Return a path from the package on: what is before it names the user."""
    parts = Path(file).parts
    for root in ("entente", "entente_ui", "entente_resources", "site-packages"):
        if root in parts:
            return "/".join(parts[parts.index(root) :])
    return parts[-1] if parts else file


class CrashReporter(QObject):
    """Catches what nobody caught, on whichever thread, and shows it on the GUI thread."""

    _caught = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: set[str] = set()
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Catch errors from now on."""
        sys.excepthook = self._on_error
        threading.excepthook = lambda told: self.take(told.exc_value)
        sys.unraisablehook = lambda told: self.take(told.exc_value)
        qInstallMessageHandler(_on_message)

    def take(self, error: BaseException | None) -> None:
        """Report an error; may be called on any thread."""
        if error is None or isinstance(error, (SystemExit, KeyboardInterrupt)):
            return
        if is_debugging():
            traceback.print_exception(error)
        self._caught.emit(report_of(error))

    def _on_error(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.take(error.with_traceback(trace))

    @Slot(str)
    def _show(self, report: str) -> None:
        # What goes wrong while painting goes wrong at every paint: once is enough.
        if report in self._told:
            return
        self._told.add(report)
        from entente_ui.shell.crash_dialog import CrashDialog  # noqa: PLC0415  # rarely needed

        CrashDialog(report, QApplication.activeWindow()).exec()


def _on_message(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Keep Qt's remarks off standard error, which desktops write to disk.

    They may quote what is on screen. A developer sees them, and the last words before Qt
    ends the program are said in any case.
    """
    if is_debugging() or kind is QtMsgType.QtFatalMsg:
        os.write(2, f"{text}\n".encode(errors="replace"))
