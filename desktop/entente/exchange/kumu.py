"""The map as the two lists that Kumu reads: elements and connections.

Kumu knows its own columns by their English names; all others are taken over as they are.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from entente.domain.actor import ACTOR
from entente.domain.records import RecordType
from entente.domain.relation import RELATION
from entente.exchange.direction import ONE_WAY
from entente.exchange.export import Column, Export, export
from entente.exchange.table import Cell
from entente.exchange.writers import write_csv, write_xlsx
from entente.services.records import RecordTable
from entente.services.relation_map import RelationMap

_ELEMENTS: Final = {
    "name": "Label",
    "camp": "Type",
    "notes": "Description",
    "expertise": "Tags",
}
_CONNECTIONS: Final = {
    "from_id": "From",
    "to_id": "To",
    ONE_WAY: "Direction",
    "kind": "Type",
    "quality": "Strength",
    "notes": "Description",
}


def write_lists(path: Path, shown: RelationMap, code: str) -> None:
    """Write the map as a workbook of two sheets, or its connections alone as CSV.

    Raises:
        InvalidValueError: If a text is longer than a cell can be.
        OutputError: If it could not be written and read back the same.
        ValueError: If the ending is neither .xlsx nor .csv.
    """
    match path.suffix.lower():
        case ".xlsx":
            write_xlsx(path, elements(shown, code), connections(shown, code))
        case ".csv":
            write_csv(path, connections(shown, code))
        case suffix:
            raise ValueError(suffix)


def elements(shown: RelationMap, code: str) -> Export:
    """Return the actors as Kumu's elements."""
    return replace(
        _ordered(ACTOR, shown.actor_table, shown.references, code, _ELEMENTS), title="Elements"
    )


def connections(shown: RelationMap, code: str) -> Export:
    """Return the relations as Kumu's connections."""
    written = _ordered(RELATION, shown.relation_table, shown.references, code, _CONNECTIONS)
    place = next(
        place
        for place, column in enumerate(written.columns)
        if column.field is not None and column.field.name == ONE_WAY
    )
    ways = ("directed" if each.one_way else "undirected" for each in shown.relations)
    rows = [
        (*row[:place], way, *row[place + 1 :]) for row, way in zip(written.rows, ways, strict=True)
    ]
    # Without its field no list of yes and no is offered in the cells.
    columns = (*written.columns[:place], Column("Direction"), *written.columns[place + 1 :])
    return replace(written, title="Connections", rows=rows, columns=columns)


def _ordered(
    kind: RecordType,
    table: RecordTable,
    references: Mapping[str, str],
    code: str,
    first: Mapping[str, str],
) -> Export:
    """Return an export with Kumu's columns in front, under Kumu's headings."""
    written = export(kind, table.columns, table.rows, references, code)
    names = [column.field.name if column.field else "" for column in written.columns]
    order = [names.index(name) for name in first]
    order += [place for place, name in enumerate(names) if name not in first]
    columns = tuple(
        Column(first.get(names[place], column.heading), column.field)
        for place, column in ((place, written.columns[place]) for place in order)
    )
    rows = [
        tuple(_bars(row[place]) if names[place] == "expertise" else row[place] for place in order)
        for row in written.rows
    ]
    return replace(written, columns=columns, rows=rows)


def _bars(cell: Cell) -> Cell:
    """Return tags as Kumu parts them."""
    return cell.replace(", ", "|") if isinstance(cell, str) else cell
