"""Assumptions, issues and dependencies on the screen."""

import datetime as dt
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from entente.domain.difficulty import DIFFICULTY
from entente.domain.raid import RAID_ITEM
from entente.domain.risk import RISK
from entente.services import records
from entente_ui.look.theme import Theme, theme
from entente_ui.pane import Selection
from entente_ui.risks.raid.view import RaidView
from entente_ui.risks.raid.wording import WordingPopover
from tests.conftest import FixedClock
from tests.ui.risks.conftest import Mission, popover_of

HOSTILE = "<img src='file:///etc/passwd'> =cmd|' /C calc'!A0 \u202e & co"


@pytest.fixture
def view(look: Theme, mission: Mission, qtbot: QtBot) -> RaidView:
    del look
    made = RaidView(mission.context)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    return made


def find(mission: Mission, ref: str) -> str:
    return mission.document.read(lambda s: records.find(s, RAID_ITEM, ref))


def item(mission: Mission, ref: str) -> dict[str, Any]:
    key = find(mission, ref)
    return mission.document.read(lambda s: records.get(s, RAID_ITEM, key))


def shown(view: RaidView) -> list[str]:
    model = view.register.model
    return [model.text(row, 0) for row in range(model.rowCount())]


def test_a_kind_is_shown_alone_and_a_new_one_is_of_it(view: RaidView, mission: Mission) -> None:
    assert shown(view) == ["H01", "H02", "H03", "H04"]
    view.kinds.chosen.emit("assumption")
    view.kinds.set_current("assumption")
    assert shown(view) == ["H01", "H02"]
    assert view.figures.text() == "1 assumption open · 1 issue open · 1 dependency open"
    kept = view.state()
    view.reveal(RAID_ITEM.name, find(mission, "H04"))
    assert view.kinds.current == "all"
    view.restore(kept)
    assert shown(view) == ["H01", "H02"]


def test_what_is_overdue_says_so_in_its_cell(
    view: RaidView, mission: Mission, clock: FixedClock
) -> None:
    assert not view.late.isVisible()
    clock.now += dt.timedelta(days=10)  # 20 June: the answer of the agency was due on the 19th
    view.expire()
    assert view.late.text() == "1 overdue"
    column = next(n for n, c in enumerate(view.register.model.columns) if c.name == "due_on")
    cells = [view.register.model.index(row, column) for row in range(4)]
    assert [view._dates.words(cell).endswith("· overdue") for cell in cells] == [
        *(False, True, False, False)
    ]
    option = QStyleOptionViewItem()
    view._dates.initStyleOption(option, cells[1])
    assert option.palette.text().color() == theme().colour("critical")
    view.late.click()
    assert view.register.table.selected_keys() == [find(mission, "H02")]


def test_a_refuted_assumption_proposes_its_risk(view: RaidView, mission: Mission) -> None:
    told: list[object] = []
    view.selected.connect(told.append)
    view.reveal(RAID_ITEM.name, find(mission, "H01"))
    assert view.make_risk.text() == "Refuted: make a risk…"
    view.make_risk.click()
    popover = popover_of(view)
    assert isinstance(popover, WordingPopover)
    assert "postes des trois sites suffisent" in popover.event_line.text()
    popover.effect.setText(HOSTILE)
    popover.accept()
    made = item(mission, "H01")["risk_id"]
    risk = mission.document.read(lambda s: records.get(s, RISK, made))
    assert risk["effect"] == HOSTILE
    assert item(mission, "H01")["state"] == "refuted"
    assert told[-1] == Selection(RISK, (made,))
    assert view.make_risk.text() == "Go to its risk"
    view.make_risk.click()
    assert mission.revealed == [(RISK.name, made)]
    mission.document.undo()
    assert (item(mission, "H01")["risk_id"], item(mission, "H01")["state"]) == (None, "confirmed")


def test_escape_makes_no_risk(view: RaidView, mission: Mission) -> None:
    view.reveal(RAID_ITEM.name, find(mission, "H03"))
    view.make_risk.click()
    popover = popover_of(view)
    assert isinstance(popover, WordingPopover)
    assert "Service de la paie" in popover.cause.text()
    popover.skip()
    assert item(mission, "H03")["risk_id"] is None
    view.make_risk.click()
    again = popover_of(view)
    assert isinstance(again, WordingPopover)
    again.event_line.setText("  ")
    again.accept()
    assert item(mission, "H03")["risk_id"] is None


def test_an_issue_becomes_a_difficulty_once(view: RaidView, mission: Mission) -> None:
    view.reveal(RAID_ITEM.name, find(mission, "H04"))
    assert not view.make_risk.isVisible()
    view.make_difficulty.click()
    made = item(mission, "H04")["difficulty_id"]
    assert made
    assert mission.toasts[-1].startswith("Noted among the difficulties: Deux interfaces")
    view.make_difficulty.click()
    assert mission.revealed == [(DIFFICULTY.name, made)]
    assert item(mission, "H04")["difficulty_id"] == made


def test_what_was_refuted_elsewhere_waits_for_its_risk(view: RaidView, mission: Mission) -> None:
    key = find(mission, "H01")
    refute = {"state": "refuted"}
    mission.document.run("Refute", lambda s: records.change(s, RAID_ITEM, key, refute))
    assert view.unheeded.text() == "1 refuted without a risk"
    view.unheeded.click()
    assert view.register.table.selected_keys() == [key]
    assert view.make_risk.text() == "Make a risk…"


def test_others_make_nothing_of_it(view: RaidView, mission: Mission) -> None:
    # The risk H02 points to is hidden from others, and so is that there is one.
    hidden = {"confidentiality": "mediator"}
    key = mission.key("R07")
    mission.document.run("Hide", lambda s: records.change(s, RISK, key, hidden))
    mission.document.present(on=True)
    view.reveal(RAID_ITEM.name, find(mission, "H02"))
    assert view.make_risk.text() == "Refuted: make a risk…"
    assert not view.make_risk.isEnabled()
    view.note_risk()
    view.reveal(RAID_ITEM.name, find(mission, "H04"))
    view.note_difficulty()
    mission.document.present(on=False)
    assert item(mission, "H04")["difficulty_id"] is None
    labels = view.findChildren(QLabel)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
