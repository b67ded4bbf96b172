"""Sprints planned, filled, closed and opened again, in a mission of their own."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

import pytest

from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.confidentiality import PUBLIC
from entente.domain.records import LEVEL_FIELD
from entente.domain.sprint import DAY_OFF, SPRINT, SPRINT_ITEM
from entente.errors import InvalidValueError, RecordMissingError, SprintClosedError
from entente.messages import sentence
from entente.services import mission, records, sprint_backlog, sprint_edits, sprints
from entente.services.sprints import SprintState, SprintView
from entente.services.working_days import calendar_of
from entente.store.gate import Gate
from entente.store.session import Session
from tests.conftest import FixedClock

T = TypeVar("T")
MARCH_9 = dt.date(2026, 3, 9)


def done(gate: Gate, action: Callable[[Session], T]) -> T:
    made: list[T] = []
    gate.run("Step", lambda session: made.append(action(session)))
    return made[0]


def at(clock: FixedClock, day: dt.date) -> None:
    clock.now = dt.datetime.combine(day, dt.time(9), clock.now.tzinfo)


def card(gate: Gate, title: str, effort: float | None = 2, level: str = "mediator") -> str:
    given: dict[str, Any] = {"title": title, "effort": effort, "added_on": dt.date(2026, 3, 2)}
    given[LEVEL_FIELD] = level
    return done(gate, lambda s: records.create(s, BACKLOG_ITEM, given))


def rate(gate: Gate, key: str, status: str, day: dt.date) -> None:
    done(gate, lambda s: records.rate(s, BACKLOG_ITEM, key, {"status": status}, on=day))


def view(gate: Gate, key: str) -> SprintView:
    return next(each for each in gate.read(sprints.overview) if each.id == key)


@pytest.fixture
def sprint(gate: Gate, clock: FixedClock) -> str:
    """A sprint of three weeks that begins today, a Monday."""
    at(clock, MARCH_9)
    return done(gate, sprint_edits.create)


def test_the_first_sprint_begins_today_and_lasts_three_weeks(gate: Gate, sprint: str) -> None:
    found = view(gate, sprint)
    assert (found.name, found.starts_on, found.ends_on) == (
        "Sprint 1",
        MARCH_9,
        dt.date(2026, 3, 27),
    )
    assert len(found.days) == 15
    assert found.state is SprintState.RUNNING


def test_the_next_one_begins_on_the_working_day_after_the_last(gate: Gate, sprint: str) -> None:
    done(gate, lambda s: records.change(s, SPRINT, sprint, {"capacity": 18}))
    done(gate, lambda s: records.create(s, DAY_OFF, {"day": dt.date(2026, 3, 30)}))
    # From Tuesday 31 March: Easter Monday is off, so fifteen days end on 21 April.
    assert gate.read(sprint_edits.proposed) == {
        "name": "Sprint 2",
        "starts_on": dt.date(2026, 3, 31),
        "ends_on": dt.date(2026, 4, 21),
        "capacity": 18,
    }


def test_a_mission_may_have_shorter_sprints_and_other_holidays(gate: Gate, sprint: str) -> None:
    said = {"name": "Mission", "sprint_days": 5, "alsace_moselle": True}
    done(gate, lambda s: mission.change(s, said))
    dates = {"starts_on": dt.date(2026, 4, 1), "ends_on": dt.date(2026, 4, 10)}
    # 3 April is Good Friday and 6 April Easter Monday.
    assert len(gate.read(calendar_of).working_days(*dates.values())) == 6
    proposed = gate.read(sprint_edits.proposed)
    assert (proposed["starts_on"], proposed["ends_on"]) == (
        dt.date(2026, 3, 30),
        dt.date(2026, 4, 7),
    )
    assert sprint


def test_a_sprint_that_begins_later_is_as_long_as_usual(gate: Gate, sprint: str) -> None:
    made = done(gate, lambda s: sprint_edits.create(s, {"starts_on": dt.date(2026, 4, 20)}))
    # Without 1 and 8 May.
    assert view(gate, made).ends_on == dt.date(2026, 5, 12)
    assert gate.read(lambda s: sprint_edits.end_of(s, dt.date(2026, 4, 20), 5)) == dt.date(
        2026, 4, 24
    )
    assert sprint


@pytest.mark.parametrize("last", [dt.date(2026, 3, 8), dt.date(2027, 3, 10)])
def test_dates_that_make_no_sprint_are_refused_at_every_door(
    gate: Gate, sprint: str, last: dt.date
) -> None:
    with pytest.raises(InvalidValueError) as refusal:
        done(gate, lambda s: records.change(s, SPRINT, sprint, {"ends_on": last}))
    assert "from the start, 9 March 2026, to a year later" in sentence(refusal.value)
    with pytest.raises(InvalidValueError):
        done(gate, lambda s: sprint_edits.create(s, {"starts_on": MARCH_9, "ends_on": last}))
    assert view(gate, sprint).ends_on == dt.date(2026, 3, 27)


def test_the_turn_of_the_year_is_nothing_special(gate: Gate, sprint: str) -> None:
    dates = {"starts_on": dt.date(2026, 12, 21), "ends_on": dt.date(2027, 1, 8)}
    made = done(gate, lambda s: sprint_edits.create(s, dates))
    # Fifteen less Christmas and the New Year, both Fridays.
    assert len(view(gate, made).days) == 13
    assert sprint


def test_what_is_odd_about_dates_is_said_and_allowed(gate: Gate, sprint: str) -> None:
    def said(first: dt.date, last: dt.date, key: str = "") -> tuple[str, ...]:
        dates = {"starts_on": first, "ends_on": last}
        return gate.read(lambda s: sprint_edits.remarks(s, dates, key))

    assert said(dt.date(2026, 3, 27), dt.date(2026, 4, 3)) == (
        "It overlaps with Sprint 1: the same days count in both.",
    )
    assert said(MARCH_9, dt.date(2026, 3, 27), sprint) == ()
    assert said(dt.date(2026, 5, 8), dt.date(2026, 5, 10)) == ("There is no working day in it.",)
    assert said(dt.date(2026, 6, 1), dt.date(2026, 7, 31)) == (
        "It has 44 working days, where 15 are usual.",
    )


def test_cards_are_taken_in_once_with_the_effort_they_have_then(gate: Gate, sprint: str) -> None:
    one, two = card(gate, "Atelier", 3), card(gate, "Billet", None)
    assert done(gate, lambda s: sprint_edits.take_in(s, [one, two, one], sprint)) == 2
    assert done(gate, lambda s: sprint_edits.take_in(s, [one], sprint)) == 0
    done(gate, lambda s: records.change(s, BACKLOG_ITEM, one, {"effort": 5}))
    done(gate, lambda s: records.change(s, BACKLOG_ITEM, two, {"effort": 1}))
    assert [each.effort for each in view(gate, sprint).cards] == [3, 1]
    done(gate, lambda s: sprint_edits.plan_effort(s, sprint, one, 4))
    assert view(gate, sprint).totals.planned == 5
    with pytest.raises(InvalidValueError):
        done(gate, lambda s: sprint_edits.plan_effort(s, sprint, one, -1))
    with pytest.raises(RecordMissingError):
        done(gate, lambda s: sprint_edits.take_in(s, ["nowhere"], sprint))


def test_a_planned_card_taken_out_of_a_running_sprint_leaves_its_trace(
    gate: Gate, clock: FixedClock, sprint: str
) -> None:
    planned, late = card(gate, "Atelier", 3), card(gate, "Billet", 2)
    done(gate, lambda s: sprint_edits.take_in(s, [planned], sprint))
    at(clock, dt.date(2026, 3, 12))
    done(gate, lambda s: sprint_edits.take_in(s, [late], sprint))
    assert view(gate, sprint).totals.added == 2
    assert done(gate, lambda s: sprint_edits.take_out(s, [planned, late], sprint)) == 2
    (left,) = view(gate, sprint).cards
    assert (left.item_id, left.outcome) == (planned, "returned")
    assert view(gate, sprint).held == ()
    totals = view(gate, sprint).totals
    assert (totals.planned, totals.removed, totals.carry_over) == (3, 3, 0)
    assert done(gate, lambda s: sprint_edits.take_in(s, [planned], sprint)) == 1
    assert view(gate, sprint).cards[0].outcome is None


def test_closing_says_what_came_of_every_card_and_is_one_step(
    gate: Gate, clock: FixedClock, sprint: str
) -> None:
    keys = [card(gate, title, 2) for title in ("Fait", "Dit fait", "Reporté", "Rendu", "Laissé")]
    finished, said, carried, returned, dropped = keys
    done(gate, lambda s: sprint_edits.take_in(s, keys, sprint))
    rate(gate, finished, "done", MARCH_9)
    rate(gate, returned, "doing", MARCH_9)
    at(clock, dt.date(2026, 3, 30))
    steps = len(gate.steps())
    following = done(
        gate,
        lambda s: sprint_edits.close(
            s,
            sprint,
            {said: "done", returned: "returned", dropped: "dropped"},
            {carried: "Salle prise", dropped: "Sans objet"},
            make_next=True,
        ),
    )
    assert len(gate.steps()) == steps + 1
    found = view(gate, sprint)
    assert found.state is SprintState.CLOSED
    outcomes = {each.item_id: (each.outcome, each.status, each.why) for each in found.cards}
    assert outcomes == {
        finished: ("done", "done", ""),
        said: ("done", "done", ""),
        carried: ("carried", "idea", "Salle prise"),
        returned: ("returned", "ready", ""),
        dropped: ("dropped", "dropped", "Sans objet"),
    }
    assert (found.totals.planned, found.totals.done, found.totals.carry_over) == (10, 4, 2)
    (moved,) = view(gate, following).cards
    assert (moved.item_id, moved.effort) == (carried, 2)
    assert view(gate, following).totals.added == 0
    gate.undo()
    assert view(gate, sprint).state is SprintState.ENDED
    assert len(gate.read(sprints.overview)) == 1


def test_a_sprint_closed_before_it_begins_tells_why_all_the_same(gate: Gate, sprint: str) -> None:
    key = card(gate, "Sans salle")
    days = {"starts_on": dt.date(2026, 4, 6), "ends_on": dt.date(2026, 4, 24)}
    later = done(gate, lambda s: sprint_edits.create(s, days))
    done(gate, lambda s: sprint_edits.take_in(s, [key], later))
    done(gate, lambda s: sprint_edits.close(s, later, {key: "returned"}, {key: "Salle prise"}))
    assert [each.why for each in view(gate, later).cards] == ["Salle prise"]
    assert view(gate, sprint).cards == ()


def test_what_looked_done_and_was_not_is_carried_over_in_progress(gate: Gate, sprint: str) -> None:
    one = card(gate, "Atelier")
    done(gate, lambda s: sprint_edits.take_in(s, [one], sprint))
    rate(gate, one, "done", MARCH_9)
    done(gate, lambda s: sprint_edits.close(s, sprint, {one: "carried"}))
    (left,) = view(gate, sprint).cards
    assert (left.outcome, left.status) == ("carried", "doing")


def test_without_a_next_sprint_what_is_carried_over_waits_in_the_backlog(
    gate: Gate, sprint: str
) -> None:
    one = card(gate, "Atelier")
    done(gate, lambda s: sprint_edits.take_in(s, [one], sprint))
    assert done(gate, lambda s: sprint_edits.close(s, sprint)) == ""
    assert [view.ref for view in gate.read(sprints.overview)] == ["S1"]


def test_a_closed_sprint_refuses_every_change_until_it_is_opened_again(
    gate: Gate, sprint: str
) -> None:
    one, two = card(gate, "Atelier"), card(gate, "Billet")
    done(gate, lambda s: sprint_edits.take_in(s, [one], sprint))
    done(gate, lambda s: sprint_edits.close(s, sprint))
    for attempt in (
        lambda s: sprint_edits.take_in(s, [two], sprint),
        lambda s: sprint_edits.take_out(s, [one], sprint),
        lambda s: sprint_edits.plan_effort(s, sprint, one, 1),
        lambda s: sprint_edits.vote(s, sprint, one, 3),
        lambda s: sprint_edits.close(s, sprint),
    ):
        with pytest.raises(SprintClosedError) as refusal:
            done(gate, attempt)
        assert "“Sprint 1” is closed" in sentence(refusal.value)
    done(gate, lambda s: sprint_edits.reopen(s, sprint))
    assert view(gate, sprint).cards[0].outcome is None
    assert done(gate, lambda s: sprint_edits.take_in(s, [two], sprint)) == 1


def test_dots_are_counted_by_card_and_none_is_no_vote(gate: Gate, sprint: str) -> None:
    one, two = card(gate, "Atelier"), card(gate, "Billet")
    for key, dots in ((one, 3), (two, 1), (one, 5), (two, 0)):
        done(gate, partial(sprint_edits.vote, sprint=sprint, item=key, dots=dots))
    assert gate.read(lambda s: sprint_edits.votes(s, sprint)) == {one: 5}
    with pytest.raises(InvalidValueError):
        done(gate, lambda s: sprint_edits.vote(s, sprint, one, -1))


def test_cards_grow_old_from_sprint_to_sprint(gate: Gate, clock: FixedClock, sprint: str) -> None:
    one, two = card(gate, "Atelier", 3), card(gate, "Billet", 2)
    done(gate, lambda s: sprint_edits.take_in(s, [one, two], sprint))
    rate(gate, two, "done", MARCH_9)
    at(clock, dt.date(2026, 3, 30))
    done(gate, lambda s: sprint_edits.close(s, sprint, make_next=True))
    (aged,) = gate.read(sprint_backlog.ageing)
    # Added on 2 March, four weeks ago.
    assert (aged.item_id, aged.sprints, aged.days) == (one, 2, 28)
    card(gate, "Sans taille", None)
    left = gate.read(sprint_backlog.ahead)
    assert (left.effort, left.unsized) == (3, 1)
    assert left.forecast is not None
    # Two half-days a sprint: three take two.
    assert (left.forecast.fewest, left.forecast.most) == (2, 2)


def test_the_public_sees_public_sprints_and_cards_alone(gate: Gate, sprint: str) -> None:
    open_, private = card(gate, "Atelier", 3, "public"), card(gate, "Secret", 2)
    done(gate, lambda s: sprint_edits.take_in(s, [open_, private], sprint))
    assert gate.read(lambda s: sprints.overview(s, PUBLIC)) == ()
    done(gate, lambda s: records.change(s, SPRINT, sprint, {"confidentiality": "public"}))
    (seen,) = gate.read(lambda s: sprints.overview(s, PUBLIC))
    assert [each.title for each in seen.cards] == ["Atelier"]
    assert seen.totals.planned == 3


def test_a_day_in_the_past_knows_nothing_of_what_came_after(
    gate: Gate, clock: FixedClock, sprint: str
) -> None:
    one, two = card(gate, "Atelier", 3), card(gate, "Billet", 2)
    done(gate, lambda s: sprint_edits.take_in(s, [one], sprint))
    at(clock, dt.date(2026, 3, 12))
    done(gate, lambda s: sprint_edits.take_in(s, [two], sprint))
    rate(gate, one, "done", dt.date(2026, 3, 12))
    at(clock, dt.date(2026, 3, 30))
    done(gate, lambda s: sprint_edits.close(s, sprint, make_next=True))
    (then,) = gate.read(lambda s: sprints.overview(s, on=dt.date(2026, 3, 11)))
    assert (then.state, then.totals.planned, then.totals.done) == (SprintState.RUNNING, 3, 0)
    assert then.cards[0].outcome is None
    chart = sprints.burn(view(gate, sprint), dt.date(2026, 3, 30))
    # Three and, from the fourth day on, five; the three are done that day.
    assert list(chart.remaining) == [3, 3, 3, 3, *[2] * 12]
    assert chart.ideal[:2] == pytest.approx((3, 2.8))


def test_a_card_that_goes_is_gone_from_its_sprints(gate: Gate, sprint: str) -> None:
    one = card(gate, "Atelier")
    done(gate, lambda s: sprint_edits.take_in(s, [one], sprint))
    done(gate, lambda s: records.remove(s, BACKLOG_ITEM, one))
    assert gate.read(lambda s: records.count(s, SPRINT_ITEM)) == 0
    assert view(gate, sprint).cards == ()
