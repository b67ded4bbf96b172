"""The review of the risks: one at a time, by key, each answer a step of its own."""

import datetime as dt

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from entente.domain.risk import RISK
from entente.services import records, risk_edits
from entente.store.session import Session
from entente_ui.kit import EmptyState, NumberField
from entente_ui.look.theme import Theme
from entente_ui.risks.response import ResponsePopover
from entente_ui.risks.review.queue import Queue
from entente_ui.risks.review.view import ReviewView
from entente_ui.risks.wording import WordingPopover
from tests.ui.risks.conftest import Mission, field_of, popover_of

HOSTILE = "<img src='file:///etc/passwd'> =cmd|' /C calc'!A0 \u202e"


@pytest.fixture
def view(look: Theme, mission: Mission, qtbot: QtBot) -> ReviewView:
    del look
    made = ReviewView(mission.context)
    qtbot.addWidget(made)
    made.resize(1100, 800)
    made.show()
    qtbot.waitExposed(made)
    QApplication.processEvents()
    return made


def press(view: ReviewView, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(view, key)


def type_text(view: ReviewView, text: str) -> None:
    """Type signs as a keyboard gives them, whatever keys they are on."""
    none = Qt.KeyboardModifier.NoModifier
    for sign in text:
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, none, sign)
        QApplication.sendEvent(view, event)


def test_the_review_begins_with_what_is_overdue(view: ReviewView) -> None:
    assert view.progress == "1 of 10"
    said = view.sheet.texts
    assert said["ref"] == "R06"
    assert said["cause"] == "Les droits d’accès sont mal définis."
    assert said["event"] == "Atteinte à la protection des données"
    assert said["response"].startswith("reduce – ")
    assert view.sheet.readings.plates["current"].words == "2 × 5 = 10, high"
    assert view.sheet.readings.effect.replace("\u202f", "") == "response: −50%"
    assert not view.before.isEnabled()


