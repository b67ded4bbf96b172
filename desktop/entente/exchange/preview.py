"""From a table to a plan: every value read and checked, every row recognised or new.

Values in, values out: nothing here knows a mission, so it may run beside the screen.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from entente.domain import values as field_values
from entente.domain.confidentiality import Level
from entente.domain.efforts import is_bare
from entente.domain.records import Field, FieldKind, RecordType, Values
from entente.domain.relation import RELATION
from entente.domain.risk import RISK
from entente.domain.text import clean, is_whole, shorten
from entente.errors import InvalidValueError
from entente.exchange.known import Existing
from entente.exchange.mapping import FIRST_NAME, LAST_NAME, REF, ColumnMapping, headings
from entente.exchange.plan import CellError, Plan, PlannedRow
from entente.exchange.recognise import Recogniser
from entente.exchange.relations import RelationRecogniser
from entente.exchange.remarks import Remarks
from entente.exchange.resolve import resolve
from entente.exchange.risk_cells import RiskCells
from entente.exchange.status_words import choice_meant
from entente.exchange.table import Cell, Row, Table, is_blank
from entente.i18n import _, language, ngettext

_REPORT_EVERY: Final = 200
_NAME_PARTS: Final = (FIRST_NAME, LAST_NAME)


def prepare(
    table: Table,
    mapping: ColumnMapping,
    existing: Existing,
    report: Callable[[int], None] | None = None,
    *,
    distinct: bool = False,
) -> Plan:
    """Return what importing a table would do, with every problem it has.

    Args:
        table: The table.
        mapping: What its columns become, of which kind of record.
        existing: The records there are, of that kind and of those it refers to.
        report: Called with the percentage done; what it raises ends the work.
        distinct: Whether each row is about another record than all other rows.
    """
    work = _Preparation(table, mapping, existing, distinct=distinct)
    work.look_at_columns()
    if work.is_sound:
        total = max(1, len(table.rows))
        for place, row in enumerate(table.rows):
            if report and place % _REPORT_EVERY == 0:
                report(100 * place // total)
            if not is_blank(row):
                work.add_row(table.first_row + place, row)
    return work.plan()


class _Preparation:
    """A plan in the making."""

    def __init__(
        self, table: Table, mapping: ColumnMapping, existing: Existing, *, distinct: bool
    ) -> None:
        self._told = Remarks(table)
        self._table = table
        self._mapping = mapping
        self._type: RecordType = mapping.record_type
        self._existing = existing
        known = existing[self._type.name]
        kind = RelationRecogniser if self._type is RELATION else Recogniser
        self._recogniser = kind(known, distinct=distinct)
        self._places = {target: mapping.places(target) for target in mapping.targets if target}
        self._labels = headings(self._type, language())
        self._required = [f.name for f in self._type.stored if f.required and f.default is None]
        #: The same fields, but taking a number as it is written.
        self._unstepped = {f.name: replace(f, step=None) for f in self._type.fields if f.step}
        #: A register of risks says steps and amounts in many ways.
        self._risk = RiskCells(table, mapping, existing) if self._type is RISK else None
        self._efforts = {f.name for f in self._type.fields if f.in_half_days}
        self._rows: list[PlannedRow] = []

    @property
    def is_sound(self) -> bool:
        """Whether no problem was found so far."""
        return not self._told.problem_count

    def look_at_columns(self) -> None:
        """Note what is left out, and every column that must be there and is not."""
        for text in self._table.above:
            said = _("The line “{text}” above the headings is left out.")
            self._told.remark(said.format(text=shorten(text, 60)))
        for row, text in self._table.between:
            said = _("The line “{text}” only divides the list and is left out.")
            self._told.remark(said.format(text=shorten(text, 60)), row)
        self._look_at_hidden()
        if ignored := self._mapping.ignored:
            said = ngettext(
                "This column is left out: {names}.",
                "These columns are left out: {names}.",
                len(ignored),
            )
            names = ", ".join(shorten(name, 40) for name in ignored)
            self._told.remark(said.format(names=names), self._table.heading_row)
        given = set(self._mapping.targets)
        # A list of updates may know its records by their reference alone.
        if REF in given:
            return
        for field in self._required:
            named = field == self._type.title and not given.isdisjoint(_NAME_PARTS)
            if field not in given and not named:
                said = _("No column is headed “{name}”, and every row needs one.")
                self._told.problem(said.format(name=self._labels[field]), self._table.heading_row)

    def _look_at_hidden(self) -> None:
        """Say what the sheet does not show: whoever sent it may have forgotten it is there."""
        table = self._table
        shown = [place for place in table.hidden_columns if self._mapping.targets[place]]
        if shown:
            said = ngettext(
                "This column is hidden in the file and read all the same: {names}.",
                "These columns are hidden in the file and read all the same: {names}.",
                len(shown),
            )
            names = ", ".join(table.place(place) for place in shown)
            self._told.remark(said.format(names=names), table.heading_row)
        if table.hidden_rows:
            said = ngettext(
                "{count} row is hidden in the file and read all the same.",
                "{count} rows are hidden in the file and read all the same; this is the first.",
                len(table.hidden_rows),
            )
            self._told.remark(said.format(count=len(table.hidden_rows)), table.hidden_rows[0])

    def add_row(self, number: int, row: Row) -> None:
        """Read a row and decide what becomes of it, or note its problems."""
        count = self._told.problem_count
        values = self._read_row(number, row)
        if self._told.problem_count > count:
            return
        try:
            planned, remarks = self._recogniser.recognise(number, values)
            self._check_whole(planned)
        except CellError as error:
            places = self._places.get(error.target)
            column = self._table.place(places[0]) if places else ""
            self._told.problem(error.text, number, column)
            return
        self._rows.append(planned)
        for remark in remarks:
            self._told.remark(remark.text, remark.row, remark.column)

    def plan(self) -> Plan:
        """Return the plan."""
        if not self._rows and not self._told.problem_count:
            self._told.problem(_("There are no rows below the headings."))
        return Plan(
            record_type=self._type,
            source=self._table.source,
            rows=tuple(self._rows),
            problems=tuple(self._told.problems),
            problem_count=self._told.problem_count,
            remarks=tuple(self._told.remarks),
        )

    def _read_row(self, number: int, row: Row) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for column, places in self._places.items():
            cells = [row[place] for place in places]
            try:
                target, value = self._read_cells(number, column, cells)
                self._check_same(target, values.get(target), value)
            except InvalidValueError as error:
                said = _("“{value}” is not {allowed}.")
                given = shorten(str(error.value), 60)
                text = said.format(value=given, allowed=error.allowed)
                self._told.problem(text, number, self._table.place(places[0]))
            except CellError as error:
                self._told.problem(error.text, number, self._table.place(places[0]))
            else:
                if value is not None:
                    values[target] = value
                    self._compare(number, places[0], cells, value)
        parts = [values.pop(name) for name in _NAME_PARTS if name in values]
        if parts:
            values[self._type.title] = " ".join(parts)
        return values

    def _read_cells(self, number: int, target: str, cells: list[Cell]) -> tuple[str, object]:
        """Return what the cells of a column mean, and for which target: mostly its own."""
        if target in {REF, *_NAME_PARTS}:
            return target, " ".join(_text(cells[0]).split()) or None
        if self._risk and self._risk.takes(target):
            return self._read_risk(self._risk, number, target, cells[0])
        field = self._type.field(target)
        if field.kind is FieldKind.REFERENCE:
            return target, resolve(field, _text(cells[0]), self._existing)
        if len(cells) == 1:
            return target, self._read_value(number, field, cells[0])
        texts = [text for cell in cells if (text := field_values.parse(field, cell))]
        mark = "\n" if field.kind is FieldKind.LONG_TEXT else ", "
        return target, field_values.check(field, mark.join(dict.fromkeys(texts)))

    def _read_value(self, number: int, field: Field, cell: Cell) -> object:
        """Return what a cell means, in other words than ours as well.

        Raises:
            InvalidValueError: If it means nothing the field takes.
        """
        try:
            return field_values.parse(field, cell)
        except InvalidValueError:
            meant = choice_meant(self._type, field, cell)
            if meant is None:
                raise
        said = _("“{given}” is read as “{meant}”.")
        words = said.format(given=shorten(str(cell), 60), meant=field_values.show(field, meant))
        self._told.once(words, number, self._places[field.name][0])
        return meant

    def _read_risk(
        self, risk: RiskCells, number: int, target: str, cell: Cell
    ) -> tuple[str, object]:
        place = self._places[target][0]
        meant = risk.read(target, cell, number, place)
        if meant is None:
            return target, None
        self._told.once(meant.said, number, place)
        return meant.target, meant.value

    def _check_same(self, target: str, before: object, value: object) -> None:
        """Refuse a row whose columns say different things of the same.

        Raises:
            CellError: If they do.
        """
        if before is not None and value is not None and before != value:
            shown = field_values.show(self._type.field(target), before)
            said = _("Another column of this row says “{value}”.")
            raise CellError(said.format(value=shorten(shown, 60)))

    def _compare(self, number: int, place: int, cells: list[Cell], value: object) -> None:
        """Say where a value is not quite what the cell held."""
        if any(isinstance(cell, str) and not is_whole(cell) for cell in cells):
            text = _("Control characters are left out.")
            self._told.remark(text, number, self._table.place(place))
        elif self._mapping.targets[place] in self._efforts and not is_bare(cells[0]):
            self._say_effort(number, place, cells[0], value)
        elif unstepped := self._unstepped.get(self._mapping.targets[place]):
            given = field_values.parse(unstepped, cells[0])
            if given != value:
                said = _("{given} is rounded to {value}.")
                numbers = [field_values.show(unstepped, part) for part in (given, value)]
                text = said.format(given=numbers[0], value=numbers[1])
                self._told.remark(text, number, self._table.place(place))

    def _say_effort(self, number: int, place: int, cell: Cell, value: object) -> None:
        """Say how days and hours are read, once for all that a column writes alike."""
        said = _("“{given}” is read as {value} (half-days of four hours).")
        shown = field_values.show(self._type.field(self._mapping.targets[place]), value)
        self._told.once(said.format(given=shorten(str(cell), 60), value=shown), number, place)

    def _check_whole(self, planned: PlannedRow) -> None:
        """Refuse a new record that lacks what it needs, and any that says what cannot be.

        Raises:
            CellError: If it does.
        """
        if planned.key:
            new = {name: value for name, (__, value) in (planned.changes or {}).items()}
            self._check_sense({**self._existing[self._type.name].values[planned.key], **new})
            return
        for name in self._required:
            if name not in planned.values:
                said = _("{field} is missing.").format(field=self._labels[name])
                raise CellError(said, name)
        owner = self._type.caucus_field
        choices = (f.name for f in self._type.fields if f.kind is FieldKind.CHOICE)
        caucus = owner and any(planned.values.get(name) == Level.CAUCUS for name in choices)
        if caucus and owner not in planned.values:
            raise CellError(_("A caucus belongs to a party, and none is named."), owner)
        self._check_sense(planned.values)

    def _check_sense(self, values: Values) -> None:
        if self._type.check is None:
            return
        try:
            self._type.check(values)
        except InvalidValueError as error:
            said = _("“{value}” is not {allowed}.")
            text = said.format(value=error.value, allowed=error.allowed)
            raise CellError(text) from error


def _text(cell: Cell) -> str:
    """Return a cell that names something: a reference typed as a number is no 47.0."""
    return "" if cell is None else clean(str(cell))
