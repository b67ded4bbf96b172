"""What stands in an editor for a value, and what a person typed means."""

import datetime as dt
from typing import Any

from entente.domain.records import Field, FieldKind
from entente.domain.text import fold
from entente.domain.values import number_text, parse, show
from entente.errors import InvalidValueError
from entente.i18n import _, language
from entente_ui.formats import parse_date, typed_date
from entente_ui.registers.columns import Labels


def typed_text(field: Field, value: Any, labels: Labels) -> str:  # noqa: ANN401  # any kind
    """Return a value as one would type it, also into a spreadsheet of that language."""
    if value is None:
        return ""
    match field.kind:
        case FieldKind.INTEGER | FieldKind.NUMBER:
            return number_text(value, language(), grouped=False)
        case FieldKind.DATE:
            return typed_date(value)
        case FieldKind.REFERENCE:
            return labels.get(value, "")
        case _:
            return show(field, value)


def read_typed(field: Field, typed: Any, labels: Labels) -> Any:  # noqa: ANN401  # any kind
    """Return the value that something typed or chosen stands for; None if it is blank.

    Raises:
        InvalidValueError: If the field does not take it.
    """
    if not isinstance(typed, str):
        return parse(field, typed)
    match field.kind:
        case FieldKind.REFERENCE:
            return _named(field, typed.strip(), labels)
        case FieldKind.DATE:
            return parse(field, _date(typed))
        case _:
            return parse(field, typed)


def _named(field: Field, typed: str, labels: Labels) -> str | None:
    if not typed or typed in labels:
        return typed or None
    word = fold(typed)
    found = [key for key, name in labels.items() if fold(name) == word]
    if len(found) == 1:
        return found[0]
    allowed = _("a name that only one of them has") if found else _("the name of one that exists")
    raise InvalidValueError(field.label, typed, allowed)


def today() -> dt.date:
    """Return the date on this computer."""
    return dt.datetime.now().astimezone().date()


def _date(typed: str) -> object:
    try:
        # Tomorrow and dates without a year, which sheets do not hold but people type.
        return parse_date(typed, today()) if typed.strip() else None
    except ValueError:
        return typed
