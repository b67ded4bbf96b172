"""The ways out of a difficulty, on the first conflict of the sample and on small ones."""

from functools import partial

import pytest

from entente.domain.actor import ACTOR
from entente.domain.confidentiality import PUBLIC, SPONSOR, party
from entente.domain.difficulty import DIFFICULTY
from entente.domain.note import NOTE
from entente.domain.option import INTEREST, OPTION, OPTION_SCORE
from entente.domain.party import PARTY
from entente.errors import InvalidValueError
from entente.services import records, ways_out
from entente.store.gate import Gate
from entente.store.session import Session


def k1(session: Session) -> str:
    return records.find(session, DIFFICULTY, "K1")


def small(session: Session) -> dict[str, str]:
    keys = {"k": records.create(session, DIFFICULTY, {"title": "Reprise"})}
    for name in ("Anselme", "Hippolyte"):
        keys[name] = records.create(session, ACTOR, {"name": name})
        records.create(session, PARTY, {"difficulty_id": keys["k"], "actor_id": keys[name]})
        values = {"difficulty_id": keys["k"], "text": f"Besoin de {name}", "actor_id": keys[name]}
        keys[f"i{name}"] = records.create(session, INTEREST, values)
    option = {"difficulty_id": keys["k"], "text": "Couper en deux"}
    keys["o"] = records.create(session, OPTION, option)
    return keys


@pytest.fixture
def keys(gate: Gate) -> dict[str, str]:
    found: dict[str, str] = {}
    gate.run("Fill", lambda s: found.update(small(s)))
    return found


def test_the_first_conflict_of_the_sample_is_weighed(confluent: Gate) -> None:
    found = confluent.read(lambda s: ways_out.matrix(s, k1(s)))
    rows = {row.text: row for row in found.options}
    assert list(found.parties.values()) == ["Anselme Ferrage", "Hippolyte Versoir"]
    points = [[each.points for each in row.services] for row in rows.values()]
    # k1.toml: 3 2 | 2 2 2, then 3 0 | 3 3 0, then 2 1 | 2 2 2, and one not weighed yet.
    assert points == [[5, 6], [3, 6], [3, 6], [0, 0]]
    assert [row.domination is not None for row in found.options] == [False, False, True, False]
    # 5/6 and 6/9, 3/6 and 6/9, 3/6 and 6/9.
    dsi, publisher = found.parties
    assert [row.least for row in found.options] == [(publisher,), (dsi,), (dsi,), ()]


def test_the_zone_of_the_sample_lies_between_twelve_and_twenty_thousand(confluent: Gate) -> None:
    found = confluent.read(lambda s: ways_out.bargain(s, k1(s)))
    (zone,) = found.zones
    assert (zone.least, zone.most, zone.width) == (12_000, 20_000, 8_000)
    assert [offer.amount for offer in found.offers] == [38_000, 0, 24_000, 15_000, 18_000]
    assert [offer.depth for offer in found.offers] == [0, 1, 2, 3, 4]
    assert [zone.holds(offer.amount or 0) for offer in found.offers if offer.status == "accepted"]


@pytest.mark.parametrize("viewer", [PUBLIC, SPONSOR, party("whoever")])
def test_nobody_but_the_mediator_knows_the_limits(confluent: Gate, viewer: object) -> None:
    found = confluent.read(lambda s: ways_out.bargain(s, k1(s), viewer))  # type: ignore[arg-type]  # one of them
    assert found.limits == ()
    assert found.zones == ()


def test_a_score_is_given_changed_and_taken_back(gate: Gate, keys: dict[str, str]) -> None:
    cell = (keys["o"], keys["iAnselme"])
    for value in (0, 3):
        gate.run("Score", partial(ways_out.score, values={cell: value}))
        assert gate.read(lambda s: ways_out.matrix(s, keys["k"])).scores == {cell: value}
    gate.run("Score", partial(ways_out.score, values={cell: None}))
    assert gate.read(lambda s: ways_out.matrix(s, keys["k"])).scores == {}
    gate.run("Score", partial(ways_out.score, values={cell: None}))
    with pytest.raises(InvalidValueError):
        gate.run("Score", partial(ways_out.score, values={cell: 4}))


