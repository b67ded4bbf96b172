"""The rates of the ICAP barometer, reckoned by hand on two waves."""

import datetime as dt

import pytest

from entente.domain.change.icap import inversions, rate
from entente.services import surveys, wave_counts, waves
from entente.services.icap import icap
from entente.store.gate import Gate
from entente.store.session import Session

#: Of how many answers of each question 4 or 5, by code; 40 people, then 44.
FIRST = {"I": (22, 22, 22), "C": (16, 16, 16), "A": (16, 15, 15), "P": (9, 9, 9, 8)}
SECOND = {"I": (32, 31, 31), "C": (28, 27, 27), "A": (22, 22, 22), "P": (18, 18, 18, 18)}


def counts(favourable: dict[str, tuple[int, ...]], people: int) -> dict[str, list[int]]:
    return {
        f"{axis}{number}": [2, people - good - 6, 4, good - 3, 3]
        for axis, found in favourable.items()
        for number, good in enumerate(found, 1)
    }


def close(gate: Gate, told: dict[str, list[int]], people: int, on: dt.date) -> None:
    def write(session: Session) -> None:
        bank = surveys.load(session, "icap")
        wave = waves.plan(session, bank, on, name=f"{on}", population=92)
        wave_counts.load_counts(session, wave, on=on, ballots=people, counts=told)

    gate.run("Wave", write)


def test_the_rates_are_those_of_the_favourable_answers(gate: Gate) -> None:
    close(gate, counts(FIRST, 40), 40, dt.date(2026, 3, 2))
    close(gate, counts(SECOND, 44), 44, dt.date(2026, 5, 4))
    first, second = gate.read(icap)
    # 66/120, 48/120, 46/120, 35/160; then 94/132, 82/132, 66/132, 72/176.
    assert [round((value or 0) * 100) for value in first.rates.values()] == [55, 40, 38, 22]
    assert [round((value or 0) * 100) for value in second.rates.values()] == [71, 62, 50, 41]
    assert first.inversions == second.inversions == ()
    assert gate.read(lambda s: icap(s, on=dt.date(2026, 4, 1))) == (first,)


def test_a_wave_of_few_says_nothing(gate: Gate) -> None:
    few = {code: [1, 0, 1, 1, 1] for code in counts(FIRST, 40)}
    close(gate, few, 4, dt.date(2026, 3, 2))
    assert all(set(wave.rates.values()) == {None} for wave in gate.read(icap))


def test_waves_that_ask_about_no_axis_are_left_out(confluent: Gate) -> None:
    names = {wave.name for wave in confluent.read(icap)}
    assert names.isdisjoint({f"P{number}" for number in range(1, 9)})


@pytest.mark.parametrize(
    ("rates", "expected"),
    [
        ((0.5, 0.4, 0.3, 0.2), ()),
        ((0.5, 0.5, 0.5, 0.5), ()),
        ((0.4, 0.5, 0.3, 0.35), (("information", "understanding"), ("adhesion", "participation"))),
        ((0.4, None, 0.5, 0.1), (("information", "adhesion"),)),
        ((None, None, None, None), ()),
    ],
)
def test_an_axis_ahead_of_the_one_before_is_a_signal(
    rates: tuple[float | None, ...], expected: tuple[tuple[str, str], ...]
) -> None:
    names = ("information", "understanding", "adhesion", "participation")
    assert inversions(dict(zip(names, rates, strict=True))) == expected


def test_nobody_has_no_rate() -> None:
    assert rate([]) is None
    assert rate([[0, 0, 0, 0, 0]]) is None
    assert rate([[1, 0, 0, 1, 0], [0, 0, 0, 0, 2]]) == pytest.approx(0.75)
