"""What probability, impact and levels mean, changed on the screen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from entente.domain.risk_levels import Scales
from entente.domain.risk_scales import RISK_BAND, RISK_CELL
from entente.services import records, risks
from entente_ui.look.theme import Theme
from entente_ui.risks.scales.view import ScalesView
from tests.ui.risks.conftest import Mission, popover_of

HOSTILE = "<img src='file:///etc/passwd'> =cmd|' /C calc'!A0 & co"


@pytest.fixture
def view(look: Theme, mission: Mission, qtbot: QtBot) -> ScalesView:
    del look
    made = ScalesView(mission.context)
    qtbot.addWidget(made)
    made.resize(1100, 900)
    made.show()
    return made


def scales(mission: Mission) -> Scales:
    return mission.document.read(risks.scales)


def type_into(field: QLineEdit, text: str) -> None:
    field.setText(text)
    field.editingFinished.emit()


def test_each_word_is_a_step_that_can_be_undone(view: ScalesView, mission: Mission) -> None:
    steps = len(mission.document.steps())
    type_into(view.probability.names[1], HOSTILE)
    type_into(view.probability.definitions[1], "Une fois en dix ans")
    type_into(view.impact.figures[5, "days"], "120")
    type_into(view.probability.figures[1, "share"], "5")
    assert len(mission.document.steps()) == steps + 4
    now = scales(mission)
    assert (now.probability[0].name, now.probability[0].share) == (HOSTILE, 0.05)
    assert now.impact[4].days == 120
    for _step in range(4):
        mission.document.undo()
    assert scales(mission).probability[0].share == 0.1
    assert view.probability.names[1].text() == scales(mission).probability[0].name


def test_a_field_that_is_left_as_it_was_writes_nothing(view: ScalesView, mission: Mission) -> None:
    steps = len(mission.document.steps())
    view.probability.names[2].editingFinished.emit()
    view.impact.figures[1, "money"].editingFinished.emit()
    view.levels.rows[0].name.editingFinished.emit()
    assert len(mission.document.steps()) == steps


def test_shares_and_amounts_that_do_not_rise_are_said(view: ScalesView) -> None:
    assert not view.probability.note.isVisible()
    type_into(view.probability.figures[2, "share"], "60")
    assert "do not rise" in view.probability.note.text()
    type_into(view.impact.figures[1, "money"], "8000")
    assert view.impact.note.text() == "The amounts do not rise from step to step."
    type_into(view.probability.figures[2, "share"], "")
    assert not view.probability.note.isVisible()
    assert view.probability.figures[2, "share"].value == 30


def test_a_hole_is_said_and_the_usual_levels_close_it(view: ScalesView, mission: Mission) -> None:
    type_into(view.levels.rows[0].first, "3")
    assert "3 cells have no level" in view.levels.note.text()
    assert scales(mission).holes == ((1, 1), (1, 2), (2, 1))
    view.levels.usual.click()
    assert not view.levels.note.isVisible()
    assert scales(mission).is_usual
    mission.document.undo()
    assert len(scales(mission).holes) == 3


def test_what_is_refused_is_shown_as_it_was(view: ScalesView, mission: Mission) -> None:
    said: list[object] = []
    mission.document.refused.connect(said.append)
    type_into(view.levels.rows[2].first, "5")
    assert len(said) == 1
    assert view.levels.rows[2].first.value == 10
    type_into(view.levels.rows[0].name, "  ")
    assert view.levels.rows[0].name.text() == "low"
    type_into(view.levels.rows[1].first, "26")
    assert not view.levels.rows[1].first.is_sound


def test_a_cell_is_given_another_level_by_its_menu(view: ScalesView, mission: Mission) -> None:
    asked: list[tuple[int, int]] = []
    grid = view.levels.grid
    grid.chosen.disconnect()
    grid.chosen.connect(lambda probability, impact, _place: asked.append((probability, impact)))
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.rect_of(24).center())
    QTest.keyClick(grid, Qt.Key.Key_Up)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert asked == [(1, 5), (2, 5)]
    actions = view.levels.menu_for((1, 5)).actions()
    assert [action.text() for action in actions if action.isChecked()] == ["2 · moderate"]
    actions[-1].trigger()
    assert scales(mission).level(1, 5) == 3
    assert grid.words(24) == "probability 1, impact 5: critical, set by hand"
    view.levels.menu_for((1, 5)).actions()[0].trigger()
    assert mission.document.read(lambda s: records.count(s, RISK_CELL)) == 0


def test_levels_come_and_go(view: ScalesView, mission: Mission) -> None:
    view.levels.add.click()
    popover = popover_of(view)
    line = popover.findChild(QLineEdit)
    assert line is not None
    line.setText(HOSTILE)
    popover.accept()
    assert [row.name.text() for row in view.levels.rows][-1] == HOSTILE
    assert view.levels.rows[-1].first.value == 20
    while len(view.levels.rows) > 1:
        view.levels.rows[-1].remove.click()
    # The last one stays: without it no cell would have a level.
    assert not view.levels.rows[0].remove.isVisible()
    assert mission.document.read(lambda s: records.count(s, RISK_BAND)) == 1
    labels = view.findChildren(QLabel)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)


def test_appetite_and_tolerance_are_those_of_the_mission(
    view: ScalesView, mission: Mission
) -> None:
    type_into(view.levels.appetite, "12")
    type_into(view.levels.tolerance, "9")
    assert (scales(mission).appetite, scales(mission).tolerance) == (12, 9)
    assert "tolerance is below the appetite" in view.levels.note.text()
    type_into(view.levels.tolerance, "")
    assert scales(mission).tolerance is None


def test_the_usual_words_come_back(view: ScalesView, mission: Mission) -> None:
    view.probability.usual.click()
    assert view.probability.names[1].text() == "very unlikely"
    assert view.probability.definitions[1].text() == ""
    assert scales(mission).impact[0].money == 2_000


def test_others_change_nothing(view: ScalesView, mission: Mission) -> None:
    mission.document.present(on=True)
    assert view.probability.names[1].isReadOnly()
    assert not view.levels.add.isVisible()
    assert not view.levels.rows[0].remove.isVisible()
    steps = len(mission.document.steps())
    QTest.mouseClick(
        view.levels.grid, Qt.MouseButton.LeftButton, pos=view.levels.grid.rect_of(0).center()
    )
    type_into(view.probability.names[1], "Autre")
    assert len(mission.document.steps()) == steps
