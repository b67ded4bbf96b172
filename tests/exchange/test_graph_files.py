"""The map written for other programs, and its way back."""

import csv
import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import openpyxl
import pytest

from entente.domain.actor import ACTOR
from entente.domain.confidentiality import MEDIATOR, PUBLIC, SPONSOR
from entente.domain.relation import RELATION
from entente.exchange.apply import apply_graph, gather_graph
from entente.exchange.graph_files import write_graph
from entente.exchange.graph_plan import prepare_graph
from entente.exchange.graph_source import read_source
from entente.exchange.kumu import write_lists
from entente.services import records, relation_map
from entente.services.relation_map import RelationMap, Wish
from entente.store.gate import Gate
from tests.conftest import FixedClock, confluent_gate

FILES = ["m.graphml", "m.gexf", "m.xlsx", "m.csv"]


@pytest.fixture(scope="module")
def mission() -> Gate:
    """The sample, to be read and never changed."""
    return confluent_gate(FixedClock())


def shown(gate: Gate, **wish: Any) -> RelationMap:  # noqa: ANN401  # of whatever field
    return gate.read(lambda session: relation_map.read(session, Wish(**wish)))


def write(path: Path, drawn: RelationMap, code: str = "fr") -> None:
    (write_graph if path.suffix in {".graphml", ".gexf"} else write_lists)(path, drawn, code)


def take(gate: Gate, path: Path) -> None:
    plan = prepare_graph(read_source(path), gate.read(gather_graph))
    gate.run("Import", lambda session: apply_graph(session, plan))


def people(gate: Gate) -> dict[str, dict[str, Any]]:
    table = gate.read(lambda session: records.list_rows(session, ACTOR)).dicts()
    return {
        row["name"]: {name: row[name] for name in ("ref", "role", "camp", "power", "interest")}
        for row in table
    }


def ties(gate: Gate) -> set[tuple[Any, ...]]:
    names = gate.read(lambda session: records.titles(session, ACTOR))
    table = gate.read(lambda session: records.list_rows(session, RELATION)).dicts()
    told = ("ref", "kind", "quality", "dependence", "dependence_back", "frequency", "need")
    return {
        (
            *(names[row["from_id"]], names[row["to_id"]], bool(row["one_way"])),
            *(row[name] for name in told),
        )
        for row in table
    }


@pytest.mark.parametrize("code", ["fr", "en"])
@pytest.mark.parametrize("name", FILES)
def test_what_was_written_comes_back_the_same(
    mission: Gate, gate: Gate, tmp_path: Path, name: str, code: str
) -> None:
    path = tmp_path / name
    write(path, shown(mission), code)
    take(gate, path)
    assert ties(gate) == ties(mission)
    if name != "m.csv":  # which holds connections alone
        assert people(gate) == people(mission)


@pytest.mark.parametrize("name", FILES)
def test_bringing_it_back_where_it_came_from_changes_nothing(
    mission: Gate, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    write(path, shown(mission))
    assert prepare_graph(read_source(path), mission.read(gather_graph)).does_nothing


@pytest.mark.parametrize(
    ("name", "read"), [("m.graphml", nx.read_graphml), ("m.gexf", nx.read_gexf)]
)
def test_networkx_reads_the_same_graph(
    mission: Gate, tmp_path: Path, name: str, read: Callable[[Path], nx.Graph]
) -> None:
    drawn = shown(mission)
    write(tmp_path / name, drawn, "en")
    graph = read(tmp_path / name)
    refs = {actor.id: actor.ref for actor in drawn.actors}
    edges = {frozenset((refs[each.from_id], refs[each.to_id])) for each in drawn.relations}
    assert set(graph.nodes) == set(refs.values())
    assert {frozenset(edge[:2]) for edge in graph.edges} == edges
    assert graph.number_of_edges() == len(drawn.relations)
    assert graph.nodes["A11"]["label"] == "Hippolyte Versoir"
    assert graph.nodes["A11"]["Power"] == 4.0


def test_openpyxl_reads_kumus_two_sheets(mission: Gate, tmp_path: Path) -> None:
    write(tmp_path / "m.xlsx", shown(mission))
    book = openpyxl.load_workbook(tmp_path / "m.xlsx")
    assert book.sheetnames == ["Elements", "Connections"]
    elements, connections = book.worksheets
    assert [cell.value for cell in elements[1]][:4] == ["Label", "Type", "Description", "Tags"]
    headings = ["From", "To", "Direction", "Type", "Strength", "Description"]
    assert [cell.value for cell in connections[1]][:6] == headings
    assert (elements.max_row, connections.max_row) == (19, 39)


@pytest.mark.parametrize("name", FILES)
def test_a_formula_stays_a_text(gate: Gate, tmp_path: Path, name: str) -> None:
    def fill(session: Any) -> None:  # noqa: ANN401  # a session
        first = records.create(session, ACTOR, {"name": "=1+1", "notes": "@SUM(A1)"})
        second = records.create(session, ACTOR, {"name": "<b>&\"x'"})
        records.create(session, RELATION, {"from_id": first, "to_id": second, "notes": "-2+3"})

    gate.run("Fill", fill)
    path = tmp_path / name
    write(path, shown(gate))
    assert prepare_graph(read_source(path), gate.read(gather_graph)).does_nothing
    if path.suffix == ".xlsx":
        cells = [cell for sheet in openpyxl.load_workbook(path) for row in sheet for cell in row]
        assert not any(cell.data_type == "f" for cell in cells)
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            texts = [cell for row in csv.reader(file, delimiter=";") for cell in row]
        assert not any(text.startswith(("=", "@")) for text in texts)


def test_an_empty_mission_gives_empty_files(gate: Gate, tmp_path: Path) -> None:
    for name in FILES:
        write(tmp_path / name, shown(gate))
    assert nx.read_graphml(tmp_path / "m.graphml").number_of_nodes() == 0
    assert nx.read_gexf(tmp_path / "m.gexf").number_of_nodes() == 0


def test_a_reader_gets_only_relations_they_may_know_of(mission: Gate) -> None:
    public, everything = shown(mission, audience=PUBLIC), shown(mission, audience=MEDIATOR)
    assert 0 < len(public.relations) < len(everything.relations)
    assert all(each.quality is None for each in public.relations)
    known = {actor.id for actor in shown(mission, audience=SPONSOR).actors}
    assert all(
        {each.from_id, each.to_id} <= known for each in shown(mission, audience=SPONSOR).relations
    )


def test_pseudonyms_stand_for_names_everywhere(mission: Gate, tmp_path: Path) -> None:
    drawn = shown(mission, pseudonymised=True)
    names = [row["name"] for row in people_of(mission)]
    for name in FILES:
        path = tmp_path / name
        write(path, drawn)
        source = read_source(path)
        told = repr((source.actors and source.actors.rows, source.relations))
        assert [each for each in names if each in told or each.split()[-1] in told] == []
        assert "@" not in told


def people_of(gate: Gate) -> list[dict[str, Any]]:
    return gate.read(lambda session: records.list_rows(session, ACTOR)).dicts()


def test_the_map_of_a_day_holds_the_ratings_of_that_day(mission: Gate) -> None:

    def quality(day: dt.date | None) -> int | None:
        drawn = shown(mission, on=day)
        refs = {actor.id: actor.ref for actor in drawn.actors}
        wanted = ("A01", "A04")
        return next(
            each.quality
            for each in drawn.relations
            if (refs[each.from_id], refs[each.to_id]) == wanted
        )

    assert (quality(dt.date(2026, 3, 1)), quality(None)) == (1, -1)
