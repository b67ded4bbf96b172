"""The tab of the alignment at mouse and keys; its figures are tested without a window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.constraints import RESOURCE_DEMAND
from entente.domain.difficulty import DIFFICULTY
from entente.domain.review import TENSION
from entente_ui.change.alignment.constraints_page import ConstraintsPage
from entente_ui.change.alignment.matrix_page import MatrixPage
from entente_ui.change.alignment.pages import CONSTRAINTS, MATRIX, RESOURCES
from entente_ui.change.alignment.resources_page import ResourcesPage
from entente_ui.change.alignment.view import AlignmentView
from entente_ui.charts.rating_frame import RatingFrame
from entente_ui.kit import EmptyState, Popover
from tests.ui.change.conftest import Mission

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def window(sample_mission: Mission) -> Iterator[AlignmentView]:
    """The tab over the sample mission, made once."""
    made = AlignmentView(sample_mission.context)
    made.resize(1300, 1500)
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def view(window: AlignmentView, sample_mission: Mission) -> Iterator[AlignmentView]:
    """The tab, and what a test wrote taken back after it."""
    yield window
    document = sample_mission.document
    document.present(False)
    while document.undo_label and document.undo_label != "Load the sample":
        document.undo()
    sample_mission.toasts.clear()
    sample_mission.revealed.clear()


def matrix(view: AlignmentView) -> MatrixPage:
    view.open(MATRIX)
    page = view.current
    assert isinstance(page, MatrixPage)
    page.search.clear()
    return page


def constraints(view: AlignmentView) -> ConstraintsPage:
    view.open(CONSTRAINTS)
    page = view.current
    assert isinstance(page, ConstraintsPage)
    return page


def resources(view: AlignmentView) -> ResourcesPage:
    view.open(RESOURCES)
    page = view.current
    assert isinstance(page, ResourcesPage)
    return page


def click(grid: RatingFrame, line: str, column: str = "") -> None:
    part = grid.part_of(line, column)
    QTest.mouseClick(grid, LEFT, pos=grid.box(part).center().toPoint())


def line(grid: RatingFrame, name: str) -> str:
    return next(each.key for each in grid.lines if name in each.name)


def test_keys_rate_and_what_was_said_is_asked_beside(
    view: AlignmentView, sample_mission: Mission
) -> None:
    page = matrix(view)
    assert len(page.grid.lines) == 10
    assert page.grid.grid.feet[0][1] == ("3.7", "3.8", "3.1")
    assert page.grid.grid.feet[1][1] == ("3", "3", "4")
    key = line(page.grid, "Gaspard Ormeval")
    click(page.grid, key, "approach")
    assert "consulte une fois" in page.panel.past.text()
    # Unshifted, on a French keyboard: 4.
    QTest.keyClicks(page.grid, "'")
    assert sample_mission.document.undo_label == (
        "Gaspard Ormeval, Approach: 4, sees nearly the same"
    )
    popover = page.window().findChild(Popover)
    assert popover is not None
    field = popover.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, "They came to us")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert page.panel.past.text().splitlines()[1] == "“They came to us”"
    # (28 + 3) / 9; the lowest is now Firmin Cordelois alone.
    means = page.grid.grid.feet[0][1]
    assert means[2:] == ("3.4",)
    assert "nearly the same" in page.grid.spoken(page.grid.aimed_part)


def test_those_not_asked_are_shown_on_demand_and_looked_for(view: AlignmentView) -> None:
    page = matrix(view)
    page.scope.findChildren(type(page.panel.quote))[1].click()
    assert len(page.grid.lines) == 18
    page.search.setText("tremolin")
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert [each.name for each in page.grid.lines] == ["Barnabé Trémolin"]
    click(page.grid, page.grid.lines[0].key, "vision")
    QTest.keyClicks(page.grid, "2")
    assert page.matrix is not None
    assert len(page.matrix.asked) == 11
    page.scope.findChildren(type(page.panel.quote))[0].click()


def test_a_meeting_is_proposed_once(view: AlignmentView, sample_mission: Mission) -> None:
    page = matrix(view)
    assert page.matrix is not None
    pair = page.matrix.pairs[1]
    keys = (pair.one, pair.other)
    QTest.mouseClick(page.pairs.buttons[keys], LEFT)
    assert sample_mission.toasts == ["The meeting is in the backlog"]
    assert keys not in page.pairs.buttons
    page.pairs.links[keys].click()
    kind, card = sample_mission.revealed[-1]
    assert kind == BACKLOG_ITEM.name
    titles = sample_mission.document.labels(BACKLOG_ITEM)
    assert titles[card].endswith(
        "Meeting of Gaspard Ormeval and Tancrède Boulonnier: the way to get there"
    )


def test_a_click_or_space_ticks_who_knows_of_a_constraint(
    view: AlignmentView, sample_mission: Mission
) -> None:
    page = constraints(view)
    assert page.found is not None
    assert page.found.clashes[0].is_unseen
    assert "CT5" in page.lonely.text()
    people = {name: key for key, name in page.found.people.items()}
    key = line(page.grid, "CT1")
    click(page.grid, key, people["Tancrède Boulonnier"])
    assert sample_mission.document.undo_label == "Tancrède Boulonnier knows of CT1"
    page.grid.go_to(line(page.grid, "CT2"), people["Rosalie Pâquerin"])
    QTest.keyClick(page.grid, Qt.Key.Key_Space)
    assert not any(clash.is_unseen for clash in page.found.clashes)
    QTest.keyClick(page.grid, Qt.Key.Key_Space)
    assert page.found.clashes[0].is_unseen
    # Who bears it knows of it, and nothing can be done about that.
    steps = sample_mission.document.undo_label
    click(page.grid, key, people["Rosalie Pâquerin"])
    assert sample_mission.document.undo_label == steps


def test_a_clash_is_noted_between_two_and_becomes_a_difficulty(
    view: AlignmentView, sample_mission: Mission
) -> None:
    page = constraints(view)
    card = page.clashes
    assert page.found is not None
    refs = {each.ref: each.id for each in page.found.constraints}
    assert not card.add.isEnabled()
    card.one.setCurrentIndex(card.one.findData(refs["CT5"]))
    card.other.setCurrentIndex(card.other.findData(refs["CT6"]))
    card.text.setText("Both before June")
    QTest.keyClick(card.text, Qt.Key.Key_Return)
    # Neither knows of the other: it comes among the unseen ones.
    assert [clash.is_unseen for clash in page.found.clashes] == [True, True, False]
    clash = page.found.clashes[1]
    assert clash.text == "Both before June"
    QTest.mouseClick(card.buttons[clash.id], LEFT)
    assert sample_mission.toasts == ["The difficulty is noted"]
    assert clash.id not in card.buttons
    titles = sample_mission.document.labels(DIFFICULTY).values()
    assert any("Pas de réseau" in title and "Analyse d’impact" in title for title in titles)


def test_a_constraint_is_added_and_worded_beside_the_grid(view: AlignmentView) -> None:
    page = constraints(view)
    page.add_record()
    assert page.found is not None
    assert page.found.constraints[-1].title == "New constraint"
    (card,) = page.form.cards.values()
    title = card.boxes["title"].input
    assert isinstance(title, QLineEdit)
    title.setText("Open at six only")
    card.boxes["title"].commit_typed()
    assert page.found.constraints[-1].title == "Open at six only"


def test_too_much_is_said_and_becomes_a_tension(
    view: AlignmentView, sample_mission: Mission
) -> None:
    page = resources(view)
    assert page.found is not None
    ((room, second),) = page.found.over
    click(page.grid, room, second)
    assert "8 asked of 6 demi-journées: 2 too much" in page.place.text()
    assert "too much" in page.grid.spoken(page.grid.aimed_part)
    assert len(page.demands.cards) == 3
    QTest.mouseClick(page.note, LEFT)
    assert page.note.isHidden()
    assert list(sample_mission.document.labels(TENSION).values())[-1].startswith("Salle de form")
    click(page.grid, room, next(iter(page.found.sprints)))
    assert page.tension.isHidden()
    page.demands.buttons[0].click()
    assert page.found.resources[0].uses[page.grid.place[1]].asked == 5
    assert page.found.over == ((room, second),)
    QGuiApplication.processEvents()
    opened = [card for card in page.demands.cards.values() if card.boxes]
    assert [card.boxes["amount"].isVisible() for card in opened] == [True]
    count = len(sample_mission.document.table(RESOURCE_DEMAND).rows)
    assert count == 12


def test_nothing_is_written_while_others_look_on(
    view: AlignmentView, sample_mission: Mission
) -> None:
    page = matrix(view)
    sample_mission.document.present(True)
    assert page.matrix is not None
    assert [person.name for person in page.matrix.asked] != []
    assert all("Campanule" not in each.name for each in page.grid.lines)
    page.grid.go_to(page.grid.lines[0].key, "vision")
    QTest.keyClicks(page.grid, "1")
    assert sample_mission.document.undo_label == "Load the sample"
    assert not page.pairs.buttons
    assert "CT5" not in " ".join(each.name for each in constraints(view).grid.lines)
    assert not constraints(view).clashes.add.isVisible()
    assert not resources(view).note.isVisible()


def test_an_empty_mission_says_what_to_do(empty_mission: Mission) -> None:
    made = AlignmentView(empty_mission.context)
    made.show()
    for name in (MATRIX, CONSTRAINTS, RESOURCES):
        made.open(name)
        assert any(each.isVisible() for each in made.current.findChildren(EmptyState))
        made.current.restore(made.current.state())
    assert made.current.add_record()
    assert isinstance(made.current, ResourcesPage)
    assert made.current.sprintless.isVisible()
    made.close()
    made.deleteLater()
