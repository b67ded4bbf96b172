import datetime as dt

import pytest

from entente.domain.actor import ACTOR
from entente.domain.confidentiality import PUBLIC, SPONSOR
from entente.domain.difficulty import DIFFICULTY
from entente.domain.mediation_session import ATTENDANCE, MEDIATION_SESSION
from entente.domain.party import PARTY
from entente.errors import InvalidValueError, RecordMissingError
from entente.i18n import LANGUAGES, speaking
from entente.services import agendas, mediation_sessions, mission, records, session_calendar
from entente.services.mediation_sessions import Attendee
from entente.store.gate import Gate
from entente.store.session import Session


@pytest.fixture
def keys(gate: Gate) -> dict[str, str]:
    """A difficulty with two parties, and a third person."""
    made: dict[str, str] = {}

    def fill(session: Session) -> None:
        mission.start(session, {"name": "CONFLUENT"})
        for name in ("Odile", "Anselme", "Sidonie"):
            made[name] = records.create(session, ACTOR, {"name": name})
        made["K"] = records.create(session, DIFFICULTY, {"title": "Reprise, « données »"})
        for name in ("Odile", "Anselme"):
            party = {"difficulty_id": made["K"], "actor_id": made[name], "speaks_for": name}
            records.create(session, PARTY, party)

    gate.run("Fill", fill)
    return made


def planned(gate: Gate, keys: dict[str, str], proposed: str = "") -> str:
    made: list[str] = []
    gate.run(
        "Plan",
        lambda s: made.append(mediation_sessions.plan(s, keys["K"], "plenary", proposed=proposed)),
    )
    return made[0]


def change(gate: Gate, key: str, values: dict[str, object]) -> None:
    gate.run("Change", lambda s: mediation_sessions.change(s, key, values))


def people(gate: Gate, key: str) -> dict[str, Attendee]:
    found = gate.read(lambda s: mediation_sessions.attendees(s, key))
    return {one.name: one for one in found}


def test_parties_are_invited_and_the_agenda_begins_as_usual(
    gate: Gate, keys: dict[str, str]
) -> None:
    key = planned(gate, keys, "plenary")
    row = gate.read(lambda s: records.get(s, MEDIATION_SESSION, key))
    assert (row["title"], row["kind"], row["minutes"]) == ("Plenary session", "plenary", 90)
    assert (row["status"], row["hat"], row["ref"]) == ("planned", "mediation", "M1")
    items = gate.read(lambda s: mediation_sessions.agenda(s, key))
    assert [item["minutes"] for item in items] == [10, 20, 20, 10, 15, 10, 5]
    assert list(people(gate, key)) == ["Anselme", "Odile"]
    assert {one.presence for one in people(gate, key).values()} == {"invited"}


def test_every_proposed_agenda_is_there_in_both_languages_and_as_long() -> None:
    found = {}
    for code in LANGUAGES:
        with speaking(code):
            found[code] = agendas.proposals()
    assert [each.name for each in found["fr"]] == ["interview", "plenary", "caucus", "follow-up"]
    for one, other in zip(found["fr"], found["en"], strict=True):
        assert [m for __, m in one.items] == [m for __, m in other.items]
        assert one.title != other.title
        assert one.kind in (MEDIATION_SESSION.field("kind").choices or {})


def test_a_time_is_kept_in_one_form_and_another_is_refused(
    gate: Gate, keys: dict[str, str]
) -> None:
    key = planned(gate, keys)
    change(gate, key, {"starts_at": "2 pm"})
    assert gate.read(lambda s: records.get(s, MEDIATION_SESSION, key))["starts_at"] == "14:00"
    with pytest.raises(InvalidValueError):
        change(gate, key, {"starts_at": "après le café"})


