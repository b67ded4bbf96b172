import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.difficulty import DIFFICULTY
from entente.domain.note import NOTE
from entente.domain.records import RecordType
from entente.domain.relation import RELATION
from entente.domain.sprint import SPRINT
from entente.errors import ImportRefusedError
from entente.exchange.known import Existing, Known, know
from entente.exchange.mapping import REF, guess
from entente.exchange.plan import Decision, Match, NewReference, Plan, Remark
from entente.exchange.preview import prepare
from entente.exchange.remarks import LISTED_MAX
from entente.exchange.table import build

VERSOIR = {
    "id": "k11",
    "ref": "A11",
    "name": "Hippolyte Versoir",
    "email": "h.versoir@logiprisme.example",
    "expertise": "contrats",
    "notes": "Ne pas brusquer.",
    "power": 4.0,
}
LAVANDIER = {"id": "k8", "ref": "A08", "name": "Noémie Lavandier", "role": "Infirmière"}
HOMONYM = {"id": "k30", "ref": "A30", "name": "NOÉMIE LAVANDIER", "email": "nl@b.example"}
LOGIPRISME = {"id": "o1", "ref": "ORG1", "name": "Logiprisme SAS", "short_name": "E"}


def known_of(record_type: RecordType, *found: dict[str, Any]) -> Known:
    columns = list(dict.fromkeys(name for record in found for name in record))
    return know(record_type, columns, [[record.get(name) for name in columns] for record in found])


def existing(*actors: dict[str, Any]) -> Existing:
    return {
        **{kind.name: known_of(kind) for kind in (RELATION, DIFFICULTY, NOTE)},
        ACTOR.name: known_of(ACTOR, *actors),
        ORGANISATION.name: known_of(ORGANISATION, LOGIPRISME),
    }


def plan_of(
    rows: Sequence[Sequence[Any]], *actors: dict[str, Any], record_type: RecordType = ACTOR
) -> Plan:
    """Plan the import of a table whose first row is its headings."""
    table = build("liste.csv", rows)
    return prepare(table, guess(record_type, table.headings), existing(*actors))


def texts(remarks: Sequence[Remark]) -> list[str]:
    return [remark.text for remark in remarks]


def test_values_are_read_into_their_fields() -> None:
    plan = plan_of(
        [
            ["Nom", "Pouvoir", "Structure", "Tags", "Urgency", "Tél.", "Mobile"],
            ["Odile Tisserine", "3,5", "Logiprisme SAS", "a|b;A", "oui", "01", "06"],
        ]
    )
    (row,) = plan.rows
    assert plan.problems == ()
    assert row.number == 2
    assert row.decision is Decision.CREATE
    assert row.values == {
        "name": "Odile Tisserine",
        "power": 3.5,
        "organisation_id": "o1",
        "expertise": "a, b",
        "urgency": True,
        "phone": "01, 06",
    }


def test_two_halves_make_a_name() -> None:
    plan = plan_of([["Nom", "Prénom"], ["Tisserine", "Odile"], ["Ferrage", None], [None, "Ève"]])
    assert [row.values for row in plan.rows] == [
        {"name": "Odile Tisserine"},
        {"name": "Ferrage"},
        {"name": "Ève"},
    ]


def test_blank_rows_are_passed_over() -> None:
    plan = plan_of([["Nom", "Rôle"], [None, None], ["Odile", "x"], ["", " "], ["Firmin", None]])
    assert [row.number for row in plan.rows] == [3, 5]


def test_every_problem_is_listed_with_its_row_and_column() -> None:
    plan = plan_of(
        [
            ["Nom", "Pouvoir", "Confidentiality", "Urgency", "Role"],
            ["Odile", "6", "public", "oui", None],
            ["Firmin", "3", "secret", "peut-être", None],
            [None, "3", "public", "non", None],
            ["x" * 100_000, "abc", None, None, "x" * 2_000],
        ]
    )
    places = [(problem.row, problem.column) for problem in plan.problems]
    assert places == [
        (2, "Pouvoir (B)"),
        (3, "Confidentiality (C)"),
        (3, "Urgency (D)"),
        (4, "Nom (A)"),
        (5, "Nom (A)"),
        (5, "Pouvoir (B)"),
        (5, "Role (E)"),
    ]
    assert plan.problems[0].text == "“6” is not a number between 1 and 5."
    assert plan.problems[2].text == "“peut-être” is not yes or no."
    assert plan.problems[3].text == "Name is missing."
    assert plan.problems[4].text.endswith("…” is not a text of at most 1,000 characters.")
    assert all(len(problem.text) < 200 for problem in plan.problems)
    assert plan.problem_count == 7


