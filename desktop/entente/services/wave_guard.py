"""What was promised to respondents, kept against every way a record can be changed."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import select

from entente.domain.climate.suppression import may_quote
from entente.domain.climate.survey import QUESTION, QUOTED, VERBATIM, WAVE, WAVE_GROUP
from entente.domain.confidentiality import Level
from entente.domain.records import LEVEL_FIELD, RecordType, Values
from entente.errors import WaveError, WaveFault
from entente.store.schema import TABLES
from entente.store.session import Session

#: What respondents were told, or what follows from what they answered.
_OF_WAVE: Final = frozenset(
    {"questionnaire_id", "opened_on", "closed_on", "threshold", "attribute", "ballots"}
)
#: What lets a comment be told to others, in the words it was written in.
_TELLING: Final = frozenset({"status", "wave_id", LEVEL_FIELD})
#: What an answer is the answer to.
_OF_QUESTION: Final = frozenset({"questionnaire_id", "text", "scale"})


def check_new(session: Session, record_type: RecordType, new: Values) -> None:
    """Raise if a question would come to a questionnaire that is just being answered.

    Raises:
        WaveError: If it would.
    """
    if record_type is not QUESTION:
        return
    for row in _waves_of(session, new):
        if row.opened_on is not None and row.closed_on is None:
            raise WaveError(WaveFault.BEING_ASKED, row.name)


def check_change(session: Session, record_type: RecordType, before: Values, new: Values) -> None:
    """Raise if a change would break what respondents were told.

    Raises:
        WaveError: If it would.
    """
    changed = {name for name, value in new.items() if before[name] != value}
    if record_type is WAVE and changed & _OF_WAVE and _is_opened(before):
        raise WaveError(WaveFault.PROMISED, before["name"])
    if record_type is QUESTION and changed & _OF_QUESTION:
        _require_never_asked(session, before)
    if record_type is VERBATIM and changed & _TELLING:
        _require_enough(session, {**before, **new})


def check_removal(session: Session, record_type: RecordType, key: str) -> None:
    """Raise if part of what was asked or counted would go; a wave may go as a whole.

    Raises:
        WaveError: If it would.
    """
    if record_type is not QUESTION and record_type is not WAVE_GROUP:
        return
    record = session.image(TABLES[record_type.name], key)
    if record is None:
        return  # whoever removes it says so
    if record_type is QUESTION:
        _require_never_asked(session, record)
    else:
        wave = session.image(TABLES[WAVE.name], record["wave_id"])
        if wave is not None and _is_opened(wave):
            raise WaveError(WaveFault.PROMISED, wave["name"])


def _require_never_asked(session: Session, question: Values) -> None:
    for row in _waves_of(session, question):
        if _is_opened(row._mapping):  # noqa: SLF001  # public name of SQLAlchemy's
            raise WaveError(WaveFault.PROMISED, row.name)


def _require_enough(session: Session, comment: Values) -> None:
    """Raise if a comment would be told to others where its author could be told by it."""
    is_kept = comment[LEVEL_FIELD] == Level.MEDIATOR and comment["status"] != QUOTED
    wave = session.image(TABLES[WAVE.name], comment["wave_id"])
    if is_kept or wave is None or may_quote(wave["ballots"] or 0, wave["threshold"]):
        return
    raise WaveError(WaveFault.TOO_FEW, wave["name"])


def _waves_of(session: Session, question: Values) -> Sequence[Any]:
    table = TABLES[WAVE.name]
    of = table.c.questionnaire_id == question.get("questionnaire_id")
    return session.rows(select(table).where(of))


def _is_opened(wave: Values) -> bool:
    return any(wave[name] is not None for name in ("opened_on", "closed_on", "ballots"))
