"""The RACI matrix as spreadsheets hold it: deliverables down, people across, letters in cells."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from entente.domain.actor import ACTOR
from entente.domain.raci import duties_text, read_duties
from entente.domain.records import RecordType
from entente.domain.responsibility import DELIVERABLE, Duty
from entente.domain.text import clean, fold, heading_key, shorten
from entente.domain.values import parse
from entente.errors import ImportRefusedError, InvalidValueError
from entente.exchange.export import Column, Export
from entente.exchange.table import Cell, Table, is_blank
from entente.i18n import _, in_language, language
from entente.messages import sentence
from entente.services import raci, records
from entente.services.raci import Matrix
from entente.store.session import Session


@dataclass(frozen=True, slots=True)
class Taken:
    """What a matrix comes to.

    Attributes:
        created: How many deliverables were added.
        cells: How many cells were read.
    """

    created: int
    cells: int


def export_matrix(matrix: Matrix) -> Export:
    """Return a matrix as it is written out, in the language in use."""
    due = DELIVERABLE.field("due_on")
    return Export(
        title=_("RACI"),
        code=language(),
        columns=(
            Column(_(DELIVERABLE.field("name").label)),
            Column(_(due.label), due),
            *(Column(clean(f"{head.ref} {head.name}")) for head in matrix.heads),
        ),
        rows=[
            (
                clean(f"{line.ref} {line.name}"),
                line.due_on,
                *(
                    duties_text(matrix.duties.get((line.id, head.id), ())) or None
                    for head in matrix.heads
                ),
            )
            for line in matrix.lines
        ],
    )


def import_matrix(session: Session, table: Table) -> Taken:
    """Take over a matrix, all of it or nothing; deliverables nobody knows are added.

    Every cell of a column says what is: a blank one takes duties away.

    Raises:
        ImportRefusedError: If anything in it cannot be taken.
    """
    actors = _finder(session, ACTOR)
    columns = {place: actors(table.headings[place]) for place in _people(table)}
    for place, key in columns.items():
        if not key:
            reason = _("“{name}” is no actor of this mission, or there are several of that name.")
            raise _refusal(table, reason, table.headings[place], place=place)
    _refuse_twice(table, columns)
    lines = _finder(session, DELIVERABLE)
    rows = [row for row in enumerate(table.rows) if not is_blank(row[1])]
    read = {number: _duties(table, columns, number, cells) for number, cells in rows}
    days = {number: _due(table, number, cells) for number, cells in rows}
    names = [_name(table, number, cells) for number, cells in rows]
    keys = [lines(name) for name in names]
    _refuse_same(table, rows, names, keys)
    plan: dict[tuple[str, str], tuple[Duty, ...]] = {}
    for (number, _cells), name, key in zip(rows, names, keys, strict=True):
        known = key or records.create(session, DELIVERABLE, {"name": name})
        if (due := days[number]) is not None:
            records.change(session, DELIVERABLE, known, {"due_on": due})
        plan |= {(known, actor): duties for actor, duties in read[number].items()}
    raci.assign(session, plan)
    return Taken(created=keys.count(""), cells=len(plan))


def _people(table: Table) -> list[int]:
    """Return the places of the columns of people: all but the first and that of the day."""
    if len(table.headings) < 2:
        reason = _("There is no matrix in it: deliverables head the rows, people the columns.")
        raise ImportRefusedError(table.source, reason)
    day = _due_place(table)
    return [place for place in range(1, len(table.headings)) if place != day]


def _due_place(table: Table) -> int | None:
    due = DELIVERABLE.field("due_on")
    words = {due.label, in_language("fr", due.label), *due.headings}
    wanted = {heading_key(word) for word in words}
    for place, heading in enumerate(table.headings):
        if place and heading_key(heading) in wanted:
            return place
    return None


def _due(table: Table, number: int, cells: Sequence[Cell]) -> date | None:
    place = _due_place(table)
    value = None if place is None else cells[place]
    if value is None or value == "":
        return None
    field = DELIVERABLE.field("due_on")
    try:
        day = parse(field, value)
    except InvalidValueError as error:
        raise _refusal(table, sentence(error), "", number, place) from error
    return day if isinstance(day, date) else None


def _duties(
    table: Table, columns: Mapping[int, str], number: int, cells: Sequence[Cell]
) -> dict[str, tuple[Duty, ...]]:
    found = {}
    for place, key in columns.items():
        value = cells[place]
        typed = "" if value is None else str(value).strip()
        duties = read_duties(typed.lstrip("'"))
        if duties is None:
            reason = _("“{name}” is none of R, A, C and I.")
            raise _refusal(table, reason, typed, number, place)
        found[key] = duties
    return found


def _name(table: Table, number: int, cells: Sequence[Cell]) -> str:
    name = clean("" if cells[0] is None else str(cells[0])).strip().lstrip("'")
    if not name:
        raise _refusal(table, _("This row has letters but no deliverable."), "", number, 0)
    return name


def _finder(session: Session, kind: RecordType) -> Callable[[str], str]:
    """Return what finds a record by its reference, its name, or both one after the other."""
    rows = records.list_rows(session, kind).dicts()
    refs = {fold(row["ref"]): row["id"] for row in rows}
    names: dict[str, list[str]] = {}
    for row in rows:
        names.setdefault(fold(row["name"] or ""), []).append(row["id"])

    def find(text: str) -> str:
        folded = fold(" ".join(text.split()))
        if len(named := names.get(folded, [])) == 1:
            return named[0]
        ref, __, rest = folded.partition(" ")
        key = refs.get(ref, "")
        # « A02 Anselme Ferrage » as exported; who else is called A02 is not that actor.
        return key if not rest or key in names.get(rest, []) else ""

    return find


def _refuse_twice(table: Table, columns: Mapping[int, str]) -> None:
    seen: set[str] = set()
    for place, key in columns.items():
        if key in seen:
            reason = _("“{name}” heads two columns.")
            raise _refusal(table, reason, table.headings[place], place=place)
        seen.add(key)


def _refuse_same(
    table: Table,
    rows: Sequence[tuple[int, Sequence[Cell]]],
    names: Sequence[str],
    keys: Sequence[str],
) -> None:
    seen: set[str] = set()
    for (number, __), name, key in zip(rows, names, keys, strict=True):
        known = key or fold(name)
        if known in seen:
            raise _refusal(table, _("“{name}” heads two rows."), name, number, 0)
        seen.add(known)


def _refusal(
    table: Table, reason: str, name: str, number: int | None = None, place: int | None = None
) -> ImportRefusedError:
    row = table.heading_row if number is None else table.first_row + number
    column = None if place is None else table.place(place)
    said = reason.format(name=shorten(name, 60)) if name else reason
    return ImportRefusedError(table.source, said, row, column)
