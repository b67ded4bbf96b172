"""Who may not read a word finds it nowhere: not in a list, a search, a document or a file.

An export is made for the mediator alone, by the command line and by the window, which offers
none while others look. What a list of another reader's would hold is tested all the same.
"""

import datetime as dt
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, partial
from itertools import pairwise
from pathlib import Path

import pytest

from entente import cli
from entente.briefs import conflict, grid, network
from entente.briefs.network import Form, RelationMap, document
from entente.briefs.told import Told
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.records import RecordType
from entente.errors import WithheldTextError
from entente.exchange import apply, archive, export, graph_files, kumu, writers
from entente.services import (
    actors,
    ambassadors,
    attitudes,
    board,
    changes_since,
    coaching,
    commitment_wall,
    difficulties,
    effort_table,
    interactions,
    mactor,
    maps,
    matchmaking,
    missing,
    mission,
    presentation,
    quantities,
    raci,
    recommender,
    records,
    reviews,
    risk_curve,
    risk_edits,
    risk_figures,
    risk_links,
    risks,
    salience,
    sheets,
    skills,
    sociogram,
    sprint_backlog,
    sprints,
    summary,
)
from entente.services import network as ties
from entente.store.mission_file import MissionFile
from entente.store.session import Session
from tests.proof.documents import (
    bytes_of_pdf,
    bytes_of_zip,
    png_chunks,
    text_of_pdf,
    visible_in_pdf,
)
from tests.proof.planting import MATRIX, PERSONAL, READERS, Planted, plant

#: What stands at the head of every document, whoever reads it.
HEAD = {("mission", name) for name in ("name", "organisation", "mediator", "practice")}
#: Texts of a difficulty that its brief shows.
SHOWN = ("position", "interests", "needs", "fears", "mesore", "text", "summary")
OTHERS = READERS[1:]
#: What tells the mediator of more than is public, whatever else it works out.
TELLING = (
    *("table", "sheets", "difficulties", "forces", "ties", "maps", "salience", "attitudes"),
    *("questions", "log", "duties", "missing", "changes", "risks", "risk sheets"),
    *("risk links", "risks of", "sprints", "effort", "board", "wall", "coaching"),
    *("skills", "ambassadors"),
)
#: What the support of a person is made of.
COACHING = (
    *("coaching_track", "self_rating", "coaching_goal", "goal_reading"),
    *("coaching_session", "referral"),
)


def test_a_word_stands_in_every_place_a_text_can_stand(planted: Planted) -> None:
    places = {(secret.kind, secret.name) for secret in planted.secrets}
    for kind in RECORD_TYPES.values():
        assert {(kind.name, one.name) for one in kind.stored if one.is_text} <= places
        if kind.dated:
            assert {(kind.rating_name, "fact"), (kind.rating_name, "author")} <= places
    for place in (("note", "text"), ("party", "mesore"), ("step", "text"), ("option", "text")):
        levels = {(s.level, s.owner) for s in planted.secrets if (s.kind, s.name) == place}
        assert levels == set(MATRIX)
    assert len({secret.word for secret in planted.secrets}) == len(planted.secrets)


@pytest.mark.parametrize("reader", READERS)
def test_a_search_finds_what_its_reader_may_read(planted: Planted, reader: str) -> None:
    audience = planted.audience(reader)
    found = {secret.word for secret in planted.secrets if planted.gate.find(secret.word, audience)}
    assert found == planted.words(reader)


@pytest.mark.parametrize("reader", READERS)
def test_a_search_does_not_tell_what_else_a_row_holds(planted: Planted, reader: str) -> None:
    audience = planted.audience(reader)
    both = [
        f"{one.word} {two.word}"
        for one, two in pairwise(planted.secrets)
        if one.key == two.key and not (reader in one.readers and reader in two.readers)
    ]
    assert len(both) > 10 or reader == "mediator"
    assert [words for words in both if planted.gate.find(words, audience)] == []


@pytest.mark.parametrize("reader", READERS)
def test_a_list_holds_what_its_reader_may_read(planted: Planted, reader: str) -> None:
    audience = planted.audience(reader)
    for kind in RECORD_TYPES.values():
        table = planted.gate.read(partial(records.list_rows, record_type=kind, audience=audience))
        wanted = {s.word for s in planted.secrets if s.kind == kind.name and reader in s.listed_for}
        assert planted.found_in(repr(table.rows)) == wanted, kind.name


