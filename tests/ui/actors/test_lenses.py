"""The lenses on one board: what dragging writes, and what is said of it."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from entente.domain.actor import ACTOR
from entente.services import records
from entente.store.session import Session
from entente_ui.actors.frame import Score
from entente_ui.actors.lenses.view import LensesView
from entente_ui.actors.output import FORMATS, Format
from entente_ui.actors.whole_button import WholeButton
from entente_ui.kit import Popover
from entente_ui.look.theme import Mode, apply
from tests.ui.actors.conftest import Mission

_LEFT = Qt.MouseButton.LeftButton
_NONE = Qt.KeyboardModifier.NoModifier

PEOPLE: dict[str, dict[str, Any]] = {
    "Anselme Ferrage": {"camp": "digital", "power": 4.5, "interest": 5.0},
    "Odile Tisserine": {"camp": "direction", "power": 2.0, "interest": 4.0},
    "Firmin Cordelois": {"camp": "business", "power": 2.5, "interest": 4.0},
}
MARKS: dict[str, dict[str, Any]] = {
    "Anselme Ferrage": {"synergy": 3, "antagonism": 2, "legitimacy": True, "urgency": True},
    "Odile Tisserine": {"synergy": 2, "antagonism": 2, "legitimacy": True, "urgency": False},
}
#: Numbers of the regions, as sums of power 1, legitimacy 2, urgency 4.
DOMINANT, DEPENDENT, DISCRETIONARY = Score(3, 0), Score(6, 0), Score(2, 0)


def fill(session: Session) -> None:
    for name, values in PEOPLE.items():
        records.create(session, ACTOR, {"name": name, **values, **MARKS.get(name, {})})


@pytest.fixture
def fills() -> list[Callable[[Session], object]]:
    return [fill]


class Person:
    """Somebody at the lenses."""

    def __init__(self, view: LensesView, mission: Mission) -> None:
        self.view = view
        self.mission = mission
        self.grid = view.grid.view

    def look(self, lens: str) -> None:
        self.view.look_through(lens)
        self.grid.zooming.settle_now()

    def at(self, name: str) -> QPoint:
        return self.grid.mapFromScene(self.grid.board.centre(self.mission.key(name)))

    def place(self, score: Score) -> QPoint:
        return self.grid.mapFromScene(self.grid.board.middle(score))

    def cell_of(self, name: str) -> Score:
        point = self.grid.board.centre(self.mission.key(name))
        return self.grid.board.frame.score(point.x(), point.y())

    def send(self, kind: QEvent.Type, at: QPoint, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        viewport = self.grid.viewport()
        button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else _LEFT
        where = QPointF(viewport.mapToGlobal(at))
        event = QMouseEvent(kind, QPointF(at), where, button, _LEFT, modifiers)
        QApplication.sendEvent(viewport, event)

    def carry(self, start: QPoint, end: QPoint) -> None:
        self.send(QEvent.Type.MouseButtonPress, start)
        for part in (0.4, 0.8, 1.0):
            self.send(QEvent.Type.MouseMove, start + (end - start) * part)

    def drag(self, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        self.carry(start, end)
        self.send(QEvent.Type.MouseButtonRelease, end, modifiers)

    def actor(self, name: str) -> dict[str, Any]:
        key = self.mission.key(name)
        return self.mission.document.read(lambda s: records.get(s, ACTOR, key))

    def close_question(self) -> None:
        for popover in self.view.window().findChildren(Popover):
            if popover.isVisible():
                popover.skip()


@pytest.fixture
def person(mission: Mission, qtbot: QtBot) -> Iterator[Person]:
    view = LensesView(mission.context)
    view.resize(1100, 780)
    view.show()
    qtbot.waitExposed(view)
    QApplication.processEvents()
    view.grid.view.zooming.settle_now()
    yield Person(view, mission)
    view.close()
    view.deleteLater()
    QApplication.sendPostedEvents(view, QEvent.Type.DeferredDelete)


def test_dragging_on_the_map_of_partners_rates_both_energies(person: Person) -> None:
    person.look("energies")
    person.drag(person.at("Odile Tisserine"), person.place(Score(3, 2)))
    actor = person.actor("Odile Tisserine")
    assert (actor["synergy"], actor["antagonism"]) == (3, 2)
    assert (actor["power"], actor["interest"], actor["legitimacy"]) == (2.0, 4.0, True)
    assert person.mission.toasts == [("Odile Tisserine: synergy 2 → 3", True)]
    person.close_question()
    person.mission.document.undo()
    assert person.actor("Odile Tisserine")["synergy"] == 2


@pytest.mark.parametrize("lens", ["axes", "energies", "salience"])
def test_in_a_low_window_the_sheet_is_scrolled_rather_than_squeezed(
    person: Person, lens: str
) -> None:
    person.view.resize(1100, 420)
    person.look(lens)
    grid, board = person.grid, person.grid.board
    assert board.frame.height >= grid.board.lens.least_height > grid.viewport().height()
    assert grid.verticalScrollBar().isVisible()
    assert grid.zooming.is_enlarged
    assert not any(button.isVisible() for button in person.view.findChildren(WholeButton))
    assert set(board.arrangement.labels) == set(board.arrangement.points)
    assert board.arrangement.points
    person.view.resize(1100, 780)
    assert not grid.verticalScrollBar().isVisible()


def test_the_hint_covers_neither_names_of_cells_nor_the_line_of_initiative(person: Person) -> None:
    person.look("energies")
    board = person.grid.board
    hint = board.lens.hint_box(board.frame)
    assert not any(hint.overlaps(box) for box in board.frame.kept_clear()[:-2])
    assert not hint.overlaps(board.frame.kept_clear()[-1])


def test_the_attitude_is_written_beside_the_pointer(person: Person) -> None:
    person.look("energies")
    person.carry(person.at("Odile Tisserine"), person.place(Score(1, 4)))
    lines = person.grid.board.hand.chip.lines
    assert lines == (
        "synergy 1 · antagonism 4",
        "irreconcilable",
        "+ at best avoids fault",
        "− defends another project to the end",
    )
    QTest.keyClick(person.grid, Qt.Key.Key_Escape)
    assert person.actor("Odile Tisserine")["antagonism"] == 2


def test_each_cell_bears_its_attitude_and_counts_who_stands_there(person: Person) -> None:
    person.look("energies")
    board = person.grid.board
    names = {caption.panel: caption.name for caption in board.lens.captions(board.frame)}
    assert len(names) == 16
    assert names[Score(3, 2)] == "Golden triangle"
    assert names[Score(1, 2)] == "Grumbler"


def test_arrows_move_by_one_level(person: Person) -> None:
    person.look("energies")
    person.grid.go(person.mission.key("Odile Tisserine"))
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Return):
        QTest.keyClick(person.grid, key)
    actor = person.actor("Odile Tisserine")
    assert (actor["synergy"], actor["antagonism"]) == (4, 1)


def test_entering_the_circle_of_power_sets_power_to_four_and_says_so(person: Person) -> None:
    person.look("salience")
    start = person.at("Odile Tisserine")
    person.carry(start, person.place(DOMINANT))
    assert person.grid.board.hand.chip.lines[-1] == "power 2 → 4"
    person.send(QEvent.Type.MouseButtonRelease, person.place(DOMINANT))
    actor = person.actor("Odile Tisserine")
    assert (actor["power"], actor["legitimacy"], actor["urgency"]) == (4.0, True, False)
    assert person.mission.toasts == [("Odile Tisserine: power 2 → 4", True)]


def test_leaving_the_circle_of_power_sets_it_to_three_and_a_half(person: Person) -> None:
    person.look("salience")
    person.drag(person.at("Anselme Ferrage"), person.place(DEPENDENT))
    assert person.actor("Anselme Ferrage")["power"] == 3.5


def test_power_stays_where_the_circle_is_not_crossed(person: Person) -> None:
    person.look("salience")
    person.drag(person.at("Anselme Ferrage"), person.place(DOMINANT))
    actor = person.actor("Anselme Ferrage")
    assert (actor["power"], actor["urgency"]) == (4.5, False)


def test_arrows_lead_from_region_to_region(person: Person) -> None:
    person.look("salience")
    person.grid.go(person.mission.key("Odile Tisserine"))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(person.grid, key)
    assert person.actor("Odile Tisserine")["urgency"] is True


def test_who_was_never_judged_waits_in_the_list(person: Person) -> None:
    for lens in ("energies", "salience"):
        person.look(lens)
        assert [each.name for each in person.view.grid.data.unplaced] == ["Firmin Cordelois"]
    person.look("axes")
    assert not person.view.grid.data.unplaced


def test_the_same_tokens_go_to_their_new_places(person: Person, qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply(app, Mode.LIGHT, 100, reduced_motion=False)
    token = person.grid.board.tokens[person.mission.key("Anselme Ferrage")]
    before = token.pos()
    person.view.look_through("energies")
    assert person.grid.board.tokens[token.key] is token
    assert token.is_flying
    assert token.rest != before
    qtbot.waitUntil(lambda: token.pos() == token.rest, timeout=2_000)


def test_without_motion_they_are_there_at_once(person: Person) -> None:
    person.view.look_through("salience")
    token = person.grid.board.tokens[person.mission.key("Anselme Ferrage")]
    assert token.pos() == token.rest


def test_the_axes_can_be_exchanged(person: Person) -> None:
    person.view.set_axes("interest", "power")
    person.grid.zooming.settle_now()
    person.drag(person.at("Odile Tisserine"), person.place(Score(2.0, 4.5)))
    actor = person.actor("Odile Tisserine")
    assert (actor["interest"], actor["power"]) == (2.0, 4.5)
    # Much power and little interest: to be satisfied, whichever way the axes lie.
    assert person.view.grid.people[person.mission.key("Odile Tisserine")].kind == "Satisfy"


def test_the_table_shows_the_scores_of_the_lens(person: Person) -> None:
    person.look("salience")
    model = person.view.grid.table.people
    heads = [
        model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())
    ]
    assert heads[:5] == ["Name", "Power", "Legitimacy", "Urgency", "Place"]
    row = model.row_of(person.mission.key("Odile Tisserine"))
    assert [model.index(row, column).data() for column in range(5)] == [
        "Odile Tisserine",
        "2",
        "yes",
        "no",
        "discretionary",
    ]
    assert model.setData(model.index(row, 3), True)
    assert person.actor("Odile Tisserine")["urgency"] is True


def test_an_earlier_day_is_looked_at_and_not_edited(person: Person) -> None:
    key = person.mission.key("Odile Tisserine")
    earlier = dt.date(2026, 4, 1)
    person.mission.document.run(
        "rate",
        lambda s: s.rate(ACTOR, key, {"synergy": 1, "antagonism": 3}, dated_on=earlier),
    )
    person.look("energies")
    person.view.show_as_of(dt.date(2026, 4, 2))
    person.grid.zooming.settle_now()
    assert person.cell_of("Odile Tisserine") == Score(1, 3)
    assert person.mission.key("Anselme Ferrage") not in person.grid.board.tokens
    steps = len(person.mission.document.steps())
    person.drag(person.at("Odile Tisserine"), person.place(Score(4, 1)))
    assert len(person.mission.document.steps()) == steps
    assert "past is not edited" in person.mission.toasts[-1][0]
    person.view.show_as_of(None)
    assert person.cell_of("Odile Tisserine") == Score(2, 2)


def test_the_way_somebody_came_is_that_of_the_lens(person: Person) -> None:
    person.look("energies")
    person.drag(person.at("Odile Tisserine"), person.place(Score(4, 4)))
    person.close_question()
    person.grid.picks.pick([person.mission.key("Odile Tisserine")])
    (trail,) = person.grid.board.trails.items
    assert person.grid.mapFromScene(trail.stops[0].point) == person.place(Score(2, 2))
    person.look("axes")
    assert not person.grid.board.trails.items


def test_while_others_look_the_words_are_neutral(person: Person) -> None:
    person.look("energies")
    person.mission.document.present(on=True)
    names = {c.name for c in person.grid.board.lens.captions(person.grid.board.frame)}
    assert "Opponent" not in names
    assert "Defends another project" in names
    assert not person.view.grid.data.placed


def test_the_lens_is_remembered(person: Person) -> None:
    person.look("salience")
    state = person.view.state()
    person.look("axes")
    person.view.restore(state)
    assert person.view.lens.name == "salience"
    person.view.restore({"lens": "gone", "axes": "no"})
    assert person.view.lens.name == "salience"


@pytest.mark.parametrize("chosen", FORMATS, ids=lambda chosen: str(chosen.name))
def test_a_lens_is_written_to_a_file_in_neutral_words(
    person: Person, qtbot: QtBot, tmp_path: Path, chosen: Format
) -> None:
    person.look("energies")
    path = tmp_path / f"map{chosen.suffix}"
    person.view.grid.output.write(chosen, path)
    qtbot.waitUntil(lambda: path.exists() and bool(person.mission.toasts), timeout=20_000)
    assert person.mission.told == []
    if chosen.suffix == ".pdf":
        text = " ".join(pypdf.PdfReader(path).pages[0].extract_text().split())
        assert "Anselme Ferrage" in text
        assert "Supports and questions" in text
        assert "Golden triangle" not in text
    assert person.grid.board.lens.kind(Score(3, 2)) == "golden triangle"
