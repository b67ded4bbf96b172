"""Whatever list is handed in: taken, or refused whole in one sentence with its place."""

import csv
import os
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from entente.exchange.table import FILE_MAX
from tests.proof.command_line.conftest import Told, dump, refused, text


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
