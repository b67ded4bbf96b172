"""What the assessment of knowledge says, to whom, and whose words it never quotes."""

import datetime as dt
from dataclasses import replace

import pytest

from entente.briefs.kinds import KINDS
from entente.briefs.production import Form
from entente.briefs.told import Datum, Told
from entente.domain.change.spreading import AMBASSADOR, LESSON, TESTIMONY
from entente.domain.confidentiality import MEDIATOR, PUBLIC, SPONSOR, Audience, Level
from entente.errors import WithheldTextError
from entente.services import records
from entente.store.gate import Gate
from tests.briefs.conftest import pages
from tests.conftest import FixedClock, confluent_gate

DAY = dt.date(2026, 6, 10)
SILENT = "the phone often stays in my pocket"


@pytest.fixture(scope="module")
def confluent() -> Gate:
    """The sample mission, for reading alone."""
    return confluent_gate(FixedClock(), "en")


def told(gate: Gate, who: Audience = MEDIATOR, on: dt.date = DAY) -> Told:
    return gate.read(lambda s: KINDS["knowledge"].gather(s, "", who, on))


def text(found: Told) -> str:
    return " ".join(" ".join(pages(KINDS["knowledge"].produce(found, "en"))).split())


def test_what_a_mission_leaves_is_told_in_figures_and_words(confluent: Gate) -> None:
    said = text(told(confluent))
    assert "3 lessons to take along." in said
    assert "Done alone of the skills handed over: 1 of 3." in said
    assert "2 of 4 groups have an active ambassador." in said
    assert "1 testimony." in said
    assert "Count together before speaking of the price" in said
    assert "Redid the handover form alone." in said
    assert "nobody yet" in said
    assert "One evening I forgot the notebook" in said


@pytest.mark.parametrize("who", [MEDIATOR, SPONSOR, PUBLIC])
def test_only_testimonies_that_may_be_quoted_are(confluent: Gate, who: Audience) -> None:
    found = told(confluent, who)
    assert SILENT not in text(found)
    # The audit looks for it whoever reads.
    assert any(SILENT in each for each in found.texts.withheld)
    assert KINDS["knowledge"].produce(found, "fr", form=Form.DOCX)[:2] == b"PK"


def test_each_reader_has_what_is_theirs(confluent: Gate) -> None:
    public, sponsor = text(told(confluent, PUBLIC)), text(told(confluent, SPONSOR))
    assert "2 lessons to take along." in public
    assert "Announce no date" not in public
    assert "Announce no date" in sponsor
    assert "Quality check of the migration" not in public
    assert "Quality check of the migration" in sponsor
    # One who is asked is the mediator's alone: of nobody is said that they have nobody.
    assert "nobody yet" not in sponsor
    assert "A support worker of the home" not in sponsor
    assert "A support worker of the home" in text(told(confluent))


def test_what_came_later_is_not_told_of_a_day_before(confluent: Gate) -> None:
    before = text(told(confluent, on=dt.date(2026, 4, 30)))
    assert "2 lessons to take along." in before
    assert "Done alone of the skills handed over: 0 of 3." in before
    assert "One evening I forgot" not in before


def test_a_name_stands_only_where_its_reader_may_know_it(gate: Gate) -> None:
    said = text(told(gate))
    assert "Nothing of what the mission leaves behind may be told" in said
    words = "word " * 3_000 + "& <b>"
    for kind, values in (
        (AMBASSADOR, {"name": "Seen by all", "confidentiality": "public"}),
        (AMBASSADOR, {"name": "Kept"}),
        (LESSON, {"title": "Rule", "happened": words, "confidentiality": "public"}),
        (TESTIMONY, {"text": "Quoted", "consent": True, "confidentiality": "public"}),
    ):
        gate.run("Add", lambda s, k=kind, v=values: records.create(s, k, v))  # type: ignore[misc]  # bound now
    seen = text(told(gate, PUBLIC))
    assert "Seen by all" in seen
    assert "Kept" not in seen
    assert seen.count("word") >= 3_000
    assert "& <b>" in seen


def test_a_testimony_that_slips_in_stops_the_file(confluent: Gate) -> None:
    found = told(confluent)
    (quoted,) = found.of(TESTIMONY.name)
    silent = next(each for each in found.texts.withheld if SILENT in each)
    slipped = replace(quoted, data=(Datum("text", silent, Level.PUBLIC),))
    with pytest.raises(WithheldTextError):
        KINDS["knowledge"].produce(
            replace(found, lists={**found.lists, TESTIMONY.name: (slipped,)}), "en"
        )
