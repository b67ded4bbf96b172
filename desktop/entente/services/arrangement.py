"""The light arrangement around a project: put in place in one go, and where it stands since."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import func, select

from entente.domain.actor import ACTOR
from entente.domain.climate.survey import QUESTIONNAIRE, WAVE
from entente.domain.confidentiality import MEDIATOR, Audience, Level
from entente.domain.records import LEVEL_FIELD
from entente.domain.relation import RELATION
from entente.domain.start.arrangement import ARRANGEMENT, ARRANGEMENT_ACTOR, RESOLUTION_STEP
from entente.domain.start.cadence import Due, next_due, rounds
from entente.domain.text import heading_key
from entente.i18n import _, language
from entente.services import mission, presentation, records, surveys, waves
from entente.services.method_texts import read_file
from entente.services.working_days import calendar_of
from entente.store.schema import TABLES
from entente.store.session import Session

#: Waves planned at once, at the most: people answer one at a time.
WAVES_MAX: Final = 12
_PUBLIC: Final = {LEVEL_FIELD: Level.PUBLIC.value}


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody the arrangement concerns.

    Attributes:
        actor_id: Empty for somebody the mission does not know yet.
        signs: Whether the arrangement waits for their signature.
    """

    name: str
    role: str = ""
    actor_id: str = ""
    signs: bool = False


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the ladder of resolution.

    Attributes:
        who: Name of who is seized; empty if nobody is named.
        days: Within how many; None where it was not said.
        nature: From which nature of difficulty on; empty for any.
    """

    title: str
    level: str = ""
    who: str = ""
    days: int | None = None
    nature: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """An arrangement as the assistant proposes it, before anything is written.

    Attributes:
        bank: Key of a questionnaire of ours that is asked; empty for none.
        questionnaire_id: One of the mission that is asked instead; empty for none.
        waves: How many waves are planned now.
        population: How many people are asked, None if not known.
    """

    starts_on: dt.date
    ends_on: dt.date | None = None
    seats: tuple[Seat, ...] = ()
    relation_days: int | None = None
    relation_grid: str = ""
    bank: str = ""
    questionnaire_id: str = ""
    survey_days: int | None = None
    waves: int = 0
    population: int | None = None
    rungs: tuple[Rung, ...] = ()
    who_reads: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """What came of it.

    Attributes:
        key: Of the arrangement.
        actors: How many people the mission did not know before.
        waves: How many waves were planned.
    """

    key: str
    actors: int
    waves: int


@dataclass(frozen=True, slots=True)
class Standing:
    """The arrangement that holds, and what is due.

    Attributes:
        record: Its values.
        questionnaire: Name of what is asked; empty for none.
        seats: Who is followed, and who signs.
        rungs: The ladder, from below.
        review: The next review of relations, None without a rhythm.
        reviewed_on: The last day a relation was rated.
        wave: The next wave, None where none is planned and there is no rhythm.
        wave_id: Its key; empty where it still has to be planned.
    """

    record: Mapping[str, Any]
    questionnaire: str
    seats: tuple[Seat, ...]
    rungs: tuple[Rung, ...]
    review: Due | None
    reviewed_on: dt.date | None
    wave: Due | None
    wave_id: str

    @property
    def key(self) -> str:
        """Key of the arrangement."""
        return str(self.record["id"])


def propose(session: Session) -> Draft:
    """Return what the assistant begins with: our defaults, in the language in use."""
    texts = read_file(f"arrangement/{language()}.toml")
    known = mission.read(session)
    starts_on = max(session.today, known["starts_on"] or session.today)
    ends_on = known["ends_on"]
    return Draft(
        starts_on=starts_on,
        ends_on=ends_on if ends_on is not None and ends_on > starts_on else None,
        seats=people(session),
        relation_days=texts["relation_days"],
        relation_grid=texts["relation_grid"].strip(),
        bank="barometer",
        survey_days=texts["survey_days"],
        waves=3,
        rungs=tuple(Rung(**each) for each in texts["steps"]),
        who_reads=texts["who_reads"].strip(),
    )


def people(session: Session) -> tuple[Seat, ...]:
    """Return whoever the mission knows, by name."""
    rows = records.list_rows(session, ACTOR).dicts()
    seats = (Seat(row["name"], row["role"] or "", row["id"]) for row in rows)
    return tuple(sorted(seats, key=lambda seat: heading_key(seat.name)))


def wave_days(session: Session, draft: Draft) -> tuple[dt.date, ...]:
    """Return the days on which waves would be planned."""
    if not (draft.bank or draft.questionnaire_id):
        return ()
    working = calendar_of(session).is_working
    days = rounds(draft.starts_on, draft.survey_days, draft.ends_on, working)
    return days[: min(draft.waves, WAVES_MAX)]


def put_in_place(session: Session, draft: Draft) -> Made:
    """Write an arrangement with its people, its ladder and its first waves.

    Whoever signs it reads it: its records are public. People who were not known get a record
    of their own, which only the mediator reads until told otherwise.

    Raises:
        InvalidValueError: If a value is outside what its field takes.
    """
    asked = surveys.load(session, draft.bank) if draft.bank else draft.questionnaire_id
    key = records.create(
        session,
        ARRANGEMENT,
        {
            "starts_on": draft.starts_on,
            "ends_on": draft.ends_on,
            "relation_days": draft.relation_days,
            "relation_grid": draft.relation_grid or None,
            "questionnaire_id": asked or None,
            "survey_days": draft.survey_days if asked else None,
            "who_reads": draft.who_reads or None,
            **_PUBLIC,
        },
    )
    known, new = _seated(session, draft.seats)
    for seat in draft.seats:
        values = {"arrangement_id": key, "actor_id": known[heading_key(seat.name)]}
        records.create(session, ARRANGEMENT_ACTOR, {**values, "signs": seat.signs, **_PUBLIC})
    for position, rung in enumerate(draft.rungs, 1):
        _add_rung(session, key, position, rung, known)
    return Made(key, new, _plan(session, draft, asked))


def _seated(session: Session, seats: Sequence[Seat]) -> tuple[Mapping[str, str], int]:
    """Return the key of each person by their name, and how many had none before."""
    known = {heading_key(seat.name): seat.actor_id for seat in people(session)}
    new = 0
    for seat in seats:
        name = heading_key(seat.name)
        if seat.actor_id:
            known[name] = seat.actor_id
        elif name not in known:
            known[name] = records.create(
                session, ACTOR, {"name": seat.name, "role": seat.role or None}
            )
            new += 1
    return known, new


def _add_rung(
    session: Session, key: str, position: int, rung: Rung, known: Mapping[str, str]
) -> None:
    values = {
        "arrangement_id": key,
        "position": position,
        "title": rung.title,
        "level": rung.level or None,
        "actor_id": known.get(heading_key(rung.who)) if rung.who else None,
        "days": rung.days,
        "nature": rung.nature or None,
    }
    records.create(session, RESOLUTION_STEP, {**values, **_PUBLIC})


def _plan(session: Session, draft: Draft, asked: str) -> int:
    """Plan the first waves; one that is planned for such a day already stays the one it is."""
    if not asked:
        return 0
    there = records.list_rows(session, WAVE, where={"questionnaire_id": asked}).dicts()
    taken = {row["planned_on"] for row in there}
    names = {row["name"] for row in records.list_rows(session, WAVE).dicts()}
    days = [day for day in wave_days(session, draft) if day not in taken]
    for day, name in zip(days, _names(names), strict=False):
        level = Level.PUBLIC
        waves.plan(session, asked, day, name=name, population=draft.population, level=level)
    return len(days)


def _names(taken: set[str]) -> Iterator[str]:
    number = 0
    while True:
        number += 1
        name = _("Wave {number}").format(number=number)
        if name not in taken:
            yield name


def overview(session: Session, viewer: Audience = MEDIATOR) -> Standing | None:
    """Return the arrangement that holds, as `viewer` may know it: the one begun last."""
    rows = presentation.table_for(session, ARRANGEMENT, viewer).dicts()
    if not rows:
        return None
    record = max(rows, key=lambda row: (row["starts_on"], row["id"]))
    names = presentation.labels_for(session, ACTOR, viewer)
    surveyed = presentation.labels_for(session, QUESTIONNAIRE, viewer)
    asked = record["questionnaire_id"] or ""
    reviewed_on = _reviewed_on(session)
    wave, wave_id = _next_wave(session, record, viewer)
    return Standing(
        record=record,
        questionnaire=surveyed.get(asked, ""),
        seats=_seats(session, record["id"], viewer, names),
        rungs=_rungs(session, record["id"], viewer, names),
        review=next_due(record["starts_on"], record["relation_days"], reviewed_on, session.today),
        reviewed_on=reviewed_on,
        wave=wave,
        wave_id=wave_id,
    )


def _seats(
    session: Session, key: str, viewer: Audience, names: Mapping[str, str]
) -> tuple[Seat, ...]:
    rows = presentation.rows_where(session, ARRANGEMENT_ACTOR, viewer, arrangement_id=key)
    found = (
        Seat(names.get(row["actor_id"], ""), "", row["actor_id"], bool(row["signs"]))
        for row in rows
    )
    return tuple(sorted(found, key=lambda seat: (not seat.signs, heading_key(seat.name))))


def _rungs(
    session: Session, key: str, viewer: Audience, names: Mapping[str, str]
) -> tuple[Rung, ...]:
    rows = presentation.rows_where(session, RESOLUTION_STEP, viewer, arrangement_id=key)
    rows.sort(key=lambda row: row["position"] or 0)
    return tuple(
        Rung(
            row["title"] or "",
            row["level"] or "",
            names.get(row["actor_id"] or "", ""),
            row["days"],
            row["nature"] or "",
        )
        for row in rows
    )


def _reviewed_on(session: Session) -> dt.date | None:
    """Return the last day any relation was rated."""
    found = session.rows(select(func.max(TABLES[RELATION.rating_name].c.dated_on)))
    return found[0][0] if found else None


def _next_wave(
    session: Session, record: Mapping[str, Any], viewer: Audience
) -> tuple[Due | None, str]:
    asked = record["questionnaire_id"]
    if not asked:
        return None, ""
    rows = presentation.rows_where(session, WAVE, viewer, questionnaire_id=asked)
    planned = [row for row in rows if row["planned_on"] and row["opened_on"] is None]
    if planned:
        row = min(planned, key=lambda each: (each["planned_on"], each["ref"] or ""))
        return Due(row["planned_on"], row["planned_on"] < session.today), row["id"]
    held = [row["opened_on"] for row in rows if row["opened_on"] is not None]
    last = max(held, default=None)
    return next_due(record["starts_on"], record["survey_days"], last, session.today), ""
