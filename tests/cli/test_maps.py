"""The map, the grid and everything, in and out of a shell."""

import csv
import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import pypdf
import pytest

from entente import cli


def run(*arguments: object) -> int:
    return cli.main([str(each) for each in arguments])


def words(path: Path) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


@pytest.mark.parametrize("kind", ["map", "grid"])
def test_map_and_grid_are_drawings_in_three_formats(
    confluent: Path, tmp_path: Path, kind: str
) -> None:
    for suffix in ("svg", "png", "pdf"):
        assert run("export", confluent, kind, tmp_path / f"m.{suffix}") == 0
    drawn = "".join(ET.parse(tmp_path / "m.svg").getroot().itertext())  # noqa: S314  # ours
    assert "Ferrage" in drawn
    assert (tmp_path / "m.png").read_bytes().startswith(b"\x89PNG")
    assert len(pypdf.PdfReader(tmp_path / "m.pdf").pages) == 1


def test_the_map_goes_out_as_graph_and_lists_and_comes_into_another_mission(
    confluent: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.entente"
    assert run("new", other, "--unencrypted") == 0
    for number, name in enumerate(("m.graphml", "m.gexf", "m.xlsx", "m.csv")):
        assert run("export", confluent, "map", tmp_path / name, "--lang", "fr") == 0
        assert name in capsys.readouterr().out
        assert run("import", other, "graph", tmp_path / name, "--lang", "en") == 0
        told = capsys.readouterr().out
        assert ("Relations: 38 added" if number == 0 else "Relations: 0 added, 0 changed") in told
    assert nx.read_graphml(tmp_path / "m.graphml").number_of_nodes() == 18


def test_a_published_network_is_taken_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mission, club = tmp_path / "m.entente", tmp_path / "club.graphml"
    nx.write_graphml(nx.karate_club_graph(), club)
    assert run("new", mission, "--unencrypted") == 0
    assert run("import", mission, "graph", club) == 0
    told = capsys.readouterr().out
    assert "Actors: 34 added" in told
    assert "Relations: 78 added" in told


def test_a_bad_graph_is_refused_with_its_place(
    confluent: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "boucle.gexf"
    nx.write_gexf(nx.Graph([("a", "b"), ("b", "b")]), path)
    assert run("import", confluent, "graph", path) == 1
    told = capsys.readouterr().err
    assert told.strip() == (
        "boucle.gexf (edges), row 2, column “To”: A relation joins two different actors."
    )


def test_a_map_is_made_for_its_reader_on_the_sheet_asked_for(
    confluent: Path, tmp_path: Path
) -> None:
    path = tmp_path / "m.pdf"
    asked = ("--for", "public", "--size", "a3", "--portrait", "--on", "2026-05-06")
    assert run("export", confluent, "map", path, "--lang", "en", *asked) == 0
    (page,) = pypdf.PdfReader(path).pages
    assert [round(float(side)) for side in page.mediabox[2:]] == [842, 1191]
    assert "state on 6" in words(path).replace("\u00a0", " ")
    assert "Public" in words(path)
    assert run("export", confluent, "map", path, "--tiles", "3x2", "--pseudonymised") == 0
    assert len(pypdf.PdfReader(path).pages) == 6
    assert "Ferrage" not in words(path)


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("map", "m.pdf", "--tiles", "many"), 2),
        (("map", "m.svg", "--tiles"), 2),
        (("map", "m.pdf", "--for", "everybody"), 2),
        (("map", "m.pdf", "--on", "someday"), 2),
        (("grid", "g.pdf", "--size", "a3"), 2),
        (("actors", "a.csv", "--pseudonymised"), 2),
        (("map", "m.pdf", "--view", "nowhere"), 1),
        (("map", "m.pdf", "--for", "party:A99"), 1),
    ],
)
def test_what_cannot_be_is_refused(
    confluent: Path, tmp_path: Path, arguments: tuple[str, ...], status: int
) -> None:
    kind, name, *options = arguments
    assert run("export", confluent, kind, tmp_path / name, *options) == status
    assert not (tmp_path / name).exists()


def test_everything_goes_into_one_archive_of_open_formats(
    confluent: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "all.zip"
    path.write_bytes(b"from an earlier one")
    assert run("export", confluent, "all", path, "--lang", "en") == 0
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        assert {"README.txt", "map.graphml", "actor.csv", "actor_rating.csv"} <= set(names)
        assert f"{len(names)} files" in capsys.readouterr().out
        readme = archive.read("README.txt").decode("utf-8-sig")
        assert all(name in readme for name in names[1:])
        people = list(csv.DictReader(_text(archive, "actor.csv")))
        ratings = list(csv.DictReader(_text(archive, "relation_rating.csv")))
        assert len(nx.parse_graphml(archive.read("map.graphml").decode()).nodes) == 18
    assert len(people) == 18
    first = ratings[0]
    assert list(first)[:3] == ["Reference", "Relation", "Quality"]
    assert first["Reference"].startswith("L")
    assert " – " in first["Relation"]
    assert {"Date", "Observed fact", "Confidence", "Said by", "Confidentiality"} <= set(first)
    again = tmp_path / "again.zip"
    assert run("export", confluent, "all", again, "--lang", "en") == 0
    assert again.read_bytes() == path.read_bytes()


def _text(archive: zipfile.ZipFile, name: str) -> io.StringIO:
    return io.StringIO(archive.read(name).decode("utf-8-sig"), newline="")