@pytest.mark.parametrize(
    ("option", "interest", "score"),
    [
        ("parties", "parties", "parties"),
        ("parties", "mediator", "mediator"),
        ("caucus", "caucus", "mediator"),
    ],
)
def test_a_score_is_as_private_as_what_it_weighs(
    gate: Gate, keys: dict[str, str], option: str, interest: str, score: str
) -> None:
    def act(session: Session) -> None:
        owner = {"actor_id": keys["Anselme"]}
        records.change(session, OPTION, keys["o"], {"confidentiality": option} | owner)
        records.change(session, INTEREST, keys["iAnselme"], {"confidentiality": interest})
        ways_out.score(session, {(keys["o"], keys["iAnselme"]): 2})

    gate.run("Score", act)
    (row,) = gate.read(lambda s: records.list_rows(s, OPTION_SCORE)).dicts()
    assert row["confidentiality"] == score


def test_what_the_texts_and_notes_hold_is_taken_over_as_private_as_it_is(
    gate: Gate, keys: dict[str, str]
) -> None:
    def act(session: Session) -> None:
        (one, _two) = records.list_rows(session, PARTY).dicts()
        text = "- Sa crédibilité\n• besoin de ANSELME\n\nDes données fiables ; le budget"
        values = {"interests": text, "interests_level": "caucus"}
        records.change(session, PARTY, one["id"], values)
        note = {"difficulty_id": keys["k"], "kind": "interest", "actor_id": keys["Hippolyte"]}
        records.create(session, NOTE, {**note, "text": "Sa marge", "confidentiality": "parties"})
        records.create(session, NOTE, {**note, "text": "Retiré", "struck": True})
        records.create(session, NOTE, {**note, "text": "Un fait", "kind": "fact"})

    gate.run("Write", act)
    found = gate.read(lambda s: ways_out.candidates(s, keys["k"]))
    assert [(each.text, each.level) for each in found] == [
        ("Sa crédibilité", "caucus"),
        ("Des données fiables", "caucus"),
        ("le budget", "caucus"),
        ("Sa marge", "parties"),
    ]
    gate.run("Take", lambda s: ways_out.take_over(s, keys["k"], found))
    assert gate.read(lambda s: ways_out.candidates(s, keys["k"])) == ()
    rows = gate.read(lambda s: records.list_rows(s, INTEREST)).dicts()
    assert {row["text"]: row["confidentiality"] for row in rows}["Sa crédibilité"] == "caucus"


def test_options_before_everybody_s_why_are_pointed_out(gate: Gate) -> None:
    keys: dict[str, str] = {}

    def act(session: Session) -> None:
        keys.update(small(session))
        records.remove(session, INTEREST, keys["iHippolyte"])

    gate.run("Fill", act)
    assert gate.read(lambda s: ways_out.early_for(s, keys["k"])) == ("Hippolyte",)


def test_an_option_set_aside_dominates_nothing(gate: Gate, keys: dict[str, str]) -> None:
    def act(session: Session) -> None:
        better = records.create(
            session, OPTION, {"difficulty_id": keys["k"], "text": "Mieux", "status": "dropped"}
        )
        cells = {(keys["o"], keys["iAnselme"]): 1, (better, keys["iAnselme"]): 3}
        ways_out.score(session, cells)

    gate.run("Score", act)
    found = gate.read(lambda s: ways_out.matrix(s, keys["k"]))
    assert [row.domination for row in found.options] == [None, None]


def test_two_hundred_parties_are_weighed(gate: Gate, keys: dict[str, str]) -> None:
    def act(session: Session) -> None:
        for number in range(200):
            actor = records.create(session, ACTOR, {"name": f"Partie {number}"})
            records.create(session, PARTY, {"difficulty_id": keys["k"], "actor_id": actor})
            values = {"difficulty_id": keys["k"], "text": f"Besoin {number}", "actor_id": actor}
            interest = records.create(session, INTEREST, values)
            ways_out.score(session, {(keys["o"], interest): number % 4})

    gate.run("Fill", act)
    found = gate.read(lambda s: ways_out.matrix(s, keys["k"]))
    assert len(found.options[0].services) == 202
    assert len(found.options[0].least) == 50
