"""Questionnaires and waves: what is asked, what is refused, and that nothing single stays."""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pytest
from sqlalchemy import select

from entente.domain.climate.survey import (
    ANSWER_COUNT,
    QUESTION,
    QUESTIONNAIRE,
    VERBATIM,
    WAVE,
    WAVE_GROUP,
)
from entente.errors import WaveError, WaveFault
from entente.i18n import speaking
from entente.messages import sentence
from entente.services import next_waves, records, surveys, waves
from entente.services.waves import Ballot
from entente.store.gate import Gate
from entente.store.mission_file import MissionFile
from entente.store.schema import TABLES, URN
from entente.store.session import Session
from tests.conftest import FixedClock, mission_engine

T = TypeVar("T")
DAY = dt.date(2026, 6, 10)


@pytest.fixture
def gate(clock: FixedClock) -> Gate:
    return Gate(mission_engine(), clock=clock)


def done(gate: Gate, action: Callable[[Session], T]) -> T:
    found: list[T] = []
    gate.run("Act", lambda session: found.append(action(session)))
    return found[0]


def opened(gate: Gate, groups: Mapping[str, int | None] | None = None, threshold: int = 5) -> str:
    """A wave of the barometer that takes answers."""

    def act(session: Session) -> str:
        survey = surveys.load(session, "barometer", "en")
        key = waves.plan(
            session, survey, DAY, name="P1", threshold=threshold, groups=groups, attribute="Trade"
        )
        waves.open_wave(session, key)
        return key

    return done(gate, act)


def questions(gate: Gate, wave: str) -> dict[str, str]:
    return {each.code: each.id for each in gate.read(lambda s: waves.form(s, wave)).questions}


def counts(gate: Gate) -> dict[tuple[str, str | None], dict[int, int]]:
    """What is written of answers, by question and group."""
    table = TABLES[ANSWER_COUNT.name]
    found: dict[tuple[str, str | None], dict[int, int]] = {}
    for row in gate.read(lambda session: session.rows(select(table).where(table.c.count > 0))):
        found.setdefault((row.question_id, row.group_id), {})[row.answer] = row.count
    return found


@pytest.mark.parametrize("key", ["barometer", "icap", "anap", "recommendation", "weather"])
def test_a_bank_is_the_same_in_both_languages_and_never_comes_twice(gate: Gate, key: str) -> None:
    french, english = (
        {bank.key: bank for bank in gate.read(partial(surveys.banks, code=code))}[key]
        for code in ("fr", "en")
    )
    shape = [
        [(q.code, q.scale, q.cause, q.axis, q.factor) for q in bank.questions]
        for bank in (french, english)
    ]
    assert shape[0] == shape[1]
    assert not {q.text for q in french.questions} & {q.text for q in english.questions}
    first = done(gate, lambda s: surveys.load(s, key, "fr"))
    assert done(gate, lambda s: surveys.load(s, key, "en")) == first
    gate.run("Rename", lambda s: records.change(s, QUESTIONNAIRE, first, {"name": "Own"}))
    assert done(gate, lambda s: surveys.load(s, key, "en")) == first
    assert len(gate.read(lambda s: surveys.asked(s, first))) == len(french.questions)


def test_the_barometer_asks_one_question_a_cause_and_two_more(gate: Gate) -> None:
    bank = next(each for each in gate.read(surveys.banks) if each.key == "barometer")
    assert len({q.cause for q in bank.questions if q.cause}) == 10
    assert [q.scale for q in bank.questions[10:]] == ["recommendation", "words"]


def test_a_question_in_other_words_is_another_one_once_it_was_asked(gate: Gate) -> None:
    survey = done(gate, lambda s: surveys.load(s, "weather", "en"))
    (first,) = gate.read(lambda s: surveys.asked(s, survey))
    assert done(gate, lambda s: surveys.reword(s, first.id, "How are you?")) == first.id

    def ask(session: Session) -> str:
        key = waves.plan(session, survey, DAY, name="P1")
        waves.open_wave(session, key)
        return key

    wave = done(gate, ask)
    with pytest.raises(WaveError) as caught:
        gate.run("Reword", lambda s: surveys.reword(s, first.id, "How is it?"))
    assert caught.value.fault is WaveFault.BEING_ASKED
    done(gate, lambda s: waves.close(s, wave))
    new = done(gate, lambda s: surveys.reword(s, first.id, "How is it?"))
    (now,) = gate.read(lambda s: surveys.asked(s, survey, DAY))
    assert (now.id, now.code, now.follows_id, now.text) == (new, "Mb", first.id, "How is it?")
    with pytest.raises(WaveError):
        gate.run("Edit", lambda s: records.change(s, QUESTION, first.id, {"text": "Other"}))
    with pytest.raises(WaveError):
        gate.run("Remove", lambda s: records.remove(s, QUESTION, first.id))


