"""What a field holds: read from text, checked, and shown to a person."""

import datetime as dt
import math
import re
from decimal import Decimal
from functools import cache
from typing import Any, Final

from entente.domain import text as texts
from entente.domain.dates import date_text, read_date
from entente.domain.efforts import read_effort
from entente.domain.records import Field, FieldKind
from entente.errors import InvalidValueError
from entente.i18n import LANGUAGES, N_, _, in_language, language, ngettext

#: Most characters of a field of one line, of tags and of paragraphs.
TEXT_MAX: Final = 1_000
TAGS_MAX: Final = 10_000
LONG_TEXT_MAX: Final = 1_000_000

#: Beyond this a number no longer has a whole number of its own in every program.
NUMBER_MAX: Final = 10**15

#: Digits a spreadsheet keeps of a number, and so all that is kept anywhere.
NUMBER_DIGITS: Final = 15

YES: Final = N_("yes")
NO: Final = N_("no")

_YES_WORDS: Final = frozenset({"yes", "y", "oui", "o", "x", "1", "true", "vrai", "✓", "✔", "☑"})
_NO_WORDS: Final = frozenset({"no", "n", "non", "0", "false", "faux", "-", "✗", "☐"})
_LINE_BREAKS: Final = re.compile(r"[\n\t]+")
_TAG_BREAKS: Final = re.compile(r"[,;|\n\t]")
_NUMBER: Final = re.compile(r"([+-]?)([0-9][0-9.,]*|[.,][0-9]+)(%?)", re.ASCII)
_IN_THREES: Final = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3})+", re.ASCII)
_LENGTHS: Final = {FieldKind.TAGS: TAGS_MAX, FieldKind.LONG_TEXT: LONG_TEXT_MAX}


def parse(field: Field, value: object, language_code: str = "") -> Any:  # noqa: ANN401  # a value of any of the kinds of field
    """Return what a cell or a typed text means for `field`; None if it is blank.

    Args:
        field: The field the value is for.
        value: Text as a person wrote it, or a value as a spreadsheet holds it.
        language_code: Language the text is in, which decides what `1,234` is; by default
            the one in use.

    Raises:
        InvalidValueError: If the field does not take it.
    """
    code = language_code or language()
    if not isinstance(value, str):
        return check(field, _from_cell(field, value, code))
    text = texts.clean(value).strip()
    given: object = text
    match field.kind if text else None:
        case FieldKind.INTEGER | FieldKind.NUMBER:
            given = _read_number(field, text, code)
        case FieldKind.FLAG:
            given = _read_flag(field, text)
        case FieldKind.CHOICE:
            given = _read_choice(field, text)
        case FieldKind.DATE:
            given = read_date(text) or text
    try:
        return check(field, given)
    except InvalidValueError as error:
        # What was written is what is shown, not what it was read as.
        raise InvalidValueError(error.field, value, error.allowed) from None


def check(field: Field, value: object) -> Any:  # noqa: ANN401  # a value of any of the kinds of field
    """Return a value already of its type, cleaned; None if it is blank.

    Raises:
        InvalidValueError: If it is of another type, or outside what the field takes.
    """
    if value is None or value == "":
        return None
    match field.kind:
        case FieldKind.INTEGER | FieldKind.NUMBER:
            return _check_number(field, value)
        case FieldKind.FLAG:
            if value in (True, False):
                return bool(value)
        case FieldKind.CHOICE:
            if isinstance(value, str) and value in (field.choices or {}):
                return str(value)
        case FieldKind.DATE:
            return _check_date(field, value)
        case _:
            if isinstance(value, str):
                return _check_text(field, value)
    raise InvalidValueError(field.label, value, allowed(field))


def show(field: Field, value: object, language_code: str = "") -> str:
    """Return a value as a person reads it; a key of a record stays as it is.

    Args:
        field: The field the value is of.
        value: A value as `check` returns it.
        language_code: The language to show it in, by default the one in use.
    """
    code = language_code or language()
    match value:
        case None:
            return ""
        case bool():
            return in_language(code, YES if value else NO)
        case int() | float():
            return number_text(value, code)
        case dt.date():
            return date_text(value, code)
        case _:
            label = (field.choices or {}).get(str(value))
            return str(value) if label is None else in_language(code, label)


def number_text(value: float, code: str, *, grouped: bool = True) -> str:
    """Return a number in full, with the signs of a language.

    Args:
        value: A finite number.
        code: `fr` writes 1 234,5 and anything else 1,234.5.
        grouped: Whether thousands are set apart, as people read but sheets do not.
    """
    number = Decimal(repr(value))
    if number == number.to_integral_value():
        number = number.to_integral_value()
    plain = f"{number:,f}" if grouped else f"{number:f}"
    if code != "fr":
        return plain
    return plain.replace(",", "\u202f").replace(".", ",")


def allowed(field: Field) -> str:
    """Return what a field takes, as a part of a sentence in the language in use."""
    match field.kind:
        case FieldKind.INTEGER | FieldKind.NUMBER:
            return _allowed_number(field)
        case FieldKind.FLAG:
            return _("yes or no")
        case FieldKind.CHOICE:
            labels = ", ".join(_(label) for label in (field.choices or {}).values())
            return _("one of these: {choices}").format(choices=labels)
        case FieldKind.DATE:
            return _("a date of the calendar, such as 06/05/2026")
        case FieldKind.REFERENCE:
            return _("a record of the mission")
        case _:
            return _allowed_text(field)


