"""The sociogram: choices drawn by hand, by keys and in the table, and seen by nobody else."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from entente.domain.actor import ACTOR
from entente.domain.placement import are_apart
from entente.domain.sociogram import sociogram as reckon
from entente.services import records, sociogram
from entente.store.session import Session
from entente_ui.actors.arrange import arrange
from entente_ui.actors.frame import Score
from entente_ui.actors.lenses.target import Target, place
from entente_ui.actors.lenses.view import LensesView
from entente_ui.actors.output import FORMATS
from entente_ui.actors.stands import Stand
from entente_ui.kit import PlainLabel
from tests.ui.actors.conftest import Mission
from tests.ui.actors.test_lenses import Person

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_NAMES = ("Ada", "Bo", "Cy", "Di")


def fill(session: Session) -> None:
    for name in _NAMES:
        records.create(session, ACTOR, {"name": name})


def ask(session: Session) -> None:
    sociogram.ask(session, "With whom?")


@pytest.fixture
def fills() -> list[Callable[[Session], object]]:
    return [fill, ask]


@pytest.fixture
def person(mission: Mission, qtbot: QtBot) -> Iterator[Person]:
    view = LensesView(mission.context)
    view.resize(1100, 780)
    view.show()
    qtbot.waitExposed(view)
    view.look_through("choices")
    QApplication.processEvents()
    view.grid.view.zooming.settle_now()
    yield Person(view, mission)
    view.close()
    view.deleteLater()
    QApplication.sendPostedEvents(view, QEvent.Type.DeferredDelete)


def answers(person: Person) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Return who chooses whom and who sets whom aside, by name."""
    mission = person.mission
    names = {mission.key(name): name for name in _NAMES}
    reading = mission.document.read(sociogram.read)
    choices, rejections = (
        {(names[one], names[two]) for one, two in ties}
        for ties in (reading.choices, reading.rejections)
    )
    return choices, rejections


def test_dragging_from_one_to_another_is_a_choice(person: Person) -> None:
    person.drag(person.at("Ada"), person.at("Bo"))
    assert answers(person) == ({("Ada", "Bo")}, set())
    assert person.mission.document.undo_label == "Ada chooses Bo"
    assert len(person.grid.board.ties.item.lines) == 1
    person.mission.document.undo()
    assert answers(person) == (set(), set())
    assert not person.grid.board.ties.item.lines


def test_with_shift_it_sets_aside(person: Person) -> None:
    person.drag(person.at("Ada"), person.at("Bo"), _SHIFT)
    assert answers(person) == (set(), {("Ada", "Bo")})
    (line,) = person.grid.board.ties.item.lines
    assert not line.is_choice


def test_dragging_again_takes_it_back(person: Person) -> None:
    for _time in range(2):
        person.drag(person.at("Ada"), person.at("Bo"))
    assert answers(person) == (set(), set())


def test_a_choice_becomes_a_setting_aside(person: Person) -> None:
    person.drag(person.at("Ada"), person.at("Bo"))
    person.drag(person.at("Ada"), person.at("Bo"), _SHIFT)
    assert answers(person) == (set(), {("Ada", "Bo")})


def test_who_choose_each_other_are_one_line_with_two_heads(person: Person) -> None:
    person.drag(person.at("Ada"), person.at("Bo"))
    person.drag(person.at("Bo"), person.at("Ada"))
    (line,) = person.grid.board.ties.item.lines
    assert line.is_mutual


def test_letting_go_elsewhere_writes_nothing(person: Person) -> None:
    steps = len(person.mission.document.steps())
    person.drag(person.at("Ada"), person.grid.viewport().rect().topLeft())
    person.drag(person.at("Ada"), person.at("Ada") + person.at("Ada") / 40)
    assert len(person.mission.document.steps()) == steps


def test_escape_ends_the_arrow_that_is_being_drawn(person: Person) -> None:
    person.carry(person.at("Ada"), person.at("Bo"))
    assert person.grid.board.ties.draft.lines
    QTest.keyClick(person.grid, Qt.Key.Key_Escape)
    assert not person.grid.board.ties.draft.lines
    person.send(QEvent.Type.MouseButtonRelease, person.at("Bo"))
    assert answers(person) == (set(), set())


def test_it_can_all_be_done_by_keys(person: Person) -> None:
    keys, grid = Qt.Key, person.grid
    for end, modifiers in (
        (keys.Key_Return, Qt.KeyboardModifier.NoModifier),
        (keys.Key_Return, _SHIFT),
    ):
        grid.go(person.mission.key("Ada"))
        QTest.keyClick(grid, keys.Key_Return)
        grid.go(person.mission.key("Cy"))
        QTest.keyClick(grid, end, modifiers)
    assert answers(person) == (set(), {("Ada", "Cy")})
    grid.go(person.mission.key("Ada"))
    QTest.keyClick(grid, keys.Key_Return)
    grid.go(person.mission.key("Cy"))
    QTest.keyClick(grid, keys.Key_Delete)
    assert answers(person) == (set(), set())


