"""The backlog on a board: what is read of it, and what is done to its cards."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from entente.domain.actor import ACTOR
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.card_line import read_card
from entente.domain.confidentiality import PUBLIC
from entente.domain.sprint import DOT_VOTE, SPRINT
from entente.errors import InvalidValueError, SprintClosedError
from entente.services import board, board_edits, records, sprint_edits
from entente.services.board import Board, Card
from entente.services.board_edits import Place
from entente.store.gate import Gate
from entente.store.session import Session
from tests.conftest import FixedClock

TODAY = dt.date(2026, 6, 10)


def card(session: Session, title: str, **values: Any) -> str:  # noqa: ANN401  # as a field holds it
    return records.create(session, BACKLOG_ITEM, {"title": title, **values})


@pytest.fixture
def cards(gate: Gate) -> Callable[..., Sequence[Card]]:
    """Five cards, and a way to read them again."""

    def fill(session: Session) -> None:
        for title in "abcde":
            card(session, title)

    gate.run("Fill", fill)

    def read(*titles: str) -> Sequence[Card]:
        found = gate.read(board.board).cards
        return [one for one in found if not titles or one.title in titles]

    return read


def titles(cards: Sequence[Card]) -> str:
    return "".join(one.title for one in cards)


def test_cards_stand_in_the_order_they_were_noted_until_they_are_moved(
    gate: Gate, cards: Callable[..., Sequence[Card]]
) -> None:
    assert titles(cards()) == "abcde"
    a, b, c, d, _e = (one.id for one in cards())
    gate.run("Order", lambda s: board_edits.move(s, [d, a], {}, b))
    assert titles(cards()) == "dabce"
    gate.run("Order", lambda s: board_edits.move(s, [c], {}, ""))
    assert titles(cards()) == "dabec"
    gate.undo()
    gate.undo()
    assert titles(cards()) == "abcde"


def test_many_are_moved_in_one_step_with_a_dated_status(
    gate: Gate, clock: FixedClock, cards: Callable[..., Sequence[Card]]
) -> None:
    clock.now += dt.timedelta(days=4)
    keys = [one.id for one in cards("b", "d")]
    values = {"status": "doing", "archived_on": None}
    gate.run("Move", lambda s: board_edits.move(s, keys, values, ""))
    assert titles(cards()) == "acebd"
    assert [(one.status, one.since) for one in cards("b", "d")] == [
        ("doing", TODAY + dt.timedelta(days=4))
    ] * 2
    gate.run("Why", lambda s: board_edits.explain(s, keys, "Too early"))
    facts = [
        rating.fact for rating in gate.read(lambda s: records.ratings(s, BACKLOG_ITEM, keys[0]))
    ]
    assert facts[-1] == "Too early"
    gate.undo()
    gate.undo()
    assert {one.status for one in cards()} == {"idea"}


def test_a_card_is_as_old_as_its_last_change_of_status(gate: Gate, clock: FixedClock) -> None:
    days = {"idea": 1, "ready": 3, "doing": 5}

    def live(session: Session) -> None:
        key = card(session, "x", status="idea", added_on=dt.date(2026, 6, 1))
        for status, day in days.items():
            on = dt.date(2026, 6, day)
            records.rate(session, BACKLOG_ITEM, key, {"status": status}, on=on)
        # The same once more is no change.
        records.rate(session, BACKLOG_ITEM, key, {"status": "doing"}, on=dt.date(2026, 6, 9))

    gate.run("Live", live)
    (one,) = gate.read(board.board).cards
    assert one.since == dt.date(2026, 6, 5)
    assert clock.now.date() - one.since == dt.timedelta(days=5)


def test_a_line_becomes_a_card_of_the_place_it_is_typed_at(gate: Gate) -> None:
    def fill(session: Session) -> str:
        records.create(session, ACTOR, {"name": "Clélie Vasseur"})
        dates = {"starts_on": TODAY, "ends_on": TODAY + dt.timedelta(days=20)}
        return records.create(session, SPRINT, {"name": "Sprint 1", **dates})

    sprints: list[str] = []
    gate.run("Fill", lambda s: sprints.append(fill(s)))
    (sprint,) = sprints
    seen = gate.read(board.board)
    text = "Relire !3j @Clélie #recette ^S1 >30/06"
    line = read_card(text, seen.today, seen.people, seen.sprint_words())
    gate.run("Add", lambda s: board_edits.add(s, line, {"status": "ready", "phase": "act"}))
    (one,) = gate.read(board.board).cards
    assert (one.title, one.effort, one.labels, one.status) == ("Relire", 6.0, ("recette",), "ready")
    assert (one.phase, one.due_on, one.sprints) == ("act", dt.date(2026, 6, 30), (sprint,))
    assert gate.read(board.board).name("owner_id", one.owner) == "Clélie Vasseur"


def test_a_closed_sprint_takes_no_card(gate: Gate) -> None:
    def fill(session: Session) -> str:
        dates = {"starts_on": TODAY, "ends_on": TODAY, "closed_on": TODAY}
        return records.create(session, SPRINT, {"name": "Sprint 1", **dates})

    made: list[str] = []
    gate.run("Fill", lambda s: made.append(fill(s)))
    assert gate.read(board.board).sprint_words() == {}
    line = read_card("x ^S1", TODAY, {}, {"s1": made[0]})
    with pytest.raises(SprintClosedError):
        gate.run("Add", lambda s: board_edits.add(s, line))
    assert gate.read(board.board).cards == ()


def test_a_card_taken_out_of_a_sprint_is_in_it_no_longer(gate: Gate, clock: FixedClock) -> None:
    def fill(session: Session) -> None:
        dates = {"starts_on": TODAY, "ends_on": TODAY + dt.timedelta(days=20)}
        sprint = records.create(session, SPRINT, {"name": "Sprint 1", **dates})
        keys = [card(session, "in"), card(session, "out")]
        sprint_edits.take_in(session, keys, sprint)
        for key, dots in zip(keys, (3, 0), strict=True):
            vote = {"sprint_id": sprint, "item_id": key, "dots": dots}
            records.create(session, DOT_VOTE, vote)

    gate.run("Fill", fill)
    clock.now += dt.timedelta(days=3)
    inside, outside = gate.read(board.board).cards
    gate.run("Out", lambda s: sprint_edits.take_out(s, [outside.id], inside.sprints[0]))
    inside, outside = gate.read(board.board).cards
    assert (len(inside.sprints), inside.dots) == (1, 3)
    assert (outside.sprints, outside.dots) == ((), 0)


@pytest.mark.parametrize(
    ("effort", "halves"),
    [(5.0, (2.5, 2.5)), (2.5, (1.0, 1.5)), (0.5, (0.0, 0.5)), (None, (None, None))],
)
def test_a_card_split_in_two_keeps_its_effort_and_its_place(
    gate: Gate,
    cards: Callable[..., Sequence[Card]],
    effort: float | None,
    halves: tuple[float | None, float | None],
) -> None:
    values = {"effort": effort, "status": "ready", "labels": "x, y", "confidentiality": "public"}
    b = cards("b")[0].id
    gate.run("Fill", lambda s: board_edits.move(s, [b], values))
    gate.run("Split", lambda s: board_edits.split(s, b))
    first, second = cards()[1:3]
    assert (first.title, second.title) == ("b", "b (2)")
    assert (first.effort, second.effort) == halves
    assert (second.status, second.labels, second.level) == ("ready", ("x", "y"), "public")


def test_copies_stand_behind_the_last_original_as_ideas(
    gate: Gate, cards: Callable[..., Sequence[Card]]
) -> None:
    keys = [one.id for one in cards("a", "b")]
    gate.run("Done", lambda s: board_edits.move(s, keys, {"status": "done"}))
    gate.run("Archive", lambda s: board_edits.archive(s, keys))
    assert {one.archived_on for one in cards("a", "b")} == {TODAY}
    gate.run("Copy", lambda s: board_edits.duplicate(s, keys))
    assert titles(cards()) == "ababcde"
    copy = cards("a")[1]
    assert (copy.status, copy.archived_on) == ("idea", None)
    gate.run("Back", lambda s: board_edits.archive(s, keys, on=False))
    assert {one.archived_on for one in cards()} == {None}


def test_lines_from_elsewhere_become_cards_where_they_are_dropped(
    gate: Gate, cards: Callable[..., Sequence[Card]]
) -> None:
    c = cards("c")[0].id
    gate.run("Drop", lambda s: board_edits.add_all(s, ["x", "y"], {"status": "ready"}, c))
    assert titles(cards()) == "abxycde"
    gate.run("Label", lambda s: board_edits.add_labels(s, [c], "old"))
    gate.run("Label", lambda s: board_edits.add_labels(s, [c], "new, Old"))
    assert cards("c")[0].labels == ("old", "new")
    with pytest.raises(InvalidValueError):
        gate.run("Drop", lambda s: board_edits.add_all(s, ["fine", "x" * 100_000]))
    assert len(cards()) == 7


def test_others_see_public_cards_and_no_private_name(gate: Gate) -> None:
    def fill(session: Session) -> None:
        public = {"confidentiality": "public"}
        anselme = records.create(
            session, ACTOR, {"name": "Anselme Ferrage", "role": "DSI", **public}
        )
        secret = records.create(session, ACTOR, {"name": "Clélie Vasseur"})
        card(session, "Voir Anselme Ferrage", owner_id=anselme, **public)
        card(session, "Voir ailleurs", owner_id=secret, **public)
        card(session, "À taire")

    gate.run("Fill", fill)
    seen: Board = gate.read(lambda s: board.board(s, PUBLIC))
    assert len(seen.cards) == 2
    assert "Ferrage" not in seen.cards[0].title
    assert seen.name("owner_id", seen.cards[0].owner) == "DSI"
    assert seen.name("owner_id", seen.cards[1].owner) == ""


@pytest.mark.parametrize(
    ("old", "new", "asks"),
    [
        ("doing", "ready", True),
        ("done", "idea", True),
        ("idea", "dropped", True),
        ("ready", "done", False),
        ("dropped", "idea", False),
        ("dropped", "dropped", False),
    ],
)
def test_going_back_and_giving_up_are_asked_about(old: str, new: str, asks: bool) -> None:
    assert board_edits.is_setback(old, new) is asks


def test_a_card_put_into_the_lane_of_a_sprint_leaves_the_open_one_it_was_in(
    gate: Gate, clock: FixedClock, cards: Callable[..., Sequence[Card]]
) -> None:
    def sprint(session: Session, week: int) -> str:
        first = TODAY + dt.timedelta(days=7 * week)
        dates = {"starts_on": first, "ends_on": first + dt.timedelta(days=4)}
        return records.create(session, SPRINT, {"name": f"Sprint {week}", **dates})

    keys: list[str] = []
    gate.run("Fill", lambda s: keys.extend(sprint(s, week) for week in (0, 1, 2)))
    past, now, later = keys
    a, b = (one.id for one in cards("a", "b"))

    def put(key: str, place: str | None) -> tuple[str, ...]:
        there = Place({"status": "doing"}, None, place)
        gate.run("Put", lambda s: board_edits.put(s, [key], there))
        return next(one.sprints for one in cards() if one.id == key)

    assert put(a, past) == (past,)
    assert put(a, None) == (past,)
    assert (put(b, later), put(b, now), put(b, "")) == ((later,), (now,), ())
    clock.now += dt.timedelta(days=3)
    gate.run("Close", lambda s: sprint_edits.close(s, past))
    # What a closed sprint held it goes on holding.
    assert put(a, later)[0] == past
    assert put(a, later)[-1] == later
    with pytest.raises(SprintClosedError):
        put(b, past)
    made: list[str] = []
    gate.run("Add", lambda s: made.extend(board_edits.add_all(s, ["x"], {}, a, now)))
    assert [(one.id, one.sprints) for one in cards("x")] == [(made[0], (now,))]
