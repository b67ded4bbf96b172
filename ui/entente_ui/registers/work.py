"""What a register asks of the mission: each function is one undoable step."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from entente.domain.catalogue import RECORD_TYPES
from entente.domain.confidentiality import Level
from entente.domain.records import LEVEL_FIELD, RATING_FIELDS, FieldKind, RecordType
from entente.domain.text import shorten
from entente.errors import (
    AlreadyThereError,
    CoachingError,
    EntenteError,
    InvalidValueError,
    RecordMissingError,
)
from entente.i18n import _, ngettext
from entente.messages import sentence
from entente.services import derived, records
from entente.services.records import RecordTable
from entente.store.gate import Action
from entente.store.journal import ChangeSet
from entente.store.session import Session
from entente_ui.background import Report
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


@dataclass(frozen=True, slots=True)
class Task:
    """A step that may touch very many records.

    Attributes:
        label: Its name in the history.
        count: How many records it touches.
        action: Does it; told how far it is, in percent, the second function raises when the
            user asks to stop.
        explain: Adds to the sentence of a refusal where it happened.
    """

    label: str
    count: int
    action: Callable[[Session, Report], object]
    explain: Callable[[str], str] = str

    def at_once(self, session: Session) -> None:
        """Do it without telling how far it is."""
        self.action(session, lambda _percent: None)


def _each(
    keys: Sequence[str], act: Callable[[Session, str], object]
) -> Callable[[Session, Report], None]:
    def work(session: Session, report: Report) -> None:
        for place, key in enumerate(keys):
            report(100 * place // len(keys))
            act(session, key)

    return work


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
    except (AlreadyThereError, CoachingError, InvalidValueError, RecordMissingError) as error:
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


def block_task(record_type: RecordType, writings: Sequence[Writing]) -> Task:
    """Return the step that writes a block of values, all of it or nothing."""
    label = ngettext("Paste {count} row", "Paste {count} rows", len(writings)).format(
        count=len(writings)
    )
    at = writings[0]

    def write(session: Session, report: Report) -> None:
        nonlocal at
        for place, at in enumerate(writings):
            report(100 * place // len(writings))
            if at.key is None:
                records.create(session, record_type, at.values)
            else:
                records.change(session, record_type, at.key, at.values)

    def explain(problem: str) -> str:
        told = _("Row {row}: {problem}")
        return problem and told.format(row=at.row, problem=problem)

    return Task(label, len(writings), write, explain)


def removal_task(document: Document, record_type: RecordType, keys: Sequence[str]) -> Task:
    """Return the step that removes records."""
    label = ngettext("Delete {record}", "Delete {count} records", len(keys)).format(
        record=name_of(document, record_type, keys[0]), count=len(keys)
    )
    return Task(label, len(keys), _each(keys, lambda s, key: records.remove(s, record_type, key)))


def copy_task(
    document: Document, record_type: RecordType, keys: Sequence[str], made: list[str]
) -> Task:
    """Return the step that copies records; the keys of the copies go into `made`."""
    label = ngettext("Duplicate {record}", "Duplicate {count} records", len(keys)).format(
        record=name_of(document, record_type, keys[0]), count=len(keys)
    )

    def copy(session: Session, key: str) -> None:
        made.append(records.duplicate(session, record_type, key))

    return Task(label, len(keys), _each(keys, copy))


def remove(document: Document, record_type: RecordType, keys: Sequence[str]) -> str:
    """Remove a few records as one step; return why not, or nothing."""
    task = removal_task(document, record_type, keys)
    return attempt(document, task.label, task.at_once)


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


def table_of(document: Document, record_type: RecordType) -> RecordTable:
    """Return the records of a kind with what is worked out, as the viewer may see them."""
    table = document.table(record_type)
    if not record_type.derived:
        return table
    return document.read(partial(derived.extended, table=table, audience=document.viewer))


def rows_of(
    document: Document, record_type: RecordType, keys: Iterable[str]
) -> dict[str, Row | None]:
    """Return the rows of a few records as the mediator sees them, None for those gone."""
    columns = ["id", *(["ref"] if record_type.prefix else [])]
    columns += [field.name for field in record_type.fields]

    def read(session: Session) -> dict[str, Row | None]:
        extend = derived.worker(session, record_type, columns)
        rows = {key: _row(session, record_type, columns, key) for key in keys}
        return {key: row and extend(row) for key, row in rows.items()}

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
    if field.kind is FieldKind.REFERENCE and not record.get("ref") and record[field.name]:
        # A party has no name but that of its actor.
        named = name_of(document, RECORD_TYPES[field.target], str(record[field.name]))
        return f"{_(record_type.label)} {named}"
    if field.kind in {FieldKind.REFERENCE, FieldKind.CHOICE}:
        return str(record.get("ref") or _(record_type.label))
    if record.get(LEVEL_FIELD) == Level.CAUCUS:
        # The Edit menu quotes this, and the one who confided it did so to one person alone.
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
