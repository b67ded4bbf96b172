"""The RACI matrix: letters typed into a grid."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from entente_ui.actors.acting.raci_part import RaciPart
from entente_ui.actors.acting.view import RACI, ActingView
from entente_ui.paper.dialog import PreviewDialog
from tests.ui.actors.conftest import Mission


@pytest.fixture
def part(view: ActingView) -> RaciPart:
    part = view.open(RACI)
    QApplication.processEvents()
    assert isinstance(part, RaciPart)
    return part


def place(part: RaciPart, line: str, actor: str) -> tuple[int, int]:
    matrix = part.model.matrix
    rows = [each.ref for each in matrix.lines]
    columns = [each.ref for each in matrix.heads]
    return rows.index(line), columns.index(actor)


def text(part: RaciPart, line: str, actor: str) -> str:
    return str(part.model.index(*place(part, line, actor)).data())


def go(part: RaciPart, line: str, actor: str) -> None:
    part.table.setCurrentIndex(part.model.index(*place(part, line, actor)))


def key(part: RaciPart, *keys: Qt.Key) -> None:
    for each in keys:
        QTest.keyClick(part.table, each)
    QApplication.processEvents()


def findings(part: RaciPart) -> list[str]:
    return [part.found.item(row).text() for row in range(part.found.count())]


def test_the_model_keeps_qt_s_contract(part: RaciPart, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(part.model)


def test_what_is_wanting_is_listed_below(part: RaciPart) -> None:
    assert findings(part) == [
        "T3 Reprise des dossiers actifs: 2 people answer for it (one A is enough).",
        "T7 Saisie pendant la tournée: nobody does it (no R).",
    ]


def test_a_letter_is_typed_and_the_finding_goes(part: RaciPart, mission: Mission) -> None:
    go(part, "T7", "A08")
    key(part, Qt.Key.Key_R)
    assert text(part, "T7", "A08") == "R"
    assert len(findings(part)) == 1
    mission.document.undo()
    QApplication.processEvents()
    assert text(part, "T7", "A08") == "C"
    assert len(findings(part)) == 2


def test_the_same_letter_again_takes_it_away(part: RaciPart) -> None:
    go(part, "T1", "A06")
    key(part, Qt.Key.Key_C)
    assert text(part, "T1", "A06") == ""


def test_delete_empties_all_that_is_selected_in_one_step(part: RaciPart, mission: Mission) -> None:
    top, bottom = part.model.index(0, 0), part.model.index(1, 4)
    select = QItemSelectionModel.SelectionFlag.ClearAndSelect
    part.table.selectionModel().select(QItemSelection(top, bottom), select)
    before = len(mission.document.steps())
    key(part, Qt.Key.Key_Delete)
    assert all(part.model.index(row, column).data() == "" for row in (0, 1) for column in range(5))
    assert len(mission.document.steps()) == before + 1


def test_a_block_is_pasted_as_a_whole(part: RaciPart) -> None:
    QApplication.clipboard().setText("i\tR\n\tA/C\n")
    go(part, "T1", "A01")
    key(part)
    part.table.paste()
    QApplication.processEvents()
    row, column = place(part, "T1", "A01")
    shown = [
        [part.model.index(row + down, column + across).data() for across in (0, 1)]
        for down in (0, 1)
    ]
    assert shown == [["I", "R"], ["", "AC"]]


@pytest.mark.parametrize("block", ["R\tX", "R\n" * 40, "R\t" * 60])
def test_a_block_that_does_not_fit_changes_nothing(
    part: RaciPart, mission: Mission, block: str
) -> None:
    before = mission.document.undo_label
    QApplication.clipboard().setText(block)
    go(part, "T1", "A01")
    part.table.paste()
    assert mission.document.undo_label == before
    assert mission.toasts


def test_copy_and_paste_elsewhere(part: RaciPart) -> None:
    go(part, "T1", "A13")
    part.table.copy()
    assert QApplication.clipboard().text() == "R"
    go(part, "T7", "A13")
    part.table.paste()
    QApplication.processEvents()
    assert text(part, "T7", "A13") == "R"


def test_a_deliverable_is_added_and_an_actor_shown(part: RaciPart, mission: Mission) -> None:
    part.add_deliverable("Manuel")
    QApplication.processEvents()
    part.show_actor(mission.key("A17"))
    assert "T9 Manuel: nobody has to do with it." in findings(part)
    go(part, "T9", "A17")
    key(part, Qt.Key.Key_I)
    assert text(part, "T9", "A17") == "I"


def test_a_finding_leads_to_its_row(part: RaciPart) -> None:
    part.found.itemActivated.emit(part.found.item(1))
    rows = {index.row() for index in part.table.selectedIndexes()}
    assert rows == {place(part, "T7", "A01")[0]}


def test_what_is_selected_goes_to_the_inspector(view: ActingView, part: RaciPart) -> None:
    chosen: list[Any] = []  # selections
    view.selected.connect(chosen.append)
    part.table.selectRow(2)
    assert (chosen[-1].record_type.name, len(chosen[-1].keys)) == ("deliverable", 1)
    part.table.selectColumn(1)
    assert chosen[-1].record_type.name == "actor"


def test_it_goes_out_and_comes_back(
    part: RaciPart, mission: Mission, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "raci.xlsx"
    before = dict(part.model.matrix.duties)
    part.export(path)
    qtbot.waitUntil(path.exists, timeout=20_000)
    qtbot.waitUntil(lambda: bool(mission.toasts), timeout=20_000)
    go(part, "T1", "A13")
    key(part, Qt.Key.Key_Delete)
    part.import_file(path)
    qtbot.waitUntil(lambda: len(mission.toasts) > 1, timeout=20_000)
    QApplication.processEvents()
    assert dict(part.model.matrix.duties) == before
    assert mission.told == []


def test_others_see_roles_and_change_nothing(part: RaciPart, mission: Mission) -> None:
    mission.document.present(True)
    QApplication.processEvents()
    heads = [head.name for head in part.model.matrix.heads]
    assert "DSI mutualisé" in heads
    assert "A15" not in [head.ref for head in part.model.matrix.heads]
    assert not part.found.isVisible()
    go(part, "T7", "A08")
    key(part, Qt.Key.Key_R)
    assert text(part, "T7", "A08") == "C"


def test_it_is_printed_for_the_reader_one_chooses(
    part: RaciPart, mission: Mission, qtbot: QtBot
) -> None:
    part.print_out()
    menu = next(menu for menu in part.findChildren(QMenu) if menu.isVisible())
    readers = [action.text() for action in menu.actions()]
    assert readers == ["For the mediator", "For the sponsor", "For everybody"]
    menu.actions()[0].trigger()
    menu.close()
    shown = printed(part, qtbot)
    mission.document.present(True)
    part.print_out()
    qtbot.waitUntil(lambda: part.printing.preview is not shown, timeout=20_000)
    printed(part, qtbot)


def printed(part: RaciPart, qtbot: QtBot) -> PreviewDialog:
    """Wait for the page, close it and return it."""
    qtbot.waitUntil(lambda: part.printing.preview is not None, timeout=20_000)
    shown = part.printing.preview
    assert shown is not None
    shown.close()
    return shown
