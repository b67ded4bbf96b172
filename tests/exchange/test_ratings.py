"""The dated ratings beside a register: their dates, facts and readers."""

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from entente.domain.actor import ACTOR
from entente.domain.confidentiality import MEDIATOR, SPONSOR, Audience
from entente.domain.relation import RELATION
from entente.errors import ImportRefusedError
from entente.exchange.apply import Counts, apply, gather
from entente.exchange.apply import rated as there
from entente.exchange.export import Export, export
from entente.exchange.mapping import guess
from entente.exchange.plan import Decision, Plan
from entente.exchange.preview import prepare
from entente.exchange.rating_plan import read_ratings, with_ratings
from entente.exchange.ratings import rating_list
from entente.exchange.readers import read_table
from entente.exchange.writers import write_export
from entente.services import presentation, records
from entente.store.gate import Gate
from entente.store.session import Session
from tests.conftest import FixedClock, mission_engine

EARLY, LATE = dt.date(2026, 3, 2), dt.date(2026, 4, 7)


@pytest.fixture
def rated(gate: Gate) -> Gate:
    """Two actors, one of them with two ratings of different readers, and what joins them."""

    def write(session: Session) -> None:
        named = {"confidentiality": "sponsor"}
        keys = [
            records.create(session, ACTOR, {"name": name, **named}) for name in ("Odile", "Zoé")
        ]
        session.rate(ACTOR, keys[0], {"power": 2}, dated_on=EARLY, fact="=1+1", author="Zoé")
        session.rate(
            ACTOR, keys[0], {"power": 4.5}, dated_on=LATE, fact="Vu", confidentiality="sponsor"
        )
        tie = records.create(session, RELATION, {"from_id": keys[0], "to_id": keys[1]})
        session.rate(RELATION, tie, {"quality": -1}, dated_on=LATE, confidence="high")

    gate.run("Write", write)
    return gate


def actors(gate: Gate, reader: Audience = MEDIATOR) -> tuple[Export, Export]:
    def read(session: Session) -> tuple[Export, Export]:
        table = presentation.table_for(session, ACTOR, reader)
        ratings = presentation.ratings_for(session, ACTOR, reader)
        only = [ACTOR.field("power"), ACTOR.field("interest")]
        return (
            export(ACTOR, table.columns, table.rows, {}, "fr"),
            rating_list(table, ratings, {}, "fr", only),
        )

    return gate.read(read)


def test_a_workbook_holds_the_ratings_on_a_second_sheet(rated: Gate, tmp_path: Path) -> None:
    path = tmp_path / "acteurs.xlsx"
    write_export(path, *actors(rated))
    book = openpyxl.load_workbook(path)
    assert len(book.sheetnames) == 2
    rows = [[cell.value for cell in row] for row in book[book.sheetnames[1]].iter_rows()]
    told = [
        [cell.date() if isinstance(cell, dt.datetime) else cell for cell in row] for row in rows
    ]
    assert len(set(told[0])) == len(told[0])
    assert [row[:6] for row in told[1:]] == [
        ["A01", "Odile", 2, None, EARLY, "=1+1"],
        ["A01", "Odile", 4.5, None, LATE, "Vu"],
    ]
    assert told[1][7] == "Zoé"


def test_the_first_sheet_is_read_as_before(rated: Gate, tmp_path: Path) -> None:
    path = tmp_path / "acteurs.xlsx"
    write_export(path, *actors(rated))
    table = read_table(path, ACTOR)
    assert [row[1] for row in table.rows] == ["Odile", "Zoé"]


def take(gate: Gate, path: Path, decision: Decision = Decision.UPDATE) -> tuple[Plan, Counts]:
    """Import a list of actors with the ratings beside it."""
    table = read_table(path, ACTOR)
    beside = read_ratings(path, ACTOR, table)
    assert beside is not None
    existing = gate.read(lambda s: gather(s, ACTOR))
    plan = prepare(table, guess(ACTOR, table.headings), existing)
    plan = with_ratings(plan, beside, gate.read(lambda s: there(s, ACTOR)))
    plan = plan.decide(decision, *(row.number for row in plan.rows if row.key))
    done: list[Counts] = []
    gate.run("Import", lambda s: done.append(apply(s, plan)))
    return plan, done[0]


