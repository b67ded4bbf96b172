"""A comment whose author could be told by it is told to nobody, whichever way it is changed."""

from functools import partial

import pytest

from entente.domain.actor import ACTOR
from entente.domain.climate.survey import QUESTIONNAIRE, QUOTED, VERBATIM, WAVE
from entente.errors import WaveError
from entente.messages import sentence
from entente.services import records, verbatims
from entente.store.gate import Gate
from entente.store.session import Session


def comment(session: Session, ballots: int) -> str:
    asked = records.create(session, QUESTIONNAIRE, {"name": "Baromètre"})
    wave = {"questionnaire_id": asked, "name": "P1", "ballots": ballots}
    key = records.create(session, WAVE, wave)
    return records.create(session, VERBATIM, {"wave_id": key, "text": "Je suis à bout"})


def change(gate: Gate, key: str, **values: str) -> None:
    gate.run("Tell", lambda session: records.change(session, VERBATIM, key, values))


def made(gate: Gate, ballots: int) -> str:
    keys: list[str] = []
    gate.run("Write", lambda session: keys.append(comment(session, ballots)))
    return keys[0]


@pytest.mark.parametrize("values", [{"status": QUOTED}, {"confidentiality": "sponsor"}])
def test_of_seven_none_is_told_on_and_of_eight_any_may_be(
    gate: Gate, values: dict[str, str]
) -> None:
    few, enough = made(gate, 7), made(gate, 8)
    with pytest.raises(WaveError) as refused:
        change(gate, few, **values)
    assert "Too few answered “P1”" in sentence(refused.value)
    row = gate.read(lambda session: records.get(session, VERBATIM, few))
    assert (row["status"], row["confidentiality"]) == ("unread", "mediator")
    change(gate, enough, **values)


def test_other_words_may_be_noted_whoever_answered(gate: Gate) -> None:
    key = made(gate, 3)
    change(gate, key, status="reworded", paraphrase="La charge est lourde")
    assert gate.read(lambda session: records.get(session, VERBATIM, key))["status"] == "reworded"


def test_a_comment_that_names_somebody_is_warned_of_in_the_words_to_be_told(gate: Gate) -> None:
    key = made(gate, 9)
    gate.run("Add", lambda s: records.create(s, ACTOR, {"name": "Noémie Lavandier"}))
    words = {"text": "Voyez NOEMIE", "paraphrase": "Voyez l’équipe"}
    change(gate, key, **words)
    for status, found in ((QUOTED, [(6, 12, "NOEMIE")]), ("reworded", []), ("withheld", [])):
        named = gate.read(partial(verbatims.naming, keys=[key], status=status))
        assert [(s.start, s.end, s.word) for s in named.get(key, ())] == found
    done: list[str] = []
    gate.run("Quote", lambda s: done.extend(verbatims.moderate(s, [key], QUOTED)))
    assert done == [key]  # a warning refuses nothing