def test_a_date_that_does_not_exist_is_a_problem() -> None:
    plan = plan_of([["Titre", "Date"], ["Reprise", "31/02/2026"]], record_type=DIFFICULTY)
    (problem,) = plan.problems
    assert (problem.row, problem.column) == (2, "Date (B)")
    assert "“31/02/2026” is not a date of the calendar" in problem.text


def test_dates_of_a_sheet_are_taken_as_they_are() -> None:
    day = dt.date(2026, 5, 6)
    plan = plan_of(
        [["Titre", "Date"], ["Reprise", day], ["x", "6 mai 2026"]], record_type=DIFFICULTY
    )
    assert [row.values["opened_on"] for row in plan.rows] == [day, day]


def test_a_plan_with_a_problem_refuses_to_be_carried_out() -> None:
    plan = plan_of([["Nom", "Pouvoir"], ["Odile", "6"], ["Firmin", "7"], ["Ève", "3"]])
    assert len(plan.rows) == 1
    with pytest.raises(ImportRefusedError, match="There is 1 more problem") as refused:
        plan.check()
    error = refused.value
    assert (error.source, error.row, error.column) == ("liste.csv", 2, "Pouvoir (B)")


def test_a_great_many_problems_are_counted_but_not_all_listed() -> None:
    plan = plan_of([["Nom", "Pouvoir"], *([["Odile", "6"]] * 2_000)])
    assert (len(plan.problems), plan.problem_count) == (LISTED_MAX, 2_000)


@pytest.mark.parametrize(
    ("headings", "said"),
    [
        (["Fonction", "Lieu"], "No column is headed “Name”, and every row needs one."),
        (["Odile Tisserine", "Directrice"], "No column is headed “Name”"),
    ],
)
def test_a_list_without_the_heading_it_needs_is_refused(headings: list[str], said: str) -> None:
    plan = plan_of([headings, ["a", "b"]])
    assert plan.problem_count == 1
    assert said in plan.problems[0].text
    assert plan.problems[0].row == 1


def test_headings_alone_are_nothing_to_import() -> None:
    assert texts(plan_of([["Nom", "Rôle"]]).problems) == ["There are no rows below the headings."]


def test_what_is_left_out_is_said() -> None:
    plan = plan_of([["Contacts 2026"], ["Nom", "Signe astral", "Civilité"], ["Odile", "b", "Mme"]])
    assert texts(plan.remarks) == [
        "The line “Contacts 2026” above the headings is left out.",
        "These columns are left out: Signe astral, Civilité.",
    ]


def test_characters_that_cannot_be_kept_and_scores_that_snap_are_said() -> None:
    plan = plan_of([["Nom", "Pouvoir"], ["Odile\0", "3,7"]])
    assert [(remark.row, remark.column, remark.text) for remark in plan.remarks] == [
        (2, "Nom (A)", "Control characters are left out."),
        (2, "Pouvoir (B)", "3.7 is rounded to 3.5."),
    ]


@pytest.mark.parametrize(
    ("row", "match"),
    [
        (["A11", "Somebody Else", None], Match.REF),
        (["a11", None, None], Match.REF),
        (["A0011", None, None], Match.REF),
        ([None, "hippolyte versoir", None], Match.NAME),
        ([None, "VERSOIR, Hippolyte", None], Match.NAME),
        ([None, "H. Versoir", "H.VERSOIR@logiprisme.example"], Match.EMAIL),
    ],
)
def test_a_row_is_recognised_by_reference_name_or_address(
    row: list[str | None], match: Match
) -> None:
    plan = plan_of([["Réf", "Nom", "Email"], row], VERSOIR)
    (planned,) = plan.rows
    assert (planned.decision, planned.key, planned.match) == (Decision.UPDATE, "k11", match)


