"""Waves on the screen: planned, keyed in, handed over, closed."""

import datetime as dt
import time
from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from entente.domain.climate.survey import ANSWER_COUNT, WAVE
from entente.services import records, surveys, waves
from entente.services.ballots import Answers
from entente.services.waves import Form, State, state_of
from entente.store.session import Session
from entente_ui.climate.waves import view as view_module
from entente_ui.climate.waves.kiosk import Kiosk
from entente_ui.climate.waves.new_wave import NewWaveDialog
from entente_ui.climate.waves.scale_choice import ScaleChoice
from entente_ui.climate.waves.view import WavesView
from entente_ui.kit import Button, EmptyState
from entente_ui.look.theme import Theme
from tests.ui.climate.conftest import Mission

DAY = dt.date(2026, 6, 10)
GROUPS: Mapping[str, int | None] = {"Care": 9, "Digital": 5}
#: Ten answers from 1 to 5 and the recommendation from 0 to 10, as they stand on paper.
BALLOT = "35241352438"


@pytest.fixture
def view(look: Theme, mission: Mission, qtbot: QtBot) -> WavesView:
    del look
    made = WavesView(mission.context)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    return made


def opened(mission: Mission, groups: Mapping[str, int | None] | None = None) -> str:
    """A wave of the barometer that takes answers."""

    def act(session: Session) -> str:
        survey = surveys.load(session, "barometer", "en")
        key = waves.plan(session, survey, DAY, name="P1", groups=groups, attribute="Trade")
        waves.open_wave(session, key)
        return key

    return mission.do(act)


def words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def press(widget: QWidget, text: str) -> None:
    QApplication.processEvents()
    buttons = widget.findChildren(Button)
    next(each for each in buttons if each.text() == text and each.isVisible()).click()
    QApplication.processEvents()


