"""What a mission from somebody else may consist of, and what may be asked of it."""

from typing import Any, Final

from sqlcipher3 import dbapi2 as driver

from entente.errors import ReceivedFault
from entente.store import schema
from entente.store.connection import Access, RawConnection, engine_over

_MOST_OBJECTS: Final = 1_000
_FUNCTIONS: Final = frozenset({"count", "max", "octet_length"})


def first_unknown(raw: RawConnection) -> tuple[ReceivedFault, str] | None:
    """Return the first thing in a file that no new mission has, None if there is none.

    Every table, index, view and trigger is compared word for word, whatever the order of
    the words: the rules in a table run when it is checked, and must be ours.
    """
    if raw.execute("PRAGMA encoding").fetchone() != ("UTF-8",):
        return ReceivedFault.UNKNOWN_OBJECT, "encoding"
    query = f"SELECT type, name, sql FROM sqlite_schema LIMIT {_MOST_OBJECTS}"  # noqa: S608  # a number of ours
    found = {(kind, name): _words(sql) for kind, name, sql in raw.execute(query)}
    known = _known_objects()
    for kind, name in sorted(set(found) ^ set(known), key=str):
        return ReceivedFault.UNKNOWN_OBJECT, f"{kind} {name}"
    for (_kind, name), words in known.items():
        if found[_kind, name] != words:
            return ReceivedFault.UNKNOWN_COLUMNS, name
    expected = schema.expected_objects()
    for name in schema.TABLES:
        columns = raw.execute("SELECT name FROM pragma_table_xinfo(?)", (name,))
        if tuple(column for (column,) in columns) != expected[name]:
            return ReceivedFault.UNKNOWN_COLUMNS, name
    return None


def only_reading(action: int, name: Any, value: Any, _database: Any, trigger: Any) -> int:  # noqa: ANN401  # as the driver calls it
    """Let SQLite do nothing but read the tables of a mission."""
    if action == driver.SQLITE_READ:
        allowed = name in schema.TABLES and trigger is None
    elif action == driver.SQLITE_FUNCTION:
        allowed = value in _FUNCTIONS
    else:
        allowed = action == driver.SQLITE_SELECT
    return int(driver.SQLITE_OK if allowed else driver.SQLITE_DENY)


def _known_objects() -> dict[tuple[str, str], list[str]]:
    """Return every object of a new mission with the words that make it."""
    raw: RawConnection = driver.connect(":memory:", isolation_level=None)
    try:
        with engine_over(lambda: raw, Access.EDIT).begin() as connection:
            schema.create(connection)
        rows = raw.execute("SELECT type, name, sql FROM sqlite_schema").fetchall()
    finally:
        raw.close()
    return {(kind, name): _words(sql) for kind, name, sql in rows}


def _words(sql: object) -> list[str]:
    return sorted(str(sql or "").replace(",", " ").split())
