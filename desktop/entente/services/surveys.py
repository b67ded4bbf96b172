"""Questionnaires: ours to begin with, then the mission's own; what each wave asks."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from sqlalchemy import select

from entente.domain.climate.survey import QUESTION, QUESTIONNAIRE, WAVE
from entente.domain.confidentiality import Level
from entente.domain.records import LEVEL_FIELD, Values
from entente.domain.text import heading_key
from entente.errors import WaveError, WaveFault
from entente.i18n import LANGUAGES, language
from entente.services import records
from entente.services.method_texts import read_file
from entente.store.schema import TABLES
from entente.store.session import Session

_FOLDER: Final = "surveys"
#: What a question is about, where it is about one of these.
_TOPICS: Final = ("cause", "axis", "factor")


@dataclass(frozen=True, slots=True)
class BankQuestion:
    """A question of ours.

    Attributes:
        code: The same in every language.
        cause: Which of the ten causes it is about, empty for none.
        axis: Which axis of change, likewise.
        factor: Which factor of cooperation, likewise.
    """

    code: str
    text: str
    scale: str
    cause: str = ""
    axis: str = ""
    factor: str = ""


@dataclass(frozen=True, slots=True)
class Bank:
    """A questionnaire as the program brings it.

    Attributes:
        key: The same in every language.
        is_there: Whether the mission has it, under its name or with its first question.
    """

    key: str
    name: str
    purpose: str
    rhythm: str
    introduction: str
    questions: tuple[BankQuestion, ...]
    is_there: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the mission.

    Attributes:
        follows_id: The question it was put in place of, empty for none.
    """

    id: str
    code: str
    text: str
    scale: str
    cause: str = ""
    axis: str = ""
    factor: str = ""
    follows_id: str = ""


def banks(session: Session, code: str = "") -> tuple[Bank, ...]:
    """Return every questionnaire of ours, and whether the mission has it already.

    Args:
        session: The open mission.
        code: The language of its words; the one in use if empty.
    """
    held = _held(session)
    return tuple(
        _bank(key, entry, is_there=key in held)
        for key, entry in _shipped(code or language()).items()
    )


def load(session: Session, key: str, code: str = "") -> str:
    """Put a questionnaire of ours into the mission and return the key of the record.

    One that is there already is left as it is. Everybody may read it: it is what respondents
    are asked, and holds nothing of what they answer.

    Args:
        session: The open mission.
        key: Which of ours.
        code: The language of its words; the one in use if empty.
    """
    held = _held(session)
    if key in held:
        return held[key]
    bank = _bank(key, _shipped(code or language())[key])
    level = {LEVEL_FIELD: Level.PUBLIC.value}
    texts = {"name": bank.name, "introduction": bank.introduction, "rhythm": bank.rhythm}
    owner = records.create(session, QUESTIONNAIRE, {**texts, **level})
    for position, question in enumerate(bank.questions, 1):
        topics = {name: getattr(question, name) or None for name in _TOPICS}
        values = {
            "questionnaire_id": owner,
            "code": question.code,
            "text": question.text,
            "scale": question.scale,
            "position": position,
        }
        records.create(session, QUESTION, {**values, **topics, **level})
    return owner


def asked(session: Session, questionnaire_id: str, on: dt.date | None = None) -> tuple[Asked, ...]:
    """Return the questions of a questionnaire in their order.

    Args:
        session: The open mission.
        questionnaire_id: Which.
        on: The day on which they are asked, without those retired by then; None for every
            question it ever had.
    """
    table = TABLES[QUESTION.name]
    found = select(table).where(table.c.questionnaire_id == questionnaire_id)
    rows = session.rows(found.order_by(table.c.position, table.c.code))
    return tuple(
        _asked(row) for row in rows if on is None or row.retired_on is None or row.retired_on > on
    )


