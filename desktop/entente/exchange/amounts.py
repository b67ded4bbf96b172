"""Amounts of money as people write them: `38 k€`, `€38,000`, `1,2 M€`, `38 000 EUR`."""

import re
from dataclasses import dataclass
from typing import Final

from entente.domain import values as field_values
from entente.domain.records import Field
from entente.domain.text import fold
from entente.errors import InvalidValueError

_SIGNS: Final = {
    **dict.fromkeys(("€", "eur", "euro", "euros"), "€"),
    **dict.fromkeys(("$", "usd", "dollar", "dollars"), "$"),
    **dict.fromkeys(("£", "gbp", "livre", "livres"), "£"),
    **dict.fromkeys(("chf", "fr.", "francs suisses"), "CHF"),
    **dict.fromkeys(("xpf", "f cfp"), "XPF"),
    **dict.fromkeys(("xof", "f cfa"), "XOF"),
}
_TIMES: Final = {
    **dict.fromkeys(("k", "mille", "millier", "milliers", "thousand"), 1_000),
    **dict.fromkeys(("m", "mio", "million", "millions"), 1_000_000),
}
_SIGN: Final = "|".join(sorted(map(re.escape, _SIGNS), key=len, reverse=True))
_TIME: Final = "|".join(sorted(_TIMES, key=len, reverse=True))
_AMOUNT: Final = re.compile(
    rf"(?P<before>{_SIGN})?\s*(?P<number>[+-]?\s*[0-9][0-9\s.,'’]*?)\s*(?P<times>{_TIME})?"
    rf"\s*(?:(?:de\s+|d['’])?(?P<after>{_SIGN}))?"
)
_IN_THREES: Final = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:[.,][0-9]{3})+")
_UNIT: Final = re.compile(rf"(?<!\w)(?P<times>{_TIME})?\s*(?:d['’]|de )?(?P<sign>{_SIGN})(?!\w)")


@dataclass(frozen=True, slots=True)
class Unit:
    """What numbers are counted in.

    Attributes:
        currency: Its sign, empty where none is named.
        times: How many of it one stands for: 1,000 for k€.
    """

    currency: str = ""
    times: int = 1


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount somebody wrote.

    Attributes:
        value: In whole units of the currency.
        currency: Its sign, empty where none stands beside it.
        is_money: Whether it says so itself, by a currency or by thousands.
    """

    value: float
    currency: str
    is_money: bool


def read_amount(field: Field, text: str, unit: Unit) -> Amount | None:
    """Return what a text says, None if it is no amount at all.

    Args:
        field: The field it is for.
        text: As somebody wrote it.
        unit: What the numbers of its column are in, unless it says itself.

    Raises:
        InvalidValueError: If it is an amount the field does not take.
    """
    match = _AMOUNT.fullmatch(fold(text).replace("−", "-").strip())
    if match is None or (match["before"] and match["after"]):
        return None
    sign = match["before"] or match["after"] or ""
    times = match["times"]
    is_money = bool(sign or times)
    if times == "m" and not sign:
        # Months are no millions.
        return None
    digits = re.sub(r"\s", "", match["number"])
    if sign and not times and _IN_THREES.fullmatch(digits):
        # No price has three decimals: what stands before three digits parts thousands.
        digits = re.sub("[.,]", "", digits)
    try:
        number = field_values.parse(field, digits)
    except InvalidValueError as error:
        raise InvalidValueError(error.field, text, error.allowed) from None
    factor = _TIMES[times] if times else (1 if is_money else unit.times)
    value = field_values.check(field, number * factor)
    return Amount(float(value), currency_of(sign) or unit.currency, is_money)


def unit_of(heading: str) -> Unit:
    """Return what the heading of a column says its numbers are in: `Montant (k€)`."""
    match = _UNIT.search(fold(heading))
    if match is None:
        return Unit()
    return Unit(currency_of(match["sign"]), _TIMES[match["times"]] if match["times"] else 1)


def currency_of(text: str) -> str:
    """Return the sign of a currency, however it is written; unknown ones in capitals."""
    return _SIGNS.get(fold(text).strip(), text.strip().upper())
