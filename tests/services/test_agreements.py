"""Agreements: drafted, signed, kept or not, taken up again; and difficulties closed."""

import datetime as dt
from functools import partial
from typing import Any

import pytest

from entente.domain.actor import ACTOR
from entente.domain.agreement import AGREEMENT, CLAUSE, ENTRY, SETTLEMENT
from entente.domain.clauses import Blank
from entente.domain.closing import Ending, Situation
from entente.domain.confidentiality import PUBLIC, SPONSOR, party
from entente.domain.difficulty import DIFFICULTY
from entente.domain.follow_up import COMMITMENT
from entente.domain.mission import MISSION
from entente.domain.party import PARTY
from entente.errors import InvalidValueError
from entente.i18n import use_language
from entente.services import agreements, clauses, closing, mission, records, signals
from entente.store.gate import Gate
from entente.store.session import Session

TODAY = dt.date(2026, 6, 10)
HOSTILE = "<b>{parties}</b> =cmd|' /C calc'!A0"


@pytest.fixture(autouse=True)
def french() -> None:
    use_language("fr")


def fill(session: Session) -> dict[str, str]:
    records.create(session, MISSION, {"name": "CONFLUENT", "mediator": "Isaure Passerelle"})
    keys = {"k": records.create(session, DIFFICULTY, {"title": "Reprise"})}
    for name, level in (("Anselme", "parties"), ("Hippolyte", "mediator")):
        values = {"name": name, "role": f"Fonction de {name}", "confidentiality": level}
        keys[name] = records.create(session, ACTOR, values)
        records.create(session, PARTY, {"difficulty_id": keys["k"], "actor_id": keys[name]})
    keys["pa"] = agreements.start(session, keys["k"], SETTLEMENT)
    agreements.restrict(session, keys["pa"], "parties")
    return keys


@pytest.fixture
def keys(gate: Gate) -> dict[str, str]:
    found: dict[str, str] = {}
    gate.run("Fill", lambda s: found.update(fill(s)))
    return found


def status(gate: Gate, keys: dict[str, str]) -> tuple[Any, Any]:
    agreement = gate.read(lambda s: records.get(s, AGREEMENT, keys["pa"]))["status"]
    difficulty = gate.read(lambda s: records.get(s, DIFFICULTY, keys["k"]))["status"]
    return agreement, difficulty


def promise(gate: Gate, keys: dict[str, str], **values: object) -> str:
    made: list[str] = []
    given = {"statement": "Je livre", "due_on": dt.date(2026, 5, 29), **values}
    gate.run("Commit", lambda s: made.append(agreements.commit(s, keys["pa"], given)))
    return made[0]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("kind", [ENTRY, SETTLEMENT])
def test_every_model_of_ours_can_be_filled_in(
    gate: Gate, keys: dict[str, str], kind: str, language: str
) -> None:
    use_language(language)
    models = gate.read(lambda s: clauses.library(s, kind))
    assert len({model.heading for model in models}) == len(models) >= 12
    gate.run("Add", lambda s: clauses.add(s, keys["pa"], models))
    whole = gate.read(lambda s: clauses.reading(s, keys["pa"]))
    assert not any(each.filled.is_broken for each in whole.paragraphs)
    assert "{" not in whole.text


def test_the_parties_read_their_names_and_only_what_is_theirs_to_read(
    gate: Gate, keys: dict[str, str]
) -> None:
    whole = gate.read(lambda s: clauses.reading(s, keys["pa"]))
    assert whole.title == "Protocole d’accord, K1" or whole.title.endswith(", K1")
    first = whole.paragraphs[1].filled.text
    assert "– Anselme, Fonction de Anselme\n– Hippolyte\n" in first
    assert "Isaure Passerelle" in first
    assert gate.read(lambda s: clauses.reading(s, keys["pa"], SPONSOR)).paragraphs == ()
    read = gate.read(lambda s: clauses.reading(s, keys["pa"], party(keys["Anselme"])))
    assert read == whole


