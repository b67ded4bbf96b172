"""The support of a person: consent before all else, the person's own words, a closing."""

import datetime as dt
from collections.abc import Callable
from functools import partial

import pytest

from entente.domain.actor import ACTOR
from entente.domain.coaching.records import (
    COACHING_GOAL,
    COACHING_RATING,
    COACHING_SESSION,
    COACHING_TRACK,
    GOAL_READING,
    REFERRAL,
)
from entente.domain.confidentiality import PUBLIC, SPONSOR, party
from entente.errors import CoachingError, CoachingFault, InvalidValueError
from entente.i18n import speaking
from entente.messages import sentence
from entente.services import coaching, coaching_edits, records
from entente.store.gate import Gate
from entente.store.session import Session

DAY = dt.date(2026, 5, 4)
GOAL = {"statement": "Reformuler avant de répondre", "hoped": "deux fois sur trois"}


@pytest.fixture
def people(gate: Gate) -> tuple[str, str]:
    """Two actors."""
    keys: list[str] = []

    def add(session: Session) -> None:
        keys.extend(records.create(session, ACTOR, {"name": n}) for n in ("Aline", "Benoît"))

    gate.run("Add", add)
    return keys[0], keys[1]


@pytest.fixture
def track(gate: Gate, people: tuple[str, str]) -> str:
    """A support nobody has consented to yet."""
    return made(gate, lambda s: coaching_edits.begin(s, people[0]))


def made(gate: Gate, action: Callable[[Session], str]) -> str:
    keys: list[str] = []
    gate.run("Do", lambda session: keys.append(action(session)))
    return keys[0]


def consent(gate: Gate, track: str) -> None:
    gate.run("Consent", lambda s: coaching_edits.consent(s, track, "Oui, je le veux bien.", DAY))


def refused(gate: Gate, action: Callable[[Session], object]) -> CoachingFault:
    with pytest.raises(CoachingError) as caught:
        gate.run("Do", action)
    assert sentence(caught.value).endswith(".")
    return caught.value.fault


def whole(gate: Gate, track: str) -> coaching.Track:
    found = gate.read(lambda session: coaching.read(session, track))
    assert found is not None
    return found


@pytest.mark.parametrize(
    "note",
    [
        lambda s, track: coaching_edits.rate(s, track, {"strengths": 3}, on=DAY),
        lambda s, track: coaching_edits.aim(s, track, GOAL),
        lambda s, track: coaching_edits.meet(s, track, {}),
        lambda s, track: coaching_edits.refer(
            s, track, {"danger": "health", "referred_to": "Médecin du travail"}
        ),
        lambda s, track: records.create(
            s, COACHING_SESSION, {"track_id": track, "held_on": DAY, "actor_id": "x"}
        ),
    ],
)
def test_nothing_is_noted_before_consent(
    gate: Gate, track: str, note: Callable[[Session, str], object]
) -> None:
    assert refused(gate, lambda s: note(s, track)) is CoachingFault.NO_CONSENT
    consent(gate, track)
    gate.run("Note", lambda s: note(s, track))


def test_whatever_is_noted_is_of_the_person_who_consented(
    gate: Gate, track: str, people: tuple[str, str]
) -> None:
    consent(gate, track)
    values = {"track_id": track, "statement": "But", "actor_id": people[1]}
    goal = made(gate, lambda s: records.create(s, COACHING_GOAL, values))
    look = made(gate, lambda s: coaching_edits.look(s, goal, -1, on=DAY))
    of_other = {"actor_id": people[1]}
    gate.run("Change", lambda s: records.change(s, GOAL_READING, look, of_other))
    for kind, key in ((COACHING_GOAL, goal), (GOAL_READING, look)):
        row = gate.read(partial(records.get, record_type=kind, key=key))
        assert row["actor_id"] == people[0]
    change = {"actor_id": people[1]}
    assert refused(gate, lambda s: coaching_edits.change(s, track, change)) is CoachingFault.PERSON


def test_consent_is_not_emptied_and_a_support_not_deleted_once_something_is_noted(
    gate: Gate, track: str
) -> None:
    consent(gate, track)
    gate.run("Note", lambda s: coaching_edits.aim(s, track, GOAL))
    empty = {"consented_on": None}
    assert refused(gate, lambda s: coaching_edits.change(s, track, empty)) is CoachingFault.GIVEN
    remove = refused(gate, lambda s: records.remove(s, COACHING_TRACK, track))
    assert remove is CoachingFault.BEGUN


def test_a_support_without_a_note_can_still_be_taken_back(gate: Gate, track: str) -> None:
    consent(gate, track)
    gate.run("Change", lambda s: coaching_edits.change(s, track, {"consented_on": None}))
    gate.run("Remove", lambda s: records.remove(s, COACHING_TRACK, track))
    assert gate.read(coaching.tracks) == ()


def test_consent_needs_words_and_a_day_that_has_come(gate: Gate, track: str) -> None:
    for words, day in (("  ", DAY), ("Oui", dt.date(2999, 1, 1))):
        with pytest.raises(InvalidValueError):
            gate.run("C", partial(coaching_edits.consent, track=track, words=words, on=day))


