from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from entente.domain.actor import ACTOR
from entente.domain.confidentiality import Level
from entente.services import records
from entente.store.session import Session
from entente_ui.actors.asking import FactPopover
from tests.ui.actors.conftest import Hands, Mission

_CONTROL = Qt.KeyboardModifier.ControlModifier


def test_dragging_an_actor_sets_both_scores_as_one_step(hands: Hands, mission: Mission) -> None:
    hands.drag(hands.at("Firmin Cordelois"), hands.place(4.5, 2.0))
    assert mission.score("Firmin Cordelois") == (4.5, 2.0)
    assert mission.document.undo_label == "Move Firmin Cordelois"
    mission.document.undo()
    assert mission.score("Firmin Cordelois") == (2.0, 4.0)
    assert hands.at("Firmin Cordelois") == hands.place(2.0, 4.0)


def test_the_message_says_what_changed_and_offers_to_undo(hands: Hands, mission: Mission) -> None:
    hands.drag(hands.at("Anselme Ferrage"), hands.place(4.0, 4.5))
    assert mission.toasts == [("Anselme Ferrage: interest 5 → 4.5", True)]


def test_a_drop_snaps_to_the_nearest_half_point(hands: Hands, mission: Mission) -> None:
    hands.drag(hands.at("Firmin Cordelois"), hands.place(3.0, 3.0) + QPoint(9, -7))
    assert mission.score("Firmin Cordelois") == (3.0, 3.0)


def test_a_drop_outside_lands_on_the_edge(hands: Hands, mission: Mission) -> None:
    hands.drag(hands.at("Firmin Cordelois"), QPoint(-300, -300))
    assert mission.score("Firmin Cordelois") == (5.0, 1.0)


def test_escape_puts_the_actor_back(hands: Hands, mission: Mission) -> None:
    start = hands.at("Firmin Cordelois")
    steps = len(mission.document.steps())
    hands.press(start)
    hands.move(start + QPoint(60, 0))
    hands.move(hands.place(5.0, 1.0))
    hands.key(Qt.Key.Key_Escape)
    hands.release(hands.place(5.0, 1.0))
    assert mission.score("Firmin Cordelois") == (2.0, 4.0)
    assert hands.at("Firmin Cordelois") == start
    assert len(mission.document.steps()) == steps


def test_while_carried_the_cell_is_lit_and_the_value_stands_beside_the_pointer(
    hands: Hands,
) -> None:
    start, end = hands.at("Firmin Cordelois"), hands.place(4.0, 4.5)
    hands.press(start)
    hands.move(start + QPoint(30, 0))
    hands.move(end)
    hand = hands.view.board.hand
    assert hand.chip.lines == ("power 4 · interest 4.5",)
    assert len(hand.target.boxes) == 1
    assert hand.target.boxes[0].contains(hands.view.mapToScene(end))
    hands.release(end)
    assert not hand.chip.isVisible()
    assert not hand.target.boxes


def test_letting_go_where_it_was_writes_nothing(hands: Hands, mission: Mission) -> None:
    steps = len(mission.document.steps())
    start = hands.at("Odile Tisserine")
    hands.drag(start, start + QPoint(12, 3))
    hands.click(hands.at("Odile Tisserine"))
    assert len(mission.document.steps()) == steps
    assert not mission.toasts


def test_several_are_moved_together_as_one_step(hands: Hands, mission: Mission) -> None:
    hands.click(hands.at("Firmin Cordelois"))
    hands.click(hands.at("Cyprien Halleresse"), _CONTROL)
    hands.drag(hands.at("Firmin Cordelois"), hands.place(3.0, 4.5))
    assert mission.score("Firmin Cordelois") == (3.0, 4.5)
    # A point higher and half a point further, held inside the scale.
    assert mission.score("Cyprien Halleresse") == (5.0, 2.5)
    assert mission.document.undo_label == "Move 2 actors"
    mission.document.undo()
    assert mission.score("Firmin Cordelois") == (2.0, 4.0)
    assert mission.score("Cyprien Halleresse") == (5.0, 2.0)


def test_a_band_selects_those_inside_it(hands: Hands) -> None:
    middle = hands.place(4.0, 3.5)
    hands.press(QPoint(2, 2))
    hands.move(QPoint(40, 40))
    hands.move(middle)
    hands.release(middle)
    names = {hands.view.board.person(key) for key in hands.view.picks.keys}
    assert {person.name for person in names if person} == {"Cyprien Halleresse"}