def test_a_draft_is_the_mediator_s_until_it_is_signed(gate: Gate, keys: dict[str, str]) -> None:
    made: list[str] = []
    gate.run("Draft", lambda s: made.append(agreements.start(s, keys["k"], SETTLEMENT)))

    def read() -> tuple[str, set[str]]:
        record = gate.read(lambda s: records.get(s, AGREEMENT, made[0]))
        rows = gate.read(lambda s: records.list_rows(s, CLAUSE)).dicts()
        mine = {row["confidentiality"] for row in rows if row["agreement_id"] == made[0]}
        return record["confidentiality"], mine

    assert read() == ("mediator", {"mediator"})
    gate.run("Sign", lambda s: agreements.sign(s, made[0]))
    assert read() == ("parties", {"parties"})


def test_a_private_commitment_is_in_no_text_for_the_parties(
    gate: Gate, keys: dict[str, str]
) -> None:
    promise(gate, keys, statement="Je paie", actor_id=keys["Anselme"], evidence="Le virement")
    promise(gate, keys, statement="Secret", confidentiality="mediator")
    model = clauses.Model("", SETTLEMENT, "Tout", "{commitments}", usual=False)
    gate.run("Add", lambda s: clauses.add(s, keys["pa"], [model]))
    text = gate.read(lambda s: clauses.reading(s, keys["pa"])).text
    assert "1. Anselme" in text
    assert "29 mai 2026" in text
    assert "Le virement" in text
    assert "Secret" not in text
    gate.run("Sign", lambda s: agreements.sign(s, keys["pa"]))
    stored = gate.read(lambda s: records.list_rows(s, CLAUSE)).dicts()
    assert any("Je paie" in row["text"] for row in stored)
    assert not any("Secret" in row["text"] for row in stored)


def test_a_clause_more_people_read_than_the_agreement_tells_them_nothing_of_it(
    gate: Gate, keys: dict[str, str]
) -> None:
    def act(session: Session) -> None:
        records.change(session, AGREEMENT, keys["pa"], {"statement": "Ce qui s’est passé"})
        model = clauses.Model("", SETTLEMENT, "Tout", "{statement} {commitments}", usual=False)
        clauses.add(session, keys["pa"], [model])
        for row in clauses.clauses_of(session, keys["pa"]):
            records.change(session, CLAUSE, row["id"], {"confidentiality": "public"})
        agreements.commit(session, keys["pa"], {"statement": "Je livre"})
        agreements.sign(session, keys["pa"])

    gate.run("Sign", act)
    for row in gate.read(lambda s: records.list_rows(s, CLAUSE, PUBLIC)).dicts():
        assert "Ce qui s’est passé" not in row["text"]
        assert "Hippolyte" not in row["text"]
        assert "Je livre" not in row["text"]


def test_broken_fields_and_hostile_names_harm_nothing(gate: Gate, keys: dict[str, str]) -> None:
    def act(session: Session) -> None:
        records.change(session, ACTOR, keys["Anselme"], {"name": HOSTILE})
        model = clauses.Model("", SETTLEMENT, HOSTILE, "Entre {partes} et {parties", usual=True)
        clauses.add(session, keys["pa"], [model], at=0)

    gate.run("Write", act)
    whole = gate.read(lambda s: clauses.reading(s, keys["pa"]))
    statement, broken, names, *_others = whole.paragraphs
    assert statement.filled.missing == (Blank.STATEMENT,)
    assert broken.filled.text == "Entre {partes} et {parties"
    assert broken.filled.is_broken
    assert HOSTILE in names.filled.text
    gate.run("Sign", lambda s: agreements.sign(s, keys["pa"]))
    again = gate.read(lambda s: clauses.reading(s, keys["pa"]))
    assert again.paragraphs[0].filled.text == "Entre {partes} et {parties"


