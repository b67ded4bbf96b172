"""Copies that are not to be kept by others."""

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from entente_ui.shell import clipboard
from entente_ui.shell.clipboard import ClipboardKeeper

HINT = "x-kde-passwordManagerHint"


@pytest.fixture(autouse=True)
def keeper(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    # Without a screen nobody can tell whose copy it is.
    monkeypatch.setattr(clipboard, "is_ours", lambda _clipboard: True)
    owner = QObject(qapp)
    ClipboardKeeper(owner)
    yield
    QGuiApplication.clipboard().clear()
    owner.deleteLater()


@pytest.mark.skipif(sys.platform != "linux", reason="the hint of another desktop")
def test_a_copy_is_marked_and_keeps_all_it_was() -> None:
    data = QMimeData()
    data.setText("un fait")
    data.setData("application/x-entente", b"rows")
    QGuiApplication.clipboard().setMimeData(data)
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == "un fait"
    assert bytes(copied.data("application/x-entente").data()) == b"rows"
    assert bytes(copied.data(HINT).data()) == b"secret"


def test_what_was_copied_is_taken_back() -> None:
    QGuiApplication.clipboard().setText("un fait")
    clipboard.take_back()
    assert QGuiApplication.clipboard().text() == ""


def test_what_another_program_copied_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "is_ours", lambda _clipboard: False)
    QGuiApplication.clipboard().setText("d’ailleurs")
    clipboard.take_back()
    assert QGuiApplication.clipboard().text() == "d’ailleurs"
    assert not QGuiApplication.clipboard().mimeData().hasFormat(HINT)
