import datetime as dt
import os
from pathlib import Path

import pytest

from entente.errors import (
    DamagedFileError,
    DiskFullError,
    FileExistsAlreadyError,
    WrongPassphraseError,
)
from entente.store import copying, disk
from entente.store.backup import Backup, Backups, Schedule, beside, worth_keeping
from entente.store.mission_file import MissionFile
from entente.store.unlock import find_key
from tests.store.conftest import ACTOR, FAST, PHRASE, actor_names, add_actor, fast_key, reopen

NOON = dt.datetime(2026, 11, 22, 12, 0, tzinfo=dt.UTC)


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> dt.datetime:
        return self.now


def made(number: int, at: dt.datetime) -> Backup:
    return Backup(Path(f"{number}.entente"), number, at, "00000000")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def backups(tmp_path: Path, clock: Clock) -> Backups:
    return Backups(tmp_path / "backups", clock)


def test_a_backup_holds_what_the_mission_held(mission: MissionFile, backups: Backups) -> None:
    add_actor(mission, "A")
    backup = backups.make(mission)
    assert backup is not None
    add_actor(mission, "B")
    with reopen(backup.path) as found:
        assert actor_names(found) == ["A"]
        assert found.check() == ()
    assert backup.made_at == NOON
    assert backup.size > 4096


def test_the_same_state_is_not_backed_up_twice(mission: MissionFile, backups: Backups) -> None:
    add_actor(mission, "A")
    assert backups.make(mission) is not None
    assert backups.make(mission) is None
    mission.gate.undo()
    assert backups.make(mission) is not None
    mission.gate.redo()
    assert backups.make(mission) is not None
    assert [backup.number for backup in backups.all()] == [3, 2, 1]


def test_a_new_passphrase_is_a_new_state(mission: MissionFile, backups: Backups) -> None:
    backups.make(mission)
    mission.change_key(fast_key("new"))
    assert backups.make(mission) is not None


def test_backups_are_listed_with_what_they_hold(mission: MissionFile, backups: Backups) -> None:
    add_actor(mission, "A")
    backups.make(mission)
    add_actor(mission, "B")
    backups.make(mission)
    mission.gate.run("Undone", lambda session: session.insert(ACTOR, {"name": "C"}))
    mission.gate.undo()
    backups.make(mission)
    contents = [backups.contents(backup, mission.key) for backup in backups.all()]
    assert [found.counts["actor"] for found in contents if found] == [2, 2, 1]
    assert {found.last_step for found in contents if found} == {"Add actor"}
    assert backups.contents(backups.all()[0], fast_key()) is None
    assert backups.contents(backups.all()[0], None) is None
    backups.all()[0].path.write_bytes(b"damaged")
    assert backups.contents(backups.all()[0], mission.key) is None


def test_a_backup_is_restored_beside_the_mission(
    mission: MissionFile, backups: Backups, path: Path
) -> None:
    add_actor(mission, "A")
    backup = backups.make(mission)
    assert backup is not None
    add_actor(mission, "B")
    target = beside(path, backup)
    assert target.parent == path.parent
    assert target.stem.startswith(path.stem)
    backups.restore(backup, find_key(backup.path, PHRASE, [FAST]), target)
    assert beside(path, backup) != target
    with pytest.raises(FileExistsAlreadyError):
        backups.restore(backup, find_key(backup.path, PHRASE, [FAST]), target)
    with reopen(target) as restored:
        assert actor_names(restored) == ["A"]
        add_actor(restored, "C")
    assert actor_names(mission) == ["A", "B"]


def test_a_backup_is_not_restored_with_a_wrong_passphrase(
    mission: MissionFile, backups: Backups, path: Path
) -> None:
    backup = backups.make(mission)
    assert backup is not None
    with pytest.raises(WrongPassphraseError):
        backups.restore(backup, fast_key(), beside(path, backup))
    assert not beside(path, backup).exists()


def test_a_damaged_backup_is_not_restored(
    mission: MissionFile, backups: Backups, path: Path
) -> None:
    add_actor(mission, "A" * 9000)
    backup = backups.make(mission)
    assert backup is not None
    content = bytearray(backup.path.read_bytes())
    content[-100] ^= 1
    backup.path.write_bytes(content)
    with pytest.raises(DamagedFileError):
        backups.restore(backup, find_key(backup.path, PHRASE, [FAST]), beside(path, backup))