def test_a_signed_text_no_longer_changes(gate: Gate, keys: dict[str, str]) -> None:
    gate.run("Sign", lambda s: agreements.sign(s, keys["pa"], dt.date(2026, 5, 6)))
    assert status(gate, keys) == ("signed", "settled")
    before = gate.read(lambda s: clauses.reading(s, keys["pa"]))
    gate.run("Rename", lambda s: records.change(s, ACTOR, keys["Hippolyte"], {"name": "Autre"}))
    assert gate.read(lambda s: clauses.reading(s, keys["pa"])) == before
    gate.undo()
    gate.undo()
    assert status(gate, keys) == ("draft", "open")


def test_nothing_is_signed_tomorrow(gate: Gate, keys: dict[str, str]) -> None:
    with pytest.raises(InvalidValueError):
        gate.run("Sign", lambda s: agreements.sign(s, keys["pa"], dt.date(2026, 6, 11)))
    assert status(gate, keys) == ("draft", "open")


def test_an_agreement_to_mediate_begins_the_mediation(gate: Gate, keys: dict[str, str]) -> None:
    def act(session: Session) -> None:
        agreements.sign(session, agreements.start(session, keys["k"], ENTRY))

    gate.run("Sign", act)
    assert status(gate, keys) == ("draft", "mediation")


def test_a_broken_commitment_breaks_the_agreement_and_is_a_signal(
    gate: Gate, keys: dict[str, str]
) -> None:
    one = promise(gate, keys, actor_id=keys["Anselme"])
    gate.run("Sign", lambda s: agreements.sign(s, keys["pa"], dt.date(2026, 5, 6)))
    (late,) = gate.read(lambda s: agreements.promises(s, keys["pa"]))
    assert late.is_overdue
    gate.run("Breach", lambda s: agreements.breach(s, one, "Rien n’est livré"))
    assert status(gate, keys) == ("breached", "settled")
    (rating,) = [
        each
        for each in gate.read(lambda s: records.ratings(s, COMMITMENT, one))
        if each.values["state"] == "broken"
    ]
    assert (rating.fact, rating.confidentiality) == ("Rien n’est livré", "mediator")
    proposed = {each.key: each for each in gate.read(signals.proposed)}
    assert set(proposed) == {one}  # one thing that happened, one signal
    gate.run("Note", lambda s: signals.note(s, proposed[one]))
    assert gate.read(lambda s: agreements.promises(s, keys["pa"]))[0].is_noted


def test_a_commitment_renegotiated_is_open_again_with_both_its_days(
    gate: Gate, keys: dict[str, str]
) -> None:
    one = promise(gate, keys)
    gate.run("Sign", lambda s: agreements.sign(s, keys["pa"]))
    gate.run("Breach", lambda s: agreements.breach(s, one, "Rien"))
    later = dt.date(2026, 7, 1)
    gate.run("Renegotiate", lambda s: agreements.renegotiate(s, one, later, "congés"))
    assert status(gate, keys)[0] == "signed"
    (found,) = gate.read(lambda s: agreements.promises(s, keys["pa"]))
    assert (found.due_on, found.first_due_on, found.state) == (later, dt.date(2026, 5, 29), "open")
    gate.run("Keep", lambda s: agreements.keep(s, one, "Le procès-verbal"))
    (kept,) = gate.read(lambda s: agreements.promises(s, keys["pa"]))
    assert (kept.state, kept.evidence, kept.is_overdue) == ("kept", "Le procès-verbal", False)


def test_a_level_chosen_for_an_agreement_goes_for_all_of_it(
    gate: Gate, keys: dict[str, str]
) -> None:
    promise(gate, keys)
    gate.run("Restrict", lambda s: agreements.restrict(s, keys["pa"], "mediator"))
    for kind in (AGREEMENT, CLAUSE, COMMITMENT):
        rows = gate.read(partial(records.list_rows, record_type=kind)).dicts()
        assert {row["confidentiality"] for row in rows} == {"mediator"}


