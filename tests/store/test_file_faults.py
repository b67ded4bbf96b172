"""A disk that fails or is full, a commit that lies, a crash: nothing saved is lost."""

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2 as driver

from entente.errors import (
    DamagedFileError,
    DiskFailedError,
    DiskFullError,
    EntenteError,
    FileGoneError,
    JournalLeftError,
    NotSavedError,
    OutputError,
    WrongPassphraseError,
)
from entente.store import connection, health
from entente.store.mission_file import MissionFile
from entente.store.session import Session
from tests.store.conftest import ACTOR, actor_names, add_actor, fast_key, reopen

posix = pytest.mark.skipif(os.name != "posix", reason="Windows does not let go of an open file")


root = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="mounts disks")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 4 MiB: an empty mission takes a quarter of it and more."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)],  # noqa: S607  # found by its name
        check=False,
        capture_output=True,
    )
    if mounted.returncode != 0:
        pytest.skip("this computer lets nobody mount a disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)  # noqa: S607  # found by its name


def remount(folder: Path, how: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{how}", str(folder)], check=True)  # noqa: S607  # found by its name


def driver_error(message: str, code: int) -> driver.OperationalError:
    error = driver.OperationalError(message)
    error.sqlite_errorcode = code
    return error


Commit = Callable[[driver.Connection], None]


def failing_commit(code: int, *, after: bool) -> Commit:
    """Return a commit that reports an error, `after` or instead of committing."""

    def commit(raw: driver.Connection) -> None:
        if after:
            raw.commit()
        raise driver_error("disk I/O error", code)

    return commit


def set_next_commit(file: MissionFile, commit: Commit) -> None:
    with file.gate.exclusive() as engine:
        ordinary = engine.dialect.do_commit

        def once(raw: driver.Connection) -> None:
            engine.dialect.do_commit = ordinary  # type: ignore[method-assign]  # put back
            commit(raw)

        engine.dialect.do_commit = once  # type: ignore[method-assign, assignment]  # a fault


@root
def test_a_read_only_disk_is_read(small_disk: Path) -> None:
    path = small_disk / "m.entente"
    with MissionFile.create(path, fast_key()) as file:
        add_actor(file, "A")
    remount(small_disk, "ro")
    with reopen(path) as file:
        assert file.read_only
        assert actor_names(file) == ["A"]
    with pytest.raises(OutputError):
        MissionFile.create(small_disk / "n.entente", None)


@root
def test_a_crash_is_recovered_from_even_on_a_read_only_disk(
    small_disk: Path, tmp_path: Path
) -> None:
    path, crashed = tmp_path / "m.entente", small_disk / "m.entente"
    with MissionFile.create(path, fast_key()) as file:
        add_actor(file, "A")
        for ending in ("", "-wal"):
            source = path.with_name(path.name + ending)
            crashed.with_name(crashed.name + ending).write_bytes(source.read_bytes())
        remount(small_disk, "ro")
        with reopen(crashed) as copy:
            assert copy.read_only
            assert actor_names(copy) == ["A"]
            private = copy._opened.private
            assert private is not None
        assert not private.exists()


def fill_up(file: MissionFile) -> list[str]:
    """Add actors until the disk is full and return the names that were acknowledged."""
    saved: list[str] = []
    for number in range(1000):
        name = f"{number:04d} " + "x" * 4000
        try:
            add_actor(file, name)
        except DiskFullError:
            return saved
        saved.append(name)
    pytest.fail("the disk never filled up")


@root
def test_a_full_disk_loses_nothing_that_was_saved(small_disk: Path, tmp_path: Path) -> None:
    path = small_disk / "m.entente"
    file = MissionFile.create(path, fast_key())
    saved = fill_up(file)
    assert len(saved) > 5
    assert actor_names(file) == saved
    with pytest.raises(DiskFullError):
        file.save_copy(small_disk / "copy.entente")
    file.save_copy(tmp_path / "copy.entente")
    with suppress(JournalLeftError):
        file.close()

    full = reopen(path)
    assert actor_names(full) == saved
    with pytest.raises(EntenteError):
        add_actor(full, "y" * 400_000)
    with suppress(JournalLeftError):
        full.close()
    remount(small_disk, "size=8m")
    with reopen(path) as again:
        add_actor(again, "z")
        assert actor_names(again) == [*saved, "z"]
        assert again.check() == ()
    assert list(small_disk.iterdir()) == [path]


@root
def test_an_edit_on_a_full_disk_succeeds_once_there_is_room(small_disk: Path) -> None:
    with MissionFile.create(small_disk / "m.entente", fast_key()) as file:
        filler = small_disk / "filler"
        filler.write_bytes(bytes(1_800_000))
        with pytest.raises(DiskFullError):
            add_actor(file, "x" * 700_000)
        filler.unlink()
        add_actor(file, "A")
        assert actor_names(file) == ["A"]


@pytest.mark.parametrize("code", [driver.SQLITE_IOERR | 4 << 8, driver.SQLITE_FULL])
def test_a_commit_that_reports_an_error_but_is_in_the_file_counts_as_saved(
    mission: MissionFile, path: Path, code: int
) -> None:
    add_actor(mission, "A")
    set_next_commit(mission, failing_commit(code, after=True))
    add_actor(mission, "B")
    add_actor(mission, "C")  # and it goes on, over a new connection
    assert actor_names(mission) == ["A", "B", "C"]
    mission.close()
    with reopen(path) as again:
        assert actor_names(again) == ["A", "B", "C"]
        assert [step.label for step in again.gate.steps()] == ["Add actor"] * 3


@pytest.mark.parametrize(
    ("code", "expected"),
    [(driver.SQLITE_IOERR, NotSavedError), (driver.SQLITE_FULL, DiskFullError)],
)
def test_a_commit_that_is_not_in_the_file_is_told_as_not_saved(
    mission: MissionFile, code: int, expected: type[EntenteError]
) -> None:
    add_actor(mission, "A")
    set_next_commit(mission, failing_commit(code, after=False))
    with pytest.raises(expected):
        add_actor(mission, "B")
    assert mission.edits == 1
    add_actor(mission, "C")
    assert actor_names(mission) == ["A", "C"]


def test_a_file_that_does_not_open_again_after_an_error_is_told(
    mission: MissionFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_actor(mission, "A")
    set_next_commit(mission, failing_commit(driver.SQLITE_IOERR, after=True))

    def refuse(*_arguments: object) -> object:
        raise driver_error("disk I/O error", driver.SQLITE_IOERR)

    with monkeypatch.context() as patched:
        patched.setattr(connection, "_configure", refuse)
        with pytest.raises(DiskFailedError):
            add_actor(mission, "B")
        with pytest.raises(EntenteError):
            add_actor(mission, "C")
    add_actor(mission, "D")
    assert actor_names(mission) == ["A", "B", "D"]


def test_an_error_of_the_action_itself_passes(mission: MissionFile) -> None:
    add_actor(mission, "A")
    raw = mission._opened.raw
    with pytest.raises(Exception, match="CHECK constraint failed"):
        mission.gate.run(
            "Bad",
            lambda session: session.insert(ACTOR, {"name": "B", "camp": "nowhere"}),
        )
    assert mission._opened.raw is raw
    assert actor_names(mission) == ["A"]


@posix
def test_a_stick_pulled_at_the_commit_is_told_as_gone(mission: MissionFile, path: Path) -> None:
    add_actor(mission, "A")

    def commit(_raw: driver.Connection) -> None:
        path.rename(path.with_name("unplugged"))
        raise driver_error("disk I/O error", driver.SQLITE_IOERR)

    set_next_commit(mission, commit)
    with pytest.raises(FileGoneError):
        add_actor(mission, "B")
    mission.save_copy(path)  # from the connection that is still open
    mission.close(abandon=True)
    with reopen(path) as again:
        assert actor_names(again) == ["A"]


def test_a_disk_that_does_not_give_a_page_is_told_apart_from_damage(
    mission: MissionFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mission.close()
    unread = health.Problem(health.Part.PAGES, "error reading 4096 bytes from file page 3")
    monkeypatch.setattr(health, "damage", lambda _raw, **_how: unread)
    with pytest.raises(DiskFailedError):
        reopen(path)


def test_a_failed_reading_is_told_for_what_it_is(mission: MissionFile, path: Path) -> None:
    def failed(code: int) -> DBAPIError:
        return DBAPIError("SELECT", None, driver_error("message of the library", code))

    guard = mission._guard
    assert isinstance(guard.failed_read(failed(driver.SQLITE_IOERR)), DiskFailedError)
    assert isinstance(guard.failed_read(failed(driver.SQLITE_CORRUPT)), DamagedFileError)
    assert guard.failed_read(failed(driver.SQLITE_ERROR)) is None
    if os.name == "posix":
        path.rename(path.with_name("unplugged"))
        assert isinstance(guard.failed_read(failed(driver.SQLITE_IOERR)), FileGoneError)


def test_a_disk_that_takes_no_more_at_closing_loses_nothing(
    mission: MissionFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_actor(mission, "A")

    def refuse(_raw: object) -> None:
        raise driver_error("database or disk is full", driver.SQLITE_FULL)

    with monkeypatch.context() as patched:
        patched.setattr("entente.store.mission_file.settle", refuse)
        with pytest.raises(JournalLeftError):
            mission.close()
    mission.close()
    with reopen(path) as again:
        assert actor_names(again) == ["A"]


def test_a_wrong_passphrase_does_not_spoil_what_a_crash_left(path: Path, tmp_path: Path) -> None:
    crashed = tmp_path / "crashed.entente"
    with MissionFile.create(path, fast_key()) as file:
        add_actor(file, "A")
        for ending in ("", "-wal"):
            source = path.with_name(path.name + ending)
            crashed.with_name(crashed.name + ending).write_bytes(source.read_bytes())
    with pytest.raises(WrongPassphraseError) as caught:
        reopen(crashed, "wrong")
    assert caught.value.path == crashed
    with reopen(crashed) as again:
        assert again.recovered
        assert actor_names(again) == ["A"]
        assert again.check() == ()
    with reopen(crashed) as again:
        assert not again.recovered


def test_a_first_page_torn_by_a_power_cut_comes_back_from_the_journal(
    path: Path, tmp_path: Path
) -> None:
    crashed = tmp_path / "crashed.entente"
    with MissionFile.create(path, fast_key()) as file:
        add_actor(file, "A")
        file.gate.run("Mark", _write_first_page)
        for ending in ("", "-wal"):
            source = path.with_name(path.name + ending)
            crashed.with_name(crashed.name + ending).write_bytes(source.read_bytes())
    content = bytearray(crashed.read_bytes())
    content[2048:4096] = os.urandom(2048)
    crashed.write_bytes(content)
    with pytest.raises(WrongPassphraseError):
        reopen(crashed, "wrong")
    with reopen(crashed) as again:
        assert actor_names(again) == ["A"]
        assert again.check() == ()


def _write_first_page(session: Session) -> None:
    # Any change of the schema does; a checkpoint would then write the page.
    session._connection.exec_driver_sql("CREATE TABLE passing (id)")
    session._connection.exec_driver_sql("DROP TABLE passing")