def test_each_refusal_is_one_sentence_in_both_languages(gate: Gate) -> None:
    wave = opened(gate, {"Trades": 9})
    ids = questions(gate, wave)
    other = done(gate, lambda s: surveys.load(s, "weather", "en"))
    planned = done(gate, lambda s: waves.plan(s, other, DAY, name="P2"))
    tried = {
        WaveFault.NOT_OPEN: lambda s: waves.cast(s, planned, {}),
        WaveFault.OPENED: lambda s: waves.open_wave(s, wave),
        WaveFault.OUTSIDE: lambda s: waves.cast(s, wave, {ids["Q1"]: 6}),
        WaveFault.UNKNOWN_GROUP: lambda s: waves.cast(s, wave, {ids["Q1"]: 5}, "nobody"),
        WaveFault.UNKNOWN_QUESTION: lambda s: waves.cast(s, wave, {"Q99": 5}),
        WaveFault.BLANK: lambda s: waves.cast(s, wave, {ids["Q1"]: None, ids["V"]: ""}),
        WaveFault.NOT_THERE: lambda s: waves.take_back(s, wave, "0" * 32),
        WaveFault.PROMISED: lambda s: records.change(s, WAVE, wave, {"threshold": 3}),
    }
    for fault, action in tried.items():
        with pytest.raises(WaveError) as caught:
            gate.run("Try", action)
        assert caught.value.fault is fault
        for code in ("fr", "en"):
            with speaking(code):
                said = sentence(caught.value)
            assert said.endswith((".", "…"))
            assert "{" not in said
    wrong: tuple[Any, ...] = (0, True, 2.0, "3", 10**20)
    for answer in wrong:
        with pytest.raises(WaveError, match="outside"):
            gate.run("Try", partial(waves.cast, wave_id=wave, answers={ids["Q1"]: answer}))
    with pytest.raises(WaveError):
        gate.run(
            "Try", lambda s: records.remove(s, WAVE_GROUP, next(iter(waves.group_names(s, wave))))
        )
    own = gate.read(lambda s: records.get(s, WAVE, wave))["questionnaire_id"]
    new = {"questionnaire_id": own, "code": "X1", "text": "One more?"}
    with pytest.raises(WaveError):
        gate.run("Add", lambda s: records.create(s, QUESTION, new))
    assert gate.read(lambda s: waves.count(s, wave)) == 0


def test_half_a_ballot_counts_and_says_so_and_the_last_can_be_taken_back(gate: Gate) -> None:
    wave = opened(gate)
    ids = questions(gate, wave)
    half = done(gate, lambda s: waves.cast(s, wave, {ids["Q1"]: 4, ids["R"]: 0, ids["V"]: "!"}))
    assert (half.answered, half.asked, half.is_whole) == (2, 11, False)
    assert half.key not in repr(half)
    assert gate.read(lambda s: waves.count(s, wave)) == 1
    gate.run("Take back", lambda s: waves.take_back(s, wave, half.key))
    assert gate.read(lambda s: waves.count(s, wave)) == 0


