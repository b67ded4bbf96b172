"""What is wrong with a list, and what is worth knowing about how it was read."""

from typing import Final

from entente.exchange.plan import Remark
from entente.exchange.table import Table

#: Most problems, and most remarks, that are listed one by one.
LISTED_MAX: Final = 500


class Remarks:
    """Collects problems and remarks, each with its place in the file.

    Attributes:
        problem_count: How many problems there are, listed or not.
        problems, remarks: Those that are listed.
    """

    def __init__(self, table: Table) -> None:
        self.problem_count = 0
        self.problems: list[Remark] = []
        self.remarks: list[Remark] = []
        self._table = table
        self._said: set[tuple[int, str]] = set()

    def problem(self, text: str, row: int | None = None, column: str = "") -> None:
        """Note what keeps the list from being taken."""
        self.problem_count += 1
        if len(self.problems) < LISTED_MAX:
            self.problems.append(Remark(text, row, column))

    def remark(self, text: str, row: int | None = None, column: str = "") -> None:
        """Note what is worth knowing."""
        if len(self.remarks) < LISTED_MAX:
            self.remarks.append(Remark(text, row, column))

    def once(self, text: str, row: int, place: int) -> None:
        """Note how a column is read, where that first occurs."""
        if text and (place, text) not in self._said:
            self._said.add((place, text))
            self.remark(text, row, self._table.place(place))
