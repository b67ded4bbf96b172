"""The review of a sprint: noted as it is said, voted on, carried on, drafted, shown to a room."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from entente.domain.confidentiality import Level
from entente.domain.review import REVIEW_NOTE, TENSION
from entente.domain.sprint import SPRINT
from entente.services import records, sprints
from entente.services.reviews import Column, Said, What
from entente.store.gate import Gate
from entente_ui.document import Document
from entente_ui.kit import Menu
from entente_ui.pane import Selection, paper
from entente_ui.sprints.review.faces import SaidList
from entente_ui.sprints.review.view import ReviewView
from entente_ui.sprints.views import CYCLE
from tests.conftest import FixedClock, confluent_gate
from tests.ui.sprints.conftest import Desk

_Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@dataclass
class Room:
    """The review, and what it told the shell."""

    view: ReviewView
    qtbot: QtBot
    toasts: list[str] = field(default_factory=list)
    shown: list[tuple[str, str]] = field(default_factory=list)

    @property
    def document(self) -> Document:
        return self.view.context.document

    def cards(self, column: str) -> SaidList:
        lane = next(lane for lane in self.view.lanes.lanes if lane.head.value == column)
        assert isinstance(lane.view, SaidList)
        return lane.view

    def texts(self, column: str) -> list[str]:
        return [card.text for card in self.cards(column).cards.shown]

    def card(self, column: str, words: str) -> Said:
        return next(card for card in self.cards(column).cards.shown if words in card.text)

    def say(self, column: str, words: str) -> None:
        line = self.view.lanes.lines[column].line
        line.setText(words)  # QTest types no accents
        self.qtbot.keyClick(line, _Key.Key_Return)

    def press(self, column: str, *keys: Qt.Key) -> None:
        for key in keys:
            self.qtbot.keyClick(self.cards(column), key)

    def look_back_on(self, ref: str) -> None:
        self.view.turn_to(self.document.read(lambda s: records.find(s, SPRINT, ref)))


@pytest.fixture
def room(qtbot: QtBot, clock: FixedClock, desk_of: Callable[[Gate], Desk]) -> Room:
    desk = desk_of(confluent_gate(clock))
    view = ReviewView(desk.context)
    qtbot.addWidget(view)
    view.resize(1300, 800)
    view.show()
    return Room(view, qtbot, desk.toasts, desk.shown)


def test_the_second_sprint_is_told_as_it_was_reviewed(room: Room) -> None:
    assert room.view.head.sprints.currentText().startswith("S3")
    room.look_back_on("S2")
    assert room.view.head.sprints.currentText().startswith("S2")
    # Six cards of sixteen half-days, and three words of what was delivered.
    assert len(room.texts(Column.SHIPPED)) == 9
    assert room.texts(Column.LIKE) == ["la tournée vue par la DSI", "on parle enfin des mots"]
    assert [card.gap for card in room.cards(Column.TENSION).cards.shown] == [4, 4, 3]
    spoken = room.view.lanes.lanes[0].view.accessibleName()
    assert spoken == "Shipped, 16 of 22 half-days"
    aloud = room.cards(Column.TENSION).cards.faces.aloud
    first = room.card(Column.TENSION, "environnement")
    assert aloud(first).startswith("TN1, Anselme Ferrage, settled, gap 4 of 5")


def test_what_is_said_is_noted_line_after_line_for_those_who_may_read_it(room: Room) -> None:
    assert "Nobody but you" in room.view.head.readers.text()
    room.say(Column.LIKE, "On essaie d’abord @Rosalie #essais !2")
    said = room.card(Column.LIKE, "On essaie d’abord")
    # What no note can have stays among its words.
    assert (said.text, said.who, said.beneath) == (
        "On essaie d’abord !2",
        "Rosalie Pâquerin",
        "essais",
    )
    assert said.level == Level.MEDIATOR
    assert room.view.lanes.lines[Column.LIKE].line.text() == ""
    level = room.view.head.level
    level.setCurrentIndex(level.findData(Level.PUBLIC.value))
    assert "Everybody" in room.view.head.readers.text()
    room.say(Column.TENSION, "La salle #B est trop petite")
    tension = room.card(Column.TENSION, "salle")
    assert (tension.text, tension.level) == ("La salle #B est trop petite", Level.PUBLIC)
    room.say(Column.NEXT, "Trouver une salle !1")
    assert room.card(Column.NEXT, "Trouver une salle").effort == 1


def test_what_the_sandbox_showed_is_brought_by_a_click(room: Room) -> None:
    link = room.view.lanes.lines[Column.DISLIKE].sandbox
    assert link.text() == "2 from the sandbox"
    link.click()
    assert not link.isVisible()
    assert len(room.texts(Column.DISLIKE)) == 3
    assert room.document.undo_label == "From the sandbox: Dislike"


def test_votes_are_given_by_keys_and_by_clicks_and_move_nothing_meanwhile(room: Room) -> None:
    room.look_back_on("S2")
    second = room.card(Column.LIKE, "on parle enfin")
    room.view.lanes.reveal(second.id)
    room.press(Column.LIKE, _Key.Key_Plus, _Key.Key_Plus, _Key.Key_Minus)
    assert room.card(Column.LIKE, "on parle enfin").votes == 6
    cards = room.cards(Column.LIKE)
    for modifier, votes in ((None, 7), (None, 8), (SHIFT, 7), (None, 8)):
        at = cards.votes_rect(room.card(Column.LIKE, "on parle enfin")).center()
        held = modifier or Qt.KeyboardModifier.NoModifier
        room.qtbot.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, held, at)
        assert room.card(Column.LIKE, "on parle enfin").votes == votes
    assert room.texts(Column.LIKE)[0] == "la tournée vue par la DSI"
    room.view.hide()
    room.view.show()
    assert room.texts(Column.LIKE)[0] == "on parle enfin des mots"


def test_the_gap_of_a_tension_is_clicked_where_it_is_drawn(room: Room) -> None:
    room.look_back_on("S2")
    cards = room.cards(Column.TENSION)
    rect = cards.gap_rect(room.card(Column.TENSION, "réponses"))
    dot = cards.cards.shape.small.metrics.horizontalAdvance("●")
    for gap in (1, 5, 2):
        at = QPoint(rect.left() + dot * gap - dot // 2, rect.center().y())
        room.qtbot.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert room.card(Column.TENSION, "réponses").gap == gap
        # A number beside the dots takes room: they stand where they stood.
        rect = cards.gap_rect(room.card(Column.TENSION, "réponses"))
    assert room.document.undo_label == "Gap 2: TN2"


def test_alt_and_arrows_carry_a_word_on_until_it_is_work(room: Room) -> None:
    word = room.card(Column.LIKE, "on essaie")
    room.view.lanes.reveal(word.id)
    room.qtbot.keyClick(room.cards(Column.LIKE), _Key.Key_Right, ALT)
    assert room.texts(Column.DISLIKE)[-1] == word.text
    room.qtbot.keyClick(room.cards(Column.DISLIKE), _Key.Key_Right, ALT)
    # The word stays where it was said.
    assert room.texts(Column.DISLIKE)[-1] == word.text
    assert room.texts(Column.TENSION) == [word.text]
    room.qtbot.keyClick(room.cards(Column.TENSION), _Key.Key_Right, ALT)
    assert word.text in room.texts(Column.NEXT)
    (tension,) = room.cards(Column.TENSION).cards.shown
    assert tension.mark == "acted"
    room.view.lanes.dropped.emit(Column.LIKE.value, [tension.id], "")
    assert "A tension stays one" in room.toasts[-1]
    for _step in range(3):
        room.document.undo()
    assert room.texts(Column.LIKE) == [word.text]


def test_a_tension_becomes_a_difficulty_that_is_shown(room: Room) -> None:
    room.look_back_on("S2")
    room.view.lanes.reveal(room.card(Column.TENSION, "réponses").id)
    room.press(Column.TENSION, _Key.Key_D)
    tension = room.card(Column.TENSION, "réponses")
    row = room.document.read(lambda s: records.get(s, TENSION, tension.key))
    assert room.shown == [("difficulty", row["difficulty_id"])]
    room.press(Column.TENSION, _Key.Key_D)
    assert room.toasts == ["It is a difficulty already."]
    assert len(room.shown) == 1


@pytest.mark.parametrize("way", ["enter", "T", "double click", "drop"])
def test_advice_is_taken_in_whichever_way(room: Room, way: str) -> None:
    shown = room.cards(Column.NEXT).cards.shown
    advice = next(card for card in shown if card.what is What.ADVICE)
    assert advice.beneath in room.cards(Column.NEXT).cards.faces.text(advice)
    room.view.lanes.reveal(advice.id)
    match way:
        case "enter":
            room.press(Column.NEXT, _Key.Key_Return)
        case "T":
            room.press(Column.NEXT, _Key.Key_T)
        case "double click":
            room.cards(Column.NEXT).doubleClicked.emit(room.cards(Column.NEXT).currentIndex())
        case _:
            room.view.lanes.dropped.emit(Column.NEXT.value, [advice.id], "")
    assert room.card(Column.NEXT, advice.text).what is What.ITEM
    assert room.view.lanes.selected == [room.card(Column.NEXT, advice.text)]


def test_the_next_sprint_is_drafted_and_shown_in_one_step(room: Room) -> None:
    room.say(Column.NEXT, "Relire la charte !1")
    wanted = {c.key for c in room.cards(Column.NEXT).cards.shown if c.what is What.ITEM}
    room.view.head.draft.click()
    made = room.document.read(sprints.overview)[-1]
    assert room.shown == [(SPRINT.name, made.id)]
    assert {card.item_id for card in made.cards} == wanted
    room.document.undo()
    assert len(room.document.read(sprints.overview)) == 3


def test_what_is_celebrated_is_written_over_where_it_stands(room: Room) -> None:
    line = room.view.lanes.celebration
    assert line.typed().startswith("Douze personnes")
    line.setFocus()
    line.setPlainText("La première journée sans papier")
    room.qtbot.keyClick(line, _Key.Key_Return)
    sprint = room.view.found.sprint
    assert sprint is not None
    assert sprint.record["celebration"] == "La première journée sans papier"
    line.setPlainText("Non")
    room.qtbot.keyClick(line, _Key.Key_Escape)
    assert line.typed() == "La première journée sans papier"


def test_cards_are_reworded_and_deleted_and_others_dimmed(room: Room) -> None:
    word = room.card(Column.DISLIKE, "ponts")
    room.view.lanes.edited.emit(word.id, "les jours fériés de mai")
    assert room.texts(Column.DISLIKE) == ["les jours fériés de mai"]
    room.view.head.words.setText("FERIES")
    room.qtbot.keyClick(room.view.head.words, _Key.Key_Return)
    assert room.cards(Column.LIKE).cards.wanted == frozenset({word.id})
    assert room.view.status.startswith("1 of ")
    room.view.lanes.reveal(word.id)
    room.press(Column.DISLIKE, _Key.Key_Delete)
    assert room.texts(Column.DISLIKE) == []
    assert room.toasts == ["Deleted: “les jours fériés de mai”"]
    work = room.cards(Column.SHIPPED).cards.shown[0]
    room.view.lanes.reveal(work.id)
    room.press(Column.SHIPPED, _Key.Key_Delete)
    assert room.cards(Column.SHIPPED).cards.shown[0] == work


def test_the_menu_offers_what_each_sort_of_card_can_become(room: Room) -> None:
    room.look_back_on("S2")

    def offered(said: Said) -> list[str]:
        room.view.lanes.reveal(said.id)
        menu = room.view.commands.menu()
        return [str(action.text()).split("\t")[0] for action in entries(menu)]

    assert "Make it a tension" in offered(room.card(Column.DISLIKE, "décisions"))
    # One that is an action already becomes no second one.
    assert "Make it an action" not in offered(room.card(Column.TENSION, "Grangette"))
    assert "Make it a difficulty" in offered(room.card(Column.TENSION, "Grangette"))
    level = room.card(Column.TENSION, "Grangette")
    room.view.run("level-sponsor")
    assert room.card(Column.TENSION, "Grangette").level == Level.SPONSOR != level.level


def entries(menu: Menu) -> list[QAction]:
    return [action for action in menu.actions() if not action.isSeparator()]


def test_a_note_is_found_from_anywhere_with_the_sprint_it_was_said_of(room: Room) -> None:
    rows = room.document.table(REVIEW_NOTE).dicts()
    key = next(row["id"] for row in rows if "tournée vue" in row["text"])
    seen: list[Selection | None] = []
    room.view.selected.connect(seen.append)
    assert room.view.reveal(REVIEW_NOTE.name, key)
    assert room.view.head.sprints.currentText().startswith("S2")
    assert seen[-1] == Selection(REVIEW_NOTE, (key,))
    again = ReviewView(room.view.context)
    room.qtbot.addWidget(again)
    again.restore(room.view.state())
    again.read_now()
    assert again.found.sprint is not None
    assert again.found.sprint == room.view.found.sprint
    again.print_out()
    assert room.shown == [(paper("progress"), again.found.sprint.id)]


def test_before_a_room_only_what_is_public_stands_there_and_nothing_is_changed(
    room: Room,
) -> None:
    room.say(Column.LIKE, "Pour moi seul")
    room.document.present(True)
    QApplication.processEvents()
    assert room.texts(Column.LIKE) == ["on essaie avant d’écrire"]
    assert not room.view.lanes.lines[Column.LIKE].isVisible()
    assert not room.view.head.level.isVisible()
    assert not room.view.head.draft.isVisible()
    assert room.view.lanes.celebration.isReadOnly()
    before = room.document.undo_label
    room.view.lanes.reveal(room.card(Column.LIKE, "on essaie").id)
    room.press(Column.LIKE, _Key.Key_Plus, _Key.Key_T, _Key.Key_Delete, _Key.Key_N)
    assert room.document.undo_label == before


def test_without_a_sprint_one_is_led_to_where_one_is_planned(
    qtbot: QtBot, gate: Gate, desk_of: Callable[[Gate], Desk]
) -> None:
    view = ReviewView(desk_of(gate).context)
    qtbot.addWidget(view)
    view.show()
    assert not view.head.isVisible()
    assert not view.add_record()
    wanted: list[str] = []
    view.view_wanted.connect(lambda name, _what: wanted.append(name))
    assert view.empty.button is not None
    view.empty.button.click()
    assert wanted == [CYCLE]