def history(gate: Gate) -> list[tuple[object, ...]]:
    def read(session: Session) -> list[tuple[object, ...]]:
        names = records.titles(session, ACTOR)
        return [
            (names[r.record_id], r.dated_on, r.values["power"], r.fact, r.author, r.confidentiality)
            for r in records.ratings(session, ACTOR)
        ]

    return gate.read(read)


@pytest.fixture
def written(rated: Gate, tmp_path: Path) -> Path:
    path = tmp_path / "acteurs.xlsx"
    write_export(path, *actors(rated))
    return path


@pytest.fixture
def empty(clock: FixedClock) -> Gate:
    """Another mission, with nothing in it."""
    engine = mission_engine()
    return Gate(engine, clock=clock)


def test_the_ratings_come_back_into_another_mission(
    rated: Gate, empty: Gate, written: Path
) -> None:
    _plan, counts = take(empty, written)
    assert (counts.created, counts.ratings) == (2, 2)
    assert history(empty) == history(rated)


def test_what_is_there_is_not_added_again(rated: Gate, written: Path) -> None:
    before = history(rated)
    plan, counts = take(rated, written)
    assert plan.does_nothing
    assert (counts.updated, counts.ratings) == (0, 0)
    assert history(rated) == before


def test_a_list_of_last_month_takes_nothing_back(rated: Gate, written: Path) -> None:
    key = rated.read(lambda s: records.find(s, ACTOR, "Odile"))
    rated.run("Rate", lambda s: s.rate(ACTOR, key, {"power": 1}))
    before = history(rated)
    take(rated, written)
    assert history(rated) == before


def test_a_score_changed_in_the_list_is_a_rating_of_today(
    rated: Gate, written: Path, clock: FixedClock
) -> None:
    book = openpyxl.load_workbook(written)
    heads = [cell.value for cell in book.worksheets[0][1]]
    book.worksheets[0].cell(2, heads.index("Pouvoir") + 1).value = 5
    book.save(written)
    _plan, counts = take(rated, written)
    assert (counts.updated, counts.ratings) == (1, 0)
    assert history(rated)[-1][:3] == ("Odile", clock.now.date(), 5)


def test_ratings_of_rows_left_out_stay_out(rated: Gate, written: Path) -> None:
    book = openpyxl.load_workbook(written)
    book.worksheets[1].append(["A01", "Odile", 1, None, EARLY])
    book.worksheets[1].append(["A77", "Personne", 1, None, EARLY])
    book.save(written)
    plan, counts = take(rated, written, Decision.SKIP)
    assert counts.ratings == 0
    assert any("1 row is about no record" in remark.text for remark in plan.remarks)
    assert take(rated, written)[1].ratings == 1


@pytest.mark.parametrize(("column", "value"), [(3, "beaucoup"), (5, None), (7, "peut-être")])
def test_a_bad_cell_keeps_the_whole_file_out(
    rated: Gate, written: Path, column: int, value: str | None
) -> None:
    book = openpyxl.load_workbook(written)
    book.worksheets[1].cell(2, column).value = value
    book.save(written)
    before = history(rated)
    with pytest.raises(ImportRefusedError, match="row 2"):
        take(rated, written)
    assert history(rated) == before


def test_a_csv_file_has_no_second_list(rated: Gate, tmp_path: Path) -> None:
    path = tmp_path / "acteurs.csv"
    written, ratings = actors(rated)
    write_export(path, written, ratings)
    alone = tmp_path / "seul.csv"
    write_export(alone, written)
    assert path.read_bytes() == alone.read_bytes()


def test_a_rating_is_for_who_may_read_it(rated: Gate) -> None:
    _written, ratings = actors(rated, SPONSOR)
    assert [row[5] for row in ratings.rows] == ["Vu"]


def test_a_sheet_without_ratings_is_not_written(gate: Gate, tmp_path: Path) -> None:
    gate.run("Write", lambda s: records.create(s, ACTOR, {"name": "Odile"}))
    path = tmp_path / "acteurs.xlsx"
    write_export(path, *actors(gate))
    assert len(openpyxl.load_workbook(path).sheetnames) == 1


def test_a_rating_of_a_relation_says_whom_it_joins(rated: Gate) -> None:
    def read(session: Session) -> Export:
        table = records.list_rows(session, RELATION)
        names = records.titles(session, ACTOR)
        return rating_list(table, records.ratings(session, RELATION), names, "en")

    (row,) = rated.read(read).rows
    assert row[:2] == ("L01", "Odile – Zoé")
