"""Means, intervals, consensus and recommendation, against scipy and published figures."""

import math
from itertools import chain, repeat

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from entente.domain.climate import answers
from entente.domain.climate.answers import summarise
from entente.domain.climate.quantiles import t_quantile
from tests.domain.climate.confluent import (
    ANSWERED,
    ITEMS,
    RECOMMENDATION,
    WAVES,
    counts,
    indexes,
)

COUNTS = st.lists(st.integers(0, 40), min_size=5, max_size=5).filter(sum)


def one_by_one(found: list[int] | tuple[int, ...]) -> list[int]:
    return list(chain.from_iterable(repeat(a, c) for a, c in enumerate(found, 1)))


@pytest.mark.parametrize("freedom", [1, 2, 3, 5, 17, 21, 30, 120, 1000, 100_000])
@pytest.mark.parametrize("share", [0.5, 0.6, 0.9, 0.95, 0.975, 0.999])
def test_a_quantile_of_t_is_that_of_scipy(share: float, freedom: int) -> None:
    assert t_quantile(share, freedom) == pytest.approx(stats.t.ppf(share, freedom), rel=1e-9)


@pytest.mark.parametrize(("share", "freedom"), [(0.4, 5), (1.0, 5), (0.9, 0)])
def test_there_is_no_quantile_outside_its_range(share: float, freedom: int) -> None:
    with pytest.raises(ValueError, match="no quantile"):
        t_quantile(share, freedom)


@given(COUNTS)
def test_figures_are_those_of_the_answers_one_by_one(found: list[int]) -> None:
    told = np.array(one_by_one(found))
    summary = summarise(found)
    assert summary is not None
    assert summary.n == len(told)
    assert summary.mean == pytest.approx(told.mean())
    assert summary.median == np.median(told)
    assert summary.favourable == pytest.approx((told >= 4).mean())
    assert summary.unfavourable == pytest.approx((told <= 2).mean())
    if len(told) == 1:
        assert (summary.sd, summary.consensus, summary.interval) == (None, None, None)
        return
    assert summary.sd == pytest.approx(told.std(ddof=1))
    # The variance of five answers given by chance is 2.
    assert summary.consensus == pytest.approx(1 - told.var(ddof=1) / 2)
    assert summary.interval is not None
    reach = stats.t.ppf(0.975, len(told) - 1) * told.std(ddof=1) / math.sqrt(len(told))
    assert summary.interval.high - summary.mean == pytest.approx(reach)


def test_nobody_answering_gives_no_figures() -> None:
    assert summarise([0] * 5) is None
    assert answers.recommendation([0] * 11) is None
    assert answers.share_interval(0, 0) is None


def test_the_sample_has_its_known_means_and_numbers() -> None:
    known = {
        "Q1": (3.10, 3.00, 2.89, 2.61, 2.90, 3.19, 3.41, 3.50),
        "Q6": (2.60, 2.48, 2.42, 2.22, 2.60, 3.00, 3.18, 3.41),
        "Q10": (3.00, 2.90, 2.63, 2.00, 2.20, 2.71, 3.00, 3.18),
    }
    for item, expected in known.items():
        for wave in WAVES:
            summary = summarise(counts(item, wave))
            assert summary is not None
            assert summary.n == ANSWERED[wave]
            assert summary.mean == pytest.approx(expected[wave], abs=0.006)
    expected_index = (2.86, 2.81, 2.695, 2.444, 2.69, 2.995, 3.186, 3.295)
    assert indexes() == pytest.approx(expected_index, abs=0.001)
    means = [summarise(counts(item, 0)) for item in ITEMS]
    assert answers.index([each.mean for each in means if each]) == pytest.approx(2.86)


def test_the_interval_narrows_where_nearly_everybody_was_asked() -> None:
    at_p4, at_p8 = counts("Q8", 3), counts("Q8", 7)
    for found, population, low, high in (
        (at_p4, None, 1.60, 2.62),
        (at_p4, 24, 1.85, 2.37),
        (at_p8, None, 3.05, 3.95),
        (at_p8, 24, 3.37, 3.63),
    ):
        summary = summarise(found, population)
        assert summary is not None
        assert summary.interval is not None
        assert summary.interval.low == pytest.approx(low, abs=0.006)
        assert summary.interval.high == pytest.approx(high, abs=0.006)


def test_two_camps_are_told_from_a_group_that_agrees_in_the_middle() -> None:
    for wave, consensus in ((3, 0.11), (7, 0.10)):
        summary = summarise(counts("Q4", wave))
        assert summary is not None
        assert summary.consensus == pytest.approx(consensus, abs=0.006)
        assert summary.is_split
    for item in ITEMS:
        found = [summarise(counts(item, wave)) for wave in WAVES]
        assert all(each is not None and each.is_split is (item == "Q4") for each in found)
    agreed = summarise([0, 1, 18, 1, 0])
    assert agreed is not None
    assert not agreed.is_split


def test_the_interval_of_a_share_is_wilsons() -> None:
    found = answers.share_interval(3, 18)
    assert found is not None
    assert (found.low, found.high) == pytest.approx((0.058, 0.392), abs=0.0006)
    known = stats.binomtest(3, 18).proportion_ci(method="wilson")
    assert (found.low, found.high) == pytest.approx((known.low, known.high))


@pytest.mark.parametrize(
    ("count", "n", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_published_intervals_of_shares_come_out_the_same(
    count: int, n: int, low: float, high: float
) -> None:
    """Newcombe, Statistics in Medicine 17 (1998), table I: the score method."""
    found = answers.share_interval(count, n)
    assert found is not None
    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


def test_the_recommendation_score_comes_with_its_margin() -> None:
    scores = (-10.0, -14.3, -21.1, -44.4, -30.0, -9.5, 4.5, 13.6)
    margins = (33.7, 33.1, 34.5, 31.6, 31.3, 32.1, 32.1, 31.6)
    for found, score, margin in zip(RECOMMENDATION, scores, margins, strict=True):
        told = answers.recommend(*found)
        assert told is not None
        assert (told.score, told.margin) == pytest.approx((score, margin), abs=0.06)
        # Another way: the mean of what each is worth, with the error of a mean.
        worth = np.repeat([100, 0, -100], found)
        error = stats.norm.ppf(0.975) * worth.std() / math.sqrt(len(worth))
        assert (told.score, told.margin) == pytest.approx((worth.mean(), error))


def test_who_recommends_is_told_by_the_answers_from_nought_to_ten() -> None:
    told = answers.recommendation([1] * 11)
    assert told is not None
    assert (told.promoters, told.passives, told.detractors) == (2, 2, 7)
