"""Keys and wheel, wherever they go."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QGraphicsView,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from entente_ui.shell.input import InputFilter


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def inputs(qapp: QApplication, window: QWidget) -> InputFilter:
    return InputFilter(qapp, window)


@pytest.fixture
def undone(window: QWidget) -> list[str]:
    """What Ctrl+Z did to the mission."""
    undo = QAction("undo", window)
    undo.setShortcut(QKeySequence("Ctrl+Z"))
    done: list[str] = []
    undo.triggered.connect(lambda: done.append("mission"))
    window.addAction(undo)
    return done


def shown(qtbot: QtBot, window: QWidget, field: QWidget) -> None:
    open_up(qtbot, window)
    field.setFocus()


def open_up(qtbot: QtBot, window: QWidget) -> None:
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)


def undo_in(field: QWidget) -> None:
    assert field.hasFocus()
    QTest.keyClick(field.window().windowHandle(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.usefixtures("inputs")
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_a_field_nobody_typed_in_leaves_undo_to_the_mission(
    qtbot: QtBot,
    window: QWidget,
    undone: list[str],
    kind: type[QLineEdit],
) -> None:
    field = kind(window)
    shown(qtbot, window, field)
    undo_in(field)
    assert undone == ["mission"]


@pytest.mark.usefixtures("inputs")
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_undo_stays_inside_a_field_one_types_in(
    qtbot: QtBot,
    window: QWidget,
    undone: list[str],
    kind: type[QLineEdit],
) -> None:
    field = kind(window)
    shown(qtbot, window, field)
    QTest.keyClicks(field, "abc")
    # Also once all of it is undone: one press too many must not reach the mission.
    for _times in range(6):
        undo_in(field)
    assert undone == []


def turn(widget: QWidget, by: int, modifier: Qt.KeyboardModifier) -> None:
    window = widget.window()
    place = QPointF(widget.mapTo(window, QPoint(5, 5)))
    QTest.wheelEvent(window.windowHandle(), place, QPoint(0, by), stateKey=modifier)


def test_the_wheel_with_ctrl_changes_the_size(
    window: QWidget, inputs: InputFilter, qtbot: QtBot
) -> None:
    open_up(qtbot, window)
    with qtbot.waitSignal(inputs.zoomed, check_params_cb=lambda steps: steps == 1):
        turn(window, 120, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(inputs.zoomed, check_params_cb=lambda steps: steps == -1):
        turn(window, -120, Qt.KeyboardModifier.ControlModifier)


def test_the_wheel_alone_scrolls(window: QWidget, inputs: InputFilter, qtbot: QtBot) -> None:
    open_up(qtbot, window)
    with qtbot.waitSignal(inputs.touched), qtbot.assertNotEmitted(inputs.zoomed):
        turn(window, 120, Qt.KeyboardModifier.NoModifier)


def test_a_drawing_zooms_itself(window: QWidget, inputs: InputFilter, qtbot: QtBot) -> None:
    drawing = QGraphicsView(window)
    open_up(qtbot, window)
    with qtbot.waitSignal(inputs.touched), qtbot.assertNotEmitted(inputs.zoomed):
        turn(drawing.viewport(), 120, Qt.KeyboardModifier.ControlModifier)


def test_somebody_typing_is_there(window: QWidget, inputs: InputFilter, qtbot: QtBot) -> None:
    open_up(qtbot, window)
    with qtbot.waitSignal(inputs.touched):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    with qtbot.assertNotEmitted(inputs.touched):
        QApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))


def test_somebody_composing_letters_is_there(
    window: QWidget, inputs: InputFilter, qtbot: QtBot
) -> None:
    field, other = QLineEdit(window), QLineEdit(window)
    shown(qtbot, window, field)
    for focused in (other, field):
        focused.setFocus()
        with qtbot.waitSignal(inputs.touched):
            QApplication.sendEvent(focused, QInputMethodEvent("^", []))


def test_somebody_in_a_dialog_opened_later_is_there(
    window: QWidget, inputs: InputFilter, qtbot: QtBot
) -> None:
    open_up(qtbot, window)
    dialog = QDialog(window)
    open_up(qtbot, dialog)
    with qtbot.waitSignal(inputs.touched):
        QTest.mouseMove(dialog.windowHandle(), QPoint(9, 9))
