"""Fixtures of the proofs: a planted mission, and the window itself."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from entente.store.gate import Gate
from entente.store.mission_file import MissionFile
from entente_ui.look.theme import Mode, apply
from entente_ui.settings import Preferences
from entente_ui.shell.window import MainWindow
from entente_ui.start import furnish
from tests.conftest import FixedClock, mission_engine
from tests.proof.planting import Planted, plant
from tests.proof.screen import Program, settle
from tests.ui.conftest import neutral_locale

__all__ = ["neutral_locale"]

#: Opens a file in the window; the name of the settings' file beside it is `entente.ini`.
Opens = Callable[[MissionFile], Program]


@pytest.fixture(scope="session")
def planted() -> Iterator[Planted]:
    """A mission in memory with a word of its own in every place; to be read, never changed."""
    engine = mission_engine()
    yield plant(Gate(engine, clock=FixedClock()))
    engine.dispose()


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    """Folders of the user that are not the developer's, for as long as a module's tests run."""
    with TemporaryDirectory(prefix="entente-") as folder, pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "HOME", "LOCALAPPDATA"):
            place = Path(folder) / name.lower()
            place.mkdir()
            patch.setenv(name, str(place))
        yield Path(folder)


@pytest.fixture(scope="module")
def open_window(qapp: QApplication, home: Path) -> Iterator[Opens]:
    """Opens the window on a mission; it is taken away with the last test of the module."""
    made: list[Program] = []

    def open_on(file: MissionFile) -> Program:
        apply(qapp, Mode.LIGHT, 100, reduced_motion=True)
        store = QSettings(str(home / "entente.ini"), QSettings.Format.IniFormat)
        preferences = Preferences(store)
        preferences.language = "en"
        preferences.idle_minutes = 0
        window = MainWindow()
        window.resize(1600, 1000)
        shell, _opener = furnish(qapp, window, preferences)
        window.show()
        shell.show_mission(file)
        program = Program(shell, file)
        made.append(program)
        settle(lambda: shell.workspace is not None and shell.workspace.place == "home")
        settle(lambda: program.workspace.is_complete)
        return program

    yield open_on
    for program in made:
        program.close()
    settle()
