import itertools

import pytest

from entente.domain.actor import Quadrant, quadrant
from entente.domain.placement import around
from entente_ui.actors.frame import SCORES, Frame, Score
from entente_ui.actors.lenses.axes import AxesLens

FRAME = Frame(1000, 640, strip=30, gap=8, pad=9)
EVERY = list(itertools.product(SCORES, SCORES))


def test_the_scale_has_nine_half_points() -> None:
    assert SCORES == (1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0)


@pytest.mark.parametrize(("power", "interest"), EVERY)
def test_the_middle_of_a_position_means_that_position(power: float, interest: float) -> None:
    assert FRAME.score(*FRAME.point(power, interest)) == Score(power, interest)


@pytest.mark.parametrize(("power", "interest"), EVERY)
def test_a_token_at_rest_covers_no_caption(power: float, interest: float) -> None:
    token = around(FRAME.point(power, interest), 17)
    assert not any(token.overlaps(FRAME.caption(each)) for each in Quadrant)


@pytest.mark.parametrize(("power", "interest"), EVERY)
def test_a_position_lies_in_the_panel_of_its_quadrant(power: float, interest: float) -> None:
    assert FRAME.panel(quadrant(power, interest)).holds(FRAME.cell(Score(power, interest)))


@pytest.mark.parametrize(
    ("x", "y", "expected"),
    [
        (-50, -50, Score(5.0, 1.0)),
        (2000, 2000, Score(1.0, 5.0)),
        (500, -1, Score(5.0, 3.0)),
    ],
)
def test_a_point_outside_means_the_nearest_position(x: float, y: float, expected: Score) -> None:
    assert FRAME.score(x, y).up == expected.up
    assert FRAME.score(x, y).across in {expected.across, 3.0, 3.5}


def test_more_power_is_higher_and_more_interest_further_right() -> None:
    assert FRAME.y(5.0) < FRAME.y(4.0) < FRAME.y(3.5) < FRAME.y(1.0)
    assert FRAME.x(1.0) < FRAME.x(3.5) < FRAME.x(4.0) < FRAME.x(5.0)


def test_the_four_panels_fill_the_grid_without_overlap() -> None:
    panels = [FRAME.panel(each) for each in Quadrant]
    assert not any(one.overlaps(two) for one, two in itertools.combinations(panels, 2))
    assert max(panel.right for panel in panels) == 1000
    assert max(panel.bottom for panel in panels) == 640
    assert min(panel.top for panel in panels) == 0


def test_a_move_is_held_inside_the_scale() -> None:
    lens = AxesLens()
    moved = lens.shifted(Score(4.5, 1.5), start=Score(3.0, 3.0), target=Score(4.0, 2.0))
    assert moved == Score(5.0, 1.0)