def test_closing_counts_what_may_be_shown_and_seals(gate: Gate) -> None:
    """The case of domain.md 5.8: of 9, 5, 2 and 2 only the whole and the 9 may be shown."""
    wave = opened(gate, {"Trades": 9, "Digital": 5, "Vendor": 2, "Management": 2})
    names = {name: key for key, name in gate.read(lambda s: waves.group_names(s, wave)).items()}
    ids = questions(gate, wave)
    sizes = {"Trades": 9, "Digital": 5, "Vendor": 2, "Management": 2}
    ballots = [
        Ballot({ids["Q1"]: 1 + n % 5, ids["Q2"]: 3}, names[name])
        for name, size in sizes.items()
        for n in range(size)
    ]
    assert done(gate, lambda s: waves.cast_many(s, wave, ballots)) == 18
    assert counts(gate) == {}
    closed = done(gate, lambda s: waves.close(s, wave))
    assert closed.ballots == 18
    found = counts(gate)
    # Trades 0–8, Digital 0–4, Vendor 0–1, Management 0–1: remainders of five counted by hand.
    assert found == {
        (ids["Q1"], None): {1: 5, 2: 5, 3: 3, 4: 3, 5: 2},
        (ids["Q1"], names["Trades"]): {1: 2, 2: 2, 3: 2, 4: 2, 5: 1},
        # Q2: everybody said 3, which would tell what each said.
    }
    assert gate.read(lambda s: len(s.rows(select(URN)))) == 0
    assert gate.undo() is None
    for again in (waves.open_wave, waves.close):
        with pytest.raises(WaveError):
            gate.run("Again", partial(again, wave_id=wave))
    with pytest.raises(WaveError):
        gate.run("More", lambda s: waves.cast(s, wave, {ids["Q1"]: 1}))
    for change in ({"closed_on": None}, {"threshold": 3}, {"ballots": 0}):
        with pytest.raises(WaveError):
            gate.run("Change", partial(records.change, record_type=WAVE, key=wave, values=change))


def test_a_wave_with_nobody_closes_and_says_nothing(gate: Gate) -> None:
    wave = opened(gate)
    closed = done(gate, lambda s: waves.close(s, wave))
    assert (closed.ballots, closed.shown, closed.withheld, closed.comments) == (0, (), (), 0)
    assert counts(gate) == {}


def test_the_next_wave_comes_in_the_same_rhythm_with_the_same_groups(gate: Gate) -> None:
    def act(session: Session) -> list[str]:
        survey = surveys.load(session, "barometer", "en")
        days = (dt.date(2026, 5, 6), dt.date(2026, 5, 20), dt.date(2026, 6, 3))
        keys = [
            waves.plan(session, survey, day, name=f"P{n}", groups={"Trades": 9}, population=24)
            for n, day in enumerate(days, 6)
        ]
        return [*keys, next_waves.plan_next(session, keys[0])]

    *_earlier, last = done(gate, act)
    wave = gate.read(lambda s: records.get(s, WAVE, last))
    assert (wave["name"], wave["planned_on"], wave["population"]) == (
        "P9",
        dt.date(2026, 6, 17),
        24,
    )
    assert list(gate.read(lambda s: waves.group_names(s, last)).values()) == ["Trades"]


def test_what_one_person_answered_is_in_no_byte_of_the_file_once_closed(tmp_path: Path) -> None:
    """Without encryption, so that the bytes can be searched: ballots planted, then looked for."""
    path = tmp_path / "mission.entente"
    with MissionFile.create(path, None) as file:
        wave = opened(file.gate)
        ids = questions(file.gate, wave)
        lots: set[bytes] = set()
        for n in range(12):
            answers: dict[str, int | str | None] = {ids["Q1"]: 1 + n % 5, ids["R"]: n % 11}
            answers[ids["V"]] = f"Plantée{n}"
            done(file.gate, partial(waves.cast, wave_id=wave, answers=answers))
        for row in file.gate.read(lambda s: s.rows(select(URN))):
            lots |= {row.id.encode(), row.ballot.encode()}
        assert all(lot in path.read_bytes() for lot in lots)
        assert file.gate.find("Plantée3") == []
        closed = done(file.gate, lambda s: waves.close(s, wave))
        assert closed.comments == 12
        held = b"".join(each.read_bytes() for each in tmp_path.iterdir())
        assert not [lot for lot in lots if lot in held]
        words = file.gate.read(lambda s: records.list_rows(s, VERBATIM)).dicts()
        assert {row["text"] for row in words} == {f"Plantée{n}" for n in range(12)}
        assert {row["confidentiality"] for row in words} == {"mediator"}
        steps = file.gate.steps()
        assert {step.state for step in steps} == {"sealed"}
        assert len(steps) == 2  # opened, closed: no ballot is a step
    content = path.read_bytes()
    assert not [lot for lot in lots if lot in content]