@pytest.mark.parametrize("reader", READERS)
def test_ratings_hold_what_their_reader_may_read(planted: Planted, reader: str) -> None:
    for kind in (kind for kind in RECORD_TYPES.values() if kind.dated):
        query = partial(records.ratings, record_type=kind, audience=planted.audience(reader))
        wanted = {
            s.word for s in planted.secrets if s.kind == kind.rating_name and reader in s.readers
        }
        assert planted.found_in(repr(planted.gate.read(query))) == wanted


def _every_support(session: Session, planted: Planted, reader: str) -> object:
    viewer = planted.audience(reader)
    keys = records.titles(session, RECORD_TYPES["coaching_track"])
    return coaching.tracks(session, viewer), [coaching.read(session, k, viewer) for k in keys]


def _queries() -> dict[str, Callable[[Session, Planted, str], object]]:
    """Return everything a screen reads with somebody in mind."""

    def of_kinds(query: Callable[..., object]) -> Callable[[Session, Planted, str], object]:
        def ask(session: Session, planted: Planted, reader: str) -> object:
            viewer = planted.audience(reader)
            return [query(session, kind, viewer) for kind in RECORD_TYPES.values()]

        return ask

    def every_sheet(session: Session, kind: RecordType, viewer: object) -> object:
        return [sheets.read(session, kind, key, viewer) for key in records.titles(session, kind)]  # type: ignore[arg-type]  # an audience

    def every_map(session: Session, planted: Planted, reader: str) -> object:
        views = ("", *records.titles(session, RECORD_TYPES["map_view"]))
        return [maps.read_map(session, view, planted.audience(reader)) for view in views]

    def of_each_risk(query: Callable[..., object]) -> Callable[[Session, Planted, str], object]:
        def ask(session: Session, planted: Planted, reader: str) -> object:
            keys = records.titles(session, RECORD_TYPES["risk"])
            return [query(session, key=key, audience=planted.audience(reader)) for key in keys]

        return ask

    def every_risk_of(session: Session, planted: Planted, reader: str) -> object:
        viewer = planted.audience(reader)
        return [
            risk_links.risks_of(session, kind, key, viewer)
            for kind in risk_links.KINDS
            for key in records.titles(session, RECORD_TYPES[kind])
        ]

    def every_review(session: Session, planted: Planted, reader: str) -> object:
        viewer = planted.audience(reader)
        keys = records.titles(session, RECORD_TYPES["sprint"])
        return [reviews.review(session, key, viewer) for key in keys]

    def of_reader(query: Callable[..., object]) -> Callable[[Session, Planted, str], object]:
        return lambda session, planted, reader: query(session, audience=planted.audience(reader))

    return {
        "table": of_kinds(presentation.table_for),
        "labels": of_kinds(presentation.labels_for),
        "ratings": of_kinds(
            lambda s, kind, viewer: presentation.ratings_for(s, kind, viewer) if kind.dated else ()
        ),
        "sheets": of_kinds(every_sheet),
        "difficulties": of_reader(difficulties.overview),
        "overdue": of_reader(difficulties.overdue_steps),
        "grid": of_reader(actors.grid_tokens),
        "attention": of_reader(partial(summary.attention, stale_days=0)),
        "assessed": of_reader(actors.never_assessed),
        "attitudes": of_reader(attitudes.read),
        "time": of_reader(attitudes.time_given),
        "salience": of_reader(salience.read),
        "questions": of_reader(sociogram.questions),
        "choices": of_reader(sociogram.read),
        "forces": of_reader(mactor.read),
        "ties": of_reader(ties.read),
        "maps": every_map,
        "changes": of_reader(partial(changes_since.changes_since, since=dt.date.min)),
        "days": of_reader(changes_since.rated_days),
        "meetings": of_reader(matchmaking.meetings),
        "log": of_reader(interactions.log),
        "duties": of_reader(raci.matrix),
        "missing": of_reader(partial(missing.missing, stale_days=0)),
        "risks": of_reader(risks.overview),
        "scales": of_reader(risks.scales),
        "risk figures": of_reader(risk_figures.figures),
        "risk reviews": of_reader(risk_figures.overdue),
        "exposure": of_reader(risk_curve.histories),
        "risk sheets": of_each_risk(risk_edits.sheet),
        "risk links": of_each_risk(risk_links.of_risk),
        "risks of": every_risk_of,
        "sprints": of_reader(sprints.overview),
        "ageing": of_reader(sprint_backlog.ageing),
        "ahead": of_reader(sprint_backlog.ahead),
        "quantities": of_reader(quantities.quantities),
        "effort": of_reader(effort_table.effort_table),
        "advice": of_reader(recommender.recommend),
        "board": lambda s, planted, reader: board.board(s, planted.audience(reader)),
        "reviews": every_review,
        "coaching": _every_support,
        "skills": of_reader(skills.skills),
        "ambassadors": of_reader(ambassadors.spreading),
        "wall": lambda s, planted, reader: commitment_wall.wall(s, planted.audience(reader)),
    }


