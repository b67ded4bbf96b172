import datetime as dt
from functools import partial
from typing import Any

import pytest

from entente.domain.actor import ACTOR
from entente.domain.agreement import AGREEMENT
from entente.domain.confidentiality import PUBLIC
from entente.domain.difficulty import DIFFICULTY
from entente.domain.family import CONFLICT_FAMILY, Family
from entente.domain.follow_up import COMMITMENT, DECISION
from entente.domain.glossary import TERM
from entente.domain.lint import lint
from entente.domain.note import NOTE
from entente.domain.option import INTEREST, OPTION
from entente.domain.party import PARTY
from entente.domain.records import RecordType
from entente.domain.ten_causes import DIFFICULTY_CAUSE
from entente.domain.wheel import Question
from entente.errors import AlreadyThereError, InvalidValueError, RecordMissingError
from entente.i18n import use_language
from entente.services import (
    diagnosis,
    glossary,
    mediation,
    method_texts,
    outcomes,
    parties,
    ratings,
    records,
)
from entente.services.words_at_stake import words_at_stake
from entente.store.gate import Gate
from entente.store.session import Session

TODAY = dt.date(2026, 6, 10)


@pytest.fixture
def case(gate: Gate) -> dict[str, str]:
    """A difficulty between two actors of different trades, and a third actor."""
    keys: dict[str, str] = {}

    def fill(session: Session) -> None:
        for name, trade in (("Ferrage", "informatique"), ("Versoir", "soin, cadre"), ("Roy", "")):
            keys[name] = records.create(session, ACTOR, {"name": name, "discipline": trade})
        keys["K1"] = records.create(session, DIFFICULTY, {"title": "Reprise des données"})
        for name in ("Ferrage", "Versoir"):
            values = {"difficulty_id": keys["K1"], "actor_id": keys[name]}
            keys[f"party {name}"] = records.create(session, PARTY, values)

    gate.run("Fill", fill)
    return keys


def add(gate: Gate, kind: RecordType, values: dict[str, Any]) -> str:
    made: list[str] = []
    gate.run("Add", lambda s: made.append(records.create(s, kind, values)))
    return made[0]


def share(gate: Gate, case: dict[str, str], question: Question) -> float:
    return gate.read(lambda s: mediation.wheel_of(s, case["K1"])).share(question)


def test_notes_and_interests_of_a_party_answer_for_its_statements(
    gate: Gate, case: dict[str, str]
) -> None:
    about = {"difficulty_id": case["K1"], "actor_id": case["Ferrage"]}
    add(gate, OPTION, {"difficulty_id": case["K1"], "text": "Reprendre les actifs"})
    add(gate, NOTE, {**about, "kind": "need", "text": "Vérifier"})
    add(gate, NOTE, {**about, "kind": "fear", "text": "Porter seul", "struck": True})
    add(gate, INTEREST, {**about, "text": "Des données fiables"})
    # Ferrage: interests and needs of three; Versoir nothing; a struck note says nothing.
    assert share(gate, case, Question.WHY) == pytest.approx(2 / 6)
    found = gate.read(lambda s: mediation.wheel_of(s, case["K1"]))
    assert found.early_for == ("Versoir",)
    add(gate, NOTE, {**about, "actor_id": case["Versoir"], "kind": "interest", "text": "Marge"})
    assert gate.read(lambda s: mediation.wheel_of(s, case["K1"])).early_for == ()


def test_facts_options_agreement_and_promises_fill_the_rest(
    gate: Gate, case: dict[str, str]
) -> None:
    here = {"difficulty_id": case["K1"]}
    add(gate, NOTE, {**here, "kind": "disputed", "text": "Le volume"})
    assert share(gate, case, Question.WHAT) == pytest.approx(1 / 5)
    add(gate, OPTION, {**here, "text": "A", "status": "dropped"})
    add(gate, OPTION, {**here, "text": "B"})
    assert share(gate, case, Question.HOW) == 0.5
    add(gate, AGREEMENT, {**here, "title": "Entrée", "kind": "entry", "status": "signed"})
    assert share(gate, case, Question.FINALLY) == 0
    paper = add(gate, AGREEMENT, {**here, "title": "Protocole", "kind": "settlement"})
    assert share(gate, case, Question.FINALLY) == pytest.approx(1 / 3)
    add(gate, COMMITMENT, {"statement": "Je livre", "agreement_id": paper})
    assert share(gate, case, Question.FINALLY) == pytest.approx(2 / 3)
    signed = {"status": "signed", "signed_on": dt.date(2026, 5, 6)}
    gate.run("Sign", lambda s: records.change(s, AGREEMENT, paper, signed))
    assert share(gate, case, Question.FINALLY) == 1


