from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from entente.domain.canvas_layout import covers
from entente_ui.actors.map.note_editor import NoteEditor

if TYPE_CHECKING:
    from tests.ui.actors.map.conftest import Hands

_SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_tab_goes_to_everybody_once(hands: "Hands") -> None:
    seen = []
    for _ in range(5):
        hands.type(Qt.Key.Key_Tab)
        seen.append(hands.canvas.picks.current)
    assert set(seen) == set(hands.canvas.chart.actors)


def test_arrows_move_by_eight_and_with_shift_by_one(hands: "Hands") -> None:
    hands.pick("Eve")
    x, y = hands.spot("Eve")
    hands.type(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down)
    hands.type(Qt.Key.Key_Left, modifiers=_SHIFT)
    assert hands.spot("Eve") == (x + 15, y + 8)


def test_a_walk_with_the_arrows_is_one_step(hands: "Hands") -> None:
    steps = len(hands.document.steps())
    hands.pick("Eve")
    before = hands.spot("Eve")
    hands.type(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down)
    hands.canvas.keys.settle()
    assert len(hands.document.steps()) == steps + 1
    hands.document.undo()
    assert hands.spot("Eve") == before


def test_escape_takes_the_arrows_back(hands: "Hands") -> None:
    hands.pick("Eve")
    before = hands.spot("Eve")
    hands.type(Qt.Key.Key_Right, Qt.Key.Key_Escape)
    assert hands.spot("Eve") == before
    assert hands.data.places == {}


def test_enter_hands_over_to_the_inspector(hands: "Hands") -> None:
    hands.pick("Ada")
    hands.type(Qt.Key.Key_Return)
    last = hands.selected[-1]
    assert last is not None
    assert (last.record_type.name, last.keys) == ("actor", (hands.key("Ada"),))


def test_r_and_enter_draw_a_relation(hands: "Hands") -> None:
    hands.pick("Ada")
    hands.type(Qt.Key.Key_R)
    hands.canvas.go(hands.key("Dan"))
    hands.type(Qt.Key.Key_Return)
    popover = hands.popover()
    QTest.keyClicks(popover, "+")
    QTest.keyClick(popover, Qt.Key.Key_Return)
    (drawn,) = (r for r in hands.data.relations if r.from_id == hands.key("Ada") and r.quality == 1)
    assert drawn.to_id == hands.key("Dan")


def test_escape_gives_a_relation_up(hands: "Hands") -> None:
    hands.pick("Ada")
    hands.type(Qt.Key.Key_R, Qt.Key.Key_Escape)
    assert (hands.canvas.hand.origin, hands.count()) == ("", 3)


def test_delete_hides_and_h_shows_again(hands: "Hands") -> None:
    hands.pick("Bo", "Eve")
    hands.type(Qt.Key.Key_Delete)
    assert hands.shown() == {"Ada", "Cy", "Dan"}
    hands.type(Qt.Key.Key_H)
    assert hands.shown() == {"Ada", "Bo", "Cy", "Dan", "Eve"}


def test_delete_removes_the_relation_selected(hands: "Hands") -> None:
    relation = hands.canvas.chart.relations[0]
    hands.view.reveal("relation", relation.id)
    hands.type(Qt.Key.Key_Delete)
    assert hands.count() == 2
    hands.document.undo()
    assert hands.count() == 3


def test_f_shows_the_neighbours_alone_and_again_everybody(hands: "Hands") -> None:
    hands.pick("Bo")
    hands.type(Qt.Key.Key_F)
    assert hands.shown() == {"Ada", "Bo", "Cy"}
    hands.view.choices.choose_steps(0)
    assert hands.shown() == {"Bo"}
    hands.view.choices.choose_steps(2)
    assert hands.shown() == {"Ada", "Bo", "Cy", "Dan"}
    hands.type(Qt.Key.Key_F)
    assert len(hands.shown()) == 5


def test_the_focus_is_kept_in_the_file(hands: "Hands") -> None:
    hands.pick("Bo")
    hands.type(Qt.Key.Key_F)
    assert (hands.data.view.focus_id, hands.data.view.steps) == (hands.key("Bo"), 1)


def test_p_pins_and_unpins(hands: "Hands") -> None:
    hands.pick("Ada")
    hands.type(Qt.Key.Key_P)
    assert hands.data.places[hands.key("Ada")].pinned
    hands.type(Qt.Key.Key_P)
    assert not hands.data.places[hands.key("Ada")].pinned


def test_n_begins_a_note_to_be_written(hands: "Hands") -> None:
    hands.type(Qt.Key.Key_N)
    (note,) = hands.data.notes
    (field,) = hands.canvas.findChildren(NoteEditor)
    QTest.keyClicks(field, "Voir le budget")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [(n.id, n.text) for n in hands.data.notes] == [(note.id, "Voir le budget")]


def test_escape_leaves_the_words_of_a_note(hands: "Hands") -> None:
    hands.type(Qt.Key.Key_N)
    (field,) = hands.canvas.findChildren(NoteEditor)
    QTest.keyClicks(field, "Rien")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert [note.text for note in hands.data.notes] == [""]


@pytest.mark.parametrize("key", [Qt.Key.Key_Plus, Qt.Key.Key_Minus])
def test_plus_and_minus_zoom(hands: "Hands", key: Qt.Key) -> None:
    before = hands.canvas.camera.scale
    hands.type(key)
    assert (hands.canvas.camera.scale > before) == (key == Qt.Key.Key_Plus)


def test_zero_shows_everything(hands: "Hands") -> None:
    hands.canvas.zoom(9)
    hands.type(Qt.Key.Key_0)
    area = hands.canvas.camera.rect_to_map(hands.canvas.rect())
    assert area.contains(hands.canvas.chart.bounds())


def test_control_a_selects_everybody(hands: "Hands") -> None:
    hands.type(Qt.Key.Key_A, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert len(hands.canvas.picks.actors) == 5


def test_a_pasted_list_adds_an_actor_for_each_new_name(hands: "Hands") -> None:
    QGuiApplication.clipboard().setText("• Gil Noir\nHana Sol\tDSI\n\nada\nHana  Sol\n")
    hands.type(Qt.Key.Key_V, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert hands.shown() == {"Ada", "Bo", "Cy", "Dan", "Eve", "Gil Noir", "Hana Sol"}
    spots = [(round(x), round(y)) for x, y in hands.canvas.chart.at.values()]
    assert not any(covers(one, other) for one, other in combinations(spots, 2))
    hands.document.undo()
    assert len(hands.shown()) == 5


@pytest.mark.parametrize("junk", ["", "\n\n", "x" * 10_000, "\x00\x01", "a\n" * 5_000])
def test_junk_is_not_pasted(hands: "Hands", junk: str) -> None:
    QGuiApplication.clipboard().setText(junk)
    hands.type(Qt.Key.Key_V, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert len(hands.shown()) == 5


def test_an_actor_becomes_a_party_from_the_menu(hands: "Hands") -> None:
    hands.pick("Ada")
    menu = hands.view.actions_.menu()
    parties = next(a.menu() for a in menu.actions() if a.text() == "Make a party of")
    assert isinstance(parties, QMenu)
    parties.actions()[0].trigger()
    menu.deleteLater()
    assert hands.data.difficulties[0].parties == {hands.key("Ada")}
