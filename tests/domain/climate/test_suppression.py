"""Nobody's answers can be reckoned from what is shown: an attacker tries on every wave."""

from collections.abc import Mapping, Sequence
from itertools import chain, combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entente.domain.climate import suppression
from entente.domain.climate.suppression import Published, publish

#: Of a wave of eighteen, by service.
P4 = {
    "Métiers": [3, 3, 2, 1, 0],
    "Numérique": [1, 2, 1, 1, 0],
    "Éditeur et AMOA": [1, 0, 1, 0, 0],
    "Direction et support": [1, 1, 0, 0, 0],
}
GROUPS = st.lists(st.lists(st.integers(0, 6), min_size=5, max_size=5), min_size=1, max_size=6).map(
    lambda rows: {f"G{place}": row for place, row in enumerate(rows)}
)
K = st.integers(suppression.THRESHOLD_MIN, 8)


def test_the_sample_shows_the_whole_and_the_largest_group_only() -> None:
    found = publish(P4)
    assert found.whole == (6, 6, 4, 2, 0)
    assert list(found.groups) == ["Métiers"]
    # Nine are left together: 5 + 2 + 2.
    assert found.withheld == ("Numérique", "Éditeur et AMOA", "Direction et support")


def test_two_groups_are_told_apart_only_if_both_are_large() -> None:
    both = publish({"A": [2, 1, 1, 1, 0], "B": [0, 2, 2, 1, 0]})
    assert set(both.groups) == {"A", "B"}
    one = publish({"A": [2, 1, 1, 1, 0], "B": [0, 2, 2, 0, 0]})
    assert one.groups == {}
    assert one.whole == (2, 3, 3, 1, 0)


def test_a_group_that_agrees_is_withheld_with_another_that_hides_it() -> None:
    found = publish({"A": [0, 0, 6, 0, 0], "B": [1, 2, 3, 1, 0], "C": [4, 1, 1, 1, 1]})
    assert found.withheld == ("A", "B")


def test_everybody_agreeing_shows_nothing_at_all() -> None:
    assert publish({"A": [0, 9, 0, 0, 0], "B": [0, 7, 0, 0, 0]}).whole is None


def test_a_group_nobody_of_which_answered_is_neither_shown_nor_withheld() -> None:
    found = publish({"A": [3, 3, 0, 0, 0], "B": [0] * 5})
    assert (list(found.groups), found.withheld) == (["A"], ())


def test_nobody_answering_shows_nothing() -> None:
    assert publish({}).whole is None
    assert publish({"A": [0] * 5}).whole is None


def test_a_threshold_that_protects_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="threshold"):
        publish(P4, 2)


def test_a_mean_over_items_is_shown_only_where_every_item_is() -> None:
    items = {"Q1": P4, "Q2": {name: [9, 1, 1, 0, 0] for name in P4}}
    found = {item: publish(groups) for item, groups in items.items()}
    assert suppression.complete(found)
    assert suppression.complete(found, "Métiers")
    assert not suppression.complete(found, "Numérique")
    assert not suppression.complete({})


def test_words_are_quoted_among_eight_and_changes_told_between_waves_two_apart() -> None:
    assert [suppression.may_quote(n) for n in (7, 8)] == [False, True]
    assert not suppression.may_quote(9, 10)
    assert [suppression.may_compare(20, n) for n in (20, 21, 22, 18)] == [False, False, True, True]


def known_together(groups: Sequence[str], shown: Published) -> list[frozenset[str]]:
    """Return every set of groups whose sum follows from what is shown, by linear algebra.

    The answers of each group are one unknown (each answer of the scale behaves alike); every
    group shown, and the whole, is an equation. A sum is known if it is one of the others.
    """
    rows = [[float(name == group) for name in groups] for group in shown.groups]
    if shown.whole is not None:
        rows.append([1.0] * len(groups))
    if not rows:
        return []
    told = np.array(rows)
    rank = np.linalg.matrix_rank(told)
    found = []
    every = chain.from_iterable(combinations(groups, n) for n in range(1, len(groups) + 1))
    for subset in every:
        asked = np.array([float(name in subset) for name in groups])
        if np.linalg.matrix_rank(np.vstack([told, asked])) == rank:
            found.append(frozenset(subset))
    return found


def together(groups: Mapping[str, Sequence[int]], names: frozenset[str]) -> list[int]:
    return [sum(column) for column in zip(*(groups[name] for name in names), strict=True)]


@given(GROUPS, K)
@settings(max_examples=300)
def test_an_attacker_learns_of_nobody_below_the_threshold(
    groups: dict[str, list[int]], k: int
) -> None:
    shown = publish(groups, k)
    answered = [name for name, counts in groups.items() if sum(counts)]
    for known in known_together(answered, shown):
        counts = together(groups, known)
        assert sum(counts) >= k
        assert not suppression.is_unanimous(counts)


@given(GROUPS, K)
def test_what_is_shown_is_true_and_nothing_is_lost(groups: dict[str, list[int]], k: int) -> None:
    shown = publish(groups, k)
    for name, counts in shown.groups.items():
        assert list(counts) == groups[name]
    answered = {name for name, counts in groups.items() if sum(counts)}
    assert set(shown.groups) | set(shown.withheld) == answered
    assert not set(shown.groups) & set(shown.withheld)


@given(GROUPS, K)
def test_no_more_is_withheld_than_has_to_be(groups: dict[str, list[int]], k: int) -> None:
    """Without the last group withheld for the others' sake, somebody's answers would be known."""
    shown = publish(groups, k)
    if shown.whole is None:
        return
    primary = {
        name
        for name, counts in groups.items()
        if sum(counts) and (sum(counts) < k or suppression.is_unanimous(counts))
    }
    extra = [name for name in shown.withheld if name not in primary]
    if not extra or not shown.groups:
        return
    largest = max(extra, key=lambda name: (sum(groups[name]), name))
    rest = [groups[name] for name in shown.withheld if name != largest]
    left = [sum(column) for column in zip(*rest, strict=True)]
    assert len(rest) < 2 or sum(left) < k or suppression.is_unanimous(left)
