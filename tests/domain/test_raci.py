"""What is wanting in a RACI matrix, on cells written by hand."""

import pytest

from entente.domain.raci import Fault, Finding, duties_text, findings, read_duties
from entente.domain.responsibility import Duty

R, A, C, I = Duty.RESPONSIBLE, Duty.ACCOUNTABLE, Duty.CONSULTED, Duty.INFORMED  # noqa: E741  # as in RACI


def faults(cells: dict[str, str], most: int = 3) -> list[tuple[str, str, str]]:
    """Return what is wanting in rows written like `x: R..A` over the columns a, b, c, d."""
    columns = "abcd"[: max(map(len, cells.values()))]
    duties = {
        (row, column): (Duty(letter),)
        for row, letters in cells.items()
        for column, letter in zip(columns, letters, strict=True)
        if letter != "."
    }
    return [
        (each.fault.name, each.deliverable, each.actor)
        for each in findings(cells, columns, duties, most)
    ]


def test_a_sound_matrix_has_no_findings() -> None:
    assert faults({"x": "RACI", "y": "ARIC"}) == []


def test_one_must_answer_and_one_alone() -> None:
    assert faults({"x": "RCCI", "y": "AARI"}) == [
        ("NOBODY_ANSWERS", "x", ""),
        ("SEVERAL_ANSWER", "y", ""),
    ]


def test_one_must_do_it() -> None:
    assert faults({"x": "ACI"}) == [("NOBODY_DOES", "x", "")]


def test_an_empty_row_is_said_once() -> None:
    assert faults({"x": "....", "y": "RACI"}) == [("EMPTY_ROW", "x", "")]


def test_an_empty_column_is_said() -> None:
    assert faults({"x": "RA.I"}) == [("EMPTY_COLUMN", "", "c")]


def test_too_much_to_do_is_said_beyond_the_limit_alone() -> None:
    rows = {str(number): "RA" for number in range(4)}
    assert faults(rows, most=4) == []
    assert faults(rows, most=3) == [("TOO_MANY_TASKS", "", "a")]


def test_two_letters_in_a_cell_count_each() -> None:
    assert findings(["x"], ["a"], {("x", "a"): (R, A)}) == []


def test_the_number_is_told() -> None:
    (found,) = findings(["x"], ["a", "b", "c"], {("x", c): (A, R) for c in "abc"})
    assert found == Finding(Fault.SEVERAL_ANSWER, "x", count=3)


@pytest.mark.parametrize(
    ("typed", "duties"),
    [
        ("", ()),
        ("  ", ()),
        ("r", (R,)),
        ("A", (A,)),
        ("ar", (R, A)),
        ("R/A", (R, A)),
        ("c, i", (C, I)),
        ("RR", (R,)),
        ("x", None),
        ("R?", None),
        ("responsible", None),
        ("1", None),
    ],
)
def test_what_is_typed_into_a_cell(typed: str, duties: tuple[Duty, ...] | None) -> None:
    assert read_duties(typed) == duties


def test_a_cell_shows_its_letters_in_the_order_of_the_name() -> None:
    assert duties_text([I, C, A, R]) == "RACI"
