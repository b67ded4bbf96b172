"""What people answered, in figures, for whoever reads: never more than a wave lets show."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy import select

from entente.domain.climate import answers, suppression
from entente.domain.climate.answers import Interval, Recommendation, Summary
from entente.domain.climate.survey import ANSWER_COUNT, QUESTION, WAVE, WAVE_GROUP, Scale
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.errors import RecordMissingError
from entente.services import records
from entente.services.ballots import RANGES, State, state_of
from entente.store.schema import TABLES
from entente.store.session import Session

_INDEXED: Final = Scale.AGREEMENT.value
_WHOLE: Final = ""


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """What was answered to one question in one wave.

    Attributes:
        id: Of the question.
        counts: How many gave each answer, from the lowest on; None where it is withheld.
        summary: None where it is withheld, and of recommendation.
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
    session: Session, questionnaire_id: str, audience: Audience = MEDIATOR, group: str = _WHOLE
) -> tuple[WaveFigures, ...]:
    """Return what came of each wave of a questionnaire, in the order of their days."""
    where = {"questionnaire_id": questionnaire_id}
    waves = records.list_rows(session, WAVE, audience, where=where).dicts()
    asked = records.list_rows(session, QUESTION, audience, where=where).dicts()
    asked.sort(key=lambda row: (row["position"] or 0, row["code"]))
    counts = _counts(session, questionnaire_id)
    groups = _groups(session, questionnaire_id)
    found: list[WaveFigures] = []
    for wave in sorted(waves, key=lambda row: (_day(row) or dt.date.max, row["ref"])):
        known = _Known(wave, asked, counts.get(wave["id"], {}), groups.get(wave["id"], {}))
        figures = known.figures(group)
        before = next((each for each in reversed(found) if each.n is not None), None)
        found.append(_compared(figures, before) if before else figures)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Known:
    """What the file says of one wave.

    Attributes:
        counts: By question and group, the whole being the empty group: answers and how many.
        groups: Name and number of people of each group, by its key.
    """

    wave: Mapping[str, Any]
    asked: Sequence[Mapping[str, Any]]
    counts: Mapping[tuple[str, str], Mapping[int, int]]
    groups: Mapping[str, tuple[str, int | None]]

    def figures(self, group: str) -> WaveFigures:
        key = next((key for key, (name, _n) in self.groups.items() if name == group), None)
        state = state_of(self.wave)
        is_closed = state is State.CLOSED
        population = self.wave["population"]
        if group:
            population = None if key is None else self.groups[key][1]
        items = self._items("" if not group else key or group, population) if is_closed else ()
        shown = [key for key in self.groups if is_closed and self._is_shown(key)]
        ballots = self.wave["ballots"] if is_closed else None
        n = ballots if not group else max((sum(each.counts or ()) for each in items), default=0)
        return WaveFigures(
            wave_id=self.wave["id"],
            ref=self.wave["ref"],
            name=self.wave["name"],
            state=state,
            day=_day(self.wave),
            n=n or (ballots if not group else None),
            population=population,
            threshold=self.wave["threshold"],
            index=_index(items),
            items=items,
            enps=_enps(items),
            groups=tuple(self.groups[key][0] for key in shown),
            withheld=tuple(
                name for key, (name, _n) in self.groups.items() if is_closed and key not in shown
            ),
            may_quote=suppression.may_quote(ballots or 0, self.wave["threshold"]),
        )

    def _items(self, group: str, population: int | None) -> tuple[ItemFigures, ...]:
        return tuple(
            self._item(question, group, population)
            for question in self.asked
            if (question["id"], _WHOLE) in self.counts
        )

    def _item(self, question: Mapping[str, Any], group: str, population: int | None) -> ItemFigures:
        low, high = RANGES[question["scale"]]
        given = self.counts.get((question["id"], group), {})
        counts = tuple(given.get(answer, 0) for answer in range(low, high + 1))
        shown = counts if sum(counts) else None
        summary = narrow = None
        if shown is not None and low == 1:
            summary = answers.summarise(shown)
            narrow = answers.among(summary, population)
        return ItemFigures(
            id=question["id"],
            code=question["code"],
            text=question["text"],
            scale=question["scale"],
            cause=question["cause"] or "",
            counts=shown,
            summary=summary,
            among_few=narrow,
        )

    def _is_shown(self, group: str) -> bool:
        asked = [question for question, of in self.counts if of == _WHOLE]
        return bool(asked) and all((question, group) in self.counts for question in asked)


def _index(items: Sequence[ItemFigures]) -> float | None:
    """Return the mean of the means; of fewer than all items it would tell what is withheld."""
    of = [each.summary for each in items if each.scale == _INDEXED]
    means = [summary.mean for summary in of if summary is not None]
    return answers.index(means) if len(means) == len(of) else None


def _enps(items: Sequence[ItemFigures]) -> Recommendation | None:
    for each in items:
        if each.scale == Scale.RECOMMENDATION and each.counts is not None:
            return answers.recommendation(each.counts)
    return None


def _compared(figures: WaveFigures, before: WaveFigures) -> WaveFigures:
    """Add what changed since the wave before, where nobody's answer can be told from it."""
    if figures.n is None or before.n is None:
        return figures
    items = tuple(_item_compared(each, before.item(each.id)) for each in figures.items)
    return replace(figures, items=items)


def _item_compared(item: ItemFigures, before: ItemFigures | None) -> ItemFigures:
    if item.summary is None or before is None or before.summary is None:
        return item
    if not suppression.may_compare(before.summary.n, item.summary.n):
        return item
    return replace(item, change=item.summary.mean - before.summary.mean)


def _counts(
    session: Session, questionnaire_id: str
) -> dict[str, dict[tuple[str, str], dict[int, int]]]:
    """Return what is written of each wave: by question and group, how many gave each answer."""
    table, wave = TABLES[ANSWER_COUNT.name], TABLES[WAVE.name]
    of = wave.c.questionnaire_id == questionnaire_id
    chosen = select(
        table.c.wave_id, table.c.question_id, table.c.group_id, table.c.answer, table.c.count
    ).join_from(table, wave, table.c.wave_id == wave.c.id)
    found: dict[str, dict[tuple[str, str], dict[int, int]]] = {}
    for wave_id, question, group, answer, count in session.rows(chosen.where(of)):
        of_wave_ = found.setdefault(wave_id, {})
        of_wave_.setdefault((question, group or _WHOLE), {})[answer] = count
    return found


def _groups(
    session: Session, questionnaire_id: str
) -> dict[str, dict[str, tuple[str, int | None]]]:
    table, wave = TABLES[WAVE_GROUP.name], TABLES[WAVE.name]
    chosen = select(table).join_from(table, wave, table.c.wave_id == wave.c.id)
    of = chosen.where(wave.c.questionnaire_id == questionnaire_id).order_by(table.c.name)
    found: dict[str, dict[str, tuple[str, int | None]]] = {}
    for row in session.rows(of):
        found.setdefault(row.wave_id, {})[row.id] = (row.name, row.population)
    return found


def _day(wave: Mapping[str, Any]) -> dt.date | None:
    day: dt.date | None = wave["closed_on"] or wave["opened_on"] or wave["planned_on"]
    return day
