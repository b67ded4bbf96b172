"""The log of difficulties: noted in a line, caused, promoted, born of what was not done."""

import datetime as dt
from collections.abc import Mapping
from functools import partial
from typing import Any

import pytest

from entente.domain.actor import ACTOR
from entente.domain.agreement import AGREEMENT
from entente.domain.capture import read_capture
from entente.domain.confidentiality import PUBLIC, SPONSOR
from entente.domain.difficulty import DIFFICULTY, Nature, Response, Scope
from entente.domain.follow_up import COMMITMENT, DECISION, ORIGIN
from entente.domain.party import PARTY
from entente.domain.records import RecordType
from entente.domain.ten_causes import DIFFICULTY_CAUSE, TenCause
from entente.services import (
    actors,
    capture,
    causes,
    difficulties,
    difficulty_analysis,
    natures,
    records,
    signals,
)
from entente.store.gate import Gate

TODAY = dt.date(2026, 6, 10)
HOSTILE = "<b>=cmd|' /C calc'!A0\u202e" + "x" * 900


def add(gate: Gate, kind: RecordType, **values: object) -> str:
    keys: list[str] = []
    gate.run("Add", lambda session: keys.append(records.create(session, kind, values)))
    return keys[0]


def rows(gate: Gate, kind: RecordType) -> list[dict[str, Any]]:
    return gate.read(lambda session: records.list_rows(session, kind).dicts())


def capture_line(gate: Gate, line: str) -> Mapping[str, Any]:
    people = gate.read(partial(actors.known_people, by_first_name=True))
    gate.run("Note", partial(capture.note, capture=read_capture(line, TODAY, people)))
    return rows(gate, DIFFICULTY)[-1]


def test_a_line_is_noted_whole_as_one_step(gate: Gate) -> None:
    first = add(gate, ACTOR, name="Tristan Malgouyres")
    second = add(gate, ACTOR, name="Hippolyte Versoir")
    row = capture_line(gate, "#tension @A01 @Versoir ne répond plus ~c2:3 ~temps !3 04/06")
    assert (row["title"], row["nature"], row["stake"]) == ("Ne répond plus", "tension", 3)
    assert (row["opened_on"], row["confidentiality"]) == (dt.date(2026, 6, 4), "mediator")
    assert {party["actor_id"] for party in rows(gate, PARTY)} == {first, second}
    found = {each.cause: each.weight for each in gate.read(causes.read).caused}
    assert found == {TenCause.TERMS: 3, TenCause.TIME: 1}
    (rating,) = gate.read(lambda s: records.ratings(s, DIFFICULTY))
    assert rating.dated_on == dt.date(2026, 6, 4)
    gate.undo()
    assert (rows(gate, DIFFICULTY), rows(gate, PARTY), rows(gate, DIFFICULTY_CAUSE)) == ([], [], [])


def test_hostile_words_are_a_title_like_any_other(gate: Gate) -> None:
    assert capture_line(gate, HOSTILE)["title"].startswith("<b>=cmd")


def test_causes_come_with_the_scope_and_the_day_of_their_difficulty(gate: Gate) -> None:
    early = add(gate, DIFFICULTY, title="Reprise", opened_on=dt.date(2026, 3, 4), scope="inter")
    late = add(gate, DIFFICULTY, title="Ton", confidentiality="public", opened_on=TODAY)
    for key, level in ((early, "public"), (late, "public")):
        cause = {"difficulty_id": key, "cause": "money", "weight": 2, "confidentiality": level}
        add(gate, DIFFICULTY_CAUSE, **cause)
    all_of_them = gate.read(causes.read).caused
    assert [(each.scope, each.noticed_on) for each in all_of_them] == [
        (Scope.INTER_ORGANISATION, dt.date(2026, 3, 4)),
        (None, TODAY),
    ]
    then = gate.read(lambda s: causes.read(s, on=dt.date(2026, 4, 1)))
    assert [each.difficulty for each in then.caused] == [early]
    # The cause is public, but that there is such a difficulty is not.
    projected = gate.read(lambda s: causes.read(s, PUBLIC))
    assert [each.difficulty for each in projected.caused] == [late]


