"""Sprints planned before all, told in charts and closed, by mouse and by key."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.sprint import SPRINT, SPRINT_ITEM, Outcome
from entente.services import mission, records, sprint_edits, sprints
from entente.services.board import Card
from entente.services.sprints import SprintState, SprintView
from entente.store.gate import Gate
from entente.store.session import Session
from entente_ui.document import Document
from entente_ui.drag import pack_records
from entente_ui.kit import EmptyState, Popover
from entente_ui.kit.cards.delegate import mark_boxes
from entente_ui.look.theme import Theme
from entente_ui.pane import Selection, paper
from entente_ui.sprints.cycle.closing import CloseDialog
from entente_ui.sprints.cycle.deeds import Deeds
from entente_ui.sprints.cycle.faces import PlanList
from entente_ui.sprints.cycle.lanes import BACKLOG, SPRINT_LANE
from entente_ui.sprints.cycle.new_sprint import NewSprintDialog
from entente_ui.sprints.cycle.view import CycleView
from entente_ui.sprints.views import CHARTS, PLANNING
from tests.conftest import FixedClock, confluent_gate
from tests.ui.sprints.conftest import Desk

_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
_ALT, _SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
HOSTILE = '<img src="//host/x.png">&<b>'
JULY_13, JULY_17 = dt.date(2026, 7, 13), dt.date(2026, 7, 17)
CARDS: tuple[dict[str, Any], ...] = (
    {"title": "Écrire au comité", "effort": 2.0, "status": "ready"},
    {"title": "Relire les écarts", "effort": 3.0, "confidentiality": "public"},
    {"title": HOSTILE, "effort": None},
    {"title": "Compter les dossiers", "effort": 3.0, "status": "ready"},
    {"title": "Abandonnée", "status": "dropped"},
)


@dataclass
class Room:
    """The view, and what it told the shell."""

    view: CycleView
    toasts: list[str] = field(default_factory=list)
    shown: list[tuple[str, str]] = field(default_factory=list)
    chosen: list[Selection | None] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return any(page.isVisible() for page in self.view.findChildren(EmptyState))

    @property
    def document(self) -> Document:
        return self.view.context.document

    @property
    def sprint(self) -> SprintView:
        assert self.view.sprint is not None
        return self.view.sprint

    def list_of(self, place: str) -> PlanList:
        lanes = self.view.planning.lanes.lanes
        view = next(lane.view for lane in lanes if lane.head.value == place)
        assert isinstance(view, PlanList)
        return view

    def titles(self, place: str) -> list[str]:
        return [card.title for card in self.list_of(place).cards.shown]

    def card(self, words: str) -> Card:
        cards = (card for lane in self.view.planning.lanes.lanes for card in lane.view.cards.shown)
        return next(card for card in cards if words in card.title)

    def choose(self, *words: str) -> PlanList:
        keys = [self.card(each).id for each in words]
        lanes = self.view.planning.lanes
        assert lanes.reveal(keys[0])
        lanes.select(keys)
        settle()
        view = next(lane.view for lane in lanes.lanes if lane.view.keys)
        assert isinstance(view, PlanList)
        return view

    def carry(self, words: Sequence[str], place: str) -> None:
        view = self.list_of(place)
        data = pack_records(BACKLOG_ITEM.name, [self.card(each).id for each in words])
        at = QPointF(20, view.viewport().height() - 2)
        move = Qt.DropAction.MoveAction
        view.dropEvent(QDropEvent(at, move, data, _LEFT, _NONE, QEvent.Type.Drop))
        settle()

    def mark_at(self, words: str, mark: int) -> tuple[PlanList, QPoint]:
        """Return where a mark of a card is, and the list it is in."""
        view = self.choose(words)
        view.clearSelection()
        settle()
        card = self.card(words)
        shape = view.cards.shape
        box = shape.inside(view.visualRect(view.cards.index(view.cards.row_of(card.id))))
        box.setTop(box.bottom() - shape.head + 1)
        return view, mark_boxes(box, view.cards.faces.face(card), shape)[mark].center()

    def type_into_popover(self, words: str) -> None:
        found = self.view.window().findChildren(Popover)
        popover = next(popover for popover in found if popover.isVisible())
        line = popover.findChild(QLineEdit)
        assert line is not None
        line.setText(words)
        popover.accept()
        settle()


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def fill(session: Session) -> None:
    mission.change(session, {"name": "Rive"})
    for card in CARDS:
        records.create(session, BACKLOG_ITEM, {"added_on": dt.date(2026, 6, 8), **card})


def plan(session: Session) -> None:
    """A sprint of a week with the fourteenth of July in it: four working days."""
    fill(session)
    values = {"name": "Été", "starts_on": JULY_13, "ends_on": JULY_17, "capacity": 4.0}
    sprint_edits.create(session, values)


def made(qtbot: QtBot, desk: Desk) -> Room:
    view = CycleView(desk.context)
    qtbot.addWidget(view)
    room = Room(view, desk.toasts, desk.shown)
    view.selected.connect(room.chosen.append)
    view.resize(1200, 760)
    view.show()
    qtbot.waitExposed(view)
    settle()
    return room


@pytest.fixture
def room(look: Theme, qtbot: QtBot, gate: Gate, desk_of: Callable[[Gate], Desk]) -> Room:  # noqa: ARG001  # before any widget
    gate.run("Plan", plan)
    return made(qtbot, desk_of(gate))


@pytest.fixture
def sample(
    look: Theme,  # noqa: ARG001  # before any widget
    qtbot: QtBot,
    clock: FixedClock,
    desk_of: Callable[[Gate], Desk],
) -> Room:
    return made(qtbot, desk_of(confluent_gate(clock, "en")))


def test_the_sample_tells_its_three_sprints_as_they_went(
    sample: Room, qtmodeltester: ModelTester
) -> None:
    view = sample.view
    qtmodeltester.check(view.frame.chips.chips)
    totals = [(row.totals.planned, row.totals.done) for row in view.frame.chips.chips.rows]
    assert totals == [(20, 17), (22, 16), (22, 20)]
    assert {row.state for row in view.frame.chips.chips.rows} == {SprintState.CLOSED}
    # The last one is shown: closed, without 1 and 8 May, one card carried over.
    assert "13 working days" in view.frame.head.when.text()
    said = view.frame.head.when.text().replace("\xa0", " ")
    assert "days off: 1 May (Labour Day) and 8 May (Victory in Europe Day)" in said
    lanes = {lane.head.value: len(lane.view.cards.shown) for lane in view.planning.lanes.lanes}
    assert lanes == {Outcome.DONE: 7, Outcome.CARRIED: 1}
    meetup = sample.card("Meetup")
    assert "8 May" in sample.list_of(Outcome.CARRIED).cards.faces.aloud(meetup)


def test_the_sample_in_charts_says_its_range_and_what_is_left(sample: Room) -> None:
    view = sample.view
    view.frame.mode.set_current(CHARTS)
    view._turn()
    settle()
    charts = view.charts
    assert charts is not None
    said = charts.velocity.sentence.text()
    assert "from 16 to 20 half-days were done, 17.7 on average" in said
    # 2 + 3 + 4 + 3 + 2 + 2 + 0.5 half-days are open, but for what only answers a risk: one
    # sprint at 20, two at 16.
    assert "16.5 half-days are still to be done: 1 to 2 sprints." in said
    bars = charts.velocity_chart
    heights = [bars.x_of(value) - bars.x_of(0) for value in (17, 16, 20)]
    assert heights[0] / heights[2] == pytest.approx(17 / 20)
    assert "Meetup of the ambassadors" in charts.aged.twin.figures.rows[0]
    charts.open_row(0)
    assert sample.shown[-1][0] == BACKLOG_ITEM.name


def test_a_drag_of_two_takes_both_in_as_one_step(room: Room) -> None:
    assert room.view.frame.head.load.text() == "0 of 4 half-days · 4 left"
    room.carry(("Écrire", "Compter"), SPRINT_LANE)
    assert room.titles(SPRINT_LANE) == ["Écrire au comité", "Compter les dossiers"]
    assert room.view.frame.head.load.text() == "5 of 4 half-days · 1 too many"
    assert room.document.undo_label == "Take 2 cards into Été"
    room.document.undo()
    settle()
    assert room.titles(SPRINT_LANE) == []


def test_only_open_cards_wait_in_the_backlog(room: Room) -> None:
    assert room.titles(BACKLOG) == [card["title"] for card in CARDS[:4]]


def test_a_plenary_by_keys_alone(room: Room, qtbot: QtBot) -> None:
    room.view.frame.chips.setFocus()
    qtbot.keyClick(room.view.frame.chips, Qt.Key.Key_Down)
    backlog = room.list_of(BACKLOG)
    assert backlog.current is not None
    assert backlog.current.title == "Écrire au comité"
    qtbot.keyClick(backlog, Qt.Key.Key_Up)
    assert room.view.frame.chips.hasFocus()
    qtbot.keyClick(room.view.frame.chips, Qt.Key.Key_Down)
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus):
        qtbot.keyClick(backlog, key)
    assert room.view.planning.dots.text() == "1 dot"
    qtbot.keyClick(backlog, Qt.Key.Key_Right, _ALT)
    assert room.titles(SPRINT_LANE) == ["Écrire au comité"]
    sprint = room.list_of(SPRINT_LANE)
    qtbot.keyClick(sprint, Qt.Key.Key_E)
    room.type_into_popover("2h")
    # Two hours are half a half-day; what the card itself takes stays as it was.
    assert room.card("Écrire").effort == 0.5
    stored = room.document.read(lambda s: records.get(s, BACKLOG_ITEM, room.card("Écrire").id))
    assert stored["effort"] == 2
    qtbot.keyClick(sprint, Qt.Key.Key_Space)
    assert room.titles(SPRINT_LANE) == []
    assert room.card("Écrire").effort == 2


def test_there_are_never_fewer_dots_than_none(room: Room, qtbot: QtBot) -> None:
    before = room.document.undo_label
    qtbot.keyClick(room.choose("Écrire"), Qt.Key.Key_Minus)
    assert room.document.undo_label == before
    qtbot.keyClick(room.choose("Écrire", "Relire"), Qt.Key.Key_Plus)
    assert room.document.undo_label == "One more dot for 2 cards"
    assert room.view.planning.dots.text() == "2 dots"


def test_a_click_on_the_star_gives_a_dot_and_with_shift_takes_it_back(
    room: Room, qtbot: QtBot
) -> None:
    for _time in range(2):
        view, spot = room.mark_at("Relire", 0)
        qtbot.mouseClick(view.viewport(), _LEFT, _NONE, spot)
    assert room.card("Relire").dots == 2
    view, spot = room.mark_at("Relire", 0)
    qtbot.mouseClick(view.viewport(), _LEFT, _SHIFT, spot)
    assert room.card("Relire").dots == 1
    view, spot = room.mark_at("Relire", 1)
    qtbot.mouseClick(view.viewport(), _LEFT, _NONE, spot)
    room.type_into_popover("1")
    assert room.card("Relire").effort == 1


def test_most_dots_first_and_a_filter_that_only_dims(room: Room, qtbot: QtBot) -> None:
    qtbot.keyClick(room.choose("Compter"), Qt.Key.Key_Plus)
    planning = room.view.planning
    planning.by_dots.click()
    settle()
    assert room.titles(BACKLOG)[0] == "Compter les dossiers"
    room.view.focus_filter()
    planning.words.setText("ecarts")
    planning._seek()
    assert room.list_of(BACKLOG).cards.wanted == frozenset({room.card("Relire").id})
    assert len(room.titles(BACKLOG)) == 4


def test_a_card_is_written_straight_into_the_sprint(room: Room) -> None:
    line = room.view.planning.lines[1]
    line.line.setText("Préparer !2")
    line.add()
    settle()
    assert room.titles(SPRINT_LANE) == ["Préparer"]
    assert line.line.text() == ""
    assert room.sprint.totals.planned == 2


def test_lines_from_elsewhere_become_cards_where_they_are_dropped(room: Room, qtbot: QtBot) -> None:
    view = room.list_of(SPRINT_LANE)
    data = QMimeData()
    data.setText("Prévenir les équipes\n\nRéserver la salle")
    copy = Qt.DropAction.CopyAction
    view.dropEvent(QDropEvent(QPointF(20, 20), copy, data, _LEFT, _NONE, QEvent.Type.Drop))
    settle()
    assert room.titles(SPRINT_LANE) == ["Prévenir les équipes", "Réserver la salle"]
    assert room.document.undo_label == "Add 2 cards"
    QGuiApplication.clipboard().setText("Une de plus")
    qtbot.keyClick(room.choose("Écrire"), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "Une de plus" in room.titles(BACKLOG)
    # Files and cards of something else are no lines.
    foreign = pack_records(SPRINT.name, [room.sprint.id])
    view.dropEvent(QDropEvent(QPointF(20, 20), copy, foreign, _LEFT, _NONE, QEvent.Type.Drop))
    assert len(room.titles(SPRINT_LANE)) == 2


def test_the_goal_is_written_where_it_stands(room: Room, qtbot: QtBot) -> None:
    goal = room.view.frame.head.goal
    goal.setFocus()
    qtbot.keyClicks(goal, "One word for all")
    qtbot.keyClick(goal, Qt.Key.Key_Return)
    assert room.sprint.goal == "One word for all"
    assert room.document.undo_label == "Goal: Été"
    room.view.ask_capacity()
    room.type_into_popover("6")
    assert room.sprint.capacity == 6


def test_burndown_and_burn_up_know_working_days_alone(room: Room, clock: FixedClock) -> None:
    room.carry(("Écrire", "Relire", "Compter"), SPRINT_LANE)
    for words, day in (("Écrire", JULY_13), ("Relire", dt.date(2026, 7, 15))):
        key = room.card(words).id
        rate = partial(
            records.rate, record_type=BACKLOG_ITEM, key=key, values={"status": "done"}, on=day
        )
        room.document.run("Do", rate)
    clock.now = clock.now.replace(month=7, day=16)
    room.view.frame.mode.set_current(CHARTS)
    room.view.expire()
    settle()
    charts = room.view.charts
    assert charts is not None
    # Eight half-days over 13, 15, 16 and 17 July; two done on the first, three on the second.
    rows = charts.down.table.twin.figures.rows
    assert [row[1:] for row in rows] == [
        ("8", "8", "8", "0"),
        ("6", "6", "8", "2"),
        ("4", "3", "8", "5"),
        ("2", "3", "8", "5"),
        ("0", "", "", ""),
    ]
    assert "After day 3 of 4, 3 half-days left, where an even pace leaves 2." in (
        charts.down.sentence.text()
    )
    assert "days off: 14\xa0July." in charts.down.sentence.text()
    assert charts.up.sentence.text() == "5 done of 8 half-days taken in."
    ideal, remaining = charts.down_chart.lines()
    assert len(charts.down_chart.points(ideal.values)) == 5
    assert len(charts.down_chart.points(remaining.values)) == 4
    assert charts.down_chart.spoken(1).startswith("13\xa0July\xa02026 · even pace: 6")


def test_a_new_sprint_is_proposed_after_the_last_and_what_is_odd_is_said(room: Room) -> None:
    dialog = NewSprintDialog(room.view.context, Deeds(room.view.context), room.view)
    assert (dialog.starts.value, dialog.ends.value) == (dt.date(2026, 7, 20), dt.date(2026, 8, 7))
    assert dialog.told.text() == "15 working days"
    dialog.starts.setText("2026-07-15")
    dialog.starts.settle()
    assert dialog.ends.value == dt.date(2026, 8, 4)
    assert "overlaps with Été" in dialog.remarks.text()
    dialog.ends.setText("2026-07-01")
    dialog.ends.settle()
    assert "15 July 2026" in dialog.problem.text().replace("\xa0", " ")
    dialog.problem.clear()
    dialog.add()
    assert not dialog.made
    assert "15 July 2026" in dialog.problem.text().replace("\xa0", " ")
    dialog.ends.setText("2026-07-31")
    dialog.ends.settle()
    dialog.add()
    assert room.document.undo_label == "Add Sprint 2"
    assert room.view.reveal(SPRINT.name, dialog.made)
    assert room.sprint.ends_on == dt.date(2026, 7, 31)
    assert "overlaps" in room.view.frame.head.remarks.text()


def test_closing_says_what_came_of_each_and_carries_on(room: Room) -> None:
    room.carry(("Écrire", "Relire", "Compter"), SPRINT_LANE)
    dialog = CloseDialog(room.view.context, Deeds(room.view.context), room.sprint, room.view)
    first, second, third = dialog.rows
    dialog.all.choose(Outcome.RETURNED)
    dialog._choose_all()
    assert {row.box.outcome for row in dialog.rows} == {Outcome.RETURNED}
    assert dialog.make_next.isHidden()
    first.box.choose(Outcome.DONE)
    second.box.choose(Outcome.CARRIED)
    second.reason.setText("Le comité est reporté")
    assert not dialog.make_next.isHidden()
    dialog.close_sprint()
    settle()
    closed, following = room.view.frame.chips.chips.rows
    outcomes = {card.title: card.outcome for card in closed.cards}
    assert outcomes == {
        first.card.title: Outcome.DONE,
        second.card.title: Outcome.CARRIED,
        third.card.title: Outcome.RETURNED,
    }
    assert dialog.next == following.id
    assert [card.title for card in following.held] == [second.card.title]
    assert room.toasts[-1] == "Closed: Été"
    room.view.choose(closed.id)
    assert not room.view.planning.hands.is_free
    room.view.steps.reopen()
    assert room.sprint.state is SprintState.AHEAD
    room.document.undo()
    room.document.undo()
    settle()
    assert [row.state for row in room.view.frame.chips.chips.rows] == [SprintState.AHEAD]


def test_before_a_room_only_what_is_public_is_seen_and_nothing_is_changed(
    room: Room, qtbot: QtBot
) -> None:
    room.carry(("Écrire", "Relire"), SPRINT_LANE)
    qtbot.keyClick(room.choose("Écrire"), Qt.Key.Key_Plus)
    room.document.present(True)
    settle()
    assert room.view.sprint is None
    assert room.is_empty
    room.document.present(False)
    key = room.sprint.id
    values = {"confidentiality": "public"}
    room.document.run("Show", lambda s: records.change(s, SPRINT, key, values))
    room.document.present(True)
    settle()
    assert room.titles(SPRINT_LANE) == ["Relire les écarts"]
    hidden = (
        room.view.frame.new,
        room.view.frame.close_button,
        room.view.frame.head.goal,
        room.view.frame.report,
    )
    assert not any(widget.isVisible() for widget in (*hidden, *room.view.planning.lines))
    before = room.document.undo_label
    for pressed in (Qt.Key.Key_Plus, Qt.Key.Key_Space, Qt.Key.Key_E):
        qtbot.keyClick(room.choose("Relire"), pressed)
    room.view.run("delete")
    room.view.steps.begin()
    assert room.document.undo_label == before


def test_an_empty_mission_offers_its_first_sprint(
    look: Theme,  # noqa: ARG001  # before any widget
    qtbot: QtBot,
    gate: Gate,
    desk_of: Callable[[Gate], Desk],
) -> None:
    gate.run("Fill", fill)
    room = made(qtbot, desk_of(gate))
    assert room.is_empty

    def accept() -> None:
        dialog = room.view.findChild(NewSprintDialog)
        assert dialog is not None
        dialog.add()

    QTimer.singleShot(0, accept)
    assert room.view.add_record()
    settle()
    # The tenth of June is a Wednesday: fifteen working days with it end on the thirtieth.
    assert room.sprint.starts_on == dt.date(2026, 6, 10)
    assert room.sprint.ends_on == dt.date(2026, 6, 30)
    assert room.titles(BACKLOG)


def test_the_inspector_follows_and_the_report_is_of_the_sprint_one_looks_at(
    room: Room, qtbot: QtBot
) -> None:
    key = room.sprint.id
    assert room.view.reveal(SPRINT.name, key)
    assert not room.view.reveal(SPRINT_ITEM.name, key)
    qtbot.waitUntil(lambda: room.chosen[-1:] == [Selection(SPRINT, (key,))])
    card = room.card("Écrire")
    room.choose("Écrire")
    qtbot.waitUntil(lambda: room.chosen[-1:] == [Selection(BACKLOG_ITEM, (card.id,))])
    room.view.print_out()
    assert room.shown == [(paper("progress"), key)]
    assert {action.text() for action in room.view.offered()} >= {"New sprint", "Report…"}


def test_a_view_comes_back_as_it_was_left(room: Room, qtbot: QtBot) -> None:
    made_keys: list[str] = []
    room.document.run("Add", lambda s: made_keys.append(sprint_edits.create(s)))
    room.view.reveal(SPRINT.name, made_keys[0])
    room.view.frame.mode.set_current(CHARTS)
    again = CycleView(room.view.context)
    qtbot.addWidget(again)
    again.restore(room.view.state())
    again.read_now()
    assert again.sprint is not None
    assert (again.sprint.id, again.frame.mode.current) == (made_keys[0], CHARTS)
    again.restore({"sprint": "gone", "mode": PLANNING, "planning": 3})
    again.read_now()
    current = sprints.current(room.document.read(sprints.overview))
    assert current is not None
    assert again.sprint is not None
    assert again.sprint.id == current.id
