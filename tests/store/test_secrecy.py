import math
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from entente.store import lock
from entente.store.backup import Backups
from entente.store.mission_file import MissionFile
from entente.store.schema import TABLES
from tests.store.conftest import ACTOR, PHRASE, add_actor, fast_key, reopen

SPOKEN = "Propos rapportés : « c’est inacceptable »"
FORMS = [
    form
    for text in (SPOKEN, SPOKEN.lower(), "inacceptable", "actor", "CREATE TABLE", PHRASE)
    for form in (text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be"))
]


def randomness(content: bytes) -> float:
    """Return the entropy in bits per byte."""
    shares = [count / len(content) for count in Counter(content).values()]
    return -sum(share * math.log2(share) for share in shares)


def files_below(*folders: Path) -> list[Path]:
    return [file for folder in folders for file in folder.rglob("*") if file.is_file()]


def test_no_plain_byte_reaches_the_disk(path: Path, tmp_path: Path, own_folders: Path) -> None:
    with MissionFile.create(path, fast_key()) as file:
        for _ in range(60):
            add_actor(file, SPOKEN + "z" * 500)
        file.gate.undo()
        Backups.of(file).make(file)
        file.save_copy(tmp_path / "copy.entente")
        written = files_below(tmp_path, own_folders)
        assert {found.suffix for found in written} >= {".entente", ".entente-wal", ".lock"}
        for found in written:
            content = found.read_bytes()
            assert [form for form in FORMS if form in content] == [], found.name
            if found != lock.lock_path(path):
                assert randomness(content) > 7.9
        file.change_key(fast_key("other"))
    closed = path.read_bytes()
    assert [form for form in FORMS if form in closed] == []
    assert randomness(closed) > 7.99


def test_the_first_page_says_nothing_of_sqlite(mission: MissionFile, path: Path) -> None:
    mission.close()
    assert b"SQLite" not in path.read_bytes()
    assert randomness(path.read_bytes()[:4096]) > 7.9


def test_neither_name_nor_path_of_a_backup_says_whose_it_is(
    mission: MissionFile, path: Path, own_folders: Path
) -> None:
    backup = Backups.of(mission).make(mission)
    assert backup is not None
    told = str(backup.path.relative_to(own_folders))
    assert not any(word in told for word in path.stem.split())
    assert mission.file_id not in told


def test_what_was_erased_is_in_no_page_of_the_file(path: Path) -> None:
    # Without encryption, so that the pages can be searched.
    with MissionFile.create(path, None) as file:
        add_actor(file, "Zénobie Effacée")
        query = select(TABLES["actor"].c.id)
        (row,) = file.gate.read(lambda session: session.rows(query))
        file.gate.erase(ACTOR, row.id)
    content = path.read_bytes().lower()
    for form in ("zénobie", "zenobie", "effacée", "effacee"):
        assert form.encode() not in content


def test_an_error_of_the_database_quotes_no_text(mission: MissionFile) -> None:
    with pytest.raises(DBAPIError) as caught:
        mission.gate.run(
            "Bad", lambda session: session.insert(ACTOR, {"name": SPOKEN, "camp": "nowhere"})
        )
    assert SPOKEN not in str(caught.value)


def test_nothing_is_written_to_standard_error(path: Path) -> None:
    MissionFile.create(path, fast_key()).close()
    code = (
        "import sys; from pathlib import Path\n"
        "from entente.errors import EntenteError\n"
        "from entente.store.key import Key\n"
        "from entente.store.mission_file import MissionFile\n"
        "path = Path(sys.argv[1])\n"
        "key = Key(bytes(32), path.read_bytes()[:16])\n"
        "try: MissionFile.open(path, key)\n"
        "except EntenteError as error: print(type(error).__name__)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == "WrongPassphraseError"
    assert done.stderr == ""


def test_the_file_and_its_copies_can_be_read_by_their_key_only(mission: MissionFile) -> None:
    target = mission.path.with_name("copy.entente")
    mission.save_copy(target)
    assert target.read_bytes()[:16] == mission.salt
    reopen(target).close()
