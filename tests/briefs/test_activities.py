"""Activities on paper: the deck of cards, the estimate, the sheet of one action."""

import datetime as dt
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from entente.briefs.kinds import KINDS
from entente.briefs.production import Form
from entente.domain.activity import ACTIVITY_TYPE
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.cause import COMMON_CAUSE
from entente.domain.confidentiality import MEDIATOR, PUBLIC, SPONSOR, Audience
from entente.errors import RecordMissingError
from entente.services import activity_library, mission, records
from entente.store.gate import Gate
from tests.briefs.conftest import pages
from tests.conftest import FixedClock

ON = FixedClock().now.date()
HOSTILE = "<img src='x'/> & {name} %s 👩‍🔬 مرحبا \u202e " + "x" * 400


def told(gate: Gate, name: str, who: Audience, key: str = "") -> Any:  # noqa: ANN401  # of its kind
    return gate.read(lambda session: KINDS[name].gather(session, key, who, ON))


def read(gate: Gate, name: str, who: Audience = MEDIATOR, key: str = "") -> str:
    made = KINDS[name].produce(told(gate, name, who, key), "en")
    return " ".join(" ".join(pages(made)).split())


@pytest.fixture
def loaded(gate: Gate) -> Gate:
    gate.run("Load", lambda s: activity_library.load(s, {"post", "interview", "walk", "tooling"}))
    values = {"name": "CONFLUENT", "day_rate": 801, "currency": "€"}
    gate.run("Rate", lambda session: mission.change(session, values))
    return gate


def write(gate: Gate, **values: Any) -> str:  # noqa: ANN401  # of any field
    made: list[str] = []
    card = {"title": "Six interviews", "confidentiality": "public"} | values
    gate.run("Write", lambda s: made.append(records.create(s, BACKLOG_ITEM, card)))
    return made[0]


def kind(gate: Gate, key: str) -> str:
    return gate.read(activity_library.held_keys)[key]


def test_the_estimate_by_hand(loaded: Gate) -> None:
    text = read(loaded, "estimate", SPONSOR)
    # Interviews 5 to 10, posts 5 to 7.5, tools 4: 14 to 21.5 half-days, 7 to 10.75 days.
    assert "14–21.5 half-days, that is 7–10.75 days." in text
    assert "€5,607 to €8,610.75, at €801 a day." in text
    assert "Individual interview" in text
    assert "5–10 1 5–10 €2,002.50 to €4,005" in text
    assert "Total 10–17.5 €4,005 to €7,008.75" in text
    assert "Total 4 €1,602" in text
    assert "walk" not in text


def test_only_the_sponsor_reads_what_it_costs(loaded: Gate) -> None:
    text = read(loaded, "estimate", PUBLIC)
    assert "14–21.5 half-days" in text
    assert "€" not in text
    assert "801" not in text


def test_what_is_done_is_told_to_whom_no_card_is_hidden_from(loaded: Gate) -> None:
    write(loaded, activity_id=kind(loaded, "interview"), quantity=6, effort=6, status="done")
    write(loaded, activity_id=kind(loaded, "interview"), quantity=2, effort=2, status="ready")
    assert "done: 6 half-days" in read(loaded, "estimate")
    for who in (SPONSOR, PUBLIC):
        assert "done: 6" not in read(loaded, "estimate", who)


def test_the_cards_are_a6_on_a4_with_every_word_and_number(loaded: Gate) -> None:
    made = KINDS["activity-cards"].produce(told(loaded, "activity-cards", PUBLIC), "en")
    (sheet,) = PdfReader(BytesIO(made)).pages
    assert tuple(round(float(side) * 25.4 / 72) for side in sheet.mediabox[2:]) == (210, 297)
    text = " ".join(" ".join(pages(made)).split())
    for words in (
        "Exploratory walk",
        "Opens 1/2",
        "quantity 10–15 · 0.5 half-day each",
        "How many people: 4 to 10",
        "5. Sit down at the end and put the surprises side by side.",
    ):
        assert words in text
    assert text.index("Exploratory walk") < text.index("Individual interview") < text.index("Post")
    assert "Choose, set up" not in text


def test_a_card_too_full_goes_on_on_another(loaded: Gate) -> None:
    steps = "\n".join(f"{n}. Step number {n} of a very long day together" for n in range(1, 90))
    key = kind(loaded, "post")
    loaded.run("Write", lambda s: records.change(s, ACTIVITY_TYPE, key, {"steps": steps}))
    text = read(loaded, "activity-cards", PUBLIC)
    assert "Post, card 2" in text
    assert all(f"number {n} of" in text for n in range(1, 90))


def test_hostile_words_are_only_words(loaded: Gate) -> None:
    values = dict.fromkeys(("name", "purpose", "people", "time", "steps", "materials"), HOSTILE)
    key = kind(loaded, "post")
    loaded.run("Write", lambda s: records.change(s, ACTIVITY_TYPE, key, values))
    card = write(loaded, title=HOSTILE, notes=HOSTILE, deliverable=HOSTILE, activity_id=key)
    for name, about in (("activity-cards", ""), ("estimate", ""), ("action-sheet", card)):
        for form in Form:
            found = told(loaded, name, MEDIATOR, about)
            assert KINDS[name].produce(found, "fr", form=form)
        assert "<img src=" in read(loaded, name, MEDIATOR, about)


def test_an_action_sheet_says_what_for_who_and_how(loaded: Gate) -> None:
    made: list[str] = []
    cause = {"statement": "One record, one truth", "confidentiality": "public"}
    loaded.run("Write", lambda s: made.append(records.create(s, COMMON_CAUSE, cause)))
    card = write(
        loaded,
        cause_id=made[0],
        activity_id=kind(loaded, "interview"),
        effort=6,
        due_on=dt.date(2026, 6, 30),
        deliverable="Six summaries",
    )
    text = read(loaded, "action-sheet", PUBLIC, card)
    for words in (
        "Action sheet B01 · idea",
        "C1 One record, one truth",
        "Six summaries",
        "30 June 2026",
        "45 to 60 minutes",
        "What came of it",
    ):
        assert words in text


def test_an_action_that_is_not_for_its_reader_is_not_told(loaded: Gate) -> None:
    card = write(loaded, title="Whispered", confidentiality="mediator")
    text = read(loaded, "action-sheet", PUBLIC, card)
    assert "Whispered" not in text
    assert "This action is not for this reader." in text
    with pytest.raises(RecordMissingError):
        told(loaded, "action-sheet", MEDIATOR, "0" * 32)


@pytest.mark.parametrize("name", ["estimate", "activity-cards"])
def test_without_activities_the_papers_say_so(gate: Gate, name: str) -> None:
    assert "No activity" in read(gate, name) or "no activity" in read(gate, name)


def test_what_is_the_mediator_s_own_is_in_no_other_deck(loaded: Gate) -> None:
    own = {"name": "Boat trip", "purpose": "Row together."}
    loaded.run("Add", lambda session: records.create(session, ACTIVITY_TYPE, own))
    assert "Boat trip" in read(loaded, "activity-cards")
    assert "Boat trip" not in read(loaded, "activity-cards", PUBLIC)


@pytest.mark.parametrize("name", ["estimate", "activity-cards"])
def test_equal_decks_are_equal_files(loaded: Gate, name: str) -> None:
    found = told(loaded, name, SPONSOR)
    assert KINDS[name].produce(found, "fr") == KINDS[name].produce(found, "fr")
