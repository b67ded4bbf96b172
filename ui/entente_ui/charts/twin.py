"""A chart as a table, for those who read figures or take them elsewhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTableView, QWidget
from typing_extensions import override

from entente.domain.text import shorten
from entente.i18n import _
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
        widths: Px at 100 % of columns that want another width than most.
    """

    heads: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    figures: frozenset[int] = frozenset()
    widths: Mapping[int, int] = field(default_factory=dict)


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
            case Qt.ItemDataRole.EditRole:
                return text
            case Qt.ItemDataRole.ToolTipRole if index.column() not in self.figures.figures:
                return tooltip_html(text)
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._aligned(index.column())
        return None

    def _aligned(self, column: int) -> int:
        flags = Qt.AlignmentFlag
        side = flags.AlignRight if column in self.figures.figures else flags.AlignLeft
        return int(side | flags.AlignVCenter)


class TwinTable(QTableView):
    """The table beside a drawing; copying takes all of it, whatever is selected."""

    def __init__(
        self, name: str, model: QAbstractTableModel, parent: QWidget | None = None
    ) -> None:
        """Show a model, which then belongs to the table.

        Args:
            name: What it is, for who cannot see it.
            model: What it shows; its cells are copied as they would be edited.
            parent: Its widget.
        """
        super().__init__(parent)
        model.setParent(self)
        self.setModel(model)
        dress_table(self)
        self.setAccessibleName(name)
        theme().changed.connect(self.fit)

    def fit(self) -> None:
        """Give the columns the widths they need."""
        raise NotImplementedError

    def copy(self) -> None:
        """Put the table on the clipboard, as a sheet pastes it."""
        model, across = self.model(), Qt.Orientation.Horizontal
        columns = range(model.columnCount())
        heads = [str(model.headerData(column, across)) for column in columns]
        cells = [
            [str(model.index(row, column).data(Qt.ItemDataRole.EditRole)) for column in columns]
            for row in range(model.rowCount())
        ]
        QGuiApplication.clipboard().setText(write_block([heads, *cells]))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)


class FiguresTable(TwinTable):
    """The figures of a chart."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self.twin = FiguresModel()
        super().__init__(name, self.twin, parent)

    def show_figures(self, figures: Figures) -> None:
        """Show other figures."""
        self.twin.show_figures(figures)
        self.fit()

    @override
    def fit(self) -> None:
        figures = self.twin.figures
        for column in range(self.twin.columnCount()):
            usual = _FIGURE if column in figures.figures else _WORDS
            self.setColumnWidth(column, theme().px(figures.widths.get(column, usual)))


def copy_shown(drawing: QWidget, table: TwinTable, *, as_table: bool) -> str:
    """Put what is shown on the clipboard, a drawing as a picture; say so in a sentence."""
    if as_table:
        table.copy()
        return _("The table is on the clipboard.")
    QGuiApplication.clipboard().setPixmap(drawing.grab())
    return _("The picture is on the clipboard.")
