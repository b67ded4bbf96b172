"""Figures of the waves of a questionnaire, from the counts that were kept of them.

What may be shown was settled when a wave was closed. It is settled once more here, so that a
file written by another program cannot have a paper tell more.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from entente.briefs.climate_book.asked import threshold_of
from entente.briefs.climate_book.values import GroupFigures, Item, Line, WaveFigures
from entente.briefs.gathering import Row
from entente.briefs.told import Entry
from entente.domain.climate import answers, control, suppression
from entente.domain.climate.suppression import Published
from entente.domain.climate.survey import Scale
from entente.domain.climate.trend import trend

#: Counts of an item by the group that answered; of all together under the empty name.
Counts: TypeAlias = Mapping[str, tuple[int, ...]]

_GRADED: Final = frozenset({Scale.AGREEMENT.value, Scale.WEATHER.value})


def scale_of(question: Entry) -> str:
    """Return the scale of a question; agreement, unless another was chosen."""
    return question.text("scale") or Scale.AGREEMENT.value


def is_graded(question: Entry) -> bool:
    """Whether a question is answered from 1 to 5."""
    return scale_of(question) in _GRADED


def counts_of(rows: Iterable[Row], questions: Sequence[Entry]) -> dict[str, Counts]:
    """Return the counts of a wave, by question and group; answers off the scale are none."""
    scales = {each.key: scale_of(each) for each in questions}
    found: dict[str, dict[str, list[int]]] = {}
    for row in rows:
        scale = scales.get(row["question_id"])
        if scale is None or scale == Scale.WORDS.value:
            continue
        is_score = scale == Scale.RECOMMENDATION.value
        lowest, length = (0, answers.RECOMMENDATION + 1) if is_score else (1, answers.SCALE)
        place = row["answer"] - lowest
        if 0 <= place < length:
            groups = found.setdefault(row["question_id"], {})
            groups.setdefault(row["group_id"] or "", [0] * length)[place] += row["count"]
    return {key: {g: tuple(c) for g, c in groups.items()} for key, groups in found.items()}


def wave_figures(
    wave: Entry, questions: Sequence[Entry], counts: Mapping[str, Counts], groups: Sequence[Entry]
) -> WaveFigures | None:
    """Return what a wave came to; None unless it is closed.

    Args:
        wave: As its reader may know it.
        questions: Those the reader may know, in order.
        counts: As `counts_of` gives them.
        groups: Those the reader may know.
    """
    day = wave.day("closed_on")
    if day is None:
        return None
    k = threshold_of(wave)
    population = int(wave.number("population") or 0) or None
    published = {key: _published(each, k) for key, each in counts.items()}
    items = tuple(_item(each, published.get(each.key), population) for each in questions)
    asked = {q.key for q in questions if scale_of(q) == Scale.AGREEMENT}
    means = [i.summary.mean if i.summary else None for i in items if i.key in asked & set(counts)]
    # Whoever had the mean of all and of each but one had that one.
    index = None if None in means else answers.index(means)
    most = max((sum(i.counts) for i in items if i.counts), default=0)
    n = int(wave.number("ballots") or most)
    graded = {key: published[key] for key in asked & set(published)}
    shown = [figures for each in groups if (figures := _group(each.key, graded))]
    return WaveFigures(
        key=wave.key,
        day=day,
        n=n,
        population=population,
        threshold=k,
        index=index,
        items=items,
        groups=tuple(shown),
        withheld=tuple(each.key for each in groups if each.key not in {g.key for g in shown}),
        may_quote=suppression.may_quote(n, k),
    )


def with_changes(waves: Sequence[WaveFigures]) -> tuple[WaveFigures, ...]:
    """Return waves, oldest first, with how each item changed since the one before."""
    made: list[WaveFigures] = []
    for place, wave in enumerate(waves):
        before = waves[place - 1] if place else None
        items = tuple(replace(each, change=_change(before, wave, each)) for each in wave.items)
        made.append(replace(wave, items=items))
    return tuple(made)


def line_of(key: str, values: Sequence[float | None]) -> Line:
    """Return a series with its natural limits, its signals and its trend."""
    limits = control.limits(values)
    found = control.signals(values, limits) if limits else control.Signals()
    return Line(key, tuple(values), limits, found, trend(values))


def lines_of(waves: Sequence[WaveFigures], questions: Sequence[Entry]) -> tuple[Line, ...]:
    """Return the index, then each item that was answered from 1 to 5."""
    found = [line_of("", [wave.index for wave in waves])]
    for question in questions:
        items = [wave.item(question.key) for wave in waves]
        means = [each.summary.mean if each and each.summary else None for each in items]
        if any(mean is not None for mean in means):
            found.append(line_of(question.key, means))
    return tuple(found)


def _published(counts: Counts, k: int) -> Published:
    """Return what may be shown of an item: those of no group known are one of their own."""
    groups = {name: each for name, each in counts.items() if name}
    whole = counts.get("")
    if whole is None:
        return Published(None, {}, tuple(groups))
    rest = tuple(n - sum(c[at] for c in groups.values()) for at, n in enumerate(whole))
    if min(rest) < 0:
        groups, rest = {}, whole
    found = suppression.publish({**groups, "": rest}, k)
    return Published(found.whole, {g: c for g, c in found.groups.items() if g}, found.withheld)


def _item(question: Entry, published: Published | None, population: int | None) -> Item:
    whole = published.whole if published else None
    if whole is None:
        return Item(question.key, None)
    if not is_graded(question):
        return Item(question.key, whole, score=answers.recommendation(whole))
    return Item(question.key, whole, answers.summarise(whole, population))


def _group(key: str, published: Mapping[str, Published]) -> GroupFigures | None:
    counts = {item: each.groups[key] for item, each in published.items() if key in each.groups}
    if not counts:
        return None
    means = {item: s.mean for item, c in counts.items() if (s := answers.summarise(c))}
    index = answers.index(list(means.values()))
    is_whole = suppression.complete(published, key)
    return GroupFigures(key, max(map(sum, counts.values())), index if is_whole else None, means)


def _change(before: WaveFigures | None, wave: WaveFigures, item: Item) -> float | None:
    old = before.item(item.key) if before else None
    if old is None or old.summary is None or item.summary is None:
        return None
    if not suppression.may_compare(old.summary.n, item.summary.n):
        return None
    if before is not None and not suppression.may_compare(before.n, wave.n):
        return None
    return item.summary.mean - old.summary.mean
