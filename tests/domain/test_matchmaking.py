"""Who had better meet, on pairs small enough to reckon by hand."""

import pytest

from entente.domain.matchmaking import Gap, Ground, GroundKind, Tie, compare, gap_of, matches

CAUSE = Ground(GroundKind.CAUSE, "c", frozenset({"a", "b", "x"}))
WISH = Ground(GroundKind.FOR, "o", frozenset({"a", "b"}))
DOUBT = Ground(GroundKind.AGAINST, "p", frozenset({"b", "c"}))
PEOPLE = ("a", "b", "c", "d")


@pytest.mark.parametrize(
    ("quality", "connection", "gap"),
    [
        (-2, 5, Gap.BROKEN),
        (-1, None, Gap.STRAINED),
        (0, 3, Gap.NEUTRAL),
        (None, 2, Gap.NEUTRAL),
        (1, 2, None),
        (2, None, None),
        (2, 0, Gap.ABSENT),
        (None, 0, Gap.ABSENT),
    ],
)
def test_what_is_wanting_follows_from_quality_and_acquaintance(
    quality: int | None, connection: int | None, gap: Gap | None
) -> None:
    assert gap_of(quality, connection) is gap


def test_the_score_is_the_product_of_its_three_parts() -> None:
    tie = Tie("a", "b", quality=-2, dependence=2, dependence_back=1)
    (match,) = matches(("a", "b"), [tie], [CAUSE, WISH])
    assert (match.gap_points, match.ground_points, match.need_points) == (4, 3, 4)
    assert match.score == 48


def test_the_highest_score_comes_first_and_ties_keep_the_order_of_people() -> None:
    ties = [Tie("c", "d", quality=-1, dependence=1), Tie("b", "a", quality=-2, dependence=2)]
    found = matches(PEOPLE, ties, [DOUBT, WISH])
    # a-b: 4 × 2 × 3 = 24; c-d: 3 × 1 × 2 = 6; b-c: nothing noted, 2 × 2 × 1 = 4.
    assert [(m.first, m.second, m.score) for m in found] == [
        ("a", "b", 24),
        ("c", "d", 6),
        ("b", "c", 4),
    ]


def test_dependence_follows_whoever_is_named_first() -> None:
    (match,) = matches(PEOPLE, [Tie("b", "a", quality=-1, dependence=2, dependence_back=0)], [])
    assert (match.first, match.dependence, match.dependence_back) == ("a", 0, 2)


@pytest.mark.parametrize("quality", [1, 2])
def test_two_who_get_on_need_nobody_to_bring_them_together(quality: int) -> None:
    assert matches(PEOPLE, [Tie("a", "b", quality=quality, dependence=2)], [WISH]) == []


def test_a_bad_relation_without_any_reason_to_meet_is_left_alone() -> None:
    assert matches(PEOPLE, [Tie("a", "b", quality=-2)], []) == []


def test_two_strangers_with_nothing_in_common_are_left_alone() -> None:
    assert matches(PEOPLE, [], []) == []


def test_of_two_relations_the_worse_quality_and_the_stronger_dependence_hold() -> None:
    ties = [Tie("a", "b", quality=1, dependence=2), Tie("b", "a", quality=-1, dependence=1)]
    (match,) = matches(PEOPLE, ties, [])
    assert (match.gap, match.dependence, match.dependence_back) == (Gap.STRAINED, 2, 1)


def test_a_barred_pair_is_not_proposed() -> None:
    ties = [Tie("a", "b", quality=-2, dependence=1)]
    assert matches(PEOPLE, ties, [], {frozenset({"b", "a"})}) == []


def test_relations_to_oneself_or_to_strangers_are_left_out() -> None:
    ties = [Tie("a", "a", quality=-2, dependence=2), Tie("a", "z", quality=-2, dependence=2)]
    assert matches(PEOPLE, ties, []) == []


def test_more_common_ground_than_three_adds_nothing() -> None:
    many = [Ground(GroundKind.FOR, str(number), frozenset({"a", "b"})) for number in range(9)]
    (match,) = matches(PEOPLE, [], many)
    assert (match.ground_points, len(match.grounds)) == (4, 9)


def test_common_causes_are_named_before_objectives() -> None:
    match = compare("a", "b", [], [WISH, CAUSE])
    assert [ground.kind for ground in match.grounds] == [GroundKind.CAUSE, GroundKind.FOR]


def test_a_good_relation_compared_scores_nothing() -> None:
    match = compare("a", "b", [Tie("a", "b", quality=2, dependence=2)], [WISH])
    assert (match.gap, match.score, match.is_strong) == (None, 0, True)


def test_only_so_many_are_returned_as_asked_for() -> None:
    ties = [Tie("a", "b", quality=-1, dependence=1), Tie("c", "d", quality=-2, dependence=2)]
    assert [(m.first, m.score) for m in matches(PEOPLE, ties, [], most=1)] == [("c", 12)]
    assert matches(PEOPLE, ties, [], most=0) == []
