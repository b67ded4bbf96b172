"""The tab of the mission: its pages, and the assistant that puts the arrangement in place."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QSettings, Qt
from pytestqt.qtbot import QtBot

from entente.domain.actor import ACTOR
from entente.domain.climate.survey import WAVE
from entente.domain.guard_rails import DECLARATION
from entente.domain.start.arrangement import ARRANGEMENT
from entente.services import arrangement, mission, records, stages
from entente.store.gate import Gate
from entente.store.session import Session
from entente_ui.background import Background
from entente_ui.checklists import PHASE_STEP
from entente_ui.document import Document
from entente_ui.home.mission.arrangement_page import ArrangementPage
from entente_ui.home.mission.assistant.dialog import ArrangementDialog
from entente_ui.home.mission.checklists_page import ChecklistsPage
from entente_ui.home.mission.sheet_page import SheetPage
from entente_ui.home.mission.view import MissionView
from entente_ui.kit import PlainLabel
from entente_ui.pane import Context, Selection

TODAY = dt.date(2026, 6, 10)


class Room:
    """The tab in a window."""

    def __init__(self, gate: Gate, settings: QSettings) -> None:
        self.toasts: list[str] = []
        self.shown: list[tuple[str, str]] = []
        self.selected: list[Selection | None] = []
        self.background = Background()
        self.context = Context(
            document=Document(gate),
            background=self.background,
            settings=settings,
            toast=lambda text, _undo: self.toasts.append(text),
            reveal=lambda kind, key: self.shown.append((kind, key)),
            tell=lambda error: pytest.fail(repr(error)),
        )
        self.view = MissionView(self.context)
        self.view.selected.connect(self.selected.append)

    @property
    def arrangement(self) -> ArrangementPage:
        self.view.open("arrangement")
        page = cast("ArrangementPage", self.view.current)
        page.read_now()
        return page


@pytest.fixture
def room(qtbot: QtBot, gate: Gate, tmp_path: Path) -> Iterator[Room]:
    settings = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    room = Room(gate, settings)
    qtbot.addWidget(room.view)
    room.view.resize(1100, 800)
    room.view.show()
    yield room
    room.background.close()


def assistant(room: Room, qtbot: QtBot) -> ArrangementDialog:
    dialog = ArrangementDialog(room.context)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def counts(session: Session) -> list[int]:
    return [records.count(session, kind) for kind in (ACTOR, WAVE, ARRANGEMENT)]


def words(page: ArrangementPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(PlainLabel))


def test_the_assistant_goes_by_keyboard_from_pasted_names_to_an_arrangement(
    room: Room, qtbot: QtBot
) -> None:
    dialog = assistant(room, qtbot)
    dialog.go_on()
    assert dialog.page.title == dialog.who.title  # nobody is concerned yet
    dialog.who.pasted.setPlainText("Anne Roy, DSI\nOmar Sy, chef de projet\nanne roy")
    qtbot.keyClick(dialog, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert dialog.page.title == dialog.relations.title
    qtbot.keyClick(dialog, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    people = dialog.who.people
    people.setCurrentItem(people.items[1])
    qtbot.keyClick(people, Qt.Key.Key_S)
    assert [(seat.name, seat.signs) for seat in people.seats] == [
        ("Anne Roy", True),
        ("Omar Sy", False),
    ]
    for _step in range(2):
        dialog.go_on()
    dialog.climate.waves.set_value(2)
    dialog.go_on()
    dialog.ladder.rows[0].who.setCurrentIndex(2)
    dialog.ladder.remove(dialog.ladder.rows[3])
    dialog.go_on()
    assert dialog.page.title == dialog.readers.title
    assert room.context.document.undo_label == ""
    dialog.go_on()
    assert dialog.made is not None
    page = room.arrangement
    told = words(page)
    assert page.standing is not None
    assert [rung.who for rung in page.standing.rungs] == ["Omar Sy", "", ""]
    assert "Who signs: Anne Roy" in told
    assert "In place since 10\u00a0June\u00a02026" in told
    assert room.context.document.read(counts) == [2, 2, 1]
    page.open_paper()
    assert room.shown[-1] == ("paper:arrangement", page.standing.key)
    room.context.document.undo()
    assert room.context.document.read(counts) == [0, 0, 0]


def test_what_cannot_be_read_keeps_one_on_its_step(room: Room, qtbot: QtBot) -> None:
    dialog = assistant(room, qtbot)
    dialog.who.pasted.setPlainText("Anne")
    dialog.go_on()
    dialog.relations.days.setText("often")
    dialog.go_on()
    assert dialog.page.title == dialog.relations.title
    dialog.relations.days.set_value(None)
    dialog.go_on()
    dialog.go_on()
    dialog.ladder.rows[0].title.clear()
    dialog.go_on()
    assert dialog.page.title == dialog.ladder.title
    dialog.ladder.rows[0].title.setText("First")
    dialog.go_on()
    dialog.readers.ends.set_value(TODAY - dt.timedelta(days=1))
    dialog.go_on()
    assert dialog.made is None
    dialog.readers.ends.set_value(None)
    dialog.go_on()
    assert dialog.made is not None


def test_a_room_reads_the_arrangement_and_begins_none(room: Room) -> None:
    def action(session: Session) -> None:
        mission.change(session, {"name": "Fusion"})
        seat = arrangement.Seat("Anne Roy", "DSI", signs=True)
        draft = arrangement.propose(session)
        arrangement.put_in_place(session, replace(draft, seats=(seat,)))

    assert room.context.document.run("Put", action)
    room.context.document.present(on=True)
    told = words(room.arrangement)
    assert "Between the people concerned" in told
    assert "Anne" not in told
    assert room.view.offered() == ()


def test_the_sheet_shows_the_part_one_plays(room: Room) -> None:
    values = {"name": "Fusion", "hat": "adviser", "technical": True, "kind": "recovery"}
    assert room.context.document.run("Say", lambda s: mission.change(s, values))
    room.view.show_wanted("sheet")
    page = room.view.current
    assert isinstance(page, SheetPage)
    assert page.hat.text() == "Working as: project owner's advice"
    told = [label.text() for label in page.findChildren(PlainLabel)]
    assert "project in difficulty" in told
    assert room.selected[-1] is not None
    assert room.selected[-1].record_type.name == "mission"


def test_pressures_are_weighed_left_open_again_and_drawn_from_three_on(room: Room) -> None:
    page = room.view.current
    assert isinstance(page, SheetPage)
    page.read_now()
    card = page.pressures
    assert card.chart.isHidden()
    for kind, grade in (("regulatory", "3"), ("economic", "0"), ("trust", "2")):
        card.rows[kind].chosen.emit(grade)
    page.read_now()
    assert [(spoke.label, spoke.value) for spoke in card.chart.spokes] == [
        ("regulatory", 3),
        ("economic", 0),
        ("digital trust", 2),
    ]
    assert not card.chart.isHidden()
    assert room.context.document.undo_label == "Weigh a pressure: digital trust, 2"
    card.rows["economic"].chosen.emit("?")
    page.read_now()
    # Not weighed is not zero.
    assert [spoke.value for spoke in card.chart.spokes] == [3, 2]
    card.asked.emit("crisis")
    assert room.selected[-1] is not None
    assert room.selected[-1].record_type.name == "pressure"
    room.context.document.present(on=True)
    page.read_now()
    assert card.isHidden()


def test_ties_are_shown_the_latest_first_and_lead_to_their_record(room: Room) -> None:
    page = room.view.current
    assert isinstance(page, SheetPage)

    def declare(session: Session) -> None:
        for day, tie in ((1, "none"), (9, "professional")):
            values = {"declared_on": dt.date(2026, 6, day), "tie": tie, "text": "Known"}
            records.create(session, DECLARATION, values)

    assert room.context.document.run("Declare", declare)
    page.read_now()
    assert [row.text() for row in page.ties.rows] == ["professional", "none"]
    page.ties.rows[0].click()
    assert room.shown[-1][0] == "declaration"


def test_steps_of_a_phase_are_found_on_their_page(room: Room) -> None:
    made: list[str] = []

    def put(session: Session) -> None:
        made.extend(stages.put_in_place(session, "en", stages.PHASES))

    assert room.context.document.run("Put", put)
    assert room.view.reveal(PHASE_STEP, made[8])
    page = room.view.current
    assert isinstance(page, ChecklistsPage)
    assert [step.id for step in page.tree.selected] == [made[8]]
    assert page.status == "0 of 20 steps taken"
    page.deeds.tick(page.steps[:1], TODAY)
    page.read_now()
    assert page.status == "1 of 20 steps taken"
