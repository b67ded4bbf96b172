"""Offers and what answers them: amounts as people write them, and the order of the chain."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from entente.domain.records import Field
from entente.domain.values import allowed, parse
from entente.errors import InvalidValueError

_CURRENCY: Final = re.compile(r"€|\$|£|(?<![^\W\d_])(?:k|m)?(?:euros?|eur|chf)\b", re.IGNORECASE)
_SCALED: Final = re.compile(r"(.*\d)\s*([km])", re.IGNORECASE | re.DOTALL)
_SCALES: Final = {"k": 1_000, "m": 1_000_000}


def read_amount(field: Field, text: str) -> float | None:
    """Return an amount of money that was typed, None for a blank.

    « 18 000 € », « 18k », « 18 k€ », « 1,5 M€ » and « 18 000,00 » are amounts; words such as
    « dix-huit mille » are not, since nobody could check what was read into them.

    Raises:
        InvalidValueError: If it is no amount, or outside what the field takes.
    """
    if not text.strip():
        return None
    bare = _CURRENCY.sub(_without_currency, text).strip()
    scaled = _SCALED.fullmatch(bare)
    digits, scale = (scaled[1], _SCALES[scaled[2].lower()]) if scaled else (bare, 1)
    try:
        read = None if "%" in digits else parse(field, digits)
        amount = None if read is None else parse(field, round(read * scale, 2))
    except InvalidValueError:
        amount = None
    if amount is None:
        raise InvalidValueError(field.label, text, allowed(field))
    return float(amount)


def _without_currency(found: re.Match[str]) -> str:
    """Return what a sign of money leaves behind: its k or M, or nothing."""
    letters = found[0].lower()
    return f"{letters[0]} " if letters[0] in _SCALES else " "


@dataclass(frozen=True, slots=True)
class Dated:
    """An offer as far as its place in the chain goes.

    Attributes:
        key: Of the offer.
        answers: Key of the offer it answers; empty for none.
        made_on: Its day, None if it is not known.
    """

    key: str
    answers: str = ""
    made_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A place in the chain.

    Attributes:
        key: Of the offer.
        depth: How many offers it goes back on.
    """

    key: str
    depth: int


def chain(offers: Sequence[Dated]) -> tuple[Link, ...]:
    """Return offers by rising date, each with how far its answers go back.

    Undated ones come last, in the order they were written down. Offers said to answer each
    other in a circle, or themselves, begin anew where the circle closes.
    """
    known = {offer.key: offer for offer in offers}
    ordered = sorted(offers, key=lambda o: (o.made_on is None, o.made_on or dt.date.min))
    return tuple(Link(offer.key, _depth(offer, known)) for offer in ordered)


def _depth(offer: Dated, known: Mapping[str, Dated]) -> int:
    passed = {offer.key}
    at = offer
    while at.answers in known and at.answers not in passed:
        passed.add(at.answers)
        at = known[at.answers]
    return len(passed) - 1
