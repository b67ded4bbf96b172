"""One risk as a bow-tie, under pointer, keys and eyes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.risk import RISK
from entente.services import records
from entente.store.session import Session
from entente_ui.kit import IconButton
from entente_ui.look.theme import Theme
from entente_ui.pane import Selection, paper
from entente_ui.risks.bowtie.view import BowtieView
from tests.ui.risks.conftest import Mission, popover_of

HOSTILE = "<img src='file:///etc/passwd'> =cmd|' /C calc'!A0 \u202e & co"


@pytest.fixture
def view(look: Theme, mission: Mission, qtbot: QtBot) -> BowtieView:
    del look
    made = BowtieView(mission.context)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.show_wanted(mission.key("R01"))
    QGuiApplication.processEvents()
    return made


def test_it_begins_with_the_heaviest_risk(look: Theme, mission: Mission, qtbot: QtBot) -> None:
    del look
    made = BowtieView(mission.context)
    qtbot.addWidget(made)
    made.show()
    # R02 and R07 have 16 now, as no other; R02 comes first.
    assert made.key == mission.key("R02")
    assert made.choice.currentText().startswith("R02 · La Grangette")


def test_causes_stand_left_of_actions_and_effects_on_the_right(view: BowtieView) -> None:
    drawing = view.drawing
    assert drawing.knot is not None
    assert (len(drawing.causes), len(drawing.effects)) == (3, 1)
    columns = (drawing.causes, drawing.preventive, [drawing.knot], drawing.contingency)
    lefts = [nodes[0].mapTo(drawing, nodes[0].rect().topLeft()).x() for nodes in columns]
    assert lefts == sorted(lefts)
    ribbons = drawing.ribbons()
    assert len(ribbons) == 4
    assert all(start.x() < end.x() for start, end in ribbons)
    assert "3 causes, 1 effect, actions done: 1 of 2" in view.sentence.text()


def test_a_card_leads_to_what_it_stands_for(view: BowtieView, mission: Mission) -> None:
    told: list[object] = []
    view.selected.connect(told.append)
    QTest.mouseClick(view.drawing.preventive[0], Qt.MouseButton.LeftButton)
    view.activateWindow()
    assert QTest.qWaitForWindowActive(view)
    effect = view.drawing.effects[0]
    effect.setFocus()
    QTest.keyClick(effect, Qt.Key.Key_Return)
    action = mission.document.read(lambda s: records.find(s, BACKLOG_ITEM, "B01"))
    assert told == [
        Selection(BACKLOG_ITEM, (action,)),
        Selection(RISK, (mission.key("R01"),)),
    ]


def test_an_action_is_added_on_its_side(view: BowtieView, mission: Mission) -> None:
    view.drawing.action_wanted.emit(view.drawing, "contingency")
    popover = popover_of(view)
    line = popover.findChild(QLineEdit)
    assert line is not None
    line.setText(HOSTILE)
    popover.accept()
    assert len(view.drawing.contingency) == 2
    assert view.drawing.contingency[1].accessibleName().startswith(f"B30 {HOSTILE}")
    labels = view.findChildren(QLabel)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    mission.document.undo()
    assert len(view.drawing.contingency) == 1


def test_it_goes_on_to_the_next_risk_and_round(view: BowtieView, mission: Mission) -> None:
    view.step(-1)
    assert view.key == mission.key("R10")
    view.step(1)
    assert view.key == mission.key("R01")
    view.choice.setCurrentIndex(4)
    view.choice.activated.emit(4)
    assert view.key == mission.key("R05")


def test_it_is_printed_and_copied_as_picture_and_as_table(
    view: BowtieView, mission: Mission
) -> None:
    view.print_out()
    assert mission.revealed == [(paper("bowtie"), mission.key("R01"))]
    view.copy()
    assert not QGuiApplication.clipboard().pixmap().isNull()
    view.as_table.click()
    view.copy()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert [line.split("\t")[0] for line in lines] == [
        *("Element", "Cause", "Cause", "Cause", "Preventive action"),
        *("Event", "Contingency action", "Effect"),
    ]


def test_others_see_only_what_is_public_and_add_nothing(view: BowtieView, mission: Mission) -> None:
    action = mission.document.read(lambda s: records.find(s, BACKLOG_ITEM, "B01"))
    hidden = {"confidentiality": "mediator"}
    mission.document.run("Hide", lambda s: records.change(s, BACKLOG_ITEM, action, hidden))
    mission.document.present(on=True)
    assert view.drawing.preventive == []
    assert not [each for each in view.drawing.findChildren(IconButton) if each.isVisible()]
    view.drawing.action_wanted.emit(view.drawing, "preventive")
    assert not [line for line in view.window().findChildren(QLineEdit) if line.isVisible()]
    # Said of nobody by name.
    assert not any("Ferrage" in label.text() for label in view.findChildren(QLabel))


def test_a_risk_that_goes_away_gives_room_to_another(view: BowtieView, mission: Mission) -> None:
    first = mission.key("R01")
    mission.document.run("Remove", lambda s: records.remove(s, RISK, first))
    assert view.key == mission.key("R02")
    kept = view.state()
    view.restore({"risk": "gone", "table": True})
    assert view.key == mission.key("R02")
    assert kept["risk"] == view.key


def test_without_risks_it_says_what_to_do(view: BowtieView, mission: Mission) -> None:
    keys = [view.choice.itemData(place) for place in range(view.choice.count())]

    def clear(session: Session) -> None:
        for key in keys:
            records.remove(session, RISK, key)

    mission.document.run("Clear", clear)
    assert view.key == ""
    assert not view.choice.isVisible()
    assert view._stack.currentIndex() == 2
    mission.document.present(on=True)
    assert view._stack.currentIndex() == 3
    view.step(1)
