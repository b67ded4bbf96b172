import datetime as dt

import pytest

from entente.domain.acts import Act, hats_worn
from entente.domain.retention import months_after, retention

TODAY = dt.date(2026, 6, 10)


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        (dt.date(2026, 6, 30), 1, dt.date(2026, 7, 30)),
        (dt.date(2026, 1, 31), 1, dt.date(2026, 2, 28)),
        (dt.date(2027, 12, 31), 2, dt.date(2028, 2, 29)),
        (dt.date(2026, 12, 15), 0, dt.date(2026, 12, 15)),
        (dt.date(2026, 11, 30), 12, dt.date(2027, 11, 30)),
        (dt.date(2026, 6, 30), 120, dt.date(2036, 6, 30)),
    ],
)
def test_months_later_is_the_same_day_or_the_last(
    day: dt.date, months: int, after: dt.date
) -> None:
    assert months_after(day, months) == after


def test_without_an_end_or_a_term_nothing_is_due() -> None:
    for ends_on, months in ((None, 6), (TODAY, None), (None, None)):
        found = retention(ends_on, months, TODAY)
        assert (found.erase_on, found.is_near, found.is_due) == (None, False, False)


@pytest.mark.parametrize(
    ("ends_on", "days", "is_near", "is_due"),
    [
        (dt.date(2026, 5, 10), 0, True, True),
        (dt.date(2026, 5, 11), 1, True, False),
        (dt.date(2026, 6, 9), 29, True, False),
        (dt.date(2026, 6, 10), 30, True, False),
        (dt.date(2026, 6, 11), 31, False, False),
        (dt.date(2026, 4, 10), -31, True, True),
    ],
)
def test_one_is_reminded_a_month_before_and_ever_after(
    ends_on: dt.date, days: int, *, is_near: bool, is_due: bool
) -> None:
    found = retention(ends_on, 1, TODAY)
    assert (found.days, found.is_near, found.is_due) == (days, is_near, is_due)


def test_two_parts_before_one_party_are_told_and_no_part_is_not() -> None:
    acts = [
        Act("mediation_session", "s", "M1", "", None, "mediation", ("a", "b")),
        Act("interaction", "i", "I1", "", TODAY, "adviser", ("a", "c")),
        Act("interaction", "j", "I2", "", TODAY, "", ("b",)),
    ]
    assert hats_worn(acts, ("a", "b")) == {"a": ("adviser", "mediation")}
