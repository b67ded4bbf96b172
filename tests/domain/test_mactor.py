"""MACTOR against its worked example, worked out again here with numpy from the formulas."""

from typing import TypeAlias

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from entente.domain import mactor
from entente.domain.mactor import Place
from entente.domain.sensitivity import sensitivity

Numbers: TypeAlias = NDArray[np.float64]
Square: TypeAlias = list[list[int]]

DG, DSI, EHPAD, SSIAD, VENDOR, AMOA, FUNDER = range(7)

#: As printed in the example.
MID = [
    [0, 3, 2, 2, 2, 3, 1],
    [2, 0, 1, 1, 2, 2, 0],
    [2, 1, 0, 1, 1, 1, 0],
    [1, 1, 1, 0, 0, 1, 0],
    [2, 3, 1, 1, 0, 1, 0],
    [2, 2, 1, 1, 1, 0, 0],
    [4, 1, 2, 2, 1, 1, 0],
]
MAO = [
    [3, 3, 2, -1, 2],
    [1, 3, 1, -3, 3],
    [-1, 1, 2, 3, 1],
    [-2, -1, 1, 3, 2],
    [3, 2, -3, -2, -2],
    [1, 2, 1, -1, 1],
    [3, 3, 3, -1, 2],
]


def by_numpy_midi(mid: Numbers) -> Numbers:
    ways = np.minimum(mid[:, :, None], mid[None, :, :])  # i to k, k to j
    return np.asarray(mid + ways.sum(axis=1), dtype=np.float64)


def by_numpy_weights(mid: Numbers) -> Numbers:
    midi = by_numpy_midi(mid)
    back = np.diag(midi)
    influence, dependence = midi.sum(axis=1) - back, midi.sum(axis=0) - back
    raw = (influence - back) / influence.sum() * influence / (influence + dependence)
    return np.asarray(raw / raw.mean(), dtype=np.float64)


def by_numpy_shared(x: Numbers, sign: int) -> Numbers:
    size = (np.abs(x)[:, None, :] + np.abs(x)[None, :, :]) / 2
    product = np.sign(x)[:, None, :] * np.sign(x)[None, :, :]
    shared = np.where(product == sign, size, 0).sum(axis=2)
    np.fill_diagonal(shared, 0)
    return np.asarray(shared, dtype=np.float64)


def by_numpy_ambivalence(agreed: Numbers, opposed: Numbers) -> Numbers:
    apart = np.abs(agreed - opposed).sum(axis=1)
    return np.asarray(1 - apart / (agreed + opposed).sum(axis=1), dtype=np.float64)


@pytest.fixture(scope="module")
def found() -> mactor.Analysis:
    return mactor.analyse(MID, MAO)


def test_the_rows_of_midi_are_those_of_the_example(found: mactor.Analysis) -> None:
    assert [list(row) for row in found.midi] == [
        [10, 10, 7, 7, 7, 9, 1],
        [8, 8, 6, 6, 6, 7, 1],
        [6, 6, 6, 6, 5, 6, 1],
        [4, 4, 4, 4, 4, 4, 1],
        [7, 8, 6, 6, 6, 7, 1],
        [7, 7, 6, 6, 6, 7, 1],
        [10, 8, 8, 8, 6, 8, 1],
    ]
    assert np.array_equal(found.midi, by_numpy_midi(np.array(MID, dtype=float)))


def test_influence_and_dependence_are_those_of_the_example(found: mactor.Analysis) -> None:
    assert list(found.influence) == [41, 34, 30, 21, 35, 33, 48]
    assert list(found.dependence) == [42, 43, 37, 39, 34, 41, 6]
    assert sum(found.influence) == sum(found.dependence) == 242


def test_the_funder_holds_2_6_times_the_average(found: mactor.Analysis) -> None:
    printed = [0.961, 0.720, 0.674, 0.373, 0.923, 0.727, 2.621]
    assert found.weights == pytest.approx(printed, abs=5e-4)
    assert found.weights == pytest.approx(by_numpy_weights(np.array(MID, dtype=float)))
    assert sum(found.weights) / 7 == pytest.approx(1)


