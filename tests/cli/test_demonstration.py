"""The whole work in one command, and the installation trying itself out."""

from pathlib import Path

import pytest

from entente import cli
from entente.errors import WithheldTextError

MADE = {
    "CONFLUENT.entente",
    "K1-mediator.pdf",
    "K1-A02.pdf",
    "K1-A11.pdf",
    "K1-sponsor.pdf",
    "K1-public.pdf",
    "grid.svg",
    "grid.png",
    "grid.pdf",
    "map.svg",
    "map.png",
    "map.pdf",
    "map.graphml",
    "map.xlsx",
    "summary.txt",
}


def test_the_demonstration_makes_everything_in_place_of_an_earlier_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    for name in ("CONFLUENT.entente", "CONFLUENT.entente-wal", "grid.svg"):
        (folder / name).write_bytes(b"from an earlier one")
    assert cli.main(["demo", str(folder)]) == 0
    assert {path.name for path in folder.iterdir()} == MADE
    told = capsys.readouterr().out
    assert str(folder.resolve()) in told
    assert (folder / "summary.txt").read_text("utf-8") in told.replace(str(folder), "")
    assert "contacts.csv: 22 added" in told


def test_the_installation_finds_itself_sound(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["self-test"]) == 0
    steps = [line for line in capsys.readouterr().out.splitlines() if line.endswith(": ok")]
    assert steps == ["made: ok", "changed: ok", "undone: ok", "printed: ok", "checked: ok"]


def test_a_document_that_leaks_fails_the_self_test(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object) -> bytes:
        raise WithheldTextError(1)

    monkeypatch.setattr("entente.briefs.conflict.produce", refuse)
    assert cli.main(["self-test"]) == 1
    assert "not kept" in capsys.readouterr().err
