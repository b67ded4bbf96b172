"""The ways out of a difficulty: options weighed against interests, criteria, offers, limits."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select

from entente.domain.actor import ACTOR
from entente.domain.confidentiality import MEDIATOR, Audience, joint_level
from entente.domain.note import NOTE, NoteKind
from entente.domain.offers import Dated, chain
from entente.domain.option import INTEREST, OFFER, OPTION, OPTION_SCORE, OptionStatus
from entente.domain.option_matrix import (
    Concern,
    Domination,
    Service,
    dominated,
    least_served,
    services,
)
from entente.domain.party import PARTY
from entente.domain.records import LEVEL_FIELD
from entente.domain.text import fold
from entente.domain.zopa import Limit, Side, Zone, zones
from entente.services import mediation, presentation, records
from entente.services.presentation import rows_where
from entente.store.schema import TABLES
from entente.store.session import Session

_OWNER: Final = "difficulty_id"
#: Fields of a party whose lines can be taken over as interests, with the kinds of note alike.
_SOURCES: Final = ("interests", "needs")
_NOTED: Final = frozenset({NoteKind.INTEREST.value, NoteKind.NEED.value})
_LINES: Final = re.compile(r"\n|;\s")
_BULLETS: Final = " \t-–—•*·.\u00a0\u202f"


@dataclass(frozen=True, slots=True)
class OptionRow:
    """An option: a row of the matrix.

    Attributes:
        services: How far it meets each party's interests.
        least: Keys of the actors it serves least.
        domination: Why another is better all round, None where none is.
    """

    key: str
    text: str
    status: str
    services: tuple[Service, ...]
    least: tuple[str, ...]
    domination: Domination | None


@dataclass(frozen=True, slots=True)
class Matrix:
    """Options × interests, as the viewer may see them.

    Attributes:
        options: In the order they were noted.
        interests: Party by party; those all share come last.
        texts: Of the interests, by key.
        parties: What each actor is called, in the order of the parties; "" is for all.
        scores: By key of the option and of the interest; blanks are not there.
    """

    options: tuple[OptionRow, ...]
    interests: tuple[Concern, ...]
    texts: Mapping[str, str]
    parties: Mapping[str, str]
    scores: Mapping[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of a party, or a note, that could be an interest of the matrix."""

    text: str
    actor: str
    level: str


@dataclass(frozen=True, slots=True)
class OfferRow:
    """An offer in the chain.

    Attributes:
        answers: Key of the offer it answers, empty for none.
        depth: How many offers it goes back on.
    """

    key: str
    actor: str
    text: str
    amount: float | None
    made_on: dt.date | None
    answers: str
    status: str
    depth: int


@dataclass(frozen=True, slots=True)
class Bargain:
    """What is offered, and between which limits.

    Attributes:
        offers: By rising date.
        limits: Those the viewer may know; a party of a limit is known by its actor.
        zones: One for each pair of who pays and who receives.
        names: What each actor is called.
    """

    offers: tuple[OfferRow, ...]
    limits: tuple[Limit, ...]
    zones: tuple[Zone, ...]
    names: Mapping[str, str]


def matrix(session: Session, difficulty: str, viewer: Audience = MEDIATOR) -> Matrix:
    """Return the options of a difficulty weighed against the interests there are."""
    names = presentation.labels_for(session, ACTOR, viewer)
    order = [
        row["actor_id"] for row in rows_where(session, PARTY, viewer, difficulty_id=difficulty)
    ]
    found = rows_where(session, INTEREST, viewer, difficulty_id=difficulty)
    owners = [row["actor_id"] or "" for row in found]
    parties = [*dict.fromkeys([*order, *filter(None, owners)]), *([""] if "" in owners else [])]
    found.sort(key=lambda row: parties.index(row["actor_id"] or ""))
    concerns = tuple(Concern(row["id"], row["actor_id"] or "") for row in found)
    options = rows_where(session, OPTION, viewer, difficulty_id=difficulty)
    scores = _scores(session, viewer, {row["id"] for row in options}, {c.key for c in concerns})
    open_ones = [row["id"] for row in options if row["status"] != OptionStatus.DROPPED]
    worse = dominated(open_ones, [concern.key for concern in concerns], scores)
    rows = []
    for option in options:
        served = services(option["id"], concerns, scores, order)
        rows.append(
            OptionRow(
                option["id"],
                option["text"] or "",
                option["status"],
                served,
                least_served(served),
                worse.get(option["id"]),
            )
        )
    return Matrix(
        tuple(rows),
        concerns,
        {row["id"]: row["text"] or "" for row in found},
        {key: names.get(key, "") for key in parties},
        scores,
    )


