"""Registers of risks as clients keep them: words, percentages, money, merged cells."""

import zipfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from entente.domain.mission import MISSION
from entente.domain.risk import RISK
from entente.domain.risk_scales import RISK_STEP
from entente.errors import ImportRefusedError
from entente.exchange.apply import apply, gather
from entente.exchange.mapping import guess
from entente.exchange.plan import Plan
from entente.exchange.preview import prepare
from entente.exchange.readers import read_table
from entente.exchange.table import build
from entente.services import records
from entente.store.gate import Gate
from entente.store.session import Session

HEADINGS = ["Risque", "Probabilité", "Impact", "Montant"]


def plan_of(gate: Gate, *rows: Sequence[object], headings: Sequence[str] = HEADINGS) -> Plan:
    width = len(headings)
    cells: list[Any] = [list(headings), *([*row, *([None] * (width - len(row)))] for row in rows)]
    table = build("registre.csv", cells)
    existing = gate.read(partial(gather, record_type=RISK))
    return prepare(table, guess(RISK, table.headings), existing)


def read(gate: Gate, path: Path) -> Plan:
    table = read_table(path, RISK)
    existing = gate.read(partial(gather, record_type=RISK))
    return prepare(table, guess(RISK, table.headings), existing)


def problems(plan: Plan) -> list[tuple[int | None, str, str]]:
    return [(each.row, each.column, each.text) for each in plan.problems]


@pytest.mark.parametrize(
    ("cell", "step"),
    [
        *((4, 4), ("4", 4), (4.0, 4), ("4/5", 4), ("4 – probable", 4), ("5 (certain)", 5)),
        *(("élevée", 4), ("Très élevée", 5), ("FAIBLE", 2), ("moyenne", 3), ("high", 4)),
        *(("possible", 3), ("likely", 4), ("presque certain", 5), ("très improbable", 1)),
        # The nearest of .1 .3 .5 .7 .9; of two as near, the more likely.
        *(("70 %", 4), ("70\u202f%", 4), ("62,5 %", 4), (0.7, 4), ("0,7", 4), ("0.55", 3)),
        *(("40 %", 3), ("20%", 2), (0.02, 1), ("100 %", 5), ("0 %", 1)),
    ],
)
def test_a_probability_is_read_however_it_is_said(gate: Gate, cell: object, step: int) -> None:
    plan = plan_of(gate, ["Retard", cell])
    assert plan.problems == ()
    assert plan.rows[0].values["inherent_probability"] == step


@pytest.mark.parametrize("cell", ["3,5", 3.5, "0", 6, "120 %", -1, "souvent", 17.2, "4 5"])
def test_what_is_no_step_is_refused_and_not_rounded(gate: Gate, cell: object) -> None:
    plan = plan_of(gate, ["Retard", cell])
    ((row, column, text),) = problems(plan)
    assert (row, column) == (2, "Probabilité (B)")
    assert "is not a step: a whole number from 1 to 5, a percentage, or one of these" in text
    assert "very unlikely" in text


def test_what_was_not_said_as_a_step_is_said_once_a_column(gate: Gate) -> None:
    plan = plan_of(gate, ["Retard", "70 %"], ["Abandon", "70 %"], ["Coût", 0.7], ["Rejet", 4])
    assert [(each.row, each.text) for each in plan.remarks] == [
        (2, "“70 %” is read as step 4, likely."),
        (4, "“0.7” is read as step 4, likely."),
    ]


def test_the_words_and_shares_of_the_mission_come_first(gate: Gate) -> None:
    def define(session: Session) -> None:
        for step, name, share in ((1, "Faible", 0.05), (2, "Élevée", 0.4), (5, "Sûr", 0.99)):
            values = {"axis": "probability", "step": step, "name": name, "share": share}
            records.create(session, RISK_STEP, values)

    gate.run("Define", define)
    plan = plan_of(gate, ["Un", "élevée"], ["Deux", "faible"], ["Trois", "sûr"], ["Quatre", "40 %"])
    assert [row.values["inherent_probability"] for row in plan.rows] == [2, 1, 5, 2]
    assert [each.text for each in plan.remarks] == ["“40 %” is read as step 2, Élevée."]


