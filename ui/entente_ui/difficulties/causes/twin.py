"""The figures of the causes as a table, for those who read them or take them elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTableView, QWidget
from typing_extensions import override

from entente.domain.cause_figures import Bar, Month
from entente.domain.difficulty import Scope
from entente.domain.ten_causes import CAUSE_LABELS
from entente.i18n import _
from entente_ui.difficulties.causes.heat_table import Cells, scope_words
from entente_ui.formats import month_year, number, percent
from entente_ui.kit import dress_table
from entente_ui.look.theme import theme

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
_NAME: Final = 240
_OTHER: Final = 118


@dataclass(frozen=True, slots=True)
class Figures:
    """All there is to say of the causes."""

    bars: Sequence[Bar] = ()
    cells: Cells | None = None
    months: Sequence[Month] = ()


class FiguresModel(QAbstractTableModel):
    """One row a cause that was named: its weight, its share, each scope, each month."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads: list[str] = []
        self._rows: list[list[str]] = []

    def show_figures(self, figures: Figures) -> None:
        """Show other figures."""
        cells = figures.cells or {}
        scopes = [*Scope, *([None] if any(scope is None for _cause, scope in cells) else [])]
        self.beginResetModel()
        self._heads = [
            *("#", _("Cause"), _("Weight"), _("Share"), _("Cumulative share")),
            *map(scope_words, scopes),
            *(month_year(month.first_day) for month in figures.months),
        ]
        self._rows = [
            [
                *(number(bar.cause.number), _(CAUSE_LABELS[bar.cause]), number(bar.weight)),
                *(percent(bar.share), percent(bar.cumulative)),
                *(
                    number(cell.weight) if (cell := cells.get((bar.cause, s))) else ""
                    for s in scopes
                ),
                *(
                    number(m.weights[bar.cause]) if bar.cause in m.weights else ""
                    for m in figures.months
                ),
            ]
            for bar in figures.bars
        ]
        self.endResetModel()

    def as_text(self) -> str:
        """Return the table as a sheet pastes it."""
        return "\n".join("\t".join(line) for line in (self._heads, *self._rows))

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._heads)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._rows[index.row()][index.column()]
            case Qt.ItemDataRole.TextAlignmentRole if index.column() != 1:
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None


class FiguresTable(QTableView):
    """The table; copying takes all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = FiguresModel(self)
        self.setModel(self.figures)
        dress_table(self)
        self.setAccessibleName(_("Causes as a table"))
        theme().changed.connect(self._fit)

    def show_figures(self, figures: Figures) -> None:
        """Show other figures."""
        self.figures.show_figures(figures)
        self._fit()

    def copy(self) -> None:
        """Put the table on the clipboard."""
        QGuiApplication.clipboard().setText(self.figures.as_text())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        for column in range(self.figures.columnCount()):
            width = {0: 40, 1: _NAME}.get(column, _OTHER)
            self.setColumnWidth(column, theme().px(width))
