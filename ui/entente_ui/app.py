"""Entry point: builds the object graph and starts the event loop."""

import sys
from argparse import SUPPRESS, ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from entente.i18n import use_language
from entente_ui.kit.wheel import WheelGuard
from entente_ui.look.theme import apply
from entente_ui.settings import Preferences, open_settings
from entente_ui.shell import leaving
from entente_ui.shell.arrival import Arrival
from entente_ui.shell.crash import CrashReporter
from entente_ui.shell.editing import EditCommands
from entente_ui.shell.filing import FileCommands
from entente_ui.shell.finding import FindCommands
from entente_ui.shell.hardening import keep_memory_private
from entente_ui.shell.housekeeping import Housekeeper
from entente_ui.shell.input import InputFilter
from entente_ui.shell.locking import LockKeeper
from entente_ui.shell.opening import Opener
from entente_ui.shell.shell import Shell
from entente_ui.shell.trouble import Trouble
from entente_ui.shell.view import ViewCommands


def main(arguments: Sequence[str] = ()) -> int:
    """Run the window and return the exit status of the program.

    Args:
        arguments: What followed the name of the program: at most the path of a mission.
    """
    options = _parser().parse_args(arguments)
    app = QApplication([sys.argv[0] if sys.argv else "entente"])
    QCoreApplication.setApplicationName("entente")
    CrashReporter(app).install()
    shell = make_shell(app, Preferences(open_settings()))
    opener = Opener(shell)
    FileCommands(shell, opener)
    Arrival(shell, opener)
    shell.window.painted.connect(lambda: finish(app, shell, opener))
    if options.file is None:
        shell.show_front()
    else:
        state = leaving.parse_state(options.state)
        opener.open(options.file, state, locked=options.locked)
    shell.show()
    return app.exec()


def make_shell(app: QApplication, preferences: Preferences) -> Shell:
    """Give the program its language and look and return its window, not shown yet."""
    use_language(preferences.language)
    apply(app, preferences.theme, preferences.size, reduced_motion=preferences.reduced_motion)
    shell = Shell(preferences, app)
    Trouble(shell)
    EditCommands(shell)
    ViewCommands(shell, app)
    FindCommands(shell)
    return shell


def finish(app: QApplication, shell: Shell, opener: Opener) -> None:
    """Make ready what was not needed for the first paint."""
    keep_memory_private()
    inputs = InputFilter(app)
    WheelGuard(app)
    LockKeeper(shell, inputs)
    Housekeeper(shell)
    opener.become_ready()


def _parser() -> ArgumentParser:
    parser = ArgumentParser("entente")
    parser.add_argument("file", nargs="?", type=Path)
    # Given by the program to itself when it locks.
    parser.add_argument("--locked", action="store_true", help=SUPPRESS)
    parser.add_argument("--state", default="", help=SUPPRESS)
    return parser
