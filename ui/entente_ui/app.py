"""Entry point: paints the window at once, then has the rest of the program imported.

Importing takes longer than painting. It is done on a thread of its own, so that the window
is there and answers from the first moment; until then only Qt itself is needed.
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from threading import Thread

from PySide6.QtCore import QCoreApplication, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from entente_ui.settings_file import THEME_KEY, open_settings
from entente_ui.shell import geometry
from entente_ui.shell.window import MainWindow

#: Ground of the empty window, as in `look.tokens`, which is not imported yet.
LIGHT_GROUND = "#F6F4EF"
DARK_GROUND = "#15181B"


class _Importer(QObject):
    """Imports the rest of the program on a thread of its own.

    Signals:
        done: Emitted on the GUI thread with the error, or None.
    """

    done = Signal(object)

    def start(self) -> None:
        """Begin."""
        Thread(target=self._import, name="import", daemon=True).start()

    def _import(self) -> None:
        error = None
        try:
            import_module("entente_ui.start")
        except BaseException as caught:  # noqa: BLE001  # handed over to the GUI thread
            error = caught
        self.done.emit(error)


def main(arguments: Sequence[str] = ()) -> int:
    """Run the window and return the exit status of the program.

    Args:
        arguments: What followed the name of the program: at most the path of a mission.
    """
    QCoreApplication.setApplicationName("entente")
    app = QApplication([sys.argv[0] if sys.argv else "entente"])
    settings = open_settings()
    window = first_window(app, settings)
    importer = _Importer()

    def begin(error: BaseException | None) -> None:
        if error is not None:
            raise SystemExit(1) from error
        from entente_ui.start import start  # noqa: PLC0415  # just imported, by the thread

        start(app, window, settings, arguments)

    importer.done.connect(begin, Qt.ConnectionType.QueuedConnection)
    window.painted.connect(importer.start)
    window.show()
    return app.exec()


def first_window(app: QApplication, settings: QSettings) -> MainWindow:
    """Return the window, empty, where it was and in the colour it will have."""
    window = MainWindow()
    theme = settings.value(THEME_KEY)
    follows = theme not in {"light", "dark"}
    is_dark = theme == "dark" or (follows and app.styleHints().colorScheme() is Qt.ColorScheme.Dark)
    window.setPalette(QPalette(QColor(DARK_GROUND if is_dark else LIGHT_GROUND)))
    geometry.restore(window, settings)
    return window
