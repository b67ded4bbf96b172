"""MACTOR's grids in and out: taken whole, or refused with the place and the reason."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeAlias

import pytest

from entente.domain.actor import ACTOR
from entente.domain.objective import INFLUENCE, OBJECTIVE, STANCE
from entente.errors import ImportRefusedError
from entente.exchange import grids, readers, writers
from entente.exchange.grids import GRIDS
from entente.i18n import use_language
from entente.messages import sentence
from entente.services import mactor, records
from entente.services.mactor import Forces
from entente.services.mactor_answers import Written
from entente.store.gate import Gate
from entente.store.session import Session

MakeFile: TypeAlias = Callable[[str, "bytes | str"], Path]
MakeBook: TypeAlias = Callable[..., Path]

MID = ";A01;A02;A03\nA01;0;3;2\nA02;2;0;1\nA03;;1;0\n"
MAO = ";O1;O2\nA01;3;-1\nA02;-4;0\n"


def fill(session: Session) -> None:
    for name in ("Ann Smith", "Bob Jones", "Cy Bell"):
        records.create(session, ACTOR, {"name": name})
    for name in ("On time", "One record"):
        records.create(session, OBJECTIVE, {"name": name})


@pytest.fixture
def mission(gate: Gate) -> Gate:
    gate.run("fill", fill)
    return gate


def take(gate: Gate, name: str, path: Path) -> Written:
    done: list[Written] = []
    rows = readers.read_cells(path)
    action = partial(grids.import_grid, kind=GRIDS[name], source=path.name, rows=rows)
    gate.run("import", lambda session: done.append(action(session)))
    return done[0]


def refusal(gate: Gate, name: str, path: Path) -> str:
    before = gate.read(mactor.read)
    with pytest.raises(ImportRefusedError) as caught:
        take(gate, name, path)
    assert gate.read(mactor.read) == before
    return sentence(caught.value)


def mid(gate: Gate) -> tuple[tuple[int | None, ...], ...]:
    return gate.read(mactor.read).mid


def test_a_grid_is_one_step(mission: Gate, make_file: MakeFile) -> None:
    assert take(mission, "mid", make_file("mid.csv", MID)) == Written(added=5)
    assert mid(mission) == ((0, 3, 2), (2, 0, 1), (None, 1, 0))
    mission.undo()
    assert mission.read(mactor.read).participants == ()


def test_stances_are_taken_with_their_sign(mission: Gate, make_file: MakeFile) -> None:
    take(mission, "mao", make_file("mao.csv", MAO))
    assert mission.read(mactor.read).mao == ((3, -1), (-4, 0))


def test_the_same_grid_again_dates_nothing_anew(mission: Gate, make_file: MakeFile) -> None:
    path = make_file("mid.csv", MID)
    take(mission, "mid", path)
    assert take(mission, "mid", path) == Written(same=5)
    path = make_file("mid.csv", MID.replace("A02;2", "A02;4"))
    assert take(mission, "mid", path) == Written(changed=1, same=4)
    ratings = mission.read(lambda session: records.ratings(session, INFLUENCE))
    assert len(ratings) == 6
    assert {each.dated_on for each in ratings} == {dt.date(2026, 6, 10)}


def test_a_blank_cell_leaves_what_is_known(mission: Gate, make_file: MakeFile) -> None:
    take(mission, "mid", make_file("mid.csv", MID))
    take(mission, "mid", make_file("mid.csv", ";A01;A02\nA01;;\nA02;;\n"))
    assert mid(mission)[0][1] == 3


@pytest.mark.parametrize(
    "text",
    [
        MID.replace("A01", "Ann Smith"),
        MID.replace("A02", "a2"),
        MID.replace("A03", "A03 Cy Bell"),
        MID.replace("A03", "Bell, Cy"),
        MID.replace(";", "\t"),
        MID.replace(";", ","),
        f"MID of the April interviews\n\n{MID}",
        MID.replace("\nA01;0", "\nA01;–").replace("A02;2;0", "A02;2;×"),
        MID.replace(";3;", ";3,0;").replace(";2;0", "; 2 ;0"),
        MID.replace("A01;A02;A03", "A01;A02;A03;;").replace("\n", "\n;;;\n", 1),
        ";A01;A03;A02\nA01;0;2;3\nA03;;0;1\nA02;2;1;0\n",
        MID.replace(";A01;A02", "MID;A01;A02"),
    ],
    ids=[
        *("names", "loose refs", "refs and names", "names turned round", "tabs", "commas"),
        *("a title above", "dashes on the diagonal", "decimal commas", "blank edges"),
        *("another order", "a corner"),
    ],
)
def test_a_grid_is_understood_however_it_is_written(
    mission: Gate, make_file: MakeFile, text: str
) -> None:
    use_language("fr")
    take(mission, "mid", make_file("mid.csv", text))
    assert mid(mission) == ((0, 3, 2), (2, 0, 1), (None, 1, 0))


def test_numbers_as_text_in_a_workbook_are_numbers(mission: Gate, make_book: MakeBook) -> None:
    rows: list[list[object]] = [
        [None, "A01", "A02"],
        ["A01", None, "4"],
        ["A02", " 1\u00a0", 0.0],
    ]
    take(mission, "mid", make_book("mid.xlsx", *rows))
    assert mid(mission) == ((0, 4), (1, 0))


def test_a_minus_from_a_word_processor_is_a_minus(mission: Gate, make_file: MakeFile) -> None:
    take(mission, "mao", make_file("mao.csv", ";O1\nA01;−2\n"))
    assert mission.read(mactor.read).mao == ((-2, None),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            ";A01;A02\nA01;0;1\nA02;1;0\nA03;1;1\n",
            (
                "mid.csv, row 4, column “A”: The grid is not square (3 rows, 2 columns): "
                "“A03” heads a row and no column."
            ),
        ),
        (
            ";A01;A02;A03\nA01;0;1;1\nA02;1;0;1\n",
            (
                "mid.csv, row 1, column “D”: The grid is not square (2 rows, 3 columns): "
                "“A03” heads a column and no row."
            ),
        ),
        (
            ";A01;A02\nA01;0;1\nA03;1;0\n",
            "mid.csv, row 3, column “A”: “A03” heads a row and no column.",
        ),
        (
            ";A01;A77\nA01;0;1\nA77;1;0\n",
            "mid.csv, row 1, column “C”: “A77” (Actor) is not in this mission.",
        ),
        (
            ";A01;A02\nA01;0;1\nA77;1;0\n",
            "mid.csv, row 3, column “A”: “A77” (Actor) is not in this mission.",
        ),
        (";A01;A01\nA01;0;1\nA02;1;0\n", "mid.csv, row 1, column “C”: “A01” is there twice."),
        (";A01;A02\nA01;0;1\nA01;1;0\n", "mid.csv, row 3, column “A”: “A01” is there twice."),
        (
            ";A01;A02\nA01;0;2.5\nA02;1;0\n",
            (
                "mid.csv, row 2, column “A02 (C)”: “2.5” does not fit Influence: it takes a whole "
                "number between 0 and 4."
            ),
        ),
        (
            ";A01;A02\nA01;0;5\nA02;1;0\n",
            (
                "mid.csv, row 2, column “A02 (C)”: “5” does not fit Influence: it takes a whole "
                "number between 0 and 4."
            ),
        ),
        (
            ";A01;A02\nA01;0;-1\nA02;1;0\n",
            (
                "mid.csv, row 2, column “A02 (C)”: “-1” does not fit Influence: it takes a whole "
                "number between 0 and 4."
            ),
        ),
        (
            ";A01;A02\nA01;0;much\nA02;1;0\n",
            (
                "mid.csv, row 2, column “A02 (C)”: “much” does not fit Influence: it takes a whole "
                "number between 0 and 4."
            ),
        ),
        (
            ";A01;A02\nA01;0;1\nA02;1;3\n",
            (
                "mid.csv, row 3, column “A02 (C)”: Nobody weighs on themselves: the diagonal is 0 "
                "or empty."
            ),
        ),
        (
            ";A01;A02\nA01;0;1;4\nA02;1;0\n",
            "mid.csv, row 2, column “D”: Column D has values (the first in row 2) but no heading.",
        ),
        (
            ";A01;A02\n;0;1\nA02;1;0\n",
            "mid.csv, row 2, column “A”: This row has values but no heading.",
        ),
        (
            ";A01;A02\n",
            "mid.csv, row 1, column “B”: There are headings and no row beneath them.",
        ),
        (
            "A01\nA02\n",
            "mid.csv: There is no grid in it: references head the rows and the columns.",
        ),
        ("", "mid.csv: There is nothing in it."),
    ],
)
def test_a_bad_grid_is_refused_whole(
    mission: Gate, make_file: MakeFile, text: str, said: str
) -> None:
    assert refusal(mission, "mid", make_file("mid.csv", text)) == said


def test_an_objective_nobody_knows_is_named(mission: Gate, make_file: MakeFile) -> None:
    assert refusal(mission, "mao", make_file("mao.csv", MAO.replace("O2", "O9"))) == (
        "mao.csv, row 1, column “C”: “O9” (Objective) is not in this mission."
    )


def test_a_stance_beyond_4_is_refused(mission: Gate, make_file: MakeFile) -> None:
    assert refusal(mission, "mao", make_file("mao.csv", MAO.replace("-4", "-5"))) == (
        "mao.csv, row 3, column “O1 (B)”: “-5” does not fit Stance: it takes a whole number "
        "between −4 and 4."
    )


def test_a_grid_is_no_contact(mission: Gate, make_file: MakeFile) -> None:
    path = make_file("mid.vcf", "BEGIN:VCARD\nEND:VCARD\n")
    assert refusal(mission, "mid", path) == (
        "mid.vcf: Grids are read from CSV, XLSX and ODS files."
    )


def test_a_date_that_excel_made_of_a_figure_is_refused(mission: Gate, make_book: MakeBook) -> None:
    rows: list[list[object]] = [[None, "A01", "A02"], ["A01", 0, dt.date(2026, 3, 2)], ["A02", 1]]
    said = refusal(mission, "mid", make_book("mid.xlsx", *rows))
    assert said.startswith("mid.xlsx, row 2, column “A02 (C)”: “2026-03-02” does not fit")


@pytest.mark.parametrize("suffix", writers.SUFFIXES)
@pytest.mark.parametrize("code", ["fr", "en"])
@pytest.mark.parametrize("name", ["mid", "mao"])
def test_what_is_written_out_comes_back_the_same(
    mission: Gate, make_file: MakeFile, tmp_path: Path, *, suffix: str, code: str, name: str
) -> None:
    take(mission, "mid", make_file("mid.csv", MID))
    take(mission, "mao", make_file("mao.csv", MAO))
    before = mission.read(mactor.read)
    use_language(code)
    target = tmp_path / f"out{suffix}"
    table = mission.read(partial(grids.export_grid, kind=GRIDS[name]))
    writers.write_export(target, table)
    for kind in (INFLUENCE, STANCE):
        for row in mission.read(partial(records.list_rows, record_type=kind)).dicts():
            mission.run("clear", partial(records.remove, record_type=kind, key=row["id"]))
    assert mission.read(mactor.read).participants == ()
    take(mission, name, target)
    again = mission.read(mactor.read)
    assert answered(again, name) == answered(before, name)


def answered(forces: Forces, name: str) -> dict[tuple[str, str], int]:
    found = forces.influences if name == "mid" else forces.stances
    return {pair: each.value for pair, each in found.items() if each.value is not None}
