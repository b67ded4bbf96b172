"""Choices within the group, question by question. For the mediator alone."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from entente.domain.actor import ACTOR
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.sociogram import Sociogram, Tie, sociogram
from entente.domain.sociometry import CHOICE, CRITERION, ChoiceKind
from entente.errors import InvalidValueError
from entente.i18n import _
from entente.services import records
from entente.store.session import Session


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, and when."""

    id: str
    text: str
    asked_on: dt.date | None


@dataclass(frozen=True, slots=True)
class Reading:
    """The answers to one question.

    Attributes:
        question: None where none was asked yet.
        choices, rejections: Who chose whom, and who set whom aside.
        group: What they say.
    """

    question: Question | None
    choices: frozenset[Tie]
    rejections: frozenset[Tie]
    group: Sociogram


def questions(
    session: Session, audience: Audience = MEDIATOR, on: dt.date | None = None
) -> tuple[Question, ...]:
    """Return the questions asked up to a day, the latest first.

    Args:
        session: The open mission.
        audience: Only the mediator is told of any.
        on: The last day that counts; None for all.
    """
    if audience != MEDIATOR:
        return ()
    found = [
        Question(row["id"], row["question"] or "", row["asked_on"])
        for row in records.list_rows(session, CRITERION).dicts()
        if on is None or row["asked_on"] is None or row["asked_on"] <= on
    ]
    return tuple(
        sorted(found, key=lambda each: (each.asked_on or dt.date.min, each.text), reverse=True)
    )


def read(
    session: Session,
    question: str = "",
    audience: Audience = MEDIATOR,
    on: dt.date | None = None,
) -> Reading:
    """Return the answers to a question.

    Args:
        session: The open mission.
        question: Its key; the latest by default.
        audience: Others than the mediator see no choice of anybody.
        on: The last day that counts; None for now.
    """
    asked = questions(session, audience, on)
    chosen = next((each for each in asked if each.id == question), asked[0] if asked else None)
    members = _members(session, audience)
    if chosen is None:
        return Reading(None, frozenset(), frozenset(), sociogram(members, ()))
    rows = [
        row
        for row in records.list_rows(session, CHOICE).dicts()
        if row["criterion_id"] == chosen.id
    ]
    choices, rejections = (
        frozenset((row["from_id"], row["to_id"]) for row in rows if row["kind"] == kind)
        for kind in (ChoiceKind.CHOICE, ChoiceKind.REJECTION)
    )
    return Reading(chosen, choices, rejections, sociogram(members, choices, rejections))


def ask(session: Session, question: str, asked_on: dt.date | None = None) -> str:
    """Add a question and return its key.

    Raises:
        InvalidValueError: If it is blank.
    """
    day = asked_on or session.today
    return records.create(session, CRITERION, {"question": question.strip(), "asked_on": day})


def choose(
    session: Session, question: str, giver: str, taker: str, kind: ChoiceKind | None
) -> bool:
    """Note whom somebody chooses; say whether that changed anything.

    Args:
        session: The open mission.
        question: Its key.
        giver: Key of who answers.
        taker: Key of who is named.
        kind: Chosen or set aside; None takes back what was said.

    Raises:
        InvalidValueError: If somebody would choose themselves.
    """
    if giver == taker:
        raise InvalidValueError(CHOICE.field("to_id").label, taker, _("somebody else"))
    known = [
        (row["id"], row["kind"])
        for row in records.list_rows(session, CHOICE).dicts()
        if (row["criterion_id"], row["from_id"], row["to_id"]) == (question, giver, taker)
    ]
    if [said for _key, said in known] == ([] if kind is None else [kind.value]):
        return False
    for key, _said in known:
        records.remove(session, CHOICE, key)
    if kind is not None:
        values = {"criterion_id": question, "from_id": giver, "to_id": taker, "kind": kind.value}
        records.create(session, CHOICE, values)
    return True


def _members(session: Session, audience: Audience) -> Sequence[str]:
    return [row[0] for row in records.list_rows(session, ACTOR, audience).rows]
