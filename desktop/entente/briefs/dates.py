"""Dates as people write them, in the language of the page."""

import datetime as dt
from functools import cache

from babel import Locale


@cache
def _locale(language: str) -> Locale:
    # English of Europe: the day before the month.
    return Locale.parse("fr_FR" if language == "fr" else "en_GB")


def long_date(day: dt.date, language: str) -> str:
    """Return `6 mai 2026`; day and month are bound together, the first is `1er`."""
    month = _locale(language).months["format"]["wide"][day.month]
    return f"{_ordinal(day.day, language)}\u00a0{month} {day.year}"


def short_date(day: dt.date, language: str) -> str:
    """Return `6 mai` or `6 May`, without the year."""
    month = _locale(language).months["format"]["abbreviated"][day.month]
    return f"{_ordinal(day.day, language)}\u00a0{month}"


def _ordinal(day: int, language: str) -> str:
    return "1er" if day == 1 and language == "fr" else str(day)
