"""What the file keeps of the answers to a questionnaire, for whatever is reckoned from it.

What may be shown was settled when a wave was closed. It is settled once more here, so that a
file written by another program cannot have anything tell more.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from sqlalchemy import func, select

from entente.domain.climate import suppression
from entente.domain.climate.suppression import THRESHOLD, THRESHOLD_MIN, Published
from entente.domain.climate.survey import ANSWER_COUNT, WAVE
from entente.services.ballots import RANGES
from entente.store.schema import TABLES
from entente.store.session import Session

#: By the key of a question, what may be shown of the answers to it.
Kept: TypeAlias = Mapping[str, Published]
#: The same as it is written: by question and group, the whole being no group.
_Written: TypeAlias = dict[tuple[str, str | None], list[int]]

_HIGHEST: Final = max(high for _low, high in RANGES.values())


def kept(
    session: Session, questionnaire_id: str, scales: Mapping[str, str]
) -> tuple[Mapping[str, Kept], Mapping[str, int]]:
    """Return what may be shown of each wave of a questionnaire, and its threshold.

    Args:
        session: The open mission.
        questionnaire_id: Which.
        scales: That of each of its questions.
    """
    table, wave = TABLES[ANSWER_COUNT.name], TABLES[WAVE.name]
    own = select(wave.c.id, wave.c.threshold).where(wave.c.questionnaire_id == questionnaire_id)
    least = {row.id: max(row.threshold or THRESHOLD, THRESHOLD_MIN) for row in session.rows(own)}
    of = table.c.wave_id.in_(select(wave.c.id).where(wave.c.questionnaire_id == questionnaire_id))
    columns = (table.c.question_id, table.c.group_id, table.c.answer, table.c["count"])
    # A row a wave: reading one for each answer takes several times as long.
    rows = select(table.c.wave_id, *map(func.json_group_array, columns)).where(of)
    spans = {key: RANGES[scale] for key, scale in scales.items() if scale in RANGES}
    found = {
        key: _settled(_written(*map(json.loads, cells)), spans, least[key])
        for key, *cells in session.rows(rows.group_by(table.c.wave_id))
    }
    return found, least


def _written(
    questions: Sequence[str],
    groups: Sequence[str | None],
    answers: Sequence[int],
    numbers: Sequence[int],
) -> _Written:
    """Return counts by question and group, from 0 to the highest answer of any scale."""
    found: _Written = {}
    for question, group, answer, number in zip(questions, groups, answers, numbers, strict=True):
        if not 0 <= answer <= _HIGHEST:
            continue
        counts = found.get((question, group))
        if counts is None:
            counts = found[question, group] = [0] * (_HIGHEST + 1)
        counts[answer] += number
    return found


def _settled(written: _Written, spans: Mapping[str, tuple[int, int]], k: int) -> Kept:
    """Return what may be shown of each question; answers off its scale are none."""
    whole: dict[str, list[int]] = {}
    groups: dict[str, dict[str, list[int]]] = {}
    for (question, group), counts in written.items():
        span = spans.get(question)
        if span is None:
            continue
        of_scale = counts[span[0] : span[1] + 1]
        if group is None:
            whole[question] = of_scale
        else:
            groups.setdefault(question, {})[group] = of_scale
    return {
        question: suppression.settle(counts, groups.get(question, {}), k)
        for question, counts in whole.items()
    }
