"""What the charts of the climate are read from."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from entente.domain.climate.answers import Interval, Recommendation
from entente.domain.climate.control import Signals
from entente.domain.climate.survey import QUESTIONNAIRE, Scale
from entente.i18n import _
from entente.services import climate_events, climate_series
from entente.services.climate import ItemFigures, WaveFigures
from entente.services.climate_series import INDEX, Line
from entente_ui.climate.charts.told import Answers, Happening, Point, Series
from entente_ui.climate.charts.words import (
    ranges_sentence,
    recommendation_sentence,
    trend_sentence,
)
from entente_ui.document import Document
from entente_ui.formats import decimal, signed

#: Scales whose answers lie to either side of a middle.
_SIDED: Final = frozenset({Scale.AGREEMENT, Scale.WEATHER})


@dataclass(frozen=True, slots=True)
class Read:
    """Everything the charts of a questionnaire show, as the viewer may know it.

    Attributes:
        waves: Those that were closed, from the first to the last.
        lines: The index and each item over the waves.
        scores: The recommendation of each wave, and the same as a series; None unasked.
        groups: Names of the groups something may be shown of in some wave.
    """

    waves: tuple[WaveFigures, ...]
    lines: tuple[Series, ...]
    scores: tuple[Recommendation | None, ...]
    recommendation: Series | None
    events: tuple[Happening, ...]
    groups: tuple[str, ...]

    @property
    def index(self) -> Series | None:
        """The index over the waves; None where nothing of it may be told, or it has no items."""
        return next((line for line in self.lines if line.key == INDEX and line.known), None)

    @property
    def items(self) -> tuple[Series, ...]:
        """The items over the waves."""
        return tuple(line for line in self.lines if line.key != INDEX)


NOTHING: Final = Read((), (), (), None, (), ())


def questionnaires(document: Document) -> list[tuple[str, str]]:
    """Return key and name of every questionnaire the viewer may see."""
    rows = document.table(QUESTIONNAIRE).dicts()
    return [(str(row["id"]), str(row["name"])) for row in rows if not row["set_aside"]]


def read(document: Document, questionnaire: str, group: str = "") -> Read:
    """Read the waves of a questionnaire, of all or of one group."""
    viewer = document.viewer
    found = document.read(lambda s: climate_series.series(s, questionnaire, viewer, group))
    if not found.waves:
        return NOTHING
    scores = tuple(wave.enps for wave in found.waves)
    days = [_day(wave) for wave in found.waves]
    events = document.read(lambda s: climate_events.events(s, viewer, min(days), max(days)))
    return Read(
        found.waves,
        tuple(_series(found.waves, line) for line in found.lines),
        scores,
        _recommendation(found.waves, scores),
        tuple(Happening(each.day, each.table, each.key, each.label) for each in events),
        tuple(dict.fromkeys(name for wave in found.waves for name in wave.groups)),
    )


def answers(wave: WaveFigures) -> list[Answers]:
    """Return what was answered in a wave to each item that has a middle."""
    return [_answers(item) for item in wave.items if item.scale in _SIDED]


def ranges(series: Series | None) -> Series | None:
    """Return by how much each wave differs from the one before; None where that is not judged."""
    if series is None or series.limits is None:
        return None
    pairs = zip([None, *series.values], series.points, strict=False)
    points = [Point(point.wave, point.on, _apart(before, point.value)) for before, point in pairs]
    of, jumps = series.limits, series.signals.jumps
    limits = replace(of, centre=of.mean_range, lower=0.0, upper=of.range_upper)
    names = [series.points[place].wave for place in jumps]
    return Series(
        f"{series.key}-ranges",
        series.title,
        tuple(points),
        limits,
        Signals(outside=jumps),
        series.say,
        ranges_sentence(names, series.say(of.range_upper)),
        is_signal=bool(jumps),
    )


def _apart(before: float | None, after: float | None) -> float | None:
    return None if before is None or after is None else abs(after - before)


def _answers(item: ItemFigures) -> Answers:
    return Answers(
        item.id,
        item.code,
        item.text,
        item.counts or (),
        item.summary,
        item.cause,
        is_weather=item.scale == Scale.WEATHER,
    )


def _series(waves: Sequence[WaveFigures], line: Line) -> Series:
    points = [
        Point(wave.name, _day(wave), value, interval)
        for wave, value, interval in zip(waves, line.values, line.intervals, strict=True)
    ]
    title = line.label if line.key == INDEX else f"{line.code} {line.label}".strip()
    return Series(
        line.key,
        title,
        tuple(points),
        line.limits,
        line.signals,
        _two,
        " ".join(filter(None, (line.sentence, trend_sentence(line.trend)))),
        is_signal=line.is_signal,
        smoothed=line.smoothed,
        trend=line.trend,
    )


def _day(wave: WaveFigures) -> dt.date:
    """Return the day of a wave; one that is closed has one."""
    return wave.day or dt.date.min


def _two(value: float) -> str:
    return decimal(value, 2)


def _recommendation(
    waves: Sequence[WaveFigures], scores: Sequence[Recommendation | None]
) -> Series | None:
    if not any(scores):
        return None
    points = [
        Point(wave.name, _day(wave), score.score, _around(score))
        if score is not None
        else Point(wave.name, _day(wave), None)
        for wave, score in zip(waves, scores, strict=True)
    ]
    sentence = recommendation_sentence([wave.name for wave in waves], scores)
    title = _("Recommendation")
    return Series("enps", title, tuple(points), None, Signals(), _whole, sentence)


def _around(score: Recommendation) -> Interval:
    return Interval(max(-100.0, score.score - score.margin), min(100.0, score.score + score.margin))


def _whole(value: float) -> str:
    return signed(value, 0)
