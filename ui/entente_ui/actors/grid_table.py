"""The grid as a table: the same positions, to read, to sort and to type."""

from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from typing import Any, Final, TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.records import RATING_FIELDS
from entente.domain.text import sort_key
from entente.i18n import N_, _
from entente_ui import formats
from entente_ui.actors.data import Person
from entente_ui.actors.frame import Score
from entente_ui.actors.grid_delegate import ConfidenceDelegate, FactDelegate, ScoreDelegate
from entente_ui.actors.wording import confidence_word, quadrant_word
from entente_ui.kit import dress_table, tooltip_html
from entente_ui.look.theme import theme

Index: TypeAlias = QModelIndex | QPersistentModelIndex
#: Writes what was typed into a cell: the actor, the column and the value.
Edit: TypeAlias = Callable[[Person, "Column", Any], bool]

_ROOT: Final = QModelIndex()
_RATING: Final = {field.name: field for field in RATING_FIELDS}


class Column(IntEnum):
    """Columns from left to right."""

    NAME = 0
    POWER = 1
    INTEREST = 2
    QUADRANT = 3
    SINCE = 4
    CONFIDENCE = 5
    FACT = 6


_HEADERS: Final = {
    Column.NAME: ACTOR.field("name").label,
    Column.POWER: ACTOR.field("power").label,
    Column.INTEREST: ACTOR.field("interest").label,
    Column.QUADRANT: N_("Strategy"),
    Column.SINCE: N_("Since"),
    Column.CONFIDENCE: _RATING["confidence"].label,
    Column.FACT: _RATING["fact"].label,
}
_NUMBERS: Final = frozenset({Column.POWER, Column.INTEREST})
_WIDTHS: Final = {
    Column.NAME: 180,
    Column.POWER: 78,
    Column.INTEREST: 78,
    Column.QUADRANT: 110,
    Column.SINCE: 128,
    Column.CONFIDENCE: 100,
}
_SURENESS: Final = ("low", "medium", "high")


