"""The balance of forces on the screen."""

import datetime as dt
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from entente.domain.actor import ACTOR
from entente.domain.objective import INFLUENCE, OBJECTIVE, STANCE
from entente.domain.sensitivity import sensitivity
from entente.services import mactor, mactor_answers, records
from entente.services.mactor import Forces, Progress, Question
from entente.store.session import Session
from entente_ui.actors.mactor.aims_page import AimsPage
from entente_ui.actors.mactor.alliances_page import AlliancesPage
from entente_ui.actors.mactor.answers_page import AnswersPage
from entente_ui.actors.mactor.graph import neighbours
from entente_ui.actors.mactor.participants import ParticipantsDialog
from entente_ui.actors.mactor.plane_page import PlanePage
from entente_ui.actors.mactor.questions_page import QuestionsPage
from entente_ui.actors.mactor.view import MactorView
from entente_ui.kit import EmptyState, PlainLabel
from entente_ui.pane import Selection
from tests.ui.actors.conftest import Mission, the_sample


@pytest.fixture
def fills() -> list[Callable[[Session], object]]:
    return [the_sample]


@pytest.fixture
def view(mission: Mission, qtbot: QtBot) -> Iterator[MactorView]:
    view = MactorView(mission.context)
    view.resize(1000, 720)
    view.show()
    qtbot.waitExposed(view)
    yield view
    view.close()
    view.deleteLater()
    QApplication.sendPostedEvents(view, QEvent.Type.DeferredDelete)


def forces(mission: Mission) -> Forces:
    return mission.document.read(mactor.read)


def key(mission: Mission, ref: str) -> str:
    kind = OBJECTIVE if ref.startswith("O") else ACTOR
    return mission.document.read(lambda s: records.find(s, kind, ref))


def take_back(mission: Mission, one: str, other: str) -> Question:
    """Make one influence an unanswered question again."""
    question = Question(INFLUENCE.name, key(mission, one), key(mission, other))
    action = partial(mactor_answers.answer, question=question, value=None)
    assert mission.document.run("take back", action)
    return question


def questions(view: MactorView) -> QuestionsPage:
    page = view.pages["questions"]
    assert isinstance(page, QuestionsPage)
    return page


def answers(view: MactorView) -> AnswersPage:
    view.go("answers")
    assert isinstance(view.page, AnswersPage)
    return view.page


def words(view: MactorView) -> str:
    return " ".join(each.text() for each in view.findChildren(PlainLabel) if each.isVisible())


def test_the_unanswered_question_is_asked_and_a_figure_answers_it(
    view: MactorView, mission: Mission
) -> None:
    question = take_back(mission, "A02", "A17")
    page = questions(view)
    assert page.walk.current == question
    assert page.question.text() == (
        "If Anselme Ferrage wanted to, what could they call into question for Cyprien Halleresse?"
    )
    QTest.keyClick(page, Qt.Key.Key_2)
    assert forces(mission).mid[1][6] == 2
    assert "Every question is answered." in words(view)
    mission.document.undo()
    assert page.walk.current == question
    assert forces(mission).mid[1][6] is None


def test_a_fact_goes_with_the_answer(view: MactorView, mission: Mission) -> None:
    question = take_back(mission, "A02", "A17")
    page = questions(view)
    QTest.keyClicks(page.fact, "Wrote 3 letters.")
    assert page.walk.current == question  # the 3 was typed, not answered
    QTest.keyClick(page.scales[INFLUENCE.name].buttons[1], Qt.Key.Key_Space)
    found = forces(mission).answer(question)
    assert found is not None
    assert (found.value, found.fact) == (1, "Wrote 3 letters.")


def test_one_can_skip_and_go_back(view: MactorView, mission: Mission) -> None:
    first = take_back(mission, "A02", "A17")
    second = take_back(mission, "A05", "A11")
    page = questions(view)
    assert page.walk.current == first
    QTest.keyClick(page, Qt.Key.Key_PageDown)
    assert page.walk.current == second
    QTest.keyClick(page, Qt.Key.Key_Backspace)
    assert page.walk.current == first
    page._skip.click()
    QTest.keyClick(page, Qt.Key.Key_0)
    # What was skipped is asked at the end.
    assert page.walk.current == first


