"""The paper ballot and the sheet for respondents: everything that is asked, nothing answered."""

import datetime as dt
import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from entente.briefs import ballot, notice
from entente.briefs.production import Form
from entente.domain.climate.orders import ORDERS
from entente.domain.confidentiality import MEDIATOR, PUBLIC
from entente.errors import RecordMissingError
from entente.services import waves
from entente.store.gate import Gate
from tests.briefs.climate_papers import FIRST, ON, Mission, words_of
from tests.proof.documents import pages_of_pdf

FORMS = tuple(Form)


@pytest.fixture
def wave(gate: Gate) -> Mission:
    """A wave with a question of each scale, one retired, two groups and a result."""
    made = Mission(gate)
    made.ask(["Q1", "Q2"])
    made.ask(["R"], "recommendation")
    made.ask(["W"], "words")
    made.put(
        "old",
        "question",
        code="Q0",
        text="No longer asked",
        questionnaire_id=made.keys["QN"],
        retired_on=dt.date(2026, 1, 5),
    )
    made.wave("P1", FIRST, opened_on=FIRST, ballots=77, threshold=6, attribute="Trade")
    made.count("P1", "Q1", (11, 22, 33, 7, 4))
    for name in ("Métiers", "Numérique"):
        made.put(name, "wave_group", wave_id=made.keys["P1"], name=name)
    return made


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_ballot_asks_everything_and_tells_no_answer(wave: Mission, form: Form) -> None:
    text = wave.text("ballot", "P1", form=form)
    for asked in ("Wording of Q1", "Wording of Q2", "Wording of R", "Wording of W"):
        assert asked in text
    for told in ("Nobody sees what you answer.", "Trade", "Métiers", "Numérique", "fewer than 6"):
        assert told in text
    assert "No longer asked" not in text
    assert "77" not in wave.text("ballot", "P1")


def test_two_ballots_stand_on_a_lying_sheet(wave: Mission) -> None:
    data = ballot.produce(wave.told("ballot", "P1"), "en")
    (page,) = PdfReader(BytesIO(data)).pages
    assert page.mediabox.width > page.mediabox.height
    assert words_of(data, Form.PDF).count("Wording of Q2") == 2


def test_in_six_orders_each_sheet_says_its_own_and_keying_follows_it(gate: Gate) -> None:
    made = Mission(gate)
    codes = [f"Q{number}" for number in range(1, 11)]
    made.ask(["R"], "recommendation")
    made.ask(codes)
    made.wave("P1", None)
    told = made.told("shuffled-ballot", "P1")
    pages = pages_of_pdf(ballot.produce(told, "en"))
    assert len(pages) == len(ORDERS) == 6
    form = gate.read(lambda session: waves.form(session, made.keys["P1"]))
    seen = set()
    for order, page in zip(ORDERS, pages, strict=True):
        assert page.count(f"Order {order}") == 2
        words = " ".join(page.split())
        found = re.findall(r"Wording of (\w+)", words[: len(words) // 2])
        assert found == [each.code for each in form.as_printed(order)]
        assert found[-1] == "R"  # a scale after the other, whatever was asked first
        assert sorted(found) == sorted([*codes, "R"])
        seen.add(tuple(found))
    assert len(seen) == 6
    assert [each.code for each in form.as_printed()] == [*codes, "R"]
    word = words_of(ballot.produce(told, "en", form=Form.DOCX), Form.DOCX)
    assert all(word.count(f"Order {order}") == 1 for order in ORDERS)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_questionnaire_can_be_had_on_paper_without_a_wave(gate: Gate, form: Form) -> None:
    made = Mission(gate)
    made.ask(["Q1"])
    text = made.text("questionnaire", "QN", form=form)
    assert "Wording of Q1" in text
    assert "fewer than 5" in text
    assert "Order" not in text


def test_a_long_ballot_goes_on_on_the_back_and_loses_nothing(gate: Gate) -> None:
    made = Mission(gate)
    codes = [f"Z{number}z" for number in range(60)]
    made.ask(codes)
    made.wave("P1", None)
    text = made.text("ballot", "P1")
    assert all(text.count(f"Wording of {code}") == 2 for code in codes)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_respondents_are_told_the_threshold_before_they_answer(wave: Mission, form: Form) -> None:
    text = wave.text("notice", "P1", form=form)
    assert "from 6 answers on" in text
    assert "at least 8 answered" in text
    assert "Wording of Q1" in text
    assert "For respondents" in text


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_whoever_may_read_nothing_is_told_nothing(wave: Mission, form: Form) -> None:
    hidden = {"confidentiality": "mediator", "questionnaire_id": wave.keys["QN"]}
    wave.put("secret", "question", code="S", text="Secret question", **hidden)
    for kind in ("ballot", "notice"):
        assert "Secret question" in wave.text(kind, "P1", MEDIATOR, form)
        assert "Secret question" not in wave.text(kind, "P1", PUBLIC, form)


def test_without_a_question_the_ballot_says_so(gate: Gate) -> None:
    made = Mission(gate)
    made.ask([])
    made.wave("P1", None)
    for form in FORMS:
        assert "There is no question this reader may know of." in made.text(
            "ballot", "P1", form=form
        )


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_equal_papers_are_equal_to_the_byte(wave: Mission, form: Form) -> None:
    for name, kind in (("ballot", ballot), ("notice", notice)):
        told = wave.told(name, "P1")
        assert kind.produce(told, "fr", form=form) == kind.produce(told, "fr", form=form)


def test_a_wave_that_is_not_there_is_refused(gate: Gate) -> None:
    with pytest.raises(RecordMissingError):
        gate.read(lambda s: ballot.gather(s, "nobody", MEDIATOR, ON))
