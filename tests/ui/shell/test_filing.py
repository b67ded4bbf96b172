"""The File menu, from the click to the mission on screen."""

from pathlib import Path
from typing import TypeVar
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from entente.errors import DamagedFileError, NotAMissionError
from entente.store import location, lock
from entente.store.backup import Backups
from entente.store.location import Danger, Hazard
from entente.store.mission_file import MissionFile
from entente_ui.kit import Button
from entente_ui.registers.import_dialog import ImportDialog
from entente_ui.shell import choose, filework
from entente_ui.shell.arrival import why_read_only
from entente_ui.shell.filework import Ways, open_mission
from entente_ui.shell.filing import FileCommands
from entente_ui.shell.form import FittingArea, FormDialog
from entente_ui.shell.front import PassphrasePage, TroublePage
from entente_ui.shell.new_mission import NewMissionDialog
from entente_ui.shell.opening import Opener
from entente_ui.shell.received_dialog import ReceivedDialog
from entente_ui.shell.restore_dialog import RestoreDialog
from entente_ui.shell.shell import Shell
from entente_ui.shell.welcome import WelcomePage

Dialog = TypeVar("Dialog", bound=FormDialog)


@pytest.fixture
def ready(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """The window as after its first paint, with a folder of documents of its own."""
    monkeypatch.setattr("entente_ui.shell.filing.documents_folder", lambda: tmp_path)
    monkeypatch.setattr("entente_ui.shell.new_mission.documents_folder", lambda: tmp_path)
    opener(shell).become_ready()
    return shell


def opener(shell: Shell) -> Opener:
    (found,) = shell.findChildren(Opener)
    return found


def wait_for_mission(qtbot: QtBot, shell: Shell) -> None:
    qtbot.waitUntil(lambda: bool(shell.workspace and shell.workspace.is_complete), timeout=20_000)


def close(qtbot: QtBot, shell: Shell) -> None:
    shell.actions["close"].trigger()
    qtbot.waitUntil(lambda: isinstance(shell.window.page, WelcomePage), timeout=20_000)


def the(shell: Shell, kind: type[Dialog]) -> Dialog:
    (found,) = shell.window.findChildren(kind)
    return found


def texts(shell: Shell) -> str:
    return "\n".join(label.text() for label in shell.window.findChildren(QLabel))


@pytest.fixture
def closed_mission(sample_file: MissionFile, tmp_path: Path) -> Path:
    path = tmp_path / "Fermée.entente"
    sample_file.save_copy(path)
    return path


def test_a_new_mission_is_made_shown_and_remembered(
    qtbot: QtBot, ready: Shell, tmp_path: Path
) -> None:
    ready.actions["new"].trigger()
    dialog = the(ready, NewMissionDialog)
    dialog.action.click()
    assert "name" in dialog._message.text()
    dialog._name.setText("Fusion : a/b?")
    dialog.protection._leave_open.setChecked(True)
    dialog.action.click()
    wait_for_mission(qtbot, ready)
    assert ready.window.windowTitle() == "Fusion : a/b? — Entente"
    assert ready.file is not None
    assert ready.file.path.parent == tmp_path
    assert ready.preferences.recent == [ready.file.path]
    close(qtbot, ready)
    assert sorted(p.suffix for p in tmp_path.glob("Fusion*")) == [".entente"]


def test_the_example_is_a_copy_each_time(qtbot: QtBot, ready: Shell, tmp_path: Path) -> None:
    for _impatient in range(3):
        ready.actions["example"].trigger()
    wait_for_mission(qtbot, ready)
    first = ready.file
    ready.actions["example"].trigger()
    qtbot.waitUntil(lambda: ready.file is not first and ready.file is not None, timeout=20_000)
    wait_for_mission(qtbot, ready)
    assert {path.name for path in tmp_path.glob("CONFLUENT*.entente")} == {
        "CONFLUENT.entente",
        "CONFLUENT 2.entente",
    }
    close(qtbot, ready)


def test_a_recent_mission_opens_and_a_backup_is_made(
    qtbot: QtBot, ready: Shell, closed_mission: Path
) -> None:
    ready.menus.recent_chosen.emit(closed_mission)
    wait_for_mission(qtbot, ready)
    file = ready.file
    assert file is not None
    qtbot.waitUntil(lambda: len(Backups.of(file).all()) == 1, timeout=20_000)
    ready.actions["restore"].trigger()
    qtbot.waitUntil(lambda: bool(ready.window.findChildren(RestoreDialog)), timeout=20_000)
    dialog = the(ready, RestoreDialog)
    dialog.action.click()
    qtbot.waitUntil(
        lambda: ready.file is not None and ready.file.path != closed_mission, timeout=20_000
    )
    wait_for_mission(qtbot, ready)
    assert "backup of" in ready.file.path.name  # type: ignore[union-attr]  # it is open
    assert "restored version" in texts(ready)
    assert closed_mission.exists()
    close(qtbot, ready)


def test_a_damaged_mission_is_brought_back_from_a_backup(
    qtbot: QtBot, ready: Shell, closed_mission: Path
) -> None:
    with MissionFile.open(closed_mission, None) as file:
        Backups.of(file).make(file)
    content = closed_mission.read_bytes()
    half = len(content) // 2
    closed_mission.write_bytes(content[:half] + bytes(len(content) - half))
    opener(ready).open(closed_mission)
    qtbot.waitUntil(lambda: isinstance(ready.window.page, TroublePage), timeout=20_000)
    buttons = {each.text(): each for each in ready.window.findChildren(Button)}
    buttons["Restore a version…"].click()
    qtbot.waitUntil(lambda: bool(ready.window.findChildren(RestoreDialog)), timeout=20_000)
    the(ready, RestoreDialog).action.click()
    wait_for_mission(qtbot, ready)
    assert "backup of" in ready.file.path.name  # type: ignore[union-attr]  # it is open
    close(qtbot, ready)


def test_a_file_that_is_gone_is_told_and_forgotten(
    qtbot: QtBot, ready: Shell, tmp_path: Path
) -> None:
    gone = tmp_path / "Partie.entente"
    ready.preferences.remember(gone)
    opener(ready).open(gone)
    qtbot.waitUntil(lambda: isinstance(ready.window.page, TroublePage), timeout=20_000)
    assert "Partie" in texts(ready)
    assert ready.preferences.recent == []
    ready.window.page.left.emit()  # type: ignore[union-attr]  # see above
    assert isinstance(ready.window.page, WelcomePage)


def test_a_file_that_is_something_else_is_told(qtbot: QtBot, ready: Shell, tmp_path: Path) -> None:
    other = tmp_path / "Lettre.entente"
    other.write_text("Madame, Monsieur,")
    opener(ready).open(other)
    qtbot.waitUntil(lambda: isinstance(ready.window.page, TroublePage), timeout=20_000)


def test_a_wrong_file_leaves_the_open_mission_where_it_is(
    sample_shell: Shell, tmp_path: Path
) -> None:
    opener(sample_shell).become_ready()
    other = tmp_path / "notes.entente"
    other.write_text("une liste", encoding="utf-8")
    told: list[BaseException] = []
    sample_shell.failed.connect(told.append)
    before = sample_shell.file
    opener(sample_shell).open(other)
    assert [type(error) for error in told] == [NotAMissionError]
    assert sample_shell.file is before


def test_noise_asks_for_a_passphrase_and_is_told_then(
    qtbot: QtBot, ready: Shell, tmp_path: Path
) -> None:
    noise = tmp_path / "Bruit.entente"
    noise.write_bytes(bytes(range(256)) * 32)
    opener(ready).open(noise)
    page = ready.window.page
    assert isinstance(page, PassphrasePage)
    page.passphrase_given.emit("peu importe")
    qtbot.waitUntil(lambda: not page._message.isHidden(), timeout=20_000)
    assert page.field.isEnabled()


@pytest.mark.parametrize("part", ["Document", "mission_name"])
def test_a_file_of_which_nothing_can_be_shown_is_told(
    ready: Shell, closed_mission: Path, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    def fail(*_asked: object) -> None:
        raise DamagedFileError(closed_mission)

    file = open_mission(closed_mission, "", "", Ways(read_only=True), lambda _percent: None)
    monkeypatch.setattr(f"entente_ui.shell.shell.{part}", fail)
    opener(ready).show(file)
    assert isinstance(ready.window.page, TroublePage)
    assert "damaged" in texts(ready)
    assert ready.file is None
    assert not ready.actions["lock"].isEnabled()


@pytest.mark.parametrize("head", [bytes(range(256)) * 32, b"SQLite format 3\0" + bytes(8000)])
def test_after_a_fault_while_opening_there_is_a_page_that_answers(
    qtbot: QtBot, ready: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, head: bytes
) -> None:
    def fail(*_asked: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(filework, "open_mission", fail)
    path = tmp_path / "Fautive.entente"
    path.write_bytes(head)
    with qtbot.captureExceptions() as caught:
        opener(ready).open(path)
        page = ready.window.page
        if isinstance(page, PassphrasePage):
            page.passphrase_given.emit("peu importe")
        qtbot.waitUntil(lambda: bool(caught), timeout=20_000)
    page = ready.window.page
    assert isinstance(page, WelcomePage) or (
        isinstance(page, PassphrasePage) and page.field.isEnabled()
    )


def test_what_is_wrong_is_taken_back_once_it_is_put_right(shell: Shell) -> None:
    shell.actions["new"].trigger()
    dialog = the(shell, NewMissionDialog)
    dialog.action.click()
    assert not dialog._message.isHidden()
    dialog._name.setText("Fusion")
    assert dialog._message.isHidden()
    dialog.action.click()
    assert not dialog._message.isHidden()
    dialog.protection._suggest()
    assert dialog._message.isHidden()
    dialog.reject()


def test_a_form_leaves_room_for_its_buttons_on_a_low_screen(
    qtbot: QtBot, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = Mock()
    screen.availableGeometry.return_value = QRect(0, 0, 1280, 480)
    monkeypatch.setattr(FittingArea, "screen", lambda _area: screen)
    shell.actions["new"].trigger()
    dialog = the(shell, NewMissionDialog)
    dialog.action.click()
    dialog.wait(on=True)
    qtbot.waitUntil(lambda: dialog.height() < 480)
    dialog.wait(on=False)
    (area,) = dialog.findChildren(FittingArea)
    dialog._name.setText("Fusion")
    dialog.action.click()
    line = dialog.protection.first.line
    qtbot.waitUntil(lambda: line.visibleRegion().boundingRect().size() == line.size())
    assert area.verticalScrollBar().value() > 0
    dialog.reject()


def test_a_form_is_no_higher_than_what_is_in_it(qtbot: QtBot, shell: Shell) -> None:
    shell.actions["new"].trigger()
    dialog = the(shell, NewMissionDialog)
    qtbot.waitExposed(dialog)
    (area,) = dialog.findChildren(FittingArea)
    content = area.widget()
    assert content is not None
    assert area.sizeHint().height() <= content.heightForWidth(area.viewport().width())
    dialog.reject()


def test_a_risky_place_is_told_once(
    qtbot: QtBot, ready: Shell, closed_mission: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(location, "hazard_of", lambda _path: Hazard(Danger.SYNCED, "Dropbox"))
    opener(ready).open(closed_mission)
    wait_for_mission(qtbot, ready)
    assert ready.workspace is not None
    banner = ready.workspace.banner
    qtbot.waitUntil(lambda: "Dropbox" in banner.text, timeout=20_000)
    close(qtbot, ready)
    opener(ready).open(closed_mission)
    wait_for_mission(qtbot, ready)
    qtbot.wait(200)
    assert ready.workspace.banner.isHidden()
    close(qtbot, ready)


def test_a_mission_opened_for_reading_says_so_and_offers_no_change(
    qtbot: QtBot, ready: Shell, closed_mission: Path
) -> None:
    file = open_mission(closed_mission, "", "", Ways(read_only=True), lambda _percent: None)
    opener(ready).replace(file)
    wait_for_mission(qtbot, ready)
    assert "only be read" in texts(ready)
    assert not ready.actions["add"].isEnabled()
    assert not ready.actions["undo"].isEnabled()
    assert ready.actions["save_copy"].isEnabled()
    close(qtbot, ready)


@pytest.mark.parametrize(
    ("holder", "told"),
    [
        (lock.this_process().computer, "Another window"),
        ("PC-2", "PC-2 has this mission open"),
        ("", "disk or folder is protected"),
    ],
)
def test_why_a_mission_can_only_be_read_is_said(holder: str, told: str) -> None:
    assert told in why_read_only(Mock(holder=holder))


def test_a_received_file_is_examined_and_copied(
    qtbot: QtBot, ready: Shell, closed_mission: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choose, "mission_to_open", lambda _parent, _title: closed_mission)
    ready.actions["received"].trigger()
    qtbot.waitUntil(lambda: bool(ready.window.findChildren(ReceivedDialog)), timeout=20_000)
    dialog = the(ready, ReceivedDialog)
    assert dialog.focusWidget() is dialog._protection.first.line
    dialog._protection._leave_open.setChecked(True)
    dialog.action.click()
    wait_for_mission(qtbot, ready)
    assert ready.file is not None
    assert ready.file.path.name == "Fermée 2.entente"
    close(qtbot, ready)


def test_a_copy_is_written_elsewhere(
    qtbot: QtBot,
    ready: Shell,
    closed_mission: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "Copie.entente"
    monkeypatch.setattr(choose, "mission_to_write", lambda *_asked: target)
    opener(ready).open(closed_mission)
    wait_for_mission(qtbot, ready)
    ready.actions["save_copy"].trigger()
    assert ready.workspace is not None
    toaster = ready.workspace.toaster
    qtbot.waitUntil(lambda: "Copy saved: Copie.entente" in toaster.texts, timeout=20_000)
    assert target.exists()
    ready.actions["check"].trigger()
    qtbot.waitUntil(lambda: any("sound" in text for text in toaster.texts), timeout=20_000)
    close(qtbot, ready)


def test_a_contact_list_dropped_anywhere_is_imported_at_the_actors(
    qtbot: QtBot, sample_shell: Shell, tmp_path: Path
) -> None:
    source = tmp_path / "contacts.csv"
    source.write_text("Nom;Fonction\nZoé Quintal;Notaire\n", "utf-8")
    (files,) = sample_shell.findChildren(FileCommands)
    files.take_dropped(source)
    qtbot.waitUntil(lambda: bool(sample_shell.window.findChildren(ImportDialog)), timeout=20_000)
    assert sample_shell.workspace is not None
    assert sample_shell.workspace.place == "actors"
    the_dialog = sample_shell.window.findChildren(ImportDialog)[0]
    qtbot.waitUntil(the_dialog.isVisible, timeout=20_000)
    the_dialog.close()
