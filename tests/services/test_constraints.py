"""Who bears what, who knows of it, and what is asked of what people share."""

import datetime as dt

import pytest

from entente.domain.actor import ACTOR
from entente.domain.confidentiality import PUBLIC, Level
from entente.domain.constraints import CONSTRAINT, RESOURCE_DEMAND, SHARED_RESOURCE
from entente.domain.difficulty import DIFFICULTY
from entente.domain.party import PARTY
from entente.domain.records import LEVEL_FIELD
from entente.domain.review import TENSION
from entente.domain.sprint import SPRINT
from entente.errors import InvalidValueError, RecordMissingError
from entente.services import constraints, records, shared_resources
from entente.store.gate import Gate
from entente.store.session import Session


@pytest.fixture
def keys(gate: Gate) -> dict[str, str]:
    found: dict[str, str] = {}

    def write(session: Session) -> None:
        for name in "AB":
            found[name] = records.create(session, ACTOR, {"name": name})
        for title, bearer in (("Toilettes à 8 h", "A"), ("Saisie à 8 h", "B")):
            values = {"title": title, "actor_id": found[bearer], "nature": "human"}
            found[title] = records.create(session, CONSTRAINT, values)

    gate.run("Write", write)
    return found


def test_a_clash_is_unseen_until_both_know(gate: Gate, keys: dict[str, str]) -> None:
    one, other = keys["Toilettes à 8 h"], keys["Saisie à 8 h"]
    gate.run("Oppose", lambda s: constraints.oppose(s, one, other, "même heure"))
    gate.run("Again", lambda s: constraints.oppose(s, other, one))
    found = gate.read(constraints.constraint_map)
    (clash,) = found.clashes
    assert clash.is_unseen
    assert len(found.lonely) == 2
    gate.run("Tell", lambda s: constraints.tell(s, one, keys["B"], knows=True))
    assert gate.read(constraints.constraint_map).clashes[0].is_unseen
    gate.run("Tell", lambda s: constraints.tell(s, other, keys["A"], knows=True))
    seen = gate.read(constraints.constraint_map)
    assert not seen.clashes[0].is_unseen
    assert seen.lonely == ()
    gate.run("Untell", lambda s: constraints.tell(s, other, keys["A"], knows=False))
    assert gate.read(constraints.constraint_map).clashes[0].is_unseen


def test_a_constraint_clashes_with_another_one(gate: Gate, keys: dict[str, str]) -> None:
    one = keys["Saisie à 8 h"]
    with pytest.raises(InvalidValueError):
        gate.run("Oppose", lambda s: constraints.oppose(s, one, one))
    with pytest.raises(RecordMissingError):
        gate.run("Oppose", lambda s: constraints.oppose(s, one, "nothing"))
    with pytest.raises(RecordMissingError):
        gate.run("Tell", lambda s: constraints.tell(s, one, "nobody", knows=True))


def test_who_knows_of_it_is_read_by_who_reads_it(gate: Gate, keys: dict[str, str]) -> None:
    one = keys["Saisie à 8 h"]
    public = {LEVEL_FIELD: Level.PUBLIC.value}
    gate.run("Show", lambda s: records.change(s, CONSTRAINT, one, public))
    gate.run("Tell", lambda s: constraints.tell(s, one, keys["A"], knows=True))
    seen = gate.read(lambda s: constraints.constraint_map(s, PUBLIC))
    assert [(each.title, len(each.known_by)) for each in seen.constraints] == [("Saisie à 8 h", 2)]
    assert "B" not in {each.bearer_name for each in seen.constraints}


