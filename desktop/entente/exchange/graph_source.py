"""Files that tell of actors and of what joins them, both at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from entente.domain.actor import ACTOR
from entente.domain.relation import RELATION
from entente.domain.text import heading_key
from entente.exchange import mapping
from entente.exchange.direction import with_direction
from entente.exchange.graph import EDGES, NODES
from entente.exchange.graphs import GRAPH_SUFFIXES, load_graph
from entente.exchange.readers import is_workbook, opened, read_table
from entente.exchange.sheets import read_workbook
from entente.exchange.table import FILE_MAX, Table
from entente.i18n import in_language

#: What sheets of actors and of relations are called, in Kumu, Gephi and here, folded.
_ACTORS: Final = ("elements", "éléments", "people", "personnes", "nodes", "nœuds", "noeuds")
_RELATIONS: Final = ("connections", "connexions", "links", "liens", "edges", "arêtes")


@dataclass(frozen=True, slots=True)
class GraphSource:
    """A file as it was read.

    Attributes:
        source: Name of the file.
        actors: Nodes or elements; None if it has only relations.
        relations: Edges or connections; None if there are none.
        numbered: Whether the ends of relations are numbers of rows of `actors`, from 1, and
            each row is somebody else; otherwise they are names or references.
    """

    source: str
    actors: Table | None
    relations: Table | None
    numbered: bool = False


def read_source(path: Path) -> GraphSource:
    """Return the actors and the relations in a file.

    Args:
        path: A graph; a workbook with a sheet for each, or a list of one of them.

    Raises:
        ImportRefusedError: If it cannot be read without losing or guessing anything.
    """
    both = read_both(path)
    if both is not None:
        return both
    table = read_table(path)
    if _joins(table):
        return GraphSource(path.name, None, with_direction(table))
    return GraphSource(path.name, table, None)


def read_both(path: Path) -> GraphSource | None:
    """Return what is in a file that holds actors and relations; None if it has not both.

    Raises:
        ImportRefusedError: If it cannot be read.
    """
    if path.suffix.lower() in GRAPH_SUFFIXES:
        return _from_graph(path)
    with opened(path) as file:
        if not is_workbook(file):
            return None
        first = read_workbook(file, path.name, wanted=_sheets(ACTOR.name))
        others = [name for name in first.sheets if name != first.sheet]
        wanted = _sheets(RELATION.name)
        name = next((name for name in others if heading_key(name) in wanted), "")
        if not name or heading_key(first.sheet) not in _sheets(ACTOR.name):
            return None
        file.seek(0)
        second = read_workbook(file, path.name, sheet=name)
    return GraphSource(path.name, first, with_direction(second))


def _from_graph(path: Path) -> GraphSource:
    source = path.name
    with opened(path) as file:
        graph = load_graph(file.read(FILE_MAX + 1), source)
    numbers = {node.id: str(number) for number, node in enumerate(graph.nodes, 1)}
    nodes = graph.nodes_table(f"{source} ({NODES})")
    if not graph.edges:
        return GraphSource(source, nodes, None, numbered=True)
    edges = graph.edges_table(f"{source} ({EDGES})", numbers)
    return GraphSource(source, nodes, with_direction(edges), numbered=True)


def _sheets(kind: str) -> Sequence[str]:
    """Return the names of sheets about a kind of record, folded."""
    described, others = (ACTOR, _ACTORS) if kind == ACTOR.name else (RELATION, _RELATIONS)
    words = (described.name, described.label, described.plural)
    own = (text for word in words for text in (word, in_language("fr", word)))
    return tuple(heading_key(text) for text in (*others, *own))


def _joins(table: Table) -> bool:
    """Whether a list has a column for each end of a relation."""
    targets = mapping.guess(RELATION, table.headings).targets
    return {"from_id", "to_id"} <= set(targets)
