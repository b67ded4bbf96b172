import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from entente.briefs.output import save
from entente.errors import DiskFullError, OutputError


def test_a_document_arrives_whole(tmp_path: Path) -> None:
    target = tmp_path / "Fiche « K1 » été.pdf"
    save(b"%PDF-1.4 whole", target)
    assert target.read_bytes() == b"%PDF-1.4 whole"


def test_what_was_there_is_replaced_and_nothing_is_left_beside(tmp_path: Path) -> None:
    target = tmp_path / "brief.pdf"
    save(b"first", target)
    save(b"second", target)
    assert target.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    target = tmp_path / "brief.pdf"
    save(b"private", target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_folder_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught:
        save(b"x", tmp_path / "missing" / "brief.pdf")
    assert caught.value.path == tmp_path / "missing" / "brief.pdf"
    assert caught.value.cause.errno == errno.ENOENT


def test_a_folder_is_not_replaced_by_a_document(tmp_path: Path) -> None:
    target = tmp_path / "folder"
    target.mkdir()
    (target / "kept").write_text("kept", "utf-8")
    with pytest.raises(OutputError):
        save(b"x", target)
    assert (target / "kept").exists()
    assert list(tmp_path.iterdir()) == [target]


def test_a_full_disk_leaves_the_old_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "brief.pdf"
    save(b"old", target)

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFullError):
        save(b"new", target)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_disk_that_lies_is_found_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda _path: b"something else")
    with pytest.raises(OutputError):
        save(b"new", tmp_path / "brief.pdf")
