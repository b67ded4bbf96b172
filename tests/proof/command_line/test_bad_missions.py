"""Whatever file, passphrase or reader is named: the work is done, or one sentence says why not."""

import os
import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import pytest
from sqlcipher3 import dbapi2 as driver

from entente.domain.actor import ACTOR
from entente.services import records
from entente.store import key
from entente.store.mission_file import MissionFile
from tests.proof.command_line.conftest import Told, refused, text
from tests.store.conftest import FAST

PASSPHRASE = "clé d’été à Sète"  # noqa: S105  # of missions made here
NAME = "Équipe n°7 « Réception » 100 % #1 ?.entente"


@pytest.fixture(scope="module")
def encrypted_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("secret") / NAME
    MissionFile.create(path, key.new_key(PASSPHRASE, FAST)).close()
    return path


@pytest.fixture
def encrypted(encrypted_once: Path, tmp_path: Path) -> Path:
    """A mission under a name with everything a French user writes in one."""
    return Path(shutil.copy(encrypted_once, tmp_path / NAME))


def _phrase(path: Path, phrase: str) -> Path:
    path.write_text(phrase + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_a_passphrase_opens_in_any_form(
    told: Told, encrypted: Path, tmp_path: Path, form: Literal["NFC", "NFD", "NFKC", "NFKD"]
) -> None:
    phrase = _phrase(tmp_path / "p", unicodedata.normalize(form, PASSPHRASE))
    status, out, err = told("info", encrypted, "--passphrase-file", phrase)
    assert (status, err) == (0, "")
    assert "encrypted" in out


@pytest.mark.parametrize(
    "place", [NAME, "a/é è/b", "x" * 150 + ".entente", "-rf", "~", "$HOME", "a;b&c|d"]
)
def test_a_mission_lies_wherever_its_user_puts_it(told: Told, tmp_path: Path, place: str) -> None:
    path = tmp_path / "dossier n°1" / place
    path.parent.mkdir(parents=True)
    assert told("new", path, "--unencrypted")[0] == 0
    source = text("Name\nÉmile\n")(tmp_path / "liste d’été & co.csv")
    assert told("import", path, "actors", source)[0] == 0
    assert told("export", path, "actors", path.parent / "acteurs été.csv")[0] == 0
    assert told("check", path)[0] == 0
    assert "Actors: 1" in told("info", path)[1]


def test_a_wrong_passphrase_is_refused_by_name(told: Told, encrypted: Path, tmp_path: Path) -> None:
    before = encrypted.read_bytes()
    for phrase in (PASSPHRASE.upper(), PASSPHRASE + " ", "x"):
        given = _phrase(tmp_path / "p", phrase)
        sentence = refused(*told("info", encrypted, "--passphrase-file", given))
        assert "Équipe n°7" in sentence
    assert "passphrase" in refused(*told("info", encrypted))
    assert encrypted.read_bytes() == before


def _newer(path: Path) -> None:
    with _changed(path) as connection:
        connection.execute("PRAGMA user_version = 99")


def _other_program(path: Path) -> None:
    with _changed(path) as connection:
        connection.execute("PRAGMA application_id = 7")


def _flipped(path: Path) -> None:
    """Turn the bits of a page in the middle, as a tired disk does."""
    data = bytearray(path.read_bytes())
    middle = len(data) // 8192 * 4096
    data[middle : middle + 2_000] = bytes(byte ^ 0xFF for byte in data[middle : middle + 2_000])
    path.write_bytes(data)


def _shortened(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 3)


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _letter(path: Path) -> None:
    path.write_bytes(b"Cher Monsieur,\n" * 900)


@contextmanager
def _changed(path: Path) -> Iterator[Any]:
    connection = driver.connect(str(path), isolation_level=None)
    yield connection
    connection.close()


@pytest.mark.parametrize(
    ("harm", "named"),
    [
        (_newer, "99"),
        (_other_program, "mission"),
        (_flipped, "damaged"),
        (_shortened, "damaged"),
        (_emptied, "mission"),
        (_letter, "mission"),
    ],
)
def test_a_file_that_is_no_sound_mission_is_left_alone(
    told: Told, mission: Path, tmp_path: Path, harm: Callable[[Path], None], named: str
) -> None:
    harm(mission)
    before = mission.read_bytes()
    source = text("Name\nA\n")(tmp_path / "l.csv")
    for words in (("info", mission), ("import", mission, "actors", source)):
        sentence = refused(*told(*words))
        assert "m.entente" in sentence
        assert named in sentence
    assert mission.read_bytes() == before
    assert not list(tmp_path.glob("m.entente-*"))


def test_one_turned_bit_of_an_encrypted_mission_is_found(
    told: Told, encrypted: Path, tmp_path: Path
) -> None:
    given = _phrase(tmp_path / "p", PASSPHRASE)
    data = bytearray(encrypted.read_bytes())
    data[len(data) // 2] ^= 1
    encrypted.write_bytes(data)
    sentence = refused(*told("info", encrypted, "--passphrase-file", given))
    assert "damaged" in sentence
    status, out, err = told("check", encrypted, "--passphrase-file", given)
    assert (status, err.count("\n")) == (1, 1)
    assert "pages: " in out
    assert encrypted.read_bytes() == bytes(data)


def test_a_file_that_is_open_is_not_written_to(told: Told, mission: Path, tmp_path: Path) -> None:
    source = text("Name\nA\n")(tmp_path / "l.csv")
    with MissionFile.open(mission, None) as file:
        assert "already open" in refused(*told("import", mission, "actors", source))
        counted = file.gate.read(lambda session: records.count(session, ACTOR))
    assert counted == 1


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="nothing is forbidden to this user"
)
def test_what_may_not_be_read_is_said(told: Told, mission: Path, tmp_path: Path) -> None:
    source = text("Name\nA\n")(tmp_path / "l.csv")
    source.chmod(0)
    assert "l.csv" in refused(*told("import", mission, "actors", source))
    mission.chmod(0)
    assert "m.entente" in refused(*told("info", mission))


def test_a_mission_that_may_not_be_written_is_read_and_not_changed(
    told: Told, mission: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever runs this may write anything, so the answer of the system is put in its place."""
    before = mission.read_bytes()
    mission.chmod(0o444)
    asked = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK and asked(path, mode))
    source = text("Name\nA\n")(tmp_path / "l.csv")
    assert told("info", mission)[0] == 0
    assert "m.entente" in refused(*told("import", mission, "actors", source))
    assert mission.read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [
        ("info",),
        ("check",),
        ("export", "actors", "l.csv"),
        ("brief", "conflict", "k.pdf", "--ref", "K1"),
    ],
)
def test_a_mission_that_is_not_there_is_said_to_be_missing(
    told: Told, tmp_path: Path, words: tuple[str, ...]
) -> None:
    command, *rest = words
    targets = [tmp_path / word if "." in word else word for word in rest]
    sentence = refused(*told(command, tmp_path / "absent.entente", *targets))
    assert "absent.entente" in sentence
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (("--ref", "K99"), "K99"),
        (("--ref", "<b>"), "<b>"),
        (("--ref", "K1", "--for", "party:A99"), "A99"),
        (("--ref", "K1", "--for", "party:A01"), "A01"),
    ],
)
def test_a_brief_nobody_can_have_is_refused(
    told: Told, mission: Path, tmp_path: Path, options: tuple[str, ...], named: str
) -> None:
    target = tmp_path / "k.pdf"
    sentence = refused(*told("brief", mission, "conflict", target, *options))
    assert named in sentence
    assert not target.exists()


@pytest.mark.parametrize("reader", ["party:", "party", "everybody", "", "Mediator"])
def test_a_reader_nobody_knows_is_wrong_usage(
    told: Told, mission: Path, tmp_path: Path, reader: str
) -> None:
    target = tmp_path / "k.pdf"
    status, out, err = told("brief", mission, "conflict", target, "--ref", "K1", "--for", reader)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert f"“{reader}”" in err
    assert not target.exists()
