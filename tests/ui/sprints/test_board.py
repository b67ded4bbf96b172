"""The board: dragged over, driven by keys, filtered, looked at by others."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from entente.domain.actor import ACTOR
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.risk import RISK
from entente.domain.sprint import SPRINT
from entente.services import board, board_edits, mission, records
from entente.services.board import Card
from entente.store.gate import Gate
from entente.store.session import Session
from entente_ui.document import Document
from entente_ui.drag import pack_records
from entente_ui.kit import Menu, Popover
from entente_ui.kit.cards import CardEditor, Lane
from entente_ui.look.theme import Theme
from entente_ui.pane import Selection, paper
from entente_ui.registers.register import Register
from entente_ui.sprints.board.arrange import Rows
from entente_ui.sprints.board.card_list import CardList
from entente_ui.sprints.board.filter_bar import LIST, ROADMAP
from entente_ui.sprints.board.view import BoardView
from entente_ui.sprints.summary import summary
from tests.ui.sprints.conftest import Desk

_MOVE, _LEFT = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
_NONE, _ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
RIGHT_TO_LEFT = "\u0645\u0631\u062d\u0628"
HOSTILE = '<img src="//host/x.png">&<b>'
CARDS: tuple[dict[str, Any], ...] = (
    {"title": "Écrire au comité", "effort": 1.0, "labels": "recette", "phase": "connect"},
    {"title": "Relire les écarts", "effort": 2.5, "due_on": dt.date(2026, 6, 7)},
    {"title": HOSTILE, "confidentiality": "public", "phase": "act"},
    {"title": "Voir Anselme Ferrage", "status": "ready", "confidentiality": "public"},
    {"title": "Compter les dossiers", "status": "doing"},
    {"title": "Former l’équipe du soir", "status": "doing"},
    {"title": "Abandonnée", "status": "dropped"},
)


@dataclass
class Room:
    """The board, and what it told the shell."""

    view: BoardView
    toasts: list[str] = field(default_factory=list)
    chosen: list[Selection | None] = field(default_factory=list)
    shown: list[tuple[str, str]] = field(default_factory=list)

    @property
    def document(self) -> Document:
        return self.view.context.document

    def cards(self) -> Sequence[Card]:
        return self.document.read(board.board).cards

    def card(self, words: str) -> Card:
        return next(card for card in self.cards() if words in card.title)

    def lane(self, column: str, band: int = 0) -> Lane[Card]:
        lanes = self.view.area.all[band].lanes
        return next(lane for lane in lanes if lane.head.value == column)

    def column(self, column: str, band: int = 0) -> list[str]:
        return [card.ref for card in self.lane(column, band).view.cards.shown]

    def list_of(self, column: str, band: int = 0) -> CardList:
        view = self.lane(column, band).view
        assert isinstance(view, CardList)
        return view

    def choose(self, *words: str) -> CardList:
        keys = [self.card(each).id for each in words]
        assert self.view.area.reveal(keys)
        settle()
        place = self.view.area.place()
        assert place is not None
        view = place[1].view
        assert isinstance(view, CardList)
        return view

    def drop(self, data: QMimeData, column: str, before: str = "", band: int = 0) -> bool:
        """Drop something into a column, just above a card if one is named."""
        view = self.list_of(column, band)
        at = QPointF(view.viewport().width() / 2, view.viewport().height() - 2.0)
        if before:
            row = view.cards.row_of(self.card(before).id)
            at = QPointF(view.visualRect(view.cards.index(row)).topLeft()) + QPointF(20, 4)
        enter = QDragEnterEvent(at.toPoint(), _MOVE, data, _LEFT, _NONE)
        view.dragEnterEvent(enter)
        drop = QDropEvent(at, _MOVE, data, _LEFT, _NONE, QEvent.Type.Drop)
        view.dropEvent(drop)
        settle()
        return enter.isAccepted() and drop.isAccepted()

    def carry(self, words: Sequence[str], column: str, before: str = "", band: int = 0) -> bool:
        keys = [self.card(each).id for each in words]
        return self.drop(pack_records(BACKLOG_ITEM.name, keys), column, before, band)

    def told(self, qtbot: QtBot) -> set[str]:
        """Return the keys the shell was last told of, once that was done."""
        qtbot.waitUntil(lambda: not self.view.telling.is_due)
        last = self.chosen[-1]
        return set() if last is None else set(last.keys)

    def popover(self) -> Popover:
        found = self.view.window().findChildren(Popover)
        return next(popover for popover in found if popover.isVisible())


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def fill(session: Session) -> None:
    mission.change(session, {"name": "Rive"})
    values = {"name": "Anselme Ferrage", "role": "DSI", "confidentiality": "public"}
    records.create(session, ACTOR, values)
    dates = {"starts_on": dt.date(2026, 6, 1), "ends_on": dt.date(2026, 6, 19)}
    records.create(session, SPRINT, {"name": "Sprint 1", **dates})
    records.create(session, RISK, {"event": "Perte de dossiers"})
    for card in CARDS:
        records.create(session, BACKLOG_ITEM, {"added_on": dt.date(2026, 6, 8), **card})


@pytest.fixture
def room(look: Theme, qtbot: QtBot, gate: Gate, desk_of: Callable[[Gate], Desk]) -> Room:  # noqa: ARG001  # before any widget
    gate.run("Fill", fill)
    desk = desk_of(gate)
    view = BoardView(desk.context)
    qtbot.addWidget(view)
    made = Room(view, desk.toasts, shown=desk.shown)
    view.selected.connect(made.chosen.append)
    view.resize(1200, 760)
    view.show()
    qtbot.waitUntil(lambda: bool(view.area.all[0].lanes))
    settle()
    return made


def test_cards_are_dragged_between_others_and_back_by_undo(room: Room, qtbot: QtBot) -> None:
    assert room.column("idea") == ["B01", "B02", "B03"]
    assert room.carry(["comité"], "doing", before="Former")
    assert room.column("doing") == ["B05", "B01", "B06"]
    assert room.document.undo_label == "Move B01 to In progress"
    assert room.card("comité").since == dt.date(2026, 6, 10)
    # Several at once are one step and keep their order; what is selected is told.
    assert room.carry(["<img", "écarts"], "ready", before="Anselme")
    assert room.column("ready") == ["B02", "B03", "B04"]
    assert room.document.undo_label == "Move 2 cards to Ready"
    assert room.told(qtbot) == {room.card("<img").id, room.card("écarts").id}
    room.document.undo()
    room.document.undo()
    assert (room.column("idea"), room.column("doing")) == (["B01", "B02", "B03"], ["B05", "B06"])


def test_what_changes_nothing_is_no_step(room: Room) -> None:
    before = room.document.undo_label
    assert room.carry(["écarts"], "idea", before="écarts")
    assert room.carry(["écarts"], "idea", before="<img")
    assert room.carry(["<img"], "idea")
    assert room.document.undo_label == before
    # Cards dropped on one of themselves come to stand together there.
    assert room.carry(["comité", "<img"], "idea", before="<img")
    assert room.column("idea") == ["B02", "B01", "B03"]
    room.document.undo()
    assert room.carry(["<img"], "idea", before="comité")
    assert room.column("idea") == ["B03", "B01", "B02"]
    assert room.document.undo_label == "Order B03"


def test_lines_of_text_become_cards_and_files_do_not(room: Room) -> None:
    text = QMimeData()
    text.setText("Première ligne\n\n  Deuxième 👩‍👧 \n" + RIGHT_TO_LEFT)
    assert room.drop(text, "ready", before="Anselme")
    assert room.column("ready") == ["B08", "B09", "B10", "B04"]
    assert room.toasts == ["Added: 3 cards"]
    assert room.card(RIGHT_TO_LEFT).status == "ready"
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("/nowhere/x.csv")])
    strangers = pack_records(ACTOR.name, [room.card("comité").id])
    assert not room.drop(files, "ready")
    assert not room.drop(strangers, "ready")
    many = QMimeData()
    many.setText("x\n" * 201)
    room.drop(many, "ready")
    assert "201" in room.toasts[-1]
    assert len(room.column("ready")) == 4


def test_a_column_scrolls_while_something_is_held_at_its_edge(room: Room, qtbot: QtBot) -> None:
    text = QMimeData()
    text.setText("\n".join(f"Ligne {n}" for n in range(60)))
    room.drop(text, "idea")
    view = room.list_of("idea")
    view.verticalScrollBar().setValue(0)
    at = QPointF(40, view.viewport().height() - 3.0)
    data = pack_records(BACKLOG_ITEM.name, [room.card("Anselme").id])
    view.dragMoveEvent(QDragMoveEvent(at.toPoint(), _MOVE, data, _LEFT, _NONE))
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 100)
    view.aim(None)
    held = view.verticalScrollBar().value()
    qtbot.wait(60)
    assert view.verticalScrollBar().value() == held


def test_everything_is_done_by_keys(room: Room, qtbot: QtBot) -> None:
    press = partial(qtbot.keyClick)
    view = room.choose("comité", "écarts")
    press(view, Qt.Key.Key_Right, _ALT)
    assert room.column("ready") == ["B01", "B02", "B04"]
    assert room.document.undo_label == "Move 2 cards to Ready"
    view = room.choose("Anselme")
    press(view, Qt.Key.Key_Up, _ALT)
    assert room.column("ready") == ["B01", "B04", "B02"]
    press(view, Qt.Key.Key_Home, _ALT)
    assert room.column("ready") == ["B04", "B01", "B02"]
    press(view, Qt.Key.Key_Down, _ALT)
    press(view, Qt.Key.Key_End, _ALT)
    press(view, Qt.Key.Key_End, _ALT)
    assert room.column("ready") == ["B01", "B02", "B04"]
    press(view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert room.column("idea") == ["B03", "B08"]
    press(room.choose("écarts"), Qt.Key.Key_A)
    assert room.toasts[-1] == "Archived: B02"
    assert room.column("ready") == ["B01", "B04"]
    press(room.choose("comité"), Qt.Key.Key_Delete)
    assert (room.column("ready"), room.toasts[-1]) == (["B04"], "Deleted: B01")
    press(room.list_of("ready"), Qt.Key.Key_Slash)
    assert room.view.bar.words.hasFocus() or not QApplication.activeWindow()


def test_a_card_is_written_in_one_line_and_renamed_where_it_stands(
    room: Room, qtbot: QtBot
) -> None:
    qtbot.keyClick(room.choose("Compter"), Qt.Key.Key_N)
    line = room.view.area.all[0].lines[2]
    line.line.setText("Relancer !1/2j @Ferrage #recette ^S1 @Zoé")
    said = line.preview.text()
    assert said == "1 half-day · Anselme Ferrage · #recette · Sprint 1 · not known here: “@Zoé”"
    line.add()
    settle()
    assert line.line.text() == ""
    made = room.card("Relancer")
    assert (made.status, made.effort, made.labels) == ("doing", 1.0, ("recette",))
    assert room.column("doing") == ["B05", "B06", "B08"]
    line.line.setText("x" * 100_000)
    line.add()
    assert "1,000" in room.toasts[-1]
    assert line.line.text()

    view = room.choose("Relancer")
    qtbot.keyClick(view, Qt.Key.Key_F2)
    editor = next(e for e in view.findChildren(CardEditor) if e.isVisible())
    editor.setPlainText(f"Relancer {HOSTILE}")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    settle()
    assert room.card(f"Relancer {HOSTILE}").ref == "B08"


def test_going_back_is_asked_about_and_nobody_has_to_answer(room: Room, qtbot: QtBot) -> None:
    qtbot.keyClick(room.choose("Compter"), Qt.Key.Key_Left, _ALT)
    asked = room.popover()
    (answer,) = asked.findChildren(QLineEdit)
    answer.setText("Le volume manque")
    qtbot.keyClick(answer, Qt.Key.Key_Return)
    key = room.card("Compter").id
    ratings = room.document.read(lambda s: records.ratings(s, BACKLOG_ITEM, key))
    assert [(r.values["status"], r.fact) for r in ratings][-1] == ("ready", "Le volume manque")
    label = room.document.undo_label
    assert label == "Say why B05 went there"
    qtbot.keyClick(room.choose("Former"), Qt.Key.Key_Left, _ALT)
    room.popover().skip()
    assert room.document.undo_label == "Move B06 to Ready"


def test_too_much_in_progress_is_said_and_not_refused(room: Room, qtbot: QtBot) -> None:
    room.view.commands.ask_limit()
    (line,) = room.popover().findChildren(QLineEdit)
    line.setText("1")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert room.document.undo_label == "Limit the cards in progress"
    head = room.lane("doing").head
    assert (head.count, head.is_too_much) == ("2 / 1", True)
    assert head.summary.startswith("1 too many")
    assert room.lane("idea").head.summary == "3.5 half-days"
    assert room.carry(["comité"], "doing")
    assert room.lane("doing").head.count == "3 / 1"


def test_lanes_across_give_cards_what_they_stand_for(room: Room, qtbot: QtBot) -> None:
    room.view.bar.rows.setCurrentIndex(room.view.bar.rows.findData(Rows.PHASE.value))
    room.view.bar.arranged.emit()
    # The first is there at once, the others a lane at a time.
    assert [columns.band for columns in room.view.area.all] == ["connect"]
    qtbot.waitUntil(lambda: len(room.view.area.all) == 3)
    settle()
    # To connect, to act, none; nothing is there to commit, so that lane is folded.
    assert [columns.band for columns in room.view.area.all] == ["connect", "act", ""]
    assert room.carry(["écarts"], "ready", band=0)
    moved = room.card("écarts")
    assert (moved.status, moved.phase) == ("ready", "connect")
    assert room.column("ready", 0) == ["B02"]
    room.choose("comité")
    room.view.commands.run("below")
    assert [card.ref for card in room.view.area.selected] == ["B03"]
    room.view.commands.run("above")
    assert [card.ref for card in room.view.area.selected] == ["B01"]
    assert room.view.state()["bar"]["rows"] == "phase"

    room.view.bar.rows.setCurrentIndex(room.view.bar.rows.findData(Rows.SPRINT.value))
    room.view.bar.arranged.emit()
    settle()
    # A sprint without cards is folded; one takes cards into it all the same.
    assert [columns.band for columns in room.view.area.all] == [""]
    (sprint,) = room.view.board.sprints
    room.view.area.land(sprint.id, "ready", [room.card("écarts").id], "")
    settle()
    assert room.card("écarts").sprints == (sprint.id,)
    assert room.column("ready", 0) == ["B02"]
    line = room.view.area.all[0].lines[2]
    line.line.setText("Relancer")
    line.add()
    settle()
    assert (room.card("Relancer").sprints, room.card("Relancer").status) == ((sprint.id,), "doing")
    assert room.carry(["Relancer"], "doing", band=1)
    assert room.card("Relancer").sprints == ()
    assert room.document.undo_label == "Move B08 to In progress"


def test_the_filter_dims_and_moves_nothing(room: Room) -> None:
    room.view.bar.words.setText("ecart")
    room.view.bar.changed.emit()
    cards = room.lane("idea").view.cards
    assert cards.wanted == frozenset({room.card("écarts").id})
    assert room.column("idea") == ["B01", "B02", "B03"]
    assert room.view.status == "1 of 7 cards"
    room.view.bar.clear()
    assert room.lane("idea").view.cards.wanted is None
    label = room.view.bar.label
    label.setCurrentIndex(label.findData("recette"))
    label.activated.emit(label.currentIndex())
    assert room.lane("idea").view.cards.wanted == frozenset({room.card("comité").id})


def test_what_is_past_is_out_of_sight_until_it_is_asked_for(room: Room) -> None:
    assert [lane.head.value for lane in room.view.area.all[0].lanes] == [
        *("idea", "ready", "doing", "done")
    ]
    assert room.view.reveal(BACKLOG_ITEM.name, room.card("Abandonnée").id)
    assert room.column("dropped") == ["B07"]
    assert room.carry(["comité"], "archived")
    assert room.card("comité").archived_on == dt.date(2026, 6, 10)
    assert room.carry(["comité"], "ready")
    back = room.card("comité")
    assert (back.archived_on, back.status) == (None, "ready")


def test_the_roadmap_and_the_list_show_the_same_cards(room: Room, qtbot: QtBot) -> None:
    room.view.bar.mode.set_current(ROADMAP)
    room.view.bar.mode_chosen.emit()
    settle()
    assert room.column("") == ["B01", "B02", "B03", "B04", "B05", "B06"]
    assert room.carry(["Anselme", "comité"], "now")
    assert room.column("now") == ["B01", "B04"]
    moved = room.card("Anselme")
    assert (moved.horizon, moved.status) == ("now", "ready")
    room.view.bar.mode.set_current(LIST)
    room.view.bar.mode_chosen.emit()
    assert isinstance(room.view.rows, Register)
    assert room.view.rows.model.total == len(CARDS)
    assert room.view.reveal(BACKLOG_ITEM.name, moved.id)
    assert room.told(qtbot) == {moved.id}


def test_the_menu_gives_values_to_all_cards_selected(room: Room, qtbot: QtBot) -> None:
    room.choose("comité", "écarts")
    menu = room.view.commands.make_menu()
    (sprint,) = (each for each in menu.findChildren(Menu) if each.title() == "Sprint")
    sprint.actions()[0].trigger()
    assert [len(room.card(words).sprints) for words in ("comité", "écarts")] == [1, 1]
    room.view.commands.ask("labels")
    popover = room.popover()
    (line,) = popover.findChildren(QLineEdit)
    line.setText("urgent")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert room.card("comité").labels == ("recette", "urgent")
    assert room.card("écarts").labels == ("urgent",)
    assert room.document.undo_label == "Label 2 cards"
    room.view.commands.ask("owner_id")
    popover = room.popover()
    (line,) = popover.findChildren(QLineEdit)
    line.setText("ferr")
    popover.accept()
    owners = {room.card(words).owner for words in ("comité", "écarts")}
    assert [room.view.board.name("owner_id", owner) for owner in owners] == ["Anselme Ferrage"]
    room.document.undo()
    # Leaving a question alone keeps a value each.
    room.view.commands.ask("effort")
    room.popover().accept()
    assert room.document.undo_label == "Label 2 cards"


def test_others_see_public_cards_alone_and_can_change_nothing(room: Room, qtbot: QtBot) -> None:
    room.view.bar.words.setText("comité")
    room.document.present(True)
    settle()
    assert (room.column("idea"), room.column("ready"), room.column("doing")) == (
        *(["B03"], ["B04"], []),
    )
    assert room.view.bar.words.text() == ""
    shown = room.lane("ready").view.cards.shown[0]
    assert "Ferrage" not in shown.title
    assert not room.carry(["<img"], "done")
    view = room.list_of("idea")
    view.select([room.card("<img").id])
    view.chosen.emit()
    before = room.document.undo_label
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_A, Qt.Key.Key_F2, Qt.Key.Key_N):
        qtbot.keyClick(view, key)
    qtbot.keyClick(view, Qt.Key.Key_Right, _ALT)
    QGuiApplication.clipboard().setText("x")
    qtbot.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert room.document.undo_label == before
    assert not any(line.isVisible() for line in room.view.area.all[0].lines)
    assert "pipe" not in view.accessibleName()


def test_every_card_is_read_aloud_in_full(room: Room, qtmodeltester: ModelTester) -> None:
    cards = room.lane("idea").view.cards
    aloud = cards.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert aloud.replace("\u00a0", " ") == (
        "B02, Idea, 2.5 half-days, due: 7 June 2026, 3 days late, here for 2 days, mediator only. "
        "Relire les écarts"
    )
    qtmodeltester.check(cards)


def test_a_board_comes_back_as_it_was_left(room: Room, qtbot: QtBot) -> None:
    room.view.bar.mode.set_current(ROADMAP)
    room.view.bar.rows.setCurrentIndex(room.view.bar.rows.findData(Rows.PHASE.value))
    room.view.bar.mode_chosen.emit()
    room.choose("comité")
    room.view.area.unfolded["act"] = False
    state = room.view.state()
    assert "comité" not in str(state)
    again = BoardView(room.view.context)
    qtbot.addWidget(again)
    again.restore(state)
    again.show()
    qtbot.waitUntil(lambda: bool(again.area.selected) and len(again.area.all) == 2)
    assert (again.bar.mode.current, again.bar.row_kind) == (ROADMAP, Rows.PHASE)
    assert [columns.band for columns in again.area.all] == ["connect", ""]
    assert [card.ref for card in again.area.selected] == ["B01"]
    again.restore({"bar": {"mode": 3, "rows": "x", "chosen": [1]}, "lanes": 5, "card": None})
    assert again.bar.mode.current == ROADMAP


def test_the_pane_says_what_there_is_to_do(room: Room) -> None:
    said = summary(room.document).replace("\u00a0", " ")
    assert said == "6 cards to be done · in progress: 2 · 1 late · Sprint 1 goes on until 19 Jun"
    room.document.present(True)
    assert summary(room.document) == "2 cards to be done · in progress: 0"


def test_an_empty_backlog_invites_to_write(look: Theme, qtbot: QtBot, room: Room) -> None:
    del look
    keys = [card.id for card in room.cards()]
    room.document.run("Clear", lambda s: board_edits.remove(s, keys))
    settle()
    invitation = room.view.pages.empty
    assert invitation.isVisible()
    assert invitation.button is not None
    qtbot.mouseClick(invitation.button, Qt.MouseButton.LeftButton)
    assert room.view.area.isVisible()


def test_board_roadmap_cards_and_one_card_are_printed(room: Room) -> None:
    room.view.print_out()
    room.view.print_cards()
    key = room.card("comité").id
    room.view.reveal(BACKLOG_ITEM.name, key)
    room.view.commands.run("sheet")
    room.view.bar.mode.set_current(ROADMAP)
    room.view.print_out()
    papers = [("board", ""), ("cards", ""), ("action-sheet", key), ("roadmap", "")]
    assert room.shown == [(paper(kind), about) for kind, about in papers]
