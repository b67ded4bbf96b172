import errno
import os
import stat
import unicodedata
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlcipher3 import dbapi2 as driver

from entente import __version__
from entente.errors import (
    DamagedFileError,
    FileExistsAlreadyError,
    FileInUseError,
    FileMissingError,
    NotAMissionError,
    OutputError,
    TooNewError,
    UnreadableFileError,
    UnsoundLibraryError,
    WrongPassphraseError,
    WrongRecoveryError,
)
from entente.store import connection, health, lock, migrations, schema
from entente.store.backup import Backups
from entente.store.key import recovery_text
from entente.store.mission_file import MissionFile
from entente.store.unlock import find_key, is_encrypted, recover_key
from tests.store.conftest import FAST, PHRASE, actor_names, add_actor, fast_key, reopen


def set_pragma(path: Path, name: str, value: int) -> None:
    """Change a number in the header of a closed mission in the clear."""
    raw = driver.connect(str(path))
    raw.execute(f"PRAGMA {name} = {value:d}")
    raw.close()


def test_what_was_written_is_there_after_closing(mission: MissionFile, path: Path) -> None:
    add_actor(mission, "Zoé Ñandú")
    mission.close()
    with reopen(path) as again:
        assert actor_names(again) == ["Zoé Ñandú"]
        assert again.encrypted
        assert not again.recovered
        assert again.check() == ()


def test_a_closed_mission_is_one_file(mission: MissionFile, path: Path) -> None:
    add_actor(mission, "A")
    mission.close()
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps files private by their folder")
def test_nobody_else_on_the_computer_may_read_it(mission: MissionFile, path: Path) -> None:
    mission.save_copy(path.with_name("copy.entente"))
    for file in path.parent.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_mission_knows_what_it_is(mission: MissionFile, path: Path) -> None:
    assert mission.path == path
    assert mission.name == path.stem
    assert mission.schema_version == schema.SCHEMA_VERSION
    assert mission.written_by == __version__
    assert len(mission.file_id) == 32
    assert mission.holder == lock.this_process().computer


def test_the_settings_that_keep_edits_are_in_force(mission: MissionFile) -> None:
    expected = {
        "journal_mode": "wal",
        "synchronous": 2,
        "locking_mode": "exclusive",
        "foreign_keys": 1,
        "trusted_schema": 0,
        "secure_delete": 1,
        "temp_store": 2,
        "cell_size_check": 1,
        "recursive_triggers": 1,
    }
    with mission.gate.exclusive() as engine, engine.connect() as opened:
        found = {name: opened.exec_driver_sql(f"PRAGMA {name}").scalar() for name in expected}
    assert found == expected


@pytest.mark.parametrize(
    "statement",
    [
        "PRAGMA cipher_hmac_pgno = be",
        "PRAGMA cipher_default_kdf_iter = 1",
        "PRAGMA cipher = 'rc4'",
        "PRAGMA rekey = 'x'",
        "PRAGMA KEY = 'x'",
        "PRAGMA writable_schema = ON",
        "PRAGMA synchronous = OFF",
        "PRAGMA journal_mode = MEMORY",
        "PRAGMA locking_mode = NORMAL",
        "ATTACH 'other.db' AS other",
        "VACUUM INTO 'other.db'",
        "SELECT load_extension('x')",
    ],
)
def test_statements_that_endanger_the_file_are_refused(
    mission: MissionFile, statement: str
) -> None:
    with pytest.raises(driver.DatabaseError, match=r"not authorized|prohibited|denied"):
        mission._opened.raw.execute(statement)


def test_an_unencrypted_mission_is_an_explicit_choice(path: Path) -> None:
    with MissionFile.create(path, None) as file:
        assert not file.encrypted
        assert file.recovery_text() == ""
        assert not file.is_recovery("ABCD")
        assert not file.is_passphrase(PHRASE, [FAST])
        add_actor(file, "A")
    assert not is_encrypted(path)
    with reopen(path, None) as again:
        assert actor_names(again) == ["A"]


def test_a_key_does_no_harm_to_an_unencrypted_mission(path: Path) -> None:
    MissionFile.create(path, None).close()
    with MissionFile.open(path, fast_key()) as file:
        assert not file.encrypted


def test_an_existing_file_is_not_overwritten(path: Path) -> None:
    path.write_bytes(b"thesis")
    with pytest.raises(FileExistsAlreadyError):
        MissionFile.create(path, None)
    assert path.read_bytes() == b"thesis"
    assert list(path.parent.iterdir()) == [path]


