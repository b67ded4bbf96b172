"""The ratings on a second sheet of a workbook, on their way back into a mission.

Values in, values out: nothing here knows a mission. What a rating is about is told by the
reference that its record has on the first sheet.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, TypeAlias

from entente.domain import values as field_values
from entente.domain.records import RATING_FIELDS, Field, RecordType, Values
from entente.domain.text import heading_key, shorten
from entente.errors import InvalidValueError
from entente.exchange.known import ref_key
from entente.exchange.mapping import REF, guess
from entente.exchange.plan import Plan, PlannedRating, PlannedRow, Remark
from entente.exchange.ratings import SHEET
from entente.exchange.readers import read_table
from entente.exchange.remarks import LISTED_MAX
from entente.exchange.table import Row, Table, is_blank
from entente.i18n import LANGUAGES, _, in_language, ngettext

#: Of each record, by its key: its ratings by `sign_of`, and how many are alike.
Rated: TypeAlias = Mapping[str, Counter[tuple[Any, ...]]]

_DATE: Final = "dated_on"


def read_ratings(path: Path, record_type: RecordType, table: Table) -> Table | None:
    """Return the ratings that a workbook holds beside the table read from it, if any.

    Raises:
        ImportRefusedError: If they cannot be read without losing or guessing anything.
    """
    called = {heading_key(in_language(code, SHEET)) for code in LANGUAGES}
    found = [name for name in table.sheets if heading_key(name) in called and name != table.sheet]
    if not found or not record_type.dated or not record_type.prefix:
        return None
    return read_table(path, sheet=found[0])


def sign_of(record_type: RecordType, values: Values) -> tuple[Any, ...]:
    """Return what makes a rating the same as another: its day and what it says."""
    return (values[_DATE], *(values.get(field.name) for field in record_type.dated))


def with_ratings(plan: Plan, table: Table, rated: Rated) -> Plan:
    """Return a plan that takes the ratings over with the records they are about.

    Args:
        plan: What becomes of the records.
        table: The ratings.
        rated: Those that are there already.
    """
    reading = _Reading(plan, table)
    found = list(reading.ratings())
    remarks = (*plan.remarks, *reading.remarks())
    problems = reading.problems
    return replace(
        plan,
        rows=tuple(_untold(plan, found)),
        ratings=tuple(_marked(plan, found, rated)),
        problems=(*plan.problems, *problems[:LISTED_MAX]),
        problem_count=plan.problem_count + len(problems),
        remarks=remarks,
    )


def _untold(plan: Plan, found: list[PlannedRating]) -> Iterator[PlannedRow]:
    """Yield the rows without what the latest of their ratings says as well.

    The rest was written into the first sheet: it becomes a rating of today.
    """
    latest: dict[int, dict[str, Any]] = {}
    sparse = plan.record_type.sparse
    for rating in sorted(found, key=lambda rating: rating.values[_DATE]):
        # Where each field has a history of its own, a rating leaves the others as they were.
        said = {
            name: value for name, value in rating.values.items() if value is not None or not sparse
        }
        latest.setdefault(rating.row, {}).update(said)
    dated = {field.name for field in plan.record_type.dated}
    for row in plan.rows:
        last = latest.get(row.number)
        if last is None:
            yield row
            continue
        told = {name for name in dated & row.values.keys() if row.values[name] == last.get(name)}
        values = {name: value for name, value in row.values.items() if name not in told}
        changes = row.changes and {
            name: change for name, change in row.changes.items() if name not in told
        }
        yield replace(row, values=values, changes=changes)


def _marked(plan: Plan, found: list[PlannedRating], rated: Rated) -> Iterator[PlannedRating]:
    """Yield ratings with whether they are there already; two alike are two."""
    left = {key: Counter(signs) for key, signs in rated.items()}
    keys = {row.number: row.key for row in plan.rows}
    for rating in found:
        signs = left.get(keys[rating.row], Counter())
        sign = sign_of(plan.record_type, rating.values)
        is_there = signs[sign] > 0
        if is_there:
            signs[sign] -= 1
        yield replace(rating, is_there=is_there)


class _Reading:
    """A sheet of ratings, read cell by cell."""

    def __init__(self, plan: Plan, table: Table) -> None:
        self._type = plan.record_type
        self._table = table
        self._owners: dict[str, PlannedRow] = {
            str(row.values[REF]): row for row in plan.rows if REF in row.values
        }
        self._fields: dict[str, Field] = {
            field.name: field for field in (*self._type.dated, *RATING_FIELDS)
        }
        self._places = self._columns()
        self._strangers = 0
        self.problems: list[Remark] = []

    def ratings(self) -> Iterator[PlannedRating]:
        """Yield every rating of a record of the first sheet."""
        for number, row in enumerate(self._table.rows, self._table.first_row):
            if is_blank(row):
                continue
            cell = row[self._places[REF]] if REF in self._places else None
            owner = self._owners.get(ref_key(self._type, str(cell or "").strip()))
            if owner is None:
                self._strangers += 1
                continue
            values = self._values(number, row)
            if values is not None:
                yield PlannedRating(owner.number, values)

    def remarks(self) -> list[Remark]:
        """Return what is worth knowing."""
        if not self._strangers:
            return []
        said = ngettext(
            "{sheet}: {count} row is about no record of the first sheet and is left out.",
            "{sheet}: {count} rows are about no record of the first sheet and are left out.",
            self._strangers,
        )
        return [Remark(said.format(sheet=self._table.sheet, count=self._strangers))]

    def _columns(self) -> dict[str, int]:
        """Return where each field stands, by its heading in either language."""
        targets = guess(self._type, self._table.headings).targets
        places = {name: place for place, name in enumerate(targets) if name}
        keys = [heading_key(heading) for heading in self._table.headings]
        for field in RATING_FIELDS:
            for code in LANGUAGES:
                key = heading_key(in_language(code, field.label))
                if key in keys:
                    places[field.name] = keys.index(key)
        return places

    def _values(self, number: int, row: Row) -> dict[str, Any] | None:
        values: dict[str, Any] = {field.name: field.default for field in RATING_FIELDS}
        for field in self._type.dated:
            values[field.name] = None if self._type.sparse else field.default
        for name, field in self._fields.items():
            try:
                place = self._places.get(name)
                value = None if place is None else field_values.parse(field, row[place])
            except InvalidValueError as error:
                said = _("“{value}” is not {allowed}.")
                given = shorten(str(error.value), 60)
                self._refuse(number, said.format(value=given, allowed=error.allowed))
                return None
            if value is not None:
                values[name] = value
        if values[_DATE] is None:
            missing = _("{field} is missing.").format(field=_(self._fields[_DATE].label))
            self._refuse(number, missing)
            return None
        return values

    def _refuse(self, number: int, problem: str) -> None:
        said = _("{sheet}, row {row}: {problem}")
        text = said.format(sheet=self._table.sheet, row=number, problem=problem)
        self.problems.append(Remark(text))
