"""The pages before a mission."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from entente.errors import DamagedFileError, FileInUseError, WrongPassphraseError
from entente_ui.actions import Actions
from entente_ui.kit import Card
from entente_ui.settings import Preferences
from entente_ui.shell.filework import Ways
from entente_ui.shell.front import PassphrasePage, UnlockedPage
from entente_ui.shell.opening import ways_out
from entente_ui.shell.protection import ProtectionField
from entente_ui.shell.welcome import WelcomePage

HOSTILE = "<img src=x.png> & co"


@pytest.fixture
def page(qtbot: QtBot) -> PassphrasePage:
    page = PassphrasePage(Path(f"/home/{HOSTILE}.entente"))
    qtbot.addWidget(page)
    page.show()
    return page


def test_enter_gives_the_passphrase(page: PassphrasePage, qtbot: QtBot) -> None:
    page.field.set_text("cinq mots sans lien")
    with qtbot.waitSignal(page.passphrase_given, check_params_cb=lambda t: t.startswith("cinq")):
        QTest.keyClick(page.field.line, Qt.Key.Key_Return)


def test_the_passphrase_is_hidden_until_asked_for(page: PassphrasePage) -> None:
    page.field.set_text("secret")
    assert "secret" not in page.field.line.displayText()


def test_a_wrong_one_is_said_and_can_be_typed_over(page: PassphrasePage) -> None:
    page.field.set_text("faux")
    page.wait(on=True)
    assert not page.field.isEnabled()
    page.wait(on=False)
    page.say("This passphrase does not open it.")
    assert page.field.line.selectedText() != ""
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "This passphrase does not open it." in shown


def test_the_sheet_is_the_other_way_in(page: PassphrasePage, qtbot: QtBot) -> None:
    page._switch()
    page._sheet.setText("ABCD-EFGH")
    with qtbot.waitSignal(page.recovery_given, check_params_cb=lambda t: t == "ABCD-EFGH"):
        QTest.keyClick(page._sheet, Qt.Key.Key_Return)


def test_names_of_files_are_shown_as_they_are(page: PassphrasePage) -> None:
    for label in page.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_what_can_be_tried_depends_on_the_fault() -> None:
    path = Path("m.entente")
    assert [way for _w, way in ways_out(FileInUseError(path, "PC-2"))] == [
        Ways(read_only=True),
        Ways(take_over=True),
    ]
    assert [way for _w, way in ways_out(FileInUseError(path, ""))] == [Ways(read_only=True)]
    assert [way for _w, way in ways_out(DamagedFileError(path))] == [
        Ways(read_only=True, examine=False)
    ]
    assert ways_out(WrongPassphraseError(path)) == []


@pytest.mark.usefixtures("look")
def test_a_mission_without_passphrase_says_how_little_the_lock_is(qtbot: QtBot) -> None:
    page = UnlockedPage(Path("/home/m.entente"))
    qtbot.addWidget(page)
    button = next(b for b in page.findChildren(QPushButton) if b.isDefault())
    with qtbot.waitSignal(page.opened):
        button.click()


@pytest.mark.usefixtures("look")
def test_a_mission_is_protected_unless_chosen_otherwise(qtbot: QtBot) -> None:
    field = ProtectionField()
    qtbot.addWidget(field)
    assert field.fault() != ""
    field.first.set_text("un")
    field.second.set_text("deux")
    assert "differ" in field.fault()
    field.second.set_text("un")
    assert field.fault() == ""
    protected = field.passphrase
    assert protected == "un"
    field._leave_open.setChecked(True)
    assert field.passphrase is None
    assert field._consequence.isVisibleTo(field)


@pytest.mark.usefixtures("look")
def test_a_suggested_passphrase_is_strong_and_readable(qtbot: QtBot) -> None:
    field = ProtectionField()
    qtbot.addWidget(field)
    field._suggest()
    assert field.fault() == ""
    assert field._strength.text() == "strong"
    assert len(field.first.line.displayText().split()) == 5


@pytest.mark.usefixtures("look")
def test_the_welcome_page_tells_which_files_are_gone(
    qtbot: QtBot, preferences: Preferences, tmp_path: Path
) -> None:
    there = tmp_path / "Là.entente"
    there.touch()
    preferences.remember(tmp_path / "Partie.entente")
    preferences.remember(there)
    page = WelcomePage(Actions(), preferences)
    qtbot.addWidget(page)
    texts = [label.text() for label in page.findChildren(QLabel)]
    assert "Là" in texts
    assert any(text.startswith("No longer there") for text in texts)
    with qtbot.waitSignal(page.chosen, check_params_cb=lambda path: path == there):
        next(c for c in page.findChildren(Card) if c.accessibleName() == "Là").clicked.emit()
    preferences.forget(there)
    qtbot.wait(10)
    assert "Là" not in [label.text() for label in page.findChildren(QLabel)]
