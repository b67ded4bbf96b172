"""Fixtures of the command line: it speaks English, and a sample mission is at hand."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from entente import cli
from entente.i18n import use_language


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A shell in English that holds no passphrase."""
    for name in ("LC_ALL", "LC_MESSAGES", "ENTENTE_PASSPHRASE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    yield
    use_language("en")


@pytest.fixture(autouse=True, scope="module")
def quick(quick_keys: None) -> None:
    """Let no test here wait for a passphrase."""


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample mission, not encrypted; to be copied, never changed."""
    path = tmp_path_factory.mktemp("sample") / "CONFLUENT.entente"
    assert cli.main(["example", str(path), "--unencrypted"]) == 0
    return path


@pytest.fixture
def confluent(made_once: Path, tmp_path: Path) -> Path:
    """A sample mission of one's own."""
    return Path(shutil.copy(made_once, tmp_path / "m.entente"))
