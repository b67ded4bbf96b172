"""What a register asks of the mission: each function is one undoable step."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from entente.domain.catalogue import RECORD_TYPES
from entente.domain.records import RATING_FIELDS, FieldKind, RecordType
from entente.domain.text import shorten
from entente.errors import EntenteError, InvalidValueError, RecordMissingError
from entente.i18n import _, ngettext
from entente.messages import sentence
from entente.services import records
from entente.store.gate import Action
from entente.store.journal import ChangeSet
from entente.store.session import Session
from entente_ui.document import Document
from entente_ui.formats import quoted
from entente_ui.registers.order import Row

#: Longest name of a record inside the name of a step.
_NAME: Final = 40


@dataclass(frozen=True, slots=True)
class Writing:
    """Values for one record, or for a new one where there is no key.

    Attributes:
        row: Which row of what was pasted they come from, from 1.
    """

    key: str | None
    values: Mapping[str, Any]
    row: int = 0


def touched(change_set: ChangeSet, record_type: RecordType) -> list[str]:
    """Return the keys of the records of a kind whose values or ratings a step changed."""
    owner = f"{record_type.name}_id"
    keys: dict[str, None] = {}
    for one in change_set.changes:
        if one.table == record_type.name:
            keys[one.id] = None
        elif one.table == record_type.rating_name:
            keys[(one.after or one.before or {})[owner]] = None
    return list(keys)


def names_touched(change_set: ChangeSet, kinds: Iterable[str]) -> bool:
    """Return whether a step may have changed what records of some kinds are called."""
    named = set(kinds)
    for kind in kinds:
        # A party is called as its actor is.
        title = RECORD_TYPES[kind].field(RECORD_TYPES[kind].title)
        named |= {title.target} if title.target else set()
    return not named.isdisjoint(change_set.tables)


def attempt(document: Document, label: str, action: Action) -> str:
    """Run `action` as one step; return the sentence that says why it was refused, or nothing.

    What is wrong with the file itself goes to the shell as well: it is no fault of a value.
    """
    try:
        change_set = document.gate.run(label, action)
    except (InvalidValueError, RecordMissingError) as error:
        return sentence(error)
    except EntenteError as error:
        document.refused.emit(error)
        return sentence(error)
    document.announce(change_set)
    return ""


def change(
    document: Document, record_type: RecordType, keys: Sequence[str], values: Mapping[str, Any]
) -> str:
    """Give the same values to some records as one step; return why not, or nothing."""
    names = ", ".join(_(record_type.field(name).label) for name in values)
    label = ngettext(
        "Change {field} of {record}", "Change {field} of {count} records", len(keys)
    ).format(field=names, record=name_of(document, record_type, keys[0]), count=len(keys))

    def write(session: Session) -> None:
        for key in keys:
            records.change(session, record_type, key, values)

    return attempt(document, label, write)


def write_block(document: Document, record_type: RecordType, writings: Sequence[Writing]) -> str:
    """Write a block of values as one step, all of it or nothing; return why not, or nothing."""
    label = ngettext("Paste {count} row", "Paste {count} rows", len(writings)).format(
        count=len(writings)
    )
    at: list[Writing] = []

    def write(session: Session) -> None:
        for writing in writings:
            at[:] = [writing]
            if writing.key is None:
                records.create(session, record_type, writing.values)
            else:
                records.change(session, record_type, writing.key, writing.values)

    problem = attempt(document, label, write)
    if problem and at:
        return _("Row {row}: {problem}").format(row=at[0].row, problem=problem)
    return problem


def remove(document: Document, record_type: RecordType, keys: Sequence[str]) -> str:
    """Remove records as one step; return why not, or nothing."""
    label = ngettext("Delete {record}", "Delete {count} records", len(keys)).format(
        record=name_of(document, record_type, keys[0]), count=len(keys)
    )

    def write(session: Session) -> None:
        for key in keys:
            records.remove(session, record_type, key)

    return attempt(document, label, write)


def duplicate(document: Document, record_type: RecordType, keys: Sequence[str]) -> list[str]:
    """Copy records as one step and return the keys of the copies, none if refused."""
    label = ngettext("Duplicate {record}", "Duplicate {count} records", len(keys)).format(
        record=name_of(document, record_type, keys[0]), count=len(keys)
    )
    made: list[str] = []

    def write(session: Session) -> None:
        made.extend(records.duplicate(session, record_type, key) for key in keys)

    return [] if attempt(document, label, write) else made


def create(
    document: Document, record_type: RecordType, values: Mapping[str, Any]
) -> tuple[str, str]:
    """Add a record as one step; return its key, or why not."""
    made: list[str] = []
    label = _("Add: {kind}").format(kind=_(record_type.label))
    problem = attempt(
        document, label, lambda s: made.append(records.create(s, record_type, values))
    )
    return (made[0], "") if made and not problem else ("", problem)


def annotate(
    document: Document, record_type: RecordType, rating_id: str, values: Mapping[str, Any]
) -> str:
    """Complete a dated rating as one step; return why not, or nothing."""
    fields = {field.name: field for field in RATING_FIELDS}
    names = ", ".join(_(fields[name].label) for name in values)
    label = _("Complete a rating: {field}").format(field=names)
    return attempt(document, label, lambda s: records.annotate(s, record_type, rating_id, values))


def drop_rating(document: Document, record_type: RecordType, key: str, rating_id: str) -> str:
    """Take one dated rating away as one step; return why not, or nothing."""
    label = _("Remove a rating of {record}").format(record=name_of(document, record_type, key))
    return attempt(document, label, lambda s: s.delete_rating(record_type, rating_id))


def rows_of(
    document: Document, record_type: RecordType, columns: Sequence[str], keys: Iterable[str]
) -> dict[str, Row | None]:
    """Return the rows of a few records as the mediator sees them, None for those gone."""

    def read(session: Session) -> dict[str, Row | None]:
        return {key: _row(session, record_type, columns, key) for key in keys}

    return document.read(read)


def finder(document: Document, record_type: RecordType) -> Callable[[str], str]:
    """Return what finds a record by its reference or name, each text looked up once."""
    known: dict[str, str] = {}

    def find(text: str) -> str:
        if text not in known:
            known[text] = document.read(partial(_find, record_type=record_type, text=text))
        return known[text]

    return find


def name_of(document: Document, record_type: RecordType, key: str) -> str:
    """Return what names a record inside a sentence."""
    try:
        record = document.read(lambda s: records.get(s, record_type, key))
    except RecordMissingError:
        return _(record_type.label)
    field = record_type.field(record_type.title)
    if field.kind in {FieldKind.REFERENCE, FieldKind.CHOICE}:
        return str(record.get("ref") or _(record_type.label))
    name = shorten(str(record[field.name] or ""), _NAME)
    return quoted(name) if name else _(record_type.label)


def _find(session: Session, record_type: RecordType, text: str) -> str:
    return records.find(session, record_type, text)


def _row(session: Session, record_type: RecordType, columns: Sequence[str], key: str) -> Row | None:
    try:
        record = records.get(session, record_type, key)
    except RecordMissingError:
        return None
    return tuple(record[name] for name in columns)