class GridTableModel(QAbstractTableModel):
    """Shows positions. An edit leaves through `edit` and comes back as new people.

    Attributes:
        edit: Writes what was typed; None while nothing may be.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.edit: Edit | None = None
        self._people: list[Person] = []
        self._sorting: tuple[Column, bool] | None = None

    def show_people(self, people: Sequence[Person]) -> None:
        """Show these actors; the order chosen stays."""
        shown = {person.key: person for person in people}
        if shown.keys() == {person.key for person in self._people}:
            # What was just typed does not run away.
            self._people = [shown[person.key] for person in self._people]
            if self._people:
                corner = self.index(len(self._people) - 1, len(Column) - 1)
                self.dataChanged.emit(self.index(0, 0), corner)
            return
        self.beginResetModel()
        self._people = list(people)
        self._arrange()
        self.endResetModel()

    def person(self, row: int) -> Person:
        """Return the actor in a row."""
        return self._people[row]

    def row_of(self, key: str) -> int:
        """Return the row of an actor, −1 if there is none."""
        return next((row for row, person in enumerate(self._people) if person.key == key), -1)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._people)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _(_HEADERS[Column(section)])
        if role == Qt.ItemDataRole.TextAlignmentRole and section in _NUMBERS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        person, column = self._people[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(person, column)
        if role == Qt.ItemDataRole.EditRole:
            return _VALUES[column](person)
        return _style(person, column, role)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid() or self.edit is None:
            return flags
        column = Column(index.column())
        rated = bool(self._people[index.row()].rating_id)
        editable = column in _NUMBERS or (rated and column in {Column.CONFIDENCE, Column.FACT})
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or self.edit is None:
            return False
        person, column = self._people[index.row()], Column(index.column())
        if value == _VALUES[column](person):
            return False
        return self.edit(person, column, value)

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorting = (
            None if column < 0 else (Column(column), order is Qt.SortOrder.DescendingOrder)
        )
        self.beginResetModel()
        self._arrange()
        self.endResetModel()

    def _arrange(self) -> None:
        if self._sorting is None:
            return
        column, descending = self._sorting
        known = [person for person in self._people if _VALUES[column](person) not in {None, ""}]
        blank = [person for person in self._people if _VALUES[column](person) in {None, ""}]
        known.sort(key=lambda person: _order(person, column), reverse=descending)
        self._people = known + blank


def typed_score(person: Person, column: Column, value: float) -> Score:
    """Return the position that a typed score makes; what is missing lies in the middle."""
    score = person.score or Score(3.0, 3.0)
    if column is Column.POWER:
        return Score(value, score.interest)
    return Score(score.power, value)


_VALUES: Final[Mapping[Column, Callable[[Person], Any]]] = {
    Column.NAME: lambda person: person.name,
    Column.POWER: lambda person: person.score.power if person.score else None,
    Column.INTEREST: lambda person: person.score.interest if person.score else None,
    Column.QUADRANT: lambda person: quadrant_word(person.score) if person.score else None,
    Column.SINCE: lambda person: person.token.dated_on,
    Column.CONFIDENCE: lambda person: person.confidence,
    Column.FACT: lambda person: person.fact,
}


def _text(person: Person, column: Column) -> str:
    value = _VALUES[column](person)
    match column:
        case Column.POWER | Column.INTEREST:
            return formats.number(value)
        case Column.SINCE:
            return formats.long_date(value)
        case Column.CONFIDENCE:
            return confidence_word(person.confidence)
        case _:
            return str(value or "")


def _style(person: Person, column: Column, role: int) -> Any:  # noqa: ANN401  # as the role wants
    match role:
        case Qt.ItemDataRole.ToolTipRole if column is Column.FACT and person.fact:
            return tooltip_html(person.fact)
        case Qt.ItemDataRole.TextAlignmentRole if column in _NUMBERS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        case Qt.ItemDataRole.FontRole if column is Column.NAME:
            return theme().font("strong")
        case Qt.ItemDataRole.ForegroundRole if column is Column.SINCE and person.is_stale:
            return theme().colour("caution")
    return None


def _order(person: Person, column: Column) -> Any:  # noqa: ANN401  # as different as the columns
    value = _VALUES[column](person)
    if column is Column.CONFIDENCE:
        return _SURENESS.index(value) if value in _SURENESS else -1
    return sort_key(value) if isinstance(value, str) else value


class GridTable(QTableView):
    """The table.

    Signals:
        picked: Emitted with the keys selected by the user.
    """

    picked = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people = GridTableModel(self)
        self._is_told = False
        self.setModel(self.people)
        dress_table(self)
        self.setAccessibleName(_("Power × interest as a table"))
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column in _NUMBERS:
            self.setItemDelegateForColumn(column, ScoreDelegate(self))
        self.setItemDelegateForColumn(Column.CONFIDENCE, ConfidenceDelegate(self))
        self.setItemDelegateForColumn(Column.FACT, FactDelegate(self))
        self.selectionModel().selectionChanged.connect(self._on_selected)
        theme().changed.connect(self._fit)
        self._fit()

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of the actors selected, from above."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return tuple(self.people.person(row).key for row in rows)

    def show_people(self, people: Sequence[Person]) -> None:
        """Show these actors; who is selected stays so."""
        kept = self.keys
        self.people.show_people(people)
        if self.keys != kept:
            self.select(kept)

    def select(self, keys: Sequence[str]) -> None:
        """Select these actors without telling anybody."""
        self._is_told = True
        self.clearSelection()
        flags = QItemSelectionModel.SelectionFlag
        for key in keys:
            row = self.people.row_of(key)
            if row >= 0:
                index = self.people.index(row, 0)
                self.selectionModel().select(index, flags.Select | flags.Rows)
                self.scrollTo(index)
        self._is_told = False

    def _on_selected(self) -> None:
        if not self._is_told:
            self.picked.emit(self.keys)

    def _fit(self) -> None:
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, theme().px(width))
