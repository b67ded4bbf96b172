"""Of every kind of document, in both its forms: what its reader may read, and nothing else."""

import zipfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import cache
from importlib import import_module
from io import BytesIO

import pytest

from entente.briefs.kinds import KINDS
from entente.briefs.offered import Readers
from entente.briefs.production import Form
from entente.briefs.told import Told
from entente.domain.agreement import ENTRY
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.confidentiality import Audience, party
from entente.errors import InvalidValueError, RecordMissingError, WithheldTextError
from entente.services import records
from entente.store.gate import Gate
from entente.store.session import Session
from tests.conftest import FixedClock, mission_engine
from tests.proof.documents import bytes_of_pdf, bytes_of_zip, text_of_pdf, visible_in_pdf
from tests.proof.planting import Planted, plant

READERS = ("mediator", "A", "B", "parties", "sponsor", "public")
#: What stands at the head of every document, whoever reads it.
HEAD = {("mission", name) for name in ("name", "organisation", "mediator", "practice")}
#: What an agreement says of the mediator and of who gave the mission.
SIGNED = {("mission", name) for name in ("mediator_title", "contact", "charter", "sponsor")}


#: Papers of one person, and what their words stand in.
OF_A_PERSON = ("coaching", "coaching-agreement")
SUPPORT = ("coaching_track", "self_rating", "coaching_goal", "goal_reading", "coaching_session")


@pytest.fixture(scope="module")
def planted() -> Iterator[Planted]:
    engine = mission_engine()
    made = plant(Gate(engine, clock=FixedClock()))
    made.gate.run("End", lambda session: _end(session, made))
    yield made
    for kept in (told_to, word_files):
        kept.cache_clear()
    engine.dispose()


def _end(session: Session, made: Planted) -> None:
    """End one mediation, and let every other agreement be one to mediate."""
    records.rate(session, RECORD_TYPES["difficulty"], made.table, {"status": "closed"})
    for key in list(records.titles(session, RECORD_TYPES["agreement"]))[::2]:
        records.change(session, RECORD_TYPES["agreement"], key, {"kind": ENTRY})


def audience(planted: Planted, reader: str) -> Audience:
    return party("") if reader == "parties" else planted.audience(reader)


@cache
def told_to(planted: Planted, name: str, reader: str) -> tuple[Told, ...]:
    """Return what a reader is told by each document of a kind that there can be.

    It is gathered once for all that is asked of it.
    """
    kind = KINDS[name]
    who = audience(planted, reader)
    keys = [""]
    if kind.about is not None:
        keys = list(planted.gate.read(lambda s: records.titles(s, kind.about)))  # type: ignore[arg-type]  # just looked at
    if name == "conflict":
        keys = [planted.difficulties[0], planted.table]
    found = list[Told]()
    for key in keys:
        # Who is not a party of it is told nothing, as when there is no such document of a record.
        with suppress(RecordMissingError, InvalidValueError):
            found.append(planted.gate.read(lambda s, key=key: kind.gather(s, key, who)))  # type: ignore[misc]  # bound now
    return tuple(found)


@cache
def word_files(planted: Planted, name: str, reader: str) -> tuple[bytes, ...]:
    """Return each of these documents as a Word file; they are made once."""
    return tuple(rendered(name, told, Form.DOCX) for told in told_to(planted, name, reader))


def rendered(name: str, told: Told, form: Form) -> bytes:
    """Return a document without its audit, so that it is not what keeps the secrets."""
    made = import_module(f"entente.briefs.{KINDS[name].package}").render(told, "en", form=form)
    assert isinstance(made, bytes)
    return made


def in_word(planted: Planted, file: bytes) -> set[str]:
    return set().union(*map(planted.found_in_bytes, bytes_of_zip(file)))


def in_pdf(planted: Planted, file: bytes) -> set[str]:
    in_bytes = map(planted.found_in_bytes, bytes_of_pdf(file))
    return planted.found_in(text_of_pdf(file)).union(*in_bytes)


def allowed(planted: Planted, reader: str) -> set[str]:
    """Return what a reader may read, with what those at one table know of each other."""
    head = {s.word for s in planted.secrets if (s.kind, s.name) in HEAD | SIGNED}
    if reader == "parties":
        return head | table_talk(planted) | (planted.words("A") & planted.words("B"))
    talk = table_talk(planted) if reader in planted.parties else set()
    return head | talk | planted.words(reader)


def table_talk(planted: Planted) -> set[str]:
    places = {("actor", "name"), ("organisation", "name"), ("difficulty", "title")}
    own = {("party", "speaks_for")}
    return {s.word for s in planted.secrets if (s.kind, s.name) in places | own}


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("reader", READERS)
def test_a_word_file_holds_what_its_reader_may_read(
    planted: Planted, name: str, reader: str
) -> None:
    may = allowed(planted, reader)
    for file in word_files(planted, name, reader):
        assert in_word(planted, file) - may == set()