def test_what_came_of_it_is_listed_with_its_state_and_withheld_from_others(
    gate: Gate, case: dict[str, str]
) -> None:
    here = {"difficulty_id": case["K1"]}
    add(gate, AGREEMENT, {**here, "title": "Protocole", "confidentiality": "public"})
    add(gate, DECISION, {**here, "title": "Ouvrir", "executed_on": dt.date(2026, 4, 21)})
    add(gate, COMMITMENT, {**here, "statement": "J’ouvre"})
    add(gate, DECISION, {"title": "Ailleurs"})
    found = gate.read(lambda s: outcomes.outcomes(s, case["K1"]))
    assert [(each.ref, each.state) for each in found] == [
        ("PA1", "draft"),
        ("D1", "carried out"),
        ("E1", "under way"),
    ]
    assert [o.ref for o in gate.read(lambda s: outcomes.outcomes(s, case["K1"], PUBLIC))] == ["PA1"]


def test_a_rating_can_be_dated_back_but_not_ahead(gate: Gate, case: dict[str, str]) -> None:
    made: list[str] = []
    rate = partial(records.rate, record_type=DIFFICULTY, key=case["K1"])
    gate.run("Now", lambda s: rate(s, values={"stage": 2}))
    gate.run("Then", lambda s: made.append(rate(s, values={"stage": 5})))
    back = dt.date(2026, 4, 8)
    gate.run("Date", lambda s: ratings.redate(s, DIFFICULTY, made[0], back, " vu "))
    past = gate.read(lambda s: ratings.of_field(s, DIFFICULTY, case["K1"], "stage"))
    assert [(r.dated_on, r.values, r.fact) for r in past] == [
        (back, {"stage": 5}, "vu"),
        (TODAY, {"stage": 2}, ""),
    ]
    assert gate.read(lambda s: records.get(s, DIFFICULTY, case["K1"]))["stage"] == 2
    ahead = TODAY + dt.timedelta(days=1)
    with pytest.raises(InvalidValueError, match="up to today"):
        gate.run("Date", lambda s: ratings.redate(s, DIFFICULTY, made[0], ahead))


def test_taking_a_stage_back_leaves_what_was_rated_with_it(
    gate: Gate, case: dict[str, str]
) -> None:
    made: list[str] = []
    both = {"stage": 4, "stake": 5}
    gate.run("Rate", lambda s: made.append(records.rate(s, DIFFICULTY, case["K1"], both)))
    drop = partial(ratings.drop_field, kind=DIFFICULTY, rating_id=made[0])
    gate.run("Drop", lambda s: drop(s, name="stage"))
    record = gate.read(lambda s: records.get(s, DIFFICULTY, case["K1"]))
    assert (record["stage"], record["stake"]) == (None, 5)
    gate.run("Drop", lambda s: drop(s, name="stake"))
    left = gate.read(lambda s: records.ratings(s, DIFFICULTY, case["K1"]))
    assert made[0] not in [rating.id for rating in left]


def test_a_cause_is_weighed_once_and_taken_back(gate: Gate, case: dict[str, str]) -> None:
    for weight in (1, 3, None, None):
        weigh = partial(diagnosis.weigh_cause, difficulty_id=case["K1"], cause="time")
        gate.run("Weigh", partial(weigh, weight=weight))
        rows = gate.read(lambda s: records.list_rows(s, DIFFICULTY_CAUSE)).dicts()
        assert [row["weight"] for row in rows] == ([] if weight is None else [weight])


