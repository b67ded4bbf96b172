"""Figures of the waves of a questionnaire as papers tell them: keys and numbers, nobody's words."""

import datetime as dt
from collections.abc import Mapping

from entente.briefs.climate_book.values import GroupFigures, Item, Line, WaveFigures
from entente.domain.confidentiality import Audience
from entente.services import climate, climate_series
from entente.services.climate import ItemFigures
from entente.services.climate_series import INDEX
from entente.store.session import Session


def told(
    session: Session, questionnaire_id: str, audience: Audience, on: dt.date
) -> tuple[tuple[WaveFigures, ...], tuple[Line, ...]]:
    """Return the waves closed by a day, oldest first; then the index and the items over them."""
    series = climate_series.series(session, questionnaire_id, audience, on=on)
    parts = climate.by_group(session, questionnaire_id, audience, on)
    waves = tuple(_wave(each, parts[each.wave_id]) for each in series.waves)
    lines = [_line(each) for each in series.lines]
    shown = [each for each in lines if not each.key or any(v is not None for v in each.values)]
    return waves, tuple(shown)


def _wave(of: climate.WaveFigures, parts: Mapping[str, climate.WaveFigures]) -> WaveFigures:
    groups = tuple(made for key, each in parts.items() if (made := _group(key, each)))
    return WaveFigures(
        key=of.wave_id,
        day=of.day or dt.date.min,
        n=of.n or 0,
        population=of.population,
        threshold=of.threshold,
        index=of.index,
        items=tuple(map(_item, of.items)),
        groups=groups,
        withheld=tuple(key for key in parts if key not in {each.key for each in groups}),
        may_quote=of.may_quote,
    )


def _item(of: ItemFigures) -> Item:
    interval = of.among_few or (of.summary.interval if of.summary else None)
    return Item(of.id, of.counts, of.summary, interval, of.score, of.change)


def _group(key: str, of: climate.WaveFigures) -> GroupFigures | None:
    means = {each.id: each.summary.mean for each in of.items if each.summary}
    return GroupFigures(key, of.n or 0, of.index, means) if means else None


def _line(of: climate_series.Line) -> Line:
    drifts = of.smoothed.signals if of.smoothed else ()
    key = "" if of.key == INDEX else of.key
    return Line(key, of.values, of.limits, of.signals, of.trend, drifts)
