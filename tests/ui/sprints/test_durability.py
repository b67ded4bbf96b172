"""What will last of a mission, as a page: figures, links, the same as a table, shown to a room."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from entente.domain.cause import COMMON_CAUSE
from entente.store.gate import Gate
from entente_ui.kit import EmptyState, PlainLabel
from entente_ui.sprints.community.durability_page import DurabilityPage
from tests.conftest import FixedClock, confluent_gate
from tests.ui.sprints.conftest import Desk


def texts(page: DurabilityPage) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in page.sheet.findChildren(PlainLabel) if label.isVisible()]


def test_each_figure_leads_to_its_records_and_stands_in_a_table(
    qtbot: QtBot, clock: FixedClock, desk_of: Callable[[Gate], Desk]
) -> None:
    desk = desk_of(confluent_gate(clock, "en"))
    page = DurabilityPage(desk.context)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    assert "13 people support one at least; 3 of 4 are carried by somebody." in texts(page)
    assert "Of 20 actions done. 2 more are planned." in texts(page)
    page.sheet.links[0].click()
    kind, _key = desk.shown[0]
    assert kind == COMMON_CAUSE.name
    page.card.as_table.click()
    page.card.copy_button.click()
    copied = QApplication.clipboard().text().splitlines()
    assert copied[0] == "What lasts\tFigure\tIn words"
    assert len(copied) == 1 + 7
    assert desk.toasts == ["The table is on the clipboard."]
    desk.context.document.present(on=True)
    page.card.as_table.click()
    # One of the thirteen, and all relations, are nobody else's business.
    assert "12 people support one at least; 3 of 4 are carried by somebody." in texts(page)
    assert "Of no pair is it known how far they have come." in texts(page)


def test_a_new_mission_is_told_what_will_stand_here(
    qtbot: QtBot, gate: Gate, desk_of: Callable[[Gate], Desk]
) -> None:
    page = DurabilityPage(desk_of(gate).context)
    qtbot.addWidget(page)
    page.show()
    assert [each.isVisible() for each in page.findChildren(EmptyState)] == [True]
