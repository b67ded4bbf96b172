"""Links of risks from either end; going round in circles harms nobody."""

from functools import partial

import pytest

from entente.briefs.kinds import KINDS as PAPERS
from entente.domain.actor import ACTOR
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.confidentiality import MEDIATOR, PUBLIC
from entente.domain.difficulty import DIFFICULTY
from entente.domain.follow_up import DECISION
from entente.domain.raid import RAID_ITEM
from entente.domain.records import RecordType
from entente.domain.risk import RISK, RISK_LINK
from entente.services import bowtie, records, risk_edits, risk_links, risks, sheets
from entente.store.gate import Gate
from entente.store.session import Session

KINDS = (ACTOR, DIFFICULTY, DECISION, BACKLOG_ITEM, RAID_ITEM)


def key_of(gate: Gate, kind: RecordType, text: str) -> str:
    return gate.read(partial(records.find, record_type=kind, text=text))


def refs(gate: Gate, kind: RecordType, key: str) -> list[str]:
    found = gate.read(partial(risk_links.risks_of, kind=kind.name, key=key))
    return [each.ref for each in found]


def test_the_sample_is_linked_both_ways(confluent: Gate) -> None:
    # R01 and R09 name A11 and K1; R07 is what H02 assumes about; B01 serves R01.
    assert refs(confluent, ACTOR, key_of(confluent, ACTOR, "A11")) == ["R01", "R09"]
    assert refs(confluent, DIFFICULTY, key_of(confluent, DIFFICULTY, "K1")) == ["R01", "R09"]
    assert refs(confluent, RAID_ITEM, key_of(confluent, RAID_ITEM, "H02")) == ["R07"]
    assert refs(confluent, BACKLOG_ITEM, key_of(confluent, BACKLOG_ITEM, "B01")) == ["R01"]
    risk = key_of(confluent, RISK, "R01")
    found = confluent.read(partial(risk_links.of_risk, key=risk))
    assert [each.kind for each in found] == [
        *("difficulty", "actor", "backlog_item", "backlog_item"),
    ]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.name))
def test_a_link_is_made_and_taken_away_from_either_end(
    own_confluent: Gate, kind: RecordType
) -> None:
    gate = own_confluent
    risk = key_of(gate, RISK, "R04")
    other = next(iter(gate.read(partial(records.titles, record_type=kind))))
    done: list[bool] = []
    add = partial(risk_links.add, risk=risk, kind=kind.name, key=other)
    take_away = partial(risk_links.take_away, risk=risk, kind=kind.name, key=other)
    for work in (add, add):
        gate.run("Link", lambda s, work=work: done.append(work(s)))  # type: ignore[misc]  # bound
    assert done == [True, False]
    assert "R04" in refs(gate, kind, other)
    forth = gate.read(partial(risk_links.of_risk, key=risk))
    assert [(each.kind, each.key) for each in forth].count((kind.name, other)) == 1
    for work in (take_away, take_away):
        gate.run("Part", lambda s, work=work: done.append(work(s)))  # type: ignore[misc]  # bound
    assert done[2:] == [True, False]
    assert "R04" not in refs(gate, kind, other)
    assert other in gate.read(partial(records.titles, record_type=kind))


def test_links_that_go_round_harm_nobody(own_confluent: Gate) -> None:
    """A risk of a difficulty that is linked with it, whose decision and action lead back."""
    gate = own_confluent
    risk, other = key_of(gate, RISK, "R01"), key_of(gate, RISK, "R02")
    difficulty = key_of(gate, DIFFICULTY, "K1")

    def tie(session: Session) -> None:
        decision = next(iter(records.titles(session, DECISION)))
        records.change(session, DECISION, decision, {"difficulty_id": difficulty})
        action = records.find(session, BACKLOG_ITEM, "B01")
        round_ = {"difficulty_id": difficulty, "risk_id": risk}
        records.change(session, BACKLOG_ITEM, action, round_)
        for each in (risk, other):
            risk_links.add(session, each, DIFFICULTY.name, difficulty)
            risk_links.add(session, each, DECISION.name, decision)
        records.create(session, RISK_LINK, {"risk_id": risk, "difficulty_id": difficulty})
        records.change(session, RISK, other, {"difficulty_id": difficulty})
        risk_edits.occur(session, other)

    gate.run("Tie", tie)
    assert refs(gate, DIFFICULTY, difficulty) == ["R01", "R02", "R09"]
    for kind, key in ((RISK, risk), (RISK, other), (DIFFICULTY, difficulty)):
        assert gate.read(partial(sheets.read, record_type=kind, key=key)) is not None
    assert len(gate.read(risks.overview)) == 10
    for key in (risk, other):
        tied = gate.read(partial(bowtie.bowtie, key=key))
        assert tied is not None
        # An action stands on a bow-tie once, whichever way leads to it.
        barriers = [each.ref for each in (*tied.preventive, *tied.contingency)]
        assert len(barriers) == len(set(barriers))
    hits = gate.find("reprise")
    assert hits
    assert len(set(hits)) == len(hits)
    for paper, about in (("risks", ""), ("risk-report", ""), ("bowtie", risk)):
        told = gate.read(partial(PAPERS[paper].gather, key=about, audience=MEDIATOR))
        assert told.lists
    gate.run("Remove", partial(records.remove, record_type=DIFFICULTY, key=difficulty))
    left = gate.read(partial(risk_links.of_risk, key=risk))
    assert DIFFICULTY.name not in {each.kind for each in left}
    assert {"R01", "R02", "R09"} <= {view.ref for view in gate.read(risks.overview)}
    gate.undo()
    assert refs(gate, DIFFICULTY, difficulty) == ["R01", "R02", "R09"]


def test_a_private_risk_is_no_link_to_anybody_else(own_confluent: Gate) -> None:
    gate = own_confluent
    risk, actor = key_of(gate, RISK, "R01"), key_of(gate, ACTOR, "A11")
    hide = {"confidentiality": "mediator"}
    gate.run("Hide", partial(records.change, record_type=RISK, key=risk, values=hide))
    seen = partial(risk_links.risks_of, kind=ACTOR.name, key=actor, audience=PUBLIC)
    assert [each.ref for each in gate.read(seen)] == ["R09"]