def test_one_in_a_column_of_shares_is_everything(gate: Gate) -> None:
    sure = plan_of(gate, ["Un", 0.3], ["Deux", 1])
    assert [row.values["inherent_probability"] for row in sure.rows] == [2, 5]
    ((row, __, text),) = problems(plan_of(gate, ["Un", 0.3], ["Deux", 1], ["Trois", 4]))
    assert row == 3
    assert text.startswith("“1” may be a step or a share of one")


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        *(("38 k€", 38_000), ("38 000 €", 38_000), ("38\u202f000\u00a0€", 38_000)),
        *(("€38,000", 38_000), ("38.000 €", 38_000), ("1,25 M€", 1_250_000), ("38k", 38_000)),
        *(("12,5 k€", 12_500), ("+25 000 €", 25_000), ("38 000 EUR", 38_000)),
        *(("0,50 €", 0.5), ("3 millions d’euros", 3_000_000), ("999,99 €", 999.99)),
    ],
)
def test_an_impact_in_money_is_an_amount_and_no_step(gate: Gate, cell: str, amount: float) -> None:
    for headings, row in ((HEADINGS, ["R", 3, cell]), (HEADINGS, ["R", 3, 4, cell])):
        plan = plan_of(gate, row, headings=headings)
        assert plan.problems == ()
        assert plan.rows[0].values["amount"] == pytest.approx(amount)
        assert plan.rows[0].values.get("inherent_impact") == (4 if len(row) == 4 else None)
    assert "is an amount: it is kept as such" in plan_of(gate, ["R", 3, cell]).remarks[0].text


def test_a_heading_may_say_what_numbers_are_in(gate: Gate) -> None:
    headings = ["Risque", "Impact (k€)", "Impact"]
    plan = plan_of(gate, ["Retard", 38, 4], ["Rejet", "500 €", 2], headings=headings)
    assert [row.values["amount"] for row in plan.rows] == [38_000, 500]
    assert [row.values["inherent_impact"] for row in plan.rows] == [4, 2]
    assert "stand for 1,000 each" in plan.remarks[0].text


@pytest.mark.parametrize("cell", ["3,5", "38 000", "12 mois", "12 m", "70 %", "-5 €"])
def test_an_impact_that_is_neither_step_nor_money_is_refused(gate: Gate, cell: str) -> None:
    ((row, column, __),) = problems(plan_of(gate, ["Retard", 3, cell]))
    assert (row, column) == (2, "Impact (C)")


def test_two_currencies_in_a_column_are_refused_with_the_place(gate: Gate) -> None:
    plan = plan_of(gate, ["Un", 3, "5 k€"], ["Deux", 3, "800"], ["Trois", 3, "$4,000"])
    assert problems(plan)[-1] == (
        4,
        "Impact (C)",
        "“$4,000” is in $, and row 2 of this column in €; convert one of them.",
    )
    headed = plan_of(gate, ["Un", "5 000 CHF"], headings=["Risque", "Montant (€)"])
    assert "row 1 of this column in €" in headed.problems[0].text


def test_a_currency_that_the_mission_does_not_count_in_is_refused(gate: Gate) -> None:
    values = {"name": "Mission", "currency": "EUR"}
    gate.run("Name", partial(records.create, record_type=MISSION, values=values))
    assert plan_of(gate, ["Un", 3, 3, "5 €"]).problems == ()
    ((row, column, text),) = problems(plan_of(gate, ["Un", 3, 3, "5 CHF"]))
    assert (row, column) == (2, "Montant (D)")
    assert text == "“5 CHF” is in CHF, and the mission counts in €; convert it."


def test_two_columns_that_disagree_about_the_amount_are_refused(gate: Gate) -> None:
    ((row, __, text),) = problems(plan_of(gate, ["Un", 3, "5 k€", "6 k€"]))
    assert (row, text) == (2, "Another column of this row says “5,000”.")
    assert plan_of(gate, ["Un", 3, "5 k€", 5_000]).problems == ()


