"""How far the change of the sample has come, against the marks of its source."""

import datetime as dt
from functools import partial

import pytest

from entente.domain.actor import ACTOR
from entente.domain.change.progress import USAGE_CHECK
from entente.domain.confidentiality import PUBLIC
from entente.services import change_figures, records
from entente.services.ambassadors import spreading
from entente.services.icap import icap
from entente.services.indicators import adoptions, indicators
from entente.store.gate import Gate


def test_steps_barriers_and_rates_are_those_of_the_source(confluent: Gate) -> None:
    steps = confluent.read(change_figures.kotter)
    assert list(steps.values()) == [4, 3, 3, 2, 2, 2, 1, 0]
    before = confluent.read(partial(change_figures.kotter, on=dt.date(2026, 4, 2)))
    assert list(before.values()) == [3, 2, *(None,) * 6]
    people = {each.ref: each for each in confluent.read(change_figures.changes)}
    assert list(people) == ["A07", "A08"]
    assert tuple(people["A07"].marks.values()) == (4, 2, 3, 3, 2)
    assert tuple(people["A08"].marks.values()) == (5, 4, 4, 3, 2)
    assert [each.barrier for each in people.values()] == ["desire", "ability"]
    # What holds a person back is on no screen others look at.
    assert confluent.read(partial(change_figures.changes, audience=PUBLIC)) == ()
    waves = confluent.read(icap)
    assert [[round((rate or 0) * 100) for rate in wave.rates.values()] for wave in waves] == [
        [55, 40, 38, 22],
        [71, 62, 50, 41],
    ]
    assert not any(wave.inversions for wave in waves)


def test_indicators_and_uses_come_out_as_by_hand(confluent: Gate) -> None:
    found = {each.ref: each for each in confluent.read(indicators)}
    # From 18 to 9 of 4; 31 of 90; from 11 to 6 of 5; 75 between 50 and 90.
    expected = {"IC1": 9 / 14, "IC2": 31 / 90, "IC3": 5 / 6, "IC4": 25 / 40}
    assert {ref: found[ref].progress for ref in expected} == pytest.approx(expected)
    assert "IC3" not in {e.ref for e in confluent.read(partial(indicators, audience=PUBLIC))}
    screen, phone = confluent.read(adoptions)
    # 17 of 46 on 15 May and 24 a week later: 23 six days after the first.
    assert screen.half_on == dt.date(2026, 5, 21)
    assert phone.half_on is None
    # 31 of 46 and 4 of 22 at the last count.
    assert found["IC7"].value == pytest.approx(100 * 35 / 68)
    assert len(confluent.read(partial(records.list_rows, record_type=USAGE_CHECK)).rows) == 4


def test_two_of_four_groups_have_an_ambassador_who_reach_all_but_three(confluent: Gate) -> None:
    found = confluent.read(spreading)
    refs = {
        row["id"]: row["ref"]
        for row in confluent.read(partial(records.list_rows, record_type=ACTOR)).dicts()
    }
    assert [(each.ref, bool(each.ambassadors)) for each in found.groups] == [
        ("GF1", True),
        ("GF2", False),  # theirs is asked, and not at it yet
        ("GF3", True),
        ("GF4", False),
    ]
    assert found.coverage == 2 / 4
    # A06 by A03, A07, A12, A13, A16 and A08 by A05; from them A01, A18, A04, A15, A09, A10, A11.
    # A02 has but bad ties with those nearest, A14 and A17 are further away.
    assert {ref for key, ref in refs.items() if key not in found.reached} == {"A02", "A14", "A17"}
    assert found.reach == pytest.approx(15 / 18)
    loads = {each.ref: each.load for each in found.ambassadors}
    assert loads == {"AB1": 3 / 4, "AB2": pytest.approx(5 / 3), "AB3": 1 / 2, "AB4": None}
    assert [each.ref for each in found.ambassadors if each.is_overloaded] == ["AB2"]
