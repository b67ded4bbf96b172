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
    # Of the nursing home, the residential home and the service at home.
    assert [list(scores.values()) for scores in found["anap"].values()] == [
        [4, 3, 3, 3, 3],
        [1, 1, 2, 1, 2],
        [3, 2, 3, 2, 2],
    ]
    assert found["adkar"] == {"A07": "desire", "A08": "ability"}
    rates = [
        [round(100 * rate) for rate in each["rates"].values()] for each in found["icap"].values()
    ]
    assert rates == [[55, 40, 38, 22], [71, 62, 50, 41]]
    assert [each["inversions"] for each in found["icap"].values()] == [[], []]
    assert found["kotter"] == [4, 3, 3, 2, 2, 2, 1, 0]
    assert found["indicators"]["IC1"]["progress"] == pytest.approx((18 - 9) / (18 - 4), abs=1e-6)
    # Two of four groups, fifteen of eighteen people.
    assert found["ambassadors"]["coverage"] == 0.5
    assert found["ambassadors"]["reach"] == pytest.approx(15 / 18, abs=1e-6)


def test_it_answers_a_person_in_sentences(
    confluent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["analyse", str(confluent), "change", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "GF2 Éducateurs du foyer: Size M, medium · 18 people × 1 site" in said
    assert "mean depth 2.9" in said
    assert "A07 Firmin Cordelois: 4-2-3-3-2, held back by desire" in said
    assert "ICAP 1: being informed 55.0 %" in said
