"""Conventions of cooperation: clauses, signatures, and the day they expire."""

import datetime as dt
from functools import partial

import pytest

from entente.domain.actor import ORGANISATION
from entente.domain.confidentiality import PUBLIC
from entente.domain.cooperation.records import (
    CONVENTION,
    CONVENTION_CLAUSE,
    CONVENTION_SIGNATURE,
)
from entente.i18n import LANGUAGES, use_language
from entente.services import conventions, records
from entente.services.method_texts import read_file
from entente.store.gate import Gate
from entente.store.session import Session


def members(session: Session) -> None:
    for name, membership in (("T", "member"), ("L", "member"), ("P", "left")):
        records.create(session, ORGANISATION, {"name": name, "membership": membership})


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_begins_with_the_usual_clauses_and_the_signatures_of_the_members(
    gate: Gate, code: str
) -> None:
    use_language(code)
    gate.run("Members", members)
    gate.run("Begin", partial(conventions.begin, title="Convention"))
    (found,) = gate.read(conventions.conventions)
    assert len(found.clauses) == len(found.missing) == 12
    assert [each.name for each in found.unsigned] == ["T", "L"]
    assert found.days_left is None
    assert gate.read(lambda s: conventions.conventions(s, PUBLIC)) == ()
    gate.undo()
    assert gate.read(conventions.conventions) == ()


def test_what_is_agreed_and_signed_is_wanting_no_more(gate: Gate) -> None:
    gate.run("Members", members)
    gate.run("Begin", partial(conventions.begin, title="Convention"))
    (found,) = gate.read(conventions.conventions)

    def sign(session: Session) -> None:
        day = dt.date(2026, 6, 1)
        first, second = (each.id for each in found.signatures)
        records.change(session, CONVENTION_SIGNATURE, first, {"signed_on": day})
        taken_back = {"signed_on": day, "withdrawn_on": day}
        records.change(session, CONVENTION_SIGNATURE, second, taken_back)
        records.change(session, CONVENTION_CLAUSE, found.clauses[0].id, {"state": "agreed"})
        records.change(session, CONVENTION, found.id, {"expires_on": dt.date(2026, 6, 5)})

    gate.run("Sign", sign)
    (now,) = gate.read(conventions.conventions)
    assert [each.name for each in now.unsigned] == ["L"]
    assert len(now.missing) == 11
    # The clock of the tests stands at 10 June.
    assert now.days_left == -5


def test_the_clauses_are_as_many_in_both_languages() -> None:
    found = [read_file(f"conventions/{code}.toml")["clauses"] for code in LANGUAGES]
    assert [len(each) for each in found] == [12, 12]
    assert all(each["heading"] and each["text"] for clauses in found for each in clauses)
