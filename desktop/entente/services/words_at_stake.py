"""Words that may mean different things to the parties of a difficulty."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from entente.domain.actor import ACTOR
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.difficulty import DIFFICULTY
from entente.domain.glossary import MEANING, TERM, TERM_LINK, TermStatus
from entente.domain.party import OSBD, PARTY
from entente.domain.text import fold, sort_key
from entente.services import presentation
from entente.services.presentation import rows_where
from entente.store.session import Session


@dataclass(frozen=True, slots=True)
class Word:
    """A term whose meaning is not shared yet.

    Attributes:
        meanings: How many trades have said what they mean by it.
        is_linked: Whether somebody tied it to the difficulty; otherwise its texts use it.
    """

    key: str
    ref: str
    word: str
    status: str
    meanings: int
    is_linked: bool


@dataclass(frozen=True, slots=True)
class WordsAtStake:
    """Trades and terms around a difficulty.

    Attributes:
        trades: The disciplines of the parties, where they differ; empty where they do not,
            or are not known of two of them.
        words: Terms tied to it or used in its texts and not shared yet, those tied first.
    """

    trades: tuple[str, ...]
    words: tuple[Word, ...]


def words_at_stake(
    session: Session, difficulty_id: str, audience: Audience = MEDIATOR
) -> WordsAtStake:
    """Return what there is to check in the glossary before anything else."""
    parties = rows_where(session, PARTY, audience, difficulty_id=difficulty_id)
    actors = {row["id"]: row for row in presentation.table_for(session, ACTOR, audience).dicts()}
    trades = [actors.get(row["actor_id"], {}).get("discipline") or "" for row in parties]
    used = _used(session, difficulty_id, parties, audience)
    linked = {row["term_id"] for row in rows_where(session, TERM_LINK, difficulty_id=difficulty_id)}
    meanings: dict[str, int] = {}
    for row in presentation.table_for(session, MEANING, audience).dicts():
        meanings[row["term_id"]] = meanings.get(row["term_id"], 0) + 1
    words = [
        Word(
            row["id"],
            row["ref"],
            row["word"],
            row["status"],
            meanings.get(row["id"], 0),
            row["id"] in linked,
        )
        for row in presentation.table_for(session, TERM, audience).dicts()
        if row["status"] != TermStatus.SHARED
        and (row["id"] in linked or _occurs(fold(row["word"] or ""), used))
    ]
    words.sort(key=lambda word: (not word.is_linked, sort_key(word.word)))
    return WordsAtStake(_differing(trades), tuple(words))


def _differing(trades: Iterable[str]) -> tuple[str, ...]:
    """Return the disciplines named, in their order, unless all who have one share one."""
    sets = [
        {fold(tag.strip()): tag.strip() for tag in trade.split(",") if tag.strip()}
        for trade in trades
    ]
    known = [tags for tags in sets if tags]
    if len(known) < 2 or set.intersection(*(set(tags) for tags in known)):
        return ()
    return tuple({key: tag for tags in known for key, tag in tags.items()}.values())


def _used(
    session: Session, difficulty_id: str, parties: Iterable[Mapping[str, Any]], audience: Audience
) -> str:
    """Return the texts of a difficulty as one, folded."""
    own = rows_where(session, DIFFICULTY, audience, id=difficulty_id)
    said = rows_where(session, OSBD, audience, difficulty_id=difficulty_id)
    groups = ((DIFFICULTY, own), (PARTY, parties), (OSBD, said))
    return fold(
        "\n".join(
            str(row[field.name])
            for kind, rows in groups
            for row in rows
            for field in kind.stored
            if field.is_text and row[field.name]
        )
    )


def _occurs(word: str, used: str) -> bool:
    return bool(word) and re.search(rf"(?<!\w){re.escape(word)}(?:s|x)?(?!\w)", used) is not None
