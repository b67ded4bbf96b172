"""The tab of the activities: library, recommendation, effort, tools."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from entente.domain.activity import ACTIVITY_TYPE
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.engagement import ENGAGEMENT_TOOL
from entente.domain.review import APPRAISAL
from entente.domain.worth import Worth
from entente.services import activity_library, mission, records
from entente.store.gate import Gate
from entente_ui.document import Document
from entente_ui.kit import LinkButton, PlainLabel
from entente_ui.look.theme import Theme
from entente_ui.sprints.activities.advice import AdvicePage
from entente_ui.sprints.activities.effort import EffortPage
from entente_ui.sprints.activities.library import LibraryPage
from entente_ui.sprints.activities.loading import LoadDialog
from entente_ui.sprints.activities.register import ActivityCommands
from entente_ui.sprints.activities.tools import ToolsPage
from entente_ui.sprints.activities.view import ActivitiesView
from entente_ui.sprints.activities.words import worth_words
from tests.ui.sprints.conftest import Desk


@dataclass
class Tab:
    """The tab on a mission without anything in it, and what the shell was told."""

    view: ActivitiesView
    document: Document
    toasts: list[str] = field(default_factory=list)
    revealed: list[tuple[str, str]] = field(default_factory=list)

    def rows(self, kind: Any = ACTIVITY_TYPE) -> dict[str, dict[str, Any]]:  # noqa: ANN401  # a kind
        return {row[kind.title]: row for row in self.document.table(kind).dicts()}

    @property
    def library(self) -> LibraryPage:
        self.view.open("library")
        page = self.view.current
        assert isinstance(page, LibraryPage)
        return page

    @property
    def advice(self) -> AdvicePage:
        self.view.open("recommended")
        page = self.view.current
        assert isinstance(page, AdvicePage)
        page.read_now()
        return page

    @property
    def effort(self) -> EffortPage:
        self.view.open("effort")
        page = self.view.current
        assert isinstance(page, EffortPage)
        page.read_now()
        return page

    @property
    def tools(self) -> ToolsPage:
        self.view.open("tools")
        page = self.view.current
        assert isinstance(page, ToolsPage)
        return page

    def select(self, name: str) -> ActivityCommands:
        """Select an activity by its name; return what can be done with it."""
        register = self.library.register
        register.reveal(self.rows()[name]["id"])
        commands = register.commands
        assert isinstance(commands, ActivityCommands)
        return commands


@pytest.fixture
def tab(qtbot: QtBot, look: Theme, gate: Gate, desk_of: Callable[[Gate], Desk]) -> Tab:
    del look
    desk = desk_of(gate)
    view = ActivitiesView(desk.context)
    qtbot.addWidget(view)
    view.resize(1100, 700)
    view.show()
    return Tab(view, desk.context.document, desk.toasts, desk.shown)


@pytest.fixture
def loaded(tab: Tab) -> Tab:
    tab.document.run("Load", activity_library.load)
    return tab


def test_an_empty_library_is_loaded_with_one_press_and_undone_with_one(tab: Tab) -> None:
    invitation = tab.library.register.invitation
    assert invitation.isVisible()
    assert invitation.button is not None
    invitation.button.click()
    assert tab.toasts == ["42 activities loaded"]
    assert tab.document.undo_label == "Load the library of activities"
    assert len(tab.rows()) == 42
    tab.document.undo()
    assert not tab.rows()
    assert invitation.isVisible()


def test_some_of_the_library_can_be_chosen(tab: Tab, qtbot: QtBot) -> None:
    tab.document.run("Load", lambda s: activity_library.load(s, {"post"}))
    tab.library.register.choose()
    dialog = tab.view.findChild(LoadDialog)
    assert dialog is not None
    qtbot.addWidget(dialog)
    rows = {row.thing.key: row for row in dialog.rows}
    assert not rows["post"].box.isEnabled()
    assert not dialog.load_button.isEnabled()
    rows["walk"].box.click()
    rows["fishbowl"].box.click()
    assert dialog.load_button.text() == "Load 2 activities"
    dialog.load_button.click()
    assert set(tab.rows()) == {"Post", "Exploratory walk", "Fishbowl"}


def test_the_selected_activity_shows_its_shape_in_numbers_too(loaded: Tab) -> None:
    loaded.select("Matchmaking")
    detail = loaded.library.detail
    assert detail.shown == loaded.rows()["Matchmaking"]["id"]
    words = detail.chart.accessibleDescription()
    assert words == (
        "Connects well: 3 / 3, Brings together: 2 / 2, Engages: 2 / 3 and Measures: 1 / 3"
    )
    assert [row[1] for row in detail.radar.table.twin.figures.rows] == [
        "0",
        "0",
        "3",
        "2",
        "2",
        "1",
    ]
    assert not detail.grab().isNull()


def test_what_an_activity_was_worth_is_said_beside_it(loaded: Tab) -> None:
    loaded.select("Post").take.trigger()
    card = loaded.rows(BACKLOG_ITEM)["Post"]["id"]
    marks = {"item_id": card, "roti_3": 1, "roti_4": 1}
    loaded.document.run("Mark", lambda s: records.create(s, APPRAISAL, marks))
    loaded.select("Post")
    told = [label.text() for label in loaded.library.detail.findChildren(PlainLabel)]
    assert "Return on time: 3.5 of 5 (2 answers)." in told
    assert worth_words(Worth(closer=1, observed=3)) == (
        "1 pair in 3 had come closer two weeks after."
    )


def test_an_activity_is_taken_into_the_backlog_with_its_kind(loaded: Tab) -> None:
    commands = loaded.select("Themed workshop")
    commands.take.trigger()
    card = loaded.rows(BACKLOG_ITEM)["Themed workshop"]
    assert (card["effort"], card["phase"], card["quantity"]) == (3, "engage", 1)
    assert loaded.document.undo_label == "Take into the backlog: “Themed workshop”"


def test_deleting_what_is_used_sets_it_aside_and_says_why(loaded: Tab) -> None:
    commands = loaded.select("Post")
    commands.take.trigger()
    loaded.select("Post")
    QTest.keyClick(loaded.library.register.table, Qt.Key.Key_Delete)
    assert loaded.toasts[-1] == "Set aside: “Post” (instead of deleted: 1 card is of that kind)"
    assert loaded.rows()["Post"]["set_aside"]
    register = loaded.library.register
    register.model.finish()
    assert register.model.row_of(loaded.rows()["Post"]["id"]) < 0
    register.clear_filter()
    assert loaded.library.aside.isChecked()
    register.model.finish()
    assert register.model.row_of(loaded.rows()["Post"]["id"]) >= 0
    loaded.document.undo()
    assert not loaded.rows()["Post"]["set_aside"]


def test_deleting_for_good_says_how_many_cards_are_of_no_kind_then(loaded: Tab) -> None:
    loaded.select("Post").take.trigger()
    commands = loaded.select("Post")
    assert commands.delete_used in commands.more()
    commands.delete_used.trigger()
    assert loaded.toasts[-1] == "Deleted: “Post”. 1 card has no kind of activity any more."
    assert loaded.rows(BACKLOG_ITEM)["Post"]["activity_id"] is None
    loaded.document.undo()
    assert loaded.rows(BACKLOG_ITEM)["Post"]["activity_id"] == loaded.rows()["Post"]["id"]


def test_what_nobody_uses_is_deleted_and_one_s_own_has_no_original(loaded: Tab) -> None:
    key = loaded.rows()["Fishbowl"]["id"]
    commands = loaded.select("Fishbowl")
    assert commands.reset in commands.more()
    assert commands.delete_used not in commands.more()
    commands.delete()
    assert loaded.toasts[-1] == "Deleted: “Fishbowl”"
    assert key not in {row["id"] for row in loaded.rows().values()}
    loaded.document.run("Add", lambda s: records.create(s, ACTIVITY_TYPE, {"name": "Boat trip"}))
    commands = loaded.select("Boat trip")
    assert commands.reset not in commands.more()
    assert not loaded.library.detail.reset_button.isVisible()


def test_the_best_activity_is_taken_with_one_press_even_before_the_library(tab: Tab) -> None:
    page = tab.advice
    assert page.cards[0].found.name == "Individual interview"
    assert "this measures it (3 of 3)" in page.cards[0].reason.text()
    page.cards[0].take_button.click()
    assert "Individual interview" in tab.rows(BACKLOG_ITEM)
    assert set(tab.rows()) == {"Individual interview"}
    assert not page.grab().isNull()


def test_more_than_the_first_are_shown_when_asked_for(loaded: Tab) -> None:
    page = loaded.advice
    assert len(page.cards) == 8
    page.show_all()
    assert len(page.cards) == 37


def test_the_effort_table_says_what_it_comes_to(loaded: Tab) -> None:
    page = loaded.effort
    assert page.total.text() == "Estimate: 74.5–89 half-days, that is 37.25–44.5 days."
    loaded.document.run("Rate", lambda s: mission.change(s, {"name": "M", "day_rate": 800}))
    page.read_now()
    assert page.total.text().endswith("At €800 a day: €29,800 to €35,600.")
    rows = page.table.twin.figures.rows
    assert rows[1] == ("Individual interview", "5–10", "0", "0", "not yet", "1", "5–10")
    assert rows[-1][-1] == "74.5–89"
    QTest.keyClick(page.table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    page.open_row(page.table.twin.index(1, 0))
    key = loaded.rows()["Individual interview"]["id"]
    assert loaded.revealed[-1] == (ACTIVITY_TYPE.name, key)


def test_tools_are_judged_one_by_one(tab: Tab) -> None:
    page = tab.tools
    buttons = {button.text(): button for button in page.findChildren(LinkButton)}
    buttons["Add the usual tools"].click()
    assert tab.toasts == ["12 tools added"]
    page.read_now()
    assert page.unjudged.text() == "12 without a verdict"
    blog = tab.rows(ENGAGEMENT_TOOL)["Blog"]["id"]
    values = {"verdict": "reuse", "in_place": True}
    tab.document.run("Judge", lambda s: records.change(s, ENGAGEMENT_TOOL, blog, values))
    page.read_now()
    assert page.figures.text() == "1 tool in place · reuse: 1"
    assert page.unjudged.text() == "11 without a verdict"


def test_nothing_is_changed_before_an_audience(loaded: Tab, qapp: QApplication) -> None:
    loaded.document.run("Add", lambda s: records.create(s, ACTIVITY_TYPE, {"name": "Secret"}))
    loaded.document.run("Rate", lambda s: mission.change(s, {"name": "M", "day_rate": 800}))
    loaded.select("Post")
    loaded.document.present(on=True)
    qapp.processEvents()
    assert "Secret" not in loaded.rows()
    assert not loaded.library.detail.take_button.isVisible()
    assert not any(card.take_button.isVisible() for card in loaded.advice.cards)
    assert "800" not in loaded.effort.total.text()
    loaded.select("Post").take.trigger()
    assert not loaded.rows(BACKLOG_ITEM)


def test_the_tab_comes_back_to_where_it_was(loaded: Tab) -> None:
    assert loaded.view.reveal(ENGAGEMENT_TOOL.name, "")
    kept = loaded.view.state()
    assert kept["page"] == "tools"
    loaded.view.open("library")
    loaded.view.restore(kept)
    assert loaded.view.switch.current == "tools"
    assert not loaded.view.reveal("actor", "")
