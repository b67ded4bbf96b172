"""Files as other programs, and people who mean harm, write them."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

MakeFile = Callable[[str, bytes | str], Path]
#: Rows of cells, with a leading `=` for a formula.
MakeBook = Callable[..., Path]

_OPENDOCUMENT = "application/vnd.oasis.opendocument.spreadsheet"


@pytest.fixture
def make_file(tmp_path: Path) -> MakeFile:
    """Write a file; a text is written in UTF-8 with its line ends as they are."""

    def make(name: str, data: bytes | str) -> Path:
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return path

    return make


@pytest.fixture
def make_book(tmp_path: Path) -> MakeBook:
    """Write an Excel workbook with one sheet a keyword, or one called `Sheet`."""

    def make(name: str, *rows: list[object], **sheets: list[list[object]]) -> Path:
        book = openpyxl.Workbook()
        book.remove(book.worksheets[0])
        for title, cells in (sheets or {"Sheet": list(rows)}).items():
            sheet = book.create_sheet(title)
            for row in cells:
                sheet.append(row)
        path = tmp_path / name
        book.save(path)
        return path

    return make


@pytest.fixture
def replace_part() -> Callable[[Path, str, bytes], None]:
    """Put other bytes in place of one part of a workbook."""

    def replace(path: Path, part: str, data: bytes) -> None:
        out = io.BytesIO()
        with (
            zipfile.ZipFile(path) as old,
            zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
        ):
            for name in old.namelist():
                new.writestr(name, data if name == part else old.read(name))
            if part not in old.namelist():
                new.writestr(part, data)
        path.write_bytes(out.getvalue())

    return replace


@pytest.fixture
def make_document(tmp_path: Path) -> Callable[[str, str], Path]:
    """Write a LibreOffice sheet with these table rows."""

    def make(name: str, rows: str) -> Path:
        spaces = " ".join(f'xmlns:{space}="{space}"' for space in ("office", "table", "text"))
        content = (
            f'<office:document-content {spaces} xmlns:calcext="c"><office:body>'
            f'<office:spreadsheet><table:table table:name="Feuille1">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>"
        )
        path = tmp_path / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("mimetype", _OPENDOCUMENT, zipfile.ZIP_STORED)
            archive.writestr("META-INF/manifest.xml", "<manifest/>")
            archive.writestr("content.xml", content)
        return path

    return make