def test_items_are_moved_and_keep_their_order_when_undone(gate: Gate, keys: dict[str, str]) -> None:
    key = planned(gate, keys)
    for text in ("a", "b", "c"):
        gate.run("Add", lambda s, t=text: mediation_sessions.add_item(s, key, t))  # type: ignore[misc]  # a loop's own value

    def order() -> str:
        items = gate.read(lambda s: mediation_sessions.agenda(s, key))
        return "".join(item["text"] for item in items)

    last = gate.read(lambda s: mediation_sessions.agenda(s, key))[2]["id"]
    gate.run("Move", lambda s: mediation_sessions.move_items(s, key, [last], 0))
    assert order() == "cab"
    gate.undo()
    assert order() == "abc"


def test_nobody_is_expected_twice(gate: Gate, keys: dict[str, str]) -> None:
    key = planned(gate, keys)
    some = [keys["Sidonie"], keys["Odile"], keys["Sidonie"]]
    gate.run("Invite", lambda s: mediation_sessions.invite(s, key, some))
    found = people(gate, key)
    assert list(found) == ["Anselme", "Odile", "Sidonie"]
    assert [one.is_party for one in found.values()] == [True, True, False]


def test_a_copy_is_a_plan_and_no_past(gate: Gate, keys: dict[str, str]) -> None:
    key = planned(gate, keys, "caucus")
    change(gate, key, {"outcome": "Convenu", "notes": "Secret", "starts_at": "9h", "place": "B2"})
    gate.run("Hold", lambda s: mediation_sessions.hold(s, key))
    gate.run("Speak", lambda s: mediation_sessions.add_spoken(s, key, {keys["Odile"]: 40}))
    made: list[str] = []
    gate.run("Copy", lambda s: made.append(mediation_sessions.duplicate(s, key)))
    row = gate.read(lambda s: records.get(s, MEDIATION_SESSION, made[0]))
    assert (row["status"], row["held_on"], row["outcome"], row["notes"]) == (
        "planned",
        None,
        None,
        None,
    )
    assert (row["kind"], row["starts_at"], row["place"]) == ("caucus", "09:00", "B2")
    assert len(gate.read(lambda s: mediation_sessions.agenda(s, made[0]))) == 5
    assert {(one.presence, one.spoken) for one in people(gate, made[0]).values()} == {
        ("invited", 0)
    }


def test_a_session_held_without_a_day_was_held_today(gate: Gate, keys: dict[str, str]) -> None:
    key = planned(gate, keys)
    gate.run("Hold", lambda s: mediation_sessions.hold(s, key))
    row = gate.read(lambda s: records.get(s, MEDIATION_SESSION, key))
    assert (row["status"], row["held_on"]) == ("held", dt.date(2026, 6, 10))


def test_who_speaks_is_present_and_seconds_add_up_to_a_day_at_most(
    gate: Gate, keys: dict[str, str]
) -> None:
    key = planned(gate, keys)
    for seconds in (30, 12, 0, -5, 86_400):
        gate.run(
            "Speak",
            lambda s, n=seconds: mediation_sessions.add_spoken(s, key, {keys["Odile"]: n}),  # type: ignore[misc]  # as above
        )
        if seconds == 12:
            assert (people(gate, key)["Odile"].spoken, people(gate, key)["Odile"].presence) == (
                42,
                "present",
            )
    assert people(gate, key)["Odile"].spoken == 86_400
    assert people(gate, key)["Anselme"].presence == "invited"


def test_those_who_stand_for_one_group_are_one_side(gate: Gate, keys: dict[str, str]) -> None:
    def another(session: Session) -> None:
        party = {"difficulty_id": keys["K"], "actor_id": keys["Sidonie"], "speaks_for": "ODILE "}
        records.create(session, PARTY, party)

    gate.run("Party", another)
    key = planned(gate, keys)
    spoken = {keys["Odile"]: 100, keys["Anselme"]: 300}
    gate.run("Speak", lambda s: mediation_sessions.add_spoken(s, key, spoken))
    found = tuple(people(gate, key).values())
    shared = mediation_sessions.share_out(found, {keys["Sidonie"]: 200})
    assert [(share.key, share.seconds) for share in shared.shares] == [
        (keys["Anselme"], 300),
        (keys["Odile"], 300),
    ]
    assert shared.index == pytest.approx(1.0)


