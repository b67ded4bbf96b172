import datetime as dt

import pytest

from entente.domain.sessions_plan import (
    Timed,
    budget,
    clock_after,
    moved,
    parse_time,
    read_time,
    run_through,
)
from entente.errors import InvalidValueError


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("14:00", "14:00"),
        ("14h", "14:00"),
        ("14 h", "14:00"),
        ("14H30", "14:30"),
        ("14\u202fh\u00a030", "14:30"),
        ("9h05", "09:05"),
        ("9.05", "09:05"),
        ("à 9 heures", "09:00"),
        ("1430", "14:30"),
        ("14", "14:00"),
        ("2 pm", "14:00"),
        ("2:30pm", "14:30"),
        ("12 am", "00:00"),
        ("12 pm", "12:00"),
        ("Midi", "12:00"),
        ("0:00", "00:00"),
        ("23:59", "23:59"),
        ("  ", ""),
        ("", ""),
    ],
)
def test_a_time_is_understood_as_people_type_it(typed: str, kept: str) -> None:
    assert parse_time(typed) == kept


@pytest.mark.parametrize(
    "typed",
    ["24:00", "25h", "14:60", "13 pm", "0 am", "-1", "14:0", "demain", "14:00:00", "٣", "1" * 300],
)
def test_what_is_no_time_of_day_is_refused(typed: str) -> None:
    with pytest.raises(InvalidValueError) as refused:
        parse_time(typed)
    assert refused.value.field == "Start time"
    assert read_time(typed) is None


def test_a_time_kept_before_it_was_checked_is_read_all_the_same() -> None:
    assert read_time("14 h 30") == dt.time(14, 30)
    assert read_time(None) is None


def test_items_follow_each_other() -> None:
    assert run_through([10, None, 25]) == (Timed(0, 10), Timed(10, 10), Timed(10, 35))
    assert clock_after(dt.time(23, 50), 35) == dt.time(0, 25)


def test_an_agenda_is_held_against_the_time_set() -> None:
    tight = budget([30, 45, None, 30], 90)
    assert (tight.total, tight.over, tight.left, tight.open) == (105, 15, 0, 1)
    roomy = budget([30], 90)
    assert (roomy.over, roomy.left) == (0, 60)
    assert budget([30], 0) == budget([30], None)
    assert (budget([30], None).over, budget([30], None).left) == (0, 0)


@pytest.mark.parametrize(
    ("taken", "place", "order"),
    [
        ("c", 0, "cabd"),
        ("a", 2, "bacd"),
        ("a", 4, "bcda"),
        ("ad", 2, "badc"),
        ("b", 1, "abcd"),
        ("b", 2, "abcd"),
        ("x", 1, "abcd"),
        ("c", -3, "cabd"),
        ("a", 99, "bcda"),
    ],
)
def test_what_is_moved_goes_before_what_stood_there(taken: str, place: int, order: str) -> None:
    assert "".join(moved("abcd", taken, place)) == order