def test_a_wave_is_planned_from_an_empty_page_and_opened(
    view: WavesView, mission: Mission, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert any(each.isVisible() for each in view.findChildren(EmptyState))

    def fill(dialog: NewWaveDialog) -> int:
        barometer = dialog.questionnaire.findData("bank:barometer")
        dialog.questionnaire.setCurrentIndex(barometer)
        dialog.threshold.setText("2")
        dialog.add()
        assert dialog.make is None  # two protect nobody
        dialog.threshold.set_value(5)
        dialog.groups.setPlainText("Care\n\n Digital \nCare")
        dialog.add()
        return dialog.result()

    monkeypatch.setattr(NewWaveDialog, "exec", fill)
    view.plan()
    wave = view.wave
    assert wave is not None
    assert state_of(wave) is State.PLANNED
    assert "Care and Digital" in words(view)
    assert not view.entry.isVisible()
    press(view, "Open the wave")
    assert state_of(view.wave) is State.OPEN
    assert view.entry.isVisible()
    mission.document.undo()
    assert state_of(view.wave) is State.PLANNED


def test_ballots_are_keyed_ten_keys_a_second_and_only_their_number_is_shown(
    view: WavesView, mission: Mission, qtmodeltester: ModelTester
) -> None:
    key = opened(mission, GROUPS)
    qtmodeltester.check(view.list.waves)
    entry = view.entry
    assert entry.group.currentData() == ""
    entry.group.setCurrentIndex(1)
    begun = time.process_time()
    for _ballot in range(10):
        QTest.keyClicks(entry.paper, BALLOT)
        QTest.keyClick(entry.paper, Qt.Key.Key_Enter)
    keys = 10 * (len(BALLOT) + 1)
    assert keys / (time.process_time() - begun) > 10
    assert entry.count.text() == "10 ballots"
    assert entry.group.currentIndex() == 1
    assert entry.paper.keying.is_empty
    assert mission.document.read(lambda s: waves.count(s, key)) == 10
    assert not mission.document.table(ANSWER_COUNT).rows
    entry.undo_button.click()
    assert entry.count.text() == "9 ballots"
    assert not entry.undo_button.isEnabled()  # the last one, not those before


def test_a_ballot_keyed_wrong_is_put_right_and_an_empty_one_is_not_cast(
    view: WavesView, mission: Mission
) -> None:
    opened(mission)
    paper = view.entry.paper
    QTest.keyClick(paper, Qt.Key.Key_Return)
    assert view.entry.problem.text() == "Nothing is keyed yet."
    QTest.keyClicks(paper, "39")
    assert "from 1 to 5" in view.entry.problem.text()
    QTest.keyClick(paper, Qt.Key.Key_Backspace)
    QTest.keyClicks(paper, "4.2")
    assert paper.keying.values[:3] == [4, None, 2]
    QTest.mouseClick(paper, Qt.MouseButton.LeftButton, pos=paper.row_rect(0).center().toPoint())
    QTest.keyClicks(paper, "5")
    assert paper.keying.values[0] == 5
    QTest.keyClick(paper, Qt.Key.Key_Enter)
    assert view.entry.count.text() == "1 ballot"


def test_a_ballot_with_a_letter_is_keyed_in_its_order_and_the_next_one_tells_its_own(
    view: WavesView, mission: Mission
) -> None:
    key = opened(mission)
    form = mission.document.read(lambda s: waves.form(s, key))
    paper = view.entry.paper
    QTest.keyClicks(paper, "b")
    assert view.entry.order.currentData() == "B"
    assert [each.key for each in paper.keying.fields] == [e.id for e in form.as_printed("B")]
    assert [each.key for each in paper.keying.fields] != [e.id for e in form.as_printed()]
    QTest.keyClicks(paper, BALLOT)
    QTest.keyClick(paper, Qt.Key.Key_Enter)
    QTest.keyClicks(paper, "3")
    assert paper.keying.is_empty
    assert "letter" in view.entry.problem.text()
    QTest.keyClicks(paper, "a3")
    assert paper.keying.values[0] == 3
    assert paper.keying.fields[0].key == form.as_printed("A")[0].id


def test_closing_says_that_there_is_no_way_back_and_counts(
    view: WavesView, mission: Mission, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = opened(mission, {"Care": None})
    care = view.entry.group.itemData(1)
    questions = mission.document.read(lambda s: waves.form(s, key)).scaled
    for answer in (1, 2, 3, 4, 5, 5):
        answers: Answers = {each.id: answer for each in questions}
        mission.do(lambda s, given=answers: waves.cast(s, key, given, care))  # type: ignore[misc]  # bound now
    asked: list[str] = []

    def ask(_parent: object, _title: str, text: str, _verb: str, **_more: object) -> bool:
        asked.append(text)
        return len(asked) > 1

    monkeypatch.setattr(view_module, "ask", ask)
    press(view, "Close the wave…")
    assert "6 ballots" in asked[0]
    assert "cannot be undone" in asked[0]
    assert state_of(view.wave) is State.OPEN
    press(view, "Close the wave…")
    assert state_of(view.wave) is State.CLOSED
    assert mission.toasts[-1].startswith("Closed with 6 ballots.")
    assert not view.entry.isVisible()
    wanted: list[tuple[str, object]] = []
    view.view_wanted.connect(lambda name, what: wanted.append((name, what)))
    press(view, "See the charts")
    assert wanted == [("charts", key)]
    press(view, "Plan the next wave")
    assert view.wave is not None
    assert view.wave["name"] == "P2"


def test_nothing_is_done_to_a_wave_while_others_look(view: WavesView, mission: Mission) -> None:
    key = opened(mission)
    mission.do(lambda s: records.change(s, WAVE, key, {"confidentiality": "public"}))
    mission.document.present(on=True)
    assert not view.entry.isVisible()
    shown = [each.text() for each in view.findChildren(Button) if each.isVisible()]
    assert "New wave" not in shown
    assert "Close the wave…" not in shown


class Urn:
    """Takes what respondents send, in place of the mission."""

    def __init__(self) -> None:
        self.cast: list[tuple[dict[str, int | str | None], str]] = []
        self.is_mediator = False

    def take(self, answers: Answers, group: str) -> bool:
        self.cast.append((dict(answers), group))
        return True

    def proves(self, _window: QWidget) -> bool:
        return self.is_mediator


@pytest.fixture
def form(mission: Mission) -> Form:
    key = opened(mission, {"Care": None})
    return mission.document.read(lambda s: waves.form(s, key))


def test_respondents_answer_one_after_the_other_and_see_nothing_of_each_other(
    look: Theme, form: Form, qtbot: QtBot
) -> None:
    del look
    urn = Urn()
    kiosk = Kiosk(form, urn.take, urn.proves)
    qtbot.addWidget(kiosk)
    kiosk.resize(1280, 800)
    kiosk.show()
    for answer in (4, 2):
        press(kiosk, "Begin")
        press(kiosk, "Care")
        for asked in form.questions:
            assert asked.text in words(kiosk)
            box = kiosk.findChild(QPlainTextEdit)
            if box is not None and box.isVisible():
                assert box.toPlainText() == ""
                box.setPlainText(f"Said {answer}")
            else:
                # As in a real window: keys go to what has the focus.
                choice = kiosk.findChild(ScaleChoice)
                assert choice is not None
                QTest.keyClicks(choice, {4: "'", 2: "2"}[answer])  # ' is 4 on French keyboards
                QTest.keyClick(choice, Qt.Key.Key_Return)
                QApplication.processEvents()
                continue
            press(kiosk, "Next question")
        press(kiosk, "Send my answers")
        assert kiosk.answers == {}
        assert "Thank you" in words(kiosk)
        assert "Back" not in [
            each.text() for each in kiosk.findChildren(Button) if each.isVisible()
        ]
        QTest.keyClick(kiosk, Qt.Key.Key_Return)
    (group,) = form.groups
    scaled = [each.id for each in form.scaled]
    assert [{sent[key] for key in scaled} for sent, _group in urn.cast] == [{4}, {2}]
    assert {of for _sent, of in urn.cast} == {group}


def test_what_was_begun_is_forgotten_and_only_the_mediator_gets_out(
    look: Theme, form: Form, qtbot: QtBot
) -> None:
    del look
    urn = Urn()
    kiosk = Kiosk(form, urn.take, urn.proves)
    kiosk.show()
    press(kiosk, "Begin")
    press(kiosk, "I would rather not say")
    QTest.keyClicks(kiosk, "3")
    assert kiosk.answers
    kiosk._idle.timeout.emit()
    assert (kiosk.answers, kiosk.place) == ({}, -2)
    kiosk.close()
    QTest.keyClick(kiosk, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert kiosk.isVisible()
    assert urn.cast == []
    urn.is_mediator = True
    with qtbot.waitSignal(kiosk.destroyed):
        press(kiosk, "End the collection")
