"""What the views of the risks are read from: curve, bow-tie, assumptions, scales."""

import datetime as dt
from functools import partial

import pytest

from entente.domain.actor import ACTOR
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.confidentiality import PUBLIC
from entente.domain.difficulty import DIFFICULTY
from entente.domain.mission import MISSION
from entente.domain.raid import RAID_ITEM
from entente.domain.risk import RISK
from entente.domain.risk_scales import RISK_BAND, RISK_CELL, RISK_STEP
from entente.errors import AlreadyThereError, InvalidValueError, RecordMissingError
from entente.services import bowtie, raid, records, risk_curve, risk_scales, risks
from entente.services.raid import RiskWords
from entente.store.gate import Gate
from entente.store.session import Session


def test_the_curve_of_the_sample_falls_from_what_is_untreated(confluent: Gate) -> None:
    curve = confluent.read(risk_curve.curve)
    # Nine threats rated on 6 March: 20+12+16+12+15+10+16+12+12; today 8+16+12+9+12+10+16+6+8.
    assert (curve.points[0].on, curve.points[0].score) == (dt.date(2026, 3, 6), 125)
    assert (curve.points[-1].on, curve.points[-1].score) == (dt.date(2026, 6, 10), 97)
    assert (curve.inherent, curve.target) == (125, 68)
    assert curve.reviews[0] == risk_curve.Review(dt.date(2026, 3, 6), 10)
    assert all(one.on >= curve.points[0].on for one in curve.decisions)


def test_others_see_the_curve_of_what_they_may_know(gate: Gate) -> None:
    def write(session: Session) -> None:
        for event, level in (("À tous", "public"), ("À moi", "mediator")):
            values = {"event": event, "inherent_probability": 2, "inherent_impact": 3}
            records.create(session, RISK, values | {"confidentiality": level})

    gate.run("Write", write)
    assert gate.read(risk_curve.curve).points[-1].score == 12
    found = gate.read(partial(risk_curve.curve, audience=PUBLIC))
    assert (found.points[-1].score, found.inherent, found.reviews[0].count) == (6, 6, 1)


def test_a_bow_tie_ties_causes_actions_and_effects(confluent: Gate) -> None:
    key = confluent.read(lambda s: records.find(s, RISK, "R01"))
    found = confluent.read(lambda s: bowtie.bowtie(s, key))
    assert found is not None
    assert found.causes[0].startswith("L’étendue de la reprise")
    assert len(found.causes) == 3
    assert [each.ref for each in found.preventive] == ["B01"]
    assert [each.ref for each in found.contingency] == ["B02"]
    assert (found.preventive[0].is_done, found.contingency[0].is_done) == (True, False)
    assert found.preventive[0].owner


def test_a_bow_tie_keeps_what_is_not_for_the_reader(gate: Gate) -> None:
    made: list[str] = []

    def write(session: Session) -> None:
        who = records.create(session, ACTOR, {"name": "Versoir", "confidentiality": "mediator"})
        values = {"event": "Retard", "effect": "- Un mois ;\n• la prime; ", "cause": "A\n\nB"}
        made.append(records.create(session, RISK, values | {"confidentiality": "public"}))
        for title, level, more in (
            ("Vue", "public", {"role": "contingency", "owner_id": who}),
            ("Cachée", "mediator", {"role": "preventive"}),
            ("Laissée", "public", {"role": "preventive", "status": "dropped"}),
            ("Sans rôle", "public", {}),
        ):
            item = {"title": title, "risk_id": made[0], "confidentiality": level, **more}
            records.create(session, BACKLOG_ITEM, item)

    gate.run("Write", write)
    whole = gate.read(lambda s: bowtie.bowtie(s, made[0]))
    others = gate.read(lambda s: bowtie.bowtie(s, made[0], PUBLIC))
    assert whole is not None
    assert others is not None
    assert (whole.causes, whole.effects) == (("A", "B"), ("Un mois", "la prime"))
    assert [each.title for each in whole.preventive] == ["Cachée", "Sans rôle"]
    assert [each.title for each in others.preventive] == ["Sans rôle"]
    assert [each.owner for each in whole.contingency] == ["Versoir"]
    assert [each.owner for each in others.contingency] == [""]
    gate.run("Hide", lambda s: records.change(s, RISK, made[0], {"confidentiality": "sponsor"}))
    assert gate.read(lambda s: bowtie.bowtie(s, made[0], PUBLIC)) is None


