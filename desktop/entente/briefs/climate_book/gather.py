"""Takes from a mission what one reader may know of a questionnaire and its waves."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from entente.briefs import searched
from entente.briefs.climate_book import figures
from entente.briefs.climate_book.asked import in_order
from entente.briefs.climate_book.values import Climate
from entente.briefs.gathering import Gathering
from entente.briefs.leftover import left_out
from entente.briefs.told import Datum, Entry
from entente.domain.climate.survey import (
    ANSWERED,
    QUESTION,
    QUESTIONNAIRE,
    QUOTED,
    VERBATIM,
    WAVE,
    WAVE_GROUP,
)
from entente.domain.climate.words import without_names
from entente.domain.confidentiality import Audience
from entente.domain.records import RecordType
from entente.services import verbatims
from entente.services.disclosure import Texts, head_of
from entente.store.session import Session

_TOLD: Final = frozenset({QUOTED, "reworded"})
_OURS: Final = (QUESTIONNAIRE, QUESTION, WAVE, WAVE_GROUP, VERBATIM, ANSWERED)


def gather_waves(
    session: Session,
    questionnaire_id: str,
    audience: Audience,
    on: dt.date | None = None,
    shown: str = "",
    also: Sequence[RecordType] = (),
) -> Climate:
    """Return the waves of a questionnaire for one reader.

    Args:
        session: The open mission.
        questionnaire_id: Key of the questionnaire.
        audience: The reader.
        on: The day whose state is shown; a wave closed later is not told. Today if None.
        shown: Key of the wave whose comments are told; none are if it is empty.
        also: Other records that are told, all of them.
    """
    gathering = Gathering(session, audience, on or session.today)
    gathering.read(QUESTIONNAIRE, "id", [questionnaire_id])
    gathering.read(QUESTION, "questionnaire_id", [questionnaire_id])
    waves = [row["id"] for row in gathering.read(WAVE, "questionnaire_id", [questionnaire_id])]
    gathering.read(WAVE_GROUP, "wave_id", waves)
    if shown:
        gathering.read(VERBATIM, "wave_id", [shown])
        gathering.read(ANSWERED, "wave_id", [shown])
    for kind in also:
        gathering.read_all(kind)
    questions = in_order(gathering.entries(QUESTION))
    closed, lines = figures.told(session, questionnaire_id, audience, gathering.on)
    quotable = {each.key for each in closed if each.may_quote}
    lists = {kind.name: gathering.entries(kind) for kind in (*_OURS, *also)}
    lists[QUESTION.name] = questions
    names = verbatims.people(session)
    lists[VERBATIM.name] = tuple(_comments(lists[VERBATIM.name], quotable, names))
    head = head_of(session, audience, gathering.on, gathering.recipient())
    is_told = bool(lists[QUESTIONNAIRE.name])
    return Climate(
        head=head,
        subject=next(iter(lists[QUESTIONNAIRE.name]), None),
        lists=lists,
        withheld=tuple(left_out(gathering)),
        texts=_texts(gathering, lists[VERBATIM.name], head.texts()),
        waves=closed if is_told else (),
        lines=lines if is_told else (),
        shown=shown,
    )


def _comments(entries: Sequence[Entry], quotable: set[str], names: Sequence[str]) -> list[Entry]:
    """Return comments as they may be told, whoever reads: read, and in other words if need be.

    They tell of the project: a sign stands where a person was named.
    """
    told = []
    for each in entries:
        if each.text("status") not in _TOLD:
            continue
        may_quote = each.text("status") == QUOTED and each.links.get("wave_id") in quotable
        name = "text" if may_quote else "paraphrase"
        kept: tuple[Datum, ...] = tuple(d for d in each.data if d.name in {name, "cause"})
        if any(datum.name == name for datum in kept):
            hidden = tuple(_hidden(datum, names) if datum.name == name else datum for datum in kept)
            told.append(replace(each, data=hidden))
    return told


def _hidden(datum: Datum, names: Sequence[str]) -> Datum:
    return replace(datum, value=without_names(str(datum.value), names))


def _texts(gathering: Gathering, told: Sequence[Entry], given: Iterable[str]) -> Texts:
    """Return what the audit looks for: a comment as it was written is no reader's but if told."""
    texts = searched.texts_of(gathering, given)
    shown = {word for each in told for word in each.words()}
    raw = {str(row["text"]) for row in gathering.rows.get(VERBATIM.name, ())} - shown
    raw -= {str(row["paraphrase"]) for row in gathering.rows.get(VERBATIM.name, ())}
    held = tuple(dict.fromkeys((*texts.withheld, *sorted(raw))))
    readable = (*(each for each in texts.readable if each not in raw), *sorted(shown))
    return Texts(tuple(dict.fromkeys(readable)), held)
