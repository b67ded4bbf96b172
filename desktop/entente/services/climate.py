"""What people answered, in figures, for whoever reads: never more than a wave lets show."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from entente.domain.climate import answers, suppression
from entente.domain.climate.answers import Interval, Recommendation, Summary
from entente.domain.climate.suppression import may_compare
from entente.domain.climate.survey import QUESTION, WAVE, WAVE_GROUP, Scale
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.text import sort_key
from entente.errors import RecordMissingError
from entente.services import climate_counts, records, surveys
from entente.services.ballots import State, state_of
from entente.services.climate_counts import Kept
from entente.services.surveys import Asked
from entente.store.session import Session

_INDEXED: Final = Scale.AGREEMENT.value
_SCORED: Final = Scale.RECOMMENDATION.value
_WHOLE: Final = ""


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """What was answered to one question in one wave.

    Attributes:
        id: Of the question.
        counts: How many gave each answer, from the lowest on; None where it is withheld.
        summary: None where it is withheld, and of recommendation.
        score: Of recommendation; None where it is withheld.
        among_few: The interval of the mean, narrower for nearly everybody was asked; None where
            it is not known how many were.
        change: Of the mean, since the wave before; None where that may not be told.
    """

    id: str
    code: str
    text: str
    scale: str
    cause: str
    counts: tuple[int, ...] | None
    summary: Summary | None
    score: Recommendation | None = None
    among_few: Interval | None = None
    change: float | None = None


@dataclass(frozen=True, slots=True)
class WaveFigures:
    """What came of a wave, of all or of one group.

    Attributes:
        day: When it was closed; the day it is planned for until then.
        n: How many answered; None until it is closed, and of a group that is withheld.
        index: Mean of the means of its items of agreement; None where one is withheld.
        enps: Recommendation; None where it was not asked or is withheld.
        groups: Names of those of which every item may be shown.
        withheld: Names of the others.
        may_quote: Whether so many answered that words may be quoted.
        group: Name of the group they are of; empty for all.
    """

    wave_id: str
    ref: str
    name: str
    state: State
    day: dt.date | None
    n: int | None
    population: int | None
    threshold: int
    index: float | None
    items: tuple[ItemFigures, ...]
    enps: Recommendation | None
    groups: tuple[str, ...]
    withheld: tuple[str, ...]
    may_quote: bool
    group: str = _WHOLE

    def item(self, question_id: str) -> ItemFigures | None:
        """Return what was answered to a question, None if it was not asked."""
        return next((each for each in self.items if each.id == question_id), None)


def of_wave(
    session: Session, wave_id: str, audience: Audience = MEDIATOR, group: str = _WHOLE
) -> WaveFigures:
    """Return what came of one wave, as `audience` may see it.

    Args:
        session: The open mission.
        wave_id: Which.
        audience: Who reads.
        group: Name of a group; all who answered if empty.

    Raises:
        RecordMissingError: If there is none that `audience` may see.
    """
    owner = records.get(session, WAVE, wave_id)["questionnaire_id"]
    for figures in of_questionnaire(session, owner, audience, group):
        if figures.wave_id == wave_id:
            return figures
    raise RecordMissingError(WAVE.name, wave_id)


def of_questionnaire(
    session: Session,
    questionnaire_id: str,
    audience: Audience = MEDIATOR,
    group: str = _WHOLE,
    on: dt.date | None = None,
) -> tuple[WaveFigures, ...]:
    """Return what came of each wave of a questionnaire, in the order of their days.

    Args:
        session: The open mission.
        questionnaire_id: Which.
        audience: Who reads.
        group: Name of a group; all who answered if empty.
        on: The last day whose waves are told, None for all.
    """
    return _in_turn(_read(session, questionnaire_id, audience, on), group)


def by_group(
    session: Session,
    questionnaire_id: str,
    audience: Audience = MEDIATOR,
    on: dt.date | None = None,
) -> dict[str, dict[str, WaveFigures]]:
    """Return by each wave what came of its groups, by their keys, in the order of their names.

    One that may not be shown, or did not answer, has no figures.
    """
    waves = _read(session, questionnaire_id, audience, on)
    names = dict.fromkeys(name for wave in waves for name, _people in wave.groups.values())
    told = {name: _in_turn(waves, name) for name in names}
    return {
        wave.wave["id"]: {key: told[name][at] for key, (name, _n) in wave.groups.items()}
        for at, wave in enumerate(waves)
    }


def _read(
    session: Session, questionnaire_id: str, audience: Audience, on: dt.date | None
) -> list["_Known"]:
    """Return what the file says of each wave that `audience` may see, in the order of days."""
    where = {"questionnaire_id": questionnaire_id}
    asked = surveys.asked(session, questionnaire_id)
    scales = {each.id: each.scale for each in asked}
    kept, least = climate_counts.kept(session, questionnaire_id, scales)
    seen = {row[0] for row in records.list_rows(session, QUESTION, audience, where=where).rows}
    groups = _groups(session, audience)
    waves = [
        row
        for row in records.list_rows(session, WAVE, audience, where=where).dicts()
        if on is None or (_day(row) or dt.date.min) <= on
    ]
    waves.sort(key=lambda row: _day(row) or dt.date.max)
    return [
        _Known(
            wave=row,
            asked=tuple(each for each in asked if each.id in seen),
            kept=kept.get(row["id"], {}),
            least=least[row["id"]],
            groups=groups.get(row["id"], {}),
        )
        for row in waves
    ]


def _in_turn(waves: Sequence["_Known"], group: str) -> tuple[WaveFigures, ...]:
    """Return the figures of waves, each compared with the last one closed before it."""
    found: list[WaveFigures] = []
    for wave in waves:
        before = next((each for each in reversed(found) if each.n is not None), None)
        found.append(wave.figures(group, before))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Known:
    """What the file says of one wave, to one reader.

    Attributes:
        asked: The questions the reader may know, in order.
        kept: What may be shown of each question that was asked, known to the reader or not.
        least: Of fewer answers nothing is shown.
        groups: Name and number of people of each group, by its key.
    """

    wave: Mapping[str, Any]
    asked: Sequence[Asked]
    kept: Kept
    least: int
    groups: Mapping[str, tuple[str, int | None]]

    def figures(self, group: str, before: WaveFigures | None) -> WaveFigures:
        """Return the figures of all or of one group, compared with those of a wave before."""
        key = next((key for key, (name, _n) in self.groups.items() if name == group), None)
        state = state_of(self.wave)
        if state is State.CLOSED and self.wave["closed_on"] is None:
            state = State.OPEN  # no file of ours says so: nothing of it is told
        is_closed = state is State.CLOSED
        population = self.wave["population"]
        if group:
            population = None if key is None else self.groups[key][1]
        is_told, of = is_closed and bool(key or not group), key or _WHOLE
        n = self._answered(of) if is_told else None
        items = tuple(self._items(of, population, _old(n, before))) if is_told else ()
        shown = [key for key in self.groups if is_closed and suppression.complete(self.kept, key)]
        return WaveFigures(
            wave_id=self.wave["id"],
            ref=self.wave["ref"],
            name=self.wave["name"],
            state=state,
            day=_day(self.wave),
            n=n,
            population=population,
            threshold=self.least,
            index=self._index(items),
            items=items,
            enps=next((each.score for each in items if each.score is not None), None),
            groups=tuple(self.groups[key][0] for key in shown),
            withheld=tuple(
                name for key, (name, _n) in self.groups.items() if is_closed and key not in shown
            ),
            may_quote=suppression.may_quote(self.wave["ballots"] or 0, self.least),
            group=group,
        )

    def _answered(self, group: str) -> int | None:
        """Return how many answered, of a group as far as that is shown."""
        if not group and self.wave["ballots"] is not None:
            return int(self.wave["ballots"])
        known = (self.kept[each.id] for each in self.asked if each.id in self.kept)
        told = [each.groups.get(group) if group else each.whole for each in known]
        most = max((sum(counts) for counts in told if counts), default=0)
        return most or (None if group else 0)

    def _items(
        self, group: str, population: int | None, old: Mapping[str, Summary | None]
    ) -> Iterator[ItemFigures]:
        for question in self.asked:
            told = self.kept.get(question.id)
            if told is None:
                continue
            counts = told.groups.get(group) if group else told.whole
            is_score = question.scale == _SCORED
            summary = None if is_score or counts is None else answers.summarise(counts)
            yield ItemFigures(
                id=question.id,
                code=question.code,
                text=question.text,
                scale=question.scale,
                cause=question.cause,
                counts=counts,
                summary=summary,
                score=answers.recommendation(counts) if is_score and counts else None,
                among_few=answers.among(summary, population),
                change=_change(summary, old.get(question.id)),
            )

    def _index(self, items: Sequence[ItemFigures]) -> float | None:
        """Return the mean of the means; of fewer than all items it would tell what is withheld."""
        if len(items) < len(self.kept):
            return None  # one of them is not for the reader
        of = [each.summary for each in items if each.scale == _INDEXED]
        means = [summary.mean for summary in of if summary is not None]
        return answers.index(means) if len(means) == len(of) else None


def _old(n: int | None, before: WaveFigures | None) -> Mapping[str, Summary | None]:
    """Return what a wave may be compared with: nobody's answer is to be told from a change."""
    if n is None or before is None or before.n is None or not may_compare(before.n, n):
        return {}
    return {each.id: each.summary for each in before.items}


def _change(new: Summary | None, old: Summary | None) -> float | None:
    if new is None or old is None or not may_compare(old.n, new.n):
        return None
    return new.mean - old.mean


def _groups(session: Session, audience: Audience) -> dict[str, dict[str, tuple[str, int | None]]]:
    """Return the groups `audience` may know, by wave, in the order of their names."""
    rows = records.list_rows(session, WAVE_GROUP, audience).dicts()
    found: dict[str, dict[str, tuple[str, int | None]]] = {}
    for row in sorted(rows, key=lambda row: sort_key(str(row["name"]))):
        found.setdefault(row["wave_id"], {})[row["id"]] = (row["name"], row["population"])
    return found


def _day(wave: Mapping[str, Any]) -> dt.date | None:
    return wave["closed_on"] or wave["opened_on"] or wave["planned_on"]  # type: ignore[no-any-return]  # dates all
