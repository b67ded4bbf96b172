"""Indicators of change, typed and worked out, on a small mission counted by hand."""

import datetime as dt

import pytest

from entente.domain.actor import ACTOR
from entente.domain.change.impact import FUNCTIONAL_GROUP
from entente.domain.change.progress import ADOPTION, CHANGE_INDICATOR, INDICATOR_READING
from entente.domain.change.spreading import AMBASSADOR, SKILL_TRANSFER
from entente.domain.confidentiality import PUBLIC
from entente.domain.follow_up import COMMITMENT, DECISION
from entente.domain.glossary import TERM
from entente.domain.relation import RELATION
from entente.domain.sprint import SPRINT
from entente.errors import InvalidValueError
from entente.services import records
from entente.services.indicators import Indicator, adoptions, indicators
from entente.store.gate import Gate
from entente.store.session import Session

END = dt.date(2026, 5, 8)
TODAY = dt.date(2026, 6, 10)


def built_in(gate: Gate, name: str) -> Indicator:
    found: list[str] = []
    values = {"name": name, "built_in": name}
    gate.run("Indicator", lambda s: found.append(records.create(s, CHANGE_INDICATOR, values)))
    return next(each for each in gate.read(indicators) if each.id == found[0])


def sprint(session: Session) -> None:
    dates = {"starts_on": dt.date(2026, 4, 20), "ends_on": END}
    records.create(session, SPRINT, {"name": "S1", **dates})


def test_a_typed_one_says_what_was_typed_in_the_order_of_the_days(gate: Gate) -> None:
    def write(session: Session) -> None:
        values = {"name": "Irritants", "unit": "par semaine", "baseline": 20.0, "target": 4.0}
        key = records.create(session, CHANGE_INDICATOR, values)
        for day, value in ((TODAY, 12.0), (END, 16.0), (dt.date(2026, 7, 1), 4.0)):
            reading = {"indicator_id": key, "read_on": day, "value": value}
            records.create(session, INDICATOR_READING, reading)

    gate.run("Write", write)
    (found,) = gate.read(indicators)
    assert [(point.day, point.value) for point in found.points] == [(END, 16), (TODAY, 12)]
    # Half of the way from 20 down to 4.
    assert found.progress == pytest.approx(0.5)
    assert gate.read(lambda s: indicators(s, PUBLIC)) == ()


def test_words_are_no_reading(gate: Gate) -> None:
    def write(session: Session) -> None:
        key = records.create(session, CHANGE_INDICATOR, {"name": "Irritants"})
        reading = {"indicator_id": key, "read_on": TODAY, "value": "beaucoup"}
        records.create(session, INDICATOR_READING, reading)

    with pytest.raises(InvalidValueError):
        gate.run("Write", write)
    assert gate.read(indicators) == ()


def test_decisions_and_commitments_are_as_they_were_at_the_end_of_each_sprint(gate: Gate) -> None:
    def write(session: Session) -> None:
        sprint(session)
        for due, done in ((4, 5), (5, None), (9, None)):
            values = {
                "title": "D",
                "decided_on": dt.date(2026, 4, 2),
                "due_on": dt.date(2026, due, 1),
                "executed_on": done and dt.date(2026, done, 2),
            }
            records.create(session, DECISION, values)
        key = records.create(session, COMMITMENT, {"statement": "I", "made_on": END})
        records.rate(session, COMMITMENT, key, {"state": "kept"}, on=TODAY)

    gate.run("Write", write)
    # Two were due by then, one of them carried out; the third is to come.
    decided = [(point.day, point.value) for point in built_in(gate, "decisions_executed").points]
    assert decided == [(END, 50), (TODAY, 50)]
    kept = [(point.day, point.value) for point in built_in(gate, "commitments_kept").points]
    assert kept == [(TODAY, 100)]


def test_each_of_the_others_is_a_share_of_its_register(gate: Gate) -> None:
    def write(session: Session) -> None:
        built = {"built_with": "l'équipe"}
        groups = [
            records.create(session, FUNCTIONAL_GROUP, {"name": name, **more})
            for name, more in (("1", built), ("2", {}), ("3", {}), ("4", {}))
        ]
        for status, group in (("active", groups[0]), ("resting", groups[1]), ("active", None)):
            values = {"name": "x", "status": status, "group_id": group}
            records.create(session, AMBASSADOR, values)
        for level in (4, 3, 2, None):
            records.create(session, SKILL_TRANSFER, {"skill": "s", "level": level})
        for status in ("shared", "diverging"):
            records.create(session, TERM, {"word": status, "status": status})
        people = [records.create(session, ACTOR, {"name": name}) for name in "ABC"]
        for one, other, step in ((0, 1, 5), (1, 2, 2)):
            ends = {"from_id": people[one], "to_id": people[other], "connection": step}
            records.create(session, RELATION, ends)
        for tool, day, users in (("DUI", END, 10), ("DUI", TODAY, 30), ("Agenda", TODAY, 5)):
            counted = {"tool": tool, "read_on": day, "users": users, "population": 50}
            records.create(session, ADOPTION, counted)

    gate.run("Write", write)
    expected = {
        "ambassadors_active": 200 / 3,
        "groups_covered": 25,
        "impact_built": 25,
        "skills_acquired": 50,
        "terms_shared": 50,
        "connections": 50,
        "adoption": 35,
    }
    found = {name: built_in(gate, name) for name in expected}
    assert {name: each.value for name, each in found.items()} == pytest.approx(expected)
    assert {each.unit for each in found.values()} == {"%"}


def test_an_empty_register_says_nothing_rather_than_nought(gate: Gate) -> None:
    names = ("adoption", "groups_covered", "decisions_executed", "connections", "impact_built")
    assert all(built_in(gate, name).value is None for name in names)


def test_a_tool_is_taken_up_group_by_group(gate: Gate) -> None:
    def write(session: Session) -> None:
        for day, users in ((0, 0), (10, 20), (30, 60)):
            read_on = dt.date(2026, 3, 2) + dt.timedelta(days=day)
            counted = {"tool": "DUI", "read_on": read_on, "users": users, "population": 100}
            records.create(session, ADOPTION, counted)

    gate.run("Write", write)
    (found,) = gate.read(adoptions)
    assert (found.tool, found.group, len(found.counts)) == ("DUI", "", 3)
    assert found.half_on == dt.date(2026, 3, 27)
    assert found.curve is None
