"""Difficulties at a glance: scope, escalation, next steps, what asks for attention."""

import datetime as dt

import pytest

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.confidentiality import PUBLIC, SPONSOR
from entente.domain.difficulty import DIFFICULTY, Scope, Standing, suggested_scope
from entente.domain.escalation import DatedStage, MandateAlert, mandate_alert, speed
from entente.domain.note import STEP
from entente.domain.party import PARTY
from entente.domain.records import RecordType
from entente.services import difficulties, records, summary
from entente.services.difficulties import Overview
from entente.store.gate import Gate


def add(gate: Gate, kind: RecordType, **values: object) -> str:
    keys: list[str] = []
    gate.run("Add", lambda session: keys.append(records.create(session, kind, values)))
    return keys[0]


def find(gate: Gate, kind: RecordType, ref: str) -> str:
    return gate.read(lambda session: records.find(session, kind, ref))


def difficulty(gate: Gate, ref: str) -> Overview:
    (found,) = (each for each in gate.read(difficulties.overview) if each.ref == ref)
    return found


def stages(*seen: tuple[int, int, int]) -> list[DatedStage]:
    return [DatedStage(dt.date(2026, month, day), stage) for month, day, stage in seen]


@pytest.mark.parametrize(
    ("parties", "expected"),
    [
        ([], None),
        ([Standing("g", "DSI")], None),
        ([Standing("g", "DSI"), Standing("e", "Éditeur")], Scope.INTER_ORGANISATION),
        ([Standing("g", "DSI"), Standing("e")], Scope.INTER_ORGANISATION),
        ([Standing("g", "DSI"), Standing("g", "Élus")], Scope.INTRA_ORGANISATION),
        ([Standing("g"), Standing("e")], Scope.INTERPERSONAL),
        ([Standing("g"), Standing("e", "  ")], Scope.INTERPERSONAL),
        ([Standing("g"), Standing("g")], Scope.INTERPERSONAL),
        ([Standing(), Standing("", "Élus")], Scope.INTERPERSONAL),
        ([Standing("", "Élus"), Standing("g")], Scope.INTRA_ORGANISATION),
    ],
)
def test_scope_follows_from_the_parties(parties: list[Standing], expected: Scope | None) -> None:
    assert suggested_scope(parties) is expected


def test_the_sample_s_scopes_are_those_of_the_source(confluent: Gate) -> None:
    found = {
        each.ref: (each.scope, each.scope_is_set) for each in confluent.read(difficulties.overview)
    }
    assert found == {
        "K1": (Scope.INTER_ORGANISATION, False),
        "K2": (Scope.INTERPERSONAL, False),
        "K3": (Scope.INTER_ORGANISATION, False),
        "K4": (Scope.INTRA_ORGANISATION, True),
        "K5": (Scope.INTERPERSONAL, False),
        "K6": (Scope.INTRA_ORGANISATION, False),
    }


def test_a_scope_that_was_set_wins_until_it_is_emptied(own_confluent: Gate) -> None:
    key = find(own_confluent, DIFFICULTY, "K1")
    own_confluent.run(
        "Set", lambda s: records.change(s, DIFFICULTY, key, {"scope": "interpersonal"})
    )
    assert own_confluent.read(lambda s: difficulties.scope_of(s, key)) is Scope.INTERPERSONAL
    own_confluent.run("Empty", lambda s: records.change(s, DIFFICULTY, key, {"scope": None}))
    assert own_confluent.read(lambda s: difficulties.scope_of(s, key)) is Scope.INTER_ORGANISATION


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        ([], None),
        (stages((3, 4, 2)), None),
        (stages((3, 4, 2), (3, 4, 3)), None),
        (stages((3, 1, 2), (3, 31, 4)), 2.0),
        (stages((3, 4, 2), (3, 25, 4)), 60 / 21),
        (stages((5, 6, 3), (5, 20, 2)), -30 / 14),
        (stages((3, 1, 2), (3, 31, 4), (3, 31, 3)), 1.0),
        (stages((3, 1, 5), (3, 31, 5)), 0.0),
    ],
)
def test_speed_is_stages_per_thirty_days(history: list[DatedStage], expected: float | None) -> None:
    assert speed(history) == (None if expected is None else pytest.approx(expected))


@pytest.mark.parametrize(
    ("stage", "expected"),
    [
        (None, None),
        (1, None),
        (5, None),
        (6, MandateAlert.AT_LIMIT),
        (7, MandateAlert.BEYOND),
        (9, MandateAlert.BEYOND),
    ],
)
def test_the_mandate_ends_after_the_sixth_stage(
    stage: int | None, expected: MandateAlert | None
) -> None:
    assert mandate_alert(stage) is expected


def test_a_difficulty_shows_who_how_far_and_how_fast(confluent: Gate) -> None:
    found = difficulty(confluent, "K1")
    assert (found.title, found.nature, found.status) == (
        "Reprise des données",
        "conflict",
        "settled",
    )
    assert found.stage == 2
    assert found.speed == pytest.approx(-30 / 14)
    assert found.alert is None
    assert [(party.name, party.speaks_for) for party in found.parties] == [
        ("Anselme Ferrage", "DSI mutualisée"),
        ("Hippolyte Versoir", "Logiprisme SAS"),
    ]
    assert found.steps[0].due_on == dt.date(2026, 6, 12)
    assert not any(step.is_overdue for step in found.steps)


