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


def difficulties(
    path: Path, capsys: pytest.CaptureFixture[str], *more: str
) -> dict[str, dict[str, Any]]:
    capsys.readouterr()
    assert cli.main(["analyse", str(path), "difficulties", "--json", *more]) == 0
    found: dict[str, dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


def test_difficulties_decisions_and_commitments_are_told_as_of_a_day(
    confluent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = difficulties(confluent, capsys, "--on", "2026-06-10")
    assert found["by_nature"] == {
        "signal": 0,
        "controversy": 1,
        "tension": 1,
        "conflict": 4,
        "dispute": 0,
    }
    assert found["by_scope"] == {"interpersonal": 2, "inter": 2, "intra": 2}
    # How often each of the ten was named in the six: 10·8·6, 2, 1·5·7, 7·9, 8·2, 4·1.
    named = [2, 2, 0, 1, 1, 1, 2, 2, 1, 1]
    assert all(a >= b for a, b in zip(found["causes"].values(), named, strict=True))
    assert [weight > 0 for weight in found["causes"].values()] == [count > 0 for count in named]
    decisions = found["decisions"]
    assert (decisions["due"], decisions["executed"], decisions["rate"]) == (8, 6, 0.75)
    assert (round(decisions["mean_delay_days"], 2), decisions["overdue"]) == (4.17, 2)
    commitments = found["commitments"]
    assert (commitments["kept"], commitments["broken"], commitments["open"]) == (8, 1, 1)
    assert round(commitments["keep_rate"], 3) == 0.889


def test_on_an_earlier_day_less_was_due_and_nothing_kept_yet(
    confluent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decisions = difficulties(confluent, capsys, "--on", "2026-04-10")["decisions"]
    assert (decisions["due"], decisions["executed"], decisions["overdue"]) == (2, 1, 1)
    long_ago = difficulties(confluent, capsys, "--on", "2026-01-01")
    assert sum(long_ago["by_nature"].values()) == 0
    assert long_ago["decisions"]["rate"] is None
    assert long_ago["commitments"]["keep_rate"] is None


def test_difficulties_are_told_to_a_person(
    confluent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["analyse", str(confluent), "difficulties", "--on", "2026-06-10"]) == 0
    told = capsys.readouterr().out
    assert "6 of 8 due carried out (75.0 %), 2 overdue" in told
    assert "Mean delay of those carried out: 4.17 d" in told
    assert "8 kept, 1 not kept, 1 open (88.9 % kept)" in told


def risks(path: Path, capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, Any]:
    capsys.readouterr()
    assert cli.main(["analyse", str(path), "risks", "--json", *more]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_the_risks_are_told_in_json(confluent: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = risks(confluent, capsys, "--on", "2026-06-10")
    assert (found["inherent_total"], found["residual_total"]) == (125, 68)
    assert found["reduction"] == 0.456
    assert found["emv"] == {"threats": 151200, "opportunities": -12500, "net": 138700}
    assert found["by_level"] == {"low": 0, "moderate": 5, "high": 3, "critical": 2}
    assert found["overdue_reviews"] == ["R06"]
    assert "p50" not in found


def test_chance_plays_with_the_risks(confluent: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("--on", "2026-06-10", "--simulate", "20000", "--seed", "4")
    found = risks(confluent, capsys, *asked)
    assert found == risks(confluent, capsys, *asked)
    # The mean of 138,700 within four standard errors of 51,600 / √20,000.
    assert abs(found["mean"] - 138_700) < 4 * 365
    assert found["p10"] < found["p50"] < found["p90"]
    assert [each["ref"] for each in found["tornado"]][:3] == ["R07", "R01", "R05"]
    assert cli.main(["analyse", str(confluent), "risks", "--simulate", "100"]) == 0
    told = capsys.readouterr().out
    assert "125 before any response, 68 after (45.6 % less)" in told
    assert "In each of 100 trials (seed 1)" in told


@pytest.mark.parametrize(
    "typed",
    [
        *(["network", "--simulate", "10"], ["risks", "--seed", "1"]),
        *(["risks", "--simulate", "0"], ["risks", "--simulate", "10", "--seed", "-1"]),
        ["risks", "--simulate", "many"],
    ],
)
def test_a_simulation_that_makes_no_sense_is_wrong_usage(confluent: Path, typed: list[str]) -> None:
    assert cli.main(["analyse", str(confluent), *typed]) == 2
