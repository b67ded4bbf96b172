"""The risks of a mission: levels, worth, and what becomes of one that occurs."""

from functools import partial

import pytest

from entente.domain.confidentiality import PUBLIC
from entente.domain.difficulty import DIFFICULTY
from entente.domain.party import PARTY
from entente.domain.risk import RISK, Reading
from entente.domain.risk_levels import STEPS
from entente.domain.risk_money import expected
from entente.domain.risk_scales import RISK_BAND, RISK_CELL
from entente.domain.ten_causes import DIFFICULTY_CAUSE
from entente.services import records, risk_edits, risks
from entente.store.gate import Gate
from entente.store.session import Session

#: Probability, impact and amount of each, as the register of the mission says them.
INHERENT = {
    "R01": (4, 5, 38_000),
    "R02": (3, 4, 15_000),
    "R03": (4, 4, 20_000),
    "R04": (4, 3, 10_000),
    "R05": (3, 5, 45_000),
    "R06": (2, 5, 60_000),
    "R07": (4, 4, 50_000),
    "R08": (4, 3, 8_000),
    "R09": (3, 4, 30_000),
    "R10": (3, 3, 25_000),
}


def test_the_sample_has_the_register_of_the_mission(confluent: Gate) -> None:
    found = {view.ref: view for view in confluent.read(risks.overview)}
    rated = {ref: view.readings[Reading.INHERENT] for ref, view in found.items()}
    told = {ref: (r.probability, r.impact, found[ref].amount) for ref, r in rated.items()}
    assert told == INHERENT


def test_scores_and_worth_of_the_sample_are_those_worked_out_by_hand(confluent: Gate) -> None:
    found = confluent.read(risks.overview)
    threats = [view for view in found if view.is_threat]
    # 20 + 12 + 16 + 12 + 15 + 10 + 16 + 12 + 12, and 8 + 6 + 9 + 6 + 8 + 5 + 12 + 6 + 8.
    assert sum(view.readings[Reading.INHERENT].score or 0 for view in threats) == 125
    assert sum(view.readings[Reading.TARGET].score or 0 for view in threats) == 68
    scale = confluent.read(risks.scales)
    worth = expected(filter(None, (risks.stake(view, scale) for view in found)))
    assert worth.threats == pytest.approx(151_200)
    assert worth.opportunities == pytest.approx(-12_500)
    assert worth.net == pytest.approx(138_700)


def test_a_risk_past_its_review_is_said(confluent: Gate) -> None:
    # On 10 June: R06 was to be looked at on the 5th; R02 is due the very day.
    late = [view.ref for view in confluent.read(risks.overview) if view.is_overdue]
    assert late == ["R06"]


def test_the_usual_levels_cover_every_cell(gate: Gate) -> None:
    scale = gate.read(risks.scales)
    assert scale.holes == ()
    names = {(1, 4): "low", (1, 5): "moderate", (3, 3): "moderate", (2, 5): "high"}
    names |= {(3, 5): "critical", (5, 3): "critical", (4, 3): "high"}
    for (probability, impact), name in names.items():
        level = scale.level(probability, impact)
        assert level is not None
        assert scale.bands[level].name == name


def test_a_cell_may_have_a_level_of_its_own(gate: Gate) -> None:
    def define(session: Session) -> None:
        low = records.create(session, RISK_BAND, {"name": "À suivre", "from_score": 1})
        high = records.create(session, RISK_BAND, {"name": "À traiter", "from_score": 12})
        # One in ten that the project dies is not the same as a daily nuisance.
        records.create(session, RISK_CELL, {"probability": 1, "impact": 5, "band_id": high})
        assert low

    gate.run("Define", define)
    scale = gate.read(risks.scales)
    told = [scale.bands[scale.level(p, i) or 0].name for p, i in ((1, 5), (5, 1), (3, 4))]
    assert told == ["À traiter", "À suivre", "À traiter"]


def test_levels_that_leave_a_hole_say_where(gate: Gate) -> None:
    values = {"name": "À traiter", "from_score": 4}
    gate.run("Define", partial(records.create, record_type=RISK_BAND, values=values))
    holes = gate.read(risks.scales).holes
    assert holes == tuple((p, i) for p in STEPS for i in STEPS if p * i < 4)


def test_a_target_above_the_inherent_rating_is_allowed_and_told(gate: Gate) -> None:
    values = {
        "event": "Pire après qu’avant",
        "inherent_probability": 2,
        "inherent_impact": 2,
        "target_probability": 3,
        "target_impact": 4,
    }
    gate.run("Note", partial(records.create, record_type=RISK, values=values))
    (view,) = gate.read(risks.overview)
    assert view.effectiveness() == -2.0


def test_a_risk_that_occurs_becomes_a_difficulty(own_confluent: Gate) -> None:
    gate = own_confluent
    key = gate.read(partial(records.find, record_type=RISK, text="R03"))
    made: list[str] = []
    gate.run("Occur", lambda s: made.append(risk_edits.occur(s, key, "Pétition reçue.")))
    difficulty = gate.read(partial(records.get, record_type=DIFFICULTY, key=made[0]))
    assert difficulty["title"] == "Rejet d’un outil vu comme une surveillance"
    assert difficulty["nature"] == "tension"
    assert difficulty["confidentiality"] == "public"
    risk = gate.read(partial(records.get, record_type=RISK, key=key))
    assert (risk["status"], risk["difficulty_id"]) == ("occurred", made[0])
    parties = gate.read(partial(records.list_rows, record_type=PARTY)).dicts()
    names = gate.read(partial(records.titles, record_type=PARTY))
    mine = {names[row["id"]] for row in parties if row["difficulty_id"] == made[0]}
    assert mine == {"Philomène Grisaille", "Zacharie Pontonnier"}
    causes = gate.read(partial(records.list_rows, record_type=DIFFICULTY_CAUSE)).dicts()
    assert [row["cause"] for row in causes if row["difficulty_id"] == made[0]] == ["change"]
    gate.undo()
    assert gate.read(partial(records.get, record_type=RISK, key=key))["status"] == "monitored"


def test_a_private_risk_is_not_projected(own_confluent: Gate) -> None:
    gate = own_confluent
    key = gate.read(partial(records.find, record_type=RISK, text="R09"))
    hide = {"confidentiality": "mediator"}
    gate.run("Hide", partial(records.change, record_type=RISK, key=key, values=hide))
    seen = gate.read(lambda s: risks.overview(s, PUBLIC))
    assert "R09" not in {view.ref for view in seen}
    assert len(seen) == 9
