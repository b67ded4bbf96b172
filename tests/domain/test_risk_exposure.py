"""The exposure only on the days it changes."""

import datetime as dt
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from entente.domain.risk_exposure import History, Rated, exposure, turning_points

FIRST = dt.date(2026, 3, 1)
LAST = dt.date(2026, 3, 31)
days = st.dates(FIRST, LAST + dt.timedelta(days=9))
steps = st.one_of(st.none(), st.integers(1, 5))
ratings = st.builds(
    Rated,
    on=days,
    status=st.sampled_from([None, "assessed", "occurred", "closed"]),
    current=st.tuples(steps, steps),
    inherent=st.tuples(steps, steps),
)
histories = st.lists(
    st.builds(
        History,
        key=st.just("k"),
        opened_on=st.one_of(st.none(), days),
        closed_on=st.one_of(st.none(), days),
        ratings=st.lists(ratings, max_size=5).map(lambda r: tuple(sorted(r, key=lambda x: x.on))),
    ),
    max_size=6,
)


@given(histories)
def test_between_two_turning_points_every_day_is_as_the_first(told: list[History]) -> None:
    points = turning_points(told, LAST)
    every_day = [FIRST + dt.timedelta(days=each) for each in range(31)]
    for day in exposure(told, every_day):
        before = [point for point in points if point.on <= day.on]
        if not before:
            assert (day.score, day.open, day.unrated) == (0, 0, 0)
            continue
        last = before[-1]
        assert (day.score, day.open, day.unrated) == (last.score, last.open, last.unrated)


@given(histories)
def test_it_changes_at_each_of_them_but_the_last(told: list[History]) -> None:
    points = turning_points(told, LAST)
    assert [point.on for point in points] == sorted({point.on for point in points})
    assert not points or points[-1].on == LAST
    told_of = [(point.score, point.open, point.unrated) for point in points]
    assert all(one != other for one, other in pairwise(told_of[:-1]))


def test_what_nobody_has_rated_weighs_nothing_and_is_counted() -> None:
    told = [History("a", FIRST, None, ()), History("b", LAST, None, ())]
    first, last = turning_points(told, LAST)
    assert (first.score, first.open, first.unrated) == (0, 1, 1)
    assert (last.on, last.open, last.unrated) == (LAST, 2, 2)


def test_without_threats_there_is_no_curve() -> None:
    assert turning_points([], LAST) == ()
    tomorrow = LAST + dt.timedelta(days=1)
    assert turning_points([History("a", tomorrow, None, ())], LAST) == ()
