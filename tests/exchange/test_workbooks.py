import datetime as dt
import io
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from entente.domain.actor import ACTOR
from entente.domain.relation import RELATION
from entente.errors import ImportRefusedError
from entente.exchange.readers import read_table

MakeFile = Callable[[str, bytes | str], Path]
MakeBook = Callable[..., Path]
MakeDocument = Callable[[str, str], Path]
ReplacePart = Callable[[Path, str, bytes], None]
SHEET = "xl/worksheets/sheet1.xml"
TEXTS = "xl/sharedStrings.xml"


def sheet_of(rows: str) -> bytes:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'.encode()


def cell_of(text: str, attributes: str = "") -> str:
    return (
        f'<table:table-cell office:value-type="string" {attributes}>'
        f"<text:p>{text}</text:p></table:table-cell>"
    )


def _archive(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, "")
    return out.getvalue()


def refusal(path: Path) -> ImportRefusedError:
    with pytest.raises(ImportRefusedError) as refused:
        read_table(path)
    return refused.value


def test_cells_keep_their_type(make_book: MakeBook) -> None:
    day = dt.date(2026, 5, 6)
    path = make_book("a.xlsx", ["Nom", "Note", "Le", "Fait"], ["Odile", 3.5, day, True], [7, 4.0])
    assert read_table(path).rows == [("Odile", 3.5, day, True), (7, 4, None, None)]


def test_blank_rows_above_are_passed_and_counted(make_book: MakeBook) -> None:
    table = read_table(make_book("a.xlsx", [], ["Contacts"], [], ["Nom", "Rôle"], [], ["A", "b"]))
    assert (table.headings, table.heading_row) == (("Nom", "Rôle"), 4)
    assert (table.rows, table.first_row) == ([(None, None), ("A", "b")], 5)
    assert table.above == ("Contacts",)


def test_the_first_sheet_with_anything_in_it_is_read(make_book: MakeBook) -> None:
    rows = [["Nom"], ["Odile"]]
    table = read_table(make_book("a.xlsx", Vide=[], Liste=rows, Autre=[["x"], ["y"]]))
    assert (table.sheet, table.sheets) == ("Liste", ("Vide", "Liste", "Autre"))
    assert table.rows == [("Odile",)]


def test_a_sheet_called_like_the_records_comes_first(make_book: MakeBook) -> None:
    path = make_book(
        "a.xlsx",
        Intro=[["Nom"], ["x"]],
        Actors=[["Nom"], ["Odile"]],
        Relations=[["De", "À"], ["a", "b"]],
    )
    assert read_table(path, ACTOR).rows == [("Odile",)]
    assert read_table(path, RELATION).sheet == "Relations"
    assert read_table(path, RELATION, "Intro").sheet == "Intro"
    with pytest.raises(ImportRefusedError, match="no such sheet"):
        read_table(path, ACTOR, "Gone")


def test_a_formula_counts_by_its_result(make_book: MakeBook, replace_part: ReplacePart) -> None:
    path = make_book("a.xlsx", ["Nom"], ["x"])
    cells = '<c r="A1" t="str"><v>Nom</v></c></row><row r="2"><c r="A2" t="str"><f>B2</f>'
    replace_part(path, SHEET, sheet_of(f'<row r="1">{cells}<v>Odile</v></c></row>'))
    assert read_table(path).rows == [("Odile",)]


def test_a_formula_that_was_never_calculated_is_refused_with_its_cell(make_book: MakeBook) -> None:
    error = refusal(make_book("a.xlsx", ["Nom", "Note"], ["Odile", 1], ["Firmin", "=1+1"]))
    assert (error.row, error.column) == (3, "B")
    assert "no result yet" in error.reason


@pytest.mark.parametrize("fault", ["#REF!", "#N/A", "#DIV/0!"])
def test_an_error_in_a_cell_is_refused_with_its_cell(make_book: MakeBook, fault: str) -> None:
    error = refusal(make_book("a.xlsx", ["Nom", "Note"], ["Odile", fault]))
    assert (error.row, error.column) == (2, "B")
    assert "holds an error" in error.reason


def test_parts_written_otherwise_than_excel_does_are_found(
    make_book: MakeBook, tmp_path: Path
) -> None:
    path = make_book("a.xlsx", ["Nom", "Rôle"], ["Odile", "x"])
    other = tmp_path / "b.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(other, "w") as new:
        for name in old.namelist():
            data = old.read(name).replace(b"><", b">\n    <")
            new.writestr(name.replace("sharedStrings", "SharedStrings"), data)
    assert read_table(other).rows == [("Odile", "x")]


