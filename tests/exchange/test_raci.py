"""The RACI matrix in and out of spreadsheets."""

from pathlib import Path

import pytest

from entente.domain.responsibility import DELIVERABLE, Duty
from entente.errors import ImportRefusedError
from entente.exchange import raci as sheets
from entente.exchange.readers import read_table
from entente.exchange.writers import write_export
from entente.i18n import use_language
from entente.services import raci, records
from entente.store.gate import Gate
from tests.conftest import FixedClock, confluent_gate


@pytest.fixture
def own_confluent(clock: FixedClock) -> Gate:
    return confluent_gate(clock)


def said(gate: Gate) -> dict[tuple[str, str], tuple[Duty, ...]]:
    """Return the cells by the references of row and column."""
    matrix = gate.read(raci.matrix)
    rows = {line.id: line.ref for line in matrix.lines}
    columns = {head.id: head.ref for head in matrix.heads}
    return {(rows[row], columns[column]): cell for (row, column), cell in matrix.duties.items()}


def take(gate: Gate, path: Path) -> sheets.Taken:
    table = read_table(path)
    done: list[sheets.Taken] = []
    gate.run("Import", lambda s: done.append(sheets.import_matrix(s, table)))
    return done[0]


def written(folder: Path, text: str) -> Path:
    path = folder / "raci.csv"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@pytest.mark.parametrize("code", ["fr", "en"])
def test_what_goes_out_comes_back_and_changes_nothing(
    own_confluent: Gate, tmp_path: Path, suffix: str, code: str
) -> None:
    use_language(code)
    before = said(own_confluent)
    path = tmp_path / f"raci{suffix}"
    write_export(path, sheets.export_matrix(own_confluent.read(raci.matrix)))
    taken = take(own_confluent, path)
    assert taken.created == 0
    assert said(own_confluent) == before


def test_letters_written_elsewhere_are_taken_over(own_confluent: Gate, tmp_path: Path) -> None:
    path = written(tmp_path, "Task,A02,Rosalie Paquerin\nT1,a,r\nManual,,R/A\n")
    taken = take(own_confluent, path)
    assert (taken.created, taken.cells) == (1, 4)
    found = said(own_confluent)
    assert found["T1", "A02"] == (Duty.ACCOUNTABLE,)
    assert found["T9", "A06"] == (Duty.RESPONSIBLE, Duty.ACCOUNTABLE)
    assert ("T9", "A02") not in found
    # Columns that are not in the sheet stay as they were.
    assert found["T1", "A13"] == (Duty.RESPONSIBLE,)


def test_a_day_beside_the_name_is_the_day_it_is_due(own_confluent: Gate, tmp_path: Path) -> None:
    take(own_confluent, written(tmp_path, "Tâche;Échéance;A02\nManuel;15/06/2026;R\n"))
    rows = own_confluent.read(lambda s: records.list_rows(s, DELIVERABLE)).dicts()
    assert f"{rows[-1]['name']} {rows[-1]['due_on']}" == "Manuel 2026-06-15"


@pytest.mark.parametrize(
    ("text", "row", "reason"),
    [
        ("Task,A99\nT1,R\n", 1, "is no actor"),
        ("Task,A02\nT1,R\nManual,X\n", 3, "none of R, A, C and I"),
        ("Task,A02\n,R\n", 2, "no deliverable"),
        ("Task,A02\nManual,R\nmanual,A\n", 3, "heads two rows"),
        ("Task,A02\nT1,R\nGlossaire commun,A\n", 3, "heads two rows"),
        ("Task,A02,Anselme Ferrage\nT1,R,A\n", 1, "heads two columns"),
        ("Task,Due,A02\nManual,31/02/2026,R\n", 2, "date of the calendar"),
        ("Task\nManual\n", None, "no matrix"),
    ],
)
def test_a_bad_sheet_is_refused_as_a_whole(
    own_confluent: Gate, tmp_path: Path, text: str, row: int | None, reason: str
) -> None:
    before = said(own_confluent)
    with pytest.raises(ImportRefusedError, match=reason) as refused:
        take(own_confluent, written(tmp_path, text))
    assert refused.value.row == row
    assert said(own_confluent) == before
    assert own_confluent.read(lambda s: records.count(s, DELIVERABLE)) == 8