@pytest.mark.parametrize(
    ("row", "remark"),
    [
        (["A12", "Hippolyte Autre", None], None),
        ([None, "Apolline Quartzet", "h.versoir@logiprisme.example"], "has the same email"),
    ],
)
def test_somebody_else_is_somebody_new(row: list[str | None], remark: str | None) -> None:
    plan = plan_of([["Réf", "Nom", "Email"], row], VERSOIR)
    assert plan.rows[0].decision is Decision.CREATE
    assert [remark in text for text in texts(plan.remarks) if remark] == ([True] if remark else [])


def test_a_blank_cell_erases_nothing_and_equal_values_change_nothing() -> None:
    plan = plan_of([["Nom", "Email", "Pouvoir"], ["Hippolyte Versoir", None, "4"]], VERSOIR)
    assert plan.rows[0].changes == {}
    assert plan.rows[0].does_nothing
    assert [plan.count(decision) for decision in Decision] == [0, 0, 1]


def test_a_list_from_elsewhere_adds_to_what_is_written_and_keeps_the_name() -> None:
    plan = plan_of(
        [
            ["Nom", "Notes", "Tags", "Pouvoir"],
            ["VERSOIR Hippolyte", "Absent en mai.", "Contrats, achats", "3"],
        ],
        VERSOIR,
    )
    assert plan.rows[0].changes == {
        "notes": ("Ne pas brusquer.", "Ne pas brusquer.\nAbsent en mai."),
        "expertise": ("contrats", "contrats, achats"),
        "power": (4.0, 3.0),
    }


def test_our_own_list_come_back_replaces_what_it_changes() -> None:
    plan = plan_of([["Ref", "Nom", "Notes"], ["A11", "Hippolyte Verseau", "Court."]], VERSOIR)
    assert plan.rows[0].changes == {
        "name": ("Hippolyte Versoir", "Hippolyte Verseau"),
        "notes": ("Ne pas brusquer.", "Court."),
    }


def test_two_rows_about_one_record_add_up() -> None:
    plan = plan_of(
        [["Nom", "Notes"], ["Hippolyte Versoir", "Un."], ["VERSOIR Hippolyte", "Deux."]], VERSOIR
    )
    assert plan.rows[1].changes == {
        "notes": ("Ne pas brusquer.\nUn.", "Ne pas brusquer.\nUn.\nDeux.")
    }
    assert texts(plan.remarks) == ["Row 2 is about the same record."]


def test_adding_to_a_record_others_may_read_is_said() -> None:
    plan = plan_of(
        [["Nom", "Notes"], ["Hippolyte Versoir", "x"]], {**VERSOIR, "confidentiality": "public"}
    )
    assert texts(plan.remarks) == [
        "A11 Hippolyte Versoir may be read by others, and with it what is added here."
    ]


def test_homonyms_are_told_apart_by_their_address_or_added() -> None:
    rows = [["Nom", "Email"], ["Noémie Lavandier", "nl@b.example"], ["Noémie Lavandier", "c@d.e"]]
    plan = plan_of(rows, LAVANDIER, HOMONYM)
    assert [(row.decision, row.key) for row in plan.rows] == [
        (Decision.UPDATE, "k30"),
        (Decision.CREATE, ""),
    ]
    assert texts(plan.remarks) == ["Several records are called so already; one more is added."]


def test_the_same_contact_twice_is_added_once() -> None:
    plan = plan_of([["Nom", "Rôle"], ["Odile", "Directrice"], ["Odile", None], ["ODILE", "Autre"]])
    assert [row.decision for row in plan.rows] == [
        Decision.CREATE,
        Decision.SKIP,
        Decision.CREATE,
    ]
    assert texts(plan.remarks) == [
        "Row 2 says the same; this one is left out.",
        "Row 2 has the same name but other values; both are added.",
    ]


