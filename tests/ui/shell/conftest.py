"""Fixtures for tests of the window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from entente.services import sample
from entente.store import disk
from entente.store.mission_file import MissionFile
from entente_ui.document import Document
from entente_ui.settings import Preferences
from entente_ui.shell.shell import Shell
from entente_ui.shell.window import MainWindow
from entente_ui.start import furnish

Opened = Callable[[], MissionFile]


@pytest.fixture(autouse=True)
def homes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep backups and settings out of the tester's own folders."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME", "LOCALAPPDATA"):
        folder = tmp_path / name.lower()
        folder.mkdir()
        monkeypatch.setenv(name, str(folder))


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """Nobody's choices."""
    store = QSettings(str(tmp_path / "entente.ini"), QSettings.Format.IniFormat)
    chosen = Preferences(store)
    chosen.language = "en"
    chosen.idle_minutes = 0
    return chosen


@pytest.fixture(scope="session")
def sample_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of a sample mission without passphrase: made once."""
    path = tmp_path_factory.mktemp("sample") / "Essai.entente"
    with MissionFile.create(path, None) as file:
        file.gate.run("Open the example", lambda session: sample.load(session, "fr"))
    return path.read_bytes()


@pytest.fixture
def sample_file(tmp_path: Path, sample_bytes: bytes) -> Iterator[MissionFile]:
    """The sample mission in a file without passphrase."""
    path = tmp_path / "Essai.entente"
    disk.create_private(path)
    path.write_bytes(sample_bytes)
    file = MissionFile.open(path, None)
    yield file
    file.close(abandon=True)


@pytest.fixture
def document(sample_file: MissionFile) -> Document:
    """The sample mission as panes see it."""
    return Document(sample_file.gate)


@pytest.fixture
def shell(qapp: QApplication, qtbot: QtBot, preferences: Preferences) -> Iterator[Shell]:
    """The window without a mission."""
    window = MainWindow()
    shell, _opener = furnish(qapp, window, preferences)
    # Closing the window would close the mission, and that takes its time.
    qtbot.addWidget(window, before_close_func=lambda _window: shell.forget_mission())
    window.resize(1300, 820)
    shell.show_front()
    window.show()
    yield shell
    for timer in shell.findChildren(QTimer):
        timer.stop()
    shell.background.close()
    shell.deleteLater()


@pytest.fixture
def sample_shell(shell: Shell, sample_file: MissionFile, qtbot: QtBot) -> Shell:
    """The window with the sample mission, at Today."""
    shell.show_mission(sample_file)
    qtbot.waitUntil(lambda: shell.workspace is not None and shell.workspace.place == "home")
    qtbot.waitUntil(lambda: shell.workspace is not None and shell.workspace.is_complete)
    return shell
