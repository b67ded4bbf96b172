"""Telling figures from a shell."""

import json
from pathlib import Path
from typing import Any

import pytest

from entente import cli


def figures(path: Path, capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, Any]:
    capsys.readouterr()
    assert cli.main(["analyse", str(path), "network", "--json", *more]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_the_network_is_told_in_json(confluent: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = figures(confluent, capsys)
    assert round(found["density"], 4) == 0.2484
    assert len(found["actors"]) == 18
    first = {name: round(value, 4) for name, value in found["actors"]["A01"].items()}
    assert (first["betweenness"], first["degree"], first["harmonic"]) == (0.2664, 0.4706, 0.7353)
    assert found["articulation_points"] == ["A01"]
    assert found["bridges"] == [["A01", "A17"]]
    assert found["triads"] == {"balanced": 9, "unbalanced": 2}
    assert round(found["ei_index"]["all"], 4) == -0.4211
    assert round(found["ei_index"]["positive"], 4) == -0.7037
    assert found["positive"]["articulation_points"] == ["A01", "A07", "A12"]
    assert {name: round(mean, 3) for name, mean in found["quality"].items()} == {
        "across": -0.364,
        "inside": 0.963,
    }


def test_the_quality_of_an_earlier_day_is_told(
    confluent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    early = figures(confluent, capsys, "--on", "2026-03-01")
    assert early["density"] == figures(confluent, capsys)["density"]
    assert early["triads"] == {"balanced": 0, "unbalanced": 0}


def test_the_network_is_told_to_a_person(
    confluent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["analyse", str(confluent), "network"]) == 0
    told = capsys.readouterr().out
    assert "18 actors, 38 ties, density 0.25" in told
    assert "The network would part without: A01 Clémence Roseraie" in told
    assert "−0.42, good relations alone −0.70" in told


def test_an_empty_mission_has_a_network_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "m.entente"
    assert cli.main(["new", str(path), "--unencrypted"]) == 0
    found = figures(path, capsys)
    assert (found["density"], found["actors"]) == (0.0, {})
    assert found["ei_index"] == {"all": None, "positive": None}
    assert cli.main(["analyse", str(path), "network"]) == 0


@pytest.mark.parametrize(
    "typed", [["weather"], ["network", "--on", "31/02/2026"], ["network", "--on", "soon"]]
)
def test_what_cannot_be_told_is_wrong_usage(confluent: Path, typed: list[str]) -> None:
    assert cli.main(["analyse", str(confluent), *typed]) == 2
