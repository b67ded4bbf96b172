"""No widget of the kit may read what a person wrote as HTML."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QTableView, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from entente_ui import kit
from entente_ui.kit.empty import DrawingName

HOSTILE = '<b>R&D</b> <img src="file:///etc/passwd"> //host/share'
ESCAPED = "&lt;b&gt;R&amp;D&lt;/b&gt; &lt;img src=&quot;file:///etc/passwd&quot;&gt; //host/share"


def popover(owner: QWidget) -> QWidget:
    return kit.ask_beside(owner, QRect(0, 0, 9, 9), HOSTILE, str, placeholder=HOSTILE)


def card(owner: QWidget) -> QWidget:
    made = kit.Card(HOSTILE, owner, level="caucus", of=HOSTILE, clickable=True)
    made.body.addWidget(kit.PlainLabel(HOSTILE))
    return made


def section(owner: QWidget) -> QWidget:
    made = kit.Section(HOSTILE, owner)
    made.body.addWidget(kit.ElidedLabel(HOSTILE))
    return made


def strip(owner: QWidget) -> QWidget:
    made = kit.ProgressStrip(owner)
    made.start(HOSTILE, lambda: None)
    made.report(1, 2, HOSTILE)
    return made


def refused_number(owner: QWidget) -> QWidget:
    field = kit.NumberField(HOSTILE, owner)
    field.setText(HOSTILE)
    field.settle()
    return field


def empty(owner: QWidget) -> QWidget:
    return kit.EmptyState(DrawingName.ACTORS, HOSTILE, HOSTILE, str, owner, hint=HOSTILE)


def message(owner: QWidget) -> QWidget:
    answers = (kit.Answer(HOSTILE, "yes"), kit.Answer(HOSTILE, "no", is_danger=True))
    return kit.MessageDialog(owner, HOSTILE, HOSTILE, answers, role="critical", details=HOSTILE)


def menu(owner: QWidget) -> QWidget:
    made = kit.Menu(HOSTILE, owner)
    made.addAction(HOSTILE)
    return made


WIDGETS: tuple[Callable[[QWidget], QWidget], ...] = (
    lambda owner: kit.PlainLabel(HOSTILE, "title", owner),
    lambda owner: kit.ElidedLabel(HOSTILE, "small", owner),
    lambda owner: kit.PrimaryButton(HOSTILE, None, owner, tip=HOSTILE, shortcut="Ctrl+D"),
    lambda owner: kit.SecondaryButton(HOSTILE, None, owner, icon_name="users"),
    lambda owner: kit.QuietButton(HOSTILE, None, owner),
    lambda owner: kit.DangerButton(HOSTILE, None, owner),
    lambda owner: kit.LinkButton(HOSTILE, None, owner),
    lambda owner: kit.IconButton("users", HOSTILE, None, owner, shortcut="F2"),
    lambda owner: kit.Pill(HOSTILE, "good", owner),
    lambda owner: kit.LevelMark("caucus", HOSTILE, owner),
    lambda owner: kit.CampMark("vendor", owner),
    lambda owner: kit.SearchField(HOSTILE, owner, shortcut="Ctrl+K"),
    lambda owner: kit.DateField(HOSTILE, lambda: date(2026, 5, 6), owner),
    lambda owner: kit.Toaster(owner).say(HOSTILE, HOSTILE, str),
    lambda owner: kit.dress_table(QTableView(owner)),
    popover,
    card,
    section,
    strip,
    refused_number,
    empty,
    message,
    menu,
)


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[QWidget]:
    whole = QWidget()
    qtbot.addWidget(whole)
    QVBoxLayout(whole)
    whole.resize(600, 400)
    whole.show()
    yield whole
    whole.close()


def all_of(widget: QWidget) -> list[QWidget]:
    return [widget, *widget.findChildren(QWidget)]


@pytest.mark.usefixtures("look")
@pytest.mark.parametrize("make", WIDGETS)
def test_no_label_reads_html(owner: QWidget, make: Callable[[QWidget], QWidget]) -> None:
    for widget in all_of(make(owner)):
        if isinstance(widget, QLabel):
            assert widget.textFormat() is Qt.TextFormat.PlainText
        assert not isinstance(widget, QTextEdit)


@pytest.mark.usefixtures("look")
@pytest.mark.parametrize("make", WIDGETS)
def test_no_tooltip_reads_html(owner: QWidget, make: Callable[[QWidget], QWidget]) -> None:
    for widget in all_of(make(owner)):
        assert "<img" not in widget.toolTip()
        assert "<b>R" not in widget.toolTip()


@pytest.mark.usefixtures("look")
@pytest.mark.parametrize("make", WIDGETS)
def test_whatever_takes_the_focus_has_a_name(
    owner: QWidget, make: Callable[[QWidget], QWidget]
) -> None:
    made = make(owner)
    for widget in all_of(made):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.isHidden():
            if isinstance(widget, (QTableView, kit.Popover)) or widget.objectName():
                continue
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface is not None
            assert interface.text(QAccessible.Text.Name), widget


def test_a_tooltip_shows_what_was_written() -> None:
    assert kit.tooltip_html(HOSTILE) == f"<qt>{ESCAPED}</qt>"
    assert kit.tooltip_html("") == ""
    assert kit.tooltip_html("a\nb") == "<qt>a<br>b</qt>"


def test_a_tooltip_names_the_shortcut(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    kit.tooltip(widget, "Add an actor", "Ctrl+N")
    assert "<b>Ctrl+N</b>" in widget.toolTip()
    assert widget.accessibleDescription() == "Add an actor (Ctrl+N)"


def test_an_ampersand_is_no_mnemonic(qtbot: QtBot) -> None:
    button = kit.SecondaryButton("R&D")
    qtbot.addWidget(button)
    assert button.text() == "R&&D"
    assert button.accessibleName() == "R&D"
    assert button.shortcut().isEmpty()
