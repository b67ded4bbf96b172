"""A difficulty with a text of its own at every level, and eyes that read PDF files."""

import datetime as dt
import re
import unicodedata
import zlib
from base64 import a85decode
from dataclasses import dataclass, field
from io import BytesIO
from itertools import cycle
from typing import Any

import pytest
from pypdf import PdfReader

from entente.briefs.conflict import gather
from entente.briefs.told import Told
from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.confidentiality import MEDIATOR, PUBLIC, SPONSOR, Audience, party
from entente.domain.difficulty import DIFFICULTY
from entente.domain.mission import MISSION
from entente.domain.note import NOTE, STEP
from entente.domain.option import OPTION
from entente.domain.party import PARTY, STATEMENTS
from entente.services import records
from entente.store.gate import Gate
from entente.store.session import Session
from tests.proof.documents import pages_of_pdf

#: Who may read a text of a level; written down here once more on purpose.
READERS = {
    "mediator": {"mediator"},
    "caucus": {"mediator", "A01"},
    "parties": {"mediator", "A01", "A02"},
    "sponsor": {"mediator", "sponsor"},
    "public": {"mediator", "A01", "A02", "sponsor", "public"},
}
LEVELS = tuple(READERS)
SHARED_LEVELS = tuple(level for level in LEVELS if level != "caucus")
ON = dt.date(2026, 5, 6)

_SYLLABLES = ("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "té", "vi", "zo")


def sentence(number: int) -> str:
    """Return a sentence nobody else says: seven words made from a number."""
    words = []
    for place in range(7):
        value = number * 7 + place + 1000
        word = ""
        while value:
            value, rest = divmod(value, len(_SYLLABLES))
            word += _SYLLABLES[rest]
        words.append(word + "xq")
    return " ".join(words).capitalize() + "."


@dataclass
class Case:
    """What was written down, and who of the five readers may read it."""

    difficulty: str = ""
    actors: dict[str, str] = field(default_factory=dict)
    readers: dict[str, set[str]] = field(default_factory=dict)

    def say(self, level: str) -> str:
        """Return a new sentence of a level."""
        words = sentence(len(self.readers))
        self.readers[words] = READERS[level]
        return words

    def audience(self, name: str) -> Audience:
        fixed = {"mediator": MEDIATOR, "sponsor": SPONSOR, "public": PUBLIC}
        return fixed.get(name) or party(self.actors[name])


READER_NAMES = ("mediator", "A01", "A02", "sponsor", "public")


@pytest.fixture
def case(gate: Gate) -> Case:
    told = Case()
    gate.run("Write a difficulty", lambda session: _write(session, told))
    return told


def brief_for(gate: Gate, case: Case, reader: str, on: dt.date = ON) -> Told:
    return gate.read(lambda s: gather(s, case.difficulty, case.audience(reader), on))


def _write(session: Session, told: Case) -> None:
    records.create(
        session,
        MISSION,
        {"name": "Mission ESTUAIRE", "organisation": "Régie des Berges", "mediator": "Ida Passe"},
    )
    people = (
        ("A01", "Bastien Corvelle", "Atelier Nord"),
        ("A02", "Irène Dumarais", "Chantier Sud"),
    )
    for ref, name, home in people:
        organisation = records.create(session, ORGANISATION, {"name": home})
        actor = {"name": name, "organisation_id": organisation, "notes": told.say("mediator")}
        told.actors[ref] = records.create(session, ACTOR, actor)
    told.difficulty = records.create(
        session,
        DIFFICULTY,
        {
            "title": "Reprise des plans",
            "nature": "conflict",
            "status": "mediation",
            "opened_on": dt.date(2026, 3, 4),
            "summary": told.say("parties"),
            "summary_level": "parties",
            "notes": told.say("public"),
            "confidentiality": "public",
        },
    )
    _write_stages(session, told)
    _write_parties(session, told)
    _write_lists(session, told)


def _write_stages(session: Session, told: Case) -> None:
    for index, level in enumerate(SHARED_LEVELS):
        session.rate(
            DIFFICULTY,
            told.difficulty,
            {"stage": index + 2},
            dated_on=dt.date(2026, 3, 4 + 7 * index),
            fact=told.say(level),
            confidentiality=level,
        )


def _write_parties(session: Session, told: Case) -> None:
    first: dict[str, Any] = {"speaks_for": "Équipe du nord", "confidentiality": "public"}
    for name, level in zip(STATEMENTS, cycle(LEVELS), strict=False):
        first |= {name: told.say(level), f"{name}_level": level}
    second: dict[str, Any] = {}
    for name in STATEMENTS:
        words = told.say("mediator")
        told.readers[words] = {"mediator", "A02"}
        second |= {name: words, f"{name}_level": "caucus"}
    for actor, values in (("A01", first), ("A02", second)):
        whole = {"difficulty_id": told.difficulty, "actor_id": told.actors[actor], **values}
        records.create(session, PARTY, whole)


def _write_lists(session: Session, told: Case) -> None:
    for level in LEVELS:
        own: dict[str, Any] = {
            "difficulty_id": told.difficulty,
            "actor_id": told.actors["A01"],
            "confidentiality": level,
        }
        for kind in ("note", "fact", "agreed", "disputed", "emotion"):
            words = {"text": told.say(level), "kind": kind, "noted_on": dt.date(2026, 4, 22)}
            records.create(session, NOTE, own | words)
        records.create(session, OPTION, own | {"text": told.say(level)})
        due = dt.date(2026, 6, 1)
        records.create(session, STEP, own | {"text": told.say(level), "due_on": due})


def title_of(brief: Told) -> str:
    """Return what the reader is told that the difficulty is called."""
    assert brief.subject is not None
    return brief.subject.text("title") or brief.subject.name


def pages(pdf: bytes) -> list[str]:
    """Return the text of each page, spaces made alike."""
    return [re.sub(r"\s+", " ", page) for page in pages_of_pdf(pdf)]


def squashed(text: str) -> str:
    """Return the letters of a text alone."""
    return re.sub(r"\W+", "", unicodedata.normalize("NFKC", text)).casefold()


def everything(pdf: bytes) -> str:
    """Return all a file says, by means of the tests' own: pages, metadata, inflated bytes."""
    reader = PdfReader(BytesIO(pdf))
    parts = [*pages_of_pdf(pdf), str(reader.metadata), str(reader.outline)]
    parts.append(pdf.decode("latin-1"))
    for match in re.finditer(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        data = match.group(1).strip()
        if data.endswith(b"~>"):
            data = a85decode(data[:-2])
        # What was stripped may have been the last byte of the check sum.
        parts.append(zlib.decompressobj().decompress(data).decode("latin-1"))
    return squashed("\n".join(parts))
