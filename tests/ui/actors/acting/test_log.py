"""The log: one line notes an interaction."""

import datetime as dt
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from entente.domain.interaction import INTERACTION, PRESENCE
from entente.services import interactions
from entente_ui.actors.acting.log_part import LogPart
from entente_ui.actors.acting.log_table import LogColumn
from entente_ui.actors.acting.time_panel import ShareBar
from entente_ui.actors.acting.view import LOG, ActingView
from tests.ui.actors.conftest import Mission

#: Calls, meetings and coffees, five of the working group, four interviews.
WHOLE = 12 + 5 + 4


@pytest.fixture
def part(view: ActingView) -> LogPart:
    part = view.open(LOG)
    QApplication.processEvents()
    assert isinstance(part, LogPart)
    return part


def cells(part: LogPart, column: LogColumn) -> list[str]:
    model = part.log.model
    found = [str(model.index(row, column).data()) for row in range(model.rowCount())]
    return [text.replace("\u00a0", " ") for text in found]


def test_the_latest_comes_first_with_who_was_there(part: LogPart) -> None:
    assert part.log.model.rowCount() == WHOLE
    assert cells(part, LogColumn.PEOPLE)[0] == "Eulalie Marjolin"
    assert cells(part, LogColumn.MINUTES)[:3] == ["15", "90", "120"]


def test_what_is_typed_is_read_while_it_is_typed(part: LogPart) -> None:
    QTest.keyClicks(part.quick.line, "22/04 appel A02 30 min reprise K1")
    shown = part.quick.preview.text().replace("\u00a0", " ")
    for word in (
        "22 April 2026",
        "call",
        "Anselme Ferrage",
        "30",
        "Reprise des données",
        "reprise",
    ):
        assert word in shown


def test_enter_notes_it_in_one_step(part: LogPart, mission: Mission) -> None:
    QTest.keyClicks(part.quick.line, "22/04 appel A02 30 min relecture du plan")
    QTest.keyClick(part.quick.line, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert part.quick.line.text() == ""
    assert part.log.model.rowCount() == WHOLE + 1
    assert "relecture du plan" in cells(part, LogColumn.SUBJECT)
    assert mission.toasts[-1][1]
    mission.document.undo()
    QApplication.processEvents()
    assert part.log.model.rowCount() == WHOLE


@pytest.mark.parametrize("line", ["22/04 appel 30 min", "appel A99 budget", "   "])
def test_a_line_that_says_too_little_notes_nothing(
    part: LogPart, mission: Mission, line: str
) -> None:
    part.quick.line.setText(line)
    QTest.keyClick(part.quick.line, Qt.Key.Key_Return)
    assert part.quick.line.text() == line
    assert len(mission.document.read(interactions.log)) == WHOLE


def test_escape_empties_the_line(part: LogPart) -> None:
    part.quick.line.setText("appel A02")
    QTest.keyClick(part.quick.line, Qt.Key.Key_Escape)
    assert part.quick.line.text() == ""


def test_words_of_the_filter_find_people_as_well(part: LogPart) -> None:
    part.log.model.show_words("versoir cafe")
    assert cells(part, LogColumn.DATE) == ["9 April 2026"]
    assert part.status == f"1 of {WHOLE}"


def test_what_is_selected_goes_to_the_inspector(view: ActingView, part: LogPart) -> None:
    chosen: list[Any] = []  # selections
    view.selected.connect(chosen.append)
    part.log.table.selectRow(0)
    assert chosen[-1].record_type is INTERACTION
    assert chosen[-1].keys == (part.log.model.entry(0).id,)


def test_delete_takes_it_away_and_undo_brings_it_back(part: LogPart, mission: Mission) -> None:
    part.log.table.selectRow(0)
    part.log.remove.trigger()
    QApplication.processEvents()
    assert part.log.model.rowCount() == WHOLE - 1
    mission.document.undo()
    QApplication.processEvents()
    assert cells(part, LogColumn.PEOPLE)[0] == "Eulalie Marjolin"


def test_a_record_looked_for_is_shown_here(view: ActingView, part: LogPart) -> None:
    key = part.log.model.entry(5).id
    assert view.reveal("interaction", key)
    assert part.log.keys() == (key,)


def test_the_time_is_shown_beside_what_is_advised(part: LogPart) -> None:
    bars = part.time.findChildren(ShareBar)
    assert len(bars) == 5  # the attitudes somebody has on 10 June
    assert all("advised" in bar.accessibleName() for bar in bars)


def test_others_see_what_is_public_and_no_time(part: LogPart, mission: Mission) -> None:
    mission.document.present(True)
    QApplication.processEvents()
    assert cells(part, LogColumn.DATE) == [
        *("12 May 2026", "7 May 2026", "17 April 2026", "16 April 2026"),
        *("3 April 2026", "27 March 2026", "12 March 2026", "6 March 2026"),
    ]
    assert not part.time.isVisible()
    assert not part.quick.isVisible()
    assert not part.log.remove.isEnabled()
    assert "Anselme Ferrage" not in "".join(cells(part, LogColumn.PEOPLE))


def test_as_of_a_day_only_what_had_taken_place(view: ActingView, part: LogPart) -> None:
    view.show_as_of(dt.date(2026, 4, 9))
    QApplication.processEvents()
    # Those of 3, 6, 11, 12, 13, 19, 25 and 27 March, and of 3, 8 and 9 April.
    assert part.log.model.rowCount() == 11
    assert not part.quick.isVisible()


def test_where_there_is_no_room_for_both_the_time_takes_the_place_of_the_log(
    view: ActingView, part: LogPart
) -> None:
    assert part.time.isVisible()
    view.resize(700, 600)
    QApplication.processEvents()
    assert (part.time.isVisible(), part.log.isVisible()) == (False, True)
    part._turn_time.click()
    assert (part.time.isVisible(), part.log.isVisible()) == (True, False)
    part._turn_time.click()
    assert (part.time.isVisible(), part.log.isVisible()) == (False, True)


def test_who_took_part_is_looked_for_by_what_they_took_part_in(
    view: ActingView, part: LogPart, mission: Mission
) -> None:
    entry = part.log.model.entry(4)
    rows = mission.document.table(PRESENCE).dicts()
    presence = next(row["id"] for row in rows if row["interaction_id"] == entry.id)
    assert view.reveal("presence", presence)
    assert part.log.keys() == (entry.id,)