@cache
def _told(planted: Planted, what: str, reader: str) -> str:
    """Return all that a query tells a reader; asked once, as nothing in the mission changes."""
    query = _queries()[what]
    return repr(planted.gate.read(lambda session: query(session, planted, reader)))


@pytest.mark.parametrize("what", _queries())
def test_a_projected_screen_holds_nothing_but_public_words_and_no_name(
    planted: Planted, what: str
) -> None:
    told = _told(planted, what, "public")
    names = {secret.word for secret in planted.secrets if secret.names_a_person}
    assert planted.found_in(told) - (planted.words("public") - names) == set()
    assert "Bord" not in told
    assert "Cale" not in told


@pytest.mark.parametrize("what", TELLING)
def test_the_mediator_is_told_what_others_are_not(planted: Planted, what: str) -> None:
    """What is proved of others is no proof if nobody is told anything."""
    told = _told(planted, what, "mediator")
    assert planted.found_in(told) - planted.words("public")


@pytest.mark.parametrize("what", sorted(set(_queries()) - {"labels", "sheets"}))
@pytest.mark.parametrize("reader", ["A", "B", "sponsor"])
def test_what_a_screen_reads_for_somebody_holds_nothing_else(
    planted: Planted, reader: str, what: str
) -> None:
    told = _told(planted, what, reader)
    assert planted.found_in(told) - planted.words(reader) == set()


def test_of_a_support_nobody_knows_but_the_mediator_and_the_person(planted: Planted) -> None:
    said = [secret for secret in planted.secrets if secret.kind in COACHING]
    assert {(s.kind, s.level, s.owner) for s in said} >= {
        (kind, *level)
        for kind in COACHING
        for level in (("mediator", ""), ("caucus", "A"), ("caucus", "B"))
    }
    assert {s.readers for s in said} == {
        frozenset({"mediator"}),
        frozenset({"mediator", "A"}),
        frozenset({"mediator", "B"}),
    }
    for what in _queries():
        for reader in ("sponsor", "public"):
            told = _told(planted, what, reader)
            assert planted.found_in(told) & {s.word for s in said} == set(), (what, reader)


def _table_talk(planted: Planted, reader: str, at_table: set[str], title_of: str) -> set[str]:
    """Return what a party is told whatever its level: who sits there, and about what."""
    if reader not in planted.parties:
        return set()
    own = planted.parties[reader]
    homes = {s.record for s in planted.secrets if s.names_a_person and s.about in at_table}
    return {
        s.word
        for s in planted.secrets
        if (s.names_a_person and s.about in at_table)
        or (s.kind == "organisation" and s.name == "name" and s.record in homes)
        or (s.kind == "difficulty" and s.name == "title" and s.key == title_of)
        or (s.kind == "party" and s.name == "speaks_for" and s.about == own)
    }


def _in_pdf(planted: Planted, pdf: bytes) -> set[str]:
    """Return every planted word in a PDF file, on its pages and anywhere else."""
    in_bytes = map(planted.found_in_bytes, bytes_of_pdf(pdf))
    return planted.found_in(text_of_pdf(pdf)).union(*in_bytes)


def _gather(planted: Planted, difficulty: str, reader: str) -> Told:
    audience = planted.audience(reader)
    return planted.gate.read(lambda session: conflict.gather(session, difficulty, audience))


