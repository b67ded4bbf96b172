"""The climate from wave to wave: is it a signal, or noise? Each line says so in a sentence."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Final

from entente.domain.climate import control, trend
from entente.domain.climate.answers import Interval
from entente.domain.climate.control import Limits, Signals, Smoothed
from entente.domain.climate.survey import Scale
from entente.domain.climate.trend import Trend
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.i18n import N_, _, ngettext
from entente.services import climate
from entente.services.ballots import State
from entente.services.climate import ItemFigures, WaveFigures
from entente.store.session import Session

INDEX: Final = "index"
#: So many waves are named where there is something to say of them.
_NAMED: Final = 5
#: The moving average is compared with the mean of so many first waves.
_FIRST: Final = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One figure from wave to wave; a place for each wave, None where there is a gap.

    Attributes:
        key: `INDEX`, or the key of the question.
        label: What it is of, in the language in use or as it was asked.
        limits: None where there are too few waves.
        smoothed: The moving average, likewise.
        trend: None with fewer than three waves.
        sentence: Says what the line shows, and whether that is a signal or noise.
    """

    key: str
    code: str
    label: str
    values: tuple[float | None, ...]
    intervals: tuple[Interval | None, ...]
    limits: Limits | None
    signals: Signals
    smoothed: Smoothed | None
    trend: Trend | None
    sentence: str

    @property
    def is_signal(self) -> bool:
        """Whether anything in it is more than noise."""
        drifts = self.smoothed is not None and bool(self.smoothed.signals)
        moves = self.trend is not None and self.trend.is_significant
        return bool(self.signals.places) or drifts or moves


@dataclass(frozen=True, slots=True)
class Series:
    """The closed waves of a questionnaire, and a line for the index and for each question."""

    waves: tuple[WaveFigures, ...]
    lines: tuple[Line, ...]

    def line(self, key: str) -> Line | None:
        """Return the line of a question or of the index, None if there is none."""
        return next((line for line in self.lines if line.key == key), None)


def series(
    session: Session,
    questionnaire_id: str,
    audience: Audience = MEDIATOR,
    group: str = "",
    on: dt.date | None = None,
) -> Series:
    """Return the climate from wave to wave, as `audience` may see it.

    Args:
        session: The open mission.
        questionnaire_id: Of which waves.
        audience: Who reads.
        group: Name of a group; all who answered if empty.
        on: The last day whose waves count, None for all.
    """
    found = climate.of_questionnaire(session, questionnaire_id, audience, group, on)
    closed = tuple(wave for wave in found if wave.state is State.CLOSED)
    told = [{item.id: item for item in wave.items} for wave in closed]
    asked = {item.id: item for wave in closed for item in wave.items if _has_mean(item)}
    names = [wave.name for wave in closed]
    lines = [_line(_Of(INDEX, INDEX, _("Climate index")), [w.index for w in closed], (), names)]
    for item in asked.values():
        summaries = [each and each.summary for each in (items.get(item.id) for items in told)]
        means = [summary.mean if summary else None for summary in summaries]
        intervals = [summary.interval if summary else None for summary in summaries]
        lines.append(_line(_Of(item.id, item.code, item.text), means, intervals, names))
    return Series(closed, tuple(lines))


@dataclass(frozen=True, slots=True)
class _Of:
    key: str
    code: str
    label: str


def _has_mean(item: ItemFigures) -> bool:
    return item.scale != Scale.RECOMMENDATION


def _line(
    of: _Of,
    values: Sequence[float | None],
    intervals: Sequence[Interval | None],
    names: Sequence[str],
) -> Line:
    limits = control.limits(values)
    signals = control.signals(values, limits) if limits else Signals()
    smoothed = None
    if limits is not None:
        first = [value for value in values if value is not None][:_FIRST]
        smoothed = control.smoothed(values, fmean(first), limits.mean_range)
    moves = trend.trend(values)
    return Line(
        key=of.key,
        code=of.code,
        label=of.label,
        values=tuple(values),
        intervals=tuple(intervals) or (None,) * len(values),
        limits=limits,
        signals=signals,
        smoothed=smoothed,
        trend=moves,
        sentence=_sentence(values, limits, signals, smoothed, moves, names),
    )


def _sentence(  # what a line is known by
    values: Sequence[float | None],
    limits: Limits | None,
    signals: Signals,
    smoothed: Smoothed | None,
    moves: Trend | None,
    names: Sequence[str],
) -> str:
    """Return what a line shows, whether it is a signal, and how sure that is."""
    known = sum(value is not None for value in values)
    if limits is None:
        text = _("Too few waves to tell a signal from noise: {count} of at least {least}.")
        return text.format(count=known, least=control.LEAST)
    said = [*_signals_said(signals, names), *_drift_said(smoothed, names), *_trend_said(moves)]
    if not said:
        said = [_("No signal: the values differ by no more than by chance.")]
    if limits.is_provisional:
        text = _("The limits are provisional until there are {count} waves.")
        said.append(text.format(count=control.SETTLED_FROM))
    return " ".join(said)


_SAID: Final = (
    ("outside", N_("Signal: outside the natural limits at {waves}.")),
    ("jumps", N_("Signal: a change larger than by chance at {waves}.")),
    ("runs", N_("Signal: eight waves or more on the same side, up to {waves}.")),
)


def _signals_said(signals: Signals, names: Sequence[str]) -> list[str]:
    return [
        _(text).format(waves=_listed(getattr(signals, kind), names))
        for kind, text in _SAID
        if getattr(signals, kind)
    ]


def _drift_said(smoothed: Smoothed | None, names: Sequence[str]) -> list[str]:
    if smoothed is None or not smoothed.signals:
        return []
    text = _("Signal: a slow drift from the first waves, seen at {waves}.")
    return [text.format(waves=_listed(smoothed.signals, names))]


def _trend_said(moves: Trend | None) -> list[str]:
    if moves is None or not moves.is_significant:
        return []
    rises = _("Signal: it rises from wave to wave more than by chance.")
    return [rises if moves.s > 0 else _("Signal: it falls from wave to wave more than by chance.")]


def _listed(places: Sequence[int], names: Sequence[str]) -> str:
    """Return the names of waves, of many the newest ones and how many there were before."""
    told = ", ".join(names[place] for place in places[-_NAMED:])
    before = len(places) - _NAMED
    if before <= 0:
        return told
    more = ngettext("{waves} and {count} wave before", "{waves} and {count} waves before", before)
    return more.format(waves=told, count=before)
