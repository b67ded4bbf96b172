"""What the fields of an agreement's clauses stand for, as far as their reader may know it."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final, TypeAlias

from entente.domain.actor import ACTOR
from entente.domain.agreement import AGREEMENT
from entente.domain.clauses import Blank
from entente.domain.confidentiality import Level, is_readable_by_all
from entente.domain.dates import date_text
from entente.domain.follow_up import COMMITMENT, CommitmentState
from entente.domain.party import PARTY
from entente.domain.records import LEVEL_FIELD
from entente.domain.text import natural_key
from entente.i18n import _, language, ngettext
from entente.services import mission, records
from entente.services.presentation import rows_where
from entente.store.session import Session

#: Says of a level whether the reader may read it.
Reads: TypeAlias = Callable[[str], bool]

_UNTITLED: Final = "…"


def readers(level: str) -> Reads:
    """Return what says whether all those who read a text of `level` may read another's."""
    return partial(is_readable_by_all, of=level)


def filling(session: Session, agreement: str, reads: Reads) -> dict[Blank, str]:
    """Return what the fields of an agreement's clauses stand for, as far as it may be read.

    Empty stands for what nobody knows yet, and for what the reader may not.

    Raises:
        RecordMissingError: If there is no such agreement.
    """
    record, told = records.get(session, AGREEMENT, agreement), mission.read(session)
    months = told["retention_months"]
    mediator = (told["mediator"], told["mediator_title"], told["practice"])
    own = record if reads(record[LEVEL_FIELD]) else dict.fromkeys(record)
    return {
        Blank.PARTIES: _parties(session, record["difficulty_id"], reads),
        Blank.MEDIATOR: ", ".join(filter(None, mediator)),
        Blank.MISSION: told["name"] or "",
        Blank.DATE: _day(own["signed_on"]),
        Blank.PLACE: own["place"] or "",
        Blank.COMMITMENTS: _commitments(session, agreement, reads),
        Blank.FOLLOW_UP: _day(own["follow_up_on"]),
        Blank.STATEMENT: own["statement"] or "",
        Blank.CHARTER: told["charter"] or "",
        Blank.EFFECTIVE: _day(own["effective_on"]),
        Blank.RETENTION: ""
        if months is None
        else ngettext("{count} month", "{count} months", months).format(count=months),
    }


def _day(day: Any) -> str:  # noqa: ANN401  # a date or nothing
    return date_text(day, language()) if day else ""


def _named(session: Session, reads: Reads) -> dict[str, str]:
    """Return what each actor is called: by name where the reader may know it, else by reference.

    Those at the table know each other.
    """
    at_table = reads(Level.PARTIES.value)
    return {
        row["id"]: (row["name"] if at_table or reads(row[LEVEL_FIELD]) else row["ref"]) or ""
        for row in records.list_rows(session, ACTOR).dicts()
    }


def _parties(session: Session, difficulty: str, reads: Reads) -> str:
    """Return the parties, each on a line: its name, and of the rest what may be read."""
    people = {row["id"]: row for row in records.list_rows(session, ACTOR).dicts()}
    names = _named(session, reads)
    bound = [
        row
        for row in rows_where(session, PARTY, difficulty_id=difficulty)
        if row["actor_id"] in people
    ]
    lines = []
    for party in sorted(bound, key=lambda row: natural_key(people[row["actor_id"]]["ref"])):
        person = people[party["actor_id"]]
        words = [names[person["id"]]]
        if person["role"] and reads(person[LEVEL_FIELD]):
            words.append(person["role"])
        if party["speaks_for"] and reads(party[LEVEL_FIELD]):
            words.append(_("for {group}").format(group=party["speaks_for"]))
        lines.append("– " + ", ".join(words))
    return "\n".join(lines)


def _commitments(session: Session, agreement: str, reads: Reads) -> str:
    names = _named(session, reads)
    rows = [
        row
        for row in rows_where(session, COMMITMENT, agreement_id=agreement)
        if reads(row[LEVEL_FIELD]) and row["state"] != CommitmentState.DROPPED
    ]
    return "\n".join(f"{number}. {_commitment(row, names)}" for number, row in enumerate(rows, 1))


def _commitment(row: Mapping[str, Any], names: Mapping[str, str]) -> str:
    said = row["statement"] or _UNTITLED
    who = names.get(row["actor_id"] or "", "")
    words = _("{who}: {what}").format(who=who, what=said) if who else said
    more = []
    if row["due_on"]:
        more.append(_("by {date}").format(date=_day(row["due_on"])))
    if row["evidence"]:
        more.append(_("evidence: {evidence}").format(evidence=row["evidence"]))
    gap = "\N{NARROW NO-BREAK SPACE}; " if language() == "fr" else "; "
    return f"{words} ({gap.join(more)})" if more else words
