"""The short list of what is not known."""

import datetime as dt
from collections import Counter

import pytest

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.cause import COMMON_CAUSE
from entente.domain.relation import RELATION
from entente.services import missing, records
from entente.services.missing import Lack, Missing
from entente.store.gate import Gate
from entente.store.session import Session


def found(gate: Gate, days: int = 60, on: dt.date | None = None) -> tuple[Missing, ...]:
    return gate.read(lambda s: missing.missing(s, stale_days=days, on=on))


def test_the_sample_lacks_one_champion_and_nothing_else_but_fresh_eyes(confluent: Gate) -> None:
    lacks = Counter(each.lack for each in found(confluent))
    assert set(lacks) == {Lack.STALE_ACTOR, Lack.STALE_RELATION, Lack.NO_CHAMPION}
    (champion,) = [each for each in found(confluent) if each.lack is Lack.NO_CHAMPION]
    assert (champion.table, champion.ref) == ("common_cause", "C4")


def test_what_was_rated_long_ago_comes_longest_first(confluent: Gate) -> None:
    stale = [each for each in found(confluent) if each.lack is Lack.STALE_ACTOR]
    # The adviser was rated once, on 24 February: 106 days before 10 June.
    assert (stale[0].ref, stale[0].days) == ("A13", 106)
    assert all(each.days and each.days > 60 for each in stale)
    # Rated again on 8 April or later, that is at most 63 days ago.
    assert not {"A01", "A07", "A11", "A15"} & {each.ref for each in stale}


def test_nothing_is_stale_that_nobody_calls_stale(confluent: Gate) -> None:
    assert {each.lack for each in found(confluent, days=400)} == {Lack.NO_CHAMPION}


def test_as_of_a_day_later_ratings_do_not_count(confluent: Gate) -> None:
    early = found(confluent, on=dt.date(2026, 2, 26))
    unrated = {each.ref for each in early if each.lack is Lack.NO_SCORES}
    assert {"A02", "A18"} <= unrated
    assert not {"A01", "A03", "A13"} & unrated


@pytest.fixture
def sparse(gate: Gate) -> Gate:
    def write(session: Session) -> None:
        home = records.create(session, ORGANISATION, {"name": "Atelier"})
        whole = {"camp": "digital", "organisation_id": home, "power": 3.0, "interest": 2.0}
        one = records.create(session, ACTOR, {"name": "Ada Brume", **whole})
        other = records.create(session, ACTOR, {"name": "Basile Croix", "power": 3.0})
        records.create(session, ACTOR, {"name": "Cyr Dune", **whole})
        records.create(session, RELATION, {"from_id": one, "to_id": other})
        records.create(session, COMMON_CAUSE, {"statement": "Plain words", "champion_id": one})

    gate.run("Write", write)
    return gate


def test_each_thing_that_is_wanting_is_said_once(sparse: Gate) -> None:
    assert [(each.lack, each.name) for each in found(sparse)] == [
        (Lack.NO_SCORES, "Basile Croix"),
        (Lack.NO_QUALITY, "Ada Brume – Basile Croix"),
        (Lack.NO_CAMP, "Basile Croix"),
        (Lack.NO_ORGANISATION, "Basile Croix"),
        (Lack.NO_RELATION, "Cyr Dune"),
    ]


def test_an_empty_mission_lacks_nothing(gate: Gate) -> None:
    assert found(gate) == ()
