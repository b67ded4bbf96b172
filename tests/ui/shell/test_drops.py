"""Files dropped on the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl

from entente_ui.shell.drops import dropped_files, is_mission


def dropped(*addresses: str) -> list[Path]:
    data = QMimeData()
    data.setUrls([QUrl(address) for address in addresses])
    return dropped_files(data)


@pytest.mark.parametrize("name", ["m.entente", "liste.csv", "a.XLSX", "b.ods", "c.vcf", "d.txt"])
def test_files_we_read_are_taken(name: str) -> None:
    assert dropped(f"file:///home/{name}") == [Path(f"/home/{name}")]


@pytest.mark.parametrize(
    "address",
    [
        "file:///home/x.exe",
        "file:///home/page.html",
        "file:///home/picture.png",
        "https://example.org/m.entente",
        "file://host/share/m.entente",
        "smb://host/m.entente",
    ],
)
def test_other_kinds_and_other_computers_are_not(address: str) -> None:
    assert dropped(address) == []


def test_text_is_no_file() -> None:
    data = QMimeData()
    data.setText("file:///home/m.entente")
    assert dropped_files(data) == []


def test_a_mission_is_known_by_its_ending() -> None:
    assert is_mission(Path("M.Entente"))
    assert not is_mission(Path("m.csv"))
