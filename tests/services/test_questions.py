"""A mission's own questions: numbered on, put in order, taken out."""

import datetime as dt

import pytest

from entente.errors import WaveError
from entente.services import questions, surveys, waves
from entente.store.gate import Gate
from entente.store.session import Session

DAY = dt.date(2026, 6, 10)


def own(session: Session, *texts: str) -> tuple[str, list[str]]:
    """Write a questionnaire; return its key and those of its questions."""
    key = questions.begin(session, "Of the site")
    return key, [questions.add(session, key, text, "agreement") for text in texts]


def codes(session: Session, key: str, on: dt.date | None = None) -> list[str]:
    return [each.code for each in surveys.asked(session, key, on)]


def test_questions_keep_their_codes_when_they_are_moved(gate: Gate) -> None:
    def act(session: Session) -> None:
        key, (first, second, third) = own(session, "One?", "Two?", "Three?")
        assert codes(session, key) == ["Q1", "Q2", "Q3"]
        questions.move(session, third, -1)
        assert codes(session, key) == ["Q1", "Q3", "Q2"]
        questions.move(session, first, -1)  # it is the first one already
        questions.move(session, first, 1)
        assert codes(session, key) == ["Q3", "Q1", "Q2"]
        assert not questions.take_out(session, second)  # nobody was asked it
        assert codes(session, key) == ["Q3", "Q1"]
        questions.add(session, key, "Two again?", "words")
        assert codes(session, key) == ["Q3", "Q1", "Q2"]

    gate.run("Act", act)


def test_what_was_asked_is_kept_and_passed_over_when_others_move(gate: Gate) -> None:
    def act(session: Session) -> None:
        key, (_first, second, third) = own(session, "One?", "Two?", "Three?")
        wave = waves.plan(session, key, DAY, name="P1")
        waves.open_wave(session, wave)
        with pytest.raises(WaveError):
            questions.add(session, key, "Four?", "agreement")
        waves.close(session, wave)
        assert questions.take_out(session, second)
        questions.move(session, second, -1)  # it is asked no more: nothing moves
        questions.move(session, third, -1)
        assert codes(session, key, session.today) == ["Q3", "Q1"]
        assert sorted(codes(session, key)) == ["Q1", "Q2", "Q3"]

    gate.run("Act", act)
