"""A board of which only what a step touched is read again, against one read whole."""

import datetime as dt
import random
from functools import partial
from typing import Any

from entente.domain.actor import ACTOR
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.card_line import read_card
from entente.domain.confidentiality import PUBLIC
from entente.domain.sprint import SPRINT
from entente.services import board, board_edits, board_news, records, sprint_edits
from entente.store.gate import Gate
from entente.store.session import Session
from tests.conftest import FixedClock


def test_after_any_step_a_board_read_in_part_is_the_board_read_whole(
    gate: Gate, clock: FixedClock
) -> None:
    def fill(session: Session) -> None:
        for number in range(12):
            records.create(session, BACKLOG_ITEM, {"title": f"Card {number}"})
        dates = {"starts_on": dt.date(2026, 6, 8), "ends_on": dt.date(2026, 6, 19)}
        records.create(session, SPRINT, {"name": "Sprint 1", **dates})

    gate.found("Fill", fill)
    draw = random.Random(6)  # noqa: S311  # the same steps every time
    known = gate.read(board.board)
    read: list[int] = []
    for _ in range(60):
        keys = [card.id for card in draw.sample(known.cards, 2)]
        sprint, before = known.sprints[0].id, draw.choice(known.cards).id
        status = draw.choice(["idea", "ready", "doing", "done", "dropped"])
        steps: list[partial[Any]] = [
            partial(board_edits.move, keys=keys, values={"status": status}, before=before),
            partial(board_edits.move, keys=keys[:1], values={"labels": "a, b"}),
            partial(board_edits.archive, keys=keys, on=draw.random() < 0.5),
            partial(board_edits.duplicate, keys=keys[:1]),
            partial(board_edits.remove, keys=keys[:1]),
            partial(board_edits.split, key=keys[0]),
            partial(sprint_edits.take_in, keys=keys, sprint=sprint),
            partial(sprint_edits.take_out, keys=keys, sprint=sprint),
            partial(sprint_edits.vote, sprint=sprint, item=keys[0], dots=draw.randrange(4)),
            partial(board_edits.add, line=read_card("More !2", known.today, {}, {})),
        ]
        match draw.randrange(4):
            case 0:
                done = gate.undo()
            case 1:
                done = gate.redo()
            case _:
                clock.now += dt.timedelta(minutes=1)
                done = gate.run("Step", draw.choice(steps))
        touched = board_news.touched(done) if done is not None else frozenset()
        read.append(-1 if touched is None else len(touched))
        known = gate.read(partial(board_news.read_again, known=known, keys=touched))
        assert known == gate.read(board.board)
    # It was no whole board each time that agreed with itself.
    assert sum(0 < count <= 4 for count in read) > 30


def test_more_than_cards_or_another_day_or_reader_is_read_whole(
    gate: Gate, clock: FixedClock
) -> None:
    def fill(session: Session) -> str:
        owner = records.create(session, ACTOR, {"name": "Anselme Ferrage"})
        return records.create(session, BACKLOG_ITEM, {"title": "a", "owner_id": owner})

    gate.run("Fill", fill)
    known = gate.read(board.board)
    (card,) = known.cards
    rename = {"name": "Clélie Vasseur"}
    done = gate.run("Rename", lambda s: records.change(s, ACTOR, card.owner, rename))
    assert board_news.touched(done) is None
    seen = gate.read(lambda s: board_news.read_again(s, known, None))
    assert seen.name("owner_id", card.owner) == "Clélie Vasseur"
    assert gate.read(lambda s: board_news.read_again(s, seen, frozenset())) is seen
    assert gate.read(lambda s: board_news.read_again(s, seen, frozenset(), PUBLIC)).cards == ()
    clock.now += dt.timedelta(days=1)
    tomorrow = gate.read(lambda s: board_news.read_again(s, seen, frozenset()))
    assert tomorrow.today == seen.today + dt.timedelta(days=1)
