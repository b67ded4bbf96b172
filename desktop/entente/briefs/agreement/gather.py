"""Takes from a mission what one reader may know of an agreement."""

import datetime as dt
from dataclasses import replace
from typing import Final

from entente.briefs import searched
from entente.briefs.gathering import Gathering, Row, require
from entente.briefs.leftover import left_out
from entente.briefs.told import Datum, Entry, Told
from entente.domain.agreement import AGREEMENT, CLAUSE, KIND_LABELS
from entente.domain.confidentiality import Audience, Level
from entente.domain.follow_up import COMMITMENT
from entente.domain.mission import MISSION
from entente.domain.party import PARTY
from entente.domain.text import natural_key
from entente.errors import InvalidValueError
from entente.i18n import N_, _
from entente.services.clauses import reading as read_clauses
from entente.services.disclosure import head_of
from entente.store.session import Session

_AGREEMENT: Final = N_("Agreement")


def gather(
    session: Session,
    agreement_id: str,
    audience: Audience,
    on: dt.date | None = None,
    *,
    kind: str = "",
) -> Told:
    """Return an agreement for one reader.

    Args:
        session: The open mission.
        agreement_id: Key of the agreement.
        audience: The reader; a party without a key stands for all who sign.
        on: The day whose state is shown; today if None.
        kind: The kind of agreement it has to be; any if empty.

    Raises:
        InvalidValueError: If it is of the other kind.
        RecordMissingError: If there is no such agreement, or the reader is not a party.
    """
    day = on or session.today
    found = require(session, AGREEMENT, agreement_id)
    if kind and found["kind"] != kind:
        raise InvalidValueError(_AGREEMENT, found["ref"], _(KIND_LABELS[kind]))
    gathering = Gathering(session, audience, day)
    (row,) = gathering.read(AGREEMENT, "id", [agreement_id])
    gathering.read(CLAUSE, "agreement_id", [agreement_id])
    gathering.read(COMMITMENT, "agreement_id", [agreement_id])
    gathering.read_all(MISSION)
    parties = gathering.read(PARTY, "difficulty_id", [row["difficulty_id"]])
    gathering.seat(each["actor_id"] for each in parties)
    head = head_of(session, audience, day, gathering.recipient())
    clauses = gathering.entries(CLAUSE)
    withheld = [
        each
        for each in left_out(gathering)
        if each.table in {AGREEMENT.name, CLAUSE.name, COMMITMENT.name, "actor"}
    ]
    return Told(
        head=head,
        subject=_subject(gathering, row),
        lists={
            MISSION.name: gathering.entries(MISSION),
            PARTY.name: _signatories(gathering),
            CLAUSE.name: _filled(session, agreement_id, audience, clauses),
            COMMITMENT.name: gathering.entries(COMMITMENT),
        },
        withheld=tuple(withheld),
        texts=searched.texts_of(gathering, head.texts()),
    )


def _filled(
    session: Session, agreement_id: str, audience: Audience, clauses: tuple[Entry, ...]
) -> tuple[Entry, ...]:
    """Return the clauses in their order, their fields filled in for the reader."""
    reading = read_clauses(session, agreement_id, audience)
    texts = {each.key: each.filled.text for each in reading.paragraphs if each.key}
    found = []
    for clause in sorted(clauses, key=lambda each: each.number("position") or 0):
        data = tuple(
            replace(each, value=texts.get(clause.key, each.value)) if each.name == "text" else each
            for each in clause.data
        )
        found.append(replace(clause, data=data))
    return tuple(found)


def _subject(gathering: Gathering, row: Row) -> Entry:
    """Return the agreement; of which kind it is, nobody who asks for one is told anew."""
    found = gathering.entry(AGREEMENT, row) or Entry(AGREEMENT.name, ref=row["ref"])
    if found.datum("kind"):
        return found
    kind = Datum("kind", row["kind"], Level.PUBLIC, is_words=False)
    return replace(found, data=(kind, *found.data))


def _signatories(gathering: Gathering) -> tuple[Entry, ...]:
    """Return who signs: names and whom they stand for, nothing of what they said."""
    found = []
    for row in gathering.rows[PARTY.name]:
        told = gathering.entry(PARTY, row) or Entry(PARTY.name)
        ref = gathering.ref(row["actor_id"])
        person = gathering.person(replace(told, ref=ref, caucus_of=ref), row)
        found.append(replace(person, data=(), history=()))
    return tuple(sorted(found, key=lambda each: natural_key(each.ref)))
