"""How a mission file is made and brought up to date, and what it says of itself."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection

from entente import __version__
from entente.errors import DamagedFileError, FileExistsAlreadyError
from entente.store import disk, migrations, schema
from entente.store.connection import (
    Access,
    RawConnection,
    connect,
    engine_over,
    pragma,
    settle,
    translated,
)
from entente.store.key import Key
from entente.store.unlock import APPLICATION_ID, has_journal


def build(
    path: Path,
    key: Key | None,
    now: dt.datetime,
    fill: Callable[[Connection], None] | None = None,
) -> None:
    """Make a mission; nothing is at `path` until it is whole.

    Args:
        path: Where.
        key: None for a file without encryption.
        now: Noted in the file.
        fill: Writes what the mission begins with; without it the mission is empty.

    Raises:
        FileExistsAlreadyError: If something is there.
        EntenteError: If it cannot be written.
    """
    if has_journal(path):
        # Of another mission that once had this name: it would be played into this one.
        raise FileExistsAlreadyError(path)
    with disk.written(path) as part, translated(path):
        raw = connect(part, key, Access.EDIT)
        try:
            with engine_over(lambda: raw, Access.EDIT).begin() as connection:
                schema.create(connection)
                _describe(connection, now)
                if fill is not None:
                    fill(connection)
            settle(raw)
        finally:
            raw.close()


def _describe(connection: Connection, now: dt.datetime) -> None:
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID:d}")
    facts = {
        "file_id": uuid4().hex,
        "created_at": now.isoformat(timespec="seconds"),
        "written_by": __version__,
    }
    for name, value in facts.items():
        connection.execute(schema.META.insert().values(key=name, value=value))


def read_facts(raw: RawConnection) -> dict[str, str]:
    """Return what the file says of itself: `file_id`, `created_at`, `written_by`."""
    known = raw.execute("SELECT 1 FROM sqlite_schema WHERE name = 'meta'").fetchone()
    if known is None:
        return {}
    return {str(k): str(v) for k, v in raw.execute("SELECT key, value FROM meta")}


def upgrade(raw: RawConnection, path: Path) -> None:
    """Bring the tables of an older file up to date, wholly or not at all."""
    with translated(path):
        raw.execute("PRAGMA foreign_keys = OFF").fetchall()
        try:
            with engine_over(lambda: raw, Access.EDIT).begin() as connection:
                migrations.upgrade(connection, pragma(raw, "user_version"))
                if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                    raise DamagedFileError(path)
        finally:
            raw.execute("PRAGMA foreign_keys = ON").fetchall()


def sign(raw: RawConnection, path: Path) -> None:
    """Note in the file which version of the program writes it now."""
    if read_facts(raw).get("written_by") == __version__:
        return
    with translated(path):
        raw.execute(
            "INSERT INTO meta (key, value) VALUES ('written_by', ?) "
            "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (__version__,),
        )
