"""What the values of a record have to be, by the description of its kind."""

from typing import Any

from entente.domain import values as field_values
from entente.domain.confidentiality import Level
from entente.domain.records import RecordType, Values
from entente.errors import CaucusOfNobodyError, InvalidValueError
from entente.i18n import _


def checked(record_type: RecordType, values: Values) -> dict[str, Any]:
    """Return values cleaned and in range; `ref` passes as it is.

    Raises:
        InvalidValueError: If one is not.
    """
    return {
        name: value if name == "ref" else field_values.check(record_type.field(name), value)
        for name, value in values.items()
    }


def split(record_type: RecordType, values: Values) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the values kept in the record's row and those that are dated."""
    dated = {field.name for field in record_type.dated}
    return (
        {name: value for name, value in values.items() if name not in dated},
        {name: value for name, value in values.items() if name in dated},
    )


def check_whole(record_type: RecordType, values: Values) -> None:
    """Raise if a record lacks what it needs, or says what cannot be.

    Raises:
        InvalidValueError: If a value is missing, or contradicts another.
        CaucusOfNobodyError: If it is of a caucus, and nobody's.
    """
    for field in record_type.stored:
        if field.required and values.get(field.name) in {None, ""}:
            raise InvalidValueError(field.label, values.get(field.name), _("a value"))
    if record_type.check:
        record_type.check(values)
    if not record_type.caucus_field or values.get(record_type.caucus_field):
        return
    for field in record_type.level_fields:
        if values.get(field.name) == Level.CAUCUS:
            asked = record_type.field(record_type.caucus_field).label
            raise CaucusOfNobodyError(field.label, values[field.name], asked)


def check_rated(record_type: RecordType, dated: Values) -> None:
    """Raise if a value of a sparse kind would be cleared: only taking its rating away can.

    Raises:
        InvalidValueError: If one would be.
    """
    if not record_type.sparse:
        return
    for name, value in dated.items():
        if value is None:
            raise InvalidValueError(record_type.field(name).label, value, _("a value"))
