"""Whatever the levels in a mission, nobody is shown a word that is not theirs."""

import re
from functools import cache
from importlib import import_module
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entente.briefs.kinds import KINDS, Offered
from entente.briefs.production import Form
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.confidentiality import PUBLIC
from entente.errors import InvalidValueError, RecordMissingError
from entente.services import presentation, records
from entente.store.gate import Gate
from tests.conftest import FixedClock, mission_engine
from tests.proof.documents import bytes_of_pdf, bytes_of_zip, text_of_pdf
from tests.proof.planting import READERS
from tests.proof.scattering import Scattered, scatter

_WORD = re.compile(r"(?=(xq[a-z]{10}))")
_RARE = settings(max_examples=3, deadline=None, derandomize=True)
_SEEDS = st.integers(0, 10_000)


@cache
def drawn(seed: int) -> Scattered:
    """Return a mission drawn by the dice; to be read, never changed."""
    engine = mission_engine()
    return scatter(Gate(engine, clock=FixedClock()), seed)


def words_in(data: bytes, form: Form) -> set[str]:
    """Return every planted word in a file, its pages, its metadata and its raw bytes."""
    pieces = bytes_of_pdf(data) if form is Form.PDF else bytes_of_zip(data)
    text = text_of_pdf(data) if form is Form.PDF else ""
    raw = b"\n".join(pieces).lower()
    found = text.lower() + raw.decode("latin-1") + raw.replace(b"\0", b"").decode("latin-1")
    return set(_WORD.findall(found))


def made(mission: Scattered, kind: Offered, key: str, reader: str, form: Form) -> bytes | None:
    """Return a document without the audit that would have stopped it; None if there is none."""
    try:
        told = mission.gate.read(lambda s: kind.gather(s, key, mission.audience(reader)))
    except (InvalidValueError, RecordMissingError):
        return None
    render = import_module(f"entente.briefs.{kind.package}").render
    file: bytes = render(told, "fr", form=form)
    return file


@_RARE
@given(_SEEDS)
def test_no_document_shows_its_reader_a_word_of_others(seed: int) -> None:
    mission, dice = drawn(seed), Random(seed)  # noqa: S311  # dice, not keys
    count = 0
    for kind in KINDS.values():
        keys = mission.keys[kind.about.name] if kind.about else [""]
        for form in Form:
            reader = dice.choice(READERS)
            file = made(mission, kind, dice.choice(keys), reader, form)
            if file is None:
                continue
            count += 1
            kept = mission.forbidden(reader) - mission.told.get(reader, set())
            leaked = words_in(file, form) & kept
            assert {mission.places[each] for each in leaked} == set(), (kind.name, reader)
    assert count > len(KINDS)


@_RARE
@given(_SEEDS)
def test_a_search_finds_a_word_for_whoever_may_read_it_and_for_nobody_else(seed: int) -> None:
    mission = drawn(seed)
    for reader in READERS:
        viewer = mission.audience(reader)
        found = {word for word in mission.readers if mission.gate.find(word, viewer)}
        readable = {word for word, readers in mission.readers.items() if reader in readers}
        # A text may be its reader's in a record that is not: lists and searches keep both.
        assert found <= readable
        if reader == "mediator":
            assert found == readable


@_RARE
@given(_SEEDS)
def test_a_projected_screen_shows_public_words_alone(seed: int) -> None:
    mission = drawn(seed)
    told = mission.gate.read(
        lambda s: [
            (
                presentation.table_for(s, kind, PUBLIC).rows,
                presentation.labels_for(s, kind, PUBLIC),
                presentation.ratings_for(s, kind, PUBLIC) if kind.dated else (),
            )
            for kind in RECORD_TYPES.values()
        ]
    )
    assert set(_WORD.findall(repr(told))) & mission.forbidden("public") == set()


@pytest.mark.parametrize("reader", READERS)
def test_the_dice_leave_something_to_read_and_something_to_keep(reader: str) -> None:
    mission = drawn(1)
    rows = mission.gate.read(
        lambda s: [records.list_rows(s, kind).rows for kind in RECORD_TYPES.values()]
    )
    assert len(mission.readers) > len(rows)
    assert len(mission.forbidden(reader)) < len(mission.readers)
    assert bool(mission.forbidden(reader)) == (reader != "mediator")
