"""The RACI matrix from a shell."""

from pathlib import Path

import pytest

from entente import cli


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_it_goes_out_and_comes_back(
    confluent: Path, tmp_path: Path, suffix: str, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / f"raci{suffix}"
    assert cli.main(["export", str(confluent), "raci", str(target)]) == 0
    assert "8 rows" in capsys.readouterr().out
    assert cli.main(["import", str(confluent), "raci", str(target)]) == 0
    # Eight deliverables and the fourteen actors who have something to do with one.
    assert "112 cells, 0 deliverables added" in capsys.readouterr().out


def test_a_bad_sheet_is_refused_with_its_place(
    confluent: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "raci.csv"
    source.write_text("Task,A02,A06\nT1,R,\nT2,,X\n", "utf-8")
    assert cli.main(["import", str(confluent), "raci", str(source)]) == 1
    said = capsys.readouterr().err
    assert "A06" in said
    assert "3" in said
