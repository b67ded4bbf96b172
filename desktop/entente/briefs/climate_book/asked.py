"""Takes from a mission what respondents of a wave are asked; nothing of what they answer."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from entente.briefs import searched
from entente.briefs.gathering import Gathering, require
from entente.briefs.leftover import left_out
from entente.briefs.told import Entry, Told
from entente.domain.climate import suppression
from entente.domain.climate.orders import ORDERS
from entente.domain.climate.survey import QUESTION, QUESTIONNAIRE, WAVE, WAVE_GROUP
from entente.domain.confidentiality import Audience
from entente.services.disclosure import head_of
from entente.store.session import Session

#: A ballot of a wave whose questions are printed in several orders.
SHUFFLED: Final = "shuffled"
#: A questionnaire on paper, of no wave.
BLANK: Final = "blank"


@dataclass(frozen=True, slots=True)
class Asked(Told):
    """What respondents are asked.

    Attributes:
        orders: Those in which the questions are printed; the empty one is as they are asked.
    """

    orders: tuple[str, ...] = ("",)


def gather_asked(
    session: Session, key: str, audience: Audience, on: dt.date | None = None, *, kind: str = ""
) -> Asked:
    """Return what is asked in a wave, as far as a reader may know it.

    Args:
        session: The open mission.
        key: Of the wave, or of the questionnaire if the kind is `BLANK`.
        audience: The reader.
        on: The day whose state is shown; today if None.
        kind: `SHUFFLED`, `BLANK` or neither.

    Raises:
        RecordMissingError: If there is no such record.
    """
    about = QUESTIONNAIRE if kind == BLANK else WAVE
    record = require(session, about, key)
    owner = key if kind == BLANK else record["questionnaire_id"]
    gathering = Gathering(session, audience, on or session.today)
    gathering.read(QUESTIONNAIRE, "id", [owner])
    gathering.read(QUESTION, "questionnaire_id", [owner])
    day = gathering.on
    if about is WAVE:
        gathering.read(WAVE, "id", [key])
        gathering.read(WAVE_GROUP, "wave_id", [key])
        day = record["opened_on"] or record["planned_on"] or day
    head = head_of(session, audience, gathering.on, gathering.recipient())
    kinds = (QUESTIONNAIRE, WAVE_GROUP)
    lists = {kind.name: gathering.entries(kind) for kind in kinds}
    lists[WAVE_GROUP.name] = tuple(sorted(lists[WAVE_GROUP.name], key=lambda e: e.text("name")))
    questions = (each for each in gathering.entries(QUESTION) if _is_asked(each, day))
    lists[QUESTION.name] = in_order(tuple(questions))
    return Asked(
        head=head,
        subject=next(iter(gathering.entries(about)), None),
        lists=lists,
        withheld=tuple(left_out(gathering)),
        texts=searched.texts_of(gathering, head.texts()),
        orders=tuple(ORDERS) if kind == SHUFFLED else ("",),
    )


def _is_asked(question: Entry, day: dt.date) -> bool:
    """Return whether a question is asked on a day, and the reader may know its words."""
    retired = question.day("retired_on")
    return question.datum("text") is not None and (retired is None or retired > day)


def in_order(questions: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return questions as they are asked."""
    return tuple(
        sorted(questions, key=lambda each: (each.number("position") or 0, each.text("code")))
    )


def threshold_of(wave: Entry | None) -> int:
    """Return of how many answers at the least anything is shown."""
    found = wave.number("threshold") if wave else None
    return max(int(found or suppression.THRESHOLD), suppression.THRESHOLD_MIN)
