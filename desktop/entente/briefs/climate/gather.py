"""Takes from a mission what one reader may know of its climate, and of what happened meanwhile."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from entente.briefs.climate_book.gather import gather_waves
from entente.briefs.climate_book.values import Climate
from entente.briefs.gathering import require
from entente.briefs.told import Entry
from entente.domain.climate.survey import QUESTIONNAIRE
from entente.domain.confidentiality import Audience
from entente.services.climate_events import SOURCES
from entente.store.session import Session

#: So long before the first wave it may still have been on people's minds.
_BEFORE: Final = dt.timedelta(days=31)


def gather(session: Session, key: str, audience: Audience, on: dt.date | None = None) -> Climate:
    """Return the climate as one questionnaire measures it, for one reader.

    Args:
        session: The open mission.
        key: Of the questionnaire.
        audience: The reader.
        on: The day whose state is shown; today if None.

    Raises:
        RecordMissingError: If there is no such questionnaire.
    """
    require(session, QUESTIONNAIRE, key)
    kinds = [kind for _happening, kind, _day in SOURCES]
    told = gather_waves(session, key, audience, on, also=kinds)
    lists = dict(told.lists)
    for _happening, kind, day in SOURCES:
        lists[kind.name] = tuple(_within(told, lists[kind.name], kind.title, day))
    return replace(told, lists=lists)


def _within(told: Climate, entries: Sequence[Entry], title: str, day: str) -> list[Entry]:
    """Return what happened between the first wave and the last, by its name and day alone."""
    if not told.waves:
        return []
    first, last = told.waves[0].day - _BEFORE, told.waves[-1].day
    return [
        replace(each, data=tuple(d for d in each.data if d.name in {title, day}), history=())
        for each in entries
        if (date := each.day(day)) and each.datum(title) and first <= date <= last
    ]