def test_each_objective_mobilises_as_in_the_example(found: mactor.Analysis) -> None:
    third = np.array(MAO) * by_numpy_weights(np.array(MID, dtype=float))[:, None]
    assert np.allclose(found.positions[3], third)
    totals = [each.total for each in found.mobilisation]
    assert totals == pytest.approx([16.38, 17.25, 15.72, 11.46, 13.32], abs=5e-3)
    assert totals == pytest.approx(np.abs(third).sum(axis=0))
    pros = [each.pros for each in found.mobilisation]
    assert pros == pytest.approx([14.96, 16.88, 12.95, 3.14, 11.47], abs=5e-3)
    assert pros == pytest.approx(third.clip(min=0).sum(axis=0))
    cons = [each.cons for each in found.mobilisation]
    assert cons == pytest.approx([1.42, 0.37, 2.77, 8.32, 1.85], abs=6e-3)
    assert cons == pytest.approx(-third.clip(max=0).sum(axis=0))


def test_convergences_of_order_2_add_up_as_in_the_example(found: mactor.Analysis) -> None:
    agreed, opposed = np.array(found.convergence[2]), np.array(found.divergence[2])
    assert agreed.sum(axis=1).tolist() == [47, 47, 30, 21, 28, 38, 49]
    assert opposed.sum(axis=1).tolist() == [15, 15, 24.5, 36, 36.5, 11.5, 15.5]


def test_the_strongest_divergence_is_between_ssiad_and_vendor(found: mactor.Analysis) -> None:
    opposed = np.array(found.divergence[2])
    assert opposed[SSIAD, VENDOR] == 10.5
    assert opposed.max() == 10.5


@pytest.mark.parametrize("order", mactor.ORDERS)
def test_convergence_and_divergence_are_what_numpy_says(found: mactor.Analysis, order: int) -> None:
    stances = np.array(MAO, dtype=float)
    weights = by_numpy_weights(np.array(MID, dtype=float))
    x = {1: np.sign(stances), 2: stances, 3: stances * weights[:, None]}[order]
    agreed, opposed = by_numpy_shared(x, 1), by_numpy_shared(x, -1)
    assert np.allclose(found.convergence[order], agreed)
    assert np.allclose(found.divergence[order], opposed)
    assert np.allclose(found.ambivalence[order], by_numpy_ambivalence(agreed, opposed))


def test_ambivalence_is_that_of_the_example(found: mactor.Analysis) -> None:
    printed = [0.387, 0.387, 0.642, 0.509, 0.589, 0.364, 0.403]
    assert found.ambivalence[2] == pytest.approx(printed, abs=5e-4)


def test_the_funder_dominates_and_the_director_relays(found: mactor.Analysis) -> None:
    assert found.places[FUNDER] is found.places[VENDOR] is Place.DOMINANT
    assert found.places[DG] is Place.RELAY
    assert {found.places[each] for each in (DSI, EHPAD, SSIAD, AMOA)} == {Place.DOMINATED}


def test_the_strongest_way_is_the_stronger_of_straight_and_through_one(
    found: mactor.Analysis,
) -> None:
    mid = np.array(MID)
    through = np.minimum(mid[:, :, None], mid[None, :, :]).max(axis=1)
    best = np.maximum(mid, through)
    np.fill_diagonal(best, 0)
    assert np.array_equal(found.strongest, best)


def test_what_one_weighs_more_the_other_weighs_less(found: mactor.Analysis) -> None:
    net = np.array(found.net)
    assert np.array_equal(net, -net.T)
    assert net[FUNDER, DG] == 9


def test_where_nobody_weighs_on_anybody_all_count_alike() -> None:
    found = mactor.analyse([[0, 0], [0, 0]], [[2], [-2]])
    assert found.weights == (1.0, 1.0)
    assert found.raw == (0.0, 0.0)
    assert found.mobilisation == (mactor.Mobilisation(2.0, 2.0),)


def test_who_shares_nothing_with_anybody_is_not_ambivalent() -> None:
    assert mactor.analyse([[0, 1], [1, 0]], [[2], [0]]).ambivalence[2] == (0.0, 0.0)


def test_nobody_at_all_is_no_error() -> None:
    found = mactor.analyse([], [])
    assert not any((found.midi, found.weights, found.mobilisation, found.ambivalence[2]))
    assert sensitivity([]) == ()


def test_an_unanswered_question_counts_as_nothing() -> None:
    blank: list[list[int | None]] = [[0, None], [3, 0]]
    assert mactor.analyse(blank, [[], []]).midi == ((0, 0), (3, 0))


def test_what_stands_on_the_diagonal_is_ignored() -> None:
    assert mactor.analyse([[4, 1], [2, 4]], [[], []]).midi == ((1, 1), (2, 1))


