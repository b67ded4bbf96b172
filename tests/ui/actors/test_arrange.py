import itertools
import math
import random

import pytest

from entente.domain.actor import Quadrant
from entente.domain.placement import Box, are_apart, around
from entente_ui.actors.arrange import arrange
from entente_ui.actors.frame import SCORES, Frame, Score
from entente_ui.actors.labelled import badge_box
from entente_ui.actors.stands import Arrangement, Stand

RADII = (17.0, 15.0, 13.0)
SIZES = ((108.0, 17.0), (66.0, 17.0))
LARGE = Frame(1000, 640, strip=30, gap=8, pad=9)
SMALL = Frame(640, 400, strip=30, gap=8, pad=9)


def crowd(count: int, seed: int) -> list[Stand]:
    """People as they come: most in the middle and at whole points."""
    chance = random.Random(seed)  # noqa: S311  # the same crowd every time
    scores = [1.0, 2.0, 2.0, 2.5, 3.0, 3.0, 3.0, 3.5, 4.0, 4.0, 4.5, 5.0]
    return [
        Stand(f"a{number}", Score(chance.choice(scores), chance.choice(scores)), SIZES)
        for number in range(count)
    ]


def distance(point: tuple[float, float], box: Box) -> float:
    """How far a point is from a box."""
    x, y = point
    nearest = min(max(x, box.left), box.right), min(max(y, box.top), box.bottom)
    return math.dist(point, nearest)


def boxes(made: Arrangement) -> list[Box]:
    return [label.box for label in made.labels.values()]


@pytest.mark.parametrize("frame", [LARGE, SMALL], ids=["large", "small"])
@pytest.mark.parametrize("seed", range(4))
def test_with_sixty_actors_no_name_covers_another_a_token_or_a_caption(
    frame: Frame, seed: int
) -> None:
    made = arrange(crowd(60, seed), frame, RADII, 5)
    tokens = [*made.points.values(), *(each.point for each in made.crowds)]
    captions = [frame.caption(each) for each in Quadrant]
    badges = [badge_box(point, made.radius) for point in made.points.values()]
    for label in boxes(made):
        assert all(distance(token, label) >= made.radius for token in tokens)
        assert not any(label.overlaps(other) for other in (*badges, *captions))
    assert not any(one.overlaps(two) for one, two in itertools.combinations(boxes(made), 2))


@pytest.mark.parametrize("frame", [LARGE, SMALL], ids=["large", "small"])
@pytest.mark.parametrize("seed", range(4))
def test_with_sixty_actors_no_token_covers_another_or_a_caption(frame: Frame, seed: int) -> None:
    made = arrange(crowd(60, seed), frame, RADII, 5)
    points = [*made.points.values(), *(each.point for each in made.crowds)]
    assert are_apart(points, made.radius)
    captions = [frame.caption(each) for each in Quadrant]
    tokens = [around(point, made.radius) for point in points]
    assert not any(token.overlaps(each) for token in tokens for each in captions)


@pytest.mark.parametrize("count", [0, 1, 18, 60, 300])
def test_everybody_is_somewhere_and_only_once(count: int) -> None:
    people = crowd(count, 1)
    made = arrange(people, SMALL, RADII, 5)
    shown = [*made.points, *(key for each in made.crowds for key in each.keys)]
    assert sorted(shown) == sorted(stand.key for stand in people)


def test_a_lone_actor_stands_exactly_at_the_position() -> None:
    made = arrange([Stand("a", Score(2.5, 4.5), SIZES)], LARGE, RADII, 5)
    assert made.points["a"] == pytest.approx(LARGE.point(2.5, 4.5))
    assert made.radius == 17.0


def test_two_at_one_position_stand_side_by_side_around_it() -> None:
    people = [Stand(key, Score(3.0, 3.0), SIZES) for key in "ab"]
    made = arrange(people, LARGE, RADII, 5)
    (ax, ay), (bx, by) = made.points["a"], made.points["b"]
    x, y = LARGE.point(3.0, 3.0)
    assert (ax + bx) / 2 == pytest.approx(x)
    assert ay == by == pytest.approx(y)
    assert bx - ax >= 34


def test_too_many_for_a_position_become_a_crowd_there() -> None:
    people = [Stand(f"a{number}", Score(3.0, 3.0), SIZES) for number in range(20)]
    (only,) = arrange(people, SMALL, RADII, 5).crowds
    assert only.score == Score(3.0, 3.0)
    assert len(only.keys) == 20
    assert only.point == SMALL.point(3.0, 3.0)


def test_moving_one_actor_leaves_the_tokens_at_other_positions_alone() -> None:
    people = [
        Stand(f"a{number}", Score(power, interest), SIZES)
        for number, (power, interest) in enumerate(itertools.product(SCORES[::2], SCORES[::2]))
    ]
    before = arrange(people, LARGE, RADII, 5)
    people[0] = Stand("a0", Score(4.5, 4.5), SIZES)
    after = arrange(people, LARGE, RADII, 5)
    assert {k: p for k, p in after.points.items() if k != "a0"} == {
        k: p for k, p in before.points.items() if k != "a0"
    }


def test_a_name_without_a_place_is_left_out_rather_than_put_over_something() -> None:
    wide = ((600.0, 17.0),)
    people = [Stand(f"a{number}", Score(3.0, 3.0 + number / 2), wide) for number in range(3)]
    made = arrange(people, SMALL, RADII, 5)
    assert len(made.labels) < 3


@pytest.mark.parametrize("count", [18, 60, 200])
@pytest.mark.parametrize(
    ("width", "height"), [(300, 200), (360, 300), (420, 230), (560, 260), (900, 240)]
)
def test_however_small_the_grid_nothing_covers_anything(
    count: int, width: float, height: float
) -> None:
    frame = Frame(width, height, strip=24, gap=5, pad=3)
    people = crowd(count, 2)
    made = arrange(people, frame, RADII, 5)
    points = [*made.points.values(), *(each.point for each in made.crowds)]
    assert are_apart(points, made.radius)
    shown = [*made.points, *(key for each in made.crowds for key in each.keys)]
    assert sorted(shown) == sorted(stand.key for stand in people)
    captions = [frame.caption(each) for each in Quadrant]
    tokens = [around(point, made.radius) for point in points]
    assert not any(token.overlaps(each) for token in tokens for each in captions)


def test_on_a_small_grid_neighbours_are_shown_as_one_crowd_of_their_quadrant() -> None:
    frame = Frame(300, 200, strip=24, gap=5, pad=3)
    people = [
        Stand("a", Score(4.0, 4.0), SIZES),
        Stand("b", Score(4.5, 4.0), SIZES),
        Stand("c", Score(4.5, 4.0), SIZES),
        Stand("d", Score(3.5, 4.0), SIZES),
    ]
    made = arrange(people, frame, RADII, 5)
    (together,) = made.crowds
    assert sorted(together.keys) == ["a", "b", "c"]
    assert together.score == Score(4.5, 4.0)
    assert list(made.points) == ["d"]
