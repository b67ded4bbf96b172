"""Common causes of the sample: convergence, champions, what serves them, what others see."""

from collections.abc import Callable
from functools import partial

import pytest

from entente.domain.actor import ACTOR
from entente.domain.cause import COMMON_CAUSE, SUPPORTER
from entente.domain.confidentiality import PUBLIC
from entente.errors import RecordMissingError
from entente.services import common_causes, records
from entente.services.common_causes import CauseView
from entente.store.gate import Gate
from entente.store.session import Session
from tests.conftest import FixedClock

TODAY = FixedClock().now.date()


def cause(gate: Gate, ref: str) -> CauseView:
    views = gate.read(common_causes.overview).views
    return next(view for view in views if view.row["ref"] == ref)


def done(gate: Gate, action: Callable[[Session], object]) -> None:
    gate.run("Step", action)


def test_the_sample_converges_as_counted_by_hand(confluent: Gate) -> None:
    # C1: A01 +2, A06 +2, four with +1; C4: A06 +2, A16 +1, A03 +1.
    assert cause(confluent, "C1").converging.index == 8
    assert cause(confluent, "C4").converging.index == 4
    assert cause(confluent, "C4").converging.most == 6
    refs = [each.ref for each in cause(confluent, "C3").serving]
    assert refs == ["B16", "B21", "E8"]


def test_only_a_cause_nobody_carries_has_natural_champions(confluent: Gate) -> None:
    # Of the supporters of C4, A06 has synergy 4 and A03 synergy 3, A16 synergy 2.
    found = confluent.read(common_causes.overview)
    assert [view.is_carried for view in found.views] == [True, True, True, False]
    names = [found.people[each.actor] for each in cause(confluent, "C4").naturals]
    assert names[0] == "Rosalie Pâquerin"
    assert all(not view.naturals for view in found.views[:3])


def test_others_see_neither_private_supporters_nor_who_could_carry_it(confluent: Gate) -> None:
    found = confluent.read(lambda s: common_causes.overview(s, PUBLIC))
    third, fourth = found.views[2:4]
    assert len(third.supports) == 3
    assert third.converging.index == 5
    assert fourth.naturals == ()
    assert "Rosalie Pâquerin" not in {name for view in found.views for name in [view.champion]}


def test_a_champion_is_thought_of_asked_and_answers_each_on_its_day(own_confluent: Gate) -> None:
    gate, key = own_confluent, cause(own_confluent, "C4").id
    actor = gate.read(lambda s: records.find(s, ACTOR, "A06"))
    for act, state, dates in (
        (lambda s: common_causes.suggest(s, key, actor), "suggested", (None, None)),
        (lambda s: common_causes.solicit(s, key), "solicited", (TODAY, None)),
        (lambda s: common_causes.answer(s, key, accepted=True), "accepted", (TODAY, TODAY)),
    ):
        done(gate, act)
        row = cause(gate, "C4").row
        assert (row["champion_id"], row["champion_state"]) == (actor, state)
        assert (row["solicited_on"], row["answered_on"]) == dates
    assert cause(gate, "C4").is_carried
    done(gate, lambda s: common_causes.answer(s, key, accepted=False))
    assert not cause(gate, "C4").is_carried
    done(gate, lambda s: common_causes.suggest(s, key, ""))
    assert cause(gate, "C4").row["champion_state"] is None


def test_support_stays_between_minus_and_plus_two_and_nobody_supports_twice(
    own_confluent: Gate,
) -> None:
    gate, key = own_confluent, cause(own_confluent, "C4").id
    actor = gate.read(lambda s: records.find(s, ACTOR, "A10"))
    counts: list[int] = []
    for _time in range(2):
        done(gate, lambda s: counts.append(common_causes.support(s, key, [actor, actor])))
    assert counts == [1, 0]
    (support,) = [each for each in cause(gate, "C4").supports if each.actor == actor]
    assert support.strength == 1
    level = gate.read(lambda s: records.get(s, SUPPORTER, support.id))["confidentiality"]
    assert level == gate.read(lambda s: records.get(s, COMMON_CAUSE, key))["confidentiality"]
    for by, strength in ((1, 2), (1, 2), (-1, 1), (-9, -2)):
        done(gate, partial(common_causes.strengthen, support_id=support.id, by=by))
        held = gate.read(lambda s: records.get(s, SUPPORTER, support.id))
        assert held["strength"] == strength
    with pytest.raises(RecordMissingError):
        done(gate, lambda s: common_causes.support(s, key, ["nobody"]))
