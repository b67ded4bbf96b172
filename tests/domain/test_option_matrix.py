"""Options weighed against interests, against figures worked out by hand.

K1 of the sample, as the two parties might score it: d1, d2, d3 are the interests of the DSI,
e1, e2 those of the publisher.

            d1 d2 d3 | e1 e2
    active   3  2  2 |  2  2     DSI 7/9, publisher 4/6
    all      3  3  0 |  0  1     DSI 6/9, publisher 1/6
    nothing  0  0  2 |  2  1     DSI 2/9, publisher 3/6
"""

import pytest

from entente.domain.option_matrix import (
    Concern,
    Domination,
    Service,
    dominated,
    least_served,
    services,
)

INTERESTS = ("d1", "d2", "d3", "e1", "e2")
CONCERNS = tuple(Concern(key, "dsi" if key[0] == "d" else "publisher") for key in INTERESTS)
ROWS = {"active": (3, 2, 2, 2, 2), "all": (3, 3, 0, 0, 1), "nothing": (0, 0, 2, 2, 1)}
SCORES = {
    (option, interest): score
    for option, row in ROWS.items()
    for interest, score in zip(INTERESTS, row, strict=True)
}


@pytest.mark.parametrize(
    ("option", "points", "least"),
    [
        ("active", (7, 4), ("publisher",)),  # 7/9 = .78, 4/6 = .67
        ("all", (6, 1), ("publisher",)),
        ("nothing", (2, 3), ("dsi",)),
    ],
)
def test_points_are_added_up_party_by_party(
    option: str, points: tuple[int, int], least: tuple[str, ...]
) -> None:
    found = services(option, CONCERNS, SCORES)
    assert tuple(each.points for each in found) == points
    assert all(each.is_whole for each in found)
    assert least_served(found) == least


def test_an_option_never_better_and_somewhere_worse_is_dominated() -> None:
    # "nothing" is met 0 0 2 2 1 where "active" is met 3 2 2 2 2; "all" keeps its 3 on d2.
    assert dominated(list(ROWS), INTERESTS, SCORES) == {
        "nothing": Domination("active", 5, ("d1", "d2", "e2"))
    }


def test_equal_options_do_not_dominate_each_other() -> None:
    twins = {("a", "d1"): 2, ("b", "d1"): 2}
    assert dominated(["a", "b"], ["d1"], twins) == {}


def test_a_blank_is_not_a_zero() -> None:
    scores = {("a", "d1"): 0, ("b", "d2"): 3}
    assert dominated(["a", "b"], ["d1", "d2"], scores) == {}
    (blank,) = services("b", [Concern("d1", "dsi")], scores)
    assert blank == Service("dsi", 0, 0, 1)
    assert blank.share is None
    (zero,) = services("a", [Concern("d1", "dsi")], scores)
    assert zero.share == 0


def test_only_what_is_scored_for_both_is_compared() -> None:
    scores = {("a", "d1"): 2, ("b", "d1"): 1, ("b", "d2"): 3}
    assert dominated(["a", "b"], ["d1", "d2"], scores) == {"b": Domination("a", 1, ("d1",))}


def test_a_circle_of_comparisons_dominates_nobody() -> None:
    circle = {
        ("a", "d1"): 2,
        ("b", "d1"): 1,
        ("b", "d2"): 2,
        ("c", "d2"): 1,
        ("c", "d3"): 2,
        ("a", "d3"): 1,
    }
    three = ("d1", "d2", "d3")
    assert dominated(["a", "b", "c"], three, circle) == {}
    # One that stands outside and beats one of them brings the whole circle down.
    best = circle | {("z", "d1"): 3}
    assert set(dominated(["a", "b", "c", "z"], three, best)) == {"a", "b", "c"}


def test_the_reason_names_the_option_compared_on_most_interests() -> None:
    scores = {("low", "d1"): 0, ("low", "d2"): 0, ("one", "d1"): 3}
    scores |= {("both", "d1"): 1, ("both", "d2"): 1}
    # "one" and "both" meet only on d1, where "one" is better.
    found = dominated(["low", "one", "both"], ["d1", "d2"], scores)
    assert found["low"] == Domination("both", 2, ("d1", "d2"))
    assert found["both"].by == "one"


def test_nobody_is_served_least_while_one_party_alone_is_scored() -> None:
    assert least_served([Service("dsi", 1, 1, 1), Service("publisher", 0, 0, 2)]) == ()
    assert least_served([Service("", 0, 1, 1), Service("dsi", 3, 1, 1)]) == ()


def test_all_served_alike_leave_nobody_behind_and_a_tie_names_both() -> None:
    alike = [Service("dsi", 2, 2, 2), Service("publisher", 1, 1, 1)]
    assert least_served(alike) == ()
    assert least_served([*alike, Service("users", 3, 1, 1)]) == ("dsi", "publisher")


def test_a_party_without_a_written_interest_is_told_of() -> None:
    assert services("a", [], {}, ["dsi"]) == (Service("dsi", 0, 0, 0),)
