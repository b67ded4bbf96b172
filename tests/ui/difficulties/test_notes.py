"""The notes page: lines, lanes, drags, keys, ties, and what stays covered."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from entente.domain.actor import ACTOR
from entente.domain.difficulty import DIFFICULTY
from entente.domain.mediation_session import MEDIATION_SESSION
from entente.domain.note import NOTE
from entente.domain.note_line import read_note
from entente.domain.party import PARTY
from entente.services import notes, records
from entente.services.notes import Note
from entente.store.gate import Gate
from entente.store.session import Session
from entente_ui.background import Background
from entente_ui.difficulties.notes.arrange import By
from entente_ui.difficulties.notes.page import NotesPage
from entente_ui.document import Document
from entente_ui.drag import pack_records
from entente_ui.kit.cards import CardEditor, CardView
from entente_ui.look.theme import Theme
from entente_ui.pane import Context

TODAY = dt.date(2026, 6, 10)
CONFIDED = "Nous avons une marge à six pour cent"
LINES = (
    "#fait @A01 #parties la reprise est comprise",
    "#intérêt @A01 garder la confiance du comité",
    "#fait @A02 #parties le volume n’a jamais été compté",
    f"#intérêt @A02! {CONFIDED}",
    "#option #public Anselme Ferrage propose une recette",
)


@dataclass
class Room:
    """The page on a difficulty of two parties, and what it told the shell."""

    page: NotesPage
    key: str
    toasts: list[tuple[str, bool]] = field(default_factory=list)
    statuses: list[str] = field(default_factory=list)

    @property
    def document(self) -> Document:
        return self.page.context.document

    def notes(self) -> Sequence[Note]:
        return self.document.read(lambda s: notes.board(s, self.key)).notes

    def note(self, words: str) -> Note:
        return next(note for note in self.notes() if words in note.text)

    def view(self, title: str) -> CardView[Note]:
        lanes = self.page.area.lanes
        return next(lane.view for lane in lanes if title in lane.head.title)

    def lane_of(self, words: str) -> str:
        key = self.note(words).id
        found = [x.head.title for x in self.page.area.lanes if x.view.cards.row_of(key) >= 0]
        return found[0] if len(found) == 1 else ""

    def choose(self, *words: str) -> CardView[Note]:
        keys = [self.note(each).id for each in words]
        self.page.area.reveal(keys[0])
        view = next(x.view for x in self.page.area.lanes if x.view.cards.row_of(keys[0]) >= 0)
        view.select(keys)
        view.chosen.emit()
        settle()
        return view

    def drop(self, words: Sequence[str], view: CardView[Note], on: str = "") -> None:
        """Carry notes to a lane, onto a card if one is named."""
        data = pack_records(NOTE.name, [self.note(each).id for each in words])
        at = QPointF(view.viewport().width() / 2, view.viewport().height() - 2.0)
        if on:
            row = view.cards.row_of(self.note(on).id)
            at = QPointF(view.visualRect(view.cards.index(row)).center())
        move, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(at.toPoint(), move, data, left, none)
        view.dragEnterEvent(enter)
        assert enter.isAccepted()
        view.dropEvent(QDropEvent(at, move, data, left, none, QEvent.Type.Drop))
        settle()


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def fill(session: Session) -> None:
    anselme = {"name": "Anselme Ferrage", "role": "DSI", "confidentiality": "public"}
    actors = [records.create(session, ACTOR, values) for values in (anselme, {"name": "Clélie"})]
    key = records.create(session, DIFFICULTY, {"title": "Reprise"})
    for actor in actors:
        records.create(session, PARTY, {"difficulty_id": key, "actor_id": actor})
    people = notes.board(session, key).people
    for line in LINES:
        notes.add(session, key, read_note(line, TODAY, people))


@pytest.fixture
def room(look: Theme, qtbot: QtBot, gate: Gate, tmp_path: Path) -> Iterator[Room]:  # noqa: ARG001  # before any widget
    gate.run("Fill", fill)
    background = Background()
    toasts: list[tuple[str, bool]] = []
    document = Document(gate)
    context = Context(
        document=document,
        background=background,
        settings=QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat),
        toast=lambda text, undo: toasts.append((text, undo)),
        reveal=lambda _kind, _key: None,
        tell=lambda error: pytest.fail(repr(error)),
    )
    page = NotesPage(context)
    qtbot.addWidget(page)
    key = document.read(lambda s: records.find(s, DIFFICULTY, "K1"))
    made = Room(page, key, toasts)
    page.status_changed.connect(made.statuses.append)
    document.changed.connect(lambda _changes: page.show_difficulty(key))
    document.viewer_changed.connect(lambda: page.show_difficulty(key))
    page.resize(1000, 800)
    page.show()
    page.show_difficulty(key)
    settle()
    yield made
    background.close()


def press(qtbot: QtBot, view: QWidget, key: Qt.Key, held: str = "") -> None:
    modifier = Qt.KeyboardModifier.AltModifier if held else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(view, key, modifier)
    settle()


def test_the_cards_keep_qt_s_contract(qtmodeltester: ModelTester, room: Room) -> None:
    qtmodeltester.check(room.view("A02").cards)


def test_a_line_becomes_a_card_and_can_be_taken_back(qtbot: QtBot, room: Room) -> None:
    room.page.quick.line.setText("#besoin @A02 #parties une recette commune")
    assert "Need · A02 Clélie · parties" in room.page.quick.preview.text()
    qtbot.keyClick(room.page.quick.line, Qt.Key.Key_Return)
    note = room.note("recette commune")
    assert (note.kind, note.level, note.noted_on) == ("need", "parties", TODAY)
    assert room.lane_of("recette commune") == "A02 Clélie"
    assert room.page.quick.line.text() == ""
    assert room.document.undo_label == "Note: Need"
    room.document.undo()
    assert len(room.notes()) == len(LINES)


def test_a_caucus_note_of_nobody_is_refused_and_stays_in_the_line(qtbot: QtBot, room: Room) -> None:
    room.page.quick.line.setText("#aparté la marge")
    qtbot.keyClick(room.page.quick.line, Qt.Key.Key_Return)
    assert "A caucus is held with somebody" in room.page.quick.preview.text()
    assert room.page.quick.line.text() == "#aparté la marge"
    assert len(room.notes()) == len(LINES)


def test_words_that_judge_are_told_below_the_line(room: Room) -> None:
    room.page.quick.line.setText("#fait @A01 il est toujours en retard")
    assert "toujours" in room.page.quick.advice.text()
    assert not room.page.quick.advice.isHidden()
    room.page.quick.line.setText("#fait @A01 il est arrivé à dix heures")
    assert room.page.quick.advice.isHidden()


def test_new_notes_belong_to_the_session_of_today(qtbot: QtBot, room: Room) -> None:
    plan = {"title": "Plénière", "difficulty_id": room.key, "held_on": TODAY}
    made: list[str] = []
    room.document.run("Plan", lambda s: made.append(records.create(s, MEDIATION_SESSION, plan)))
    room.page.quick.line.setText("#note dit en séance")
    qtbot.keyClick(room.page.quick.line, Qt.Key.Key_Return)
    assert room.note("dit en séance").session == made[0]


def test_cards_dropped_in_another_lane_come_from_that_party_in_one_step(room: Room) -> None:
    words = ("reprise est comprise", "confiance du comité")
    room.drop(words, room.view("A02"))
    assert [room.lane_of(each) for each in words] == ["A02 Clélie"] * 2
    assert room.document.undo_label == "Move 2 notes to A02 Clélie"
    room.document.undo()
    assert [room.lane_of(each) for each in words] == ["A01 Anselme Ferrage"] * 2


def test_a_caucus_note_dropped_elsewhere_is_no_longer_anybodys_to_read(room: Room) -> None:
    room.drop([CONFIDED], room.view("A01"))
    assert room.note(CONFIDED).level == "mediator"
    assert room.toasts[-1] == (
        "1 caucus note is for the mediator only from now on.",
        True,
    )


def test_lanes_by_kind_take_the_kind(room: Room) -> None:
    room.page.filter.by.set_current(By.KIND.value)
    room.page.filter.arranged.emit(By.KIND.value)
    settle()
    room.drop(["jamais été compté"], room.view("In dispute"))
    assert room.note("jamais été compté").kind == "disputed"
    assert room.lane_of("jamais été compté") == "In dispute"


def test_a_card_dropped_on_a_card_is_linked_to_it_and_let_go(qtbot: QtBot, room: Room) -> None:
    fact, other = room.note("reprise est comprise"), room.note("jamais été compté")
    room.drop(["jamais été compté"], room.view("A01"), on="reprise est comprise")
    assert room.note("reprise est comprise").links == (other.id,)
    assert room.lane_of("jamais été compté") == "A02 Clélie"
    room.choose("reprise est comprise")
    assert room.view("A02").cards.tied == {other.id}
    words = [button.text() for button in room.page.ties.findChildren(QAbstractButton)]
    assert any("jamais été compté" in each for each in words)
    (gone,) = (
        button
        for button in room.page.ties.findChildren(QAbstractButton)
        if button.accessibleName() == "Unlink" and button.isVisible()
    )
    qtbot.mouseClick(gone, Qt.MouseButton.LeftButton)
    assert room.note("reprise est comprise").links == ()
    assert fact.id != other.id


def test_keys_strike_change_the_level_and_delete(qtbot: QtBot, room: Room) -> None:
    view = room.choose("confiance du comité")
    press(qtbot, view, Qt.Key.Key_S)
    assert room.note("confiance du comité").is_struck
    levels = []
    for key in (Qt.Key.Key_P, Qt.Key.Key_C, Qt.Key.Key_U, Qt.Key.Key_A, Qt.Key.Key_M):
        press(qtbot, view, key)
        levels.append(room.note("confiance du comité").level)
    assert levels == ["parties", "sponsor", "public", "caucus", "mediator"]
    press(qtbot, view, Qt.Key.Key_V)
    assert room.note("confiance du comité").level == "caucus"
    press(qtbot, view, Qt.Key.Key_Delete)
    assert all("confiance" not in note.text for note in room.notes())
    assert room.toasts[-1] == ("1 note deleted", True)
    room.document.undo()
    assert room.note("confiance du comité").is_struck


def test_a_note_of_nobody_skips_caucus_and_is_refused_it(qtbot: QtBot, room: Room) -> None:
    view = room.choose("propose une recette")
    press(qtbot, view, Qt.Key.Key_V)
    press(qtbot, view, Qt.Key.Key_V)
    assert room.note("propose une recette").level == "parties"
    press(qtbot, view, Qt.Key.Key_A)
    assert room.note("propose une recette").level == "parties"
    assert room.toasts[-1][0].startswith("A caucus is held with somebody")


def test_alt_and_an_arrow_carry_a_card_to_the_next_lane(qtbot: QtBot, room: Room) -> None:
    view = room.choose("reprise est comprise")
    press(qtbot, view, Qt.Key.Key_Right, held="alt")
    assert room.lane_of("reprise est comprise") == "A02 Clélie"
    assert room.view("A02").hasFocus()
    press(qtbot, room.view("A02"), Qt.Key.Key_Left)
    assert room.view("A01").hasFocus()


def test_two_keys_link_two_cards(qtbot: QtBot, room: Room) -> None:
    view = room.choose("reprise est comprise")
    press(qtbot, view, Qt.Key.Key_L)
    assert room.page.ties.isVisible()
    press(qtbot, view, Qt.Key.Key_Right)
    room.choose("jamais été compté")
    press(qtbot, room.view("A02"), Qt.Key.Key_Return)
    assert room.note("reprise est comprise").links == (room.note("jamais été compté").id,)
    press(qtbot, room.view("A02"), Qt.Key.Key_L)
    press(qtbot, room.view("A02"), Qt.Key.Key_Escape)
    assert not room.page._linking.key


def test_enter_edits_in_place_and_what_is_typed_survives_a_change(qtbot: QtBot, room: Room) -> None:
    view = room.choose("reprise est comprise")
    press(qtbot, view, Qt.Key.Key_Return)
    (editor,) = view.findChildren(CardEditor)
    editor.setPlainText("la reprise\u00a0: comprise au lot 1")
    room.document.run(
        "Elsewhere",
        lambda s: records.create(s, NOTE, {"difficulty_id": room.key, "text": "entre-temps"}),
    )
    assert editor.isVisible()
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    settle()
    assert room.note("lot 1").text == "la reprise\u00a0: comprise au lot 1"
    assert room.document.undo_label == "Edit a note"
    assert room.lane_of("entre-temps") == "Nobody in particular"


def everything_told(room: Room) -> str:
    """Return all a screen reader, a tooltip, a label, the history or the clipboard tells."""
    told = [QGuiApplication.clipboard().text(), room.document.undo_label, *room.statuses]
    told += [text for text, _undo in room.toasts]
    roles = [role for role in Qt.ItemDataRole if role is not Qt.ItemDataRole.SizeHintRole]
    for lane in room.page.area.lanes:
        model = lane.view.cards
        for row in range(model.rowCount()):
            told += [str(model.index(row).data(role)) for role in (*roles, 256, 257)]
    for widget in (room.page, *room.page.findChildren(QWidget)):
        told += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        if isinstance(widget, (QLabel, QAbstractButton)):
            told.append(widget.text())
    return "\n".join(told)


def test_a_covered_text_is_nowhere(qtbot: QtBot, room: Room) -> None:
    room.drop([CONFIDED], room.view("A01"), on="reprise est comprise")
    room.choose("reprise est comprise")
    view = room.choose(CONFIDED)
    QGuiApplication.clipboard().setText("before")
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, view, Qt.Key.Key_Return)
    assert not view.findChildren(CardEditor)
    press(qtbot, view, Qt.Key.Key_S)
    room.page.filter.words.setText("marge")
    qtbot.keyClick(room.page.filter.words, Qt.Key.Key_Return)
    assert "marge" not in everything_told(room)
    assert "0 of 5 notes · covered caucus notes were not searched" in room.statuses[-1]
    assert QGuiApplication.clipboard().text() == "before"


def test_a_covered_card_looks_the_same_whatever_it_says(room: Room) -> None:
    view, key = room.choose(CONFIDED), room.note(CONFIDED).id

    def picture() -> object:
        settle()
        return view.viewport().grab().toImage()

    covered = picture()
    write = partial(records.change, record_type=NOTE, key=key, values={"text": "non " * 300})
    room.document.run("Write", write)
    assert picture() == covered
    room.page.filter.cover.click()
    assert picture() != covered


def test_holding_space_uncovers_one_card_for_as_long(qtbot: QtBot, room: Room) -> None:
    view = room.choose(CONFIDED)
    index = view.currentIndex()
    qtbot.keyPress(view, Qt.Key.Key_Space)
    assert index.data() == CONFIDED
    qtbot.keyRelease(view, Qt.Key.Key_Space)
    assert index.data() == "Caucus note, covered"


def test_the_card_under_the_pointer_is_uncovered_from_any_lane(qtbot: QtBot, room: Room) -> None:
    view, other = room.view("A02"), room.choose("reprise est comprise")
    row = view.cards.row_of(room.note(CONFIDED).id)
    qtbot.mouseMove(view.viewport(), view.visualRect(view.cards.index(row)).center())
    settle()
    room.page.veil.pointed = room.note(CONFIDED).id
    qtbot.keyPress(other, Qt.Key.Key_Space)
    assert view.cards.index(row).data() == CONFIDED
    qtbot.mouseMove(view.viewport(), QPoint(5, view.viewport().height() - 3))
    qtbot.keyRelease(other, Qt.Key.Key_Space)
    assert view.cards.index(row).data() == "Caucus note, covered"


def test_shown_caucus_notes_are_covered_again_when_the_page_is_left(room: Room) -> None:
    room.page.filter.cover.click()
    view = room.choose(CONFIDED)
    assert view.currentIndex().data() == CONFIDED
    room.page._commands.copy()
    assert QGuiApplication.clipboard().text() == CONFIDED
    room.page.hide()
    assert view.currentIndex().data() == "Caucus note, covered"
    assert not room.page.filter.cover.isChecked()


def test_a_filter_hides_or_dims_the_others_and_says_how_many(qtbot: QtBot, room: Room) -> None:
    room.page.filter.words.setText("reprise comprise")
    qtbot.keyClick(room.page.filter.words, Qt.Key.Key_Return)
    assert room.statuses[-1].startswith("1 of 5 notes")
    assert room.lane_of("jamais été compté") == ""
    room.page.filter.rest.setCurrentIndex(1)
    room.page.filter.changed.emit()
    assert room.lane_of("jamais été compté") == "A02 Clélie"
    assert room.view("A02").cards.wanted == frozenset({room.note("reprise est comprise").id})
    room.page.focus_on("note", room.note("jamais été compté").id)
    room.page.filter.clear()
    assert room.statuses[-1] == "5 of 5 notes"


def test_a_projected_screen_shows_public_notes_and_changes_none(qtbot: QtBot, room: Room) -> None:
    room.page.filter.cover.click()
    room.document.present(on=True)
    settle()
    shown = [note.text for lane in room.page.area.lanes for note in lane.view.cards.shown]
    assert len(shown) == 1
    assert "Ferrage" not in shown[0]
    assert not room.page.quick.isVisible()
    (lane,) = (lane for lane in room.page.area.lanes if lane.view.cards.shown)
    lane.view.go_to(lane.view.cards.shown[0].id)
    for key in (Qt.Key.Key_S, Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_M):
        press(qtbot, lane.view, key)
    assert not lane.view.findChildren(CardEditor)
    data = pack_records(NOTE.name, [shown[0]])
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, none
    )
    lane.view.dragEnterEvent(enter)
    assert not enter.isAccepted()
    room.document.present(on=False)
    assert room.note("propose une recette").level == "public"


def test_what_is_being_typed_is_kept_and_gone_when_others_look(qtbot: QtBot, room: Room) -> None:
    view = room.choose("reprise est comprise")
    press(qtbot, view, Qt.Key.Key_Return)
    (editor,) = view.findChildren(CardEditor)
    editor.setPlainText("la reprise, lot 1")
    room.page.filter.words.setText("Clélie")
    room.document.present(on=True)
    settle()
    assert not [each for each in room.page.findChildren(CardEditor) if each.isVisible()]
    assert [n.text[:8] for x in room.page.area.lanes for n in x.view.cards.shown] == ["DSI prop"]
    assert room.page.filter.words.text() == ""
    room.document.present(on=False)
    assert room.note("lot 1").kind == "fact"


def test_the_page_comes_back_as_it_was(qtbot: QtBot, room: Room) -> None:
    room.page.filter.by.set_current(By.KIND.value)
    room.page.filter.kind.setCurrentIndex(room.page.filter.kind.findData("fact"))
    room.page.filter.changed.emit()
    room.choose("jamais été compté")
    state = room.page.state()
    assert "compté" not in str(state)
    again = NotesPage(room.page.context)
    qtbot.addWidget(again)
    again.restore(state)
    again.show_difficulty(room.key)
    assert again.by is By.KIND
    assert again.filter.wanted.kind == "fact"
    assert again.area.selected[0].text.startswith("le volume")


def test_every_command_is_in_the_menu_with_its_key(room: Room) -> None:
    room.choose("reprise est comprise")
    menu = room.page._commands.make_menu(room.page)
    words = [action.text() for action in menu.actions() if action.text()]
    assert [word.split("\t")[0] for word in words] == [
        "Edit",
        "Strike",
        "Link to another note…",
        "Copy the text",
        "Delete",
        "Who may read it",
        "Kind",
        "Said by",
    ]
    menu.deleteLater()


@pytest.mark.parametrize(
    "text",
    ["mot " * 25_000, "x" * 100_000, "שלום עולם " * 20, "\n" * 500, "<b>gras</b> &amp; %s {0}"],
    ids=["words", "word", "right to left", "lines", "markup"],
)
def test_no_text_breaks_a_card(room: Room, text: str) -> None:
    values = {"difficulty_id": room.key, "text": f"début {text} fin"}
    room.document.run("Add", lambda s: records.create(s, NOTE, values))
    view = room.choose("début")
    row = view.cards.row_of(room.note("début").id)
    height = view.visualRect(view.cards.index(row)).height()
    view.viewport().grab()
    assert 40 < height < 25 * view.cards.shape.body.line_height


def test_an_empty_page_says_how_to_begin(room: Room) -> None:
    keys = [note.id for note in room.notes()]
    room.document.run("Clear", lambda s: notes.remove(s, keys))
    labels = [label.text() for label in room.page.findChildren(QLabel) if label.isVisible()]
    assert "Nothing has been noted yet." in labels
