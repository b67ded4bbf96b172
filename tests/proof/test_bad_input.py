"""Whatever is handed to the command line: done, or one sentence with its place and no harm."""

import csv
import os
import shutil
import sys
import time
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Literal

import openpyxl
import pytest
from sqlcipher3 import dbapi2 as driver

from entente import cli
from entente.domain.actor import ACTOR
from entente.domain.difficulty import DIFFICULTY
from entente.exchange.table import FILE_MAX
from entente.i18n import use_language
from entente.services import records
from entente.store import key, unlock
from entente.store.mission_file import MissionFile
from tests.store.conftest import FAST

PASSPHRASE = "clé d’été à Sète"  # noqa: S105  # of missions made here
NAME = "Équipe n°7 « Réception » 100 % #1 ?.entente"
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


def workbook(path: Path, rows: list[list[object]]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(path)
    return path


def bomb(path: Path) -> Path:
    """Write a workbook that unfolds to a thousand times its size."""
    sheet = workbook(path, [["Name"], ["x"]])
    with zipfile.ZipFile(sheet) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    row = b'<row r="2"><c r="A2" t="inlineStr"><is><t>' + b"a" * 30_000_000 + b"</t></is></c></row>"
    parts["xl/worksheets/sheet1.xml"] = (
        b"<worksheet><sheetData>" + row + b"</sheetData></worksheet>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def far_cell(path: Path) -> Path:
    """Write a workbook whose one value stands in the last corner there is."""
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "Name"
    book.worksheets[0]["XFD1048576"] = "x"
    book.save(path)
    return path


def huge(path: Path) -> Path:
    """Write a file of a gigabyte that takes no room."""
    path.write_bytes(b"PK\x03\x04")
    os.truncate(path, 1 << 30)
    return path


def text(content: str | bytes) -> Callable[[Path], Path]:
    def write(path: Path) -> Path:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def folder(path: Path) -> Path:
    path.mkdir()
    return path


def nothing(path: Path) -> Path:
    return path


LONG = "x" * 100_000
#: What is handed in: the name of the file, how it is written, and what the sentence names.
LISTS: dict[str, tuple[str, Callable[[Path], Path], tuple[str, ...]]] = {
    "headings missing": (
        "l.csv",
        text("Blanche Orvet;Assistante\nCôme Rivelin;Cuisinier\n"),
        ("l.csv",),
    ),
    "no column for the name": ("l.csv", text("Role,Power\nAssistante,2\n"), ("l.csv", "Name")),
    "a heading twice": ("l.csv", text("Name,Role,Name\nA,B,C\n"), ("l.csv", "“Name”")),
    "headings alone": ("l.csv", text("Name,Role\n"), ("l.csv",)),
    "bomb": ("l.xlsx", bomb, ("l.xlsx",)),
    "far cell": ("l.xlsx", far_cell, ("l.xlsx",)),
    "a gigabyte": ("l.xlsx", huge, ("l.xlsx", f"{FILE_MAX >> 20} MB")),
    "a gigabyte of text": ("l.csv", huge, ("l.csv", f"{FILE_MAX >> 20} MB")),
    "a name of 100,000 letters": ("l.csv", text(f"Name\nA\n{LONG}\n"), ("l.csv", "row 3", "Name")),
    "a score of 9": ("l.csv", text("Name,Power\nA,2\nB,9\n"), ("l.csv", "row 3", "Power", "9")),
    "a score in words": ("l.csv", text("Name,Power\nA,much\n"), ("l.csv", "row 2", "Power")),
    "a camp nobody knows": ("l.csv", text("Name,Camp\nA,moon\n"), ("l.csv", "row 2", "Camp")),
    "no name": ("l.csv", text("Name,Role\n,Cook\n"), ("l.csv", "row 2", "Name")),
    "a ragged row": ("l.csv", text("Name,Role\nA,B\nC,D,E\n"), ("l.csv", "row 3", "“C”")),
    "a short row": ("l.csv", text("Name,Role,Power\nA,B,2\nC\n"), ("l.csv", "row 3")),
    "a quotation mark never closed": ("l.csv", text('Name,Role\n"A,B\nC,D\n'), ("l.csv", "row 2")),
    "a quotation mark inside": ("l.csv", text('Name,Role\n"A"b,B\n'), ("l.csv", "row 2")),
    "bytes": ("l.csv", text(bytes(range(256)) * 40), ("l.csv",)),
    "two encodings": (
        "l.csv",
        text("Name\nÉmile\n".encode() + "Zoé\n".encode("cp1252")),
        ("l.csv",),
    ),
    "a picture": ("l.csv", text(b"\x89PNG\r\n\x1a\n" + bytes(500)), ("l.csv",)),
    "an old workbook": (
        "l.xls",
        text(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)),
        ("l.xls",),
    ),
    "no workbook": ("l.xlsx", text("Name\nA\n"), ("l.xlsx",)),
    "half a workbook": (
        "l.xlsx",
        lambda path: _cut(workbook(path, [["Name"], ["A"]])),
        ("l.xlsx",),
    ),
    "a date that never was": (
        "k.csv",
        text("Title,Noticed on\nA,31/02/2026\n"),
        ("k.csv", "row 2", "Noticed on", "31/02/2026"),
    ),
    "a stage of 10": ("k.csv", text("Title,Stage (Glasl)\nA,10\n"), ("k.csv", "row 2", "Stage")),
    "nothing": ("l.csv", text(""), ("l.csv",)),
    "blanks": ("l.csv", text(" \n\n\t\n"), ("l.csv",)),
    "no file": ("l.csv", nothing, ("l.csv",)),
    "a folder": ("l.csv", folder, ("l.csv", "folder")),
    "half a card": ("l.vcf", text("BEGIN:VCARD\nVERSION:3.0\nFN:A\n"), ("l.vcf",)),
    "an ending nobody knows": ("l.doc", text("Name\nA\n"), ("l.doc",)),
}


def _cut(path: Path) -> Path:
    os.truncate(path, path.stat().st_size // 2)
    return path


@pytest.mark.parametrize("case", LISTS)
def test_a_list_that_cannot_be_taken_is_refused_whole(
    told: Told, mission: Path, tmp_path: Path, case: str
) -> None:
    name, write, named = LISTS[case]
    before = dump(mission)
    kind = "difficulties" if name.startswith("k") else "actors"
    began = time.monotonic()
    sentence = refused(*told("import", mission, kind, write(tmp_path / name)))
    assert time.monotonic() - began < 5
    assert [part for part in named if part not in sentence] == [], sentence
    assert dump(mission) == before


def _names(told: Told, mission: Path, tmp_path: Path) -> list[str]:
    """Return the names of the actors, as an export has them."""
    target = tmp_path / "names.csv"
    assert told("export", mission, "actors", target)[0] == 0
    with target.open(encoding="utf-8-sig", newline="") as file:
        return [row["Name"] for row in csv.DictReader(file)]


TAKEN: dict[str, tuple[str, Callable[[Path], Path], list[str]]] = {
    "cp1252": (
        "l.csv",
        text("Nom;Rôle\nÉmile Œuvré;Chef – 2 €\n".encode("cp1252")),
        ["Émile Œuvré"],
    ),
    "UTF-16, little end first": (
        "l.csv",
        text("Nom;Rôle\nÉmile;Chef\n".encode("utf-16")),
        ["Émile"],
    ),
    "UTF-16, big end first": (
        "l.csv",
        text(b"\xfe\xff" + "Nom\tRôle\nÉmile\tChef\n".encode("utf-16-be")),
        ["Émile"],
    ),
    "UTF-8 with its mark": (
        "l.csv",
        text("Name,Role\nÉmile,Chef\n".encode("utf-8-sig")),
        ["Émile"],
    ),
    "mixed line ends": (
        "l.csv",
        text(b"Name,Role\r\nA,1\rB,2\nC,3\r\n\r\nD,4"),
        ["A", "B", "C", "D"],
    ),
    "a line in a cell": ("l.csv", text('Name,Notes\nA,"un\r\ndeux"\nB,x\n'), ["A", "B"]),
    "formula cells": ("l.csv", text('Name,Role\n=1+1,@SUM(1)\n"\'=2",-3\n'), ["=1+1", "=2"]),
    "letters of all kinds": (
        "l.csv",
        text("Name\nمريم\n👩\u200d⚖️ Zoé\n<b>R&D</b>\n田中\n"),
        ["مريم", "👩\u200d⚖️ Zoé", "<b>R&D</b>", "田中"],
    ),
    "a workbook": (
        "l.xlsx",
        lambda path: workbook(path, [["Name", "Power"], ["Émile", 2.5]]),
        ["Émile"],
    ),
}


@pytest.mark.parametrize("case", TAKEN)
def test_a_list_that_looks_odd_is_taken(
    told: Told, mission: Path, tmp_path: Path, case: str
) -> None:
    name, write, names = TAKEN[case]
    status, out, err = told("import", mission, "actors", write(tmp_path / name))
    assert (status, err) == (0, "")
    assert out.startswith(f"{name}: {len(names)} added")
    written = [one.removeprefix("'") for one in _names(told, mission, tmp_path)[1:]]
    assert sorted(written) == sorted(names)


def test_formulas_without_a_result_are_named(told: Told, mission: Path, tmp_path: Path) -> None:
    path = workbook(tmp_path / "l.xlsx", [["Name", "Role"], ["A", "=1+1"], ["=A2", "x"]])
    before = dump(mission)
    sentence = refused(*told("import", mission, "actors", path))
    assert "l.xlsx, row 2, column “B”" in sentence
    assert dump(mission) == before


def test_three_thousand_contacts_of_a_telephone_are_taken(
    told: Told, mission: Path, tmp_path: Path
) -> None:
    card = (
        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Nom {0};Prénom;;;\r\nFN:Prénom Nom {0}\r\n"
        "TEL;TYPE=CELL:+33 6 00 {0:04d}\r\nEMAIL:n{0}@exemple.example\r\n"
        "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQ\r\nORG:Clinique;Service\r\nEND:VCARD\r\n"
    )
    path = tmp_path / "contacts.vcf"
    path.write_text("".join(card.format(number) for number in range(3_000)), "utf-8")
    began = time.monotonic()
    status, out, err = told("import", mission, "actors", path)
    assert (status, err) == (0, "")
    assert "3000 added" in out
    assert time.monotonic() - began < 15  # two seconds where nothing else runs


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