def _allowed_number(field: Field) -> str:
    whole = field.kind is FieldKind.INTEGER
    if field.minimum is None and field.maximum is None:
        return _("a whole number") if whole else _("a number")
    low = "" if field.minimum is None else number_text(field.minimum, language())
    high = "" if field.maximum is None else number_text(field.maximum, language())
    if field.in_half_days:
        text = _("half-days, or a time such as 1/2 d or 2 h, between {low} and {high} half-days")
    elif not high:
        text = _("a whole number from {low}") if whole else _("a number from {low}")
    elif not low:
        text = _("a whole number up to {high}") if whole else _("a number up to {high}")
    else:
        text = (
            _("a whole number between {low} and {high}")
            if whole
            else _("a number between {low} and {high}")
        )
    return text.format(low=low.replace("-", "−"), high=high.replace("-", "−"))


def _allowed_text(field: Field) -> str:
    most = _LENGTHS.get(field.kind, TEXT_MAX)
    return ngettext(
        "a text of at most {count} character", "a text of at most {count} characters", most
    ).format(count=number_text(most, language()))


def _from_cell(field: Field, value: object, code: str) -> object:
    """Turn the type a sheet has for a cell into the one the field has."""
    if isinstance(value, dt.datetime):
        value = value.date()
    if field.is_text and value is not None:
        # A telephone number typed as a number, a date among remarks.
        match value:
            case bool():
                return in_language(code, YES if value else NO)
            case int() | float():
                return number_text(value, code, grouped=False) if math.isfinite(value) else ""
            case dt.date():
                return date_text(value, code)
    if field.kind is FieldKind.CHOICE and isinstance(value, int | float):
        return _read_choice(field, number_text(value, code, grouped=False))
    return value


def _read_number(field: Field, text: str, code: str) -> float:
    if field.in_half_days and (effort := read_effort(text)) is not None:
        return effort
    bare = re.sub(r"[\s'’]", "", text).replace("−", "-")
    match = _NUMBER.fullmatch(bare)
    if match is None:
        raise InvalidValueError(field.label, text, allowed(field))
    sign, digits, percent = match.groups()
    plain = _with_point(digits, code)
    if plain is None or len(plain) > 40:
        raise InvalidValueError(field.label, text, allowed(field))
    number = Decimal(f"{sign}{plain}")
    if percent and field.maximum is not None and field.maximum <= 1:
        number /= 100
    return float(number)


def _with_point(digits: str, code: str) -> str | None:
    """Return digits with a decimal point alone; None if the signs make no sense."""
    signs = {sign for sign in ".," if sign in digits}
    if len(signs) == 2:
        decimal = max(signs, key=digits.rfind)
        whole, __, rest = digits.rpartition(decimal)
        if decimal in whole or not _IN_THREES.fullmatch(whole):
            return None
        return f"{re.sub('[.,]', '', whole)}.{rest}"
    # The same sign twice, or an English comma before three digits, sets thousands apart.
    several = signs and digits.count(min(signs)) > 1
    if several or (code == "en" and "," in signs and _IN_THREES.fullmatch(digits)):
        return re.sub("[.,]", "", digits) if _IN_THREES.fullmatch(digits) else None
    return digits.replace(",", ".")


def _read_flag(field: Field, text: str) -> bool:
    word = texts.fold(text)
    if word in _YES_WORDS or word == texts.fold(_(YES)):
        return True
    if word in _NO_WORDS or word == texts.fold(_(NO)):
        return False
    raise InvalidValueError(field.label, text, allowed(field))


def _read_choice(field: Field, text: str) -> str:
    choices = field.choices or {}
    if text in choices:
        return text
    value = _words_of(tuple(choices.items()), language()).get(texts.heading_key(text))
    if value is None:
        raise InvalidValueError(field.label, text, allowed(field))
    return value


@cache
def _words_of(choices: tuple[tuple[str, str], ...], code: str) -> dict[str, str]:
    """Return every folded word for a choice and its stored value; the value itself wins."""
    words: dict[str, str] = {}
    for name in ("value", *dict.fromkeys((code, *LANGUAGES))):
        for value, label in choices:
            word = value if name == "value" else in_language(name, label)
            words.setdefault(texts.heading_key(word), value)
    words.pop("", None)
    return words


def _check_number(field: Field, value: object) -> float | int:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise InvalidValueError(field.label, value, allowed(field))
    number = float(value) if abs(value) <= NUMBER_MAX else math.inf
    if field.step:
        number = round(number / field.step) * field.step if math.isfinite(number) else number
    low = -NUMBER_MAX if field.minimum is None else field.minimum
    high = NUMBER_MAX if field.maximum is None else field.maximum
    whole = field.kind is FieldKind.INTEGER
    # The value as it was given is what must be in range: 5.2 is not a 5.
    if not low <= value <= high or (whole and number != int(number)):
        raise InvalidValueError(field.label, value, allowed(field))
    return int(number) if whole else float(f"{number:.{NUMBER_DIGITS}g}")


def _check_date(field: Field, value: object) -> dt.date:
    day = value.date() if isinstance(value, dt.datetime) else value
    if not isinstance(day, dt.date) or not 1900 <= day.year < 2200:
        raise InvalidValueError(field.label, value, allowed(field))
    return day


def _check_text(field: Field, value: str) -> str | None:
    text = texts.clean(value)
    match field.kind:
        case FieldKind.TAGS:
            text = _tags(text)
        case FieldKind.LONG_TEXT:
            text = text.strip()
        case _:
            text = _LINE_BREAKS.sub(" ", text).strip()
    if len(text) > _LENGTHS.get(field.kind, TEXT_MAX):
        raise InvalidValueError(field.label, value, allowed(field))
    return text or None


def _tags(text: str) -> str:
    words: dict[str, str] = {}
    for word in _TAG_BREAKS.split(text):
        bare = word.strip()
        if bare:
            words.setdefault(texts.fold(bare), bare)
    return ", ".join(words.values())
