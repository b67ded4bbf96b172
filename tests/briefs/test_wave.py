"""What the report of a wave says of the eight waves of the sample, and what no report says."""

import datetime as dt
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entente.briefs import wave
from entente.briefs.climate_book.values import WaveFigures
from entente.briefs.production import Form
from entente.domain.confidentiality import MEDIATOR, PUBLIC, SPONSOR, Audience
from entente.store.gate import Gate
from tests.briefs.climate_papers import FIRST, Mission, together
from tests.conftest import FixedClock, mission_engine
from tests.domain.climate import confluent

FORMS = tuple(Form)


@pytest.fixture(scope="module")
def eight() -> Mission:
    """The eight waves, the recommendation, and at P4 the four groups of which one is shown."""
    made = Mission(Gate(mission_engine(), clock=FixedClock()))
    made.ask(tuple(confluent.ITEMS))
    made.ask(("R",), "recommendation")
    for place in confluent.WAVES:
        name = f"P{place + 1}"
        answered = {"ballots": confluent.ANSWERED[place], "population": 24}
        made.wave(name, FIRST + dt.timedelta(weeks=2 * place), **answered)
        for item in confluent.ITEMS:
            made.count(name, item, confluent.counts(item, place))
        up, between, down = confluent.RECOMMENDATION[place]
        made.count(name, "R", (0, 0, 0, 0, 0, down, 0, 0, between, 0, up), low=0)
    for group in ("Métiers", "Numérique", "Éditeur", "Direction"):
        made.put(group, "wave_group", wave_id=made.keys["P4"], name=group)
    made.count("P4", "Q8", (3, 3, 2, 1, 0), of="Métiers")
    return made


def wave_of(made: Mission, key: str, reader: Audience = MEDIATOR) -> WaveFigures:
    """Return what a reader is told of a closed wave, in figures."""
    found: WaveFigures | None = made.told("wave", key, reader).wave
    assert found
    return found


def test_the_spectacular_dip_is_told_as_noise(eight: Mission) -> None:
    text = eight.text("wave", "P4")
    assert "18 of 24 answered (75 %)" in text
    assert "2.44: no signal, it stays within its natural limits, 2.39 to 3.35." in text
    assert "provisional until there are 12 waves" in text


def test_the_score_comes_with_its_margin(eight: Mission) -> None:
    assert "\u221244.4 ± 31.6" in eight.text("wave", "P4")
    assert "+13.6 ± 31.6" in eight.text("wave", "P8")


def test_means_intervals_and_camps_are_those_reckoned_by_hand(eight: Mission) -> None:
    report = wave_of(eight, "P4")
    item = report.item(eight.keys["Q8"])
    assert item
    assert item.summary
    assert item.interval
    assert item.summary.mean == pytest.approx(2.111, abs=1e-3)
    assert item.interval.low == pytest.approx(1.85, abs=5e-3)
    assert item.interval.high == pytest.approx(2.37, abs=5e-3)
    assert eight.text("wave", "P4").count("two camps") == 1
    # 19 answered before, 18 now: too near for the change of an item to be told.
    assert all(each.change is None for each in report.items)


def test_groups_withheld_are_named_with_the_reason_and_no_number(eight: Mission) -> None:
    assert [each.key for each in wave_of(eight, "P4").groups] == [eight.keys["Métiers"]]
    assert "Not shown: Direction, Éditeur, Numérique." in eight.text("wave", "P4")


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_equal_reports_are_equal_to_the_byte(eight: Mission, form: Form) -> None:
    told = eight.told("wave", "P8")
    assert wave.produce(told, "fr", form=form) == wave.produce(told, "fr", form=form)


def test_of_an_open_wave_nothing_is_told(gate: Gate) -> None:
    made = Mission(gate)
    made.ask(["Q1"])
    made.wave("P1", None, ballots=17)
    made.count("P1", "Q1", (3, 4, 4, 3, 3))
    text = made.text("wave", "P1")
    assert "Nothing of this wave may be told" in text
    assert "17" not in text