@pytest.mark.parametrize(("text", "value"), [("é", 2), ("à", 0), ("'", 4)])
def test_the_upper_row_of_a_french_keyboard_answers_too(
    view: MactorView, mission: Mission, text: str, value: int
) -> None:
    question = take_back(mission, "A02", "A17")
    pressed = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, text)
    QApplication.sendEvent(questions(view), pressed)
    found = forces(mission).answer(question)
    assert found is not None
    assert found.value == value


def test_a_stance_against_is_a_minus_and_a_figure(view: MactorView, mission: Mission) -> None:
    page = questions(view)
    question = Question(STANCE.name, key(mission, "A01"), key(mission, "O1"))
    page.ask(question)
    assert (
        page.question.text()
        == "How does Clémence Roseraie stand on “Mise en service avant le 30 septembre”?"
    )
    QTest.keyClicks(page, "-2")
    assert forces(mission).mao[0][0] == -2


def test_all_questions_can_be_gone_through_again(view: MactorView, mission: Mission) -> None:
    page = questions(view)
    page._review()
    order = forces(mission).questions(INFLUENCE.name)
    assert page.walk.current == order[0]
    QTest.keyClick(page, Qt.Key.Key_3)  # the same answer as before
    assert page.walk.current == order[1]
    assert mission.document.undo_label != "Answer"


def test_an_edit_in_the_grid_is_one_step_back(view: MactorView, mission: Mission) -> None:
    table = answers(view).table
    index = table.answers.index(0, 6)
    assert table.answers.setData(index, "4")
    assert forces(mission).mid[0][6] == 4
    assert not table.answers.setData(index, "7")
    mission.document.undo()
    assert index.data() == "1"


def test_a_record_found_elsewhere_is_shown_in_the_grid(view: MactorView, mission: Mission) -> None:
    rows = mission.document.read(lambda s: records.list_rows(s, STANCE)).dicts()
    actor, aim = key(mission, "A11"), key(mission, "O3")
    found = next(r for r in rows if (r["actor_id"], r["objective_id"]) == (actor, aim))
    assert view.reveal("stance", found["id"])
    page = view.page
    assert isinstance(page, AnswersPage)
    index = page.table.currentIndex()
    assert (index.row(), index.column(), index.data()) == (4, 2, "−3")
    assert view.reveal("objective", aim)
    assert isinstance(view.page, AimsPage)
    assert not view.reveal("actor", actor)


def test_the_diagonal_cannot_be_typed_into(view: MactorView) -> None:
    table = answers(view).table
    corner = table.answers.index(2, 2)
    assert not table.answers.flags(corner) & Qt.ItemFlag.ItemIsEditable
    assert corner.data() == ""


def test_the_grid_keeps_qt_s_contract(view: MactorView, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(answers(view).table.answers)


def test_a_block_from_a_spreadsheet_is_one_step(view: MactorView, mission: Mission) -> None:
    table = answers(view).table
    table.setCurrentIndex(table.answers.index(0, 0))
    before = forces(mission).mid
    QGuiApplication.clipboard().setText("0\t4\t4\r\n4\t\t4\r\n")
    QTest.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [row[:3] for row in forces(mission).mid[:2]] == [(0, 4, 4), (4, 0, 4)]
    mission.document.undo()
    assert forces(mission).mid == before


def test_a_block_with_its_headings_goes_where_they_say(view: MactorView, mission: Mission) -> None:
    page = answers(view)
    page.table.paste("\tA17\tA01\nA17\t\t1\nA01\t4\t\n")
    found = forces(mission).mid
    assert (found[0][6], found[6][0]) == (4, 1)
    assert mission.toasts == [("Clipboard taken over", True)]


def test_nothing_is_pasted_into_the_past(view: MactorView, mission: Mission) -> None:
    page = answers(view)
    before = forces(mission).mid
    view.show_as_of(dt.date(2026, 5, 1))
    page.table.setCurrentIndex(page.table.answers.index(0, 1))
    page.table.paste("4")
    page.table.paste("\tA17\tA01\nA17\t\t1\nA01\t4\t\n")
    assert forces(mission).mid == before


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("0\t9", "Row 1, column 2 of the block: “9” is not one of 0 to 4."),
        ("0\tbeaucoup", "Row 1, column 2 of the block: “beaucoup” is not one of 0 to 4."),
        ("3\t1", "Row 1, column 1 of the block: nobody weighs on themselves."),
        ("0\t2.5", "Row 1, column 2 of the block: “2.5” is not one of 0 to 4."),
        ("\n".join(["0"] * 9), "The block has 9 × 1 cells, there are 7 × 7 here."),
    ],
)
def test_a_bad_block_is_refused_whole(
    view: MactorView, mission: Mission, block: str, said: str
) -> None:
    page = answers(view)
    page.table.setCurrentIndex(page.table.answers.index(0, 0))
    before = forces(mission).mid
    page.table.paste(block)
    assert page._line.text() == said
    assert forces(mission).mid == before