def test_stages_come_by_date_with_their_facts(confluent: Gate) -> None:
    found = {each.ref: each for each in confluent.read(difficulties.overview)}
    assert found["K6"].history == (
        DatedStage(dt.date(2026, 3, 24), 4, "prises de position publiques"),
        DatedStage(dt.date(2026, 4, 14), 6, "alerte et expertise annoncées"),
        DatedStage(dt.date(2026, 5, 20), 4, "charte relue ensemble"),
    )


def test_the_sponsor_does_not_see_stages_kept_between_the_parties(confluent: Gate) -> None:
    found = {each.ref: each for each in confluent.read(lambda s: difficulties.overview(s, SPONSOR))}
    assert (found["K5"].history, found["K5"].stage) == ((), None)


def test_a_projected_overview_names_nobody(confluent: Gate) -> None:
    names = [row["name"] for row in confluent.read(lambda s: records.list_rows(s, ACTOR)).dicts()]
    shown = str(confluent.read(lambda session: difficulties.overview(session, PUBLIC)))
    assert not [name for name in names if name in shown]
    (k6,) = (
        each
        for each in confluent.read(lambda s: difficulties.overview(s, PUBLIC))
        if each.ref == "K6"
    )
    assert (k6.parties[0].name, k6.parties[0].speaks_for) == ("", "Élus du CSE")


def test_steps_whose_day_has_passed_are_overdue(confluent: Gate) -> None:
    overdue = confluent.read(difficulties.overdue_steps)
    assert [(step.text, step.who, str(step.due_on)) for step in overdue] == [
        (
            "Désigner un suppléant de la direction du foyer au groupe de travail.",
            "Gaspard Ormeval",
            "2026-06-01",
        ),
        ("Soumettre la charte au CSE.", "Philomène Grisaille", "2026-06-05"),
    ]


def test_a_step_due_today_or_on_no_day_is_not_overdue(gate: Gate) -> None:
    key = add(gate, DIFFICULTY, title="Horaires")
    for text, day in (("Hier", 9), ("Aujourd’hui", 10), ("Demain", 11)):
        add(gate, STEP, difficulty_id=key, text=text, due_on=dt.date(2026, 6, day))
    add(gate, STEP, difficulty_id=key, text="Un jour")
    add(gate, STEP, difficulty_id=key, text="Fait", due_on=dt.date(2026, 6, 1), done=True)
    steps = difficulty(gate, "K1").steps
    assert [(step.text, step.is_overdue) for step in steps] == [
        ("Hier", True),
        ("Aujourd’hui", False),
        ("Demain", False),
        ("Un jour", False),
    ]


def test_counts_are_those_of_the_registers(confluent: Gate) -> None:
    counted = confluent.read(summary.counts)
    assert (
        counted.items()
        >= {
            "actors": 18,
            "organisations": 7,
            "relations": 38,
            "difficulties": 6,
            "parties": 16,
            "causes": 4,
            "objectives": 5,
        }.items()
    )


def test_an_empty_mission_asks_for_no_attention(gate: Gate) -> None:
    found = gate.read(summary.attention)
    assert not any((found.stale, found.never_assessed, found.overdue, found.mandate, found.late))


def test_attention_goes_to_old_assessments_and_late_steps(confluent: Gate) -> None:
    found = confluent.read(summary.attention)
    seen_lately = {"A07", "A15"}  # on 12 and 20 May; the eleventh actor on the 11th, 30 days ago
    everybody = {f"A{number:02d}" for number in range(1, 19)}
    assert {each.ref for each in found.stale} == everybody - seen_lately
    assert found.never_assessed == ()
    assert len(found.overdue) == 2
    assert found.mandate == ()


def test_attention_goes_to_the_limit_of_the_mandate(own_confluent: Gate) -> None:
    key = find(own_confluent, DIFFICULTY, "K6")
    own_confluent.run("Rate", lambda session: records.rate(session, DIFFICULTY, key, {"stage": 7}))
    (found,) = own_confluent.read(summary.attention).mandate
    assert (found.ref, found.alert) == ("K6", MandateAlert.BEYOND)
    own_confluent.run("Close", lambda s: records.change(s, DIFFICULTY, key, {"status": "closed"}))
    assert own_confluent.read(summary.attention).mandate == ()


def test_a_party_without_organisation_lies_between_persons(gate: Gate) -> None:
    place = add(gate, ORGANISATION, name="Cap-Lisière")
    key = add(gate, DIFFICULTY, title="Horaires")
    for name, home in (("Un", place), ("Deux", None)):
        actor = add(gate, ACTOR, name=name, organisation_id=home)
        add(gate, PARTY, difficulty_id=key, actor_id=actor)
    assert difficulty(gate, "K1").scope is Scope.INTERPERSONAL
