"""What people wrote in waves: read by the mediator first, and told on only as far as it may be."""

from collections.abc import Sequence
from typing import Final

from entente.domain.actor import ACTOR
from entente.domain.climate.suppression import may_quote
from entente.domain.climate.survey import ANSWERED, QUOTED, VERBATIM, WAVE
from entente.domain.climate.words import Span, names_in
from entente.domain.difficulty import DIFFICULTY, Nature
from entente.domain.text import shorten
from entente.services import diagnosis, records
from entente.store.session import Session

_TITLE: Final = 160
#: What is told of a comment, by its state.
_TOLD_BY: Final = {QUOTED: "text", "reworded": "paraphrase"}


def moderate(session: Session, keys: Sequence[str], status: str) -> tuple[str, ...]:
    """Say what may be told of comments; return the keys of those it was said of.

    A comment is never to be quoted word for word where so few answered that its author could
    be told by it: those are left as they are.

    Args:
        session: The open mission.
        keys: Of the comments.
        status: One of the states of a comment.
    """
    done = []
    for key in keys:
        comment = records.get(session, VERBATIM, key)
        if status == QUOTED and not _may_quote(session, comment["wave_id"]):
            continue
        records.change(session, VERBATIM, key, {"status": status})
        done.append(key)
    return tuple(done)


def people(session: Session) -> tuple[str, ...]:
    """Return the names no comment should tell: those of all actors."""
    return tuple(sorted(filter(None, records.titles(session, ACTOR).values())))


def naming(session: Session, keys: Sequence[str], status: str) -> dict[str, tuple[Span, ...]]:
    """Return where comments name people in what would be told of them in a state.

    It is a warning: the mediator decides. Papers put a sign in the place of names all the same.

    Args:
        session: The open mission.
        keys: Of the comments; those that name nobody are not in the answer.
        status: One of the states of a comment.
    """
    field = _TOLD_BY.get(status)
    if field is None:
        return {}
    names = people(session)
    found = {key: names_in(records.get(session, VERBATIM, key)[field] or "", names) for key in keys}
    return {key: spans for key, spans in found.items() if spans}


def raise_difficulty(session: Session, key: str) -> str:
    """Note what a comment says as a weak signal and return the key of the difficulty.

    Its paraphrase names it, if there is one. It is for the mediator alone, as the comment is.
    """
    comment = records.get(session, VERBATIM, key)
    words = shorten(comment["paraphrase"] or comment["text"], _TITLE)
    values = {"title": words, "nature": Nature.SIGNAL.value, "opened_on": session.today}
    difficulty = records.create(session, DIFFICULTY, values)
    said = {
        "said": words,
        "wave_id": comment["wave_id"],
        "question_id": comment["question_id"],
        "difficulty_id": difficulty,
    }
    records.create(session, ANSWERED, said)
    if comment["cause"]:
        diagnosis.weigh_cause(session, difficulty, comment["cause"], 1)
    return difficulty


def _may_quote(session: Session, wave_id: str) -> bool:
    wave = records.get(session, WAVE, wave_id)
    return may_quote(wave["ballots"] or 0, wave["threshold"])
