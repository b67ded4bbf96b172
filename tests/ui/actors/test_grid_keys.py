from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from entente_ui.actors.asking import FactPopover, PositionPopover
from entente_ui.actors.grid_delegate import ScoreBox
from entente_ui.kit import Menu
from entente_ui.pane import Selection
from tests.ui.actors.conftest import Hands, Mission

_Key = Qt.Key
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def current(hands: Hands) -> str:
    spot = hands.view.picks.current
    person = hands.view.board.person(spot) if isinstance(spot, str) else None
    return person.name if person else ""


def enter(hands: Hands) -> None:
    hands.view.setFocus(Qt.FocusReason.TabFocusReason)


def test_tab_goes_through_everybody_from_the_upper_left(hands: Hands) -> None:
    enter(hands)
    seen = [current(hands)]
    for _step in range(3):
        hands.key(_Key.Key_Tab)
        seen.append(current(hands))
    assert seen == ["Cyprien Halleresse", "Odile Tisserine", "Anselme Ferrage", "Firmin Cordelois"]


def test_shift_tab_goes_back(hands: Hands) -> None:
    enter(hands)
    hands.key(_Key.Key_Tab)
    hands.key(_Key.Key_Backtab, modifiers=_SHIFT)
    assert current(hands) == "Cyprien Halleresse"


def test_tab_leaves_the_grid_after_the_last(hands: Hands) -> None:
    enter(hands)
    hands.key(_Key.Key_End, _Key.Key_Tab)
    assert not hands.view.hasFocus()


def test_an_arrow_moves_by_half_a_point_and_enter_keeps_it(hands: Hands, mission: Mission) -> None:
    enter(hands)
    hands.key(_Key.Key_Down, _Key.Key_Right)
    assert mission.score("Cyprien Halleresse") == (5.0, 2.0)
    hands.key(_Key.Key_Return)
    assert mission.score("Cyprien Halleresse") == (4.5, 2.5)
    assert isinstance(hands.popover(), FactPopover)
    mission.document.undo()
    assert mission.score("Cyprien Halleresse") == (5.0, 2.0)


def test_with_shift_an_arrow_moves_by_a_whole_point(hands: Hands, mission: Mission) -> None:
    enter(hands)
    hands.key(_Key.Key_Right, modifiers=_SHIFT)
    hands.key(_Key.Key_Return)
    assert mission.score("Cyprien Halleresse") == (5.0, 3.0)


def test_several_presses_are_one_step_kept_after_a_pause(hands: Hands, mission: Mission) -> None:
    steps = len(mission.document.steps())
    enter(hands)
    hands.key(_Key.Key_Down, _Key.Key_Down, _Key.Key_Right)
    hands.view.nudge.rested.emit()
    assert mission.score("Cyprien Halleresse") == (4.0, 2.5)
    assert len(mission.document.steps()) == steps + 1
    assert hands.popover() is None


def test_escape_takes_back_a_move_that_was_not_kept(hands: Hands, mission: Mission) -> None:
    enter(hands)
    hands.key(_Key.Key_Down, _Key.Key_Left, _Key.Key_Escape)
    hands.view.nudge.rested.emit()
    assert mission.score("Cyprien Halleresse") == (5.0, 2.0)
    assert hands.at("Cyprien Halleresse") == hands.place(5.0, 2.0)


def test_arrows_stop_at_the_end_of_the_scale(hands: Hands, mission: Mission) -> None:
    enter(hands)
    hands.key(*[_Key.Key_Left] * 6, _Key.Key_Up, _Key.Key_Return)
    assert mission.score("Cyprien Halleresse") == (5.0, 1.0)


def test_space_selects_several_and_arrows_move_them_all(hands: Hands, mission: Mission) -> None:
    enter(hands)
    hands.key(_Key.Key_Tab, _Key.Key_Space, _Key.Key_Space)
    hands.click(hands.at("Odile Tisserine"))
    hands.click(hands.at("Anselme Ferrage"), Qt.KeyboardModifier.ControlModifier)
    hands.key(_Key.Key_Down, _Key.Key_Return)
    assert mission.score("Odile Tisserine") == (3.5, 4.0)
    assert mission.score("Anselme Ferrage") == (3.5, 5.0)
    assert mission.document.undo_label == "Move 2 actors"


