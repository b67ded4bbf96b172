"""Answers of LimeSurvey, Google and Microsoft Forms: whole, or refused with the place."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from sqlalchemy import select

from entente import cli
from entente.errors import ImportRefusedError, WaveError, WaveFault
from entente.exchange import answers, readers
from entente.messages import sentence
from entente.services import surveys, waves
from entente.services.waves import Form
from entente.store.gate import Gate
from entente.store.mission_file import MissionFile
from entente.store.schema import URN, URN_SOURCE
from entente.store.session import Session

MakeFile: TypeAlias = Callable[[str, "bytes | str"], Path]
MakeBook: TypeAlias = Callable[..., Path]

GOOGLE_FR = (
    "Horodateur,Adresse e-mail,Groupe,Les contraintes de chacun sont connues et prises en compte.,"
    "Recommanderiez-vous à un collègue de rejoindre ce projet ?,Que voulez-vous ajouter ?\n"
    "12/31/2026 14:05:09,ann@exemple.example,métiers,Tout à fait d'accord,10,Rien\n"
    "12/31/2026 14:06:10,bob@exemple.example,,Plutôt pas d’accord,,\n"
    "12/31/2026 14:07:10,cy@exemple.example,Métiers,,,\n"
)
MICROSOFT_EN = (
    "ID;Start time;Completion time;Email;Name;Everybody’s constraints are known and taken into "
    "account.;Would you recommend joining this project to a colleague?\n"
    "1;6/1/26 9:00:01;6/1/26 9:02:11;anonymous;;Strongly agree;9\n"
    "2;6/1/26 9:00:02;6/1/26 9:03:11;anonymous;;Neither agree nor disagree;0\n"
)
LIMESURVEY = (
    '"id. ID de la réponse","submitdate. Date de soumission","token. Code d’accès",'
    '"Q1. Les contraintes","Q2[SQ001]","R","V"\n'
    '"1","2026-06-01 10:00:00","abc","5","N/A","7","Trop vite"\n'
    '"2","2026-06-01 10:05:00","def","Ni d’accord, ni pas d’accord","2 - Plutôt pas","8",""\n'
    '"3","2026-06-01 10:09:00","abc","1","1","0","Finalement non"\n'
)


def ask(session: Session) -> str:
    survey = surveys.load(session, "barometer", "fr")
    key = waves.plan(
        session, survey, dt.date(2026, 6, 10), name="P9", groups={"Métiers": 9}, attribute="Métier"
    )
    waves.open_wave(session, key)
    return key


@pytest.fixture
def form(gate: Gate) -> Form:
    """The barometer in French, asked in an open wave."""
    keys: list[str] = []
    gate.run("Ask", lambda s: keys.append(ask(s)))
    return gate.read(lambda s: waves.form(s, keys[0]))


def by_code(form: Form, found: answers.Collected) -> list[dict[str, int | str | None]]:
    codes = {each.id: each.code for each in form.questions}
    return [{codes[key]: value for key, value in b.answers.items()} for b in found.ballots]


def test_google_forms_in_french_with_dates_in_american_order(
    form: Form, make_file: MakeFile
) -> None:
    found = answers.collect(readers.read_table(make_file("g.csv", GOOGLE_FR)), form)
    assert by_code(form, found) == [{"Q1": 5, "R": 10, "V": "Rien"}, {"Q1": 2}]
    (group,) = form.groups
    assert [ballot.group_id for ballot in found.ballots] == [group, ""]
    assert found.left_out == ("Horodateur", "Adresse e-mail")
    assert (found.blank, found.half, found.replaced, found.not_asked) == (1, 2, (), ())
    assert "Q2" in found.missing


def test_a_form_in_english_answers_a_questionnaire_in_french(
    form: Form, make_file: MakeFile
) -> None:
    table = readers.read_table(make_file("m.csv", MICROSOFT_EN))
    found = answers.collect(table, form)
    assert by_code(form, found)[0] == {"Q1": 5, "R": 9}
    assert set(found.left_out) == {"ID", "Start time", "Completion time", "Email", "Name"}


def test_limesurvey_by_code_and_who_answered_twice_counts_once(
    form: Form, make_file: MakeFile
) -> None:
    found = answers.collect(readers.read_table(make_file("l.csv", LIMESURVEY)), form)
    assert by_code(form, found) == [
        {"Q1": 1, "Q2": 1, "R": 0, "V": "Finalement non"},
        {"Q1": 3, "Q2": 2, "R": 8},
    ]
    assert found.replaced == (2,)
    assert len(found.left_out) == 3


def test_codes_of_a_list_are_read_and_said_and_a_language_nobody_asked_in_is(
    form: Form, make_file: MakeFile
) -> None:
    text = (
        "Zeitstempel,Wer?,Q1,Q2\n"
        "13/02/2026 10:00:00,ann@haus.example,A1,Stimme voll und ganz zu\n"
        "13/02/2026 10:01:00,bob@haus.example,AO05,de acuerdo\n"
        "13/02/2026 10:02:00,ann@haus.example,A2,oneens\n"
    )
    found = answers.collect(readers.read_table(make_file("de.csv", text)), form)
    assert by_code(form, found) == [{"Q1": 2, "Q2": 2}, {"Q1": 5, "Q2": 4}]
    assert (found.coded, found.replaced) == (("Q1",), (2,))
    assert found.left_out == ("Zeitstempel", "Wer?")
    with pytest.raises(ImportRefusedError):  # which of 0 to 10 would A1 be?
        answers.collect(readers.read_table(make_file("r.csv", "Q1,R\n5,A1\n")), form)


def test_groups_are_never_crossed(form: Form, make_file: MakeFile) -> None:
    table = readers.read_table(make_file("x.csv", "Groupe;Métier;Q1\nMétiers;Métiers;5\n"))
    with pytest.raises(ImportRefusedError) as caught:
        answers.collect(table, form)
    assert "never crossed" in sentence(caught.value)
    assert answers.collect(table, form, {"Métier": "group"}).ballots[0].group_id in form.groups


def test_a_file_is_taken_over_once_in_whatever_form_it_was_saved(
    gate: Gate, form: Form, make_file: MakeFile, make_book: MakeBook
) -> None:
    rows: list[list[object]] = [["Q1", "V"], [5.0, "Trop vite"], [4.0, None]]
    first = answers.collect(readers.read_table(make_book("a.xlsx", *rows)), form)
    again = answers.collect(readers.read_table(make_file("b.csv", "Q1;V\n5;Trop vite\n4;\n")), form)
    other = answers.collect(readers.read_table(make_file("c.csv", "Q1;V\n5;Trop vite\n3;\n")), form)

    def pour(found: answers.Collected) -> None:
        gate.run("", lambda s: waves.cast_many(s, form.wave_id, found.ballots, found.source))

    pour(first)
    with pytest.raises(WaveError) as caught:
        pour(again)
    assert caught.value.fault is WaveFault.TWICE
    pour(other)
    assert gate.read(lambda s: waves.count(s, form.wave_id)) == 4
    rows_of = select(URN_SOURCE)
    kept = gate.read(lambda s: s.rows(rows_of))
    assert {len(row.fingerprint) for row in kept} == {64}
    gate.run("Close", lambda s: waves.close(s, form.wave_id))
    assert gate.read(lambda s: s.rows(rows_of)) == []


@pytest.mark.parametrize(
    ("cell", "row"), [("6", 2), ("4,5", 2), ("peut-être", 2), ("-1", 2), ("0", 2)]
)
def test_what_is_off_the_scale_refuses_the_whole_file_with_its_place(
    form: Form, make_file: MakeFile, cell: str, row: int
) -> None:
    table = readers.read_table(make_file("x.csv", f"Q1;Q2\n{cell};1\n5;5\n"))
    with pytest.raises(ImportRefusedError) as caught:
        answers.collect(table, form)
    assert (caught.value.row, caught.value.column) == (row, "Q1 (A)")
    assert cell in sentence(caught.value)


def test_columns_can_be_named_and_unknown_ones_are_refused(form: Form, make_file: MakeFile) -> None:
    table = readers.read_table(make_file("x.csv", "Contraintes;Qui;Q2\n5;Métiers;3\n"))
    with_map = answers.collect(table, form, {"Contraintes": "q1", "Qui": "group", "Q2": "-"})
    assert by_code(form, with_map) == [{"Q1": 5}]
    assert with_map.ballots[0].group_id in form.groups
    assert with_map.not_asked == ("Q2",)
    for wrong in ({"Rien": "Q1"}, {"Contraintes": "Q99"}, {"Contraintes": "Q2"}):
        with pytest.raises(ImportRefusedError):
            answers.collect(table, form, wrong)
    for text in ("Qui;Quoi\n1;2\n", "Q1;Groupe\n5;Inconnu\n"):
        with pytest.raises(ImportRefusedError):
            answers.collect(readers.read_table(make_file("y.csv", text)), form)


def test_a_workbook_is_read_and_ballots_alike_are_said(form: Form, make_book: MakeBook) -> None:
    rows: list[list[object]] = [
        ["Q1", "R", "V"],
        [4.0, 7.0, "Même texte"],
        [4.0, 7.0, "Même texte"],
        [4.0, 7.0, None],
    ]
    found = answers.collect(readers.read_table(make_book("b.xlsx", *rows)), form)
    assert [ballot["Q1"] for ballot in by_code(form, found)] == [4, 4, 4]
    assert found.alike == 1


def test_from_a_shell_all_or_nothing_and_no_one_is_kept(
    tmp_path: Path, make_file: MakeFile, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "m.entente"
    with MissionFile.create(path, None) as file:
        file.gate.run("Ask", ask)
    bad = make_file("bad.csv", GOOGLE_FR.replace(",10,", ",11,"))
    asked = ["import", str(path), "answers", str(bad), "--wave", "P9"]
    assert cli.main(asked) != 0
    good = make_file("good.csv", GOOGLE_FR)
    assert cli.main(["import", str(path), "answers", str(good)]) != 0
    asked[3] = str(good)
    assert cli.main([*asked, "--map", "Groupe=group", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "good.csv: 2 ballots put into the urn of P9" in said
    assert "Horodateur" in said
    assert cli.main([*asked, "--map", "Groupe=group", "--lang", "en"]) != 0
    assert "in the urn of “P9” already" in capsys.readouterr().err
    with MissionFile.open(path, None) as file:
        lots = file.gate.read(lambda s: s.rows(select(URN)))
        assert len(lots) == 2
        assert all("exemple" not in lot.ballot for lot in lots)
        assert {len(json.loads(lot.ballot)) for lot in lots} == {3, 1}
    assert b"ann@exemple" not in path.read_bytes()
