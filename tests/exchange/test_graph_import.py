"""Actors and relations taken over together: graphs, and workbooks of two sheets."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from entente.domain.actor import ACTOR
from entente.domain.records import RecordType
from entente.domain.relation import RELATION
from entente.errors import ImportRefusedError
from entente.exchange.apply import Counts, apply_graph, gather_graph
from entente.exchange.graph_plan import GraphPlan, prepare_graph
from entente.exchange.graph_source import read_both, read_source
from entente.exchange.plan import Decision
from entente.services import records
from entente.store.gate import Gate

MakeFile = Callable[[str, bytes | str], Path]
MakeBook = Callable[..., Path]

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE g [<!ENTITY a "aaaaaaaaaa">'
    '<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    "<{root}><graph><node id='n'>&c;</node></graph></{root}>"
)


def planned(gate: Gate, path: Path) -> GraphPlan:
    return prepare_graph(read_source(path), gate.read(gather_graph))


def take(gate: Gate, path: Path) -> tuple[Counts, Counts]:
    plan = planned(gate, path)
    done: list[tuple[Counts, Counts]] = []
    gate.run("Import", lambda session: done.append(apply_graph(session, plan)))
    return done[0]


def rows(gate: Gate, kind: RecordType) -> list[dict[str, Any]]:
    return gate.read(lambda session: records.list_rows(session, kind)).dicts()


def pairs(gate: Gate) -> set[tuple[str, str]]:
    names = {row["id"]: row["name"] for row in rows(gate, ACTOR)}
    return {(names[row["from_id"]], names[row["to_id"]]) for row in rows(gate, RELATION)}


@pytest.mark.parametrize("suffix", ["graphml", "gexf"])
def test_a_published_network_comes_in_whole_and_only_once(
    gate: Gate, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"karate.{suffix}"
    club = nx.karate_club_graph()
    (nx.write_graphml if suffix == "graphml" else nx.write_gexf)(club, path)
    assert take(gate, path) == (Counts(created=34), Counts(created=78))
    assert pairs(gate) == {(str(one), str(other)) for one, other in club.edges}
    assert take(gate, path) == (Counts(skipped=34), Counts(skipped=78))
    assert len(rows(gate, RELATION)) == 78


def test_it_is_one_step_to_take_back(gate: Gate, tmp_path: Path) -> None:
    path = tmp_path / "karate.graphml"
    nx.write_graphml(nx.karate_club_graph(), path)
    take(gate, path)
    gate.undo()
    assert rows(gate, ACTOR) == rows(gate, RELATION) == []


@pytest.fixture
def kumu(make_book: MakeBook) -> Path:
    return make_book(
        "carte.xlsx",
        Elements=[
            ["Label", "Type", "Description", "Tags", "Organisation", "Influence"],
            ["Odile Tisserine", "direction", "Pilote.", "achats|droit", "Cap-Lisière", "4"],
            ["Noémie Lavandier", "IT", None, None, "Cap-Lisière", 3],
            ["Zoé Éclair", None, None, None, None, None],
        ],
        Connections=[
            ["From", "To", "Direction", "Type", "Strength", "Description"],
            ["Odile Tisserine", "Noémie Lavandier", "directed", "hierarchical", "1", "Vues."],
            ["Zoé Éclair", "Odile Tisserine", "mutual", "informal", -2, None],
        ],
    )


def test_a_workbook_of_two_sheets_brings_actors_and_relations(gate: Gate, kumu: Path) -> None:
    actors, relations = take(gate, kumu)
    assert (actors.created, actors.related, relations.created) == (3, 1, 2)
    odile = rows(gate, ACTOR)[0]
    assert (odile["camp"], odile["power"], odile["expertise"]) == (
        "direction",
        4.0,
        "achats, droit",
    )
    assert odile["notes"] == "Pilote."
    first, second = rows(gate, RELATION)
    assert (first["one_way"], first["quality"], first["kind"]) == (True, 1, "hierarchical")
    assert (second["one_way"], second["quality"], first["notes"]) == (False, -2, "Vues.")


def test_the_order_of_the_sheets_does_not_matter(gate: Gate, make_book: MakeBook) -> None:
    path = make_book(
        "carte.xlsx",
        Liens=[["De", "À"], ["Odile", "Zoé"]],
        Notes=[["Text"], ["x"]],
        Acteurs=[["Nom"], ["Odile"], ["Zoé"]],
    )
    take(gate, path)
    assert pairs(gate) == {("Odile", "Zoé")}


def test_a_relation_told_from_its_other_end_is_the_same(
    gate: Gate, kumu: Path, make_book: MakeBook
) -> None:
    take(gate, kumu)
    again = make_book(
        "encore.xlsx",
        Elements=[["Label"], ["Odile Tisserine"], ["Noémie Lavandier"], ["Zoé Éclair"]],
        Connections=[
            ["From", "To", "Strength", "Dépendance"],
            ["Odile Tisserine", "Zoé Éclair", 2, None],
            ["Noémie Lavandier", "Odile Tisserine", -1, None],
        ],
    )
    assert take(gate, again)[1] == Counts(created=1, updated=1)
    assert pairs(gate) == {
        ("Odile Tisserine", "Noémie Lavandier"),
        ("Zoé Éclair", "Odile Tisserine"),
        ("Noémie Lavandier", "Odile Tisserine"),  # the first of them goes one way only
    }


def test_what_depends_on_what_turns_with_the_relation(gate: Gate, make_book: MakeBook) -> None:
    head = ["From", "To", "The first depends on the second"]
    people = [["Label"], ["Odile"], ["Zoé"]]
    one = make_book("a.xlsx", Elements=people, Connections=[head, ["Odile", "Zoé", 2]])
    take(gate, one)
    other = make_book("b.xlsx", Elements=people, Connections=[head, ["Zoé", "Odile", 1]])
    take(gate, other)
    (row,) = rows(gate, RELATION)
    assert (row["dependence"], row["dependence_back"]) == (2, 1)


def test_a_list_of_connections_alone_brings_those_it_joins(gate: Gate, make_file: MakeFile) -> None:
    path = make_file("liens.csv", "From,To\nOdile,Zoé\nZoé,Hippolyte\n")
    plan = planned(gate, path)
    assert plan.plans[0].remarks[0].text.startswith("Odile is not in")
    assert take(gate, path) == (Counts(created=3), Counts(created=2))


def test_a_list_of_people_alone_is_no_graph_and_still_taken(
    gate: Gate, make_file: MakeFile
) -> None:
    path = make_file("gens.csv", "Label,Type\nOdile,IT\n")
    assert read_both(path) is None
    assert take(gate, path) == (Counts(created=1), Counts())


def test_types_and_weights_of_others_are_no_mistake(gate: Gate, make_book: MakeBook) -> None:
    path = make_book(
        "kumu.xlsx",
        Elements=[["Label", "Type"], ["Odile", "Person"], ["Zoé", "Person"]],
        Connections=[["From", "To", "Type", "Strength"], ["Odile", "Zoé", "reports to", 9]],
    )
    plan = planned(gate, path)
    said = [remark.text for each in plan.plans for remark in each.remarks]
    assert said[0] == "“Type” says nothing we know of Camp; it is kept as Expertise."
    assert "This column is left out: Strength." in said
    take(gate, path)
    assert rows(gate, ACTOR)[0]["expertise"] == "Person"
    assert rows(gate, RELATION)[0]["notes"] == "reports to"


@pytest.mark.parametrize(
    ("connection", "sentence", "row"),
    [
        (["Odile", "Odile"], "A relation joins two different actors.", 2),
        (["Odile", "Personne"], "“Personne” (Actor) is not in this mission.", 2),
        (["Odile", "A99"], "“A99” (Actor) is not in this mission.", 2),
        (["Odile", None], "To is missing.", 2),
        (["Paul", "Odile"], "Several records (Actor) are called “Paul”", 2),
    ],
)
def test_a_bad_connection_refuses_the_file_with_its_place(
    gate: Gate, make_book: MakeBook, connection: list[str], sentence: str, row: int
) -> None:
    path = make_book(
        "carte.xlsx",
        Elements=[["Label", "Role"], ["Odile", None], ["Paul", "Maire"], ["Paul", "Agent"]],
        Connections=[["From", "To"], connection],
    )
    plan = planned(gate, path)
    with pytest.raises(ImportRefusedError) as refused:
        plan.check()
    assert refused.value.reason.startswith(sentence)
    assert refused.value.row == row
    assert "To" in str(refused.value.column) or "From" in str(refused.value.column)


def test_two_rows_that_disagree_about_the_same_two_are_refused(
    gate: Gate, make_book: MakeBook
) -> None:
    path = make_book(
        "carte.xlsx",
        Elements=[["Label"], ["Odile"], ["Zoé"]],
        Connections=[["From", "To", "Strength"], ["Odile", "Zoé", 1], ["Zoé", "Odile", -1]],
    )
    plan = planned(gate, path)
    assert plan.plans[1].problems[0].row == 3
    assert plan.plans[1].problems[0].text.startswith("Row 2 says otherwise of the same two")


def test_nodes_with_the_same_label_stay_apart(gate: Gate, tmp_path: Path) -> None:
    graph = nx.Graph()
    graph.add_node("1", label="Paul")
    graph.add_node("2", label="Paul")
    graph.add_edge("1", "2")
    path = tmp_path / "deux.graphml"
    nx.write_graphml(graph, path)
    assert take(gate, path) == (Counts(created=2), Counts(created=1))
    assert take(gate, path) == (Counts(skipped=2), Counts(skipped=1))


def test_a_loop_in_a_graph_is_refused_with_its_number(gate: Gate, tmp_path: Path) -> None:
    path = tmp_path / "boucle.gexf"
    nx.write_gexf(nx.Graph([("a", "b"), ("b", "b")]), path)
    plan = planned(gate, path)
    assert plan.relations is not None
    (problem,) = plan.relations.problems
    assert (problem.text, problem.row) == ("A relation joins two different actors.", 2)
    assert "edges" in plan.relations.source


@pytest.mark.parametrize("name", ["a.graphml", "a.gexf"])
@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (BOMB, "document type or entities"),
        ('<!DOCTYPE g SYSTEM "file:///etc/passwd"><{root}/>', "document type or entities"),
        ("<{root}><graph>", "broken from this line on"),
        ("<svg/>", "no graph in the GraphML or GEXF format"),
        ("<{root}><graph/></{root}>", "There is nothing in it"),
        (
            '<{root}><graph><node id="a"/><node id="a"/></graph></{root}>',
            "Two nodes have the same id “a”",
        ),
        (
            '<{root}><graph><node id="a"/><edge source="a" target="b"/></graph></{root}>',
            "“b” that is not in the graph",
        ),
    ],
)
def test_harmful_and_broken_graphs_are_refused_in_a_sentence(
    make_file: MakeFile, name: str, text: str, reason: str
) -> None:
    root = name.partition(".")[2]
    with pytest.raises(ImportRefusedError, match=reason):
        read_source(make_file(name, text.replace("{root}", root)))


def test_a_graph_of_gephi_is_read_without_its_looks(make_file: MakeFile) -> None:
    text = """<?xml version="1.0" encoding="UTF-8"?>
    <gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz">
    <graph defaultedgetype="undirected"><attributes class="node" mode="static">
    <attribute id="0" title="Fonction" type="string"/></attributes><nodes>
    <node id="n1" label="Odile"><attvalues><attvalue for="0" value="Élue"/></attvalues>
    <viz:size value="10"/><viz:color r="1" g="2" b="3"/></node><node id="n2" label="Zoé"/>
    </nodes><edges><edge source="n1" target="n2" type="directed" label="Bureau"/></edges>
    </graph></gexf>"""
    source = read_source(make_file("a.gexf", text))
    assert source.actors is not None
    assert source.relations is not None
    assert source.actors.rows == [("Odile", "Élue"), ("Zoé", None)]
    assert source.relations.headings == ("From", "To", "one_way", "Notes")
    assert source.relations.rows == [("1", "2", True, "Bureau")]


def test_arrows_of_yed_say_which_way(make_file: MakeFile) -> None:
    edges = "".join(
        f'<edge source="a" target="b"><data key="d"><y:PolyLineEdge><y:Arrows source="{one}" '
        f'target="{other}"/></y:PolyLineEdge></data></edge>'
        for one, other in (("none", "standard"), ("none", "none"))
    )
    text = (
        '<graphml xmlns:y="http://www.yworks.com/xml/graphml"><key id="d" for="edge"/>'
        f'<graph edgedefault="directed"><node id="a"/><node id="b"/>{edges}</graph></graphml>'
    )
    source = read_source(make_file("a.graphml", text))
    assert source.relations is not None
    assert [row[2] for row in source.relations.rows] == [True, None]


def test_what_is_already_there_can_be_left_out(gate: Gate, kumu: Path) -> None:
    take(gate, kumu)
    plan = planned(gate, kumu).leave_out_known()
    assert (plan.count(Decision.SKIP), plan.does_nothing) == (5, True)


def test_an_import_can_be_stopped_and_says_how_far_it_is(gate: Gate, tmp_path: Path) -> None:
    path = tmp_path / "gros.graphml"
    nx.write_graphml(nx.path_graph(3_000), path)
    told: list[int] = []
    existing = gate.read(gather_graph)
    prepare_graph(read_source(path), existing, told.append)
    assert told == sorted(told)
    assert told[-1] > 90

    def stop(_percent: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        prepare_graph(read_source(path), existing, stop)
