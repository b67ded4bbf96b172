from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.confidentiality import PUBLIC
from entente.domain.records import RecordType
from entente.domain.relation import RELATION
from entente.errors import ImportRefusedError
from entente.exchange.apply import Counts, apply, gather, reference_texts
from entente.exchange.mapping import guess
from entente.exchange.plan import Plan
from entente.exchange.preview import prepare
from entente.exchange.readers import read_table
from entente.services import records
from entente.store.gate import Gate
from entente.store.session import Session

MakeFile = Callable[[str, bytes | str], Path]


def plan_for(gate: Gate, path: Path, record_type: RecordType) -> Plan:
    table = read_table(path, record_type)
    existing = gate.read(lambda session: gather(session, record_type))
    return prepare(table, guess(record_type, table.headings), existing)


def carry_out(gate: Gate, plan: Plan) -> Counts:
    counts: list[Counts] = []
    gate.run("Import", lambda session: counts.append(apply(session, plan)))
    return counts[0]


def rows(gate: Gate, record_type: RecordType) -> list[dict[str, Any]]:
    return gate.read(lambda session: records.list_rows(session, record_type)).dicts()


@pytest.fixture
def actors(gate: Gate) -> Gate:
    def fill(session: Session) -> None:
        home = records.create(session, ORGANISATION, {"name": "Logiprisme SAS"})
        values = {"name": "Hippolyte Versoir", "organisation_id": home, "power": 4.0}
        records.create(session, ACTOR, values)
        records.create(session, ACTOR, {"name": "Noémie Lavandier", "confidentiality": "public"})

    gate.run("Fill", fill)
    return gate


LIST = """Nom;Fonction;Structure;Pouvoir
VERSOIR Hippolyte;Directeur de projet;Logiprisme SAS;3,5
Noémie Lavandier;;;
Odile Tisserine;Directrice;EHPAD;4
Mireille Campanule;Directrice;EHPAD;
"""


def test_an_import_creates_updates_and_leaves_alone(actors: Gate, make_file: MakeFile) -> None:
    counts = carry_out(actors, plan_for(actors, make_file("a.csv", LIST), ACTOR))
    assert counts == Counts(created=2, updated=1, skipped=1, related=1)
    found = {row["ref"]: row for row in rows(actors, ACTOR)}
    assert found["A01"]["name"] == "Hippolyte Versoir"
    assert (found["A01"]["role"], found["A01"]["power"]) == ("Directeur de projet", 3.5)
    assert (found["A03"]["name"], found["A03"]["power"]) == ("Odile Tisserine", 4.0)
    assert found["A03"]["confidentiality"] == "mediator"
    assert found["A04"]["organisation_id"] == found["A03"]["organisation_id"]
    assert [row["name"] for row in rows(actors, ORGANISATION)] == ["Logiprisme SAS", "EHPAD"]


def test_a_score_is_added_to_the_history(actors: Gate, make_file: MakeFile) -> None:
    carry_out(actors, plan_for(actors, make_file("a.csv", LIST), ACTOR))
    history = actors.read(lambda session: records.ratings(session, ACTOR))
    by_record: dict[str, list[Any]] = {}
    for rating in history:
        by_record.setdefault(rating.record_id, []).append(rating.values["power"])
    assert sorted(by_record.values()) == [[4.0], [4.0, 3.5]]
    assert {rating.confidentiality for rating in history} == {"mediator"}


def test_importing_the_same_list_again_changes_nothing(actors: Gate, make_file: MakeFile) -> None:
    path = make_file("a.csv", LIST)
    carry_out(actors, plan_for(actors, path, ACTOR))
    before = rows(actors, ACTOR)
    assert carry_out(actors, plan_for(actors, path, ACTOR)) == Counts(skipped=4)
    assert rows(actors, ACTOR) == before


def test_an_import_is_one_step_to_undo(actors: Gate, make_file: MakeFile) -> None:
    before = rows(actors, ACTOR), rows(actors, ORGANISATION)
    carry_out(actors, plan_for(actors, make_file("a.csv", LIST), ACTOR))
    actors.undo()
    assert (rows(actors, ACTOR), rows(actors, ORGANISATION)) == before


def test_a_list_with_a_problem_changes_nothing(actors: Gate, make_file: MakeFile) -> None:
    before = rows(actors, ACTOR), rows(actors, ORGANISATION)
    plan = plan_for(actors, make_file("a.csv", LIST + "Anselme Ferrage;;DSI;9\n"), ACTOR)
    with pytest.raises(ImportRefusedError, match="between 1 and 5") as refused:
        carry_out(actors, plan)
    assert (refused.value.row, refused.value.column) == (6, "Pouvoir (D)")
    assert (rows(actors, ACTOR), rows(actors, ORGANISATION)) == before


def test_references_that_come_along_are_kept_and_not_given_out_again(
    actors: Gate, make_file: MakeFile
) -> None:
    text = "Ref;Nom\nA40;Odile\n;Firmin\nA2;Noémie L.\n"
    carry_out(actors, plan_for(actors, make_file("a.csv", text), ACTOR))
    assert {row["ref"]: row["name"] for row in rows(actors, ACTOR)} == {
        "A01": "Hippolyte Versoir",
        "A02": "Noémie L.",
        "A40": "Odile",
        "A41": "Firmin",
    }


def test_relations_find_their_actors(actors: Gate, make_file: MakeFile) -> None:
    text = "De;À;Type;Qualité\nA01;Noémie Lavandier;contractual;-1\n"
    path = make_file("r.csv", text)
    assert carry_out(actors, plan_for(actors, path, RELATION)) == Counts(created=1)
    keys = {row["ref"]: row["id"] for row in rows(actors, ACTOR)}
    (relation,) = rows(actors, RELATION)
    ends = relation["from_id"], relation["to_id"]
    assert (ends, relation["quality"]) == ((keys["A01"], keys["A02"]), -1)
    assert carry_out(actors, plan_for(actors, path, RELATION)) == Counts(skipped=1)


def test_ten_thousand_actors_are_one_step(gate: Gate, make_file: MakeFile) -> None:
    lines = "".join(f"Odile {number};Org {number % 20};3\n" for number in range(10_000))
    plan = plan_for(gate, make_file("a.csv", f"Nom;Structure;Pouvoir\n{lines}"), ACTOR)
    assert carry_out(gate, plan) == Counts(created=10_000, related=20)
    gate.undo()
    assert rows(gate, ACTOR) == []


def test_references_are_written_as_names_a_person_reads(actors: Gate) -> None:
    def add(session: Session) -> None:
        records.create(session, ACTOR, {"name": "noémie lavandier"})

    keys = {row["ref"]: row["id"] for row in rows(actors, ACTOR)}
    texts = actors.read(lambda session: reference_texts(session, RELATION))
    assert (texts[keys["A01"]], texts[keys["A02"]]) == ("Hippolyte Versoir", "Noémie Lavandier")
    actors.run("Homonym", add)
    texts = actors.read(lambda session: reference_texts(session, RELATION))
    assert (texts[keys["A01"]], texts[keys["A02"]]) == ("Hippolyte Versoir", "A02")


def test_references_name_nobody_the_audience_may_not_know(actors: Gate) -> None:
    keys = {row["ref"]: row["id"] for row in rows(actors, ACTOR)}
    texts = actors.read(lambda session: reference_texts(session, RELATION, PUBLIC))
    assert texts == {keys["A02"]: "Noémie Lavandier"}
