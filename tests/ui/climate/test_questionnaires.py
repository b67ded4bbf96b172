"""Questionnaires on the screen: loaded, written, reworded, put in order."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from entente.domain.climate.survey import QUESTION, QUESTIONNAIRE
from entente.services import surveys, waves
from entente_ui.climate.questionnaires.dialogs import NewQuestionDialog, QuestionDialog
from entente_ui.climate.questionnaires.view import QuestionnairesView
from entente_ui.kit import Button, EmptyState
from entente_ui.look.theme import Theme
from entente_ui.pane import Selection, paper
from tests.ui.climate.conftest import Mission

DAY = dt.date(2026, 6, 10)


@pytest.fixture
def view(look: Theme, mission: Mission, qtbot: QtBot) -> QuestionnairesView:
    del look
    made = QuestionnairesView(mission.context)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    return made


def titles(view: QuestionnairesView) -> list[str]:
    return [line.title for line in view.sheet.list.lines.rows]


def codes(view: QuestionnairesView) -> list[str]:
    return [title.split(":")[0] for title in titles(view)]


def test_ours_are_loaded_once_and_listed_in_their_order(
    view: QuestionnairesView, mission: Mission, qtmodeltester: ModelTester
) -> None:
    assert any(each.isVisible() for each in view.findChildren(EmptyState))
    view.load("barometer")
    qtmodeltester.check(view.sheet.list.lines)
    assert codes(view)[:3] == ["Q1", "Q2", "Q3"]
    offered = [button.text() for button in view.side.banks]
    assert len(offered) == 4
    view.side.banks[0].click()
    QApplication.processEvents()
    assert len(view.side.banks) == 3
    assert len(mission.document.table(QUESTIONNAIRE).rows) == 2
    assert view.row is not None
    assert view.row["name"] == offered[0]


def test_a_questionnaire_of_ones_own_is_written_and_put_in_order(
    view: QuestionnairesView, mission: Mission, monkeypatch: pytest.MonkeyPatch
) -> None:
    view.begin("Of the site")
    told: list[object] = []
    view.selected.connect(told.append)
    wanted = iter([("Can we speak openly?", 0), ("Would you join again?", 1), ("What else?", 3)])

    def write(dialog: NewQuestionDialog) -> int:
        text, scale = next(wanted)
        dialog.keep()
        assert not dialog.text  # nothing is asked yet
        dialog.field.setPlainText(text)
        dialog.scale.setCurrentIndex(scale)
        dialog.keep()
        return dialog.result()

    monkeypatch.setattr(NewQuestionDialog, "exec", write)
    for _question in range(3):
        view.add_record()
    assert codes(view) == ["Q1", "Q2", "Q3"]
    last = view.sheet.list.key
    assert told[-1] == Selection(QUESTION, (last,))
    QTest.keyClick(view.sheet.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    view.sheet.up.click()
    view.sheet.up.click()  # it is the first one by now
    assert codes(view) == ["Q3", "Q1", "Q2"]
    assert view.sheet.list.key == last
    assert not view.sheet.up.isEnabled()
    mission.document.undo()
    assert codes(view) == ["Q1", "Q3", "Q2"]
    view.sheet.choose(last)
    view.take_out()  # nobody was asked it: it is gone
    assert not view.sheet.former.isVisible()
    assert len(mission.document.table(QUESTION).rows) == 2


def test_other_words_are_another_question_and_the_former_one_can_be_seen(
    view: QuestionnairesView, mission: Mission, monkeypatch: pytest.MonkeyPatch
) -> None:
    view.load("barometer")
    notes: list[str] = []

    def write(dialog: QuestionDialog) -> int:
        notes.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.field.setPlainText("Everybody's constraints are known.")
        dialog.keep()
        return dialog.result()

    monkeypatch.setattr(QuestionDialog, "exec", write)
    key = view._key
    wave = mission.do(lambda s: waves.plan(s, key, DAY, name="P1"))
    mission.do(lambda s: waves.open_wave(s, wave))
    mission.do(lambda s: waves.close(s, wave))
    view.sheet.choose(view.sheet.list.lines.rows[0].key)
    view.reword()
    assert any("Other words are another question. Q1 is asked no more" in n for n in notes)
    first = titles(view)[0]
    assert first == "Q1b: Everybody's constraints are known."
    assert "in place of Q1" in view.sheet.list.lines.rows[0].told
    assert view.sheet.list.key == view.sheet.list.lines.rows[0].key
    view.sheet.former.click()
    former = next(line for line in view.sheet.list.lines.rows if line.title.startswith("Q1:"))
    assert former.is_past
    assert former.told.endswith("now Q1b")
    assert view.reveal(QUESTION.name, former.key)
    assert not view.sheet.reword.isEnabled()
    assert len(mission.document.read(lambda s: surveys.asked(s, key))) == 13


def test_a_questionnaire_is_printed_planned_and_offered_no_more(
    view: QuestionnairesView, mission: Mission
) -> None:
    view.load("weather")
    wanted: list[tuple[str, object]] = []
    view.view_wanted.connect(lambda name, what: wanted.append((name, what)))
    view.sheet.plan.click()
    assert wanted == [("waves", Selection(QUESTIONNAIRE, (view._key,)))]
    view.print_out()
    assert mission.revealed == [(paper("questionnaire"), view._key)]
    view.sheet.aside.click()
    assert view.row is not None
    assert view.row["set_aside"]


def test_nothing_is_written_while_others_look(view: QuestionnairesView, mission: Mission) -> None:
    view.load("weather")
    mission.document.present(on=True)
    assert titles(view)
    buttons = [*view.findChildren(Button), *view.findChildren(QToolButton)]
    assert not [each for each in buttons if each.isVisible()]
    assert not view.add_record()
