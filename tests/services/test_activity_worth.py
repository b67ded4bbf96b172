"""What activities were worth: marks, and pairs who came closer soon after they met."""

import datetime as dt

import pytest

from entente.domain.actor import ACTOR
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.confidentiality import PUBLIC
from entente.domain.interaction import INTERACTION, PRESENCE
from entente.domain.relation import RELATION
from entente.domain.review import APPRAISAL
from entente.domain.worth import Meeting, Worth, effect
from entente.services import activity_library, records
from entente.services.activity_worth import worths
from entente.store.gate import Gate
from entente.store.session import Session

MET = dt.date(2026, 4, 10)


def day(days: int) -> dt.date:
    return MET + dt.timedelta(days=days)


def test_the_mean_mark_by_hand() -> None:
    # One 2, four 3, five 4, two 5: (2 + 12 + 20 + 10) / 12
    worth = Worth((0, 1, 4, 5, 2))
    assert worth.answers == 12
    assert worth.mean == pytest.approx(44 / 12)
    assert Worth().mean is None


def test_a_pair_came_closer_if_it_was_seen_so_within_two_weeks() -> None:
    met = [Meeting(MET, frozenset("abc"))]
    ladder = {
        frozenset("ab"): [(day(-9), 1), (day(0), 2)],
        frozenset("ac"): [(day(-9), 2), (day(14), 2)],
        frozenset("bc"): [(day(-9), 1), (day(15), 5)],  # too long after
        frozenset("ad"): [(day(-9), 1), (day(1), 5)],  # was not there
    }
    assert effect(met, ladder) == (1, 2)
    assert effect([*met, *met], ladder) == (1, 2)
    assert effect([], ladder) == (0, 0)


def test_the_worth_of_a_kind_is_read_from_its_cards(gate: Gate) -> None:
    def write(session: Session) -> None:
        activity_library.load(session, {"matchmaking"})
        kind = activity_library.held_keys(session)["matchmaking"]
        card = records.create(session, BACKLOG_ITEM, {"title": "Meet", "activity_id": kind})
        for held_on, fours in ((MET, 2), (day(1), 1)):
            marks = {"item_id": card, "held_on": held_on, "roti_4": fours, "roti_5": 1}
            records.create(session, APPRAISAL, marks)
        people = [records.create(session, ACTOR, {"name": name}) for name in ("A", "B")]
        tie = records.create(session, RELATION, {"from_id": people[0], "to_id": people[1]})
        records.rate(session, RELATION, tie, {"connection": 1}, on=day(-30))
        records.rate(session, RELATION, tie, {"connection": 3}, on=day(3))
        met = {"subject": "Coffee", "held_on": MET, "item_id": card}
        meeting = records.create(session, INTERACTION, met)
        for actor in people:
            presence = {"interaction_id": meeting, "actor_id": actor}
            records.create(session, PRESENCE, presence)

    gate.run("Write", write)
    (worth,) = gate.read(worths).values()
    assert worth == Worth((0, 0, 0, 3, 2), closer=1, observed=1)
    assert worth.mean == pytest.approx(22 / 5)
    assert gate.read(lambda session: worths(session, PUBLIC)) == {}


def test_the_sample_s_workshops_were_worth_their_time(confluent: Gate) -> None:
    found = confluent.read(worths)
    workshop = confluent.read(activity_library.held_keys)["workshop"]
    assert found[workshop].answers > 0
    assert 3 < (found[workshop].mean or 0) <= 5
