"""Positions on the grid, and which assessments have grown old."""

import datetime as dt
from functools import partial

import pytest

from entente.domain.actor import ACTOR, Camp, Quadrant
from entente.domain.confidentiality import PUBLIC
from entente.errors import InvalidValueError, RecordMissingError
from entente.services import actors, records
from entente.services.actors import GridToken, Position
from entente.store.gate import Gate
from entente.store.session import Session

MARCH = dt.date(2026, 3, 2)
APRIL = dt.date(2026, 4, 7)
MAY = dt.date(2026, 5, 11)


def add(gate: Gate, **values: object) -> str:
    keys: list[str] = []
    gate.run("Add", lambda session: keys.append(records.create(session, ACTOR, values)))
    return keys[0]


def rate(gate: Gate, key: str, day: dt.date, **values: object) -> None:
    level = str(values.pop("level", "mediator"))
    fact = str(values.pop("fact", ""))
    gate.run(
        "Rate",
        lambda session: session.rate(
            ACTOR, key, values, dated_on=day, fact=fact, confidentiality=level
        ),
    )


def place(gate: Gate, key: str, power: float, interest: float) -> str | None:
    placed: list[str | None] = []
    gate.run("Place", lambda session: placed.append(actors.place(session, key, power, interest)))
    return placed[0]


def token(gate: Gate, key: str) -> GridToken:
    (found,) = (each for each in gate.read(actors.grid_tokens) if each.id == key)
    return found


def test_an_actor_nobody_placed_has_no_position(gate: Gate) -> None:
    key = add(gate, name="Blanche Orvet", camp="user")
    found = token(gate, key)
    assert (found.ref, found.initials, found.camp) == ("A01", "BO", Camp.USER)
    assert not found.is_placed
    assert found.quadrant is None
    assert found.dated_on is None
    assert found.trail == ()


def test_earlier_positions_are_the_trail(gate: Gate) -> None:
    key = add(gate, name="Blanche Orvet")
    rate(gate, key, MAY, power=4, interest=5)
    rate(gate, key, MARCH, power=2, interest=3, fact="Absente deux fois.")
    rate(gate, key, APRIL, power=3.5, interest=3)
    found = token(gate, key)
    assert (found.power, found.interest, found.dated_on) == (4, 5, MAY)
    assert found.quadrant is Quadrant.COLLABORATE
    assert found.trail == (
        Position(MARCH, 2, 3, "Absente deux fois."),
        Position(APRIL, 3.5, 3, ""),
    )


def test_a_rating_of_something_else_leaves_no_trail(gate: Gate) -> None:
    key = add(gate, name="Blanche Orvet")
    rate(gate, key, MARCH, power=2, interest=3)
    rate(gate, key, APRIL, synergy=4)
    found = token(gate, key)
    assert (found.power, found.interest, found.dated_on) == (2, 3, APRIL)
    assert found.trail == ()


@pytest.mark.parametrize(
    ("dropped", "kept"),
    [((3.3, 4.2), (3.5, 4.0)), ((0.2, 7.0), (1.0, 5.0)), ((4.74, 4.76), (4.5, 5.0))],
)
def test_a_drop_snaps_to_half_points_inside_the_grid(
    gate: Gate, dropped: tuple[float, float], kept: tuple[float, float]
) -> None:
    key = add(gate, name="Blanche Orvet")
    assert place(gate, key, *dropped)
    found = token(gate, key)
    assert (found.power, found.interest) == kept
    assert found.dated_on == dt.date(2026, 6, 10)


def test_the_rating_made_can_be_given_its_fact(gate: Gate) -> None:
    key = add(gate, name="Blanche Orvet")
    rating = place(gate, key, 3, 4)
    assert rating is not None
    gate.run("Fact", lambda s: records.annotate(s, ACTOR, rating, {"fact": "A signé."}))
    place(gate, key, 2, 4)
    assert token(gate, key).trail == (Position(dt.date(2026, 6, 10), 3, 4, "A signé."),)


def test_a_drop_on_the_same_place_changes_nothing(gate: Gate) -> None:
    key = add(gate, name="Blanche Orvet", power=3, interest=4)
    before = len(gate.steps())
    assert place(gate, key, 3.1, 3.9) is None
    assert len(gate.steps()) == before


def test_a_drop_keeps_the_other_scores(gate: Gate) -> None:
    key = add(gate, name="Blanche Orvet", power=3, interest=4, synergy=2, urgency=True)
    place(gate, key, 1, 1)
    record = gate.read(lambda session: records.get(session, ACTOR, key))
    assert (record["synergy"], record["urgency"]) == (2, True)


def test_a_place_that_is_no_number_is_refused(gate: Gate) -> None:
    key = add(gate, name="Blanche Orvet")
    with pytest.raises(InvalidValueError, match="Power"):
        place(gate, key, float("nan"), 3)


def test_nobody_is_placed_who_is_not_there(gate: Gate) -> None:
    with pytest.raises(RecordMissingError):
        place(gate, "0" * 32, 3, 3)


def test_a_projected_grid_shows_roles_and_no_private_score(gate: Gate) -> None:
    shown = add(gate, name="Blanche Orvet", role="Cadre de santé", confidentiality="public")
    hidden = add(gate, name="Zoé Private")
    rate(gate, shown, MARCH, power=2, interest=3, level="public", fact="Blanche Orvet a signé.")
    rate(gate, shown, APRIL, power=4, interest=5, level="public")
    rate(gate, shown, MAY, power=5, interest=5)
    rate(gate, hidden, MAY, power=5, interest=5, level="public")
    (found,) = gate.read(lambda session: actors.grid_tokens(session, PUBLIC))
    assert (found.name, found.initials) == ("Cadre de santé", "CS")
    assert (found.power, found.interest) == (4, 5)
    assert found.trail == (Position(MARCH, 2, 3, "Cadre de santé a signé."),)


def test_an_assessment_grows_old(gate: Gate) -> None:
    today = dt.date(2026, 6, 10)
    for days in (29, 30, 90):
        key = add(gate, name=f"Il y a {days} jours")
        rate(gate, key, today - dt.timedelta(days), power=3, interest=3)
    add(gate, name="Jamais")
    old = gate.read(partial(actors.stale, days=30))
    assert [(each.name, each.days) for each in old] == [
        ("Il y a 90 jours", 90),
        ("Il y a 30 jours", 30),
    ]
    never = gate.read(actors.never_assessed)
    assert [(each.ref, each.name) for each in never] == [("A04", "Jamais")]


def test_the_sample_shows_who_has_moved(confluent: Gate) -> None:
    def positions(session: Session) -> dict[str, list[tuple[float, float]]]:
        return {
            each.ref: [(step.power, step.interest) for step in each.trail]
            for each in actors.grid_tokens(session)
            if each.trail
        }

    moved = confluent.read(positions)
    assert moved["A04"] == [(4, 3.5)]
    assert moved["A11"] == [(3, 3.5)]
    assert moved["A15"] == [(2, 2.5)]
    assert set(moved) == {"A01", "A02", "A04", "A05", "A07", "A08", "A11", "A15", "A18"}
