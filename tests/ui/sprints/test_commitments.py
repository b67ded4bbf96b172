"""The wall of commitments: noted as they are said, hung by keys and mouse, shown to a room."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from entente.domain.follow_up import COMMITMENT
from entente.services import commitment_wall, records
from entente.services.commitment_wall import Place, Promise
from entente.store.gate import Gate
from entente_ui.document import Document
from entente_ui.kit import DateField, Popover
from entente_ui.kit.cards import CardView, Lane
from entente_ui.pane import Selection, paper
from entente_ui.registers.register import Register
from entente_ui.sprints.commitments.view import CommitmentsView
from entente_ui.sprints.views import LIST
from tests.conftest import FixedClock, confluent_gate
from tests.ui.sprints.conftest import Desk

ALT = Qt.KeyboardModifier.AltModifier


@dataclass
class Room:
    """The wall, and what it told the shell."""

    view: CommitmentsView
    toasts: list[str] = field(default_factory=list)
    shown: list[tuple[str, str]] = field(default_factory=list)

    @property
    def document(self) -> Document:
        return self.view.context.document

    def promise(self, ref: str) -> Promise:
        promises = self.document.read(commitment_wall.wall).promises
        return next(each for each in promises if each.ref == ref)

    def lane(self, place: str) -> Lane[Promise]:
        return next(lane for lane in self.view.wall.lanes.lanes if lane.head.value == place)

    def cards(self, place: str) -> CardView[Promise]:
        return self.lane(place).view

    def refs(self, place: str) -> set[str]:
        return {card.ref for card in self.cards(place).cards.shown}

    def popover(self) -> Popover:
        return next(each for each in self.view.findChildren(Popover) if each.isVisible())

    def answer(self, words: str) -> None:
        popover = self.popover()
        line = popover.findChild(QLineEdit)
        assert line is not None
        line.setText(words)
        popover.accept()


@pytest.fixture
def room(qtbot: QtBot, clock: FixedClock, desk_of: Callable[[Gate], Desk]) -> Room:
    desk = desk_of(confluent_gate(clock))
    view = CommitmentsView(desk.context)
    qtbot.addWidget(view)
    view.resize(1300, 800)
    view.show()
    return Room(view, desk.toasts, desk.shown)


def test_each_hangs_where_it_has_come_to_and_the_rate_is_said(room: Room) -> None:
    # E4 is under way, E7 was not kept; E3 was kept after its date was moved.
    assert room.refs(Place.OPEN) | room.refs(Place.RENEGOTIATED) == {"E4"}
    assert room.refs(Place.BROKEN) == {"E7"}
    assert len(room.refs(Place.KEPT)) == 8
    assert "8 of 9 commitments kept" in room.view.figures.text()
    assert "1 renegotiated" in room.view.figures.text()


def test_the_second_who_is_named_is_whom_it_is_said_to(room: Room, qtbot: QtBot) -> None:
    room.view.add_record()
    line = room.view.capture.line
    line.setText("@Tancrède je montre à @Rosalie comment relire")
    assert room.view.capture.preview.text() == "Tancrède Boulonnier · to Rosalie Pâquerin"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    found = room.promise("E11")
    assert found.statement == "je montre à Rosalie comment relire"
    assert room.view.wall.faces.face(found).foot == "to Rosalie Pâquerin"
    assert "to Rosalie Pâquerin" in room.view.wall.faces.aloud(found)


def test_a_day_of_another_year_is_told_with_its_year(room: Room) -> None:
    key = room.promise("E4").id
    far = {"due_on": dt.date(2027, 1, 4)}
    room.document.run("Later", lambda s: records.change(s, COMMITMENT, key, far))
    face = room.view.wall.faces.face(room.promise("E4"))
    assert face.aside == "due 4\xa0Jan\xa02027"
    # The day first agreed on is of this year.
    assert face.foot.startswith("first ")
    assert "2026" not in face.foot


def test_a_commitment_is_noted_while_it_is_said(room: Room, qtbot: QtBot) -> None:
    room.view.add_record()
    line = room.view.capture.line
    # QTest types no accents.
    line.setText("@Tancrède je reviens en tournée >2026-06-30")
    assert "Tancrède" in room.view.capture.preview.text()
    assert "30\xa0June\xa02026" in room.view.capture.preview.text()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == ""
    found = room.promise("E11")
    assert (found.statement, found.in_public, found.level) == (
        "je reviens en tournée",
        True,
        "mediator",
    )
    assert "E11" in room.refs(Place.OPEN)


def test_keeping_one_by_key_asks_what_shows_it_and_is_undone(room: Room, qtbot: QtBot) -> None:
    key = room.promise("E4").id
    place = room.promise("E4").place
    assert room.view.reveal(COMMITMENT.name, key)
    qtbot.keyClick(room.cards(place), Qt.Key.Key_K)
    assert room.promise("E4").place == Place.KEPT
    room.answer("Neuf réponses sur neuf")
    assert room.promise("E4").evidence.endswith("Neuf réponses sur neuf")
    assert "9 of 10 commitments kept" in room.view.figures.text()
    room.document.undo()
    room.document.undo()
    assert room.promise("E4").place == place


def test_dropping_one_where_dates_were_moved_asks_for_the_date_first(room: Room) -> None:
    key = room.promise("E7").id
    room.view.wall.lanes.dropped.emit(Place.RENEGOTIATED.value, [key], "")
    assert room.promise("E7").place == Place.BROKEN
    popover = room.popover()
    day = popover.findChild(DateField)
    assert day is not None
    day.set_value(room.document.read(lambda s: s.today).replace(day=30))
    popover.accept()
    assert room.promise("E7").place == Place.RENEGOTIATED
    assert room.promise("E7").first_due is not None


def test_alt_and_an_arrow_carry_one_to_the_next_lane_that_asks_why(
    room: Room, qtbot: QtBot
) -> None:
    key = room.document.read(lambda s: records.find(s, COMMITMENT, "E1"))
    room.view.reveal(COMMITMENT.name, key)
    qtbot.keyClick(room.cards(Place.KEPT), Qt.Key.Key_Right, ALT)
    assert room.promise("E1").place == Place.BROKEN
    room.answer("Il n’est pas venu")
    ratings = room.document.read(lambda s: records.ratings(s, COMMITMENT, key))
    assert ratings[-1].fact == "Il n’est pas venu"


def test_words_dim_the_others_and_the_overdue_are_picked_out(room: Room, qtbot: QtBot) -> None:
    room.view.focus_filter()
    qtbot.keyClicks(room.view.words, "glossaire")
    qtbot.keyClick(room.view.words, Qt.Key.Key_Return)
    wanted = room.cards(Place.KEPT).cards.wanted
    assert wanted == frozenset({room.promise("E2").id})


def test_before_a_room_only_what_is_public_hangs_and_nothing_is_changed(
    room: Room, qtbot: QtBot
) -> None:
    key = room.promise("E2").id
    room.document.run(
        "Hide", lambda s: records.change(s, COMMITMENT, key, {"confidentiality": "mediator"})
    )
    room.document.present(True)
    QApplication.processEvents()
    assert "E2" not in room.refs(Place.KEPT)
    assert not room.view.capture.isVisible()
    before = room.document.undo_label
    if room.cards(Place.KEPT).cards.shown:
        qtbot.keyClick(room.cards(Place.KEPT), Qt.Key.Key_B)
    assert room.document.undo_label == before


def test_the_list_is_the_same_register_as_elsewhere_and_is_come_back_to(
    room: Room, qtbot: QtBot
) -> None:
    room.view.mode.set_current(LIST)
    room.view.reveal(COMMITMENT.name, room.promise("E5").id)
    assert isinstance(room.view.register, Register)
    assert room.view.register.selection == Selection(COMMITMENT, (room.promise("E5").id,))
    again = CommitmentsView(room.view.context)
    qtbot.addWidget(again)
    again.restore(room.view.state())
    assert again.mode.current == LIST


def test_printing_prepares_the_wall(room: Room) -> None:
    room.view.print_out()
    assert room.shown == [(paper("wall"), "")]
