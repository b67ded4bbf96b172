"""How far ambassadors carry, counted by hand on a chain of people."""

from itertools import pairwise

import pytest

from entente.domain.actor import ACTOR
from entente.domain.change.impact import FUNCTIONAL_GROUP
from entente.domain.change.reach import load, reached
from entente.domain.change.spreading import AMBASSADOR, RELAY
from entente.domain.confidentiality import PUBLIC
from entente.domain.relation import RELATION
from entente.errors import InvalidValueError
from entente.services import records
from entente.services.ambassadors import spreading
from entente.store.gate import Gate
from entente.store.session import Session


def chain(session: Session, names: str, bad: str = "") -> dict[str, str]:
    """Make a person of each letter, each tied to the next; badly where `bad` says so."""
    keys = {name: records.create(session, ACTOR, {"name": name}) for name in names}
    for one, other in pairwise(names):
        quality = -2 if one + other == bad else 1
        ends = {"from_id": keys[one], "to_id": keys[other], "quality": quality}
        records.create(session, RELATION, ends)
    return keys


def test_a_word_goes_two_ties_far_and_not_through_a_bad_one(gate: Gate) -> None:
    def write(session: Session) -> None:
        keys = chain(session, "ABCDEFG", bad="FG")
        records.create(session, AMBASSADOR, {"actor_id": keys["A"]})
        records.create(session, AMBASSADOR, {"actor_id": keys["F"], "status": "left"})
        one = records.create(session, AMBASSADOR, {"name": "une soignante"})
        records.create(session, RELAY, {"ambassador_id": one, "actor_id": keys["G"]})

    gate.run("Write", write)
    found = gate.read(spreading)
    names = gate.read(lambda s: records.titles(s, ACTOR))
    # A reaches B and C; F has left; the one without a record has told G.
    assert {names[key] for key in found.reached} == {"A", "B", "C", "G"}
    assert found.reach == pytest.approx(4 / 7)
    assert [(each.name, each.relays) for each in found.ambassadors] == [
        ("A", 0),
        ("F", 0),
        ("une soignante", 1),
    ]


def test_a_group_is_covered_by_somebody_active_alone(gate: Gate) -> None:
    assert gate.read(spreading).coverage is None

    def write(session: Session) -> None:
        one, two, _three = (
            records.create(session, FUNCTIONAL_GROUP, {"name": name}) for name in "123"
        )
        records.create(session, AMBASSADOR, {"name": "x", "group_id": one})
        records.create(session, AMBASSADOR, {"name": "y", "group_id": two, "status": "resting"})

    gate.run("Write", write)
    assert gate.read(spreading).coverage == pytest.approx(1 / 3)
    assert gate.read(lambda s: spreading(s, PUBLIC)).ambassadors == ()


@pytest.mark.parametrize(
    ("available", "asked", "expected"),
    [(4.0, 6.0, 1.5), (0.0, 1.0, 2.0), (0.0, 0.0, 0.0), (None, 3.0, None), (2.0, None, None)],
)
def test_load_is_what_is_asked_by_what_can_be_given(
    available: float | None, asked: float | None, expected: float | None
) -> None:
    assert load(available, asked) == expected


def test_nobody_is_reached_from_somebody_who_is_not_there() -> None:
    assert reached({"a": ["b"], "b": ["a"]}, ["z"]) == frozenset()


def test_an_ambassador_is_somebody(gate: Gate) -> None:
    with pytest.raises(InvalidValueError):
        gate.run("Write", lambda s: records.create(s, AMBASSADOR, {"cohort": "2026"}))
