"""The map of relations out of the window: files, clipboard, paper."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from entente.domain.confidentiality import PUBLIC
from entente_ui.actors.map_output import FORMATS, PAPERS, MapFormat, MapOutput, MapPaper
from entente_ui.paper.dialog import PreviewDialog
from tests.ui.actors.conftest import Mission

_BEGINNINGS = {
    ".svg": b"<svg",
    ".png": b"\x89PNG",
    ".graphml": b"<?xml",
    ".gexf": b"<?xml",
    ".xlsx": b"PK",
    ".csv": b"\xef\xbb\xbf",
}


@pytest.fixture
def output(qtbot: QtBot, mission: Mission) -> MapOutput:
    window = QWidget()
    window.resize(900, 700)
    qtbot.addWidget(window)
    window.show()
    return MapOutput(mission.context, window)


@pytest.fixture
def wait(qtbot: QtBot, mission: Mission) -> Callable[[], None]:
    def until_told() -> None:
        qtbot.waitUntil(lambda: bool(mission.toasts or mission.told), timeout=20_000)

    return until_told


def actions(menu: QMenu) -> dict[str, QAction]:
    found: dict[str, QAction] = {}
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            found |= {f"{action.text()}/{name}": each for name, each in actions(inner).items()}
        elif action.text():
            found[action.text()] = action
    return found


@pytest.mark.parametrize("chosen", FORMATS, ids=lambda chosen: chosen.name)
def test_the_map_is_written_to_a_file(
    output: MapOutput,
    mission: Mission,
    wait: Callable[[], None],
    tmp_path: Path,
    chosen: MapFormat,
) -> None:
    path = tmp_path / f"map{chosen.suffix}"
    output.write(path)
    wait()
    assert mission.told == []
    assert path.read_bytes().startswith(_BEGINNINGS[chosen.suffix])


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_the_map_is_written_on_every_paper(
    output: MapOutput,
    mission: Mission,
    wait: Callable[[], None],
    tmp_path: Path,
    paper: MapPaper,
) -> None:
    path = tmp_path / "map.pdf"
    output.write(path, paper)
    wait()
    assert mission.told == []
    assert path.read_bytes().startswith(b"%PDF")


def test_the_menu_asks_for_a_name_and_adds_the_ending(
    output: MapOutput,
    wait: Callable[[], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    typed = str(tmp_path / "my map")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (typed, ""))
    actions(output.export_menu())["PDF/A3, landscape"].trigger()
    wait()
    assert (tmp_path / "my map.pdf").exists()


def test_a_file_that_cannot_be_written_is_told(
    output: MapOutput, mission: Mission, wait: Callable[[], None], tmp_path: Path
) -> None:
    output.write(tmp_path / "nowhere" / "map.graphml")
    wait()
    assert len(mission.told) == 1
    assert not mission.toasts


def test_the_picture_is_put_on_the_clipboard_in_both_forms(
    output: MapOutput, wait: Callable[[], None]
) -> None:
    output.copy()
    wait()
    data = QGuiApplication.clipboard().mimeData()
    assert isinstance(data.imageData(), QImage)
    assert data.data("image/svg+xml").startsWith(b"<svg")


def test_printing_shows_the_very_page(output: MapOutput, mission: Mission, qtbot: QtBot) -> None:
    output.print_out()
    window = output.parent()
    assert isinstance(window, QWidget)
    qtbot.waitUntil(
        lambda: bool(window.findChildren(PreviewDialog) or mission.told), timeout=20_000
    )
    (dialog,) = window.findChildren(PreviewDialog)
    assert dialog.pages.page_count == 1
    dialog.close()


def test_a_view_that_is_gone_is_told(output: MapOutput, mission: Mission, tmp_path: Path) -> None:
    output.export_menu("gone")
    output.write(tmp_path / "map.svg")
    assert len(mission.told) == 1


def test_roles_stand_for_names_when_asked(
    output: MapOutput, wait: Callable[[], None], tmp_path: Path
) -> None:
    actions(output.export_menu())["Roles instead of names"].trigger()
    output.write(tmp_path / "map.svg")
    wait()
    assert "Ferrage" not in (tmp_path / "map.svg").read_text("utf-8")
    assert actions(output.export_menu())["Roles instead of names"].isChecked()


def test_a_reader_is_chosen(output: MapOutput) -> None:
    actions(output.export_menu())["For everybody"].trigger()
    assert output.reader == PUBLIC


def test_while_others_look_on_it_is_for_everybody_without_names_or_lists(
    output: MapOutput, mission: Mission, wait: Callable[[], None], tmp_path: Path
) -> None:
    mission.document.present(on=True)
    menu = actions(output.export_menu())
    assert menu["Drawing (SVG)"].isEnabled()
    assert not menu["Graph (GraphML)"].isEnabled()
    assert not menu["For the mediator"].isEnabled()
    output.write(tmp_path / "map.svg")
    wait()
    text = (tmp_path / "map.svg").read_text("utf-8")
    assert not any(name in text for name in ("Ferrage", "Tisserine", "Cordelois"))
