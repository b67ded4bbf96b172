"""The tab of the progress at mouse and keys; what is written is tested without a window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.change.progress import ADKAR, KOTTER_STEP
from entente.domain.climate.survey import QUESTIONNAIRE, WAVE
from entente.services import adkar, change_figures, kotter, records
from entente_ui.change.progress.view import ProgressView
from entente_ui.kit import Menu, Popover
from tests.ui.change.conftest import Mission


@pytest.fixture(scope="module")
def window(sample_mission: Mission) -> Iterator[ProgressView]:
    """The tab over the sample mission, made once."""
    made = ProgressView(sample_mission.context)
    made.resize(1200, 1800)
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def view(window: ProgressView, sample_mission: Mission) -> Iterator[ProgressView]:
    """The tab, and what a test wrote taken back after it."""
    yield window
    for popover in window.findChildren(Popover):
        popover.close()
    sample_mission.document.present(False)
    while sample_mission.document.undo_label not in {"", "Load the sample"}:
        sample_mission.document.undo()
    sample_mission.toasts.clear()
    sample_mission.revealed.clear()


def answer(view: ProgressView, text: str) -> None:
    """Answer what was just asked beside something."""
    popover = view.window().findChildren(Popover)[-1]
    field = popover.findChild(QLineEdit)
    assert field is not None
    field.setText(text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_step_is_judged_and_asked_what_shows_it(
    view: ProgressView, sample_mission: Mission
) -> None:
    box = view.board.boxes["anchor"]
    assert (box.scores.current, view.board.boxes["urgency"].scores.current) == ("0", "4")
    box.scores.chosen.emit("1")
    assert sample_mission.document.undo_label == "8 · anchor: 1 of 4"
    answer(view, "Two meetings ran without the mediator")
    step = sample_mission.document.read(kotter.course).step("anchor")
    assert [(each.score, each.fact) for each in step.history][-1] == (
        1,
        "Two meetings ran without the mediator",
    )
    assert view.steps.table.twin.figures.rows[-1][2:5:2] == (
        "1",
        "Two meetings ran without the mediator",
    )
    sample_mission.document.undo()
    sample_mission.document.undo()
    assert box.scores.current == "0"
    # A score that was said is not unsaid here.
    box.scores.chosen.emit("none")
    assert box.scores.current == "0"


def test_cards_of_a_step_are_opened_and_added(view: ProgressView, sample_mission: Mission) -> None:
    box = view.board.boxes["consolidate"]
    assert [link.text() for link in box.cards] == ["B25"]
    box.cards[0].click()
    assert sample_mission.revealed[-1][0] == BACKLOG_ITEM.name
    box.add_button.click()
    answer(view, "Write down what is kept")
    assert len(box.cards) == 2
    rows = sample_mission.document.table(BACKLOG_ITEM).dicts()
    assert [row["title"] for row in rows if row["kotter"] == "consolidate"][-1] == (
        "Write down what is kept"
    )


def test_keys_mark_an_element_and_the_barrier_moves(
    view: ProgressView, sample_mission: Mission
) -> None:
    first = view.grid.lines[0].key
    assert view.grid.outlined[first] == "desire"
    view.go_to(first, "desire")
    QTest.keyClick(view.grid, Qt.Key.Key_4)
    answer(view, "Speaks of it to the team")
    assert sample_mission.document.undo_label == "Note what was seen"
    assert view.grid.outlined[first] == "knowledge"
    assert "knowledge (3 of 5)" in view.grid.spoken(view.grid.part_of(first, ""))
    assert view.panel.marks.current == "4"
    told = sample_mission.document.read(lambda s: adkar.history(s, first, "desire"))
    assert [each.mark for each in told] == [1, 2, 4]
    view.panel.marks.chosen.emit("none")
    people = sample_mission.document.read(change_figures.changes)
    assert people[0].marks["desire"] is None
    assert view.barriers.table.twin.figures.rows[0][-1] == "knowledge"


def test_a_group_is_taken_in_from_the_menu_and_let_go(view: ProgressView) -> None:
    view.add_button.click()
    menu = view.findChildren(Menu)[0]
    parts = {part.title(): part for part in menu.findChildren(Menu)}
    assert list(parts) == ["Functional groups", "People"]
    assert "A07 Firmin Cordelois" not in {action.text() for action in parts["People"].actions()}
    parts["Functional groups"].actions()[0].trigger()
    menu.close()
    assert [line.name.split()[0] for line in view.grid.lines] == ["A07", "A08", "GF1"]
    assert view.grid.place == (view.grid.lines[2].key, "awareness")
    view.panel.remove_button.click()
    assert len(view.grid.lines) == 2


def test_others_see_neither_people_nor_what_could_be_written(
    view: ProgressView, sample_mission: Mission
) -> None:
    sample_mission.document.present(True)
    QApplication.processEvents()
    assert view.grid.lines == ()
    assert not view.panel.isVisible()
    assert not view.nobody.isVisible()
    assert not view.add_button.isVisible()
    box = view.board.boxes["urgency"]
    assert (box.scores.isEnabled(), box.add_button.isVisible()) == (False, False)
    assert len(view.rates.table.twin.figures.rows) == 2
    sample_mission.document.present(False)
    (last, *_others) = sample_mission.document.table(WAVE).dicts()[::-1]
    hidden = {"confidentiality": "mediator"}
    sample_mission.document.run("Hide", lambda s: records.change(s, WAVE, last["id"], hidden))
    sample_mission.document.present(True)
    assert [row[0] for row in view.rates.table.twin.figures.rows] == ["ICAP 1"]


def test_records_are_found_and_the_waves_stand_as_a_table(
    view: ProgressView, sample_mission: Mission
) -> None:
    step = sample_mission.document.read(kotter.course).step("wins")
    assert view.reveal(KOTTER_STEP.name, step.id)
    assert not view.reveal(KOTTER_STEP.name, "nothing")
    assert view.reveal(ADKAR.name, view.grid.lines[1].key)
    assert view.grid.place[0] == view.grid.lines[1].key
    kept = view.state()
    view.grid.go_to(view.grid.lines[0].key)
    view.restore(kept)
    assert view.grid.place[0] == view.grid.lines[1].key
    rows = view.rates.table.twin.figures.rows
    assert [row[3:] for row in rows] == [
        ("55%", "40%", "38%", "22%", "–"),
        ("71%", "62%", "50%", "41%", "–"),
    ]
    assert "the order is the one expected" in view.rates.sentence.text()
    view.print_out()
    assert sample_mission.revealed[-1] == ("paper:change", "")


def test_an_empty_mission_says_what_to_do(empty_mission: Mission) -> None:
    made = ProgressView(empty_mission.context)
    made.show()
    assert (made.nobody.isVisible(), made.no_wave.isVisible()) == (True, True)
    assert (made.barriers.isVisible(), made.rates.isVisible()) == (False, False)
    assert made.steps.sentence.text() == "No step was judged yet."
    made.nobody.button.click()
    assert "Nobody is left to add" in empty_mission.toasts[-1]
    made.no_wave.button.click()
    (row,) = empty_mission.document.read(lambda s: records.list_rows(s, QUESTIONNAIRE)).dicts()
    assert empty_mission.revealed == [(QUESTIONNAIRE.name, row["id"])]
    made.close()
    made.deleteLater()