@pytest.mark.parametrize("name", sorted(set(KINDS) - {"conflict"}))
@pytest.mark.parametrize("reader", ["A", "sponsor"])
def test_a_pdf_holds_what_its_reader_may_read(planted: Planted, name: str, reader: str) -> None:
    may = allowed(planted, reader)
    for told in told_to(planted, name, reader)[:3]:
        assert in_pdf(planted, rendered(name, told, Form.PDF)) - may == set()


@pytest.mark.parametrize("name", KINDS)
def test_both_forms_say_the_same(planted: Planted, name: str) -> None:
    told = told_to(planted, name, "mediator")[0]
    shown = planted.found_in(visible_in_pdf(rendered(name, told, Form.PDF)))
    with zipfile.ZipFile(BytesIO(word_files(planted, name, "mediator")[0])) as parts:
        pages = (parts.read(n) for n in parts.namelist() if n.startswith("word/"))
        assert shown == set().union(*map(planted.found_in_bytes, pages))


@pytest.mark.parametrize("reader", READERS)
def test_no_minutes_hold_a_word_said_in_caucus(planted: Planted, reader: str) -> None:
    private = {s.word for s in planted.secrets if s.level == "caucus"}
    private |= {
        s.word for s in planted.secrets if (s.kind, s.name) == ("mediation_session", "notes")
    }
    files = word_files(planted, "minutes", reader)
    for file in files:
        assert in_word(planted, file) & private == set()
    assert files or reader in {"A", "B", "parties"}


@pytest.mark.parametrize("reader", READERS)
def test_a_finding_holds_nothing_but_names(planted: Planted, reader: str) -> None:
    places = {("actor", "name"), ("organisation", "name")} | HEAD
    names = {s.word for s in planted.secrets if (s.kind, s.name) in places}
    files = word_files(planted, "finding", reader)
    assert files
    for file in files:
        assert in_word(planted, file) <= names


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("name", sorted(set(KINDS) - {"forms", "constraint-form"}))
def test_a_slip_of_ours_does_not_leave_the_house(planted: Planted, name: str, form: Form) -> None:
    reader = "A" if KINDS[name].first is Readers.PERSON else "sponsor"
    told = next(each for each in told_to(planted, name, reader) if each.texts.withheld)
    slipped = replace(told, head=replace(told.head, mission=told.texts.withheld[0]))
    with pytest.raises(WithheldTextError):
        KINDS[name].produce(slipped, "fr", form=form)


@pytest.mark.parametrize("name", OF_A_PERSON)
def test_a_paper_of_a_support_is_made_for_the_person_and_the_mediator_alone(
    planted: Planted, name: str
) -> None:
    kind = RECORD_TYPES["coaching_track"]
    count = len(planted.gate.read(lambda s: records.titles(s, kind)))
    told = {reader: len(told_to(planted, name, reader)) for reader in READERS}
    assert told == {"mediator": count, "A": 2, "B": 1, "parties": 0, "sponsor": 0, "public": 0}


def test_the_sheet_of_a_person_says_all_that_is_shared_with_them(planted: Planted) -> None:
    """What is shared of that support; words the sheet has no place for are few and known."""
    files = word_files(planted, "coaching", "A")
    said = set().union(*(in_word(planted, file) for file in files))
    shared = {
        (s.kind, s.name)
        for s in planted.secrets
        if s.kind in SUPPORT and (s.level, s.owner) == ("caucus", "A") and s.word not in said
    }
    assert shared == {
        *(("coaching_track", name) for name in ("sponsor", "expectations", "terms")),
        ("coaching_track", "consent_words"),
    }


@pytest.mark.parametrize("name", ["minutes", "finding"])
def test_not_even_the_mediator_s_own_copy_may_hold_what_no_such_paper_holds(
    planted: Planted, name: str
) -> None:
    told = next(each for each in told_to(planted, name, "mediator") if each.texts.withheld)
    slipped = replace(told, head=replace(told.head, mission=told.texts.withheld[0]))
    with pytest.raises(WithheldTextError):
        KINDS[name].produce(slipped, "fr")


def test_a_convention_is_no_settlement(planted: Planted) -> None:
    rows = planted.gate.read(lambda s: records.list_rows(s, RECORD_TYPES["agreement"])).dicts()
    wrong = next(row["id"] for row in rows if row["kind"] != ENTRY)
    who = audience(planted, "mediator")
    with pytest.raises(InvalidValueError):
        planted.gate.read(lambda s: KINDS["convention"].gather(s, wrong, who))
