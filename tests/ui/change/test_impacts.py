"""The tab of the impacts at mouse and keys; what the figures are is tested without a window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit

from entente.domain.actor import ORGANISATION
from entente.domain.change.impact import FUNCTIONAL_GROUP
from entente.domain.records import LEVEL_FIELD
from entente.services import records
from entente.services.impact import Cell, Group
from entente_ui.change.impacts.view import ImpactsView
from entente_ui.kit import EmptyState, Popover
from tests.ui.change.conftest import Mission

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def window(sample_mission: Mission) -> Iterator[ImpactsView]:
    """The tab over the sample mission, made once."""
    made = ImpactsView(sample_mission.context)
    made.resize(1300, 1900)
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def view(window: ImpactsView, sample_mission: Mission) -> Iterator[ImpactsView]:
    """The tab, and what a test wrote taken back after it."""
    yield window
    sample_mission.document.present(False)
    while sample_mission.document.undo_label:
        label = sample_mission.document.undo_label
        if label == "Load the sample":
            break
        sample_mission.document.undo()
    sample_mission.toasts.clear()


def group(view: ImpactsView, ref: str) -> Group:
    assert view.study is not None
    return next(each for each in view.study.groups if each.ref == ref)


def cell(view: ImpactsView, ref: str, dimension: str) -> Cell:
    return group(view, ref).cell(dimension)


def names(view: ImpactsView) -> list[str]:
    return [shape.name for shape in view.shapes.radar.shapes]


def click(view: ImpactsView, ref: str, dimension: str) -> None:
    part = view.map.part_of(group(view, ref).id, dimension)
    QTest.mouseClick(view.map, LEFT, pos=view.map.box(part).center().toPoint())


def test_a_cell_is_rated_by_keys_and_emptied_each_a_step(
    view: ImpactsView, sample_mission: Mission
) -> None:
    click(view, "GF4", "jobs")
    QTest.keyClicks(view.map, "4")
    assert group(view, "GF4").mean == pytest.approx(2.5)
    assert sample_mission.document.undo_label == "DSI mutualisée, posts and jobs: 4, another job"
    # Unshifted, on a French keyboard.
    QTest.keyClicks(view.map, '"')
    assert cell(view, "GF4", "jobs").depth == 3
    QTest.keyClick(view.map, Qt.Key.Key_Delete)
    assert cell(view, "GF4", "jobs").depth is None
    assert group(view, "GF4").mean == pytest.approx(21 / 9)
    sample_mission.document.undo()
    assert cell(view, "GF4", "jobs").depth == 3
    QTest.keyClick(view.map, Qt.Key.Key_Up)
    QTest.keyClick(view.map, Qt.Key.Key_Right)
    assert view.map.place == (group(view, "GF3").id, "structure")
    assert "IDE et AS du SSIAD, structure: 1" in view.map.spoken(view.map.aimed_part)


def test_the_panel_rates_and_words_the_cell_one_is_at(view: ImpactsView) -> None:
    click(view, "GF1", "culture")
    panel = view.panel.cell
    assert panel.isVisible()
    assert panel.depths.current == "2"
    buttons = panel.depths.findChildren(type(panel.to_card))
    QTest.mouseClick(buttons[4], LEFT)
    assert cell(view, "GF1", "culture").depth == 4
    field = panel.fields.boxes["before"].input
    field.setFocus()
    QTest.keyClicks(field, "Spoken")
    # To another cell: what was typed is taken first.
    click(view, "GF2", "culture")
    assert cell(view, "GF1", "culture").before == "Spoken"
    assert panel.fields.boxes["before"].input.typed().startswith("Le classeur")


def test_a_text_too_long_is_refused_where_it_was_typed(view: ImpactsView) -> None:
    key = group(view, "GF1").id
    view.go_to(key)
    box = view.panel.group.facts.boxes["built_with"]
    assert isinstance(box.input, QLineEdit)
    box.input.setText("x" * 100_000)
    box.commit_typed()
    assert box.problem
    assert group(view, "GF1").built_with.startswith("La cadre")
    question = view.panel.group.questions.boxes["tasks"]
    question.input.show_typed("word " * 20_000)
    question.commit_typed()
    assert len(group(view, "GF1").answers["tasks"].split()) == 20_000
    box.give_up()


def test_open_questions_become_risks_in_one_click(
    view: ImpactsView, sample_mission: Mission
) -> None:
    button = view.questions.propose
    assert button.text() == "Add 3 risks"
    assert "Open for DSI mutualisée." in view.questions.lines[0].text()
    QTest.mouseClick(button, LEFT)
    assert not button.isVisible()
    assert sample_mission.toasts == ["3 risks added"]
    sample_mission.document.undo()
    assert button.text() == "Add 3 risks"


def test_a_gap_becomes_a_card_and_leads_to_it(view: ImpactsView, sample_mission: Mission) -> None:
    assert view.study is not None
    widest = view.study.gaps[1]
    QTest.mouseClick(view.gaps.buttons[widest.id], LEFT)
    assert widest.id not in view.gaps.buttons
    assert view.study.gaps[1].item
    assert sample_mission.toasts == ["A card is in the backlog"]
    view.gaps.new.setText("Print on one page")
    QTest.keyClick(view.gaps.new, Qt.Key.Key_Return)
    assert [gap.need for gap in view.study.gaps][-1] == "Print on one page"


def test_shapes_are_laid_over_each_other_and_told_as_a_table(view: ImpactsView) -> None:
    view.go_to(group(view, "GF2").id, "power")
    assert names(view) == ["Éducateurs du foyer"]
    assert view.shapes.radar.shapes[0].values[:4] == (3, 4, 2, 1)
    view.shapes.lay(group(view, "GF4").id, on=True)
    assert names(view)[1:] == ["DSI mutualisée"]
    # 4 − 2, and nothing as far apart as that.
    assert view.shapes.sentence.text() == "Furthest apart in culture."
    view.shapes.as_table.click()
    view.shapes.copy()
    assert "culture\t4\t2" in QGuiApplication.clipboard().text()
    view.shapes.as_table.click()
    view.shapes.lay(group(view, "GF4").id, on=False)
    view.heat.as_table.click()
    view.heat.copy()
    assert (
        "DSI mutualisée\t2\t3\t2\t2\t2\t2\t3\t2\t2\t3\t2.3\tS" in QGuiApplication.clipboard().text()
    )
    view.heat.as_table.click()


def test_groups_stand_in_another_order(view: ImpactsView) -> None:
    view.order.setCurrentIndex(view.order.findData("deepest"))
    view.order.activated.emit(view.order.currentIndex())
    assert view.study is not None
    assert [each.ref for each in view.study.groups] == ["GF2", "GF4", "GF1", "GF3"]
    kept = view.state()
    view.order.setCurrentIndex(0)
    view.refresh()
    assert [each.ref for each in view.study.groups] == ["GF1", "GF2", "GF3", "GF4"]
    view.restore(kept)
    assert view.study.groups[0].ref == "GF2"
    view.order.setCurrentIndex(0)
    view.refresh()


def test_while_others_look_on_nothing_private_shows_and_nothing_is_rated(
    view: ImpactsView, sample_mission: Mission
) -> None:
    click(view, "GF2", "power")
    sample_mission.document.present(True)
    assert cell(view, "GF2", "power").depth is None
    assert not view.add_button.isVisible()
    QTest.keyClicks(view.map, "4")
    sample_mission.document.present(False)
    assert cell(view, "GF2", "power").depth == 3


def test_an_empty_mission_invites_to_add_a_group(empty_mission: Mission) -> None:
    view = ImpactsView(empty_mission.context)
    view.resize(1000, 700)
    view.show()
    empty = next(each for each in view.findChildren(EmptyState) if each.isVisible())
    assert empty.button is not None
    QTest.mouseClick(empty.button, LEFT)
    question = next(each for each in view.findChildren(Popover) if each.isVisible())
    field = question.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText("Nobody & <b>Co</b>")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert [each.name for each in view.map.groups] == ["Nobody & <b>Co</b>"]
    view.deeds.change_group(view.map.groups[0], "Headcount", {"headcount": 0})
    QTest.keyClick(view.map, Qt.Key.Key_Right)
    QTest.keyClicks(view.map, "3")
    assert view.map.groups[0].mean == 3.0
    assert view.map.groups[0].size is None
    assert "nobody in it" in view.map.spoken(0)
    assert view.reveal(FUNCTIONAL_GROUP.name, view.map.groups[0].id)
    view.close()
    view.deleteLater()


def test_the_names_of_other_organisations_are_forgotten_when_others_look(
    view: ImpactsView, sample_mission: Mission
) -> None:
    private = {LEVEL_FIELD: "mediator"}
    document = sample_mission.document
    (other,) = (key for key, name in document.labels(ORGANISATION).items() if "SSIAD" in name)
    document.run("Hide", lambda s: records.change(s, ORGANISATION, other, private))
    click(view, "GF1", "")
    box = view.panel.group.facts.boxes["organisation_id"].input
    assert isinstance(box, QComboBox)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    box.hidePopup()
    assert any("SSIAD" in box.itemText(row) for row in range(box.count()))
    document.present(True)
    assert not any("SSIAD" in box.itemText(row) for row in range(box.count()))
    assert "Tilleuls" in box.currentText()
