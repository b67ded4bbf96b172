import pytest
from hypothesis import given
from hypothesis import strategies as st

from entente.domain.speaking import Floor, equity


def test_one_person_speaks_at_a_time() -> None:
    floor = Floor().toggle("a", 100.0).toggle("b", 130.0).toggle("b", 150.5)
    assert floor.pending(200.0) == {"a": 30.0, "b": 20.5}
    assert not floor.is_running


def test_a_pause_counts_for_nobody_and_the_same_person_goes_on() -> None:
    floor = Floor().give("a", 0.0).pause(10.0)
    assert floor.pending(60.0) == {"a": 10.0}
    assert floor.resume(60.0).pending(65.0) == {"a": 15.0}


def test_nobody_goes_on_where_nobody_spoke() -> None:
    assert Floor().resume(5.0) == Floor()
    assert not Floor().toggle("a", 0.0).toggle("a", 1.0).resume(2.0).is_running


def test_what_is_left_of_a_second_is_written_next_time() -> None:
    floor = Floor().give("a", 0.0)
    assert floor.due(30.75) == {"a": 30}
    floor = floor.written({"a": 30}, 30.75)
    assert floor.pending(30.75) == {"a": pytest.approx(0.75)}
    assert floor.due(31.0) == {"a": 1}
    assert floor.speaker == "a"
    assert floor.is_running


def test_nothing_is_due_before_a_second_has_passed() -> None:
    assert Floor().give("a", 0.0).due(0.9) == {}


def test_a_clock_that_went_back_takes_nothing_away() -> None:
    assert Floor().give("a", 50.0).pending(40.0) == {"a": 0.0}


@given(st.lists(st.tuples(st.sampled_from("ab "), st.floats(0, 100)), max_size=30))
def test_all_that_was_measured_is_written_in_the_end(presses: list[tuple[str, float]]) -> None:
    floor, now, written, running = Floor(), 0.0, 0, 0.0
    for key, passed in presses:
        running += passed if floor.is_running else 0.0
        now += passed
        floor = floor.pause(now) if key == " " else floor.toggle(key, now)
        due = floor.due(now)
        floor, written = floor.written(due, now), written + sum(due.values())
    left = sum(floor.pending(now).values())
    assert written + left == pytest.approx(running, abs=1e-6)
    assert all(spoken < 1 for spoken in floor.pending(now).values())


@pytest.mark.parametrize(
    ("seconds", "index"),
    [
        ((300, 300), 1.0),
        ((300, 100), 0.5),  # G = 200 / (2 · 400) = 0.25, of at most 0.5
        ((400, 0), 0.0),
        ((100, 100, 100), 1.0),
        ((300, 200, 100), 2 / 3),  # pairs 100 + 200 + 100 = 400; G = 400 / 1800; · 3 / 2 = 1/3
        ((600, 0, 0), 0.0),
        ((0, 0), None),
        ((500,), None),
        ((), None),
    ],
)
def test_the_index_is_gini_turned_round(seconds: tuple[int, ...], index: float | None) -> None:
    found = equity([(str(place), value) for place, value in enumerate(seconds)])
    assert found.index == (None if index is None else pytest.approx(index))
    assert found.total == sum(seconds)


def test_shares_are_named_and_the_longest_is_known() -> None:
    found = equity([("a", 270), ("b", 90)])
    assert [(share.key, share.share) for share in found.shares] == [("a", 0.75), ("b", 0.25)]
    assert found.even == 0.5
    assert found.longest is not None
    assert found.longest.key == "a"
    assert found.is_even is False
    assert equity([("a", 210), ("b", 190)]).is_even is True


def test_nothing_is_said_of_the_first_seconds() -> None:
    found = equity([("a", 50), ("b", 9)])
    assert found.longest is None
    assert found.is_even is None
