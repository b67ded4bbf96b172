"""Working days, against dates as the calendars of those years print them."""

import datetime as dt

import pytest

from entente.domain.working_days import WorkingCalendar, public_holidays

FRANCE = WorkingCalendar()
#: The three sprints of CONFLUENT, with the working days they have.
S1 = (dt.date(2026, 3, 9), dt.date(2026, 3, 27), 15)
S2 = (dt.date(2026, 3, 30), dt.date(2026, 4, 17), 14)
S3 = (dt.date(2026, 4, 20), dt.date(2026, 5, 8), 13)


def day_called(name: str, year: int, *, alsace_moselle: bool = False) -> dt.date:
    days = public_holidays(year, alsace_moselle=alsace_moselle).items()
    (found,) = (day for day, called in days if called == name)
    return found


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [
        (1583, 4, 11),
        (1818, 3, 23),  # the earliest Easter there is
        (1943, 4, 26),  # the latest
        (2024, 4, 1),
        (2025, 4, 21),
        (2026, 4, 6),
        (2027, 3, 29),
        (2028, 4, 17),
        (2029, 4, 2),
        (2030, 4, 22),
        (2299, 4, 17),
    ],
)
def test_easter_monday_is_that_of_the_almanac(year: int, month: int, day: int) -> None:
    assert day_called("Easter Monday", year) == dt.date(year, month, day)


def test_the_year_2026_has_its_eleven_holidays() -> None:
    found = [f"{day:%d/%m}" for day in public_holidays(2026)]
    assert found == [
        *("01/01", "06/04", "01/05", "08/05", "14/05", "25/05"),
        *("14/07", "15/08", "01/11", "11/11", "25/12"),
    ]


def test_ascension_on_a_holiday_is_no_day_more() -> None:
    # In 2008 it fell on 1 May.
    assert len(public_holidays(2008)) == 10
    assert public_holidays(2008)[dt.date(2008, 5, 1)] == "Labour Day"


def test_alsace_and_moselle_have_two_more() -> None:
    assert day_called("Good Friday", 2026, alsace_moselle=True) == dt.date(2026, 4, 3)
    assert day_called("Saint Stephen’s Day", 2026, alsace_moselle=True) == dt.date(2026, 12, 26)
    assert len(public_holidays(2026, alsace_moselle=True)) == 13


@pytest.mark.parametrize(("first", "last", "count"), [S1, S2, S3])
def test_sprints_have_the_working_days_of_the_source(
    first: dt.date, last: dt.date, count: int
) -> None:
    assert len(FRANCE.working_days(first, last)) == count


def test_good_friday_and_a_bridge_day_take_one_more_each() -> None:
    first, last, count = S2
    there = WorkingCalendar(alsace_moselle=True)
    assert len(there.working_days(first, last)) == count - 1
    bridged = WorkingCalendar(days_off={dt.date(2026, 4, 7): "Pont", dt.date(2026, 4, 6): "Fermé"})
    # The closure on Easter Monday is no second day off.
    assert len(bridged.working_days(first, last)) == count - 1


def test_what_is_off_within_a_sprint_is_named_without_its_weekends() -> None:
    off = WorkingCalendar(days_off={dt.date(2026, 5, 7): "", dt.date(2026, 5, 2): "Samedi"})
    assert off.holidays(*S3[:2]) == {
        dt.date(2026, 5, 1): "Labour Day",
        dt.date(2026, 5, 7): "",
        dt.date(2026, 5, 8): "Victory in Europe Day",
    }


@pytest.mark.parametrize(
    ("first", "number", "last"),
    [
        ("2026-03-09", 15, "2026-03-27"),
        ("2026-03-30", 15, "2026-04-20"),
        ("2026-03-28", 1, "2026-03-30"),  # begun on a Saturday
        ("2026-12-21", 10, "2027-01-05"),  # over Christmas and the New Year
    ],
)
def test_a_sprint_of_so_many_working_days_ends(first: str, number: int, last: str) -> None:
    found = FRANCE.nth_working_day(dt.date.fromisoformat(first), number)
    assert found == dt.date.fromisoformat(last)


def test_the_next_working_day_is_after_the_bank_holiday() -> None:
    assert FRANCE.next_working_day(dt.date(2026, 4, 3)) == dt.date(2026, 4, 7)


def test_there_is_no_working_day_after_the_last_of_all() -> None:
    with pytest.raises(OverflowError):
        FRANCE.nth_working_day(dt.date(9999, 12, 20), 15)


def test_nothing_is_worked_between_a_day_and_the_one_before() -> None:
    assert FRANCE.working_days(dt.date(2026, 3, 10), dt.date(2026, 3, 9)) == ()
