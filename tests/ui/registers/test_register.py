"""A register: what is done through its table, and what comes of it in the mission."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QPointF,
    Qt,
)
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.note import NOTE
from entente.domain.records import RecordType
from entente.services import records
from entente_ui.drag import dragged_records
from entente_ui.kit import EmptyState
from entente_ui.look.theme import Mode, Theme, apply
from entente_ui.pane import Selection
from entente_ui.registers.cells import LEVEL_ROLE
from entente_ui.registers.choices import ReferenceInput
from entente_ui.registers.filters import Between, OneOf
from entente_ui.registers.lines import LineInput
from entente_ui.registers.register import Register
from tests.ui.registers.conftest import Mission


def column(register: Register, name: str) -> int:
    return [one.name for one in register.model.columns].index(name)


def cell(register: Register, row: int, name: str) -> QModelIndex:
    return register.model.index(row, column(register, name))


def shown(register: Register, name: str) -> list[str]:
    return [cell(register, row, name).data() for row in range(register.model.rowCount())]


def write(register: Register, row: int, name: str, typed: object) -> bool:
    return register.model.setData(cell(register, row, name), typed)


def choose_block(register: Register, top: int, left: str, bottom: int, right: str) -> None:
    block = QItemSelection(cell(register, top, left), cell(register, bottom, right))
    register.table.setCurrentIndex(cell(register, top, left))
    flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
    register.table.selectionModel().select(block, flag)


def editor(register: Register) -> LineInput:
    found = register.table.viewport().findChildren(LineInput)
    return found[-1]


def test_the_model_keeps_qt_s_contract(qtmodeltester: ModelTester, actors: Register) -> None:
    qtmodeltester.check(actors.model)


def test_rows_come_in_the_order_of_their_references(actors: Register) -> None:
    assert shown(actors, "ref") == ["A01", "A02", "A03", "A04"]


def test_names_sort_as_in_a_french_dictionary(actors: Register) -> None:
    actors.table.sortByColumn(column(actors, "name"), Qt.SortOrder.AscendingOrder)
    assert shown(actors, "name") == ["Anatole Brun", "Émile Dupont", "eva Œuvrard", "Zoé Éclair"]


@pytest.mark.parametrize("order", [Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder])
def test_blanks_come_last_whichever_way_one_sorts(actors: Register, order: Qt.SortOrder) -> None:
    actors.table.sortByColumn(column(actors, "power"), order)
    assert shown(actors, "power")[-1] == ""


def test_choices_sort_in_the_order_they_are_described(actors: Register) -> None:
    actors.table.sortByColumn(column(actors, "camp"), Qt.SortOrder.AscendingOrder)
    assert shown(actors, "camp") == ["management", "IT", "business", "user"]


def test_words_are_found_whatever_their_accents_and_wherever_they_stand(actors: Register) -> None:
    actors.filter_field.setText("emile")
    actors.filter_field.searched.emit("emile")
    assert shown(actors, "name") == ["Émile Dupont"]
    actors.filter_field.searched.emit("ombrelle oeuvrard")
    assert shown(actors, "name") == ["eva Œuvrard"]


def test_the_status_counts_what_the_filter_shows(qtbot: QtBot, actors: Register) -> None:
    with qtbot.waitSignal(actors.status_changed) as told:
        actors.filter_field.searched.emit("dupont")
    assert told.args == ["1 of 4"]


def test_a_filter_that_nothing_matches_offers_to_clear_it(actors: Register) -> None:
    actors.filter_field.searched.emit("nobody of that name")
    assert actors.model.rowCount() == 0
    actors.clear_filter()
    assert actors.model.rowCount() == 4


def test_columns_are_filtered_by_value_and_by_range(actors: Register) -> None:
    actors.set_condition("camp", OneOf(frozenset({"user", "digital"})))
    assert shown(actors, "name") == ["Émile Dupont", "Anatole Brun"]
    actors.set_condition("power", Between(3, None))
    assert shown(actors, "name") == ["Anatole Brun"]
    actors.set_condition("camp", None)
    assert shown(actors, "name") == ["Zoé Éclair", "Anatole Brun"]


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
    actors.table.setColumnHidden(column(actors, "ambassador"), False)
    actors.table.setCurrentIndex(cell(actors, 0, "ambassador"))
    QTest.keyClick(actors.table, Qt.Key.Key_Space)
    assert mission.get(ACTOR, "A01")["ambassador"] is True
    QTest.keyClick(actors.table, Qt.Key.Key_Space)
    assert mission.get(ACTOR, "A01")["ambassador"] is False


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


def test_the_selection_is_told_by_kind_and_keys(actors: Register) -> None:
    keys = [actors.model.key_at(2), actors.model.key_at(3)]
    told: list[object] = []
    actors.selected.connect(told.append)
    actors.table.select_keys(keys)
    assert told[-1] == Selection(ACTOR, tuple(keys))


def test_the_selection_follows_its_records_when_they_are_sorted(actors: Register) -> None:
    key = actors.model.key_at(3)
    actors.table.select_keys([key], key)
    actors.table.sortByColumn(column(actors, "name"), Qt.SortOrder.AscendingOrder)
    assert actors.table.selected_keys() == [key]


def test_rows_dragged_out_carry_their_kind_and_keys(actors: Register) -> None:
    key = actors.model.key_at(1)
    actors.table.select_keys([key])
    assert dragged_records(actors.table.dragged()) == ("actor", [key])


def pull(register: Register, name: str, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Press on a cell of the third row, move downwards, and return what was dragged out."""
    dragged: list[list[str]] = []
    table = register.table
    monkeypatch.setattr(
        type(table), "startDrag", lambda self, _actions: dragged.append(self.selected_keys())
    )
    start = table.visualRect(cell(register, 2, name)).center()
    QTest.mousePress(table.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        point = QPointF(start + QPoint(0, 12 * step))
        held = Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        moved = QMouseEvent(QEvent.Type.MouseMove, point, point, held, held, none)
        table.mouseMoveEvent(moved)
    return dragged


def test_a_row_is_dragged_out_by_its_first_column(
    actors: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = actors.model.key_at(2)
    assert pull(actors, "ref", monkeypatch)[0] == [key]


def test_pulling_over_other_cells_selects_them(
    actors: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert pull(actors, "role", monkeypatch) == []
    assert len(actors.table.selected_rows()) == 2


def test_revealing_a_filtered_record_clears_the_filter(actors: Register) -> None:
    key = actors.model.key_at(0)
    actors.filter_field.searched.emit("dupont")
    actors.reveal(key)
    assert actors.table.selected_keys() == [key]


def test_widths_order_and_sorting_come_back(
    make_register: Callable[[RecordType], Register],
) -> None:
    first = make_register(ACTOR)
    name, role = column(first, "name"), column(first, "role")
    first.table.setColumnWidth(name, 321)
    first.column_menus.all_columns().actions()[role].setChecked(False)
    first.table.header.moveSection(first.table.header.visualIndex(name), 0)
    first.table.sortByColumn(name, Qt.SortOrder.DescendingOrder)
    second = make_register(ACTOR)
    assert second.table.columnWidth(name) == 321
    assert second.table.isColumnHidden(role)
    assert second.table.header.visualIndex(name) == 0
    assert shown(second, "name")[0] == "Zoé Éclair"


def test_a_kind_without_records_invites_to_add_one(
    make_register: Callable[[RecordType], Register],
) -> None:
    notes = make_register(NOTE)
    notes.table.select_keys([notes.model.key_at(0)])
    notes.commands.delete()
    texts = [label.text() for label in notes.findChildren(QLabel) if label.isVisible()]
    assert "Notes: nothing here yet." in texts


def test_a_presentation_shows_no_private_record_and_no_name(
    mission: Mission, actors: Register
) -> None:
    mission.document.present(on=True)
    assert shown(actors, "name") == ["Directrice"]
    everything = [
        str(actors.model.index(row, place).data(role))
        for row in range(actors.model.rowCount())
        for place in range(actors.model.columnCount())
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, LEVEL_ROLE)
    ]
    assert not [text for text in everything if "Éclair" in text or "mediator" in text]
    assert not write(actors, 0, "role", "x")
    mission.document.present(on=False)
    assert len(shown(actors, "name")) == 4


def test_hostile_text_stays_text(actors: Register) -> None:
    hostile = '<img src="file:///etc/passwd"> <b>gras</b> \u202e=cmd|x' + "é" * 900
    assert write(actors, 0, "name", hostile)
    index = cell(actors, 0, "name")
    assert index.data().startswith('<img src="file:')
    assert len(index.data()) < 400
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip
    assert "&lt;img" in tip
    choose_block(actors, 0, "name", 0, "name")
    actors.commands.copy()
    assert "<img" in QGuiApplication.clipboard().text()
    for label in actors.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_change_made_elsewhere_shows(mission: Mission, actors: Register) -> None:
    key = mission.key(ACTOR, "A02")
    mission.document.run("Elsewhere", lambda s: records.change(s, ACTOR, key, {"role": "Maire"}))
    assert shown(actors, "role")[1] == "Maire"
    clinic = mission.key(ORGANISATION, "Clinique d’Ombrelle")
    mission.document.run(
        "Elsewhere", lambda s: records.change(s, ORGANISATION, clinic, {"name": "Hôpital"})
    )
    assert shown(actors, "organisation_id")[0] == "Hôpital"


def test_a_reference_is_chosen_by_a_part_of_its_name_without_accents(actors: Register) -> None:
    actors.table.setCurrentIndex(cell(actors, 1, "organisation_id"))
    QTest.keyClick(actors.table, Qt.Key.Key_F2)
    (chosen,) = actors.table.viewport().findChildren(ReferenceInput)
    completer = chosen.completer()
    assert completer is not None
    completer.setCompletionPrefix("editeur")
    found = completer.completionModel()
    assert [found.index(row, 0).data() for row in range(found.rowCount())] == ["Éditeur Logiprisme"]


@pytest.mark.parametrize(("size", "width"), [(80, 500), (100, 560), (150, 640), (200, 700)])
def test_nothing_above_the_table_is_cut_short(
    qtbot: QtBot, qapp: QApplication, look: Theme, actors: Register, size: int, width: int
) -> None:
    del look  # puts the size back
    apply(qapp, Mode.LIGHT, size, reduced_motion=True)
    actors.resize(width, 600)
    actors.show()
    actors.set_condition("camp", OneOf(frozenset({"user"})))
    qtbot.waitUntil(actors._clear.isVisible)
    buttons = [b for b in actors.findChildren(QAbstractButton) if b.parent() is actors]
    texts = [button for button in buttons if button.text()]

    def are_whole() -> None:
        for widget in (*texts, actors.filter_field):
            least = widget.minimumSizeHint() if widget is actors.filter_field else widget.sizeHint()
            assert widget.width() >= least.width()
            assert actors.rect().contains(widget.geometry())

    assert len(texts) == 4
    qtbot.waitUntil(are_whole)


def test_a_projected_register_invites_to_nothing(mission: Mission, actors: Register) -> None:
    key = mission.key(ACTOR, "Zoé Éclair")  # the only one everybody may read about
    mission.document.run("Delete", lambda s: records.remove(s, ACTOR, key))
    mission.document.present(on=True)
    shown = actors._stack.currentWidget()
    assert isinstance(shown, EmptyState)
    assert shown.button is None
