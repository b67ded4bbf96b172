"""Dates as French and English write them."""

import datetime as dt
import re
from typing import Final

from entente.domain.text import fold

_FRENCH: Final = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
_ENGLISH: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_TIME: Final = r"(?:[T ]+[0-9]{1,2}[:h][0-9:.,Z+ h-]*)?"
_WEEKDAY: Final = r"(?:[a-z]{3,9}\.?,? +)?"
_YEAR_FIRST: Final = re.compile(
    rf"([0-9]{{4}})([-/.])([0-9]{{1,2}})\2([0-9]{{1,2}}){_TIME}", re.IGNORECASE
)
_DAY_FIRST: Final = re.compile(
    rf"([0-9]{{1,2}})([-/. ])([0-9]{{1,2}})\2([0-9]{{4}}|[0-9]{{2}}){_TIME}", re.IGNORECASE
)
_IN_WORDS: Final = re.compile(
    rf"{_WEEKDAY}([0-9]{{1,2}})(?:er|e|st|nd|rd|th)?[ .-]+(?:of +)?"
    r"([a-z]{3,9})[ .,-]+([0-9]{4})"
)
_MONTH_FIRST: Final = re.compile(
    rf"{_WEEKDAY}([a-z]{{3,9}})\.? +([0-9]{{1,2}})(?:st|nd|rd|th)?,? +([0-9]{{4}})"
)


def _month_numbers() -> dict[str, int]:
    """Every folded beginning of a month's name that only one month has."""
    numbers: dict[str, set[int]] = {}
    for names in (_FRENCH, _ENGLISH):
        for number, name in enumerate(names, 1):
            word = fold(name)
            for length in range(3, len(word) + 1):
                numbers.setdefault(word[:length], set()).add(number)
    return {word: found.pop() for word, found in numbers.items() if len(found) == 1}


_MONTHS: Final = _month_numbers()


def read_date(text: str) -> dt.date | None:
    """Return the date a text gives, day before month; None if it gives none that exists.

    A year of two digits is one of this century.
    """
    word = " ".join(fold(text).split())
    if match := _YEAR_FIRST.fullmatch(word):
        return _date(match[1], match[3], match[4])
    if match := _DAY_FIRST.fullmatch(word):
        return _date(match[4] if len(match[4]) == 4 else f"20{match[4]}", match[3], match[1])
    if match := _IN_WORDS.fullmatch(word):
        return _date(match[3], match[2], match[1])
    if match := _MONTH_FIRST.fullmatch(word):
        return _date(match[3], match[1], match[2])
    return None


def date_text(day: dt.date, code: str) -> str:
    """Return a date in words: `6 mai 2026` in French, `6 May 2026` in English."""
    if code != "fr":
        return f"{day.day} {_ENGLISH[day.month - 1]} {day.year}"
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number} {_FRENCH[day.month - 1]} {day.year}"


def short_date(day: dt.date, code: str) -> str:
    """Return a date as sheets of that language read it: `06/05/2026` or `2026-05-06`."""
    return f"{day:%d/%m/%Y}" if code == "fr" else day.isoformat()


def _date(year: str, month: str, day: str) -> dt.date | None:
    number = int(month) if month.isdigit() else _MONTHS.get(month, 0)
    try:
        return dt.date(int(year), number, int(day))
    except ValueError:
        return None
