"""Agreements from their first draft to the last commitment: signed, followed, taken up again."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from entente.domain.actor import ACTOR
from entente.domain.agreement import (
    AGREEMENT,
    CLAUSE,
    ENTRY,
    KIND_LABELS,
    SETTLEMENT,
    AgreementStatus,
)
from entente.domain.clauses import fill
from entente.domain.confidentiality import MEDIATOR, Audience, Level
from entente.domain.difficulty import DIFFICULTY, ENDED, Status
from entente.domain.follow_up import COMMITMENT, ORIGIN, CommitmentState
from entente.domain.records import LEVEL_FIELD
from entente.i18n import _
from entente.services import clauses, presentation, records
from entente.services.calendar import day_of, past_day
from entente.services.clause_values import filling, readers
from entente.services.presentation import rows_where
from entente.store.session import Session

_OWNER: Final = "agreement_id"
_DIFFICULTY: Final = "difficulty_id"


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment of an agreement, as the viewer may see it.

    Attributes:
        who: Name of the actor, empty for nobody.
        first_due_on: The day first agreed on, where it was moved since; else None.
        is_overdue: Whether it is under way and its day has passed.
        is_noted: Whether a difficulty was already noted of it.
    """

    key: str
    ref: str
    statement: str
    who: str
    due_on: dt.date | None
    first_due_on: dt.date | None
    state: str
    evidence: str
    is_overdue: bool
    is_noted: bool


def start(session: Session, difficulty: str, kind: str) -> str:
    """Draft an agreement with the usual clauses of its kind and return its key.

    Like everything, it begins for the mediator alone; a level chosen later goes for all of it
    (see `restrict`), and what is signed is its parties' (see `sign`).

    Raises:
        RecordMissingError: If there is no such difficulty.
    """
    ref = records.get(session, DIFFICULTY, difficulty)["ref"]
    title = _("{kind}, {ref}").format(kind=_(KIND_LABELS[kind]).capitalize(), ref=ref)
    key = records.create(
        session,
        AGREEMENT,
        {_DIFFICULTY: difficulty, "kind": kind, "title": title},
    )
    clauses.add(session, key, [each for each in clauses.library(session, kind) if each.usual])
    return key


def restrict(session: Session, agreement: str, level: str) -> None:
    """Let an agreement be read by others: itself, its clauses and its commitments."""
    records.change(session, AGREEMENT, agreement, {LEVEL_FIELD: level})
    for kind in (CLAUSE, COMMITMENT):
        for row in rows_where(session, kind, agreement_id=agreement):
            records.change(session, kind, row["id"], {LEVEL_FIELD: level})


def commit(session: Session, agreement: str, values: Mapping[str, Any]) -> str:
    """Add a commitment to an agreement, as private as it is, and return its key."""
    record = records.get(session, AGREEMENT, agreement)
    own = {
        _OWNER: agreement,
        _DIFFICULTY: record[_DIFFICULTY],
        LEVEL_FIELD: record[LEVEL_FIELD],
        "made_on": record["signed_on"],
    }
    return records.create(session, COMMITMENT, {**own, **values})


def promises(session: Session, agreement: str, viewer: Audience = MEDIATOR) -> tuple[Promise, ...]:
    """Return the commitments of an agreement and how they stand today."""
    names = presentation.labels_for(session, ACTOR, viewer)
    noted = {row["commitment_id"] for row in records.list_rows(session, ORIGIN).dicts()}
    first: dict[str, dt.date] = {}
    for rating in records.ratings(session, COMMITMENT):
        if rating.values["due_on"] is not None:
            first.setdefault(rating.record_id, rating.values["due_on"])
    today = day_of(session)
    found = []
    for row in rows_where(session, COMMITMENT, viewer, agreement_id=agreement):
        due, began = row["due_on"], first.get(row["id"])
        is_open = row["state"] == CommitmentState.OPEN
        found.append(
            Promise(
                row["id"],
                row["ref"],
                row["statement"] or "",
                names.get(row["actor_id"] or "", ""),
                due,
                began if began != due else None,
                row["state"],
                row["evidence"] or "",
                is_open and due is not None and due < today,
                row["id"] in noted,
            )
        )
    return tuple(found)


