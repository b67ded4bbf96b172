"""Writing what was typed on a card."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from entente.domain.records import Field, RecordType
from entente.errors import InvalidValueError
from entente.messages import sentence
from entente_ui.pane import Context
from entente_ui.registers import work
from entente_ui.registers.box import FieldBox
from entente_ui.registers.typed import read_typed

#: Names of records by key, for each kind.
LabelsByKind: TypeAlias = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value goes: a record, and the names a reference in it may take."""

    record_type: RecordType
    key: str
    labels: Mapping[str, str]


def commit(context: Context, place: Place, box: FieldBox, field: Field, typed: object) -> bool:
    """Write what was typed into a field as one step.

    Returns:
        Whether it was taken; if not, the box says why and keeps what was typed.
    """
    return commit_read(context, place, box, field, lambda: read_typed(field, typed, place.labels))


def commit_read(
    context: Context, place: Place, box: FieldBox, field: Field, read: Callable[[], object]
) -> bool:
    """Write what `read` makes of what was typed into a field as one step.

    Args:
        context: Of the pane.
        place: Where the value goes.
        box: Where it was typed.
        field: What it is a value of.
        read: Returns the value; raises `InvalidValueError` where there is none.

    Returns:
        Whether it was taken; if not, the box says why and keeps what was typed.
    """
    try:
        value = read()
    except InvalidValueError as error:
        box.refuse(sentence(error))
        return False
    problem = work.change(context.document, place.record_type, [place.key], {field.name: value})
    if problem:
        box.refuse(problem)
        return False
    box.forgive()
    return True
