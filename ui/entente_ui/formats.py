"""Numbers and dates as people write them, in the language in use; and read back.

Qt's locales are not asked: they differ between machines, and the command line and the
printed page must agree with the screen.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from math import floor
from typing import Final

from entente.i18n import _, language
from entente_ui.calendar_words import MONTHS, SHORT_MONTHS, WEEKDAYS

NBSP: Final = "\N{NO-BREAK SPACE}"
THIN: Final = "\N{NARROW NO-BREAK SPACE}"
MINUS: Final = "\N{MINUS SIGN}"
EURO: Final = "€"

#: Like the language, the currency is the same for all that is written while a mission is open.
_in_use: Final = {"currency": EURO}


def number(value: float | None, digits: int | None = None) -> str:
    """Return a number with its thousands set apart; nothing for None.

    Args:
        value: The number.
        digits: Digits after the decimal sign; by default as many as needed, up to three.
    """
    if value is None:
        return ""
    text = _grouped(abs(value), 3 if digits is None else digits)
    if digits is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    negative = value < 0 and text.strip("0.,") != ""
    if language() == "fr":
        text = text.translate({ord(","): THIN, ord("."): ","})
    return (MINUS if negative else "") + text


def _grouped(value: float, digits: int) -> str:
    # Halves go up, as people round: the formatting of floats sends 2.5 to 2. The inner
    # rounding forgets the binary tail that makes 1.005 a little less than it says.
    scaled = floor(round(value * 10**digits, 6) + 0.5)
    whole, rest = divmod(scaled, 10**digits)
    return f"{whole:,}.{rest:0{digits}}" if digits else f"{whole:,}"


def signed(value: float, digits: int | None = None) -> str:
    """Return a number that always shows its sign, as a quality of −2 to +2 does."""
    text = number(value, digits)
    return f"+{text}" if value > 0 else text


def decimal(value: float, digits: int = 1) -> str:
    """Return a number with a fixed count of digits after the decimal sign."""
    return number(value, digits)


def percent(share: float, digits: int = 0) -> str:
    """Return a share from 0.0 to 1.0 as a percentage."""
    gap = THIN if language() == "fr" else ""
    return f"{number(100 * share, digits)}{gap}%"


def use_currency(sign: str) -> None:
    """Write amounts in this currency from now on, in euros if none is named."""
    _in_use["currency"] = sign.strip() or EURO


def money(value: float, digits: int = 0) -> str:
    """Return an amount in the currency of the mission."""
    currency = _in_use["currency"]
    if language() == "fr" or len(currency) > 1:
        return f"{number(value, digits)}{NBSP}{currency}"
    sign = MINUS if value < 0 else ""
    return f"{sign}{currency}{number(abs(value), digits)}"


def quantity(value: float, unit: str, digits: int | None = None) -> str:
    """Return a number and its unit, never parted at the end of a line."""
    return f"{number(value, digits)}{NBSP}{unit}"


def file_size(size: int) -> str:
    """Return a count of bytes in the largest unit that keeps it above one."""
    letter = "o" if language() == "fr" else "B"
    value = float(size)
    for prefix in ("", "k", "M"):
        if value < 1000:
            return quantity(value, f"{prefix}{letter}", 0 if value >= 10 or not prefix else 1)
        value /= 1000
    return quantity(value, f"G{letter}", 1)


def long_date(day: date | None) -> str:
    """Return a date for running text: `6 mai 2026`, `6 May 2026`; nothing for None."""
    return "" if day is None else f"{_day_month(day, MONTHS)}{NBSP}{day.year}"


def day_month(day: date) -> str:
    """Return a date whose year is known: `6 mai`, `6 May`."""
    return _day_month(day, MONTHS)


def full_date(day: date) -> str:
    """Return a date with its weekday: `mercredi 6 mai 2026`."""
    return f"{WEEKDAYS[_known()][day.weekday()]} {long_date(day)}"


def month_year(day: date) -> str:
    """Return the month of a date: `mai 2026`."""
    return f"{MONTHS[_known()][day.month - 1]}{NBSP}{day.year}"


def short_date(day: date | None) -> str:
    """Return a date for tight places: `06/05`, `6 May`; nothing for None."""
    if day is None:
        return ""
    return f"{day.day:02}/{day.month:02}" if language() == "fr" else _day_month(day, SHORT_MONTHS)


def near_date(day: date | None, today: date) -> str:
    """Return a date for tight places, with its year where it is not this one; nothing for None."""
    if day is None or day.year == today.year:
        return short_date(day)
    return typed_date(day) if language() == "fr" else f"{short_date(day)}{NBSP}{day.year}"


def typed_date(day: date | None) -> str:
    """Return a date as it is typed: `06/05/2026`, in English `2026-05-06`."""
    if day is None:
        return ""
    return f"{day.day:02}/{day.month:02}/{day.year:04}" if language() == "fr" else day.isoformat()


def clock(moment: datetime) -> str:
    """Return a time of day: `14 h 32`, `14:32`."""
    if language() == "fr":
        return f"{moment.hour}{NBSP}h{NBSP}{moment.minute:02}"
    return f"{moment.hour:02}:{moment.minute:02}"


def date_and_clock(moment: datetime) -> str:
    """Return a date and time: `6 mai 2026 à 14 h 32`, `6 May 2026, 14:32`."""
    joint = " à " if language() == "fr" else ", "
    return f"{long_date(moment)}{joint}{clock(moment)}"


def listing(words: Sequence[str]) -> str:
    """Return words as a list in a sentence: `A, B et C`."""
    if len(words) < 2:
        return "".join(words)
    joint = "et" if language() == "fr" else "and"
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"


def quoted(text: str) -> str:
    """Return `text` between the quotation marks of the language."""
    return f"«{NBSP}{text}{NBSP}»" if language() == "fr" else f"“{text}”"


def labelled(label: str, value: str) -> str:
    """Return `label : value`, spaced as the language wants."""
    gap = NBSP if language() == "fr" else ""
    return f"{label}{gap}: {value}"


_SPACES: Final = re.compile(r"[\s\u00a0\u202f]+")
_NUMBER: Final = re.compile(
    r"(?P<sign>[+-]?)(?P<whole>\d+|\d{1,3}(?:(?P<gap>[ .,’])\d{3})(?:(?P=gap)\d{3})*)?"
    r"(?:(?P<mark>[.,])(?P<rest>\d+))?",
    re.ASCII,
)


def parse_number(text: str) -> float:
    """Return the number somebody typed, whichever decimal sign they used.

    `3,5`, `3.5`, `1 234,5` and `−2` are understood in both languages; `1,234.5` in English.

    Raises:
        ValueError: If it is not one number.
    """
    plain = _SPACES.sub(" ", text).strip().replace(MINUS, "-")
    found = _NUMBER.fullmatch(plain)
    if found is None or not (found["whole"] or found["rest"]):
        raise ValueError(text)
    gap, mark, rest = found["gap"], found["mark"], found["rest"] or ""
    if gap is not None and gap == mark:
        raise ValueError(text)
    whole = re.sub(r"\D", "", found["whole"] or "0")
    if mark == "," and gap is None and len(rest) == 3 and language() != "fr":
        # 1,234 is a thousand and more in English; in French it is one and a bit.
        whole, rest = whole + rest, ""
    return float(f"{found['sign']}{whole}.{rest or '0'}")


def parse_integer(text: str) -> int:
    """Return the whole number somebody typed.

    Raises:
        ValueError: If it is not one whole number.
    """
    value = parse_number(text)
    if not value.is_integer():
        raise ValueError(text)
    return int(value)


_NUMERIC_DATE: Final = re.compile(r"(\d{1,2})[/.\-](\d{1,2})(?:[/.\-](\d{2}|\d{4}))?", re.ASCII)
_ISO_DATE: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_WORDED_DATE: Final = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th)?\s+([^\W\d]+)\.?(?:\s+(\d{4}))?")


def parse_date(text: str, today: date) -> date:
    """Return the date somebody typed.

    `06/05/2026`, `6/5/26`, `06/05`, `2026-05-06`, `6 mai 2026`, `1er mai` and `hier` are
    understood, in both languages; the day comes first.

    Args:
        text: What was typed.
        today: Gives the year where it was left out, and the meaning of `hier`.

    Raises:
        ValueError: If it is not a date, or one that does not exist, as 31/02.
    """
    plain = _SPACES.sub(" ", text).strip().casefold()
    if plain in _RELATIVE:
        return today + timedelta(days=_RELATIVE[plain])
    if match := _ISO_DATE.fullmatch(plain):
        return date(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMERIC_DATE.fullmatch(plain):
        return date(_year(match[3], today), int(match[2]), int(match[1]))
    if match := _WORDED_DATE.fullmatch(plain):
        return date(_year(match[3], today), _month(match[2]), int(match[1]))
    raise ValueError(text)


_RELATIVE: Final = {
    "hier": -1,
    "yesterday": -1,
    "aujourd'hui": 0,
    "aujourd’hui": 0,
    "today": 0,
    "demain": 1,
    "tomorrow": 1,
}


def date_hint() -> str:
    """Return an example of a date, to show in an empty field."""
    return _("e.g. 2026-05-06")


def _known() -> str:
    return "fr" if language() == "fr" else "en"


def _day_month(day: date, months: dict[str, list[str]]) -> str:
    first = "1er" if language() == "fr" and day.day == 1 else str(day.day)
    return f"{first}{NBSP}{months[_known()][day.month - 1]}"


def _year(text: str | None, today: date) -> int:
    if text is None:
        return today.year
    return int(text) + 2000 if len(text) == 2 else int(text)


def _month(word: str) -> int:
    for names in (*MONTHS.values(), *SHORT_MONTHS.values()):
        for place, name in enumerate(names, start=1):
            if _folded(name) == _folded(word):
                return place
    raise ValueError(word)


def _folded(word: str) -> str:
    plain = word.casefold().rstrip(".")
    return plain.translate(str.maketrans("éû", "eu"))