def test_a_backup_that_does_not_open_is_not_kept(
    mission: MissionFile, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.make(mission)
    add_actor(mission, "A")

    def spoil(_opened: object, part: Path) -> None:
        part.write_bytes(bytes(8192))

    monkeypatch.setattr(copying, "copy_to", spoil)
    with pytest.raises((DamagedFileError, WrongPassphraseError)):
        backups.make(mission)
    assert [backup.number for backup in backups.all()] == [1]
    assert list(backups.folder.iterdir()) == [backups.all()[0].path]


def test_a_backup_is_refused_before_it_fills_the_disk(
    mission: MissionFile, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "free_bytes", lambda _folder: 100)
    with pytest.raises(DiskFullError):
        backups.make(mission)
    assert backups.all() == []


def test_copies_of_a_mission_share_their_backups(
    mission: MissionFile, tmp_path: Path, path: Path
) -> None:
    copy = path.with_name("copy.entente")
    mission.save_copy(copy)
    with reopen(copy) as other, MissionFile.create(tmp_path / "new.entente", None) as new:
        assert Backups.of(other).folder == Backups.of(mission).folder
        assert Backups.of(new).folder != Backups.of(mission).folder


def test_other_files_in_the_folder_are_left_alone(mission: MissionFile, backups: Backups) -> None:
    backups.folder.mkdir()
    strangers = ["note.txt", "00000001-20261340T250000Z-00000000.entente", "x.entente"]
    for name in strangers:
        (backups.folder / name).touch()
    backups.make(mission)
    backups.thin()
    assert {file.name for file in backups.folder.iterdir()} >= set(strangers)
    assert len(backups.all()) == 1


def test_the_newest_and_one_of_each_day_week_and_month_are_kept() -> None:
    # One backup an hour for 400 days, newest first.
    hours = [made(10_000 - n, NOON - dt.timedelta(hours=n)) for n in range(24 * 400)]
    kept = worth_keeping(hours, NOON)
    assert kept[:12] == hours[:12]
    days = sorted({backup.made_at.date() for backup in kept}, reverse=True)
    assert days[:7] == [NOON.date() - dt.timedelta(days=n) for n in range(7)]
    months = {(day.year, day.month) for day in days}
    assert len(months) == 12
    # 12 recent; 7 days of which the newest is among them, 4 weeks, 12 months: overlapping.
    assert 12 + 6 + 2 + 10 <= len(kept) <= 12 + 7 + 4 + 12


def test_of_a_day_the_newest_is_kept() -> None:
    today = [made(100 - n, NOON - dt.timedelta(minutes=n)) for n in range(20)]
    yesterday = [made(50 - n, NOON - dt.timedelta(days=1, minutes=n)) for n in range(20)]
    kept = worth_keeping(today + yesterday, NOON)
    assert kept == [*today[:12], yesterday[0]]


def test_a_backup_from_the_future_is_never_removed(
    mission: MissionFile, backups: Backups, clock: Clock
) -> None:
    clock.now = NOON + dt.timedelta(days=400)  # the clock was wrong
    add_actor(mission, "A")
    future = backups.make(mission)
    clock.now = NOON
    for number in range(14):
        add_actor(mission, str(number))
        backups.make(mission)
    found = backups.all()
    assert future in found
    assert found[0].number == 15
    assert found[0].made_at == NOON
    assert len(found) == 12 + 1


def test_after_the_clock_was_set_back_the_newest_counts_by_number(
    mission: MissionFile, backups: Backups, clock: Clock
) -> None:
    backups.make(mission)
    clock.now = NOON - dt.timedelta(days=3650)
    add_actor(mission, "A")
    latest = backups.make(mission)
    clock.now = NOON
    assert backups.all()[0] == latest


def test_what_an_interrupted_backup_left_is_cleared_away(
    mission: MissionFile, backups: Backups
) -> None:
    backups.make(mission)
    old, fresh = backups.folder / ".0123.part", backups.folder / ".4567.part"
    old.touch()
    fresh.touch()
    os.utime(old, (0, 0))
    backups.thin()
    assert not old.exists()
    assert fresh.exists()


def test_a_backup_can_be_removed_when_a_person_must_be_erased(
    mission: MissionFile, backups: Backups
) -> None:
    backup = backups.make(mission)
    assert backup is not None
    backups.remove(backup)
    backups.remove(backup)
    assert backups.all() == []


def test_the_next_backup_is_due_ten_minutes_after_the_last_if_something_changed() -> None:
    now = [1000.0]
    schedule = Schedule(clock=lambda: now[0])
    assert not schedule.due(0)
    assert not schedule.due(5)
    now[0] += 600
    assert not schedule.due(0)
    assert schedule.due(5)
    schedule.made(5)
    assert not schedule.due(6)
    now[0] += 600
    assert not schedule.due(5)
    assert schedule.due(6)
