"""What is in view: the whole map as the window changes, the legend where there is room."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from entente_ui.actors.map.camera import Level, level_at
from entente_ui.actors.map.cards import shortest
from entente_ui.kit import EmptyState
from entente_ui.look.theme import apply, theme
from entente_ui.paper.dialog import PreviewDialog

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.ui.actors.map.conftest import Hands


@pytest.fixture
def usual_size() -> "Iterator[None]":
    """The size of the interface, as it was before."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = theme().size
    yield
    apply(app, theme().mode, before)


def fills_the_view(hands: "Hands") -> bool:
    """Return whether everybody is in view, as large as they can be."""
    camera, canvas = hands.canvas.camera, hands.canvas
    seen = camera.rect_to_view(canvas.chart.bounds())
    inside = canvas.rect().toRectF().adjusted(-1, -1, 1, 1).contains(seen)
    largest = camera.relative > 0.999
    touches = min(canvas.width() - seen.width(), canvas.height() - seen.height())
    return inside and (largest or abs(touches - 2 * theme().px(16)) < 3)


def resize(hands: "Hands", width: int, height: int) -> None:
    hands.view.resize(width, height)
    QApplication.processEvents()


def test_the_whole_map_follows_the_size_of_the_window(hands: "Hands") -> None:
    for size in ((700, 420), (1300, 900), (900, 500)):
        resize(hands, *size)
        assert fills_the_view(hands)


@pytest.mark.usefixtures("usual_size")
def test_the_whole_map_follows_the_size_of_the_interface(hands: "Hands") -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply(app, theme().mode, 150)
    QApplication.processEvents()
    assert fills_the_view(hands)


@pytest.mark.parametrize("key", [Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Left])
def test_where_somebody_went_stays_in_view(hands: "Hands", key: Qt.Key) -> None:
    hands.canvas.picks.pick([])
    hands.type(key)
    scale = hands.canvas.camera.scale
    middle = hands.canvas.camera.to_map(hands.canvas.rect().toRectF().center())
    resize(hands, 800, 500)
    assert hands.canvas.camera.scale == scale
    now = hands.canvas.camera.to_map(hands.canvas.rect().toRectF().center())
    assert (now - middle).manhattanLength() < 3
    hands.type(Qt.Key.Key_0)
    assert fills_the_view(hands)


def test_coming_back_shows_the_whole_map_again(hands: "Hands") -> None:
    state = hands.view.state()
    hands.canvas.zoom(3)
    near = hands.view.state()
    hands.view.restore(state)
    assert fills_the_view(hands)
    hands.view.restore(near)
    assert tuple(near["camera"]) == hands.canvas.camera.state


def test_a_low_page_leaves_the_room_of_the_legend_to_the_map(hands: "Hands") -> None:
    assert hands.view.legend.isVisible()
    resize(hands, 1000, 420)
    assert not hands.view.legend.isVisible()
    resize(hands, 1300, 900)
    assert hands.view.legend.isVisible()


def test_the_legend_brought_back_stays_on_a_low_page(hands: "Hands") -> None:
    resize(hands, 1000, 420)
    hands.view.actions_.legend.setChecked(True)
    resize(hands, 1000, 400)
    assert hands.view.legend.isVisible()


def test_the_legend_turned_away_stays_away_on_a_high_page(hands: "Hands") -> None:
    hands.view.actions_.legend.setChecked(False)
    resize(hands, 1000, 420)
    resize(hands, 1300, 900)
    assert not hands.view.legend.isVisible()


def test_names_are_left_out_where_they_could_not_be_read() -> None:
    assert level_at(0.15) is Level.DOT
    assert level_at(0.2) is Level.TINY
    assert level_at(0.4) is Level.SHORT
    assert level_at(1.0) is Level.FULL


def test_a_small_card_says_the_first_name_or_initials(hands: "Hands") -> None:
    actor = hands.canvas.chart.actors[hands.key("Ada")]
    font = QFont()
    font.setPixelSize(30)
    assert shortest(actor, font) == "Ada"
    font.setPixelSize(300)
    assert shortest(actor, font) == actor.initials


def test_the_map_is_copied_as_it_is_shown(hands: "Hands", qtbot: "QtBot") -> None:
    QGuiApplication.clipboard().setText("before")
    hands.type(Qt.Key.Key_C, modifiers=Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().mimeData().hasImage(), timeout=20_000)


def test_the_map_is_printed(hands: "Hands", qtbot: "QtBot") -> None:
    hands.view.print_out()

    def preview() -> "PreviewDialog | None":
        return hands.view.window().findChild(PreviewDialog)

    qtbot.waitUntil(lambda: preview() is not None, timeout=20_000)
    dialog = preview()
    assert dialog is not None
    dialog.close()


def test_what_can_be_made_of_the_map_is_offered(hands: "Hands") -> None:
    offered = {action.text() for action in hands.view.offered()}
    assert {"Copy the map", "Print the map…", "Export the map…"} <= offered
    hands.view.actions_.export.trigger()
    menus = [menu for menu in hands.view.findChildren(QMenu) if menu.isVisible()]
    assert [action.text() for action in menus[0].actions()][:2] == ["Print", "PDF"]
    menus[0].close()


def test_an_empty_map_invites(hands: "Hands") -> None:
    invitation = hands.canvas.findChild(EmptyState)
    assert isinstance(invitation, EmptyState)
    assert not invitation.isVisible()
    hands.document.undo()
    assert not hands.canvas.chart.actors
    assert invitation.isVisible()
    assert not hands.view.minimap.isVisible()
