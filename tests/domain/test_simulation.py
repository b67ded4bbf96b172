"""Chance playing with risks, against what can be worked out without it."""

import itertools
import math

import numpy as np
import pytest

from entente.domain.risk_money import Stake
from entente.domain.simulation import TRIALS, TRIALS_MAX, Simulation, simulate
from entente.i18n import language, use_language

#: The nine threats and the opportunity of the sample: share and amount.
REGISTER = (
    *((0.7, 38_000), (0.5, 15_000), (0.7, 20_000), (0.7, 10_000), (0.5, 45_000)),
    *((0.3, 60_000), (0.7, 50_000), (0.7, 8_000), (0.5, 30_000), (0.5, -25_000)),
)


def stakes(register: tuple[tuple[float, float], ...] = REGISTER) -> list[Stake]:
    return [
        Stake(f"R{number:02}", "threat" if amount >= 0 else "opportunity", share, abs(amount))
        for number, (share, amount) in enumerate(register, 1)
    ]


@pytest.fixture(scope="module")
def played() -> Simulation:
    return simulate(stakes(), 200_000, seed=3)


def test_mean_and_spread_are_those_of_a_sum_of_single_draws(played: Simulation) -> None:
    mean = sum(share * amount for share, amount in REGISTER)
    variance = sum(share * (1 - share) * amount**2 for share, amount in REGISTER)
    assert mean == 138_700
    # Four standard errors: one run in sixteen thousand would miss it by chance.
    assert played.mean == pytest.approx(mean, abs=4 * math.sqrt(variance / 200_000))
    assert played.deviation == pytest.approx(math.sqrt(variance), rel=0.01)


def test_percentiles_are_those_of_all_1024_outcomes(played: Simulation) -> None:
    outcomes = sorted(
        (
            sum(amount for (_, amount), hit in zip(REGISTER, hits, strict=True) if hit),
            math.prod(p if hit else 1 - p for (p, _), hit in zip(REGISTER, hits, strict=True)),
        )
        for hits in itertools.product((0, 1), repeat=len(REGISTER))
    )
    totals = [total for total, _ in outcomes]
    below = list(itertools.accumulate(share for _, share in outcomes))

    def exact(share: float) -> float:
        return totals[next(place for place, each in enumerate(below) if each >= share)]

    for found, share in ((played.p10, 0.1), (played.p50, 0.5), (played.p90, 0.9)):
        # So many trials estimate a share to within half a hundredth.
        assert exact(share - 0.005) <= found <= exact(share + 0.005)


def test_the_draw_is_that_of_plain_numpy_with_the_same_seed() -> None:
    shares, amounts = (np.array(column) for column in zip(*REGISTER, strict=True))
    hits = np.random.default_rng(11).random((TRIALS, len(REGISTER))) < shares
    totals = hits @ amounts
    found = simulate(stakes(), TRIALS, seed=11)
    assert found.mean == pytest.approx(totals.mean())
    assert found.deviation == pytest.approx(totals.std())
    points = np.percentile(totals, [10, 50, 90], method="inverted_cdf")
    assert [found.p10, found.p50, found.p90] == points.tolist()
    assert (found.curve[0], found.curve[100]) == (totals.min(), totals.max())
    by_key = {each.key: each for each in found.contributions}
    for place, (_, amount) in enumerate(REGISTER):
        each, hit = by_key[f"R{place + 1:02}"], hits[:, place]
        assert each.mean == pytest.approx((totals - (totals - hit * amount)).mean())
        assert each.correlation == pytest.approx(np.corrcoef(hit * amount, totals)[0, 1])
        assert each.occurring == pytest.approx(totals[hit].mean())
        assert each.without == pytest.approx(totals[~hit].mean())


def test_the_weightiest_risk_comes_first(played: Simulation) -> None:
    # By share times amount: 35,000, 26,600, 22,500 … and the opportunity between 14,000 and 7,500.
    order = ["R07", "R01", "R05", "R06", "R09", "R03", "R10", "R02", "R04", "R08"]
    assert [each.key for each in played.contributions] == order
    assert played.contributions[6].mean < 0


def test_the_same_seed_gives_the_same_and_another_another() -> None:
    first, again, other = (simulate(stakes(), 5_000, seed) for seed in (5, 5, 6))
    assert first == again
    assert first.mean != other.mean


def test_amounts_that_are_off_widen_the_total_and_keep_its_mean() -> None:
    sharp, blurred = (simulate(stakes(), 200_000, 2, spread=spread) for spread in (0.0, 0.5))
    # A symmetric triangle of half-width x has a variance of x²/6.
    variance = sum(p * a**2 * (1 + 0.25 / 6) - (p * a) ** 2 for p, a in REGISTER)
    assert blurred.deviation == pytest.approx(math.sqrt(variance), rel=0.01)
    assert blurred.mean == pytest.approx(sharp.mean, rel=0.005)
    assert blurred.deviation > sharp.deviation
    assert "50 % less and 50 % more" in blurred.method
    assert "less and" not in sharp.method


def test_what_is_certain_or_nothing_has_no_correlation() -> None:
    found = simulate(stakes(((1.0, 0.1), (0.0, 500), (0.5, 0))), 1_000)
    assert (found.p10, found.p90) == pytest.approx((0.1, 0.1))
    assert [each.correlation for each in found.contributions] == [0, 0, 0]
    sure = next(each for each in found.contributions if each.key == "R01")
    never = next(each for each in found.contributions if each.key == "R02")
    assert (sure.without, never.occurring) == (None, None)


def test_no_risk_costs_nothing() -> None:
    found = simulate([], 10)
    assert (found.mean, found.p90, found.contributions) == (0, 0, ())


def test_the_work_tells_how_far_it_is_and_can_be_given_up() -> None:
    told: list[int] = []
    simulate(stakes(), TRIALS, report=told.append)
    assert told[0] == 0
    assert told == sorted(told)

    def give_up(_percent: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        simulate(stakes(), 10, report=give_up)


@pytest.mark.parametrize(
    ("trials", "seed", "spread"), [(0, 1, 0.0), (TRIALS_MAX + 1, 1, 0.0), (1, -1, 0.0), (1, 1, 1.5)]
)
def test_what_makes_no_sense_is_refused(trials: int, seed: int, spread: float) -> None:
    with pytest.raises(ValueError, match=str(trials)):
        simulate([], trials, seed, spread=spread)


def test_the_method_is_said_in_a_sentence(played: Simulation) -> None:
    before = language()
    use_language("en")
    try:
        assert played.method.startswith("In each of 200,000 trials (seed 3), each risk occurs")
    finally:
        use_language(before)
