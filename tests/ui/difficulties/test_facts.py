"""The facts page: who tells what, what is agreed, what has no day yet."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, QSettings, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from entente.domain.actor import ACTOR
from entente.domain.difficulty import DIFFICULTY
from entente.domain.note import NOTE
from entente.domain.note_line import read_note
from entente.domain.party import PARTY
from entente.services import notes, records
from entente.services.notes import Note
from entente.store.gate import Gate
from entente.store.session import Session
from entente_ui.background import Background
from entente_ui.difficulties.facts.arrange import AGREED
from entente_ui.difficulties.facts.page import FactsPage
from entente_ui.document import Document
from entente_ui.drag import pack_records
from entente_ui.kit import DateField, Popover
from entente_ui.kit.cards import CardEditor
from entente_ui.look.theme import Theme
from entente_ui.pane import Context

TODAY = dt.date(2026, 6, 10)
CONFIDED = "la marge est de six pour cent"
LINES = (
    "#fait @A01 #parties 27/03 dossiers en double",
    "#fait @A02 #parties 27/03 livraison refusée",
    "#litige @A02 27/03 liste des écarts",
    "#fait @A01 14/03/2025 prix dans l’offre",
    f"#fait @A02! 02/04 {CONFIDED}",
    "#accord #public sept cents dossiers",
    "#besoin @A01 une recette",
)


@dataclass
class Room:
    """The page on a difficulty of two parties, and what it told the shell."""

    page: FactsPage
    key: str
    toasts: list[tuple[str, bool]] = field(default_factory=list)

    @property
    def document(self) -> Document:
        return self.page.context.document

    def note(self, words: str) -> Note:
        board = self.document.read(lambda s: notes.board(s, self.key))
        return next(note for note in board.notes if words in note.text)

    def told(self) -> list[tuple[str, ...]]:
        """Return the timeline as it is shown, row by row."""
        model = self.page.view.facts
        columns = range(model.columnCount())
        return [
            tuple(model.index(row, column).data() or "" for column in columns)
            for row in range(model.rowCount())
        ]

    def choose(self, *words: str) -> None:
        self.page.view.select([self.note(each).id for each in words])
        settle()

    def drop(self, words: Sequence[str], column: str, row: int) -> None:
        view = self.page.view
        place = [each.value for each in view.facts.columns].index(column) + 1
        at = QPointF(view.visualRect(view.facts.index(row, place)).center())
        send(view, [self.note(each).id for each in words], at)


def send(target: QWidget, keys: Sequence[str], at: QPointF) -> None:
    data = pack_records(NOTE.name, keys)
    move, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at.toPoint(), move, data, left, none)
    target.dragEnterEvent(enter)
    assert enter.isAccepted()
    target.dropEvent(QDropEvent(at, move, data, left, none, QEvent.Type.Drop))
    settle()


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def fill(session: Session) -> None:
    actors = [records.create(session, ACTOR, {"name": name}) for name in ("Anselme", "Clélie")]
    key = records.create(session, DIFFICULTY, {"title": "Reprise"})
    for actor, group in zip(actors, ("DSI", "Éditeur"), strict=True):
        values = {"difficulty_id": key, "actor_id": actor, "speaks_for": group}
        records.create(session, PARTY, values)
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
    page = FactsPage(context)
    qtbot.addWidget(page)
    key = document.read(lambda s: records.find(s, DIFFICULTY, "K1"))
    document.changed.connect(lambda _changes: page.show_difficulty(key))
    document.viewer_changed.connect(lambda: page.show_difficulty(key))
    page.resize(1000, 800)
    page.show()
    page.show_difficulty(key)
    settle()
    yield Room(page, key, toasts)
    background.close()


def test_the_timeline_keeps_qt_s_contract(qtmodeltester: ModelTester, room: Room) -> None:
    qtmodeltester.check(room.page.view.facts)
    qtmodeltester.check(room.page.table.facts)


def test_each_party_has_its_column_and_days_go_downwards(room: Room) -> None:
    model = room.page.view.facts
    heads = [
        model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())
    ]
    assert heads == ["", "DSI", "Agreed", "Éditeur"]
    assert room.told() == [
        ("14\u00a0March\u00a02025", "prix dans l’offre", "", ""),
        ("27\u00a0March\u00a02026", "dossiers en double", "", "livraison refusée"),
        ("", "", "", "liste des écarts"),
        ("2\u00a0April\u00a02026", "", "", "Caucus note, covered"),
    ]
    assert [note.text for note in room.page.box.view.cards.shown] == ["sept cents dossiers"]


def test_a_fact_dropped_in_the_middle_is_agreed_in_one_step(room: Room) -> None:
    room.drop(["dossiers en double", "liste des écarts"], AGREED, 1)
    assert {room.note(words).kind for words in ("en double", "des écarts")} == {"agreed"}
    assert room.document.undo_label == "Move 2 notes to Agreed"
    assert room.told()[1] == (
        "27\u00a0March\u00a02026",
        "",
        "dossiers en double",
        "livraison refusée",
    )
    room.document.undo()
    assert (room.note("en double").kind, room.note("des écarts").kind) == ("fact", "disputed")


def test_one_without_a_day_takes_that_of_the_row_and_whose_column_it_is(room: Room) -> None:
    dsi = room.page.view.facts.columns[0].value
    room.drop(["sept cents"], dsi, 3)
    note = room.note("sept cents")
    assert (note.kind, note.actor, note.happened_on) == ("fact", dsi, dt.date(2026, 4, 2))
    assert not room.page.box.isVisible()
    send(room.page.box, [note.id], QPointF(20, 10))
    assert room.note("sept cents").happened_on is None


def test_what_was_confided_is_not_told_by_the_other(room: Room) -> None:
    room.drop(["six pour cent"], room.page.view.facts.columns[0].value, 3)
    assert room.note("six pour cent").level == "mediator"
    assert room.toasts[-1][0] == "1 caucus note is for the mediator only from now on."


def test_buttons_and_keys_settle_what_is_selected(qtbot: QtBot, room: Room) -> None:
    kinds = []
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Equal):
        room.choose("livraison refusée")
        qtbot.keyClick(room.page.view, key)
        kinds.append(room.note("livraison refusée").kind)
    agreed = room.page.tools.states[0]
    send(agreed, [room.note("livraison refusée").id], QPointF(5, 5))
    kinds.append(room.note("livraison refusée").kind)
    room.choose("livraison refusée")
    qtbot.keyClick(room.page.view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    kinds.append(room.note("livraison refusée").kind)
    assert kinds == ["agreed", "disputed", "fact", "agreed", "fact"]
    assert room.note("livraison refusée").actor == room.page.view.facts.columns[0].value


def test_a_fact_is_added_where_there_is_none_yet(qtbot: QtBot, room: Room) -> None:
    model = room.page.view.facts
    room.page.view.setCurrentIndex(model.index(0, 3))
    qtbot.keyClick(room.page.view, Qt.Key.Key_Return)
    assert room.page.bar.day.value == dt.date(2025, 3, 14)
    room.page.bar.line.setText("#parties prix non garanti")
    qtbot.keyClick(room.page.bar.line, Qt.Key.Key_Return)
    note = room.note("prix non garanti")
    assert (note.kind, note.level, note.happened_on) == (
        "fact",
        "parties",
        dt.date(2025, 3, 14),
    )
    assert room.told()[0][3] == "prix non garanti"
    room.page.bar.line.setText("le 01/02 avant tout")
    room.page.bar.who.setCurrentIndex(room.page.bar.who.findData(AGREED))
    room.page.bar.add()
    assert room.told()[1] == ("1\u00a0February\u00a02026", "", "avant tout", "")


def test_a_day_is_changed_by_key(qtbot: QtBot, room: Room) -> None:
    room.choose("en double", "livraison refusée")
    qtbot.keyClick(room.page.view, Qt.Key.Key_D)
    (popover,) = room.page.window().findChildren(Popover)
    (day,) = popover.findChildren(DateField)
    day.setText("2024-12-31")
    popover.accept()
    assert room.told()[0] == (
        "31\u00a0December\u00a02024",
        "dossiers en double",
        "",
        "livraison refusée",
    )


def test_enter_edits_a_fact_and_double_click_an_empty_place_adds_one(
    qtbot: QtBot, room: Room
) -> None:
    room.choose("prix dans l’offre")
    qtbot.keyClick(room.page.view, Qt.Key.Key_Return)
    (editor,) = room.page.view.findChildren(CardEditor)
    editor.setPlainText("prix hors de l’offre")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    settle()
    assert room.note("hors de l’offre").happened_on == dt.date(2025, 3, 14)
    room.page.view.doubleClicked.emit(room.page.view.facts.index(0, 3))
    assert room.page.bar.line.hasFocus()


def test_a_covered_fact_is_nowhere_in_model_table_or_clipboard(qtbot: QtBot, room: Room) -> None:
    QGuiApplication.clipboard().setText("before")
    room.choose("six pour cent")
    qtbot.keyClick(room.page.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    told = [QGuiApplication.clipboard().text(), *map(str, room.told())]
    for model in (room.page.view.facts, room.page.table.facts):
        for row in range(model.rowCount()):
            for column in range(model.columnCount()):
                index = model.index(row, column)
                told += [str(index.data(role)) for role in Qt.ItemDataRole]
    assert "six pour cent" not in " ".join(told)
    qtbot.keyPress(room.page.view, Qt.Key.Key_Space)
    assert room.told()[3][3] == CONFIDED
    qtbot.keyRelease(room.page.view, Qt.Key.Key_Space)
    assert room.told()[3][3] == "Caucus note, covered"
    room.page.tools.cover.click()
    assert room.told()[3][3] == CONFIDED
    room.page.hide()
    assert room.told()[3][3] == "Caucus note, covered"


def test_the_table_lists_the_same_facts_by_day(room: Room) -> None:
    room.page.restore({"how": "table"})
    assert room.page.table.isVisible()
    model = room.page.table.facts
    rows = [[model.index(row, n).data() for n in (0, 1, 3)] for row in range(model.rowCount())]
    assert rows == [
        ["14\u00a0March\u00a02025", "Fact", "A01"],
        ["27\u00a0March\u00a02026", "Fact", "A01"],
        ["27\u00a0March\u00a02026", "Fact", "A02"],
        ["27\u00a0March\u00a02026", "In dispute", "A02"],
        ["2\u00a0April\u00a02026", "Fact", "A02"],
        ["", "Agreed", ""],
    ]


def test_a_projected_screen_shows_public_facts_alone(room: Room) -> None:
    room.document.present(on=True)
    settle()
    assert room.told() == []
    assert [note.text for note in room.page.box.view.cards.shown] == ["sept cents dossiers"]
    assert not room.page.bar.isVisible()
    assert not any(button.isVisible() for button in room.page.tools.states)
    room.page._ask("state-fact")
    room.document.present(on=False)
    assert room.note("sept cents").kind == "agreed"


def test_without_facts_the_page_says_how_to_begin(room: Room) -> None:
    board = room.document.read(lambda s: notes.board(s, room.key))
    facts = [note.id for note in board.notes if note.kind != "need"]
    room.document.run("Clear", lambda s: notes.remove(s, facts))
    labels = [label.text() for label in room.page.findChildren(QLabel) if label.isVisible()]
    assert "No fact has been noted yet." in labels