def test_the_same_reference_twice_is_a_problem() -> None:
    plan = plan_of([["Ref", "Nom"], ["A05", "Odile"], ["a5", "Firmin"]])
    (problem,) = plan.problems
    assert (problem.row, problem.column) == (3, "Ref (A)")
    assert problem.text == "Row 2 has the same reference “A05”."


@pytest.mark.parametrize(
    ("ref", "kept"), [("A40", "A40"), ("a7", "A07"), ("47", None), ("X-1", None), ("A", None)]
)
def test_a_reference_of_ours_is_kept_and_another_program_s_is_not(
    ref: str, kept: str | None
) -> None:
    plan = plan_of([["Ref", "Nom"], [ref, "Odile"]])
    assert plan.rows[0].values.get(REF) == kept


@pytest.mark.parametrize(
    "name", ["ORG1", "org01", "Logiprisme SAS", "logiprisme sas", "E", "ORG1 E"]
)
def test_an_organisation_is_found_by_reference_name_or_short_name(name: str) -> None:
    plan = plan_of([["Nom", "Structure"], ["Odile", name]])
    assert plan.rows[0].values["organisation_id"] == "o1"


def test_an_organisation_not_there_yet_is_made_once() -> None:
    plan = plan_of([["Nom", "Structure"], ["Odile", "EHPAD"], ["Ève", "EHPAD"], ["Jo", "SSIAD"]])
    assert plan.new_references == (
        NewReference("organisation", "EHPAD"),
        NewReference("organisation", "SSIAD"),
    )


@pytest.mark.parametrize(
    ("end", "key"), [("A11", "k11"), ("Versoir Hippolyte", "k11"), ("A11 Hippolyte Versoir", "k11")]
)
def test_the_ends_of_a_relation_are_found(end: str, key: str) -> None:
    rows = [["De", "À", "Type", "Qualité"], [end, "A08", "contractual", "-2"]]
    plan = plan_of(rows, VERSOIR, LAVANDIER, record_type=RELATION)
    assert plan.rows[0].values == {
        "from_id": key,
        "to_id": "k8",
        "kind": "contractual",
        "quality": -2,
    }


@pytest.mark.parametrize(
    ("end", "said"),
    [
        ("A99", "“A99” (Actor) is not in this mission."),
        ("Nobody", "“Nobody” (Actor) is not in this mission."),
        ("Noémie Lavandier", "Several records (Actor) are called “Noémie Lavandier”; write the"),
        ("A11 Noémie Lavandier", "“A11 Noémie Lavandier” (Actor) is not in this mission."),
    ],
)
def test_a_relation_to_nobody_or_to_one_of_two_is_a_problem(end: str, said: str) -> None:
    rows = [["De", "À"], ["A11", end]]
    plan = plan_of(rows, VERSOIR, LAVANDIER, HOMONYM, record_type=RELATION)
    (problem,) = plan.problems
    assert (problem.row, problem.column) == (2, "À (B)")
    assert problem.text.startswith(said)


def test_a_caucus_note_needs_a_party() -> None:
    difficulty = {"id": "d1", "ref": "K1", "title": "Reprise"}
    table = build(
        "notes.csv",
        [
            ["Difficulty", "Text", "Confidentiality", "Said by"],
            ["K1", "Nous avons une marge.", "caucus", "A11"],
            ["K1", "Autre.", "caucus", None],
        ],
    )
    known = {**existing(VERSOIR), DIFFICULTY.name: known_of(DIFFICULTY, difficulty)}
    plan = prepare(table, guess(NOTE, table.headings), known)
    assert [row.number for row in plan.rows] == [2]
    assert [(problem.row, problem.text) for problem in plan.problems] == [
        (3, "A caucus belongs to a party, and none is named.")
    ]


def test_a_person_decides_what_becomes_of_a_row() -> None:
    plan = plan_of([["Nom", "Rôle"], ["Hippolyte Versoir", "x"], ["Odile", "y"]], VERSOIR)
    assert [row.decision for row in plan.rows] == [Decision.UPDATE, Decision.CREATE]
    other = plan.decide(Decision.CREATE, 2).decide(Decision.SKIP, 3)
    assert [row.decision for row in other.rows] == [Decision.CREATE, Decision.SKIP]
    nothing = plan.decide(Decision.UPDATE, 3)
    assert nothing == plan


