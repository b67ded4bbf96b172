"""The light arrangement: from an empty mission to its people, ladder, waves and calendar."""

import datetime as dt
from dataclasses import replace

import pytest

from entente.domain.actor import ACTOR
from entente.domain.climate.survey import WAVE
from entente.domain.confidentiality import PUBLIC
from entente.domain.relation import RELATION
from entente.domain.start.arrangement import ARRANGEMENT, RESOLUTION_STEP
from entente.domain.start.cadence import Due, next_due, rounds
from entente.domain.start.people import Pasted, read_people
from entente.errors import InvalidValueError
from entente.i18n import LANGUAGES, use_language
from entente.services import (
    arrangement,
    arrangement_calendar,
    arrangement_standing,
    mission,
    records,
    waves,
)
from entente.services.arrangement import Made, Rung, Seat
from entente.store.gate import Gate
from entente.store.session import Session

#: A Wednesday: the clock of the tests stands at it.
TODAY = dt.date(2026, 6, 10)


def test_names_are_read_as_people_paste_them() -> None:
    text = (
        "1. Anne Roy, cheffe de projet\n\n• Omar Sy — DSI\nJean-Luc Petit\nanne roy\nZoé;RSSI\n;\n"
    )
    assert read_people(text) == (
        Pasted("Anne Roy", "cheffe de projet"),
        Pasted("Omar Sy", "DSI"),
        Pasted("Jean-Luc Petit"),
        Pasted("Zoé", "RSSI"),
    )


def test_rounds_keep_their_rhythm_and_leave_out_days_nobody_works() -> None:
    sunday = dt.date(2026, 6, 14)
    days = rounds(sunday, 7, dt.date(2026, 6, 29), lambda day: day.weekday() < 5)
    assert days == (dt.date(2026, 6, 15), dt.date(2026, 6, 22), dt.date(2026, 6, 29))
    assert rounds(sunday, None, None) == ()
    # A year ahead, and no more than sixty.
    assert len(rounds(sunday, 1, None)) == 60
    assert rounds(sunday, 200, None) == (sunday, dt.date(2026, 12, 31))
    assert rounds(sunday, 7, dt.date(2026, 6, 13)) == ()


def test_what_was_done_before_the_beginning_does_not_count() -> None:
    assert next_due(TODAY, 30, dt.date(2026, 5, 1), TODAY) == Due(TODAY, is_late=False)
    assert next_due(dt.date(2026, 4, 1), 30, dt.date(2026, 5, 1), TODAY) == Due(
        dt.date(2026, 5, 31), is_late=True
    )
    assert next_due(TODAY, None, None, TODAY) is None


def put(gate: Gate, draft: arrangement.Draft) -> Made:
    made: list[Made] = []
    gate.run("Put in place", lambda session: made.append(arrangement.put_in_place(session, draft)))
    return made[0]


def draft_of(gate: Gate) -> arrangement.Draft:
    seats = (Seat("Anne Roy", "DSI", signs=True), Seat("Omar Sy"))
    found = gate.read(arrangement.propose)
    rungs = (replace(found.rungs[0], who="Omar Sy"), *found.rungs[1:])
    return replace(found, ends_on=dt.date(2026, 9, 30), seats=seats, rungs=rungs)


def test_an_empty_mission_gets_it_all_in_one_step_that_is_undone_as_one(gate: Gate) -> None:
    made = put(gate, draft_of(gate))
    assert (made.actors, made.waves) == (2, 3)
    found = gate.read(arrangement_standing.overview)
    assert found is not None
    assert found.questionnaire == "Barometer of the ten causes"
    assert [(seat.name, seat.signs) for seat in found.seats] == [
        ("Anne Roy", True),
        ("Omar Sy", False),
    ]
    assert [rung.days for rung in found.rungs] == [3, 7, 15, 30]
    assert found.rungs[0].who == "Omar Sy"
    assert found.review == Due(TODAY, is_late=False)
    assert found.wave == Due(TODAY, is_late=False)
    days = [row["planned_on"] for row in gate.read(lambda s: records.list_rows(s, WAVE)).dicts()]
    assert days == [TODAY, dt.date(2026, 6, 24), dt.date(2026, 7, 8)]
    gate.undo()
    assert gate.read(arrangement_standing.overview) is None
    assert gate.read(lambda s: [records.count(s, kind) for kind in (ACTOR, WAVE)]) == [0, 0]


