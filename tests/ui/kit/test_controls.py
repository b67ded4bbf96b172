from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QComboBox,
    QLineEdit,
    QScrollBar,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from entente.domain.actor import Camp
from entente_ui import kit
from entente_ui.look.theme import Mode, Theme, apply

pytestmark = pytest.mark.usefixtures("look")
TODAY = date(2026, 5, 6)


def number(qtbot: QtBot) -> kit.NumberField:
    field = kit.NumberField("Power", minimum=1, maximum=5, step=0.5)
    qtbot.addWidget(field)
    field.show()
    return field


def test_a_button_calls_back_without_arguments(qtbot: QtBot) -> None:
    calls: list[tuple[object, ...]] = []
    button = kit.PrimaryButton("Add", lambda *given: calls.append(given))
    qtbot.addWidget(button)
    button.click()
    assert calls == [()]


def test_an_icon_button_needs_a_name() -> None:
    with pytest.raises(ValueError, match="name"):
        kit.IconButton("users", " ")


def test_an_unknown_variant_is_an_error() -> None:
    with pytest.raises(ValueError, match="huge"):
        kit.PlainLabel("x", "huge")


@pytest.mark.usefixtures("french")
def test_a_number_is_written_with_a_comma(qtbot: QtBot) -> None:
    field = number(qtbot)
    field.set_value(4.5)
    assert field.text() == "4,5"
    assert field.value == 4.5


@pytest.mark.parametrize(("typed", "value"), [("3,5", 3.5), ("3.5", 3.5), (" 2 ", 2.0), ("", None)])
def test_a_typed_number_is_settled_on_once(qtbot: QtBot, typed: str, value: float | None) -> None:
    field = number(qtbot)
    field.set_value(1)
    told: list[object] = []
    field.value_changed.connect(told.append)
    field.setText(typed)
    assert field.settle()
    assert field.settle()
    assert told == [value]


@pytest.mark.parametrize("typed", ["6", "0", "2,3", "high", "1 2 3", "nan", "inf"])
def test_what_is_no_score_stays_to_be_corrected(qtbot: QtBot, typed: str) -> None:
    field = number(qtbot)
    field.set_value(2)
    field.setText(typed)
    with qtbot.waitSignal(field.refused) as refused:
        assert not field.settle()
    assert refused.args == ["A number from 1 to 5, in steps of 0.5."]
    assert field.text() == typed
    assert field.value == 2
    assert not field.is_sound
    field.setText("3")
    assert field.settle()
    assert field.is_sound


def test_arrows_step_and_stop_at_the_ends(qtbot: QtBot) -> None:
    field = number(qtbot)
    field.set_value(4.5)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value == 5
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value == 5
    qtbot.keyClick(field, Qt.Key.Key_PageDown)
    assert field.value == 1


def test_the_first_step_gives_the_least(qtbot: QtBot) -> None:
    field = number(qtbot)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value == 1


def test_a_date_is_read_and_moved_by_days(qtbot: QtBot) -> None:
    field = kit.DateField("Since", lambda: TODAY)
    qtbot.addWidget(field)
    field.setText("8/4")
    assert field.settle()
    assert field.value == date(2026, 4, 8)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.value == date(2026, 4, 7)
    field.setText("31/02/2026")
    assert not field.settle()
    assert field.value == date(2026, 4, 7)


@pytest.mark.usefixtures("french")
def test_a_calendar_gives_a_date(qtbot: QtBot) -> None:
    field = kit.DateField("Since", lambda: TODAY)
    qtbot.addWidget(field)
    field.show()
    field.open_calendar()
    (menu,) = field.findChildren(kit.Menu)
    (calendar,) = menu.findChildren(QCalendarWidget)
    with qtbot.waitSignal(field.value_changed) as changed:
        calendar.activated.emit(calendar.selectedDate())
    assert changed.args == [TODAY]
    assert field.text() == "06/05/2026"


def test_a_search_is_told_once_typing_pauses(qtbot: QtBot) -> None:
    field = kit.SearchField("Search", pause=20)
    qtbot.addWidget(field)
    told: list[str] = []
    field.searched.connect(told.append)
    for text in ("v", "ve", "versoir "):
        field.setText(text)
    qtbot.waitUntil(lambda: told == ["versoir"])
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert told == ["versoir", ""]


def test_a_section_folds_by_key(qtbot: QtBot) -> None:
    section = kit.Section("Facts")
    inside = kit.PlainLabel("x")
    section.body.addWidget(inside)
    qtbot.addWidget(section)
    section.show()
    with qtbot.waitSignal(section.folded) as folded:
        qtbot.keyClick(section.header, Qt.Key.Key_Space)
    assert folded.args == [True]
    assert not inside.isVisible()
    assert not section.expanded


