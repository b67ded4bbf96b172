"""Graphs of yEd, Gephi and others, as GraphML or GEXF: nodes are actors, edges relations."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from entente.errors import ImportRefusedError
from entente.exchange.graph import EDGES, NODES, Edge, Graph, Node
from entente.exchange.safe_xml import children, every, local, parse
from entente.exchange.table import ROWS_MAX, Table, too_many_rows
from entente.i18n import _

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

#: Endings of the files that hold a graph.
GRAPH_SUFFIXES: Final = (".graphml", ".gexf")


def read_graph(data: bytes, source: str, sheet: str = NODES) -> Table:
    """Return the nodes of a graph, or its edges with the labels of the nodes they join.

    Raises:
        ImportRefusedError: If it is no graph, or an edge joins what is not there.
    """
    graph = load_graph(data, source)
    return graph.edges_table(source) if sheet == EDGES else graph.nodes_table(source)


def load_graph(data: bytes, source: str) -> Graph:
    """Return a graph as it stands in a file.

    Raises:
        ImportRefusedError: If it is no graph, or an edge joins what is not there.
    """
    root = parse(data, source)
    read = _READERS.get(local(root))
    if read is None:
        raise ImportRefusedError(source, _("It is no graph in the GraphML or GEXF format."))
    graph = read(root)
    if max(len(graph.nodes), len(graph.edges)) > ROWS_MAX:
        raise too_many_rows(source)
    graph.check(source)
    return graph


def _graphml(root: "Element") -> Graph:
    keys = {key.get("id", ""): key.get("attr.name", "") for key in every(root, "key")}
    directed = any(each.get("edgedefault") == "directed" for each in every(root, "graph"))
    return Graph(
        [Node(each.get("id", ""), _data(each, keys)) for each in every(root, "node")],
        [_graphml_edge(each, keys, directed=directed) for each in every(root, "edge")],
    )


def _graphml_edge(element: "Element", keys: Mapping[str, str], *, directed: bool) -> Edge:
    own = element.get("directed")
    if own is not None:
        directed = own.lower() == "true"
    # yEd calls every graph directed; what counts for a reader are the arrows it drew.
    for arrows in every(element, "Arrows"):
        directed = (arrows.get("source") == "none") is not (arrows.get("target") == "none")
    ends = element.get("source", ""), element.get("target", "")
    return Edge(*ends, _data(element, keys), directed)


def _data(element: "Element", keys: Mapping[str, str]) -> dict[str, str]:
    values: dict[str, str] = {}
    for child in children(element, "data"):
        # A drawing program keeps its label among shapes and colours.
        label = next((part for part in child.iter() if local(part).endswith("Label")), None)
        name = "label" if label is not None else keys.get(child.get("key", ""), "")
        text = "".join((child if label is None else label).itertext()).strip()
        if name and text:
            values.setdefault(name, text)
    return values


def _gexf(root: "Element") -> Graph:
    titles = {
        group.get("class", ""): {each.get("id", ""): each for each in every(group, "attribute")}
        for group in every(root, "attributes")
    }
    directed = any(each.get("defaultedgetype") == "directed" for each in every(root, "graph"))
    nodes = [
        Node(each.get("id", ""), _attributes(each, titles.get("node", {})), each.get("label", ""))
        for each in every(root, "node")
    ]
    edges = [
        _gexf_edge(each, titles.get("edge", {}), directed=directed) for each in every(root, "edge")
    ]
    return Graph(nodes, edges)


def _gexf_edge(element: "Element", titles: Mapping[str, "Element"], *, directed: bool) -> Edge:
    values = _attributes(element, titles)
    label = element.get("label", "").strip()
    if label:
        values.setdefault("label", label)
    kind = element.get("type")
    if kind is not None:
        directed = kind == "directed"
    return Edge(element.get("source", ""), element.get("target", ""), values, directed)


def _attributes(element: "Element", titles: Mapping[str, "Element"]) -> dict[str, str]:
    values: dict[str, str] = {}
    for group in children(element, "attvalues"):
        for each in children(group, "attvalue"):
            described = titles.get(each.get("for") or each.get("id") or "")
            name = "" if described is None else described.get("title", "")
            text = each.get("value", "").strip()
            if name and text:
                values.setdefault(name, text)
    return values


_READERS: Final[Mapping[str, Callable[["Element"], Graph]]] = MappingProxyType(
    {"graphml": _graphml, "gexf": _gexf}
)
