"""The pane of the risks: its tabs, its figures, and who shows what."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from entente_ui.look.theme import Theme
from entente_ui.registers.filters import OneOf
from entente_ui.risks.matrix.view import MatrixView
from entente_ui.risks.pane import RisksPane
from entente_ui.risks.register_view import RegisterView
from entente_ui.risks.review.view import ReviewView
from entente_ui.risks.views import VIEWS
from tests.ui.risks.conftest import Mission

if TYPE_CHECKING:
    from entente_ui.pane import Selection


@pytest.fixture
def pane(look: Theme, mission: Mission, qtbot: QtBot) -> RisksPane:
    del look
    made = RisksPane(mission.context)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    qtbot.waitExposed(made)
    QApplication.processEvents()
    return made


def test_views_are_made_when_first_opened(pane: RisksPane) -> None:
    assert list(pane._views) == ["matrix"]
    assert pane.tabs.count() == len(VIEWS)
    assert isinstance(pane.go("register"), RegisterView)
    assert set(pane._views) == {"matrix", "register"}


def test_the_figures_stand_below_the_title(pane: RisksPane, mission: Mission) -> None:
    said = pane.subtitle.replace("\u202f", " ").replace("\u00a0", " ")
    # (125 − 68) / 125, and what was worked out by hand.
    assert said.startswith("10 risks · responses: −46% at the target · 1 review overdue")
    assert "138,700" in said
    mission.document.present(True)
    assert "138,700" in pane.subtitle


def test_a_cell_filters_the_register(pane: RisksPane, mission: Mission) -> None:
    view = pane.go("matrix")
    assert isinstance(view, MatrixView)
    view._choose((3, 4))
    view.side.to_register.click()
    assert pane.name == "register"
    register = pane.current
    assert isinstance(register, RegisterView)
    conditions = register.register.model.filter.conditions
    assert conditions == {
        "current_probability": OneOf(frozenset({3})),
        "current_impact": OneOf(frozenset({4})),
    }
    assert register.status == "2 of 10"
    assert mission.key("R03") in {register.register.model.key_at(row) for row in range(2)}


def test_a_risk_is_revealed_where_one_is(pane: RisksPane, mission: Mission) -> None:
    told: list[Selection | None] = []
    pane.selected.connect(told.append)
    key = mission.key("R05")
    pane.reveal("risk", key)
    assert pane.name == "matrix"
    assert told[-1] is not None
    assert told[-1].keys == (key,)
    pane.go("review")
    pane.reveal("risk", key)
    review = pane.current
    assert isinstance(review, ReviewView)
    assert review.sheet.texts["ref"] == "R05"


def test_a_review_ends_at_its_risk_on_the_matrix(pane: RisksPane, mission: Mission) -> None:
    review = pane.go("review")
    assert isinstance(review, ReviewView)
    review.reveal("risk", mission.key("R08"))
    review._leave()
    matrix = pane.current
    assert isinstance(matrix, MatrixView)
    assert matrix.chart.picked == mission.key("R08")


def test_printing_asks_for_the_document_of_the_risks(pane: RisksPane, mission: Mission) -> None:
    pane.print_out()
    ((kind, key),) = mission.revealed
    assert kind.endswith("risks")
    assert key == ""


def test_the_state_brings_everything_back_without_a_word_of_the_mission(
    pane: RisksPane, mission: Mission, qtbot: QtBot
) -> None:
    view = pane.go("matrix")
    assert isinstance(view, MatrixView)
    view.go("target")
    view.reveal("risk", mission.key("R05"))
    state = pane.state()
    other = RisksPane(mission.context)
    qtbot.addWidget(other)
    other.restore(state)
    again = other.current
    assert isinstance(again, MatrixView)
    assert (again.mode, again.chart.picked) == ("target", mission.key("R05"))
    assert "Param" not in str(state)
