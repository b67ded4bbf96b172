"""What was decided, promised or agreed and not done: a weak signal each, until it is noted."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from entente.domain.agreement import AGREEMENT, AgreementStatus
from entente.domain.difficulty import DIFFICULTY, Nature
from entente.domain.follow_up import COMMITMENT, DECISION, ORIGIN, CommitmentState
from entente.domain.party import PARTY
from entente.domain.records import RecordType
from entente.domain.ten_causes import TenCause
from entente.domain.text import shorten
from entente.i18n import N_, _
from entente.services import diagnosis, follow_up_figures, parties, records
from entente.services.calendar import day_of
from entente.services.presentation import rows_where
from entente.store.session import Session

_TITLE: Final = 160


class Reason(StrEnum):
    """Why something is proposed as a signal."""

    OVERDUE = "overdue"
    BROKEN = "broken"
    BREACHED = "breached"


#: What a signal is called once it is noted.
_TITLES: Final = {
    Reason.OVERDUE: N_("Decision not carried out: {title}"),
    Reason.BROKEN: N_("Commitment not kept: {title}"),
    Reason.BREACHED: N_("Agreement not kept: {title}"),
}


@dataclass(frozen=True, slots=True)
class Signal:
    """One thing worth noting.

    Attributes:
        key: Of the decision, commitment or agreement.
        title: What that says.
        since: The day it was due, or since when it is known not to be kept; None if neither
            is known.
        actors: Keys of those who were to do it.
        difficulty_id: The difficulty it came of, empty for none.
    """

    reason: Reason
    key: str
    ref: str
    title: str
    since: dt.date | None
    actors: tuple[str, ...] = ()
    difficulty_id: str = ""

    @property
    def record_type(self) -> RecordType:
        """What it was born of."""
        return _SOURCES[self.reason]


_SOURCES: Final = {
    Reason.OVERDUE: DECISION,
    Reason.BROKEN: COMMITMENT,
    Reason.BREACHED: AGREEMENT,
}
#: Which field of its origin points to what it was born of.
_ORIGINS: Final = {
    Reason.OVERDUE: "decision_id",
    Reason.BROKEN: "commitment_id",
    Reason.BREACHED: "agreement_id",
}


def proposed(session: Session) -> tuple[Signal, ...]:
    """Return what is not noted as a difficulty yet, kind by kind, the longest waiting first."""
    origins = records.list_rows(session, ORIGIN).dicts()
    noted = {row[name] for row in origins for name in _ORIGINS.values() if row[name]}
    found = (*_of_decisions(session), *_of_commitments(session), *_of_agreements(session))
    return tuple(signal for signal in found if signal.key not in noted)


def note(session: Session, signal: Signal) -> str:
    """Note a signal as a difficulty, with its parties and what it was born of; return its key."""
    signal = next((each for each in proposed(session) if each.key == signal.key), signal)
    title = _(_TITLES[signal.reason]).format(title=shorten(signal.title, _TITLE))
    key = records.create(
        session,
        DIFFICULTY,
        {"title": title, "nature": Nature.SIGNAL.value, "opened_on": session.today},
    )
    records.create(session, ORIGIN, {"difficulty_id": key, _ORIGINS[signal.reason]: signal.key})
    for actor in signal.actors:
        parties.add(session, key, actor)
    if signal.reason is Reason.OVERDUE:
        diagnosis.weigh_cause(session, key, TenCause.DECISIONS.value, 1)
    return key


def _of_decisions(session: Session) -> Iterator[Signal]:
    rows = _by_key(session, DECISION)
    for late in follow_up_figures.of_decisions(session).overdue:
        row = rows[late.key]
        actors = _people(row["owner_id"], row["co_owner_id"])
        yield _signal(Reason.OVERDUE, row, row["due_on"], actors)


def _of_commitments(session: Session) -> Iterator[Signal]:
    since = {
        rating.record_id: rating.dated_on
        for rating in records.ratings(session, COMMITMENT)
        if rating.values["state"] == CommitmentState.BROKEN
    }
    rows = records.list_rows(session, COMMITMENT, on=day_of(session)).dicts()
    broken = [row for row in rows if row["state"] == CommitmentState.BROKEN]
    for row in sorted(broken, key=lambda row: since[row["id"]]):
        yield _signal(Reason.BROKEN, row, since[row["id"]], _people(row["actor_id"]))


def _of_agreements(session: Session) -> Iterator[Signal]:
    """Propose agreements not kept, but those of which a commitment says so already."""
    rows = records.list_rows(session, COMMITMENT, on=day_of(session)).dicts()
    told = {row["agreement_id"] for row in rows if row["state"] == CommitmentState.BROKEN}
    for row in rows_where(session, AGREEMENT, status=AgreementStatus.BREACHED.value):
        if row["id"] in told:
            continue
        bound = rows_where(session, PARTY, difficulty_id=row["difficulty_id"])
        actors = _people(*(party["actor_id"] for party in bound))
        yield _signal(Reason.BREACHED, row, None, actors)


def _signal(
    reason: Reason, row: Mapping[str, Any], since: dt.date | None, actors: tuple[str, ...]
) -> Signal:
    title = row[_SOURCES[reason].title] or ""
    return Signal(reason, row["id"], row["ref"], title, since, actors, row["difficulty_id"] or "")


def _people(*keys: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for key in keys if key))


def _by_key(session: Session, kind: RecordType) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in records.list_rows(session, kind).dicts()}
