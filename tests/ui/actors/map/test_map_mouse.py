from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from entente_ui.actors.map.hand import Doing
from entente_ui.actors.map.pointing import handles
from entente_ui.actors.map.things import actor_thing
from entente_ui.actors.mime import mime_of

if TYPE_CHECKING:
    from tests.ui.actors.map.conftest import Hands


def drop(hands: "Hands", data: QMimeData, at: QPoint) -> bool:
    rest = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(at, Qt.DropAction.CopyAction, *rest)
    event = QDropEvent(QPointF(at), Qt.DropAction.CopyAction, *rest)
    for each in (enter, event):
        each.ignore()
        QApplication.sendEvent(hands.canvas, each)
    return event.isAccepted()


def test_an_actor_stays_where_it_is_dragged(hands: "Hands") -> None:
    before = hands.spot("Eve")
    hands.drag(hands.at("Eve"), hands.at("Eve") + QPoint(96, 160))
    place = hands.data.places[hands.key("Eve")]
    assert (place.x, place.y) == hands.spot("Eve")
    assert (place.x - before[0], place.y - before[1]) == pytest.approx((96, 160), abs=8)


def test_undo_and_redo_of_a_drag_give_the_same_pictures(hands: "Hands") -> None:
    first = hands.canvas.grab().toImage()
    hands.drag(hands.at("Ada"), hands.at("Ada") + QPoint(24, 200))
    hands.canvas.picks.pick([])
    second = hands.canvas.grab().toImage()
    hands.document.undo()
    assert hands.canvas.grab().toImage() == first
    hands.document.redo()
    assert hands.canvas.grab().toImage() == second


def test_several_selected_are_dragged_together(hands: "Hands") -> None:
    hands.pick("Ada", "Eve")
    before = {name: hands.spot(name) for name in ("Ada", "Eve")}
    hands.drag(hands.at("Ada"), hands.at("Ada") + QPoint(40, 240))
    moved = {
        tuple(now - then for now, then in zip(hands.spot(name), spot, strict=True))
        for name, spot in before.items()
    }
    assert len(moved) == 1
    assert moved != {(0, 0)}
    assert len(hands.document.steps()) == 2


def test_a_drag_ends_on_the_grid(hands: "Hands") -> None:
    hands.drag(hands.at("Eve"), hands.at("Eve") + QPoint(83, 301))
    assert all(value % 8 == 0 for value in hands.spot("Eve"))


def test_moving_an_organisation_moves_its_people(hands: "Hands") -> None:
    before = {name: hands.spot(name) for name in ("Ada", "Bo", "Cy")}
    hands.drag(hands.head("Rive"), hands.head("Rive") + QPoint(0, 240))
    down = {name: hands.spot(name)[1] - spot[1] for name, spot in before.items()}
    assert down == {"Ada": 240, "Bo": 240, "Cy": 0}


def test_a_drag_let_go_outside_is_put_back(hands: "Hands") -> None:
    before = hands.spot("Eve")
    hands.drag(hands.at("Eve"), QPoint(-300, -40))
    assert hands.spot("Eve") == before
    assert hands.data.places == {}


def test_a_drag_overtaken_by_undo_is_put_back(hands: "Hands") -> None:
    hands.drag(hands.at("Eve"), hands.at("Eve") + QPoint(0, 160))
    hands.press(hands.at("Ada"))
    hands.move(hands.at("Ada") + QPoint(60, 60))
    hands.document.undo()
    assert hands.canvas.hand.doing is Doing.NOTHING
    hands.release(hands.at("Ada"))
    assert hands.data.places == {}


def test_double_click_on_the_ground_adds_an_actor_there(hands: "Hands") -> None:
    at = QPoint(40, hands.canvas.height() - 60)
    point = hands.canvas.camera.to_map(QPointF(at))
    hands.double_click(at)
    hands.answer("Zoé Neuve")
    x, y = hands.spot("Zoé Neuve")
    assert (abs(x - point.x()) <= 4, abs(y - point.y()) <= 4) == (True, True)
    assert hands.canvas.picks.actors == (hands.key("Zoé Neuve"),)


def test_who_is_added_within_an_organisation_belongs_to_it(hands: "Hands") -> None:
    rect = hands.canvas.chart.boxes[hands.house("Rive")].rect
    point = rect.bottomRight() - QPointF(8, 8)
    hands.double_click(hands.canvas.camera.to_view(point).toPoint())
    hands.answer("Fé")
    actor = hands.canvas.chart.actors[hands.key("Fé")]
    assert actor.organisation_id == hands.house("Rive")


def pull(hands: "Hands", first: str, second: str) -> None:
    hands.move(hands.at(first), Qt.MouseButton.NoButton)
    card = hands.canvas.overlay.rect_of(actor_thing(hands.key(first)))
    hands.drag(handles(card)[0].toPoint(), hands.at(second))


