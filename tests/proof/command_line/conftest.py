"""Fixtures of the proofs about the command line: a shell, a mission, and what is said."""

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from entente import cli
from entente.domain.actor import ACTOR
from entente.domain.difficulty import DIFFICULTY
from entente.i18n import use_language
from entente.services import records
from entente.store import key, unlock
from entente.store.mission_file import MissionFile
from tests.store.conftest import FAST

Told = Callable[..., tuple[int, str, str]]
Dump = dict[str, list[tuple[object, ...]]]


@pytest.fixture(autouse=True)
def shell(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A shell in English that holds no passphrase, and keys that are made quickly."""
    for name in ("LC_ALL", "LC_MESSAGES", "ENTENTE_PASSPHRASE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    quick = partial(unlock.find_key, sets=[FAST])
    monkeypatch.setattr("entente.cli.console.unlock.find_key", quick)
    slow = key.new_key
    monkeypatch.setattr("entente.cli.console.key.new_key", lambda phrase: slow(phrase, FAST))
    yield
    use_language("en")


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small mission that anybody can read; to be copied, never changed."""
    path = tmp_path_factory.mktemp("bad") / "m.entente"
    with MissionFile.create(path, None) as file:
        file.gate.run("Add", lambda s: records.create(s, ACTOR, {"name": "Aline Bord"}))
        file.gate.run("Add", lambda s: records.create(s, DIFFICULTY, {"title": "Reprise"}))
    return path


@pytest.fixture
def mission(made_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made_once, tmp_path / "m.entente"))


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    """Carries out a command and returns its status and what it said on both streams."""

    def carry_out(*words: object) -> tuple[int, str, str]:
        capsys.readouterr()
        status = cli.main([str(word) for word in words])
        out = capsys.readouterr()
        return status, out.out, out.err

    return carry_out


def dump(path: Path) -> Dump:
    """Return everything that is in a mission without encryption, by other means."""
    connection = driver.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    names = [
        row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type='table'")
    ]
    content = {
        name: sorted(connection.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr)  # noqa: S608  # names of its own
        for name in names
        if not name.startswith("search_text")
    }
    connection.close()
    return content


def refused(status: int, out: str, err: str) -> str:
    """Make sure that a command was refused as it must be, and return its sentence."""
    assert (status, out) == (1, ""), (status, out, err)
    assert err.count("\n") == 1
    assert err.endswith((".\n", "!\n")), err
    assert "Traceback" not in err
    assert len(err) < 400
    return err


def text(content: str | bytes) -> Callable[[Path], Path]:
    def write(path: Path) -> Path:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write
