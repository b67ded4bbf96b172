"""The log of interactions: who took part, and where the mediator's time went."""

import datetime as dt
from functools import partial

import pytest

from entente.domain.actor import ACTOR
from entente.domain.confidentiality import PUBLIC
from entente.domain.interaction import INTERACTION, PRESENCE
from entente.domain.interaction_line import read_interaction
from entente.errors import RecordMissingError
from entente.services import interactions, records
from entente.store.gate import Gate

TODAY = dt.date(2026, 6, 10)


def people(gate: Gate) -> dict[str, str]:
    rows = gate.read(lambda s: records.list_rows(s, ACTOR)).dicts()
    return {row["ref"]: row["id"] for row in rows}


def test_the_sample_gives_each_their_share_of_the_time(confluent: Gate) -> None:
    found = confluent.read(interactions.time_by_actor)
    shares = {time.ref: time.share for time in found}
    # A11: 20 + 25 alone, 90 for two; A02: 90 for two, 30 alone, 120 for three. Then the working
    # group: two hours for eleven with both; two for eight, ten and nine, three for six with A02.
    assert shares["A11"] == pytest.approx(20 + 25 + 45 + 120 / 11)
    group = 120 / 8 + 120 / 10 + 180 / 6 + 120 / 11 + 120 / 9
    assert shares["A02"] == pytest.approx(45 + 30 + 40 + group)
    assert sum(shares.values()) == pytest.approx(
        (60 + 90 + 20 + 25 + 60 + 75 + 90 + 50 + 30 + 120 + 90 + 15)
        + (4 * 120 + 180)  # the working group
        + (60 + 45 + 45 + 45)  # four interviews
    )
    assert [time.share for time in found] == sorted((t.share for t in found), reverse=True)
    assert len(found) == 18


def test_the_time_spent_in_company_counts_whole_for_each(confluent: Gate) -> None:
    found = {time.ref: time for time in confluent.read(interactions.time_by_actor)}
    assert (found["A02"].minutes, found["A02"].times) == (
        (90 + 30 + 120) + (4 * 120 + 180),
        3 + 5,
    )
    assert found["A02"].last_on == dt.date(2026, 5, 12)
    assert (found["A17"].minutes, found["A17"].times, found["A17"].last_on) == (0, 0, None)


def test_the_log_begins_with_the_latest(confluent: Gate) -> None:
    found = confluent.read(interactions.log)
    assert len(found) == 12 + 5 + 4
    assert [entry.held_on for entry in found] == sorted(
        (entry.held_on for entry in found), reverse=True
    )
    assert found[0].people == ("Eulalie Marjolin",)


def test_as_of_a_day_nothing_later_took_place(confluent: Gate) -> None:
    day = dt.date(2026, 4, 9)
    found = confluent.read(lambda s: interactions.log(s, on=day))
    assert [entry.ref for entry in found] == [
        *("I4", "I21", "I15", "I14", "I3", "I20"),
        *("I19", "I2", "I18", "I13", "I1"),
    ]


def test_others_see_public_interactions_alone_and_roles_for_names(confluent: Gate) -> None:
    found = confluent.read(lambda s: interactions.log(s, PUBLIC))
    assert [entry.ref for entry in found] == [
        *("I10", "I17", "I16", "I6", "I15", "I14", "I2", "I13"),
    ]
    names = {name for entry in found for name in entry.people}
    assert "DSI mutualisé" in names
    assert "Anselme Ferrage" not in names


def test_a_line_becomes_an_interaction_in_one_step(own_confluent: Gate) -> None:
    gate = own_confluent
    known = gate.read(interactions.known)
    quick = read_interaction("22/04 appel A02 30 min reprise K1", TODAY, known)
    gate.run("Note", lambda s: interactions.add_quick(s, quick))
    row = gate.read(lambda s: records.list_rows(s, INTERACTION)).dicts()[-1]
    assert (row["ref"], row["subject"], row["kind"], row["minutes"], row["confidentiality"]) == (
        *("I22", "reprise", "call", 30),
        "mediator",
    )
    (entry,) = [each for each in gate.read(interactions.log) if each.id == row["id"]]
    assert entry.people == ("Anselme Ferrage",)
    gate.undo()
    assert len(gate.read(interactions.log)) == 21
    present = gate.read(lambda s: records.list_rows(s, PRESENCE)).dicts()
    assert not any(each["interaction_id"] == row["id"] for each in present)


def test_a_line_without_a_subject_takes_the_word_for_its_kind(own_confluent: Gate) -> None:
    known = own_confluent.read(interactions.known)
    for line in ("appel A02", "A02"):
        quick = read_interaction(line, TODAY, known)
        own_confluent.run("Note", partial(interactions.add_quick, quick=quick))
    subjects = [entry.subject for entry in own_confluent.read(interactions.log)[:2]]
    assert len(set(subjects)) == 2
    assert all(subjects)


def test_somebody_who_is_not_there_cannot_have_taken_part(own_confluent: Gate) -> None:
    values = {"subject": "Nobody", "held_on": TODAY}
    with pytest.raises(RecordMissingError):
        own_confluent.run("Note", lambda s: interactions.add(s, values, ["nobody"]))
    assert len(own_confluent.read(interactions.log)) == 21
