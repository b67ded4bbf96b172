"""Where the marks of a risk matrix stand, and where its lines run."""

import math

import pytest

from entente.domain.placement import Box, around
from entente.domain.risk_layout import (
    CROWD,
    Grid,
    Mark,
    arrange,
    borders,
    next_point,
    open_heap,
)

GRID = Grid(Box(100, 20, 1100, 620), 20)
RADII = (18.0, 14.0, 10.0)


def marks(count: int, name: str = "r") -> list[Mark]:
    return [Mark(f"{name}{number}", "current") for number in range(count)]


def test_probability_grows_upwards_and_impact_to_the_right() -> None:
    assert GRID.box((5, 1)) == Box(100, 20, 300, 140)
    assert GRID.box((1, 5)) == Box(900, 500, 1100, 620)
    assert GRID.cell_at(101, 21) == (5, 1)
    assert GRID.cell_at(1099, 619) == (1, 5)
    assert GRID.cell_at(600, 330) == (3, 3)


@pytest.mark.parametrize("point", [(99, 300), (1100, 300), (600, 19), (600, 620), (-5, -5)])
def test_beside_the_cells_there_is_no_cell(point: tuple[float, float]) -> None:
    assert GRID.cell_at(*point) is None


@pytest.mark.parametrize("count", range(1, CROWD + 1))
def test_marks_of_a_cell_stand_apart_inside_it_below_its_caption(count: int) -> None:
    found = arrange(GRID, {(2, 4): marks(count)}, RADII)
    assert len(found.spots) == count
    box = GRID.box((2, 4))
    inner = Box(box.left, box.top + GRID.head, box.right, box.bottom)
    for spot in found.spots:
        assert inner.holds(around(spot.point, found.radius))
    points = [spot.point for spot in found.spots]
    apart = [math.dist(a, b) for n, a in enumerate(points) for b in points[:n]]
    assert all(distance >= 2 * found.radius for distance in apart)


def test_more_than_eight_are_a_heap() -> None:
    found = arrange(GRID, {(2, 4): marks(9), (3, 3): marks(2, "s")}, RADII)
    assert [(heap.cell, len(heap.marks)) for heap in found.heaps] == [((2, 4), 9)]
    assert {spot.mark.risk for spot in found.spots} == {"s0", "s1"}
    assert found.radius == RADII[0]  # a heap does not make the others small


def test_small_cells_make_smaller_marks_and_then_heaps() -> None:
    tiny = Grid(Box(0, 0, 250, 250), 14)
    found = arrange(tiny, {(1, 1): marks(3)}, RADII)
    assert found.radius == RADII[-1]
    assert len(found.spots) == 2 or found.heaps


@pytest.mark.parametrize("count", [9, 40, 1000])
def test_an_opened_heap_lies_inside_and_says_whom_it_leaves_out(count: int) -> None:
    found = arrange(GRID, {(1, 5): marks(count)}, RADII)
    sheet = open_heap(GRID, found.heaps[0], found.radius)
    assert GRID.area.holds(sheet.box)
    assert len(sheet.spots) + sheet.left_out == count
    assert all(sheet.box.holds(around(spot.point, found.radius)) for spot in sheet.spots)
    points = [spot.point for spot in sheet.spots]
    assert len(set(points)) == len(points)
    assert (sheet.left_out > 0) == (count > 500)


def test_the_line_of_a_limit_parts_the_cells() -> None:
    segments = borders(GRID, lambda cell: cell[0] * cell[1] > 20)
    # Only 5 × 5 lies beyond: its left and its lower edge.
    assert sorted(segments) == [((900, 20), (900, 140)), ((900, 140), (1100, 140))]
    assert borders(GRID, lambda _cell: True) == ()


def test_an_arrow_key_leads_to_the_nearest_in_its_direction() -> None:
    points = [(200.0, 100.0), (300.0, 110.0), (120.0, 300.0)]
    assert next_point(points, (100.0, 100.0), 1, 0) == 0
    assert next_point(points, (200.0, 100.0), 0, 1) == 2
    assert next_point(points, (100.0, 100.0), -1, 0) == -1