def test_more_than_there_is_is_asked_in_one_sprint_alone(gate: Gate) -> None:
    def write(session: Session) -> None:
        first, second = (
            records.create(
                session,
                SPRINT,
                {
                    "name": name,
                    "starts_on": dt.date(2026, 3, day),
                    "ends_on": dt.date(2026, 3, day + 4),
                },
            )
            for name, day in (("S1", 2), ("S2", 9))
        )
        room = {"name": "Salle", "kind": "room", "unit": "demi-journées", "capacity": 4.0}
        key = records.create(session, SHARED_RESOURCE, room)
        for sprint, amount in ((first, 2.5), (first, 2.0), (second, 4.0)):
            asked = {"resource_id": key, "sprint_id": sprint, "amount": amount}
            records.create(session, RESOURCE_DEMAND, asked)
        untold = records.create(session, SHARED_RESOURCE, {"name": "Référent"})
        asked = {"resource_id": untold, "sprint_id": first, "amount": 9.0}
        records.create(session, RESOURCE_DEMAND, asked)

    gate.run("Write", write)
    found = gate.read(shared_resources.allocation)
    room, person = found.resources
    first, second = found.sprints
    assert (room.uses[first].asked, room.uses[first].excess) == (4.5, 0.5)
    assert room.uses[second].asked == 4
    assert found.over == ((room.id, first),)
    assert not person.uses[first].is_over


def test_the_map_of_the_sample_is_that_counted_by_hand(confluent: Gate) -> None:
    found = confluent.read(constraints.constraint_map)
    refs = {each.id: each.ref for each in found.constraints}
    assert list(refs.values()) == ["CT1", "CT2", "CT3", "CT4", "CT5", "CT6"]
    assert [each.ref for each in found.lonely] == ["CT5"]
    clashes = [(refs[each.one], refs[each.other], each.is_unseen) for each in found.clashes]
    assert clashes == [("CT1", "CT2", True), ("CT3", "CT4", False)]


def test_one_resource_of_the_sample_is_asked_for_too_much(confluent: Gate) -> None:
    found = confluent.read(shared_resources.allocation)
    room, person = found.resources
    asked = [[each.uses[sprint].asked for sprint in found.sprints] for each in (room, person)]
    assert asked == [[4, 8, 4], [4, 9, 10]]
    second = list(found.sprints)[1]
    assert found.over == ((room.id, second),)
    assert room.uses[second].excess == 2


def test_a_clash_is_noted_once_as_a_difficulty_of_its_bearers(
    gate: Gate, keys: dict[str, str]
) -> None:
    one, other = keys["Toilettes à 8 h"], keys["Saisie à 8 h"]
    made: list[str] = []
    gate.run("Oppose", lambda s: made.append(constraints.oppose(s, one, other, "même heure")))
    for _time in range(2):
        gate.run("Note", lambda s: made.append(constraints.to_difficulty(s, made[0])))
    assert made[1] == made[2]
    row = gate.read(lambda s: records.get(s, DIFFICULTY, made[1]))
    assert (row["title"], row["notes"]) == ("Toilettes à 8 h / Saisie à 8 h", "même heure")
    parties = gate.read(lambda s: records.list_rows(s, PARTY).dicts())
    assert {each["actor_id"] for each in parties} == {keys["A"], keys["B"]}
    assert gate.read(constraints.constraint_map).clashes[0].difficulty == made[1]


def test_too_much_asked_is_noted_once_as_a_tension_while_it_is_open(own_confluent: Gate) -> None:
    gate = own_confluent
    ((room, second),) = gate.read(shared_resources.allocation).over
    made: list[str] = []
    for _time in range(2):
        gate.run("Note", lambda s: made.append(shared_resources.to_tension(s, room, second)))
    assert made[0] == made[1]
    row = gate.read(lambda s: records.get(s, TENSION, made[0]))
    assert row["title"] == "Salle de formation de l’EHPAD: more is asked than there is"
    assert (row["desired"], row["actual"]) == (
        "6 demi-journées available",
        "8 demi-journées asked",
    )
    settled = {"status": "settled"}
    gate.run("Settle", lambda s: records.change(s, TENSION, made[0], settled))
    assert gate.read(shared_resources.tensions) == {}
    gate.run("Ask", lambda s: shared_resources.ask(s, room, second, {"amount": 0.5}))
    assert gate.read(shared_resources.allocation).resources[0].uses[second].excess == 2.5
    with pytest.raises(InvalidValueError):
        gate.run("Ask", lambda s: shared_resources.ask(s, room, second, {"amount": -1}))