def test_a_journal_of_an_earlier_file_is_not_played_into_a_new_one(path: Path) -> None:
    path.with_name(path.name + "-wal").write_bytes(b"frames of another mission")
    with pytest.raises(FileExistsAlreadyError):
        MissionFile.create(path, None)


def test_a_mission_cannot_be_made_where_there_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught:
        MissionFile.create(tmp_path / "nowhere" / "m.entente", None)
    assert caught.value.cause.errno == errno.ENOENT


@pytest.mark.parametrize("typed", [PHRASE + " ", PHRASE.upper(), "x"])
def test_a_wrong_passphrase_is_refused(mission: MissionFile, path: Path, typed: str) -> None:
    mission.close()
    before = path.read_bytes()
    with pytest.raises(WrongPassphraseError):
        reopen(path, typed)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("typed", ["", None])
def test_an_encrypted_mission_needs_a_passphrase(
    mission: MissionFile, path: Path, typed: str | None
) -> None:
    mission.close()
    with pytest.raises(WrongPassphraseError):
        reopen(path, typed)
    with pytest.raises(WrongPassphraseError):
        MissionFile.open(path, None)


def test_the_passphrase_may_be_typed_on_another_keyboard(mission: MissionFile, path: Path) -> None:
    mission.close()
    reopen(path, unicodedata.normalize("NFD", PHRASE)).close()


def test_the_key_of_another_mission_is_refused(mission: MissionFile, path: Path) -> None:
    mission.close()
    with pytest.raises(WrongPassphraseError):
        MissionFile.open(path, fast_key())


def test_the_recovery_sheet_opens_the_mission(mission: MissionFile, path: Path) -> None:
    sheet = mission.recovery_text()
    assert mission.is_recovery(sheet.lower().replace("-", " "))
    assert not mission.is_recovery(recovery_text(fast_key()))
    mission.close()
    MissionFile.open(path, recover_key(path, sheet)).close()


def test_the_recovery_sheet_of_another_mission_is_refused(mission: MissionFile, path: Path) -> None:
    mission.close()
    for sheet in (recovery_text(fast_key()), "no sheet at all", ""):
        with pytest.raises(WrongRecoveryError):
            recover_key(path, sheet)


