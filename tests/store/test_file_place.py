"""A mission file among others: moved, replaced, removed, held by another program, read only."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from entente.errors import (
    FileGoneError,
    FileInUseError,
    ReadOnlyError,
)
from entente.store import lock
from entente.store.mission_file import MissionFile
from entente.store.unlock import find_key, is_encrypted
from tests.store.conftest import FAST, PHRASE, actor_names, add_actor, fast_key, reopen

posix = pytest.mark.skipif(os.name != "posix", reason="Windows does not let go of an open file")


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
