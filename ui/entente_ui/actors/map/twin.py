"""The map as a table: the same actors, with what joins them, to read and to sort."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR, Camp
from entente.domain.text import sort_key
from entente.i18n import N_, _
from entente_ui import formats
from entente_ui.actors.data import camp_word
from entente_ui.actors.map.chart import Chart
from entente_ui.actors.map.filters import Sign, sign_of
from entente_ui.actors.map.wording import ends, quality_words
from entente_ui.actors.people_table import PeopleModel, PeopleTable
from entente_ui.kit import tooltip_html
from entente_ui.look.theme import theme

Index: TypeAlias = QModelIndex | QPersistentModelIndex

_ROOT: Final = QModelIndex()
_WIDTHS: Final = (64, 190, 190, 130, 90, 90, 90)


class Column(IntEnum):
    """Columns from left to right."""

    REF = 0
    NAME = 1
    ORGANISATION = 2
    CAMP = 3
    RELATIONS = 4
    GOOD = 5
    BAD = 6
    WITH = 7


_HEADERS: Final = (
    N_("Ref."),
    ACTOR.field("name").label,
    ACTOR.field("organisation_id").label,
    ACTOR.field("camp").label,
    N_("Relations"),
    N_("Good ones"),
    N_("Tense ones"),
    N_("With"),
)
_NUMBERS: Final = frozenset({Column.RELATIONS, Column.GOOD, Column.BAD})


@dataclass(frozen=True, slots=True)
class TwinRow:
    """An actor on the map, in words."""

    key: str
    values: tuple[str | int, ...]


def rows_of(chart: Chart) -> list[TwinRow]:
    """Return the actors shown on a map, with what joins them."""
    organisations = {each.id: each.name for each in chart.data.organisations}
    rows = []
    for key, actor in chart.actors.items():
        relations = [chart.relations[place] for place in chart.lines_of([key])]
        signs = Counter(sign_of(relation.quality) for relation in relations)
        others = []
        for relation in relations:
            first, second = ends(chart, relation)
            name = second if relation.from_id == key else first
            others.append(f"{name} ({quality_words(relation.quality)})")
        camp = camp_word(Camp(actor.camp)) if actor.camp else ""
        place = organisations.get(actor.organisation_id, "")
        counts = (len(relations), signs[Sign.GOOD], signs[Sign.BAD])
        values = (actor.ref, actor.name, place, camp, *counts, formats.listing(others))
        rows.append(TwinRow(key, values))
    return rows


class TwinModel(PeopleModel):
    """Shows the rows of the table."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[TwinRow] = []
        self._sorting: tuple[int, bool] | None = None

    def show_rows(self, rows: Sequence[TwinRow]) -> None:
        """Show these; the order chosen stays."""
        self.beginResetModel()
        self._rows = list(rows)
        self._arrange()
        self.endResetModel()

    @override
    def key(self, row: int) -> str:
        return self._rows[row].key

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

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
            return _(_HEADERS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole and section in _NUMBERS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        value = self._rows[index.row()].values[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return formats.number(value) if isinstance(value, int) else value
            case Qt.ItemDataRole.ToolTipRole if index.column() == Column.WITH and value:
                return tooltip_html(str(value))
            case Qt.ItemDataRole.TextAlignmentRole if index.column() in _NUMBERS:
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            case Qt.ItemDataRole.FontRole if index.column() == Column.NAME:
                return theme().font("strong")
        return None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorting = None if column < 0 else (column, order is Qt.SortOrder.DescendingOrder)
        self.beginResetModel()
        self._arrange()
        self.endResetModel()

    def _arrange(self) -> None:
        if self._sorting is None:
            return
        column, descending = self._sorting
        if column in _NUMBERS:
            self._rows.sort(key=lambda row: int(row.values[column]), reverse=descending)
        else:
            self._rows.sort(key=lambda row: sort_key(str(row.values[column])), reverse=descending)


class Twin(PeopleTable):
    """The table.

    Signals:
        opened: Emitted with the key of an actor to be shown in the inspector.
    """

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.people = TwinModel()
        super().__init__(self.people, parent)
        self.people.setParent(self)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(_("Map as a table"))
        self.fit()

    def show_chart(self, chart: Chart, keys: Sequence[str]) -> None:
        """Show the actors of a map, and select some."""
        self._is_told = True
        self.people.show_rows(rows_of(chart))
        self._is_told = False
        self.select(keys)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2} and self.keys:
            self.opened.emit(self.keys[0])
        else:
            super().keyPressEvent(event)

    @override
    def fit(self) -> None:
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, theme().px(width))
