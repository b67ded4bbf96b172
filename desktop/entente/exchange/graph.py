"""A graph as a program keeps it, and the two lists it comes to: actors and relations."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from entente.domain.relation import RELATION
from entente.domain.text import shorten
from entente.errors import ImportRefusedError
from entente.exchange.direction import says_direction
from entente.exchange.table import COLUMNS_MAX, Cell, Table, build, too_many_columns
from entente.i18n import _

#: What stands for the two sheets of a graph.
NODES: Final = "nodes"
EDGES: Final = "edges"

_LABELS: Final = frozenset({"label", "name", "nom"})
_ONE_WAY: Final = RELATION.field("one_way").name


@dataclass(slots=True)
class Node:
    """A node with what is told of it, by heading."""

    id: str
    values: dict[str, str] = field(default_factory=dict)
    text: str = ""

    @property
    def label(self) -> str:
        """What a person reads beside it."""
        named = (text for name, text in self.values.items() if name.lower() in _LABELS)
        return self.text or next(named, "") or self.id


@dataclass(slots=True)
class Edge:
    """An edge between two nodes, known by their ids."""

    source: str
    target: str
    values: dict[str, str]
    directed: bool = False


@dataclass(slots=True)
class Graph:
    """Nodes and edges in the order of the file."""

    nodes: list[Node]
    edges: list[Edge]

    def check(self, source: str) -> None:
        """Refuse a graph whose edges join what is not there.

        Raises:
            ImportRefusedError: With the number of the first such edge, from 1.
        """
        known = {node.id for node in self.nodes}
        if len(known) < len(self.nodes):
            seen: set[str] = set()
            for number, node in enumerate(self.nodes, 1):
                if node.id in seen:
                    reason = _("Two nodes have the same id “{key}”.")
                    shown = shorten(node.id, 60)
                    raise ImportRefusedError(source, reason.format(key=shown), number)
                seen.add(node.id)
        for number, edge in enumerate(self.edges, 1):
            for key in (edge.source, edge.target):
                if key not in known:
                    reason = _("An edge joins a node “{key}” that is not in the graph.")
                    raise ImportRefusedError(source, reason.format(key=shorten(key, 60)), number)

    def nodes_table(self, source: str) -> Table:
        """Return the nodes as a list."""
        rows: list[dict[str, Cell]] = [
            {
                "Label": node.label,
                **{name: text for name, text in node.values.items() if name.lower() not in _LABELS},
            }
            for node in self.nodes
        ]
        return _table(source, NODES, rows)

    def edges_table(self, source: str, ends: dict[str, str] | None = None) -> Table:
        """Return the edges as a list.

        Args:
            source: Name of the file.
            ends: What stands for each node, by id; its label by default.
        """
        named = ends or {node.id: node.label for node in self.nodes}
        headings = {name for edge in self.edges for name in edge.values}
        with_way = not any(says_direction(name) for name in headings)
        return _table(source, EDGES, [_edge(edge, named, with_way) for edge in self.edges])


def _edge(edge: Edge, ends: dict[str, str], with_way: bool) -> dict[str, Cell]:
    row: dict[str, Cell] = {"From": ends[edge.source], "To": ends[edge.target]}
    if with_way and edge.directed:
        row[_ONE_WAY] = True
    for name, text in edge.values.items():
        # Ends under the headings of ours are said already; a label tells what it is about.
        row.setdefault("Notes" if name == "label" else name, text)
    return row


def _table(source: str, sheet: str, rows: Sequence[dict[str, Cell]]) -> Table:
    headings = list(dict.fromkeys(name for row in rows for name in row))
    if len(headings) > COLUMNS_MAX:
        raise too_many_columns(source)
    cells: list[list[Cell]] = [[row.get(name) for name in headings] for row in rows]
    table = build(source, [headings, *cells], sheet=sheet, sheets=(NODES, EDGES))
    # A person counts nodes and edges from the first and knows no columns by letter.
    return replace(table, first_row=1, columns=())
