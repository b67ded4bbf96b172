"""A register: what its table shows, in what order, to whom, and how one gets about in it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import (
    QEvent,
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
from entente_ui.registers.filters import Between, OneOf
from entente_ui.registers.register import Register
from tests.ui.registers.conftest import Mission
from tests.ui.registers.hands import cell, choose_block, column, shown, write


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
