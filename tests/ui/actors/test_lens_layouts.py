"""The sheets of the lenses: every place means itself, nobody and no name covers another."""

import itertools
import math
import random

import pytest

from entente.domain.placement import Box, are_apart, around
from entente.domain.salience import Attributes
from entente_ui.actors.arrange import arrange
from entente_ui.actors.frame import Frame, Layout, Score, axis_of
from entente_ui.actors.lenses.circles import CIRCLES, SCORES, Circles, attributes_of, score_of
from entente_ui.actors.lenses.energies import Cells
from entente_ui.actors.stands import Stand

RADII = (17.0, 15.0, 13.0)
SIZES = ((108.0, 18.0), (62.0, 18.0), (46.0, 18.0))
CELLS = Cells(760, 520, strip=24, gap=5, line=20)
REGIONS = Circles(960, 560, strip=22)
#: Most are passive or hesitant, and legitimate: as it is in life.
USUAL = {
    CELLS: [Score(2, 1)] * 5 + [Score(2, 2)] * 4 + list(CELLS.scores()),
    REGIONS: [Score(6, 0)] * 6 + [Score(2, 0)] * 4 + list(SCORES),
}


def people(layout: Cells | Circles, count: int, seed: int) -> list[Stand]:
    chance = random.Random(seed)  # noqa: S311  # the same people every time
    return [Stand(f"a{n}", chance.choice(USUAL[layout]), SIZES) for n in range(count)]


@pytest.mark.parametrize("layout", [CELLS, REGIONS], ids=["cells", "circles"])
def test_the_middle_of_a_place_means_that_place(layout: Layout) -> None:
    for score in layout.scores():
        assert layout.score(*layout.point(score.up, score.across)) == score


@pytest.mark.parametrize("layout", [CELLS, REGIONS], ids=["cells", "circles"])
@pytest.mark.parametrize("count", [18, 60, 200])
@pytest.mark.parametrize("seed", range(3))
def test_nothing_covers_anything(layout: Cells | Circles, count: int, seed: int) -> None:
    stands = people(layout, count, seed)
    made = arrange(stands, layout, RADII, 5)
    shown = [*made.points, *(key for crowd in made.crowds for key in crowd.keys)]
    assert sorted(shown) == sorted(stand.key for stand in stands)
    points = [*made.points.values(), *(crowd.point for crowd in made.crowds)]
    assert are_apart(points, made.radius)
    tokens = [around(point, made.radius) for point in points]
    labels = [label.box for label in made.labels.values()]
    captions = layout.kept_clear()
    assert not any(token.overlaps(box) for token in tokens for box in captions)
    assert not any(label.overlaps(box) for label in labels for box in captions)
    assert not any(one.overlaps(two) for one, two in itertools.combinations(labels, 2))
    assert all(_distance(point, label) >= made.radius for point in points for label in labels)


@pytest.mark.parametrize("layout", [CELLS, REGIONS], ids=["cells", "circles"])
@pytest.mark.parametrize("count", [18, 60, 200])
def test_everybody_is_drawn_where_they_stand(layout: Cells | Circles, count: int) -> None:
    stands = people(layout, count, 7)
    made = arrange(stands, layout, RADII, 5)
    scores = {stand.key: stand.score for stand in stands}
    for key, point in made.points.items():
        assert layout.score(*point) == scores[key]
    for crowd in made.crowds:
        assert {scores[key] for key in crowd.keys} == {crowd.score}


def test_of_eighteen_at_least_half_have_their_name_written() -> None:
    for layout in (CELLS, REGIONS):
        made = arrange(people(layout, 18, 2), layout, RADII, 5)
        assert len(made.labels) >= 9


def test_a_name_stays_in_its_own_cell() -> None:
    stands = people(CELLS, 60, 3)
    made = arrange(stands, CELLS, RADII, 5)
    scores = {stand.key: stand.score for stand in stands}
    assert all(CELLS.cell(scores[key]).holds(label.box) for key, label in made.labels.items())


def test_the_line_of_initiative_lies_between_two_and_three() -> None:
    upright, lying = CELLS.lines()
    assert CELLS.panel(Score(2, 2)).right <= upright.left
    assert CELLS.panel(Score(2, 3)).left >= upright.right
    assert CELLS.panel(Score(3, 2)).bottom <= lying.top
    assert CELLS.panel(Score(2, 2)).top >= lying.bottom


def test_sixteen_cells_do_not_overlap_and_fill_the_sheet() -> None:
    panels = [CELLS.panel(score) for score in CELLS.scores()]
    assert len(panels) == 16
    assert not any(one.overlaps(two) for one, two in itertools.combinations(panels, 2))
    assert max(panel.right for panel in panels) == pytest.approx(760)
    assert max(panel.bottom for panel in panels) == pytest.approx(520)
    assert min(panel.top for panel in panels) == pytest.approx(0)


@pytest.mark.parametrize("score", SCORES)
def test_the_box_of_a_region_lies_in_its_circles_and_no_other(score: Score) -> None:
    held = attributes_of(score)
    box = REGIONS.region(score)
    corners = itertools.product((box.left, box.right), (box.top, box.bottom))
    for x, y in corners:
        inside = [
            math.hypot((x / 960 - mx) / rx, (y / 560 - my) / ry) <= 1 for mx, my, rx, ry in CIRCLES
        ]
        assert inside == [held.power, held.legitimacy, held.urgency]


def test_regions_are_numbered_by_their_attributes() -> None:
    assert {score_of(attributes_of(score)) for score in SCORES} == set(SCORES)
    assert score_of(Attributes(power=True, urgency=True)) == Score(5, 0)


def test_axes_of_other_scores_are_cut_where_those_are_high() -> None:
    frame = Frame(800, 600, 30, 8, 9, axis_of("synergy"), axis_of("interest"))
    assert list(frame.up.scores) == [1.0, 2.0, 3.0, 4.0]
    for score in frame.scores():
        assert frame.score(*frame.point(score.up, score.across)) == score
        high = score.up >= 3, score.across >= 4
        names = {"collaborate": (True, True), "satisfy": (True, False), "inform": (False, True)}
        assert names.get(frame.quadrant(score).value, (False, False)) == high


def _distance(point: tuple[float, float], box: Box) -> float:
    x, y = point
    return math.dist(point, (min(max(x, box.left), box.right), min(max(y, box.top), box.bottom)))
