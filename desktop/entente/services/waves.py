"""Waves: planned, opened, answered, closed. What a ballot says is never kept with who gave it.

While a wave is open its ballots lie in the urn, and nothing is told of them but how many there
are. Closing counts them: what may be shown is written, of all and of each group large enough,
and the rest is forgotten. A wave that is closed stays closed.
"""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from entente.domain.climate.suppression import THRESHOLD, Published
from entente.domain.climate.survey import WAVE, WAVE_GROUP
from entente.domain.confidentiality import Level
from entente.domain.records import LEVEL_FIELD
from entente.errors import WaveError, WaveFault
from entente.services import records, surveys, wave_counts
from entente.services.ballots import (
    Answers,
    Ballot,
    Form,
    State,
    form,
    group_names,
    lot_of,
    state_of,
)
from entente.services.wave_counts import load_counts
from entente.store.session import Session
from entente.store.urn import Lot

#: One place for all that can be done with a wave.
__all__ = (
    "Ballot",
    "Cast",
    "Closed",
    "Form",
    "State",
    "cast",
    "cast_many",
    "close",
    "count",
    "form",
    "group_names",
    "load_counts",
    "open_wave",
    "plan",
    "state_of",
    "take_back",
)


@dataclass(frozen=True, slots=True)
class Cast:
    """A ballot that was put into the urn.

    Attributes:
        key: Takes it back; whoever cast it may remember it, and must not write it down.
        answered: How many of the questions with a scale were answered.
        asked: How many there are.
    """

    key: str = field(repr=False)
    answered: int
    asked: int

    @property
    def is_whole(self) -> bool:
        """Whether every question was answered."""
        return self.answered == self.asked


@dataclass(frozen=True, slots=True)
class Closed:
    """What became of the ballots of a wave.

    Attributes:
        shown: Names of the groups of which every item may be shown.
        withheld: Names of the others that answered.
        comments: How many comments are to be read.
    """

    ballots: int
    shown: tuple[str, ...]
    withheld: tuple[str, ...]
    comments: int


def plan(  # noqa: PLR0913  # a wave is all of this, and each part is named
    session: Session,
    questionnaire_id: str,
    planned_on: dt.date | None,
    *,
    name: str,
    population: int | None = None,
    threshold: int = THRESHOLD,
    attribute: str = "",
    groups: Mapping[str, int | None] | None = None,
    level: Level = Level.MEDIATOR,
) -> str:
    """Plan a wave and return its key.

    Args:
        session: The open mission.
        questionnaire_id: What is asked.
        planned_on: When.
        name: What it is called.
        population: How many people are asked, None if not known.
        threshold: Of fewer answers than these nothing is ever shown.
        attribute: What parts the groups.
        groups: How many people belong to each, None if not known.
        level: Who may see what comes of it.

    Raises:
        InvalidValueError: If a value is outside its field's range.
    """
    key = records.create(
        session,
        WAVE,
        {
            "questionnaire_id": questionnaire_id,
            "name": name,
            "planned_on": planned_on,
            "population": population,
            "threshold": threshold,
            "attribute": attribute or None,
            LEVEL_FIELD: level.value,
        },
    )
    for group, people in (groups or {}).items():
        values = {"wave_id": key, "name": group, "population": people, LEVEL_FIELD: level.value}
        records.create(session, WAVE_GROUP, values)
    return key


def open_wave(session: Session, wave_id: str) -> None:
    """Open a wave: from now on it takes answers, and what was promised holds.

    Raises:
        WaveError: If it was opened before, or has no question.
    """
    wave = records.get(session, WAVE, wave_id)
    match state_of(wave):
        case State.OPEN:
            raise WaveError(WaveFault.OPENED, wave["name"])
        case State.CLOSED:
            raise WaveError(WaveFault.CLOSED, wave["name"])
    if not surveys.asked(session, wave["questionnaire_id"], session.today):
        raise WaveError(WaveFault.NO_QUESTION, wave["name"])
    session.update(WAVE, wave_id, {"opened_on": session.today})


def cast(session: Session, wave_id: str, answers: Answers, group_id: str = "") -> Cast:
    """Put a ballot into the urn; it is no step of the history.

    Raises:
        WaveError: If the wave is not open, or the ballot does not fit.
        InvalidValueError: If a comment is too long.
    """
    paper = _open_form(session, wave_id)
    lot = lot_of(paper, Ballot(answers, group_id))
    (key,) = _put(session, wave_id, [lot])
    scaled = {each.id for each in paper.scaled}
    answered = len(scaled & json.loads(lot.ballot).keys())
    return Cast(key, answered, len(scaled))


def cast_many(
    session: Session, wave_id: str, ballots: Sequence[Ballot], source: bytes = b""
) -> int:
    """Put ballots into the urn, all or none, and return how many.

    Args:
        session: The open mission.
        wave_id: The wave.
        ballots: What each person answered.
        source: Of what they were collected in, whatever tells it from every other; it is not
            kept, but known again. Empty for none.

    Raises:
        WaveError: If the wave is not open, one of them does not fit, or the same source was
            taken over before.
        InvalidValueError: If a comment is too long.
    """
    paper = _open_form(session, wave_id)
    if source and session.urn.note_source(wave_id, source):
        raise WaveError(WaveFault.TWICE, paper.name)
    return len(_put(session, wave_id, [lot_of(paper, ballot) for ballot in ballots]))


def take_back(session: Session, wave_id: str, key: str) -> None:
    """Take the ballot just cast out of the urn again.

    Raises:
        WaveError: If the wave is not open, or the ballot is not there.
    """
    paper = _open_form(session, wave_id)
    if not session.urn.take_back(wave_id, key):
        raise WaveError(WaveFault.NOT_THERE, paper.name)


def count(session: Session, wave_id: str) -> int:
    """Return how many ballots there are: while a wave is open, nothing else is told."""
    wave = records.get(session, WAVE, wave_id)
    if state_of(wave) is State.CLOSED:
        return int(wave["ballots"] or 0)
    return session.urn.count(wave_id)


def close(session: Session, wave_id: str) -> Closed:
    """Close a wave: count what may be shown, forget who answered together what; no way back.

    Raises:
        WaveError: If it is not open.
    """
    paper = _open_form(session, wave_id)
    lots = session.urn.lots(wave_id)
    papers = [(lot.group_id, json.loads(lot.ballot)) for lot in lots]
    published: list[Published] = []
    for question in paper.scaled:
        counts = wave_counts.counted(question, papers)
        published.append(wave_counts.write_counts(session, paper, question, counts))
    comments = wave_counts.write_comments(session, paper, papers)
    session.urn.empty(wave_id)
    session.update(WAVE, wave_id, {"closed_on": session.today, "ballots": len(lots)})
    session.seal()
    shown, withheld = wave_counts.told(paper, published)
    return Closed(len(lots), shown, withheld, comments)


def _open_form(session: Session, wave_id: str) -> Form:
    wave = records.get(session, WAVE, wave_id)
    match state_of(wave):
        case State.PLANNED:
            raise WaveError(WaveFault.NOT_OPEN, wave["name"])
        case State.CLOSED:
            raise WaveError(WaveFault.CLOSED, wave["name"])
    return form(session, wave_id)


def _put(session: Session, wave_id: str, lots: Sequence[Lot]) -> list[str]:
    if session.urn.count(wave_id) == 0:
        # Undone, the opening could be made again on other terms than respondents were told.
        session.seal()
    return session.urn.put(wave_id, lots)
