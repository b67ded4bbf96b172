"""Rising, falling or neither: against counting by hand and scipy."""

import statistics
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from entente.domain.climate.trend import trend
from tests.domain.climate.confluent import indexes, means


def test_the_sample_rises_where_words_are_concerned_and_not_elsewhere() -> None:
    words = trend(means("Q2"))
    assert words is not None
    # Every one of the 28 pairs rises: one order of 8! either way.
    assert words.s == 28
    assert words.p == pytest.approx(2 / 40320)
    assert words.slope == pytest.approx(0.194, abs=0.001)
    known = stats.kendalltau(range(8), means("Q2"), method="exact", alternative="greater")
    assert (words.p / 2, known.statistic) == pytest.approx((known.pvalue, 1.0))
    for values, s in ((indexes(), 10), (means("Q8"), 7), (means("Q10"), 5)):
        found = trend(values)
        assert found is not None
        assert found.s == s
        assert not found.is_significant


@pytest.mark.parametrize("n", [4, 5, 6, 7])
def test_the_probability_is_that_of_every_order_counted(n: int) -> None:
    def falls(order: tuple[int, ...]) -> int:
        return sum(order[i] > order[j] for i in range(n) for j in range(i + 1, n))

    pairs = n * (n - 1) // 2
    every = [pairs - 2 * falls(order) for order in permutations(range(n))]
    for s in set(every):
        order = next(o for o in permutations(range(n)) if pairs - 2 * falls(o) == s)
        found = trend([float(value) for value in order])
        assert found is not None
        share = sum(abs(each) >= abs(s) for each in every) / len(every)
        assert found.p == pytest.approx(share if s else 1.0)


def test_the_tails_of_eight_values_are_those_of_the_tables() -> None:
    # One value moved six, and five, places down in a rising row takes 12, and 10, off 28.
    for values, s, tail in (
        ([2, 3, 4, 5, 6, 7, 1, 8], 16, 0.031),
        ([2, 3, 4, 5, 6, 1, 7, 8], 18, 0.016),
    ):
        found = trend([float(value) for value in values])
        assert found is not None
        assert found.s == s
        assert found.p / 2 == pytest.approx(tail, abs=0.0005)


@given(st.lists(st.integers(-1000, 1000), min_size=8, max_size=40, unique=True))
def test_slope_and_probability_are_those_of_scipy(values: list[int]) -> None:
    numbers = [float(value) for value in values]
    found = trend(numbers)
    assert found is not None
    assert found.slope == pytest.approx(stats.theilslopes(numbers).slope)
    known = stats.kendalltau(range(len(numbers)), numbers, method="exact")
    assert found.p == pytest.approx(known.pvalue, abs=1e-9)


def test_ties_are_reckoned_with_by_the_normal_approximation() -> None:
    # Hand: n = 6, one tie of three: (6·5·17 − 3·2·11) / 18 = 24.6̅; S = 12.
    found = trend([1, 2, 2, 2, 3, 4])
    assert found is not None
    assert found.s == 12
    z = 11 / (444 / 18) ** 0.5
    assert found.p == pytest.approx(2 * stats.norm.sf(z))
    same = trend([3, 3, 3, 3])
    assert same is not None
    assert (same.s, same.p, same.slope) == (0, 1.0, 0.0)


def test_a_gap_is_time_that_passed() -> None:
    found = trend([1.0, None, None, 4.0, 5.0])
    assert found is not None
    assert found.slope == 1.0
    assert trend([1.0, None, 2.0]) is None


def test_a_long_series_is_reckoned_as_a_short_one() -> None:
    values = [((n * 37) % 61) / 10 + n / 50 if n % 9 else None for n in range(120)]
    known = [(place, value) for place, value in enumerate(values) if value is not None]
    found = trend(values)
    assert found is not None
    pairs = [(a, b) for n, a in enumerate(known) for b in known[n + 1 :]]
    assert found.s == sum((b[1] > a[1]) - (b[1] < a[1]) for a, b in pairs)
    assert found.slope == pytest.approx(
        statistics.median((b[1] - a[1]) / (b[0] - a[0]) for a, b in pairs)
    )
