"""What sprints come to, against sums done by hand on small and on real ones."""

import datetime as dt

import pytest

from entente.domain.sprint_figures import (
    Forecast,
    Planned,
    Totals,
    Velocity,
    chart,
    forecast,
    totals,
    velocity,
)

MONDAY = dt.date(2026, 3, 9)
WEEK = tuple(MONDAY + dt.timedelta(days=day) for day in range(5))
SUNDAY = MONDAY + dt.timedelta(days=6)
LATER = dt.date(2026, 6, 10)


def day(number: int) -> dt.date:
    return MONDAY + dt.timedelta(days=number)


def card(effort: float, *statuses: tuple[int, str], outcome: str = "", taken: int = 0) -> Planned:
    said = tuple((day(number), status) for number, status in statuses)
    return Planned("", effort, day(taken), outcome or None, said)


def test_a_sprint_counts_what_was_done_by_its_last_day() -> None:
    cards = [
        card(6, (1, "doing"), (3, "done")),
        card(3, (1, "done"), (2, "doing")),  # done too soon
        card(2, (7, "done")),  # the Monday after
        card(1, (-3, "ready")),
    ]
    assert totals(cards, WEEK[0], SUNDAY) == Totals(planned=12, done=6, carry_over=6)


def test_what_was_said_at_the_close_counts_before_what_statuses_say() -> None:
    cards = [
        card(6, (7, "done"), outcome="done"),
        card(3, (1, "done"), outcome="carried"),
        card(2, outcome="returned", taken=2),
        card(1, outcome="dropped"),
    ]
    assert totals(cards, WEEK[0], SUNDAY) == Totals(
        planned=12, done=6, carry_over=3, removed=3, added=2
    )


def test_burndown_and_burn_up_go_by_working_days() -> None:
    cards = [
        card(4, (1, "done")),
        card(3, (5, "done")),  # on the Saturday: it counts on the last working day
        card(3),
        card(2, (4, "done"), taken=2),
    ]
    found = chart(cards, WEEK, SUNDAY, LATER)
    assert found.days == WEEK
    # Ten half-days at first, over five days.
    assert found.ideal == pytest.approx((10, 8, 6, 4, 2, 0))
    assert list(found.scope) == [10, 10, 10, 12, 12, 12]
    assert list(found.done) == [0, 0, 4, 4, 4, 9]
    assert list(found.remaining) == [10, 10, 6, 8, 8, 3]


def test_days_to_come_have_no_value_but_the_ideal_one() -> None:
    found = chart([card(4, (1, "done"))], WEEK, SUNDAY, day(1))
    assert list(found.remaining) == [4, 4, 0, None, None, None]
    assert list(found.scope) == [4, 4, 4, None, None, None]
    assert len(found.ideal) == 6
    ahead = chart([card(4)], WEEK, SUNDAY, day(-20))
    assert list(ahead.remaining) == [4, *[None] * 5]


def test_a_sprint_without_a_working_day_is_one_point() -> None:
    found = chart([card(4, (5, "done"))], (), SUNDAY, LATER)
    assert [*found.ideal, *found.remaining, *found.scope] == [4, 0, 4]


def test_velocity_is_drawn_from_the_last_three_sprints() -> None:
    # 17, 16 and 20 are those of CONFLUENT.
    found = velocity([4, 17, 16, 20])
    assert found is not None
    assert found.mean == pytest.approx(17.67, abs=5e-3)
    assert (found.minimum, found.maximum, found.sprints) == (16, 20, 3)
    assert velocity([17]) == Velocity(17, 17, 17, 1)
    assert velocity([]) is None


@pytest.mark.parametrize(
    ("effort", "done", "expected"),
    [
        (50, [17, 16, 20], Forecast(3, 4)),  # 50/20 = 2.5, 50/16 = 3.1
        (16, [17, 16, 20], Forecast(1, 1)),
        (0, [], Forecast(0, 0)),
        (5, [0, 10], Forecast(1, None)),
        (5, [], None),
        (5, [0, 0], None),
    ],
)
def test_a_forecast_is_a_range(effort: float, done: list[float], expected: Forecast | None) -> None:
    assert forecast(effort, velocity(done)) == expected
