"""Fixtures for the file of a mission: quick keys, and a mission on disk."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import select

from entente.domain.catalogue import RECORD_TYPES
from entente.store import disk
from entente.store.key import KdfParameters, Key, new_key
from entente.store.mission_file import MissionFile
from entente.store.schema import TABLES
from entente.store.unlock import find_key

#: So cheap that it protects nothing: for tests only.
FAST = KdfParameters(0, passes=1, memory_kib=8, lanes=1)
MEMORY = Path("/dev/shm")  # noqa: S108  # each test makes a folder of its own there
PHRASE = "agrafe médiane rivière"
ACTOR = RECORD_TYPES["actor"]


def fast_key(passphrase: str = PHRASE) -> Key:
    return new_key(passphrase, FAST)


def reopen(path: Path, passphrase: str | None = PHRASE) -> MissionFile:
    return MissionFile.open(path, find_key(path, passphrase, [FAST]))


def add_actor(file: MissionFile, name: str) -> None:
    file.gate.run("Add actor", lambda session: session.insert(ACTOR, {"name": name}))


def actor_names(file: MissionFile) -> list[str]:
    table = TABLES["actor"]
    query = select(table.c.name).order_by(table.c.name)
    return file.gate.read(lambda session: [row.name for row in session.rows(query)])


@pytest.fixture
def tmp_path(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder on a disk in memory where there is one: these tests wait for the disk a lot."""
    if not MEMORY.is_dir():
        yield tmp_path_factory.mktemp("disk")
        return
    with TemporaryDirectory(dir=MEMORY, prefix="entente-") as folder:
        yield Path(folder)


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folders of the user that are not the developer's."""
    home = tmp_path_factory.mktemp("home")
    for variable in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "USERPROFILE"):
        monkeypatch.setenv(variable, str(home))
    return home


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a mission is put: a name with everything a French user writes in one."""
    return tmp_path / "Équipe n°7 « Réception » 100 % #1 ?.entente"


@pytest.fixture(scope="session")
def new_mission(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, Key]:
    """The bytes of an encrypted mission without content, and its key: made once."""
    path, key = tmp_path_factory.mktemp("new") / "new.entente", fast_key()
    MissionFile.create(path, key).close()
    return path.read_bytes(), key


@pytest.fixture
def mission(path: Path, new_mission: tuple[bytes, Key]) -> Iterator[MissionFile]:
    """An open encrypted mission without content."""
    content, key = new_mission
    disk.create_private(path)
    path.write_bytes(content)
    file = MissionFile.open(path, key)
    yield file
    file.close(abandon=True)
