"""What will last of a mission: each figure counted by hand, and what a room may see of it."""

import datetime as dt

import pytest

from entente.domain.actor import ACTOR
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.cause import COMMON_CAUSE, SUPPORTER
from entente.domain.confidentiality import PUBLIC
from entente.domain.follow_up import COMMITMENT
from entente.domain.interaction import INTERACTION
from entente.domain.mission import MISSION
from entente.domain.records import RecordType
from entente.domain.relation import RELATION
from entente.domain.working_group import WORKING_GROUP
from entente.services import records
from entente.services.durability import durability
from entente.store.gate import Gate
from entente.store.session import Session
from tests.conftest import FixedClock

TODAY = FixedClock().now.date()
START = dt.date(2026, 2, 2)
END = dt.date(2026, 6, 30)
AFTER = dt.date(2026, 9, 1)


def _write(session: Session) -> None:
    def add(kind: RecordType, /, **values: object) -> str:
        return records.create(session, kind, {"confidentiality": "public"} | values)

    dates = {"starts_on": START, "ends_on": END}
    records.create(session, MISSION, {"name": "ESTUAIRE"} | dates)
    ann, bob, cid, dan = (add(ACTOR, name=name) for name in ("Ann", "Bob", "Cid", "Dan"))
    one = add(COMMON_CAUSE, statement="Une seule saisie", champion_id=ann)
    two = add(
        COMMON_CAUSE, statement="Des soirées libres", champion_id=bob, champion_state="solicited"
    )
    for cause, who, strength in ((one, ann, 2), (one, bob, None), (one, cid, -1), (two, ann, 1)):
        add(SUPPORTER, cause_id=cause, actor_id=who, strength=strength)
    add(COMMITMENT, statement="Je forme les suivants", actor_id=ann, due_on=AFTER)
    add(COMMITMENT, statement="Je rends la salle", actor_id=bob, due_on=END)
    add(COMMITMENT, statement="Je préviens", actor_id=cid, due_on=AFTER, state="kept")
    add(COMMITMENT, statement="Je reviens", actor_id=cid, due_on=AFTER, state="broken")
    add(COMMITMENT, statement="Je me tais", actor_id=cid, due_on=AFTER, confidentiality="mediator")
    for title, alone, status in (
        ("Café du mardi", True, "done"),
        ("Atelier", False, "done"),
        ("Bilan", False, "done"),
        ("Relais", True, "ready"),
        ("Abandonné", True, "dropped"),
    ):
        add(BACKLOG_ITEM, title=title, without_mediator=alone, status=status)
    for pair, before, now in (((ann, bob), 2, 5), ((ann, cid), 6, 6), ((bob, cid), None, 3)):
        key = add(RELATION, from_id=pair[0], to_id=pair[1])
        for day, step in ((START, before), (TODAY, now)):
            if step is not None:
                records.rate(session, RELATION, key, {"connection": step}, on=day)
    add(RELATION, from_id=cid, to_id=dan)
    group = add(WORKING_GROUP, name="Entre pairs", kind="learning")
    add(INTERACTION, subject="Partage", held_on=TODAY, group_id=group)
    add(INTERACTION, subject="À venir", held_on=END, group_id=group)


@pytest.fixture
def mission(gate: Gate) -> Gate:
    gate.run("Write", _write)
    return gate


def test_what_lasts_is_counted_by_hand(mission: Gate) -> None:
    found = mission.read(durability)
    # Of the first cause Cid is against; Ann is for both, so two different people are for one.
    assert [(c.record.title, c.supporters, c.is_carried) for c in found.causes] == [
        ("Une seule saisie", 2, True),
        ("Des soirées libres", 1, False),
    ]
    assert found.supporters == 2
    assert [each.title for each in found.beyond] == ["Je forme les suivants", "Je me tais"]
    assert [each.title for each in found.kept] == ["Je préviens"]
    assert [each.title for each in found.alone] == ["Café du mardi"]
    assert [each.title for each in found.ahead] == ["Relais"]
    assert found.share_alone == pytest.approx(1 / 3)
    assert (len(found.learning), found.meetings) == (1, 1)


def test_relations_are_compared_with_the_first_day_of_the_mission(mission: Gate) -> None:
    grown = mission.read(durability).relations
    assert grown is not None
    # Ann and Bob went from 2 to 5; Ann and Cid stayed at 6; of Bob and Cid nothing was known.
    assert (grown.known, grown.acted, grown.acted_before) == (3, 2, 1)
    assert (len(grown.higher), len(grown.fresh)) == (1, 1)
    assert [each.title for each in grown.records] == ["Ann – Bob", "Bob – Cid"]


def test_a_room_sees_no_private_promise(mission: Gate) -> None:
    found = mission.read(lambda session: durability(session, PUBLIC))
    assert [each.title for each in found.beyond] == ["Je forme les suivants"]


def test_without_dates_nothing_is_compared_and_without_records_nothing_lasts(gate: Gate) -> None:
    found = gate.read(durability)
    assert found.is_empty
    assert (found.relations, found.share_alone, found.beyond) == (None, None, ())
