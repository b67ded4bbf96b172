"""The cross glossary of a mission."""

from functools import partial

import pytest

from entente.domain.confidentiality import PUBLIC
from entente.domain.difficulty import DIFFICULTY
from entente.domain.glossary import MEANING, TERM, differing
from entente.errors import InvalidValueError
from entente.services import glossary, records
from entente.store.gate import Gate
from entente.store.session import Session


def line_of(gate: Gate, word: str) -> glossary.Line:
    found = gate.read(glossary.cross_glossary)
    return next(line for line in found.lines if line.word == word)


@pytest.mark.parametrize(
    ("meanings", "count"),
    [
        ([], 0),
        (["le plan"], 1),
        (["le plan", "Le Plan."], 1),
        (["le plan", "l’annexe"], 2),
        (["le plan", "–", ""], 1),
        (["dossier", "dossiers"], 2),
    ],
)
def test_only_what_differs_in_words_is_another_meaning(meanings: list[str], count: int) -> None:
    assert differing(meanings) == count


def test_the_sample_has_the_terms_of_the_mission(confluent: Gate) -> None:
    found = confluent.read(glossary.cross_glossary)
    assert found.trades == ("Soin", "Éducatif", "DSI", "Éditeur")
    assert [line.ref for line in found.lines] == [f"G{number}" for number in range(1, 9)]
    # Six of eight have an agreed definition; « Validation » and « Livraison » are discussed.
    assert (found.shared, found.diverging) == (6, 2)
    urgent = next(line for line in found.lines if line.word == "Urgent")
    assert urgent.meanings["dsi"] == "ticket P1"
    assert urgent.difficulties == ("K4",)
    # Nobody outside uses the word in the kitchen's sense, the educators not at all.
    recette = next(line for line in found.lines if line.word == "Recette")
    assert set(recette.meanings) == {"soin", "dsi", "editeur"}


def test_a_meaning_is_written_changed_and_taken_away(own_confluent: Gate) -> None:
    gate = own_confluent
    key = line_of(gate, "Recette").id
    for text, shown in (("l’épreuve du goût", "l’épreuve du goût"), ("un essai", "un essai")):
        gate.run("Say", partial(glossary.say, term_id=key, trade="éducatif", text=text))
        assert line_of(gate, "Recette").meanings["educatif"] == shown
    gate.run("Say", lambda s: glossary.say(s, key, "Éducatif", " "))
    assert "educatif" not in line_of(gate, "Recette").meanings
    gate.undo()
    assert line_of(gate, "Recette").meanings["educatif"] == "un essai"


def test_a_meaning_is_as_private_as_its_term(gate: Gate) -> None:
    def fill(session: Session) -> None:
        for word, level in (("Ouvert", "public"), ("Clos", "mediator")):
            key = records.create(session, TERM, {"word": word, "confidentiality": level})
            glossary.say(session, key, "DSI", f"sens de {word}")

    gate.run("Fill", fill)
    seen = gate.read(lambda s: glossary.cross_glossary(s, PUBLIC))
    assert [line.word for line in seen.lines] == ["Ouvert"]
    meanings = gate.read(lambda s: records.list_rows(s, MEANING, PUBLIC)).dicts()
    assert [row["text"] for row in meanings] == ["sens de Ouvert"]


def test_a_trade_without_a_name_is_refused(own_confluent: Gate) -> None:
    key = line_of(own_confluent, "Recette").id
    with pytest.raises(InvalidValueError):
        own_confluent.run("Say", lambda s: glossary.say(s, key, " ", "sens"))
    with pytest.raises(InvalidValueError):
        own_confluent.run("Rename", partial(glossary.rename_trade, trade="DSI", name=" "))


def test_a_trade_is_renamed_wherever_it_speaks(own_confluent: Gate) -> None:
    rename = partial(glossary.rename_trade, trade="dsi", name="Informatique")
    own_confluent.run("Rename", rename)
    found = own_confluent.read(glossary.cross_glossary)
    assert found.trades == ("Soin", "Éducatif", "Informatique", "Éditeur")
    assert all("dsi" not in line.meanings for line in found.lines)


def test_terms_are_tied_to_a_difficulty_once(own_confluent: Gate) -> None:
    gate = own_confluent
    keys = [line_of(gate, word).id for word in ("Urgent", "Recette")]
    case = gate.read(partial(records.find, record_type=DIFFICULTY, text="K4"))
    for _time in range(2):
        gate.run("Tie", partial(glossary.tie, term_ids=keys, difficulty_id=case))
    assert line_of(gate, "Recette").difficulties == ("K4",)
    assert line_of(gate, "Urgent").difficulties == ("K4",)
    gate.run("Untie", partial(glossary.untie, term_ids=keys, difficulty_id=case))
    assert line_of(gate, "Urgent").difficulties == ()
