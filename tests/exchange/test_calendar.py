import datetime as dt
from pathlib import Path

import pytest

from entente.domain.sessions_plan import Event
from entente.errors import OutputError
from entente.exchange.calendar import to_ics, write_ics

NOW = dt.datetime(2026, 6, 10, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=2)))
DAY = dt.date(2026, 6, 12)
HOSTILE = "a;b,c\\\r\nATTACH:file:///etc/passwd\r\nEND:VEVENT\u2028X \x00\u202e🙂" + "é" * 300


def lines(*events: Event) -> list[str]:
    return to_ics(events, NOW).decode().split("\r\n")


def unfolded(*events: Event) -> list[str]:
    return to_ics(events, NOW).decode().replace("\r\n ", "").split("\r\n")


def test_a_session_is_an_event_at_local_time() -> None:
    found = lines(Event("k1", "Séance – CONFLUENT", DAY, dt.time(14), 90, "Salle B2"))
    assert found == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Entente//Entente//FR",
        "BEGIN:VEVENT",
        "UID:k1@entente",
        "DTSTART:20260612T140000",
        "DTEND:20260612T153000",
        "CLASS:PRIVATE",
        "DTSTAMP:20260610T070000Z",
        "LOCATION:Salle B2",
        "STATUS:CONFIRMED",
        "SUMMARY:Séance – CONFLUENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_without_a_time_it_takes_the_day_and_without_minutes_an_hour() -> None:
    found = lines(Event("a", "S", DAY), Event("b", "S", DAY, dt.time(23, 30)))
    assert "DTSTART;VALUE=DATE:20260612" in found
    assert "DTEND;VALUE=DATE:20260613" in found
    assert "DTEND:20260613T003000" in found


def test_what_was_cancelled_says_so_and_people_are_only_named() -> None:
    found = unfolded(Event("a", "S", DAY, people=("Odile", "Roy, Anselme"), is_cancelled=True))
    assert "STATUS:CANCELLED" in found
    assert "DESCRIPTION:Expected: Odile\\, Roy\\, Anselme" in found
    assert not any(line.startswith("ATTENDEE") for line in found)


def test_hostile_text_begins_no_line_of_its_own() -> None:
    found = lines(Event("a", HOSTILE, DAY, place=HOSTILE, people=(HOSTILE, HOSTILE)))
    assert all(len(line.encode()) <= 75 for line in found)
    names = {line.split(":")[0].split(";")[0] for line in found if not line.startswith(" ")}
    assert "ATTACH" not in names
    assert [line for line in found if line == "END:VEVENT"] == ["END:VEVENT"]
    whole = "".join(unfolded(Event("a", HOSTILE, DAY)))
    assert "SUMMARY:a\\;b\\,c\\\\ ATTACH:file:///etc/passwd END:VEVENT X" in whole
    assert not {"\x00", "\u2028", "\u202e"} & set(whole)


def test_a_calendar_without_events_is_still_one() -> None:
    assert lines()[0] == "BEGIN:VCALENDAR"
    assert lines()[-2] == "END:VCALENDAR"


def test_a_file_is_written_whole_or_refused(tmp_path: Path) -> None:
    target = tmp_path / "s.ics"
    target.write_text("old")
    write_ics(target, (Event("a", "S", DAY),), NOW)
    assert target.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    with pytest.raises(OutputError):
        write_ics(tmp_path / "none" / "s.ics", (), NOW)