def test_a_family_keeps_its_ground(gate: Gate, case: dict[str, str]) -> None:
    for ground in ("", "Deux chiffres"):
        count_it = partial(diagnosis.set_family, difficulty_id=case["K1"], family="data")
        gate.run("Set", partial(count_it, ground=ground))
    (row,) = gate.read(lambda s: records.list_rows(s, CONFLICT_FAMILY)).dicts()
    assert (row["family"], row["ground"]) == ("data", "Deux chiffres")
    gate.run("Unset", lambda s: diagnosis.set_family(s, case["K1"], "data", None))
    assert gate.read(lambda s: records.count(s, CONFLICT_FAMILY)) == 0


def test_a_party_is_added_by_name_by_reference_or_as_somebody_new(
    gate: Gate, case: dict[str, str]
) -> None:
    new: list[bool] = []

    def named(text: str) -> None:
        gate.run("Add", lambda s: new.append(parties.add_named(s, case["K1"], text)))

    named("A03")
    named("  Élise Noir ")
    assert new == [False, True]
    for there in ("ferrage", "A03"):
        with pytest.raises(AlreadyThereError):
            named(there)
    with pytest.raises(RecordMissingError):
        named("A99")
    assert gate.read(lambda s: records.count(s, ACTOR)) == 4
    assert gate.read(lambda s: records.count(s, PARTY)) == 4


def test_what_a_removed_party_said_in_caucus_is_for_the_mediator_alone(
    gate: Gate, case: dict[str, str]
) -> None:
    about = {"difficulty_id": case["K1"], "actor_id": case["Versoir"]}
    note = add(gate, NOTE, {**about, "text": "La marge", "confidentiality": "caucus"})
    add(gate, NOTE, {**about, "text": "Le calendrier", "confidentiality": "parties"})
    closed: list[int] = []
    party = case["party Versoir"]
    gate.run("Remove", lambda s: closed.append(parties.remove(s, party)))
    assert closed == [1]
    assert gate.read(lambda s: records.get(s, NOTE, note))["confidentiality"] == "mediator"


def test_terms_not_shared_are_found_where_trades_meet(gate: Gate, case: dict[str, str]) -> None:
    reprise = add(gate, TERM, {"word": "Reprise"})
    recette = add(gate, TERM, {"word": "Recette", "status": "discussed"})
    add(gate, TERM, {"word": "Données", "status": "shared"})
    add(gate, TERM, {"word": "Donnée"})
    add(gate, TERM, {"word": "rise"})
    gate.run("Tie", lambda s: glossary.tie(s, [recette], case["K1"]))
    found = gate.read(lambda s: words_at_stake(s, case["K1"]))
    assert found.trades == ("informatique", "soin", "cadre")
    assert [(w.word, w.is_linked) for w in found.words] == [
        ("Recette", True),
        ("Donnée", False),
        ("Reprise", False),
    ]
    gate.run("Tie", lambda s: glossary.tie(s, [reprise], case["K1"]))
    assert [w.is_linked for w in gate.read(lambda s: words_at_stake(s, case["K1"])).words] == [
        True,
        True,
        False,
    ]


def test_one_trade_in_common_is_no_difference(gate: Gate, case: dict[str, str]) -> None:
    same = {"discipline": "Informatique, soin"}
    gate.run("Same", lambda s: records.change(s, ACTOR, case["Versoir"], same))
    assert gate.read(lambda s: words_at_stake(s, case["K1"])).trades == ()


@pytest.mark.parametrize("code", ["fr", "en"])
def test_every_family_has_questions_and_interventions_that_label_nobody(code: str) -> None:
    use_language(code)
    guides = method_texts.moore_guides()
    words = method_texts.osbd_helpers()
    assert [guide.family for guide in guides] == list(Family)
    assert {len(guide.questions) for guide in guides} == {3}
    assert {len(guide.interventions) for guide in guides} == {3}
    assert all(question.endswith("?") for guide in guides for question in guide.questions)
    listed = (*words.unpleasant, *words.pleasant, *words.needs)
    assert len(listed) > 30
    assert not any(lint(word, is_feeling=True) for word in listed)
