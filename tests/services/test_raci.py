"""The RACI matrix of a mission."""

from functools import partial

import pytest

from entente.domain.actor import ACTOR
from entente.domain.confidentiality import PUBLIC
from entente.domain.responsibility import DELIVERABLE, RESPONSIBILITY, Duty
from entente.errors import RecordMissingError
from entente.services import raci, records
from entente.store.gate import Gate


def keys(gate: Gate) -> dict[str, str]:
    return {
        row["ref"]: row["id"]
        for kind in (ACTOR, DELIVERABLE)
        for row in gate.read(partial(records.list_rows, record_type=kind)).dicts()
    }


def test_the_sample_has_exactly_two_findings(confluent: Gate) -> None:
    matrix = confluent.read(raci.matrix)
    assert [matrix.said(finding) for finding in matrix.findings] == [
        "T3 Reprise des dossiers actifs: 2 people answer for it (one A is enough).",
        "T7 Saisie pendant la tournée: nobody does it (no R).",
    ]


def test_a_cell_says_who_does_what(confluent: Gate) -> None:
    matrix, key = confluent.read(raci.matrix), keys(confluent)
    assert matrix.duties[key["T1"], key["A13"]] == (Duty.RESPONSIBLE,)
    assert (key["T1"], key["A18"]) not in matrix.duties
    assert [line.ref for line in matrix.lines] == [f"T{number}" for number in range(1, 9)]


def test_only_those_with_a_duty_are_columns_unless_asked_for(confluent: Gate) -> None:
    key = keys(confluent)["A17"]
    assert "A17" not in {head.ref for head in confluent.read(raci.matrix).heads}
    wider = confluent.read(lambda s: raci.matrix(s, shown=[key]))
    assert "A17" in {head.ref for head in wider.heads}
    assert wider.said(wider.findings[-1]).startswith("Cyprien Halleresse: no task")


def test_others_see_roles_and_nobody_private(confluent: Gate) -> None:
    matrix = confluent.read(lambda s: raci.matrix(s, PUBLIC))
    assert "A15" not in {head.ref for head in matrix.heads}
    assert "DSI mutualisé" in {head.name for head in matrix.heads}


def test_a_cell_is_written_over_and_emptied(own_confluent: Gate) -> None:
    gate, key = own_confluent, keys(own_confluent)
    cell = (key["T1"], key["A13"])
    before = sorted(gate.read(lambda s: records.list_rows(s, RESPONSIBILITY)).rows)
    gate.run("Assign", lambda s: raci.assign(s, {cell: (Duty.ACCOUNTABLE, Duty.RESPONSIBLE)}))
    assert gate.read(raci.matrix).duties[cell] == (Duty.RESPONSIBLE, Duty.ACCOUNTABLE)
    gate.run("Assign", lambda s: raci.assign(s, {cell: ()}))
    assert cell not in gate.read(raci.matrix).duties
    gate.undo()
    gate.undo()
    assert sorted(gate.read(lambda s: records.list_rows(s, RESPONSIBILITY)).rows) == before


@pytest.mark.parametrize(("actor", "level"), [("A18", "public"), ("A15", "mediator")])
def test_a_new_duty_is_as_private_as_whom_it_concerns(
    own_confluent: Gate, actor: str, level: str
) -> None:
    key = keys(own_confluent)
    cell = (key["T8"], key[actor])
    own_confluent.run("Assign", lambda s: raci.assign(s, {cell: (Duty.INFORMED,)}))
    rows = own_confluent.read(lambda s: records.list_rows(s, RESPONSIBILITY)).dicts()
    (made,) = [r for r in rows if (r["deliverable_id"], r["actor_id"]) == cell]
    assert made["confidentiality"] == level


def test_a_duty_for_nobody_is_refused_as_a_whole(own_confluent: Gate) -> None:
    key = keys(own_confluent)
    cells = {(key["T8"], key["A18"]): (Duty.INFORMED,), (key["T8"], "nobody"): (Duty.INFORMED,)}
    with pytest.raises(RecordMissingError):
        own_confluent.run("Assign", lambda s: raci.assign(s, cells))
    assert (key["T8"], key["A18"]) not in own_confluent.read(raci.matrix).duties


def test_the_last_letter_taken_away_takes_the_column_with_it(gate: Gate) -> None:
    gate.run("Add", lambda s: records.create(s, ACTOR, {"name": "Ada Brume"}))
    gate.run("Add", lambda s: records.create(s, DELIVERABLE, {"name": "Plan"}))
    key = keys(gate)
    cell = (key["T1"], key["A01"])
    gate.run("Assign", lambda s: raci.assign(s, {cell: (Duty.RESPONSIBLE,)}))
    assert len(gate.read(raci.matrix).heads) == 1
    gate.run("Assign", lambda s: raci.assign(s, {cell: ()}))
    found = gate.read(raci.matrix)
    assert (found.heads, [found.said(f) for f in found.findings]) == (
        (),
        ["T1 Plan: nobody has to do with it."],
    )
