"""Full-text search over what a reader may read, blind to accents, case and ligatures."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, select
from sqlalchemy.engine.interfaces import DBAPICursor

from entente.domain.confidentiality import MEDIATOR, Audience, Level, may_read
from entente.domain.records import LEVEL_FIELD, RATING_FIELDS, Field, RecordType
from entente.store.journal import RowChange
from entente.store.schema import RECORD_TABLES, TABLES

_LIGATURES: Final = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "\0": " "})
_WORD: Final = re.compile(r"\w+")
_NEWEST: Final = (
    "SELECT m.table_name, m.row_id, m.level, m.caucus_of FROM "
    "search_text JOIN search_map AS m ON m.rowid = search_text.rowid "
    "WHERE search_text MATCH ? ORDER BY search_text.rowid DESC LIMIT ?"
)
# The 5,000 newest are ranked: ranking all that hold a frequent word would be felt. bm25() named
# once and sorted by its name is computed once; the hidden column `rank` is not.
_BEST: Final = (
    "SELECT m.table_name, m.row_id, m.level, m.caucus_of FROM "
    "(SELECT rowid, place FROM "
    "(SELECT rowid, bm25(search_text) AS place FROM search_text WHERE search_text MATCH ? "
    "ORDER BY rowid DESC LIMIT 5000) ORDER BY place LIMIT ?) AS found "
    "JOIN search_map AS m ON m.rowid = found.rowid ORDER BY place"
)
#: For SQLite a limit below zero is none.
_ALL: Final = -1


@dataclass(frozen=True, slots=True)
class Hit:
    """A row that holds the words looked for."""

    table: str
    row_id: str


def update_index(connection: Connection, changes: Iterable[RowChange]) -> None:
    """Bring the index in line with changed rows."""
    gone, new = [], []
    for change in changes:
        record_type = RECORD_TABLES[change.table]
        before = set(_entries(record_type, change.table, change.before))
        after = set(_entries(record_type, change.table, change.after))
        if before == after:
            continue
        if before:
            gone.append((change.id,))
        new += [(change.table, change.id, *entry) for entry in after]
    if gone:
        _remove(connection, gone)
    if new:
        _add(connection, new)


def rebuild_index(connection: Connection) -> None:
    """Empty the index and fill it again from the tables; no old word stays behind."""
    connection.exec_driver_sql("INSERT INTO search_text(search_text) VALUES ('delete-all')")
    connection.exec_driver_sql("DELETE FROM search_map")
    for name, record_type in RECORD_TABLES.items():
        rows = connection.execute(select(TABLES[name])).mappings()
        found = [(name, row["id"], *e) for row in rows for e in _entries(record_type, name, row)]
        if found:
            _add(connection, found)


def find(
    cursor: DBAPICursor, words: str, audience: Audience = MEDIATOR, limit: int = 50
) -> list[Hit]:
    """Return rows that hold every word looked for; the last one may be unfinished.

    Newest first where all that match are shown anyway, which is quicker to ask; otherwise
    best match first, of the 5,000 newest. It takes the driver's own cursor: a search runs at
    every key, and a transaction around it costs more than it does.
    """
    query = _query(words)
    if not query:
        return []
    cursor.execute(_NEWEST, (query, limit + 1))
    rows = cursor.fetchall()
    if len(rows) <= limit:
        return _readable(rows, audience)
    hits: list[Hit] = []
    for window in (limit, limit * 20, _ALL):
        cursor.execute(_BEST, (query, window))
        rows = cursor.fetchall()
        hits = _readable(rows, audience)[:limit]
        if len(hits) == limit or len(rows) < window:
            break
    return hits


def _readable(rows: Iterable[Any], audience: Audience) -> list[Hit]:
    # A row is found once for each of its levels.
    return list(
        dict.fromkeys(
            Hit(table, row_id)
            for table, row_id, level, caucus_of in rows
            if may_read(audience, level, caucus_of)
        )
    )


def _query(words: str) -> str:
    terms = _WORD.findall(words.translate(_LIGATURES))
    if not terms:
        return ""
    # The same word a hundred times over would be looked for a hundred times, and takes seconds.
    quoted = [f'"{term}"' for term in dict.fromkeys(terms[:-1])]
    return " ".join([*quoted, f'"{terms[-1]}"*'])


def _entries(
    record_type: RecordType, table: str, row: Mapping[Any, Any] | None
) -> Iterator[tuple[str, str, str]]:
    """Yield (level, caucus, text) of a row: one for each set of readers."""
    if row is None:
        return
    rated = table == record_type.rating_name
    fields: tuple[Field, ...] = RATING_FIELDS if rated else record_type.stored
    caucus = record_type.caucus_of(row)
    texts: dict[str, list[str]] = {}
    for field in fields:
        if field.is_text and row[field.name]:
            texts.setdefault(level_of(field, row), []).append(row[field.name])
    if row.get("ref"):
        texts.setdefault(level_of(None, row), []).append(row["ref"])
    for level, parts in texts.items():
        yield level, caucus, "\n".join(parts).translate(_LIGATURES)


def level_of(field: Field | None, row: Mapping[Any, Any]) -> str:
    """Return the confidentiality of a field of a row; of the row itself without a field."""
    if field is not None and field.fixed_level is not None:
        return field.fixed_level.value
    own = field.level_field if field is not None else ""
    level: Any = row.get(own or LEVEL_FIELD, Level.PUBLIC.value)
    return str(level or Level.MEDIATOR.value)


def _remove(connection: Connection, row_ids: list[tuple[str]]) -> None:
    connection.exec_driver_sql(
        "DELETE FROM search_text WHERE rowid IN (SELECT rowid FROM search_map WHERE row_id = ?)",
        row_ids,
    )
    connection.exec_driver_sql("DELETE FROM search_map WHERE row_id = ?", row_ids)


def _add(connection: Connection, entries: list[tuple[str, str, str, str, str]]) -> None:
    last = connection.exec_driver_sql("SELECT coalesce(max(rowid), 0) FROM search_map").scalar_one()
    numbered = list(enumerate(entries, last + 1))
    connection.exec_driver_sql(
        "INSERT INTO search_map (rowid, table_name, row_id, level, caucus_of) "
        "VALUES (?, ?, ?, ?, ?)",
        [(rowid, table, key, level, caucus) for rowid, (table, key, level, caucus, _) in numbered],
    )
    connection.exec_driver_sql(
        "INSERT INTO search_text (rowid, body) VALUES (?, ?)",
        [(rowid, entry[4]) for rowid, entry in numbered],
    )