def test_a_passphrase_can_be_asked_for_again(mission: MissionFile) -> None:
    assert mission.is_passphrase(PHRASE, [FAST])
    assert not mission.is_passphrase("x", [FAST])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"x",
        b"%PDF-1.7\n" + b"trailer " * 4000,
        b"Une lettre, pas une mission.\n" * 1000,
        bytes(8192),
        b"SQLite format 3\0" + bytes(4080),
    ],
    ids=["empty", "one byte", "pdf", "text", "zeros", "hollow database"],
)
def test_another_file_is_not_a_mission(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(NotAMissionError):
        is_encrypted(path)
    with pytest.raises(NotAMissionError):
        MissionFile.open(path, None)
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


def test_the_database_of_another_program_is_left_alone(path: Path) -> None:
    raw = driver.connect(str(path))
    raw.execute("CREATE TABLE message (body)")
    raw.close()
    before = path.read_bytes()
    with pytest.raises(NotAMissionError):
        MissionFile.open(path, None)
    assert path.read_bytes() == before


def test_a_folder_is_not_a_mission(tmp_path: Path) -> None:
    with pytest.raises(NotAMissionError):
        MissionFile.open(tmp_path, None)
    with pytest.raises(NotAMissionError):
        is_encrypted(tmp_path)


def test_a_file_that_is_not_there_is_missing(path: Path) -> None:
    with pytest.raises(FileMissingError):
        MissionFile.open(path, None)
    with pytest.raises(FileMissingError):
        is_encrypted(path)


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_link_leads_to_the_mission_and_a_circle_nowhere(mission: MissionFile, path: Path) -> None:
    mission.close()
    link, circle = path.with_name("link.entente"), path.with_name("circle.entente")
    link.symlink_to(path)
    circle.symlink_to(circle)
    with MissionFile.open(link, find_key(link, PHRASE, [FAST])) as file:
        assert file.path == path
        with pytest.raises(FileInUseError):
            reopen(path)
    with pytest.raises(UnreadableFileError):
        MissionFile.open(circle, None)


def test_a_newer_file_is_refused_by_name_and_version_and_left_alone(path: Path) -> None:
    MissionFile.create(path, None).close()
    set_pragma(path, "user_version", schema.SCHEMA_VERSION + 6)
    raw = driver.connect(str(path))
    raw.execute("UPDATE meta SET value = '9.1' WHERE key = 'written_by'")
    raw.commit()
    raw.close()
    before = path.read_bytes()
    with pytest.raises(TooNewError) as caught:
        MissionFile.open(path, None)
    assert (caught.value.version, caught.value.schema) == ("9.1", schema.SCHEMA_VERSION + 6)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_an_older_file_is_backed_up_and_brought_up_to_date(
    path: Path, own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with MissionFile.create(path, fast_key()) as file:
        add_actor(file, "A")
    asked: list[int] = []

    def upgrade(opened: Connection, version: int) -> None:
        asked.append(version)
        opened.exec_driver_sql("CREATE TABLE later (id TEXT)")
        opened.exec_driver_sql(f"PRAGMA user_version = {schema.SCHEMA_VERSION:d}")

    monkeypatch.setattr(schema, "SCHEMA_VERSION", schema.SCHEMA_VERSION + 1)
    monkeypatch.setattr(migrations, "upgrade", upgrade)
    with reopen(path) as again:
        assert asked == [schema.SCHEMA_VERSION - 1]
        assert again.schema_version == schema.SCHEMA_VERSION
        assert actor_names(again) == ["A"]
        assert len(Backups.of(again).all()) == 1
        assert Backups.of(again).folder.is_relative_to(own_folders)


def test_a_failed_upgrade_leaves_the_older_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with MissionFile.create(path, fast_key()) as file:
        add_actor(file, "A")

    def fail(opened: Connection, _version: int) -> None:
        opened.exec_driver_sql("DROP TABLE search_map")
        raise RuntimeError

    with monkeypatch.context() as patched:
        patched.setattr(schema, "SCHEMA_VERSION", schema.SCHEMA_VERSION + 1)
        patched.setattr(migrations, "upgrade", fail)
        with pytest.raises(RuntimeError):
            reopen(path)
    with reopen(path) as again:
        assert actor_names(again) == ["A"]
        assert again.check() == ()


@pytest.mark.parametrize("encrypted", [True, False])
def test_a_flipped_bit_is_noticed_on_opening(path: Path, encrypted: bool) -> None:
    with MissionFile.create(path, fast_key() if encrypted else None) as file:
        for number in range(40):
            add_actor(file, f"Actor {number} " + "x" * 900)
    content = bytearray(path.read_bytes())
    content[4096 * 5 + 3] ^= 0x10 if encrypted else 0xFF
    path.write_bytes(content)
    with pytest.raises(DamagedFileError):
        reopen(path)
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


def test_a_damaged_mission_can_still_be_looked_at(mission: MissionFile, path: Path) -> None:
    for number in range(40):  # so that the last page holds records, not the names of tables
        add_actor(mission, f"Actor {number} " + "x" * 900)
    mission.close()
    content = bytearray(path.read_bytes())
    content[-10] ^= 1
    path.write_bytes(content)
    key = find_key(path, PHRASE, [FAST])
    with MissionFile.open(path, key, read_only=True, examine=False) as file:
        assert {problem.part for problem in file.check()} >= {health.Part.PAGES}


def test_a_truncated_mission_is_damaged(mission: MissionFile, path: Path) -> None:
    add_actor(mission, "A")
    mission.close()
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(DamagedFileError):
        reopen(path)


def test_a_check_names_a_reference_that_leads_nowhere(path: Path) -> None:
    with MissionFile.create(path, None) as file:
        add_actor(file, "A")
    raw = driver.connect(str(path))
    raw.execute("UPDATE actor SET organisation_id = 'gone'")
    raw.execute("CREATE TABLE extra (a)")
    raw.execute("ALTER TABLE option ADD COLUMN more")
    raw.commit()
    raw.close()
    with MissionFile.open(path, None) as file:
        problems = file.check()
    assert [problem.part for problem in problems] == [
        health.Part.REFERENCES,
        health.Part.TABLES,
        health.Part.TABLES,
    ]
    assert "organisation" in problems[0].detail
    assert problems[1].detail == "extra"
    assert problems[2].detail.startswith("option")


def test_an_unsound_library_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "OLDEST_SOUND_SQLITE", (99, 0, 1))
    with pytest.raises(UnsoundLibraryError) as caught:
        MissionFile.create(path, None)
    assert caught.value.needed == "99.0.1"
    assert list(path.parent.iterdir()) == []


def test_every_operation_works_under_the_longest_name(tmp_path: Path) -> None:
    path = tmp_path / ("é" * 118 + ".entente")  # 244 bytes
    with MissionFile.create(path, fast_key()) as file:
        add_actor(file, "A")
        file.change_key(fast_key("other"))
    with reopen(path, "other") as again:
        assert actor_names(again) == ["A"]
