"""What an import is going to do, before it does it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from entente.domain.records import RecordType
from entente.errors import ImportRefusedError
from entente.i18n import ngettext


class Decision(Enum):
    """What becomes of a row."""

    CREATE = "create"
    UPDATE = "update"
    SKIP = "skip"


class Match(Enum):
    """By what a row was recognised as a record that is already there."""

    NONE = "none"
    REF = "ref"
    NAME = "name"
    EMAIL = "email"


class CellError(Exception):
    """A cell that cannot be taken over.

    Attributes:
        text: One sentence in the user's language.
        target: The field or other target of its column, where it is known.
    """

    def __init__(self, text: str, target: str = "") -> None:
        super().__init__(text)
        self.text = text
        self.target = target


@dataclass(frozen=True, slots=True)
class NewReference:
    """A record that does not exist yet and is made together with those that refer to it."""

    target: str
    name: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to say about a place in the file.

    Attributes:
        text: One sentence in the user's language.
        row: Row of the file from 1, or None if it is about the whole.
        column: Heading and letter of the column, or an empty text.
    """

    text: str
    row: int | None = None
    column: str = ""


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row of the file and what becomes of it.

    Attributes:
        number: Its row in the file, from 1.
        values: The values it has; blank cells are not among them. A reference is a key or
            a `NewReference`.
        decision: What becomes of it.
        key: Key of the record it matches, or an empty text.
        match: By what it matches.
        changes: For a match: the old and the new value of each field that would change.
    """

    number: int
    values: Mapping[str, Any]
    decision: Decision
    key: str = ""
    match: Match = Match.NONE
    changes: Mapping[str, tuple[Any, Any]] | None = None

    @property
    def does_nothing(self) -> bool:
        """Whether the row leaves the mission as it is."""
        return self.decision is Decision.SKIP or (
            self.decision is Decision.UPDATE and not self.changes
        )


@dataclass(frozen=True, slots=True)
class PlannedRating:
    """A dated rating that stands in the file beside its record.

    Attributes:
        row: Row of that record in the file.
        values: Its date and all that it says.
        is_there: Whether the record, if it is one that was there, has it already.
    """

    row: int
    values: Mapping[str, Any]
    is_there: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import is going to do.

    Attributes:
        record_type: The kind of record the rows become.
        source: Name of the file.
        rows: Every row that is not blank and has no problem.
        problems: What has to be put right in the file first; with one, nothing is imported.
        problem_count: How many problems there are, of which `problems` lists the first.
        remarks: What is worth knowing beforehand.
        ratings: The dated ratings that the file holds beside the rows.
    """

    record_type: RecordType
    source: str
    rows: tuple[PlannedRow, ...]
    problems: tuple[Remark, ...] = ()
    problem_count: int = 0
    remarks: tuple[Remark, ...] = ()
    ratings: tuple[PlannedRating, ...] = ()

    @property
    def does_nothing(self) -> bool:
        """Whether it leaves the mission as it is."""
        return all(row.does_nothing for row in self.rows) and not self.new_ratings

    @property
    def new_ratings(self) -> tuple[PlannedRating, ...]:
        """The ratings that are taken over: those of rows left out are not."""
        decided = {row.number: row.decision for row in self.rows}
        return tuple(
            rating
            for rating in self.ratings
            if decided[rating.row] is Decision.CREATE
            or (decided[rating.row] is Decision.UPDATE and not rating.is_there)
        )

    def count(self, decision: Decision) -> int:
        """Return how many rows meet that decision; a row that changes nothing is skipped."""
        skip = decision is Decision.SKIP
        return sum(skip if row.does_nothing else row.decision is decision for row in self.rows)

    @property
    def new_references(self) -> tuple[NewReference, ...]:
        """Records made along with those that refer to them, each once."""
        found = {
            value: None
            for row in self.rows
            if not row.does_nothing
            for value in row.values.values()
            if isinstance(value, NewReference)
        }
        return tuple(found)

    def decide(self, decision: Decision, *numbers: int) -> "Plan":
        """Return the plan with another decision for some rows.

        A row without a match is created or skipped; it has nothing to update.
        """
        chosen = frozenset(numbers)
        rows = tuple(
            replace(row, decision=decision)
            if row.number in chosen and (row.key or decision is not Decision.UPDATE)
            else row
            for row in self.rows
        )
        return replace(self, rows=rows)

    def check(self) -> None:
        """Refuse to be carried out while there are problems.

        Raises:
            ImportRefusedError: With the place of the first problem.
        """
        if not self.problems:
            return
        first = self.problems[0]
        reason = first.text
        others = self.problem_count - 1
        if others:
            more = ngettext(
                "{reason} There is {count} more problem in the file.",
                "{reason} There are {count} more problems in the file.",
                others,
            )
            reason = more.format(reason=reason, count=others)
        raise ImportRefusedError(self.source, reason, first.row, first.column or None)
