"""The map as a graph for Gephi, yEd and others: GraphML and GEXF."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from entente.domain.actor import ACTOR
from entente.domain.records import FieldKind
from entente.domain.relation import RELATION
from entente.exchange.export import Column, Export, export
from entente.exchange.graphs import load_graph
from entente.exchange.table import Cell
from entente.exchange.writers import differs, keep
from entente.services.relation_map import RelationMap

_ENDS: Final = frozenset({"from_id", "to_id"})
#: What a number is called in both formats; everything else is text.
_NUMBERS: Final = {FieldKind.INTEGER: "int", FieldKind.NUMBER: "double"}


@dataclass(frozen=True, slots=True)
class _Part:
    """A node or an edge: its attributes in the order of the columns, blank ones left out."""

    id: str
    label: str
    values: tuple[tuple[int, str], ...]
    ends: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The map as both formats have it; ids are short references."""

    node_columns: tuple[Column, ...]
    edge_columns: tuple[Column, ...]
    nodes: tuple[_Part, ...]
    edges: tuple[_Part, ...]
    directed: bool


def write_graph(path: Path, shown: RelationMap, code: str) -> None:
    """Write the map as its ending says, and read it back before it counts.

    Raises:
        OutputError: If it could not be written and read back.
        KeyError: If the ending is not that of a graph.
    """
    data = WRITERS[path.suffix.lower()](shown, code)

    def verify(written: bytes) -> None:
        if shown.actors:
            graph = load_graph(written, path.name)
            if (len(graph.nodes), len(graph.edges)) != (len(shown.actors), len(shown.relations)):
                raise differs()

    keep(path, data, verify)


def to_graphml(shown: RelationMap, code: str) -> bytes:
    """Return the map as GraphML; headings are in the language given."""
    drawn = _drawn(shown, code)
    default = "directed" if drawn.directed else "undirected"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
        '<key id="label" for="node" attr.name="label" attr.type="string"/>',
        *_keys("n", "node", drawn.node_columns),
        *_keys("e", "edge", drawn.edge_columns),
        f'<graph id="map" edgedefault="{default}">',
    ]
    for node in drawn.nodes:
        label = f'<data key="label">{escape(node.label)}</data>'
        lines.append(f"<node id={quoteattr(node.id)}>{label}{_data('n', node)}</node>")
    for edge in drawn.edges:
        ends = f"source={quoteattr(edge.ends[0])} target={quoteattr(edge.ends[1])}"
        lines.append(f"<edge id={quoteattr(edge.id)} {ends}>{_data('e', edge)}</edge>")
    return "\n".join([*lines, "</graph>", "</graphml>", ""]).encode()


def to_gexf(shown: RelationMap, code: str) -> bytes:
    """Return the map as GEXF 1.2; headings are in the language given."""
    drawn = _drawn(shown, code)
    default = "directed" if drawn.directed else "undirected"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">',
        f'<graph mode="static" defaultedgetype="{default}">',
        *_attributes("node", drawn.node_columns),
        *_attributes("edge", drawn.edge_columns),
        "<nodes>",
    ]
    for node in drawn.nodes:
        known = f"id={quoteattr(node.id)} label={quoteattr(node.label)}"
        lines.append(f"<node {known}>{_attvalues(node)}</node>")
    lines += ["</nodes>", "<edges>"]
    for edge in drawn.edges:
        ends = f"source={quoteattr(edge.ends[0])} target={quoteattr(edge.ends[1])}"
        lines.append(f"<edge id={quoteattr(edge.id)} {ends}>{_attvalues(edge)}</edge>")
    return "\n".join([*lines, "</edges>", "</graph>", "</gexf>", ""]).encode()


#: What writes each ending.
WRITERS: Final[Mapping[str, Callable[[RelationMap, str], bytes]]] = MappingProxyType(
    {".graphml": to_graphml, ".gexf": to_gexf}
)


def _drawn(shown: RelationMap, code: str) -> _Drawn:
    people = export(
        ACTOR, shown.actor_table.columns, shown.actor_table.rows, shown.references, code
    )
    ties = export(
        RELATION, shown.relation_table.columns, shown.relation_table.rows, shown.references, code
    )
    refs = {actor.id: actor.ref for actor in shown.actors}
    node_places = _places(people, {ACTOR.title})
    edge_places = _places(ties, _ENDS)
    return _Drawn(
        node_columns=tuple(people.columns[place] for place in node_places),
        edge_columns=tuple(ties.columns[place] for place in edge_places),
        nodes=tuple(
            _Part(actor.ref, actor.name, _values(row, node_places))
            for actor, row in zip(shown.actors, people.rows, strict=True)
        ),
        edges=tuple(
            _Part(each.ref, "", _values(row, edge_places), (refs[each.from_id], refs[each.to_id]))
            for each, row in zip(shown.relations, ties.rows, strict=True)
        ),
        # A graph is one or the other for most readers; a column tells of each edge.
        directed=any(each.one_way for each in shown.relations),
    )


def _places(exported: Export, but: set[str] | frozenset[str]) -> tuple[int, ...]:
    """Return the places of the columns that hold anything, some of them left out."""
    return tuple(
        place
        for place, column in enumerate(exported.columns)
        if (column.field is None or column.field.name not in but)
        and any(row[place] is not None for row in exported.rows)
    )


def _values(row: tuple[Cell, ...], places: tuple[int, ...]) -> tuple[tuple[int, str], ...]:
    return tuple(
        (number, str(row[place])) for number, place in enumerate(places) if row[place] is not None
    )


def _type(column: Column) -> str:
    return _NUMBERS.get(column.field.kind, "string") if column.field else "string"


def _keys(prefix: str, owner: str, columns: tuple[Column, ...]) -> Iterator[str]:
    for number, column in enumerate(columns):
        name = f"attr.name={quoteattr(column.heading)} attr.type={quoteattr(_type(column))}"
        yield f'<key id="{prefix}{number}" for="{owner}" {name}/>'


def _data(prefix: str, part: _Part) -> str:
    return "".join(
        f'<data key="{prefix}{number}">{escape(text)}</data>' for number, text in part.values
    )


def _attributes(owner: str, columns: tuple[Column, ...]) -> Iterator[str]:
    yield f'<attributes class="{owner}">'
    for number, column in enumerate(columns):
        kind = {"int": "integer"}.get(_type(column), _type(column))
        yield f'<attribute id="{number}" title={quoteattr(column.heading)} type="{kind}"/>'
    yield "</attributes>"


def _attvalues(part: _Part) -> str:
    inside = "".join(
        f'<attvalue for="{number}" value={quoteattr(text)}/>' for number, text in part.values
    )
    return f"<attvalues>{inside}</attvalues>"