def test_delete_makes_answers_questions_again(view: MactorView, mission: Mission) -> None:
    table = answers(view).table
    table.setCurrentIndex(table.answers.index(0, 1))
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert forces(mission).progress(INFLUENCE.name) == Progress(41, 42)


def test_a_file_is_taken_over_or_refused(
    view: MactorView, mission: Mission, tmp_path: Path
) -> None:
    path = tmp_path / "mid.csv"
    path.write_text(";A01;A02\nA01;0;4\nA02;4;0\n", "utf-8")
    page = answers(view)
    page.import_grid(path)
    assert forces(mission).mid[0][1] == forces(mission).mid[1][0] == 4
    assert mission.toasts == [("mid.csv taken over", True)]
    refused: list[Exception] = []
    mission.document.refused.connect(refused.append)
    path.write_text(";A01;A99\nA01;0;4\nA99;4;0\n", "utf-8")
    page.import_grid(path)
    assert len(refused) == 1


def test_the_plane_and_the_weights_stand_in_the_order_of_the_register(view: MactorView) -> None:
    view.go("plane")
    page = view.page
    assert isinstance(page, PlanePage)
    model = page.figures.model()
    shown = [
        [model.index(row, column).data() for column in range(5)] for row in range(model.rowCount())
    ]
    assert shown[0] == ["Clémence Roseraie", "41", "42", "0.96", "Relays"]
    assert shown[6] == ["Cyprien Halleresse", "48", "6", "2.62", "Dominant"]
    assert [row[0] for row in shown] == [
        *("Clémence Roseraie", "Anselme Ferrage", "Odile Tisserine", "Mireille Campanule"),
        *("Hippolyte Versoir", "Barnabé Trémolin", "Cyprien Halleresse"),
    ]


def test_what_hangs_on_one_answer_is_said_in_a_sentence(view: MactorView, mission: Mission) -> None:
    view.go("plane")
    page = view.page
    assert isinstance(page, PlanePage)
    text = page.sensitivity.text()
    assert text.startswith(f"{len(sensitivity(forces(mission).mid))} answers of 42")
    assert "None of them concerns Cyprien Halleresse" in text


def test_a_token_that_is_clicked_is_selected(view: MactorView, mission: Mission) -> None:
    view.go("plane")
    page = view.page
    assert isinstance(page, PlanePage)
    chosen: list[Selection] = []
    view.selected.connect(chosen.append)
    funder = key(mission, "A17")
    QTest.mouseClick(
        page.plane,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        page.plane.box_of(funder).center().toPoint(),
    )
    assert chosen == [Selection(ACTOR, (funder,))]
    page.plane.setFocus()
    QTest.keyClick(page.plane, Qt.Key.Key_Right)
    QTest.keyClick(page.plane, Qt.Key.Key_Return)
    assert len(chosen) == 2


def test_no_token_covers_another_and_no_name_leaves_the_plane(view: MactorView) -> None:
    view.go("plane")
    page = view.page
    assert isinstance(page, PlanePage)
    boxes = [page.plane.box_of(token.actor.key) for token in page.plane._tokens]
    for number, box in enumerate(boxes):
        assert page.plane.rect().contains(box.toAlignedRect())
        assert not any(box.center() == other.center() for other in boxes[:number])


def test_objectives_are_added_renamed_and_removed(view: MactorView, mission: Mission) -> None:
    view.go("aims")
    page = view.page
    assert isinstance(page, AimsPage)
    QTest.keyClicks(page.new, "Training paid for")
    QTest.keyClick(page.new, Qt.Key.Key_Return)
    assert [each.name for each in forces(mission).aims][-1] == "Training paid for"
    aim = forces(mission).aims[-1]
    assert aim.ref == "O6"
    page._remove(aim)
    assert len(forces(mission).aims) == 5
    mission.document.undo()
    assert len(forces(mission).aims) == 6


