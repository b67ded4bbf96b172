"""What the paper says of how far a change has come, to whom, and in how many pages."""

import datetime as dt
from typing import Any

import pytest

from entente.briefs.change.icap_drawing import draw
from entente.briefs.kinds import KINDS
from entente.briefs.picture import Trace
from entente.briefs.production import Form
from entente.domain.confidentiality import MEDIATOR, PUBLIC, SPONSOR, Audience, AudienceKind
from entente.services.icap import IcapWave
from entente.store.gate import Gate
from tests.briefs.conftest import pages
from tests.conftest import FixedClock, confluent_gate

DAY = dt.date(2026, 6, 10)
KIND = KINDS["change"]
PARTIES = Audience(AudienceKind.PARTY)


@pytest.fixture(scope="module")
def confluent() -> Gate:
    """The sample mission, for reading alone."""
    return confluent_gate(FixedClock(), "en")


def told(gate: Gate, who: Audience = MEDIATOR, on: dt.date = DAY) -> Any:  # noqa: ANN401  # any kind of values
    return gate.read(lambda s: KIND.gather(s, "", who, on))


def sheets(gate: Gate, who: Audience, on: dt.date = DAY) -> list[str]:
    found = pages(KIND.produce(told(gate, who, on), "en"))
    return [" ".join(page.split()) for page in found]


def test_the_mediator_reads_all_of_it_on_two_pages(confluent: Gate) -> None:
    found = sheets(confluent, MEDIATOR)
    assert len(found) == 2
    said = " ".join(found)
    assert "First to care for: 2 · guiding coalition (3 of 4)." in said
    assert "No meeting is held without the mediator yet." in said
    assert "Firmin Cordelois" in said
    assert "Comes to the workshops; does not speak of it to the team." in said
    assert "2 of 2 are held back" in said
    assert "27 May 2026: the order is the one expected" in said
    assert "62% 50% 41%" in said
    assert "Answering time of the vendor" in said
    assert "at this pace on 12 June 2026" in said


def test_of_people_only_those_are_told_whom_a_reader_may_know(confluent: Gate) -> None:
    for who, people, vendor in ((SPONSOR, (), True), (PARTIES, ("Noémie",), False)):
        said = " ".join(sheets(confluent, who))
        assert "Firmin Cordelois" not in said
        assert ("Noémie Lavandier" in said) is bool(people)
        assert ("Answering time of the vendor" in said) is vendor
        assert "“We know why." not in said
    public = sheets(confluent, PUBLIC)
    assert len(public) == 2
    assert "What holds people back" not in " ".join(public)


def test_what_came_later_is_not_told_of_a_day_before(confluent: Gate) -> None:
    said = " ".join(sheets(confluent, SPONSOR, dt.date(2026, 4, 5)))
    # Judged by then: urgency 3, coalition 2, vision 2; one wave; nothing of tools.
    assert "0 steps of 8 hold by themselves." in said
    assert "18 March 2026" in said
    assert "27 May 2026" not in said
    assert "How fast it is taken up" not in said


def test_word_says_the_same_and_nothing_is_told_of_nothing(confluent: Gate, gate: Gate) -> None:
    assert KIND.produce(told(confluent, SPONSOR), "fr", form=Form.DOCX).startswith(b"PK")
    (page,) = sheets(gate, MEDIATOR)
    assert "Nothing is noted of the change that this reader may know of." in page


def test_a_rate_that_was_not_expected_is_drawn_apart() -> None:
    rates = {"information": 0.5, "understanding": 0.4, "adhesion": None, "participation": 0.45}
    wave = IcapWave("", "", "", DAY, 20, rates, (("understanding", "participation"),))
    lines = [mark for mark in draw([wave], 493).marks if isinstance(mark, Trace)][5:]
    assert [len(line.points) for line in lines] == [2, 2]
    assert len({line.colour for line in lines}) == 2
