from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from entente_ui.actors.output import FORMATS, Format
from entente_ui.paper.dialog import PreviewDialog
from tests.ui.actors.conftest import Hands, Mission

_BEGINNINGS = {".pdf": b"%PDF", ".svg": b"<svg", ".png": b"\x89PNG"}


@pytest.mark.parametrize("chosen", FORMATS, ids=lambda chosen: chosen.name)
def test_the_grid_is_written_to_a_file(
    hands: Hands, mission: Mission, qtbot: QtBot, tmp_path: Path, chosen: Format
) -> None:
    path = tmp_path / f"grid{chosen.suffix}"
    hands.grid.output.write(chosen, path)
    qtbot.waitUntil(lambda: bool(mission.toasts or mission.told), timeout=20_000)
    assert mission.told == []
    assert path.read_bytes().startswith(_BEGINNINGS[chosen.suffix])


def test_a_file_that_cannot_be_written_is_told(
    hands: Hands, mission: Mission, qtbot: QtBot, tmp_path: Path
) -> None:
    hands.grid.output.write(FORMATS[2], tmp_path / "nowhere" / "grid.svg")
    qtbot.waitUntil(lambda: bool(mission.toasts or mission.told), timeout=20_000)
    assert len(mission.told) == 1
    assert not mission.toasts


def test_the_suffix_is_added_when_it_was_not_typed(
    hands: Hands,
    mission: Mission,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    typed = str(tmp_path / "my grid")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (typed, ""))
    hands.grid.commands.exports[2].trigger()
    qtbot.waitUntil(lambda: bool(mission.toasts or mission.told), timeout=20_000)
    assert (tmp_path / "my grid.svg").exists()


def test_the_picture_is_put_on_the_clipboard_in_both_forms(
    hands: Hands, mission: Mission, qtbot: QtBot
) -> None:
    hands.grid.output.copy()
    qtbot.waitUntil(lambda: bool(mission.toasts or mission.told), timeout=20_000)
    data = QGuiApplication.clipboard().mimeData()
    assert isinstance(data.imageData(), QImage)
    assert data.data("image/svg+xml").startsWith(b"<svg")


def test_what_is_projected_is_exported_without_names(
    hands: Hands, mission: Mission, qtbot: QtBot, tmp_path: Path
) -> None:
    mission.document.present(on=True)
    path = tmp_path / "grid.svg"
    hands.grid.output.write(FORMATS[2], path)
    qtbot.waitUntil(lambda: bool(mission.toasts or mission.told), timeout=20_000)
    text = path.read_text("utf-8")
    assert not any(name in text for name in ("Ferrage", "Tisserine", "Cordelois"))


def test_ctrl_p_shows_the_very_page(hands: Hands, mission: Mission, qtbot: QtBot) -> None:
    hands.pane.print_out()
    window = hands.pane.window()
    qtbot.waitUntil(
        lambda: bool(window.findChildren(PreviewDialog) or mission.told), timeout=20_000
    )
    (dialog,) = window.findChildren(PreviewDialog)
    assert dialog.pages.page_count == 1
    dialog.close()