def test_dragging_from_a_handle_draws_a_relation_once_it_is_answered(hands: "Hands") -> None:
    pull(hands, "Ada", "Eve")
    assert hands.count() == 3
    popover = hands.popover()
    QTest.keyClicks(popover, "-2")
    QTest.keyClick(popover, Qt.Key.Key_Return)
    (drawn,) = (r for r in hands.data.relations if r.to_id == hands.key("Eve"))
    assert (drawn.from_id, drawn.quality) == (hands.key("Ada"), -2)


def test_escape_leaves_no_relation(hands: "Hands") -> None:
    pull(hands, "Ada", "Eve")
    QTest.keyClick(hands.popover(), Qt.Key.Key_Escape)
    assert hands.count() == 3


def test_a_relation_pulled_into_nothing_asks_for_nothing(hands: "Hands") -> None:
    hands.move(hands.at("Ada"), Qt.MouseButton.NoButton)
    card = hands.canvas.overlay.rect_of(actor_thing(hands.key("Ada")))
    hands.drag(handles(card)[0].toPoint(), QPoint(5, 5))
    assert (hands.count(), hands.canvas.hand.origin) == (3, "")


def test_a_band_selects_whom_it_touches(hands: "Hands") -> None:
    area = hands.canvas.rect_of(actor_thing(hands.key("Eve")))
    hands.drag(area.topLeft() - QPoint(12, 12), area.center())
    assert hands.canvas.picks.actors == (hands.key("Eve"),)


def test_control_adds_to_what_is_selected(hands: "Hands") -> None:
    hands.click(hands.at("Ada"))
    hands.click(hands.at("Eve"), Qt.KeyboardModifier.ControlModifier)
    assert set(hands.canvas.picks.actors) == {hands.key("Ada"), hands.key("Eve")}
    hands.click(hands.at("Ada"), Qt.KeyboardModifier.ControlModifier)
    assert set(hands.canvas.picks.actors) == {hands.key("Eve")}


def test_a_lasso_selects_whom_it_encircles(hands: "Hands") -> None:
    area = hands.canvas.rect_of(actor_thing(hands.key("Eve"))).adjusted(-12, -12, 12, 12)
    hands.press(area.topLeft(), Qt.KeyboardModifier.AltModifier)
    for corner in (area.topRight(), area.bottomRight(), area.bottomLeft(), area.topLeft()):
        hands.move(corner)
    hands.release(area.topLeft())
    assert hands.canvas.picks.actors == (hands.key("Eve"),)


def test_zooming_keeps_what_is_under_the_pointer(hands: "Hands") -> None:
    at = QPointF(200, 300)
    before = hands.canvas.camera.to_map(at)
    hands.canvas.zoom(3, at)
    after = hands.canvas.camera.to_map(at)
    assert (after - before).manhattanLength() < 2


def test_what_scrolls_into_view_is_painted_as_if_all_were_painted_anew(
    hands: "Hands", qtbot: QtBot
) -> None:
    hands.canvas.zoom(2)
    qtbot.waitUntil(lambda: hands.canvas.is_sharp)
    hands.canvas.grab()
    hands.canvas.pan(QPoint(37, -23))
    scrolled = hands.canvas.grab().toImage()
    hands.canvas.backing.forget()
    assert hands.canvas.grab().toImage() == scrolled


def test_actors_from_a_register_come_down_where_they_are_dropped(hands: "Hands") -> None:
    beside = hands.canvas.chart.bounds().topRight() + QPointF(200, 0)
    at = hands.canvas.camera.to_view(beside).toPoint()
    assert drop(hands, mime_of([hands.key("Eve")]), at)
    point = hands.canvas.camera.to_map(QPointF(at))
    x, y = hands.spot("Eve")
    assert (abs(x - point.x()) <= 4, abs(y - point.y()) <= 4) == (True, True)


def test_junk_dropped_on_the_map_changes_nothing(hands: "Hands") -> None:
    steps = len(hands.document.steps())
    data = QMimeData()
    data.setText("DROP TABLE actor")
    assert not drop(hands, data, QPoint(50, 50))
    drop(hands, mime_of(["nobody"]), QPoint(50, 50))
    assert len(hands.document.steps()) == steps


def test_an_actor_let_go_over_a_difficulty_becomes_its_party(hands: "Hands") -> None:
    hands.view.actions_.strip.setChecked(True)
    QApplication.processEvents()
    hands.canvas.fit()
    listed = hands.view.strip._list
    place = listed.viewport().mapToGlobal(listed.visualItemRect(listed.item(0)).center())
    before = hands.spot("Ada")
    hands.drag(hands.at("Ada"), hands.canvas.mapFromGlobal(place))
    (difficulty,) = hands.data.difficulties
    assert difficulty.parties == {hands.key("Ada")}
    assert hands.spot("Ada") == before


def test_a_click_on_a_line_selects_the_relation(hands: "Hands") -> None:
    place = next(n for n, r in enumerate(hands.canvas.chart.relations) if r.quality == -2)
    line = hands.canvas.chart.lines[place]
    hands.click(hands.canvas.camera.to_view(line.center()).toPoint())
    assert hands.canvas.picks.relations == (hands.canvas.chart.relations[place].id,)
    hands.view.tell_selection()
    last = hands.selected[-1]
    assert last is not None
    assert last.record_type.name == "relation"
