"""The register of risks on its way to a spreadsheet and back."""

import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from entente import cli

OFFICE = shutil.which("soffice")
#: Cells between semicolons, in UTF-8, written as they are shown, as to a person in France.
AS_TEXT = "csv:Text - txt - csv (StarCalc):59,34,76,1,,1036,false,true"


def figures(path: Path, capsys: pytest.CaptureFixture[str], day: str) -> dict[str, Any]:
    capsys.readouterr()
    assert cli.main(["analyse", str(path), "risks", "--json", "--on", day]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


@pytest.fixture
def exported(confluent: Path, tmp_path: Path) -> Path:
    target = tmp_path / "risques.xlsx"
    assert cli.main(["export", str(confluent), "risks", str(target), "--lang", "fr"]) == 0
    return target


def by_hand(path: Path) -> Path:
    """Change two cells as a spreadsheet would: the amount of R03, the event of R05."""
    edited = path.with_name("edited.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(edited, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                text, count = re.subn(rb"<v>20000</v>", b"<v>24500</v>", text)
                assert count == 1
            if name == "xl/sharedStrings.xml":
                before = "Paramétrage qu’on ne peut plus maintenir".encode()
                assert text.count(before) >= 1
                text = text.replace(before, "Paramétrage hors de portée".encode())
            new.writestr(name, text)
    return edited


def office(path: Path, kind: str, *options: str) -> Path:
    """Let LibreOffice open a file and save it as another kind, as it does for a person."""
    assert OFFICE is not None
    folder = path.parent / f"as-{kind}"
    profile = f"-env:UserInstallation={(path.parents[1] / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", *options, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / f"{path.stem}.{kind}"


def by_office(path: Path) -> Path:
    """Let LibreOffice keep the edited workbook as its own, and that as a workbook again."""
    own = office(by_hand(path), "ods", "--convert-to", "ods")
    return office(own, "xlsx", "--convert-to", "xlsx")


def by_office_as_text(path: Path) -> Path:
    """Let LibreOffice keep the edited workbook as rows of text, days written as they are."""
    return office(
        by_hand(path),
        "csv",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):59,34,76,1,,1036,false,true",
    )


BY_OFFICE = [by_office, by_office_as_text] if OFFICE else []


@pytest.mark.parametrize("edit", [by_hand, *BY_OFFICE])
def test_a_register_edited_in_a_spreadsheet_updates_the_same_risks(
    confluent: Path,
    exported: Path,
    capsys: pytest.CaptureFixture[str],
    edit: Callable[[Path], Path],
) -> None:
    capsys.readouterr()
    edited = edit(exported)
    assert cli.main(["import", str(confluent), "risks", str(edited), "--lang", "en"]) == 0
    assert "0 added, 2 changed, 8 left as they were" in capsys.readouterr().out
    found = figures(confluent, capsys, "2026-06-10")
    # 4,500 more at 0.7; nothing else has moved, and no rating was added.
    assert found["emv"]["threats"] == pytest.approx(151_200 + 0.7 * 4_500)
    assert (found["inherent_total"], found["residual_total"]) == (125, 68)
    again = exported.with_name("encore.csv")
    assert cli.main(["export", str(confluent), "risks", str(again), "--lang", "fr"]) == 0
    lines = again.read_text("utf-8-sig").splitlines()
    assert sum(line.startswith("R05;Paramétrage hors de portée;") for line in lines) == 1
    assert cli.main(["import", str(confluent), "risks", str(again), "--lang", "en"]) == 0
    assert "0 added, 0 changed, 10 left" in capsys.readouterr().out


def unchanged(path: Path) -> Path:
    return path


def kept_by_office(path: Path) -> Path:
    """Let LibreOffice keep the workbook in its own way."""
    return office(path, "ods", "--convert-to", "ods")


@pytest.mark.parametrize("keep", [unchanged, *([kept_by_office] if OFFICE else [])])
def test_a_register_in_another_mission_has_the_same_history(
    confluent: Path,
    exported: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    keep: Callable[[Path], Path],
) -> None:
    other = tmp_path / "autre.entente"
    assert cli.main(["new", str(other), "--unencrypted"]) == 0
    for kind in ("actors", "difficulties"):
        given = str(tmp_path / f"{kind}.xlsx")
        assert cli.main(["export", str(confluent), kind, given]) == 0
        assert cli.main(["import", str(other), kind, given]) == 0
    kept = str(keep(exported))
    assert cli.main(["import", str(other), "risks", kept, "--lang", "fr"]) == 0
    for day in ("2026-03-10", "2026-04-15", "2026-06-10"):
        assert figures(other, capsys, day) == figures(confluent, capsys, day)


@pytest.mark.parametrize("edit", [by_hand, *BY_OFFICE[:1]])
def test_the_workbook_offers_choices_and_keeps_steps_from_one_to_five(
    exported: Path, edit: Callable[[Path], Path]
) -> None:
    sheet = openpyxl.load_workbook(edit(exported)).worksheets[0]
    headings = [cell.value for cell in sheet[1]]
    rules = {
        headings[cells.min_col - 1]: rule
        for rule in sheet.data_validations.dataValidation
        for cells in rule.sqref.ranges
    }
    for name in ("Probabilité inhérente", "Impact cible"):
        rule = rules[name]
        assert (rule.type, rule.formula1, rule.formula2) == ("whole", "1", "5")
    strategies = rules["Stratégie"]
    assert strategies.type == "list"
    assert "réduire" in strategies.formula1
    # Rows below the last offer them too, for a register that is filled in.
    assert max(cells.max_row for cells in strategies.sqref.ranges) > sheet.max_row + 100
    assert {"État", "Confidentialité"} <= rules.keys()


def test_what_is_assumed_and_what_is_to_be_done_come_back_too(
    confluent: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for kind, count in (("raid", 4), ("backlog", 2 + 27)):
        for ending in ("xlsx", "csv"):
            given = str(tmp_path / f"{kind}.{ending}")
            assert cli.main(["export", str(confluent), kind, given]) == 0
            assert cli.main(["import", str(confluent), kind, given, "--lang", "en"]) == 0
            assert f"0 added, 0 changed, {count} left" in capsys.readouterr().out


def test_a_register_from_elsewhere_is_taken_over_whole_or_not_at_all(
    confluent: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = tmp_path / "liste.csv"
    given.write_text(
        "Risque;Probabilité;Impact\r\nGrève;élevée;38 k€\r\nPanne;3,5;2\r\n", encoding="utf-8"
    )
    capsys.readouterr()
    command = ["import", str(confluent), "risks", str(given), "--lang", "fr"]
    assert cli.main(command) == 1
    refused = capsys.readouterr().err
    assert "ligne 3, colonne « Probabilité (B) »" in refused.replace("\u00a0", " ")
    given.write_text("Risque;Probabilité;Impact\r\nGrève;élevée;38 k€\r\n", encoding="utf-8")
    assert cli.main([*command[:-1], "en"]) == 0
    told = capsys.readouterr().out
    assert "1 added" in told
    assert "row 2: “élevée” is read as step 4" in told
    assert "row 2: “38 k€” is an amount" in told
