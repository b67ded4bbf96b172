"""Taking lists over and writing them out from a shell."""

import csv
import json
from pathlib import Path

import pytest

from entente import cli


def count(path: Path, capsys: pytest.CaptureFixture[str], kind: str = "actors") -> int:
    capsys.readouterr()
    assert cli.main(["info", str(path), "--json"]) == 0
    return int(json.loads(capsys.readouterr().out)["counts"][kind])


def write(path: Path, *lines: str) -> str:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def test_a_list_with_french_headings_is_taken_over(
    confluent: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = write(
        tmp_path / "liste.csv",
        "Nom;Fonction;Structure;Pouvoir;Intérêt",
        "Blanche Orvet;Assistante;G;2;3,5",
        "Côme Rivelin;Cuisinier;Cap-Lisière;1;2",
    )
    assert cli.main(["import", str(confluent), "actors", source]) == 0
    assert "2 added" in capsys.readouterr().out
    assert count(confluent, capsys) == 20


def test_relations_find_people_by_reference_and_name(
    confluent: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = write(
        tmp_path / "liens.csv", "De,À,Nature,Qualité", "A05,Victoire Amadour,informelle,1"
    )
    assert cli.main(["import", str(confluent), "relations", source, "--lang", "fr"]) == 0
    assert count(confluent, capsys, "relations") == 39


def test_a_list_with_one_bad_cell_is_refused_whole_with_its_place(
    confluent: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = write(tmp_path / "liste.csv", "Name,Power", "Blanche Orvet,2", "Côme Rivelin,9")
    assert cli.main(["import", str(confluent), "actors", source]) == 1
    told = capsys.readouterr().err
    assert "liste.csv" in told
    assert "3" in told
    assert "Power" in told
    assert count(confluent, capsys) == 18


def test_a_list_that_is_not_there_is_refused(
    confluent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["import", str(confluent), "actors", "nowhere.csv"]) == 1
    assert "nowhere.csv" in capsys.readouterr().err


def test_a_kind_nobody_knows_is_wrong_usage(confluent: Path) -> None:
    assert cli.main(["import", str(confluent), "spaceships", "list.csv"]) == 2


def test_an_exported_list_reads_back(confluent: Path, tmp_path: Path) -> None:
    target = tmp_path / "actors.csv"
    assert cli.main(["export", str(confluent), "actors", str(target), "--lang", "en"]) == 0
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 18
    assert rows[10]["Name"] == "Hippolyte Versoir"
    assert (rows[10]["Power"], rows[10]["Interest"]) == ("4", "4")
    assert rows[10]["Organisation"] == "Logiprisme SAS"


def test_an_exported_workbook_changes_nothing_when_it_comes_back(
    confluent: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "difficultés.xlsx"
    assert cli.main(["export", str(confluent), "difficulties", str(target)]) == 0
    assert cli.main(["import", str(confluent), "difficulties", str(target)]) == 0
    assert "0 added, 0 changed, 6 left" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("kind", "target"),
    [("actors", "a.pdf"), ("actors", "a"), ("map", "m.txt"), ("grid", "g.csv"), ("all", "a.csv")],
)
def test_an_ending_that_does_not_fit_is_wrong_usage(
    confluent: Path, tmp_path: Path, kind: str, target: str
) -> None:
    assert cli.main(["export", str(confluent), kind, str(tmp_path / target)]) == 2
    assert not (tmp_path / target).exists()


def test_a_folder_that_is_not_there_is_refused(
    confluent: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "nowhere" / "a.csv"
    assert cli.main(["export", str(confluent), "actors", str(target)]) == 1
    assert "a.csv" in capsys.readouterr().err


def test_what_was_decided_and_promised_comes_in_and_goes_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "m.entente"
    assert cli.main(["new", str(path), "--unencrypted"]) == 0
    actors = write(tmp_path / "acteurs.csv", "Nom", "Anselme Ferrage")
    lists = {
        "actors": actors,
        "decisions": write(
            tmp_path / "décisions.csv",
            "Décision;Date;Responsable;Échéance;Exécutée le",
            "Ouvrir un bac à sable;27/03/2026;A01;30/03/2026;21/04/2026",
        ),
        "commitments": write(
            tmp_path / "engagements.csv",
            "Engagement;Qui;Date;Échéance;État",
            "J’ouvre le bac à sable;Anselme Ferrage;27/03/2026;30/03/2026;kept",
        ),
        "terms": write(tmp_path / "termes.csv", "Term;Agreed definition", "Reprise;Migration"),
    }
    for kind, source in lists.items():
        assert cli.main(["import", str(path), kind, source, "--lang", "fr"]) == 0, kind
        assert count(path, capsys, kind) == 1
        target = tmp_path / f"{kind}.csv"
        assert cli.main(["export", str(path), kind, str(target), "--lang", "fr"]) == 0
        capsys.readouterr()
        assert cli.main(["import", str(path), kind, str(target), "--lang", "fr"]) == 0
        assert count(path, capsys, kind) == 1

    asked = ["analyse", str(path), "difficulties", "--json", "--on", "2026-04-30"]
    assert cli.main(asked) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["decisions"]["mean_delay_days"] == 22
    assert found["decisions"]["due"] == 1
