import codecs
from collections.abc import Callable
from pathlib import Path

import pytest

from entente.errors import ImportRefusedError
from entente.exchange.delimited import guarded, unguarded
from entente.exchange.readers import read_table

MakeFile = Callable[[str, bytes | str], Path]
LIST = "Nom;Fonction\r\nOdile;Directrice\r\nNoémie;Infirmière « cœur »\r\n"
ROWS = [("Odile", "Directrice"), ("Noémie", "Infirmière « cœur »")]


@pytest.mark.parametrize(
    "data",
    [
        LIST.encode(),
        codecs.BOM_UTF8 + LIST.encode(),
        LIST.encode("cp1252"),
        LIST.encode("utf-16"),
        codecs.BOM_UTF16_BE + LIST.encode("utf-16-be"),
        LIST.encode("utf-32"),
        LIST.replace("\r\n", "\n").encode(),
        LIST.replace("\r\n", "\r").encode(),
        LIST.replace("\r\n", "\r", 1).replace("trice\r\n", "trice\n").encode(),
        LIST.replace(";", ",").encode(),
        LIST.replace(";", "\t").encode(),
        ("sep=;\r\n" + LIST).encode(),
        ("\r\n;\r\n" + LIST + ";\r\n\r\n").encode(),
        LIST.replace("Odile", '"Odile"').encode(),
    ],
)
def test_a_list_is_the_same_however_it_was_saved(make_file: MakeFile, data: bytes) -> None:
    table = read_table(make_file("liste é à.csv", data))
    assert table.headings == ("Nom", "Fonction")
    assert table.rows == ROWS
    assert table.source == "liste é à.csv"


def test_rows_are_counted_as_a_spreadsheet_counts_them(make_file: MakeFile) -> None:
    text = 'Contacts 2026;\n\nNom;Notes\nOdile;"two\nlines"\n;\nFirmin;x\n'
    table = read_table(make_file("a.csv", text))
    assert (table.heading_row, table.first_row) == (3, 4)
    assert table.rows == [("Odile", "two\nlines"), (None, None), ("Firmin", "x")]
    assert table.above == ("Contacts 2026",)


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("Nom;Fonction, service, lieu\nA;b, c\nD;e\n", ("Nom", "Fonction, service, lieu")),
        ("Nom, prénom;Lieu\nA, b;c\n", ("Nom, prénom", "Lieu")),
        ('"a;b",c\n"d;e",f\n', ("a;b", "c")),
        ("Nom\nOdile, Firmin\n", ("Nom",)),
    ],
)
def test_what_separates_the_columns_is_found_out(
    make_file: MakeFile, text: str, headings: tuple[str, ...]
) -> None:
    assert read_table(make_file("a.csv", text)).headings == headings


def test_text_that_looks_like_a_formula_stays_text(make_file: MakeFile) -> None:
    table = read_table(make_file("a.csv", "Nom;Notes\n=1+1;=cmd|' /C calc'!A0\n"))
    assert table.rows == [("=1+1", "=cmd|' /C calc'!A0")]


@pytest.mark.parametrize(
    ("data", "reason", "row", "column"),
    [
        (b"", "nothing in it", None, None),
        (b" \r\n;;\r\n", "nothing in it", None, None),
        (b"\x89PNG\r\n\x1a\n\0\0\0\r", "not a text file", None, None),
        ("a;b\n1;2\n1;2;3\n".encode("utf-16-le"), "not a text file", None, None),
        (b"a;b\n1;2\n1;2;3\n", "3 columns where the headings have 2", 3, "C"),
        (b"a;b;c\n1;2;3\n1;2\n", "2 columns where the headings have 3", 3, "C"),
        (b'a;b\n1;2\n3;"open\n4;5\n6;7\n', "never closed", 3, None),
        (b'a;b\n1;"x"y\n', "without being doubled", 2, None),
        (b"a;b;a\n1;2;3\n", "Columns A and C have the same heading", 1, "C"),
        (b"Nom;NOM \n1;2\n", "Columns A and B have the same heading", 1, "B"),
        (b"a;;c\n1;;3\n1;2;3\n", "Column B has values .the first in row 3. but no head", 1, "B"),
        ("a;b\né;è\n".encode() + "é;à\n".encode("cp1252"), "Line 3 is in another enc", 3, None),
        ("a;b\né;è\n".encode("cp1252") + "œ;à\n".encode(), "Line 3 is in another enc", 3, None),
        (b"a;b\n\x81;\x8d\n", "bytes that are no letters", 2, None),
        (codecs.BOM_UTF8 + b"a;b\n1;2\n\xe9;3\n", "bytes that are no letters", 3, None),
        (codecs.BOM_UTF16_LE + b"a\0;\0b", "bytes that are no letters", None, None),
        (b"a;b\n1;" + b"x" * (1 << 21) + b"\n", "more than a million characters", 2, None),
        (b"a;b\n" + b"1;2\n" * 100_001, "more than 100,000 rows", None, None),
        (b";".join(b"%d" % n for n in range(201)) + b"\n", "more than 200 columns", None, None),
        (b";".join(b"x" for _ in range(9999)) + b"\n", "more than 200 columns", None, None),
    ],
)
def test_a_list_that_cannot_be_read_whole_is_refused_with_its_place(
    make_file: MakeFile, data: bytes, reason: str, row: int | None, column: str | None
) -> None:
    with pytest.raises(ImportRefusedError, match=reason) as refused:
        read_table(make_file("a.csv", data))
    error = refused.value
    assert (error.source, error.row, error.column) == ("a.csv", row, column)


@pytest.mark.parametrize("text", ["QUALITÉ\xa0: bonne", "«\xa0LIBERTÉ\xa0»", "SOCIÉTÉ’S", "DÉJÀ»"])
def test_capitals_before_french_signs_are_no_mixture(make_file: MakeFile, text: str) -> None:
    data = f"Nom;Notes\nété;{text}\n{text};x\n".encode("cp1252")
    assert read_table(make_file("a.csv", data)).rows == [("été", text), (text, "x")]


def test_a_hundred_thousand_rows_are_read(make_file: MakeFile) -> None:
    table = read_table(make_file("a.csv", b"Nom;x\n" + b"Odile;1\n" * 100_000))
    assert len(table.rows) == 100_000


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(1 << 30)
    with pytest.raises(ImportRefusedError, match="larger than 64 MB"):
        read_table(path)


@pytest.mark.parametrize(("name", "told"), [("gone.csv", "no such file"), ("f.csv", "a folder")])
def test_what_is_no_file_is_refused(tmp_path: Path, name: str, told: str) -> None:
    (tmp_path / "f.csv").mkdir()
    with pytest.raises(ImportRefusedError, match=told):
        read_table(tmp_path / name)


def test_an_unknown_kind_of_file_is_refused(make_file: MakeFile) -> None:
    with pytest.raises(ImportRefusedError, match="CSV, XLSX, ODS, vCard, GraphML, GEXF and Trello"):
        read_table(make_file("notes.docx", "hello"))


@pytest.mark.parametrize(
    "text", ["=1", "+1", "-1", "@a", "\t=1", "'=1", "''+", "\uff1d1", "'", "a=1"]
)
def test_guarding_a_text_can_be_undone(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert guarded(text)[0] not in "=+-@\t\uff1d"
