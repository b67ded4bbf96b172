"""Lanes of cards and rows known by their keys, whatever they stand for."""

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QDragEnterEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from typing_extensions import override

from entente_ui.drag import pack_records
from entente_ui.kit.cards import CardView, CardWords, Face, Faces, LaneHead, Lanes, Looks
from entente_ui.kit.row_list import RowDelegate, RowList
from entente_ui.kit.rows import KeyedList

pytestmark = pytest.mark.usefixtures("look")
MANY = 2_000


@dataclass(frozen=True, slots=True)
class Task:
    id: str
    text: str


class TaskFaces(Faces[Task]):
    @override
    def text(self, card: Task) -> str:
        return card.text

    @override
    def aloud(self, card: Task) -> str:
        return f"Task {card.text}"

    @override
    def face(self, card: Task) -> Face:
        return Face(edge=QColor("teal"), kind="Task")

    @override
    def writing(self) -> str:
        return "Text of the task"


TASKS = [Task(f"t{n}", f"Task number {n}: " + "some words " * (n % 30)) for n in range(MANY)]
HEADS = [LaneHead("todo", "To do"), LaneHead("done", "Done", count="0 / 4")]


@pytest.fixture
def lanes(qtbot: QtBot) -> Lanes[Task]:
    made = Lanes(lambda: CardView("task", TaskFaces()), "Board")
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.show_lanes(HEADS, {"todo": TASKS, "done": ()}, Looks())
    settle()
    return made


def settle() -> None:
    for _ in range(12):
        QApplication.processEvents()


def is_taken(view: CardView[Task], kind: str, height: int = 200) -> bool:
    data, at = pack_records(kind, ["t1"]), QPoint(20, height)
    left, held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(at, Qt.DropAction.MoveAction, data, left, held)
    view.dragEnterEvent(event)
    return event.isAccepted()


def test_a_lane_keeps_qt_s_contract(qtmodeltester: ModelTester, lanes: Lanes[Task]) -> None:
    lanes.show_lanes(HEADS, {"todo": TASKS[:9], "done": ()}, Looks())
    qtmodeltester.check(lanes.lanes[0].view.cards)


def test_a_head_tells_how_many_there_are_or_what_it_is_given(lanes: Lanes[Task]) -> None:
    words = [[label.text() for label in lane.findChildren(QLabel)] for lane in lanes.lanes]
    assert "2,000" in words[0]
    assert "0 / 4" in words[1]


def test_only_cards_of_its_kind_are_taken(lanes: Lanes[Task]) -> None:
    view = lanes.lanes[1].view
    assert is_taken(view, "task")
    assert not is_taken(view, "note")
    view.cards.is_editable = False
    assert not is_taken(view, "task")


def test_a_lane_scrolls_while_a_card_rests_near_its_edge(qtbot: QtBot, lanes: Lanes[Task]) -> None:
    view = lanes.lanes[0].view
    bar = view.verticalScrollBar()
    assert is_taken(view, "task", view.viewport().height() - 2)
    begun = bar.value()
    qtbot.waitUntil(lambda: bar.value() > begun > 0)
    assert is_taken(view, "task")
    rested = bar.value()
    qtbot.wait(100)
    assert bar.value() == rested


def test_alt_and_an_arrow_ask_for_the_lane_beside(qtbot: QtBot, lanes: Lanes[Task]) -> None:
    assert lanes.reveal("t1500")
    with qtbot.waitSignal(lanes.carried) as carried:
        qtbot.keyClick(lanes.lanes[0].view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert carried.args == ["done"]


def test_looking_for_something_moves_no_card(lanes: Lanes[Task]) -> None:
    view = lanes.lanes[0].view
    assert lanes.reveal("t900")
    place, plain = view.verticalScrollBar().value(), view.viewport().grab().toImage()
    lanes.show_lanes(HEADS, {"todo": TASKS, "done": ()}, Looks(wanted=frozenset({"t3"})))
    settle()
    assert view.verticalScrollBar().value() == place > 0
    assert view.viewport().grab().toImage() != plain
    assert lanes.selected == [TASKS[900]]


def test_words_are_those_of_the_card_as_it_is_now(lanes: Lanes[Task]) -> None:
    known = CardWords[Task](lanes, lambda task: task.text)
    card = Task("t", "Été")
    assert known.hold(card, ["ete"])
    assert not known.hold(replace(card, text="Hiver"), ["ete"])


class Titles(KeyedList[Task]):
    @override
    def key_of(self, row: Task) -> str:
        return row.id

    @override
    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        return self.row_at(index).text if role == Qt.ItemDataRole.DisplayRole else None


def test_rows_that_only_changed_stay_chosen(qtbot: QtBot) -> None:
    titles = Titles()
    listed = RowList(titles, RowDelegate(), "Tasks")
    qtbot.addWidget(listed)
    titles.show_rows(TASKS[:3])
    listed.choose("t1")
    told: list[str] = []
    listed.chosen.connect(told.append)
    titles.show_rows([replace(task, text="other") for task in TASKS[:3]])
    assert (listed.key, told) == ("t1", [])
    titles.show_rows(TASKS[:1])
    assert listed.key == ""