def test_each_objective_tells_who_is_for_and_who_against(view: MactorView) -> None:
    view.go("aims")
    QApplication.processEvents()
    assert (
        "For: Odile Tisserine (+3), Mireille Campanule (+3) · Against: Clémence Roseraie (−1)"
        in words(view)
    )


def test_divergences_are_drawn_and_tabled(view: MactorView) -> None:
    view.go("alliances")
    page = view.page
    assert isinstance(page, AlliancesPage)
    page.sides._group.button(1).click()
    model = page.figures.model()
    assert model.index(3, 5).data() == "10.5"
    page.orders._group.button(0).click()
    assert model.index(3, 5).data() == "5"


def test_those_who_agree_most_stand_side_by_side() -> None:
    assert neighbours(((0, 1, 9), (1, 0, 2), (9, 2, 0))) == [2, 0, 1]
    assert neighbours(()) == ()


def test_nothing_private_is_projected(view: MactorView, mission: Mission) -> None:
    for name in view.pages:
        view.go(name)
    mission.document.present(on=True)
    said = words(view)
    assert "nothing of it is projected" in said
    assert "Cyprien Halleresse" not in said
    mission.document.present(on=False)
    assert "nothing of it is projected" not in words(view)


def test_the_past_is_shown_and_not_edited(view: MactorView, mission: Mission) -> None:
    page = answers(view)
    view.show_as_of(dt.date(2026, 4, 1))
    index = page.table.answers.index(0, 1)
    assert index.data() == ""
    assert not page.table.answers.flags(index) & Qt.ItemFlag.ItemIsEditable
    view.show_as_of(None)
    assert index.data() == "3"
    assert mission.told == []


def test_an_actor_more_can_take_part(view: MactorView, mission: Mission) -> None:
    before = frozenset(each.key for each in forces(mission).participants)
    newcomer = key(mission, "A14")
    view.set_participants([*before, newcomer], before)
    assert len(forces(mission).participants) == 8
    assert view.status == "8 actors, 77 of 96 questions answered"
    mission.document.undo()
    assert len(forces(mission).participants) == 7
    assert view.status == "7 actors, 77 of 77 questions answered"


def test_the_list_says_how_many_questions_there_will_be(qtbot: QtBot) -> None:
    dialog = ParticipantsDialog({"a": "A01 Ann", "b": "A02 Bob"}, frozenset("a"))
    qtbot.addWidget(dialog)
    assert not dialog._keep.isEnabled()
    dialog.people.item(1).setCheckState(Qt.CheckState.Checked)
    assert dialog.chosen == {"a", "b"}
    assert dialog._keep.isEnabled()
    assert dialog._count.text() == "2 actors: 2 questions of influence."


class TestBeforeAnything:
    @pytest.fixture
    def fills(self) -> list[Callable[[Session], object]]:
        return [
            lambda session: records.create(session, ACTOR, {"name": "Ann Smith"}),
            lambda session: records.create(session, ACTOR, {"name": "Bob Jones"}),
        ]

    def test_an_invitation_explains_and_begins(self, view: MactorView, mission: Mission) -> None:
        assert "Who can weigh on whom, and who wants what?" in words(view)
        (invitation,) = [e for e in view.findChildren(EmptyState) if e.isVisible()]
        assert invitation.button is not None
        both = [key(mission, "Ann Smith"), key(mission, "Bob Jones")]
        view.set_participants(both, frozenset())
        assert questions(view).walk.current == Question(INFLUENCE.name, *both)
        QTest.keyClick(questions(view), Qt.Key.Key_3)
        assert questions(view).walk.current == Question(INFLUENCE.name, both[1], both[0])

    def test_without_objectives_there_is_no_stance_to_ask_for(
        self, view: MactorView, mission: Mission
    ) -> None:
        both = [key(mission, "Ann Smith"), key(mission, "Bob Jones")]
        view.set_participants(both, frozenset())
        page = questions(view)
        page.kinds._group.button(1).click()
        assert "There is no objective yet" in words(view)
        page._next.click()
        assert isinstance(view.page, AimsPage)

    @pytest.mark.parametrize("name", ["answers", "plane", "aims", "alliances"])
    def test_every_page_bears_having_no_answer(
        self, view: MactorView, mission: Mission, name: str
    ) -> None:
        both = [key(mission, "Ann Smith"), key(mission, "Bob Jones")]
        view.set_participants(both, frozenset())
        view.go(name)
        QApplication.processEvents()
        assert not view.grab().isNull()
