"""The gate against SQLCipher alone: `python -m tests.bench.bench_store`.

* One edit: the gate (journal, search index, durable commit) against the very statements it
  runs, written by hand on the bare connection: read, update, two journal rows, index out
  and in, commit.
* Import of 10,000 actors: one action against the same rows through SQLAlchemy Core without
  journal or index.
* Search over 100,000 notes: `Gate.find` against FTS5 with the same words, 50 hits.
"""

import itertools
import json
import random
import sys
import tempfile
from pathlib import Path
from uuid import uuid4

from sqlalchemy import insert
from sqlalchemy.engine.interfaces import DBAPIConnection

from entente.domain.actor import ACTOR
from entente.domain.difficulty import DIFFICULTY
from entente.domain.note import NOTE
from entente.store import schema
from entente.store.gate import Gate
from entente.store.schema import TABLES
from tests.bench.files import new_engine
from tests.bench.ratio import Ratio, compare, table

EDITS = 100
ROWS = 10_000
NOTES = 100_000
COUNTER = itertools.count()


def open_gate(folder: Path) -> Gate:
    engine = new_engine(folder / f"{next(COUNTER)}.entente")
    with engine.begin() as connection:
        schema.create(connection)
    return Gate(engine)


def one_edit(folder: Path) -> Ratio:
    gate = open_gate(folder)
    keys: list[str] = []
    gate.run("Add", lambda s: keys.append(s.insert(ACTOR, {"name": "Odile Tisserine"})))
    (key,) = keys

    def ours() -> None:
        for _ in range(EDITS):
            role = f"Directrice {next(COUNTER)}"
            gate.run("Role", lambda s, role=role: s.update(ACTOR, key, {"role": role}))  # type: ignore[misc]  # the default binds the role

    with gate.exclusive() as engine:
        bare = engine.raw_connection().driver_connection
    assert bare is not None

    def limit() -> None:
        for _ in range(EDITS):
            edit_by_hand(bare, key, f"Directrice {next(COUNTER)}")

    return compare("one edit, durable (x100)", ours, limit, goal=3.0)


def edit_by_hand(bare: DBAPIConnection, key: str, role: str) -> None:
    cursor = bare.cursor()
    run = cursor.execute
    run("BEGIN IMMEDIATE")
    run("SELECT * FROM actor WHERE id = ?", (key,))
    names = [column[0] for column in cursor.description]
    before = dict(zip(names, cursor.fetchone() or (), strict=True))
    run("UPDATE actor SET role = ? WHERE id = ?", (role, key))
    images = json.dumps(before).encode(), json.dumps({**before, "role": role}).encode()
    run(
        "INSERT INTO journal_entry (id, label, made_at, state) VALUES (?, 'Role', '', 'done')",
        (uuid4().hex,),
    )
    run(
        "INSERT INTO journal_change VALUES (last_insert_rowid(), 0, 'actor', ?, ?, ?)",
        (key, *images),
    )
    run(
        "DELETE FROM search_text WHERE rowid IN (SELECT rowid FROM search_map WHERE row_id = ?)",
        (key,),
    )
    run("DELETE FROM search_map WHERE row_id = ?", (key,))
    run(
        "INSERT INTO search_map (table_name, row_id, level, caucus_of) "
        "VALUES ('actor', ?, 'mediator', '')",
        (key,),
    )
    run(
        "INSERT INTO search_text (rowid, body) VALUES (last_insert_rowid(), ?)",
        (f"{before['name']} {role}",),
    )
    run("COMMIT")


def bulk_import(folder: Path) -> Ratio:
    gate = open_gate(folder)
    people = [{"name": f"Personne {n}", "role": "Cadre de santé"} for n in range(ROWS)]

    def ours() -> None:
        gate.run("Import", lambda s: s.insert_many(ACTOR, people))

    with gate.exclusive() as engine:
        actor = TABLES["actor"]
        blank = dict.fromkeys(actor.columns.keys())

        def limit() -> None:
            rows = [
                {
                    **blank,
                    **person,
                    "id": uuid4().hex,
                    "ref": f"B{next(COUNTER)}",
                    "confidentiality": "mediator",
                }
                for person in people
            ]
            with engine.begin() as connection:
                connection.execute(insert(actor), rows)

        return compare("import of 10,000 actors", ours, limit, goal=4.0, rounds=5)


def search(folder: Path) -> list[Ratio]:
    gate = open_gate(folder)
    draw = random.Random(1)  # noqa: S311  # a repeatable text, not a secret
    words = [f"mot{n:05d}" for n in range(20_000)]
    weights = [1 / (n + 1) for n in range(len(words))]
    keys: list[str] = []
    gate.run("K", lambda s: keys.append(s.insert(DIFFICULTY, {"title": "Reprise"})))
    notes = [
        {"difficulty_id": keys[0], "text": " ".join(draw.choices(words, weights, k=40))}
        for _ in range(NOTES)
    ]
    gate.run("Notes", lambda s: s.insert_many(NOTE, notes))
    with gate.exclusive() as engine:
        bare = engine.raw_connection().driver_connection
    assert bare is not None

    def one(name: str, query: str, match: str) -> Ratio:
        cursor = bare.cursor()

        def limit() -> None:
            for _ in range(10):
                cursor.execute(
                    "SELECT rowid FROM search_text WHERE search_text MATCH ? "
                    "ORDER BY rank LIMIT 50",
                    (match,),
                )
                cursor.fetchall()

        def ours() -> None:
            for _ in range(10):
                gate.find(query)

        return compare(f"search, {name} (x10)", ours, limit, goal=1.5)

    return [
        one("rare word", "mot15000", '"mot15000"*'),
        one("medium word", "mot00400", '"mot00400"*'),
        one("two words", "mot00030 mot00050", '"mot00030" "mot00050"*'),
        one("frequent word", "mot00001", '"mot00001"*'),
    ]


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        figures = [one_edit(folder), bulk_import(folder), *search(folder)]
    sys.stdout.write(table(figures) + "\n")


if __name__ == "__main__":
    main()
