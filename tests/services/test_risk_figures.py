"""What the risks of a mission come to, and how that changes over time."""

import datetime as dt
from functools import partial

import pytest

from entente.domain.mission import MISSION
from entente.domain.risk import RISK
from entente.domain.risk_exposure import Exposure, burn_down, exposure
from entente.domain.risk_scales import RISK_BAND
from entente.services import records, risk_curve, risk_figures
from entente.store.gate import Gate
from entente.store.session import Session

DAY = dt.date(2026, 6, 10)


def test_the_figures_of_the_sample_are_those_worked_out_by_hand(confluent: Gate) -> None:
    found = confluent.read(risk_figures.figures)
    # Inherent 20+12+16+12+15+10+16+12+12, target 8+6+9+6+8+5+12+6+8: 57 of 125 less.
    assert (found.inherent_total, found.residual_total) == (125, 68)
    assert found.reduction == pytest.approx(57 / 125)
    # 26,600+7,500+14,000+7,000+22,500+18,000+35,000+5,600+15,000, less half of 25,000.
    assert found.emv.threats == pytest.approx(151_200)
    assert found.emv.opportunities == pytest.approx(-12_500)
    assert found.emv.net == pytest.approx(138_700)
    # Now 8 16 12 9 12 10 16 6 8, and 9 for the opportunity.
    assert found.by_level == (0, 5, 3, 2)
    assert found.overdue_reviews == ("R06",)
    assert found.unrated == found.untargeted == found.unpriced == found.above_inherent == ()


def test_an_earlier_day_has_its_own_figures(confluent: Gate) -> None:
    # The workshop of 6 March rated everything as inherent; targets came on the 27th.
    found = confluent.read(partial(risk_figures.figures, on=dt.date(2026, 3, 10)))
    assert (found.inherent_total, found.residual_total) == (125, 125)
    assert found.by_level == (0, 1, 5, 4)
    assert found.overdue_reviews == ()
    assert len(found.untargeted) == 9
    before = confluent.read(partial(risk_figures.figures, on=dt.date(2026, 3, 1)))
    assert (before.inherent_total, before.reduction) == (0, None)


def test_what_is_missing_or_past_is_said_and_not_counted(gate: Gate) -> None:
    def write(session: Session) -> None:
        def risk(event: str, **values: object) -> None:
            records.create(session, RISK, {"event": event, **values})

        risk("Rien de su")
        risk("Pire après", inherent_probability=1, inherent_impact=2, target_probability=4)
        risk("Pire, vraiment", inherent_probability=1, inherent_impact=2)
        key = records.find(session, RISK, "R03")
        records.change(session, RISK, key, {"target_probability": 2, "target_impact": 2})
        risk("Seulement actuel", current_probability=5, current_impact=5, amount=10)
        risk("Clos", inherent_probability=5, inherent_impact=5, status="closed", amount=9)

    gate.run("Write", write)
    found = gate.read(risk_figures.figures)
    # R02 has half a target: it stays as it is. R03 is allowed to become worse.
    assert (found.inherent_total, found.residual_total) == (2 + 2, 2 + 4)
    assert found.reduction == pytest.approx(-0.5)
    assert found.above_inherent == ("R03",)
    assert found.untargeted == ("R02",)
    assert found.unrated == ("R01", "R04")
    assert found.unpriced == ("R01", "R02", "R03", "R04")
    assert found.unlevelled == ("R01",)
    assert found.by_level == (2, 0, 0, 1)


def test_the_limits_of_the_mission_and_its_own_levels_count(own_confluent: Gate) -> None:
    def limit(session: Session) -> None:
        (mission,) = records.list_rows(session, MISSION).dicts()
        limits = {"risk_appetite": 9, "risk_tolerance": 12}
        records.change(session, MISSION, mission["id"], limits)
        records.create(session, RISK_BAND, {"name": "À traiter", "from_score": 10})

    own_confluent.run("Limit", limit)
    found = own_confluent.read(risk_figures.figures)
    # Now 8 16 12 9 12 10 16 6 8: above 9, and above 12.
    assert found.above_appetite == ("R02", "R03", "R05", "R06", "R07")
    assert found.above_tolerance == ("R02", "R07")
    assert found.by_level == (5,)
    assert found.unlevelled == ("R01", "R04", "R08", "R09", "R10")


def test_reviews_that_are_past_come_longest_first(own_confluent: Gate) -> None:
    def delay(session: Session) -> None:
        key = records.find(session, RISK, "R09")
        records.change(session, RISK, key, {"review_on": dt.date(2026, 5, 1)})

    own_confluent.run("Delay", delay)
    late = own_confluent.read(risk_figures.overdue)
    assert [view.ref for view in late] == ["R09", "R06"]


def exposure_on(gate: Gate, *days: dt.date) -> tuple[Exposure, ...]:
    return exposure(gate.read(risk_curve.histories), days)


def test_exposure_follows_the_ratings_of_the_sample(confluent: Gate) -> None:
    days = dt.date(2026, 3, 5), dt.date(2026, 3, 6), dt.date(2026, 4, 30), DAY
    found = exposure_on(confluent, *days)
    # Nothing before the workshop; then 125. By 30 April R08 fell from 12 to 6 (R06 stayed 10).
    assert [(each.score, each.open) for each in found] == [(0, 0), (125, 9), (119, 9), (97, 9)]
    points = confluent.read(risk_curve.curve).points
    assert (points[0].on, points[0].score) == (dt.date(2026, 3, 6), 125)
    assert (points[-1].on, points[-1].score) == (DAY, 97)


def test_a_threat_leaves_the_exposure_when_it_occurs_or_closes(own_confluent: Gate) -> None:
    def end(session: Session) -> None:
        occurred, closed = (records.find(session, RISK, ref) for ref in ("R07", "R02"))
        on = dt.date(2026, 6, 8)
        records.rate(session, RISK, occurred, {"status": "occurred"}, on=on)
        records.change(session, RISK, closed, {"closed_on": on})
        records.create(session, RISK, {"event": "Nouveau", "opened_on": on})

    own_confluent.run("End", end)
    before, after = exposure_on(own_confluent, dt.date(2026, 6, 7), dt.date(2026, 6, 8))
    assert (before.score, before.open, before.unrated) == (97, 9, 0)
    assert (after.score, after.open, after.unrated) == (97 - 16 - 16, 8, 1)


def test_a_burn_down_runs_straight_to_its_goal() -> None:
    days = [dt.date(2026, 3, 27), dt.date(2026, 4, 17), dt.date(2026, 5, 8)]
    points = [Exposure(day, score, 9, 0) for day, score in zip(days, (125, 110, 90), strict=True)]
    line = burn_down(points, 68)
    # Half the days, half the way from 125 to 68.
    assert [each.ideal for each in line] == [125, 96.5, 68]
    assert [each.gap for each in line] == [0, 13.5, 22]
    assert burn_down((), 68) == ()
    assert burn_down(points[:1], 68)[0].ideal == 125
    with pytest.raises(ValueError, match="2026"):
        burn_down(points[::-1], 68)


def test_sprints_still_to_come_bend_the_line_and_have_no_point(confluent: Gate) -> None:
    ends = [dt.date(2026, 3, 6), dt.date(2026, 6, 5), dt.date(2026, 9, 4)]
    line = confluent.read(partial(risk_curve.by_sprint, ends=ends))
    assert [each.exposure.on for each in line] == ends[:2]
    # Both sprints last 91 days: half-way to 68 on 5 June.
    assert [each.ideal for each in line] == [125, 96.5]
