from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest

from entente.domain.actor import ACTOR
from entente.domain.relation import RELATION
from entente.errors import ImportRefusedError
from entente.exchange.readers import read_table

MakeFile = Callable[[str, bytes | str], Path]
YED = """<?xml version="1.0"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
<key id="d0" for="node" yfiles.type="nodegraphics"/><key id="d1" for="node" attr.name="Role"/>
<graph><node id="n0"><data key="d1">Directrice</data><data key="d0"><y:ShapeNode>
<y:NodeLabel>Odile Tisserine</y:NodeLabel></y:ShapeNode></data></node>
<node id="n1"/><edge source="n0" target="n1"/></graph></graphml>"""


@pytest.fixture
def drawn(tmp_path: Path) -> Path:
    graph = nx.DiGraph()
    graph.add_node("1", label="Odile Tisserine", role="Directrice")
    graph.add_node("2", label="Noémie Lavandier")
    graph.add_edge("1", "2", quality=1, type="hierarchical")
    path = tmp_path / "carte.graphml"
    nx.write_graphml(graph, path)
    return path


def test_nodes_become_actors(drawn: Path) -> None:
    table = read_table(drawn, ACTOR)
    assert table.headings == ("Label", "role")
    assert table.rows == [("Odile Tisserine", "Directrice"), ("Noémie Lavandier", None)]
    assert table.first_row == 1


def test_edges_become_relations_between_labels(drawn: Path) -> None:
    table = read_table(drawn, RELATION)
    assert table.headings == ("From", "To", "one_way", "quality", "type")
    assert table.rows == [("Odile Tisserine", "Noémie Lavandier", True, "1", "hierarchical")]
    assert table.sheets == ("nodes", "edges")


def test_labels_among_shapes_are_found(make_file: MakeFile) -> None:
    path = make_file("a.graphml", YED)
    assert read_table(path).rows == [("Odile Tisserine", "Directrice"), ("n1", None)]
    assert read_table(path, None, "edges").rows == [("Odile Tisserine", "n1")]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("not xml", "no graph"),
        ("<svg/>", "no graph"),
        ('<!DOCTYPE g [<!ENTITY a "aa">]><graphml>&a;</graphml>', "no graph"),
        ('<!DOCTYPE g SYSTEM "file:///etc/passwd"><graphml/>', "no graph"),
        ("<graphml><graph/></graphml>", "nothing in it"),
        ("", "nothing in it"),
    ],
)
def test_what_is_no_graph_is_refused(make_file: MakeFile, text: str, reason: str) -> None:
    with pytest.raises(ImportRefusedError, match=reason):
        read_table(make_file("a.graphml", text))


def test_an_edge_to_nowhere_is_refused(make_file: MakeFile) -> None:
    text = '<graphml><graph><node id="a"/><edge source="a" target="b"/></graph></graphml>'
    with pytest.raises(ImportRefusedError, match="“b” that is not in the graph"):
        read_table(make_file("a.graphml", text), RELATION)
