import datetime as dt
import os
import stat
import sys
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from entente.domain.actor import ACTOR
from entente.domain.note import STEP
from entente.domain.records import RecordType
from entente.errors import InvalidValueError, OutputError
from entente.exchange.export import Export, export
from entente.exchange.readers import read_table
from entente.exchange.writers import SUFFIXES, write_export

NAMES = ("id", "ref", "name", "organisation_id", "camp", "power", "urgency", "notes")
ROWS = [
    ("k1", "A01", "Clémence Roseraie", "o1", "direction", 4.5, True, "two\nlines; a, b"),
    ("k2", "A02", "=cmd|' /C calc'!A0", None, None, None, False, "+33 1 99 00 21 01"),
    ("k3", "A03", "-2+3 \U0001f642", "o9", "digital", 1.0, None, '"quoted" \u202eevil'),
]
HEADINGS = ("Reference", "Name", "Organisation", "Camp", "Power", "Urgency", "Notes")


@pytest.fixture
def actors() -> Export:
    return export(ACTOR, NAMES, ROWS, {"o1": "Logiprisme SAS"}, "en")


def one_text(text: str) -> Export:
    return export(ACTOR, ("ref", "notes"), [("A01", text)], {}, "en")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_is_written_is_read_back_the_same(actors: Export, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"acteurs à {suffix}"
    write_export(path, actors)
    table = read_table(path)
    assert table.headings == HEADINGS
    four, one = (4.5, 1) if suffix == ".xlsx" else ("4.5", "1")
    assert table.rows == [
        (
            "A01",
            "Clémence Roseraie",
            "Logiprisme SAS",
            "management",
            four,
            "yes",
            "two\nlines; a, b",
        ),
        ("A02", "=cmd|' /C calc'!A0", None, None, None, "no", "+33 1 99 00 21 01"),
        ("A03", "-2+3 \U0001f642", None, "IT", one, None, '"quoted" \u202eevil'),
    ]


def test_a_french_csv_is_what_a_french_spreadsheet_opens(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    day = dt.date(2026, 5, 6)
    names = ("id", "text", "due_on", "done")
    write_export(path, export(STEP, names, [("k", "@Odile", day, True)], {}, "fr"))
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\r\n")
    first = data.decode("utf-8-sig").splitlines()[1].split(";")
    assert first[:2] == ["'@Odile", "06/05/2026"]
    write_export(path, export(ACTOR, NAMES, ROWS, {}, "fr"))
    lines = path.read_text("utf-8-sig")
    assert ";4,5;" in lines
    write_export(path, export(ACTOR, NAMES, ROWS, {}, "en"))
    assert ",4.5," in path.read_text("utf-8-sig")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\uff1d"])
def test_a_text_a_spreadsheet_would_calculate_is_guarded(tmp_path: Path, start: str) -> None:
    path = tmp_path / "a.csv"
    write_export(path, one_text(f"{start}1+1"))
    assert f"A01,'{start}1+1" in path.read_text("utf-8-sig")
    assert read_table(path).rows == [("A01", f"{start}1+1")]


def test_a_negative_number_is_not_guarded(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    relation = RecordType("x", "X", "X", (ACTOR.field("power"),), "power")
    write_export(path, export(relation, ("power",), [(-2.5,)], {}, "en"))
    assert path.read_text("utf-8-sig").splitlines()[1] == "-2.5"


def test_a_workbook_holds_texts_numbers_and_dates_and_no_formula(
    actors: Export, tmp_path: Path
) -> None:
    path = tmp_path / "a.xlsx"
    write_export(path, actors)
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    assert sheet.title == "Actors"
    assert [sheet["B3"].value, sheet["B3"].data_type] == ["=cmd|' /C calc'!A0", "s"]
    assert [sheet["E2"].value, sheet["E2"].data_type] == [4.5, "n"]
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == "A1:G4"
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    assert rules["D2:D204"].formula1 == (
        '"management,IT,business,vendor,support,funder,project owner\'s adviser,user"'
    )
    assert float(rules["E2:E204"].formula1) == 1
    assert float(rules["E2:E204"].formula2) == 5
    assert rules["F2:F204"].formula1 == '"yes,no"'
    with zipfile.ZipFile(path) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
        assert not [name for name in archive.namelist() if "hyperlink" in name.lower()]


def test_a_date_in_a_workbook_is_a_date(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    day = dt.date(2026, 5, 6)
    write_export(path, export(STEP, ("text", "due_on"), [("x", day)], {}, "fr"))
    assert read_table(path).rows == [("x", day)]


@pytest.mark.parametrize("length", [32_767, 100_000])
def test_a_text_longer_than_a_cell_is_never_cut_in_silence(tmp_path: Path, length: int) -> None:
    long = one_text("x" * length)
    path = tmp_path / "a.xlsx"
    if length <= 32_767:
        write_export(path, long)
        assert read_table(path).rows == [("A01", "x" * length)]
        return
    with pytest.raises(InvalidValueError, match="at most 32,767 characters") as refused:
        write_export(path, long)
    assert refused.value.field == "Notes"
    assert list(tmp_path.iterdir()) == []
    write_export(tmp_path / "a.csv", long)
    assert read_table(tmp_path / "a.csv").rows == [("A01", "x" * length)]


def test_emoji_count_double_in_a_cell(tmp_path: Path) -> None:
    write_export(tmp_path / "a.xlsx", one_text("🙂" * 16_383))
    with pytest.raises(InvalidValueError):
        write_export(tmp_path / "b.xlsx", one_text("🙂" * 16_384))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_register_without_records_is_a_form_to_fill_in(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    write_export(path, export(ACTOR, NAMES, [], {}, "en"))
    assert read_table(path).headings == HEADINGS


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_only_its_owner_may_read_what_was_written(
    actors: Export, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_text("older")
    path.chmod(0o644)
    write_export(path, actors)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


def test_a_folder_that_is_not_there_is_said(actors: Export, tmp_path: Path) -> None:
    path = tmp_path / "gone" / "a.csv"
    with pytest.raises(OutputError) as refused:
        write_export(path, actors)
    assert refused.value.path == path


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_cannot_take_its_place_leaves_nothing_behind(
    actors: Export, tmp_path: Path, suffix: str
) -> None:
    (tmp_path / f"a{suffix}").mkdir()
    with pytest.raises(OutputError):
        write_export(tmp_path / f"a{suffix}", actors)
    assert [found.name for found in tmp_path.iterdir()] == [f"a{suffix}"]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_does_not_come_back_the_same_is_not_kept(
    actors: Export, tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(b"older")

    def spoil(handle: int, mode: str) -> Any:  # noqa: ANN401  # what os.fdopen returns
        file = opened(handle, mode)
        file.write(b"spoiled;")
        return file

    opened = os.fdopen
    monkeypatch.setattr(os, "fdopen", spoil)
    with pytest.raises(OutputError):
        write_export(path, actors)
    assert path.read_bytes() == b"older"
    assert len(list(tmp_path.iterdir())) == 1


def test_the_disk_is_full(actors: Export, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError) as refused:
        write_export(tmp_path / "a.csv", actors)
    assert refused.value.cause.errno == 28
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a.ods", "a", "a.txt"])
def test_another_format_is_a_mistake_of_ours(actors: Export, tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match=r"^$|ods|txt"):
        write_export(tmp_path / name, actors)


def test_columns_are_those_that_were_handed_over() -> None:
    written = export(ACTOR, ("id", "name", "power"), [("k", "Odile", None)], {}, "en")
    assert [column.heading for column in written.columns] == ["Name", "Power"]
    assert written.rows == [("Odile", None)]