def test_ctrl_click_adds_and_takes_away(hands: Hands, mission: Mission) -> None:
    hands.click(hands.at("Anselme Ferrage"))
    hands.click(hands.at("Odile Tisserine"), _CONTROL)
    assert len(hands.view.picks.keys) == 2
    hands.click(hands.at("Anselme Ferrage"), _CONTROL)
    assert list(hands.view.picks.keys) == [mission.key("Odile Tisserine")]


def test_a_press_on_the_paper_selects_nobody(hands: Hands) -> None:
    hands.click(hands.at("Anselme Ferrage"))
    hands.click(hands.place(1.0, 1.0))
    assert hands.view.picks.keys == ()


def test_the_fact_is_asked_for_and_kept_with_the_new_rating(
    hands: Hands, mission: Mission, qtbot: QtBot
) -> None:
    hands.drag(hands.at("Odile Tisserine"), hands.place(3.0, 4.0))
    question = hands.popover()
    assert isinstance(question, FactPopover)
    qtbot.keyClicks(question.field, "Came to no meeting in May.")
    qtbot.keyClick(question.field, Qt.Key.Key_Return)
    latest = mission.ratings("Odile Tisserine")[-1]
    assert latest.fact == "Came to no meeting in May."
    assert latest.values["power"] == 3.0
    assert mission.document.undo_label == "Note the fact about Odile Tisserine"


def test_escape_skips_the_question_and_keeps_the_move(
    hands: Hands, mission: Mission, qtbot: QtBot
) -> None:
    hands.drag(hands.at("Odile Tisserine"), hands.place(3.0, 4.0))
    question = hands.popover()
    assert isinstance(question, FactPopover)
    qtbot.keyClicks(question.field, "half a thou")
    qtbot.keyClick(question.field, Qt.Key.Key_Escape)
    assert mission.score("Odile Tisserine") == (3.0, 4.0)
    assert mission.ratings("Odile Tisserine")[-1].fact == ""
    assert mission.document.undo_label == "Move Odile Tisserine"


def test_a_move_before_everybody_is_public_and_asks_nothing(hands: Hands, mission: Mission) -> None:
    key = mission.key("Odile Tisserine")
    mission.document.run("show", lambda s: _publish(s, key))
    mission.document.present(on=True)
    hands.view.zooming.settle_now()
    hands.drag(hands.at("Odile Tisserine"), hands.place(2.0, 2.0))
    assert hands.popover() is None
    assert mission.ratings("Odile Tisserine")[-1].confidentiality == Level.PUBLIC
    assert mission.score("Odile Tisserine") == (2.0, 2.0)
    assert "Tisserine" not in mission.document.undo_label
    assert "Tisserine" not in mission.toasts[-1][0]


def _publish(session: Session, key: str) -> None:
    records.change(session, ACTOR, key, {"confidentiality": "public"})
    rating = records.ratings(session, ACTOR, key)[-1]
    records.annotate(session, ACTOR, rating.id, {"confidentiality": "public"})


def test_an_actor_can_be_taken_by_the_name(hands: Hands, mission: Mission) -> None:
    token = hands.view.board.tokens[mission.key("Firmin Cordelois")]
    name = hands.view.mapFromScene(token.name.sceneBoundingRect().center())
    grip = name - hands.at("Firmin Cordelois")
    hands.drag(name, hands.place(3.0, 2.0) + grip)
    assert mission.score("Firmin Cordelois") == (3.0, 2.0)


def test_only_the_token_that_changed_moves(hands: Hands) -> None:
    board = hands.view.board
    before = {key: token.pos() for key, token in board.tokens.items()}
    hands.drag(hands.at("Firmin Cordelois"), hands.place(1.0, 1.0))
    moved = {key for key, token in board.tokens.items() if token.pos() != before[key]}
    assert [board.tokens[key].person.name for key in moved] == ["Firmin Cordelois"]


def test_a_line_in_the_question_can_hold_anything(
    hands: Hands, mission: Mission, qtbot: QtBot
) -> None:
    hands.drag(hands.at("Odile Tisserine"), hands.place(3.0, 4.0))
    question = hands.popover()
    assert question is not None
    field = question.findChild(QLineEdit)
    assert field is not None
    field.setText('<img src="file:///etc/passwd"> & =cmd|')
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert mission.ratings("Odile Tisserine")[-1].fact == '<img src="file:///etc/passwd"> & =cmd|'