def test_readers_of_a_session_are_those_of_its_parts_unless_these_have_their_own(
    gate: Gate, keys: dict[str, str]
) -> None:
    key = planned(gate, keys, "plenary")
    first, second = list(people(gate, key).values())
    gate.run(
        "Own", lambda s: records.change(s, ATTENDANCE, first.id, {"confidentiality": "sponsor"})
    )
    change(gate, key, {"confidentiality": "public"})
    items = gate.read(lambda s: mediation_sessions.agenda(s, key, PUBLIC))
    assert len(items) == 7
    rows = gate.read(lambda s: records.list_rows(s, ATTENDANCE, PUBLIC)).dicts()
    assert [(row["id"], row["spoken"]) for row in rows] == [(second.id, None)]


def test_seconds_are_for_the_mediator_alone(gate: Gate, keys: dict[str, str]) -> None:
    key = planned(gate, keys)
    change(gate, key, {"confidentiality": "sponsor"})
    gate.run("Speak", lambda s: mediation_sessions.add_spoken(s, key, {keys["Odile"]: 40}))
    rows = gate.read(lambda s: records.list_rows(s, ATTENDANCE, SPONSOR)).dicts()
    assert [row["spoken"] for row in rows] == [None, None]


def test_sessions_stand_by_day_and_time_and_those_without_last(
    gate: Gate, keys: dict[str, str]
) -> None:
    days = [(None, None), (dt.date(2026, 6, 12), "14h"), (dt.date(2026, 6, 12), "9h")]
    for day, time in days:
        change(gate, planned(gate, keys), {"held_on": day, "starts_at": time})
    found = gate.read(lambda s: mediation_sessions.of_difficulty(s, keys["K"]))
    assert [row["ref"] for row in found] == ["M3", "M2", "M1"]
    assert gate.read(lambda s: mediation_sessions.of_difficulty(s, keys["K"], PUBLIC)) == []


def test_a_calendar_names_neither_the_difficulty_nor_anybody(
    gate: Gate, keys: dict[str, str]
) -> None:
    key = planned(gate, keys, "caucus")
    planned(gate, keys)
    change(gate, key, {"held_on": dt.date(2026, 6, 12), "starts_at": "14h", "place": "B2"})
    (event,) = gate.read(session_calendar.events)
    assert event.summary == "Session – CONFLUENT"
    assert (event.on, event.at, event.minutes) == (dt.date(2026, 6, 12), dt.time(14), 40)
    assert event.people == ()
    (named,) = gate.read(lambda s: session_calendar.events(s, [key], with_names=True))
    assert named.people == ("Anselme", "Odile")

    gate.run(
        "Open", lambda s: records.change(s, DIFFICULTY, keys["K"], {"confidentiality": "public"})
    )
    (told,) = gate.read(session_calendar.events)
    assert told.summary == "Session – CONFLUENT – Reprise, « données »"


def test_a_session_that_is_not_there_is_not_exported(gate: Gate, keys: dict[str, str]) -> None:
    assert keys
    with pytest.raises(RecordMissingError):
        gate.read(lambda s: session_calendar.events(s, ["none"]))


def test_what_does_not_take_place_is_exported_only_when_asked_for(
    gate: Gate, keys: dict[str, str]
) -> None:
    key = planned(gate, keys)
    change(gate, key, {"held_on": dt.date(2026, 6, 12), "status": "cancelled"})
    assert gate.read(session_calendar.events) == ()
    (event,) = gate.read(lambda s: session_calendar.events(s, [key]))
    assert event.is_cancelled
