"""The light arrangement around a project: put in place in one go, and where it stands since."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from entente.domain.actor import ACTOR
from entente.domain.climate.survey import WAVE
from entente.domain.confidentiality import Level
from entente.domain.records import LEVEL_FIELD
from entente.domain.start.arrangement import ARRANGEMENT, ARRANGEMENT_ACTOR, RESOLUTION_STEP
from entente.domain.start.cadence import rounds
from entente.domain.text import heading_key
from entente.i18n import _, language
from entente.services import mission, records, surveys, waves
from entente.services.method_texts import read_file
from entente.services.working_days import calendar_of
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
        mediator, sponsor: Who helps, and who gave the mission; they stand on its sheet.
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
    mediator: str = ""
    sponsor: str = ""


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
        mediator=known["mediator"] or "",
        sponsor=known["sponsor"] or "",
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
    _introduce(session, draft)
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
    known, new = _meet(session, draft.seats)
    seated = {seat.actor_id or known[heading_key(seat.name)]: seat for seat in draft.seats}
    for actor, seat in seated.items():
        values = {"arrangement_id": key, "actor_id": actor, **_PUBLIC}
        records.create(session, ARRANGEMENT_ACTOR, {**values, "signs": seat.signs})
    for position, rung in enumerate(draft.rungs, 1):
        _add_rung(session, key, position, rung, known)
    return Made(key, new, _plan(session, draft, asked))


def _introduce(session: Session, draft: Draft) -> None:
    """Put who helps and who gave the mission on its sheet, where that was said anew."""
    known = mission.read(session)
    said = {"mediator": draft.mediator, "sponsor": draft.sponsor}
    new = {name: words for name, words in said.items() if words and words != known[name]}
    if new and known["name"]:
        mission.change(session, new)


def _meet(session: Session, seats: Sequence[Seat]) -> tuple[Mapping[str, str], int]:
    """Return the key of each person by their name, and how many had none before."""
    known = {heading_key(seat.name): seat.actor_id for seat in people(session)}
    before = len(known)
    for seat in seats:
        name = heading_key(seat.name)
        if not seat.actor_id and name not in known:
            values = {"name": seat.name, "role": seat.role or None}
            known[name] = records.create(session, ACTOR, values)
    return known, len(known) - before


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
