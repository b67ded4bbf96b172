"""What a sprint is planned with: the mix of its activities, what lies between its days."""

import datetime as dt
from typing import Any

import pytest

from entente.domain.activity import ACTIVITY_TYPE
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.confidentiality import PUBLIC
from entente.domain.records import LEVEL_FIELD
from entente.domain.sprint import SPRINT
from entente.services import planning, records, sprint_edits, sprints
from entente.services.sprints import SprintView
from entente.store.gate import Gate
from entente.store.session import Session

JULY_6, JULY_24 = dt.date(2026, 7, 6), dt.date(2026, 7, 24)


def kind(session: Session, name: str, **grades: int) -> str:
    values: dict[str, Any] = {"name": name, LEVEL_FIELD: "public", **grades}
    return records.create(session, ACTIVITY_TYPE, values)


def fill(session: Session) -> None:
    survey = kind(session, "Survey", divergence=2, measures=3)
    match = kind(session, "Matchmaking", divergence=-2, connects_number=3)
    sprint = sprint_edits.create(session, {"starts_on": JULY_6, "ends_on": JULY_24})
    for title, effort, activity in (
        ("Ask", 3.0, survey),
        ("Bring together", 1.0, match),
        ("Write", 2.0, None),
        ("Ask again", None, survey),
    ):
        values = {"title": title, "effort": effort, "activity_id": activity}
        sprint_edits.take_in(session, [records.create(session, BACKLOG_ITEM, values)], sprint)


def only(gate: Gate) -> SprintView:
    return gate.read(sprints.overview)[0]


def test_each_activity_weighs_in_the_mix_as_much_as_its_effort(gate: Gate) -> None:
    gate.run("Fill", fill)
    view = only(gate)
    mix = gate.read(lambda s: planning.mix(s, view.cards))
    # Three half-days of the one, one of the other: opens 2 × 3/4, measures 3 × 3/4, and so on.
    assert {spoke.label: spoke.value for spoke in mix.spokes} == pytest.approx(
        {
            "Opens": 1.5,
            "Connects many": 0.75,
            "Connects well": 0,
            "Brings together": 0.5,
            "Engages": 0,
            "Measures": 2.25,
        }
    )
    # Without an activity, or without an effort.
    assert (mix.told, mix.untold) == (2, 2)


def test_an_activity_others_may_not_know_of_is_left_out_for_them(gate: Gate) -> None:
    gate.run("Fill", fill)
    view = only(gate)
    hidden = gate.read(lambda s: records.find(s, ACTIVITY_TYPE, "Survey"))
    values = {LEVEL_FIELD: "mediator"}
    gate.run("Hide", lambda s: records.change(s, ACTIVITY_TYPE, hidden, values))
    mix = gate.read(lambda s: planning.mix(s, view.cards, PUBLIC))
    assert (mix.told, mix.untold) == (1, 3)
    assert [spoke.value for spoke in mix.spokes if spoke.label == "Measures"] == [0]


def test_between_two_days_lie_working_days_and_days_off_that_have_names(gate: Gate) -> None:
    gate.run("Fill", fill)
    key = only(gate).id
    own = gate.read(lambda s: planning.span(s, JULY_6, JULY_24, sprint=key))
    # Three weeks without 14 July.
    assert own.days == 14
    assert own.holidays == {dt.date(2026, 7, 14): "Bastille Day"}
    assert own.remarks == ()
    other = gate.read(lambda s: planning.span(s, JULY_24, JULY_24))
    assert len(other.remarks) == 1
    assert "overlaps" in other.remarks[0]
    assert gate.read(lambda s: planning.span(s, JULY_24, JULY_24, PUBLIC)).remarks == ()


def test_what_is_carried_over_goes_into_the_next_sprint_that_is_open(gate: Gate) -> None:
    gate.run("Fill", fill)
    view = only(gate)
    assert gate.read(lambda s: planning.following(s, view)) == ""
    for name, start in (("Later", dt.date(2026, 9, 1)), ("Next", dt.date(2026, 8, 3))):
        values = {"name": name, "starts_on": start, "ends_on": start}
        gate.run("Add", lambda s, v=values: records.create(s, SPRINT, v))  # type: ignore[misc]  # v is bound
    assert gate.read(lambda s: planning.following(s, view)) == "Next"