def test_other_words_for_strategy_and_status_are_understood(gate: Gate) -> None:
    headings = ["Risque", "Stratégie", "Statut", "Conséquence", "Niveau"]
    row = ["Un", "Transférer", "En cours", "Deux mois de retard", "Élevé"]
    plan = plan_of(gate, row, headings=headings)
    assert plan.problems == ()
    assert plan.rows[0].values == {
        "event": "Un",
        "strategy": "share",
        "status": "monitored",
        "effect": "Deux mois de retard",
    }
    assert plan_of(gate, ["Un", "prier"], headings=headings[:2]).problem_count == 1


@pytest.mark.parametrize(
    ("heading", "target"),
    [
        ("Probabilité résiduelle", "target_probability"),
        ("Gravité après mesures", "target_impact"),
        ("Proba. brute", "inherent_probability"),
        ("Vraisemblance", "inherent_probability"),
        ("Impact actuel (1 à 5)", "current_impact"),
        ("Évaluation résiduelle – Niveau d’impact", "target_impact"),
        ("Avant traitement – Vraisemblance", "inherent_probability"),
        ("Impact financier (k€)", "amount"),
        ("Impact in money", "amount"),
        ("N°", "ref"),
        ("Plan d’action", "response"),
        ("Criticité brute", ""),
        ("Niveau", ""),
    ],
)
def test_headings_of_registers_are_understood(heading: str, target: str) -> None:
    assert guess(RISK, ["Risque", heading]).targets == ("event", target)


def test_columns_headed_alike_stay_with_the_person_to_tell_apart() -> None:
    headings = ["Risque", "Impact après", "Impact résiduel"]
    assert guess(RISK, headings).targets[1:] != ("target_impact", "target_impact")


