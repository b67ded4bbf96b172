"""Fills the window once it has been painted: everything the program consists of."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from entente.i18n import use_language
from entente_ui.arguments import parse
from entente_ui.kit.wheel import WheelGuard
from entente_ui.look.icons import app_icon
from entente_ui.look.theme import apply
from entente_ui.settings import Preferences
from entente_ui.shell import geometry
from entente_ui.shell.arrival import Arrival
from entente_ui.shell.capture import CaptureCommand
from entente_ui.shell.choose import forget_folders
from entente_ui.shell.clipboard import ClipboardKeeper
from entente_ui.shell.crash import CrashReporter
from entente_ui.shell.editing import EditCommands
from entente_ui.shell.filing import FileCommands
from entente_ui.shell.finding import FindCommands
from entente_ui.shell.hardening import keep_memory_private
from entente_ui.shell.helping import HelpCommands
from entente_ui.shell.housekeeping import Housekeeper
from entente_ui.shell.input import InputFilter
from entente_ui.shell.locking import LockKeeper
from entente_ui.shell.opening import Opener
from entente_ui.shell.shell import Shell
from entente_ui.shell.trouble import Trouble
from entente_ui.shell.view import ViewCommands
from entente_ui.shell.window import MainWindow


def dress(app: QApplication, preferences: Preferences) -> None:
    """Give the program the language and the look its user chose."""
    use_language(preferences.language)
    apply(app, preferences.theme, preferences.size, reduced_motion=preferences.reduced_motion)


def furnish(
    app: QApplication, window: MainWindow, preferences: Preferences
) -> tuple[Shell, Opener]:
    """Give the window its commands; nothing is opened yet."""
    shell = Shell(window, preferences, app)
    opener = Opener(shell)
    inputs = InputFilter(app, shell)
    Trouble(shell)
    EditCommands(shell)
    view = ViewCommands(shell, app)
    inputs.zoomed.connect(view.zoom)
    FindCommands(shell)
    CaptureCommand(shell)
    FileCommands(shell, opener)
    HelpCommands(shell)
    Arrival(shell, opener)
    Housekeeper(shell)
    LockKeeper(shell, inputs)
    return shell, opener


def start(
    app: QApplication, window: MainWindow, settings: QSettings, arguments: Sequence[str]
) -> Iterator[None]:
    """Bring the painted window to life and open what was asked for, step by step."""
    keep_memory_private()
    CrashReporter(app).install()
    preferences = Preferences(settings, app)
    dress(app, preferences)
    yield
    window.setPalette(QPalette())
    window.setWindowIcon(app_icon())
    QGuiApplication.setWindowIcon(app_icon())
    app.screenRemoved.connect(lambda: geometry.keep_on_screen(window))
    app.aboutToQuit.connect(forget_folders)
    WheelGuard(app)
    ClipboardKeeper(app)
    yield
    shell, opener = furnish(app, window, preferences)
    yield
    asked = parse(arguments)
    if asked.file is None:
        shell.show_front()
    else:
        opener.open(asked.file, asked.state, locked=asked.locked)
    # What is imported from here on would slow down the painting of the page.
    yield
    opener.become_ready()