def test_a_shared_text_that_is_not_named_is_blank(
    make_book: MakeBook, replace_part: ReplacePart
) -> None:
    path = make_book("a.xlsx", ["Nom", "Rôle"], ["Odile", "x"])
    cells = '<c r="A1" t="str"><v>Nom</v></c><c r="B1" t="s"><v></v></c>'
    replace_part(path, SHEET, sheet_of(f'<row r="1">{cells}</row>'))
    assert read_table(path).headings == ("Nom",)


def test_text_beginning_with_an_equals_sign_is_text(
    make_book: MakeBook, replace_part: ReplacePart
) -> None:
    path = make_book("a.xlsx", ["Nom"], ["x"])
    text = '<c r="{}" t="inlineStr"><is><t>{}</t></is></c>'.format
    rows = f"<row>{text('A1', 'Nom')}</row><row>{text('A2', '=1+1')}</row>"
    replace_part(path, SHEET, sheet_of(rows))
    assert read_table(path).rows == [("=1+1",)]


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ('<row r="1"><c r="A1"><v>1</v></c></row><row><c r="A1048576"><v>1</v></c></row>', "rows"),
        ('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" t="str"><v></v></c></row>', "columns"),
        ("<row>" + "<c><v>1</v></c>" * 201 + "</row>", "columns"),
        ("<row><c><v>1</v></c></row>" * 100_200, "rows"),
        (
            "<row>" + "<c><v>1</v></c>" * 150 + '</row><row r="99999"><c><v>1</v></c></row>',
            "unfold",
        ),
        ('<row><c r="ABCD1"><v>1</v></c></row>', "damaged"),
        ('<row><c r="1A"><v>1</v></c></row>', "damaged"),
        ('<row r="-5"><c><v>1</v></c></row>', "damaged"),
        ("<row><c><v>1</v></row>", "damaged"),
    ],
)
def test_a_sheet_that_is_too_wide_or_long_is_refused_before_it_is_read(
    make_book: MakeBook, replace_part: ReplacePart, rows: str, reason: str
) -> None:
    path = make_book("a.xlsx", ["Nom"], ["x"])
    replace_part(path, SHEET, sheet_of(rows))
    assert reason in refusal(path).reason


def test_blank_cells_far_away_do_not_count(make_book: MakeBook, replace_part: ReplacePart) -> None:
    path = make_book("a.xlsx", ["Nom"], ["x"])
    far = '<c r="XFD1" s="0"/></row><row r="1048576"><c r="A1048576" s="0"></c></row>'
    replace_part(path, SHEET, sheet_of(f'<row r="1"><c r="A1" t="str"><v>Nom</v></c>{far}'))
    assert read_table(path).headings == ("Nom",)


def test_one_long_text_in_a_million_cells_is_refused(
    make_book: MakeBook, replace_part: ReplacePart
) -> None:
    path = make_book("a.xlsx", ["Nom"], ["x"])
    row = "<row>" + '<c t="s"><v>0</v></c>' * 50 + "</row>"
    replace_part(path, SHEET, sheet_of(row * 200))
    replace_part(path, TEXTS, f"<sst><si><t>{'a' * 30_000}</t></si></sst>".encode())
    assert "unfolds to more" in refusal(path).reason


@pytest.mark.parametrize(
    "entity",
    [
        b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>',
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet/>',
    ],
)
def test_entities_are_refused(
    make_book: MakeBook, replace_part: ReplacePart, entity: bytes
) -> None:
    path = make_book("a.xlsx", ["Nom"], ["x"])
    replace_part(path, SHEET, entity)
    assert "damaged" in refusal(path).reason


@pytest.mark.parametrize("name", ["bomb.xlsx", "bomb.csv"])
def test_a_bomb_is_refused_without_going_off(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open(SHEET, "w") as part:
            for _piece in range(300):
                part.write(bytes(1 << 20))
    tracemalloc.start()
    assert "unfolds to more" in refusal(path).reason
    __, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1 << 20


def test_a_part_larger_than_it_says_is_refused(make_book: MakeBook) -> None:
    path = make_book("a.xlsx", ["Nom"], *[["Odile"]] * 500)
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo(SHEET).file_size.to_bytes(4, "little")
    place = data.find(size)
    while place >= 0:
        data[place : place + 4] = (10).to_bytes(4, "little")
        place = data.find(size)
    path.write_bytes(data)
    assert refusal(path).reason


def test_too_many_parts_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(2_001):
            archive.writestr(f"part{number}", "")
    assert "unfolds to more" in refusal(path).reason


def test_a_locked_part_is_refused(make_book: MakeBook) -> None:
    path = make_book("a.xlsx", ["Nom"], ["x"])
    data = bytearray(path.read_bytes())
    place = data.find(b"PK\x01\x02")
    data[place + 8] |= 1
    path.write_bytes(data)
    assert "protected by a password" in refusal(path).reason


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old or protected workbook"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old or protected workbook"),
        ("a.xlsx", b"PK\x03\x04 and no more", "damaged"),
        ("a.xlsb", _archive("xl/workbook.bin"), "binary workbook"),
        ("a.xlsx", _archive("word/document.xml"), "no workbook at all"),
        ("a.xlsx", b"Nom;Fonction\nOdile;x\n", "no workbook at all"),
        ("a.ods", b"Nom;Fonction\nOdile;x\n", "no workbook at all"),
    ],
)
def test_what_is_no_workbook_is_refused(
    make_file: MakeFile, name: str, data: bytes, reason: str
) -> None:
    assert reason in refusal(make_file(name, data)).reason


