"""Schema history of the mission file."""

from importlib.resources import as_file, files

from sqlalchemy import Connection


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Bring the file behind `connection` up to `revision`.

    Foreign keys must be off: a rebuilt table would otherwise take its children along.
    """
    from alembic import command  # noqa: PLC0415  # dear, and only older files need it
    from alembic.config import Config  # noqa: PLC0415

    with as_file(files(__name__)) as folder:
        config = Config()
        config.set_main_option("script_location", str(folder))
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
