"""Takes from a mission what one reader may know of its risks."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from entente.briefs import searched
from entente.briefs.gathering import Gathering, require
from entente.briefs.leftover import left_out
from entente.briefs.told import Entry, Reason, Told, Withheld
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.confidentiality import Audience, known_level
from entente.domain.difficulty import DIFFICULTY
from entente.domain.follow_up import DECISION
from entente.domain.mission import MISSION
from entente.domain.raid import RAID_ITEM
from entente.domain.records import RecordType
from entente.domain.risk import RISK, RISK_CAUSE, RISK_LINK
from entente.domain.risk_scales import RISK_BAND, RISK_CELL, RISK_STEP
from entente.services.disclosure import head_of
from entente.store.search import level_of
from entente.store.session import Session

_SCALES: Final = (RISK_STEP, RISK_BAND, RISK_CELL)
#: What belongs to one risk.
_PARTS: Final = (RISK_CAUSE, RISK_LINK, BACKLOG_ITEM)
#: What a risk, a link or an action may lead to; only its name is told.
_NAMED: Final = {"difficulty_id": DIFFICULTY, "decision_id": DECISION}
#: Of the mission, what its risks are measured with, and until when a review can become late.
_MEASURES: Final = ("currency", "risk_appetite", "risk_tolerance", "ends_on")
#: The day from which a record is there.
_SINCE: Final = {RISK.name: "opened_on", BACKLOG_ITEM.name: "added_on"}


def gather(session: Session, audience: Audience, on: dt.date | None = None) -> Told:
    """Return the register of risks for one reader.

    Args:
        session: The open mission.
        audience: The reader.
        on: The day whose state is shown; risks identified later are left out. Today if None.
    """
    gathering = Gathering(session, audience, on or session.today)
    gathering.read_all(RISK)
    return _told(gathering)


def gather_whole(session: Session, audience: Audience, on: dt.date | None = None) -> Told:
    """Return the risks with all that belongs to them, and what the project assumes."""
    gathering = Gathering(session, audience, on or session.today)
    keys = [row["id"] for row in gathering.read_all(RISK)]
    for kind in _PARTS:
        gathering.read(kind, "risk_id", keys)
    gathering.read_all(RAID_ITEM)
    return _told(gathering)


def gather_one(session: Session, key: str, audience: Audience, on: dt.date | None = None) -> Told:
    """Return one risk with all that belongs to it.

    Raises:
        RecordMissingError: If there is no such risk.
    """
    require(session, RISK, key)
    gathering = Gathering(session, audience, on or session.today)
    gathering.read(RISK, "id", [key])
    for kind in _PARTS:
        gathering.read(kind, "risk_id", [key])
    return _told(gathering)


def _told(gathering: Gathering) -> Told:
    audience, day = gathering.audience, gathering.on
    kinds = [RISK, *(kind for kind in (*_PARTS, RAID_ITEM) if kind.name in gathering.rows)]
    lists = {kind.name: tuple(_there(gathering.entries(kind), day)) for kind in kinds}
    beside = Gathering(gathering.session, audience, day)
    for kind in _SCALES:
        beside.read_all(kind)
    beside.read_all(MISSION)
    for field, kind in _NAMED.items():
        keys = {row.get(field) for rows in gathering.rows.values() for row in rows}
        beside.read(kind, "id", filter(None, keys))
        lists[kind.name] = tuple(_titles(beside, kind))
    lists |= {kind.name: beside.entries(kind) for kind in _SCALES}
    lists[MISSION.name] = tuple(_only(beside.entries(MISSION), _MEASURES))
    head = head_of(gathering.session, audience, day, gathering.recipient())
    return Told(
        head=head,
        lists=lists,
        withheld=tuple(_withheld(gathering)),
        texts=searched.joined(
            searched.texts_of(gathering, head.texts()), searched.texts_of(beside, head.texts())
        ),
    )


def _there(entries: Iterable[Entry], on: dt.date) -> Iterator[Entry]:
    """Yield the records that were there on a day, and of which something may be told."""
    for entry in entries:
        since = entry.day(_SINCE.get(entry.kind, ""))
        if entry.data and (since is None or since <= on):
            yield entry


def _titles(gathering: Gathering, kind: RecordType) -> Iterator[Entry]:
    return _only(gathering.entries(kind), (kind.title,))


def _only(entries: Iterable[Entry], names: Iterable[str]) -> Iterator[Entry]:
    """Yield records with some of their fields alone."""
    wanted = frozenset(names)
    for entry in entries:
        data = tuple(each for each in entry.data if each.name in wanted)
        if data:
            yield replace(entry, data=data, history=())


def _withheld(gathering: Gathering) -> Iterator[Withheld]:
    """Yield what is left out; facts of ratings count only where they are told."""
    tells_history = RISK_CAUSE.name in gathering.rows
    for each in left_out(gathering):
        if tells_history or each.table != RISK.rating_name:
            yield each
    for name, since in _SINCE.items():
        for row in gathering.rows.get(name, ()):
            if row[since] is not None and row[since] > gathering.on:
                yield _later(name, row)


def _later(table: str, row: Mapping[str, str]) -> Withheld:
    label = RISK.label if table == RISK.name else BACKLOG_ITEM.label
    level = known_level(level_of(None, row))
    return Withheld(table, row["id"], label, "", Reason.LATER, level)
