"""What the page on the climate calls a signal, and what it calls noise."""

import datetime as dt

import pytest

from entente.briefs import climate
from entente.briefs.climate.heat_map import step
from entente.briefs.heat import HEAT
from entente.briefs.production import Form
from entente.domain.confidentiality import PUBLIC
from entente.store.gate import Gate
from tests.briefs.climate_papers import FIRST, Mission
from tests.domain.climate import confluent


@pytest.fixture
def eight(gate: Gate) -> Mission:
    """The eight waves, a decision everybody knows, and one for the mediator's eyes."""
    made = Mission(gate)
    made.ask(tuple(confluent.ITEMS))
    for place in confluent.WAVES:
        name = f"P{place + 1}"
        day = FIRST + dt.timedelta(weeks=2 * place)
        made.wave(name, day, ballots=confluent.ANSWERED[place], population=24)
        for item in confluent.ITEMS:
            made.count(name, item, confluent.counts(item, place))
    made.put("D1", "decision", title="Signer le protocole", decided_on=dt.date(2026, 5, 6))
    made.put(
        "D2",
        "decision",
        title="Sonder la direction",
        decided_on=dt.date(2026, 5, 6),
        confidentiality="mediator",
    )
    return made


@pytest.mark.parametrize("form", list(Form), ids=lambda form: form.name)
def test_the_index_is_noise_and_the_words_are_a_signal(eight: Mission, form: Form) -> None:
    text = eight.text("climate", "QN", form=form)
    assert "3.30: no signal, it stays within its natural limits, 2.39 to 3.35." in text
    assert "provisional until there are 12 waves" in text
    assert "Below its natural limits at P1 · above its natural limits at P7, P8" in text
    assert "it rises by 0.19 a wave" in text
    assert climate.produce(eight.told("climate", "QN"), "fr", form=form)


def test_what_happened_meanwhile_is_told_to_whoever_may_know(eight: Mission) -> None:
    assert "Sonder la direction" in eight.text("climate", "QN")
    text = eight.text("climate", "QN", PUBLIC)
    assert "Signer le protocole" in text
    assert "Sonder la direction" not in text


def test_a_wave_nobody_answered_is_a_gap(eight: Mission) -> None:
    eight.wave("P9", dt.date(2026, 6, 9), ballots=0)
    told = eight.told("climate", "QN")
    assert told.lines[0].values[-1] is None
    assert "It may not be shown" in eight.text("climate", "QN")


def test_without_a_wave_it_says_so(gate: Gate) -> None:
    made = Mission(gate)
    made.ask(["Q1"])
    made.wave("P1", None)
    for form in Form:
        assert "No wave is closed" in made.text("climate", "QN", form=form)


def test_the_map_is_darker_the_lower_the_mean() -> None:
    steps = [step(mean / 10) for mean in range(50, 9, -1)]
    assert steps == sorted(steps)
    assert set(steps) == set(range(len(HEAT)))
