"""`entente analyse FILE climate`: the figures of the sample, and nothing that is withheld."""

import json
from pathlib import Path
from typing import Any

import pytest

from entente import cli


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert cli.main(["analyse", *arguments, "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_it_answers_a_program(confluent: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(capsys, str(confluent), "climate")
    assert list(found["waves"]) == [f"P{n}" for n in range(1, 9)]
    fourth = found["waves"]["P4"]
    assert (fourth["n"], fourth["index"]) == (18, pytest.approx(2.444, abs=1e-3))
    assert fourth["items"]["Q8"]["ci95"] == pytest.approx([1.60, 2.62], abs=5e-3)
    assert fourth["items"]["Q4"]["r_wg"] == pytest.approx(0.11, abs=5e-3)
    # Q8 at P4: 6, 6, 4, 2, 0: two of eighteen agree.
    assert fourth["items"]["Q8"]["favourable"] == pytest.approx(2 / 18, abs=1e-6)
    assert fourth["enps"]["score"] == pytest.approx(-44.4, abs=0.05)
    assert fourth["enps"]["margin"] == pytest.approx(31.6, abs=0.05)
    assert fourth["groups"] == ["Métiers"]
    assert set(fourth["withheld"]) == {"Numérique", "Éditeur et AMOA", "Direction et support"}
    index = found["xmr"]["index"]
    assert [index["lower"], index["upper"]] == pytest.approx([2.3907, 3.3533], abs=2e-4)
    assert index["signals"] == []
    assert found["xmr"]["Q2"]["signals"] == ["P1", "P7", "P8"]
    assert found["mann_kendall"]["Q2"]["s"] == 28
    assert found["theil_sen"]["Q2"] == pytest.approx(0.194, abs=5e-4)


def test_a_group_is_told_of_where_it_may_be(
    confluent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = answer(capsys, str(confluent), "climate", "--by", "Métiers")
    assert shown["waves"]["P4"]["n"] == 9
    assert shown["waves"]["P4"]["items"]["Q1"]["n"] == 9
    hidden = answer(capsys, str(confluent), "climate", "--by", "Numérique")["waves"]["P4"]
    assert (hidden["n"], hidden["index"], hidden["enps"]) == (None, None, None)
    assert set(hidden["items"].values()) == {None}
    assert hidden["withheld"] == ["Numérique"]


def test_what_parts_the_groups_tells_of_each_of_them(
    confluent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = answer(capsys, str(confluent), "climate", "--by", "métier")
    told = found["waves"]["P4"]["by"]
    assert told["Métiers"]["n"] == 9
    assert [name for name, of in told.items() if of is None] == [
        "Direction et support",
        "Éditeur et AMOA",
        "Numérique",
    ]
    assert "by" not in found["waves"]["P3"]


def test_it_answers_a_person_in_sentences(
    confluent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["analyse", str(confluent), "climate", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "P4: 18 answers, index 2.44, recommendation −44.4 ± 31.6" in said
    assert "No signal: the values differ by no more than by chance." in said
    assert "outside the natural limits at P1, P7, P8" in said


@pytest.mark.parametrize(
    "arguments", [("climate", "--by", "Nobody"), ("sprints", "--by", "Trades")]
)
def test_a_group_that_is_none_is_refused_in_a_sentence(
    confluent: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    assert cli.main(["analyse", str(confluent), *arguments]) != 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.strip()
