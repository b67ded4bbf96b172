"""One page, one mission: planning a session, leading it, and what others may see of it."""

import datetime as dt
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QSettings, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from entente.domain.actor import ACTOR
from entente.domain.difficulty import DIFFICULTY
from entente.domain.mediation_session import AGENDA_ITEM, ATTENDANCE, MEDIATION_SESSION
from entente.domain.party import PARTY
from entente.domain.records import RecordType
from entente.errors import RecordMissingError
from entente.services import mediation_sessions, records
from entente.store.gate import Gate
from entente.store.session import Session
from entente_ui.background import Background
from entente_ui.difficulties.sessions import calendar_file
from entente_ui.difficulties.sessions.agenda_model import AgendaColumn
from entente_ui.difficulties.sessions.attendance_model import PeopleColumn
from entente_ui.difficulties.sessions.meter import WRITTEN_EVERY, Meter
from entente_ui.difficulties.sessions.page import SessionsPage
from entente_ui.document import Document
from entente_ui.pane import Context

HOSTILE = "<img src='file:///etc/passwd'> =cmd|' /C calc'!A0\nEND:VEVENT"
NAMES = ("Odile Sarment", "Anselme Ferrage")


class Watch:
    """A clock of seconds that goes on when told."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


def fill(session: Session) -> None:
    key = records.create(session, DIFFICULTY, {"title": HOSTILE, "confidentiality": "public"})
    for name in NAMES:
        actor = records.create(session, ACTOR, {"name": name, "confidentiality": "public"})
        party = {"difficulty_id": key, "actor_id": actor, "confidentiality": "public"}
        records.create(session, PARTY, party)
    records.create(session, ACTOR, {"name": "Sidonie Caillebot"})


@pytest.fixture
def toasts() -> list[str]:
    return []


@pytest.fixture
def context(gate: Gate, tmp_path: Path, toasts: list[str]) -> Iterator[Context]:
    gate.run("Fill", fill)
    background = Background()
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    yield Context(
        document=Document(gate),
        background=background,
        settings=settings,
        toast=lambda text, _undo: toasts.append(text),
        reveal=lambda _kind, _key: None,
        tell=lambda error: pytest.fail(repr(error)),
    )
    background.close()


@pytest.fixture
def watch(context: Context) -> Watch:
    made = Watch()
    Meter(context.document, made)
    return made


@pytest.fixture
def page(qtbot: QtBot, context: Context, watch: Watch) -> SessionsPage:
    assert isinstance(watch, Watch)
    made = SessionsPage(context)
    qtbot.addWidget(made)
    made.resize(900, 900)
    made.show()
    (difficulty,) = context.document.table(DIFFICULTY).dicts()
    made.show_difficulty(difficulty["id"])
    context.document.changed.connect(lambda _c: made.show_difficulty(difficulty["id"]))
    context.document.viewer_changed.connect(lambda: made.show_difficulty(difficulty["id"]))
    return made


def rows(page: SessionsPage, kind: RecordType) -> list[dict[str, Any]]:
    return list(page.context.document.read(partial(records.list_rows, record_type=kind)).dicts())


def spoken(page: SessionsPage) -> dict[str, int]:
    names = page.context.document.labels(ACTOR)
    return {names[row["actor_id"]]: row["spoken"] for row in rows(page, ATTENDANCE)}


def texts(page: SessionsPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def items(page: SessionsPage) -> list[str]:
    found = sorted(rows(page, AGENDA_ITEM), key=lambda row: row["position"])
    return [row["text"] for row in found]


def type_into(page: SessionsPage, name: str, text: str) -> str:
    box = page.editor.boxes[name]
    assert isinstance(box.input, QLineEdit)
    box.input.setText(text)
    box.commit_typed()
    return box.problem


def test_an_empty_page_says_where_to_begin_and_planning_opens_the_session(
    page: SessionsPage,
) -> None:
    assert "No session is planned." in texts(page)
    page.plan("plenary", "plenary")
    (row,) = rows(page, MEDIATION_SESSION)
    assert page.list.key == row["id"]
    assert page.editor.attendance.table.people.rowCount() == 2
    assert page.editor.agenda.table.agenda.rowCount() == 7
    page.context.document.undo()
    assert rows(page, MEDIATION_SESSION) == []
    assert "No session is planned." in texts(page)


def test_times_are_typed_freely_and_nonsense_is_refused_in_a_sentence(page: SessionsPage) -> None:
    page.plan("plenary", "plenary")
    assert type_into(page, "starts_at", "2 pm") == ""
    assert rows(page, MEDIATION_SESSION)[0]["starts_at"] == "14:00"
    agenda = page.editor.agenda.table.agenda
    assert agenda.index(1, AgendaColumn.WHEN).data() == "14:10"
    problem = type_into(page, "starts_at", "après le café")
    assert (
        problem == "“après le café” does not fit Start time: it takes a time of day, such as 14:00."
    )
    assert rows(page, MEDIATION_SESSION)[0]["starts_at"] == "14:00"


def test_an_agenda_longer_than_the_session_says_so(page: SessionsPage) -> None:
    page.plan("plenary", "plenary")
    assert page.editor.agenda.sum.text() == "90 min of 90 min"
    type_into(page, "minutes", "75")
    assert page.editor.agenda.sum.text() == "90 min of 75 min · 15 min longer than the session"


def test_items_are_moved_by_keys_and_by_hand_and_written_in_the_table(
    qtbot: QtBot, page: SessionsPage
) -> None:
    page.plan("plenary", "")
    for text in ("a", "b", "c"):
        key = rows(page, MEDIATION_SESSION)[0]["id"]
        document = page.context.document
        document.run("Add", partial(mediation_sessions.add_item, key=key, text=text))
    table = page.editor.agenda.table
    table.selectRow(2)
    qtbot.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert items(page) == ["a", "c", "b"]
    assert table.keys == [table.agenda.rows[1]["id"]]
    data = table.agenda.mimeData([table.agenda.index(1, 0)])
    move = Qt.DropAction.MoveAction
    assert table.agenda.dropMimeData(data, move, 0, 0, QModelIndex())
    assert items(page) == ["c", "a", "b"]
    assert page.context.document.undo_label == "Move an item of the agenda"

    assert table.agenda.setData(table.agenda.index(0, AgendaColumn.MINUTES), "12 min")
    assert not table.agenda.setData(table.agenda.index(0, AgendaColumn.MINUTES), "long")
    assert table.agenda.index(1, AgendaColumn.WHEN).data() == "12 min"
    table.selectRow(1)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert items(page) == ["c", "b"]


def test_the_tables_keep_qt_s_contract(qtmodeltester: ModelTester, page: SessionsPage) -> None:
    page.plan("plenary", "plenary")
    for model in (
        page.editor.agenda.table.agenda,
        page.editor.attendance.table.people,
        page.list.sessions,
    ):
        qtmodeltester.check(model)


def test_attendance_is_noted_by_click_and_by_key(qtbot: QtBot, page: SessionsPage) -> None:
    page.plan("plenary", "")
    table = page.editor.attendance.table
    table.clicked.emit(table.people.index(0, PeopleColumn.EXCUSED))
    assert sorted(row["presence"] for row in rows(page, ATTENDANCE)) == ["excused", "invited"]
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_P)
    assert {row["presence"] for row in rows(page, ATTENDANCE)} == {"present"}
    table.clicked.emit(table.people.index(0, PeopleColumn.PRESENT))
    assert sorted(row["presence"] for row in rows(page, ATTENDANCE)) == ["invited", "present"]


def test_others_are_added_by_name_or_dropped_here_and_taken_off(
    qtbot: QtBot, page: SessionsPage
) -> None:
    page.plan("plenary", "")
    (third,) = (row["id"] for row in rows(page, ACTOR) if row["name"].startswith("Sidonie"))
    assert page.take_actors([third])
    assert len(rows(page, ATTENDANCE)) == 3
    table = page.editor.attendance.table
    table.selectRow(2)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert len(rows(page, ATTENDANCE)) == 2


def lead(page: SessionsPage) -> None:
    page.plan("plenary", "plenary")
    page.run()


def test_keys_give_the_floor_and_the_space_bar_pauses(
    qtbot: QtBot, page: SessionsPage, watch: Watch
) -> None:
    lead(page)
    qtbot.keyClick(page.running, Qt.Key.Key_1)
    watch.now += 90
    # The same key as 2 on a French keyboard.
    french = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Eacute, Qt.KeyboardModifier.NoModifier, "é")
    QApplication.sendEvent(page.running, french)
    watch.now += 30
    qtbot.keyClick(page.running, Qt.Key.Key_Space)
    watch.now += 600
    qtbot.keyClick(page.running, Qt.Key.Key_Space)
    watch.now += 30
    qtbot.keyClick(page.running, Qt.Key.Key_2)
    assert spoken(page) == {"Anselme Ferrage": 90, "Odile Sarment": 60}
    assert {row["presence"] for row in rows(page, ATTENDANCE)} == {"present"}
    assert page.running.sentence.text() == "Speaking time is shared evenly so far."
    qtbot.keyClick(page.running, Qt.Key.Key_1)
    watch.now += 90
    qtbot.keyClick(page.running, Qt.Key.Key_1)
    assert page.running.sentence.text() == (
        "Anselme Ferrage has had 75% of the speaking time; an even share would be 50%."
    )


def test_what_one_turn_writes_is_one_step(page: SessionsPage, watch: Watch) -> None:
    lead(page)
    meter = page.running.meter
    (first, second) = page.running.buttons
    steps = len(page.context.document.steps())
    meter.toggle(first)
    for _half_minute in range(4):
        watch.now += WRITTEN_EVERY
        meter._tick()
    assert spoken(page)["Anselme Ferrage"] == 120
    assert len(page.context.document.steps()) == steps + 1
    meter.toggle(second)
    watch.now += 10
    meter.toggle(second)
    assert len(page.context.document.steps()) == steps + 2
    page.context.document.undo()
    assert spoken(page) == {"Anselme Ferrage": 120, "Odile Sarment": 0}
    page.context.document.undo()
    assert spoken(page) == {"Anselme Ferrage": 0, "Odile Sarment": 0}


def test_nothing_that_was_measured_is_lost_when_the_mission_is_left(
    page: SessionsPage, watch: Watch
) -> None:
    lead(page)
    page.running.meter.toggle(next(iter(page.running.buttons)))
    watch.now += 12.9
    state = page.state()
    page.context.document.settle()
    assert spoken(page)["Anselme Ferrage"] == 12
    assert page.running.meter.is_paused
    assert state["led"]["session"] == page.list.key


def test_what_cannot_be_written_is_kept_and_said_once(
    page: SessionsPage, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    lead(page)
    meter = page.running.meter
    told: list[object] = []
    page.context.document.refused.connect(told.append)
    meter.toggle(next(iter(page.running.buttons)))
    with monkeypatch.context() as broken:

        def refuse(*_arguments: object) -> NoReturn:
            raise RecordMissingError("mediation_session", "M1")

        broken.setattr(page.context.document.gate, "run", refuse)
        for _half_minute in range(3):
            watch.now += WRITTEN_EVERY
            meter._tick()
        meter.end()
        assert len(told) == 1
        assert meter.session
    meter.end()
    assert (meter.session, spoken(page)["Anselme Ferrage"]) == ("", 90)


def test_a_session_led_goes_on_while_others_are_looked_at_and_after_a_lock(
    qtbot: QtBot, page: SessionsPage, watch: Watch
) -> None:
    lead(page)
    page.running.meter.toggle(next(iter(page.running.buttons)))
    led = page.running.meter.session
    page.hide()
    watch.now += 20
    again = SessionsPage(page.context)
    qtbot.addWidget(again)
    again.restore(page.state())
    again.show()
    again.show_difficulty(rows(page, DIFFICULTY)[0]["id"])
    assert again.running.meter is page.running.meter
    assert (again.running.meter.session, again.running.isVisible()) == (led, True)
    assert next(iter(again.running.buttons.values())).seconds == 20
    page.running.meter.end()
    state = {"session": led, "led": {"session": led, "taken": {"x": 4}}}
    again.restore(state)
    again.show_difficulty(rows(page, DIFFICULTY)[0]["id"])
    assert again.running.meter.session == led
    again.running.leave()


def test_the_agenda_counts_down_and_says_when_time_is_over(
    page: SessionsPage, watch: Watch
) -> None:
    lead(page)
    running = page.running
    watch.now += 240
    running._show_times()
    assert (running._countdown.text(), running._sign.isVisible()) == ("6:00", False)
    watch.now += 420
    running._show_times()
    assert (running._countdown.text(), running._sign.isVisible()) == ("1:00", True)
    running.next_item()
    assert running._item.text() == "What? Each party speaks, without interruption"
    assert running._countdown.text() == "20:00"
    assert [row["done"] for row in rows(page, AGENDA_ITEM)].count(True) == 1
    running.leave()


def test_others_see_neither_private_sessions_nor_speaking_times(
    page: SessionsPage, watch: Watch
) -> None:
    lead(page)
    page.running.meter.toggle(next(iter(page.running.buttons)))
    watch.now += 75
    page.context.document.present(on=True)
    assert texts(page) == ["Nothing here is public."]
    page.context.document.present(on=False)
    page.running.leave()
    key = page.list.key
    opened = partial(mediation_sessions.change, key=key, values={"confidentiality": "public"})
    page.context.document.run("Open", opened)
    page.context.document.present(on=True)
    shown = texts(page)
    assert not any("1:15" in text or "Odile" in text for text in shown)
    assert page.editor.attendance.table.isColumnHidden(PeopleColumn.SPOKEN)
    assert (
        not page.editor.agenda.table.agenda.flags(
            page.editor.agenda.table.agenda.index(0, AgendaColumn.TEXT)
        )
        & Qt.ItemFlag.ItemIsEditable
    )
    page.run()
    assert page.running.meter.session == ""


def test_hostile_words_stay_words_and_a_calendar_has_one_event(
    qtbot: QtBot, page: SessionsPage, tmp_path: Path, toasts: list[str]
) -> None:
    page.plan("plenary", "")
    type_into(page, "title", HOSTILE)
    values = {"held_on": dt.date(2026, 6, 12), "place": HOSTILE}
    page.context.document.run(
        "Change", partial(mediation_sessions.change, key=page.list.key, values=values)
    )
    assert {label.textFormat() for label in page.findChildren(QLabel)} == {Qt.TextFormat.PlainText}
    target = tmp_path / "s.ics"
    calendar_file.write(page.context, [page.list.key], target, with_names=True)
    qtbot.waitUntil(lambda: bool(toasts))
    assert toasts == ["1 session exported to s.ics, not encrypted"]
    written = target.read_bytes().decode().replace("\r\n ", "")
    assert written.count("\r\nEND:VEVENT\r\n") == 1
    assert "Expected: Anselme Ferrage\\, Odile Sarment" in written


def test_a_session_is_copied_held_and_taken_away(page: SessionsPage, toasts: list[str]) -> None:
    page.plan("caucus", "caucus")
    page.editor._hold.click()
    assert rows(page, MEDIATION_SESSION)[0]["status"] == "held"
    assert any("it is not said whether they came" in text for text in texts(page))
    page.duplicate()
    assert [row["status"] for row in rows(page, MEDIATION_SESSION)] == ["held", "planned"]
    page.remove()
    assert [row["status"] for row in rows(page, MEDIATION_SESSION)] == ["held"]
    assert toasts == ["The session is deleted."]


def test_two_hundred_people_are_not_too_many(page: SessionsPage) -> None:
    def crowd(session: Session) -> None:
        for number in range(200):
            records.create(session, ACTOR, {"name": f"Personne {number}"})

    page.context.document.run("Crowd", crowd)
    page.plan("plenary", "")
    everybody = [row["id"] for row in rows(page, ACTOR)]
    page.take_actors(everybody)
    assert page.editor.attendance.table.people.rowCount() == 203
    page.run()
    assert len(page.running.buttons) == 203
    page.running.leave()
