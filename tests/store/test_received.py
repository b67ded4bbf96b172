import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from entente.errors import (
    DamagedFileError,
    EntenteError,
    FileExistsAlreadyError,
    FileInUseError,
    JournalLeftError,
    NotAMissionError,
    ReceivedFault,
    ReceivedFileError,
    TooNewError,
    WrongPassphraseError,
)
from entente.store import schema
from entente.store.mission_file import MissionFile
from entente.store.received import Limits, preview, receive
from entente.store.session import Session
from entente.store.unlock import find_key
from tests.store.conftest import ACTOR, FAST, PHRASE, actor_names, add_actor, fast_key, reopen

HEX = "0123456789abcdef" * 2
Spoil = Callable[[driver.Connection], None]


def sql(*statements: str) -> Spoil:
    def spoil(raw: driver.Connection) -> None:
        for statement in statements:
            raw.execute(statement)

    return spoil


def rewrite_schema(name: str, old: str, new: str) -> Spoil:
    """Return a spoiler that edits how a table says it was made."""

    def spoil(raw: driver.Connection) -> None:
        raw.execute("PRAGMA writable_schema = ON")
        changed = raw.execute(
            "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = ?", (old, new, name)
        )
        assert changed.rowcount == 1

    return spoil


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a mission in the clear, with one actor and a history."""
    path = tmp_path_factory.mktemp("sent") / "sent.entente"
    with MissionFile.create(path, None) as file:
        add_actor(file, "Zoé")
        file.gate.run("Rename", _rename)
    return path.read_bytes()


@pytest.fixture
def source(tmp_path: Path, sent: bytes) -> Path:
    """A mission in the clear from somebody else."""
    path = tmp_path / "received.entente"
    path.write_bytes(sent)
    return path


def _rename(session: Session) -> None:
    (row,) = session.rows(schema.TABLES["actor"].select())
    session.update(ACTOR, row.id, {"role": "chef de projet"})


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "mine.entente"


def spoilt(source: Path, spoil: Spoil) -> None:
    raw = driver.connect(str(source), isolation_level=None)
    raw.execute("PRAGMA ignore_check_constraints = ON")
    spoil(raw)
    raw.close()


def refusal(source: Path, target: Path, limits: Limits | None = None) -> ReceivedFileError:
    before = source.read_bytes()
    with pytest.raises(ReceivedFileError) as caught:
        receive(source, None, target, None, limits=limits or Limits())
    assert not target.exists()
    assert source.read_bytes() == before
    assert set(source.parent.iterdir()) == {source}
    return caught.value


def test_a_received_mission_is_copied_whole(source: Path, target: Path) -> None:
    assert preview(source, None)["actor"] == 1
    counts = receive(source, None, target, fast_key())
    assert counts["actor"] == 1
    assert counts["journal_entry"] == 2
    with reopen(target) as mine:
        assert actor_names(mine) == ["Zoé"]
        assert [step.label for step in mine.gate.steps()] == ["Add actor", "Rename"]
        assert mine.gate.find("zoe")
        assert mine.gate.find("chef")
        assert mine.check() == ()
        assert mine.gate.undo() is None  # an undo would write what the sender put there
        add_actor(mine, "Yann")
        assert actor_names(mine) == ["Yann", "Zoé"]


def test_an_encrypted_one_needs_its_own_passphrase(tmp_path: Path, target: Path) -> None:
    source = tmp_path / "received.entente"
    with MissionFile.create(source, fast_key("theirs")) as file:
        add_actor(file, "A")
        with pytest.raises(FileInUseError):
            receive(source, None, target, None)
    for wrong in (None, fast_key("theirs")):
        with pytest.raises(WrongPassphraseError):
            receive(source, wrong, target, fast_key())
    receive(source, find_key(source, "theirs", [FAST]), target, fast_key())
    with reopen(target, PHRASE) as mine:
        assert actor_names(mine) == ["A"]


def test_the_copy_is_a_file_of_its_own(source: Path, target: Path) -> None:
    receive(source, None, target, None)
    with MissionFile.open(source, None) as theirs, MissionFile.open(target, None) as mine:
        assert mine.file_id != theirs.file_id


def test_nothing_is_overwritten(source: Path, target: Path) -> None:
    target.write_bytes(b"thesis")
    with pytest.raises(FileExistsAlreadyError):
        receive(source, None, target, None)
    assert target.read_bytes() == b"thesis"


@pytest.mark.parametrize(
    "spoil",
    [
        sql("CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM actor; END"),
        sql("DROP TABLE step", "CREATE VIEW step AS SELECT 'a' AS id"),
        sql(
            "DROP TABLE step",
            "CREATE VIEW step AS WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM r) "
            "SELECT x AS id FROM r",
        ),
        sql("CREATE TABLE extra (a)"),
        sql("CREATE INDEX i ON actor (name)"),
        sql("CREATE VIRTUAL TABLE v USING fts5(a)"),
        sql("DROP TABLE step"),
        sql("DROP INDEX ix_note_difficulty_id"),
    ],
    ids=["trigger", "view", "endless view", "table", "index", "virtual", "no table", "no index"],
)
def test_what_no_mission_has_is_refused(source: Path, target: Path, spoil: Spoil) -> None:
    spoilt(source, spoil)
    assert refusal(source, target).fault is ReceivedFault.UNKNOWN_OBJECT


@pytest.mark.parametrize(
    "spoil",
    [
        sql("ALTER TABLE actor ADD COLUMN more"),
        sql("ALTER TABLE actor RENAME COLUMN name TO nom"),
        sql("ALTER TABLE actor ADD COLUMN twice AS (name || name)"),
        sql(
            "DROP INDEX ix_note_difficulty_id",
            "CREATE INDEX ix_note_difficulty_id ON note (upper(id))",
        ),
        rewrite_schema("step", "text TEXT NOT NULL", "text TEXT CHECK (randomblob(1e9))"),
        rewrite_schema("search_text", "prefix='2 3'", "prefix='1 9'"),
    ],
    ids=["column", "renamed", "computed", "expression", "rule", "index option"],
)
def test_a_table_made_otherwise_is_refused(source: Path, target: Path, spoil: Spoil) -> None:
    spoilt(source, spoil)
    assert refusal(source, target).fault is ReceivedFault.UNKNOWN_COLUMNS


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE actor SET name = x'ff00'",
        "UPDATE actor SET name = CAST(x'ff00fe' AS TEXT)",
        "UPDATE actor SET id = '../../etc/passwd'",
        "UPDATE actor SET ref = 'A' || printf('%.20c', '1')",
        "UPDATE actor SET camp = 'nowhere'",
        "UPDATE actor SET organisation_id = '0123456789abcdef0123456789abcdef'",
        "UPDATE actor SET organisation_id = 'x'",
        "UPDATE journal_entry SET made_at = 'yesterday'",
        "UPDATE journal_entry SET label = printf('%.2000c', 'x')",
        "UPDATE journal_change SET table_name = 'sqlite_schema'",
        "UPDATE journal_change SET \"after\" = x'ff'",
        "UPDATE journal_change SET \"after\" = CAST('[1]' AS BLOB)",
        'UPDATE journal_change SET "after" = CAST(\'{"id; DROP": 1}\' AS BLOB)',
        'UPDATE journal_change SET "after" = CAST(\'{"name": [1]}\' AS BLOB)',
        "UPDATE journal_change SET \"after\" = CAST(printf('%.9000c', '[') AS BLOB)",
        "INSERT INTO counter VALUES ('sqlite_schema', 1)",
        "UPDATE counter SET last = -1",
        "UPDATE counter SET last = 9e99",
    ],
)
def test_a_value_no_mission_holds_is_refused(source: Path, target: Path, statement: str) -> None:
    spoilt(source, sql(statement))
    assert refusal(source, target).fault is ReceivedFault.WRONG_VALUE


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("dated_on", "'31/02/2026'"),
        ("dated_on", "20260101"),
        ("power", "9e999"),
        ("power", "'x'"),
        ("seq", "1.5"),
    ],
)
def test_a_rating_no_mission_holds_is_refused(
    source: Path, target: Path, column: str, value: str
) -> None:
    row = {
        "id": f"'{HEX}'",
        "actor_id": "(SELECT id FROM actor)",
        "seq": "1",
        "dated_on": "'2026-01-01'",
        "confidence": "'low'",
        "confidentiality": "'public'",
    } | {column: value}
    names, values = ", ".join(row), ", ".join(row.values())
    spoilt(source, sql(f"INSERT INTO actor_rating ({names}) VALUES ({values})"))  # noqa: S608  # values of this test
    assert refusal(source, target).fault is ReceivedFault.WRONG_VALUE


def test_a_huge_value_is_refused_before_it_is_read(source: Path, target: Path) -> None:
    spoilt(source, sql("UPDATE actor SET notes = zeroblob(6000000)"))
    fault = refusal(source, target)
    assert fault.fault is ReceivedFault.TOO_LARGE
    assert fault.place.startswith("actor.notes")


def test_too_many_rows_are_refused(source: Path, target: Path) -> None:
    assert refusal(source, target, Limits(rows=1)).fault is ReceivedFault.TOO_LARGE


def test_a_file_that_is_too_large_is_refused(source: Path, target: Path) -> None:
    assert refusal(source, target, Limits(file_bytes=4096)).fault is ReceivedFault.TOO_LARGE


def test_a_file_that_takes_too_long_is_refused(source: Path, target: Path) -> None:
    assert refusal(source, target, Limits(seconds=0)).fault is ReceivedFault.TOO_SLOW


def test_a_tree_that_grows_for_ever_is_stopped(source: Path, target: Path) -> None:
    content = bytearray(source.read_bytes())
    raw = driver.connect(str(source))
    (root,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'actor'").fetchone()
    raw.close()
    # An inner page whose hundred children are all the page itself.
    page = bytearray(4096)
    page[0:12] = (
        bytes([5, 0, 0, 0, 100]) + (4096 - 500).to_bytes(2, "big") + b"\0" + root.to_bytes(4, "big")
    )
    for cell in range(100):
        place = 4096 - 500 + cell * 5
        page[12 + 2 * cell : 14 + 2 * cell] = place.to_bytes(2, "big")
        page[place : place + 5] = root.to_bytes(4, "big") + b"\1"
    content[(root - 1) * 4096 : root * 4096] = page
    source.write_bytes(content)
    with pytest.raises(EntenteError) as caught:
        receive(source, None, target, None, limits=Limits(seconds=2))
    assert isinstance(caught.value, (DamagedFileError, ReceivedFileError))
    assert not target.exists()


def test_a_newer_one_is_refused(source: Path, target: Path) -> None:
    spoilt(source, sql("PRAGMA user_version = 99"))
    with pytest.raises(TooNewError):
        receive(source, None, target, None)


def test_an_older_one_is_refused(
    source: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "SCHEMA_VERSION", schema.SCHEMA_VERSION + 1)
    assert refusal(source, target).fault is ReceivedFault.OLD_VERSION


def test_another_database_is_no_mission(source: Path, target: Path) -> None:
    spoilt(source, sql("PRAGMA application_id = 1"))
    with pytest.raises(NotAMissionError):
        receive(source, None, target, None)


def test_one_with_a_journal_beside_it_is_not_whole(source: Path, target: Path) -> None:
    source.with_name(source.name + "-wal").write_bytes(b"x" * 5000)
    with pytest.raises(JournalLeftError):
        receive(source, None, target, None)


def test_damage_is_noticed(tmp_path: Path, target: Path) -> None:
    source = tmp_path / "received.entente"
    with MissionFile.create(source, fast_key()) as file:
        add_actor(file, "A")
    content = bytearray(source.read_bytes())
    content[-100] ^= 1
    source.write_bytes(content)
    with pytest.raises(DamagedFileError):
        receive(source, find_key(source, PHRASE, [FAST]), target, None)


def test_an_error_that_quotes_spoilt_bytes_is_damage(source: Path, target: Path) -> None:
    content = source.read_bytes()
    assert b"REFERENCES" in content
    source.write_bytes(content.replace(b"REFERENCES", b"\xd2EFERENCES", 1))
    with pytest.raises(DamagedFileError):
        receive(source, None, target, None)
    with pytest.raises(DamagedFileError):
        MissionFile.open(source, None)


@pytest.mark.parametrize("seed", range(20))
def test_whatever_bytes_are_changed_a_file_is_refused_or_taken_whole(
    source: Path, target: Path, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311  # not for secrets
    content = bytearray(source.read_bytes())
    for _ in range(chance.choice((1, 3, 30))):
        place, other = chance.randrange(len(content) - 64), chance.randrange(len(content) - 64)
        length = chance.choice((1, 64))
        content[place : place + length] = (
            content[other : other + length] if length > 1 else chance.randbytes(1)
        )
    source.write_bytes(content)
    try:
        receive(source, None, target, None)
    except EntenteError:
        assert not target.exists()
        return
    with MissionFile.open(target, None) as taken:
        assert taken.check() == ()


def test_direction_marks_and_controls_are_taken_out_of_text(source: Path, target: Path) -> None:
    spoilt(source, sql("UPDATE actor SET name = 'Zoe' || char(0x301, 7, 8)"))
    receive(source, None, target, None)
    with MissionFile.open(target, None) as mine:
        assert actor_names(mine) == ["Zoé"]


def test_numbers_already_given_are_not_given_again(source: Path, target: Path) -> None:
    spoilt(source, sql("UPDATE actor SET ref = 'A41'", "UPDATE counter SET last = 1"))
    receive(source, None, target, None)
    with MissionFile.open(target, None) as mine:
        add_actor(mine, "B")
        query = schema.TABLES["actor"].select()
        refs = mine.gate.read(lambda session: {row.ref for row in session.rows(query)})
    assert refs == {"A41", "A42"}


def test_the_images_of_the_history_survive(source: Path, target: Path) -> None:
    receive(source, None, target, None)
    with MissionFile.open(target, None) as mine:
        (row,) = mine.gate.read(lambda session: session.rows(schema.TABLES["actor"].select()))
        past = mine.gate.past_of([row.id])
    assert [change.change.after["role"] for change in past if change.change.after] == [
        "chef de projet",
        None,
    ]
    assert json.dumps([change.step.state for change in past]) == '["sealed", "sealed"]'
