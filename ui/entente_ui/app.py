"""Entry point: builds the object graph and starts the event loop."""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from entente.i18n import use_language
from entente_ui.look.theme import apply
from entente_ui.settings import Preferences, open_settings
from entente_ui.shell import filework
from entente_ui.shell.editing import EditCommands
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
    app = QApplication([sys.argv[0]])
    QCoreApplication.setApplicationName("entente")
    preferences = Preferences(open_settings())
    use_language(preferences.language)
    apply(app, preferences.theme, preferences.size, reduced_motion=preferences.reduced_motion)
    shell = Shell(preferences, app)
    Trouble(shell)
    EditCommands(shell)
    ViewCommands(shell, app)
    opener = Opener(shell)
    shell.window.painted.connect(
        lambda: shell.background.start(
            "", partial(filework.prepare, filework.FIRST_NEEDED), done=print, failed=print
        )
    )
    if options.file is not None:
        opener.open(options.file)
    else:
        shell.show_front()
    shell.show()
    return app.exec()


def _parser() -> ArgumentParser:
    parser = ArgumentParser("entente")
    parser.add_argument("file", nargs="?", type=Path)
    return parser
