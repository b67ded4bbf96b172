from enum import IntEnum

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from tests.ui.actors.conftest import Hands, Mission


class Column(IntEnum):
    """The columns of the grid of power and interest."""

    NAME = 0
    POWER = 1
    INTEREST = 2
    KIND = 3
    SINCE = 4
    CONFIDENCE = 5
    FACT = 6


_EDIT = Qt.ItemDataRole.EditRole


@pytest.fixture(autouse=True)
def table(hands: Hands) -> None:
    hands.grid.commands.table.setChecked(True)


def shown(hands: Hands, column: Column) -> list[str]:
    model = hands.grid.table.people
    return [model.index(row, column).data() for row in range(model.rowCount())]


def put(hands: Hands, mission: Mission, name: str, column: Column, value: object) -> bool:
    model = hands.grid.table.people
    return model.setData(model.index(model.row_of(mission.key(name)), column), value)


def test_the_model_keeps_qt_s_contract(hands: Hands, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(hands.grid.table.people)


def test_it_says_the_same_as_the_grid(hands: Hands) -> None:
    assert shown(hands, Column.NAME) == [
        "Anselme Ferrage",
        "Odile Tisserine",
        "Firmin Cordelois",
        "Cyprien Halleresse",
        "Zoé Nouvelle",
    ]
    assert shown(hands, Column.POWER) == ["4", "4", "2", "5", ""]
    assert shown(hands, Column.KIND) == [
        "Collaborate",
        "Collaborate",
        "Inform",
        "Satisfy",
        "",
    ]
    assert shown(hands, Column.CONFIDENCE) == ["medium"] * 4 + [""]


def test_a_score_is_edited_there_as_one_step(hands: Hands, mission: Mission) -> None:
    assert put(hands, mission, "Firmin Cordelois", Column.POWER, 4.5)
    assert mission.score("Firmin Cordelois") == (4.5, 4.0)
    assert shown(hands, Column.KIND)[2] == "Collaborate"
    mission.document.undo()
    assert mission.score("Firmin Cordelois") == (2.0, 4.0)


def test_confidence_and_fact_are_edited_there(hands: Hands, mission: Mission) -> None:
    assert put(hands, mission, "Firmin Cordelois", Column.CONFIDENCE, "high")
    assert put(hands, mission, "Firmin Cordelois", Column.FACT, "Showed the forms.")
    (only,) = mission.ratings("Firmin Cordelois")
    assert (only.confidence, only.fact) == ("high", "Showed the forms.")


def test_a_score_typed_for_somebody_new_is_a_first_position(hands: Hands, mission: Mission) -> None:
    assert put(hands, mission, "Zoé Nouvelle", Column.INTEREST, 4.0)
    assert mission.score("Zoé Nouvelle") == (3.0, 4.0)


def test_the_fact_of_somebody_without_a_position_cannot_be_edited(hands: Hands) -> None:
    model = hands.grid.table.people
    flags = model.flags(model.index(4, Column.FACT))
    assert not flags & Qt.ItemFlag.ItemIsEditable


def test_the_same_value_writes_nothing(hands: Hands, mission: Mission) -> None:
    steps = len(mission.document.steps())
    put(hands, mission, "Firmin Cordelois", Column.POWER, 2.0)
    assert len(mission.document.steps()) == steps


@pytest.mark.parametrize(
    ("column", "first"),
    [
        (Column.NAME, "Anselme Ferrage"),
        (Column.POWER, "Firmin Cordelois"),
        (Column.INTEREST, "Cyprien Halleresse"),
    ],
)
def test_it_is_sorted_with_the_blank_last(hands: Hands, column: Column, first: str) -> None:
    table = hands.grid.table
    table.sortByColumn(column, Qt.SortOrder.AscendingOrder)
    assert shown(hands, Column.NAME)[0] == first
    if column is not Column.NAME:
        assert shown(hands, Column.NAME)[-1] == "Zoé Nouvelle"
        table.sortByColumn(column, Qt.SortOrder.DescendingOrder)
        assert shown(hands, Column.NAME)[-1] == "Zoé Nouvelle"


def test_rows_keep_their_place_when_edited(hands: Hands, mission: Mission) -> None:
    hands.grid.table.sortByColumn(Column.POWER, Qt.SortOrder.AscendingOrder)
    order = shown(hands, Column.NAME)
    put(hands, mission, "Firmin Cordelois", Column.POWER, 5.0)
    assert shown(hands, Column.NAME) == order


def test_the_selection_is_that_of_the_grid(hands: Hands, mission: Mission) -> None:
    key = mission.key("Odile Tisserine")
    hands.grid.table.selectRow(hands.grid.table.people.row_of(key))
    hands.grid.commands.table.setChecked(False)
    assert hands.view.picks.keys == (key,)
