"""A chart as a table, for those who read figures or take them elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTableView, QWidget
from typing_extensions import override

from entente.domain.text import shorten
from entente_ui.kit import dress_table, tooltip_html
from entente_ui.look.theme import theme
from entente_ui.registers.block import write_block

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
_SHOWN: Final = 300
_WORDS: Final = 320
_FIGURE: Final = 140


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a chart.

    Attributes:
        heads: Of the columns.
        rows: What stands in them, in words.
        figures: Places of the columns that hold numbers, which stand on the right.
    """

    heads: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    figures: frozenset[int] = frozenset()


class FiguresModel(QAbstractTableModel):
    """Shows `Figures`; nothing is changed here."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.figures = Figures()

    def show_figures(self, figures: Figures) -> None:
        """Show other figures."""
        self.beginResetModel()
        self.figures = figures
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.figures.rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.figures.heads)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.figures.heads[section]
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._aligned(section)
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        text = self.figures.rows[index.row()][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shorten(text, _SHOWN)
            case Qt.ItemDataRole.ToolTipRole if index.column() not in self.figures.figures:
                return tooltip_html(text)
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._aligned(index.column())
        return None

    def _aligned(self, column: int) -> int:
        flags = Qt.AlignmentFlag
        side = flags.AlignRight if column in self.figures.figures else flags.AlignLeft
        return int(side | flags.AlignVCenter)


class FiguresTable(QTableView):
    """The table; copying takes all of it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.twin = FiguresModel(self)
        self.setModel(self.twin)
        dress_table(self)
        self.setAccessibleName(name)
        theme().changed.connect(self._fit)

    def show_figures(self, figures: Figures) -> None:
        """Show other figures."""
        self.twin.show_figures(figures)
        self._fit()

    def copy(self) -> None:
        """Put the table on the clipboard, as a sheet pastes it."""
        figures = self.twin.figures
        QGuiApplication.clipboard().setText(write_block([figures.heads, *figures.rows]))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        for column in range(self.twin.columnCount()):
            width = _FIGURE if column in self.twin.figures.figures else _WORDS
            self.setColumnWidth(column, theme().px(width))
