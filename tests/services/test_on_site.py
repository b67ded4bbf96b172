"""The morning at a client's: what comes, what is open, what is new, on a small mission."""

import datetime as dt
from typing import Any

import pytest

from entente.domain.actor import ACTOR
from entente.domain.climate.survey import WAVE
from entente.domain.coaching.records import COACHING_SESSION, COACHING_TRACK
from entente.domain.confidentiality import PUBLIC
from entente.domain.cooperation.records import CONVENTION
from entente.domain.difficulty import DIFFICULTY
from entente.domain.follow_up import COMMITMENT, DECISION
from entente.domain.interaction import INTERACTION
from entente.domain.mediation_session import MEDIATION_SESSION
from entente.domain.records import RecordType
from entente.domain.relation import RELATION
from entente.domain.risk import RISK
from entente.domain.sprint import SPRINT
from entente.domain.start.arrangement import ARRANGEMENT
from entente.services import on_site, records, surveys
from entente.store.gate import Gate
from entente.store.session import Session

TODAY = dt.date(2026, 6, 10)


def day(number: int) -> dt.date:
    return TODAY + dt.timedelta(days=number)


def make(gate: Gate, record_type: RecordType, /, **values: Any) -> str:  # noqa: ANN401  # any field
    found: list[str] = []
    gate.run("Make", lambda s: found.append(records.create(s, record_type, values)))
    return found[0]


@pytest.fixture
def busy(gate: Gate) -> Gate:
    """Give one thing of each kind that comes, and one of each that does not count."""
    difficulty = make(gate, DIFFICULTY, title="D", opened_on=day(-30))
    person = make(gate, ACTOR, name="Lou Sénéchal")
    bank: list[str] = []
    gate.run("Bank", lambda s: bank.append(surveys.load(s, "barometer")))
    held = {"difficulty_id": difficulty, "held_on": day(1)}
    make(gate, MEDIATION_SESSION, title="Séance", status="planned", starts_at="14:00", **held)
    make(gate, MEDIATION_SESSION, title="Tenue", status="held", **held)
    make(gate, COMMITMENT, statement="Je relis", state="open", due_on=day(2))
    make(gate, COMMITMENT, statement="Fait", state="kept", due_on=day(2))
    make(gate, DECISION, title="Décidé", due_on=day(3))
    make(gate, DECISION, title="Exécuté", due_on=day(3), executed_on=day(-1))
    make(gate, SPRINT, name="S1", starts_on=day(-10), ends_on=day(4))
    make(gate, WAVE, name="P1", questionnaire_id=bank[0], planned_on=day(5))
    make(gate, WAVE, name="P2", questionnaire_id=bank[0], planned_on=day(6), opened_on=day(-1))
    make(gate, RISK, event="Risque", review_on=day(6))
    make(gate, RISK, event="Passé", review_on=day(6), status="occurred")
    make(gate, CONVENTION, title="Convention", expires_on=day(50))
    make(gate, ARRANGEMENT, starts_on=day(-20), relation_days=28)
    tie = make(gate, RELATION, from_id=person, to_id=make(gate, ACTOR, name="Ange"))
    gate.run("Rate", lambda s: records.rate(s, RELATION, tie, {"quality": 1}, on=day(-20)))
    track = make(gate, COACHING_TRACK, actor_id=person, consented_on=day(-5))
    session = {"track_id": track, "actor_id": person, "held_on": day(7)}
    make(gate, COACHING_SESSION, presence="planned", **session)
    make(gate, COMMITMENT, statement="Trop loin", state="open", due_on=day(15))
    make(gate, DECISION, title="En retard", due_on=day(-1))
    return gate


def test_what_comes_is_told_by_its_day(busy: Gate) -> None:
    found = busy.read(on_site.ahead)
    assert [(each.title, (each.day - TODAY).days) for each in found] == [
        ("Séance", 1),
        ("Je relis", 2),
        ("Décidé", 3),
        ("S1", 4),
        ("P1", 5),
        ("Risque", 6),
        ("Lou Sénéchal", 7),
        ("", 8),
        ("Convention", 50),
    ]
    assert found[0].at == "14:00"
    assert found[-2].kind == "arrangement"
    assert [wave.title for wave in busy.read(on_site.open_waves)] == ["P2"]


def test_others_are_told_nothing_that_is_private(busy: Gate) -> None:
    assert busy.read(lambda s: on_site.ahead(s, PUBLIC)) == ()
    assert busy.read(lambda s: on_site.open_waves(s, PUBLIC)) == ()
    assert busy.read(lambda s: on_site.since_last_visit(s, PUBLIC)) == on_site.Since(None)


def test_new_is_what_came_after_the_last_time_one_met_somebody(gate: Gate) -> None:
    def write(session: Session) -> None:
        person = {"name": "Lou", "power": 2.0}
        key = records.create(session, ACTOR, person)
        for number, power in ((-20, 3.0), (-4, 5.0)):
            records.rate(session, ACTOR, key, {"power": power}, on=day(number))

    assert gate.read(on_site.since_last_visit) == on_site.Since(None)
    make(gate, INTERACTION, subject="Atelier", kind="workshop", held_on=day(-7))
    make(gate, INTERACTION, subject="Appel", kind="call", held_on=day(-2))
    make(gate, INTERACTION, subject="Ce matin", kind="meeting", held_on=TODAY)
    gate.run("Write", write)
    make(gate, DIFFICULTY, title="Ancienne", opened_on=day(-7))
    make(gate, DIFFICULTY, title="Nouvelle", opened_on=day(-3))
    make(gate, RISK, event="Neuf", opened_on=day(-1))
    found = gate.read(on_site.since_last_visit)
    assert found.day == day(-7)
    assert [each.title for each in found.fresh] == ["Neuf", "Nouvelle"]
    assert [(each.name, each.before, each.after) for each in found.scores] == [("Lou", 3.0, 2.0)]
