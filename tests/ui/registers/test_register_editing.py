"""What is typed into the table of a register, cell by cell or as a block."""

import pytest
from PySide6.QtCore import (
    Qt,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from entente.domain.actor import ACTOR
from entente_ui.registers.choices import ReferenceInput
from entente_ui.registers.register import Register
from tests.ui.registers.conftest import Mission
from tests.ui.registers.hands import cell, choose_block, column, editor, shown, write


def test_an_edit_is_one_step_that_can_be_undone(mission: Mission, actors: Register) -> None:
    assert write(actors, 1, "role", "Usager")
    assert mission.get(ACTOR, "A02")["role"] == "Usager"
    assert shown(actors, "role")[1] == "Usager"
    mission.document.undo()
    assert shown(actors, "role")[1] == ""
    mission.document.redo()
    assert shown(actors, "role")[1] == "Usager"


def test_a_row_stays_where_it_is_while_one_types(actors: Register) -> None:
    actors.table.sortByColumn(column(actors, "name"), Qt.SortOrder.AscendingOrder)
    assert write(actors, 0, "name", "Zut")
    assert shown(actors, "name")[0] == "Zut"


def test_a_score_with_a_decimal_comma_becomes_a_rating(mission: Mission, actors: Register) -> None:
    assert write(actors, 1, "power", "3,5")
    assert mission.get(ACTOR, "A02")["power"] == 3.5


def test_a_reference_is_found_by_its_name(actors: Register) -> None:
    assert write(actors, 1, "organisation_id", "editeur logiprisme")
    assert shown(actors, "organisation_id")[1] == "Éditeur Logiprisme"


@pytest.mark.parametrize(
    ("name", "typed", "told"),
    [
        ("power", "12", "a number between 1 and 5"),
        ("power", "beaucoup", "a number between 1 and 5"),
        ("organisation_id", "Inconnue", "Inconnue"),
        ("name", "", "Name"),
    ],
)
def test_what_is_not_taken_stays_in_its_cell_with_the_reason(
    mission: Mission, actors: Register, name: str, typed: str, told: str
) -> None:
    before = mission.document.steps()
    assert not write(actors, 0, name, typed)
    index = cell(actors, 0, name)
    refusal = actors.model.refusal(index)
    assert refusal is not None
    assert told in refusal.sentence
    assert index.data() == typed
    assert mission.document.steps() == before


def test_typing_replaces_and_enter_takes_it(mission: Mission, actors: Register) -> None:
    actors.table.setCurrentIndex(cell(actors, 1, "role"))
    QTest.keyClick(actors.table.viewport(), Qt.Key.Key_D)
    QTest.keyClicks(editor(actors), "SI")
    QTest.keyClick(editor(actors), Qt.Key.Key_Return)
    assert str(mission.get(ACTOR, "A02")["role"]).lower() == "dsi"
    assert actors.table.currentIndex().row() == 2


def test_tab_takes_what_was_typed_and_goes_on_to_the_right(
    mission: Mission, actors: Register
) -> None:
    actors.table.setCurrentIndex(cell(actors, 1, "role"))
    QTest.keyClick(actors.table, Qt.Key.Key_F2)
    editor(actors).setText("Usager")
    QTest.keyClick(editor(actors), Qt.Key.Key_Tab)
    assert mission.get(ACTOR, "A02")["role"] == "Usager"
    assert actors.table.currentIndex().column() == column(actors, "organisation_id")


def test_enter_on_a_refused_text_keeps_the_editor_open_and_says_why(actors: Register) -> None:
    actors.table.setCurrentIndex(cell(actors, 0, "power"))
    QTest.keyClick(actors.table, Qt.Key.Key_F2)
    editor(actors).setText("9")
    QTest.keyClick(editor(actors), Qt.Key.Key_Return)
    assert editor(actors).isVisible()
    assert editor(actors).text() == "9"
    assert "between 1 and 5" in actors.table.cells.bubble.text


def test_escape_drops_what_was_typed(mission: Mission, actors: Register) -> None:
    actors.table.setCurrentIndex(cell(actors, 0, "power"))
    QTest.keyClick(actors.table, Qt.Key.Key_F2)
    editor(actors).setText("9")
    QTest.keyClick(editor(actors), Qt.Key.Key_Return)
    QTest.keyClick(editor(actors), Qt.Key.Key_Escape)
    assert cell(actors, 0, "power").data() == "5"
    assert mission.get(ACTOR, "A01")["power"] == 5.0


def test_space_switches_a_flag(mission: Mission, actors: Register) -> None:
    actors.table.setColumnHidden(column(actors, "urgency"), False)
    actors.table.setCurrentIndex(cell(actors, 0, "urgency"))
    QTest.keyClick(actors.table, Qt.Key.Key_Space)
    assert mission.get(ACTOR, "A01")["urgency"] is True
    QTest.keyClick(actors.table, Qt.Key.Key_Space)
    assert mission.get(ACTOR, "A01")["urgency"] is False


def test_a_block_goes_out_as_text_with_tabs(actors: Register) -> None:
    choose_block(actors, 0, "name", 1, "camp")
    QTest.keyClick(actors.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == (
        "Zoé Éclair\tDirectrice\tClinique d’Ombrelle\tmanagement\nÉmile Dupont\t\t\tuser"
    )


def test_a_block_comes_in_as_one_step(mission: Mission, actors: Register) -> None:
    QGuiApplication.clipboard().setText("DG\tÉditeur Logiprisme\tsupport\t4,5\r\nMaire\t\tIT\t1")
    steps = len(mission.document.steps())
    actors.table.setCurrentIndex(cell(actors, 1, "role"))
    actors.commands.paste()
    assert shown(actors, "role")[1:3] == ["DG", "Maire"]
    assert shown(actors, "organisation_id")[1:3] == ["Éditeur Logiprisme", ""]
    assert shown(actors, "power")[1:3] == ["4.5", "1"]
    assert len(mission.document.steps()) == steps + 1
    mission.document.undo()
    assert shown(actors, "role")[1:3] == ["", "Infirmière"]


def test_a_block_below_the_last_row_becomes_new_records(mission: Mission, actors: Register) -> None:
    QGuiApplication.clipboard().setText("Neuf Dix\tInfirmier\nOnze Douze\tMédecin")
    actors.table.setCurrentIndex(cell(actors, 3, "name"))
    actors.commands.paste()
    assert shown(actors, "name")[3:] == ["Neuf Dix", "Onze Douze"]
    assert mission.toasts == ["2 rows pasted"]


def test_one_bad_cell_refuses_the_whole_block_and_says_where(
    mission: Mission, actors: Register
) -> None:
    QGuiApplication.clipboard().setText("4\t3\n2\tsept")
    steps = mission.document.steps()
    actors.table.setCurrentIndex(cell(actors, 0, "power"))
    actors.commands.paste()
    assert mission.document.steps() == steps
    said = actors.table.cells.bubble.text
    assert said.startswith("Row 2, column “Interest”")


def test_a_block_that_is_too_wide_is_refused(actors: Register) -> None:
    QGuiApplication.clipboard().setText("\t".join("abc"))
    actors.table.setCurrentIndex(cell(actors, 0, "confidentiality"))
    actors.commands.paste()
    assert "3 columns wide" in actors.table.cells.bubble.text


def test_one_value_fills_the_selected_cells(actors: Register) -> None:
    QGuiApplication.clipboard().setText("support")
    choose_block(actors, 0, "camp", 2, "camp")
    actors.commands.paste()
    assert shown(actors, "camp") == ["support", "support", "support", "IT"]


def test_backspace_empties_the_selected_cells_as_one_step(
    mission: Mission, actors: Register
) -> None:
    choose_block(actors, 0, "role", 2, "organisation_id")
    QTest.keyClick(actors.table, Qt.Key.Key_Backspace)
    assert shown(actors, "role") == ["", "", "", "DSI"]
    assert shown(actors, "organisation_id") == ["", "", "", ""]
    mission.document.undo()
    assert shown(actors, "role")[0] == "Directrice"


def test_deleting_offers_to_take_it_back(mission: Mission, actors: Register) -> None:
    actors.table.select_keys([actors.model.key_at(0), actors.model.key_at(1)])
    QTest.keyClick(actors.table, Qt.Key.Key_Delete)
    assert shown(actors, "ref") == ["A03", "A04"]
    assert mission.toasts == ["Deleted: 2 records"]
    mission.document.undo()
    assert shown(actors, "ref") == ["A01", "A02", "A03", "A04"]


def test_duplicating_selects_the_copy(actors: Register) -> None:
    actors.table.select_keys([actors.model.key_at(0)])
    QTest.keyClick(actors.table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert shown(actors, "name")[-1] == "Zoé Éclair"
    assert actors.table.selected_keys() == [actors.model.key_at(4)]


def test_a_reference_is_chosen_by_a_part_of_its_name_without_accents(actors: Register) -> None:
    actors.table.setCurrentIndex(cell(actors, 1, "organisation_id"))
    QTest.keyClick(actors.table, Qt.Key.Key_F2)
    (chosen,) = actors.table.viewport().findChildren(ReferenceInput)
    completer = chosen.completer()
    assert completer is not None
    completer.setCompletionPrefix("editeur")
    found = completer.completionModel()
    assert [found.index(row, 0).data() for row in range(found.rowCount())] == ["Éditeur Logiprisme"]
