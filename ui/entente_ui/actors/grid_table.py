"""A lens as a table: the same places, to read, to sort and to type."""

from collections.abc import Callable, Sequence
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.records import RATING_FIELDS, FieldKind
from entente.domain.text import sort_key
from entente.i18n import N_, _
from entente_ui import formats
from entente_ui.actors.data import Marks, Person
from entente_ui.actors.grid_delegate import (
    ConfidenceDelegate,
    FactDelegate,
    FlagDelegate,
    ScoreDelegate,
)
from entente_ui.actors.lens import value_word
from entente_ui.actors.people_table import PeopleModel, PeopleTable
from entente_ui.actors.wording import confidence_word
from entente_ui.kit import tooltip_html
from entente_ui.look.theme import theme

Index: TypeAlias = QModelIndex | QPersistentModelIndex
#: Writes what was typed into a cell: the actor, the column and the value.
Edit: TypeAlias = Callable[[Person, str, Any], bool]

_ROOT: Final = QModelIndex()
_RATING: Final = {field.name: field for field in RATING_FIELDS}


#: Columns that every lens has, beside those of its scores.
NAME: Final = "name"
KIND: Final = "kind"
SINCE: Final = "since"
CONFIDENCE: Final = "confidence"
FACT: Final = "fact"
_HEADERS: Final = {
    NAME: ACTOR.field("name").label,
    KIND: N_("Place"),
    SINCE: N_("Since"),
    CONFIDENCE: _RATING["confidence"].label,
    FACT: _RATING["fact"].label,
}
_WIDTHS: Final = {NAME: 180, KIND: 140, SINCE: 128, CONFIDENCE: 100}
_SCORE_WIDTH: Final = 92
_SURENESS: Final = ("low", "medium", "high")


class GridTableModel(PeopleModel):
    """Shows positions. An edit leaves through `edit` and comes back as new people.

    Attributes:
        edit: Writes what was typed; None while nothing may be.
        columns: Names of the columns from left to right.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.edit: Edit | None = None
        self.columns: tuple[str, ...] = ()
        self._scores: tuple[str, ...] = ()
        self._people: list[Person] = []
        self._sorting: tuple[str, bool] | None = None

    def show_scores(self, fields: Sequence[str]) -> None:
        """Show the columns of these scores of an actor."""
        self.beginResetModel()
        self._scores = tuple(fields)
        self.columns = (NAME, *fields, KIND, SINCE, CONFIDENCE, FACT)
        self._sorting = None
        self.endResetModel()

    def show_people(self, people: Sequence[Person]) -> None:
        """Show these actors; the order chosen stays."""
        shown = {person.key: person for person in people}
        if shown.keys() == {person.key for person in self._people}:
            # What was just typed does not run away.
            self._people = [shown[person.key] for person in self._people]
            if self._people:
                corner = self.index(len(self._people) - 1, len(self.columns) - 1)
                self.dataChanged.emit(self.index(0, 0), corner)
            return
        self.beginResetModel()
        self._people = list(people)
        self._arrange()
        self.endResetModel()

    def person(self, row: int) -> Person:
        """Return the actor in a row."""
        return self._people[row]

    @override
    def key(self, row: int) -> str:
        return self._people[row].key

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._people)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            name = self.columns[section]
            return _(ACTOR.field(name).label if name in self._scores else _HEADERS[name])
        if role == Qt.ItemDataRole.TextAlignmentRole and self.columns[section] in self._scores:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        person, column = self._people[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(person, column)
        if role == Qt.ItemDataRole.EditRole:
            return _value(person, column)
        return _style(person, column, role)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid() or self.edit is None:
            return flags
        column = self.columns[index.column()]
        rated = bool(self._people[index.row()].rating_id)
        editable = column in self._scores or (rated and column in {CONFIDENCE, FACT})
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or self.edit is None:
            return False
        person, column = self._people[index.row()], self.columns[index.column()]
        if value == _value(person, column):
            return False
        return self.edit(person, column, value)

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorting = (
            (self.columns[column], order is Qt.SortOrder.DescendingOrder)
            if 0 <= column < len(self.columns)
            else None
        )
        self.beginResetModel()
        self._arrange()
        self.endResetModel()

    def _arrange(self) -> None:
        if self._sorting is None:
            return
        column, descending = self._sorting
        known = [person for person in self._people if _value(person, column) not in {None, ""}]
        blank = [person for person in self._people if _value(person, column) in {None, ""}]
        known.sort(key=lambda person: _order(person, column), reverse=descending)
        self._people = known + blank


def _value(person: Person, column: str) -> Any:  # noqa: ANN401  # as different as the columns
    match column:
        case "name":
            return person.name
        case "kind":
            return person.kind or None
        case "since":
            return person.token.dated_on
        case "confidence":
            return person.confidence
        case "fact":
            return person.fact
    return getattr(person.marks, column)


def _text(person: Person, column: str) -> str:
    value = _value(person, column)
    if isinstance(value, (bool, float, int)):
        return value_word(value)
    match column:
        case "since":
            return formats.long_date(value)
        case "confidence":
            return confidence_word(person.confidence)
    return str(value or "")


def _style(person: Person, column: str, role: int) -> Any:  # noqa: ANN401  # as the role wants
    match role:
        case Qt.ItemDataRole.ToolTipRole if column == FACT and person.fact:
            return tooltip_html(person.fact)
        case Qt.ItemDataRole.TextAlignmentRole if column in Marks.__slots__:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        case Qt.ItemDataRole.FontRole if column == NAME:
            return theme().font("strong")
        case Qt.ItemDataRole.ForegroundRole if column == SINCE and person.is_stale:
            return theme().colour("caution")
    return None


def _order(person: Person, column: str) -> Any:  # noqa: ANN401  # as different as the columns
    value = _value(person, column)
    if column == CONFIDENCE:
        return _SURENESS.index(value) if value in _SURENESS else -1
    return sort_key(value) if isinstance(value, str) else value


class GridTable(PeopleTable):
    """The table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.people = GridTableModel()
        super().__init__(self.people, parent)
        self.people.setParent(self)
        self._lent: list[QStyledItemDelegate] = []

    def show_lens(self, title: str, fields: Sequence[str]) -> None:
        """Show the scores of a lens.

        Args:
            title: What the lens is called.
            fields: The scores.
        """
        self.setAccessibleName(_("{lens} as a table").format(lens=title))
        self.people.show_scores(fields)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        for delegate in self._lent:
            delegate.deleteLater()
        self._lent = []
        for place, name in enumerate(self.people.columns):
            lent = self._delegate(name)
            self.setItemDelegateForColumn(place, lent or self.itemDelegate())
            if lent is not None:
                self._lent.append(lent)
        self.fit()

    def _delegate(self, column: str) -> QStyledItemDelegate | None:
        if column == CONFIDENCE:
            return ConfidenceDelegate(self)
        if column == FACT:
            return FactDelegate(self)
        if column not in Marks.__slots__:
            return None
        field = ACTOR.field(column)
        return FlagDelegate(self) if field.kind is FieldKind.FLAG else ScoreDelegate(field, self)

    def show_people(self, people: Sequence[Person]) -> None:
        """Show these actors; who is selected stays so."""
        kept = self.keys
        self.people.show_people(people)
        if self.keys != kept:
            self.select(kept)

    @override
    def fit(self) -> None:
        for place, name in enumerate(self.people.columns[:-1]):
            self.setColumnWidth(place, theme().px(_WIDTHS.get(name, _SCORE_WIDTH)))
