import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "alembic",
    "argon2",
    "babel",
    "numpy",
    "pypdfium2",
    "pyqtgraph",
    "python_calamine",
    "reportlab",
    "rustworkx",
    "sqlalchemy",
    "sqlcipher3",
    "vobject",
    "xlsxwriter",
}

FIRST_WINDOW = """
import sys
from PySide6 import QtCore
from PySide6.QtWidgets import QApplication
from entente_ui import app as program

app = QApplication([])
window = program.first_window(app, program.open_settings())
window.show()
app.processEvents()
assert window.isVisible()
print(*sys.modules)
print("Qt" in vars(QtCore))
"""

WELCOME_PAGE = """
import sys
from PySide6.QtWidgets import QApplication
from entente_ui import app as program
from entente_ui.start import dress, furnish
from entente_ui.settings import Preferences

app = QApplication([])
settings = program.open_settings()
window = program.first_window(app, settings)
preferences = Preferences(settings)
dress(app, preferences)
shell, opener = furnish(app, window, preferences)
shell.show_front()
window.show()
app.processEvents()
assert type(window.page).__name__ == "WelcomePage"
print(*sys.modules)
"""

WHOLE_START = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from entente_ui import app as program

make = program.first_window

def watched(app, settings):
    window = make(app, settings)
    timer = QTimer(window)
    timer.timeout.connect(look)
    timer.start(20)
    windows.append(window)
    return window

def look():
    if not getattr(windows[0].page, "is_complete", False):
        return
    from entente_ui.look.theme import theme
    print(windows[0].page.place, windows[0].windowTitle())
    print(theme().thread() is QApplication.instance().thread())
    QApplication.closeAllWindows()

windows = []
program.first_window = watched
sys.exit(program.main(sys.argv[1:]))
"""


def lines_of(home: Path, script: str, *arguments: str) -> list[str]:
    """Run a script in a process of its own, as nobody in particular; return what it prints."""
    known = {
        **os.environ,
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
        "XDG_DATA_HOME": str(home),
        "QT_QPA_PLATFORM": "offscreen",
        "LC_ALL": "C.UTF-8",
    }
    command = [sys.executable, "-c", script, *arguments]
    return subprocess.run(
        command, env=known, check=True, stdout=subprocess.PIPE, encoding="utf-8", timeout=120
    ).stdout.splitlines()


@pytest.mark.parametrize("script", [FIRST_WINDOW, WELCOME_PAGE])
def test_nothing_heavy_is_imported_before_a_mission_is_asked_for(
    tmp_path: Path, script: str
) -> None:
    imported = {name.partition(".")[0] for name in lines_of(tmp_path, script)[0].split()}
    assert imported & HEAVY == set()


def test_the_first_window_needs_nothing_of_the_rest_of_the_program(tmp_path: Path) -> None:
    modules, has_names_of_qt = lines_of(tmp_path, FIRST_WINDOW)
    ours = {name for name in modules.split() if name.startswith(("entente.", "entente_ui."))}
    assert ours == {
        "entente_ui.app",
        "entente_ui.importing",
        "entente_ui.settings_file",
        "entente_ui.shell",
        "entente_ui.shell.geometry",
        "entente_ui.shell.window",
        "entente_ui.turns",
    }
    # Making them takes longer than making the window.
    assert has_names_of_qt == "False"


def test_the_program_starts_with_a_mission_and_ends_well(tmp_path: Path) -> None:
    path = tmp_path / "Été.entente"
    make = [sys.executable, "-m", "entente.cli", "example", str(path), "--unencrypted"]
    subprocess.run(make, check=True, stdout=subprocess.DEVNULL)
    shown, is_on_gui_thread = lines_of(tmp_path, WHOLE_START, str(path))
    assert shown.startswith("home ")
    assert shown.endswith("CONFLUENT — Entente")
    # What was imported on another thread must not have made anything that lives there.
    assert is_on_gui_thread == "True"
