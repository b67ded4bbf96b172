"""Seen from outside, a session at the window: what it touches, and what it leaves when killed.

No plain byte of an encrypted mission is anywhere on the disk, even after a crash; no text of it
makes the window open a file or a connection.
"""

import math
import signal
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from entente.store import lock
from entente.store.mission_file import MissionFile
from entente.store.unlock import find_key
from tests.proof.canary import CAN_WATCH, MARK, prepare, touched, watched
from tests.proof.documents import bytes_of_pdf, bytes_of_zip
from tests.proof.planting import Planted
from tests.store.conftest import FAST, PHRASE

needs_strace = pytest.mark.skipif(not CAN_WATCH, reason="only strace sees what a program opens")


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a session at the window left on the disk when it was killed."""
    folder = tmp_path_factory.mktemp("day")
    home = prepare(folder)
    done = watched("tests.proof.session", str(folder), notes=_notes(folder), home=home)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert "Traceback" not in done.stderr
    return folder


def _notes(folder: Path) -> Path:
    """Return where strace notes what was touched: beside the session's own folder."""
    return folder.with_name(f"{folder.name}-notes")


def _files(folder: Path) -> Iterator[Path]:
    """Yield every file but those exported on purpose."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and folder / "out" not in path.parents:
            yield path


def _randomness(data: bytes) -> float:
    """Return the entropy in bits per byte."""
    shares = [count / len(data) for count in Counter(data).values()]
    return -sum(share * math.log2(share) for share in shares)


def test_the_session_left_what_a_crash_leaves(killed: Path) -> None:
    endings = {path.suffix for path in _files(killed)}
    assert {".entente", ".entente-wal", ".ini"} <= endings
    assert lock.lock_path(killed / "work" / "m.entente").exists()
    assert (killed / "work" / "m.entente-wal").stat().st_size > 10_000
    assert list((killed / "XDG_DATA_HOME").rglob("*.entente"))


def test_what_was_exported_holds_the_words(killed: Path, planted: Planted) -> None:
    """The eyes see them where they are."""
    out = killed / "out"
    assert len(planted.found_in_bytes((out / "actors.csv").read_bytes())) > 20
    parts = bytes_of_zip((out / "actors.xlsx").read_bytes())
    assert len(set().union(*map(planted.found_in_bytes, parts))) > 20
    assert list(bytes_of_pdf((out / "brief.pdf").read_bytes()))


def test_no_file_holds_a_word_of_the_mission(killed: Path, planted: Planted) -> None:
    forms = [PHRASE.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    for path in _files(killed):
        data = path.read_bytes()
        assert planted.found_in_bytes(data) == set(), path.name
        assert not [form for form in forms if form in data], path.name
        assert planted.found_in(path.name) == set()


def test_the_mission_and_its_copies_are_noise(killed: Path) -> None:
    found = [path for path in _files(killed) if ".entente" in path.suffix]
    assert len(found) >= 4  # the mission, its journal, a copy, a backup
    for path in found:
        data = path.read_bytes()
        assert not data.startswith(b"SQLite format 3")
        assert b"SQLite" not in data
        assert b"CREATE TABLE" not in data
        assert _randomness(data) > 7.98, path.name
        assert _randomness(data[:4096]) > 7.9, path.name


@pytest.mark.skipif(sys.platform == "win32", reason="there, a folder says who may read")
def test_nobody_else_may_read_what_was_written(killed: Path) -> None:
    written = [path for path in _files(killed) if ".entente" in path.suffix]
    for path in (*written, *(killed / "out").iterdir()):
        assert path.stat().st_mode & 0o077 == 0, path.name


def test_taking_it_up_again_leaves_no_word_either(killed: Path, planted: Planted) -> None:
    path = killed / "work" / "m.entente"
    with MissionFile.open(path, find_key(path, PHRASE, [FAST])) as file:
        assert file.recovered
        assert not file.check()
        assert file.gate.find(planted.secrets[3].word)
    for left in _files(killed):
        assert planted.found_in_bytes(left.read_bytes()) == set(), left.name
    assert _randomness(path.read_bytes()) > 7.99


@needs_strace
def test_the_trap_catches_a_label_that_reads_html(tmp_path: Path) -> None:
    notes, home = tmp_path / "notes", prepare(tmp_path / "home")
    done = watched("tests.proof.canary", "bait", str(tmp_path), notes=notes, home=home)
    assert not done.returncode, done.stderr
    caught = "\n".join(touched(notes))
    assert f"{MARK}-file.png" in caught
    assert f"{MARK}-url.png" in caught
    assert f"//{MARK}.invalid/share" in caught


@needs_strace
def test_the_window_touches_no_canary(killed: Path) -> None:
    assert touched(_notes(killed)) == []
