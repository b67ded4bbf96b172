"""Meetings that would help, on the sample and on missions of a few people."""

import datetime as dt
from collections.abc import Mapping

import pytest

from entente.domain.actor import ACTOR
from entente.domain.cause import COMMON_CAUSE, SUPPORTER
from entente.domain.confidentiality import PUBLIC
from entente.domain.difficulty import DIFFICULTY
from entente.domain.party import PARTY
from entente.domain.relation import RELATION
from entente.services import matchmaking, records
from entente.store.gate import Gate
from entente.store.session import Session


def named(gate: Gate, on: dt.date | None = None) -> dict[tuple[str, str], matchmaking.Meeting]:
    found = gate.read(lambda s: matchmaking.meetings(s, on=on))
    return {(each.first.ref, each.second.ref): each for each in found}


def two(session: Session, **tie: int) -> Mapping[str, str]:
    keys = {
        name: records.create(session, ACTOR, {"name": name, "confidentiality": "public"})
        for name in ("Ada Brume", "Basile Croix")
    }
    first, second = keys.values()
    records.create(session, RELATION, {"from_id": first, "to_id": second, **tie})
    return keys


def test_the_vendor_and_the_head_of_it_come_first(confluent: Gate) -> None:
    found = list(named(confluent).items())
    refs, meeting = found[0]
    assert refs == ("A02", "A11")
    # Broken (4); both for O1 and O2 and against O4 (1 + 3); each depends strongly (1 + 2 + 2).
    assert meeting.match.score == 4 * 4 * 5
    assert {shared.name for shared in meeting.shared} == {
        "Mise en service avant le 30 septembre",
        "Un dossier unique",
        "Un paramétrage propre à chaque établissement",
    }
    assert meeting.last_met == dt.date(2026, 4, 22)
    scores = [each.match.score for _, each in found]
    assert scores == sorted(scores, reverse=True)


def test_nobody_is_proposed_to_somebody_they_get_on_with(confluent: Gate) -> None:
    found = named(confluent)
    assert ("A01", "A03") not in found
    assert ("A02", "A09") not in found


def test_the_two_who_quarrelled_are_told_by_the_cause_they_share(confluent: Gate) -> None:
    meeting = named(confluent)["A07", "A09"]
    assert meeting.reason == (
        "Firmin Cordelois and Tancrède Boulonnier depend on each other, the cause “Du temps "
        "rendu au soin” brings them together, and their relation is broken."
    )


def test_as_of_march_the_vendor_and_it_were_merely_strained(confluent: Gate) -> None:
    meeting = named(confluent, dt.date(2026, 3, 20))["A02", "A11"]
    assert meeting.match.gap_points == 3
    assert meeting.last_met is None


def test_the_public_learns_nothing_of_private_relations(confluent: Gate) -> None:
    found = confluent.read(lambda s: matchmaking.meetings(s, PUBLIC))
    names = {person.name for each in found for person in (each.first, each.second)}
    assert "Anselme Ferrage" not in names
    assert not any(each.match.dependence or each.match.dependence_back for each in found)


@pytest.mark.parametrize(
    ("tie", "sentence"),
    [
        (
            {"quality": -2, "dependence": 2, "dependence_back": 2},
            (
                "Ada Brume and Basile Croix depend strongly on each other, and their relation is "
                "broken."
            ),
        ),
        (
            {"quality": -1, "dependence_back": 1},
            "Basile Croix depends on Ada Brume, and their relation is strained.",
        ),
        (
            {"quality": 0, "dependence": 2},
            "Ada Brume depends strongly on Basile Croix, but their relation is still to be built.",
        ),
    ],
)
def test_the_reason_is_one_sentence(gate: Gate, tie: dict[str, int], sentence: str) -> None:
    gate.run("Write", lambda s: two(s, **tie))
    (meeting,) = named(gate).values()
    assert meeting.reason == sentence


def test_a_champion_counts_among_those_who_carry_a_cause(gate: Gate) -> None:
    def write(session: Session) -> None:
        first, second = two(session, quality=-1).values()
        cause = {"statement": "A shared diary", "champion_id": first}
        key = records.create(session, COMMON_CAUSE, cause)
        records.create(session, SUPPORTER, {"cause_id": key, "actor_id": second})

    gate.run("Write", write)
    (meeting,) = named(gate).values()
    assert meeting.reason == (
        "The cause “A shared diary” brings Ada Brume and Basile Croix together, and their "
        "relation is strained."
    )


@pytest.mark.parametrize(
    ("stage", "status", "proposed"),
    [(6, "mediation", True), (7, "mediation", False), (7, "closed", True)],
)
def test_two_beyond_the_mandate_are_left_to_others(
    gate: Gate, stage: int, status: str, *, proposed: bool
) -> None:
    def write(session: Session) -> None:
        people = two(session, quality=-2, dependence=1)
        quarrel = {"title": "A quarrel", "stage": stage, "status": status}
        key = records.create(session, DIFFICULTY, quarrel)
        for actor in people.values():
            records.create(session, PARTY, {"difficulty_id": key, "actor_id": actor})

    gate.run("Write", write)
    assert bool(named(gate)) is proposed
