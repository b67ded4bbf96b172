"""Taking over actors and relations at once through the dialog."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from entente.domain.actor import ACTOR
from entente.domain.relation import RELATION
from entente.services import records
from entente_ui.registers.import_dialog import ImportDialog, import_file
from tests.ui.registers.conftest import Mission

Opener = Callable[[Path], ImportDialog]


@pytest.fixture
def open_import(qtbot: QtBot, mission: Mission) -> Opener:
    def opened(path: Path) -> ImportDialog:
        dialog = import_file(mission.context, ACTOR, path)
        assert dialog is not None
        qtbot.addWidget(dialog)
        qtbot.waitUntil(lambda: bool(dialog.said))
        return dialog

    return opened


@pytest.fixture
def kumu(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    first: Any = book.active
    first.title = "Elements"
    for person in (["Label", "Role"], ["Élise Noël", "Élue"], ["Zoé Éclair", "Présidente"]):
        first.append(person)
    second = book.create_sheet("Connections")
    second.append(["From", "To", "Strength"])
    second.append(["Élise Noël", "Zoé Éclair", 2])
    path = tmp_path / "carte.xlsx"
    book.save(path)
    return path


def count(mission: Mission, kind: Any) -> int:  # noqa: ANN401  # a kind of record
    return mission.document.read(lambda s: records.count(s, kind))


def test_a_workbook_of_two_sheets_is_offered_as_actors_and_relations(
    qtbot: QtBot, mission: Mission, open_import: Opener, kumu: Path
) -> None:
    people, ties, steps = (
        count(mission, ACTOR),
        count(mission, RELATION),
        len(mission.document.steps()),
    )
    dialog = open_import(kumu)
    sheets = [dialog._sheet.itemText(row) for row in range(dialog._sheet.count())]
    assert sheets == ["Actors and relations", "Elements", "Connections"]
    assert dialog._sheet.currentIndex() == 0
    assert dialog.said.startswith("Actors: 1 addition, 1 update")
    assert dialog.said.endswith("Relations: 1 addition")
    assert dialog.rows.item(2, 2).text() == "Élise Noël – Zoé Éclair"  # type: ignore[union-attr]  # it is there
    with qtbot.waitSignal(mission.document.changed):
        dialog._apply()
    assert count(mission, ACTOR) == people + 1
    assert count(mission, RELATION) == ties + 1
    assert mission.toasts == ["Actors: 1 addition, 1 update · Relations: 1 addition"]
    assert len(mission.document.steps()) == steps + 1
    mission.document.undo()
    assert (count(mission, ACTOR), count(mission, RELATION)) == (people, ties)


def test_each_half_can_still_be_taken_for_itself(
    qtbot: QtBot, open_import: Opener, kumu: Path
) -> None:
    dialog = open_import(kumu)
    with qtbot.waitSignals([dialog.settled, dialog.settled]):
        dialog._read("Elements")
    assert dialog.tabs.isTabVisible(0)
    assert dialog._sheet.currentText() == "Elements"
    assert dialog.said == "1 addition, 1 update"
    with qtbot.waitSignals([dialog.settled, dialog.settled]):
        dialog._read("Actors and relations")
    assert not dialog.tabs.isTabVisible(0)
    assert dialog.said.startswith("Actors: 1 addition")


def test_what_is_there_can_be_left_out(open_import: Opener, kumu: Path) -> None:
    dialog = open_import(kumu)
    assert dialog.duplicates.count() == 2
    dialog.duplicates.setCurrentIndex(1)
    dialog.duplicates.activated.emit(1)
    assert dialog.said.startswith("Actors: 1 addition, 1 row left out")


def test_a_graph_with_a_loop_is_refused_with_its_place(open_import: Opener, tmp_path: Path) -> None:
    path = tmp_path / "boucle.graphml"
    nx.write_graphml(nx.Graph([("a", "b"), ("b", "b")]), path)
    dialog = open_import(path)
    assert not dialog.can_import
    assert "1 problem" in dialog.said
    assert dialog.remarks.item(0, 0).text() == "2"  # type: ignore[union-attr]  # it is there


def test_a_harmful_graph_is_refused_in_a_sentence(open_import: Opener, tmp_path: Path) -> None:
    path = tmp_path / "bombe.gexf"
    path.write_text('<!DOCTYPE g [<!ENTITY a "aa">]><gexf>&a;</gexf>', encoding="utf-8")
    dialog = open_import(path)
    assert "document type or entities" in dialog.said
    assert not dialog.can_import


def test_a_graph_of_nodes_alone_is_a_list_of_actors(open_import: Opener, tmp_path: Path) -> None:
    path = tmp_path / "seuls.graphml"
    graph = nx.Graph()
    graph.add_nodes_from(["Anna", "Paul"])
    nx.write_graphml(graph, path)
    dialog = open_import(path)
    assert dialog.tabs.isTabVisible(0)
    assert dialog.said == "2 additions"