def sign(session: Session, agreement: str, on: dt.date | None = None) -> None:
    """Let an agreement be signed on a day, today if none is named.

    What its fields stand for that day is written into its clauses: a signed text no longer
    changes. Nobody signs what they may not read: a draft of the mediator's alone becomes the
    parties'. Its commitments are made that day. A settlement settles the difficulty, an
    agreement to mediate begins the mediation.

    Raises:
        InvalidValueError: If the day is still to come.
        RecordMissingError: If there is no such agreement.
    """
    day = past_day(session, on)
    if records.get(session, AGREEMENT, agreement)[LEVEL_FIELD] == Level.MEDIATOR:
        restrict(session, agreement, Level.PARTIES.value)
    records.change(
        session, AGREEMENT, agreement, {"signed_on": day, "status": AgreementStatus.SIGNED.value}
    )
    record = records.get(session, AGREEMENT, agreement)
    values = {}
    for row in clauses.clauses_of(session, agreement):
        level = row[LEVEL_FIELD]
        if level not in values:
            values[level] = filling(session, agreement, readers(level))
        text = fill(row["text"] or "", values[level]).text
        records.change(session, CLAUSE, row["id"], {"text": text})
    for row in rows_where(session, COMMITMENT, agreement_id=agreement):
        if row["made_on"] is None:
            records.change(session, COMMITMENT, row["id"], {"made_on": day})
    status = {ENTRY: Status.MEDIATION, SETTLEMENT: Status.SETTLED}[record["kind"]]
    now = records.get(session, DIFFICULTY, record[_DIFFICULTY])["status"]
    moves_on = now == Status.OPEN or (status is Status.SETTLED and now not in ENDED)
    if moves_on and now != status:
        fact = _("{ref} signed").format(ref=record["ref"])
        records.rate(
            session, DIFFICULTY, record[_DIFFICULTY], {"status": status.value}, fact=fact, on=day
        )


def keep(session: Session, commitment: str, evidence: str = "", on: dt.date | None = None) -> None:
    """Hold a commitment to be kept from a day on, with what shows it."""
    if evidence.strip():
        records.change(session, COMMITMENT, commitment, {"evidence": evidence})
    _rate(session, commitment, {"state": CommitmentState.KEPT.value}, evidence, on)
    _settle_breach(session, commitment)


def breach(session: Session, commitment: str, fact: str, on: dt.date | None = None) -> None:
    """Hold a commitment not to be kept, with the fact that shows it; so is its agreement.

    Raises:
        InvalidValueError: If the day is still to come.
        RecordMissingError: If there is no such commitment.
    """
    _rate(session, commitment, {"state": CommitmentState.BROKEN.value}, fact, on)
    agreement = records.get(session, COMMITMENT, commitment)[_OWNER]
    if agreement and records.get(session, AGREEMENT, agreement)["status"] == AgreementStatus.SIGNED:
        records.change(session, AGREEMENT, agreement, {"status": AgreementStatus.BREACHED.value})


def renegotiate(session: Session, commitment: str, due_on: dt.date, fact: str = "") -> None:
    """Move the day of a commitment; the earlier one is kept in its history."""
    record = records.get(session, COMMITMENT, commitment)
    values: dict[str, Any] = {"due_on": due_on}
    if record["state"] != CommitmentState.OPEN:
        values["state"] = CommitmentState.OPEN.value
    _rate(session, commitment, values, fact, None)
    _settle_breach(session, commitment)


def release(session: Session, commitment: str, fact: str = "") -> None:
    """Release whoever made a commitment from it."""
    _rate(session, commitment, {"state": CommitmentState.DROPPED.value}, fact, None)
    _settle_breach(session, commitment)


def reopen(session: Session, agreement: str, reason: str = "") -> None:
    """Take the difficulty of an agreement up again: it goes back to mediation."""
    records.change(session, AGREEMENT, agreement, {"status": AgreementStatus.REOPENED.value})
    difficulty = records.get(session, AGREEMENT, agreement)[_DIFFICULTY]
    status = {"status": Status.MEDIATION.value}
    records.rate(session, DIFFICULTY, difficulty, status, fact=reason)
    records.change(session, DIFFICULTY, difficulty, {"closed_on": None})


def end(session: Session, agreement: str) -> None:
    """Hold an agreement to be over: everything in it was done, or it was given up together."""
    records.change(session, AGREEMENT, agreement, {"status": AgreementStatus.ENDED.value})


def _rate(
    session: Session, commitment: str, values: Mapping[str, Any], fact: str, on: dt.date | None
) -> None:
    records.rate(session, COMMITMENT, commitment, values, fact=fact, on=past_day(session, on))


def _settle_breach(session: Session, commitment: str) -> None:
    """Hold an agreement to be kept again once none of its commitments is broken any more."""
    agreement = records.get(session, COMMITMENT, commitment)[_OWNER]
    if (
        not agreement
        or records.get(session, AGREEMENT, agreement)["status"] != AgreementStatus.BREACHED
    ):
        return
    states = {row["state"] for row in rows_where(session, COMMITMENT, agreement_id=agreement)}
    if CommitmentState.BROKEN.value not in states:
        records.change(session, AGREEMENT, agreement, {"status": AgreementStatus.SIGNED.value})