def _scores(
    session: Session, viewer: Audience, options: set[str], interests: set[str]
) -> dict[tuple[str, str], int]:
    rows = presentation.table_for(session, OPTION_SCORE, viewer).dicts()
    return {
        (row["option_id"], row["interest_id"]): row["score"]
        for row in rows
        if row["option_id"] in options and row["interest_id"] in interests
    }


def score(session: Session, values: Mapping[tuple[str, str], int | None]) -> None:
    """Say how far options meet interests; None makes a cell blank again.

    A new score may be read by whoever may read both the option and the interest.

    Raises:
        InvalidValueError: If a score is not one of 0 to 3.
        RecordMissingError: If there is no such option or interest.
    """
    for (option, interest), value in values.items():
        there = _score_key(session, option, interest)
        if value is None:
            if there:
                records.remove(session, OPTION_SCORE, there)
        elif there:
            records.change(session, OPTION_SCORE, there, {"score": value})
        else:
            pair = {"option_id": option, "interest_id": interest}
            level = _level(session, option, interest)
            records.create(session, OPTION_SCORE, {**pair, "score": value, LEVEL_FIELD: level})


def _score_key(session: Session, option: str, interest: str) -> str:
    table = TABLES[OPTION_SCORE.name]
    same = select(table.c.id).where(table.c.option_id == option, table.c.interest_id == interest)
    found = session.rows(same)
    return str(found[0].id) if found else ""


def _level(session: Session, option: str, interest: str) -> str:
    joined = (records.get(session, OPTION, option), records.get(session, INTEREST, interest))
    return joint_level(each[LEVEL_FIELD] for each in joined).value


def early_for(session: Session, difficulty: str) -> tuple[str, ...]:
    """Return the parties nobody has asked why yet, though there are options already."""
    return mediation.wheel_of(session, difficulty).early_for


def candidates(session: Session, difficulty: str) -> tuple[Candidate, ...]:
    """Return what the parties' texts and notes hold that is not among the interests yet."""
    taken = {
        (row["actor_id"] or "", fold(row["text"] or ""))
        for row in rows_where(session, INTEREST, difficulty_id=difficulty)
    }
    found: dict[tuple[str, str], Candidate] = {}
    for each in (*_from_parties(session, difficulty), *_from_notes(session, difficulty)):
        key = (each.actor, fold(each.text))
        if each.text and key not in taken:
            found.setdefault(key, each)
    return tuple(found.values())


def _from_parties(session: Session, difficulty: str) -> Iterator[Candidate]:
    for party in rows_where(session, PARTY, difficulty_id=difficulty):
        for name in _SOURCES:
            for line in _LINES.split(party[name] or ""):
                yield Candidate(line.strip(_BULLETS), party["actor_id"], party[f"{name}_level"])


def _from_notes(session: Session, difficulty: str) -> Iterator[Candidate]:
    table = TABLES[NOTE.name]
    said = select(table.c.text, table.c.actor_id, table.c[LEVEL_FIELD].label("level")).where(
        table.c[_OWNER] == difficulty,
        table.c.kind.in_(sorted(_NOTED)),
        table.c.struck.is_not(True),
    )
    for row in session.rows(said):
        yield Candidate((row.text or "").strip(), row.actor_id or "", row.level)


def take_over(session: Session, difficulty: str, chosen: Sequence[Candidate]) -> list[str]:
    """Make interests of what was found, as private as where it comes from; return their keys."""
    return [
        records.create(
            session,
            INTEREST,
            {
                _OWNER: difficulty,
                "text": each.text,
                "actor_id": each.actor or None,
                LEVEL_FIELD: each.level,
            },
        )
        for each in chosen
    ]


def bargain(session: Session, difficulty: str, viewer: Audience = MEDIATOR) -> Bargain:
    """Return what is offered, and the zone of possible agreement as far as it may be known."""
    rows = {row["id"]: row for row in rows_where(session, OFFER, viewer, difficulty_id=difficulty)}
    links = chain(
        [Dated(key, row["answers_id"] or "", row["made_on"]) for key, row in rows.items()]
    )
    offers = tuple(
        OfferRow(
            link.key,
            rows[link.key]["actor_id"],
            rows[link.key]["text"] or "",
            rows[link.key]["amount"],
            rows[link.key]["made_on"],
            rows[link.key]["answers_id"] or "",
            rows[link.key]["status"],
            link.depth,
        )
        for link in links
    )
    limits = tuple(
        Limit(row["actor_id"], Side(row["side"]), row["limit"])
        for row in rows_where(session, PARTY, viewer, difficulty_id=difficulty)
        if row["side"] and row["limit"] is not None
    )
    names = presentation.labels_for(session, ACTOR, viewer)
    return Bargain(offers, limits, zones(limits), names)
