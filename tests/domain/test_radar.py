"""The shape of an activity: six spokes of five grades."""

import pytest

from entente.domain.radar import mixed, spokes

MATCHMAKING = {
    "divergence": -2,
    "measures": 1,
    "empowers": 2,
    "connects_number": 0,
    "connects_quality": 3,
}


def test_opening_and_bringing_together_lie_across_from_each_other() -> None:
    shape = spokes(MATCHMAKING)
    assert [(each.label, each.value) for each in shape] == [
        ("Opens", 0),
        ("Connects many", 0),
        ("Connects well", 3),
        ("Brings together", 2),
        ("Engages", 2),
        ("Measures", 1),
    ]
    assert [each.share for each in shape] == pytest.approx([0, 0, 1, 1, 2 / 3, 1 / 3])


def test_a_mix_is_the_mean_by_weight_and_keeps_both_ways() -> None:
    # Three half-days of +2 and one of −2: 6/4 opens, 2/4 brings together.
    shape = mixed([({"divergence": 2, "measures": 2}, 3), (MATCHMAKING, 1), ({}, 0)])
    found = {each.label: each.value for each in shape}
    assert found["Opens"] == 1.5
    assert found["Brings together"] == 0.5
    assert found["Measures"] == 7 / 4
    assert found["Connects well"] == 3 / 4


def test_nothing_graded_has_no_shape() -> None:
    assert {each.value for each in spokes({"divergence": None})} == {0}
    assert {each.value for each in mixed([])} == {0}