def test_progress_is_told_and_the_work_can_be_stopped() -> None:
    class StopError(Exception):
        pass

    def report(percent: int) -> None:
        told.append(percent)
        if percent > 50:
            raise StopError

    told: list[int] = []
    table = build("a.csv", [["Nom"], *([[f"Odile {number}"] for number in range(2_000)])])
    with pytest.raises(StopError):
        prepare(table, guess(ACTOR, table.headings), existing(), report)
    assert told == [0, 10, 20, 30, 40, 50, 60]


def backlog(rows: Sequence[Sequence[Any]], record_type: RecordType) -> Plan:
    table = build("carnet.csv", rows)
    kinds = [kind for kind in RECORD_TYPES.values() if kind is not ACTOR]
    known = {**existing(), **{kind.name: known_of(kind) for kind in kinds}}
    return prepare(table, guess(record_type, table.headings), known)


def test_efforts_are_read_as_people_write_them_and_it_is_said_once() -> None:
    plan = backlog(
        [
            ["Action", "Charge"],
            ["Atelier", "1/2 j"],
            ["Billet", "1/2 j"],
            ["Sondage", "2h"],
            ["Apéro", "1,5"],
            ["Tournée", 3],
        ],
        BACKLOG_ITEM,
    )
    assert [row.values["effort"] for row in plan.rows] == [1, 1, 0.5, 1.5, 3]
    assert texts(plan.remarks) == [
        "“1/2 j” is read as 1 (half-days of four hours).",
        "“2h” is read as 0.5 (half-days of four hours).",
    ]


def test_a_negative_effort_is_a_problem_of_its_row() -> None:
    plan = backlog([["Action", "Charge"], ["Atelier", "-1/2 j"]], BACKLOG_ITEM)
    assert [(problem.row, problem.column) for problem in plan.problems] == [(2, "Charge (B)")]
    assert "“-1/2 j” is not half-days, or a time such as" in plan.problems[0].text


def test_how_far_a_piece_of_work_has_come_is_read_as_boards_elsewhere_say_it() -> None:
    said = {
        "idea": ("Idée", "💡 IDEES", "backlog", "Plus tard"),
        "ready": ("à faire", "A FAIRE", "To do", "to-do", "PRÊT", "Pas commencé", "Sprint backlog"),
        "doing": ("En cours", "doing", "In Progress", "en  cours (3)", "Sprint en cours"),
        "done": ("Terminé", "TERMINEE", "fait", "Done", "✅ 4. Faites", "completed"),
        "dropped": ("Abandonnée", "annulé", "Won't do"),
    }
    rows = [[word, word] for words in said.values() for word in words]
    plan = backlog([["Titre", "List Name"], *rows], BACKLOG_ITEM)
    assert plan.problems == ()
    meant = {row.values["title"]: row.values["status"] for row in plan.rows}
    assert meant == {word: status for status, words in said.items() for word in words}
    # Said once for all that a column writes alike, never of our own words.
    told = texts(plan.remarks)
    assert "“à faire” is read as “ready”." in told
    assert len(told) == len(set(told))
    assert not any("“fait”" in text or "“En cours”" in text for text in told)


def test_words_that_say_no_status_are_refused_with_their_row_and_column() -> None:
    rows = [["Titre", "Statut"], ["A", "à faire"], ["B", "pas fait"], ["C", "bloqué"]]
    plan = backlog(rows, BACKLOG_ITEM)
    places = [(problem.row, problem.column) for problem in plan.problems]
    assert places == [(3, "Statut (B)"), (4, "Statut (B)")]
    assert plan.problems[1].text.startswith("“bloqué” is not ")


def test_a_sprint_that_ends_before_it_starts_is_a_problem_of_its_row() -> None:
    rows = [["Sprint", "Début", "Fin"], ["S1", "09/03/2026", "27/03/2026"]]
    plan = backlog([*rows, ["S2", "17/04/2026", "30/03/2026"]], SPRINT)
    assert [problem.row for problem in plan.problems] == [3]
    assert "“30 March 2026” is not a day from the start, 17 April 2026" in plan.problems[0].text