@pytest.mark.parametrize(("words", "result"), [("", "Atteint"), ("Merci", " ")])
def test_a_support_closes_with_the_words_of_the_person(
    gate: Gate, track: str, words: str, result: str
) -> None:
    consent(gate, track)
    close = refused(gate, lambda s: coaching_edits.close(s, track, words, result))
    assert close is CoachingFault.NO_CLOSING
    by_hand = refused(gate, lambda s: coaching_edits.change(s, track, {"status": "closed"}))
    assert by_hand is CoachingFault.NO_CLOSING
    gate.run("Close", lambda s: coaching_edits.close(s, track, "Merci", "Attendu, obtenu"))
    assert whole(gate, track).is_closed
    gate.run("Reopen", lambda s: coaching_edits.reopen(s, track))
    assert not whole(gate, track).is_closed


def test_goals_ratings_and_sessions_are_read_in_their_order(gate: Gate, track: str) -> None:
    consent(gate, track)

    def note(session: Session) -> None:
        far = coaching_edits.aim(session, track, {"statement": "Loin", "horizon": "long"})
        near = coaching_edits.aim(session, track, GOAL)
        for days, score in ((20, 1), (0, -1), (20, 2)):
            coaching_edits.look(session, near, score, on=DAY + dt.timedelta(days=days))
        coaching_edits.look(session, far, 0, on=DAY)
        for days, mark in ((20, 4), (0, 2)):
            day = DAY + dt.timedelta(days=days)
            coaching_edits.rate(session, track, {"strengths": mark, "focus": None}, on=day)
        for days, presence in ((0, "held"), (7, "moved"), (14, "held"), (21, "missed")):
            day = DAY + dt.timedelta(days=days)
            coaching_edits.meet(session, track, {"held_on": day, "presence": presence})

    gate.run("Note", note)
    found = whole(gate, track)
    assert [goal.values["statement"] for goal in found.goals] == [GOAL["statement"], "Loin"]
    assert [(goal.first, goal.last) for goal in found.goals] == [(-1, 2), (0, 0)]
    assert found.first == pytest.approx(43.798, abs=1e-3)  # 50 − 10 / √2.6
    assert found.last == pytest.approx(62.403, abs=1e-3)
    assert [row["strengths"] for row in found.ratings] == [2, 4]
    assert [row["presence"] for row in found.sessions] == ["missed", "held", "moved", "held"]
    assert found.kept.share == 0.5
    (line,) = gate.read(coaching.tracks)
    assert (line.ref, line.person, line.kept.due) == ("AI1", "Aline", 4)


def test_a_mention_is_proposed_until_somebody_was_referred(gate: Gate, track: str) -> None:
    consent(gate, track)
    said = {"held_on": DAY, "presence": "held", "choice": "Elle parle d’insomnies."}
    meeting = made(gate, lambda s: coaching_edits.meet(s, track, said))
    (found,) = whole(gate, track).raised
    assert (found.session, found.mention.danger, found.mention.word) == (
        meeting,
        "health",
        "insomnies",
    )
    referral = {"danger": "health", "referred_to": "Médecin du travail", "referred_on": DAY}
    gate.run("Refer", lambda s: coaching_edits.refer(s, track, referral))
    assert whole(gate, track).raised == ()
    later = {**said, "held_on": DAY + dt.timedelta(days=1)}
    gate.run("Meet", lambda s: coaching_edits.meet(s, track, later))
    assert len(whole(gate, track).raised) == 1


def test_the_person_reads_what_is_theirs_and_others_know_of_nothing(
    gate: Gate, track: str, people: tuple[str, str]
) -> None:
    consent(gate, track)
    gate.run("Aim", lambda s: coaching_edits.aim(s, track, GOAL))
    private = {"presence": "held", "observation": "Pour moi seule", "held_on": DAY}
    gate.run("Meet", lambda s: coaching_edits.meet(s, track, private))
    own = gate.read(lambda s: coaching.read(s, track, party(people[0])))
    assert own is not None
    assert [goal.values["statement"] for goal in own.goals] == [GOAL["statement"]]
    assert own.sessions == ()
    for reader in (party(people[1]), SPONSOR, PUBLIC, party("")):
        assert gate.read(partial(coaching.tracks, audience=reader)) == ()
        assert gate.read(partial(coaching.read, key=track, audience=reader)) is None


def test_kinds_that_hang_on_a_support_take_no_other_level() -> None:
    kinds = (COACHING_TRACK, COACHING_RATING, COACHING_GOAL, GOAL_READING, COACHING_SESSION)
    for kind in (*kinds, REFERRAL):
        assert set(kind.field("confidentiality").choices or {}) == {"mediator", "caucus"}


@pytest.mark.parametrize("code", ["fr", "en"])
def test_the_limits_of_the_role_are_told_in_both_languages(code: str) -> None:
    with speaking(code):
        assert len(coaching.limits()) == len(coaching.clauses()) == 7
