"""Entry point: paints the window at once, then has the rest of the program imported.

Importing takes longer than painting. It is done on a thread of its own, so that the window
is there and answers from the first moment; until then only Qt itself is needed, and of Qt
not `Qt`: its hundreds of names take as long to make as the window.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from threading import Thread

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QCoreApplication, QObject, QSettings, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from entente_ui.importing import nothing_to_collect
from entente_ui.settings_file import THEME_KEY, open_settings
from entente_ui.shell import geometry
from entente_ui.shell.window import MainWindow
from entente_ui.turns import in_turns

#: Ground of the empty window, as in `look.tokens`, which is not imported yet.
LIGHT_GROUND = "#F6F4EF"
DARK_GROUND = "#15181B"
_HALF = 128


class _Beginning(QObject):
    """What follows the first paint."""

    _imported = Signal(object)

    def __init__(self, begin: Callable[[], Iterator[None]], parent: QObject) -> None:
        super().__init__(parent)
        self._begin = begin
        # A slot of an object that lives on the GUI thread is called there.
        self._imported.connect(self._on_imported)

    @Slot()
    def start(self) -> None:
        """Have the rest of the program imported, on a thread of its own."""
        Thread(target=self._import, name="import", daemon=True).start()

    def _import(self) -> None:
        error = None
        try:
            with nothing_to_collect():
                import_module("entente_ui.start")
                _make_names_of_qt()
        except BaseException as caught:  # noqa: BLE001  # handed over to the GUI thread
            error = caught
        self._imported.emit(error)

    @Slot(object)
    def _on_imported(self, error: BaseException | None) -> None:
        if error is not None:
            raise SystemExit(1) from error
        in_turns(self, self._begin())


def _make_names_of_qt() -> None:
    """Have every class of Qt made that has not been named yet.

    They are made when first named, and nearly all at once when Qt hands over a widget of its
    own. Better not while somebody waits, and never on two threads at a time.
    """
    for module in (QtCore, QtGui, QtWidgets):
        for name in dir(module):
            getattr(module, name)


def main(arguments: Sequence[str] = ()) -> int:
    """Run the window and return the exit status of the program.

    Args:
        arguments: What followed the name of the program: at most the path of a mission.
    """
    QCoreApplication.setApplicationName("entente")
    app = QApplication([sys.argv[0] if sys.argv else "entente"])
    settings = open_settings()
    window = first_window(app, settings)

    def begin() -> Iterator[None]:
        from entente_ui.start import start  # noqa: PLC0415  # just imported, by the thread

        return start(app, window, settings, arguments)

    window.painted.connect(_Beginning(begin, app).start)
    window.show()
    return app.exec()


def first_window(app: QApplication, settings: QSettings) -> MainWindow:
    """Return the window, empty, where it was and in the colour it will have."""
    window = MainWindow()
    theme = settings.value(THEME_KEY)
    # Qt's own colours are those of the desktop.
    is_night = app.palette().window().color().lightness() < _HALF
    is_dark = theme == "dark" or (theme != "light" and is_night)
    # A palette made from one colour would look for it among those of `Qt`.
    palette = window.palette()
    palette.setColor(QPalette.ColorRole.Window, QColor(DARK_GROUND if is_dark else LIGHT_GROUND))
    window.setPalette(palette)
    geometry.restore(window, settings)
    return window
