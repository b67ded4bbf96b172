"""Which columns a register shows, how wide and in what order, from one day to the next."""

import json
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, Slot
from typing_extensions import override

from entente.domain.records import FieldKind
from entente_ui.look.theme import theme
from entente_ui.registers.columns import REF, Column
from entente_ui.registers.table import RegisterTable

_WIDTHS: Final = {
    FieldKind.TEXT: 190,
    FieldKind.LONG_TEXT: 260,
    FieldKind.TAGS: 170,
    FieldKind.INTEGER: 96,
    FieldKind.NUMBER: 96,
    FieldKind.FLAG: 110,
    FieldKind.CHOICE: 140,
    FieldKind.DATE: 130,
    FieldKind.REFERENCE: 190,
}
_REF_WIDTH: Final = 70
_LEAST, _MOST = 40, 1200


class Widths(QObject):
    """Keeps what the user made of the columns in the settings; never what is in them."""

    def __init__(self, table: RegisterTable, settings: QSettings, kind: str) -> None:
        super().__init__(table)
        self._table = table
        self._settings = settings
        self._key = f"registers/{kind}"
        self._columns = table.records.columns
        self._size = theme().size
        self._filled = 0
        self._preferred: dict[str, int] = {}
        table.viewport().installEventFilter(self)
        theme().changed.connect(self._rescale)

    def recall(self) -> None:
        """Lay the columns out as they were, or as their description says."""
        kept = self._kept()
        widths = _mapping(kept.get("widths"))
        hidden = kept.get("hidden")
        for place, column in enumerate(self._columns):
            match widths.get(column.name):
                case int(width) if _LEAST <= width <= _MOST:
                    self._table.setColumnWidth(place, theme().px(width))
                case _:
                    self._table.setColumnWidth(place, self._own(place))
            unseen = column.name in hidden if isinstance(hidden, list) else not column.is_shown
            self._table.setColumnHidden(place, unseen)
        self._recall_order(kept.get("order"))
        self._recall_sorting(kept.get("sort"))
        if not self._table.shown_columns():
            self._table.setColumnHidden(0, False)

    def prefer(self, name: str, width: int) -> None:
        """Give a column another width of its own, in px at 100 %; what somebody set stays."""
        self._preferred[name] = width
        self.recall()

    def _own(self, place: int) -> int:
        """Return how wide a column is of itself: a figure has the room its heading needs."""
        column = self._columns[place]
        usual = theme().px(self._preferred.get(column.name, _usual(column)))
        return max(usual, self._table.header.sectionSizeHint(place)) if column.is_numeric else usual

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.fill()
        return False

    def fill(self) -> None:
        """Give the names the room nothing else needs, unless somebody set their width."""
        title = self._table.records.record_type.title
        names = [column.name for column in self._columns]
        place = names.index(title) if title in names else -1
        if place < 0 or self._table.isColumnHidden(place):
            return
        usual = theme().px(_usual(self._columns[place]))
        if self._table.columnWidth(place) not in {usual, self._filled}:
            return
        shown = [other for other in self._table.shown_columns() if other != place]
        room = self._table.viewport().width() - sum(map(self._table.columnWidth, shown))
        self._filled = max(usual, room)
        self._table.setColumnWidth(place, self._filled)

    def keep(self) -> None:
        """Remember the columns as they are."""
        header, columns = self._table.header, self._columns
        scale = theme().size / 100
        sorting = self._table.records.sorting
        state = {
            "widths": {
                column.name: self._chosen(place, column, scale)
                for place, column in enumerate(columns)
                if not self._table.isColumnHidden(place)
            },
            "hidden": [
                column.name
                for place, column in enumerate(columns)
                if self._table.isColumnHidden(place)
            ],
            "order": [columns[header.logicalIndex(v)].name for v in range(header.count())],
            "sort": [columns[sorting.column].name, sorting.descending]
            if sorting.column >= 0
            else None,
        }
        self._settings.setValue(self._key, json.dumps(state))

    def _chosen(self, place: int, column: Column, scale: float) -> int:
        """Return the width somebody gave a column: what it was filled up to is nobody's."""
        width = self._table.columnWidth(place)
        is_title = column.name == self._table.records.record_type.title
        if is_title and width == self._filled:
            return _usual(column)
        return round(width / scale)

    def forget(self) -> None:
        """Go back to what the description says."""
        self._settings.remove(self._key)
        self.recall()

    @Slot()
    def _rescale(self) -> None:
        if theme().size != self._size:
            scale, self._size = theme().size / self._size, theme().size
            for place in self._table.shown_columns():
                self._table.setColumnWidth(place, round(self._table.columnWidth(place) * scale))
            self._filled = round(self._filled * scale)
            self.fill()

    def _kept(self) -> dict[str, Any]:
        try:
            return _mapping(json.loads(str(self._settings.value(self._key, "{}"))))
        except ValueError:
            return {}

    def _recall_order(self, order: object) -> None:
        header = self._table.header
        names = [column.name for column in self._columns]
        wanted = [name for name in order if name in names] if isinstance(order, list) else []
        wanted += [name for name in names if name not in wanted]
        for visual, name in enumerate(wanted):
            header.moveSection(header.visualIndex(names.index(name)), visual)

    def _recall_sorting(self, sort: object) -> None:
        match sort:
            case [str(name), bool(descending)]:
                names = [column.name for column in self._columns]
                column = names.index(name) if name in names else -1
            case _:
                column, descending = -1, False
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        if column >= 0:
            self._table.sortByColumn(column, order)
        else:
            # Rows come in the order of their references; say so where there is one.
            start = 0 if self._columns[0].name == REF else -1
            self._table.header.setSortIndicator(start, order)


def _usual(column: Column) -> int:
    return _REF_WIDTH if column.name == REF else _WIDTHS[column.kind]


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
