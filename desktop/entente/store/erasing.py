"""What is left in the history of records that are erased: themselves, and once their parts."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, func, select

from entente.domain.catalogue import RECORD_TYPES
from entente.domain.records import FieldKind
from entente.store.schema import JOURNAL_CHANGE


def with_parts(connection: Connection, gone: Iterable[tuple[str, str]]) -> set[str]:
    """Return the keys of rows that are gone, and of all that once was a part of them.

    A part that was deleted long ago stands in no table any more, but still in the history.

    Args:
        connection: Where the history is.
        gone: Table and key of each row.
    """
    found: dict[str, set[str]] = defaultdict(set)
    waiting = list(gone)
    for table, key in waiting:
        found[table].add(key)
    parts = _parts()
    tables = list(dict.fromkeys(table for table, _key in waiting))
    while tables:
        table = tables.pop(0)
        for part, field in parts.get(table, ()):
            new = _of(connection, part, field, found[table]) - found[part]
            if new:
                found[part] |= new
                tables.append(part)
    return set[str]().union(*found.values())


def count_of(connection: Connection, row_ids: Iterable[str]) -> int:
    """Return how many changes of some rows the history holds."""
    held = select(func.count()).where(JOURNAL_CHANGE.c.row_id.in_(list(row_ids)))
    return connection.execute(held.select_from(JOURNAL_CHANGE)).scalar_one()


def _parts() -> Mapping[str, list[tuple[str, str]]]:
    """Return, by table, what is a part of its rows: the table and the field that says whose."""
    parts: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for kind in RECORD_TYPES.values():
        for field in kind.stored:
            if field.kind is FieldKind.REFERENCE and field.owned:
                parts[field.target].append((kind.name, field.name))
        if kind.dated:
            parts[kind.name].append((kind.rating_name, f"{kind.name}_id"))
    return parts


def _of(connection: Connection, table: str, field: str, owners: set[str]) -> set[str]:
    chosen = select(JOURNAL_CHANGE.c.row_id, JOURNAL_CHANGE.c.before, JOURNAL_CHANGE.c.after)
    rows = connection.execute(chosen.where(JOURNAL_CHANGE.c.table_name == table))
    return {
        row.row_id
        for row in rows
        if any(image.get(field) in owners for image in _images(row.before, row.after))
    }


def _images(*stored: bytes | None) -> Iterator[Mapping[str, Any]]:
    yield from (json.loads(each) for each in stored if each is not None)
