import itertools
import random
import statistics

import networkx as nx
import pytest

from entente.domain.sociogram import Sociogram, Standing, sociogram

SIX = list("abcdef")


def one_star() -> Sociogram:
    """Everybody chooses a; a chooses b; f is set aside by three and chooses nobody."""
    choices = [("b", "a"), ("c", "a"), ("d", "a"), ("e", "a"), ("a", "b"), ("c", "d"), ("d", "c")]
    return sociogram(SIX, choices, [("a", "f"), ("b", "f"), ("c", "f")])


def test_received_and_given_are_shares_of_all_others() -> None:
    status = one_star().statuses["a"]
    assert (status.chosen, status.gives, status.set_aside, status.refuses) == (4, 1, 0, 1)
    assert status.choice_status == pytest.approx(0.8)
    assert status.expansiveness == pytest.approx(0.2)
    assert one_star().statuses["f"].rejection_status == pytest.approx(0.6)


def test_who_is_chosen_far_more_than_usual_is_a_star() -> None:
    assert one_star().stars == ("a",)


def test_who_neither_chooses_nor_is_chosen_is_alone() -> None:
    assert one_star().isolates == ("f",)
    assert one_star().forgotten == ("e",)


def test_who_choose_each_other_are_pairs() -> None:
    group = one_star()
    assert group.pairs == (("a", "b"), ("c", "d"))
    assert group.cohesion == pytest.approx(2 / 15)
    assert group.mutuality == pytest.approx(4 / 7)


def test_preference_and_impact_are_reckoned_in_standard_deviations() -> None:
    group = one_star()
    likes, dislikes = [4, 1, 1, 1, 0, 0], [0, 0, 0, 0, 0, 3]
    z_like = (4 - statistics.mean(likes)) / statistics.pstdev(likes)
    z_dislike = (0 - statistics.mean(dislikes)) / statistics.pstdev(dislikes)
    assert group.statuses["a"].preference == pytest.approx(z_like - z_dislike)
    assert group.statuses["a"].impact == pytest.approx(z_like + z_dislike)


def test_the_five_classes() -> None:
    group = one_star()
    assert group.statuses["a"].standing is Standing.POPULAR
    assert group.statuses["f"].standing is Standing.REJECTED
    assert group.statuses["e"].standing is Standing.NEGLECTED
    assert group.statuses["b"].standing is Standing.AVERAGE
    torn = sociogram(
        SIX,
        [("b", "a"), ("c", "a"), ("d", "b"), ("e", "c")],
        [("d", "a"), ("e", "a"), ("f", "a"), ("a", "f")],
    )
    assert torn.statuses["a"].standing is Standing.CONTROVERSIAL


def test_equal_places_are_no_deviation() -> None:
    ring = sociogram("abc", [("a", "b"), ("b", "c"), ("c", "a")])
    assert {each.standing for each in ring.statuses.values()} == {Standing.AVERAGE}
    assert ring.stars == ()


def test_ties_to_oneself_and_out_of_the_group_are_left_out() -> None:
    group = sociogram("ab", [("a", "a"), ("a", "x"), ("x", "b")])
    assert group.statuses["a"].gives == 0
    assert group.mutuality is None


@pytest.mark.parametrize("count", [0, 1])
def test_a_group_of_nobody_or_one_has_figures_too(count: int) -> None:
    group = sociogram("a" * count, [])
    assert group.cohesion == 0.0
    assert len(group.isolates) == count


@pytest.mark.parametrize("seed", range(5))
def test_cliques_are_those_networkx_finds(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  # the same group every time
    members = [f"m{number:02}" for number in range(14)]
    ties = {pair for pair in itertools.permutations(members, 2) if chance.random() < 0.55}
    mutual = nx.Graph(pair for pair in ties if pair[::-1] in ties)
    expected = {frozenset(each) for each in nx.find_cliques(mutual) if len(each) > 2}
    found = sociogram(members, ties)
    assert {frozenset(each) for each in found.cliques} == expected
    assert len(found.pairs) == mutual.number_of_edges()
    assert [len(each) for each in found.cliques] == sorted(map(len, expected), reverse=True)
