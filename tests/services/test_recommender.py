"""What would help now, read from the registers of a mission, with its reasons."""

import datetime as dt

import pytest

from entente.domain.activity import ACTIVITY_TYPE
from entente.domain.actor import ACTOR
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.confidentiality import PUBLIC
from entente.domain.follow_up import COMMITMENT
from entente.domain.relation import RELATION
from entente.domain.sprint import SPRINT, SPRINT_ITEM
from entente.i18n import use_language
from entente.services import activity_library, alignment, records
from entente.services.recommender import Advice, recommend
from entente.store.gate import Gate
from entente.store.session import Session

DAY = dt.date(2026, 6, 10)


def small(session: Session) -> None:
    """Four people, one of them alone; one promise in four broken; a survey 30 days ago."""
    activity_library.load(session, {"survey", "matchmaking", "conference", "reading"})
    kinds = activity_library.held_keys(session)
    people = [records.create(session, ACTOR, {"name": name}) for name in ("A", "B", "C", "D")]
    ties = ((0, 1, {"connection": 1, "dependence": 2}), (1, 2, {"connection": 4, "dependence": 2}))
    for one, other, known in ties:
        ends = {"from_id": people[one], "to_id": people[other]}
        records.create(session, RELATION, {**ends, **known})
    for state in ("kept", "kept", "kept", "broken", "open"):
        values = {"statement": "I will", "state": state, "made_on": dt.date(2026, 6, 1)}
        records.create(session, COMMITMENT, values)
    survey = records.create(
        session,
        BACKLOG_ITEM,
        {"title": "Survey", "activity_id": kinds["survey"], "added_on": dt.date(2026, 5, 1)},
    )
    done_on = DAY - dt.timedelta(days=30)
    records.rate(session, BACKLOG_ITEM, survey, {"status": "done"}, on=done_on)
    talk = records.create(
        session, BACKLOG_ITEM, {"title": "Talk", "activity_id": kinds["conference"]}
    )
    sprint = records.create(
        session,
        SPRINT,
        {"name": "One", "starts_on": dt.date(2026, 6, 1), "ends_on": DAY, "capacity": 20},
    )
    records.create(session, SPRINT_ITEM, {"sprint_id": sprint, "item_id": talk})


def needed(advice: Advice) -> dict[str, float | None]:
    return {need.dimension: need.value for need in advice.needs}


def test_a_small_state_by_hand(gate: Gate) -> None:
    gate.run("Fill", small)
    advice = gate.read(recommend)
    assert needed(advice) == pytest.approx(
        {
            "divergence": 1,  # one idea, no cause
            "measures": 30 / 60,
            "empowers": 1 / 4,
            "connects_number": 1 / 4,
            "connects_quality": 1 / 2,  # of two pairs who depend on each other, one
        }
    )
    # Survey: 0.5·3 + 0.25·1 − 2/20 = 1.65
    # Conference: 1·1 + 0.25·2 + 0.5·1 − 0.5 (in the last sprint) − 3/20 = 1.35
    # Matchmaking: −2 + 0.5·1 + 0.25·2 + 0.5·3 − 1.5/20 = 0.425
    assert [(one.name, one.score) for one in advice.ranked] == [
        ("Opinion survey", 1.65),
        ("Conference", 1.35),
        ("Matchmaking", 0.425),
    ]
    assert advice.capacity == 20
    assert [one.is_tired for one in advice.ranked] == [False, True, False]


def test_the_reasons_say_what_was_seen_and_what_helps(gate: Gate) -> None:
    gate.run("Fill", small)
    reasons = {one.name: one.reason for one in gate.read(recommend).ranked}
    assert reasons["Opinion survey"] == (
        "How the community is was measured 30 days ago: this measures it (3 of 3). "
        "1 person in 4 stands without any relation: this brings many together (1 of 3)."
    )
    assert reasons["Conference"].endswith("But there was one in the last sprint already.")
    assert "It closes the discussion where ideas are wanting." in reasons["Matchmaking"]


def test_every_need_speaks_when_nothing_is_known(gate: Gate) -> None:
    advice = gate.read(recommend)
    assert needed(advice) == {
        "divergence": 1,
        "measures": 1,
        "empowers": None,
        "connects_number": None,
        "connects_quality": None,
    }
    assert all(need.sentence.endswith(".") for need in advice.needs)
    # Without kinds of its own, the mission is told of ours: none is in it yet.
    assert {one.activity_id for one in advice.ranked} == {""}
    # Interview 1·1 + 1·3, consultation 1·2 + 1·2: of the two the interview takes less.
    assert [(one.key, one.score) for one in advice.ranked[:2]] == [
        ("interview", 4),
        ("consultation", 4),
    ]


def test_what_is_set_aside_or_not_counted_is_not_proposed(gate: Gate) -> None:
    gate.run("Fill", small)

    def aside(session: Session) -> None:
        activity_library.set_aside(session, [activity_library.held_keys(session)["survey"]])

    gate.run("Aside", aside)
    assert [one.name for one in gate.read(recommend).ranked] == ["Conference", "Matchmaking"]


def test_the_public_learns_nothing_of_what_is_private(gate: Gate) -> None:
    gate.run("Fill", small)
    gate.run("Add", lambda s: records.create(s, ACTIVITY_TYPE, {"name": "Secret", "measures": 3}))
    advice = gate.read(lambda session: recommend(session, PUBLIC))
    assert needed(advice)["empowers"] is None
    assert needed(advice)["connects_number"] is None
    assert "Secret" not in {one.name for one in advice.ranked}


def test_reasons_are_told_in_french(confluent: Gate) -> None:
    use_language("fr")
    advice = confluent.read(recommend)
    assert "Entretien individuel" in {one.name for one in advice.ranked}


def test_the_sample_after_its_third_sprint_by_hand(confluent: Gate) -> None:
    use_language("en")
    advice = confluent.read(lambda session: recommend(session, on=dt.date(2026, 5, 9)))
    assert needed(advice) == pytest.approx(
        {
            "divergence": 0,  # four causes; stances 0.35 apart
            "measures": 3 / 60,  # the second survey was in on 6 May
            "empowers": 1 / 5,  # four kept, one broken by then
            "connects_number": 0,  # everybody has some relation
            "connects_quality": 5 / 21,
        }
    )
    # Of 22 half-days. Interview: 3·0.05 + 1·0.2 + 3·5/21 − 1/22; none was in sprint 3.
    # Matchmaking: 0.05 + 2·0.2 + 3·5/21 − 0.5 (it was) − 1.5/22.
    found = {one.key: one.score for one in advice.ranked}
    assert advice.ranked[0].key == "interview"
    assert found["interview"] == pytest.approx(1.018831)
    assert found["matchmaking"] == pytest.approx(0.596104)
    assert {one.key for one in advice.ranked if one.is_tired} == {
        *("matchmaking", "mediation", "meetup", "post"),
        *("sandbox", "survey", "workshop"),
    }


def test_people_who_see_other_things_are_apart(gate: Gate) -> None:
    def write(session: Session) -> None:
        for name, score in (("A", 1), ("B", 5), ("C", 5)):
            key = records.create(session, ACTOR, {"name": name})
            alignment.say(session, key, "vision", score)

    gate.run("Write", write)
    facts = gate.read(recommend).facts
    # Stances −1, +1 and +1: the mean is 1/3, the deviation the root of 8/9.
    assert facts.spread == pytest.approx((8 / 9) ** 0.5)
    assert facts.is_apart