def test_a_refuted_assumption_becomes_a_risk(own_confluent: Gate) -> None:
    key = own_confluent.read(lambda s: records.find(s, RAID_ITEM, "H01"))
    item = own_confluent.read(lambda s: records.get(s, RAID_ITEM, key))
    words = raid.worded(item)
    assert "postes des trois sites suffisent" in words.event
    assert not words.event.endswith(".")
    made: list[str] = []
    own_confluent.run("Risk", lambda s: made.append(raid.note_risk(s, key, words)))
    risk = own_confluent.read(lambda s: records.get(s, RISK, made[0]))
    after = own_confluent.read(lambda s: records.get(s, RAID_ITEM, key))
    assert (risk["event"], risk["cause"]) == (words.event, words.cause)
    assert (risk["owner_id"], risk["confidentiality"]) == (item["owner_id"], "public")
    assert (after["state"], after["risk_id"]) == ("refuted", made[0])
    own_confluent.undo()
    assert own_confluent.read(lambda s: records.get(s, RAID_ITEM, key)) == item


def test_an_issue_becomes_a_difficulty_as_private_as_it(gate: Gate) -> None:
    def write(session: Session) -> None:
        values = {"text": "Bloqué", "kind": "issue", "notes": "Depuis mai"}
        key = records.create(session, RAID_ITEM, values | {"confidentiality": "sponsor"})
        made = raid.note_difficulty(session, key)
        difficulty = records.get(session, DIFFICULTY, made)
        assert (difficulty["title"], difficulty["notes"]) == ("Bloqué", "Depuis mai")
        assert (difficulty["confidentiality"], difficulty["opened_on"]) == (
            "sponsor",
            session.today,
        )
        assert records.get(session, RAID_ITEM, key)["difficulty_id"] == made

    gate.run("Write", write)


def test_without_an_event_no_risk_is_made(gate: Gate) -> None:
    def write(session: Session) -> None:
        key = records.create(session, RAID_ITEM, {"text": "Tout ira bien"})
        raid.note_risk(session, key, RiskWords("Parce que", ""))

    with pytest.raises(InvalidValueError):
        gate.run("Write", write)


def test_open_overdue_and_unheeded_items_are_counted(own_confluent: Gate) -> None:
    found = own_confluent.read(raid.figures)
    assert (found.total, dict(found.open)) == (4, {"assumption": 1, "dependency": 1, "issue": 1})
    assert found.overdue == found.unheeded == ()
    # On 27 June the agency (19 June) and the directory (26 June) are late; H01 is confirmed.
    later = own_confluent.read(partial(raid.figures, on=dt.date(2026, 6, 27)))
    refs = own_confluent.read(
        lambda s: [records.get(s, RAID_ITEM, key)["ref"] for key in later.overdue]
    )
    assert refs == ["H02", "H03"]
    key = own_confluent.read(lambda s: records.find(s, RAID_ITEM, "H01"))
    own_confluent.run("No", lambda s: records.change(s, RAID_ITEM, key, {"state": "refuted"}))
    assert own_confluent.read(raid.figures).unheeded == (key,)


def test_a_dependency_is_worded_by_whom_it_waits_for() -> None:
    item = {"kind": "dependency", "text": "L’annuaire.", "depends_on": "Paie"}
    assert raid.worded(item).cause == "The project waits for Paie: L’annuaire."
    assert raid.worded(item | {"depends_on": None}).cause == "It depends on: L’annuaire."


