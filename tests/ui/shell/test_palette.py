"""The command palette, by keyboard."""

from importlib import import_module

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from entente_ui.difficulties.pane import DifficultiesPane
from entente_ui.document import Document
from entente_ui.shell.palette import Palette
from entente_ui.shell.places import known_places
from entente_ui.shell.shell import Shell
from entente_ui.sprints.pane import SprintsPane
from entente_ui.tabbed import TabbedPane


class Case:
    """A palette over an empty window, and what was chosen in it."""

    def __init__(self, host: QWidget, document: Document) -> None:
        self.host = host
        self.document = document
        self.recent: list[str] = []
        self.done: list[str] = []
        self.went: list[tuple[str, str]] = []
        self.actions = {name: QAction(name, host) for name in ("Vérifier", "Œuvrer", "Ouvrir")}
        for name, action in self.actions.items():
            action.triggered.connect(lambda _on=False, what=name: self.done.append(what))

    def open(self) -> Palette:
        palette = Palette(
            self.host,
            self.actions.items,
            self.document,
            lambda *to: self.went.append(to),
            self.recent,
        )
        palette.open()
        return palette


@pytest.fixture
def case(qtbot: QtBot, document: Document) -> Case:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 700)
    host.show()
    return Case(host, document)


def typed(qtbot: QtBot, palette: Palette, text: str) -> list[str]:
    palette.field.setText(text)
    qtbot.wait(120)
    return [entry.title for entry in palette.entries]


def test_accents_and_ligatures_do_not_matter(qtbot: QtBot, case: Case) -> None:
    palette = case.open()
    assert "Vérifier" in typed(qtbot, palette, "verif")
    assert "Œuvrer" in typed(qtbot, palette, "oeuv")


def test_a_record_is_found_by_name_and_by_reference(qtbot: QtBot, case: Case) -> None:
    palette = case.open()
    assert typed(qtbot, palette, "versoir")[0] == "A11 Hippolyte Versoir"
    assert typed(qtbot, palette, "k1")[0] == "K1 Reprise des données"


def test_the_better_fit_comes_first_be_it_record_or_command(qtbot: QtBot, case: Case) -> None:
    palette = case.open()
    assert typed(qtbot, palette, "ouvrir")[0] == "Ouvrir"
    assert typed(qtbot, palette, "reprise donnees")[0] == "K1 Reprise des données"


def test_enter_carries_out_and_the_focus_comes_back(qtbot: QtBot, case: Case) -> None:
    palette = case.open()
    typed(qtbot, palette, "ouvrir")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert case.done == ["Ouvrir"]
    assert palette.isHidden()


def test_a_record_is_revealed(qtbot: QtBot, case: Case) -> None:
    palette = case.open()
    typed(qtbot, palette, "versoir")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert case.went[0][0] == "actor"


def test_arrows_go_round_and_skip_headings(case: Case) -> None:
    palette = case.open()
    names = [entry.title for entry in palette.entries]
    first = palette.current
    assert first is not None
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    last = palette.current
    assert last is not None
    assert (first.title, last.title) == (names[0], names[-1])
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.current == first
    QTest.keyClick(palette.field, Qt.Key.Key_PageDown)
    assert palette.current == last


def test_escape_chooses_nothing(case: Case) -> None:
    palette = case.open()
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert case.done == []


def test_what_was_chosen_lately_comes_first(qtbot: QtBot, case: Case) -> None:
    for words in ("ouvrir", "versoir"):
        palette = case.open()
        typed(qtbot, palette, words)
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
    titles = [entry.title for entry in case.open().entries]
    assert titles[:2] == ["A11 Hippolyte Versoir", "Ouvrir"]


def test_others_see_roles_instead_of_names(qtbot: QtBot, case: Case) -> None:
    case.document.present(on=True)
    palette = case.open()
    assert typed(qtbot, palette, "versoir") == []
    shown = [entry.title for entry in palette.entries]
    assert not any("Versoir" in title for title in shown)


def test_every_entry_can_be_read_aloud(qtbot: QtBot, case: Case) -> None:
    palette = case.open()
    typed(qtbot, palette, "versoir")
    model = palette.list.model()
    spoken = [
        model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(model.rowCount())
    ]
    assert "A11 Hippolyte Versoir, Actor" in spoken
    assert all(spoken)


def test_it_goes_when_its_window_goes(qtbot: QtBot, case: Case) -> None:
    palette = case.open()
    palette.leave()
    qtbot.waitUntil(lambda: not case.host.findChildren(Palette))


def test_every_tab_is_found_by_its_place_and_title_and_led_to(
    qtbot: QtBot, sample_shell: Shell
) -> None:
    workspace = sample_shell.workspace
    assert workspace is not None

    def found(words: str) -> Palette:
        sample_shell.actions["palette"].trigger()
        palette = sample_shell.window.findChildren(Palette)[-1]
        typed(qtbot, palette, words)
        return palette

    # As they are put together by hand from the tabs that are seen.
    for words, title in (
        ("sprints wall", "Sprints › Wall of commitments"),
        ("exposure", "Risks › Exposure"),
        ("difficulties ways", "Difficulties › Ways out"),
        ("positions", "Actors › Positions"),
    ):
        palette = found(words)
        assert title in [entry.title for entry in palette.entries]
        palette.leave()
    palette = found("sprints wall")
    assert palette.current is not None
    assert palette.current.title == "Sprints › Wall of commitments"
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    pane = workspace.pane
    assert isinstance(pane, SprintsPane)
    assert (workspace.place, pane.name) == ("sprints", "commitments")
    assert pane.current.state()["mode"] == "wall"
    # What was chosen is offered again before anything is typed.
    sample_shell.actions["palette"].trigger()
    again = sample_shell.window.findChildren(Palette)[-1]
    assert again.entries[0].title == "Sprints › Wall of commitments"
    again.leave()
    found("difficulties ways")
    QTest.keyClick(sample_shell.window.findChildren(Palette)[-1].field, Qt.Key.Key_Return)
    difficulties = workspace.pane
    assert isinstance(difficulties, DifficultiesPane)
    assert difficulties.workspace.current.name == "ways_out"


def test_each_pane_of_tabs_tells_them_to_the_palette() -> None:
    for place in known_places():
        pane = getattr(import_module(place.module), place.pane)
        if issubclass(pane, TabbedPane):
            assert list(place.tabs()) == list(pane.entries)