def test_a_flow_starts_a_new_line_when_one_is_full(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    flow = kit.spaced(kit.FlowLayout(whole), 0, 10)
    boxes = [QWidget() for _box in range(3)]
    for box in boxes:
        box.setFixedSize(QSize(100, 20))
        flow.addWidget(box)
    whole.resize(220, 100)
    whole.show()
    assert [box.pos() for box in boxes] == [QPoint(0, 0), QPoint(110, 0), QPoint(0, 30)]
    assert flow.heightForWidth(220) == 50
    assert flow.heightForWidth(400) == 20


def test_spaces_follow_the_size(qapp: QApplication, look: Theme, qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    flow = kit.spaced(kit.FlowLayout(whole), 4, 10)
    apply(qapp, Mode.LIGHT, 150, reduced_motion=True)
    assert look.size == 150
    assert flow.spacing() == 15
    assert flow.contentsMargins().left() == 6


def test_a_long_text_is_shortened_and_kept_in_the_tooltip(qtbot: QtBot) -> None:
    label = kit.ElidedLabel("A name much longer than its place <b>")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    assert label.toolTip().endswith("&lt;b&gt;</qt>")
    label.resize(900, 20)
    assert label.toolTip() == ""


def wheel_over(widget: QWidget) -> None:
    window = widget.window()
    middle = widget.mapTo(window, QPointF(widget.rect().center()))
    QTest.wheelEvent(window.windowHandle(), middle, QPoint(0, 120))


def test_the_wheel_changes_only_what_has_the_focus(qapp: QApplication, qtbot: QtBot) -> None:
    guard = kit.WheelGuard(qapp)
    whole = QWidget()
    qtbot.addWidget(whole)
    column = QVBoxLayout(whole)
    spin, combo, other = QSpinBox(), QComboBox(), QLineEdit()
    combo.addItems(["a", "b"])
    combo.setCurrentIndex(1)
    for widget in (spin, combo, other):
        column.addWidget(widget)
    whole.show()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    wheel_over(spin)
    wheel_over(combo)
    assert (spin.value(), combo.currentIndex()) == (0, 1)
    spin.setFocus()
    qtbot.waitUntil(spin.hasFocus)
    wheel_over(spin)
    assert spin.value() == 1
    guard.deleteLater()


def test_scroll_bars_scroll_without_the_focus(qapp: QApplication, qtbot: QtBot) -> None:
    guard = kit.WheelGuard(qapp)
    bar = QScrollBar()
    qtbot.addWidget(bar)
    bar.setRange(0, 100)
    bar.setValue(50)
    bar.show()
    qtbot.waitUntil(bar.isActiveWindow)
    wheel_over(bar)
    assert bar.value() < 50
    guard.deleteLater()


@pytest.mark.usefixtures("french")
def test_every_camp_has_a_letter_of_its_own_in_french() -> None:
    letters = [kit.camp_letter(camp) for camp in Camp]
    assert len(set(letters)) == len(letters)


def test_every_camp_has_a_letter_of_its_own_in_english() -> None:
    letters = [kit.camp_letter(camp) for camp in Camp]
    assert letters == ["M", "I", "B", "V", "S", "F", "P", "U"]
    assert kit.camp_letter(None) == "?"


def test_an_unknown_level_is_shown_as_the_most_private(qtbot: QtBot) -> None:
    mark = kit.LevelMark("whatever")
    qtbot.addWidget(mark)
    assert mark.text() == "mediator only"
    assert kit.level_word("caucus", "A11") == "caucus A11"
    assert kit.level_word("parties", "A11") == "parties"


def test_a_card_can_be_pressed_by_key_and_mouse(qtbot: QtBot) -> None:
    card = kit.Card("Position", clickable=True, level="parties")
    qtbot.addWidget(card)
    inside = QLineEdit(card)
    card.show()
    card.activateWindow()
    qtbot.waitUntil(card.isActiveWindow)
    pressed: list[bool] = []
    card.clicked.connect(lambda: pressed.append(True))
    inside.setFocus()
    qtbot.keyClick(inside, Qt.Key.Key_Return)
    assert pressed == []
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Return)
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert len(pressed) == 2


def test_danger_is_never_the_default_answer(qtbot: QtBot) -> None:
    answers = (kit.Answer("Erase", "erase", is_danger=True), kit.Answer("Keep", "keep"))
    dialog = kit.MessageDialog(None, "Erase?", "For good.", answers)
    qtbot.addWidget(dialog)
    default = {button.text(): button.isDefault() for button in dialog.findChildren(kit.Button)}
    assert default == {"Erase": False, "Keep": True}
    dialog.reject()
    assert dialog.answer == "keep"


def test_what_is_gone_no_longer_follows_the_theme(
    qapp: QApplication, look: Theme, qtbot: QtBot
) -> None:
    before = look.receivers("2changed()")
    for _round in range(20):
        empty = kit.EmptyState("actors", "No actor yet", "Add", hint="Or drop a list here")
        with qtbot.waitSignal(empty.destroyed):
            empty.deleteLater()
    assert look.receivers("2changed()") <= before
    apply(qapp, Mode.DARK, 120, reduced_motion=True)