def test_a_step_goes_back_to_the_usual_once_nothing_is_said_of_it(gate: Gate) -> None:
    gate.run("Word", lambda s: risk_scales.set_step(s, "probability", 2, {"name": "Rare"}))
    gate.run("Word", lambda s: risk_scales.set_step(s, "probability", 2, {"share": 0.25}))
    step = gate.read(risks.scales).probability[1]
    assert (step.name, step.share) == ("Rare", 0.25)
    gate.run("Word", lambda s: risk_scales.set_step(s, "probability", 2, {"name": None}))
    gate.run("Word", lambda s: risk_scales.set_step(s, "probability", 2, {"share": None}))
    assert gate.read(lambda s: records.count(s, RISK_STEP)) == 0
    assert gate.read(risks.scales).probability[1].share == 0.3


def test_the_first_change_of_a_level_keeps_the_usual_ones(gate: Gate) -> None:
    gate.run("Rename", lambda s: risk_scales.set_band(s, 3, {"name": "Rouge"}))
    scales = gate.read(risks.scales)
    assert [(band.name, band.from_score) for band in scales.bands] == [
        *(("low", 1), ("moderate", 5), ("high", 10), ("Rouge", 15))
    ]
    with pytest.raises(AlreadyThereError):
        gate.run("Move", lambda s: risk_scales.set_band(s, 2, {"from_score": 5}))
    gate.run("Move", lambda s: risk_scales.set_band(s, 0, {"from_score": 3}))
    assert gate.read(risks.scales).holes == ((1, 1), (1, 2), (2, 1))
    gate.run("Usual", risk_scales.usual_bands)
    assert gate.read(risks.scales).is_usual


def test_a_cell_is_set_by_hand_and_let_go_again(gate: Gate) -> None:
    gate.run("Set", lambda s: risk_scales.set_cell(s, (1, 5), 3))
    assert gate.read(risks.scales).level(1, 5) == 3
    gate.run("Set", lambda s: risk_scales.set_cell(s, (1, 5), 2))
    assert gate.read(lambda s: records.count(s, RISK_CELL)) == 1
    # Five is moderate by itself, so nothing needs to be kept.
    gate.run("Set", lambda s: risk_scales.set_cell(s, (1, 5), 1))
    assert gate.read(lambda s: records.count(s, RISK_CELL)) == 0
    gate.run("Set", lambda s: risk_scales.set_cell(s, (1, 5), 3))
    gate.run("Let go", lambda s: risk_scales.set_cell(s, (1, 5), None))
    assert gate.read(risks.scales).level(1, 5) == 1


def test_a_level_taken_away_takes_its_cells(gate: Gate) -> None:
    gate.run("Set", lambda s: risk_scales.set_cell(s, (1, 1), 3))
    gate.run("Remove", lambda s: risk_scales.remove_band(s, 3))
    scales = gate.read(risks.scales)
    assert (len(scales.bands), scales.level(1, 1), scales.level(5, 5)) == (3, 0, 2)


def test_levels_are_added_until_there_is_one_a_score(gate: Gate) -> None:
    gate.run("Add", lambda s: risk_scales.add_band(s, "Au-delà"))
    # Halfway between 15 and 25.
    assert gate.read(risks.scales).bands[-1].from_score == 20

    def fill(session: Session) -> None:
        for place in range(20):
            risk_scales.add_band(session, f"N{place}")

    gate.run("Fill", fill)
    assert sorted(band.from_score for band in gate.read(risks.scales).bands) == list(range(1, 26))
    with pytest.raises(AlreadyThereError):
        gate.run("Add", lambda s: risk_scales.add_band(s, "De trop"))


def test_the_limits_are_those_of_the_mission(gate: Gate) -> None:
    with pytest.raises(RecordMissingError):
        gate.run("Limit", lambda s: risk_scales.set_limit(s, "risk_appetite", 8))
    gate.run("Begin", lambda s: records.create(s, MISSION, {"name": "M"}))
    gate.run("Limit", lambda s: risk_scales.set_limit(s, "risk_appetite", 8))
    assert gate.read(risks.scales).appetite == 8
    assert gate.read(lambda s: records.count(s, RISK_BAND)) == 0
    with pytest.raises(InvalidValueError):
        gate.run("Limit", lambda s: risk_scales.set_limit(s, "risk_tolerance", 26))
