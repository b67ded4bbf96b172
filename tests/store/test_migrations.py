from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, text

from entente.store import migrations, schema
from entente.store.gate import Gate
from tests.conftest import memory_engine


def objects(connection: Connection) -> list[tuple[str, str, str]]:
    found = connection.execute(
        text("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")
    )
    return [(row.type, row.name, " ".join(row.sql.split())) for row in found]


def test_the_migrations_build_the_schema_the_descriptions_ask_for(empty_engine: Engine) -> None:
    with empty_engine.begin() as connection:
        migrations.upgrade(connection, 0)
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, *_: not str(name).startswith("search_text")},
        )
        assert compare_metadata(context, schema.METADATA) == []


def test_a_migrated_file_and_a_new_one_have_the_same_checks(gate: Gate) -> None:
    def checks(connection: Connection) -> set[str]:
        rows = objects(connection)
        return {part.split(" ")[0] for _, _, sql in rows for part in sql.split("CONSTRAINT ")[1:]}

    with gate.exclusive() as made, made.connect() as new:
        expected = checks(new), [row[:2] for row in objects(new)]
        for table in schema.TABLES:
            assert any(row[1] == table for row in objects(new))
    with memory_engine().begin() as migrated:
        migrations.upgrade(migrated, 0)
        assert (checks(migrated), [row[:2] for row in objects(migrated)]) == expected


def test_the_file_says_which_schema_it_has(empty_engine: Engine) -> None:
    with empty_engine.begin() as connection:
        migrations.upgrade(connection, 0)
        version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        assert version == schema.SCHEMA_VERSION
