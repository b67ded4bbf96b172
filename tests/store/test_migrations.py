from collections.abc import Mapping
from importlib.resources import as_file, files
from typing import Final

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, text
from sqlcipher3 import dbapi2 as driver

from entente.store import migrations, schema, whitelist
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


def build_up_to(connection: Connection, revision: str) -> None:
    """Make the tables as they were when `revision` was the newest."""
    with as_file(files(migrations)) as folder:
        config = Config()
        config.set_main_option("script_location", str(folder))
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    connection.exec_driver_sql("DROP TABLE alembic_version")


#: A row of every table that a schema after the fifth makes anew.
OLD_ROWS: Final[Mapping[str, Mapping[str, object]]] = {
    "mission": {"id": "m", "name": "Confluent", "risk_appetite": 9, "notes": "l'été"},
    "actor": {"id": "a", "ref": "A01", "name": "Anselme", "confidentiality": "public"},
    "common_cause": {
        "id": "c",
        "ref": "C1",
        "statement": "Un dossier",
        "champion_id": "a",
        "confidentiality": "sponsor",
    },
    "supporter": {"id": "s", "cause_id": "c", "actor_id": "a", "confidentiality": "mediator"},
    "interaction": {
        "id": "i",
        "ref": "I1",
        "subject": "Café",
        "held_on": "2026-03-02",
        "minutes": 20,
        "confidentiality": "parties",
    },
    "commitment": {
        "id": "e",
        "ref": "E1",
        "statement": "Je relis",
        "actor_id": "a",
        "confidentiality": "public",
    },
    "backlog_item": {
        "id": "b",
        "ref": "B01",
        "title": "Atelier",
        "owner_id": "a",
        "cause_id": "c",
        "effort": 1.5,
        "confidentiality": "mediator",
    },
}


#: A row of every table that a schema after the tenth makes anew.
LATER_ROWS: Final[Mapping[str, Mapping[str, object]]] = {
    **OLD_ROWS,
    "organisation": {"id": "o", "ref": "ORG1", "name": "Foyer", "confidentiality": "public"},
    "working_group": {"id": "g", "ref": "GT1", "name": "Groupe", "confidentiality": "parties"},
    "quote": {
        "id": "q",
        "ref": "V1",
        "text": "C'est trop tôt",
        "actor_id": "a",
        "confidentiality": "mediator",
    },
    "check_item": {
        "id": "k",
        "stage": "launch",
        "title": "Entretiens",
        "position": 1,
        "confidentiality": "mediator",
    },
}


def put(connection: Connection, rows: Mapping[str, Mapping[str, object]]) -> None:
    """Write rows as a program of that time did."""
    for table, row in rows.items():
        marks = ", ".join(f":{column}" for column in row)
        insertion = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})"  # noqa: S608  # names of this file
        connection.execute(text(insertion), row)


@pytest.mark.parametrize(("revision", "rows"), [(5, OLD_ROWS), (10, LATER_ROWS)])
def test_a_table_made_anew_keeps_its_rows_and_what_points_to_them(
    empty_engine: Engine, revision: int, rows: Mapping[str, Mapping[str, object]]
) -> None:
    empty_engine.raw_connection().cursor().execute("PRAGMA foreign_keys = OFF")
    with empty_engine.begin() as connection:
        build_up_to(connection, f"{revision:04d}")
        put(connection, rows)
        migrations.upgrade(connection, revision)
        for table, row in rows.items():
            found = connection.exec_driver_sql(f"SELECT {', '.join(row)} FROM {table}")  # noqa: S608  # likewise
            assert found.mappings().one() == row
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        names = {name for _, name, _ in objects(connection)}
        assert not {name for name in names if name.startswith("old_")}
        # Somebody else, given this file, finds in it what a new one has, word for word.
        raw = connection.connection.driver_connection
        assert isinstance(raw, driver.Connection)
        assert whitelist.first_unknown(raw) is None


def test_whoever_was_marked_as_an_ambassador_is_one(empty_engine: Engine) -> None:
    empty_engine.raw_connection().cursor().execute("PRAGMA foreign_keys = OFF")
    marked = {**OLD_ROWS["actor"], "ambassador": True}
    other = {**OLD_ROWS["actor"], "id": "b", "ref": "A02", "ambassador": False}
    with empty_engine.begin() as connection:
        build_up_to(connection, "0010")
        put(connection, {"actor": marked})
        put(connection, {"actor": other})
        migrations.upgrade(connection, 10)
        found = "SELECT ref, actor_id, status, confidentiality FROM ambassador"
        assert connection.exec_driver_sql(found).all() == [("AB1", "a", "active", "public")]
        last = connection.exec_driver_sql("SELECT last FROM counter WHERE name = 'ambassador'")
        assert last.scalar_one() == 1


def test_a_group_of_before_is_a_working_group(empty_engine: Engine) -> None:
    with empty_engine.begin() as connection:
        build_up_to(connection, "0010")
        put(connection, {"working_group": LATER_ROWS["working_group"]})
        migrations.upgrade(connection, 10)
        kinds = connection.exec_driver_sql("SELECT kind FROM working_group").scalars().all()
    assert kinds == ["working"]
