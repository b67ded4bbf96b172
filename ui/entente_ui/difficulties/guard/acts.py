"""The acts of a mediation and the part played in each, as a table."""

from enum import IntEnum
from functools import partial
from typing import Any, Final

from PySide6.QtCore import (
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.acts import Act
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.mission import HAT_LABELS
from entente.i18n import N_, _
from entente_ui.difficulties.sessions.layout import TallTable
from entente_ui.formats import long_date
from entente_ui.kit import Menu, tooltip_html
from entente_ui.kit.rows import Index, KeyedTable
from entente_ui.look.theme import theme


class ActColumn(IntEnum):
    """Columns from left to right."""

    DATE = 0
    TITLE = 1
    HAT = 2


_HEADERS: Final = {
    ActColumn.DATE: N_("Date"),
    ActColumn.TITLE: N_("Act"),
    ActColumn.HAT: N_("Acting as"),
}
_WIDTHS: Final = {ActColumn.DATE: 110, ActColumn.HAT: 170}


class ActsModel(KeyedTable[Act]):
    """Shows acts, the latest first."""

    headers = tuple(_HEADERS.values())

    @override
    def key_of(self, row: Act) -> str:
        return row.key

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        act, column = self.row_at(index), ActColumn(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _text(act, column)
            case Qt.ItemDataRole.ForegroundRole if column is ActColumn.HAT and not act.hat:
                return theme().colour("caution")
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_html(_text(act, column))
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(_text(act, each) for each in ActColumn)
        return None


def _text(act: Act, column: ActColumn) -> str:
    match column:
        case ActColumn.DATE:
            return long_date(act.on) or _("no date")
        case ActColumn.TITLE:
            return f"{act.ref} · {_(RECORD_TYPES[act.kind].label)} · {act.title}"
        case _:
            return _(HAT_LABELS.get(act.hat, N_("not said")))


class ActsTable(TallTable):
    """The acts; Enter, Space or a click on the part opens the parts there are.

    Signals:
        worn: Emitted with an `Act` and the part chosen for it, "" for none.
        opened: Emitted with an `Act` to go to.
    """

    worn = Signal(object, str)
    opened = Signal(object)

    most_rows = 8

    def __init__(self, parent: QWidget | None = None) -> None:
        self.acts = ActsModel()
        name = _("Part played in each act")
        super().__init__(self.acts, name, _WIDTHS, ActColumn.TITLE, parent)
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double)

    def offer(self, row: int) -> None:
        """Open the menu of parts for the act in a row."""
        act = self.acts.rows[row]
        menu = Menu("", self)
        for hat, label in (*HAT_LABELS.items(), ("", N_("not said"))):
            action = menu.addAction(_(label))
            action.setCheckable(True)
            action.setChecked(hat == act.hat)
            action.triggered.connect(partial(self._wear, act, hat))
        menu.aboutToHide.connect(menu.deleteLater)
        box = self.visualRect(self.acts.index(row, ActColumn.HAT))
        menu.popup(self.viewport().mapToGlobal(box.bottomLeft()))

    def _wear(self, act: Act, hat: str, _on: bool = False) -> None:
        self.worn.emit(act, hat)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == ActColumn.HAT:
            self.offer(index.row())

    def _on_double(self, index: QModelIndex) -> None:
        if index.column() != ActColumn.HAT:
            self.opened.emit(self.acts.row_at(index))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        if event.key() in keys and self.currentIndex().isValid():
            self.offer(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
