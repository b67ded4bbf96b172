"""Cards of the meetings that would help."""

import datetime as dt
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from entente.domain.confidentiality import party
from entente.domain.relation import RELATION
from entente.services import records
from entente_ui.actors.acting.log_part import LogPart
from entente_ui.actors.acting.meetings_part import MeetingsPart
from entente_ui.actors.acting.view import LOG, MEETINGS, ActingView
from entente_ui.kit import PlainLabel
from tests.ui.actors.conftest import Mission


def opened(view: ActingView) -> MeetingsPart:
    part = view.open(MEETINGS)
    assert isinstance(part, MeetingsPart)
    settle(part)
    return part


def settle(part: MeetingsPart) -> None:
    """Wait until what was asked has been worked out and shown."""
    QApplication.processEvents()
    while part.context.background.under_way:
        QTest.qWait(1)


def words(part: MeetingsPart) -> str:
    return "\n".join(label.text() for card in part.cards for label in card.findChildren(PlainLabel))


def test_the_most_useful_comes_first_with_its_reason(view: ActingView) -> None:
    part = opened(view)
    first = part.cards[0].meeting
    assert (first.first.ref, first.second.ref) == ("A02", "A11")
    assert "Anselme Ferrage and Hippolyte Versoir depend strongly on each other" in words(part)
    assert "80 = 4 (broken relation) × 4 (3 reasons to meet) × 5 (dependence)" in words(part)


def test_a_meeting_goes_once_the_relation_is_good(view: ActingView, mission: Mission) -> None:
    part = opened(view)
    meeting = part.cards[0].meeting
    ends = {meeting.first.id, meeting.second.id}
    rows = mission.document.table(RELATION).dicts()
    key = next(row["id"] for row in rows if {row["from_id"], row["to_id"]} == ends)
    mission.document.run("Rate", lambda s: records.change(s, RELATION, key, {"quality": 1}))
    settle(part)
    assert all({c.meeting.first.id, c.meeting.second.id} != ends for c in part.cards)
    mission.document.undo()
    settle(part)
    assert {part.cards[0].meeting.first.id, part.cards[0].meeting.second.id} == ends


def test_both_can_be_selected_and_so_can_their_relation(view: ActingView) -> None:
    part = opened(view)
    chosen: list[Any] = []  # selections
    view.selected.connect(chosen.append)
    card = part.cards[0]
    card.buttons[1].click()
    card.buttons[2].click()
    assert [each.record_type.name for each in chosen] == ["actor", "relation"]
    assert chosen[0].keys == (card.meeting.first.id, card.meeting.second.id)


def test_a_meeting_that_took_place_is_noted_from_its_card(view: ActingView) -> None:
    opened(view).cards[0].buttons[3].click()
    QApplication.processEvents()
    assert view.switch.current == LOG
    assert isinstance(view.current, LogPart)
    assert view.current.quick.line.text() == "A02 A11 "


def test_the_sheet_is_offered_for_each_reader(view: ActingView) -> None:
    part = opened(view)
    part.cards[0].buttons[0].click()
    menu = next(menu for menu in part.findChildren(QMenu) if menu.isVisible())
    assert [action.text() for action in menu.actions()] == [
        "For the mediator",
        "For Anselme Ferrage",
        "For Hippolyte Versoir",
        "For everybody",
    ]
    menu.close()


def test_the_sheet_is_shown_once_it_was_audited(view: ActingView, qtbot: QtBot) -> None:
    part = opened(view)
    meeting = part.cards[0].meeting
    part.sheets.make((meeting.first, meeting.second), party(meeting.first.id), "A02")
    qtbot.waitUntil(lambda: part.sheets.preview is not None, timeout=20_000)
    assert part.sheets.preview is not None
    part.sheets.preview.close()


def test_others_who_look_on_see_none_of_it(view: ActingView, mission: Mission) -> None:
    part = opened(view)
    mission.document.present(True)
    QApplication.processEvents()
    assert part.cards == []
    assert not view.note.isEnabled()
    mission.document.present(False)
    settle(part)
    assert part.cards
    assert view.note.isEnabled()


def test_in_march_it_was_not_broken_yet(view: ActingView) -> None:
    part = opened(view)
    view.show_as_of(dt.date(2026, 3, 20))
    settle(part)
    assert "Anselme Ferrage and Hippolyte Versoir depend strongly" in words(part)
    assert "80 = " not in words(part)
    assert all(len(card.buttons) <= 3 for card in part.cards)


def test_an_empty_mission_says_what_to_do(view: ActingView, mission: Mission) -> None:
    part = opened(view)
    mission.document.undo()
    settle(part)
    assert part.cards == []
    labels = [label for label in part.findChildren(PlainLabel) if label.isVisible()]
    assert any("No meeting to bring about yet." in label.text() for label in labels)


def test_a_key_leads_to_the_line_from_any_part(view: ActingView, qtbot: QtBot) -> None:
    opened(view)
    view.activateWindow()
    view.switch.setFocus()
    view.note.trigger()
    assert isinstance(view.current, LogPart)
    qtbot.waitUntil(view.current.isVisible)
    assert view.note.shortcut().toString() == "Ctrl+Shift+J"
    assert view.note.shortcutContext() is Qt.ShortcutContext.WidgetWithChildrenShortcut


def test_what_was_being_worked_out_is_not_shown_to_others(
    view: ActingView, mission: Mission
) -> None:
    part = view.open(MEETINGS)
    assert isinstance(part, MeetingsPart)
    part.refresh()
    mission.document.present(True)
    settle(part)
    assert part.cards == []
