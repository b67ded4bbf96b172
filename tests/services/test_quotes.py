"""What was heard: read from a line, counted, made into signals and ideas as private as it."""

from collections.abc import Callable

import pytest

from entente.domain.actor import ACTOR
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.confidentiality import MEDIATOR, PUBLIC, Audience
from entente.domain.difficulty import DIFFICULTY
from entente.domain.note import NOTE
from entente.domain.quote_line import QuoteLine, read_quote
from entente.domain.ten_causes import DIFFICULTY_CAUSE
from entente.domain.working_group import QUOTE
from entente.services import quotes, records
from entente.store.gate import Gate
from entente.store.session import Session

PEOPLE = {"a06": "rosalie", "rosalie paquerin": "rosalie"}


def done(gate: Gate, action: Callable[[Session], object]) -> None:
    gate.run("Step", action)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "@A06 #temps trois écrans, #Temps c’est trop",
            QuoteLine("trois écrans, c’est trop", "rosalie", ("temps",)),
        ),
        (
            "@Rosalie Pâquerin\u00a0: « On coche ! » #récit",
            QuoteLine("On coche !", "rosalie", ("récit",)),
        ),
        ("on parle à @Personne", QuoteLine("on parle à @Personne", unknown=("@Personne",))),
        ("5 > 3 !2 ^S1 « et » puis", QuoteLine("5 > 3 !2 ^S1 « et » puis")),
        ("#temps", QuoteLine("", tags=("temps",))),
    ],
)
def test_a_line_says_who_said_what_about_what(line: str, expected: QuoteLine) -> None:
    assert read_quote(line, PEOPLE) == expected


def test_the_quotes_of_the_sample_are_counted_by_tag_and_by_interview(confluent: Gate) -> None:
    heard = confluent.read(quotes.overview)
    assert [quote.ref for quote in heard.quotes] == ["V6", "V5", "V4", "V3", "V2", "V1"]
    assert heard.tags[0] == ("confiance", 2)
    counts = {interview.ref: interview.quotes for interview in heard.interviews}
    assert counts["I1"] == 1
    assert all(len(interview.people) >= 1 for interview in heard.interviews)


def test_others_hear_public_quotes_and_roles(confluent: Gate) -> None:
    heard = confluent.read(lambda s: quotes.overview(s, PUBLIC))
    assert {quote.ref for quote in heard.quotes} == {"V1", "V3", "V5"}
    assert "Rosalie Pâquerin" not in {quote.who for quote in heard.quotes}


def test_a_quote_becomes_a_signal_with_its_words_as_a_fact(own_confluent: Gate) -> None:
    gate, made = own_confluent, list[str]()
    key = gate.read(lambda s: records.find(s, QUOTE, "V2"))
    done(gate, lambda s: made.append(quotes.to_signal(s, key)))
    (signal,) = made
    difficulty = gate.read(lambda s: records.get(s, DIFFICULTY, signal))
    quote = gate.read(lambda s: records.get(s, QUOTE, key))
    assert (difficulty["nature"], difficulty["confidentiality"]) == ("signal", "parties")
    assert difficulty["opened_on"] == quote["said_on"]
    where = {"difficulty_id": signal}
    (fact,) = gate.read(lambda s: records.list_rows(s, NOTE, where=where)).dicts()
    assert (fact["kind"], fact["text"]) == ("fact", quote["text"])
    assert (fact["actor_id"], fact["confidentiality"]) == (quote["actor_id"], "parties")
    (cause,) = gate.read(lambda s: records.list_rows(s, DIFFICULTY_CAUSE, where=where)).dicts()
    assert cause["cause"] == "terms"


def test_a_quote_keeps_what_was_made_of_it_and_none_is_made_twice(own_confluent: Gate) -> None:
    gate, made = own_confluent, list[str]()
    key = gate.read(lambda s: records.find(s, QUOTE, "V1"))
    for _time in range(2):
        done(gate, lambda s: made.append(quotes.to_signal(s, key)))
    assert made[0] == made[1]
    signal = gate.read(lambda s: records.get(s, DIFFICULTY, made[0]))

    def seen_by(viewer: Audience) -> tuple[str, str]:
        heard = gate.read(lambda s: quotes.overview(s, viewer))
        (quote,) = (each for each in heard.quotes if each.id == key)
        return quote.difficulty, quote.difficulty_ref

    assert seen_by(MEDIATOR) == seen_by(PUBLIC) == (made[0], signal["ref"])
    # Once the difficulty is the mediator's alone, nobody else learns that there is one.
    private = {"confidentiality": "mediator"}
    done(gate, lambda s: records.change(s, DIFFICULTY, made[0], private))
    assert seen_by(PUBLIC) == ("", "")
    # When it goes, the quote is free again.
    done(gate, lambda s: records.remove(s, DIFFICULTY, made[0]))
    assert gate.read(lambda s: records.get(s, QUOTE, key))["difficulty_id"] is None


def test_a_quote_becomes_an_idea_for_its_cause(own_confluent: Gate) -> None:
    gate, made = own_confluent, list[str]()
    key = gate.read(lambda s: records.find(s, QUOTE, "V4"))
    done(gate, lambda s: made.append(quotes.to_idea(s, key)))
    card = gate.read(lambda s: records.get(s, BACKLOG_ITEM, made[0]))
    quote = gate.read(lambda s: records.get(s, QUOTE, key))
    assert (card["status"], card["cause_id"]) == ("idea", quote["common_cause_id"])
    assert (card["title"], card["labels"]) == (quote["text"], "formation")
    assert card["confidentiality"] == "mediator"


def test_quotes_and_interviews_of_today_are_noted(gate: Gate) -> None:
    made: list[str] = []
    done(gate, lambda s: made.append(records.create(s, ACTOR, {"name": "Lou Sénéchal"})))
    line = QuoteLine("Rien ne bouge", made[0], ("temps", "écrans"))
    done(gate, lambda s: made.append(quotes.add(s, line, "public")))
    done(gate, lambda s: made.append(quotes.add_interview(s, made[0])))
    heard = gate.read(quotes.overview)
    (quote,) = heard.quotes
    assert (quote.who, quote.tags, quote.level) == ("Lou Sénéchal", ("temps", "écrans"), "public")
    (interview,) = heard.interviews
    assert (interview.subject, interview.people) == ("Interview: Lou Sénéchal", ("Lou Sénéchal",))
