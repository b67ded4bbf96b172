"""The sheet for a meeting of two: what each reader finds in it, and what nobody else does."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from entente.briefs import meeting
from entente.briefs.meeting import MeetingSheet
from entente.briefs.meeting.values import Guest, Known
from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.cause import COMMON_CAUSE, SUPPORTER
from entente.domain.confidentiality import MEDIATOR, PUBLIC, SPONSOR, Audience, party
from entente.domain.difficulty import DIFFICULTY
from entente.domain.interaction import INTERACTION, PRESENCE
from entente.domain.matchmaking import GroundKind
from entente.domain.note import NOTE
from entente.domain.party import PARTY
from entente.domain.relation import RELATION
from entente.errors import InvalidValueError, WithheldTextError
from entente.services import records
from entente.services.disclosure import NO_TEXTS
from entente.services.meeting_words import Shared
from entente.store.gate import Gate
from entente.store.session import Session
from tests.briefs.conftest import everything, pages, sentence, squashed

ON = dt.date(2026, 5, 6)
#: Who may read a text of a level; written down here once more on purpose.
READERS = {
    "mediator": {"mediator"},
    "parties": {"mediator", "A01", "A02"},
    "sponsor": {"mediator", "sponsor"},
    "public": {"mediator", "A01", "A02", "sponsor", "public"},
}
NAMES = ("mediator", "A01", "A02", "sponsor", "public")


class Told:
    """What was written down, and who may read it."""

    def __init__(self) -> None:
        self.actors: dict[str, str] = {}
        self.readers: dict[str, set[str]] = {}

    def say(self, level: str) -> str:
        words = sentence(300 + len(self.readers))
        self.readers[words] = READERS[level]
        return words

    def audience(self, name: str) -> Audience:
        fixed = {"mediator": MEDIATOR, "sponsor": SPONSOR, "public": PUBLIC}
        return fixed.get(name) or party(self.actors[name])

    @property
    def pair(self) -> tuple[str, str]:
        return self.actors["A01"], self.actors["A02"]


@pytest.fixture
def told(gate: Gate) -> Told:
    found = Told()
    gate.run("Write", lambda session: _write(session, found))
    return found


def _write(session: Session, told: Told) -> None:
    for ref, name in (("A01", "Bastien Corvelle"), ("A02", "Irène Dumarais"), ("A03", "Luc Tarn")):
        home = records.create(session, ORGANISATION, {"name": f"Maison {name[:3]}"})
        values = {"name": name, "role": f"rôle {name[:3]}", "organisation_id": home}
        told.actors[ref] = records.create(session, ACTOR, {**values, "notes": told.say("mediator")})
    first, second = told.pair
    for level in READERS:
        _write_level(session, told, level)
    tie = {"from_id": first, "to_id": second, "need": told.say("parties"), "quality": -2}
    key = records.create(
        session, RELATION, {**tie, "notes": told.say("parties"), "confidentiality": "parties"}
    )
    for level in READERS:
        session.rate(
            RELATION,
            key,
            {"quality": -1, "connection": 2, "dependence": 2},
            dated_on=dt.date(2026, 4, 8),
            fact=told.say(level),
            confidentiality=level,
        )


def _write_level(session: Session, told: Told, level: str) -> None:
    own = {"confidentiality": level}
    cause = records.create(session, COMMON_CAUSE, {"statement": told.say(level), **own})
    quarrel = records.create(session, DIFFICULTY, {"title": told.say(level), **own})
    note = {"difficulty_id": quarrel, "text": told.say(level), **own}
    records.create(session, NOTE, note)
    held = {"subject": told.say(level), "held_on": dt.date(2026, 4, 1), "notes": told.say(level)}
    call = records.create(session, INTERACTION, {**held, **own})
    for actor in told.pair:
        records.create(session, SUPPORTER, {"cause_id": cause, "actor_id": actor, **own})
        records.create(session, PARTY, {"difficulty_id": quarrel, "actor_id": actor, **own})
        records.create(session, PRESENCE, {"interaction_id": call, "actor_id": actor})


def sheet_for(gate: Gate, told: Told, reader: str, on: dt.date = ON) -> MeetingSheet:
    return gate.read(lambda s: meeting.gather(s, told.pair, told.audience(reader), on))


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("reader", NAMES)
def test_a_sheet_holds_nothing_its_reader_may_not_read(
    gate: Gate, told: Told, reader: str, language: str
) -> None:
    hidden = everything(meeting.produce(sheet_for(gate, told, reader), language))
    present = {words for words in told.readers if squashed(words) in hidden}
    allowed = {words for words, readers in told.readers.items() if reader in readers}
    assert present <= allowed
    assert present


@pytest.mark.parametrize(
    ("reader", "named"),
    [("mediator", True), ("A01", True), ("A02", True), ("sponsor", False), ("public", False)],
)
def test_the_two_know_each_other_and_strangers_know_their_references(
    gate: Gate, told: Told, reader: str, *, named: bool
) -> None:
    text = squashed(" ".join(pages(meeting.produce(sheet_for(gate, told, reader), "en"))))
    for name in ("Irène Dumarais", "Bastien Corvelle", "rôle Irè", "Maison Bas"):
        assert (squashed(name) in text) is named
    assert "a01" in text
    assert "a02" in text


@pytest.mark.parametrize("reader", NAMES[1:])
def test_nobody_but_the_mediator_is_told_how_they_get_on(
    gate: Gate, told: Told, reader: str
) -> None:
    text = " ".join(pages(meeting.produce(sheet_for(gate, told, reader), "en")))
    for word in ("broken", "strained", "Score", "What to observe", "What was seen"):
        assert word not in text


def test_the_mediator_is_told_why_and_what_to_look_out_for(gate: Gate, told: Told) -> None:
    text = " ".join(pages(meeting.produce(sheet_for(gate, told, "mediator"), "en")))
    # Strained (3), four causes in common (1 + 3), one depends strongly (1 + 2).
    assert "Score 36 = 3 (strained relation) × 4 (4 reasons to meet) × 3 (dependence)" in text
    assert "Bastien Corvelle depends strongly on Irène Dumarais" in text
    assert "Connection before: 2 (exchange ideas)" in text


def test_the_agenda_takes_half_an_hour_to_three_quarters(gate: Gate, told: Told) -> None:
    text = " ".join(pages(meeting.produce(sheet_for(gate, told, "public"), "en")))
    assert "Agenda for two: 40 minutes" in text
    minutes = [int(part.split()[-1]) for part in text.split(" min ")[:-1]]
    assert sum(minutes) == 40


def test_what_is_dated_later_is_left_out(gate: Gate, told: Told) -> None:
    early = sheet_for(gate, told, "mediator", dt.date(2026, 3, 1))
    assert (early.facts, early.last_met, early.connection) == ((), None, None)


def test_a_third_actor_is_refused(gate: Gate, told: Told) -> None:
    with pytest.raises(InvalidValueError, match="one of the two"):
        sheet_for(gate, told, "A03")


def test_nobody_meets_themselves(gate: Gate, told: Told) -> None:
    first = told.actors["A01"]
    with pytest.raises(InvalidValueError, match="two different"):
        gate.read(lambda s: meeting.gather(s, (first, first), MEDIATOR, ON))


def test_the_page_is_made_without_a_look_at_what_is_withheld(gate: Gate, told: Told) -> None:
    sheet = sheet_for(gate, told, "A02")
    bare = replace(sheet, texts=NO_TEXTS)
    assert meeting.render(sheet, "en") == meeting.render(bare, "en")


def _into_need(sheet: MeetingSheet, words: str) -> MeetingSheet:
    return replace(sheet, need=words)


def _into_cause(sheet: MeetingSheet, words: str) -> MeetingSheet:
    return replace(sheet, shared=(Shared(GroundKind.CAUSE, "", words),))


def _into_title(sheet: MeetingSheet, words: str) -> MeetingSheet:
    return replace(sheet, difficulties=(Known("K1", words),))


def _into_role(sheet: MeetingSheet, words: str) -> MeetingSheet:
    return replace(sheet, first=Guest("A01", "Bastien Corvelle", words.upper()))


@pytest.mark.parametrize("leak", [_into_need, _into_cause, _into_title, _into_role])
@pytest.mark.parametrize("reader", NAMES[1:])
def test_a_mistake_of_ours_does_not_leave_the_house(
    gate: Gate, told: Told, reader: str, leak: Callable[[MeetingSheet, str], MeetingSheet]
) -> None:
    sheet = sheet_for(gate, told, reader)
    secret = next(words for words in sheet.texts.withheld if words in told.readers)
    with pytest.raises(WithheldTextError):
        meeting.produce(leak(sheet, secret), "fr")
    assert len(sheet.texts.withheld) > 10


def test_equal_sheets_give_equal_bytes(gate: Gate, told: Told) -> None:
    sheets = [sheet_for(gate, told, "A01") for _ in range(2)]
    assert meeting.render(sheets[0], "fr") == meeting.render(sheets[1], "fr")