def test_clauses_are_put_in_another_order_and_kept_as_models(
    gate: Gate, keys: dict[str, str]
) -> None:
    rows = gate.read(lambda s: clauses.clauses_of(s, keys["pa"]))
    order = [row["id"] for row in reversed(rows)]
    gate.run("Arrange", lambda s: clauses.arrange(s, order))
    assert [row["id"] for row in gate.read(lambda s: clauses.clauses_of(s, keys["pa"]))] == order
    last = order[-1]
    gate.run("Write", lambda s: records.change(s, CLAUSE, last, {"text": "Le mien {parties}"}))
    for _twice in range(2):
        gate.run("Model", lambda s: clauses.save_model(s, last))
    models = gate.read(lambda s: clauses.library(s, SETTLEMENT))
    (mine,) = [model for model in models if model.key]
    assert (models.index(mine), mine.text) == (0, "Le mien {parties}")


def test_closing_counts_what_is_left_open_and_sets_day_status_and_private_reason(
    gate: Gate, keys: dict[str, str]
) -> None:
    promise(gate, keys)
    found = gate.read(lambda s: closing.situation(s, keys["k"]))
    assert (found.open_commitments, found.overdue_commitments) == (1, 1)
    assert len(found.drafts) == 1
    assert not found.has_settlement
    day = dt.date(2026, 6, 1)
    gate.run(
        "Close", lambda s: closing.carry_out(s, keys["k"], Ending.CLOSE, reason="Départ", on=day)
    )
    record = gate.read(lambda s: records.get(s, DIFFICULTY, keys["k"]))
    assert (record["status"], record["closed_on"]) == ("closed", day)
    rating = gate.read(lambda s: records.ratings(s, DIFFICULTY, keys["k"]))[-1]
    assert (rating.fact, rating.confidentiality) == ("Départ", "mediator")
    assert gate.read(lambda s: closing.ways(s, keys["k"])) == (Ending.REOPEN,)
    gate.run("Reopen", lambda s: closing.carry_out(s, keys["k"], Ending.REOPEN))
    record = gate.read(lambda s: records.get(s, DIFFICULTY, keys["k"]))
    assert (record["status"], record["closed_on"]) == ("mediation", None)


def test_reopening_an_agreement_takes_the_difficulty_back_to_mediation(
    gate: Gate, keys: dict[str, str]
) -> None:
    gate.run("Sign", lambda s: agreements.sign(s, keys["pa"], dt.date(2026, 5, 6)))
    gate.run("Close", lambda s: closing.carry_out(s, keys["k"], Ending.CLOSE))
    gate.run("Reopen", lambda s: agreements.reopen(s, keys["pa"], "Livraison partielle"))
    assert status(gate, keys) == ("reopened", "mediation")


def test_the_sample_s_first_conflict_was_settled_with_nothing_unsigned(confluent: Gate) -> None:
    found = confluent.read(lambda s: closing.situation(s, records.find(s, DIFFICULTY, "K1")))
    assert found.has_settlement
    assert found.drafts == ()
    assert isinstance(found, Situation)


def test_what_was_not_due_when_the_mission_ended_never_grows_late(
    gate: Gate, keys: dict[str, str]
) -> None:
    promise(gate, keys)
    gate.run("Sign", lambda s: agreements.sign(s, keys["pa"], dt.date(2026, 5, 6)))
    assert gate.read(lambda s: agreements.promises(s, keys["pa"]))[0].is_overdue
    ends_on = {"ends_on": dt.date(2026, 5, 29)}
    gate.run("End", lambda s: mission.change(s, ends_on))
    assert not gate.read(lambda s: agreements.promises(s, keys["pa"]))[0].is_overdue
    found = gate.read(lambda s: closing.situation(s, keys["k"]))
    assert (found.open_commitments, found.overdue_commitments) == (1, 0)
