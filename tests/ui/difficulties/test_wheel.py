"""Fiutak's wheel in the head of a difficulty."""

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from entente.domain.actor import ACTOR
from entente.domain.difficulty import DIFFICULTY
from entente.domain.option import OPTION
from entente.domain.party import PARTY
from entente.domain.wheel import Question, Treatment, Voice, wheel
from entente.services import difficulties, records
from entente.store.gate import Gate
from entente.store.session import Session
from entente_ui.difficulties.wheel import WheelView
from entente_ui.difficulties.workspace import Workspace
from entente_ui.look.theme import Theme
from entente_ui.pane import Context


def fill(session: Session) -> None:
    key = records.create(session, DIFFICULTY, {"title": "Reprise", "confidentiality": "public"})
    for name in ("Ferrage", "Versoir"):
        actor = records.create(session, ACTOR, {"name": name})
        records.create(session, PARTY, {"difficulty_id": key, "actor_id": actor, "account": "Oui"})


@pytest.fixture
def view(qtbot: QtBot, look: Theme) -> WheelView:
    assert not look.is_dark
    made = WheelView()
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show_wheel(wheel([Voice("a", "DSI", frozenset({"account"}))], Treatment(options=1)))
    return made


@pytest.fixture
def workspace(qtbot: QtBot, gate: Gate, context: Context) -> Workspace:
    gate.run("Fill", fill)
    made = Workspace(context)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    show(made, context)
    context.document.changed.connect(made.tell)
    return made


def show(workspace: Workspace, context: Context) -> None:
    viewer = context.document.viewer
    (found,) = context.document.read(lambda s: difficulties.overview(s, viewer))
    workspace.show_overview(found)


@pytest.mark.parametrize("question", list(Question))
def test_a_click_on_a_question_asks_for_it(
    qtbot: QtBot, view: WheelView, question: Question
) -> None:
    place = view.place_of(question)
    assert view.question_at(place) is question
    with qtbot.waitSignal(view.asked) as caught:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place.toPoint())
    assert caught.args == [question.value]


def test_a_caption_belongs_to_its_question(view: WheelView) -> None:
    assert view.question_at(QPointF(5, 5)) is Question.WHAT
    assert view.question_at(QPointF(view.width() - 5, view.height() - 5)) is Question.HOW
    view.set_captions(False)
    view.resize(view.sizeHint())
    assert view.question_at(QPointF(1, 1)) is None


def test_arrows_go_round_and_enter_goes_there(qtbot: QtBot, view: WheelView) -> None:
    assert view.aimed is Question.WHAT
    seen = []
    for _question in Question:
        qtbot.keyClick(view, Qt.Key.Key_Right)
        seen.append(view.aimed)
    assert seen == [*list(Question)[1:], Question.WHAT]
    with qtbot.waitSignal(view.asked) as caught:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert caught.args == ["what"]


def test_the_wheel_is_told_in_words(view: WheelView) -> None:
    # One of four statements of two parties, and no fact: 1/5.
    said = view.accessibleDescription()
    assert said.startswith("What? 20%. Missing: DSI: position · fewer than two parties")
    assert "nothing is known of why it matters to DSI" in said


def test_it_turns_with_what_is_written(workspace: Workspace, context: Context) -> None:
    def heard(session: Session) -> None:
        for row in records.list_rows(session, PARTY).dicts():
            records.change(session, PARTY, row["id"], {"needs": "Du temps"})
            records.create(
                session, OPTION, {"difficulty_id": row["difficulty_id"], "text": "Attendre"}
            )

    context.document.run("Hear", heard)
    found = workspace.wheel._wheel
    assert found is not None
    assert [round(found.share(question), 2) for question in Question] == [0.4, 0.33, 0, 1, 0]
    assert found.early_for == ()


def test_a_question_opens_its_page_and_one_without_a_page_the_overview(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.wheel.asked.emit("why")
    assert workspace.current is workspace.page("parties")
    monkeypatch.setattr("entente_ui.difficulties.workspace.page_exists", lambda _name: False)
    workspace.wheel.asked.emit("how")
    assert workspace.current is workspace.page("overview")


def test_the_head_stays_low_where_there_is_little_room(
    qtbot: QtBot, workspace: Workspace, look: Theme
) -> None:
    workspace.resize(look.px(320), 700)
    qtbot.waitUntil(lambda: workspace.wheel.width() == workspace.wheel.height())
    assert workspace._brief.text() == ""
    assert workspace._brief.accessibleName() == "Prepare the brief"
    assert workspace.tabs.y() < look.px(130)


def test_a_projected_screen_shows_no_wheel(workspace: Workspace, context: Context) -> None:
    assert not workspace.wheel.isHidden()
    context.document.present(on=True)
    show(workspace, context)
    assert workspace.wheel.isHidden()
