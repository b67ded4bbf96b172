"""What the form of a record shows, for the mediator and for a projected screen."""

import pytest

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.confidentiality import PUBLIC
from entente.domain.difficulty import DIFFICULTY
from entente.domain.note import NOTE
from entente.domain.party import PARTY
from entente.domain.relation import RELATION
from entente.services import records, sheets
from entente.store.gate import Gate
from entente.store.session import Session


@pytest.fixture
def filled(gate: Gate) -> Gate:
    """Two actors, one of them public, with a relation, an organisation and a difficulty."""

    def fill(session: Session) -> None:
        create = records.create
        clinic = create(session, ORGANISATION, {"name": "Clinique", "confidentiality": "public"})
        odile = {"name": "Odile", "role": "Directrice", "organisation_id": clinic, "power": 4}
        first = create(session, ACTOR, {**odile, "confidentiality": "public"})
        second = create(session, ACTOR, {"name": "Anselme", "role": "DSI"})
        create(session, RELATION, {"from_id": first, "to_id": second, "quality": -1})
        quarrel = create(session, DIFFICULTY, {"title": "Reprise"})
        create(session, PARTY, {"difficulty_id": quarrel, "actor_id": first})
        create(session, NOTE, {"difficulty_id": quarrel, "text": "Note", "actor_id": first})

    gate.run("Fill", fill)
    return gate


def key_of(gate: Gate, name: str) -> str:
    return gate.read(lambda s: records.find(s, ACTOR, name))


def test_a_sheet_holds_values_ratings_and_all_that_points_there(filled: Gate) -> None:
    key = key_of(filled, "Odile")
    sheet = filled.read(lambda s: sheets.read(s, ACTOR, key))
    assert sheet is not None
    assert sheet.values["role"] == "Directrice"
    assert [rating.values["power"] for rating in sheet.ratings] == [4.0]
    found = {(one.record_type.name, one.field.name): one.count for one in sheet.referrers}
    assert found["relation", "from_id"] == 1
    assert found["relation", "to_id"] == 0
    assert found["party", "actor_id"] == 1
    assert found["note", "actor_id"] == 1


def test_it_names_what_it_mentions_and_nothing_else(filled: Gate) -> None:
    key = key_of(filled, "Odile")
    sheet = filled.read(lambda s: sheets.read(s, ACTOR, key))
    assert sheet is not None
    assert set(sheet.names["organisation"].values()) == {"Clinique"}
    assert set(sheet.names["actor"].values()) == {"Odile", "Anselme"}
    assert set(sheet.names["difficulty"].values()) == {"Reprise"}


def test_what_is_gone_has_no_sheet(filled: Gate) -> None:
    assert filled.read(lambda s: sheets.read(s, ACTOR, "none")) is None


def test_a_projected_sheet_has_no_private_part_and_no_name(filled: Gate) -> None:
    odile, anselme = key_of(filled, "Odile"), key_of(filled, "Anselme")
    assert filled.read(lambda s: sheets.read(s, ACTOR, anselme, PUBLIC)) is None
    sheet = filled.read(lambda s: sheets.read(s, ACTOR, odile, PUBLIC))
    assert sheet is not None
    assert sheet.values["name"] == "Directrice"
    assert sheet.ratings == ()
    assert not any(one.count for one in sheet.referrers)
    assert "Odile" not in str(sheet)


def test_several_records_have_in_common_what_is_alike(filled: Gate) -> None:
    keys = [key_of(filled, "Odile"), key_of(filled, "Anselme"), "none"]
    common = filled.read(lambda s: sheets.read_common(s, ACTOR, keys))
    assert common is not None
    assert {"name", "role", "organisation_id", "power", "confidentiality"} <= common.differing
    assert "camp" not in common.differing
    assert filled.read(lambda s: sheets.read_common(s, ACTOR, ["none"])) is None


def test_a_sheet_knows_the_tables_it_depends_on() -> None:
    tables = sheets.tables_of(ACTOR)
    assert {"actor", "actor_rating", "organisation", "relation", "relation_rating"} <= tables
    assert {"party", "note", "difficulty"} <= tables
    assert "mission" not in tables


def test_what_is_added_elsewhere_does_not_concern_a_sheet(gate: Gate) -> None:
    first = gate.run("Add", lambda s: records.create(s, ACTOR, {"name": "One"}))
    key = first.changes[0].id
    other = gate.run("Add", lambda s: records.create(s, ACTOR, {"name": "Two", "power": 3}))
    assert not sheets.concerns(other, ACTOR, [key])
    two = next(change.id for change in other.changes if change.table == "actor")
    rated = gate.run("Rate", lambda s: s.rate(ACTOR, two, {"power": 4}))
    assert sheets.concerns(rated, ACTOR, [key])  # the other may be named there with its score
    tied = {"from_id": two, "to_id": key, "kind": "informal"}
    assert sheets.concerns(
        gate.run("Tie", lambda s: records.create(s, RELATION, tied)), ACTOR, [key]
    )
    undone = gate.undo()
    assert undone is not None
    assert sheets.concerns(undone, ACTOR, [key])