def test_one_answer_decides_between_two_actors() -> None:
    mid = [[0, 2, 0], [1, 0, 1], [0, 1, 0]]
    order = by_numpy_weights(np.array(mid, dtype=float))
    swings = sensitivity(mid)
    assert swings
    for swing in swings:
        changed = np.array(mid, dtype=float)
        changed[swing.source, swing.target] = swing.after
        after = by_numpy_weights(changed)
        assert order[swing.fallen] > order[swing.risen]
        assert after[swing.risen] > after[swing.fallen]


def test_no_single_answer_takes_the_first_place_from_the_funder() -> None:
    assert all(swing.fallen != FUNDER for swing in sensitivity(MID))


def test_an_unanswered_question_is_tried_with_every_answer() -> None:
    mid: list[list[int | None]] = [[0, 2, 1], [None, 0, 1], [1, 1, 0]]
    (tried,) = [each for each in sensitivity(mid) if (each.source, each.target) == (1, 0)]
    assert tried.before is None
    by_answer = [
        by_numpy_weights(np.array([[0, 2, 1], [answer, 0, 1], [1, 1, 0]], dtype=float))
        for answer in range(5)
    ]
    behind = [bool(weights[tried.risen] > weights[tried.fallen]) for weights in by_answer]
    assert behind[: tried.after + 1] == [False] * tried.after + [True]


@st.composite
def answers(draw: st.DrawFn) -> tuple[Square, Square]:
    count = draw(st.integers(2, 6))
    aims = draw(st.integers(1, 4))
    influence = st.lists(st.integers(0, 4), min_size=count, max_size=count)
    stance = st.lists(st.integers(-4, 4), min_size=aims, max_size=aims)
    rows = st.lists(influence, min_size=count, max_size=count)
    mid = [[0 if i == j else x for j, x in enumerate(row)] for i, row in enumerate(draw(rows))]
    return mid, draw(st.lists(stance, min_size=count, max_size=count))


@given(answers())
def test_convergence_and_divergence_are_mutual(given_answers: tuple[Square, Square]) -> None:
    found = mactor.analyse(*given_answers)
    for order in mactor.ORDERS:
        for matrix in (np.array(found.convergence[order]), np.array(found.divergence[order])):
            assert np.array_equal(matrix, matrix.T)
            assert not matrix.diagonal().any()
        assert all(0 <= each <= 1 + 1e-12 for each in found.ambivalence[order])


@given(answers())
def test_weights_are_1_on_average_and_never_negative(
    given_answers: tuple[Square, Square],
) -> None:
    weights = mactor.analyse(*given_answers).weights
    assert np.mean(weights) == pytest.approx(1)
    assert min(weights) >= 0


@given(answers(), st.randoms(use_true_random=False))
def test_the_order_of_the_actors_changes_nothing(
    given_answers: tuple[Square, Square],
    random: "np.random.Generator",
) -> None:
    mid, mao = given_answers
    order = list(range(len(mid)))
    random.shuffle(order)
    shuffled = mactor.analyse([[mid[i][j] for j in order] for i in order], [mao[i] for i in order])
    found = mactor.analyse(mid, mao)
    assert shuffled.weights == pytest.approx([found.weights[i] for i in order])
    assert shuffled.places == tuple(found.places[i] for i in order)
    assert np.allclose(shuffled.divergence[3], np.array(found.divergence[3])[np.ix_(order, order)])
    for one, other in zip(shuffled.mobilisation, found.mobilisation, strict=True):
        assert one.total == pytest.approx(other.total)


@given(answers())
def test_each_swing_turns_two_actors_round_and_every_answer_that_does_is_found(
    given_answers: tuple[Square, Square],
) -> None:
    mid, _mao = given_answers
    before = np.array(mactor.analyse(mid, _mao).weights)
    told = {(swing.source, swing.target) for swing in sensitivity(mid)}
    for i, row in enumerate(mid):
        for j, answer in enumerate(row):
            if i == j:
                continue
            turned = False
            for after in (answer - 1, answer + 1):
                if 0 <= after <= 4:
                    changed = [list(each) for each in mid]
                    changed[i][j] = after
                    weights = np.array(mactor.analyse(changed, _mao).weights)
                    ahead = before[:, None] > before[None, :] + 1e-9
                    behind = weights[None, :] > weights[:, None] + 1e-9
                    turned = turned or bool((ahead & behind).any())
            assert turned == ((i, j) in told)
