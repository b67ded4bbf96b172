"""The sheet that opens the mission when the passphrase is lost."""

import datetime as dt
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from entente.store.key import new_key
from entente.store.mission_file import MissionFile
from entente_ui.shell import recovery
from entente_ui.shell.recovery_dialog import RecoveryDialog

pytestmark = pytest.mark.usefixtures("quick_keys")

pytestmark = pytest.mark.usefixtures("look")

TEXT = "-".join(f"AB{letter}{other}" for letter in "CDEF" for other in "GHJK")
DAY = dt.date(2026, 11, 22)


def test_the_sheet_holds_every_group_in_order() -> None:
    reader = PdfReader(io.BytesIO(recovery.as_pdf("Mission É", TEXT, DAY)))
    assert len(reader.pages) == 1
    text = " ".join(reader.pages[0].extract_text().split())
    assert re.findall(r"\bAB[C-F][GHJK]\b", text) == TEXT.split("-")
    assert "Mission É" in text


def test_the_sheet_is_a4() -> None:
    (page,) = PdfReader(io.BytesIO(recovery.as_pdf("M", TEXT, DAY))).pages
    assert (round(float(page.mediabox.width)), round(float(page.mediabox.height))) == (595, 842)


def test_the_properties_of_the_file_name_no_client() -> None:
    reader = PdfReader(io.BytesIO(recovery.as_pdf("Clinique Untel", TEXT, DAY)))
    told = " ".join(str(value) for value in (reader.metadata or {}).values())
    assert "Untel" not in told


def test_a_long_name_pushes_nothing_off_the_page() -> None:
    reader = PdfReader(io.BytesIO(recovery.as_pdf("Mission " * 60, TEXT, DAY)))
    words = re.findall(r"\bAB[C-F][GHJK]\b", reader.pages[0].extract_text())
    assert words == TEXT.split("-")


def test_lines_are_short_enough_to_copy_by_hand() -> None:
    lines = recovery.in_lines(TEXT).splitlines()
    assert [len(line.split()) for line in lines] == [5, 5, 5, 1]


@pytest.fixture
def protected(tmp_path: Path) -> Iterator[MissionFile]:
    file = MissionFile.create(tmp_path / "Fusion.entente", new_key("cheval pile"))
    yield file
    file.close(abandon=True)


def test_the_signs_on_screen_are_equally_wide(qtbot: QtBot, protected: MissionFile) -> None:
    dialog = RecoveryDialog(protected, "Fusion")
    qtbot.addWidget(dialog)
    dialog.show()
    code = recovery.in_lines(protected.recovery_text())
    (label,) = (found for found in dialog.findChildren(QLabel) if found.text() == code)
    family = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    assert label.font().family() == family


def test_a_saved_sheet_is_said_to_be_saved(
    qtbot: QtBot, protected: MissionFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "Secours.pdf"
    monkeypatch.setattr("entente_ui.shell.recovery_dialog.pdf_to_write", lambda *_asked: target)
    dialog = RecoveryDialog(protected, "Fusion")
    qtbot.addWidget(dialog)
    dialog._save()
    assert target.read_bytes().startswith(b"%PDF")
    assert "Secours.pdf" in dialog._message.text()
    assert not dialog._message.isHidden()
