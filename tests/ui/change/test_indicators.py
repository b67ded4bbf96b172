"""The tab of the indicators at mouse and keys; figures are tested without a window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from entente.domain.change.progress import ADOPTION, CHANGE_INDICATOR, USAGE_CHECK
from entente.domain.confidentiality import MEDIATOR
from entente.services import records
from entente.services.indicators import indicators
from entente_ui.change.indicators.board import IndicatorCard
from entente_ui.change.indicators.view import IndicatorsView
from entente_ui.kit import Menu
from tests.ui.change.conftest import Mission


@pytest.fixture(scope="module")
def window(sample_mission: Mission) -> Iterator[IndicatorsView]:
    """The tab over the sample mission, made once."""
    made = IndicatorsView(sample_mission.context)
    made.resize(1200, 1800)
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def view(window: IndicatorsView, sample_mission: Mission) -> Iterator[IndicatorsView]:
    """The tab, and what a test wrote taken back after it."""
    yield window
    sample_mission.document.present(False)
    while sample_mission.document.undo_label not in {"", "Load the sample"}:
        sample_mission.document.undo()
    sample_mission.toasts.clear()


def cards(view: IndicatorsView) -> list[IndicatorCard]:
    return [card for card in view.board.cards.values() if isinstance(card, IndicatorCard)]


def plain(text: str) -> str:
    """Return words without what binds them to their figures."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_each_indicator_says_value_way_and_age(view: IndicatorsView) -> None:
    first, trained, *_rest, last = cards(view)
    assert plain(first.value.text()) == "9 par semaine"
    assert plain(first.aim.text()) == "from 18 to 4 by 30 September 2026 · every week"
    assert (first.gone.text(), first.age.text()) == ("64% of the way", "read 12 days ago")
    # Twelve days since the last, of seven.
    assert first.due.text() == "due for 5 days"
    assert not trained.due.isVisible()
    assert first.spark.accessibleName().startswith(
        "3\N{NO-BREAK SPACE}April 18, 17\N{NO-BREAK SPACE}April 21"
    )
    assert "worked out from the registers" in last.aim.text()
    assert not last.field.isVisible()
    assert view.board.note.text() == ("Targets reached: 0 of 7. 2 are to be read again.")


def test_a_reading_is_typed_in_place_and_words_are_refused(
    view: IndicatorsView, sample_mission: Mission
) -> None:
    first = cards(view)[0]
    first.field.setText("many")
    QTest.keyClick(first.field, Qt.Key.Key_Return)
    assert "many" in first.problem.text()
    assert (first.problem.isVisible(), first.field.text()) == (True, "many")
    # Enter is the field's: the form of the card does not open, with the cursor in the name.
    assert first.boxes == {}
    first.field.setText("3.5")
    QTest.keyClick(first.field, Qt.Key.Key_Return)
    assert sample_mission.document.undo_label == "Irritants relevés: 3.5"
    assert (first.problem.isVisible(), first.field.text()) == (False, "")
    assert (plain(first.value.text()), first.age.text()) == (
        "3.5 par semaine",
        "read today",
    )
    # 14.5 of the 14 from 18 down to 4.
    assert first.gone.text() == "104% of the way"
    first.field.setText("4")
    first.button.click()
    (found, *_others) = sample_mission.document.read(lambda s: indicators(s, MEDIATOR))
    assert [point.value for point in found.points][-2:] == [9, 4]


def test_one_that_is_worked_out_comes_from_the_menu(
    view: IndicatorsView, sample_mission: Mission
) -> None:
    view.worked_out.click()
    menu = view.findChildren(Menu)[-1]
    names = [action.text() for action in menu.actions()]
    assert "Commitments kept" in names
    assert "Adoption" not in names
    menu.actions()[names.index("Commitments kept")].trigger()
    menu.close()
    assert sample_mission.document.undo_label == "Add indicator commitments kept"
    added = cards(view)[-1]
    assert added.value.text().endswith("%")
    assert added.gone.text() == "without a way to show"
    view.add_record()
    assert len(cards(view)) == 9
    assert "name" in cards(view)[-1].boxes


def test_the_weakest_link_is_said_and_outlined(view: IndicatorsView) -> None:
    lines = {line.name.split(" · ")[0]: line.key for line in view.use.grid.lines}
    assert {name: view.use.grid.outlined[key] for name, key in lines.items()} == {
        "Glossaire commun": "used",
        "Relève sur écran (essai)": "used",
        "Tournée sur téléphone (essai)": "usable",
    }
    assert "IDE et AS du SSIAD: the weakest link is “Usable” (2 of 5)" in (
        view.use.card.sentence.text()
    )
    view.use.checks.buttons[0].click()
    assert len(view.use.checks.cards) == 5
    rows = records.list_rows
    found = view.context.document.read(lambda s: rows(s, USAGE_CHECK)).dicts()
    assert view.reveal(USAGE_CHECK.name, found[0]["id"])


def test_adoption_is_shown_tool_by_tool_and_counted_again(
    view: IndicatorsView, sample_mission: Mission
) -> None:
    part = view.adoption
    assert plain(part.card.sentence.text()) == (
        "31 of 46 use it (67%). Half was reached on 21 May 2026."
    )
    part.choice.setCurrentIndex(1)
    part.choice.activated.emit(1)
    assert "If it goes on like this, half is reached on 12 June 2026." in plain(
        part.card.sentence.text()
    )
    assert [row[1] for row in part.card.table.twin.figures.rows] == ["1", "2", "4"]
    assert part.chart.days is not None
    part.counts.buttons[0].click()
    assert len(part.counts.cards) == 4
    assert part.choice.currentIndex() == 1
    kept = view.state()
    part.choice.setCurrentIndex(0)
    view.restore(kept)
    assert part.choice.currentIndex() == 1
    rows = sample_mission.document.table(ADOPTION).dicts()
    assert view.reveal(ADOPTION.name, rows[0]["id"])
    assert part.choice.currentIndex() == 0
    part.counts.buttons[1].click()
    assert part.choice.currentText() == "Tool or service"
    assert part.card.sentence.text().endswith("no curve can be told from these counts.")


def test_others_see_what_is_public_and_write_nothing(
    view: IndicatorsView, sample_mission: Mission
) -> None:
    sample_mission.document.present(True)
    QApplication.processEvents()
    assert len(cards(view)) == 6
    assert not any(card.field.isVisible() for card in cards(view))
    assert not any(button.isVisible() for button in (view.worked_out, *view.board.buttons))
    assert not view.adoption.counts.buttons[0].isVisible()
    rows = sample_mission.document.table(CHANGE_INDICATOR).dicts()
    assert view.reveal(CHANGE_INDICATOR.name, rows[0]["id"])


def test_an_empty_mission_says_what_to_do(empty_mission: Mission) -> None:
    made = IndicatorsView(empty_mission.context)
    made.show()
    assert not made.use.card.isVisible()
    assert not made.adoption.card.isVisible()
    assert made.board.note.text() == ""
    assert made.board.buttons[0].isVisible()
    made.close()
    made.deleteLater()
