"""The RACI matrix on paper: what each reader finds in it."""

import datetime as dt
from collections.abc import Mapping

import pytest

from entente.briefs import raci
from entente.briefs.raci import RaciSheet
from entente.domain.actor import ACTOR
from entente.domain.confidentiality import MEDIATOR, PUBLIC, SPONSOR, Audience
from entente.domain.responsibility import DELIVERABLE, RESPONSIBILITY
from entente.errors import WithheldTextError
from entente.services import records
from entente.services.disclosure import Texts
from entente.store.gate import Gate
from entente.store.session import Session
from tests.briefs.conftest import everything, pages, squashed

READERS: Mapping[str, Audience] = {"mediator": MEDIATOR, "sponsor": SPONSOR, "public": PUBLIC}
#: Actors, deliverables and duties, each with its level.
PEOPLE = {"Bastien Corvelle": "public", "Irène Dumarais": "sponsor", "Luc Tarnier": "mediator"}
TASKS = {"Reprise des dossiers": "public", "Audit des accès": "mediator"}


def _write(session: Session) -> None:
    keys = {
        name: records.create(
            session, ACTOR, {"name": name, "notes": f"secret de {name}", "confidentiality": level}
        )
        for name, level in PEOPLE.items()
    }
    tasks = {
        name: records.create(
            session,
            DELIVERABLE,
            {"name": name, "due_on": dt.date(2026, 6, 18), "confidentiality": level},
        )
        for name, level in TASKS.items()
    }
    for task, actor, duty, level in (
        ("Reprise des dossiers", "Bastien Corvelle", "R", "public"),
        ("Reprise des dossiers", "Irène Dumarais", "A", "public"),
        ("Reprise des dossiers", "Luc Tarnier", "C", "mediator"),
        ("Audit des accès", "Luc Tarnier", "I", "public"),
    ):
        values = {"deliverable_id": tasks[task], "actor_id": keys[actor], "duty": duty}
        records.create(session, RESPONSIBILITY, {**values, "confidentiality": level})


@pytest.fixture
def written(gate: Gate) -> Gate:
    gate.run("Write", _write)
    return gate


def sheet_for(gate: Gate, reader: str) -> RaciSheet:
    return gate.read(lambda session: raci.gather(session, READERS[reader]))


def text_for(gate: Gate, reader: str, language: str = "en") -> str:
    return " ".join(pages(raci.produce(sheet_for(gate, reader), language)))


@pytest.mark.parametrize(
    ("reader", "told"),
    [
        ("mediator", {*PEOPLE, *TASKS}),
        ("sponsor", {"Irène Dumarais", "Reprise des dossiers", "Bastien Corvelle"}),
        ("public", {"Bastien Corvelle", "Reprise des dossiers"}),
    ],
)
def test_each_reader_is_told_what_they_may_know(written: Gate, reader: str, told: set[str]) -> None:
    hidden = everything(raci.produce(sheet_for(written, reader), "fr"))
    assert {name for name in (*PEOPLE, *TASKS) if squashed(name) in hidden} == told
    assert "secret" not in hidden


def test_who_may_not_be_named_is_a_reference(written: Gate) -> None:
    text = text_for(written, "public")
    assert "Irène" not in text
    assert "A02" in text
    assert "A03" not in text


def test_what_is_wanting_is_told_to_the_mediator_alone(written: Gate) -> None:
    said = "T2 Audit des accès: nobody answers for it (no A)."
    assert said in text_for(written, "mediator")
    for reader in ("sponsor", "public"):
        assert "nobody answers" not in text_for(written, reader)
        assert "What is wanting" not in text_for(written, reader)


def test_letters_stand_in_the_column_of_their_actor_and_are_explained(written: Gate) -> None:
    text = text_for(written, "mediator")
    for words in ("Who does what (RACI)", "R responsible: does it", "18/06/2026"):
        assert words in text
    matrix = sheet_for(written, "mediator").matrix
    assert [head.ref for head in matrix.heads] == ["A01", "A02", "A03"]
    assert len(matrix.duties) == 4


def test_a_wide_matrix_is_cut_into_grids_of_equal_width(gate: Gate) -> None:
    def write(session: Session) -> None:
        task = records.create(session, DELIVERABLE, {"name": "Tout"})
        for number in range(30):
            actor = records.create(session, ACTOR, {"name": f"Personne {number:02}"})
            values = {"deliverable_id": task, "actor_id": actor, "duty": "I"}
            records.create(session, RESPONSIBILITY, values)

    gate.run("Write", write)
    text = text_for(gate, "mediator")
    assert all(f"A{number:02}" in text for number in range(1, 31))
    # Five grids of six, and two things that are wanting: nobody answers for it or does it.
    assert text.count("Tout") == 5 + 2


def test_an_empty_matrix_is_a_page_as_well(gate: Gate) -> None:
    assert "Who does what" in text_for(gate, "public")


def test_a_slip_is_found_before_the_page_leaves(written: Gate) -> None:
    sheet = sheet_for(written, "mediator")
    leaking = RaciSheet(sheet.head, sheet.matrix, Texts(withheld=("Luc Tarnier",)))
    with pytest.raises(WithheldTextError):
        raci.produce(leaking, "en")
