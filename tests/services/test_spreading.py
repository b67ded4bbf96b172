"""What is handed over, shared and learned, told by hand."""

import datetime as dt
from functools import partial

from entente.domain.actor import ACTOR
from entente.domain.change.spreading import LESSON, SHARING, SKILL_TRANSFER
from entente.domain.confidentiality import PUBLIC
from entente.domain.difficulty import DIFFICULTY
from entente.domain.interaction import INTERACTION
from entente.domain.ten_causes import DIFFICULTY_CAUSE
from entente.services import lessons, records
from entente.services.learning import Month, communities, found_community
from entente.services.skills import Mark, reach, skills
from entente.store.gate import Gate
from entente.store.session import Session


def test_the_skills_of_the_sample_are_those_of_the_source(confluent: Gate) -> None:
    found = confluent.read(skills)
    assert [
        (each.ref, each.giver_name, each.taker_name, each.level) for each in found.transfers
    ] == [
        ("TC1", "Apolline Quartzet", "Tancrède Boulonnier", 3),
        ("TC2", "Apolline Quartzet", "Rosalie Pâquerin", 2),
        ("TC3", "Sidonie Claviérat", "Barnabé Trémolin", 2),
    ]
    assert found.done == 1
    assert [len(line) for line in found.lines.values()] == [2, 1]
    assert [mark.level for mark in found.transfers[0].marks] == [1, 3]
    held = {each.skill: each.name for each in found.alone}
    # Two hold this one, and A09 now sets forms up alone as A12 does.
    assert not {"organisation des tournées", "paramétrage des formulaires"} & set(held)
    assert held["RGPD"] == "Philomène Grisaille"
    before = confluent.read(partial(skills, on=dt.date(2026, 5, 1)))
    assert [each.level for each in before.transfers] == [1, 1, None]
    seen = confluent.read(partial(skills, audience=PUBLIC))
    assert [each.ref for each in seen.transfers] == ["TC1", "TC2"]
    assert "Quartzet" not in repr(seen)


def test_a_level_is_added_to_a_transfer_or_begins_one(gate: Gate) -> None:
    def write(session: Session) -> None:
        one, two = (records.create(session, ACTOR, {"name": name}) for name in "ab")
        records.change(session, ACTOR, one, {"expertise": "Soudure, soudure , RGPD"})
        reach(session, ("Soudure", one, two), 1)
        reach(session, ("soudure", one, two), 2)
        reach(session, ("Tri", "", two), 0)

    gate.run("Write", write)
    found = gate.read(skills)
    assert [(each.skill, each.level) for each in found.transfers] == [("Soudure", 2), ("Tri", 0)]
    assert [mark.level for mark in found.transfers[0].marks] == [1, 2]
    assert found.transfers[1].marks == (Mark(dt.date(2026, 6, 10), 0, ""),)
    assert [(each.skill, each.name, each.is_on_its_way) for each in found.alone] == [
        ("Soudure", "a", True),
        ("RGPD", "a", False),
    ]
    key = found.transfers[0].id
    gate.run("Alone", lambda s: records.rate(s, SKILL_TRANSFER, key, {"level": 3}))
    assert [each.skill for each in gate.read(skills).alone] == ["RGPD"]


def test_a_community_is_counted_month_by_month(gate: Gate, confluent: Gate) -> None:
    def write(session: Session) -> None:
        key = found_community(session, "Cercle")
        for day in (dt.date(2025, 12, 30), dt.date(2026, 2, 1), dt.date(2026, 2, 28)):
            meeting = {"subject": "x", "held_on": day, "kind": "meeting", "group_id": key}
            records.create(session, INTERACTION, meeting)
        for shared_on in (dt.date(2026, 2, 3), None):
            told = {"title": "x", "group_id": key, "shared_on": shared_on}
            records.create(session, SHARING, told)
        records.create(session, SHARING, {"title": "elsewhere"})

    gate.run("Write", write)
    (found,) = gate.read(communities)
    assert found.months == (
        Month(dt.date(2025, 12, 1), 1, 0),
        Month(dt.date(2026, 1, 1), 0, 0),
        Month(dt.date(2026, 2, 1), 2, 1),
    )
    assert len(found.sharings) == 2
    (seen,) = confluent.read(partial(communities, audience=PUBLIC))
    # Of its five members one is for the mediator alone.
    assert len(seen.group.members) == 4
    assert seen.months == (Month(dt.date(2026, 5, 1), 0, 3),)


def test_a_difficulty_becomes_a_lesson_that_goes_no_further(gate: Gate) -> None:
    def write(session: Session) -> None:
        values = {
            "title": "Named",
            "revealed": "Nobody had counted.",
            "solution": "Count first.",
            "lesson_level": "sponsor",
        }
        key = records.create(session, DIFFICULTY, values)
        for cause, weight, level in (
            ("terms", 2, "sponsor"),
            ("money", 3, "mediator"),
            ("time", 1, "public"),
        ):
            part = {"difficulty_id": key, "cause": cause, "weight": weight}
            records.create(session, DIFFICULTY_CAUSE, {**part, "confidentiality": level})
        records.create(session, DIFFICULTY, {"title": "It taught nothing yet"})

    gate.run("Write", write)
    (one,) = gate.read(lessons.untold)
    gate.run("Learn", lambda s: lessons.learn(s, one.id))
    assert gate.read(lessons.untold) == ()
    (made,) = gate.read(partial(records.list_rows, record_type=LESSON)).dicts()
    assert (made["title"], made["happened"]) == (
        "Count first.",
        "Nobody had counted.\nCount first.",
    )
    # The weightiest is for the mediator alone, and this is not.
    assert (made["cause"], made["confidentiality"]) == ("terms", "sponsor")
    assert made["learned_on"] == dt.date(2026, 6, 10)


def test_a_difficulty_that_taught_nothing_says_its_title_to_the_mediator(gate: Gate) -> None:
    gate.run("Write", lambda s: records.create(s, DIFFICULTY, {"title": "Silence"}))
    assert gate.read(lessons.untold) == ()
    (row,) = gate.read(partial(records.list_rows, record_type=DIFFICULTY)).dicts()
    gate.run("Learn", lambda s: lessons.learn(s, row["id"]))
    (made,) = gate.read(partial(records.list_rows, record_type=LESSON)).dicts()
    assert (made["title"], made["confidentiality"]) == ("Silence", "mediator")