def test_arrows_go_on_and_back_and_stop_at_the_ends(view: ReviewView) -> None:
    press(view, Qt.Key.Key_Left)
    assert view.progress == "1 of 10"
    press(view, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert view.progress == "3 of 10"
    press(view, *[Qt.Key.Key_Right] * 20)
    assert view.progress == "10 of 10"
    assert not view.after.isEnabled()


@pytest.mark.parametrize("typed", ["34", "\"'", "3'"])
def test_two_digits_rate_on_either_keyboard(view: ReviewView, mission: Mission, typed: str) -> None:
    type_text(view, typed[0])
    assert view.sheet.readings.plates["current"].words == "3 × ?"
    assert mission.rated("R06") == (2, 5)
    type_text(view, typed[1])
    assert mission.rated("R06") == (3, 4)
    assert view.sheet.readings.plates["current"].words == "3 × 4 = 12, high"
    assert mission.document.undo_label == "Rate R06: probability 3, impact 4"
    assert view.progress == "1 of 10"  # an answer moves nothing
    mission.document.undo()
    assert view.sheet.readings.plates["current"].words == "2 × 5 = 10, high"


def test_escape_takes_a_digit_back_and_then_leaves(view: ReviewView, mission: Mission) -> None:
    left: list[tuple[str, object]] = []
    view.view_wanted.connect(lambda name, what: left.append((name, what)))
    type_text(view, "3")
    press(view, Qt.Key.Key_Escape)
    assert left == []
    assert mission.rated("R06") == (2, 5)
    press(view, Qt.Key.Key_Escape)
    assert left == [("matrix", mission.key("R06"))]


def test_another_reading_takes_the_digits(view: ReviewView, mission: Mission) -> None:
    press(view, Qt.Key.Key_I)
    assert view.sheet.readings.active == "target"
    type_text(view, "14")
    assert mission.rated("R06", "target") == (1, 4)
    steps = view.sheet.readings.steps["inherent"]
    steps[0].chosen.emit(5)
    assert mission.rated("R06", "inherent") == (5, 5)


def test_a_target_above_the_inherent_rating_is_said(view: ReviewView) -> None:
    press(view, Qt.Key.Key_I)
    type_text(view, "55")
    assert "+150" in view.sheet.readings.effect
    assert "above inherent" in view.sheet.readings.effect


def test_why_is_noted_after_a_rating(view: ReviewView, mission: Mission) -> None:
    press(view, Qt.Key.Key_N)  # nothing was rated yet
    type_text(view, "33")
    press(view, Qt.Key.Key_N)
    popover = popover_of(view)
    QTest.keyClicks(field_of(popover), "seen")
    QTest.keyClick(popover, Qt.Key.Key_Return)
    key = mission.key("R06")
    assert mission.document.read(lambda s: records.ratings(s, RISK, key))[-1].fact == "seen"
    assert view.hasFocus()  # the keys go on


def test_the_next_review_is_asked_in_weeks_and_remembered(
    view: ReviewView, mission: Mission
) -> None:
    press(view, Qt.Key.Key_D)
    field = field_of(popover_of(view))
    assert isinstance(field, NumberField)
    assert field.value == 2
    field.setText("3")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert mission.risk("R06").review_on == dt.date(2026, 7, 1)
    assert "1 July 2026" in view.sheet.texts["next"].replace("\u00a0", " ")
    assert view._late.text() == ""
    press(view, Qt.Key.Key_D)
    field = field_of(popover_of(view))
    assert isinstance(field, NumberField)
    assert field.value == 3


def test_the_status_is_chosen_from_a_menu(view: ReviewView, mission: Mission) -> None:
    assert view.view is not None
    menu = view.status_menu(view.view)
    words = [action.text() for action in menu.actions()]
    assert words == ["identified", "assessed", "response planned", "monitored", "retired"]
    menu.actions()[-1].trigger()
    assert mission.risk("R06").status == "closed"
    assert view.sheet.texts["ref"] == "R06"  # stays until one goes on


def test_what_has_occurred_becomes_a_difficulty_that_is_shown(
    view: ReviewView, mission: Mission
) -> None:
    press(view, Qt.Key.Key_O)
    popover = popover_of(view)
    QTest.keyClicks(field_of(popover), "complaint")
    QTest.keyClick(popover, Qt.Key.Key_Return)
    assert mission.revealed[0][0] == "difficulty"
    assert mission.risk("R06").status == "occurred"
    assert not view.occurred.isEnabled()


def test_actions_are_added_and_ticked(view: ReviewView, mission: Mission) -> None:
    view.reveal("risk", mission.key("R01"))
    actions = view.sheet.action_list
    assert [box.isChecked() for box in actions.boxes] == [True, False]
    actions.boxes[1].click()
    assert [box.isChecked() for box in actions.boxes] == [True, True]
    actions.field.setText(HOSTILE + " un-mot-qui-n-en-finit-pas" * 6)
    QTest.keyClick(actions.field, Qt.Key.Key_Return)
    assert len(actions.boxes) == 3
    assert actions.texts[2].startswith("B30 <img src=")
    assert "&lt;img" in actions.boxes[2].toolTip()
    assert view.sheet.minimumSizeHint().width() < view.width()  # long words do not widen it
    mission.document.undo()
    mission.document.undo()
    assert [box.isChecked() for box in actions.boxes] == [True, False]


def test_the_wording_is_helped_and_kept(view: ReviewView, mission: Mission) -> None:
    press(view, Qt.Key.Key_E)
    popover = popover_of(view)
    assert isinstance(popover, WordingPopover)
    popover.fields["effect"].setPlainText("")
    assert "lose or gain" in popover.advice
    popover.fields["event"].setPlainText("Plainte parce que les droits sont larges")
    assert "move it to “Because”" in popover.advice
    popover.fields["event"].setPlainText(HOSTILE)
    popover.fields["effect"].setPlainText("Une sanction.")
    QTest.keyClick(popover.fields["effect"], Qt.Key.Key_Return)
    assert view.sheet.texts["event"].startswith("<img src=")
    assert view.sheet.texts["effect"] == "Une sanction."
    assert mission.document.undo_label == "Reword R06"


def test_strategies_are_those_that_fit(view: ReviewView, mission: Mission) -> None:
    press(view, Qt.Key.Key_R)
    popover = popover_of(view)
    assert isinstance(popover, ResponsePopover)
    assert list(popover.buttons) == ["avoid", "reduce", "share", "accept", "escalate"]
    popover.buttons["share"].click()
    popover.accept()
    assert mission.risk("R06").strategy == "share"
    view.reveal("risk", mission.key("R10"))
    press(view, Qt.Key.Key_R)
    popover = popover_of(view)
    assert isinstance(popover, ResponsePopover)
    assert list(popover.buttons)[:2] == ["exploit", "enhance"]
    popover.skip()


def test_a_room_sees_what_is_public_and_nothing_is_answered(
    view: ReviewView, mission: Mission
) -> None:
    key = mission.key("R06")
    hide = {"confidentiality": "mediator"}
    mission.document.run("Hide", lambda s: records.change(s, RISK, key, hide))
    mission.document.present(True)
    assert view.progress == "1 of 9"
    assert view.sheet.texts["ref"] == "R02"
    assert "Clémence" not in str(view.sheet.texts)
    type_text(view, "55")
    press(view, Qt.Key.Key_S, Qt.Key.Key_D, Qt.Key.Key_E, Qt.Key.Key_R, Qt.Key.Key_O)
    assert mission.rated("R02") == (4, 4)
    assert view.sheet.action_list.field.isHidden()
    press(view, Qt.Key.Key_Right)
    assert view.progress == "2 of 9"


def test_a_queue_keeps_its_order_and_its_place(mission: Mission) -> None:
    views = [mission.risk(ref) for ref in ("R06", "R02", "R03", "R01")]
    queue = Queue()
    queue.begin(views)
    order = list(queue.keys)
    queue.step(2)
    here = queue.current
    queue.keep([view for view in views if view.id != order[0]])
    assert queue.current == here
    assert queue.keys == order[1:]
    queue.keep([])
    assert queue.current == ""
    assert not queue.step(1)


def test_nothing_to_review_is_said(view: ReviewView, mission: Mission) -> None:
    keys = [mission.key(f"R{number:02}") for number in range(1, 11)]

    def clear(session: Session) -> None:
        for key in keys:
            records.remove(session, RISK, key)

    mission.document.run("Clear", clear)
    assert view.progress == ""
    press(view, Qt.Key.Key_Right, Qt.Key.Key_S, Qt.Key.Key_D)
    sheet = mission.document.read(lambda s: risk_edits.sheet(s, keys[0]))
    assert sheet is None


def test_without_risks_it_says_what_to_do(view: ReviewView, mission: Mission) -> None:
    def clear(session: Session) -> None:
        for row in records.list_rows(session, RISK).dicts():
            records.remove(session, RISK, row["id"])

    wanted: list[tuple[str, object]] = []
    view.view_wanted.connect(lambda name, what: wanted.append((name, what)))
    mission.document.run("Clear", clear)
    (page,) = [each for each in view.findChildren(EmptyState) if each.isVisible()]
    assert page.button is not None
    page.button.click()
    assert wanted == [("register", "add")]
