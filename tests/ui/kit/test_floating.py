from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from entente_ui import kit
from entente_ui.kit.floating import SHADOW
from entente_ui.look.theme import Mode, apply

pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def host(qtbot: QtBot) -> Iterator[QWidget]:
    whole = QWidget()
    qtbot.addWidget(whole)
    whole.resize(800, 600)
    whole.show()
    yield whole
    whole.close()


def test_a_message_leaves_by_itself(qtbot: QtBot, host: QWidget) -> None:
    toaster = kit.Toaster(host)
    toaster.say("Saved", seconds=0.05)
    assert toaster.texts == ["Saved"]
    qtbot.waitUntil(lambda: toaster.texts == [])


def test_hovering_keeps_a_message(qtbot: QtBot, host: QWidget) -> None:
    toaster = kit.Toaster(host)
    toast = toaster.say("Saved", seconds=0.05)
    middle = QPointF(toast.rect().center())
    QApplication.sendEvent(toast, QEnterEvent(middle, middle, middle))
    qtbot.wait(120)
    assert toaster.texts == ["Saved"]
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: toaster.texts == [])


def test_undo_in_a_message_is_done_once(qtbot: QtBot, host: QWidget) -> None:
    toaster = kit.Toaster(host)
    undone: list[bool] = []
    toast = toaster.say("Moved", "Undo", lambda: undone.append(True))
    qtbot.mouseClick(toast.button, Qt.MouseButton.LeftButton)
    toast.button.click()
    assert undone == [True]
    assert toaster.texts == []


def test_messages_stand_in_the_corner_and_do_not_overlap(host: QWidget) -> None:
    toaster = kit.Toaster(host, clear_below=28)
    boxes = [inner(toaster.say(text)) for text in ("First", "Second")]
    for box in boxes:
        assert box.right() == 800 - 20 - 1
    first, second = (inner(toast) for toast in host.findChildren(kit.Toast))
    assert first.bottom() < second.top()
    assert second.bottom() == 600 - 20 - 28 - 1


def inner(toast: QWidget) -> QRect:
    return toast.geometry().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)


def test_at_most_three_messages_are_shown(host: QWidget) -> None:
    toaster = kit.Toaster(host)
    for text in "abcd":
        toaster.say(text)
    assert toaster.texts == ["b", "c", "d"]
    toaster.clear()
    assert toaster.texts == []


def test_messages_follow_window_and_size(qapp: QApplication, host: QWidget) -> None:
    toast = kit.Toaster(host).say("Saved")
    host.resize(500, 400)
    assert inner(toast).right() == 500 - 20 - 1
    before = toast.height()
    apply(qapp, Mode.LIGHT, 200, reduced_motion=True)
    assert toast.height() > 1.5 * before
    assert toast.geometry().right() - 2 * SHADOW == 500 - 40 - 1


def ask(owner: QWidget) -> tuple[kit.Popover, QLineEdit, list[str]]:
    answers: list[str] = []
    popover = kit.ask_beside(owner, QRect(0, 0, 80, 30), "What was seen?", answers.append)
    (field,) = popover.findChildren(QLineEdit)
    return popover, field, answers


def owner_in(host: QWidget, y: int = 20) -> QPushButton:
    owner = QPushButton("Gaspard", host)
    owner.setGeometry(100, y, 80, 30)
    owner.show()
    return owner


def test_enter_answers(qtbot: QtBot, host: QWidget) -> None:
    popover, field, answers = ask(owner_in(host))
    qtbot.waitUntil(field.hasFocus)
    field.setText("  He said so. ")
    with qtbot.waitSignal(popover.closed):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert answers == ["He said so."]


def test_escape_skips(qtbot: QtBot, host: QWidget) -> None:
    owner = owner_in(host)
    popover, field, answers = ask(owner)
    qtbot.waitUntil(field.hasFocus)
    field.setText("typed")
    with qtbot.waitSignals([popover.skipped, popover.closed]):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert answers == []
    qtbot.waitUntil(owner.hasFocus)


def test_an_empty_answer_is_none(qtbot: QtBot, host: QWidget) -> None:
    _popover, field, answers = ask(owner_in(host))
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert answers == []


def test_going_elsewhere_keeps_what_was_typed(qtbot: QtBot, host: QWidget) -> None:
    elsewhere = owner_in(host, 500)
    popover, field, answers = ask(owner_in(host))
    qtbot.waitUntil(field.hasFocus)
    field.setText("He said so.")
    with qtbot.waitSignal(popover.closed):
        qtbot.mouseClick(elsewhere, Qt.MouseButton.LeftButton)
    assert answers == ["He said so."]


def test_a_popover_stays_inside_the_window(host: QWidget) -> None:
    for y in (20, 560):
        popover, _field, _answers = ask(owner_in(host, y))
        body = popover.geometry().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        assert host.rect().contains(body)
        popover.skip()


def test_a_short_work_shows_nothing(qtbot: QtBot, host: QWidget) -> None:
    strip = kit.ProgressStrip(host, patience=60)
    strip.start("Reading")
    assert not strip.isVisible()
    strip.finish()
    qtbot.wait(100)
    assert not strip.isVisible()


def test_a_long_work_shows_how_far_it_is_and_stops_once(qtbot: QtBot, host: QWidget) -> None:
    strip = kit.ProgressStrip(host, patience=5)
    stopped: list[bool] = []
    strip.start("Reading", lambda: stopped.append(True))
    qtbot.waitUntil(strip.isVisible)
    strip.report(3, 10)
    assert "3 of 10" in [label.text() for label in strip.findChildren(kit.PlainLabel)]
    strip.button.click()
    strip.button.click()
    assert stopped == [True]
    assert not strip.button.isEnabled()


def test_an_empty_pane_invites(qtbot: QtBot) -> None:
    pressed: list[bool] = []
    empty = kit.EmptyState("actors", "No actor yet", "Add an actor", lambda: pressed.append(True))
    qtbot.addWidget(empty)
    assert empty.button is not None
    empty.button.click()
    assert pressed == [True]


@pytest.mark.usefixtures("host")
def test_an_unknown_drawing_is_an_error() -> None:
    with pytest.raises(ValueError, match="unicorn"):
        kit.EmptyState("unicorn", "x")
