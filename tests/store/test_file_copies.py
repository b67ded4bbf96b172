import os
import time
from pathlib import Path

import pytest

from entente.errors import (
    DamagedFileError,
    FileExistsAlreadyError,
    FileGoneError,
    OutputError,
    WrongPassphraseError,
    WrongRecoveryError,
)
from entente.store import copying, disk
from entente.store.key import Key
from entente.store.mission_file import MissionFile
from entente.store.unlock import is_encrypted, recover_key
from tests.store.conftest import actor_names, add_actor, fast_key, reopen


@pytest.fixture
def target(path: Path) -> Path:
    return path.with_name("Copie d’Équipe.entente")


def test_a_copy_holds_the_same_under_the_same_passphrase(
    mission: MissionFile, target: Path
) -> None:
    add_actor(mission, "A")
    mission.save_copy(target)
    add_actor(mission, "B")
    with reopen(target) as copy:
        assert actor_names(copy) == ["A"]
        assert copy.file_id == mission.file_id
        assert [step.label for step in copy.gate.steps()] == ["Add actor"]


def test_a_copy_does_not_overwrite_unless_told_to(mission: MissionFile, target: Path) -> None:
    target.write_bytes(b"thesis")
    with pytest.raises(FileExistsAlreadyError):
        mission.save_copy(target)
    assert target.read_bytes() == b"thesis"
    mission.save_copy(target, overwrite=True)
    reopen(target).close()


def test_a_mission_is_never_copied_onto_itself(mission: MissionFile, path: Path) -> None:
    with pytest.raises(FileExistsAlreadyError):
        mission.save_copy(path, overwrite=True)


def test_a_copy_that_is_not_whole_is_not_kept(
    mission: MissionFile, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(_opened: object, part: Path) -> None:
        whole(mission._opened.raw, part)
        content = part.read_bytes()
        part.write_bytes(content[: len(content) // 2])

    whole = copying.copy_to
    monkeypatch.setattr(copying, "copy_to", half)
    with pytest.raises(DamagedFileError):
        mission.save_copy(target)
    assert not target.exists()
    assert not disk.part_of(target).exists()


def test_a_copy_to_a_folder_that_is_not_there_says_so(mission: MissionFile, target: Path) -> None:
    with pytest.raises(OutputError):
        mission.save_copy(target.parent / "nowhere" / "copy.entente")


@pytest.mark.skipif(os.name != "posix", reason="Windows does not let go of an open file")
def test_a_vanished_file_can_be_saved_again_where_it_was(mission: MissionFile, path: Path) -> None:
    add_actor(mission, "A")
    path.unlink()
    with pytest.raises(FileGoneError):
        add_actor(mission, "B")
    mission.save_copy(path)
    mission.close(abandon=True)
    with reopen(path) as again:
        assert actor_names(again) == ["A"]


def test_the_passphrase_can_be_changed(mission: MissionFile, path: Path) -> None:
    add_actor(mission, "A")
    old_sheet = mission.recovery_text()
    mission.change_key(fast_key("new"))
    add_actor(mission, "B")
    assert mission.gate.find("b")
    assert mission.recovery_text() != old_sheet
    mission.close()
    with pytest.raises(WrongPassphraseError):
        reopen(path)
    with pytest.raises(WrongRecoveryError):
        recover_key(path, old_sheet)
    with reopen(path, "new") as again:
        assert actor_names(again) == ["A", "B"]
        assert again.check() == ()


def test_older_copies_keep_the_older_passphrase(mission: MissionFile, target: Path) -> None:
    sheet = mission.recovery_text()
    mission.save_copy(target)
    mission.change_key(fast_key("new"))
    reopen(target).close()
    MissionFile.open(target, recover_key(target, sheet)).close()


def test_a_mission_can_be_encrypted_later_and_decrypted(path: Path) -> None:
    with MissionFile.create(path, None) as file:
        add_actor(file, "A")
        file.change_key(fast_key())
        assert file.encrypted
    assert is_encrypted(path)
    with reopen(path) as file:
        file.change_key(None)
        assert not file.encrypted
    with reopen(path, None) as file:
        assert actor_names(file) == ["A"]
        assert file.check() == ()


def test_a_passphrase_that_cannot_be_changed_stays(
    mission: MissionFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_actor(mission, "A")

    def refuse(_source: Path, _target: Path) -> None:
        raise PermissionError(13, "held by a scanner")

    monkeypatch.setattr(disk, "replace", refuse)
    with pytest.raises(OutputError):
        mission.change_key(fast_key("new"))
    add_actor(mission, "B")
    mission.close()
    assert list(path.parent.iterdir()) == [path]
    with reopen(path) as again:
        assert actor_names(again) == ["A", "B"]


def test_a_spoilt_export_does_not_replace_the_mission(
    mission: MissionFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_actor(mission, "A")

    def spoil(_opened: object, part: Path, key: Key | None) -> None:
        whole(mission._opened.raw, part, key)
        content = bytearray(part.read_bytes())
        content[5000] ^= 1
        part.write_bytes(content)

    whole = copying.export_to
    monkeypatch.setattr(copying, "export_to", spoil)
    with pytest.raises(DamagedFileError):
        mission.change_key(fast_key("new"))
    mission.close()
    assert list(path.parent.iterdir()) == [path]
    with reopen(path) as again:
        assert actor_names(again) == ["A"]


def test_what_an_interrupted_change_left_is_cleared_away(mission: MissionFile, path: Path) -> None:
    mission.close()
    left = disk.part_of(path, ".rekey")
    left.write_bytes(b"half of a copy")
    reopen(path).close()
    assert not left.exists()


def test_a_disk_without_hard_links_does_as_well(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_source: object, _target: object) -> None:
        raise PermissionError(1, "no links on FAT")

    monkeypatch.setattr(os, "link", refuse)
    MissionFile.create(path, fast_key()).close()
    with pytest.raises(FileExistsAlreadyError):
        disk.place_new(path, path)
    reopen(path).close()


def test_the_windows_wait_for_a_scanner_ends(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[Path] = []

    class HeldError(PermissionError):
        winerror = 32

    def replace(source: Path, _target: Path) -> None:
        tries.append(source)
        if len(tries) < 4:
            raise HeldError

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(time, "sleep", lambda _seconds: None)
    disk.replace(path, path)
    assert len(tries) == 4