def test_who_helps_and_who_gave_the_mission_stand_on_its_sheet(gate: Gate) -> None:
    gate.run("Name", lambda session: mission.change(session, {"name": "Fusion", "sponsor": "A"}))
    draft = draft_of(gate)
    assert draft.sponsor == "A"
    put(gate, replace(draft, mediator="Ida Passe", sponsor=""))
    told = gate.read(mission.read)
    # What was left empty is not forgotten.
    assert (told["mediator"], told["sponsor"]) == ("Ida Passe", "A")


def test_people_and_waves_that_are_there_are_not_made_twice(gate: Gate) -> None:
    draft = draft_of(gate)
    put(gate, draft)
    again = put(gate, replace(draft, seats=(Seat("anne  ROY"),)))
    assert (again.actors, again.waves) == (0, 0)
    assert gate.read(lambda s: records.count(s, ACTOR)) == 2


def test_two_people_of_the_same_name_both_sit_in_it(gate: Gate) -> None:
    for _number in range(2):
        gate.run("Add", lambda s: records.create(s, ACTOR, {"name": "Anne Roy"}))
    put(gate, replace(draft_of(gate), seats=gate.read(arrangement.people)))
    found = gate.read(arrangement_standing.overview)
    assert found is not None
    assert len({seat.actor_id for seat in found.seats}) == 2


def test_what_is_due_follows_what_was_rated_and_asked(gate: Gate) -> None:
    key = put(gate, draft_of(gate)).key

    def go_on(session: Session) -> None:
        one, other = (seat.actor_id for seat in arrangement.people(session))
        tie = records.create(session, RELATION, {"from_id": one, "to_id": other})
        session.rate(RELATION, tie, {"quality": 1}, dated_on=TODAY)
        for row in records.list_rows(session, WAVE).dicts()[:2]:
            waves.open_wave(session, row["id"])

    gate.run("Go on", go_on)
    found = gate.read(arrangement_standing.overview)
    assert found is not None
    assert found.key == key
    assert found.review == Due(TODAY + dt.timedelta(days=30), is_late=False)
    assert found.wave == Due(dt.date(2026, 7, 8), is_late=False)
    assert found.wave_id


def test_a_calendar_names_nobody_and_goes_on_after_the_waves_that_are_planned(gate: Gate) -> None:
    gate.run("Name", lambda session: mission.change(session, {"name": "Fusion"}))
    key = put(gate, draft_of(gate)).key
    found = gate.read(lambda s: arrangement_calendar.events(s, key, PUBLIC))
    told = " ".join(event.summary for event in found)
    assert "Roy" not in told
    assert "Sy" not in told
    reviews = [event.on for event in found if event.summary == "Review of relations – Fusion"]
    # 10 July and 8 September are working days; 9 August is a Sunday.
    assert reviews == [
        TODAY,
        dt.date(2026, 7, 10),
        dt.date(2026, 8, 10),
        dt.date(2026, 9, 8),
    ]
    asked = [event.on for event in found if "Questionnaire" in event.summary]
    # Every fortnight from 10 June to 30 September, each day once.
    assert len(asked) == len(set(asked)) == 9
    assert len({event.key for event in found}) == len(found)
    last = [event.summary for event in found if event.on == dt.date(2026, 9, 30)]
    assert "Review of the arrangement – Fusion" in last


def test_a_value_out_of_range_is_refused_as_a_whole(gate: Gate) -> None:
    draft = replace(draft_of(gate), rungs=(Rung("Somebody", days=999),))
    with pytest.raises(InvalidValueError):
        put(gate, draft)
    assert gate.read(lambda s: records.count(s, ARRANGEMENT)) == 0
    assert gate.read(lambda s: records.count(s, RESOLUTION_STEP)) == 0


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_proposal_is_whole_in_each_language(gate: Gate, code: str) -> None:
    use_language(code)
    found = gate.read(arrangement.propose)
    assert [rung.nature for rung in found.rungs] == ["signal", "tension", "conflict", "dispute"]
    assert all((rung.title, rung.level, rung.days) for rung in found.rungs)
    assert found.relation_grid
    assert found.who_reads
