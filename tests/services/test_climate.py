"""The climate of the sample mission, against the figures of its source and those of scipy."""

import datetime as dt
from functools import partial

import numpy as np
import pytest
from scipy import stats

from entente.domain.climate.survey import QUESTIONNAIRE, WAVE
from entente.domain.confidentiality import PUBLIC
from entente.i18n import speaking
from entente.services import climate, climate_events, climate_series, climate_signals, records
from entente.services.climate import WaveFigures
from entente.services.climate_series import Series
from entente.store.gate import Gate
from entente.store.session import Session

_MARGINS = (33.7, 33.1, 34.5, 31.6, 31.3, 32.1, 32.1, 31.6)
_SCORES = (-10.0, -14.3, -21.1, -44.4, -30.0, -9.5, 4.5, 13.6)


@pytest.fixture(scope="module")
def survey(confluent: Gate) -> str:
    # The barometer; the other one is that of the change.
    return str(confluent.read(lambda s: records.list_rows(s, QUESTIONNAIRE)).dicts()[0]["id"])


@pytest.fixture(scope="module")
def found(confluent: Gate, survey: str) -> Series:
    return confluent.read(lambda s: climate_series.series(s, survey))


def code(wave: WaveFigures, name: str) -> climate.ItemFigures:
    return next(each for each in wave.items if each.code == name)


def test_the_waves_are_those_of_the_source(found: Series) -> None:
    assert [(wave.name, wave.n) for wave in found.waves] == list(
        zip((f"P{n}" for n in range(1, 9)), (20, 21, 19, 18, 20, 21, 22, 22), strict=True)
    )
    assert found.waves[3].day == dt.date(2026, 4, 8)
    index = [2.86, 2.81, 2.695, 2.444, 2.69, 2.995, 3.186, 3.295]
    assert [wave.index for wave in found.waves] == pytest.approx(index, abs=0.006)


def test_recommendation_has_the_margins_of_the_source(found: Series) -> None:
    scores = [wave.enps for wave in found.waves]
    assert [each.score for each in scores if each] == pytest.approx(_SCORES, abs=0.05)
    assert [each.margin for each in scores if each] == pytest.approx(_MARGINS, abs=0.05)


def test_an_interval_is_that_of_scipy_and_narrower_among_few(found: Series) -> None:
    item = code(found.waves[3], "Q8")
    assert item.counts is not None
    answers = np.repeat(range(1, 6), item.counts)
    low, high = stats.t.interval(0.95, 17, answers.mean(), stats.sem(answers))
    assert item.summary is not None
    assert item.summary.interval is not None
    assert item.among_few is not None
    assert (item.summary.interval.low, item.summary.interval.high) == pytest.approx((low, high))
    assert (low, high) == pytest.approx((1.60, 2.62), abs=0.005)
    assert (item.among_few.low, item.among_few.high) == pytest.approx((1.85, 2.37), abs=0.005)


def test_two_camps_are_told_though_their_mean_is_neutral(found: Series) -> None:
    for place, consensus in ((3, 0.11), (7, 0.10)):
        summary = code(found.waves[place], "Q4").summary
        assert summary is not None
        assert summary.consensus == pytest.approx(consensus, abs=0.006)
        assert summary.is_split


def test_the_dip_of_the_index_is_noise_and_mutual_meaning_is_a_signal(found: Series) -> None:
    index = found.line("index")
    assert index is not None
    assert index.limits is not None
    assert index.limits.centre == pytest.approx(2.872, abs=0.001)
    assert (index.limits.lower, index.limits.upper) == pytest.approx((2.3907, 3.3533), abs=2e-4)
    assert index.limits.range_upper == pytest.approx(0.5911, abs=2e-4)
    assert not index.is_signal
    assert index.trend is not None
    assert index.trend.s == 10
    meaning = next(line for line in found.lines if line.code == "Q2")
    assert meaning.limits is not None
    assert (meaning.limits.lower, meaning.limits.upper) == pytest.approx((2.530, 3.505), abs=1e-3)
    assert meaning.signals.outside == (0, 6, 7)
    assert meaning.trend is not None
    assert meaning.trend.s == 28
    values = np.array(meaning.values, dtype=float)
    tau = stats.kendalltau(np.arange(8.0), values, method="exact")
    assert meaning.trend.p == pytest.approx(tau.pvalue)
    assert meaning.trend.slope == pytest.approx(0.194, abs=5e-4)
    assert meaning.trend.slope == pytest.approx(stats.theilslopes(values)[0])
    assert index.smoothed is not None
    averages = [2.802, 2.804, 2.782, 2.715, 2.710, 2.767, 2.851, 2.940]
    assert index.smoothed.values == pytest.approx(averages, abs=1e-3)
    assert index.smoothed.upper[7] == pytest.approx(2.946, abs=1e-3)


