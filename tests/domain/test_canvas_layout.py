from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entente.domain.alignment import Side, aligned, distributed, guided
from entente.domain.canvas_layout import (
    covers,
    free_block,
    free_spot,
    grouped,
    snapped,
    within_steps,
)
from entente.domain.placement import Box


def people(*sizes: int) -> list[tuple[str, str]]:
    return [(f"{group}-{n}", f"g{group}") for group, size in enumerate(sizes) for n in range(size)]


def box(x: float, y: float) -> Box:
    return Box(x, y, x + 10, y + 10)


@given(st.lists(st.integers(1, 20), min_size=1, max_size=12))
def test_in_the_first_arrangement_no_card_lies_on_another(sizes: list[int]) -> None:
    spots = grouped(people(*sizes)).values()
    assert not any(covers(one, other) for one, other in combinations(spots, 2))


def test_the_same_people_always_get_the_same_places() -> None:
    assert grouped(people(3, 5, 2)) == grouped(people(3, 5, 2))


def test_everybody_stands_on_the_grid() -> None:
    assert all(x % 8 == 0 and y % 8 == 0 for x, y in grouped(people(4, 7)).values())


def test_groups_do_not_mix() -> None:
    spots = grouped(people(6, 6))
    ranges = []
    for group in ("0", "1"):
        mine = [spot for key, spot in spots.items() if key.startswith(group)]
        xs, ys = zip(*mine, strict=True)
        ranges.append(Box(min(xs), min(ys), max(xs), max(ys)))
    assert not ranges[0].overlaps(ranges[1])


def test_nobody_needs_no_place() -> None:
    assert grouped([]) == {}


def test_a_free_spot_is_taken_as_it_is() -> None:
    assert free_spot((160, 80), []) == (160, 80)


def test_beside_what_is_taken_the_nearest_free_spot_is_found() -> None:
    taken = [(0, 0)]
    for _ in range(30):
        spot = free_spot((0, 0), taken)
        assert not any(covers(spot, other) for other in taken)
        taken.append(spot)
    assert max(abs(x) for x, _ in taken) < 2000


@pytest.mark.parametrize(("value", "expected"), [(3, 0), (4, 8), (-3, 0), (-5, -8), (11.9, 8)])
def test_a_place_snaps_to_the_nearest_eight(value: float, expected: int) -> None:
    assert snapped(value) == expected


def test_aligned_to_the_left_all_go_to_the_leftmost() -> None:
    moves = aligned({"a": box(5, 0), "b": box(30, 50)}, Side.LEFT)
    assert moves == {"a": (0, 0), "b": (-25, 0)}


def test_aligned_in_a_row_all_meet_in_the_middle() -> None:
    moves = aligned({"a": box(0, 0), "b": box(0, 40)}, Side.MIDDLE)
    assert moves == {"a": (0, 20), "b": (0, -20)}


def test_distributed_the_ends_stay_and_the_rest_is_evenly_between() -> None:
    moves = distributed({"a": box(0, 0), "b": box(10, 0), "c": box(100, 0)}, across=True)
    assert moves == {"a": (0, 0), "b": (40, 0), "c": (0, 0)}


def test_two_are_always_evenly_distributed() -> None:
    assert distributed({"a": box(0, 0), "b": box(50, 0)}, across=True) == {}


def test_what_comes_near_a_line_is_drawn_into_it() -> None:
    by, guides = guided(box(3, 100), [box(0, 0)], reach=5)
    assert by == (-3, 0)
    assert {guide.at for guide in guides} == {0, 5, 10}
    assert all(guide.upright and (guide.start, guide.end) == (0, 110) for guide in guides)


def test_far_from_all_lines_nothing_is_drawn_anywhere() -> None:
    assert guided(box(300, 100), [box(0, 0)], reach=5) == ((0, 0), ())


def test_neighbours_are_counted_in_steps_whichever_way_a_tie_goes() -> None:
    ties = [("a", "b"), ("c", "b"), ("c", "d"), ("x", "y")]
    assert within_steps("a", ties, 2) == {"a": 0, "b": 1, "c": 2}
    assert within_steps("a", ties, 0) == {"a": 0}


@given(
    st.integers(1, 60),
    st.lists(st.tuples(st.integers(-900, 900), st.integers(-900, 900)), max_size=12),
)
def test_a_block_of_new_cards_covers_nobody(count: int, taken: list[tuple[int, int]]) -> None:
    block = free_block((3, 5), count, taken)
    assert len(block) == count
    assert not any(covers(one, other) for one, other in combinations(block, 2))
    assert not any(covers(spot, other) for spot in block for other in taken)
