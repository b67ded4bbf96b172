"""The dated ratings beside a register: their dates, facts and readers."""

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from entente.domain.actor import ACTOR
from entente.domain.confidentiality import MEDIATOR, SPONSOR, Audience
from entente.domain.relation import RELATION
from entente.exchange.export import Export, export
from entente.exchange.ratings import rating_list
from entente.exchange.readers import read_table
from entente.exchange.writers import write_export
from entente.services import presentation, records
from entente.store.gate import Gate
from entente.store.session import Session

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
