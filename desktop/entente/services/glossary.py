"""The cross glossary: terms down, trades across, what each means by the word between."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from entente.domain import glossary as rules
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.difficulty import DIFFICULTY
from entente.domain.glossary import MEANING, TERM, TERM_LINK, TermStatus
from entente.domain.records import LEVEL_FIELD
from entente.domain.text import fold
from entente.services import presentation, records
from entente.services.presentation import rows_where
from entente.store.session import Session

_TRADE: Final = "discipline"


@dataclass(frozen=True, slots=True)
class Line:
    """A term as the reader may know it.

    Attributes:
        meanings: What a trade means by it, by the trade's folded name.
        differing: How many meanings differ, whatever was agreed.
        difficulties: References of the difficulties it is tied to.
    """

    id: str
    ref: str
    word: str
    status: str
    definition: str
    meanings: Mapping[str, str]
    differing: int
    difficulties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CrossGlossary:
    """Every term, and the trades that have said what they mean.

    Attributes:
        trades: Names of the trades, in the order they were first written down.
    """

    trades: tuple[str, ...]
    lines: tuple[Line, ...]

    @property
    def shared(self) -> int:
        """How many terms have a meaning all share."""
        return sum(line.status == TermStatus.SHARED for line in self.lines)

    @property
    def diverging(self) -> int:
        """How many terms mean different things and have no agreed definition yet."""
        return sum(line.status != TermStatus.SHARED and line.differing > 1 for line in self.lines)


def cross_glossary(session: Session, audience: Audience = MEDIATOR) -> CrossGlossary:
    """Return the terms `audience` may see, with the meanings it may see."""
    said: dict[str, dict[str, str]] = {}
    trades: dict[str, str] = {}
    for row in presentation.table_for(session, MEANING, audience).dicts():
        trade = fold(row[_TRADE])
        trades.setdefault(trade, row[_TRADE])
        said.setdefault(row["term_id"], {})[trade] = row["text"]
    tied = _tied(session, audience)
    lines = [
        Line(
            row["id"],
            row["ref"],
            row["word"] or "",
            row["status"],
            row["definition"] or "",
            said.get(row["id"], {}),
            rules.differing(said.get(row["id"], {}).values()),
            tuple(tied.get(row["id"], ())),
        )
        for row in presentation.table_for(session, TERM, audience).dicts()
    ]
    return CrossGlossary(tuple(trades.values()), tuple(lines))


def say(session: Session, term_id: str, trade: str, text: str) -> None:
    """Write down what a trade means by a term; nothing takes it away.

    A new meaning may be read by whoever may read the term.

    Raises:
        InvalidValueError: If the trade has no name, or the text is too long.
        RecordMissingError: If there is no such term.
    """
    now = _meaning(session, term_id, trade)
    if now is None:
        if text.strip():
            level = records.get(session, TERM, term_id)[LEVEL_FIELD]
            values = {"term_id": term_id, _TRADE: trade, "text": text, LEVEL_FIELD: level}
            records.create(session, MEANING, values)
    elif text.strip():
        records.change(session, MEANING, now, {"text": text})
    else:
        records.remove(session, MEANING, now)


def rename_trade(session: Session, trade: str, name: str) -> None:
    """Call a trade otherwise wherever it has said what it means.

    Raises:
        InvalidValueError: If the new name is empty or too long.
    """
    for row in records.list_rows(session, MEANING).dicts():
        if fold(row[_TRADE]) == fold(trade):
            records.change(session, MEANING, row["id"], {_TRADE: name})


def tie(session: Session, term_ids: Iterable[str], difficulty_id: str) -> None:
    """Tie terms to a difficulty; those tied already stay as they are."""
    there = {row["term_id"] for row in rows_where(session, TERM_LINK, difficulty_id=difficulty_id)}
    for key in term_ids:
        if key not in there:
            values = {"term_id": key, "difficulty_id": difficulty_id}
            records.create(session, TERM_LINK, values)


def untie(session: Session, term_ids: Iterable[str], difficulty_id: str) -> None:
    """Undo the tie between terms and a difficulty."""
    wanted = set(term_ids)
    for row in rows_where(session, TERM_LINK, difficulty_id=difficulty_id):
        if row["term_id"] in wanted:
            records.remove(session, TERM_LINK, row["id"])


def _meaning(session: Session, term_id: str, trade: str) -> str | None:
    for row in rows_where(session, MEANING, term_id=term_id):
        if fold(row[_TRADE]) == fold(trade):
            return str(row["id"])
    return None


def _tied(session: Session, audience: Audience) -> dict[str, list[str]]:
    refs: dict[str, Any] = {
        row["id"]: row["ref"]
        for row in presentation.table_for(session, DIFFICULTY, audience).dicts()
    }
    found: dict[str, list[str]] = {}
    for row in records.list_rows(session, TERM_LINK).dicts():
        if row["difficulty_id"] in refs:
            found.setdefault(row["term_id"], []).append(refs[row["difficulty_id"]])
    return found
