"""The order people give to things by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entente.domain.ranking import rank_of, ranks

ABCD = [("a", 1.0), ("b", 2.0), ("c", 3.0), ("d", 4.0)]


@pytest.mark.parametrize(
    ("ref", "rank", "expected"),
    [("B07", None, 7.0), ("B07", 2.5, 2.5), ("B1042", None, 1042.0), ("?", None, 0.0)],
)
def test_what_was_never_moved_stands_by_its_reference(
    ref: str, rank: float | None, expected: float
) -> None:
    assert rank_of(ref, rank) == expected


def test_one_between_two_takes_the_middle() -> None:
    assert ranks(ABCD, ["d"], "b") == {"d": 1.5}


def test_several_share_the_room_between_two() -> None:
    assert ranks(ABCD, ["d", "c"], "b") == {"d": pytest.approx(4 / 3), "c": pytest.approx(5 / 3)}


def test_without_a_place_it_goes_to_the_end_and_to_the_front_before_the_first() -> None:
    assert ranks(ABCD, ["a"]) == {"a": 5.0}
    assert ranks(ABCD, ["d"], "a") == {"d": 0.0}
    assert ranks([], ["new"]) == {"new": 1.0}


def test_before_itself_or_a_stranger_means_the_end() -> None:
    assert ranks(ABCD, ["b"], "b") == {"b": 5.0}
    assert ranks(ABCD, ["b"], "nobody") == {"b": 5.0}


def test_all_are_numbered_anew_where_no_room_is_left() -> None:
    order = [("a", 1.0), ("b", 1.0 + 1e-9), ("c", 9.0)]
    assert ranks(order, ["c"], "b") == {"c": 2.0, "b": 3.0}


@given(st.data())
def test_the_ranks_give_the_order_that_was_asked_for(data: st.DataObject) -> None:
    keys = [str(n) for n in range(data.draw(st.integers(1, 8)))]
    values = sorted(data.draw(st.lists(st.floats(-9, 9), min_size=len(keys), max_size=len(keys))))
    order = list(zip(keys, values, strict=True))
    moved = data.draw(st.lists(st.sampled_from(keys), unique=True))
    before = data.draw(st.sampled_from([*keys, ""]))
    new = dict(order) | ranks(order, moved, before)

    rest = [key for key in keys if key not in moved]
    at = rest.index(before) if before in rest else len(rest)
    wanted = [*rest[:at], *moved, *rest[at:]]
    # Equal ranks, as ranks of before may be, keep the order they had.
    assert sorted(wanted, key=new.__getitem__) == wanted


def test_the_same_place_again_and_again_moves_few_others() -> None:
    order = [(str(n), float(n)) for n in range(2_000)]
    written = []
    for number in range(200):
        new = ranks(order, [f"new {number}"], "1000")
        written.append(len(new))
        order = sorted((dict(order) | new).items(), key=lambda each: each[1])
    keys = [key for key, _rank in order]
    assert keys == [
        *(str(n) for n in range(1_000)),
        *(f"new {n}" for n in range(200)),
        *(str(n) for n in range(1_000, 2_000)),
    ]
    # Each of many has one rank written, its own; where room is made, those around as well.
    assert (sum(count > 1 for count in written) < 20, max(written) < 200) == (True, True)
