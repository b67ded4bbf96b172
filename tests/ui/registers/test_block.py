"""Blocks of cells as spreadsheets write and read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entente_ui.registers.block import read_block, tiled, unguarded, write_block


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ("a", [["a"]]),
        ("a\t\t", [["a", "", ""]]),
        ("a\n\nb", [["a"], [""], ["b"]]),
        ('"deux\nlignes"\tb\nc', [["deux\nlignes", "b"], ["c"]]),
        ('"il dit ""oui"""\tb', [['il dit "oui"', "b"]]),
        ('"Bonjour" dit-il\tb', [['"Bonjour" dit-il', "b"]]),
        ('5"\t6"', [['5"', '6"']]),
        ("a\rb", [["a"], ["b"]]),
    ],
)
def test_blocks_are_read_as_spreadsheets_copy_them(text: str, expected: list[list[str]]) -> None:
    assert read_block(text) == expected


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-SUM(A1)", "'-SUM(A1)"),
        ("'=x", "''=x"),
        ("-2", "-2"),
        ("+33 6 12 34", "+33 6 12 34"),
        ('dit "oui"', '"dit ""oui"""'),
    ],
)
def test_nothing_that_goes_out_can_act_as_a_formula(cell: str, written: str) -> None:
    assert write_block([[cell]]) == written


@given(
    st.lists(
        st.lists(
            st.text(st.characters(exclude_characters="\r\0"), max_size=12), min_size=2, max_size=2
        ),
        min_size=1,
        max_size=5,
    )
)
def test_what_goes_out_comes_back_the_same(rows: list[list[str]]) -> None:
    back = [[unguarded(cell) for cell in row] for row in read_block(write_block(rows))]
    assert back == rows


def test_a_block_fills_a_selection_it_divides() -> None:
    assert tiled([["a"]], 2, 2) == [["a", "a"], ["a", "a"]]
    assert tiled([["a", "b"]], 2, 2) == [["a", "b"], ["a", "b"]]
    assert tiled([["a", "b"]], 3, 3) == [["a", "b"]]
    assert tiled([["a"], ["b", "c"]], 1, 1) == [["a", ""], ["b", "c"]]