@pytest.mark.parametrize("reader", READERS)
def test_the_brief_says_all_that_its_reader_may_read_and_nothing_else(
    planted: Planted, reader: str
) -> None:
    difficulty = planted.difficulties[0]
    pdf = conflict.produce(_gather(planted, difficulty, reader), "en")
    head = {s.word for s in planted.secrets if (s.kind, s.name) in HEAD}
    allowed = planted.words(reader) | _table_talk(planted, reader, set(), difficulty) | head
    assert _in_pdf(planted, pdf) - allowed == set()
    parts = {
        s.word
        for s in planted.secrets
        if reader in s.readers and (s.kind in {"note", "option", "step"} and s.name in SHOWN)
    }
    facts = {
        s.word
        for s in planted.secrets
        if reader in s.readers and (s.kind, s.name) == ("difficulty_rating", "fact")
    }
    assert parts | facts | head <= planted.found_in(visible_in_pdf(pdf))


@pytest.mark.parametrize("reader", READERS)
def test_every_other_brief_keeps_what_its_reader_may_not_read(
    planted: Planted, reader: str
) -> None:
    """The levels of the difficulty itself, and of people at the table; without the audit.

    What each party says is read by whoever may, in the brief of its own difficulty.
    """
    table = planted.gate.read(lambda s: records.list_rows(s, RECORD_TYPES["party"])).dicts()
    of_party = {row["id"]: row["difficulty_id"] for row in table}
    said: set[str] = set()
    head = {s.word for s in planted.secrets if (s.kind, s.name) in HEAD}
    everybody = {s.about for s in planted.secrets if s.names_a_person}
    for key in (*planted.difficulties[1:], planted.table):
        at_table = everybody if key == planted.table else set()
        pdf = conflict.render(_gather(planted, key, reader), "fr")
        allowed = planted.words(reader) | _table_talk(planted, reader, at_table, key) | head
        assert _in_pdf(planted, pdf) - allowed == set()
        mine = {
            s.word
            for s in planted.secrets
            if (s.kind == "party" and s.name in SHOWN and reader in s.readers)
            and of_party[s.key] == key
        }
        assert mine <= planted.found_in(visible_in_pdf(pdf))
        said |= mine
    assert said


def test_what_was_left_out_is_told_without_its_words(planted: Planted) -> None:
    for reader in OTHERS:
        brief = _gather(planted, planted.table, reader)
        names = {s.word for s in planted.secrets if s.names_a_person}
        assert planted.found_in(repr(brief.withheld)) <= names  # for the mediator's own eyes


@pytest.mark.parametrize("reader", READERS)
def test_the_grid_shows_what_its_reader_may_read(planted: Planted, reader: str) -> None:
    chart = planted.gate.read(lambda session: grid.gather(session, planted.audience(reader)))
    allowed = planted.words(reader)
    if reader == "public":
        allowed -= {s.word for s in planted.secrets if s.names_a_person}
    assert planted.found_in(grid.to_svg(chart, "en")) <= allowed
    assert _in_pdf(planted, grid.to_pdf(chart, "en")) <= allowed


def _map_of(planted: Planted, reader: str, view: str = "", *, roles: bool = False) -> RelationMap:
    wish = network.Wish(planted.audience(reader), view, pseudonymised=roles)
    return planted.gate.read(lambda session: network.gather(session, wish))


def _maps_of(planted: Planted, reader: str, *, roles: bool) -> Iterator[RelationMap]:
    """Yield the map of everybody, and that of every view there is."""
    views = planted.gate.read(lambda session: records.titles(session, RECORD_TYPES["map_view"]))
    for view in ("", *views):
        yield _map_of(planted, reader, view, roles=roles)


def _about_maps(planted: Planted, reader: str) -> set[str]:
    """Return what whoever it is made for is told by the head of a map: the mission."""
    return planted.words(reader) | {s.word for s in planted.secrets if (s.kind, s.name) in HEAD}


def _allowed(planted: Planted, reader: str, *, roles: bool) -> set[str]:
    allowed = _about_maps(planted, reader)
    if roles:
        allowed -= {s.word for s in planted.secrets if s.names_a_person}
        allowed -= {s.word for s in planted.secrets if (s.kind, s.name) in PERSONAL}
    return allowed


@pytest.mark.parametrize("roles", [False, True])
@pytest.mark.parametrize("reader", READERS)
def test_the_map_shows_what_its_reader_may_read(planted: Planted, reader: str, roles: bool) -> None:
    """In the drawings without their audit, so that it is not what keeps the secrets."""
    allowed = _allowed(planted, reader, roles=roles)
    for drawn in _maps_of(planted, reader, roles=roles):
        pages = [
            document.to_pdf(drawn, "en", Form()),
            document.picture_pdf(drawn, "en", Form().size),
        ]
        for pdf in pages:
            assert _in_pdf(planted, pdf) - allowed == set()
        assert planted.found_in(document.to_svg(drawn, "en", Form().size)) - allowed == set()
    tiles = document.to_pdf(_map_of(planted, reader, roles=roles), "en", Form(tiles=(2, 2)))
    assert _in_pdf(planted, tiles) - allowed == set()


