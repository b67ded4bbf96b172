"""Signal or noise: against the figures of a published chart, and of the sample by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from entente.domain.climate import control
from tests.domain.climate.confluent import indexes, means


def test_a_published_chart_comes_out_the_same() -> None:
    """The NIST/SEMATECH handbook, 6.3.2.2: ten batches, mean 50.81 and mean range 1.8778."""
    batches = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]
    of = control.limits(batches)
    assert of is not None
    assert of.centre == pytest.approx(50.81)
    assert of.mean_range == pytest.approx(1.8778, abs=5e-5)
    # 50.81 ± 3 · 1.8778 / 1.128; Wheeler rounds 3 / 1.128 to 2.66.
    assert (of.lower, of.upper) == pytest.approx((45.8160, 55.8041), abs=0.002)
    assert of.is_provisional
    assert control.signals(batches, of).places == ()


def test_the_dip_of_the_sample_is_no_signal() -> None:
    of = control.limits(indexes())
    assert of is not None
    assert of.centre == pytest.approx(2.872, abs=0.001)
    assert of.mean_range == pytest.approx(0.1809, abs=0.0002)
    assert (of.lower, of.upper) == pytest.approx((2.3907, 3.3533), abs=0.0005)
    assert of.range_upper == pytest.approx(0.5911, abs=0.0005)
    assert control.signals(indexes(), of).outside == ()
    values = np.array(indexes())
    reach = 2.66 * np.abs(np.diff(values)).mean()
    assert (of.lower, of.upper) == pytest.approx((values.mean() - reach, values.mean() + reach))


def test_the_meaning_of_words_has_really_changed() -> None:
    values = means("Q2")
    of = control.limits(values)
    assert of is not None
    assert of.centre == pytest.approx(3.017, abs=0.001)
    assert of.mean_range == pytest.approx(0.183, abs=0.001)
    assert (of.lower, of.upper) == pytest.approx((2.530, 3.505), abs=0.001)
    assert control.signals(values, of).outside == (0, 6, 7)


def test_eight_in_a_row_on_one_side_are_a_signal_and_a_gap_breaks_no_row() -> None:
    # Around 5 by one either way, then eight just above.
    values: list[float | None] = [*[4.0, 6.0] * 6, *[5.5] * 4, None, *[5.5] * 4]
    of = control.Limits(5.0, 0.0, 10.0, 1.0, 3.3, is_provisional=False)
    # The 6.0 before them is on the same side: the eighth is the last but one.
    assert control.signals(values, of).runs == (19, 20)


def test_neighbours_too_far_apart_are_a_signal_of_their_own() -> None:
    of = control.Limits(5.0, 0.0, 10.0, 1.0, 3.267, is_provisional=False)
    assert control.signals([3.0, 7.0, None, 3.0], of).jumps == (1,)


def test_a_gap_is_no_neighbour() -> None:
    of = control.limits([1.0, 2.0, None, 10.0, 11.0])
    assert of is not None
    assert of.mean_range == 1.0


def test_one_wild_range_does_not_widen_the_limits() -> None:
    # Nine ranges of 1 and one of 11: mean 2, and 11 is more than 3.5 times that.
    values = [*[0.0, 1.0] * 5, 12.0]
    of = control.limits(values)
    assert of is not None
    assert of.mean_range == 1.0


def test_too_few_values_have_no_limits() -> None:
    assert control.limits([1.0, 2.0, 3.0]) is None
    assert control.limits([1.0, None, 3.0, None, 4.0, None, 5.0]) is None


def test_the_moving_average_of_the_sample_stays_just_inside() -> None:
    values = indexes()
    of = control.limits(values)
    assert of is not None
    target = sum(values[:3]) / 3
    found = control.smoothed(values, target, of.mean_range)
    expected = (2.802, 2.804, 2.782, 2.715, 2.710, 2.767, 2.851, 2.940)
    assert [value for value in found.values if value] == pytest.approx(expected, abs=0.001)
    assert found.upper[-1] == pytest.approx(2.946, abs=0.001)
    assert found.signals == ()


@given(st.lists(st.floats(-100, 100), min_size=4, max_size=30), st.floats(-1000, 1000))
def test_limits_move_with_the_values(values: list[float], by: float) -> None:
    of, moved = control.limits(values), control.limits([value + by for value in values])
    assert of is not None
    assert moved is not None
    assert moved.centre == pytest.approx(of.centre + by, abs=1e-6)
    assert moved.lower <= moved.centre <= moved.upper
