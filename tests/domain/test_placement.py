import math
import random

import pytest

from entente.domain.labelling import Label, place_labels
from entente.domain.placement import Box, Point, are_apart, around, spread

BOUNDS = Box(0, 0, 700, 420)
RADIUS = 9.0


def crowd(count: int, cells: int, seed: int = 1) -> list[Point]:
    chance = random.Random(seed)  # noqa: S311  # the same crowd each time
    return [
        (40 + 70.0 * chance.randrange(cells), 30 + 42.0 * chance.randrange(cells))
        for _ in range(count)
    ]


@pytest.mark.parametrize("count", [0, 1, 2, 3, 7, 19, 60, 120])
@pytest.mark.parametrize("cells", [1, 3, 9])
def test_tokens_are_spread_until_none_covers_another(count: int, cells: int) -> None:
    points = spread(crowd(count, cells), RADIUS, BOUNDS)
    closest = min(
        (math.dist(a, b) for i, a in enumerate(points) for b in points[:i]), default=math.inf
    )
    assert len(points) == count
    assert closest >= 2 * RADIUS - 1e-6
    assert all(BOUNDS.holds(around(point, RADIUS)) for point in points)


def test_a_lone_token_keeps_its_place() -> None:
    points = [(100.0, 100.0), (300.0, 200.0), (300.0, 200.0)]
    assert spread(points, RADIUS)[0] == (100.0, 100.0)


def test_two_who_share_a_place_stand_beside_it() -> None:
    (left, y1), (right, y2) = spread([(300.0, 200.0)] * 2, RADIUS)
    assert y1 == y2 == 200
    assert (left + right) / 2 == pytest.approx(300)


@pytest.mark.parametrize("count", [2, 5, 12, 40])
def test_a_cluster_stays_close_to_where_it_belongs(count: int) -> None:
    points = spread([(300.0, 200.0)] * count, RADIUS)
    # Discs in a honeycomb fill nine tenths of the plane; twice that circle is generous.
    assert max(math.dist(point, (300, 200)) for point in points) < 3 * RADIUS * math.sqrt(count)


def test_the_same_crowd_is_placed_the_same_way() -> None:
    assert spread(crowd(60, 4), RADIUS, BOUNDS) == spread(crowd(60, 4), RADIUS, BOUNDS)


def test_tokens_keep_off_what_stands_in_the_way() -> None:
    caption = Box(280, 180, 320, 220)
    points = spread([(300.0, 200.0)] * 12, RADIUS, BOUNDS, [caption])
    assert are_apart(points, RADIUS)
    assert not any(caption.overlaps(around(point, RADIUS)) for point in points)


def test_without_any_room_tokens_stay_where_they_wish_to_be() -> None:
    tight = Box(0, 0, 20, 20)
    points = spread([(10.0, 10.0)] * 3, RADIUS, tight)
    assert all(tight.holds(around(point, RADIUS)) for point in points)
    assert not are_apart(points, RADIUS)


def labels(points: tuple[Point, ...], obstacles: tuple[Box, ...] = ()) -> list[Label]:
    sizes = [[(60.0, 10.0), (30.0, 10.0)]] * len(points)
    placed = place_labels(points, RADIUS, sizes, BOUNDS, obstacles)
    return [label for label in placed if label]


@pytest.mark.parametrize("cells", [1, 3, 9])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_labels_cover_nothing(cells: int, seed: int) -> None:
    caption = Box(0, 0, 120, 20)
    points = spread(crowd(60, cells, seed), RADIUS, BOUNDS, [caption])
    found = labels(points, (caption,))
    for index, label in enumerate(found):
        assert BOUNDS.holds(label.box)
        assert not label.box.overlaps(caption)
        assert not any(label.box.overlaps(other.box) for other in found[:index])
        for x, y in points:
            near = (
                min(max(x, label.box.left), label.box.right),
                min(max(y, label.box.top), label.box.bottom),
            )
            assert math.dist((x, y), near) >= RADIUS - 1e-6


def test_nearly_all_of_sixty_names_find_a_place() -> None:
    points = spread(crowd(60, 9), RADIUS, BOUNDS)
    assert len(labels(points)) >= 54


def test_a_label_stands_below_its_token_where_it_can() -> None:
    (label,) = labels(((300.0, 200.0),))
    assert (label.choice, label.leader) == (0, ())
    assert label.box.top == pytest.approx(200 + 1.1 * RADIUS)
    assert (label.box.left + label.box.right) / 2 == pytest.approx(300)


def test_a_label_without_room_beside_is_led_to() -> None:
    ring = [
        (300 + 40 * math.cos(math.tau * n / 12), 200 + 40 * math.sin(math.tau * n / 12))
        for n in range(12)
    ]
    walls = tuple(around(point, 12) for point in ring[:10])
    sizes = [[(60.0, 10.0)]]
    (label,) = place_labels([(300.0, 200.0)], RADIUS, sizes, BOUNDS, walls)
    assert label is not None
    assert label.leader
    assert math.dist(label.leader[0], (300, 200)) == pytest.approx(RADIUS)


def test_a_shorter_label_is_taken_where_the_full_one_has_no_room() -> None:
    narrow = Box(280, 150, 320, 250)
    (label,) = place_labels([(300.0, 200.0)], RADIUS, [[(60.0, 10.0), (30.0, 10.0)]], narrow)
    assert label is not None
    assert label.choice == 1


def test_no_room_at_all_gives_no_label() -> None:
    assert place_labels([(9.0, 9.0)], RADIUS, [[(60.0, 10.0)]], Box(0, 0, 18, 18)) == (None,)
