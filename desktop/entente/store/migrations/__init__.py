"""Schema history of the mission file.

The file knows its schema by its `user_version` alone; Alembic's own table is there only
while it works.
"""

from importlib.resources import as_file, files
from typing import Final

from sqlalchemy import Connection

from entente.store.schema import SCHEMA_VERSION
from entente.store.search import rebuild_index

_VERSION_TABLE: Final = "alembic_version"


def upgrade(connection: Connection, version: int) -> None:
    """Bring the file behind `connection` from schema `version` up to this program's.

    Foreign keys must be off: a rebuilt table would otherwise take its children along.

    Args:
        connection: In a transaction, so that a failed migration leaves nothing behind.
        version: The `user_version` of the file; 0 for an empty one.
    """
    from alembic import command  # noqa: PLC0415  # dear, and only older files need it
    from alembic.config import Config  # noqa: PLC0415  # likewise

    with as_file(files(__name__)) as folder:
        config = Config()
        config.set_main_option("script_location", str(folder))
        config.attributes["connection"] = connection
        if version:
            command.stamp(config, f"{version:04d}")
        command.upgrade(config, "head")
    connection.exec_driver_sql(f"DROP TABLE {_VERSION_TABLE}")
    if version:
        # What records are called, and which of their fields hold words, may have changed.
        rebuild_index(connection)
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION:d}")