@pytest.mark.parametrize(("language", "noise"), [("en", "No signal"), ("fr", None)])
def test_each_line_says_in_a_sentence_whether_it_is_a_signal(
    confluent: Gate, survey: str, language: str, noise: str | None
) -> None:
    with speaking(language):
        lines = confluent.read(lambda s: climate_series.series(s, survey)).lines
    for line in lines:
        assert line.sentence.endswith(".")
        assert "{" not in line.sentence
        if noise is not None:
            assert (noise in line.sentence) is not line.is_signal
    assert "P1, P7, P8" in next(line.sentence for line in lines if line.code == "Q2")


def test_of_the_groups_of_the_fourth_wave_only_the_largest_is_shown(
    confluent: Gate, found: Series, survey: str
) -> None:
    wave = found.waves[3]
    assert wave.groups == ("Métiers",)
    assert set(wave.withheld) == {"Numérique", "Éditeur et AMOA", "Direction et support"}
    of_group = confluent.read(lambda s: climate.of_wave(s, wave.wave_id, group="Métiers"))
    assert of_group.n == 9
    assert of_group.index is not None
    for name in wave.withheld:
        hidden = confluent.read(partial(climate.of_wave, wave_id=wave.wave_id, group=name))
        assert (hidden.n, hidden.index, hidden.enps) == (None, None, None)
        assert all(each.counts is None for each in hidden.items)
    lines = confluent.read(lambda s: climate_series.series(s, survey, group="Métiers")).lines
    assert {line.values[:3] for line in lines} <= {(None, None, None)}


def test_no_change_is_told_between_waves_that_differ_by_one(found: Series) -> None:
    # 20, 21, 19, 18: only the third differs by two from the one before.
    assert [code(wave, "Q1").change is None for wave in found.waves[:4]] == [
        True,
        True,
        False,
        True,
    ]


def test_who_may_not_read_a_wave_sees_nothing_of_it(own_confluent: Gate) -> None:
    def hide(session: Session) -> None:
        for row in records.list_rows(session, WAVE).dicts()[:4]:
            records.change(session, WAVE, row["id"], {"confidentiality": "mediator"})

    own_confluent.run("Hide", hide)
    row = own_confluent.read(lambda s: records.list_rows(s, QUESTIONNAIRE)).dicts()[0]
    seen = own_confluent.read(lambda s: climate.of_questionnaire(s, row["id"], PUBLIC))
    assert [wave.name for wave in seen] == ["P5", "P6", "P7", "P8"]


def test_what_happened_meanwhile_comes_from_the_other_registers(confluent: Gate) -> None:
    found = confluent.read(climate_events.events)
    assert {event.kind.value for event in found} == {"session", "decision", "difficulty", "sprint"}
    days = [event.day for event in found]
    assert days == sorted(days)
    # The first session on K1, two weeks after it broke out in the committee.
    assert dt.date(2026, 4, 22) in {event.day for event in found if event.kind == "session"}
    assert dt.date(2026, 5, 8) in {event.day for event in found if event.kind == "sprint"}
    public = confluent.read(lambda s: climate_events.events(s, PUBLIC))
    assert len(public) < len(found)
    few = confluent.read(lambda s: climate_events.events(s, since=days[3], until=days[3]))
    assert {event.day for event in few} == {days[3]}


def test_two_camps_are_proposed_as_a_weak_signal_until_they_are_noted(own_confluent: Gate) -> None:
    (signal,) = own_confluent.read(climate_signals.proposed)
    assert "Q4" in signal.sentence
    assert "P8" in signal.sentence
    own_confluent.run("Note", lambda s: climate_signals.note(s, signal))
    assert own_confluent.read(climate_signals.proposed) == ()
