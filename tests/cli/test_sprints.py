"""Sprints told from a shell, against sums done by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from entente import cli


def figures(path: Path, capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, Any]:
    capsys.readouterr()
    assert cli.main(["analyse", str(path), "sprints", "--json", *more]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_sprints_are_told_in_json(confluent: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = figures(confluent, capsys)
    names = ("ref", "planned", "done", "working_days", "carry_over", "carried")
    assert [tuple(each[name] for name in names) for each in found["sprints"]] == [
        ("S1", 20, 17, 15, 3, ["B09"]),
        ("S2", 22, 16, 14, 6, ["B11", "B15"]),
        ("S3", 22, 20, 13, 2, ["B22"]),
    ]
    # 53 half-days in three sprints.
    assert found["velocity"] == {"mean": 17.666667, "min": 16, "max": 20, "sprints": 3}
    # 16.5 are left: one sprint of 20, or two of 16.
    assert found["ahead"] == {"effort": 16.5, "unsized": 0, "sprints_min": 1, "sprints_max": 2}
    assert found["quantities"]["Entretien individuel"] == {
        "done": 9,
        "min": 5,
        "max": 10,
        "planned": 9,
        "verdict": "within",
    }
    assert found["quantities"]["Billet"]["verdict"] == "below"
    # Eight kept of nine.
    assert found["keep_rate"] == 0.888889
    assert "recommended" not in found


def test_the_sprints_of_an_earlier_day_are_told(
    confluent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = figures(confluent, capsys, "--on", "2026-04-03")
    first, second = found["sprints"]
    assert (first["state"], first["done"], second["state"]) == ("closed", 17, "running")
    # The conference the day before, and the glossary that day.
    assert (second["planned"], second["done"]) == (22, 6)
    assert found["velocity"] == {"mean": 17, "min": 17, "max": 17, "sprints": 1}
    assert found["quantities"]["Billet"]["done"] == 3


def test_what_would_help_is_told_with_its_reasons(
    confluent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ranked = figures(confluent, capsys, "--recommend")["recommended"]
    assert [each["rank"] for each in ranked] == list(range(1, len(ranked) + 1))
    # The twelve activities of the library this mission has; work outside quantities is none.
    assert len(ranked) == 12
    scores = [each["score"] for each in ranked]
    assert scores == sorted(scores, reverse=True)
    assert all(each["reason"].endswith(".") for each in ranked)


def test_sprints_are_told_to_a_person(confluent: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["analyse", str(confluent), "sprints", "--recommend"]) == 0
    told = capsys.readouterr().out
    assert "S2 S’engager: 16 of 22 half-days in 14 working days, 6 carried over" in told
    assert "Velocity: 16 to 20 half-days a sprint, 17.7 on average" in told
    assert "Still to be done: 16.5 half-days, 1 to 2 sprints" in told
    assert "Conférence: 1, too few for 2" in told
    assert "Entretien individuel: 9, within 5–10" in told
    assert "Commitments kept: 88.9 %" in told
    assert "What would help now:" in told


def test_an_empty_mission_has_no_sprints_and_no_velocity(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "m.entente"
    assert cli.main(["new", str(path), "--unencrypted"]) == 0
    found = figures(path, capsys)
    assert (found["sprints"], found["velocity"], found["keep_rate"]) == ([], None, None)


def test_activities_are_recommended_for_sprints_alone(
    confluent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["analyse", str(confluent), "risks", "--recommend"]) == 2
    assert "sprints --recommend" in capsys.readouterr().err
