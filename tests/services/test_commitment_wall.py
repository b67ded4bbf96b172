"""The wall of commitments: hung by what became of them, moved, proven, kept from others."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import TypeVar

import pytest

from entente.domain.actor import ACTOR
from entente.domain.card_line import CardLine, read_card
from entente.domain.confidentiality import MEDIATOR, PUBLIC
from entente.domain.follow_up import COMMITMENT
from entente.errors import InvalidValueError
from entente.services import commitment_wall as walls
from entente.services import records
from entente.services.commitment_wall import Place
from entente.store.gate import Gate
from entente.store.session import Session
from tests.conftest import FixedClock

T = TypeVar("T")
TODAY = FixedClock().now.date()


def done(gate: Gate, action: Callable[[Session], T]) -> T:
    made: list[T] = []
    gate.run("Step", lambda session: made.append(action(session)))
    return made[0]


def promise(gate: Gate, text: str, due: dt.date | None = None, level: str = "mediator") -> str:
    line = CardLine(text, due_on=due)
    return done(gate, lambda s: walls.add(s, line, level=level, in_public=True))


def places(gate: Gate) -> dict[str, str]:
    return {each.statement: each.place for each in gate.read(walls.wall).promises}


def test_a_line_becomes_a_commitment_of_today(gate: Gate) -> None:
    values = {"name": "Lou Sénéchal", "confidentiality": "public"}
    who = done(gate, lambda s: records.create(s, ACTOR, values))
    people = gate.read(walls.wall).people
    line = read_card("@Lou je relis le glossaire >2026-06-20", TODAY, people, {})
    done(gate, lambda s: walls.add(s, line, level="public", in_public=True))
    (found,) = gate.read(lambda s: walls.wall(s, PUBLIC)).promises
    assert (found.statement, found.actor) == ("je relis le glossaire", who)
    assert (found.made_on, found.due_on) == (TODAY, dt.date(2026, 6, 20))
    assert found.in_public


def test_it_says_whom_it_is_made_to_as_far_as_the_reader_may_know(gate: Gate) -> None:
    for name, level in (("Lou Sénéchal", "public"), ("Ysé Valombre", "mediator")):
        values = {"name": name, "confidentiality": level}
        done(gate, lambda s, values=values: records.create(s, ACTOR, values))  # type: ignore[misc]  # the loop's own
    people = gate.read(walls.wall).people
    line = read_card("@Lou @Ysé je relis", TODAY, people, {}, keeps_named=True)
    done(gate, lambda s: walls.add(s, line, level="public", in_public=True))
    known, shown = gate.read(walls.wall), gate.read(lambda s: walls.wall(s, PUBLIC))
    assert known.names[known.promises[0].to] == "Ysé Valombre"
    assert shown.promises[0].statement == "je relis"
    assert "Ysé Valombre" not in shown.names.get(shown.promises[0].to, "")


def test_a_commitment_without_words_is_refused(gate: Gate) -> None:
    with pytest.raises(InvalidValueError):
        promise(gate, "")


def test_one_whose_date_was_moved_hangs_apart_with_its_first_date(gate: Gate) -> None:
    key = promise(gate, "J'ouvre le bac à sable", dt.date(2026, 6, 12))
    done(gate, lambda s: walls.renegotiate(s, [key], dt.date(2026, 6, 30)))
    (found,) = gate.read(walls.wall).promises
    assert found.place == Place.RENEGOTIATED
    assert (found.first_due, found.due_on) == (dt.date(2026, 6, 12), dt.date(2026, 6, 30))
    done(gate, lambda s: walls.settle(s, [key], "kept"))
    assert places(gate) == {"J'ouvre le bac à sable": "kept"}


def test_what_became_of_them_is_said_of_many_in_one_step_and_taken_back(gate: Gate) -> None:
    keys = [promise(gate, text) for text in ("Un", "Deux", "Trois")]
    done(gate, lambda s: walls.settle(s, keys[:2], "broken"))
    assert places(gate) == {"Un": "broken", "Deux": "broken", "Trois": "open"}
    gate.undo()
    assert set(places(gate).values()) == {"open"}


def test_proof_is_added_to_proof(gate: Gate) -> None:
    key = promise(gate, "Un")
    for words in ("Vu le 3", "Confirmé le 5"):
        done(gate, partial(walls.prove, keys=[key], evidence=words))
    assert gate.read(walls.wall).promises[0].evidence == "Vu le 3\nConfirmé le 5"


def test_why_it_was_not_kept_is_the_fact_behind_it(gate: Gate) -> None:
    key = promise(gate, "Un")
    done(gate, lambda s: walls.settle(s, [key], "broken"))
    done(gate, lambda s: walls.explain(s, [key], "Absente deux fois"))
    ratings = gate.read(lambda s: records.ratings(s, COMMITMENT, key))
    assert ratings[-1].fact == "Absente deux fois"


def test_the_soonest_due_hangs_first(gate: Gate) -> None:
    promise(gate, "Sans date")
    promise(gate, "Tard", dt.date(2026, 9, 1))
    promise(gate, "Tôt", dt.date(2026, 6, 11))
    assert list(places(gate)) == ["Tôt", "Tard", "Sans date"]


def test_nobody_sees_what_was_said_in_private(gate: Gate) -> None:
    promise(gate, "Entre nous")
    promise(gate, "Devant tous", level="public")
    read = [each.statement for each in gate.read(lambda s: walls.wall(s, PUBLIC)).promises]
    assert read == ["Devant tous"]
    assert len(gate.read(lambda s: walls.wall(s, MEDIATOR)).promises) == 2
