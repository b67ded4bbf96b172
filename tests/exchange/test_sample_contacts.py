"""The contact lists shipped beside the sample mission: messy, and taken over whole."""

from collections.abc import Callable
from importlib.resources import as_file
from pathlib import Path

import pytest

from entente.domain.actor import ACTOR, ORGANISATION
from entente.exchange.apply import Counts, apply, gather
from entente.exchange.mapping import guess
from entente.exchange.plan import Decision, Plan
from entente.exchange.preview import prepare
from entente.exchange.readers import read_table
from entente.exchange.table import Table
from entente.services import records
from entente.store.gate import Gate
from entente_resources import resource
from tests.conftest import FixedClock, confluent_gate


@pytest.fixture
def confluent(clock: FixedClock) -> Gate:
    return confluent_gate(clock)


def contacts(suffix: str) -> Table:
    with as_file(resource(f"sample/contacts{suffix}")) as path:
        return read_table(path, ACTOR)


def plan_for(gate: Gate, table: Table) -> Plan:
    existing = gate.read(lambda session: gather(session, ACTOR))
    return prepare(table, guess(ACTOR, table.headings), existing)


def carry_out(gate: Gate, plan: Plan) -> Counts:
    counts: list[Counts] = []
    gate.run("Import", lambda session: counts.append(apply(session, plan)))
    return counts[0]


def test_the_list_is_as_a_client_s_spreadsheet_saved_it() -> None:
    data = resource("sample/contacts.csv").read_bytes()
    assert data.startswith(b";;;")
    assert "Aliénor".encode("cp1252") in data
    assert contacts(".csv").heading_row == 2


def test_it_is_taken_over_with_its_two_acquaintances(confluent: Gate) -> None:
    plan = plan_for(confluent, contacts(".csv"))
    assert plan.problems == ()
    assert plan.remarks[0].text == "This column is left out: Civilité."
    met = [row for row in plan.rows if row.decision is Decision.UPDATE]
    labels = confluent.read(lambda session: records.labels(session, ACTOR))
    assert [labels[row.key] for row in met] == ["A08 Noémie Lavandier", "A11 Hippolyte Versoir"]
    assert carry_out(confluent, plan) == Counts(created=22, updated=2, skipped=0, related=3)
    actors = confluent.read(lambda session: records.list_rows(session, ACTOR)).dicts()
    named = {row["name"]: row for row in actors}
    assert len(named) == 40
    assert named["Noémie Lavandier"]["phone"] == "04 65 71 04 08, 06 39 98 04 08"
    assert named["Ségolène Jonquille"]["notes"] == (
        "À inviter aux points d’étape ;\ndemande un compte rendu court."
    )


def test_its_organisations_are_those_of_the_mission_where_they_are_known(confluent: Gate) -> None:
    before = confluent.read(lambda session: records.count(session, ORGANISATION))
    carry_out(confluent, plan_for(confluent, contacts(".csv")))
    names = confluent.read(lambda session: records.titles(session, ORGANISATION)).values()
    assert len(names) == before + 3
    assert {name for name in names if "Sorlin" in name} == {"Maison des aidants du Sorlin"}


def test_importing_it_twice_adds_nothing(confluent: Gate) -> None:
    carry_out(confluent, plan_for(confluent, contacts(".csv")))
    assert carry_out(confluent, plan_for(confluent, contacts(".csv"))) == Counts(skipped=24)


def test_the_same_list_as_a_workbook_says_the_same(
    confluent: Gate, make_book: Callable[..., Path]
) -> None:
    table = contacts(".csv")
    path = make_book("contacts.xlsx", [], list(table.headings), *map(list, table.rows))
    twin = read_table(path)
    assert (twin.headings, twin.first_row) == (table.headings, table.first_row)
    assert [row.values for row in plan_for(confluent, twin).rows] == [
        row.values for row in plan_for(confluent, table).rows
    ]


def test_the_cards_of_a_telephone_are_taken_over(confluent: Gate) -> None:
    plan = plan_for(confluent, contacts(".vcf"))
    assert plan.problems == ()
    assert [row.values["name"] for row in plan.rows] == [
        "Théodora Valserine",
        "Aristide Corbeyran",
        "Mélisande Prunier-Aster",
    ]
    assert carry_out(confluent, plan) == Counts(created=3, related=2)
