from pathlib import Path

import pytest

from entente import cli


def test_planned_sessions_are_written_for_a_calendar(
    confluent: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "s.ics"
    assert cli.main(["export", str(confluent), "sessions", str(target)]) == 0
    assert capsys.readouterr().out.startswith("s.ics: ")
    data = target.read_bytes()
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert b"ATTENDEE" not in data


def test_sessions_go_into_a_sheet_as_well(
    confluent: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["export", str(confluent), "sessions", str(tmp_path / "s.csv")]) == 0
    assert cli.main(["export", str(confluent), "sessions", str(tmp_path / "s.pdf")]) == 2
    assert ".csv, .xlsx, .ics" in capsys.readouterr().err