def reword(session: Session, question_id: str, text: str) -> str:
    """Put a question in other words and return the key of the new one.

    What was answered to the old one stays its own: other words are another question. The old
    one is retired; one that nobody was ever asked is simply changed.
    """
    old = records.get(session, QUESTION, question_id)
    if not was_asked(session, old["questionnaire_id"]):
        records.change(session, QUESTION, question_id, {"text": text})
        return question_id
    kept = {field.name: old[field.name] for field in QUESTION.stored}
    taken = {each.code for each in asked(session, old["questionnaire_id"])}
    code = _next_code(old["code"], taken)
    new = {**kept, "text": text, "code": code, "follows_id": question_id, "retired_on": None}
    key = records.create(session, QUESTION, new)
    retire(session, question_id)
    return key


def retire(session: Session, question_id: str) -> None:
    """Ask a question no longer, from today on; what was answered to it stays.

    Raises:
        WaveError: If a wave that asks it is open.
    """
    record = records.get(session, QUESTION, question_id)
    _require_none_open(session, record["questionnaire_id"])
    session.update(QUESTION, question_id, {"retired_on": session.today})


def was_asked(session: Session, questionnaire_id: str) -> bool:
    """Return whether a wave of the questionnaire was ever opened."""
    return any(row.opened_on or row.closed_on for row in _waves(session, questionnaire_id))


def _require_none_open(session: Session, questionnaire_id: str) -> None:
    for row in _waves(session, questionnaire_id):
        if row.opened_on is not None and row.closed_on is None:
            raise WaveError(WaveFault.BEING_ASKED, row.name)


def _waves(session: Session, questionnaire_id: str) -> list[Any]:
    table = TABLES[WAVE.name]
    return list(session.rows(select(table).where(table.c.questionnaire_id == questionnaire_id)))


def _next_code(code: str, taken: set[str]) -> str:
    """Return the code of the next version: Q3b after Q3, Q3c after Q3b."""
    stem = code[:-1] if code[-1:] in "bcdefghijk" and code[:-1] in taken else code
    return next(
        (f"{stem}{letter}" for letter in "bcdefghijk" if f"{stem}{letter}" not in taken),
        f"{code}b",
    )


def _asked(row: Any) -> Asked:  # noqa: ANN401  # a row of the table
    return Asked(
        id=row.id,
        code=row.code,
        text=row.text,
        scale=row.scale,
        cause=row.cause or "",
        axis=row.axis or "",
        factor=row.factor or "",
        follows_id=row.follows_id or "",
    )


def _bank(key: str, entry: Mapping[str, Any], *, is_there: bool = False) -> Bank:
    questions = tuple(BankQuestion(**each) for each in entry["questions"])
    texts = {name: entry[name] for name in ("name", "purpose", "rhythm", "introduction")}
    return Bank(key=key, questions=questions, is_there=is_there, **texts)


def _held(session: Session) -> dict[str, str]:
    """Return the questionnaires of the mission that are ours, by their key there.

    One is known by its name in any language, or by its questions once it was renamed.
    """
    names, firsts = _marks()
    table = TABLES[QUESTIONNAIRE.name]
    found: dict[str, str] = {}
    for row in session.rows(select(table.c.id, table.c.name)):
        key = names.get(heading_key(row.name)) or _by_question(session, row.id, firsts)
        if key:
            found.setdefault(key, row.id)
    return found


def _by_question(session: Session, owner: str, firsts: Mapping[tuple[str, ...], str]) -> str:
    texts = tuple(heading_key(each.text) for each in asked(session, owner))
    return firsts.get(texts, "")


@cache
def _shipped(code: str) -> Mapping[str, Values]:
    return read_file(f"{_FOLDER}/{code}.toml")


@cache
def _marks() -> tuple[Mapping[str, str], Mapping[tuple[str, ...], str]]:
    """Return what a questionnaire of ours is known by, in any language: name and questions."""
    names: dict[str, str] = {}
    questions: dict[tuple[str, ...], str] = {}
    for code in LANGUAGES:
        for key, entry in _shipped(code).items():
            names[heading_key(entry["name"])] = key
            texts = tuple(heading_key(each["text"]) for each in entry["questions"])
            questions[texts] = key
    return names, questions
