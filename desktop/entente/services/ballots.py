"""Ballots: what respondents of a wave are asked, and what of their answers is taken."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import Any, Final, TypeAlias

from sqlalchemy import select

from entente.domain import values as field_values
from entente.domain.climate import orders
from entente.domain.climate.answers import RECOMMENDATION, SCALE
from entente.domain.climate.survey import QUESTIONNAIRE, VERBATIM, WAVE, WAVE_GROUP
from entente.domain.climate.survey import Scale as Scales
from entente.errors import WaveError, WaveFault
from entente.services import records, surveys
from entente.services.surveys import Asked
from entente.store.schema import TABLES
from entente.store.session import Session
from entente.store.urn import Lot

Answers: TypeAlias = Mapping[str, int | str | None]

#: Lowest and highest answer of each scale that has numbers.
RANGES: Final[Mapping[str, tuple[int, int]]] = {
    Scales.AGREEMENT.value: (1, SCALE),
    Scales.WEATHER.value: (1, SCALE),
    Scales.RECOMMENDATION.value: (0, RECOMMENDATION),
}
_TEXT: Final = VERBATIM.field("text")


class State(StrEnum):
    """How far a wave has come."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Form:
    """What respondents of a wave are asked.

    Attributes:
        groups: Names of the groups one may belong to, by their key.
    """

    wave_id: str
    name: str
    introduction: str
    threshold: int
    attribute: str
    groups: Mapping[str, str]
    questions: tuple[Asked, ...]

    @property
    def scaled(self) -> tuple[Asked, ...]:
        """The questions that are answered with a number."""
        return tuple(each for each in self.questions if each.scale in RANGES)

    def as_printed(self, order: str = "") -> tuple[Asked, ...]:
        """Return the questions that are answered with a number, as they stand on paper.

        Args:
            order: The letter printed on the ballot; empty for none.
        """
        scale_of, code_of = attrgetter("scale"), attrgetter("code")
        return tuple(
            each
            for scale in orders.SCALES
            for each in orders.of_scale(self.questions, scale, order, scale_of, code_of)
        )


@dataclass(frozen=True, slots=True)
class Ballot:
    """What one person answered, by question; a question left out was not answered."""

    answers: Answers
    group_id: str = ""


def state_of(wave: Any) -> State:  # noqa: ANN401  # a row, or a mapping of its values
    """Return how far a wave has come, by its values."""
    values = wave if isinstance(wave, Mapping) else wave._mapping  # noqa: SLF001  # public name of SQLAlchemy's
    if values["closed_on"] is not None or values["ballots"] is not None:
        return State.CLOSED
    return State.PLANNED if values["opened_on"] is None else State.OPEN


def form(session: Session, wave_id: str) -> Form:
    """Return what respondents of a wave are asked."""
    wave = records.get(session, WAVE, wave_id)
    day = wave["opened_on"] or wave["planned_on"] or session.today
    survey = records.get(session, QUESTIONNAIRE, wave["questionnaire_id"])
    return Form(
        wave_id=wave_id,
        name=wave["name"],
        introduction=survey["introduction"] or "",
        threshold=wave["threshold"],
        attribute=wave["attribute"] or "",
        groups=group_names(session, wave_id),
        questions=surveys.asked(session, wave["questionnaire_id"], day),
    )


def group_names(session: Session, wave_id: str) -> dict[str, str]:
    """Return the names of the groups of a wave by their key, in the order of their names."""
    table = TABLES[WAVE_GROUP.name]
    found = select(table.c.id, table.c.name).where(table.c.wave_id == wave_id)
    return {row.id: row.name for row in session.rows(found.order_by(table.c.name))}


def lot_of(paper: Form, ballot: Ballot) -> Lot:
    """Return a ballot as it lies in the urn, having looked at each of its answers."""
    if ballot.group_id and ballot.group_id not in paper.groups:
        raise WaveError(WaveFault.UNKNOWN_GROUP, ballot.group_id)
    questions = {each.id: each for each in paper.questions}
    given: dict[str, int | str] = {}
    for key, answer in ballot.answers.items():
        if key not in questions:
            raise WaveError(WaveFault.UNKNOWN_QUESTION, key)
        checked = _checked(questions[key], answer)
        if checked is not None:
            given[key] = checked
    if not given:
        raise WaveError(WaveFault.BLANK, paper.name)
    # In the order of keys drawn by lot, not in that in which they were answered.
    return Lot(ballot.group_id, json.dumps(given, ensure_ascii=False, sort_keys=True))


def _checked(question: Asked, answer: object) -> int | str | None:
    if answer is None or answer == "":
        return None
    if question.scale not in RANGES:
        text: str | None = field_values.check(_TEXT, answer)
        return text
    low, high = RANGES[question.scale]
    if isinstance(answer, bool) or not isinstance(answer, int) or not low <= answer <= high:
        raise WaveError(WaveFault.OUTSIDE, question.code, (low, high))
    return answer
