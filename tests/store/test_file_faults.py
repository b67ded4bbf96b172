import json
import os
import shutil
import subprocess
import sys
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
    FileInUseError,
    JournalLeftError,
    NotSavedError,
    OutputError,
    ReadOnlyError,
    WrongPassphraseError,
)
from entente.store import connection, health, lock
from entente.store.mission_file import MissionFile
from entente.store.session import Session
from entente.store.unlock import find_key, is_encrypted
from tests.store.conftest import ACTOR, FAST, PHRASE, actor_names, add_actor, fast_key, reopen

posix = pytest.mark.skipif(os.name != "posix", reason="Windows does not let go of an open file")
root = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="mounts disks")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 1 MiB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)],  # noqa: S607  # found by its name
        check=False,
        capture_output=True,
    )
    if mounted.returncode != 0:
        pytest.skip("this computer lets nobody mount a disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)  # noqa: S607  # found by its name


def remount(folder: Path, how: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{how}", str(folder)], check=True)  # noqa: S607  # found by its name


def in_another_process(path: Path) -> str:
    """Return what a second program says when it opens a mission in the clear."""
    code = (
        "import sys; from pathlib import Path\n"
        "from entente.store.mission_file import MissionFile\n"
        "try: MissionFile.open(Path(sys.argv[1]), None).close()\n"
        "except Exception as error: print(type(error).__name__, end='')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], check=True, capture_output=True, text=True
    )
    return done.stdout


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


@posix
def test_an_edit_into_a_moved_file_is_not_called_saved(mission: MissionFile, path: Path) -> None:
    add_actor(mission, "A")
    moved = path.rename(path.with_name("moved.entente"))
    with pytest.raises(FileGoneError):
        add_actor(mission, "B")
    assert actor_names(mission) == ["A"]
    mission.close(abandon=True)
    assert list(path.parent.iterdir()) == [moved]
    with reopen(moved) as again:
        assert actor_names(again) == ["A"]


@posix
def test_a_file_moved_back_can_be_edited_again(mission: MissionFile, path: Path) -> None:
    moved = path.rename(path.with_name("moved.entente"))
    with pytest.raises(FileGoneError):
        mission.require_in_place()
    moved.rename(path)
    add_actor(mission, "A")
    mission.close()
    with reopen(path) as again:
        assert actor_names(again) == ["A"]


@posix
def test_a_file_removed_during_the_edit_itself_is_noticed(mission: MissionFile, path: Path) -> None:
    add_actor(mission, "A")
    before = mission.edits

    def pull_out(_session: object) -> None:
        path.unlink()

    with pytest.raises(FileGoneError):
        mission.gate.run("Edit", pull_out)
    assert mission.edits == before


@posix
def test_a_file_put_in_its_place_is_left_as_it_is(mission: MissionFile, path: Path) -> None:
    add_actor(mission, "A")
    other = path.with_name("older.entente")
    mission.save_copy(other)
    add_actor(mission, "B")
    other.replace(path)  # as a sync client does
    with pytest.raises(FileGoneError):
        add_actor(mission, "C")
    rescued = path.with_name("rescued.entente")
    mission.save_copy(rescued)
    content = path.read_bytes()
    mission.close(abandon=True)
    assert path.read_bytes() == content
    assert not path.with_name(path.name + "-wal").exists()
    with reopen(path) as replaced, reopen(rescued) as mine:
        assert actor_names(replaced) == ["A"]
        assert actor_names(mine) == ["A", "B"]


@posix
def test_closing_does_not_let_a_vanished_mission_go(mission: MissionFile, path: Path) -> None:
    add_actor(mission, "A")
    path.unlink()
    with pytest.raises(FileGoneError):
        mission.close()
    rescued = path.with_name("rescued.entente")
    mission.save_copy(rescued)
    mission.close(abandon=True)
    mission.close()
    with reopen(rescued) as again:
        assert actor_names(again) == ["A"]


def test_a_second_window_is_refused(mission: MissionFile, path: Path) -> None:
    with pytest.raises(FileInUseError) as caught:
        MissionFile.open(path, fast_key())
    assert caught.value.holder == ""
    with pytest.raises(FileInUseError):
        is_encrypted(path)
    with pytest.raises(FileInUseError):
        find_key(path, PHRASE, [FAST])
    add_actor(mission, "A")


def test_a_second_program_is_refused_even_after_the_file_was_read_here(path: Path) -> None:
    with MissionFile.create(path, None) as file:
        path.read_bytes()  # closing it drops the locks of SQLite on Unix
        assert in_another_process(path) == "FileInUseError"
        add_actor(file, "A")
    assert in_another_process(path) == ""


def test_the_lock_of_sqlite_holds_without_the_lock_file(path: Path) -> None:
    with MissionFile.create(path, None):
        lock.lock_path(path).unlink()
        assert in_another_process(path) == "FileInUseError"


def test_another_computer_is_named(mission: MissionFile, path: Path) -> None:
    mission.close()
    told = {"computer": "portable\u202e-d’Anne", "process": 4, "since": "2026-11-22T03:00:00+00:00"}
    lock.lock_path(path).write_text(json.dumps(told))
    with pytest.raises(FileInUseError) as caught:
        MissionFile.open(path, find_key(path, PHRASE, [FAST]))
    assert caught.value.holder == "portable-d’Anne"
    with MissionFile.open(path, find_key(path, PHRASE, [FAST]), read_only=True) as file:
        assert file.read_only
        assert file.holder == "portable-d’Anne"
    with MissionFile.open(path, find_key(path, PHRASE, [FAST]), take_over=True) as file:
        add_actor(file, "A")
    assert not lock.lock_path(path).exists()


def test_what_another_program_edits_can_be_read_meanwhile(path: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from entente.store.mission_file import MissionFile\n"
        "from tests.store.conftest import actor_names\n"
        "with MissionFile.open(Path(sys.argv[1]), None, read_only=True) as file:\n"
        "    print(file.read_only, *actor_names(file), end='')\n"
    )
    command = [sys.executable, "-c", code, str(path)]
    private = tmp_path / "private"
    private.mkdir()
    environment = os.environ | {"TMPDIR": str(private), "TEMP": str(private)}
    with MissionFile.create(path, None) as file:
        for names in (["A"], ["A", "B"]):
            add_actor(file, names[-1])
            done = subprocess.run(
                command, check=True, capture_output=True, text=True, env=environment
            )
            assert done.stdout.split() == ["True", *names]
            file.checkpoint()
        add_actor(file, "C")
        assert file.check() == ()
    assert list(private.iterdir()) == []
    with MissionFile.open(path, None) as again:
        assert actor_names(again) == ["A", "B", "C"]


def test_this_program_does_not_read_what_it_edits(mission: MissionFile, path: Path) -> None:
    with pytest.raises(FileInUseError):
        MissionFile.open(path, mission.key, read_only=True)


def test_a_file_that_changes_all_the_time_is_not_read(
    mission: MissionFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mission.close()
    told = {"computer": "PC-2", "process": 4, "since": "2026-11-22T03:00:00+00:00"}
    lock.lock_path(path).write_text(json.dumps(told))
    key, copy = find_key(path, PHRASE, [FAST]), shutil.copyfile

    def copy_and_change(source: Path, target: Path) -> Path:
        copy(source, target)
        moment = path.stat().st_mtime_ns + 1_000_000_000
        os.utime(path, ns=(moment, moment))
        return target

    monkeypatch.setattr(shutil, "copyfile", copy_and_change)
    with pytest.raises(FileInUseError):
        MissionFile.open(path, key, read_only=True)


@pytest.mark.parametrize(
    "text",
    [
        json.dumps({"computer": lock.this_process().computer, "process": 999_999}),
        "",
        "not ours",
        "[" * 4000,
        '{"computer": ["x"], "process": {}}',
    ],
)
def test_a_lock_left_by_a_crash_on_this_computer_does_not_block(
    mission: MissionFile, path: Path, text: str
) -> None:
    mission.close()
    lock.lock_path(path).write_text(text)
    reopen(path).close()
    assert not lock.lock_path(path).exists()


def test_a_mission_opened_for_reading_is_not_touched(mission: MissionFile, path: Path) -> None:
    add_actor(mission, "A")
    mission.close()
    before = path.read_bytes()
    with MissionFile.open(path, find_key(path, PHRASE, [FAST]), read_only=True) as file:
        assert file.read_only
        assert actor_names(file) == ["A"]
        assert file.check() == ()
        assert list(path.parent.iterdir()) == [path]
        with pytest.raises(ReadOnlyError):
            add_actor(file, "B")
        with pytest.raises(ReadOnlyError):
            file.change_key(None)
        file.save_copy(path.with_name("copy.entente"))
    assert path.read_bytes() == before


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere"
)
def test_a_file_one_may_not_write_is_opened_for_reading(mission: MissionFile, path: Path) -> None:
    mission.close()
    path.chmod(0o400)
    with reopen(path) as file:
        assert file.read_only


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
    remount(small_disk, "size=4m")
    with reopen(path) as again:
        add_actor(again, "z")
        assert actor_names(again) == [*saved, "z"]
        assert again.check() == ()
    assert list(small_disk.iterdir()) == [path]


@root
def test_an_edit_on_a_full_disk_succeeds_once_there_is_room(small_disk: Path) -> None:
    with MissionFile.create(small_disk / "m.entente", fast_key()) as file:
        filler = small_disk / "filler"
        filler.write_bytes(bytes(500_000))
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