def test_a_promotion_keeps_its_day_and_its_reason_to_the_mediator(gate: Gate) -> None:
    key = add(
        gate, DIFFICULTY, title="Ton", opened_on=dt.date(2026, 4, 1), confidentiality="public"
    )
    become = partial(natures.become, difficulty_id=key)
    gate.run("Promote", lambda s: become(s, nature=Nature.CONFLICT, reason="mise en cause"))
    gate.run("Demote", lambda s: become(s, nature=Nature.TENSION, on=dt.date(2026, 6, 9)))
    steps = gate.read(lambda s: natures.history(s, key))
    assert [(step.dated_on.day, step.after, step.reason) for step in steps] == [
        (1, Nature.SIGNAL, ""),
        (9, Nature.TENSION, ""),
        (10, Nature.CONFLICT, "mise en cause"),
    ]
    seen = gate.read(lambda s: natures.history(s, key, PUBLIC))
    assert [step.reason for step in seen] == ["", "", ""]
    assert rows(gate, DIFFICULTY)[0]["nature"] == "conflict"


def test_nobody_reads_the_history_of_what_they_may_not_see(gate: Gate) -> None:
    key = add(gate, DIFFICULTY, title="Ton")
    assert gate.read(lambda s: natures.history(s, key, SPONSOR)) == ()


def test_the_response_proposed_stands_beside_the_one_engaged(gate: Gate) -> None:
    add(gate, DIFFICULTY, title="Reprise", stake=4, stage=4, scope="inter", response="reframe")
    (each,) = gate.read(difficulties.overview)
    assert (each.proposed, each.engaged, each.response_gap) == (
        Response.MEDIATION,
        Response.REFRAME,
        -2,
    )


def test_what_is_not_done_is_proposed_until_it_is_noted(gate: Gate) -> None:
    owner, other = (add(gate, ACTOR, name=name) for name in ("Ferrage", "Versoir"))
    conflict = add(gate, DIFFICULTY, title="Reprise")
    for actor in (owner, other):
        add(gate, PARTY, difficulty_id=conflict, actor_id=actor)
    dates = {"decided_on": dt.date(2026, 5, 6), "due_on": dt.date(2026, 6, 1)}
    add(gate, DECISION, title=HOSTILE, owner_id=owner, co_owner_id=other, **dates)
    add(gate, DECISION, title="Due today", **(dates | {"due_on": TODAY}))
    add(gate, DECISION, title="Done late", executed_on=TODAY, **dates)
    add(gate, COMMITMENT, statement="Je viens", actor_id=other, state="broken")
    add(gate, COMMITMENT, statement="Je lis", actor_id=other, state="dropped")
    add(gate, AGREEMENT, title="Protocole", difficulty_id=conflict, status="breached")
    add(gate, AGREEMENT, title="Convention", difficulty_id=conflict, status="signed")

    found = gate.read(signals.proposed)
    assert [(each.reason.value, each.ref, each.actors) for each in found] == [
        ("overdue", "D1", (owner, other)),
        ("broken", "E1", (other,)),
        ("breached", "PA1", (owner, other)),
    ]
    for signal in found:
        gate.run("Note", partial(signals.note, signal=signal))
    assert gate.read(signals.proposed) == ()

    born = rows(gate, DIFFICULTY)[1:]
    assert {row["nature"] for row in born} == {"signal"}
    assert born[0]["title"].startswith("Decision not carried out: <b>=cmd")
    assert [row["title"] for row in born[1:]] == [
        "Commitment not kept: Je viens",
        "Agreement not kept: Protocole",
    ]
    assert len(rows(gate, ORIGIN)) == 3
    assert [row["cause"] for row in rows(gate, DIFFICULTY_CAUSE)] == ["decisions"]
    parties = [row["actor_id"] for row in rows(gate, PARTY) if row["difficulty_id"] != conflict]
    assert sorted(parties) == sorted([owner, other, other, owner, other])

    gate.undo()
    assert [each.ref for each in gate.read(signals.proposed)] == ["PA1"]


@pytest.mark.parametrize(("day", "expected"), [(9, (1, 0, 0)), (10, (1, 1, 0)), (20, (1, 1, 1))])
def test_the_analysis_is_as_of_its_day(
    gate: Gate, day: int, expected: tuple[int, int, int]
) -> None:
    made = dt.date(2026, 6, 1)
    add(gate, DIFFICULTY, title="Ton", opened_on=made, solution="un point hebdomadaire")
    add(gate, DIFFICULTY, title="Reprise", opened_on=dt.date(2026, 6, 10))
    key = add(gate, COMMITMENT, statement="Je viens", made_on=made)
    keep = partial(records.rate, record_type=COMMITMENT, key=key, values={"state": "kept"})
    gate.run("Keep", lambda s: keep(s, on=dt.date(2026, 6, 20)))
    found = gate.read(lambda s: difficulty_analysis.figures(s, dt.date(2026, 6, day)))
    signals_then = found.by_nature[Nature.SIGNAL] - 1
    assert (found.opportunity.solved, signals_then, found.commitments.kept) == expected
    assert found.commitments.keep_rate == (1.0 if day == 20 else None)
