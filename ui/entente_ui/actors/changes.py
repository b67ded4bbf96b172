"""What has changed since a day: since one was last there."""

import datetime as dt
from collections.abc import Sequence
from enum import IntEnum
from functools import partial
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from entente.domain.catalogue import RECORD_TYPES
from entente.i18n import N_, _, ngettext
from entente.services.changes_since import Change, changes_since
from entente_ui import formats
from entente_ui.actors.lens import value_word
from entente_ui.kit import DateField, PlainLabel, SecondaryButton, dress_table, spaced, tooltip_html
from entente_ui.look.theme import theme
from entente_ui.pane import Context

Index: TypeAlias = QModelIndex | QPersistentModelIndex

_ROOT: Final = QModelIndex()
_SETTING: Final = "actors/since"
#: Days one looks back when nothing was chosen yet.
_USUAL: Final = 14
_SIZE: Final = (820, 520)


class _Column(IntEnum):
    DAY = 0
    WHO = 1
    WHAT = 2
    FACT = 3


_HEADERS: Final = {
    _Column.DAY: N_("Date"),
    _Column.WHO: N_("Who"),
    _Column.WHAT: N_("What has changed"),
    _Column.FACT: N_("Observed fact"),
}
_WIDTHS: Final = {_Column.DAY: 128, _Column.WHO: 210, _Column.WHAT: 190}


class ChangesModel(QAbstractTableModel):
    """Shows changes, the latest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._changes: tuple[Change, ...] = ()

    def show_changes(self, changes: Sequence[Change]) -> None:
        """Show these."""
        self.beginResetModel()
        self._changes = tuple(changes)
        self.endResetModel()

    def change(self, row: int) -> Change:
        """Return the change in a row."""
        return self._changes[row]

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._changes)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(_Column)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(_HEADERS[_Column(section)])
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        change, column = self._changes[index.row()], _Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _text(change, column)
            case Qt.ItemDataRole.FontRole if column is _Column.WHO:
                return theme().font("strong")
            case Qt.ItemDataRole.ToolTipRole if column is _Column.FACT and change.fact:
                return tooltip_html(change.fact)
        return None


class ChangesDialog(QDialog):
    """Lists what has changed since a day that can be chosen."""

    def __init__(self, context: Context, until: dt.date | None, parent: QWidget) -> None:
        """Make a dialog.

        Args:
            context: The open mission.
            until: The day that is looked at; None for now.
            parent: Its window is what it stands over.
        """
        super().__init__(parent.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("What has changed"))
        self._context = context
        self._until = until
        today = context.document.read(lambda session: session.today)
        self.since = DateField(_("Since"), lambda: today, self)
        self.since.set_value(self._remembered(until or today))
        self.changes = ChangesModel(self)
        self._table = QTableView(self)
        self._count = PlainLabel("", "muted", self)
        self._build()
        self.refresh()

    def refresh(self) -> None:
        """Show what has changed since the day in the field."""
        since = self.since.value
        if since is None:
            return
        self._context.settings.setValue(_SETTING, since.isoformat())
        document = self._context.document
        found = document.read(
            partial(changes_since, since=since, until=self._until, audience=document.viewer)
        )
        self.changes.show_changes(found)
        text = ngettext("{count} change", "{count} changes", len(found))
        self._count.setText(
            text.format(count=formats.number(len(found)))
            if found
            else _("Nothing has changed since that day.")
        )

    def _build(self) -> None:
        self._table.setModel(self.changes)
        dress_table(self._table)
        self._table.setAccessibleName(_("What has changed"))
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._table.horizontalHeader().setStretchLastSection(True)
        for column, width in _WIDTHS.items():
            self._table.setColumnWidth(column, theme().px(width))
        self._table.activated.connect(self._reveal)
        head = spaced(QHBoxLayout(), 0, 8)
        head.addWidget(PlainLabel(_("Since the end of"), "body", self))
        head.addWidget(self.since)
        head.addWidget(self._count, 1)
        foot = spaced(QHBoxLayout(), 0, 8)
        foot.addWidget(PlainLabel(_("Enter goes to the record"), "small", self), 1)
        foot.addWidget(SecondaryButton(_("Close"), self.close, self))
        layout = spaced(QVBoxLayout(self), 16, 12)
        layout.addLayout(head)
        layout.addWidget(self._table, 1)
        layout.addLayout(foot)
        self.since.value_changed.connect(lambda _value: self.refresh())
        self.resize(*(theme().px(length) for length in _SIZE))

    def _remembered(self, today: dt.date) -> dt.date:
        try:
            day = dt.date.fromisoformat(str(self._context.settings.value(_SETTING, "")))
        except ValueError:
            return today - dt.timedelta(days=_USUAL)
        return min(day, today)

    def _reveal(self, index: QModelIndex) -> None:
        change = self.changes.change(index.row())
        self.close()
        self._context.reveal(change.kind, change.id)


def _text(change: Change, column: _Column) -> str:
    match column:
        case _Column.DAY:
            return formats.long_date(change.dated_on)
        case _Column.WHO:
            return change.name
        case _Column.WHAT:
            label = _(RECORD_TYPES[change.kind].field(change.field).label)
            return f"{label} {value_word(change.before)} → {value_word(change.after)}"
        case _Column.FACT:
            return change.fact