def clients_own(path: Path) -> Path:
    """A register as one finds it: title, two rows of headings, merged, hidden, divided."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    rows: list[list[object]] = [
        ["Registre des risques – projet DUI"],
        ["Version 3", None, "Mise à jour", "06/05/2026"],
        [],
        ["N°", "Risque", "Cause", "Évaluation brute", None, "Évaluation résiduelle", None, "Coût"],
        [None, None, None, "Probabilité", "Impact", "Probabilité", "Impact", None],
        ["Risques humains"],
        [1, "Départ du directeur", "Un poste fragile", "élevée", 4, 2, "faible", "15 k€"],
        [2, "Relais absents", None, "70 %", 3, 2, 3, 8_000],
        ["Risques techniques"],
        [3, "Reprise incomplète", "Périmètre discuté", 4, "5", 2, 4, "38 000 €"],
    ]
    for row in rows:
        sheet.append(row)
    for cells in ("A1:H1", "A4:A5", "B4:B5", "C4:C5", "D4:E4", "F4:G4", "H4:H5"):
        sheet.merge_cells(cells)
    for cells in ("A6:H6", "A9:H9", "C7:C8"):
        sheet.merge_cells(cells)
    sheet.column_dimensions["H"].hidden = True
    sheet.row_dimensions[8].hidden = True
    book.save(path)
    return path


def test_a_clients_own_workbook_is_read_as_a_person_reads_it(gate: Gate, tmp_path: Path) -> None:
    plan = read(gate, clients_own(tmp_path / "registre.xlsx"))
    assert plan.problems == ()
    names = ("event", "cause", "inherent_probability", "inherent_impact")
    after = ("target_probability", "target_impact", "amount")
    assert [tuple(row.values.get(name) for name in (*names, *after)) for row in plan.rows] == [
        ("Départ du directeur", "Un poste fragile", 4, 4, 2, 2, 15_000),
        ("Relais absents", "Un poste fragile", 4, 3, 2, 3, 8_000),
        ("Reprise incomplète", "Périmètre discuté", 4, 5, 2, 4, 38_000),
    ]
    assert [row.number for row in plan.rows] == [7, 8, 10]
    told = [(each.row, each.text) for each in plan.remarks]
    assert (
        None,
        "The line “Registre des risques – projet DUI” above the headings is left out.",
    ) in told
    assert (9, "The line “Risques techniques” only divides the list and is left out.") in told
    hidden = "This column is hidden in the file and read all the same: Coût (H)."
    assert (5, hidden) in told
    assert (8, "1 row is hidden in the file and read all the same.") in told
    gate.run("Import", partial(apply, plan=plan))
    found = gate.read(partial(records.list_rows, record_type=RISK)).dicts()
    assert [row["inherent_impact"] for row in found] == [4, 3, 5]


def test_a_sheet_of_libreoffice_is_read_the_same_way(
    gate: Gate, make_document: Callable[[str, str], Path]
) -> None:
    def cell(text: str = "", down: int = 1, across: int = 1) -> str:
        spans = f' table:number-rows-spanned="{down}" table:number-columns-spanned="{across}"'
        kind = ' office:value-type="string"' if text else ""
        written = f"<text:p>{text}</text:p>" if text else ""
        return f"<table:table-cell{kind}{spans}>{written}</table:table-cell>"

    covered = "<table:covered-table-cell/>"
    rows = (
        cell("Risque", 2) + cell("Cause", 2) + cell("Évaluation cible", 1, 2) + covered,
        covered + covered + cell("Probabilité") + cell("Impact"),
        cell("Risques humains", 1, 4) + covered * 3,
        cell("Départ") + cell("Un poste fragile", 2) + cell("faible") + cell("4"),
        cell("Absence") + covered + cell("3") + cell("12 k€"),
    )
    text = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows[:-1])
    last = f'<table:table-row table:visibility="filter">{rows[-1]}</table:table-row>'
    columns = (
        '<table:table-column/><table:table-column table:visibility="collapse"/>'
        '<table:table-column table:number-columns-repeated="2"/>'
    )
    plan = read(gate, make_document("registre.ods", columns + text + last))
    assert plan.problems == ()
    told = [(each.row, each.text) for each in plan.remarks]
    assert (2, "This column is hidden in the file and read all the same: Cause (B).") in told
    assert (5, "1 row is hidden in the file and read all the same.") in told
    assert [row.values for row in plan.rows] == [
        {
            "event": "Départ",
            "cause": "Un poste fragile",
            "target_probability": 2,
            "target_impact": 4,
        },
        {
            "event": "Absence",
            "cause": "Un poste fragile",
            "target_probability": 3,
            "amount": 12_000,
        },
    ]


def test_merged_cells_without_end_are_refused(tmp_path: Path) -> None:
    path = clients_own(tmp_path / "registre.xlsx")
    forged = tmp_path / "forgé.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(forged, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.endswith("sheet1.xml"):
                one = b'<mergeCell ref="A1:A99999"/>'
                data = data.replace(b"</mergeCells>", one * 20 + b"</mergeCells>")
            new.writestr(name, data)
    with pytest.raises(ImportRefusedError, match="damaged"):
        read_table(forged, RISK)


def test_the_same_as_csv_is_read_without_merged_cells(gate: Gate, tmp_path: Path) -> None:
    path = tmp_path / "registre.csv"
    path.write_text(
        "Registre des risques;;;;;\r\n"
        "N°;Risque;Évaluation brute;;Évaluation résiduelle;\r\n"
        ";;Probabilité;Impact;Probabilité;Impact\r\n"
        "1;Départ;3;4;2;2\r\n",
        encoding="utf-8",
    )
    plan = read(gate, path)
    assert plan.problems == ()
    (row,) = plan.rows
    assert row.number == 4
    assert row.values == {
        "event": "Départ",
        "inherent_probability": 3,
        "inherent_impact": 4,
        "target_probability": 2,
        "target_impact": 2,
    }


def test_what_cannot_be_read_says_its_row_in_the_sheet(gate: Gate, tmp_path: Path) -> None:
    path = clients_own(tmp_path / "registre.xlsx")
    book = openpyxl.load_workbook(path)
    sheet = book.active
    assert sheet is not None
    sheet["D10"] = "3,5"
    book.save(path)
    with pytest.raises(ImportRefusedError) as refused:
        read(gate, path).check()
    assert (refused.value.row, refused.value.column) == (
        10,
        "Évaluation brute – Probabilité (D)",
    )


def test_ordinary_lists_keep_their_one_row_of_headings() -> None:
    rows: list[list[Any]] = [["Nom", "Rôle", None], ["Cause", "Risque", None], ["Odile", "x", None]]
    table = build("a.csv", rows, known=frozenset({"nom", "role", "cause", "risque"}))
    assert table.headings == ("Nom", "Rôle")
    assert len(table.rows) == 2
