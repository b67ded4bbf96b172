"""What is done to risks: rated, linked, given something to do, looked at again."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import TypeVar

import pytest

from entente.domain.actor import ACTOR
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.confidentiality import PUBLIC
from entente.domain.difficulty import DIFFICULTY
from entente.domain.risk import RISK, RISK_LINK, Reading
from entente.errors import InvalidValueError, RecordMissingError
from entente.services import records, risk_edits, risks
from entente.store.gate import Gate
from entente.store.session import Session

T = TypeVar("T")


def key_of(gate: Gate, ref: str) -> str:
    return gate.read(partial(records.find, record_type=RISK, text=ref))


def done(gate: Gate, action: Callable[[Session], T]) -> T:
    made: list[T] = []
    gate.run("Step", lambda session: made.append(action(session)))
    return made[0]


def test_a_rating_holds_for_one_reading_and_keeps_its_reason(own_confluent: Gate) -> None:
    gate = own_confluent
    key = key_of(gate, "R01")
    done(gate, lambda s: risk_edits.re_rate(s, key, Reading.TARGET, 1, 3, fact="Essai réussi."))
    view = next(each for each in gate.read(risks.overview) if each.id == key)
    rated = {name: (r.probability, r.impact) for name, r in view.readings.items()}
    assert rated == {"inherent": (4, 5), "current": (2, 4), "target": (1, 3)}
    last = gate.read(lambda s: records.ratings(s, RISK, key))[-1]
    assert (last.fact, last.dated_on) == ("Essai réussi.", dt.date(2026, 6, 10))
    gate.undo()
    assert gate.read(lambda s: records.get(s, RISK, key))["target_probability"] == 2


def test_a_rating_outside_the_scale_is_refused(own_confluent: Gate) -> None:
    key = key_of(own_confluent, "R01")
    with pytest.raises(InvalidValueError):
        own_confluent.run("Rate", lambda s: risk_edits.re_rate(s, key, Reading.CURRENT, 6, 1))


def test_the_trail_is_where_a_reading_stood_without_where_it_is(own_confluent: Gate) -> None:
    gate = own_confluent
    key = key_of(gate, "R02")  # 3 × 4 in March, 4 × 4 since May
    trail = gate.read(lambda s: risk_edits.trail(s, key, Reading.CURRENT))
    assert [(each.dated_on, each.cell) for each in trail] == [(dt.date(2026, 3, 6), (3, 4))]
    done(gate, lambda s: risk_edits.re_rate(s, key, Reading.CURRENT, 5, 4))
    trail = gate.read(lambda s: risk_edits.trail(s, key, Reading.CURRENT))
    assert [each.cell for each in trail] == [(3, 4), (4, 4)]
    assert gate.read(lambda s: risk_edits.trail(s, key, Reading.INHERENT)) == ()


def test_links_go_both_ways_and_are_made_once(own_confluent: Gate) -> None:
    gate = own_confluent
    key = key_of(gate, "R06")
    actor = gate.read(partial(records.find, record_type=ACTOR, text="A15"))
    other = gate.read(partial(records.find, record_type=DIFFICULTY, text="K6"))
    assert done(gate, lambda s: risk_edits.link(s, key, "actor", [actor, actor])) == 1
    assert done(gate, lambda s: risk_edits.link(s, key, "actor", [actor])) == 0
    assert done(gate, lambda s: risk_edits.link(s, key, "difficulty", [other])) == 1
    found = gate.read(lambda s: risk_edits.links(s, key))
    assert [(one.kind, one.key) for one in found] == [("actor", actor), ("difficulty", other)]
    done(gate, lambda s: risk_edits.unlink(s, key, found[0]))
    assert [one.kind for one in gate.read(lambda s: risk_edits.links(s, key))] == ["difficulty"]


def test_the_difficulty_of_a_risk_is_a_link_that_can_be_let_go(own_confluent: Gate) -> None:
    gate = own_confluent
    key = key_of(gate, "R01")
    first = gate.read(lambda s: risk_edits.links(s, key))[0]
    assert (first.id, first.kind) == ("", "difficulty")
    done(gate, lambda s: risk_edits.unlink(s, key, first))
    assert gate.read(lambda s: records.get(s, RISK, key))["difficulty_id"] is None
    assert [one.kind for one in gate.read(lambda s: risk_edits.links(s, key))] == ["actor"]


def test_a_link_with_what_is_private_is_not_told(own_confluent: Gate) -> None:
    gate = own_confluent
    key = key_of(gate, "R06")
    private = done(gate, lambda s: records.create(s, DIFFICULTY, {"title": "Secret de Tancrède"}))
    done(gate, lambda s: risk_edits.link(s, key, "difficulty", [private]))
    assert len(gate.read(lambda s: risk_edits.links(s, key))) == 1
    assert gate.read(lambda s: risk_edits.links(s, key, PUBLIC)) == ()


def test_an_action_is_as_private_as_its_risk_and_can_be_ticked(own_confluent: Gate) -> None:
    gate = own_confluent
    risk = done(gate, lambda s: records.create(s, RISK, {"event": "Tu"}))
    made = done(gate, lambda s: risk_edits.add_action(s, risk, "Appeler", "preventive"))
    record = gate.read(lambda s: records.get(s, BACKLOG_ITEM, made))
    assert (record["confidentiality"], record["status"]) == ("mediator", "ready")
    done(gate, lambda s: risk_edits.tick(s, made, done=True))
    assert gate.read(lambda s: records.get(s, BACKLOG_ITEM, made))["status"] == "done"
    done(gate, lambda s: risk_edits.tick(s, made, done=False))
    assert gate.read(lambda s: records.get(s, BACKLOG_ITEM, made))["status"] == "ready"


def test_the_next_review_is_counted_from_today(own_confluent: Gate) -> None:
    key = key_of(own_confluent, "R06")
    assert done(own_confluent, lambda s: risk_edits.review_again(s, key, 3)) == dt.date(2026, 7, 1)
    views = own_confluent.read(risks.overview)
    assert not any(view.is_overdue for view in views)


def test_a_review_begins_with_what_is_overdue_and_ends_with_the_far_away(
    confluent: Gate,
) -> None:
    order = [view.ref for view in risk_edits.due_first(confluent.read(risks.overview))]
    assert order[0] == "R06"
    assert order[1] == "R02"  # due today
    # All of the 30th of June, the heaviest first.
    assert order[-4:] == ["R04", "R10", "R09", "R08"]


def test_what_has_occurred_is_not_reviewed(own_confluent: Gate) -> None:
    gate = own_confluent
    key = key_of(gate, "R06")
    done(gate, lambda s: risk_edits.occur(s, key, "Plainte reçue."))
    assert "R06" not in [v.ref for v in risk_edits.due_first(gate.read(risks.overview))]


def test_a_sheet_holds_what_its_reader_may_know(own_confluent: Gate) -> None:
    gate = own_confluent
    key = key_of(gate, "R01")
    sheet = gate.read(lambda s: risk_edits.sheet(s, key))
    assert sheet is not None
    assert [row["ref"] for row in sheet.actions] == ["B01", "B02"]
    done(gate, lambda s: records.change(s, RISK, key, {"confidentiality": "mediator"}))
    assert gate.read(lambda s: risk_edits.sheet(s, key, PUBLIC)) is None
    assert gate.read(lambda s: risk_edits.sheet(s, "no such key")) is None


def test_nothing_is_linked_with_a_risk_that_is_gone(own_confluent: Gate) -> None:
    gate = own_confluent
    key = key_of(gate, "R09")
    done(gate, lambda s: records.remove(s, RISK, key))
    with pytest.raises(RecordMissingError):
        gate.run("Link", lambda s: risk_edits.link(s, key, "actor", ["x"]))
    rows = gate.read(partial(records.list_rows, record_type=RISK_LINK)).dicts()
    assert all(row["risk_id"] != key for row in rows)
