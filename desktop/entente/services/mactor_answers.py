"""Answering what MACTOR asks, one question at a time or many at once; who takes part."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select

from entente.domain.actor import ACTOR
from entente.domain.confidentiality import Level
from entente.domain.objective import INFLUENCE, STANCE
from entente.domain.record_values import checked
from entente.domain.records import RecordType, Values
from entente.errors import InvalidValueError
from entente.i18n import _
from entente.services import records
from entente.services.mactor import PARTS, Question, read
from entente.store.schema import TABLES
from entente.store.session import Session

#: Fewest actors between whom there can be a balance.
FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class Written:
    """What became of many answers given at once."""

    added: int = 0
    changed: int = 0
    same: int = 0


def answer(session: Session, question: Question, value: int | None, *, fact: str = "") -> None:
    """Give an answer dated today; None takes one back. The same answer adds nothing.

    Args:
        session: The open mission.
        question: What was asked.
        value: 0 to 4 for an influence, −4 to +4 for a stance.
        fact: What was seen or heard that shows it.

    Raises:
        InvalidValueError: If the value is outside its range, or an actor is asked about
            itself.
    """
    kind = INFLUENCE if question.kind == INFLUENCE.name else STANCE
    name = PARTS[kind.name][2]
    good = checked(kind, {name: value})
    _refuse_oneself(kind, question.first, question.second)
    found = _current(session, kind).get((question.first, question.second))
    if found is None:
        key = _create(session, kind, question.first, question.second)
    else:
        key, now = found
        if now == good[name] and not fact.strip():
            return
    records.rate(session, kind, key, good, fact=fact)


def answer_many(
    session: Session, kind: str, values: Mapping[tuple[str, str], int | None]
) -> Written:
    """Give many answers of a kind, dated today where they differ from what holds.

    Raises:
        InvalidValueError: If one is outside its range; then none is given.
    """
    record_type = INFLUENCE if kind == INFLUENCE.name else STANCE
    first, second, name = PARTS[record_type.name]
    good = {pair: checked(record_type, {name: v})[name] for pair, v in values.items()}
    for pair in good:
        _refuse_oneself(record_type, *pair)
    current = _current(session, record_type)
    new = [pair for pair, value in good.items() if pair not in current and value is not None]
    changed = [
        pair for pair, value in good.items() if pair in current and current[pair][1] != value
    ]
    made = session.insert_many(record_type, [{first: a, second: b} for a, b in new])
    keys = dict(zip(new, made, strict=True)) | {pair: current[pair][0] for pair in changed}
    session.insert_ratings(
        record_type, [_rating(session, record_type, keys[pair], good[pair]) for pair in keys]
    )
    return Written(len(new), len(changed), len(good) - len(new) - len(changed))


def add_participants(session: Session, keys: Iterable[str]) -> None:
    """Let actors take part: with each comes a question that nobody has answered yet.

    Raises:
        InvalidValueError: If that would make one actor alone: a force needs somebody.
    """
    there = [each.key for each in read(session).participants]
    new = [key for key in dict.fromkeys(keys) if key not in there]
    if new and len(there) + len(new) < FEWEST:
        raise InvalidValueError(ACTOR.plural, None, _("two actors or more"))
    for key in new:
        partner = next(other for other in (*there, *new) if other != key)
        _create(session, INFLUENCE, key, partner)


def remove_participant(session: Session, key: str) -> None:
    """Take an actor out, with all that was answered about it."""
    for kind in (INFLUENCE, STANCE):
        first, second, __ = PARTS[kind.name]
        table = TABLES[kind.name]
        mine = table.c[first] == key
        if kind is INFLUENCE:
            mine |= table.c[second] == key
        for row in session.rows(select(table.c.id).where(mine)):
            session.delete(kind, row.id)


def _current(session: Session, kind: RecordType) -> dict[tuple[str, str], tuple[str, int | None]]:
    """Return the record of each question that has one, and the answer it holds."""
    first, second, name = PARTS[kind.name]
    found: dict[tuple[str, str], tuple[str, int | None]] = {}
    for row in records.list_rows(session, kind).dicts():
        pair = row[first], row[second]
        if pair not in found or row[name] is not None:
            found[pair] = row["id"], row[name]
    return found


def _create(session: Session, kind: RecordType, one: str, other: str) -> str:
    first, second, __ = PARTS[kind.name]
    return records.create(session, kind, {first: one, second: other})


def _rating(session: Session, kind: RecordType, key: str, value: Any) -> Values:  # noqa: ANN401  # checked before
    return {
        f"{kind.name}_id": key,
        PARTS[kind.name][2]: value,
        "dated_on": session.today,
        "fact": "",
        "confidence": "medium",
        "author": "",
        "confidentiality": Level.MEDIATOR.value,
    }


def _refuse_oneself(kind: RecordType, one: str, other: str) -> None:
    if one == other:
        raise InvalidValueError(kind.label, None, _("two different actors"))