@pytest.mark.parametrize("reader", READERS)
def test_the_map_names_all_that_its_reader_may_know(planted: Planted, reader: str) -> None:
    drawn = _map_of(planted, reader)
    known = {s.word for s in planted.secrets if s.names_a_person and reader in s.listed_for}
    assert known
    # The audit that it goes through finds nothing to object to.
    assert known <= planted.found_in(visible_in_pdf(network.to_pdf(drawn, "en")))


@pytest.mark.parametrize("roles", [False, True])
@pytest.mark.parametrize("reader", READERS)
def test_the_map_in_a_file_holds_what_its_reader_may_read(
    planted: Planted, tmp_path: Path, reader: str, roles: bool
) -> None:
    allowed = _allowed(planted, reader, roles=roles)
    for drawn in _maps_of(planted, reader, roles=roles):
        for name in ("m.graphml", "m.gexf", "m.xlsx", "m.csv"):
            path = tmp_path / name
            is_graph = path.suffix in graph_files.WRITERS
            (graph_files.write_graph if is_graph else kumu.write_lists)(path, drawn, "en")
            data = path.read_bytes()
            parts = bytes_of_zip(data) if path.suffix == ".xlsx" else [data]
            assert set().union(*map(planted.found_in_bytes, parts)) - allowed == set()


def test_a_slip_of_any_level_is_caught_before_the_map_leaves(planted: Planted) -> None:
    for reader in OTHERS:
        drawn = _map_of(planted, reader)
        one_of_each = {(s.level, s.owner): s for s in planted.secrets if s.kind == "relation"}
        for secret in one_of_each.values():
            if reader not in secret.readers:
                with pytest.raises(WithheldTextError):
                    network.to_pdf(replace(drawn, view=secret.word), "en")


def test_everything_at_once_is_everything(planted: Planted, tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    archive.write(path, planted.gate.read(partial(archive.gather, code="en")))
    found = set().union(*map(planted.found_in_bytes, bytes_of_zip(path.read_bytes())))
    assert found == {secret.word for secret in planted.secrets}


def test_the_picture_of_the_grid_is_nothing_but_a_picture(planted: Planted) -> None:
    picture = grid.to_png(planted.gate.read(grid.gather), "en", dpi=20)
    kinds = {kind for kind, _content in png_chunks(picture)}
    assert kinds <= {"IHDR", "PLTE", "IDAT", "IEND", "pHYs", "sRGB", "gAMA"}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_an_export_holds_what_its_reader_may_read(
    planted: Planted, tmp_path: Path, reader: str, suffix: str
) -> None:
    audience = planted.audience(reader)
    for kind in RECORD_TYPES.values():
        table = planted.gate.read(partial(records.list_rows, record_type=kind, audience=audience))
        texts = planted.gate.read(
            partial(apply.reference_texts, record_type=kind, audience=audience)
        )
        path = tmp_path / f"{kind.name}{suffix}"
        writers.write_export(path, export.export(kind, table.columns, table.rows, texts, "en"))
        data = path.read_bytes()
        parts = bytes_of_zip(data) if suffix == ".xlsx" else [data]
        found = set().union(*map(planted.found_in_bytes, parts))
        assert found <= planted.words(reader)
        wanted = {s.word for s in planted.secrets if s.kind == kind.name and reader in s.listed_for}
        assert wanted <= found


def test_the_command_line_names_the_mission_and_counts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "en")
    path = tmp_path / "m.entente"
    with MissionFile.create(path, None) as file:
        told = plant(file.gate)
        name = file.gate.read(mission.read)["name"]
    for options in ((), ("--json",), ("--lang", "fr")):
        assert cli.main(["info", str(path), *options]) == 0
    assert cli.main(["check", str(path)]) == 0
    out = capsys.readouterr()
    assert told.found_in(out.out + out.err) == {name}
    assert json.loads(out.out[out.out.index("{") : out.out.index("}\n}") + 3])["schema"] >= 1