def test_enter_asks_for_the_fact_of_the_present_position(
    hands: Hands, mission: Mission, qtbot: QtBot
) -> None:
    enter(hands)
    hands.key(_Key.Key_Return)
    question = hands.popover()
    assert isinstance(question, FactPopover)
    qtbot.keyClicks(question.field, "Signed the order.")
    qtbot.keyClick(question.field, _Key.Key_Return)
    (only,) = mission.ratings("Cyprien Halleresse")
    assert only.fact == "Signed the order."


def test_delete_takes_an_actor_off_the_grid_and_keeps_the_past(
    hands: Hands, mission: Mission
) -> None:
    enter(hands)
    hands.key(_Key.Key_Delete)
    assert mission.score("Cyprien Halleresse") == (None, None)
    assert [r.values["power"] for r in mission.ratings("Cyprien Halleresse")] == [5.0, None]
    mission.document.undo()
    assert mission.score("Cyprien Halleresse") == (5.0, 2.0)


def test_the_position_can_be_typed(hands: Hands, mission: Mission, qtbot: QtBot) -> None:
    hands.click(hands.at("Firmin Cordelois"))
    hands.grid.commands.place.trigger()
    question = hands.popover()
    assert isinstance(question, PositionPopover)
    for name, value in (("power", 3.5), ("interest", 1.5)):
        box = question.boxes[name]
        assert isinstance(box, ScoreBox)
        box.setValue(value)
    question.field.setText("Asked for the plan.")
    qtbot.keyClick(question.field, _Key.Key_Return)
    assert mission.score("Firmin Cordelois") == (3.5, 1.5)
    assert mission.ratings("Firmin Cordelois")[-1].fact == "Asked for the plan."
    mission.document.undo()
    assert mission.score("Firmin Cordelois") == (2.0, 4.0)


def test_somebody_new_is_placed_from_the_list_by_enter(
    hands: Hands, mission: Mission, qtbot: QtBot
) -> None:
    waiting = hands.grid.side.unplaced
    waiting.select([mission.key("Zoé Nouvelle")])
    qtbot.keyClick(waiting, _Key.Key_Return)
    question = hands.popover()
    assert isinstance(question, PositionPopover)
    qtbot.keyClick(question.boxes["power"], _Key.Key_Return)
    assert mission.score("Zoé Nouvelle") == (3.0, 3.0)
    assert mission.document.undo_label == "Place Zoé Nouvelle"


def test_the_selection_is_told_to_the_inspector(hands: Hands, qtbot: QtBot) -> None:
    with qtbot.waitSignal(hands.pane.selected) as told:
        hands.click(hands.at("Anselme Ferrage"))
    chosen = told.args[0]
    assert isinstance(chosen, Selection)
    assert chosen.record_type.name == "actor"
    assert len(chosen.keys) == 1


def test_f2_shows_the_actor_in_full(hands: Hands, qtbot: QtBot) -> None:
    enter(hands)
    with qtbot.waitSignal(hands.pane.selected):
        hands.key(_Key.Key_F2)


def test_the_menu_key_offers_what_the_pointer_does(hands: Hands) -> None:
    enter(hands)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(hands.view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, Menu)
    texts = [action.text() for action in menu.actions() if action.text()]
    menu.close()
    assert texts == [
        "Set the position…",
        "Note the observed fact…",
        "Show in the inspector",
        "Show the relations",
        "History",
        "Take off the grid",
    ]


def test_plus_and_minus_zoom_and_zero_shows_all(hands: Hands) -> None:
    hands.view.setFocus()
    QTest.keyClick(hands.view, _Key.Key_Plus)
    assert hands.view.zooming.is_enlarged
    width = hands.view.board.frame.width
    QTest.keyClick(hands.view, _Key.Key_Plus)
    assert hands.view.board.frame.width > width
    QTest.keyClick(hands.view, _Key.Key_0)
    assert not hands.view.zooming.is_enlarged


def test_zooming_makes_room_and_keeps_tokens_their_size(hands: Hands) -> None:
    radius = hands.view.board.arrangement.radius
    before = hands.place(5.0, 5.0) - hands.place(5.0, 4.0)
    hands.pane.zoom(3)
    hands.view.zooming.settle_now()
    after = hands.place(5.0, 5.0) - hands.place(5.0, 4.0)
    assert after.x() > 1.5 * before.x()
    assert hands.view.board.arrangement.radius == radius
    hands.pane.zoom(0)
    assert hands.place(5.0, 5.0) - hands.place(5.0, 4.0) == before
