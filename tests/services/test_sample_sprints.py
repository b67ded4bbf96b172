"""The sprints of the sample mission, against the figures of its source, summed by hand."""

import datetime as dt
from collections import Counter
from functools import partial

import pytest

from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.confidentiality import PUBLIC
from entente.domain.review import REVIEW_NOTE, TENSION
from entente.domain.sprint import SPRINT_ITEM
from entente.domain.working_group import GROUP_MEMBER
from entente.services import follow_up_figures, quantities, records, sprint_backlog, sprints
from entente.services.sprints import SprintState
from entente.store.gate import Gate
from tests.conftest import FixedClock, confluent_gate


def test_each_sprint_comes_to_what_the_source_says(confluent: Gate) -> None:
    found = {
        view.name: (view.totals.planned, view.totals.done, len(view.days), view.totals.carry_over)
        for view in confluent.read(sprints.overview)
    }
    assert found == {
        # 6 + 3 + 2 + 2 + 3 + 1 of 20: the conference of 3 was put off.
        "Se connecter": (20, 17, 15, 3),
        # 3 + 3 + 3 + 2 + 2 + 3 of 22, on 14 days because of Easter Monday.
        "S’engager": (22, 16, 14, 6),
        # 4 + 4 + 2 + 3 + 2 + 2 + 3 of 22, without 1 and 8 May.
        "Agir": (22, 20, 13, 2),
    }


def test_work_goes_as_fast_as_the_source_says(confluent: Gate) -> None:
    views = confluent.read(sprints.overview)
    assert all(view.state is SprintState.CLOSED for view in views)
    speed = sprints.speed(views)
    assert speed is not None
    assert speed.mean == pytest.approx(53 / 3)
    assert (speed.minimum, speed.maximum, speed.sprints) == (16, 20, 3)


def test_what_was_not_done_says_why(confluent: Gate) -> None:
    why = {
        (view.ref, card.ref): card.why
        for view in confluent.read(sprints.overview)
        for card in view.cards
        if card.done_on is None
    }
    assert why == {
        ("S1", "B09"): "L’intervenante est empêchée\u202f; elle viendra le 2 avril.",
        ("S2", "B11"): "Refus des deux\u00a0: pas avant qu’un cadre soit convenu.",
        ("S2", "B15"): "L’environnement de test n’est pas livré.",
        ("S3", "B22"): "Pont du 8 mai\u00a0: la moitié des équipes est absente.",
    }


def test_the_second_sprint_burns_down_over_easter(confluent: Gate) -> None:
    view = confluent.read(sprints.overview)[1]
    chart = sprints.burn(view, dt.date(2026, 6, 10))
    assert dt.date(2026, 4, 6) not in chart.days
    left = dict(zip(chart.days, chart.remaining[1:], strict=True))
    # The conference on 2 April, the glossary on the 3rd, the meetup on the 9th, the interviews
    # on the 15th, posts and consultation on the last day.
    assert [left[dt.date(2026, 4, day)] for day in (1, 2, 3, 7, 9, 14, 15, 17)] == [
        *(22, 19, 16, 16),
        *(14, 14, 11, 6),
    ]
    assert chart.ideal[:3] == pytest.approx((22, 22 * 13 / 14, 22 * 12 / 14))


def test_quantities_stand_against_their_bands(confluent: Gate) -> None:
    found = {
        each.name: (each.done, each.minimum, each.maximum, each.verdict.value)
        for each in confluent.read(quantities.quantities)
        if each.minimum is not None
    }
    assert found == {
        "Entretien individuel": (9, 5, 10, "within"),
        "Conférence": (1, 2, 2, "below"),
        "Billet": (9, 10, 15, "below"),
        "Atelier thématique": (4, 5, 5, "below"),
        "Apéro meetup": (1, 3, 5, "below"),
        "Matchmaking": (2, 3, 5, "below"),
        "Sondage d’opinion": (2, 2, 2, "within"),
        "Consultation publique": (1, 1, 1, "within"),
    }


def test_commitments_are_kept_as_often_as_the_source_says(confluent: Gate) -> None:
    found = confluent.read(follow_up_figures.of_commitments)
    assert (found.kept, found.broken, found.open, found.renegotiated) == (8, 1, 1, 1)
    assert found.keep_rate == pytest.approx(8 / 9)


def test_what_answers_risks_is_in_no_sprint(confluent: Gate) -> None:
    cards = confluent.read(lambda s: records.list_rows(s, BACKLOG_ITEM).dicts())
    answers = {row["id"] for row in cards if row["risk_id"]}
    ties = confluent.read(lambda s: records.list_rows(s, SPRINT_ITEM).dicts())
    assert answers
    assert answers.isdisjoint(row["item_id"] for row in ties)
    # The open cards left are those of ours: 2 + 3 + 4 + 3 + 2 + 2 + 0.5.
    assert confluent.read(sprint_backlog.ahead).effort == 16.5


def test_three_cards_were_carried_over_and_one_still_waits(confluent: Gate) -> None:
    ties = Counter(card.ref for view in confluent.read(sprints.overview) for card in view.cards)
    assert {ref for ref, count in ties.items() if count > 1} == {"B09", "B11", "B15"}
    # Added on 17 April, 54 days before 10 June.
    (aged,) = confluent.read(sprint_backlog.ageing)
    assert (aged.ref, aged.sprints, aged.days) == ("B22", 1, 54)


def test_the_review_says_what_the_source_says(confluent: Gate) -> None:
    second = confluent.read(sprints.overview)[1].id
    words = confluent.read(lambda s: records.list_rows(s, REVIEW_NOTE).dicts())
    kinds = Counter(row["kind"] for row in words if row["sprint_id"] == second)
    assert kinds == {"shipped": 3, "like": 2, "dislike": 2}
    tensions = confluent.read(lambda s: records.list_rows(s, TENSION).dicts())
    assert [(row["gap"], row["cause"]) for row in tensions if row["sprint_id"] == second] == [
        (4, "decisions"),
        (3, "money"),
        (4, "constraints"),
    ]


def test_the_public_sees_the_same_figures_but_nobody_s_name(confluent: Gate) -> None:
    seen = confluent.read(lambda s: sprints.overview(s, PUBLIC))
    assert [view.totals.done for view in seen] == [17, 16, 20]
    members = confluent.read(lambda s: records.list_rows(s, GROUP_MEMBER, PUBLIC).dicts())
    # Of eleven and of five, one each is for the mediator alone.
    assert len(members) == 10 + 4


def test_both_languages_hold_the_same_records(clock: FixedClock, confluent: Gate) -> None:
    english = confluent_gate(clock, "en")
    for kind in RECORD_TYPES.values():
        count = partial(records.count, record_type=kind)
        assert confluent.read(count) == english.read(count), kind.name
    assert [view.name for view in english.read(sprints.overview)] == ["Connect", "Commit", "Act"]
