"""Graphs of yEd, Gephi and others as GraphML: nodes are actors, edges are relations."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from entente.errors import ImportRefusedError
from entente.exchange.table import COLUMNS_MAX, Cell, Table, build, too_many_columns
from entente.i18n import _

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

#: What stands for the two sheets of a graph.
NODES: Final = "nodes"
EDGES: Final = "edges"

_Values = dict[str, str]


def read_graph(data: bytes, source: str, sheet: str = NODES) -> Table:
    """Return the nodes of a graph, or its edges with the labels of the nodes they join.

    Raises:
        ImportRefusedError: If it is no GraphML, or an edge joins what is not there.
    """
    root = _parse(data, source)
    keys = {key.get("id", ""): key.get("attr.name", "") for key in _all(root, "key")}
    nodes = [(element.get("id", ""), _data(element, keys)) for element in _all(root, "node")]
    labels = {key: _label(values) or key for key, values in nodes}
    if sheet == EDGES:
        rows = [_edge(element, keys, labels, source) for element in _all(root, "edge")]
    else:
        rows = [{"Label": labels[key], **_without_label(values)} for key, values in nodes]
    return _table(source, sheet, rows)


def _parse(data: bytes, source: str) -> "Element":
    from xml.etree.ElementTree import ParseError  # noqa: PLC0415  # only for graphs

    from defusedxml import DefusedXmlException  # noqa: PLC0415  # only for graphs
    from defusedxml.ElementTree import fromstring  # noqa: PLC0415  # only for graphs

    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise ImportRefusedError(source, _("It is no graph in the GraphML format.")) from error
    if _local(root) != "graphml":
        raise ImportRefusedError(source, _("It is no graph in the GraphML format."))
    return root


def _all(root: "Element", name: str) -> Iterator["Element"]:
    return (element for element in root.iter() if _local(element) == name)


def _data(element: "Element", keys: dict[str, str]) -> _Values:
    values: _Values = {}
    for child in element:
        if _local(child) == "data":
            # A drawing program keeps its label among shapes and colours.
            label = next((part for part in child.iter() if _local(part).endswith("Label")), None)
            name = "label" if label is not None else keys.get(child.get("key", ""), "")
            text = "".join((child if label is None else label).itertext()).strip()
            if name and text:
                values.setdefault(name, text)
    return values


def _label(values: _Values) -> str:
    return next(
        (text for name, text in values.items() if name.lower() in {"label", "name", "nom"}), ""
    )


def _without_label(values: _Values) -> _Values:
    return {
        name: text for name, text in values.items() if name.lower() not in {"label", "name", "nom"}
    }


def _edge(element: "Element", keys: dict[str, str], labels: dict[str, str], source: str) -> _Values:
    ends: _Values = {}
    for heading, end in (("From", "source"), ("To", "target")):
        key = element.get(end, "")
        if key not in labels:
            reason = _("An edge joins a node “{key}” that is not in the graph.")
            raise ImportRefusedError(source, reason.format(key=key))
        ends[heading] = labels[key]
    values = _data(element, keys)
    if "label" in values:
        values["Notes"] = values.pop("label")
    return {**ends, **{name: text for name, text in values.items() if name not in ends}}


def _table(source: str, sheet: str, rows: list[_Values]) -> Table:
    headings = list(dict.fromkeys(name for row in rows for name in row))
    if len(headings) > COLUMNS_MAX:
        raise too_many_columns(source)
    cells: list[list[Cell]] = [[row.get(name) for name in headings] for row in rows]
    table = build(source, [headings, *cells], sheet=sheet, sheets=(NODES, EDGES))
    # A person counts nodes and edges from the first and knows no columns by letter.
    return replace(table, first_row=1, columns=())


def _local(element: "Element") -> str:
    return str(element.tag).rpartition("}")[2]