def test_a_comment_is_quoted_only_where_it_may_be(gate: Gate) -> None:
    made = Mission(gate)
    made.ask(["Q1"])
    for name, n in (("many", 9), ("few", 7)):
        made.wave(name, FIRST, ballots=n)
        made.count(name, "Q1", (0, 2, 3, n - 5, 0))
        for status in ("unread", "quoted", "reworded", "withheld"):
            made.put(
                f"{name}-{status}",
                "verbatim",
                wave_id=made.keys[name],
                text=f"Raw{name}{status}",
                paraphrase=f"Other{name}{status}",
                status=status,
            )
    for form in FORMS:
        for reader in (MEDIATOR, SPONSOR, PUBLIC):
            many = made.text("wave", "many", reader, form)
            few = made.text("wave", "few", reader, form)
            told = {word for word in ("Rawmanyquoted", "Othermanyreworded") if word in many}
            assert told == {"Rawmanyquoted", "Othermanyreworded"}
            assert many.count("Rawmany") == many.count("Othermany") == 1
            assert "Rawfew" not in few
            assert few.count("Otherfew") == 2


def test_nobody_is_named_by_a_comment_whoever_quotes_it(gate: Gate) -> None:
    made = Mission(gate)
    made.ask(["Q1"])
    made.put("who", "actor", name="Anselme Ferrage")
    made.wave("P1", FIRST, ballots=9)
    made.count("P1", "Q1", (0, 2, 3, 4, 0))
    long_one = "Selon FERRAGE rien ne sera prêt avant la fin de l’été, et personne ne le dit"
    for status, field in (("quoted", "text"), ("reworded", "paraphrase")):
        texts = {"text": "Brut", "paraphrase": "Autre"} | {field: f"{status}: {long_one}"}
        made.put(status, "verbatim", wave_id=made.keys["P1"], status=status, **texts)
    for form in FORMS:
        text = made.text("wave", "P1", form=form)
        assert "ferrage" not in text.lower()
        assert text.count("Selon […] rien") == 2
        assert "[…] stands for the name of a person." in text


@settings(max_examples=12, deadline=None, derandomize=True)
@given(st.integers(0, 10_000))
def test_no_document_tells_the_count_of_a_small_group_even_if_the_file_holds_it(seed: int) -> None:
    dice = Random(seed)  # noqa: S311  # dice, not keys
    made = Mission(Gate(mission_engine(), clock=FixedClock()))
    made.ask(["Q1", "Q2"])
    made.wave("P1", FIRST, ballots=100)
    names = [f"Gang{place}" for place in range(dice.randint(1, 5))]
    sizes = {name: dice.choice([1, 2, 3, 4, 6, 9, 30]) for name in names}
    for name in names:
        made.put(name, "wave_group", wave_id=made.keys["P1"], name=name)
    for code in ("Q1", "Q2"):
        groups = {name: _thrown(dice, size) for name, size in sizes.items()}
        for name, counts in groups.items():
            made.count("P1", code, counts, of=name)
        made.count("P1", code, together(groups))
    small = {made.keys[name] for name, size in sizes.items() if size < 5}
    for reader in (MEDIATOR, SPONSOR, PUBLIC):
        report = wave_of(made, "P1", reader)
        shown = {each.key for each in report.groups}
        assert not shown & small
        assert all(each.n >= 5 for each in report.groups)
        for item in report.items:
            told = [each.n for each in report.groups if item.key in each.means]
            rest = sum(sizes.values()) - sum(told)
            assert rest == 0 or rest >= 5 or not told
            assert item.counts is None or sum(item.counts) >= 5
    for form in FORMS:
        text = made.text("wave", "P1", form=form)
        hidden = [name for name in names if made.keys[name] in report.withheld]
        assert all(text.count(name) == 1 for name in hidden)


def _thrown(dice: Random, size: int) -> tuple[int, ...]:
    counts = [0] * 5
    for _one in range(size):
        counts[dice.randrange(5)] += 1
    return tuple(counts)
