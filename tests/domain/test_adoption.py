"""Adoption: half of the people by a straight line, and a curve through counts made by hand."""

import datetime as dt
import math

import pytest

from entente.domain.change.adoption import Count, fit, half_day

START = dt.date(2026, 3, 2)


def counts(*found: tuple[int, int]) -> list[Count]:
    """Return counts of 100 people: days since the start, and how many."""
    return [Count(START + dt.timedelta(days=day), users, 100) for day, users in found]


def test_half_is_reached_on_a_straight_line_between_two_counts() -> None:
    # From 20 to 60 in 20 days: 50 after 15 of them.
    assert half_day(counts((0, 0), (10, 20), (30, 60))) == START + dt.timedelta(days=25)
    assert half_day(counts((0, 50), (10, 90))) == START
    assert half_day(counts((0, 10), (10, 49))) is None
    assert half_day([]) is None


def test_counts_on_a_logistic_curve_give_it_back() -> None:
    people = 1_000_000
    found = [
        Count(
            START + dt.timedelta(days=day),
            round(people / (1 + math.exp(-0.1 * (day - 40)))),
            people,
        )
        for day in range(0, 81, 10)
    ]
    curve = fit(found)
    assert curve is not None
    assert curve.rate == pytest.approx(0.1, rel=1e-3)
    assert curve.middle == START + dt.timedelta(days=40)
    assert curve.at(curve.middle) == pytest.approx(0.5)


def test_too_little_says_no_curve() -> None:
    assert fit(counts((0, 10), (10, 20))) is None
    assert fit(counts((0, 0), (10, 20), (20, 40), (30, 100))) is None
    assert fit(counts((0, 30), (10, 30), (20, 30))) is None
    assert fit(counts((0, 60), (10, 40), (20, 20))) is None
    assert fit(counts((5, 10), (5, 20), (5, 30))) is None
