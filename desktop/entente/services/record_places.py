"""Where a new record stands among others of its kind that people put in order by hand."""

from sqlalchemy import func, select

from entente.domain.records import RecordType, Values
from entente.store.schema import TABLES
from entente.store.session import Session


def last_places(session: Session, record_type: RecordType, values: Values) -> dict[str, int]:
    """Return the places of a new record behind all others, for those not given.

    A part stands among the parts of the same whole. A place that may be empty is left so:
    then the kind has an order of its own.

    Args:
        session: The open mission.
        record_type: The kind of record.
        values: What is known of the new record.
    """
    table = TABLES[record_type.name]
    found = {}
    for field in record_type.stored:
        may_be_empty = not field.required and field.default is None
        if not field.arranged or may_be_empty or values.get(field.name) is not None:
            continue
        asked = select(func.max(table.c[field.name]))
        for whole in record_type.stored:
            if whole.owned:
                asked = asked.where(table.c[whole.name] == values.get(whole.name))
        (last,) = session.rows(asked)[0]
        found[field.name] = min(int(field.maximum or last), 1 + last) if last is not None else 0
    return found
