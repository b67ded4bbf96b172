"""A block of cells from a spreadsheet: checked as a whole before any of it is written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from entente.domain.catalogue import RECORD_TYPES
from entente.domain.records import Field, FieldKind
from entente.domain.text import shorten
from entente.domain.values import number_text
from entente.errors import InvalidValueError, RecordMissingError
from entente.i18n import _, language, ngettext
from entente.messages import sentence
from entente_ui.document import Document
from entente_ui.registers import work
from entente_ui.registers.block import MOST_CELLS, size_of, unguarded
from entente_ui.registers.columns import REF
from entente_ui.registers.model import RecordModel
from entente_ui.registers.typed import read_typed, typed_text
from entente_ui.registers.work import Writing


class RefusedBlockError(Exception):
    """A block cannot be written; its only argument is the sentence that says why."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a block goes.

    Attributes:
        top: The first row; rows below the last one become new records.
        columns: The columns from the first one on, from left to right.
    """

    top: int
    columns: Sequence[int]


def plan(
    document: Document,
    model: RecordModel,
    block: Sequence[Sequence[str]],
    target: Target,
    rows: Sequence[int] | None = None,
) -> list[Writing]:
    """Return what writing `block` comes to.

    Args:
        document: The open mission.
        model: The rows it is written over.
        block: The texts of its cells.
        target: Where it goes.
        rows: The row each line of it goes to; by default one after the other.

    Raises:
        RefusedBlockError: If a cell of it is not taken, or it does not fit.
    """
    width = max(map(len, block))
    if size_of(block) > MOST_CELLS:
        raise RefusedBlockError(
            _("This is more than {count} cells: import it as a file instead.").format(
                count=number_text(MOST_CELLS, language())
            )
        )
    if width > len(target.columns):
        problem = ngettext(
            "The block is {width} columns wide and there is {room} from here on.",
            "The block is {width} columns wide and there are {room} from here on.",
            len(target.columns),
        )
        raise RefusedBlockError(problem.format(width=width, room=len(target.columns)))
    reached = [model.columns[column] for column in target.columns[:width]]
    if all(column.derived is not None for column in reached):
        raise RefusedBlockError(_("What is worked out cannot be written."))
    finders = _finders(document, model)
    writings = []
    for number, texts in enumerate(block):
        row = rows[number] if rows else target.top + number
        writing = _writing(model, texts, target, row, number, finders)
        if writing is not None:
            writings.append(writing)
    return writings


def copied(model: RecordModel, rows: Sequence[int], columns: Sequence[int]) -> list[list[str]]:
    """Return cells as one would type them, for a spreadsheet."""
    return [[_copied(model, row, column) for column in columns] for row in rows]


def _copied(model: RecordModel, row: int, column: int) -> str:
    described = model.columns[column]
    value = model.record(row)[described.place]
    if described.field is None:
        return model.text(row, column)
    return typed_text(described.field, value, model.labels.get(described.target, {}))


def _finders(document: Document, model: RecordModel) -> dict[str, Callable[[str], str]]:
    targets = {column.target for column in model.columns if column.target}
    return {target: work.finder(document, RECORD_TYPES[target]) for target in targets}


def _writing(
    model: RecordModel,
    texts: Sequence[str],
    target: Target,
    row: int,
    number: int,
    finders: dict[str, Callable[[str], str]],
) -> Writing | None:
    is_new = row >= model.rowCount()
    record = None if is_new else model.record(row)
    values: dict[str, Any] = {}
    for column, text in zip(target.columns, texts, strict=False):
        described = model.columns[column]
        try:
            if described.derived is not None:
                continue  # it comes along with a row, and follows from the rest of it
            if described.field is None:
                _check_ref(text, None if record is None else str(record[described.place]))
                continue
            value = _value(described.field, text, finders)
        except InvalidValueError as error:
            raise RefusedBlockError(_at(number, described.label, sentence(error))) from error
        except RecordMissingError as error:
            problem = _(
                "“{register}” has no record, or several, called “{name}”: add it there first, "
                "or give its reference."
            ).format(name=shorten(text, 40), register=_(RECORD_TYPES[described.target].plural))
            raise RefusedBlockError(_at(number, described.label, problem)) from error
        if value != (None if record is None else record[described.place]):
            values[described.name] = value
    if not values:
        return None
    return Writing(None if record is None else record[0], values, number + 1)


def _value(field: Field, text: str, finders: dict[str, Callable[[str], str]]) -> Any:  # noqa: ANN401  # a value of any kind
    bare = unguarded(text)
    if field.kind is FieldKind.REFERENCE and bare.strip():
        return finders[field.target](bare.strip())
    return read_typed(field, bare, {})


def _check_ref(text: str, ref: str | None) -> None:
    """A new record gets a reference of its own; an old one keeps its own."""
    if ref is not None and text.strip() not in {"", ref}:
        raise InvalidValueError(REF, text, ref)


def _at(number: int, label: str, problem: str) -> str:
    return _("Row {row}, column “{column}”: {problem}").format(
        row=number + 1, column=shorten(_(label), 40), problem=problem
    )