def test_a_workbook_cut_short_is_refused(make_book: MakeBook) -> None:
    path = make_book("a.xlsx", ["Nom"], ["x"])
    data = path.read_bytes()
    for length in range(4, len(data), len(data) // 40):
        path.write_bytes(data[:length])
        assert "damaged" in refusal(path).reason


def test_a_damaged_workbook_never_breaks_the_program(make_book: MakeBook) -> None:
    path = make_book("a.xlsx", ["Nom", "Rôle"], ["Odile", "x"])
    data = path.read_bytes()
    for place in range(0, len(data), 37):
        path.write_bytes(data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :])
        try:
            table = read_table(path)
        except ImportRefusedError:
            continue
        assert table.source == "a.xlsx"


def test_headings_are_missing_or_twice_in_a_workbook_too(make_book: MakeBook) -> None:
    error = refusal(make_book("a.xlsx", ["Nom", "nom"], ["a", "b"]))
    assert (error.row, error.column) == (1, "B")
    error = refusal(make_book("b.xlsx", [], ["Nom", None, "Rôle"], ["a", "b", "c"]))
    assert (error.row, error.column) == (2, "B")
    assert "nothing in it" in refusal(make_book("c.xlsx", [], [])).reason


def test_a_sheet_of_libreoffice_is_read(make_document: MakeDocument) -> None:
    rest = '<table:table-cell table:number-columns-repeated="16382"/>'
    date = '<table:table-cell office:value-type="date" office:date-value="2026-05-06"/>'
    path = make_document(
        "a.ods",
        f"<table:table-row>{cell_of('Nom')}{cell_of('Le')}{rest}</table:table-row>"
        f"<table:table-row>{cell_of('Noémie')}{date}{rest}</table:table-row>"
        '<table:table-row table:number-rows-repeated="1048574">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
    )
    table = read_table(path)
    assert (table.sheet, table.headings) == ("Feuille1", ("Nom", "Le"))
    assert table.rows == [("Noémie", dt.date(2026, 5, 6))]


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        (
            '<table:table-row table:number-rows-repeated="1000000">'
            + cell_of("x", 'table:number-columns-repeated="100"')
            + "</table:table-row>",
            "rows",
        ),
        (
            "<table:table-row>"
            + cell_of("x", 'table:number-columns-repeated="16384"')
            + "</table:table-row>",
            "columns",
        ),
        (
            '<table:table-row><table:table-cell table:number-columns-repeated="16000"/>'
            "<table:table-cell/></table:table-row>" * 400,
            "unfolds to more",
        ),
        (
            (
                '<table:table-row table:number-rows-repeated="1000">'
                + cell_of("x" * 1000, 'table:number-columns-repeated="100"')
                + "</table:table-row>"
            )
            * 2,
            "unfolds to more",
        ),
        ('<table:table-row table:number-rows-repeated="-1"/>', "damaged"),
        ("<table:table-row>", "damaged"),
    ],
)
def test_a_sheet_that_repeats_itself_without_end_is_refused(
    make_document: MakeDocument, rows: str, reason: str
) -> None:
    assert reason in refusal(make_document("a.ods", rows)).reason


def test_an_error_in_a_sheet_of_libreoffice_is_refused(make_document: MakeDocument) -> None:
    fault = cell_of("#REF!", 'calcext:value-type="error" table:formula="of:=X"')
    rows = f"<table:table-row>{cell_of('Nom')}{cell_of('x')}</table:table-row>"
    path = make_document("a.ods", f"{rows}<table:table-row>{cell_of('a')}{fault}</table:table-row>")
    error = refusal(path)
    assert (error.row, error.column) == (2, "B")
