"""Effort as people write it: half-days, days, hours, weeks, fractions of them."""

import math
import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from entente.domain.text import fold

#: Half-days in a day, and in a week of work.
HALF_DAYS_A_DAY: Final = 2
_A_WEEK: Final = 10
#: Hours in a half-day. Seven hours a day would make 3.5 of them; meetings are counted by eight.
HOURS_A_HALF_DAY: Final = 4
#: What is begun is counted by this part of a half-day.
STEP: Final = 0.5

_MINUTES: Final = 60
_ROUNDING: Final = 1e-9
#: How many half-days one of each is.
_UNITS: Final[Mapping[str, float]] = {
    **dict.fromkeys(("demi-journee", "demi-jour", "demi-j", "dj", "half-day"), 1),
    **dict.fromkeys(("j", "jr", "jour", "journee", "d", "day"), HALF_DAYS_A_DAY),
    **dict.fromkeys(("h", "hr", "heure", "hour"), 1 / HOURS_A_HALF_DAY),
    **dict.fromkeys(("mn", "min", "minute"), 1 / HOURS_A_HALF_DAY / _MINUTES),
    **dict.fromkeys(("sem", "semaine", "w", "wk", "week"), _A_WEEK),
}
_WORDS: Final = {
    **dict.fromkeys(("un", "une", "a", "one"), 1),
    **dict.fromkeys(("deux", "two"), 2),
    **dict.fromkeys(("trois", "three"), 3),
    **dict.fromkeys(("demi", "demie", "half"), 0.5),
}
_FRACTION: Final = re.compile(r"(?:([0-9]{1,6}) +)?([0-9]{1,3})/([0-9]{1,3})")
_DECIMAL: Final = re.compile(r"[0-9]{1,6}(?:[.,][0-9]{1,6})?|[.,][0-9]{1,6}")
_SAID: Final = re.compile(r"([+-]?) *([0-9][0-9.,/ ]*|[.,][0-9]+|[a-z]+(?= ))? *([a-z].*)?")
_HOURS: Final = re.compile(r"([+-]?) *([0-9]{1,4}) *h *([0-5]?[0-9])")
_AND_A_HALF: Final = re.compile(r"(?: et demie?| and a half| 1/2)$")


def read_effort(text: str) -> float | None:
    """Return how many half-days a text stands for; None if it says nothing of the kind.

    `1,5` and `3 demi-journées` count half-days; `1/2 j`, `2 d`, `2h` and `1 semaine` are turned
    into them, begun parts counting as a half of one. An effort below zero is returned as it is:
    whoever checks it has a word for that.
    """
    said = " ".join(fold(_spelt(text)).split()).replace("half a ", "half-")
    if match := _HOURS.fullmatch(said):
        hours = int(match[2]) + int(match[3]) / _MINUTES
        return _signed(match[1], _stepped(hours / HOURS_A_HALF_DAY))
    more = 0.5 if _AND_A_HALF.search(said) and not _FRACTION.fullmatch(said) else 0
    match = _SAID.fullmatch(_AND_A_HALF.sub("", said) if more else said)
    if match is None:
        return None
    sign, digits, words = match.groups()
    return _signed(sign, _half_days((digits or "").strip(), words or "", more))


def is_bare(cell: object) -> bool:
    """Whether a cell is a number alone, which counts half-days without being turned into any."""
    if not isinstance(cell, str):
        return True
    return _DECIMAL.fullmatch("".join(cell.split()).lstrip("+-−")) is not None


def _half_days(digits: str, words: str, more: float) -> float | None:
    """Return what a number and a unit come to, either of which may be missing."""
    unit = _unit(words)
    if not words:
        count = _number(digits)
        if count is None or more:
            return None
        return count if _DECIMAL.fullmatch(digits) else _stepped(count)
    count = _number(digits) if digits else 1.0
    if count is None or unit is None:
        return None
    return _stepped((count + more) * unit)


def _unit(words: str) -> float | None:
    word = words.rstrip(".").replace(" ", "-")
    parts = [part.removesuffix("s") for part in word.split("-")]
    return _UNITS.get("-".join(parts))


def _number(digits: str) -> float | None:
    if match := _FRACTION.fullmatch(digits):
        whole, top, bottom = match.groups()
        return int(whole or 0) + int(top) / int(bottom) if int(bottom) else None
    if _DECIMAL.fullmatch(digits):
        return float(digits.replace(",", "."))
    return _WORDS.get(digits)


def _stepped(half_days: float) -> float:
    """Round up to the next half of a half-day, but for what only the computer's sums add."""
    return math.ceil(half_days / STEP - _ROUNDING) * STEP


def _signed(sign: str, half_days: float | None) -> float | None:
    return half_days if half_days is None or sign != "-" else -half_days


def _spelt(text: str) -> str:
    """Write out the fractions that are one sign: `1½` is `1 1/2`."""
    return "".join(
        f" {unicodedata.normalize('NFKC', sign).replace(chr(0x2044), '/')} "
        if unicodedata.decomposition(sign).startswith("<fraction>")
        else sign
        for sign in text
    )
