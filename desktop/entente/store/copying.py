"""Whole copies of an open mission, believed only after they were opened again."""

from pathlib import Path

from entente.errors import DamagedFileError, NotAMissionError
from entente.store import health
from entente.store.connection import (
    Access,
    RawConnection,
    connect,
    pragma,
    settle,
    translated,
    unguarded,
)
from entente.store.key import Key
from entente.store.unlock import APPLICATION_ID


def copy_to(opened: RawConnection, target: Path) -> None:
    """Write the mission into the empty file `target`, under the same key.

    Reads through the open connection, so that it also works when the file was removed
    under the program. Whoever waits for the write lock waits as long.
    """
    with unguarded(opened), translated(target):
        was = pragma(opened, "query_only")
        opened.execute("PRAGMA query_only = OFF").fetchall()  # the copy is written to
        try:
            opened.execute("VACUUM INTO ?", (str(target),)).fetchall()
        finally:
            opened.execute(f"PRAGMA query_only = {was:d}").fetchall()


def has_ballots(opened: RawConnection) -> bool:
    """Return whether there are ballots of waves that are open, or what is left of any."""
    tables = _urn_tables(opened)
    return any(opened.execute(f"SELECT 1 FROM {name} LIMIT 1").fetchone() for name in tables)  # noqa: S608  # ours


def empty_urn(copy: Path, key: Key | None) -> None:
    """Take the ballots of waves that are open out of a copy, and leave no trace of them."""
    opened = connect(copy, key, Access.EDIT)
    try:
        with translated(copy):
            for name in _urn_tables(opened):
                opened.execute(f"DELETE FROM {name}")  # noqa: S608  # ours
            settle(opened)
    finally:
        opened.close()


def _urn_tables(opened: RawConnection) -> list[str]:
    """Return the tables of the urn; a file of an older version has none, or one."""
    found = "SELECT name FROM sqlite_schema WHERE name IN ('urn', 'urn_source')"
    return [str(name) for (name,) in opened.execute(found)]


def export_to(opened: RawConnection, target: Path, key: Key | None) -> None:
    """Write the mission into the empty file `target`, under another key or none."""
    raw_key = "" if key is None else key.pragma()
    with unguarded(opened), translated(target):
        opened.execute(f'ATTACH DATABASE ? AS other KEY "{raw_key}"', (str(target),)).fetchall()
        try:
            opened.execute("SELECT sqlcipher_export('other')").fetchall()
            for name in ("application_id", "user_version"):  # not part of the export
                value = pragma(opened, name)
                opened.execute(f"PRAGMA other.{name} = {value:d}").fetchall()
        finally:
            opened.execute("DETACH DATABASE other").fetchall()


def verify(copy: Path, key: Key | None, original: RawConnection | None = None) -> dict[str, int]:
    """Open a copy again, look at all of it and return its row counts.

    Args:
        copy: A file that nobody has open.
        key: What opens it.
        original: The mission it is a copy of, unchanged since; its rows must be all there.

    Raises:
        DamagedFileError: If the copy is not to be trusted.
    """
    try:
        opened = connect(copy, key, Access.READ)
    except NotAMissionError:
        raise DamagedFileError(copy) from None
    try:
        with translated(copy):
            counts = health.row_counts(opened)
            whole = (
                pragma(opened, "application_id") == APPLICATION_ID
                and not health.problems(opened, encrypted=key is not None)
                and (original is None or counts == health.row_counts(original))
            )
    finally:
        opened.close()
    if not whole:
        raise DamagedFileError(copy)
    return counts
