"""The review of a sprint of the sample, and what is made of what was said there."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

import pytest

from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.card_line import CardLine
from entente.domain.confidentiality import MEDIATOR, PUBLIC, Audience
from entente.domain.difficulty import DIFFICULTY
from entente.domain.review import REVIEW_NOTE, TENSION
from entente.domain.sprint import SPRINT
from entente.errors import InvalidValueError
from entente.services import records, review_edits, reviews, sprints
from entente.services.reviews import Column, What
from entente.store.gate import Gate
from entente.store.session import Session
from tests.conftest import FixedClock, confluent_gate

T = TypeVar("T")


@pytest.fixture
def gate(clock: FixedClock) -> Gate:
    return confluent_gate(clock)


def done(gate: Gate, action: Callable[[Session], T]) -> T:
    made: list[T] = []
    gate.run("Step", lambda session: made.append(action(session)))
    return made[0]


def sprint(gate: Gate, ref: str) -> str:
    return gate.read(lambda s: records.find(s, SPRINT, ref))


def tension(gate: Gate, words: str) -> str:
    rows = gate.read(lambda s: records.list_rows(s, TENSION)).dicts()
    return next(str(row["id"]) for row in rows if words in row["title"].lower())


def test_the_review_of_the_second_sprint_is_as_it_was_held(gate: Gate) -> None:
    key = sprint(gate, "S2")
    found = gate.read(lambda s: reviews.review(s, key))
    # Conference, glossary workshop, interviews, posts, meetup, consultation: six were done.
    items = [each for each in found.of(Column.SHIPPED) if each.what is What.ITEM]
    assert sum(each.effort or 0 for each in items) == 16
    assert len(items) == 6
    likes = {each.text.lower() for each in found.of(Column.LIKE)}
    assert any("tournée vue par la dsi" in text for text in likes)
    assert [each.gap for each in found.of(Column.TENSION)] == [4, 4, 3]


def test_the_next_column_holds_the_cards_of_the_sprint_that_follows(gate: Gate) -> None:
    found = gate.read(lambda s: reviews.review(s, sprint(gate, "S2")))
    third = next(v for v in gate.read(sprints.overview) if v.ref == "S3")
    items = [each for each in found.of(Column.NEXT) if each.what is What.ITEM]
    assert found.next_sprint == ""  # closed long ago
    assert {each.key for each in items} >= {card.item_id for card in third.cards}
    advice = [each for each in found.of(Column.NEXT) if each.what is What.ADVICE]
    assert len(advice) == 3
    assert all(each.beneath for each in advice)


def test_the_review_that_is_due_is_that_of_the_latest_sprint(gate: Gate) -> None:
    found = gate.read(reviews.review)
    assert found.sprint is not None
    latest = max(gate.read(sprints.overview), key=lambda view: view.starts_on)
    assert found.sprint.id == latest.id


def test_what_is_said_stands_in_its_column_and_nothing_is_refused(gate: Gate) -> None:
    key = sprint(gate, "S3")
    for column in (Column.LIKE, Column.DISLIKE, Column.SHIPPED):
        line = CardLine("Dit tout haut", labels=("rythme", "salle"))
        said = partial(review_edits.add, sprint=key, column=column, line=line, level="sponsor")
        done(gate, said)
    found = gate.read(lambda s: reviews.review(s, key))
    for column in (Column.LIKE, Column.DISLIKE, Column.SHIPPED):
        (each,) = [card for card in found.of(column) if card.text == "Dit tout haut"]
        assert (each.beneath, each.level) == ("rythme, salle", "sponsor")
    with pytest.raises(InvalidValueError):
        done(gate, lambda s: review_edits.add(s, key, Column.LIKE, CardLine(""), "sponsor"))


def test_votes_are_never_fewer_than_none(gate: Gate) -> None:
    own = sprint(gate, "S3")
    key = done(gate, lambda s: review_edits.add(s, own, Column.LIKE, CardLine("Un"), "public"))
    for by, votes in ((1, 1), (1, 2), (-5, 0)):
        done(gate, partial(review_edits.vote, keys=[key], by=by))
        assert gate.read(lambda s: records.get(s, REVIEW_NOTE, key))["votes"] == votes


def test_a_dislike_becomes_a_tension_then_a_difficulty_with_its_cause(gate: Gate) -> None:
    own = sprint(gate, "S3")
    note = done(
        gate,
        lambda s: review_edits.add(s, own, Column.DISLIKE, CardLine("Rien n'avance"), "sponsor"),
    )
    made = done(gate, lambda s: review_edits.to_tension(s, note))
    values = {"desired": "Ouvert lundi", "actual": "Fermé", "cause": "decisions", "gap": 2}
    done(gate, lambda s: records.change(s, TENSION, made, values))
    key = done(gate, lambda s: review_edits.to_difficulty(s, made))
    row = gate.read(lambda s: records.get(s, DIFFICULTY, key))
    assert (row["nature"], row["desired"], row["actual"]) == ("tension", "Ouvert lundi", "Fermé")
    assert row["confidentiality"] == "sponsor"
    assert gate.read(lambda s: records.get(s, TENSION, made))["difficulty_id"] == key
    gate.undo()
    assert gate.read(lambda s: records.get(s, TENSION, made))["status"] == "open"


def test_the_gap_of_a_tension_stays_on_its_scale(gate: Gate) -> None:
    key = tension(gate, "environnement")
    for by, gap in ((1, 5), (1, 5), (-9, 1)):
        done(gate, partial(review_edits.widen, keys=[key], by=by))
        assert gate.read(lambda s: records.get(s, TENSION, key))["gap"] == gap


def test_the_next_cycle_is_drafted_from_what_is_left_and_what_eases_tensions(gate: Gate) -> None:
    own = sprint(gate, "S3")
    key = done(
        gate, lambda s: review_edits.add(s, own, Column.TENSION, CardLine("Salle"), "public")
    )
    action = done(gate, lambda s: review_edits.to_action(s, key))
    following = done(gate, lambda s: review_edits.draft(s, own))
    view = next(v for v in gate.read(sprints.overview) if v.id == following)
    cards = {card.item_id for card in view.cards}
    # Of the third sprint only the meetup of the ambassadors was not held.
    meetup = gate.read(lambda s: records.list_rows(s, BACKLOG_ITEM)).dicts()
    left = next(row["id"] for row in meetup if "ambassadrices" in row["title"].lower())
    assert {action, left} <= cards
    again = done(gate, lambda s: review_edits.draft(s, own))
    assert again == following


def test_advice_taken_is_a_card_of_the_next_sprint(gate: Gate) -> None:
    own = sprint(gate, "S2")
    found = gate.read(lambda s: reviews.review(s, own))
    advice = next(each for each in found.of(Column.NEXT) if each.what is What.ADVICE)
    made = done(gate, lambda s: review_edits.take_advice(s, own, advice.key, advice.mark))
    card = gate.read(lambda s: records.get(s, BACKLOG_ITEM, made))
    assert card["title"] == advice.text


def test_what_is_decided_stands_under_next_before_there_is_a_next_sprint(gate: Gate) -> None:
    own = sprint(gate, "S3")
    before = gate.read(lambda s: reviews.review(s, own))
    assert before.next_sprint == ""
    line = CardLine("Relire la charte", effort=1)
    said = done(gate, lambda s: review_edits.add(s, own, Column.NEXT, line, "public"))
    advice = next(each for each in before.of(Column.NEXT) if each.what is What.ADVICE)
    taken = done(gate, lambda s: review_edits.take_advice(s, own, advice.key, advice.mark))
    after = gate.read(lambda s: reviews.review(s, own)).of(Column.NEXT)
    keys = [each.key for each in after if each.what is What.ITEM]
    assert {said, taken} <= set(keys)
    assert len(keys) == len(set(keys))
    # What was taken is advised no more; something else is.
    advised = [each.text for each in after if each.what is What.ADVICE]
    assert advice.text not in advised
    assert len(advised) == 3
    following = done(gate, lambda s: review_edits.draft(s, own))
    view = next(v for v in gate.read(sprints.overview) if v.id == following)
    assert {card.item_id for card in view.cards} == set(keys)


def test_what_the_sandbox_showed_is_brought_once_with_whence_it_comes(gate: Gate) -> None:
    own = sprint(gate, "S3")
    found = gate.read(lambda s: reviews.review(s, own))
    # The session of 28 April: one thing helps, two hinder; a question and an idea are neither.
    assert {column: len(keys) for column, keys in found.observed.items()} == {
        Column.LIKE: 1,
        Column.DISLIKE: 2,
    }
    for column, keys in found.observed.items():
        done(gate, partial(review_edits.bring, sprint=own, column=column, keys=keys))
    after = gate.read(lambda s: reviews.review(s, own))
    assert after.observed == {}
    (helped,) = [each for each in after.of(Column.LIKE) if each.beneath == "BS1"]
    assert helped.text == "Les transmissions se retrouvent en deux gestes."
    assert gate.read(lambda s: reviews.review(s, sprint(gate, "S2"))).observed == {}


@pytest.mark.parametrize("viewer", [MEDIATOR, PUBLIC])
@pytest.mark.parametrize("ref", ["S2", "S3"])
def test_what_is_heard_again_is_what_a_whole_reading_finds(
    gate: Gate, ref: str, viewer: Audience
) -> None:
    own = sprint(gate, ref)
    before = gate.read(lambda s: reviews.review(s, own, viewer))
    words = gate.read(lambda s: records.list_rows(s, REVIEW_NOTE)).dicts()
    of_it = [row["id"] for row in words if row["sprint_id"] == own]
    for key, by in zip(of_it, (9, 5, 7), strict=False):
        done(gate, partial(review_edits.vote, keys=[key], by=by))
    for column in (Column.DISLIKE, Column.TENSION):
        line = CardLine("Dit après coup")
        for level in ("public", "mediator"):
            said = partial(review_edits.add, sprint=own, column=column, line=line, level=level)
            done(gate, said)
    again = gate.read(lambda s: reviews.heard_again(s, before, viewer))
    assert again != before
    assert again == gate.read(lambda s: reviews.review(s, own, viewer))


def test_a_room_sees_what_is_public(gate: Gate) -> None:
    own = sprint(gate, "S3")
    done(gate, lambda s: review_edits.add(s, own, Column.LIKE, CardLine("Secret"), "mediator"))
    found = gate.read(lambda s: reviews.review(s, own, PUBLIC))
    assert "Secret" not in {each.text for each in found.said}
