"""MACTOR from the shell."""

import json
from pathlib import Path

import pytest

from entente import cli


def analysed(path: Path, capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, object]:
    capsys.readouterr()
    assert cli.main(["analyse", str(path), "mactor", "--json", *options]) == 0
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


def test_the_figures_are_those_of_the_example(
    confluent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = analysed(confluent, capsys)
    refs = ["A01", "A02", "A03", "A05", "A11", "A13", "A17"]
    assert found["influence"] == dict(zip(refs, [41, 34, 30, 21, 35, 33, 48], strict=True))
    assert found["dependence"] == dict(zip(refs, [42, 43, 37, 39, 34, 41, 6], strict=True))
    weights = dict(zip(refs, [0.961, 0.720, 0.674, 0.373, 0.923, 0.727, 2.621], strict=True))
    assert found["r"] == pytest.approx(weights, abs=5e-4)
    shares = dict(zip(refs, [0.387, 0.387, 0.642, 0.509, 0.589, 0.364, 0.403], strict=True))
    assert found["ambivalence"] == pytest.approx(shares, abs=5e-4)
    midi, divergence, mobilisation = found["midi"], found["divergence"], found["mobilisation"]
    assert isinstance(midi, dict)
    assert isinstance(divergence, dict)
    assert isinstance(mobilisation, dict)
    assert list(midi["A17"].values()) == [10, 8, 8, 8, 6, 8, 1]
    assert divergence["2"]["A05"]["A11"] == 10.5
    assert set(divergence) == set(found["convergence"]) == {"1", "2", "3"}  # type: ignore[call-overload]  # a mapping
    assert mobilisation["O4"] == pytest.approx(
        {"for": 3.14, "against": 8.32, "total": 11.46}, abs=6e-3
    )


def test_before_the_interviews_all_weigh_alike(
    confluent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = analysed(confluent, capsys, "--on", "2026-04-01")
    assert set(found["r"].values()) == {1.0}  # type: ignore[attr-defined]  # a mapping
    assert found["unanswered"] == {"mid": 42, "mao": 35}


def test_it_is_said_in_words_too(confluent: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["analyse", str(confluent), "mactor"]) == 0
    said = capsys.readouterr().out
    assert "Dominant: A11 Hippolyte Versoir, A17 Cyprien Halleresse" in said
    assert "A17 Cyprien Halleresse: influence 48, dependence 6, weight 2.62" in said


def test_an_empty_mission_has_nothing_to_analyse(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "new.entente"
    assert cli.main(["new", str(path), "--unencrypted"]) == 0
    assert analysed(path, capsys)["midi"] == {}
    assert cli.main(["analyse", str(path), "mactor"]) == 0
    assert "Nobody has been asked yet" in capsys.readouterr().out


@pytest.mark.parametrize("kind", ["mid", "mao"])
def test_a_grid_goes_out_and_comes_in(
    confluent: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    target = tmp_path / f"{kind}.csv"
    assert cli.main(["export", str(confluent), kind, str(target)]) == 0
    assert capsys.readouterr().out == f"{kind}.csv: 7 rows\n"
    text = target.read_text("utf-8-sig")
    assert text.splitlines()[0].split(",")[1] == ("A01" if kind == "mid" else "O1")
    target.write_text(text.replace("A01,0,3", "A01,0,4").replace("A01,3,3", "A01,4,3"), "utf-8")
    assert cli.main(["import", str(confluent), kind, str(target)]) == 0
    same = 41 if kind == "mid" else 34
    assert capsys.readouterr().out == f"{kind}.csv: 0 added, 1 changed, {same} left as they were\n"


def test_a_bad_grid_is_refused_in_one_sentence(
    confluent: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "mid.csv"
    source.write_text(";A01;A99\nA01;0;1\nA99;1;0\n", "utf-8")
    assert cli.main(["import", str(confluent), "mid", str(source)]) == 1
    assert capsys.readouterr().err == (
        "mid.csv, row 1, column “C”: “A99” (Actor) is not in this mission.\n"
    )