def test_an_arrow_key_goes_to_the_neighbour_and_moves_nobody(person: Person) -> None:
    board = person.grid.board
    person.grid.go(person.mission.key("Ada"))
    before = {key: token.pos() for key, token in board.tokens.items()}
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(person.grid, key)
    assert {key: token.pos() for key, token in board.tokens.items()} == before
    assert not person.grid.nudge.is_under_way


def test_the_table_says_the_same_and_is_answered_by_keys(person: Person) -> None:
    person.drag(person.at("Ada"), person.at("Bo"))
    table = person.view.choices.table
    model = table.answers
    assert [model.index(row, 0).data() for row in range(4)] == list(_NAMES)
    assert model.index(0, 6).data() == "+"
    assert model.index(1, 1).data() == "1"
    person.view.grid.commands.table.setChecked(True)
    assert table.isVisible()
    table.setCurrentIndex(model.index(2, 8))
    QTest.keyClicks(table, "-")
    assert answers(person) == ({("Ada", "Bo")}, {("Cy", "Di")})
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert answers(person) == ({("Ada", "Bo")}, set())


def test_every_choice_says_when_it_was_asked_for(person: Person) -> None:
    person.drag(person.at("Ada"), person.at("Bo"))
    day = "Asked on: 10\u00a0June\u00a02026"
    told = person.grid.board.person(person.mission.key("Bo"))
    assert told is not None
    assert told.where.endswith(f" · {day}")
    summary = person.view.choices.summary
    assert day in [label.text() for label in summary.findChildren(PlainLabel)]
    model = person.view.choices.table.answers
    cells = [
        model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    assert f"Ada chooses Bo\n{day}" in cells


def test_nobody_else_sees_it(person: Person) -> None:
    person.drag(person.at("Ada"), person.at("Bo"))
    person.mission.document.present(on=True)
    assert person.view.lens.name == "axes"
    assert not person.grid.board.ties.item.lines
    assert not person.view.choices.table.isVisible()
    person.view.look_through("choices")
    assert person.view.lens.name == "axes"


def test_it_is_never_printed(person: Person, tmp_path: Path) -> None:
    person.drag(person.at("Ada"), person.at("Bo"))
    path = tmp_path / "sociogram.pdf"
    person.view.grid.output.write(FORMATS[0], path)
    person.view.grid.output.copy()
    assert "not printed" in person.mission.toasts[-1][0]
    assert not path.exists()


def test_nothing_can_be_placed_or_typed_here(person: Person) -> None:
    steps = len(person.mission.document.steps())
    person.grid.go(person.mission.key("Ada"))
    person.view.grid.commands.ask_position()
    QTest.keyClick(person.grid, Qt.Key.Key_Delete)
    person.view.grid.work.drop([person.mission.key("Ada")], person.grid.board.frame.score(5, 5))
    assert len(person.mission.document.steps()) == steps


@pytest.mark.parametrize("count", [1, 2, 18, 60])
def test_on_the_target_nobody_covers_another(count: int) -> None:
    members = [f"m{number:02}" for number in range(count)]
    ties = [(one, members[(7 * n + 3) % count]) for n, one in enumerate(members)]
    ties += [(one, members[n % 3 % count]) for n, one in enumerate(members)]
    target = Target(900, 600, place(members, reckon(members, ties), ties))
    stands = [Stand(key, Score(float(n), 0.0)) for n, key in enumerate(members)]
    made = arrange(stands, target, (17.0, 15.0, 13.0), 5)
    assert set(made.points) == set(members)
    assert are_apart(list(made.points.values()), made.radius)


class TestBeforeAnyQuestion:
    @pytest.fixture
    def fills(self) -> list[Callable[[Session], object]]:
        return [fill]

    def test_one_is_asked_for_first(self, person: Person) -> None:
        person.drag(person.at("Ada"), person.at("Bo"))
        assert "Ask a question first" in person.mission.toasts[-1][0]
        assert not person.mission.document.read(sociogram.questions)

    def test_a_question_is_asked_beside_its_button(self, person: Person) -> None:
        person.view.choices._add_question("With whom would you travel?")
        (asked,) = person.mission.document.read(sociogram.questions)
        assert asked.text == "With whom would you travel?"
        person.drag(person.at("Ada"), person.at("Bo"))
        assert answers(person) == ({("Ada", "Bo")}, set())
