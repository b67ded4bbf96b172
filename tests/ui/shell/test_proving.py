"""Whoever had the screen does not get the mission with it."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from entente_ui.kit import MessageDialog
from entente_ui.look.theme import Theme
from entente_ui.shell import proving
from entente_ui.shell.proving import ProofDialog


class File:
    """An open mission with a passphrase, or without one."""

    def __init__(self, passphrase: str = "") -> None:
        self.encrypted = bool(passphrase)
        self._passphrase = passphrase

    def is_passphrase(self, text: str) -> bool:
        return text == self._passphrase


def test_only_the_passphrase_gives_the_screen_back(look: Theme, qtbot: QtBot) -> None:
    del look
    dialog = ProofDialog(File("open sesame"))  # type: ignore[arg-type]  # stands in for a file
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.secret.set_text("guess")
    dialog.action.click()
    assert dialog.isVisible()
    dialog.secret.set_text("open sesame")
    dialog.action.click()
    assert dialog.result() == ProofDialog.DialogCode.Accepted


@pytest.mark.parametrize("is_agreed", [True, False])
def test_a_mission_anybody_can_open_asks_for_a_confirmation(
    look: Theme, qtbot: QtBot, *, is_agreed: bool
) -> None:
    del look
    window = QWidget()
    qtbot.addWidget(window)

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, MessageDialog)
        dialog._choose("do" if is_agreed else "cancel")

    QTimer.singleShot(0, answer)
    assert proving.proves(File(), window) is is_agreed  # type: ignore[arg-type]  # likewise
