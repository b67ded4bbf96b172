"""`entente analyse FILE change`: the figures of the sample, for programs and for people."""

import json
from pathlib import Path

import pytest

from entente import cli


def test_it_answers_a_program(confluent: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["analyse", str(confluent), "change", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert list(found) == [
        *("impact", "anap", "adkar", "icap", "kotter", "indicators", "ambassadors"),
    ]
    assert found["impact"] == {
        "Soignants de l’EHPAD": {"mean": 2.2, "size": "M"},
        "Éducateurs du foyer": {"mean": 2.9, "size": "M"},
        "IDE et AS du SSIAD": {"mean": 2.2, "size": "M"},
        "DSI mutualisée": {"mean": 2.3, "size": "S"},
    }
    assert len(found["kotter"]) == 8
    assert set(found["ambassadors"]) == {"coverage", "reach"}


def test_it_answers_a_person_in_sentences(
    confluent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["analyse", str(confluent), "change", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "GF2 Éducateurs du foyer: Size M, medium · 18 people × 1 site" in said
    assert "mean depth 2.9" in said
